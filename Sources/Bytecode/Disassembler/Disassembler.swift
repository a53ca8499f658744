/// Prints code objects in the very text of their CPython's `dis.dis` (CPython: Lib/dis.py), nested ones included.
///
/// Where CPython shows the address of a code object, the number of the code object in the file stands. Malformed code
/// is printed as far as it goes; an operand that is out of range shows as `<out of range>`.
public struct Disassembler: ~Copyable {
  public struct Options: Sendable {
    /// What the version's `dis` can show besides; what it cannot is left out.
    public var shown: DisStyle.Options = []
    /// Show the stack that the verifier infers before each instruction. Not a feature of `dis`.
    public var showsStack = false
    /// The source, of which each line is shown in front of the instructions made of it. Not a feature of `dis`.
    public var source: SourceText?

    public init() {}
  }

  private let options: Options
  private var output: PythonRepr
  /// Those of the code object that is printed; most files have code of one version only.
  private var tables: DisassemblerTables?
  // What is found in one code object, in memory that serves for all of them.
  private var instructions: [DecodedInstruction] = []
  private var labels = Labels()
  private var lines = LineStarts()

  private init(_ options: Options, _ image: CodeImage, _ output: consuming TextBuffer) {
    self.options = options
    let addresses = CodeAddresses(image)
    self.output = PythonRepr(codeAddress: addresses.address, InstructionSet.of(image.version), output: output)
  }

  /// The text for a code object of a supported version, as UTF-8.
  public static func text(of image: CodeImage, _ options: Options = Options()) -> [UInt8] {
    var buffer = TextBuffer()
    append(image, options, to: &buffer)
    return buffer.bytes
  }

  /// Appends the text for a code object of a supported version to a buffer.
  public static func append(_ image: CodeImage, _ options: Options = Options(), to buffer: inout TextBuffer) {
    var mine = TextBuffer(capacity: 0)
    swap(&mine, &buffer)
    var disassembler = Disassembler(options, image, mine)
    disassembler.appendRecursively(image)
    buffer = disassembler.output.taken()
  }

  private mutating func appendRecursively(_ image: CodeImage) {
    append(image)
    for case .code(let nested) in image.constants {
      output.append("\nDisassembly of ")
      output.append(nested)
      output.append(":\n")
      appendRecursively(nested)
    }
  }

  private mutating func append(_ image: CodeImage) {
    if tables?.set.version != image.version { tables = DisassemblerTables.of(image.version) }
    guard let tables else { return }
    let style = tables.set.dis
    var shown = options.shown.intersection(style.options)
    if !style.options.contains(.offsets) { shown.insert(.offsets) }
    let entries = image.exceptionTable.isEmpty ? [] : ExceptionTable(reading: image.exceptionTable).entries
    tables.decoding.decode(image.code, yieldsPrefixes: true, into: &instructions)
    labels.find(instructions, unitCount: image.code.count / tables.decoding.codeUnit, entries, tables)
    let positions = PositionTable(image, tables.set)
    lines.find(positions, style)
    let column = shown.contains(.positions) ? PositionColumn(positions) : nil
    let stacks = options.showsStack ? StackColumn(image) : nil
    if let problem = stacks?.problem { output.output.append("not verified: " + problem + "\n") }
    let row = RowWriter(image, tables, labels, lineWidth: column?.width ?? lines.columnWidth, stacks: stacks, shown, separatesLines: options.source == nil)
    appendRows(row, column, isAdaptive: shown.contains(.adaptive), tables)
    switch style.marks {
    case .targets: break
    case .handlers: append(entries)
    case .labels: append(entries, labels)
    }
  }

  /// The rows of all instructions.
  private mutating func appendRows(_ row: RowWriter, _ column: PositionColumn?, isAdaptive: Bool, _ tables: DisassemblerTables) {
    var nextStart = 0
    var startUnit = lines.starts.first?.unit ?? Int.max
    for index in instructions.indices {
      let instruction = instructions[index]
      var line = LineStarts.Start.absent
      if startUnit <= instruction.unit { (line, startUnit) = lines.line(at: instruction.unit, &nextStart) }
      if let source = options.source, line != LineStarts.Start.absent { append(source, line, isFirst: instruction.unit == 0) }
      let opcode = isAdaptive ? adapted(index, tables) : instruction.opcode
      row.append(instruction, as: opcode, line: line, column?.position(at: instruction.unit) ?? .none, to: &output)
    }
  }

  /// A line of the source, behind an empty line if it is not the first; only the empty line where the instructions have no line.
  private mutating func append(_ source: SourceText, _ line: Int, isFirst: Bool) {
    if !isFirst { output.append("\n") }
    guard line > 0, let text = source.line(line) else { return }
    output.append("# ")
    output.append(Int64(line))
    output.append(": ")
    output.output.append(text)
    output.append("\n")
  }

  /// The opcode that CPython makes of an instruction when it reads code: that of a pair which it fuses.
  private func adapted(_ index: Int, _ tables: DisassemblerTables) -> UInt8 {
    let opcode = instructions[index].opcode
    guard index + 1 < instructions.count else { return opcode }
    return tables.fused[UInt16(opcode) << 8 | UInt16(instructions[index + 1].opcode)] ?? opcode
  }

  /// The handled ranges by offsets; a range is named by its last code unit.
  private mutating func append(_ entries: [ExceptionEntry]) {
    guard !entries.isEmpty else { return }
    output.append("ExceptionTable:\n")
    for entry in entries {
      output.append("  ")
      output.append(Int64(2 * entry.start))
      output.append(" to ")
      output.append(Int64(2 * entry.end - 2))
      output.append(" -> ")
      output.append(Int64(2 * entry.target))
      appendDepth(of: entry)
    }
  }

  private mutating func append(_ entries: [ExceptionEntry], _ labels: Labels) {
    guard !entries.isEmpty else { return }
    output.append("ExceptionTable:\n")
    for entry in entries {
      output.append("  L")
      output.append(Int64(labels.number(at: entry.start)))
      output.append(" to L")
      output.append(Int64(labels.number(at: entry.end)))
      output.append(" -> L")
      output.append(Int64(labels.number(at: entry.target)))
      appendDepth(of: entry)
    }
  }

  private mutating func appendDepth(of entry: ExceptionEntry) {
    output.append(" [")
    output.append(Int64(entry.depth))
    output.append(entry.pushesLasti ? "] lasti\n" : "]\n")
  }
}

