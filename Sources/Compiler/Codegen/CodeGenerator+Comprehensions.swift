import Bytecode

extension CodeGenerator {
  private struct ComprehensionParts {
    let expression: Expression
    let kind: Scope.ComprehensionKind
    let name: UInt32
    let generators: SyntaxList<Comprehension>
    let element: Expression
    let value: Expression?
    var isInlined = false
  }

  /// What an inlined comprehension changed around it.
  private struct Inlining {
    var pushed: [UInt32] = []
    var changed: [(name: UInt32, flags: SymbolFlags)] = []
    var hidden: [UInt32] = []
    var cleanup = JumpLabel.none
  }

  func visitComprehension(_ expression: Expression) throws(CompileError) {
    switch tree[expression] {
    case .listComp(let element, let generators):
      try visit(
        ComprehensionParts(
          expression: expression, kind: .list, name: names.listComprehension, generators: generators, element: element, value: nil))
    case .setComp(let element, let generators):
      try visit(
        ComprehensionParts(
          expression: expression, kind: .set, name: names.setComprehension, generators: generators, element: element, value: nil))
    case .dictComp(let key, let value, let generators):
      try visit(
        ComprehensionParts(
          expression: expression, kind: .dict, name: names.dictComprehension, generators: generators, element: key, value: value))
    case .generatorExp(let element, let generators):
      try visit(
        ComprehensionParts(
          expression: expression, kind: .generator, name: names.generator, generators: generators, element: element, value: nil))
    default: break
    }
  }

  private func visit(_ plain: ComprehensionParts) throws(CompileError) {
    var parts = plain
    guard let inner = symbols.scope(of: parts.expression), let first = tree[parts.generators].first else { return }
    let location = location(parts.expression)
    let outermost = tree[first]
    let isAsync = inner.isCoroutine && parts.kind != .generator
    if isAsync, unit.kind != .asyncFunction, unit.kind != .comprehension, !scope.isInlinable, !allowsAwait {
      throw error("asynchronous comprehension outside of an asynchronous function", location)
    }
    if inner.isInlined {
      parts.isInlined = true
      try visitIterable(outermost, location)
      var inlining = Inlining()
      pushLocals(inner, location, &inlining)
      emitBuild(parts.kind, location)
      emit(.SWAP, 2, location)
      try visitGenerator(parts, 0, depth: 0, location)
      popLocals(location, inlining)
      return
    }
    try enter(.comprehension, inner, parts.name, line: location.line)
    unit.argumentCount = 1
    let own = keepsLine ? .unset : location
    if parts.kind != .generator { emitBuild(parts.kind, own) }
    try visitGenerator(parts, 0, depth: 0, own)
    if parts.kind != .generator {
      emit(.RETURN_VALUE, unit.lastTest ?? own)
    } else if features.has(.generatorHandlers) {
      wrapInStopIterationHandler()
    }
    let code = try leave(addingNone: true)
    makeClosure(code, 0, location)
    try visitIterable(outermost, location)
    emitBareCall(1, location)
    if isAsync { emitAwait(0, location) }
  }

  private var allowsAwait: Bool { options.allowsTopLevelAwait && unit.kind == .module }

  private func emitBuild(_ kind: Scope.ComprehensionKind, _ location: CodeLocation) {
    emit(kind == .list ? .BUILD_LIST : kind == .set ? .BUILD_SET : .BUILD_MAP, 0, location)
  }

  /// The place of what a loop does with its iterable: that of the iterable, or before 3.13 of the loop.
  func iterationLocation(_ iterable: Expression, _ loop: CodeLocation) -> CodeLocation {
    features.has(.partLocations) ? location(iterable) : loop
  }

  private func visitIterable(_ comprehension: ComprehensionNode, _ location: CodeLocation) throws(CompileError) {
    try visit(comprehension.iterable)
    emit(comprehension.isAsync ? .GET_AITER : .GET_ITER, iterationLocation(comprehension.iterable, location))
  }

