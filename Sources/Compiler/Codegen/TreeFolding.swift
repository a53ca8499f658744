import Bytecode

/// Simplifies a tree before anything else looks at it: constant expressions, `__debug__`, the formatting of texts with `%`
/// (CPython: Python/ast_opt.c).
final class TreeFolding {
  let tree: SyntaxTree
  let names: KnownNames
  let features: CompilerFeatures
  private let optimization: Int
  private let defersAnnotations: Bool
  @exclusivity(unchecked) var monitor = CompilationMonitor()
  /// What is around: the innermost of functions, loops and `finally` blocks.
  @exclusivity(unchecked) private var surroundings = FoldedShape.Surroundings.other

  private let shapes = FoldedShape.all
  /// The word of the identifier of a name.
  private static let nameWord = NodeShape.all[Int(NodeKind.name.rawValue)].word(of: "id")
  private let nameWord = TreeFolding.nameWord

  init(_ tree: SyntaxTree, _ names: KnownNames, _ features: CompilerFeatures, optimization: Int, defersAnnotations: Bool) {
    self.tree = tree
    self.names = names
    self.features = features
    self.optimization = optimization
    self.defersAnnotations = defersAnnotations
  }

  func fold() throws(CompileError) { _ = try fold(tree.root.raw, 0) }

  @inline(__always)
  func word(_ node: UInt32, _ index: Int) -> UInt32 { tree.words.base[Int(node) + index] }

  @inline(__always)
  func kind(_ node: UInt32) -> NodeKind { unsafeBitCast(UInt8(truncatingIfNeeded: tree.words.base[Int(node)]), to: NodeKind.self) }

  /// Folds a node and what is in it; gives the node to be put in its place, mostly itself.
  private func fold(_ node: UInt32, _ depth: Int) throws(CompileError) -> UInt32 {
    let kind = kind(node)
    switch kind {
    case .constant: return node
    case .name:
      foldName(node)
      return node
    default: break
    }
    try monitor.checkDepth()
    if depth > SymbolBuilder.depthLimit { throw CompileError(.recursion, "maximum recursion depth exceeded during compilation", nil) }
    warnOfLeaving(node, kind)
    let around = surroundings
    defer { surroundings = around }
    let body = shapes[Int(kind.rawValue)].body
    let hadDocstring = body == 0 || docstring(word(node, body))
    for child in shapes[Int(kind.rawValue)].children {
      let value = word(node, child.word)
      // Annotations that are kept as text are not folded.
      guard value != 0, !defersAnnotations || !child.isAnnotation else { continue }
      surroundings = child.surroundings ?? around
      if child.isList {
        try foldItems(value, depth)
      } else {
        let folded = try fold(value, depth + 1)
        if folded != value { tree.set(word: Int(node) + child.word, to: folded) }
      }
    }
    if body != 0, !hadDocstring, docstring(word(node, body)) {
      tree.hiddenDocstrings.insert(tree.words.base[Int(word(node, body)) + 1])
    }
    return rewritten(node, kind)
  }

  private func warnOfLeaving(_ node: UInt32, _ kind: NodeKind) {
    guard surroundings == .finallyBlock, features.has(.finallyWarnings) else { return }
    let word: String
    switch kind {
    case .return: word = "return"
    case .break: word = "break"
    case .continue: word = "continue"
    default: return
    }
    monitor.warnings.append(CompilerWarning(.syntax, "'\(word)' in a 'finally' block", tree.span(of: Statement(raw: node))))
  }

  private func foldItems(_ list: UInt32, _ depth: Int) throws(CompileError) {
    for index in 1...Int(tree.words.base[Int(list)]) {
      let item = tree.words.base[Int(list) + index]
      guard item != 0 else { continue }
      let folded = try fold(item, depth + 1)
      if folded != item { tree.set(word: Int(list) + index, to: folded) }
    }
  }

  private func docstring(_ list: UInt32) -> Bool { tree.docstring(of: SyntaxList(raw: list)) != nil }

  private func foldName(_ node: UInt32) {
    let expression = Expression(raw: node)
    guard word(node, nameWord) == names.debug, case .name(_, .load) = tree[expression] else { return }
    tree.replace(expression, by: .bool(optimization == 0))
  }

  // MARK: - Single nodes

  private func rewritten(_ node: UInt32, _ kind: NodeKind) -> UInt32 {
    switch kind {
    case .binOp: foldBinary(node)
    case .matchValue, .matchMapping: foldPattern(node, kind)
    default: break
    }
    guard !features.has(.foldsInGraph) else { return node }
    switch kind {
    case .unaryOp: return foldUnary(node)
    case .tuple: foldTuple(Expression(raw: node))
    case .subscript: foldSubscript(Expression(raw: node))
    case .compare: foldCompare(Expression(raw: node))
    case .for, .comprehension: foldIterable(Expression(raw: word(node, shapes[Int(kind.rawValue)].iterable)))
    default: break
    }
    return node
  }

