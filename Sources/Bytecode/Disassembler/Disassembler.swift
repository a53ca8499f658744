/// Prints code objects in the very text of their CPython's `dis.dis` (CPython: Lib/dis.py), nested ones included.
///
/// Where CPython shows the address of a code object, the number of the code object in the file stands. Malformed code
/// is printed as far as it goes; an operand that is out of range shows as `<out of range>`.
public struct Disassembler {
  public struct Options: Sendable {
    /// Show inline caches (`-C`).
    public var showsCaches = false
    /// Show the offset of each instruction (`-O`).
    public var showsOffsets = false
    /// Show the stack that the verifier infers before each instruction. Not a feature of `dis`.
    public var showsStack = false

    public init() {}
  }

  private let options: Options
  private let addresses: CodeAddresses
  private var output: PythonRepr

  private init(_ options: Options, _ addresses: CodeAddresses) {
    self.options = options
    self.addresses = addresses
    output = PythonRepr(codeAddress: addresses.address)
  }

  /// The text for a code object of a supported version, as UTF-8.
  public static func text(of image: CodeImage, _ options: Options = Options()) -> [UInt8] {
    var disassembler = Disassembler(options, CodeAddresses(image))
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
    let entries = ExceptionTable(reading: image.exceptionTable).entries
    let labels = Labels(image, tables.decoding, entries)
    let lines = LineStarts(image)
    let row = RowWriter(image, tables, labels, lineWidth: lines.columnWidth, options)
    let stacks = options.showsStack ? StackColumn(image) : nil
    if let problem = stacks?.problem { output.bytes += "not verified: \(problem)\n".utf8 }
    var nextStart = 0
    for instruction in InstructionDecoder(image.code, tables.decoding, yieldsPrefixes: true) {
      while nextStart < lines.starts.count && lines.starts[nextStart].unit < instruction.unit { nextStart += 1 }
      let start = nextStart < lines.starts.count ? lines.starts[nextStart] : nil
      let isStart = start?.unit == instruction.unit
      row.append(instruction, isStart ? start : nil, to: &output, stack: stacks?.text(at: instruction.unit))
    }
    append(entries, labels)
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
      output.append(" [")
      output.append(Int64(entry.depth))
      output.append(entry.pushesLasti ? "] lasti\n" : "]\n")
    }
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
