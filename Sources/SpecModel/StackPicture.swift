/// What an instruction takes from the stack and leaves there: `inputs -- outputs`, each bottom to top, separated by commas.
///
///     item := name [":" kind [size]] ["[" count "]"] ["if" condition]
///
/// - An item without a kind is an object; one called `null` is the NULL marker.
/// - `[count]` makes it a run of slots, `if` one that may be absent.
/// - An output with the name of an input is that input; one with the name of a const or local field is what the field names.
/// - A name that starts with `_` is not passed to the kernel.
/// - The same name twice with opposite conditions, `x:bool if f, x if not f`, is one item of two possible kinds.
public struct StackPicture: Hashable, Sendable {
  public let inputs: [StackItem]
  public let outputs: [StackItem]
  public let text: String
  public let place: Place
}

public struct StackItem: Hashable, Sendable {
  public let name: String
  public let place: Place
  public let kind: SlotKind
  /// How many slots it is; nil for one.
  public let count: Count?
  /// When it is there; nil for always.
  public let condition: Condition?
  /// The kind when `kindCondition` does not hold; nil if the kind is always the same.
  public let otherwise: SlotKind?
  public let kindCondition: Condition?
  /// What is known about the length of a tuple.
  public let size: Size?

  public var isHidden: Bool { name.hasPrefix("_") }

  /// The item as it is when its condition holds.
  public var unconditional: StackItem {
    StackItem(
      name: name, place: place, kind: kind, count: count, condition: nil, otherwise: otherwise, kindCondition: kindCondition,
      size: size)
  }

  public enum Size: Hashable, Sendable {
    case exactly(String)
    case atMost(String)
  }
}

/// What a slot may hold. The names are those of the spec, with what each means.
public enum SlotKind: String, CaseIterable, Sendable {
  case object
  case null
  case objectOrNull = "object_or_null"
  case unsetOrObject = "unset_or_object"
  case any
  case bool
  case int
  case comparison
  case exception
  case exceptionOrNone = "exception_or_none"
  case lasti
  case returnAddress = "return_address"
  case marker
  case cell
  case code
  case names
  case tuple
  case mapping

  public var doc: String {
    switch self {
    case .object: "any Python object"
    case .null: "the NULL marker"
    case .objectOrNull: "an object, or NULL where a call has no self"
    case .unsetOrObject: "what a local variable holds, NULL if it is unset"
    case .any: "anything, NULL included"
    case .bool: "exactly True or False"
    case .int: "exactly an int"
    case .comparison: "True or False if both inputs are exactly ints, else any Python object"
    case .exception: "an exception"
    case .exceptionOrNone: "an exception or None"
    case .lasti: "a saved instruction offset"
    case .returnAddress: "the address behind a CALL_FINALLY (3.8)"
    case .marker: "what a finally block finds: NULL, a return address, or the slots of an exception (3.8)"
    case .cell: "a cell"
    case .code: "a code object"
    case .names: "a tuple of names"
    case .tuple: "a tuple"
    case .mapping: "a mapping used as a namespace"
    }
  }
}

/// A number of slots: a constant plus multiples of operand fields, such as `2 * count` or `before + 1 + after`.
public struct Count: Hashable, Sendable {
  public struct Term: Hashable, Sendable {
    public let factor: Int
    public let field: String
  }
  public let constant: Int
  public let terms: [Term]

  /// The field that alone is the count, if so.
  public var onlyField: String? {
    constant == 0 && terms.count == 1 && terms[0].factor == 1 ? terms[0].field : nil
  }
}

/// A test of an operand field.
public enum Condition: Hashable, Sendable {
  case isSet(String)
  case isClear(String)
  case equals(String, Int)
  case atLeast(String, Int)

  public var field: String {
    switch self {
    case .isSet(let field), .isClear(let field), .equals(let field, _), .atLeast(let field, _): field
    }
  }

  var isOppositeOf: (Condition) -> Bool {
    { other in
      switch (self, other) {
      case (.isSet(let a), .isClear(let b)), (.isClear(let a), .isSet(let b)): a == b
      default: false
      }
    }
  }
}

// MARK: - Parsing

extension StackPicture {
  /// Parses a picture whose conditions and counts speak of the operand fields with these names.
  package static func parse(_ text: Located<String>, fields names: [String], _ diagnostics: inout Diagnostics) -> StackPicture? {
    var scanner = TextScanner(text)
    let inputs = parseItems(&scanner, names, &diagnostics)
    scanner.expect("--", &diagnostics)
    let outputs = parseItems(&scanner, names, &diagnostics)
    if !scanner.isAtEnd { scanner.fail("expected `,` or the end of the picture", &diagnostics) }
    if scanner.failed { return nil }
    // An input may be pushed more than once.
    let copied = Set(inputs.map(\.name))
    guard let inputs = merged(inputs, repeatable: [], &diagnostics) else { return nil }
    guard let outputs = merged(outputs, repeatable: copied, &diagnostics) else { return nil }
    return StackPicture(
      inputs: inputs, outputs: typed(outputs, like: inputs), text: text.value.normalized, place: text.place)
  }

  private static func parseItems(
    _ scanner: inout TextScanner, _ fields: [String], _ diagnostics: inout Diagnostics
  ) -> [StackItem] {
    var items: [StackItem] = []
    guard let first = scanner.acceptWord() else { return [] }
    var name = first
    while true {
      items.append(parseItem(name, &scanner, fields, &diagnostics))
      guard scanner.accept(","), let next = scanner.expectWord("the name of a stack item", &diagnostics) else { return items }
      name = next
    }
  }

