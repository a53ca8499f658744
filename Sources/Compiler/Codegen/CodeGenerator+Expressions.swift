import Bytecode

extension CodeGenerator {
  func visit(_ expressions: SyntaxList<Expression>) throws(CompileError) {
    for expression in tree[expressions] { try visit(expression) }
  }

  func visit(_ expression: Expression) throws(CompileError) {
    let location = isPlaceless(expression) ? unit.currentLine : location(expression)
    if keepsLine, location.line != unit.currentLine.line { unit.startsStatement = true }
    switch tree[expression] {
    case .constant(let value, _): return load(value, location)
    case .name(let name, let context):
      try refuse(name.raw, context, location)
      return try visitName(name.raw, context, location)
    default: break
    }
    try deeper()
    if keepsLine {
      let outer = unit.currentLine
      unit.currentLine = location
      try visitCompound(expression, location)
      unit.currentLine = outer
    } else {
      let outer = unit.lastTest
      unit.lastTest = nil
      try visitCompound(expression, location)
      unit.lastTest = outer
    }
    depth -= 1
  }

  private func visitCompound(_ expression: Expression, _ location: CodeLocation) throws(CompileError) {
    switch tree[expression] {
    case .namedExpr(let target, let value):
      try visit(value)
      duplicate(location)
      try visit(target)
    case .boolOp(let op, let values): try visitBoolean(op, values, location)
    case .binOp(let left, let op, let right):
      try visit(left)
      try visit(right)
      emitBinary(op, location)
    case .unaryOp(let op, let operand): try visitUnary(op, operand, location)
    case .lambda(let arguments, let body): try visitLambda(expression, arguments, body)
    case .ifExp(let test, let body, let orElse): try visitConditional(test, body, orElse, location)
    case .dict(let keys, let values): try visitDict(keys, values, location)
    case .set(let elements): try unpackStarred(elements, .set, location)
    case .generatorExp, .listComp, .setComp, .dictComp: try visitComprehension(expression)
    case .yield, .yieldFrom, .await: try visitSuspension(expression, location)
    case .compare(let left, let operators, let comparators): try visitCompare(left, operators, comparators, location)
    case .call(let function, let arguments, let keywords): try visitCall(expression, function, arguments, keywords)
    case .joinedStr(let values): try visitJoined(values, location)
    case .templateStr(let values): try visitTemplate(values, location)
    case .formattedValue(let value, let conversion, let formatSpec): try visitFormatted(value, conversion, formatSpec, location)
    case .interpolation(let value, let source, let conversion, let formatSpec):
      try visitInterpolation(value, source, conversion, formatSpec, location)
    case .attribute(let value, let attribute, let context): try visitAttribute(expression, value, attribute, context)
    case .subscript(let value, let slice, let context): try visitSubscript(value, slice, context, location)
    case .starred(_, let context):
      throw error(
        context == .store ? "starred assignment target must be in a list or tuple" : "can't use starred expression here", location)
    case .slice: try visitSlice(expression, location)
    case .list(let elements, let context): try visitSequence(elements, .list, context, location)
    case .tuple(let elements, let context): try visitSequence(elements, .tuple, context, location)
    case .constant, .name: break
    }
  }

  private func visitSequence(
    _ elements: SyntaxList<Expression>, _ display: Display, _ context: ExpressionContext, _ location: CodeLocation
  ) throws(CompileError) {
    switch context {
    case .load: try unpackStarred(elements, display, location)
    case .delete: try visit(elements)
    case .store:
      try unpackTargets(elements, location)
      for element in tree[elements] {
        if case .starred(let value, _) = tree[element] { try visit(value) } else { try visit(element) }
      }
    }
  }

  private func unpackTargets(_ elements: SyntaxList<Expression>, _ location: CodeLocation) throws(CompileError) {
    let items = tree[elements]
    var hasStar = false
    for index in 0..<items.count where tree.kind(of: items[index]) == .starred {
      if hasStar { throw error("multiple starred expressions in assignment", location) }
      let behind = items.count - index - 1
      if index >= 1 << 8 || behind >= Int(Int32.max) >> 8 {
        throw error("too many expressions in star-unpacking assignment", location)
      }
      emit(.UNPACK_EX, index + behind << 8, location)
      hasStar = true
    }
    if !hasStar { emit(.UNPACK_SEQUENCE, items.count, location) }
  }

  // MARK: - Operators

  private func visitUnary(_ op: UnaryOperator, _ operand: Expression, _ location: CodeLocation) throws(CompileError) {
    try visit(operand)
    switch op {
    case .plus: emitIntrinsic(target.intrinsics.unaryPositive, before: .UNARY_POSITIVE, location)
    case .not:
      emitTruth(location)
      emit(.UNARY_NOT, location)
    case .invert: emit(.UNARY_INVERT, location)
    case .minus: emit(.UNARY_NEGATIVE, location)
    }
  }

