import SpecModel

/// A value of a YAML file, with its place. Scalars stay text: what they mean is for the reader of the key.
public struct Node: Sendable {
  public let place: Place
  public let content: Content

  public indirect enum Content: Sendable {
    /// `isQuoted` tells `"null"` from an empty value.
    case scalar(String, isQuoted: Bool)
    case sequence([Node])
    case mapping([(key: Node, value: Node)])
  }

  var typeName: String {
    switch content {
    case .scalar: "a single value"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }

  /// The text of a scalar and where its first letter stands.
  var text: Located<String>? {
    guard case .scalar(let text, let isQuoted) = content else { return nil }
    return Located(text, isQuoted ? place.advanced(by: 1) : place)
  }
}
