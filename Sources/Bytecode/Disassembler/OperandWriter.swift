/// Writes what an operand means, as `dis` shows it (`argrepr`).
struct OperandWriter {
  let image: CodeImage
  let tables: DisassemblerTables
  let labels: Labels

  private static let outOfRange: StaticString = "<out of range>"

  /// Beyond this many bytes of output, constants are no longer shown: a hostile file may load a long one often.
  static let outputLimit = 256 << 20

  /// Appends the text to `output`; nothing if there is none.
  func append(_ instruction: DecodedInstruction, to output: inout PythonRepr) {
    switch tables.opcodes[Int(instruction.opcode)].text {
    case .none: break
    case .jump:
      output.append("to ")
      if let unit = tables.decoding.jumpTarget(of: instruction), let label = labels.number(at: unit) {
        output.append("L")
        output.append(UInt64(label))
      } else {
        output.append(OperandWriter.outOfRange)
      }
    case .fields(let fields, let flags): append(fields, flags, Int(instruction.operand), to: &output)
    }
  }

  private func append(
    _ fields: [OperandField], _ flags: [DisassemblerTables.Flag], _ operand: Int, to output: inout PythonRepr
  ) {
    let start = output.bytes.count
    for (index, field) in fields.enumerated() {
      if index > 0 { output.append(", ") }
      append(field, field.value(in: operand), to: &output)
    }
    guard output.bytes.count > start else { return }
    for flag in flags where flag.field.value(in: operand) != 0 {
      output.bytes.insert(contentsOf: flag.before, at: start)
      output.bytes += flag.after
    }
  }

  private func append(_ field: OperandField, _ value: Int, to output: inout PythonRepr) {
    switch field.kind {
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
      let names = image.variableNames(.cell) + image.variableNames(.free)
      guard value < names.count else { break }
      return output.append(raw: names[value])
    case .table(let table):
      guard let entry = tables.set.tables[table][value] else { break }
      output.bytes += entry.text.utf8
      return
    case .flags(let table):
      let names = tables.set.tables[table].entries.filter { value & Int($0.value) != 0 }.map(\.text)
      output.bytes += names.joined(separator: ", ").utf8
      return
    default: return
    }
    output.append(OperandWriter.outOfRange)
  }
}
