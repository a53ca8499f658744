/// Characters by the names that `\N{...}` takes.
enum CharacterNames {
  private static let names: [String: UInt32] = {
    var names: [String: UInt32] = [:]
    names.reserveCapacity(40000)
    for point in UInt32(0)...0xE01EF {
      guard let scalar = Unicode.Scalar(point) else { continue }
      let properties = scalar.properties
      if let name = properties.name { names[name] = point }
      if let alias = properties.nameAlias { names[alias] = point }
    }
    return names
  }()

  /// The character of a name in any case.
  static func character(named name: String) -> UInt32? { names[name.uppercased()] }
}
