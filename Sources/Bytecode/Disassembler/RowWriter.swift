/// Writes the lines of a disassembly: line number or positions, mark, offset, name, operand and its meaning, in columns.
struct RowWriter {
  private let image: CodeImage
  private let tables: DisassemblerTables
  private let labels: Labels
  private let operands: OperandWriter
  private let lineWidth: Int
  private let labelWidth: Int
  private let offsetWidth: Int
  private let options: DisStyle.Options
  private let style: DisStyle
  /// The positions of each code unit in the column of lines; empty if lines stand there.
  private let positions: [[UInt8]]

  private static let cache: StaticString = "CACHE"
  private static let stackColumn = 72

  init(
    _ image: CodeImage, _ tables: DisassemblerTables, _ labels: Labels, lineWidth: Int, positions: PositionColumn?,
    _ options: DisStyle.Options
  ) {
    self.image = image
    self.tables = tables
    self.labels = labels
    self.options = options
    self.lineWidth = positions?.width ?? lineWidth
    self.positions = positions?.texts ?? []
    style = tables.set.dis
    operands = OperandWriter(image: image, tables: tables, labels: labels)
    labelWidth = 4 + String(labels.count).utf8.count
    let last = image.code.count - 2
    offsetWidth =
      !options.contains(.offsets) ? 0 : style.columns == .fixed ? 4 : String(max(last, 9999)).utf8.count
  }

  /// Appends the line of an instruction and, if asked for, those of its inline caches.
  /// - Parameter next: The opcode behind the instruction, if there is one.
  func append(
    _ instruction: DecodedInstruction, before next: UInt8?, _ start: LineStarts.Start?, to output: inout PythonRepr,
    stack: String?
  ) {
    let rowStart = output.bytes.count
    if start != nil && lineWidth > 0 && instruction.unit > 0 { output.append("\n") }
    appendPrefix(unit: instruction.unit, row: instruction.unit, start: start, label: labels.number(at: instruction.unit), to: &output)
    let opcode = tables.opcodes[Int(shown(instruction, before: next))]
    if opcode.hasOperand {
      output.bytes += opcode.column
      appendNumber(of: instruction, opcode.operandWidth, to: &output)
      appendText(of: instruction, opcode, to: &output)
    } else {
      output.bytes += style.keepsBlanks ? opcode.column : opcode.name
    }
    if let stack {
      appendSpaces(max(2, RowWriter.stackColumn - (output.bytes.count - rowStart)), &output)
      output.bytes += stack.utf8
    }
    output.append("\n")
    if options.contains(.caches) { appendCaches(of: instruction, to: &output) }
  }

  @inline(__always)
  private func appendText(
    of instruction: DecodedInstruction, _ opcode: DisassemblerTables.Opcode, to output: inout PythonRepr
  ) {
    if case .none = opcode.text { return }
    let start = output.bytes.count
    output.append(" (")
    let textStart = output.bytes.count
    operands.append(instruction, to: &output)
    if output.bytes.count == textStart && !style.showsEmptyTexts {
      output.bytes.removeLast(textStart - start)
    } else {
      output.append(")")
    }
  }

  /// The opcode to be shown: with `adaptive`, that of a pair which CPython fuses when it reads code.
  @inline(__always)
  private func shown(_ instruction: DecodedInstruction, before next: UInt8?) -> UInt8 {
    guard options.contains(.adaptive), let next, !tables.fused.isEmpty else { return instruction.opcode }
    return tables.fused[UInt16(instruction.opcode) << 8 | UInt16(next)] ?? instruction.opcode
  }

  /// The columns in front of the name.
  /// - Parameter row: The code unit of the instruction that the row belongs to.
  private func appendPrefix(unit: Int, row: Int, start: LineStarts.Start?, label: Int?, to output: inout PythonRepr) {
    if lineWidth > 0 { appendLine(row: row, start, to: &output) }
    guard style.marks == .labels else {
      // The arrow that marks the current instruction of a traceback has a column too.
      output.append(label == nil ? "       " : "    >> ")
      appendAligned(UInt64(tables.decoding.codeUnit * unit), offsetWidth, to: &output)
      return output.append(" ")
    }
    if let label {
      appendSpaces(labelWidth - 2 - PythonRepr.digitCount(UInt64(label)), &output)
      output.append("L")
      output.append(UInt64(label))
      output.append(":")
    } else {
      appendSpaces(labelWidth, &output)
    }
    output.append(" ")
    if offsetWidth > 0 {
      appendAligned(UInt64(tables.decoding.codeUnit * unit), offsetWidth, to: &output)
      output.append("   ")
    }
    output.append("    ")
  }

