/// What stands in the rows of each opcode of a version, laid out so that writing a row follows no reference that is counted.
///
/// Sendable because nothing changes what its pointers lead to once it is made; it is made once for a version and never freed.
struct RowTable: @unchecked Sendable {
  /// One for each number of an opcode.
  private let opcodes: UnsafeBufferPointer<Opcode>
  /// The longest column of a name, with the operand's number.
  let longestColumn: Int
  /// Room for all of an operand's text but what is named in the code object: for fields that are out of range too.
  let textRoom: Int
  /// Whether there are operands that count cell and free variables apart from the others.
  let usesCells: Bool

  /// Stands for what an operand should name.
  let outOfRange = FixedText("<out of range>".utf8)

  static let nameWidth = 20
  private static let operandWidth = 5

  /// A trivial type, as are all below: they are only copied from where they lie.
  struct Opcode {
    /// The name, and where there is an operand, blanks up to the end of the column of its number.
    let column: FixedText
    let hasOperand: Bool
    let number: NumberColumn
    /// The operand names a place in the code.
    let hasTarget: Bool
    let text: TextKind
    /// The first field, if there is one.
    let part: Part
    /// The word in front of a target.
    let word: FixedText
    let fields: UnsafeBufferPointer<Field>
    let flags: UnsafeBufferPointer<Flag>
    let cache: UnsafeBufferPointer<Cache>
  }

  /// What an operand's text consists of.
  enum TextKind: UInt8 {
    case none, target
    /// One field and no flags.
    case constant, name, variable
    /// Any fields, with flags or without.
    case fields
  }

  struct Field {
    let part: Part
    let kind: Kind
    let texts: UnsafeBufferPointer<FixedText?>

    enum Kind: UInt8 { case constant, name, variable, cell, table, flags }
  }

  struct Flag {
    let part: Part
    let before: FixedText
    let separator: FixedText
    let after: FixedText
  }

  /// Which bits of the operand a field is. The shift is less than 32.
  struct Part {
    private let shift: UInt32
    private let mask: UInt32

    /// No bits.
    init() { (shift, mask) = (0, 0) }

    init(_ field: OperandField) {
      shift = UInt32(min(field.shift, 31))
      mask = field.mask
    }

    @inline(__always)
    func value(in operand: UInt32) -> Int { Int((operand &>> shift) & mask) }
  }

  /// A field of an inline cache.
  struct Cache {
    let name: FixedText
    let units: Int
  }

  /// - Parameter shown: For each opcode.
  init(_ set: InstructionSet, _ shown: [DisassemblerTables.Opcode]) {
    let rows = shown.indices.map { Opcode(set[$0], shown[$0], set) }
    opcodes = fixed(rows)
    longestColumn = rows.reduce(0) { max($0, $1.column.count) }
    textRoom = rows.reduce(0) { max($0, $1.textRoom) }
    usesCells = rows.contains { $0.fields.contains { $0.kind == .cell } }
  }

  @inline(__always)
  subscript(opcode: UInt8) -> UnsafePointer<Opcode> {
    // There are 256 opcodes, so that their memory is never nil.
    opcodes.baseAddress.unsafelyUnwrapped + Int(opcode)
  }
}

extension RowTable.Opcode {
  fileprivate init(_ instruction: Instruction, _ shown: DisassemblerTables.Opcode, _ set: InstructionSet) {
    let base = set[Int(instruction.base)]
    let name = Array(instruction.name.utf8)
    let padded = name + RowTable.blanks(RowTable.nameWidth - name.count)
    let excess = set.dis.columns == .shared ? max(0, name.count - RowTable.nameWidth) : 0
    hasOperand = shown.hasOperand
    number = NumberColumn(width: RowTable.operandWidth - excess)
    // Most columns are two pieces long with the number: all of them have at least these.
    let bytes = hasOperand ? padded + RowTable.blanks(1 + number.width) : set.dis.keepsBlanks ? padded : name
    column = FixedText(bytes, room: RowTable.columnRoom)
    hasTarget = instruction.operand.main.map { ComparisonTables.isTarget($0.kind) } ?? false
    cache = fixed(base.cache.map { RowTable.Cache(name: FixedText($0.name.utf8), units: $0.units) })
    var (kind, word, fields, flags): (RowTable.TextKind, [UInt8], [RowTable.Field], [RowTable.Flag]) = (.none, [], [], [])
    switch shown.text {
    case .none: break
    case .target(let text): (kind, word) = (.target, text)
    case .fields(let shown, let flagged):
      kind = .fields
      fields = shown.compactMap(RowTable.Field.init)
      flags = flagged.map(RowTable.Flag.init)
      if fields.count == 1 && flags.isEmpty { kind = RowTable.TextKind(fields[0].kind) }
    }
    text = kind
    part = fields.first?.part ?? RowTable.Part()
    self.word = FixedText(word)
    self.fields = fixed(fields)
    self.flags = fixed(flags)
  }

  fileprivate var textRoom: Int {
    let fields = fields.reduce(0) { sum, field in sum + field.texts.reduce(0) { $0 + ($1?.count ?? 0) + 2 } + 16 }
    return word.count + fields + flags.reduce(0) { $0 + $1.before.count + $1.separator.count + $1.after.count }
  }
}

extension RowTable {
  /// Bytes of a column that are copied at once.
  static let columnRoom = 2 * TextCursor.piece

  fileprivate static func blanks(_ count: Int) -> [UInt8] { [UInt8](repeating: UInt8(ascii: " "), count: max(0, count)) }
}

extension RowTable.TextKind {
  /// The kind of a text with one field.
  fileprivate init(_ field: RowTable.Field.Kind) {
    switch field {
    case .constant: self = .constant
    case .name: self = .name
    case .variable: self = .variable
    case .cell, .table, .flags: self = .fields
    }
  }
}

extension RowTable.Field {
  /// Nil for a field that is never shown.
  fileprivate init?(_ shown: DisassemblerTables.Field) {
    switch shown.field.kind {
    case .const: kind = .constant
    case .name: kind = .name
    case .local, .localsplus: kind = .variable
    case .deref: kind = .cell
    case .table: kind = .table
    case .flags: kind = .flags
    default: return nil
    }
    part = RowTable.Part(shown.field)
    texts = fixed(shown.texts.map { text in text.map { FixedText($0) } })
  }
}

extension RowTable.Flag {
  fileprivate init(_ flag: DisassemblerTables.Flag) {
    part = RowTable.Part(flag.field)
    before = FixedText(flag.before)
    separator = FixedText(flag.separator)
    after = FixedText(flag.after)
  }
}

/// A copy in memory that is never freed.
private func fixed<Element>(_ elements: [Element]) -> UnsafeBufferPointer<Element> {
  let memory = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
  _ = memory.initialize(from: elements)
  return UnsafeBufferPointer(memory)
}
