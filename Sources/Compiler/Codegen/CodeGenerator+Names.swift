/// Names and attributes.
extension CodeGenerator {
  func visitName(_ plain: UInt32, _ context: ExpressionContext, _ location: CodeLocation) throws(CompileError) {
    let name = mangled(plain)
    let place = scope.place(of: name)
    switch place {
    case .free: emitDeref(unit.cells.count + unit.frees.add(name), context, location)
    case .cell: emitDeref(unit.cells.add(name), context, location)
    case .local where scope.isFunctionLike || unit.hidden[name] == true:
      emit(context == .load ? .LOAD_FAST : context == .store ? .STORE_FAST : .DELETE_FAST, unit.variables.add(name), location)
    case .globalImplicit where scope.isFunctionLike, .globalExplicit: emitGlobal(name, place, context, location)
    default:
      let index = unit.names.add(name)
      if context == .load, scope.kind == .class, unit.inlinedDepth > 0 { return emit(.LOAD_GLOBAL, index << target.globalShift, location) }
      emit(context == .load ? .LOAD_NAME : context == .store ? .STORE_NAME : .DELETE_NAME, index, location)
    }
  }

  private func emitDeref(_ index: Int, _ context: ExpressionContext, _ location: CodeLocation) {
    switch context {
    case .store: return emit(.STORE_DEREF, index, location)
    case .delete: return emit(.DELETE_DEREF, index, location)
    case .load: break
    }
    if scope.kind == .class, target.has(.LOAD_CLASSDEREF) {
      emit(.LOAD_CLASSDEREF, index, location)
    } else if scope.kind == .class, unit.inlinedDepth == 0 {
      emit(.LOAD_LOCALS, location)
      emit(.LOAD_FROM_DICT_OR_DEREF, index, location)
    } else if scope.canSeeClassScope {
      loadClassDict(location)
      emit(.LOAD_FROM_DICT_OR_DEREF, index, location)
    } else {
      emit(.LOAD_DEREF, index, location)
    }
  }

  private func emitGlobal(_ name: UInt32, _ place: NamePlace, _ context: ExpressionContext, _ location: CodeLocation) {
    let index = unit.names.add(name)
    switch context {
    case .store: emit(.STORE_GLOBAL, index, location)
    case .delete: emit(.DELETE_GLOBAL, index, location)
    case .load:
      if scope.canSeeClassScope, place == .globalImplicit {
        loadClassDict(location)
        emit(.LOAD_FROM_DICT_OR_GLOBALS, index, location)
      } else {
        emit(.LOAD_GLOBAL, index << target.globalShift, location)
      }
    }
  }

  private func loadClassDict(_ location: CodeLocation) {
    emit(.LOAD_DEREF, unit.cells.count + unit.frees.add(names.classDict), location)
  }

  func load(_ name: UInt32, _ location: CodeLocation) throws(CompileError) { try visitName(name, .load, location) }
  func store(_ name: UInt32, _ location: CodeLocation) throws(CompileError) {
    try refuse(name, .store, location)
    try visitName(name, .store, location)
  }

  func delete(_ name: UInt32, _ location: CodeLocation) throws(CompileError) { try visitName(name, .delete, location) }

  /// Refuses names that nothing may be assigned to.
  func refuse(_ name: UInt32, _ context: ExpressionContext, _ location: CodeLocation) throws(CompileError) {
    guard name == names.debug else { return }
    switch context {
    case .store: throw error("cannot assign to __debug__", location)
    case .delete: throw error("cannot delete __debug__", location)
    case .load: break
    }
  }

  // MARK: - Attributes

  func visitAttribute(
    _ expression: Expression, _ value: Expression, _ attribute: Identifier, _ context: ExpressionContext
  ) throws(CompileError) {
    var location = location(expression)
    if context == .load, target.has(.LOAD_SUPER_ATTR), let superCall = superCall(value, attribute) {
      try loadSuperArguments(superCall)
      emit(.LOAD_SUPER_ATTR, name: attribute.raw, shift: 2, flags: superCall.hasArguments ? 2 : 0, location)
      location = startingAtAttribute(location, expression, attribute)
      return emit(.NOP, location)
    }
    try refuse(attribute.raw, context, location)
    if context == .store { noteStaticAttribute(value, attribute) }
    try visit(value)
    location = startingAtAttribute(location, expression, attribute)
    switch context {
    case .load: emitAttribute(attribute.raw, location)
    case .store: emit(.STORE_ATTR, name: attribute.raw, location)
    case .delete: emit(.DELETE_ATTR, name: attribute.raw, location)
    }
  }

  /// An attribute on another line than its object: the instruction comes from the name alone.
  func startingAtAttribute(_ location: CodeLocation, _ expression: Expression, _ attribute: Identifier) -> CodeLocation {
    guard !keepsLine else { return location }
    let end = tree.span(of: expression)
    var location = location
    guard location.line != Int32(truncatingIfNeeded: end.endLine) else { return location }
    location.line = Int32(truncatingIfNeeded: end.endLine)
    let length = tree.characterCount(of: attribute)
    let endColumn = Int32(truncatingIfNeeded: end.endColumn)
    if length <= endColumn {
      location.column = endColumn - length
    } else {
      location.column = -1
      location.endColumn = -1
    }
    location.endLine = max(location.line, location.endLine)
    if location.line == location.endLine { location.endColumn = max(location.column, location.endColumn) }
    return location
  }

  private func noteStaticAttribute(_ value: Expression, _ attribute: Identifier) {
    guard features.has(.classAttributes), case .name(let name, _) = tree[value], name.raw == names.selfName else { return }
    for outer in stack.reversed() where outer.kind == .class {
      outer.staticAttributes.add(attribute.raw)
      return
    }
  }

  // MARK: - super()

  struct SuperCall {
    let call: Expression
    let function: Expression
    let arguments: SyntaxList<Expression>
    var hasArguments: Bool { !arguments.isEmpty }
  }

  /// The call, if an attribute's object is `super()` or `super(a, b)` that LOAD_SUPER_ATTR can stand for.
  func superCall(_ value: Expression, _ attribute: Identifier) -> SuperCall? {
    guard tree.kind(tree.words(value.raw)) == .call, case .call(let function, let arguments, let keywords) = tree[value],
      case .name(let name, _) = tree[function], name.raw == names.super, attribute.raw != names.class, keywords.isEmpty,
      scope.place(of: names.super) == .globalImplicit, symbols.top.place(of: names.super) == .unknown
    else { return nil }
    let result = SuperCall(call: value, function: function, arguments: arguments)
    let count = tree[arguments].count
    if count == 2 { return tree.hasStarred(arguments) ? nil : result }
    guard count == 0, unit.argumentCount > 0 || unit.positionalOnlyCount > 0, scope.place(of: names.class) == .free else { return nil }
    return result
  }

  func loadSuperArguments(_ superCall: SuperCall) throws(CompileError) {
    try load(names.super, location(superCall.function))
    if superCall.hasArguments {
      for argument in tree[superCall.arguments] { try visit(argument) }
      return
    }
    let location = location(superCall.call)
    try load(names.class, location)
    if let first = unit.variables.items.first { try load(first, location) }
  }
}

extension SyntaxTree {
  /// The number of characters of a name.
  func characterCount(of name: Identifier) -> Int32 {
    var count: Int32 = 0
    for byte in characters(of: name) where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }

  func hasStarred(_ list: SyntaxList<Expression>) -> Bool {
    self[list].contains { kind(words($0.raw)) == .starred }
  }

  @inline(__always)
  func kind(of node: some SyntaxNode) -> NodeKind { kind(words(node.raw)) }
}
