/// Writes what an operand means, as `dis` shows it (`argrepr`).
struct OperandWriter {
  let image: CodeImage
  let tables: DisassemblerTables
  let labels: Labels
  /// Where cell and free variables, which up to 3.10 have numbers of their own, are among all variables.
  private let cells: [Int]

  private static let outOfRange: StaticString = "<out of range>"

  /// Beyond this many bytes of output, constants are no longer shown: a hostile file may load a long one often.
  static let outputLimit = 256 << 20

  init(image: CodeImage, tables: DisassemblerTables, labels: Labels) {
    self.image = image
    self.tables = tables
    self.labels = labels
    let kinds = image.localsPlusKinds
    cells =
      kinds.indices.filter { kinds[$0].contains(.cell) } + kinds.indices.filter { kinds[$0].contains(.free) }
  }

  /// Appends the text to `output`; nothing if there is none.
  func append(_ instruction: DecodedInstruction, to output: inout PythonRepr) {
    switch tables.opcodes[Int(instruction.opcode)].text {
    case .none: break
    case .target(let word): append(target: instruction, behind: word, to: &output)
    case .fields(let fields, let flags): append(fields, flags, Int(instruction.operand), to: &output)
    }
  }

  private func append(target instruction: DecodedInstruction, behind word: [UInt8], to output: inout PythonRepr) {
    output.bytes += word
    guard tables.set.dis.marks == .labels else {
      output.append(Int64(tables.decoding.targetOffset(of: instruction) ?? 0))
      if tables.set.dis.operands == .long && instruction.operand > UInt16.max { output.append("L") }
      return
    }
    if let unit = tables.decoding.markedTarget(of: instruction), let label = labels.number(at: unit) {
      output.append("L")
      output.append(UInt64(label))
    } else {
      output.append(OperandWriter.outOfRange)
    }
  }

  private func append(
    _ fields: [DisassemblerTables.Field], _ flags: [DisassemblerTables.Flag], _ operand: Int, to output: inout PythonRepr
  ) {
    let start = output.bytes.count
    for (index, field) in fields.enumerated() {
      if index > 0 { output.append(", ") }
      append(field, field.field.value(in: operand), to: &output)
    }
    for flag in flags where flag.field.value(in: operand) != 0 {
      if output.bytes.count > start { output.bytes += flag.separator }
      if !flag.before.isEmpty { output.bytes.insert(contentsOf: flag.before, at: start) }
      output.bytes += flag.after
    }
  }

  private func append(_ field: DisassemblerTables.Field, _ value: Int, to output: inout PythonRepr) {
    switch field.field.kind {
    case .const:
      guard value < image.constants.count else { break }
      guard output.bytes.count < OperandWriter.outputLimit else { return output.append("<not shown>") }
      return output.append(image.constants[value])
    case .name:
      guard value < image.names.count else { break }
      return output.append(raw: image.names[value])
    case .local, .localsplus:
      guard value < image.localsPlusNames.count else { break }
      return output.append(raw: image.localsPlusNames[value])
    case .deref:
      guard value < cells.count else { break }
      return output.append(raw: image.localsPlusNames[cells[value]])
    case .table:
      guard value < field.texts.count, let text = field.texts[value] else { break }
      output.bytes += text
      return
    case .flags:
      let start = output.bytes.count
      for (bit, text) in field.texts.enumerated() where value & 1 << bit != 0 {
        guard let text else { continue }
        if output.bytes.count > start { output.append(", ") }
        output.bytes += text
      }
      return
    default: return
    }
    output.append(OperandWriter.outOfRange)
  }
}
