/// How a value that an instruction pushes reads like in Python, for people: `{left} {operator} {right}`.
///
///     {name}             an input of the stack picture, or a field of the operand
///     {name :}           an input of several slots, as pairs of a key and a value
///     {values = names}   an input of several slots, the last of them with the names of a tuple: `1, key=2`
///     {values : keys}    an input of several slots, each with a key of a tuple: `key: 2`
///     {#}                the number of the slot in an output of several, 0 for the topmost
///     {{ and }}          braces
///
/// Inputs that are NULL, or may be, are left out, with the comma that divides them from their neighbours.
public struct Reading: Hashable, Sendable {
  /// The output of the stack picture that reads so.
  public let output: String
  public let text: String
  public let place: Place
  public let parts: [Part]

  public enum Part: Hashable, Sendable {
    case text(String)
    case name(String)
    case pairs(String)
    case labelled(String, by: String, separator: String)
    case number
  }
}

extension Reading {
  /// Parses a text whose names are among `names`.
  package static func parse(
    _ text: Located<String>, output: String, names: some Collection<String>, _ diagnostics: inout Diagnostics
  ) -> Reading? {
    var parser = Parser(text: text)
    guard let parts = parser.parse(&diagnostics) else { return nil }
    for part in parts {
      for name in part.names where !names.contains(name) {
        diagnostics.unknown("input or operand field", name, at: text.place, among: names)
        return nil
      }
    }
    return Reading(output: output, text: text.value, place: text.place, parts: parts)
  }

  private struct Parser {
    let text: Located<String>
    private var rest: Substring
    private var literal = ""
    private var parts: [Part] = []

    init(text: Located<String>) {
      self.text = text
      rest = text.value[...]
    }

    mutating func parse(_ diagnostics: inout Diagnostics) -> [Part]? {
      while let character = rest.popFirst() {
        switch character {
        case "{" where rest.first == "{", "}" where rest.first == "}": literal.append(rest.removeFirst())
        case "{":
          guard let end = rest.firstIndex(of: "}"), let part = Parser.part(rest[..<end]) else {
            diagnostics.error(text.place, "expected a name, `name :`, `values = names`, `values : keys` or `#`, and `}`, behind `{` in `\(text.value)`")
            return nil
          }
          finishLiteral()
          parts.append(part)
          rest = rest[rest.index(after: end)...]
        case "}":
          diagnostics.error(text.place, "`}` without `{` in `\(text.value)`; `}}` stands for a brace")
          return nil
        default: literal.append(character)
        }
      }
      finishLiteral()
      return parts
    }

    private mutating func finishLiteral() {
      if !literal.isEmpty { parts.append(.text(literal)) }
      literal = ""
    }

    private static func part(_ text: Substring) -> Part? {
      let words = text.split(separator: " ").map(String.init)
      switch words.count {
      case 1: return words[0] == "#" ? .number : .name(words[0])
      case 2: return words[1] == ":" ? .pairs(words[0]) : nil
      case 3: return words[1] == ":" || words[1] == "=" ? .labelled(words[0], by: words[2], separator: words[1]) : nil
      default: return nil
      }
    }
  }
}

extension Reading.Part {
  fileprivate var names: [String] {
    switch self {
    case .text, .number: []
    case .name(let name), .pairs(let name): [name]
    case .labelled(let values, let names, _): [values, names]
    }
  }
}
