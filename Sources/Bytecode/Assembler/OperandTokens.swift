/// The tokens that stand for entries of operand tables, and the words that stand for flags.
enum OperandTokens {
  /// The token of a table entry: what `dis` shows, or CPython's name where that is nothing.
  static func token(_ entry: OperandTableEntry) -> String { entry.text.isEmpty ? entry.name : entry.text }

  /// The word for a field that is not written by its place: a flag, or a field without a meaning of its own.
  static func word(_ field: OperandField) -> String {
    String(field.name.drop { $0 == "_" })
  }

  /// Whether the field is written as a word: a flag in one bit, or a hidden field with its number behind.
  static func isWord(_ field: OperandField) -> Bool {
    field.kind == .flag || field.name.hasPrefix("_")
  }

  /// Puts the values of fields together.
  static func operand(_ values: [(field: OperandField, value: UInt32)]) -> UInt32 {
    values.reduce(0) { $0 | ($1.value & $1.field.mask) << UInt32($1.field.shift) }
  }
}