  private static func parseItem(
    _ name: Located<String>, _ scanner: inout TextScanner, _ fields: [String], _ diagnostics: inout Diagnostics
  ) -> StackItem {
    var kind = name.value == "null" ? SlotKind.null : .object
    var size: StackItem.Size?
    if scanner.accept(":"), let word = scanner.expectWord("a slot kind", &diagnostics) {
      if let known = SlotKind(rawValue: word.value) {
        kind = known
      } else {
        diagnostics.unknown("slot kind", word.value, at: word.place, among: SlotKind.allCases.map(\.rawValue))
      }
      if scanner.accept("==") {
        size = parseField(&scanner, fields, &diagnostics).map { .exactly($0) }
      } else if scanner.accept("<=") {
        size = parseField(&scanner, fields, &diagnostics).map { .atMost($0) }
      }
    }
    var count: Count?
    if scanner.accept("[") {
      count = parseCount(&scanner, fields, &diagnostics)
      scanner.expect("]", &diagnostics)
    }
    let condition = scanner.accept("if") ? parseCondition(&scanner, fields, &diagnostics) : nil
    return StackItem(
      name: name.value, place: name.place, kind: kind, count: count, condition: condition, otherwise: nil, kindCondition: nil,
      size: size)
  }

  private static func parseField(
    _ scanner: inout TextScanner, _ fields: [String], _ diagnostics: inout Diagnostics
  ) -> String? {
    guard let word = scanner.expectWord("the name of an operand field", &diagnostics) else { return nil }
    if fields.contains(word.value) { return word.value }
    diagnostics.unknown("operand field", word.value, at: word.place, among: fields)
    return nil
  }

  private static func parseCondition(
    _ scanner: inout TextScanner, _ fields: [String], _ diagnostics: inout Diagnostics
  ) -> Condition? {
    if scanner.accept("not") { return parseField(&scanner, fields, &diagnostics).map { .isClear($0) } }
    guard let field = parseField(&scanner, fields, &diagnostics) else { return nil }
    if scanner.accept("==") { return .equals(field, scanner.expectNumber(&diagnostics)) }
    if scanner.accept(">=") { return .atLeast(field, scanner.expectNumber(&diagnostics)) }
    return .isSet(field)
  }

  private static func parseCount(
    _ scanner: inout TextScanner, _ fields: [String], _ diagnostics: inout Diagnostics
  ) -> Count? {
    var constant = 0
    var terms: [Count.Term] = []
    var sign = scanner.accept("-") ? -1 : 1
    repeat {
      if let number = scanner.acceptNumber() {
        if scanner.accept("*") {
          guard let field = parseField(&scanner, fields, &diagnostics) else { return nil }
          terms.append(Count.Term(factor: sign * number, field: field))
        } else {
          constant += sign * number
        }
      } else {
        guard let field = parseField(&scanner, fields, &diagnostics) else { return nil }
        terms.append(Count.Term(factor: sign, field: field))
      }
      if scanner.accept("+") { sign = 1 } else if scanner.accept("-") { sign = -1 } else { break }
    } while true
    return Count(constant: constant, terms: terms)
  }

  /// Parses a sum of numbers and fields alone, such as `1 - count`.
  package static func parseSum(_ text: Located<String>, fields: [OperandField], _ diagnostics: inout Diagnostics) -> Count? {
    var scanner = TextScanner(text)
    let count = parseCount(&scanner, fields.map(\.name), &diagnostics)
    if !scanner.isAtEnd { scanner.fail("expected `+`, `-` or the end", &diagnostics) }
    return scanner.failed ? nil : count
  }

  /// Joins neighbours of one name with opposite conditions, and reports names that occur twice otherwise.
  private static func merged(
    _ items: [StackItem], repeatable: Set<String>, _ diagnostics: inout Diagnostics
  ) -> [StackItem]? {
    var result: [StackItem] = []
    var valid = true
    for item in items {
      if let last = result.last, last.name == item.name, let a = last.condition, let b = item.condition, a.isOppositeOf(b) {
        result[result.count - 1] = StackItem(
          name: last.name, place: last.place, kind: last.kind, count: nil, condition: nil, otherwise: item.kind,
          kindCondition: a, size: nil)
      } else if !repeatable.contains(item.name), result.contains(where: { $0.name == item.name }) {
        diagnostics.error(item.place, "stack item `\(item.name)` stands twice on one side of the picture")
        valid = false
      } else {
        result.append(item)
      }
    }
    return valid ? result : nil
  }

  /// Outputs that are inputs have the kinds of these, unless they give one of their own.
  private static func typed(_ outputs: [StackItem], like inputs: [StackItem]) -> [StackItem] {
    outputs.map { output in
      guard output.kind == .object, output.otherwise == nil, let input = inputs.first(where: { $0.name == output.name }) else {
        return output
      }
      return StackItem(
        name: output.name, place: output.place, kind: input.kind, count: output.count, condition: output.condition,
        otherwise: input.otherwise, kindCondition: input.kindCondition, size: nil)
    }
  }
}

extension String {
  /// The text with runs of spaces and line ends made one space, as folded YAML scalars leave them.
  var normalized: String {
    split(whereSeparator: { $0 == " " || $0 == "\n" }).joined(separator: " ")
  }
}