  func constant(_ expression: Expression) -> Constant? {
    guard kind(expression.raw) == .constant, case .constant(let id, _) = tree[expression] else { return nil }
    return tree.value(of: id)
  }

  private func foldBinary(_ node: UInt32) {
    let expression = Expression(raw: node)
    guard case .binOp(let left, let op, let right) = tree[expression], kind(left.raw) == .constant else { return }
    if features.has(.foldedFormats), op == .modulo, case .tuple(let elements, _) = tree[right], !tree.hasStarred(elements), case .string(let format)? = constant(left) {
      return foldFormat(expression, format, elements)
    }
    guard !features.has(.foldsInGraph), kind(right.raw) == .constant, let one = constant(left), let two = constant(right) else { return }
    if op == .modulo, isText(one) { return }
    if let result = ConstantFolding.binary(one, op, two, mixed: features.has(.mixedNumbers)) { tree.replace(expression, by: result) }
  }

  private func isText(_ value: Constant) -> Bool {
    switch value {
    case .string, .bytes: true
    default: false
    }
  }

  private func foldUnary(_ node: UInt32) -> UInt32 {
    let expression = Expression(raw: node)
    guard case .unaryOp(let op, let operand) = tree[expression] else { return node }
    if let value = constant(operand) {
      if let result = ConstantFolding.unary(op, value) { tree.replace(expression, by: result) }
      return node
    }
    // `not a in b` is `a not in b`.
    guard op == .not, case .compare(_, let operators, _) = tree[operand], tree[operators].count == 1 else { return node }
    let inverse: CompareOperator
    switch tree[operators][0] {
    case .is: inverse = .isNot
    case .isNot: inverse = .is
    case .in: inverse = .notIn
    case .notIn: inverse = .in
    default: return node
    }
    tree.set(word: Int(operators.raw) + 1, to: inverse.raw)
    return operand.raw
  }

  private func constants(_ elements: SyntaxList<Expression>) -> [Constant]? {
    var values: [Constant] = []
    for element in tree[elements] {
      guard let value = constant(element) else { return nil }
      values.append(value)
    }
    return values
  }

  private func foldTuple(_ expression: Expression) {
    guard case .tuple(let elements, .load) = tree[expression], let values = constants(elements) else { return }
    tree.replace(expression, by: .tuple(values))
  }

  private func foldSubscript(_ expression: Expression) {
    guard case .subscript(let value, let slice, .load) = tree[expression], let one = constant(value), let two = constant(slice),
      let result = ConstantFolding.subscript(one, two)
    else { return }
    tree.replace(expression, by: result)
  }

  private func foldCompare(_ expression: Expression) {
    guard case .compare(_, let operators, let comparators) = tree[expression], let op = tree[operators].last,
      op == .in || op == .notIn, let last = tree[comparators].last
    else { return }
    foldIterable(last)
  }

  /// Displays that are only iterated or searched become constants, lists at least tuples.
  private func foldIterable(_ expression: Expression) {
    switch tree[expression] {
    case .list(let elements, _):
      guard !tree.hasStarred(elements) else { return }
      if let values = constants(elements) { return tree.replace(expression, by: .tuple(values)) }
      tree.set(word: Int(expression.raw), to: UInt32(NodeKind.tuple.rawValue))
    case .set(let elements):
      guard let values = constants(elements) else { return }
      tree.replace(expression, by: .frozenset(distinct: values, features))
    default: break
    }
  }

  // MARK: - Patterns

  private func foldPattern(_ node: UInt32, _ kind: NodeKind) {
    switch tree[Pattern(raw: node)] {
    case .matchValue(let value): foldNumber(value)
    case .matchMapping(let keys, _, _):
      for key in tree[keys] { foldNumber(key) }
    default: break
    }
  }

  /// `-1` and `1+2j`, which are one number.
  private func foldNumber(_ expression: Expression) {
    switch tree[expression] {
    case .unaryOp(.minus, let operand):
      guard let value = constant(operand), let result = ConstantFolding.unary(.minus, value) else { return }
      tree.replace(expression, by: result)
    case .binOp(let left, let op, let right) where op == .add || op == .subtract:
      foldNumber(left)
      guard let one = constant(left), let two = constant(right), let result = ConstantFolding.binary(one, op, two, mixed: features.has(.mixedNumbers)) else { return }
      tree.replace(expression, by: result)
    default: break
    }
  }
}
