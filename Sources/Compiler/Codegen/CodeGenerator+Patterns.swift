import Bytecode

/// `match` (PEP 634). Each pattern consumes the subject on top of the stack, and jumps to where what it left is popped if it fails.
extension CodeGenerator {
  /// The state of one case.
  private struct PatternState {
    /// Names to be stored on success, in the order of their values below the items on top.
    var stores: [UInt32] = []
    var allowsIrrefutable = false
    /// Where to go on failure, by the number of items to pop.
    var failures: [JumpLabel] = []
    /// Items that the pattern needs on top of the stack.
    var onTop = 0
  }

  private func isWildcard(_ pattern: Pattern) -> Bool {
    if case .matchAs(_, nil) = tree[pattern] { return true }
    return false
  }

  private func ensureFailures(_ state: inout PatternState, _ count: Int) {
    while state.failures.count <= count { state.failures.append(newLabel()) }
  }

  private func jumpToFailure(_ op: Op, _ state: inout PatternState, _ location: CodeLocation) {
    let pops = state.onTop + state.stores.count
    ensureFailures(&state, pops)
    jump(op, state.failures[pops], location)
  }

  private func emitFailures(_ state: inout PatternState, _ location: CodeLocation) {
    guard !state.failures.isEmpty else { return }
    for index in (1..<max(1, state.failures.count)).reversed() {
      use(state.failures[index])
      emit(.POP_TOP, location)
    }
    use(state.failures[0])
    state.failures = []
  }

  private func duplicateStore(_ name: UInt32, _ location: CodeLocation) -> CompileError {
    error("multiple assignments to name '\(tree.string(of: Identifier(raw: name)))' in pattern", location)
  }

  private func storeLater(_ name: UInt32?, _ state: inout PatternState, _ location: CodeLocation) throws(CompileError) {
    guard let name else { return emit(.POP_TOP, location) }
    try refuse(name, .store, location)
    if state.stores.contains(name) { throw duplicateStore(name, location) }
    sink(state.onTop + state.stores.count + 1, location)
    state.stores.append(name)
  }

  // MARK: - The statement

  func visitMatch(_ subject: Expression, _ cases: SyntaxList<MatchCase>) throws(CompileError) {
    try visit(subject)
    let end = newLabel()
    let items = tree[cases]
    let hasDefault = isWildcard(tree[items[items.count - 1]].pattern) && items.count > 1
    let tested = items.count - (hasDefault ? 1 : 0)
    for index in 0..<tested {
      let node = tree[items[index]]
      let location = location(node.pattern)
      let isLast = index == tested - 1
      if !isLast { duplicate(location) }
      var state = PatternState(allowsIrrefutable: node.condition != nil || index == items.count - 1)
      try visit(node.pattern, &state)
      let behind = place(location)
      for name in state.stores { try store(name, behind) }
      if let condition = node.condition {
        ensureFailures(&state, 0)
        try jump(if: condition, is: false, to: state.failures[0], behind)
      }
      if !isLast { emit(.POP_TOP, features.has(.nextLocations) ? .next : unit.lastTest ?? behind) }
      try visit(node.body)
      jump(end, .none)
      emitFailures(&state, location)
    }
    if hasDefault {
      let node = tree[items[items.count - 1]]
      let location = location(node.pattern)
      emit(items.count == 1 ? .POP_TOP : .NOP, location)
      if let condition = node.condition { try jump(if: condition, is: false, to: end, location) }
      try visit(node.body)
    }
    use(end)
  }

  private func visit(_ pattern: Pattern, _ state: inout PatternState) throws(CompileError) {
    let location = location(pattern)
    try deeper()
    unit.patternPlace = location
    switch tree[pattern] {
    case .matchValue(let value): try visitValue(value, &state, location)
    case .matchSingleton(let value):
      load(value, location)
      emit(.IS_OP, 0, location)
      jumpToFailure(.POP_JUMP_IF_FALSE, &state, location)
    case .matchSequence(let patterns): try visitSequence(patterns, &state, location)
    case .matchMapping(let keys, let patterns, let rest): try visitMapping(keys, patterns, rest, &state, location)
    case .matchClass(let type, let patterns, let keywordNames, let keywordPatterns):
      try visitClass(type, patterns, keywordNames, keywordPatterns, &state, location)
    case .matchStar(let name): try storeLater(name?.raw, &state, location)
    case .matchAs(let inner, let name): try visitAs(inner, name, &state, location)
    case .matchOr(let alternatives): try visitOr(alternatives, &state, location)
    }
    depth -= 1
  }

