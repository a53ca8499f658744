/// The scopes of a tree, by the nodes that open them (CPython: Python/symtable.c).
struct SymbolTable {
  /// Which of the scopes of one node is meant.
  enum Part: UInt64 {
    /// The node's own scope: function, class, lambda, comprehension, `type` statement, the module.
    case body
    /// Its type parameters.
    case typeParameters
    /// The bound of a type parameter.
    case bound
    /// The default of a type parameter.
    case defaultValue
    /// The annotations of a function.
    case annotations
  }

  let top: Scope
  fileprivate(set) var scopes: [UInt64: Scope] = [:]

  func scope(of node: some SyntaxNode, _ part: Part = .body) -> Scope? { scopes[Self.key(node, part)] }

  fileprivate static func key(_ node: some SyntaxNode, _ part: Part) -> UInt64 { UInt64(node.raw) << 3 | part.rawValue }

  /// Makes the table of a tree.
  /// - Parameter defersAnnotations: whether `from __future__ import annotations` holds.
  static func build(
    _ tree: SyntaxTree, _ names: KnownNames, _ features: CompilerFeatures, defersAnnotations: Bool, monitor: CompilationMonitor
  ) throws(CompileError) -> SymbolTable {
    let builder = SymbolBuilder(tree, names, features, defersAnnotations: defersAnnotations, monitor)
    let top = try builder.build()
    var table = SymbolTable(top: top)
    table.scopes = builder.scopes
    let analysis = SymbolAnalysis(tree, names, features)
    try analysis.analyze(top)
    return table
  }
}

/// Visits a tree and collects its scopes with the names that occur in them.
final class SymbolBuilder {
  let tree: SyntaxTree
  let names: KnownNames
  let features: CompilerFeatures
  let defersAnnotations: Bool
  private let monitor: CompilationMonitor
  @exclusivity(unchecked) var stack: [Scope] = []
  @exclusivity(unchecked) var current: Scope
  let top: Scope
  /// The class whose private names are mangled; 0 outside.
  @exclusivity(unchecked) var privateName: UInt32 = 0
  @exclusivity(unchecked) var scopes: [UInt64: Scope] = [:]
  @exclusivity(unchecked) var depth = 0

  /// How deep a tree may be.
  static let depthLimit = 6_000

  init(_ tree: SyntaxTree, _ names: KnownNames, _ features: CompilerFeatures, defersAnnotations: Bool, _ monitor: CompilationMonitor) {
    self.tree = tree
    self.names = names
    self.features = features
    self.defersAnnotations = defersAnnotations
    self.monitor = monitor
    top = Scope(kind: .module, name: Identifier(raw: names.top), span: tree.span(of: tree.root))
    current = top
    scopes[SymbolTable.key(tree.root, .body)] = top
  }

  func build() throws(CompileError) -> Scope {
    switch tree[tree.root] {
    case .module(let body):
      top.hasDocstring = docstring(of: body)
      try visit(body)
    case .interactive(let body): try visit(body)
    case .expression(let body): try visit(body)
    case .functionType: throw CompileError(.system, "this compiler does not handle FunctionTypes", nil)
    }
    return top
  }

  // MARK: - Scopes

  func enter(
    _ kind: Scope.Kind, _ name: UInt32, _ node: some SyntaxNode, _ span: Span, part: SymbolTable.Part = .body, isListed: Bool = true
  ) {
    let scope = Scope(kind: kind, name: Identifier(raw: name), span: span)
    scope.isNested = current.isNested || current.isFunctionLike
    scope.inUnevaluatedAnnotation = current.inUnevaluatedAnnotation
    scope.isMethod = kind == .function && current.kind == .class
    scopes[SymbolTable.key(node, part)] = scope
    enter(scope, isListed: isListed)
  }

  func enter(_ scope: Scope, isListed: Bool = true) {
    if isListed { current.children.append(scope) }
    stack.append(current)
    current = scope
  }

  func leave() { current = stack.removeLast() }

  func docstring(of body: SyntaxList<Statement>) -> Bool { tree.docstring(of: body) != nil }

  // MARK: - Names

  /// The name as the scope knows it: mangled, except the names that a scope of type parameters has from outside.
  func mangled(_ name: UInt32, in scope: Scope) -> UInt32 {
    if let only = scope.mangledNames, !only.contains(name) { return name }
    return tree.mangled(name, in: privateName)
  }

  func add(_ name: Identifier, _ flag: SymbolFlags, _ span: Span) throws(CompileError) { try add(name.raw, flag, current, span) }

  func add(_ name: UInt32, _ flag: SymbolFlags, _ span: Span) throws(CompileError) { try add(name, flag, current, span) }

  func add(_ plain: UInt32, _ flag: SymbolFlags, _ scope: Scope, _ span: Span) throws(CompileError) {
    if flag.contains(.typeParameter), scope.mangledNames != nil { scope.mangledNames?.insert(plain) }
    let name = mangled(plain, in: scope)
    var flags = scope.symbols[name]
    if flag.contains(.parameter), flags.contains(.parameter) {
      throw .syntax("duplicate argument '\(text(name))' in function definition", span)
    }
    if flag.contains(.typeParameter), flags.contains(.typeParameter) {
      throw .syntax("duplicate type parameter '\(text(name))'", span)
    }
    flags.formUnion(flag)
    if scope.isInIterationTarget {
      // The flag would clash with the walrus in the innermost iterable.
      if !flags.isDisjoint(with: [.global, .nonlocal]) {
        throw .syntax("comprehension inner loop cannot rebind assignment expression target '\(text(name))'", span)
      }
      flags.insert(.iterated)
    }
    scope.symbols[name] = flags
    if flag.contains(.parameter) {
      scope.parameters.append(name)
    } else if flag.contains(.global) {
      top.symbols[name].formUnion(flag)
    }
  }

  func flags(of name: UInt32, in scope: Scope) -> SymbolFlags { scope.symbols[mangled(name, in: scope)] }

  func text(_ name: UInt32) -> String { tree.string(of: Identifier(raw: name)) }

  // MARK: - Depth

  /// Counts a level of recursion, which `deeper` must be followed by `depth -= 1`.
  @inline(__always)
  func deeper(_ span: Span) throws(CompileError) {
    depth += 1
    if depth > Self.depthLimit { throw CompileError(.recursion, "maximum recursion depth exceeded during compilation", nil) }
    try monitor.checkDepth()
  }
}

extension SyntaxTree {
  /// The docstring of a body: its first statement if that is a string constant.
  func docstring(of body: SyntaxList<Statement>) -> Expression? {
    guard let first = self[body].first, kind(words(first.raw)) == .expr, case .expr(let value) = self[first],
      !hiddenDocstrings.contains(first.raw), case .constant(let constant, _) = self[value], isText(constant)
    else { return nil }
    return value
  }

  /// Whether a constant is a str.
  func isText(_ constant: ConstantID) -> Bool {
    let entry = literals.entries[Int(constant.raw)]
    if entry.kind == .text { return true }
    if entry.kind == .value, case .string = literals.values[Int(entry.bits)] { return true }
    return false
  }
}
