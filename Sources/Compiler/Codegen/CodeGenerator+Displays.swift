import Bytecode

/// Displays, calls and strings.
extension CodeGenerator {
  enum Display {
    case list, tuple, set

    var build: Op { self == .set ? .BUILD_SET : .BUILD_LIST }
    var add: Op { self == .set ? .SET_ADD : .LIST_APPEND }
    var extend: Op { self == .set ? .SET_UPDATE : .LIST_EXTEND }
  }

  /// Builds a display of elements, some of which may be starred.
  /// - Parameters:
  ///   - pushed: how many elements are on the stack already;
  ///   - injected: the variable that is the last element; 0 if none is.
  func unpackStarred(
    _ elements: SyntaxList<Expression>, _ display: Display, pushed: Int = 0, injected: UInt32 = 0, _ location: CodeLocation
  ) throws(CompileError) {
    let items = tree[elements]
    if !features.has(.foldsInGraph), items.count > 2, let constants = constants(elements) {
      return loadConstants(constants, display, pushed: pushed, location)
    }
    let isBig = items.count + pushed + (injected != 0 ? 1 : 0) > Self.stackGuideline
    if !isBig, !tree.hasStarred(elements) {
      for item in items { try visit(item) }
      if injected != 0 { try load(injected, location) }
      let count = items.count + pushed + (injected != 0 ? 1 : 0)
      return emit(display == .tuple ? .BUILD_TUPLE : display.build, count, location)
    }
    var isBuilt = isBig
    if isBig { emit(display.build, pushed, location) }
    for (index, item) in items.enumerated() {
      if case .starred(let value, _) = tree[item] {
        if !isBuilt { emit(display.build, index + pushed, location) }
        isBuilt = true
        try visit(value)
        emit(display.extend, 1, location)
      } else {
        try visit(item)
        if isBuilt { emit(display.add, 1, location) }
      }
    }
    if injected != 0 {
      try load(injected, location)
      emit(display.add, 1, location)
    }
    if display == .tuple { emit(.CALL_INTRINSIC_1, target.intrinsics.listToTuple, location) }
  }

  private func constants(_ elements: SyntaxList<Expression>) -> [Constant]? {
    for element in tree[elements] where tree.kind(of: element) != .constant { return nil }
    return tree[elements].map { element in
      if case .constant(let id, _) = tree[element] { pool.value(of: id, in: tree) } else { .none }
    }
  }

  /// A display of constants: one constant, or built from one.
  private func loadConstants(_ constants: [Constant], _ display: Display, pushed: Int, _ location: CodeLocation) {
    if display == .tuple, pushed == 0 { return load(.tuple(constants), location) }
    emit(display.build, pushed, location)
    load(display == .set ? .frozenset(distinct: constants) : .tuple(constants), location)
    emit(display.extend, 1, location)
    if display == .tuple { emit(.CALL_INTRINSIC_1, target.intrinsics.listToTuple, location) }
  }

  // MARK: - Dicts

  func visitDict(
    _ keys: SyntaxList<OptionalExpression>, _ values: SyntaxList<Expression>, _ location: CodeLocation
  ) throws(CompileError) {
    let count = tree[values].count
    var hasDict = false
    var pending = 0
    for index in 0..<count {
      if tree[keys][index].expression == nil {
        if pending > 0 {
          try visitPairs(keys, values, index - pending..<index, location)
          if hasDict { emit(.DICT_UPDATE, 1, location) }
          hasDict = true
          pending = 0
        }
        if !hasDict { emit(.BUILD_MAP, 0, location) }
        hasDict = true
        try visit(tree[values][index])
        emit(.DICT_UPDATE, 1, location)
      } else if pending * 2 > Self.stackGuideline {
        try visitPairs(keys, values, index - pending..<index + 1, location)
        if hasDict { emit(.DICT_UPDATE, 1, location) }
        hasDict = true
        pending = 0
      } else {
        pending += 1
      }
    }
    if pending > 0 {
      try visitPairs(keys, values, count - pending..<count, location)
      if hasDict { emit(.DICT_UPDATE, 1, location) }
      hasDict = true
    }
    if !hasDict { emit(.BUILD_MAP, 0, location) }
  }

  private func visitPairs(
    _ keys: SyntaxList<OptionalExpression>, _ values: SyntaxList<Expression>, _ range: Range<Int>, _ location: CodeLocation
  ) throws(CompileError) {
    let isBig = range.count * 2 > Self.stackGuideline
    if range.count > 1, !isBig, features.has(.constantKeyMaps), let constants = constantKeys(keys, range) {
      for index in range { try visit(tree[values][index]) }
      load(.tuple(constants), location)
      return emit(.BUILD_CONST_KEY_MAP, range.count, location)
    }
    if isBig { emit(.BUILD_MAP, 0, location) }
    for index in range {
      if let key = tree[keys][index].expression { try visit(key) }
      try visit(tree[values][index])
      if isBig { emit(.MAP_ADD, 1, location) }
    }
    if !isBig { emit(.BUILD_MAP, range.count, location) }
  }

  private func constantKeys(_ keys: SyntaxList<OptionalExpression>, _ range: Range<Int>) -> [Constant]? {
    var constants: [Constant] = []
    for index in range {
      guard let key = tree[keys][index].expression, case .constant(let value, _) = tree[key] else { return nil }
      constants.append(pool.value(of: value, in: tree))
    }
    return constants
  }

  // MARK: - Calls

  func visitCall(
    _ expression: Expression, _ function: Expression, _ arguments: SyntaxList<Expression>, _ keywords: SyntaxList<Keyword>
  ) throws(CompileError) {
    try validate(keywords)
    if try visitMethodCall(expression, function, arguments, keywords) { return }
    try visit(function)
    let end = newLabel()
    if features.has(.inlinedCalls) { try inlineCall(function, arguments, keywords, end) }
    emit(.PUSH_NULL, location(function))
    try emitCall(0, arguments, keywords, location(expression))
    use(end)
  }

