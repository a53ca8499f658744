import Bytecode

/// Calls.
///
/// | version | what is pushed | call |
/// |---|---|---|
/// | 3.8 - 3.10 | callable, arguments | CALL_FUNCTION, CALL_FUNCTION_KW; CALL_METHOD behind LOAD_METHOD |
/// | 3.11 | NULL, callable, arguments | KW_NAMES, PRECALL, CALL |
/// | 3.12 | NULL, callable, arguments | KW_NAMES, CALL |
/// | 3.13 - | callable, NULL, arguments | CALL, CALL_KW |
extension CodeGenerator {
  // MARK: - Calls

  func visitCall(
    _ expression: Expression, _ function: Expression, _ arguments: SyntaxList<Expression>, _ keywords: SyntaxList<Keyword>
  ) throws(CompileError) {
    try validate(keywords)
    warnOfCall(function, location(expression))
    if try visitMethodCall(expression, function, arguments, keywords) { return }
    beginCall(location(function))
    try visit(function)
    var end: JumpLabel?
    if features.has(.inlinedCalls) {
      let label = newLabel()
      try inlineCall(function, arguments, keywords, label)
      end = label
    }
    endCallable(location(function))
    try emitCall(0, arguments, keywords, location(expression))
    if let end { use(end) }
  }

  private func validate(_ keywords: SyntaxList<Keyword>) throws(CompileError) {
    let items = tree[keywords]
    for index in 0..<items.count {
      guard let name = tree[items[index]].name else { continue }
      try monitor.check()
      try refuse(name.raw, .store, location(items[index]))
      for other in index + 1..<max(index + 1, items.count) where tree[items[other]].name == name {
        throw error("keyword argument repeated: \(tree.string(of: name))", location(items[other]))
      }
    }
  }

  /// Whether the arguments can be pushed one by one.
  private func isPlain(_ arguments: SyntaxList<Expression>, _ keywords: SyntaxList<Keyword>) -> Bool {
    !tree.hasStarred(arguments) && tree[keywords].allSatisfy { tree[$0].name != nil }
  }

  private func visitMethodCall(
    _ expression: Expression, _ function: Expression, _ arguments: SyntaxList<Expression>, _ keywords: SyntaxList<Keyword>
  ) throws(CompileError) -> Bool {
    guard tree.kind(of: function) == .attribute, case .attribute(let value, let attribute, .load) = tree[function] else { return false }
    if features.has(.importedModules), case .name(let name, _) = tree[value], symbols.top.symbols[name.raw].contains(.imported) {
      return false
    }
    let keywordCount = tree[keywords].count
    let count = tree[arguments].count
    guard target.has(.RESUME) || keywordCount == 0, isPlain(arguments, keywords),
      count + keywordCount + (keywordCount != 0 ? 1 : 0) < stackGuideline
    else { return false }
    var location = location(function)
    if target.has(.LOAD_SUPER_ATTR), let superCall = superCall(value, attribute) {
      try loadSuperArguments(superCall)
      emit(.LOAD_SUPER_ATTR, name: attribute.raw, shift: 2, flags: superCall.hasArguments ? 3 : 1, location)
      location = startingAtAttribute(location, function, attribute)
      emit(.NOP, location)
    } else {
      try visit(value)
      location = startingAtAttribute(location, function, attribute)
      emitMethod(attribute.raw, location)
    }
    try visit(arguments)
    for keyword in tree[keywords] { try visit(tree[keyword].value) }
    let called = startingAtAttribute(self.location(expression), function, attribute)
    if keywordCount > 0 {
      emitNames(of: keywords, location)
      emitKeywordCall(count + keywordCount, called)
    } else if target.has(.CALL_METHOD) {
      emit(.CALL_METHOD, count, called)
    } else {
      emitCall(count, called)
    }
    return true
  }

  // MARK: - Instructions

  /// What lies below a callable.
  func beginCall(_ location: CodeLocation) {
    if target.has(.PUSH_NULL), !target.has(.CALL_KW) { emit(.PUSH_NULL, location) }
  }

