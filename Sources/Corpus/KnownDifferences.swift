/// The programs of a corpus whose output is not CPython's yet: `not-yet.txt` in the corpus' folder, one `TOPIC/NAME: REASON` a line.
public enum KnownDifferences {
  /// Program (`TOPIC/NAME`) to reason. Empty lines and lines that begin with `#` say nothing; no file means no entries.
  public static func of(corpus: String) -> [String: String] {
    guard let content = bytes(of: "\(corpus)/not-yet.txt") else { return [:] }
    var reasons: [String: String] = [:]
    for line in String(decoding: content, as: UTF8.self).split(separator: "\n") where !line.hasPrefix("#") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      reasons[String(line[..<colon])] = String(line[line.index(after: colon)...].drop { $0 == " " })
    }
    return reasons
  }
}
