/// A feature release of Python, such as 3.13. Bytecode is the same for all patch releases of one.
public struct PythonVersion: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let major: UInt8
  public let minor: UInt8

  public init(major: UInt8, minor: UInt8) {
    self.major = major
    self.minor = minor
  }

  /// Parses `3.13`.
  /// - Returns: nil if `text` is not two numbers below 256 with a point between them.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let major = UInt8(parts[0]), let minor = UInt8(parts[1]) else { return nil }
    self.init(major: major, minor: minor)
  }

  public static func < (a: PythonVersion, b: PythonVersion) -> Bool {
    (a.major, a.minor) < (b.major, b.minor)
  }

  public var description: String { "\(major).\(minor)" }
}

/// The magic numbers that one Python release, alphas and betas included, wrote into its .pyc files.
public struct MagicRange: Hashable, Sendable {
  public let version: PythonVersion
  /// The first and the last number ever used while the release was developed.
  public let first: UInt16
  public let last: UInt16
  /// The number of the final release.
  public let released: UInt16

  public init(version: PythonVersion, first: UInt16, last: UInt16, released: UInt16) {
    self.version = version
    self.first = first
    self.last = last
    self.released = released
  }

  public func contains(_ magic: UInt16) -> Bool { first <= magic && magic <= last }
}
