import Compiler
import Runtime

/// Whether a tree that was made of objects can be compiled: what no parser would make is refused (CPython: Python/ast.c).
struct TreeValidation {
  let t: Thread
  let classes: SyntaxClasses
  let tree: SyntaxTree
  /// The names of the types of constants that are none.
  private let invalidConstants: [UInt32: String]

  init(_ t: Thread, _ classes: SyntaxClasses, _ tree: SyntaxTree, _ invalidConstants: [UInt32: String]) {
    self.t = t
    self.classes = classes
    self.tree = tree
    self.invalidConstants = invalidConstants
  }

  func run() throws(Raised) {
    switch tree[tree.root] {
    case .module(let body), .interactive(let body): try statements(body)
    case .expression(let body): try expression(body, .load)
    case .functionType(let argumentTypes, let returns):
      try expressions(argumentTypes, .load)
      try expression(returns, .load)
    }
  }

  // MARK: Errors

  func invalid(_ template: StaticString, _ a: StaticString = "", _ b: String = "") -> Raised { raised(t.types.valueError, template, a, b) }

  func wrongType(_ template: StaticString, _ a: StaticString = "", _ b: String = "") -> Raised { raised(t.types.typeError, template, a, b) }

  private func raised(_ type: Ref<TypeObject>, _ template: StaticString, _ a: StaticString, _ b: String) -> Raised {
    do throws(Raised) { return t.raise(type, template, try t.str(a), try t.str(b)) } catch { return error }
  }

  /// The name of a node's class.
  func className(_ node: some SyntaxNode) -> StaticString { classes.shapes[Int(tree.node(node.raw).kind.rawValue)].name }

  // MARK: Parts

  /// A name that may not be that of a constant.
  func name(_ name: Identifier?) throws(Raised) {
    guard let name else { return }
    let text = tree.string(of: name)
    if text == "None" || text == "True" || text == "False" { throw t.raise(.nameIsConstant, try t.str(text)) }
  }

  /// The same in nodes other than Name.
  func otherName(_ name: Identifier?) throws(Raised) {
    if t.has(.namesOfNodesChecked) { try self.name(name) }
  }

  func position(_ node: some SyntaxNode) throws(Raised) {
    guard t.has(.nodePositionsChecked) else { return }
    let span = tree.span(of: node)
    let line = Int32(bitPattern: span.line)
    let endLine = Int32(bitPattern: span.endLine)
    let column = Int32(bitPattern: span.column)
    let endColumn = Int32(bitPattern: span.endColumn)
    let type = t.types.valueError
    if line > endLine {
      throw t.raise(type, "AST node line range (%S, %S) is not valid", try number(line), try number(endLine))
    }
    if line < 0 && endLine != line || column < 0 && column != endColumn {
      throw t.raise(
        type, "AST node column range (%S, %S) for line range (%S, %S) is not valid", try number(column), try number(endColumn),
        try number(line), try number(endLine))
    }
    if line == endLine && column > endColumn {
      throw t.raise(type, "line %S, column %S-%S is not a valid range", try number(line), try number(column), try number(endColumn))
    }
  }

  private func number(_ n: Int32) throws(Raised) -> Value { try t.int(Int(n)) }

  func constant(_ id: ConstantID) throws(Raised) {
    if let name = invalidConstants[id.raw] { throw wrongType("got an invalid type in Constant: %2S", "", name) }
  }

  func body(_ list: SyntaxList<Statement>, of owner: StaticString) throws(Raised) {
    if list.isEmpty { throw invalid("empty body on %S", owner) }
    try statements(list)
  }

  func statements(_ list: SyntaxList<Statement>) throws(Raised) {
    for statement in tree[list] {
      if statement.raw == 0 { throw invalid("None disallowed in statement list") }
      try self.statement(statement)
    }
  }

  func targets(_ list: SyntaxList<Expression>, _ context: ExpressionContext, of owner: StaticString) throws(Raised) {
    if list.isEmpty { throw invalid("empty %S on %2S", context == .delete || owner.description == "Assign" ? "targets" : "elts", "\(owner)") }
    try expressions(list, context)
  }

  func expressions(_ list: SyntaxList<Expression>, _ context: ExpressionContext) throws(Raised) {
    for expression in tree[list] {
      if expression.raw == 0 { throw invalid("None disallowed in expression list") }
      try self.expression(expression, context)
    }
  }

  /// Expressions of which some may be missing.
  func optionals(_ list: SyntaxList<OptionalExpression>) throws(Raised) {
    for item in tree[list] {
      if let expression = item.expression { try self.expression(expression, .load) }
    }
  }

  func optional(_ expression: Expression?, _ context: ExpressionContext = .load) throws(Raised) {
    if let expression { try self.expression(expression, context) }
  }

  func keywords(_ list: SyntaxList<SyntaxKeyword>) throws(Raised) {
    for keyword in tree[list] { try expression(tree[keyword].value, .load) }
  }

  func arguments(_ arguments: SyntaxArguments) throws(Raised) {
    let node = tree[arguments]
    try parameters(node.positionalOnly)
    try parameters(node.arguments)
    if let variadic = node.variadic { try optional(tree[variadic].annotation) }
    try parameters(node.keywordOnly)
    if let variadic = node.keywordVariadic { try optional(tree[variadic].annotation) }
    if tree[node.defaults].count > tree[node.positionalOnly].count + tree[node.arguments].count {
      throw invalid("more positional defaults than args on arguments")
    }
    if tree[node.keywordDefaults].count != tree[node.keywordOnly].count {
      throw invalid("length of kwonlyargs is not the same as kw_defaults on arguments")
    }
    try expressions(node.defaults, .load)
    try optionals(node.keywordDefaults)
  }

  private func parameters(_ list: SyntaxList<Parameter>) throws(Raised) {
    for parameter in tree[list] {
      try position(parameter)
      if t.has(.namesOfParametersChecked) { try name(tree[parameter].name) }
      try optional(tree[parameter].annotation)
    }
  }

  func comprehensions(_ list: SyntaxList<Comprehension>) throws(Raised) {
    if list.isEmpty { throw invalid("comprehension with no generators") }
    for item in tree[list] {
      let comprehension = tree[item]
      try expression(comprehension.target, .store)
      try expression(comprehension.iterable, .load)
      try expressions(comprehension.conditions, .load)
    }
  }

  func typeParameters(_ list: SyntaxList<TypeParameter>) throws(Raised) {
    for parameter in tree[list] {
      try position(parameter)
      switch tree[parameter] {
      case .typeVar(let name, let bound, let defaultValue):
        try otherName(name)
        try optional(bound)
        try optional(defaultValue)
      case .paramSpec(let name, let defaultValue), .typeVarTuple(let name, let defaultValue):
        try otherName(name)
        try optional(defaultValue)
      }
    }
  }
}