  private func visitGenerator(_ parts: ComprehensionParts, _ index: Int, depth: Int, _ location: CodeLocation) throws(CompileError) {
    if tree[tree[parts.generators][index]].isAsync {
      try visitAsyncGenerator(parts, index, depth: depth, location)
    } else {
      try visitSyncGenerator(parts, index, depth: depth, location)
    }
  }

  /// The only element of a display of one, which a nested `for` then assigns: `for y in [f(x)]`.
  private func onlyElement(_ iterable: Expression) -> Expression? {
    switch tree[iterable] {
    case .list(let elements, _), .tuple(let elements, _):
      guard tree[elements].count == 1, tree.kind(of: tree[elements][0]) != .starred else { return nil }
      return tree[elements][0]
    default: return nil
    }
  }

  private func visitSyncGenerator(_ parts: ComprehensionParts, _ index: Int, depth: Int, _ location: CodeLocation) throws(CompileError) {
    let start = newLabel()
    let ifCleanup = newLabel()
    let anchor = newLabel()
    let node = tree[tree[parts.generators][index]]
    var loops = true
    var depth = depth
    if index == 0 {
      if !parts.isInlined { emit(.LOAD_FAST, 0, location) }
    } else if features.has(.assignedElements), let only = onlyElement(node.iterable) {
      try visit(only)
      loops = false
    } else {
      try visitIterable(node, location)
    }
    if loops {
      depth += 1
      use(start)
      jump(.FOR_ITER, anchor, iterationLocation(node.iterable, location))
    }
    try visit(node.target)
    let location = try visitConditions(node, ifCleanup, location)
    var elementLocation = features.has(.elementLocations) ? self.location(parts.element) : location
    if index + 1 < tree[parts.generators].count {
      try visitGenerator(parts, index + 1, depth: depth, location)
    } else {
      elementLocation = try emitElement(parts, depth: depth, location)
    }
    use(ifCleanup)
    guard loops else { return }
    // Up to 3.11 what an inner `for` has tested last counts here too.
    jump(start, features.has(.blocksByCreation) ? unit.lastTest ?? elementLocation : elementLocation)
    use(anchor)
    endLoop()
  }

  private func visitAsyncGenerator(_ parts: ComprehensionParts, _ index: Int, depth: Int, _ location: CodeLocation) throws(CompileError) {
    let start = newLabel()
    let except = newLabel()
    let ifCleanup = newLabel()
    let node = tree[tree[parts.generators][index]]
    if index == 0 {
      if !parts.isInlined { emit(.LOAD_FAST, 0, location) }
    } else {
      try visitIterable(node, location)
    }
    use(start)
    try push(.asyncComprehension, start, location)
    jump(.SETUP_FINALLY, except, location)
    emit(.GET_ANEXT, location)
    loadNone(location)
    let send = emitYieldFrom(isAwait: true, location)
    emit(.POP_BLOCK, location)
    try visit(node.target)
    let location = try visitConditions(node, ifCleanup, location)
    var elementLocation = features.has(.elementLocations) ? self.location(parts.element) : location
    if index + 1 < tree[parts.generators].count {
      try visitGenerator(parts, index + 1, depth: depth + 1, location)
    } else {
      elementLocation = try emitElement(parts, depth: depth + 1, location)
    }
    use(ifCleanup)
    // Up to 3.11 what an inner `for` has tested last counts here too.
    jump(start, features.has(.blocksByCreation) ? unit.lastTest ?? elementLocation : elementLocation)
    pop()
    use(except)
    endAsyncFor(send, location)
  }

  /// What ends a loop that has run out.
  func endLoop() {
    guard target.has(.END_FOR) else { return }
    emit(.END_FOR, .none)
    // In 3.12 END_FOR pops both values.
    if !features.has(.countedYields) { emit(features.has(.popIter) ? .POP_ITER : .POP_TOP, .none) }
  }

  /// Ends an asynchronous loop.
  /// - Parameter send: where it waits for the next item, which newer versions tell.
  func endAsyncFor(_ send: JumpLabel, _ location: CodeLocation) {
    if features.has(.endAsyncForTarget) { jump(.END_ASYNC_FOR, send, location) } else { emit(.END_ASYNC_FOR, location) }
  }

