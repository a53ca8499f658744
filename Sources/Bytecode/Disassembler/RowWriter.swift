/// Writes the lines of a disassembly: line number or positions, mark, offset, name, operand and its meaning, in columns.
///
/// One is made for each code object. It writes a row through a `TextCursor` that has room for all of the row but names and constants,
/// for which `OperandWriter` makes more.
struct RowWriter {
  private let image: CodeImage
  private let rows: RowTable
  private let operands: OperandWriter
  private let stacks: StackColumn?
  private let hasStacks: Bool
  private let separatesLines: Bool
  private let options: DisStyle.Options
  private let style: DisStyle
  private let hasLabels: Bool
  private let codeUnit: Int
  private let lines: NumberColumn
  private let offsets: NumberColumn
  private let labelWidth: Int
  /// The width of all columns in front of the name.
  private let prefixWidth: Int
  /// The room for a row.
  private let rowRoom: Int

  private static let cache: StaticString = "CACHE"
  private static let stackColumn = 72
  private static let markWidth = 7
  private static let blanksBehindOffset = 3
  private static let blanksBeforeName = 4

  /// - Parameters:
  ///   - labels: Those of the code object.
  ///   - lineWidth: That of the column of lines or positions, 0 if there is none.
  ///   - separatesLines: Whether an empty line stands in front of each source line but the first.
  init(
    _ image: CodeImage, _ tables: DisassemblerTables, _ labels: Labels, lineWidth: Int, stacks: StackColumn?, _ options: DisStyle.Options,
    separatesLines: Bool
  ) {
    self.image = image
    self.stacks = stacks
    self.options = options
    hasStacks = stacks != nil
    self.separatesLines = separatesLines
    rows = tables.rows
    style = tables.set.dis
    hasLabels = style.marks == .labels
    codeUnit = tables.decoding.codeUnit
    operands = OperandWriter(image: image, tables: tables, labels: labels)
    lines = NumberColumn(width: lineWidth)
    labelWidth = 4 + TextCursor.digitCount(UInt64(labels.count))
    let last = image.code.count - 2
    let offsetWidth =
      !options.contains(.offsets) ? 0 : style.columns == .fixed ? 4 : TextCursor.digitCount(UInt64(max(last, 9999)))
    offsets = NumberColumn(width: offsetWidth)
    var width = lineWidth > 0 ? lineWidth + 1 : 0
    switch style.marks {
    case .targets, .handlers: width += Self.markWidth + offsetWidth + 1
    case .labels: width += labelWidth + 1 + (offsetWidth > 0 ? offsetWidth + Self.blanksBehindOffset : 0) + Self.blanksBeforeName
    }
    prefixWidth = width
    // Line, offset and operand may each be longer than their columns, and the prefix is made blank again behind each.
    rowRoom = 2 * prefixWidth + rows.longestColumn + rows.textRoom + 4 * TextCursor.longestNumber + OperandWriter.margin + RowTable.columnRoom
  }

  /// Appends the line of an instruction and, if asked for, those of its inline caches.
  /// - Parameters:
  ///   - opcode: The one to be shown.
  ///   - position: That of the instruction, where positions are shown.
  ///   - line: The line that starts here, `LineStarts.Start.none` for an unknown one, `absent` if none starts here.
  @inline(__always)
  func append(
    _ instruction: DecodedInstruction, as opcode: UInt8, line: Int, _ position: SourcePosition, to output: inout PythonRepr
  ) {
    var cursor = output.output.cursor(room: rowRoom)
    let rowStart = output.output.offset(of: cursor)
    if line != LineStarts.Start.absent && separatesLines && lines.width > 0 && instruction.unit > 0 { cursor.put(UInt8(ascii: "\n")) }
    putPrefix(unit: instruction.unit, line: line, position, label: operands.labels.number(at: instruction.unit), &cursor)
    let opcode = rows[opcode]
    cursor.put(opcode.pointee.column, least: RowTable.columnRoom)
    if opcode.pointee.hasOperand {
      putNumber(instruction.operand, opcode, &cursor)
      if opcode.pointee.text != .none { putText(of: instruction, opcode, &cursor, &output) }
    }
    if hasStacks { putStack(at: instruction.unit, rowStart: rowStart, &cursor, &output) }
    cursor.put(UInt8(ascii: "\n"))
    output.output.end(at: cursor)
    if options.contains(.caches) { appendCaches(of: instruction, position, to: &output) }
  }

  /// The operand's meaning in parentheses.
  @inline(__always)
  private func putText(
    of instruction: DecodedInstruction, _ opcode: UnsafePointer<RowTable.Opcode>, _ cursor: inout TextCursor,
    _ output: inout PythonRepr
  ) {
    cursor.put(" (")
    let start = output.output.offset(of: cursor)
    operands.write(instruction, opcode, &cursor, &output)
    if output.output.offset(of: cursor) == start && !style.showsEmptyTexts {
      cursor.stepBack(2)
    } else {
      cursor.put(UInt8(ascii: ")"))
    }
  }

  /// Ends the column of the stack; leaves room for the end of the line.
  @inline(never)
  private func putStack(at unit: Int, rowStart: Int, _ cursor: inout TextCursor, _ output: inout PythonRepr) {
    guard let text = stacks?.text(at: unit) else { return }
    output.output.end(at: cursor)
    output.output.append(repeating: UInt8(ascii: " "), count: max(2, RowWriter.stackColumn - (output.output.count - rowStart)))
    output.output.append(text)
    cursor = output.output.cursor(room: 1)
  }

