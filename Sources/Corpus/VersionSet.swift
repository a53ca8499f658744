import Bytecode

/// A set of Python versions, written as a list of versions and ranges: `3.8, 3.10-3.12, 3.14-`. A range holds both of its ends; an end
/// that is left out is open, and `all` is the set of all versions.
public struct VersionSet: Hashable, Sendable, CustomStringConvertible {
  private struct Range: Hashable {
    let first: PythonVersion?
    let last: PythonVersion?

    func contains(_ version: PythonVersion) -> Bool { (first ?? version) <= version && version <= (last ?? version) }
  }

  private let ranges: [Range]
  public let description: String

  public static let all = VersionSet(ranges: [Range(first: nil, last: nil)], description: "all")

  private init(ranges: [Range], description: String) {
    self.ranges = ranges
    self.description = description
  }

  /// Parses the forms above; nil if `text` is anything else or has a range that ends before it starts.
  public init?(_ text: some StringProtocol) {
    var ranges: [Range] = []
    for item in text.split(separator: ",", omittingEmptySubsequences: false) {
      let item = item.withoutSpaces
      if item == "all" {
        ranges.append(Range(first: nil, last: nil))
        continue
      }
      let ends = item.split(separator: "-", omittingEmptySubsequences: false)
      guard ends.count <= 2, ends.contains(where: { !$0.isEmpty }) else { return nil }
      let versions = ends.map { PythonVersion($0) }
      guard zip(ends, versions).allSatisfy({ $0.isEmpty || $1 != nil }) else { return nil }
      if let first = versions[0], let last = versions[versions.count - 1], first > last { return nil }
      ranges.append(Range(first: versions[0], last: versions[versions.count - 1]))
    }
    self.init(ranges: ranges, description: text.withoutSpaces)
  }

  public func contains(_ version: PythonVersion) -> Bool { ranges.contains { $0.contains(version) } }

  /// The items of the list, each as a set.
  public var items: [VersionSet] { ranges.map { VersionSet(ranges: [$0], description: VersionSet.text($0)) } }

  /// The versions of a set that leaves no end open and whose ranges stay within a major version, in order; else nil.
  public var members: [PythonVersion]? {
    var members: Set<PythonVersion> = []
    for range in ranges {
      guard let first = range.first, let last = range.last, first.major == last.major else { return nil }
      for minor in first.minor...last.minor { members.insert(PythonVersion(first.major, minor)) }
    }
    return members.sorted()
  }

  /// Writes `members` as ranges without open ends.
  public static func closed(_ members: [PythonVersion]) -> String {
    var ranges: [Range] = []
    for version in members.sorted() {
      if let last = ranges.last, let end = last.last, end.major == version.major, Int(end.minor) + 1 == Int(version.minor) {
        ranges[ranges.count - 1] = Range(first: last.first, last: version)
      } else {
        ranges.append(Range(first: version, last: version))
      }
    }
    return text(ranges)
  }

  /// Writes those of the versions `known`, which are in order, that are marked in `isMember`: `all`, or ranges that are open where they
  /// reach the oldest or the newest of them, so that the text stays when versions are added that behave as their neighbours do.
  static func open(_ isMember: [Bool], among known: [PythonVersion]) -> String {
    var ranges: [Range] = []
    var start: Int?
    for index in 0...known.count {
      if index < known.count && isMember[index] {
        start = start ?? index
      } else if let first = start {
        ranges.append(Range(first: first == 0 ? nil : known[first], last: index == known.count ? nil : known[index - 1]))
        start = nil
      }
    }
    return text(ranges)
  }

  private static func text(_ ranges: [Range]) -> String { ranges.map(text).joined(separator: ", ") }

  private static func text(_ range: Range) -> String {
    if range.first == nil && range.last == nil { return "all" }
    if let first = range.first, range.first == range.last { return "\(first)" }
    return "\(range.first.map { "\($0)" } ?? "")-\(range.last.map { "\($0)" } ?? "")"
  }
}

extension StringProtocol {
  /// The text without the spaces at its ends.
  var withoutSpaces: String {
    var text = self[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
