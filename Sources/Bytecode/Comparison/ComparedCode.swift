/// A code object as one side of a comparison: its instructions, EXTENDED_ARG prefixes joined to theirs and inline caches left out, with
/// what their operands mean.
public struct ComparedCode: Sendable {
  public let code: CodeImage
  let set: InstructionSet
  let instructions: [Entry]
  let forms: [Form]
  let handlers: [ExceptionEntry]
  /// Why the exception table could not be read to its end.
  let handlerDefect: String?
  /// Bytes behind the last whole instruction.
  let rest: [UInt8]
  private let codeUnit: Int
  /// The code units at which instructions, or their prefixes, begin; in order, by instruction.
  private let starts: [Int32]
  /// The places that operands name, in bytes from the start, by instruction.
  private let targetOffsets: [Int: Int]

  /// An instruction where it stands.
  struct Entry: Sendable {
    let unit: Int32
    /// Nil is `AlignmentItem.nowhere`.
    let line: Int32
    let operand: UInt32
    let form: Int32
  }

  /// An instruction with an operand, wherever it stands. A jump's target is no part of it.
  struct Form: Sendable {
    let name: String
    /// What the operand means, or else its number; empty if there is no operand.
    let text: String
    let hasTarget: Bool
    let isBackReference: Bool
    let item: AlignmentItem
  }

  /// - Parameter keys: The table of both sides.
  init(_ code: CodeImage, _ tables: ComparisonTables, _ keys: KeyTable) {
    self.code = code
    set = tables.set
    codeUnit = set.encoding.codeUnit
    let table = ExceptionTable(reading: code.exceptionTable)
    handlers = table.entries
    handlerDefect = table.defect?.description
    var writer = FormWriter(code, tables, keys)
    var lines = LineCursor(code, tables.set)
    var (entries, starts, offsets): ([Entry], [Int32], [Int: Int]) = ([], [], [:])
    var end = 0
    for instruction in tables.tables.decoding.instructions(of: code.code, yieldsPrefixes: false) {
      let line = lines.line(at: instruction.unit)
      if let target = tables.tables.decoding.targetOffset(of: instruction) { offsets[entries.count] = target }
      entries.append(
        Entry(
          unit: Int32(truncatingIfNeeded: instruction.unit), line: line, operand: instruction.operand,
          form: writer.form(of: instruction.opcode, instruction.operand)))
      starts.append(Int32(truncatingIfNeeded: instruction.startUnit))
      end = instruction.nextUnit
    }
    instructions = entries
    forms = writer.forms
    self.starts = starts
    targetOffsets = offsets
    rest = Array(code.code.dropFirst(end * codeUnit))
  }

  func form(_ index: Int) -> Form { forms[Int(instructions[index].form)] }

  /// What alignment needs: lines count from that of the code object.
  var items: [AlignmentItem] {
    let first = Int32(clamping: code.firstLine)
    return instructions.map { entry in
      var item = forms[Int(entry.form)].item
      item.place = entry.line == AlignmentItem.nowhere ? AlignmentItem.nowhere : entry.line &- first
      return item
    }
  }

  /// Where a jump leads, or what a range of the exception table names.
  enum Place: Hashable {
    /// The instruction with this index; the number of instructions stands for the end.
    case instruction(Int)
    /// An offset in bytes at which no instruction begins.
    case stray(Int)
  }

  /// The place that an instruction's operand names; nil if it names none.
  func target(_ index: Int) -> Place? {
    guard let offset = targetOffsets[index] else { return nil }
    return offset % codeUnit == 0 ? place(unit: offset / codeUnit) : .stray(offset)
  }

  /// The place of a code unit.
  func place(unit: Int) -> Place {
    var (low, high) = (0, instructions.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(instructions[middle].unit) < unit { low = middle + 1 } else { high = middle }
    }
    if low == instructions.count { return unit * codeUnit == code.code.count - rest.count ? .instruction(low) : .stray(unit * codeUnit) }
    // A jump leads to the prefixes of an instruction; malformed code may jump behind some of them.
    return unit >= Int(starts[low]) ? .instruction(low) : .stray(unit * codeUnit)
  }

  func offset(_ index: Int) -> Int { Int(instructions[index].unit) * codeUnit }

  func line(_ index: Int) -> Int? {
    let line = instructions[index].line
    return line == AlignmentItem.nowhere ? nil : Int(line)
  }
}

/// The lines of instructions that are asked for in order.
private struct LineCursor {
  private var ranges: PositionTable.Iterator
  private var range: SourceRange?

  init(_ code: CodeImage, _ set: InstructionSet) {
    ranges = PositionTable(code, set).makeIterator()
    range = ranges.next()
  }

  mutating func line(at unit: Int) -> Int32 {
    while let current = range, current.units.upperBound <= unit { range = ranges.next() }
    guard let current = range, current.units.contains(unit), let line = current.position.line else { return AlignmentItem.nowhere }
    return Int32(clamping: line)
  }
}