  // MARK: Columns

  /// The columns in front of the name.
  /// - Parameter label: The number of the label here, 0 if there is none.
  @inline(__always)
  private func putPrefix(unit: Int, line: Int, _ position: SourcePosition, label: Int, _ cursor: inout TextCursor) {
    cursor.fill(prefixWidth)
    if lines.width > 0 { putLine(line, position, &cursor) }
    guard hasLabels else {
      // The arrow that marks the current instruction of a traceback has a column too.
      if label != 0 { cursor.mark(at: 4) }
      cursor.skip(RowWriter.markWidth)
      putOffset(of: unit, &cursor)
      return cursor.skip(1)
    }
    if label != 0 { putLabel(label, &cursor) } else { cursor.skip(labelWidth + 1) }
    if offsets.width > 0 {
      putOffset(of: unit, &cursor)
      cursor.skip(RowWriter.blanksBehindOffset)
    }
    cursor.skip(RowWriter.blanksBeforeName)
  }

  @inline(__always)
  private func putOffset(of unit: Int, _ cursor: inout TextCursor) {
    if !cursor.put(UInt64(codeUnit * unit), in: offsets) { cursor.fill(prefixWidth) }
  }

  @inline(__always)
  private func putLabel(_ label: Int, _ cursor: inout TextCursor) {
    cursor.skip(labelWidth - 2 - TextCursor.digitCount(UInt64(label)))
    cursor.put(UInt8(ascii: "L"))
    cursor.put(UInt64(label))
    cursor.put(UInt8(ascii: ":"))
    cursor.skip(1)
  }

  /// The column of lines, and the blank behind it.
  @inline(__always)
  private func putLine(_ line: Int, _ position: SourcePosition, _ cursor: inout TextCursor) {
    if options.contains(.positions) {
      putPosition(position, &cursor)
    } else if line == LineStarts.Start.absent {
      cursor.skip(lines.width)
    } else if line >= 0 {
      if !cursor.put(UInt64(line), in: lines) { cursor.fill(prefixWidth) }
    } else {
      putOddLine(line, &cursor)
    }
    cursor.skip(1)
  }

  /// No line, or a negative one.
  private func putOddLine(_ line: Int, _ cursor: inout TextCursor) {
    let isKnown = line != LineStarts.Start.none
    let width = isKnown ? 1 + TextCursor.digitCount(UInt64(line.magnitude)) : PositionColumn.unknown.utf8CodeUnitCount
    cursor.skip(max(0, lines.width - width))
    if isKnown { cursor.put(signed: line) } else { cursor.put(PositionColumn.unknown) }
    cursor.fill(prefixWidth)
  }

  private func putPosition(_ position: SourcePosition, _ cursor: inout TextCursor) {
    // The column is as wide as the longest of its texts.
    var text = cursor
    PositionColumn.put(position, &text)
    cursor.skip(lines.width)
  }

  @inline(__always)
  private func putNumber(_ operand: UInt32, _ opcode: UnsafePointer<RowTable.Opcode>, _ cursor: inout TextCursor) {
    cursor.stepBack(opcode.pointee.number.width)
    if operand <= UInt16.max || style.operands == .unsigned {
      _ = cursor.put(UInt64(operand), in: opcode.pointee.number)
    } else {
      putOddNumber(operand, width: opcode.pointee.number.width, &cursor)
    }
  }

  /// A number that may have a sign or an `L`.
  private func putOddNumber(_ operand: UInt32, width: Int, _ cursor: inout TextCursor) {
    let isLong = style.operands == .long
    let value = isLong ? Int(operand) : Int(Int32(bitPattern: operand))
    let length = TextCursor.digitCount(UInt64(value.magnitude)) + (isLong || value < 0 ? 1 : 0)
    cursor.skip(max(0, width - length))
    cursor.put(signed: value)
    if isLong { cursor.put(UInt8(ascii: "L")) }
  }

  // MARK: Inline caches

  private func appendCaches(of instruction: DecodedInstruction, _ position: SourcePosition, to output: inout PythonRepr) {
    var unit = instruction.unit + 1
    for field in rows[instruction.opcode].pointee.cache {
      for index in 0..<field.units {
        var cursor = output.output.cursor(room: rowRoom + field.name.count)
        putPrefix(unit: unit, line: LineStarts.Start.absent, position, label: 0, &cursor)
        cursor.put(RowWriter.cache)
        cursor.putBlanks(RowTable.nameWidth - RowWriter.cache.utf8CodeUnitCount + 1)
        cursor.put("    0")
        if index == 0 && style.showsCacheValues {
          cursor.put(" (")
          cursor.put(field.name)
          cursor.put(": ")
          cursor.put(cacheValue(at: unit, units: field.units))
          cursor.put(")")
        }
        cursor.put(UInt8(ascii: "\n"))
        output.output.end(at: cursor)
        unit += 1
      }
    }
  }

  private func cacheValue(at unit: Int, units: Int) -> UInt64 {
    var value: UInt64 = 0
    for byte in 0..<2 * units where 2 * unit + byte < image.code.count {
      value |= UInt64(image.code[2 * unit + byte]) << UInt64(8 * byte)
    }
    return value
  }
}
