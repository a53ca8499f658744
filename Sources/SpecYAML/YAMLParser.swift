import CYAML
import SpecModel

/// Turns the text of a YAML file into a tree of nodes, by the events of libyaml.
///
/// The spec uses a plain subset: one document, no anchors, aliases or tags, and keys that are single values and stand once.
struct YAMLParser {
  /// Deeper nesting is an error; the spec needs five levels.
  private static let maximumDepth = 32

  private let file: String
  private var parser = yaml_parser_t()
  private var failed = false

  private init(file: String) { self.file = file }

  /// Parses the bytes of `file`. Mistakes are reported to `diagnostics`; the result is nil after any.
  static func parse(file: String, bytes: [UInt8], _ diagnostics: inout Diagnostics) -> Node? {
    bytes.withUnsafeBufferPointer { buffer in
      var parser = YAMLParser(file: file)
      guard yaml_parser_initialize(&parser.parser) == 1 else {
        diagnostics.error(Place(file: file, line: 1, column: 1), "out of memory")
        return nil
      }
      defer { yaml_parser_delete(&parser.parser) }
      yaml_parser_set_input_string(&parser.parser, buffer.baseAddress, buffer.count)
      let node = parser.document(&diagnostics)
      return parser.failed ? nil : node
    }
  }

  private func place(_ mark: yaml_mark_t) -> Place {
    Place(file: file, line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }

  private mutating func fail(_ place: Place, _ message: String, _ diagnostics: inout Diagnostics) {
    if !failed { diagnostics.error(place, message) }
    failed = true
  }

  /// An event, copied out of libyaml's memory.
  private enum Event {
    case scalar(String, isQuoted: Bool)
    case sequenceStart, sequenceEnd, mappingStart, mappingEnd
    case other, end
  }

  private mutating func next(_ diagnostics: inout Diagnostics) -> (event: Event, place: Place) {
    var event = yaml_event_t()
    guard !failed, yaml_parser_parse(&parser, &event) == 1 else {
      let mark = place(parser.problem_mark)
      fail(mark, parser.problem.map { "YAML: " + String(cString: $0) } ?? "YAML: cannot be parsed", &diagnostics)
      return (.end, mark)
    }
    defer { yaml_event_delete(&event) }
    let start = place(event.start_mark)
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      rejectProperties(anchor: scalar.anchor, tag: scalar.tag, at: start, &diagnostics)
      let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      let isQuoted = scalar.style == YAML_SINGLE_QUOTED_SCALAR_STYLE || scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE
      return (.scalar(text, isQuoted: isQuoted), start)
    case YAML_SEQUENCE_START_EVENT:
      let data = event.data.sequence_start
      rejectProperties(anchor: data.anchor, tag: data.tag, at: start, &diagnostics)
      return (.sequenceStart, start)
    case YAML_MAPPING_START_EVENT:
      let data = event.data.mapping_start
      rejectProperties(anchor: data.anchor, tag: data.tag, at: start, &diagnostics)
      return (.mappingStart, start)
    case YAML_SEQUENCE_END_EVENT: return (.sequenceEnd, start)
    case YAML_MAPPING_END_EVENT: return (.mappingEnd, start)
    case YAML_ALIAS_EVENT:
      fail(start, "YAML aliases are not used in the spec", &diagnostics)
      return (.end, start)
    case YAML_STREAM_END_EVENT: return (.end, start)
    default: return (.other, start)
    }
  }

  private mutating func rejectProperties(
    anchor: UnsafeMutablePointer<UInt8>?, tag: UnsafeMutablePointer<UInt8>?, at place: Place,
    _ diagnostics: inout Diagnostics
  ) {
    if anchor != nil { fail(place, "YAML anchors are not used in the spec", &diagnostics) }
    if tag != nil { fail(place, "YAML tags are not used in the spec", &diagnostics) }
  }

  private mutating func document(_ diagnostics: inout Diagnostics) -> Node? {
    var result: Node?
    while !failed {
      let (event, place) = next(&diagnostics)
      switch event {
      case .end: return result
      case .other: continue
      default:
        if result != nil {
          fail(place, "a second YAML document in one file", &diagnostics)
        } else {
          result = node(event, place, depth: 0, &diagnostics)
        }
      }
    }
    return nil
  }

  private mutating func node(_ event: Event, _ place: Place, depth: Int, _ diagnostics: inout Diagnostics) -> Node? {
    if depth > Self.maximumDepth {
      fail(place, "nested more than \(Self.maximumDepth) levels deep", &diagnostics)
      return nil
    }
    switch event {
    case .scalar(let text, let isQuoted):
      return Node(place: place, content: .scalar(text, isQuoted: isQuoted))
    case .sequenceStart:
      return sequence(place, depth, &diagnostics)
    case .mappingStart:
      return mapping(place, depth, &diagnostics)
    default:
      fail(place, "YAML: unexpected end", &diagnostics)
      return nil
    }
  }

  private mutating func sequence(_ start: Place, _ depth: Int, _ diagnostics: inout Diagnostics) -> Node? {
    var items: [Node] = []
    while true {
      let (event, place) = next(&diagnostics)
      if case .sequenceEnd = event { return Node(place: start, content: .sequence(items)) }
      guard let item = node(event, place, depth: depth + 1, &diagnostics) else { return nil }
      items.append(item)
    }
  }

  private mutating func mapping(_ start: Place, _ depth: Int, _ diagnostics: inout Diagnostics) -> Node? {
    var pairs: [(key: Node, value: Node)] = []
    var keys: Set<String> = []
    while true {
      let (event, place) = next(&diagnostics)
      if case .mappingEnd = event { return Node(place: start, content: .mapping(pairs)) }
      guard let key = node(event, place, depth: depth + 1, &diagnostics) else { return nil }
      guard let text = key.text else {
        fail(key.place, "a key must be a single value, not \(key.typeName)", &diagnostics)
        return nil
      }
      if !keys.insert(text.value).inserted { diagnostics.error(key.place, "key `\(text.value)` stands twice in one mapping") }
      let (valueEvent, valuePlace) = next(&diagnostics)
      guard let value = node(valueEvent, valuePlace, depth: depth + 1, &diagnostics) else { return nil }
      pairs.append((key, value))
    }
  }
}
