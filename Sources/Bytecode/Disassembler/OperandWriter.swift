/// Writes what an operand means, as `dis` shows it (`argrepr`).
///
/// The pointers lead into the arrays of `image`, which stay where they are as long as it is alive. An object, because a structure of this size
/// would be copied for each operand.
final class OperandWriter {
  private let image: CodeImage
  private let tables: DisassemblerTables
  private let rows: RowTable
  let labels: Labels
  private let hasLabels: Bool
  private let marksLong: Bool
  private let constants: UnsafeBufferPointer<Constant>
  private let names: UnsafeBufferPointer<Text>
  private let variables: UnsafeBufferPointer<Text>
  /// Where cell and free variables, which up to 3.10 have numbers of their own, are among all variables.
  private let cells: [Int]

  private static var notShown: StaticString { "<not shown>" }

  /// Beyond this many bytes of output, constants and long names are no longer shown: a hostile file may load a long one often.
  static let outputLimit = 256 << 20
  private static let longName = 1 << 12
  /// The room that a cursor keeps for the short texts between those whose length is not known beforehand: commas, parentheses, words, a
  /// number, the end of the line.
  static let margin = 96

  init(image: CodeImage, tables: DisassemblerTables, labels: Labels) {
    self.image = image
    self.tables = tables
    rows = tables.rows
    self.labels = labels
    hasLabels = tables.set.dis.marks == .labels
    marksLong = tables.set.dis.operands == .long
    constants = image.constants.withUnsafeBufferPointer { $0 }
    names = image.names.withUnsafeBufferPointer { $0 }
    variables = image.localsPlusNames.withUnsafeBufferPointer { $0 }
    cells = rows.usesCells ? OperandWriter.cells(image.localsPlusKinds) : []
  }

  private static func cells(_ kinds: [LocalKind]) -> [Int] {
    guard kinds.contains(where: { $0.contains(.cell) || $0.contains(.free) }) else { return [] }
    return kinds.indices.filter { kinds[$0].contains(.cell) } + kinds.indices.filter { kinds[$0].contains(.free) }
  }

  /// Appends the text; nothing if there is none.
  func append(_ instruction: DecodedInstruction, to output: inout PythonRepr) {
    let opcode = rows[instruction.opcode]
    guard opcode.pointee.text != .none else { return }
    var cursor = output.output.cursor(room: rows.textRoom + OperandWriter.margin)
    write(instruction, opcode, &cursor, &output)
    output.output.end(at: cursor)
  }

  /// Writes the text of an operand that has one.
  ///
  /// - Parameter cursor: At the end of `output`, with room for `textRoom` bytes of the table of rows and the margin; half of the margin is
  ///   left in the end.
  @inline(__always)
  func write(
    _ instruction: DecodedInstruction, _ opcode: UnsafePointer<RowTable.Opcode>, _ cursor: inout TextCursor,
    _ output: inout PythonRepr
  ) {
    let operand = instruction.operand
    switch opcode.pointee.text {
    case .none: break
    case .constant: write(constant: opcode.pointee.part.value(in: operand), &cursor, &output)
    case .name: write(names, opcode.pointee.part.value(in: operand), &cursor, &output)
    case .variable: write(variables, opcode.pointee.part.value(in: operand), &cursor, &output)
    case .fields: write(opcode.pointee.fields, opcode.pointee.flags, operand, &cursor, &output)
    case .target: write(target: instruction, behind: opcode.pointee.word, &cursor)
    }
  }

  private func write(target instruction: DecodedInstruction, behind word: FixedText, _ cursor: inout TextCursor) {
    cursor.put(word)
    guard hasLabels else {
      cursor.put(signed: tables.decoding.targetOffset(of: instruction) ?? 0)
      if marksLong && instruction.operand > UInt16.max { cursor.put(UInt8(ascii: "L")) }
      return
    }
    let label = tables.decoding.markedTarget(of: instruction).map { labels.number(at: $0) } ?? 0
    guard label != 0 else { return cursor.put(rows.outOfRange) }
    cursor.put(UInt8(ascii: "L"))
    cursor.put(UInt64(label))
  }

