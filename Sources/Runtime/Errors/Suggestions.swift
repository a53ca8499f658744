// "Did you mean": the nearest of some names, by the edit distance that CPython uses (Python/suggestions.c): a move costs 2, a change of case 1.

private let moveCost = 2
private let caseCost = 1
/// Longer names, and longer lists of candidates, get no suggestion.
private let longestName = 40
private let mostCandidates = 750

extension Thread {
  /// The str among `candidates` that `name` may be a misspelling of; null if none is near enough.
  public func closestName(to name: Value, among candidates: Slots) -> Value {
    guard candidates.count < mostCandidates, name.isKind(.str) else { return .null }
    let wanted: Ref<StrObject> = name.unchecked()
    var best = Value.null
    var bestDistance = Int.max
    for i in 0..<candidates.count where candidates[i].isKind(.str) {
      let candidate: Ref<StrObject> = candidates[i].unchecked()
      if strEquals(candidates[i], name) { continue }
      // As many changes as a third of the letters allow.
      let limit = min((wanted.count + candidate.count + 3) * moveCost / 6, bestDistance - 1)
      let distance = editDistance(wanted, candidate, limit: limit)
      if distance > limit { continue }
      if best.isNull || distance < bestDistance {
        best = candidates[i]
        bestDistance = distance
      }
    }
    return best
  }
}

/// What it costs to change one letter into another.
private func substitutionCost(_ a: UInt32, _ b: UInt32) -> Int {
  if a == b { return 0 }
  return lowercase(a) == lowercase(b) ? caseCost : moveCost
}

private func lowercase(_ c: UInt32) -> UInt32 { c >= 65 && c <= 90 ? c + 32 : c }

/// The weighted Levenshtein distance of two names; some number above `limit` if it is above.
private func editDistance(_ a: Ref<StrObject>, _ b: Ref<StrObject>, limit: Int) -> Int {
  let tooFar = limit + 1
  var start = 0
  var endA = a.count
  var endB = b.count
  while start < endA && start < endB && a.codePoint(start) == b.codePoint(start) { start += 1 }
  while endA > start && endB > start && a.codePoint(endA - 1) == b.codePoint(endB - 1) {
    endA -= 1
    endB -= 1
  }
  let countA = endA - start
  let countB = endB - start
  if countA == 0 || countB == 0 { return (countA + countB) * moveCost }
  if countA > longestName || countB > longestName { return tooFar }
  if abs(countA - countB) * moveCost > limit { return tooFar }
  return withUnsafeTemporaryAllocation(of: Int.self, capacity: countA) { row in
    for i in 0..<countA { row[i] = (i + 1) * moveCost }
    var result = 0
    for j in 0..<countB {
      let letter = b.codePoint(start + j)
      var diagonal = j * moveCost
      result = diagonal
      var smallest = Int.max
      for i in 0..<countA {
        let substitute = diagonal + substitutionCost(letter, a.codePoint(start + i))
        diagonal = row[i]
        result = min(substitute, min(result, diagonal) + moveCost)
        row[i] = result
        smallest = min(smallest, result)
      }
      if smallest > limit { return tooFar }
    }
    return result
  }
}
