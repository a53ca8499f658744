/// The Python version whose builtins, modules and messages a run has: that of its main program. Which instructions a code object
/// has is another matter: it belongs to the code. What the levels have is written in `Spec/library/`.
@frozen
public struct LanguageLevel: BitwiseCopyable, Sendable {
  /// Major version in the high byte, minor in the low one: levels are in order.
  public let number: UInt16
  /// The patch release.
  public let micro: UInt8
  /// The version of the Unicode database.
  public let unicode: StaticString

  init(_ major: UInt16, _ minor: UInt16, micro: UInt8, unicode: StaticString) {
    number = major << 8 | minor
    self.micro = micro
    self.unicode = unicode
  }

  public var major: Int { Int(number >> 8) }
  public var minor: Int { Int(number & 0xFF) }

  /// Whether the feature is there at this level.
  @inlinable @inline(__always)
  public func has(_ feature: LibraryFeature) -> Bool { feature.first <= number && number <= feature.last }

  public static var newest: LanguageLevel { all[all.count - 1] }

  /// The level of a version; nil if there is none.
  public init?(major: Int, minor: Int) {
    guard let level = LanguageLevel.all.first(where: { $0.major == major && $0.minor == minor }) else { return nil }
    self = level
  }
}

/// Something that holds at some levels: the first and the last of them.
@frozen
public struct LibraryFeature: BitwiseCopyable, Sendable {
  public let first: UInt16
  public let last: UInt16

  @inlinable @inline(__always)
  public init(_ first: UInt16, _ last: UInt16) {
    self.first = first
    self.last = last
  }
}

extension Thread {
  @inlinable @inline(__always) public var level: LanguageLevel { self.interpreter.level }

  /// Whether a feature is there at the level of the run.
  @inlinable @inline(__always) public func has(_ feature: LibraryFeature) -> Bool { self.interpreter.level.has(feature) }
}
