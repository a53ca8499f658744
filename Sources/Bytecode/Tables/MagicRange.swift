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
