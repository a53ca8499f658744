import Bytecode

/// Displays, dicts and calls with `*` and `**` up to 3.8: their parts are made apart, and then merged.
extension CodeGenerator {
  /// Pushes elements in parts, tuples of those that stand together and what is starred.
  /// - Parameter pushed: how many elements are on the stack already.
  /// - Returns: the number of parts, 0 if nothing is starred, and of elements that belong to none.
  private func visitParts(
    _ elements: SyntaxList<Expression>, pushed: Int, _ build: Op, _ location: CodeLocation
  ) throws(CompileError) -> (parts: Int, rest: Int) {
    var parts = 0
    var pending = pushed
    for element in tree[elements] {
      guard case .starred(let value, _) = tree[element] else {
        try visit(element)
        pending += 1
        continue
      }
      if pending > 0 {
        emit(build, pending, location)
        parts += 1
      }
      pending = 0
      try visit(value)
      parts += 1
    }
    return (parts, pending)
  }

  func mergeStarred(_ elements: SyntaxList<Expression>, _ display: Display, _ location: CodeLocation) throws(CompileError) {
    let plain: Op
    let merge: Op
    switch display {
    case .list: (plain, merge) = (.BUILD_LIST, .BUILD_LIST_UNPACK)
    case .tuple: (plain, merge) = (.BUILD_TUPLE, .BUILD_TUPLE_UNPACK)
    case .set: (plain, merge) = (.BUILD_SET, .BUILD_SET_UNPACK)
    }
    let part: Op = display == .set ? .BUILD_SET : .BUILD_TUPLE
    var (parts, rest) = try visitParts(elements, pushed: 0, part, location)
    guard parts > 0 else { return emit(plain, rest, location) }
    if rest > 0 {
      emit(part, rest, location)
      parts += 1
    }
    emit(merge, parts, location)
  }

  func mergeDict(
    _ keys: SyntaxList<OptionalExpression>, _ values: SyntaxList<Expression>, _ location: CodeLocation
  ) throws(CompileError) {
    let count = tree[values].count
    var parts = 0
    var pending = 0
    var endsUnpacked = false
    for index in 0..<count {
      endsUnpacked = tree[keys][index].expression == nil
      if pending == stackGuideline || pending > 0 && endsUnpacked {
        try visitPairs(keys, values, index - pending..<index, location)
        parts += 1
        pending = 0
      }
      if endsUnpacked {
        try visit(tree[values][index])
        parts += 1
      } else {
        pending += 1
      }
    }
    if pending > 0 || parts == 0 {
      try visitPairs(keys, values, count - pending..<count, location)
      parts += 1
    }
    // One that stands alone must still be copied.
    if parts > 1 || endsUnpacked { emit(.BUILD_MAP_UNPACK, parts, location) }
  }

  /// A call with `*` or `**`; the function and `pushed` arguments are on the stack.
  func emitMergingCall(
    _ pushed: Int, _ arguments: SyntaxList<Expression>, _ keywords: SyntaxList<Keyword>, _ location: CodeLocation
  ) throws(CompileError) {
    var (parts, rest) = try visitParts(arguments, pushed: pushed, .BUILD_TUPLE, location)
    if rest > 0 {
      emit(.BUILD_TUPLE, rest, location)
      parts += 1
    }
    if parts > 1 { emit(.BUILD_TUPLE_UNPACK_WITH_CALL, parts, location) } else if parts == 0 { emit(.BUILD_TUPLE, 0, location) }
    let items = tree[keywords]
    var dicts = 0
    var pending = 0
    for index in 0..<items.count {
      guard tree[items[index]].name == nil else {
        pending += 1
        continue
      }
      if pending > 0 {
        try emitKeywords(keywords, index - pending..<index, location)
        dicts += 1
      }
      pending = 0
      try visit(tree[items[index]].value)
      dicts += 1
    }
    if pending > 0 {
      try emitKeywords(keywords, items.count - pending..<items.count, location)
      dicts += 1
    }
    if dicts > 1 { emit(.BUILD_MAP_UNPACK_WITH_CALL, dicts, location) }
    emit(.CALL_FUNCTION_EX, dicts > 0 ? 1 : 0, location)
  }
}
