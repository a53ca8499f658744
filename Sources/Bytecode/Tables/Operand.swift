/// The operand of an instruction: its fields, most meaningful first. Instructions without an operand have no fields; the operand
/// byte is then ignored.
public struct Operand: Sendable {
  public let fields: [OperandField]

  public init(_ fields: [OperandField]) { self.fields = fields }

  public static let none = Operand([])

  public var isUsed: Bool { !fields.isEmpty }

  /// The field that is not a flag and comes first: what `dis` looks up.
  public var main: OperandField? { fields.first }
}

/// A part of an operand.
public struct OperandField: Sendable {
  public let name: String
  public let kind: OperandKind
  /// The field is `(oparg >> shift) & mask`.
  public let shift: UInt8
  public let mask: UInt32
  /// Values that verified code may have.
  public let minimum: UInt32
  public let maximum: UInt32
  /// What a set flag makes of the operand's text in `dis`, with `{}` for the text so far, such as `{} + NULL`; nil if nothing.
  public let shown: String?

  public init(
    _ name: String, _ kind: OperandKind, shift: UInt8 = 0, mask: UInt32 = .max, minimum: UInt32 = 0, maximum: UInt32 = .max,
    shown: String? = nil
  ) {
    self.name = name
    self.kind = kind
    self.shift = shift
    self.mask = mask
    self.minimum = minimum
    self.maximum = maximum
    self.shown = shown
  }

  /// The value of the field in `oparg`.
  @inlinable public func value(in oparg: Int) -> Int { Int((UInt32(truncatingIfNeeded: oparg) >> shift) & mask) }
}

/// What the value of an operand field means.
public enum OperandKind: Hashable, Sendable, BitwiseCopyable {
  /// Index into `co_consts`.
  case const
  /// Index into `co_names`.
  case name
  /// Index of a local variable in the fast locals (`localsplus` from 3.11 on).
  case local
  /// Index of a cell or free variable in `localsplus` (3.11 on).
  case localsplus
  /// Index into the cell variables, then the free variables (up to 3.10).
  case deref
  /// A number of stack items, arguments or variables.
  case count
  /// A position below the top of the stack, in slots.
  case depth
  /// A jump forward, in jump units from the next instruction.
  case forward
  /// A jump backward, in jump units from the next instruction.
  case backward
  /// A jump to an address, in jump units from the start.
  case absolute
  /// The handler that the instruction sets up: a jump forward.
  case handler
  /// The distance back to another instruction; not a jump (END_ASYNC_FOR of 3.14).
  case backReference
  /// Index into an operand table.
  case table(Int)
  /// A set of the bits that an operand table names.
  case flags(Int)
  /// One bit, or the value 0 or 1.
  case flag
  /// A plain number.
  case number
  /// Eight more bits for the next instruction: EXTENDED_ARG.
  case prefix

  /// The kind with a number of the generated tables: the position in the list of kinds above.
  init(number: UInt8, table: Int) {
    let plain: [OperandKind] = [
      .const, .name, .local, .localsplus, .deref, .count, .depth, .forward, .backward, .absolute, .handler, .backReference,
    ]
    switch Int(number) {
    case plain.indices: self = plain[Int(number)]
    case plain.count: self = .table(table)
    case plain.count + 1: self = .flags(table)
    case plain.count + 2: self = .flag
    case plain.count + 3: self = .number
    default: self = .prefix
    }
  }
}

/// A numbered list that operands index: comparison operators, intrinsic functions and the like.
public struct OperandTable: Sendable {
  /// The name in `Spec/tables`, such as `binary_operation`.
  public let name: String
  public let doc: String
  /// Whether this version's `dis` shows the entry's text.
  public let isShown: Bool
  /// Sorted by value; values need not be consecutive.
  public let entries: [OperandTableEntry]

  public init(name: String, doc: String, isShown: Bool, entries: [OperandTableEntry]) {
    self.name = name
    self.doc = doc
    self.isShown = isShown
    self.entries = entries
  }

  public subscript(value: Int) -> OperandTableEntry? { entries.first { $0.value == value } }
}

public struct OperandTableEntry: Sendable {
  public let value: UInt32
  /// CPython's name, such as `NB_ADD`.
  public let name: String
  /// What `dis` shows, such as `+`.
  public let text: String
  /// False for numbers that CPython reserves: verified code never has them.
  public let isValid: Bool
  /// What CPython's compiler puts into the operand's field `_hint` beside the entry.
  public let hint: UInt32

  public init(_ value: UInt32, _ name: String, _ text: String, isValid: Bool = true, hint: UInt32 = 0) {
    self.value = value
    self.name = name
    self.text = text
    self.isValid = isValid
    self.hint = hint
  }
}
