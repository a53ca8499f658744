/// A step on the way from one list of lines to another.
enum Edit: Equatable {
  /// The next line of the old list is not in the new one.
  case removed
  /// The line of the new list at this index is not in the old one.
  case inserted(Int)
  /// The next lines of both are the same.
  case kept
}

/// How many lines, beside those that the lists have in common at their ends, are compared. Two long lists that differ everywhere would take
/// the square of their length.
private let comparedLines = 4000

/// The steps from one list of lines to another; what is removed stands before what is inserted in its place.
func editScript(from old: [Line], to new: [Line]) -> [Edit] {
  let shorter = min(old.count, new.count)
  var start = 0
  while start < shorter && old[start] == new[start] { start += 1 }
  var end = 0
  while end < shorter - start && old[old.count - 1 - end] == new[new.count - 1 - end] { end += 1 }
  let (left, right) = (old[start..<(old.count - end)], new[start..<(new.count - end)])
  var script = [Edit](repeating: .kept, count: start)
  if left.count + right.count > comparedLines {
    script += left.map { _ in .removed } + right.indices.map { .inserted($0) }
  } else {
    script += middle(Array(left), Array(right)).map { if case .inserted(let index) = $0 { .inserted(index + start) } else { $0 } }
  }
  return script + [Edit](repeating: .kept, count: end)
}

private func middle(_ old: [Line], _ new: [Line]) -> [Edit] {
  let difference = new.difference(from: old)
  var removed: Set<Int> = []
  var inserted: Set<Int> = []
  for change in difference {
    switch change {
    case .remove(let offset, _, _): removed.insert(offset)
    case .insert(let offset, _, _): inserted.insert(offset)
    }
  }
  var script: [Edit] = []
  var (i, j) = (0, 0)
  while i < old.count || j < new.count {
    if removed.contains(i) {
      script.append(.removed)
      i += 1
    } else if inserted.contains(j) {
      script.append(.inserted(j))
      j += 1
    } else {
      script.append(.kept)
      i += 1
      j += 1
    }
  }
  return script
}

/// How many lines of a diff are shown.
private let shownLines = 400

/// A unified diff with three lines of context; at most 400 lines of it. Empty if the lists are the same.
public func unifiedDiff(_ old: [Line], _ new: [Line], _ oldName: String, _ newName: String) -> String {
  let script = editScript(from: old, to: new)
  guard script.contains(where: { $0 != .kept }) else { return "" }
  var result = ["--- \(oldName)", "+++ \(newName)"]
  for hunk in hunks(script) { result += hunkLines(script, hunk, old, new) }
  if result.count > shownLines {
    let rest = result.count - shownLines
    result = result.prefix(shownLines) + ["(\(rest) more lines)"]
  }
  return result.joined(separator: "\n")
}

/// The ranges of steps that are shown together.
private func hunks(_ script: [Edit]) -> [Range<Int>] {
  let context = 3
  var hunks: [Range<Int>] = []
  for (index, step) in script.enumerated() where step != .kept {
    let range = max(index - context, 0)..<min(index + context + 1, script.count)
    if let last = hunks.last, last.upperBound >= range.lowerBound {
      hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
    } else {
      hunks.append(range)
    }
  }
  return hunks
}

private func hunkLines(_ script: [Edit], _ hunk: Range<Int>, _ old: [Line], _ new: [Line]) -> [String] {
  var (i, j) = (0, 0)
  for step in script[..<hunk.lowerBound] { advance(step, &i, &j) }
  let (oldStart, newStart) = (i, j)
  var lines: [String] = []
  for step in script[hunk] {
    switch step {
    case .removed: lines.append("-" + shown(old[i]))
    case .inserted(let index): lines.append("+" + shown(new[index]))
    case .kept: lines.append(" " + shown(old[i]))
    }
    advance(step, &i, &j)
  }
  return ["@@ -\(place(oldStart, i - oldStart)) +\(place(newStart, j - newStart)) @@"] + lines
}

private func advance(_ step: Edit, _ i: inout Int, _ j: inout Int) {
  if step != .kept {
    if step == .removed { i += 1 } else { j += 1 }
  } else {
    i += 1
    j += 1
  }
}

/// The start and length of a part of a file as diff writes them.
private func place(_ start: Int, _ count: Int) -> String {
  count == 1 ? "\(start + 1)" : "\(count == 0 ? start : start + 1),\(count)"
}

/// A line as it is shown: not endlessly long, with control characters visible.
private func shown(_ line: Line) -> String {
  var result = ""
  for scalar in text(line.prefix(1000)).unicodeScalars {
    switch scalar.value {
    case 0x09: result.unicodeScalars.append(scalar)
    case 0..<0x20, 0x7F..<0xA0: result += "\\x" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
    default: result.unicodeScalars.append(scalar)
    }
  }
  return line.count > 1000 ? result + "…" : result
}