  private func appendLine(row: Int, _ start: LineStarts.Start?, to output: inout PythonRepr) {
    let field = output.bytes.count
    if options.contains(.positions) {
      output.bytes += row < positions.count ? positions[row] : PositionColumn.unknown
      appendSpaces(lineWidth - (output.bytes.count - field), &output)
    } else if let line = start?.line, line >= 0 {
      appendAligned(UInt64(line), lineWidth, to: &output)
    } else if let start {
      if let line = start.line { output.append(Int64(line)) } else { output.bytes += PositionColumn.unknown }
      rightAlign(lineWidth, from: field, &output)
    } else {
      appendSpaces(lineWidth, &output)
    }
    output.append(" ")
  }

  private func appendNumber(of instruction: DecodedInstruction, _ width: Int, to output: inout PythonRepr) {
    output.append(" ")
    switch style.operands {
    case .unsigned: appendAligned(UInt64(instruction.operand), width, to: &output)
    case .signed:
      let value = Int32(bitPattern: instruction.operand)
      guard value < 0 else { return appendAligned(UInt64(value), width, to: &output) }
      let field = output.bytes.count
      output.append(Int64(value))
      rightAlign(width, from: field, &output)
    case .long:
      let field = output.bytes.count
      output.append(UInt64(instruction.operand))
      if instruction.operand > UInt16.max { output.append("L") }
      rightAlign(width, from: field, &output)
    }
  }

  private func appendCaches(of instruction: DecodedInstruction, to output: inout PythonRepr) {
    var unit = instruction.unit + 1
    for field in tables.opcodes[Int(instruction.opcode)].cache {
      var value: UInt64 = 0
      for byte in 0..<2 * field.units where 2 * unit + byte < image.code.count {
        value |= UInt64(image.code[2 * unit + byte]) << UInt64(8 * byte)
      }
      for index in 0..<field.units {
        appendPrefix(unit: unit, row: instruction.unit, start: nil, label: nil, to: &output)
        output.append(RowWriter.cache)
        appendSpaces(DisassemblerTables.nameWidth - RowWriter.cache.utf8CodeUnitCount + 1, &output)
        output.append("    0")
        if index == 0 && style.showsCacheValues {
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

  @inline(__always)
  private func appendSpaces(_ count: Int, _ output: inout PythonRepr) {
    if count > 0 { output.bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: count)) }
  }

  /// A number at the right end of a column.
  @inline(__always)
  private func appendAligned(_ value: UInt64, _ width: Int, to output: inout PythonRepr) {
    appendSpaces(width - PythonRepr.digitCount(value), &output)
    output.append(value)
  }

  /// Moves what was written from `start` on to the right end of a column.
  private func rightAlign(_ width: Int, from start: Int, _ output: inout PythonRepr) {
    let missing = width - (output.bytes.count - start)
    guard missing > 0 else { return }
    output.bytes.insert(contentsOf: repeatElement(UInt8(ascii: " "), count: missing), at: start)
  }
}

/// The column with the positions of instructions that stands in place of that of lines.
struct PositionColumn {
  /// For each code unit that the table reaches.
  let texts: [[UInt8]]
  /// 0 if nothing is known of any instruction.
  let width: Int

  static let unknown = Array("  --".utf8)

  init(_ positions: PositionTable, unitCount: Int) {
    var texts: [[UInt8]] = []
    var width = 0
    var isKnown = false
    for range in positions {
      let position = range.position
      let parts = [position.line, position.column, position.endLine, position.endColumn]
      let words = parts.map { $0.map(String.init) ?? "?" }
      let isUnknown = parts.allSatisfy { $0 == nil }
      isKnown = isKnown || !isUnknown
      // An unknown part counts as none, but one character.
      width = max(width, words.reduce(0) { $0 + $1.utf8.count })
      let text = isUnknown ? Self.unknown : Array("\(words[0]):\(words[1])-\(words[2]):\(words[3])".utf8)
      for _ in range.units.clamped(to: 0..<unitCount) { texts.append(text) }
    }
    self.texts = texts
    self.width = isKnown ? 1 + max(Self.unknown.count, 3 + width) : 0
  }
}
