import SpecModel

/// Takes the values of a mapping by their keys, checks their types, and reports keys that nobody asked for.
struct MappingReader {
  let place: Place
  private let what: String
  private var rest: [(key: Node, value: Node)]
  private var known: [String] = []

  /// - Parameter what: what the mapping describes, for messages, such as "an instruction".
  /// - Returns: nil, with an error, if `node` is no mapping.
  init?(_ node: Node, _ what: String, _ diagnostics: inout Diagnostics) {
    guard case .mapping(let pairs) = node.content else {
      diagnostics.error(node.place, "expected \(what), a mapping, but found \(node.typeName)")
      return nil
    }
    place = node.place
    self.what = what
    rest = pairs
  }

  /// The value of an optional key.
  mutating func take(_ key: String) -> Node? {
    known.append(key)
    guard let value = rest.first(where: { $0.key.text?.value == key })?.value else { return nil }
    rest.removeAll { $0.key.text?.value == key }
    return value
  }

  /// The value of a key that must be there.
  mutating func require(_ key: String, _ diagnostics: inout Diagnostics) -> Node? {
    if let node = take(key) { return node }
    diagnostics.error(place, "\(what) needs the key `\(key)`")
    return nil
  }

  /// Reports the keys that are left.
  func finish(_ diagnostics: inout Diagnostics) {
    for (key, _) in rest {
      diagnostics.unknown("key in \(what):", key.text?.value ?? "", at: key.place, among: known)
    }
  }

  /// All keys with their values, for mappings whose keys are names.
  static func pairs(_ node: Node, _ what: String, _ diagnostics: inout Diagnostics) -> [(key: Located<String>, value: Node)] {
    guard case .mapping(let pairs) = node.content else {
      diagnostics.error(node.place, "expected \(what), a mapping, but found \(node.typeName)")
      return []
    }
    return pairs.compactMap { pair in pair.key.text.map { ($0, pair.value) } }
  }
}

extension Node {
  /// The text of a single value that is not empty.
  func string(_ what: String, _ diagnostics: inout Diagnostics) -> Located<String>? {
    guard let text else {
      diagnostics.error(place, "expected \(what), but found \(typeName)")
      return nil
    }
    if text.value.isEmpty {
      diagnostics.error(place, "expected \(what), but found nothing")
      return nil
    }
    return text
  }

  func integer(_ what: String, in range: ClosedRange<Int>, _ diagnostics: inout Diagnostics) -> Int? {
    guard let text = string(what, &diagnostics) else { return nil }
    guard let number = Int(text.value), range.contains(number) else {
      diagnostics.error(
        place, "expected \(what), a number from \(range.lowerBound) to \(range.upperBound), but found `\(text.value)`")
      return nil
    }
    return number
  }

  func boolean(_ what: String, _ diagnostics: inout Diagnostics) -> Bool? {
    guard let text = string(what, &diagnostics) else { return nil }
    if text.value == "true" { return true }
    if text.value == "false" { return false }
    diagnostics.error(place, "expected \(what), `true` or `false`, but found `\(text.value)`")
    return nil
  }

  func version(_ diagnostics: inout Diagnostics) -> Version? {
    guard let text = string("a version", &diagnostics) else { return nil }
    if let version = Version(text.value) { return version }
    diagnostics.error(text.place, "expected a version such as 3.13, but found `\(text.value)`")
    return nil
  }

  func versionRange(_ diagnostics: inout Diagnostics) -> VersionRange? {
    guard let text = string("a range of versions", &diagnostics) else { return nil }
    if let range = VersionRange(text.value) { return range }
    diagnostics.error(
      text.place, "expected a range of versions such as `3.8 - 3.11`, `3.13 -` or `3.12`, but found `\(text.value)`")
    return nil
  }

  /// The items of a list.
  func list(_ what: String, _ diagnostics: inout Diagnostics) -> [Node] {
    if case .sequence(let items) = content { return items }
    diagnostics.error(place, "expected \(what), a list, but found \(typeName)")
    return []
  }

  /// The items of a list of names.
  func names(_ what: String, _ diagnostics: inout Diagnostics) -> [Located<String>] {
    var result: [Located<String>] = []
    for item in list(what, &diagnostics) {
      guard let name = item.string("a name", &diagnostics) else { continue }
      if result.contains(where: { $0.value == name.value }) {
        diagnostics.error(name.place, "`\(name.value)` stands twice in \(what)")
      }
      result.append(name)
    }
    return result
  }
}
