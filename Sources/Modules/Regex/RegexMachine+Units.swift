/// What is matched as a whole: assertions, atomic groups, possessive repetitions.
extension RegexMachine {
  func open(_ unit: Int, _ body: Int, _ position: Int, _ place: inout Int) {
    push(.unit, unit, position, node, barrier)
    barrier = stack.count - RegexMachine.entrySize
    place = body
  }

  func passPossessively(_ unit: Int, _ place: inout Int, _ position: inout Int) -> Outcome {
    let count = possessive[possessive.count - 1]
    let most = Int(code[unit + 3])
    if count >= most && most != RegexMachine.unlimited {
      possessive.removeLast()
      place = unit + 1 + Int(code[unit + 1]) + 1
      return .next
    }
    open(unit, unit + 4, position, &place)
    return .next
  }

  /// The end of the expression, or of a unit.
  func succeed(_ place: inout Int, _ position: inout Int) -> Outcome {
    if barrier < 0 { return isFull && position != end || position == forbidden ? .failed : .matched }
    let (unit, first, outerNode, outer) = (stack[barrier + 1], stack[barrier + 2], stack[barrier + 3], stack[barrier + 4])
    let unitOp = op(unit)
    if unitOp == .assertNot {
      while stack.count > barrier + RegexMachine.entrySize {
        let top = stack.count - RegexMachine.entrySize
        if stack[top] == Entry.mark.rawValue { undoMark(top) } else { stack.removeLast(RegexMachine.entrySize) }
      }
      stack.removeLast(RegexMachine.entrySize)
      barrier = outer
      node = outerNode
      return .failed
    }
    cut(to: barrier)
    barrier = outer
    node = outerNode
    switch unitOp {
    case .assert:
      position = first
      place = unit + 1 + Int(code[unit + 1])
    case .possessiveRepeat:
      possessive[possessive.count - 1] += 1
      if position == first, possessive[possessive.count - 1] >= Int(code[unit + 2]) {
        possessive.removeLast()
        place = unit + 1 + Int(code[unit + 1]) + 1
        return .next
      }
      return passPossessively(unit, &place, &position)
    default: place = unit + 1 + Int(code[unit + 1])
    }
    return .next
  }

  /// Nothing of a unit is tried again; its marks are still to be undone.
  private func cut(to bottom: Int) {
    var target = bottom
    var source = bottom + RegexMachine.entrySize
    while source < stack.count {
      if stack[source] == Entry.mark.rawValue {
        for i in 0..<RegexMachine.entrySize { stack[target + i] = stack[source + i] }
        target += RegexMachine.entrySize
      }
      source += RegexMachine.entrySize
    }
    stack.removeLast(stack.count - target)
  }

  /// A unit cannot be matched: whether that is what is wanted, or enough passes were made.
  func unitFailed(_ unit: Int, _ first: Int, _ place: inout Int, _ position: inout Int) -> Bool {
    switch op(unit) {
    case .assertNot:
      (place, position) = (unit + 1 + Int(code[unit + 1]), first)
      return true
    case .possessiveRepeat:
      let count = possessive.removeLast()
      guard count >= Int(code[unit + 2]) else { return false }
      (place, position) = (unit + 1 + Int(code[unit + 1]) + 1, first)
      return true
    default: return false
    }
  }
}
