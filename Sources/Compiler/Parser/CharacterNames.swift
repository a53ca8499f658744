import Bytecode

/// Characters by the names and aliases that `\N{...}` takes (CPython: Modules/unicodedata.c, `_getcode`).
enum CharacterNames {
  private struct Entry {
    let point: UInt32
    /// The version of Unicode that has it, times 10.
    let unicode: UInt16
  }

  /// The characters whose names are not derived from their numbers or sounds, and the aliases.
  private static let listed: [String: Entry] = {
    var entries: [String: Entry] = [:]
    entries.reserveCapacity(40000)
    for range in [UInt32(0)...0x33FF, 0x4DC0...0x4DFF, 0xA000...0xABFF, 0xD7A4...0x16FFF, 0x18000...0x1FFFF, 0x2F800...0x2FA1F, 0xE0000...0xE01EF] {
      for point in range {
        guard let scalar = Unicode.Scalar(point), let name = scalar.properties.name, let age = age(scalar) else { continue }
        entries[name] = Entry(point: point, unicode: age)
      }
    }
    for (unicode, aliases) in AliasTable.all {
      for item in aliases.description.split(separator: ";") {
        guard let colon = item.firstIndex(of: ":"), let point = UInt32(item[..<colon], radix: 16) else { continue }
        entries[String(item[item.index(after: colon)...])] = Entry(point: point, unicode: unicode)
      }
    }
    return entries
  }()

  private static let syllables: [String: UInt32] = {
    var syllables: [String: UInt32] = [:]
    for point in UInt32(0xAC00)...0xD7A3 {
      if let name = Unicode.Scalar(point)?.properties.name { syllables[name] = point }
    }
    return syllables
  }()

  private static func age(_ scalar: Unicode.Scalar) -> UInt16? {
    scalar.properties.age.map { UInt16(truncatingIfNeeded: $0.major * 10 + $0.minor) }
  }

  /// The character of a name; nil if there is none.
  /// - Parameters:
  ///   - name: in any case, but for some of the names that are derived.
  ///   - unicode: the version of Unicode that must have it, times 10.
  ///   - loosely: whether derived names may be in any case too, and are those of more scripts.
  static func character(named name: String, unicode: UInt16, loosely: Bool) -> UInt32? {
    let upper = String(decoding: name.utf8.map { $0 >= 97 && $0 <= 122 ? $0 - 32 : $0 }, as: UTF8.self)
    let derived = loosely ? upper : name
    if derived.hasPrefix("HANGUL SYLLABLE ") { return syllables[derived] }
    for prefix in loosely ? ["CJK UNIFIED IDEOGRAPH-", "TANGUT IDEOGRAPH-"] : ["CJK UNIFIED IDEOGRAPH-"] where derived.hasPrefix(prefix) {
      return ideograph(derived, prefix, unicode, padded: !loosely)
    }
    guard let entry = listed[upper], entry.unicode <= unicode else { return nil }
    return loosely || !upper.hasPrefix("TANGUT IDEOGRAPH-") ? entry.point : nil
  }

  /// A name that ends in the number of the character.
  private static func ideograph(_ name: String, _ prefix: String, _ unicode: UInt16, padded: Bool) -> UInt32? {
    let digits = name.utf8.dropFirst(prefix.utf8.count)
    guard (4...5).contains(digits.count), digits.allSatisfy({ (48...57).contains($0) || (65...70).contains($0) }),
      padded || digits.count == 4 || digits.first != 48, let point = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
      let scalar = Unicode.Scalar(point), let age = age(scalar), age <= unicode, scalar.properties.name?.hasPrefix(prefix) == true
    else { return nil }
    return point
  }
}