  private func validate(_ keywords: SyntaxList<Keyword>) throws(CompileError) {
    let items = tree[keywords]
    for index in 0..<items.count {
      guard let name = tree[items[index]].name else { continue }
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
    if case .name(let name, _) = tree[value], symbols.top.symbols[name.raw].contains(.imported) { return false }
    let keywordCount = tree[keywords].count
    let count = tree[arguments].count
    guard count + keywordCount + (keywordCount != 0 ? 1 : 0) < Self.stackGuideline, isPlain(arguments, keywords) else { return false }
    var location = location(function)
    if let superCall = superCall(value, attribute) {
      try loadSuperArguments(superCall)
      emit(.LOAD_SUPER_ATTR, name: attribute.raw, shift: 2, flags: superCall.hasArguments ? 3 : 1, location)
      location = startingAtAttribute(location, function, attribute)
      emit(.NOP, location)
    } else {
      try visit(value)
      location = startingAtAttribute(location, function, attribute)
      emit(.LOAD_ATTR, name: attribute.raw, shift: 1, flags: 1, location)
    }
    try visit(arguments)
    if keywordCount > 0 {
      for keyword in tree[keywords] { try visit(tree[keyword].value) }
      loadNames(of: keywords, location)
    }
    location = startingAtAttribute(self.location(expression), function, attribute)
    emit(keywordCount > 0 ? .CALL_KW : .CALL, count + keywordCount, location)
    return true
  }

  private func loadNames(of keywords: SyntaxList<Keyword>, _ location: CodeLocation) {
    load(.tuple(tree[keywords].map { .string(tree.text(of: tree[$0].name ?? Identifier(raw: names.empty))) }), location)
  }

  /// The arguments and the call itself. The function, `pushed` arguments and what belongs to them are on the stack.
  func emitCall(
    _ pushed: Int, _ arguments: SyntaxList<Expression>, _ keywords: SyntaxList<Keyword>, injected: UInt32 = 0, _ location: CodeLocation
  ) throws(CompileError) {
    try validate(keywords)
    let count = tree[arguments].count
    let keywordCount = tree[keywords].count
    if count + keywordCount * 2 > Self.stackGuideline || !isPlain(arguments, keywords) {
      return try emitUnpackingCall(pushed, arguments, keywords, injected: injected, location)
    }
    try visit(arguments)
    if injected != 0 { try load(injected, location) }
    let total = pushed + count + (injected != 0 ? 1 : 0)
    guard keywordCount > 0 else { return emit(.CALL, total, location) }
    for keyword in tree[keywords] { try visit(tree[keyword].value) }
    loadNames(of: keywords, location)
    emit(.CALL_KW, total + keywordCount, location)
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

  private func emitKeywords(_ keywords: SyntaxList<Keyword>, _ range: Range<Int>, _ location: CodeLocation) throws(CompileError) {
    let isBig = range.count * 2 > Self.stackGuideline
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

  // MARK: - Strings

  func visitJoined(_ values: SyntaxList<Expression>, _ location: CodeLocation) throws(CompileError) {
    let count = tree[values].count
    if count > Self.stackGuideline {
      load(.string(""), location)
      emit(.LOAD_ATTR, name: names.join, shift: 1, flags: 1, location)
      emit(.BUILD_LIST, 0, location)
      for value in tree[values] {
        try visit(value)
        emit(.LIST_APPEND, 1, location)
      }
      return emit(.CALL, 1, location)
    }
    try visit(values)
    if count > 1 { emit(.BUILD_STRING, count, location) } else if count == 0 { load(.string(""), location) }
  }

  private func conversionOperand(_ conversion: Int) -> Int {
    switch conversion {
    case 115: 1
    case 114: 2
    case 97: 3
    default: 0
    }
  }

  func visitFormatted(
    _ value: Expression, _ conversion: Int, _ formatSpec: Expression?, _ location: CodeLocation
  ) throws(CompileError) {
    try visit(value)
    if conversion != -1 { emit(.CONVERT_VALUE, conversionOperand(conversion), location) }
    guard let formatSpec else { return emit(.FORMAT_SIMPLE, location) }
    try visit(formatSpec)
    emit(.FORMAT_WITH_SPEC, location)
  }

  func visitInterpolation(
    _ value: Expression, _ source: ConstantID, _ conversion: Int, _ formatSpec: Expression?, _ location: CodeLocation
  ) throws(CompileError) {
    try visit(value)
    load(source, location)
    if let formatSpec { try visit(formatSpec) }
    let operand = (formatSpec == nil ? 2 : 3) | (conversion == -1 ? 0 : conversionOperand(conversion)) << 2
    emit(.BUILD_INTERPOLATION, operand, location)
  }

  func visitTemplate(_ values: SyntaxList<Expression>, _ location: CodeLocation) throws(CompileError) {
    var wasInterpolation = true
    var strings = 0
    var interpolations = 0
    for value in tree[values] {
      if tree.kind(of: value) == .interpolation {
        interpolations += 1
        if wasInterpolation {
          load(.string(""), location)
          strings += 1
        }
        wasInterpolation = true
      } else {
        try visit(value)
        strings += 1
        wasInterpolation = false
      }
    }
    if wasInterpolation {
      load(.string(""), location)
      strings += 1
    }
    emit(.BUILD_TUPLE, strings, location)
    for value in tree[values] where tree.kind(of: value) == .interpolation { try visit(value) }
    emit(.BUILD_TUPLE, interpolations, location)
    emit(.BUILD_TEMPLATE, location)
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
