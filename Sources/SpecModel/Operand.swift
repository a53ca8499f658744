/// A part of an instruction's operand.
public struct OperandField: Hashable, Sendable {
  public let name: String
  public let place: Place
  public let kind: OperandKind
  /// The field is `(oparg >> shift) & mask`.
  public let shift: Int
  public let mask: UInt32
  /// Values that verified code may have.
  public let values: ClosedRange<UInt32>

  /// A field whose name starts with `_` is not passed to kernels.
  public var isHidden: Bool { name.hasPrefix("_") }

  /// Whether `field` is a flag that stands for one bit of this hidden set of flags, which is there for its names.
  func isSpelledOut(by field: OperandField) -> Bool {
    if case .flags = kind { isHidden && field.kind == .flag } else { false }
  }

  /// The bits of the operand that the field covers.
  public var bits: UInt32 { mask << UInt32(shift) }
}

/// What an operand field means. The names are those of the spec.
public enum OperandKind: Hashable, Sendable {
  case const, name, local, localsplus, deref
  case count, depth, flag, number, prefix
  case forward, backward, absolute, handler, backReference
  case table(String)
  case flags(String)

  /// The kinds that are no tables, by their names in the spec, with what each means.
  public static let plain: [(name: String, kind: OperandKind, doc: String)] = [
    ("const", .const, "index into co_consts"),
    ("name", .name, "index into co_names"),
    ("local", .local, "index of a local variable"),
    ("localsplus", .localsplus, "index of a cell or free variable among all variables (3.11 on)"),
    ("deref", .deref, "index into the cell variables, then the free ones (up to 3.10)"),
    ("count", .count, "a number of stack items, arguments or variables"),
    ("depth", .depth, "a position below the top of the stack"),
    ("flag", .flag, "0 or 1"),
    ("number", .number, "a plain number"),
    ("prefix", .prefix, "eight more bits for the next instruction's operand"),
    ("forward", .forward, "a jump forward, relative to the next instruction"),
    ("backward", .backward, "a jump backward, relative to the next instruction"),
    ("absolute", .absolute, "a jump to an address"),
    ("handler", .handler, "the handler that the instruction sets up, further down"),
    ("back_reference", .backReference, "the distance back to another instruction; not a jump"),
  ]

  /// Whether the field names a place that the instruction may jump to.
  public var isJump: Bool { self == .forward || self == .backward || self == .absolute }

  /// Whether the field names a variable of the frame.
  public var isVariable: Bool { self == .local || self == .localsplus || self == .deref }

  public var tableName: String? {
    switch self {
    case .table(let name), .flags(let name): name
    default: nil
    }
  }
}

extension OperandField {
  /// Parses the short form, `count in 2..3`: one field that is the whole operand and bears the name of its kind.
  package static func parseWhole(_ text: Located<String>, tables: Set<String>, _ diagnostics: inout Diagnostics) -> OperandField? {
    var scanner = TextScanner(text)
    guard let word = scanner.expectWord("an operand kind", &diagnostics) else { return nil }
    guard let kind = parseKind(word, &scanner, tables, &diagnostics) else { return nil }
    let field = finish(
      Located(word.value, word.place), kind, shift: 0, mask: kind == .flag ? 1 : .max, &scanner, &diagnostics)
    return field
  }

  /// Parses a field of the long form, `name: [kind] arg [>> n] [& mask] [in low..high]` or `name: bit n`.
  package static func parse(
    _ name: Located<String>, _ text: Located<String>, tables: Set<String>, _ diagnostics: inout Diagnostics
  ) -> OperandField? {
    var scanner = TextScanner(text)
    var kind: OperandKind?
    if scanner.accept("bit") {
      let shift = scanner.expectNumber(&diagnostics)
      return finish(name, .flag, shift: shift, mask: 1, &scanner, &diagnostics)
    }
    if !scanner.accept("arg") {
      guard let word = scanner.expectWord("`arg`, `bit` or an operand kind", &diagnostics) else { return nil }
      kind = parseKind(word, &scanner, tables, &diagnostics)
      if kind == nil { return nil }
      scanner.expect("arg", &diagnostics)
    } else {
      kind = parseKind(name, &scanner, tables, &diagnostics)
    }
    guard let kind else { return nil }
    let shift = scanner.accept(">>") ? scanner.expectNumber(&diagnostics) : 0
    var mask = UInt32.max
    if scanner.accept("&") { mask = UInt32(truncatingIfNeeded: scanner.expectNumber(&diagnostics)) }
    return finish(name, kind, shift: shift, mask: mask, &scanner, &diagnostics)
  }

  private static func parseKind(
    _ word: Located<String>, _ scanner: inout TextScanner, _ tables: Set<String>, _ diagnostics: inout Diagnostics
  ) -> OperandKind? {
    if let plain = OperandKind.plain.first(where: { $0.name == word.value }) { return plain.kind }
    if tables.contains(word.value) { return .table(word.value) }
    if word.value == "flags" {
      guard let table = scanner.expectWord("a table of flags", &diagnostics) else { return nil }
      if tables.contains(table.value) { return .flags(table.value) }
      diagnostics.unknown("operand table", table.value, at: table.place, among: tables.sorted())
      return nil
    }
    let known = OperandKind.plain.map(\.name) + tables.sorted()
    diagnostics.unknown("operand kind", word.value, at: word.place, among: known)
    return nil
  }

  private static func finish(
    _ name: Located<String>, _ kind: OperandKind, shift: Int, mask: UInt32, _ scanner: inout TextScanner,
    _ diagnostics: inout Diagnostics
  ) -> OperandField? {
    guard (0..<32).contains(shift) else {
      diagnostics.error(name.place, "field `\(name.value)` starts at bit \(shift), but an operand has 32 bits")
      return nil
    }
    let mask = mask & (UInt32.max >> UInt32(shift))
    var low = UInt32(0)
    var high = kind == .flag ? min(mask, 1) : mask
    if scanner.accept("in") {
      let place = scanner.place
      low = UInt32(truncatingIfNeeded: scanner.expectNumber(&diagnostics))
      scanner.expect("..", &diagnostics)
      if let number = scanner.acceptNumber() { high = UInt32(truncatingIfNeeded: number) }
      if !scanner.failed && (low > high || high > mask) {
        diagnostics.error(place, "field `\(name.value)` cannot have the values \(low)..\(high)")
        return nil
      }
    }
    if !scanner.isAtEnd { scanner.fail("expected the end of the field", &diagnostics) }
    if scanner.failed { return nil }
    return OperandField(name: name.value, place: name.place, kind: kind, shift: shift, mask: mask, values: low...high)
  }
}