  /// What lies above a callable.
  func endCallable(_ location: CodeLocation) {
    if target.has(.CALL_KW) { emit(.PUSH_NULL, location) }
  }

  /// A call with `count` arguments.
  func emitCall(_ count: Int, _ location: CodeLocation) {
    if target.has(.CALL_FUNCTION) { return emit(.CALL_FUNCTION, count, location) }
    if target.has(.PRECALL) { emit(.PRECALL, count, location) }
    emit(.CALL, count, location)
  }

  /// A call of what lies below the `count` arguments, with nothing in between.
  func emitBareCall(_ count: Int, _ location: CodeLocation) {
    // The first argument lies where `self` does.
    emitCall(target.has(.CALL_FUNCTION) ? count : count - 1, location)
  }

  private func emitNames(of keywords: SyntaxList<Keyword>, _ location: CodeLocation) {
    let names = Constant.tuple(tree[keywords].map { .string(tree.text(of: tree[$0].name ?? Identifier(raw: self.names.empty))) })
    guard target.has(.KW_NAMES) else { return load(names, location) }
    emit(.KW_NAMES, unit.constants.add(pool.number(of: names)), location)
  }

  private func emitKeywordCall(_ count: Int, _ location: CodeLocation) {
    if target.has(.KW_NAMES) { return emitCall(count, location) }
    emit(target.has(.CALL_KW) ? .CALL_KW : .CALL_FUNCTION_KW, count, location)
  }

  /// The method of the object on top.
  func emitMethod(_ name: UInt32, _ location: CodeLocation) {
    if target.has(.LOAD_METHOD) { return emit(.LOAD_METHOD, name: name, location) }
    emit(.LOAD_ATTR, name: name, shift: target.attributeShift, flags: 1, location)
  }

  // MARK: - Arguments

  /// The arguments and the call itself. The function, `pushed` arguments and what belongs to them are on the stack.
  func emitCall(
    _ pushed: Int, _ arguments: SyntaxList<Expression>, _ keywords: SyntaxList<Keyword>, injected: UInt32 = 0, _ location: CodeLocation
  ) throws(CompileError) {
    try validate(keywords)
    let count = tree[arguments].count
    let keywordCount = tree[keywords].count
    if count + keywordCount * 2 > stackGuideline || !isPlain(arguments, keywords) {
      if target.has(.BUILD_TUPLE_UNPACK_WITH_CALL) { return try emitMergingCall(pushed, arguments, keywords, location) }
      return try emitUnpackingCall(pushed, arguments, keywords, injected: injected, location)
    }
    try visit(arguments)
    if injected != 0 { try load(injected, location) }
    let total = pushed + count + (injected != 0 ? 1 : 0)
    guard keywordCount > 0 else { return emitCall(total, location) }
    for keyword in tree[keywords] { try visit(tree[keyword].value) }
    emitNames(of: keywords, location)
    emitKeywordCall(total + keywordCount, location)
  }

  private func emitUnpackingCall(
    _ pushed: Int, _ arguments: SyntaxList<Expression>, _ keywords: SyntaxList<Keyword>, injected: UInt32, _ location: CodeLocation
  ) throws(CompileError) {
    if pushed == 0, tree[arguments].count == 1, case .starred(let value, _) = tree[tree[arguments][0]] {
      try visit(value)
    } else {
      try unpackStarred(arguments, .tuple, pushed: pushed, injected: injected, location)
    }
    let items = tree[keywords]
    var hasDict = false
    var pending = 0
    for index in 0..<items.count {
      guard tree[items[index]].name == nil else {
        pending += 1
        continue
      }
      if pending > 0 {
        try emitKeywords(keywords, index - pending..<index, location)
        if hasDict { emit(.DICT_MERGE, 1, location) }
        hasDict = true
        pending = 0
      }
      if !hasDict { emit(.BUILD_MAP, 0, location) }
      hasDict = true
      try visit(tree[items[index]].value)
      emit(.DICT_MERGE, 1, location)
    }
    if pending > 0 {
      try emitKeywords(keywords, items.count - pending..<items.count, location)
      if hasDict { emit(.DICT_MERGE, 1, location) }
    }
    guard features.has(.keywordsSlot) else { return emit(.CALL_FUNCTION_EX, items.count > 0 ? 1 : 0, location) }
    if items.isEmpty { emit(.PUSH_NULL, location) }
    emit(.CALL_FUNCTION_EX, location)
  }

