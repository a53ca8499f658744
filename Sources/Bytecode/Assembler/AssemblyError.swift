/// What is wrong with an assembly text, and where.
public struct AssemblyError: Error, Hashable, Sendable, CustomStringConvertible {
  /// From 1; columns count characters. 0 if it is about the text as a whole.
  public let line: Int
  public let column: Int
  public let message: String

  /// `line:column: message`.
  public var description: String { line > 0 ? "\(line):\(column): \(message)" : message }
}

/// The errors of an assembly text, in its order; at least one.
public struct AssemblyErrors: Error, Sendable, CustomStringConvertible {
  public let errors: [AssemblyError]

  public var description: String { errors.map(\.description).joined(separator: "\n") }
}

/// A place in an assembly text.
struct TextPlace: Hashable, Sendable {
  var line: Int
  var column: Int

  func error(_ message: String) -> AssemblyError { AssemblyError(line: line, column: column, message: message) }
}

/// Finds what somebody may have meant.
enum Suggestion {
  /// `; did you mean X?` for the known word that is most like `word`, or nothing.
  static func text(_ word: String, among known: some Sequence<String>) -> String {
    nearest(word, among: known).map { "; did you mean \($0)?" } ?? ""
  }

  private static func nearest(_ word: String, among known: some Sequence<String>) -> String? {
    let wanted = Array(word.lowercased().utf8.prefix(100))
    var best: (distance: Int, word: String)?
    for candidate in known.prefix(5000) {
      let letters = Array(candidate.lowercased().utf8.prefix(100))
      guard abs(letters.count - wanted.count) <= 3 else { continue }
      let distance = distance(wanted, letters)
      if distance <= (wanted.count + 1) / 3, distance < best?.distance ?? .max { best = (distance, candidate) }
    }
    return best?.word
  }

  /// The number of letters to insert, delete or replace.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var row = Array(0...right.count)
    for (index, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for (column, other) in right.enumerated() {
        let replaced = diagonal + (letter == other ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(replaced, row[column] + 1, diagonal + 1)
      }
    }
    return row[right.count]
  }
}