  /// The place of what follows patterns within another one: up to 3.11 that of the last of them.
  private func place(_ location: CodeLocation) -> CodeLocation { features.has(.blocksByCreation) ? unit.patternPlace : location }

  private func visitSub(_ pattern: Pattern, _ state: inout PatternState) throws(CompileError) {
    let allows = state.allowsIrrefutable
    state.allowsIrrefutable = true
    try visit(pattern, &state)
    state.allowsIrrefutable = allows
  }

  private func visitValue(_ value: Expression, _ state: inout PatternState, _ location: CodeLocation) throws(CompileError) {
    let kind = tree.kind(of: value)
    guard kind == .constant || kind == .attribute else {
      throw error("patterns may only match literals and attribute lookups", location)
    }
    try visit(value)
    emitCompare(.equal, location)
    emitTruth(location)
    jumpToFailure(.POP_JUMP_IF_FALSE, &state, location)
  }

  private func visitAs(
    _ inner: Pattern?, _ name: Identifier?, _ state: inout PatternState, _ location: CodeLocation
  ) throws(CompileError) {
    guard let inner else {
      if !state.allowsIrrefutable {
        let what = name.map { "name capture '\(tree.string(of: $0))'" } ?? "wildcard"
        throw error("\(what) makes remaining patterns unreachable", location)
      }
      return try storeLater(name?.raw, &state, location)
    }
    state.onTop += 1
    duplicate(location)
    try visit(inner, &state)
    state.onTop -= 1
    try storeLater(name?.raw, &state, place(location))
  }

  // MARK: - Sequences

  private func visitSequence(
    _ patterns: SyntaxList<Pattern>, _ state: inout PatternState, _ location: CodeLocation
  ) throws(CompileError) {
    let items = tree[patterns]
    var star = -1
    var onlyWildcards = true
    var starIsWildcard = false
    for index in 0..<items.count {
      if case .matchStar(let name) = tree[items[index]] {
        if star >= 0 { throw error("multiple starred names in sequence pattern", location) }
        starIsWildcard = name == nil
        onlyWildcards = onlyWildcards && starIsWildcard
        star = index
      } else {
        onlyWildcards = onlyWildcards && isWildcard(items[index])
      }
    }
    state.onTop += 1
    emit(.MATCH_SEQUENCE, location)
    jumpToFailure(.POP_JUMP_IF_FALSE, &state, location)
    if star < 0 || items.count > 1 {
      emit(.GET_LEN, location)
      load(.integer(Int64(star < 0 ? items.count : items.count - 1)), location)
      emitCompare(star < 0 ? .equal : .greaterOrEqual, location)
      jumpToFailure(.POP_JUMP_IF_FALSE, &state, location)
    }
    state.onTop -= 1
    if onlyWildcards {
      emit(.POP_TOP, location)
    } else if starIsWildcard {
      try visitItems(patterns, star, &state, location)
    } else {
      try unpack(patterns, &state, location)
    }
  }

  private func unpack(
    _ patterns: SyntaxList<Pattern>, _ state: inout PatternState, _ location: CodeLocation
  ) throws(CompileError) {
    let items = tree[patterns]
    let star = items.firstIndex { tree.kind(of: $0) == .matchStar }
    if let star {
      let behind = items.count - star - 1
      if star >= 1 << 8 || behind >= Int(Int32.max) >> 8 {
        throw error("too many expressions in star-unpacking sequence pattern", location)
      }
      emit(.UNPACK_EX, star + behind << 8, location)
    } else {
      emit(.UNPACK_SEQUENCE, items.count, location)
    }
    state.onTop += items.count
    for item in items {
      state.onTop -= 1
      try visitSub(item, &state)
    }
  }