/// Makes the forms of a code object's instructions, each once.
private struct FormWriter {
  private(set) var forms: [ComparedCode.Form] = []
  private var known: [UInt64: Int32] = [:]
  private let code: CodeImage
  private let tables: ComparisonTables
  private let keys: KeyTable
  private let texts: FieldTexts

  private static let outOfRange = "<out of range>"

  init(_ code: CodeImage, _ tables: ComparisonTables, _ keys: KeyTable) {
    (self.code, self.tables, self.keys) = (code, tables, keys)
    texts = FieldTexts(code, tables.set)
  }

  mutating func form(of number: UInt8, _ operand: UInt32) -> Int32 {
    let opcode = tables.opcode(number)
    let id = UInt64(number) << 32 | UInt64(opcode.hasTarget ? 0 : operand)
    if let index = known[id] { return index }
    let index = Int32(truncatingIfNeeded: forms.count)
    forms.append(make(opcode, Int(operand)))
    known[id] = index
    return index
  }

  private func make(_ opcode: ComparisonTables.Opcode, _ operand: Int) -> ComparedCode.Form {
    // What has a name is the same in whatever way it is reached: a variable may be a cell in one version and none in another.
    let isNamed = opcode.parts.contains { $0.role == .compared && FieldTexts.isName($0.field.kind) }
    var (exact, rough) = ([opcode.name], [isNamed ? opcode.effect : opcode.kind])
    for part in opcode.parts {
      let value = part.field.value(in: operand)
      switch part.role {
      case .compared:
        let key = key(part, value)
        exact.append(key)
        if part.field.kind != .flag { rough.append(key) }
      case .comparedIfSet: if value != 0 { exact.append("\(part.field.name) \(value)") }
      case .ignored: break
      }
    }
    // Instructions without an operand are told apart by their names alone.
    if rough.count == 1 && !opcode.hasTarget { rough.append(opcode.name) }
    let item = AlignmentItem(
      exact: keys.number("=" + exact.joined(separator: "\0")), rough: keys.number("~" + rough.joined(separator: "\0")),
      name: keys.number(opcode.name), word: keys.number(String(opcode.name.prefix { $0 != "_" })), kind: keys.number(opcode.kind),
      place: AlignmentItem.nowhere)
    return ComparedCode.Form(
      name: opcode.name, text: text(opcode, operand), hasTarget: opcode.hasTarget, isBackReference: opcode.isBackReference, item: item)
  }

  /// What a field's value is, whatever its number.
  private func key(_ part: ComparisonTables.Part, _ value: Int) -> String {
    switch part.field.kind {
    case .const: value < code.constants.count ? ConstantText.key(code.constants[value], tables.set) : missing(value)
    // The form in which a flag shows is the difference that it makes.
    case .flag: value != 0 ? part.field.shown ?? "1" : "0"
    case .table, .flags: part.texts[UInt32(truncatingIfNeeded: value)] ?? missing(value)
    default: FieldTexts.isName(part.field.kind) ? texts.named(part.field.kind, value) ?? missing(value) : "\(value)"
    }
  }

  /// Stands for what has no name: no text of a constant or name begins so.
  private func missing(_ value: Int) -> String { "\u{1}\(value)" }

  // MARK: For people

  private func text(_ opcode: ComparisonTables.Opcode, _ operand: Int) -> String {
    guard opcode.shown.hasOperand, !opcode.hasTarget else { return "" }
    guard case .fields(let fields, let flags) = opcode.shown.text else { return number(operand) }
    var text = fields.map { shown($0, $0.field.value(in: operand)) }.joined(separator: ", ")
    for flag in flags where flag.field.value(in: operand) != 0 {
      let separator = text.isEmpty ? "" : String(decoding: flag.separator, as: UTF8.self)
      text = String(decoding: flag.before, as: UTF8.self) + text + separator + String(decoding: flag.after, as: UTF8.self)
    }
    return text.isEmpty ? number(operand) : text
  }

  private func number(_ operand: Int) -> String {
    tables.set.dis.operands == .signed ? "\(Int32(truncatingIfNeeded: operand))" : "\(operand)"
  }

  private func shown(_ field: DisassemblerTables.Field, _ value: Int) -> String {
    switch field.field.kind {
    case .const: value < code.constants.count ? ConstantText.shown(code.constants[value], tables.set) : FormWriter.outOfRange
    case .table:
      value < field.texts.count ? field.texts[value].map { String(decoding: $0, as: UTF8.self) } ?? FormWriter.outOfRange : FormWriter.outOfRange
    case .flags:
      field.texts.enumerated().filter { value & 1 << $0.offset != 0 }.compactMap { $0.element }.map { String(decoding: $0, as: UTF8.self) }
        .joined(separator: ", ")
    default: FieldTexts.isName(field.field.kind) ? texts.named(field.field.kind, value) ?? FormWriter.outOfRange : "\(value)"
    }
  }
}
