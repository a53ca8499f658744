import Bytecode

/// The programs of a corpus whose output is not CPython's yet: `not-yet.txt` in the corpus' folder, one `TOPIC/NAME [VERSIONS]: REASON` a
/// line; without versions a line holds for all. Empty lines and lines that begin with `#` say nothing; no file means no entries.
/// `not-from-source.txt` lists in the same way what is otherwise if it is compiled from its source.
public struct KnownDifferences: Sendable {
  private struct Entry {
    let program: String
    let versions: VersionSet
    let reason: String
  }

  private let entries: [Entry]

  /// - Parameter fromSource: the programs are compiled from their sources.
  public init(corpus: String, fromSource: Bool = false) throws(CorpusProgram.Unreadable) {
    entries = try KnownDifferences.entries("\(corpus)/not-yet.txt") + (fromSource ? KnownDifferences.entries("\(corpus)/not-from-source.txt") : [])
  }

  private static func entries(_ path: String) throws(CorpusProgram.Unreadable) -> [Entry] {
    var entries: [Entry] = []
    for (index, line) in lines(of: bytes(of: path) ?? []).enumerated() where !line.isEmpty && line.first != UInt8(ascii: "#") {
      guard let entry = KnownDifferences.entry(text(line)) else {
        throw CorpusProgram.Unreadable(description: "\(path):\(index + 1): not TOPIC/NAME [VERSIONS]: REASON")
      }
      entries.append(entry)
    }
    return entries
  }

  private static func entry(_ line: String) -> Entry? {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    let reason = line[line.index(after: colon)...].withoutSpaces
    let head = line[..<colon].withoutSpaces
    guard let bracket = head.firstIndex(of: "[") else { return Entry(program: head, versions: .all, reason: reason) }
    guard head.last == "]", let versions = VersionSet(head[head.index(after: bracket)...].dropLast()) else { return nil }
    return Entry(program: head[..<bracket].withoutSpaces, versions: versions, reason: reason)
  }

  /// Why a program is otherwise than in CPython; nil if it is not known to be.
  public func reason(_ program: CorpusProgram) -> String? {
    entries.first { $0.program == "\(program.topic)/\(program.name)" && $0.versions.contains(program.version) }?.reason
  }

  /// The programs that the list names, as `TOPIC/NAME`.
  public var programs: [String] { entries.map(\.program) }
}
