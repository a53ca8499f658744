import SpecModel

/// Swift expressions for the parts of an operand, in a scope where `oparg` is the whole operand as an Int.
struct FieldExpressions {
  let form: Form
  /// Whether to write for readers: fields by their names, `n if flag` in place of Swift's conditional.
  var inWords = false

  /// The value of a field.
  func value(_ field: OperandField) -> String {
    var text = "oparg"
    if field.shift > 0 { text = "oparg >> \(field.shift)" }
    if field.mask != UInt32.max >> UInt32(field.shift) {
      text = field.shift > 0 ? "(\(text)) & \(field.mask)" : "oparg & \(field.mask)"
    }
    return text
  }

  /// The value as an operand of another operator.
  func atom(_ name: String) -> String {
    guard !inWords, let field = form.field(name) else { return name }
    let text = value(field)
    return text == "oparg" ? text : "(\(text))"
  }

  func condition(_ condition: Condition) -> String {
    switch condition {
    case .isSet(let name) where inWords: name
    case .isClear(let name) where inWords: "not \(name)"
    case .isSet(let name): "\(atom(name)) != 0"
    case .isClear(let name): "\(atom(name)) == 0"
    case .equals(let name, let number): "\(atom(name)) == \(number)"
    case .atLeast(let name, let number): "\(atom(name)) >= \(number)"
    }
  }

  /// The number of slots of `items`.
  func size(_ items: some Sequence<StackItem>) -> Size {
    items.reduce(Size()) { $0 + size($1) }
  }

  func size(_ count: Count) -> Size {
    var size = Size(constant: count.constant)
    for term in count.terms { size.terms[atom(term.field), default: 0] += term.factor }
    return size
  }

  func size(_ item: StackItem) -> Size {
    let size = item.count.map { self.size($0) } ?? Size(constant: 1)
    guard let condition = item.condition else { return size }
    let text = self.condition(condition)
    return Size(constant: 0, terms: [inWords ? "(\(size) if \(text))" : "(\(text) ? \(size) : 0)": 1])
  }
}

/// A number of slots as a sum: a constant and multiples of Swift expressions.
struct Size: Hashable, CustomStringConvertible {
  var constant = 0
  var terms: [String: Int] = [:]

  static func + (a: Size, b: Size) -> Size {
    var result = a
    result.constant += b.constant
    for (term, factor) in b.terms { result.terms[term, default: 0] += factor }
    result.terms = result.terms.filter { $0.value != 0 }
    return result
  }

  static func - (a: Size, b: Size) -> Size {
    a + Size(constant: -b.constant, terms: b.terms.mapValues { -$0 })
  }

  var isConstant: Bool { terms.isEmpty }

  /// The sum as a Swift expression.
  var description: String { expression(wrapping: false) }

  /// The sum as a Swift expression; `wrapping` uses the operators that do not test for overflow.
  func expression(wrapping: Bool) -> String {
    let (plus, minus, times) = wrapping ? ("&+", "&-", "&*") : ("+", "-", "*")
    var text = ""
    for (term, factor) in terms.sorted(by: { ($0.value < 0 ? 1 : 0, $0.key) < ($1.value < 0 ? 1 : 0, $1.key) }) {
      let magnitude = abs(factor) == 1 ? term : "\(abs(factor)) \(times) \(term)"
      if text.isEmpty {
        text = factor < 0 ? (wrapping ? "0 &- \(magnitude)" : "-\(magnitude)") : magnitude
      } else {
        text += " \(factor < 0 ? minus : plus) \(magnitude)"
      }
    }
    if text.isEmpty { return "\(constant)" }
    if constant != 0 { text += constant < 0 ? " \(minus) \(-constant)" : " \(plus) \(constant)" }
    return text
  }
}