  private func write(
    _ fields: UnsafeBufferPointer<RowTable.Field>, _ flags: UnsafeBufferPointer<RowTable.Flag>, _ operand: UInt32,
    _ cursor: inout TextCursor, _ output: inout PythonRepr
  ) {
    // What each flag puts in front of all that was there before it: the last one's comes first.
    if !flags.isEmpty {
      for flag in flags.reversed() where flag.part.value(in: operand) != 0 { cursor.put(flag.before) }
    }
    let start = output.output.offset(of: cursor)
    for index in fields.indices {
      if index > 0 { cursor.put(", ") }
      write(fields[index], fields[index].part.value(in: operand), &cursor, &output)
    }
    guard !flags.isEmpty else { return }
    var isEmpty = output.output.offset(of: cursor) == start
    for flag in flags where flag.part.value(in: operand) != 0 {
      if !isEmpty { cursor.put(flag.separator) }
      cursor.put(flag.after)
      isEmpty = isEmpty && flag.before.count + flag.after.count == 0
    }
  }

  @inline(__always)
  private func write(_ field: RowTable.Field, _ value: Int, _ cursor: inout TextCursor, _ output: inout PythonRepr) {
    switch field.kind {
    case .constant: write(constant: value, &cursor, &output)
    case .name: write(names, value, &cursor, &output)
    case .variable: write(variables, value, &cursor, &output)
    case .cell: write(variables, value < cells.count ? cells[value] : variables.count, &cursor, &output)
    case .table:
      cursor.put(value < field.texts.count ? field.texts[value] ?? rows.outOfRange : rows.outOfRange)
    case .flags: OperandWriter.write(bits: value, field.texts, &cursor)
    }
  }

  private static func write(bits: Int, _ texts: UnsafeBufferPointer<FixedText?>, _ cursor: inout TextCursor) {
    var isFirst = true
    for bit in texts.indices where bits & 1 << bit != 0 {
      guard let text = texts[bit] else { continue }
      if !isFirst { cursor.put(", ") }
      cursor.put(text)
      isFirst = isFirst && text.count == 0
    }
  }

  private func write(constant index: Int, _ cursor: inout TextCursor, _ output: inout PythonRepr) {
    guard index < constants.count else { return cursor.put(rows.outOfRange) }
    guard output.output.offset(of: cursor) < OperandWriter.outputLimit else { return cursor.put(OperandWriter.notShown) }
    output.output.end(at: cursor)
    output.append(constants[index])
    cursor = output.output.cursor(room: rows.textRoom + OperandWriter.margin)
  }

  /// Writes a name, if there is one with the index, which is not negative.
  @inline(__always)
  private func write(_ texts: UnsafeBufferPointer<Text>, _ index: Int, _ cursor: inout TextCursor, _ output: inout PythonRepr) {
    guard index < texts.count, let text = texts.baseAddress.map({ $0 + index }) else { return cursor.put(rows.outOfRange) }
    let bytes = text.pointee.utf8.memory
    guard text.pointee.isASCII, bytes.count < OperandWriter.longName, let start = bytes.baseAddress else {
      return write(long: text, &cursor, &output)
    }
    output.output.extend(&cursor, room: bytes.count + rows.textRoom + OperandWriter.margin)
    cursor.put(start, count: bytes.count)
  }

  @inline(never)
  private func write(long text: UnsafePointer<Text>, _ cursor: inout TextCursor, _ output: inout PythonRepr) {
    output.output.end(at: cursor)
    if text.pointee.utf8.count < OperandWriter.longName || output.output.count < OperandWriter.outputLimit {
      output.append(raw: text.pointee)
    } else {
      output.append(OperandWriter.notShown)
    }
    cursor = output.output.cursor(room: rows.textRoom + OperandWriter.margin)
  }
}
