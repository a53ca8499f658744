/// Writes the lines of a disassembly: line number, label, offset, name, operand and its meaning, in columns.
struct RowWriter {
  private let image: CodeImage
  private let tables: DisassemblerTables
  private let labels: Labels
  private let operands: OperandWriter
  private let lineWidth: Int
  private let labelWidth: Int
  private let offsetWidth: Int
  private let showsCaches: Bool

  private static let nameWidth = 20
  private static let operandWidth = 5
  private static let stackColumn = 72

  init(
    _ image: CodeImage, _ tables: DisassemblerTables, _ labels: Labels, lineWidth: Int,
    _ options: Disassembler.Options
  ) {
    self.image = image
    self.tables = tables
    self.labels = labels
    self.lineWidth = lineWidth
    operands = OperandWriter(image: image, tables: tables, labels: labels)
    labelWidth = 4 + String(labels.count).utf8.count
    offsetWidth = options.showsOffsets ? String(max(image.code.count - 2, 9999)).utf8.count : 0
    showsCaches = options.showsCaches
  }

  /// Appends the line of an instruction and, if asked for, those of its inline caches.
  func append(
    _ instruction: DecodedInstruction, _ start: LineStarts.Start?, to output: inout PythonRepr, stack: String?
  ) {
    let rowStart = output.bytes.count
    appendPrefix(unit: instruction.unit, start: start, label: labels.number(at: instruction.unit), to: &output)
    let opcode = tables.opcodes[Int(instruction.opcode)]
    output.bytes += opcode.name
    if opcode.hasOperand {
      appendOperand(Int64(Int32(bitPattern: instruction.operand)), nameLength: opcode.name.count, to: &output)
      output.append(" (")
      let textStart = output.bytes.count
      operands.append(instruction, to: &output)
      if output.bytes.count == textStart { output.bytes.removeLast(2) } else { output.append(")") }
    }
    if let stack {
      pad(to: RowWriter.stackColumn, from: rowStart, &output)
      output.bytes += stack.utf8
    }
    output.append("\n")
    if showsCaches { appendCaches(of: instruction, opcode, to: &output) }
  }

  /// The columns in front of the name.
  private func appendPrefix(unit: Int, start: LineStarts.Start?, label: Int?, to output: inout PythonRepr) {
    if lineWidth > 0 {
      if let start {
        if unit > 0 { output.append("\n") }
        let field = output.bytes.count
        if let line = start.line { output.append(Int64(line)) } else { output.append("  --") }
        rightAlign(lineWidth, from: field, &output)
      } else {
        appendSpaces(lineWidth, &output)
      }
      output.append(" ")
    }
    let field = output.bytes.count
    if let label {
      output.append("L")
      output.append(UInt64(label))
      output.append(":")
    }
    rightAlign(labelWidth, from: field, &output)
    output.append(" ")
    if offsetWidth > 0 {
      let field = output.bytes.count
      output.append(UInt64(2 * unit))
      rightAlign(offsetWidth, from: field, &output)
      output.append("   ")
    }
    output.append("    ")
  }

  /// The operand's number; a long name takes some of its place.
  private func appendOperand(_ operand: Int64, nameLength: Int, to output: inout PythonRepr) {
    appendSpaces(max(RowWriter.nameWidth - nameLength, 0) + 1, &output)
    let field = output.bytes.count
    output.append(operand)
    rightAlign(RowWriter.operandWidth - max(0, nameLength - RowWriter.nameWidth), from: field, &output)
  }

  private func appendCaches(
    of instruction: DecodedInstruction, _ opcode: DisassemblerTables.Opcode, to output: inout PythonRepr
  ) {
    var unit = instruction.unit + 1
    for field in opcode.cache {
      var value: UInt64 = 0
      for byte in 0..<2 * field.units where 2 * unit + byte < image.code.count {
        value |= UInt64(image.code[2 * unit + byte]) << UInt64(8 * byte)
      }
      for index in 0..<field.units {
        appendPrefix(unit: unit, start: nil, label: nil, to: &output)
        output.append("CACHE")
        appendOperand(0, nameLength: 5, to: &output)
        if index == 0 {
          output.append(" (")
          output.bytes += field.name.utf8
          output.append(": ")
          output.append(value)
          output.append(")")
        }
        output.append("\n")
        unit += 1
      }
    }
  }

  // MARK: Columns

  private func appendSpaces(_ count: Int, _ output: inout PythonRepr) {
    for _ in 0..<max(count, 0) { output.bytes.append(UInt8(ascii: " ")) }
  }

  /// Moves what was written from `start` on to the right end of a column.
  private func rightAlign(_ width: Int, from start: Int, _ output: inout PythonRepr) {
    let missing = width - (output.bytes.count - start)
    guard missing > 0 else { return }
    appendSpaces(missing, &output)
    let length = width - missing
    guard length > 0 else { return }
    for index in stride(from: length - 1, through: 0, by: -1) {
      output.bytes[start + missing + index] = output.bytes[start + index]
    }
    for index in start..<start + missing { output.bytes[index] = UInt8(ascii: " ") }
  }

  private func pad(to width: Int, from start: Int, _ output: inout PythonRepr) {
    appendSpaces(max(2, width - (output.bytes.count - start)), &output)
  }
}