  private func visitBoolean(_ op: BoolOperator, _ values: SyntaxList<Expression>, _ location: CodeLocation) throws(CompileError) {
    let end = newLabel()
    let items = tree[values]
    for index in 0..<items.count - 1 {
      try visit(items[index])
      if features.has(.keepingJumps) {
        jump(op == .and ? .JUMP_IF_FALSE : .JUMP_IF_TRUE, end, location)
      } else if target.has(.JUMP_IF_FALSE_OR_POP) {
        jump(op == .and ? .JUMP_IF_FALSE_OR_POP : .JUMP_IF_TRUE_OR_POP, end, location)
        if features.has(.blocksByCreation) { use(newLabel()) }
        continue
      } else {
        emit(.COPY, 1, location)
        emitTruth(location)
        jump(op == .and ? .POP_JUMP_IF_FALSE : .POP_JUMP_IF_TRUE, end, location)
      }
      emit(.POP_TOP, location)
    }
    try visit(items[items.count - 1])
    use(end)
  }

  /// A jump over code that is not taken into account by signals: it goes forward only.
  func jumpForward(_ label: JumpLabel) {
    jump(features.has(.quietJumps) ? .JUMP_NO_INTERRUPT : features.has(.writtenJumps) ? .JUMP_FORWARD : .JUMP, label, .none)
  }

  /// A jump to anywhere.
  func jump(_ label: JumpLabel, _ location: CodeLocation) {
    jump(features.has(.writtenJumps) ? .JUMP_ABSOLUTE : .JUMP, label, location)
  }

  private func visitConditional(
    _ test: Expression, _ body: Expression, _ orElse: Expression, _ location: CodeLocation
  ) throws(CompileError) {
    let end = newLabel()
    let next = newLabel()
    try jump(if: test, is: false, to: next, location)
    try visit(body)
    jumpForward(end)
    use(next)
    try visit(orElse)
    use(end)
  }

  func emitCompare(_ op: CompareOperator, _ location: CodeLocation) {
    guard target.has(.IS_OP) else { return emit(.COMPARE_OP, target.comparisons[Int(op.rawValue)], location) }
    switch op {
    case .is: emit(.IS_OP, 0, location)
    case .isNot: emit(.IS_OP, 1, location)
    case .in: emit(.CONTAINS_OP, 0, location)
    case .notIn: emit(.CONTAINS_OP, 1, location)
    default: emit(.COMPARE_OP, target.comparisons[Int(op.rawValue)], location)
    }
  }

  private func visitCompare(
    _ left: Expression, _ operators: SyntaxList<CompareOperator>, _ comparators: SyntaxList<Expression>, _ location: CodeLocation
  ) throws(CompileError) {
    warnOfCompare(left, operators, comparators, location)
    try visit(left)
    let last = tree[operators].count - 1
    guard last > 0 else {
      try visit(tree[comparators][0])
      return emitCompare(tree[operators][0], location)
    }
    let cleanup = newLabel()
    for index in 0..<last {
      try visit(tree[comparators][index])
      duplicateBelow(location)
      emitCompare(tree[operators][index], location)
      if target.has(.JUMP_IF_FALSE_OR_POP) {
        jump(.JUMP_IF_FALSE_OR_POP, cleanup, location)
        continue
      }
      emit(.COPY, 1, location)
      emitTruth(location)
      jump(.POP_JUMP_IF_FALSE, cleanup, location)
      emit(.POP_TOP, location)
    }
    try visit(tree[comparators][last])
    emitCompare(tree[operators][last], location)
    let end = newLabel()
    jumpForward(end)
    use(cleanup)
    swap(location)
    emit(.POP_TOP, location)
    use(end)
  }

  // MARK: - Jumps on conditions

