import Builtins
import Runtime

/// Matches one text with one compiled expression (CPython: Modules/_sre/sre_lib.h).
///
/// Nothing recurses: what is to be tried later, and what is to be undone then, lies on a stack of numbers. An entry is five words: what it
/// is, and four of its own. Repetitions are nodes that do not change, linked to those around them, so that going back needs nothing but
/// the number of a node.
final class RegexMachine {
  let thread: Thread
  let code: RegexWords
  private let isOld: Bool
  let text: UnsafeRawPointer
  let width: Int
  /// Where the text begins and ends for the expression.
  let start: Int
  let end: Int
  /// Where groups begin and end; -1 for nowhere.
  private(set) var marks: [Int]
  private(set) var lastMark = -1
  private(set) var lastIndex = -1
  /// The match must end where the text does.
  let isFull: Bool
  /// The match must not be empty here; -1 for nowhere.
  var forbidden = -1

  var stack: [Int] = []
  private var nodes: [Node] = []
  var node = -1
  /// The entry that ends what is matched as a whole; -1 for the whole expression.
  var barrier = -1
  /// Passes of possessive repetitions that are open, innermost last.
  var possessive: [Int] = []
  /// Instructions since the last poll, and characters taken, 64 of which count as one.
  private var work = 0
  private static let workBetweenPolls = 1024

  /// A pass of a repetition.
  private struct Node {
    /// Where its `repeat` is.
    let place: Int
    /// Passes that are done.
    let count: Int
    /// Where the last one began; -1 before the first.
    let last: Int
    /// The repetition around it, -1 for none.
    let outer: Int
  }

  enum Entry: Int {
    /// Go on at [place, position, node].
    case choice
    /// [mark, old value, old last mark, old last index]
    case mark
    /// A greedy repetition of single characters: [place, first position, position, node].
    case greedy
    /// A lazy one: [place, passes, position, node].
    case lazy
    /// What stands between this and the top is a unit: [place, position, node, outer barrier], behind it a word pair in `extra`.
    case unit
    /// What a lazy repetition does when what follows it failed: [place, position, node].
    case minUntil
  }

  static let entrySize = 5
  static let unlimited = Int(UInt32.max)
  private static let largestStack = 1 << 27
  /// The most words of the stack.
  private let stackLimit: Int

  init(_ thread: Thread, _ program: RegexProgram, _ subject: RegexSubject, start: Int, end: Int, isFull: Bool) {
    self.thread = thread
    code = program.code
    isOld = program.isOld
    text = subject.base
    width = subject.width
    self.start = start
    self.end = end
    self.isFull = isFull
    marks = [Int](repeating: -1, count: 2 * program.groups)
    let heap = thread.heap.state
    let isLimited = heap.pointee.limit != .max
    stackLimit = isLimited ? max(heap.pointee.limit - heap.pointee.usedBytes, 0) / 16 : RegexMachine.largestStack
  }

  @inline(__always)
  func character(_ i: Int) -> UInt32 {
    switch width {
    case 1: UInt32(text.load(fromByteOffset: i, as: UInt8.self))
    case 2: UInt32(text.load(fromByteOffset: 2 * i, as: UInt16.self))
    default: text.load(fromByteOffset: 4 * i, as: UInt32.self)
    }
  }

  func op(_ place: Int) -> RegexOp? { isOld ? RegexOp(old: code[place]) : RegexOp(rawValue: code[place]) }

  // MARK: Searching

  /// The first place from `position` on where the expression matches, and where the match ends.
  func search(from position: Int) throws(Raised) -> (start: Int, end: Int)? {
    var position = position
    let first = firstCharacter()
    while position <= end {
      if let first {
        while position < end && character(position) != first { position += 1 }
        if position >= end { return nil }
      }
      let found = try match(at: position)
      if found >= 0 { return (position, found) }
      position += 1
    }
    return nil
  }

  /// The character with which every match begins, if there is one.
  private func firstCharacter() -> UInt32? {
    var place = 0
    if code.count > 0, op(0) == .info {
      // A prefix of literals: flags, lengths, then the characters.
      if code[2] & 1 != 0, code[5] > 0 { return code[7] }
      place = Int(code[1]) + 1
    }
    while place + 1 < code.count, op(place) == .mark { place += 2 }
    return place + 1 < code.count && op(place) == .literal ? code[place + 1] : nil
  }

  // MARK: Matching

  /// Where a match that begins at a position ends; -1 if there is none.
  func match(at position: Int) throws(Raised) -> Int {
    stack.removeAll(keepingCapacity: true)
    nodes.removeAll(keepingCapacity: true)
    possessive.removeAll(keepingCapacity: true)
    node = -1
    barrier = -1
    for i in marks.indices { marks[i] = -1 }
    lastMark = -1
    lastIndex = -1
    var place = 0
    var position = position
    while true {
      work += 1
      if work >= RegexMachine.workBetweenPolls { try poll() }
      switch try step(&place, &position) {
      case .next: continue
      case .failed:
        if !back(&place, &position) { return -1 }
      case .matched: return position
      }
    }
  }