  func emitKeywords(_ keywords: SyntaxList<Keyword>, _ range: Range<Int>, _ location: CodeLocation) throws(CompileError) {
    let isBig = range.count * 2 > stackGuideline
    if range.count > 1, !isBig, features.has(.constantKeyMaps) {
      var constants: [Constant] = []
      for index in range {
        let keyword = tree[tree[keywords][index]]
        try visit(keyword.value)
        constants.append(.string(tree.text(of: keyword.name ?? Identifier(raw: names.empty))))
      }
      load(.tuple(constants), location)
      return emit(.BUILD_CONST_KEY_MAP, range.count, location)
    }
    if isBig { emit(.BUILD_MAP, 0, .none) }
    for index in range {
      let keyword = tree[tree[keywords][index]]
      if let name = keyword.name { load(name: name.raw, location) }
      try visit(keyword.value)
      if isBig { emit(.MAP_ADD, 1, .none) }
    }
    if !isBig { emit(.BUILD_MAP, range.count, location) }
  }

  // MARK: - Calls that loop in place

  /// `all(x for ...)` and the like: a loop, if the name still means the builtin.
  private func inlineCall(
    _ function: Expression, _ arguments: SyntaxList<Expression>, _ keywords: SyntaxList<Keyword>, _ end: JumpLabel
  ) throws(CompileError) {
    guard case .name(let name, _) = tree[function], tree[arguments].count == 1, keywords.isEmpty,
      tree.kind(of: tree[arguments][0]) == .generatorExp, symbols.scope(of: tree[arguments][0])?.isCoroutine != true
    else { return }
    let location = location(function)
    let common: Int
    let initial: Constant?
    switch tree.string(of: name) {
    case "all": (common, initial) = (target.intrinsics.all, .bool(true))
    case "any": (common, initial) = (target.intrinsics.any, .bool(false))
    case "tuple": (common, initial) = (target.intrinsics.tuple, nil)
    default: return
    }
    let skip = newLabel()
    emit(.COPY, 1, location)
    emit(.LOAD_COMMON_CONSTANT, common, location)
    emit(.IS_OP, 0, location)
    jump(.POP_JUMP_IF_FALSE, skip, location)
    emit(.POP_TOP, location)
    if initial == nil { emit(.BUILD_LIST, 0, location) }
    try visit(tree[arguments][0])
    emitInlinedLoop(initial, end, location)
    use(skip)
  }

  /// The loop itself: until a value decides, or, without an initial value, into a list.
  private func emitInlinedLoop(_ initial: Constant?, _ end: JumpLabel, _ location: CodeLocation) {
    let loop = newLabel()
    let cleanup = newLabel()
    use(loop)
    jump(.FOR_ITER, cleanup, location)
    if let initial {
      emit(.TO_BOOL, location)
      jump(initial == .bool(true) ? .POP_JUMP_IF_TRUE : .POP_JUMP_IF_FALSE, loop, location)
      emit(.POP_ITER, .none)
      load(initial == .bool(true) ? .bool(false) : .bool(true), location)
    } else {
      emit(.LIST_APPEND, 2, location)
      jump(.JUMP, loop, location)
      emit(.POP_ITER, .none)
    }
    jump(.JUMP, end, location)
    use(cleanup)
    emit(.END_FOR, .none)
    emit(.POP_ITER, .none)
    if let initial { load(initial, location) } else { emit(.CALL_INTRINSIC_1, target.intrinsics.listToTuple, location) }
    jump(.JUMP, end, location)
  }
}