  func jump(if test: Expression, is condition: Bool, to next: JumpLabel, _ location: CodeLocation) throws(CompileError) {
    try deeper()
    defer { depth -= 1 }
    switch tree[test] {
    case .unaryOp(.not, let operand): return try jump(if: operand, is: !condition, to: next, location)
    case .boolOp(let op, let values):
      let inner = op == .or
      let other = inner != condition ? newLabel() : next
      let items = tree[values]
      for index in 0..<items.count - 1 { try jump(if: items[index], is: inner, to: other, location) }
      try jump(if: items[items.count - 1], is: condition, to: next, location)
      if other != next { use(other) }
      return
    case .ifExp(let innerTest, let body, let orElse):
      let end = newLabel()
      let other = newLabel()
      try jump(if: innerTest, is: false, to: other, location)
      try jump(if: body, is: condition, to: next, location)
      jumpForward(end)
      use(other)
      try jump(if: orElse, is: condition, to: next, location)
      return use(end)
    case .compare(let left, let operators, let comparators) where tree[operators].count > 1:
      warnOfCompare(left, operators, comparators, location)
      let own = testLocation(test, location)
      return try jump(ifChain: left, operators, comparators, is: condition, to: next, own)
    default: break
    }
    try visit(test)
    let own = testLocation(test, location)
    emitTruth(own)
    jump(condition ? .POP_JUMP_IF_TRUE : .POP_JUMP_IF_FALSE, next, own)
  }

  /// The place of a jump on a test in a statement or expression.
  func testLocation(_ test: Expression, _ whole: CodeLocation) -> CodeLocation {
    if features.has(.testLocations) { return location(test) }
    guard features.has(.compareLocations) else { return whole }
    if tree.kind(of: test) == .compare { unit.lastTest = location(test) }
    return unit.lastTest ?? whole
  }

  private func jump(
    ifChain left: Expression, _ operators: SyntaxList<CompareOperator>, _ comparators: SyntaxList<Expression>,
    is condition: Bool, to next: JumpLabel, _ location: CodeLocation
  ) throws(CompileError) {
    let cleanup = newLabel()
    try visit(left)
    let last = tree[operators].count - 1
    for index in 0..<last {
      try visit(tree[comparators][index])
      duplicateBelow(location)
      emitCompare(tree[operators][index], location)
      emitTruth(location)
      jump(.POP_JUMP_IF_FALSE, cleanup, location)
    }
    try visit(tree[comparators][last])
    emitCompare(tree[operators][last], location)
    emitTruth(location)
    jump(condition ? .POP_JUMP_IF_TRUE : .POP_JUMP_IF_FALSE, next, location)
    let end = newLabel()
    jumpForward(end)
    use(cleanup)
    emit(.POP_TOP, location)
    if !condition { jumpForward(next) }
    use(end)
  }

  // MARK: - Suspension

  private func visitSuspension(_ expression: Expression, _ location: CodeLocation) throws(CompileError) {
    switch tree[expression] {
    case .yield(let value):
      if !scope.isFunctionLike { throw error("'yield' outside function", location) }
      if let value { try visit(value) } else { loadNone(location) }
      emitYield(location)
    case .yieldFrom(let value):
      if !scope.isFunctionLike { throw error("'yield from' outside function", location) }
      if unit.kind == .asyncFunction { throw error("'yield from' inside async function", location) }
      try visit(value)
      emit(.GET_YIELD_FROM_ITER, location)
      loadNone(location)
      emitYieldFrom(isAwait: false, location)
    case .await(let value):
      if !options.allowsTopLevelAwait || unit.kind != .module {
        if !scope.isFunctionLike { throw error("'await' outside function", location) }
        if unit.kind != .asyncFunction, unit.kind != .comprehension { throw error("'await' outside async function", location) }
      }
      try visit(value)
      emitAwait(0, location)
    default: break
    }
  }

  func emitYield(_ location: CodeLocation) {
    if scope.isGenerator, scope.isCoroutine, !target.set.encoding.callsPrepareFrames {
      emitIntrinsic(target.intrinsics.asyncGeneratorWrap, before: .ASYNC_GEN_WRAP, location)
    }
    emit(.YIELD_VALUE, 0, location)
    emitResume(1, location)
  }

  /// Waits for the value on top.
  /// - Parameter context: where it comes from, an operand of GET_AWAITABLE.
  func emitAwait(_ context: Int, _ location: CodeLocation) {
    emit(.GET_AWAITABLE, target.has(.RESUME) ? context : 0, location)
    loadNone(location)
    emitYieldFrom(isAwait: true, location)
  }

  /// Yields what the iterator below the top yields. Gives the place of the SEND, if there is one.
  @discardableResult
  func emitYieldFrom(isAwait: Bool, _ location: CodeLocation) -> JumpLabel {
    if target.has(.YIELD_FROM) {
      emit(.YIELD_FROM, location)
      return .none
    }
    let send = newLabel()
    let fail = newLabel()
    let exit = newLabel()
    use(send)
    jump(.SEND, exit, location)
    let catches = target.has(.CLEANUP_THROW)
    if catches { jump(.SETUP_FINALLY, fail, location) }
    emit(.YIELD_VALUE, features.has(.resumeDepth) ? 1 : 0, location)
    if catches { emit(.POP_BLOCK, .none) }
    emitResume(isAwait ? 3 : 2, location)
    jump(.JUMP_NO_INTERRUPT, send, location)
    use(fail)
    if catches { emit(.CLEANUP_THROW, location) }
    use(exit)
    if catches { emit(.END_SEND, location) }
    return send
  }