  /// The conditions of a `for`; gives the place of what follows.
  private func visitConditions(
    _ node: ComprehensionNode, _ end: JumpLabel, _ location: CodeLocation
  ) throws(CompileError) -> CodeLocation {
    for condition in tree[node.conditions] { try jump(if: condition, is: false, to: end, location) }
    return unit.lastTest ?? location
  }

  private func emitElement(
    _ parts: ComprehensionParts, depth: Int, _ whole: CodeLocation
  ) throws(CompileError) -> CodeLocation {
    let isOwn = features.has(.elementLocations)
    var location = isOwn ? location(parts.element) : whole
    try visit(parts.element)
    switch parts.kind {
    case .generator:
      emitYield(location)
      emit(.POP_TOP, location)
    case .list: emit(.LIST_APPEND, depth + 1, location)
    case .set: emit(.SET_ADD, depth + 1, location)
    case .dict, .none:
      if let value = parts.value {
        try visit(value)
        if isOwn {
          let end = self.location(value)
          location.endLine = end.endLine
          location.endColumn = end.endColumn
        }
      }
      emit(.MAP_ADD, depth + 1, location)
    }
    return location
  }

  // MARK: - Inlining

  /// Saves the variables that a comprehension binds, so that its own do not leak.
  private func pushLocals(_ inner: Scope, _ location: CodeLocation, _ inlining: inout Inlining) {
    let outer = scope
    let isInClass = outer.kind == .class && unit.inlinedDepth == 0
    unit.inlinedDepth += 1
    for index in 0..<inner.symbols.count {
      let flags = inner.symbols.flags(index)
      let name = inner.symbols.name(index)
      guard flags.rawValue != 0 else { continue }
      let outerPlace = outer.place(of: name)
      if flags.place != outerPlace && flags.place != .free && !(flags.place == .cell && outerPlace == .free) || isInClass {
        inlining.changed.append((name, outer.symbols[name]))
        outer.symbols[name] = flags
      }
      let isKept = isInClass && features.has(.savesAllInClass)
      guard isKept || flags.contains(.local) && !flags.contains(.nonlocal) else { continue }
      if !outer.isFunctionLike, unit.hidden[name] != true {
        unit.hidden[name] = true
        inlining.hidden.append(name)
      }
      emit(.LOAD_FAST_AND_CLEAR, unit.variables.add(name), location)
      if flags.place == .cell {
        if outerPlace == .free {
          emit(.MAKE_CELL, unit.cells.count + unit.frees.add(name), location)
        } else {
          emit(.MAKE_CELL, unit.cells.add(name), location)
        }
      }
      inlining.pushed.append(name)
    }
    guard !inlining.pushed.isEmpty else { return }
    emit(.SWAP, inlining.pushed.count + 1, location)
    inlining.cleanup = newLabel()
    jump(.SETUP_FINALLY, inlining.cleanup, location)
  }

  private func popLocals(_ location: CodeLocation, _ inlining: Inlining) {
    unit.inlinedDepth -= 1
    if !inlining.pushed.isEmpty {
      emit(.POP_BLOCK, .none)
      let end = newLabel()
      jumpForward(end)
      use(inlining.cleanup)
      emit(.SWAP, 2, .none)
      emit(.POP_TOP, .none)
      restore(inlining.pushed, location)
      emit(.RERAISE, 0, .none)
      use(end)
      restore(inlining.pushed, location)
    }
    for (name, flags) in inlining.changed { scope.symbols[name] = flags }
    for name in inlining.hidden { unit.hidden[name] = false }
  }

  private func restore(_ pushed: [UInt32], _ location: CodeLocation) {
    emit(.SWAP, pushed.count + 1, location)
    for name in pushed.reversed() { emit(.STORE_FAST_MAYBE_NULL, unit.variables.add(name), location) }
  }
}

extension Scope {
  /// Whether an asynchronous comprehension may stand in it.
  var isInlinable: Bool { isFunctionLike && isCoroutine && comprehension != .none }
}