  private func poll() throws(Raised) {
    work = 0
    try thread.pollNative()
    if stack.count > stackLimit || nodes.count > stackLimit { throw thread.raiseMemoryError() }
  }

  enum Outcome { case next, failed, matched }

  private func step(_ place: inout Int, _ position: inout Int) throws(Raised) -> Outcome {
    guard let op = op(place) else { throw thread.raise(thread.types.runtimeError, "invalid SRE code") }
    switch op {
    case .success: return succeed(&place, &position)
    case .failure: return .failed
    case .info, .subpattern: place += 1 + Int(code[place + 1])
    case .jump: place += 1 + Int(code[place + 1])
    case .mark: mark(&place, position)
    case .at:
      guard isAt(RegexPlace(rawValue: code[place + 1]), position) else { return .failed }
      place += 2
    case .branch: return branch(place + 1, &place, position)
    case .repeat:
      nodes.append(Node(place: place, count: -1, last: -1, outer: node))
      node = nodes.count - 1
      place += 1 + Int(code[place + 1])
    case .maxUntil: return maxUntil(&place, position)
    case .minUntil: return minUntil(&place, position)
    case .repeatOne: return repeatOne(&place, &position)
    case .minRepeatOne: return minRepeatOne(&place, &position)
    case .possessiveRepeatOne:
      let (count, isEnough) = take(place, position)
      guard isEnough else { return .failed }
      position += count
      place += 1 + Int(code[place + 1])
    case .atomicGroup: open(place, place + 2, position, &place)
    case .possessiveRepeat:
      possessive.append(0)
      return passPossessively(place, &place, &position)
    case .assert, .assertNot:
      let back = Int(code[place + 2])
      guard position - start >= back else {
        if op == .assert { return .failed }
        place += 1 + Int(code[place + 1])
        return .next
      }
      open(place, place + 3, position, &place)
      position -= back
    case .groupRef: return refer(&place, &position, nil)
    case .groupRefIgnore: return refer(&place, &position, .ascii)
    case .groupRefLocale: return refer(&place, &position, .locale)
    case .groupRefUnicode: return refer(&place, &position, .unicode)
    case .groupRefExists:
      let group = 2 * Int(code[place + 1])
      let isThere = group + 1 < marks.count && marks[group] >= 0 && marks[group + 1] >= marks[group]
      place += isThere ? 3 : 1 + Int(code[place + 2])
    default:
      guard position < end, matchesOne(place, character(position)) else { return .failed }
      position += 1
      place += size(place)
    }
    return .next
  }

  // MARK: Going back

  func push(_ entry: Entry, _ a: Int, _ b: Int, _ c: Int = 0, _ d: Int = 0) {
    stack.append(entry.rawValue)
    stack.append(a)
    stack.append(b)
    stack.append(c)
    stack.append(d)
  }

  /// Takes what is on the stack back to the last thing that is left to be tried. False if there is none.
  private func back(_ place: inout Int, _ position: inout Int) -> Bool {
    while stack.count >= RegexMachine.entrySize {
      let top = stack.count - RegexMachine.entrySize
      let (a, b, c, d) = (stack[top + 1], stack[top + 2], stack[top + 3], stack[top + 4])
      switch Entry(rawValue: stack[top]) {
      case .choice:
        stack.removeLast(RegexMachine.entrySize)
        node = c
        position = b
        if a & RegexMachine.branchBit == 0 {
          place = a
          return true
        }
        if branch(a & ~RegexMachine.branchBit, &place, position) == .next { return true }
      case .mark: undoMark(top)
      case .greedy:
        node = d
        if giveBack(top, a, first: b, c, &place, &position) { return true }
      case .lazy:
        node = d
        if takeOneMore(top, a, passes: b, c, &place, &position) { return true }
      case .unit:
        stack.removeLast(RegexMachine.entrySize)
        node = c
        barrier = d
        if unitFailed(a, b, &place, &position) { return true }
      case .minUntil:
        stack.removeLast(RegexMachine.entrySize)
        node = c
        if passOnceMore(a, b, &place, &position) { return true }
      case nil: return false
      }
    }
    return false
  }

  func undoMark(_ top: Int) {
    marks[stack[top + 1]] = stack[top + 2]
    lastMark = stack[top + 3]
    lastIndex = stack[top + 4]
    stack.removeLast(RegexMachine.entrySize)
  }

  private func mark(_ place: inout Int, _ position: Int) {
    let number = Int(code[place + 1])
    place += 2
    guard number < marks.count else { return }
    push(.mark, number, marks[number], lastMark, lastIndex)
    marks[number] = position
    if number & 1 != 0 { lastIndex = number / 2 + 1 }
    lastMark = max(lastMark, number)
  }

  // MARK: Alternatives and repetitions

  /// - Parameter alternative: where the length of an alternative stands, 0 behind the last one.
  private func branch(_ alternative: Int, _ place: inout Int, _ position: Int) -> Outcome {
    var alternative = alternative
    while code[alternative] != 0 {
      let next = alternative + Int(code[alternative])
      let body = alternative + 1
      // What cannot begin here is not worth an entry.
      let isImpossible = op(body) == .literal && (position >= end || character(position) != code[body + 1])
      if !isImpossible {
        if code[next] != 0 { push(.choice, RegexMachine.branchBit | next, position, node) }
        place = body
        return .next
      }
      alternative = next
    }
    return .failed
  }

