/// A place in a file of the spec. Lines and columns count from 1.
public struct Place: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let file: String
  public let line: Int
  public let column: Int

  public init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// The place `columns` further right.
  public func advanced(by columns: Int) -> Place { Place(file: file, line: line, column: column + columns) }

  public static func < (a: Place, b: Place) -> Bool {
    (a.file, a.line, a.column) < (b.file, b.line, b.column)
  }

  public var description: String { "\(file):\(line):\(column)" }
}

/// A value of the spec and the place where it stands.
public struct Located<Value: Sendable>: Sendable {
  public let value: Value
  public let place: Place

  public init(_ value: Value, _ place: Place) {
    self.value = value
    self.place = place
  }
}

/// A mistake in the spec.
public struct Diagnostic: Hashable, Sendable, CustomStringConvertible {
  public let place: Place
  public let message: String

  public var description: String { "\(place): \(message)" }
}

/// Collects the mistakes of a spec, so that one run reports all of them.
public struct Diagnostics: Sendable {
  private var found: [Diagnostic] = []

  public init() {}

  /// The mistakes in the order of their places, each once.
  public var errors: [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return found.filter { seen.insert($0).inserted }.sorted { ($0.place, $0.message) < ($1.place, $1.message) }
  }

  public var isEmpty: Bool { found.isEmpty }

  public mutating func error(_ place: Place, _ message: String) {
    found.append(Diagnostic(place: place, message: message))
  }

  /// Reports a name that is not one of `known`, with the nearest of them if one is near.
  public mutating func unknown(_ what: String, _ name: String, at place: Place, among known: some Sequence<String>) {
    let hint = nearestName(to: name, among: known).map { "; did you mean `\($0)`?" } ?? ""
    error(place, "unknown \(what) `\(name)`\(hint)")
  }
}

/// The name that is fewest edits away from `name`, if at most a third of its letters would have to change.
public func nearestName(to name: String, among known: some Sequence<String>) -> String? {
  let target = Array(name.lowercased().utf8)
  var best: (distance: Int, name: String)?
  for candidate in known {
    let distance = editDistance(target, Array(candidate.lowercased().utf8))
    if distance < (best?.distance ?? Int.max) || (distance == best?.distance && candidate < best!.name) {
      best = (distance, candidate)
    }
  }
  guard let best, best.distance <= max(1, target.count / 3) else { return nil }
  return best.name
}

/// The number of insertions, deletions, replacements and swaps of neighbours that turn `a` into `b` (optimal string alignment).
private func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var distance = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
      if i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j] { distance = min(distance, beforeLast[j - 1] + 1) }
      row.append(distance)
    }
    beforeLast = last
    last = row
  }
  return last[b.count]
}