  // MARK: - Subscripts

  private func isTwoPartSlice(_ slice: Expression) -> Bool {
    guard target.has(.BINARY_SLICE), case .slice(let lower, let upper, nil) = tree[slice] else { return false }
    guard features.has(.constantSlices) else { return true }
    return !((lower.map(isConstant) ?? true) && (upper.map(isConstant) ?? true))
  }

  private func isConstant(_ expression: Expression) -> Bool { tree.kind(of: expression) == .constant }

  private func visitSubscript(
    _ value: Expression, _ slice: Expression, _ context: ExpressionContext, _ location: CodeLocation
  ) throws(CompileError) {
    if context == .load { warnOfSubscript(value, slice, location) }
    try visit(value)
    if context != .delete, isTwoPartSlice(slice) {
      try visitTwoParts(slice, self.location(slice))
      return emit(context == .load ? .BINARY_SLICE : .STORE_SLICE, location)
    }
    try visit(slice)
    switch context {
    case .load: emitSubscript(location)
    case .store: emit(.STORE_SUBSCR, location)
    case .delete: emit(.DELETE_SUBSCR, location)
    }
  }

  func emitSubscript(_ location: CodeLocation) {
    if features.has(.subscriptOperator) {
      emit(.BINARY_OP, target.subscriptOperator, location)
    } else {
      emit(.BINARY_SUBSCR, location)
    }
  }

  /// Whether a version has no place for a node that has one otherwise: slices, and tuples of them, were no expressions once.
  private func isPlaceless(_ expression: Expression) -> Bool {
    guard !features.has(.tupleSlices) else { return false }
    switch tree[expression] {
    case .slice: return true
    case .tuple(let elements, _): return tree[elements].contains { tree.kind(of: $0) == .slice }
    default: return false
    }
  }

  private func visitTwoParts(_ slice: Expression, _ location: CodeLocation) throws(CompileError) {
    guard case .slice(let lower, let upper, _) = tree[slice] else { return }
    if let lower { try visit(lower) } else { loadNone(location) }
    if let upper { try visit(upper) } else { loadNone(location) }
  }

  private func visitSlice(_ expression: Expression, _ location: CodeLocation) throws(CompileError) {
    guard case .slice(let lower, let upper, let step) = tree[expression] else { return }
    if features.has(.constantSlices), [lower, upper, step].allSatisfy({ $0.map(isConstant) ?? true }) {
      let parts = [lower, upper, step].map { part in
        if let part, case .constant(let value, _) = tree[part] { tree.value(of: value) } else { Constant.none }
      }
      return load(.slice(ConstantItems(parts)), location)
    }
    try visitTwoParts(expression, location)
    if let step { try visit(step) }
    emit(.BUILD_SLICE, step == nil ? 2 : 3, location)
  }

  /// The target of an augmented assignment: loads its value over what storing needs.
  func loadForUpdate(_ target: Expression) throws(CompileError) {
    var location = location(target)
    switch tree[target] {
    case .attribute(let value, let attribute, _):
      try visit(value)
      duplicate(location)
      location = startingAtAttribute(location, target, attribute)
      emitAttribute(attribute.raw, location)
    case .subscript(let value, let slice, _):
      try visit(value)
      if isTwoPartSlice(slice) {
        try visitTwoParts(slice, self.location(slice))
        for _ in 0..<3 { emit(.COPY, 3, location) }
        emit(.BINARY_SLICE, location)
      } else {
        try visit(slice)
        duplicateTwo(location)
        emitSubscript(location)
      }
    case .name(let name, _): try load(name.raw, location)
    default: throw CompileError(.system, "invalid node type for augmented assignment", tree.span(of: target))
    }
  }

  func storeUpdated(_ target: Expression) throws(CompileError) {
    var location = location(target)
    switch tree[target] {
    case .attribute(_, let attribute, _):
      location = startingAtAttribute(location, target, attribute)
      swap(location)
      emit(.STORE_ATTR, name: attribute.raw, location)
    case .subscript(_, let slice, _):
      if isTwoPartSlice(slice) { emit(.SWAP, 4, location) }
      if self.target.has(.SWAP) { sink(3, location) } else { emit(.ROT_THREE, location) }
      emit(isTwoPartSlice(slice) ? .STORE_SLICE : .STORE_SUBSCR, location)
    case .name(let name, _):
      try refuse(name.raw, .store, location)
      try store(name.raw, location)
    default: break
    }
  }
}