  /// As `unpack`, by subscripts: for patterns with `*_`.
  private func visitItems(
    _ patterns: SyntaxList<Pattern>, _ star: Int, _ state: inout PatternState, _ location: CodeLocation
  ) throws(CompileError) {
    state.onTop += 1
    let items = tree[patterns]
    for index in 0..<items.count {
      if index == star || isWildcard(items[index]) { continue }
      let location = place(location)
      duplicate(location)
      if index < star {
        load(.integer(Int64(index)), location)
      } else {
        emit(.GET_LEN, location)
        load(.integer(Int64(items.count - index)), location)
        emitBinary(.subtract, location)
      }
      emitSubscript(location)
      try visitSub(items[index], &state)
    }
    state.onTop -= 1
    emit(.POP_TOP, place(location))
  }

  // MARK: - Mappings

  private func visitMapping(
    _ keys: SyntaxList<Expression>, _ patterns: SyntaxList<Pattern>, _ rest: Identifier?, _ state: inout PatternState,
    _ location: CodeLocation
  ) throws(CompileError) {
    let count = tree[keys].count
    state.onTop += 1
    emit(.MATCH_MAPPING, location)
    jumpToFailure(.POP_JUMP_IF_FALSE, &state, location)
    if count == 0, rest == nil {
      state.onTop -= 1
      return emit(.POP_TOP, location)
    }
    if count > 0 {
      emit(.GET_LEN, location)
      load(.integer(Int64(count)), location)
      emitCompare(.greaterOrEqual, location)
      jumpToFailure(.POP_JUMP_IF_FALSE, &state, location)
    }
    try visitKeys(keys, location)
    emit(.BUILD_TUPLE, count, location)
    emit(.MATCH_KEYS, location)
    state.onTop += 2
    if matchesPushBool {
      jumpToFailure(.POP_JUMP_IF_FALSE, &state, location)
      return try visitValues(patterns, rest, &state, location)
    }
    duplicate(location)
    loadNone(location)
    emit(.IS_OP, 1, location)
    jumpToFailure(.POP_JUMP_IF_FALSE, &state, location)
    emit(.UNPACK_SEQUENCE, count, location)
    state.onTop += count - 1
    for pattern in tree[patterns] {
      state.onTop -= 1
      try visitSub(pattern, &state)
    }
    state.onTop -= 2
    let location = place(location)
    guard let rest else {
      emit(.POP_TOP, location)
      return emit(.POP_TOP, location)
    }
    emitRest(count, location)
    try storeLater(rest.raw, &state, location)
  }

  /// The values of a mapping in a tuple above the keys and the subject (3.10).
  private func visitValues(
    _ patterns: SyntaxList<Pattern>, _ rest: Identifier?, _ state: inout PatternState, _ location: CodeLocation
  ) throws(CompileError) {
    try visitElements(tree[patterns].count, &state, location) { tree[patterns][$0] }
    state.onTop -= 2
    let location = place(location)
    emit(.POP_TOP, location)
    if let rest {
      emit(.COPY_DICT_WITHOUT_KEYS, location)
      try storeLater(rest.raw, &state, location)
    } else {
      emit(.POP_TOP, location)
    }
    state.onTop -= 1
    emit(.POP_TOP, location)
  }

  /// Patterns for the elements of the tuple on top, which stays.
  private func visitElements(
    _ count: Int, _ state: inout PatternState, _ location: CodeLocation, _ pattern: (Int) -> Pattern
  ) throws(CompileError) {
    for index in 0..<count where !isWildcard(pattern(index)) {
      let location = place(location)
      duplicate(location)
      load(.integer(Int64(index)), location)
      emitSubscript(location)
      try visitSub(pattern(index), &state)
    }
  }

  private func visitKeys(_ keys: SyntaxList<Expression>, _ location: CodeLocation) throws(CompileError) {
    var seen = Set<Constant>()
    for key in tree[keys] {
      switch tree[key] {
      case .constant(let id, _):
        let value = tree.value(of: id)
        guard seen.insert(value).inserted else {
          throw error("mapping pattern checks duplicate key (\(PythonRepr.string(value)))", location)
        }
      case .attribute: break
      default: throw error("mapping pattern keys may only match literals and attribute lookups", location)
      }
      try visit(key)
    }
  }