  /// Marks the place of a choice as that of an alternative's length.
  private static let branchBit = 1 << 40

  /// How many characters a repetition of single ones can take, and whether they are enough.
  private func take(_ place: Int, _ position: Int) -> (Int, Bool) {
    let (least, most) = (Int(code[place + 2]), Int(code[place + 3]))
    guard end - position >= least else { return (0, false) }
    let room = most == RegexMachine.unlimited ? end - position : min(most, end - position)
    let count = run(place + 4, position, room)
    return (count, count >= least)
  }

  /// How many characters in a row match an instruction for one.
  private func run(_ item: Int, _ position: Int, _ room: Int) -> Int {
    if op(item) == .anyAll { return room }
    var count = 0
    while count < room, matchesOne(item, character(position + count)) { count += 1 }
    work += count >> 6
    return count
  }

  private func repeatOne(_ place: inout Int, _ position: inout Int) -> Outcome {
    let (count, isEnough) = take(place, position)
    guard isEnough else { return .failed }
    let first = position + Int(code[place + 2])
    let tail = place + 1 + Int(code[place + 1])
    var last = position + count
    if op(tail) == .success, barrier < 0, !isFull || last == end, last != forbidden {
      (place, position) = (tail, last)
      return .next
    }
    guard findTail(tail, first: first, &last) else { return .failed }
    if last > first { push(.greedy, place, first, last, node) }
    (place, position) = (tail, last)
    return .next
  }

  /// Moves back to where a literal that follows is.
  private func findTail(_ tail: Int, first: Int, _ last: inout Int) -> Bool {
    guard op(tail) == .literal else { return true }
    let wanted = code[tail + 1]
    while last >= first {
      if last < end, character(last) == wanted { return true }
      last -= 1
    }
    return false
  }

  private func giveBack(_ top: Int, _ repetition: Int, first: Int, _ last: Int, _ place: inout Int, _ position: inout Int) -> Bool {
    let tail = repetition + 1 + Int(code[repetition + 1])
    var last = last - 1
    guard last >= first, findTail(tail, first: first, &last) else {
      stack.removeLast(RegexMachine.entrySize)
      return false
    }
    if last > first { stack[top + 3] = last } else { stack.removeLast(RegexMachine.entrySize) }
    (place, position) = (tail, last)
    return true
  }

  private func minRepeatOne(_ place: inout Int, _ position: inout Int) -> Outcome {
    let least = Int(code[place + 2])
    guard end - position >= least, least == 0 || run(place + 4, position, least) == least else { return .failed }
    position += least
    push(.lazy, place, least, position, node)
    place += 1 + Int(code[place + 1])
    return .next
  }

  private func takeOneMore(_ top: Int, _ repetition: Int, passes: Int, _ last: Int, _ place: inout Int, _ position: inout Int) -> Bool {
    let most = Int(code[repetition + 3])
    guard passes < most || most == RegexMachine.unlimited, last < end, matchesOne(repetition + 4, character(last)) else {
      stack.removeLast(RegexMachine.entrySize)
      return false
    }
    stack[top + 2] = passes + 1
    stack[top + 3] = last + 1
    (place, position) = (repetition + 1 + Int(code[repetition + 1]), last + 1)
    return true
  }

  private func pass(_ current: Node, _ count: Int, last: Int, _ place: inout Int) {
    nodes.append(Node(place: current.place, count: count, last: last, outer: current.outer))
    node = nodes.count - 1
    place = current.place + 4
  }

  private func maxUntil(_ place: inout Int, _ position: Int) -> Outcome {
    guard node >= 0 else { return .failed }
    let current = nodes[node]
    let count = current.count + 1
    let (least, most) = (Int(code[current.place + 2]), Int(code[current.place + 3]))
    if count < least {
      pass(current, count, last: current.last, &place)
    } else if count < most || most == RegexMachine.unlimited, position != current.last {
      push(.choice, place + 1, position, current.outer)
      pass(current, count, last: position, &place)
    } else {
      node = current.outer
      place += 1
    }
    return .next
  }

  private func minUntil(_ place: inout Int, _ position: Int) -> Outcome {
    guard node >= 0 else { return .failed }
    let current = nodes[node]
    let count = current.count + 1
    if count < Int(code[current.place + 2]) {
      pass(current, count, last: current.last, &place)
    } else {
      push(.minUntil, place, position, node)
      node = current.outer
      place += 1
    }
    return .next
  }

  /// What follows a lazy repetition failed: one more pass, if there may be one.
  private func passOnceMore(_ until: Int, _ position: Int, _ place: inout Int, _ target: inout Int) -> Bool {
    let current = nodes[node]
    let count = current.count + 1
    let most = Int(code[current.place + 3])
    guard count < most || most == RegexMachine.unlimited, position != current.last else { return false }
    target = position
    pass(current, count, last: position, &place)
    return true
  }
}
