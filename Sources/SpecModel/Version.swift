/// A Python version such as 3.13.
public struct Version: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let major: Int
  public let minor: Int

  public init(_ major: Int, _ minor: Int) {
    self.major = major
    self.minor = minor
  }

  /// Parses `3.13`; nil if `text` is anything else.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let major = Int(parts[0]), let minor = Int(parts[1]) else { return nil }
    guard (0...255).contains(major) && (0...255).contains(minor) else { return nil }
    self.init(major, minor)
  }

  public static func < (a: Version, b: Version) -> Bool { (a.major, a.minor) < (b.major, b.minor) }

  public var description: String { "\(major).\(minor)" }

  /// The version as part of a Swift name: `3_13`.
  public var identifier: String { "\(major)_\(minor)" }
}

/// The versions for which something holds, both ends included: `3.8 - 3.11`, `3.13 -`, or `3.12` alone.
public struct VersionRange: Hashable, Sendable, CustomStringConvertible {
  public let first: Version
  /// The last version, or nil if there is no end in sight.
  public let last: Version?

  public init(first: Version, last: Version?) {
    self.first = first
    self.last = last
  }

  /// Parses the forms above; nil if `text` is anything else or ends before it starts.
  public init?(_ text: String) {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { $0.trimmed }
    guard let first = Version(ends[0]) else { return nil }
    switch ends.count {
    case 1: self.init(first: first, last: first)
    case 2 where ends[1].isEmpty: self.init(first: first, last: nil)
    case 2:
      guard let last = Version(ends[1]), first <= last else { return nil }
      self.init(first: first, last: last)
    default: return nil
    }
  }

  public func contains(_ version: Version) -> Bool {
    guard let last else { return first <= version }
    return first <= version && version <= last
  }

  public func overlaps(_ other: VersionRange) -> Bool {
    contains(other.first) || other.contains(first)
  }

  public var description: String {
    guard let last else { return "\(first) -" }
    return first == last ? "\(first)" : "\(first) - \(last)"
  }
}

extension StringProtocol {
  /// The text without the spaces at its ends.
  package var trimmed: String {
    var bytes = Substring(self).utf8[...]
    while let byte = bytes.first, byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") { bytes.removeFirst() }
    while let byte = bytes.last, byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") { bytes.removeLast() }
    return String(Substring(bytes))
  }
}
