import Bytecode

/// The expectations of a program for several Python versions, as its `.expected` file has them.
///
/// The first line is `versions: LIST`, the versions that the file holds for. The lines of `Expectation` follow. A line `[VERSIONS]` begins a
/// block of lines that hold for these versions alone, the next such line ends it, and `[all]` goes back to lines that hold for all:
///
///     versions: 3.8-3.14
///     exit: 0
///     out: the same everywhere
///     [-3.10]
///     out: what versions up to 3.10 print
///     [3.11-]
///     out: what the others print
///     [all]
///     out: the same again
///
/// The text depends on the expectations alone, not on the order in which they were made.
public struct ExpectationFile: Equatable, Sendable {
  /// The versions that there are expectations for, in order.
  public private(set) var versions: [PythonVersion] = []
  private var linesOfVersion: [PythonVersion: [Line]] = [:]

  public init() {}

  /// Reads a file.
  public init(parsing bytes: [UInt8]) throws(Expectation.Malformed) {
    let lines = Corpus.lines(of: bytes)
    guard let first = lines.first, text(first).hasPrefix("versions:"),
      let versions = VersionSet(text(first).dropFirst("versions:".count))?.members
    else { throw Expectation.Malformed(line: 1, reason: "no list of versions") }
    self.versions = versions
    for version in versions { linesOfVersion[version] = [] }
    var current = VersionSet.all
    for (index, line) in lines.enumerated().dropFirst() {
      if line.first == UInt8(ascii: "["), line.last == UInt8(ascii: "]") {
        guard let set = VersionSet(text(line.dropFirst().dropLast())) else {
          throw Expectation.Malformed(line: index + 1, reason: "no list of versions")
        }
        current = set
        continue
      }
      try ExpectationFile.check(line, index + 1)
      for version in versions where current.contains(version) { linesOfVersion[version, default: []].append(line) }
    }
    for version in versions {
      do throws(Expectation.Malformed) {
        _ = try expectation(for: version)
      } catch {
        throw Expectation.Malformed(line: lines.count + 1, reason: "\(error.reason) for \(version)")
      }
    }
  }

  /// Refuses a line that could be in no version's expectation.
  private static func check(_ line: Line, _ number: Int) throws(Expectation.Malformed) {
    do throws(Expectation.Malformed) {
      _ = try Expectation(lines: [line])
    } catch where error.line > 1 {
      // Only `exit` is missing.
    } catch {
      throw Expectation.Malformed(line: number, reason: error.reason)
    }
  }

  /// What is expected in a version; nil if the file does not hold for it.
  public func expectation(for version: PythonVersion) throws(Expectation.Malformed) -> Expectation? {
    guard let lines = linesOfVersion[version] else { return nil }
    return try Expectation(lines: lines)
  }

  /// Sets what is expected in a version.
  public mutating func set(_ expectation: Expectation, for version: PythonVersion) {
    linesOfVersion[version] = expectation.lines
    versions = linesOfVersion.keys.sorted()
  }

  /// Forgets what is expected in the versions outside a set.
  public mutating func keep(_ versions: VersionSet) {
    linesOfVersion = linesOfVersion.filter { versions.contains($0.key) }
    self.versions = linesOfVersion.keys.sorted()
  }

  /// The text of the file.
  public var bytes: [UInt8] {
    var bytes = Array("versions: \(VersionSet.closed(versions))\n".utf8)
    let everywhere = [Bool](repeating: true, count: versions.count)
    var current = everywhere
    for (line, members) in grouped(merged()) {
      if members != current {
        bytes += Array("[\(VersionSet.open(members, among: versions))]\n".utf8)
        current = members
      }
      bytes += line + [UInt8(ascii: "\n")]
    }
    return bytes
  }

  /// A line with the versions that have it, by their place in `versions`.
  private typealias Marked = (line: Line, members: [Bool])

  /// The lines of all versions in one sequence from which each version's own are chosen; what versions have in common stands there once.
  private func merged() -> [Marked] {
    var merged: [Marked] = []
    for (place, version) in versions.enumerated() {
      let own = linesOfVersion[version] ?? []
      var next: [Marked] = []
      var rest = merged[...]
      for step in editScript(from: merged.map(\.line), to: own) {
        switch step {
        case .removed:
          next.append(rest.removeFirst())
        case .kept:
          var shared = rest.removeFirst()
          shared.members[place] = true
          next.append(shared)
        case .inserted(let index):
          var members = [Bool](repeating: false, count: versions.count)
          members[place] = true
          next.append((own[index], members))
        }
      }
      merged = next
    }
    return merged
  }

  /// Puts lines of the same versions together where only lines that no version has together with them stand between.
  private func grouped(_ lines: [Marked]) -> [Marked] {
    var result: [Marked] = []
    for line in lines {
      var place = result.count
      var index = result.count
      while index > 0 {
        let other = result[index - 1].members
        if other == line.members {
          place = index
          break
        }
        if zip(other, line.members).contains(where: { $0 && $1 }) { break }
        index -= 1
      }
      result.insert(line, at: place)
    }
    return result
  }
}