  /// `rest`: a copy of the mapping without the keys.
  private func emitRest(_ count: Int, _ location: CodeLocation) {
    emit(.BUILD_MAP, 0, location)
    emit(.SWAP, 3, location)
    emit(.DICT_UPDATE, 2, location)
    emit(.UNPACK_SEQUENCE, count, location)
    for left in (1..<max(1, count + 1)).reversed() {
      emit(.COPY, 1 + left, location)
      emit(.SWAP, 2, location)
      emit(.DELETE_SUBSCR, location)
    }
  }

  // MARK: - Classes

  private func visitClass(
    _ type: Expression, _ patterns: SyntaxList<Pattern>, _ keywordNames: SyntaxList<Identifier>,
    _ keywordPatterns: SyntaxList<Pattern>, _ state: inout PatternState, _ location: CodeLocation
  ) throws(CompileError) {
    let names = tree[keywordNames]
    for index in 0..<names.count {
      try monitor.check()
      try refuse(names[index].raw, .store, self.location(tree[keywordPatterns][index]))
      for other in index + 1..<max(index + 1, names.count) where names[other] == names[index] {
        throw error(
          "attribute name repeated in class pattern: \(tree.string(of: names[index]))", self.location(tree[keywordPatterns][other]))
      }
    }
    let positional = tree[patterns].count
    let count = positional + names.count
    try visit(type)
    load(.tuple(names.map { .string(tree.text(of: $0)) }), location)
    emit(.MATCH_CLASS, positional, location)
    func pattern(_ index: Int) -> Pattern {
      index < positional ? tree[patterns][index] : tree[keywordPatterns][index - positional]
    }
    if matchesPushBool {
      // The subject stays, and the values of the attributes lie above it.
      state.onTop += 1
      jumpToFailure(.POP_JUMP_IF_FALSE, &state, location)
      try visitElements(count, &state, location, pattern)
      state.onTop -= 1
      return emit(.POP_TOP, place(location))
    }
    duplicate(location)
    loadNone(location)
    emit(.IS_OP, 1, location)
    state.onTop += 1
    jumpToFailure(.POP_JUMP_IF_FALSE, &state, location)
    emit(.UNPACK_SEQUENCE, count, location)
    state.onTop += count - 1
    for index in 0..<count {
      state.onTop -= 1
      if isWildcard(pattern(index)) { emit(.POP_TOP, place(location)) } else { try visitSub(pattern(index), &state) }
    }
  }

  /// MATCH_CLASS and MATCH_KEYS of 3.10 push whether they match above what they found.
  private var matchesPushBool: Bool { target.has(.COPY_DICT_WITHOUT_KEYS) }

  // MARK: - Alternatives

  private func visitOr(
    _ alternatives: SyntaxList<Pattern>, _ state: inout PatternState, _ location: CodeLocation
  ) throws(CompileError) {
    let end = newLabel()
    let items = tree[alternatives]
    var control: [UInt32] = []
    for index in 0..<items.count {
      var inner = PatternState(allowsIrrefutable: index == items.count - 1 && state.allowsIrrefutable)
      let own = self.location(items[index])
      duplicate(own)
      try visit(items[index], &inner)
      if index == 0 {
        control = inner.stores
      } else {
        guard inner.stores.count == control.count else {
          throw error("alternative patterns bind different names", location)
        }
        try reorder(&inner.stores, as: control, place(own), location)
      }
      jump(.JUMP, end, place(own))
      emitFailures(&inner, place(own))
    }
    let location = place(location)
    emit(.POP_TOP, location)
    jumpToFailure(.JUMP, &state, location)
    use(end)
    let rotations = control.count + 1 + state.onTop + state.stores.count
    for name in control {
      sink(rotations, location)
      if state.stores.contains(name) { throw duplicateStore(name, location) }
      state.stores.append(name)
    }
    emit(.POP_TOP, location)
  }

  /// Brings the values of an alternative's names into the order of the first alternative's.
  private func reorder(
    _ stores: inout [UInt32], as control: [UInt32], _ own: CodeLocation, _ location: CodeLocation
  ) throws(CompileError) {
    for wanted in control.indices.reversed() {
      guard let found = stores.firstIndex(of: control[wanted]) else {
        throw error("alternative patterns bind different names", location)
      }
      guard found != wanted else { continue }
      let rotated = Array(stores[...found])
      stores.removeSubrange(...found)
      stores.insert(contentsOf: rotated, at: wanted - found)
      for _ in 0...found { sink(wanted + 1, own) }
    }
  }
}
