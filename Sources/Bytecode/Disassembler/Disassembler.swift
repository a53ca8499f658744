/// Prints code objects in the very text of their CPython's `dis.dis` (CPython: Lib/dis.py), nested ones included.
///
/// Where CPython shows the address of a code object, the number of the code object in the file stands. Malformed code
/// is printed as far as it goes; an operand that is out of range shows as `<out of range>`.
public struct Disassembler {
  public struct Options: Sendable {
    /// What the version's `dis` can show besides; what it cannot is left out.
    public var shown: DisStyle.Options = []
    /// Show the stack that the verifier infers before each instruction. Not a feature of `dis`.
    public var showsStack = false

    public init() {}
  }

  private let options: Options
  private let addresses: CodeAddresses
  private var output: PythonRepr

  private init(_ options: Options, _ addresses: CodeAddresses, _ set: InstructionSet?) {
    self.options = options
    self.addresses = addresses
    output = PythonRepr(codeAddress: addresses.address, set)
  }

  /// The text for a code object of a supported version, as UTF-8.
  public static func text(of image: CodeImage, _ options: Options = Options()) -> [UInt8] {
    var disassembler = Disassembler(options, CodeAddresses(image), InstructionSet.of(image.version))
    disassembler.appendRecursively(image)
    return disassembler.output.bytes
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
    guard let tables = DisassemblerTables.of(image.version) else { return }
    let style = tables.set.dis
    var shown = options.shown.intersection(style.options)
    if !style.options.contains(.offsets) { shown.insert(.offsets) }
    let entries = ExceptionTable(reading: image.exceptionTable).entries
    let instructions = Array(InstructionDecoder(image.code, tables.decoding, yieldsPrefixes: true))
    let unitCount = image.code.count / tables.decoding.codeUnit
    let labels = Labels(instructions, unitCount: unitCount, entries, tables)
    let positions = PositionTable(image, tables.set)
    let lines = LineStarts(positions, style)
    let column = shown.contains(.positions) ? PositionColumn(positions, unitCount: unitCount) : nil
    let row = RowWriter(image, tables, labels, lineWidth: lines.columnWidth, positions: column, shown)
    let stacks = options.showsStack ? StackColumn(image) : nil
    if let problem = stacks?.problem { output.bytes += "not verified: \(problem)\n".utf8 }
    output.reserve(48 * instructions.count)
    var nextStart = 0
    for (index, instruction) in instructions.enumerated() {
      while nextStart < lines.starts.count && lines.starts[nextStart].unit < instruction.unit { nextStart += 1 }
      let start = nextStart < lines.starts.count ? lines.starts[nextStart] : nil
      let isStart = start?.unit == instruction.unit
      let next = index + 1 < instructions.count ? instructions[index + 1].opcode : nil
      row.append(
        instruction, before: next, isStart ? start : nil, to: &output, stack: stacks?.text(at: instruction.unit))
    }
    switch style.marks {
    case .targets: break
    case .handlers: append(entries)
    case .labels: append(entries, labels)
    }
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
      output.append(Int64(labels.number(at: entry.start) ?? 0))
      output.append(" to L")
      output.append(Int64(labels.number(at: entry.end) ?? 0))
      output.append(" -> L")
      output.append(Int64(labels.number(at: entry.target) ?? 0))
      appendDepth(of: entry)
    }
  }

  private mutating func appendDepth(of entry: ExceptionEntry) {
    output.append(" [")
    output.append(Int64(entry.depth))
    output.append(entry.pushesLasti ? "] lasti\n" : "]\n")
  }
}

/// Numbers for the code objects of a file, in the order of a walk, to stand for their addresses.
struct CodeAddresses {
  private var numbers: [ObjectIdentifier: Int] = [:]

  init(_ root: CodeImage) { number(root) }

  private mutating func number(_ image: CodeImage) {
    guard numbers[ObjectIdentifier(image)] == nil else { return }
    numbers[ObjectIdentifier(image)] = numbers.count + 1
    for case .code(let nested) in image.constants { number(nested) }
  }

  /// 0 for a code object that is not a constant of another.
  func address(of image: CodeImage) -> Int { numbers[ObjectIdentifier(image)] ?? 0 }
}
