import Bytecode
import Compiler
import Runtime

/// Syntax trees as objects, for `compile` and module `ast`.
public final class SyntaxTrees: SyntaxTreeObjects {
  private let version: PythonVersion
  private var known: SyntaxClasses?

  /// - Parameter version: that of the compiler's trees.
  public init(version: PythonVersion) { self.version = version }

  /// Described when they are first asked for: most programs never do.
  var classes: SyntaxClasses {
    if let known { return known }
    let described = SyntaxClasses(version: version)
    known = described
    return described
  }

  public func isNode(_ t: Thread, _ v: Value) throws(Raised) -> Bool {
    guard let known, known.isReady else { return false }
    return t.isInstance(v, of: known.base(t))
  }

  public func object(_ t: Thread, of tree: AnyObject) throws(Raised) -> Value {
    guard let tree = tree as? SyntaxTree else { throw notTree(t) }
    try classes.prepare(t)
    return try NodeWriter(t, classes, tree).root()
  }

  public func tree(_ t: Thread, of node: Value, _ mode: CompileRequest.Mode) throws(Raised) -> AnyObject {
    try t.audit("compile", node, .none)
    let reader = NodeReader(t, classes)
    let tree = try reader.tree(node)
    try TreeValidation(t, classes, tree, reader.invalidConstants).run()
    return tree
  }

  public func check(_ t: Thread, _ node: Value, _ mode: CompileRequest.Mode) throws(Raised) {
    let kind: NodeKind =
      switch mode {
      case .exec: .module
      case .eval: .expression
      case .single: .interactive
      case .functionType: .functionType
      }
    let expected = classes.type(t, classes.kinds[Int(kind.rawValue)])
    if !t.isInstance(node, of: expected) { throw t.raise(t.types.typeError, "expected %N node, got %T", Value(expected), node) }
  }

  /// The context Load, if a class is that of contexts; else nil.
  func loadContext(_ t: Thread, ifOf type: Value) -> Value? {
    let sum = Int(NodeFieldType.exprContext.rawValue)
    guard classes.isReady, type == Value(classes.type(t, classes.sums[sum])), let load = classes.members[sum].first else { return nil }
    return classes.singleton(t, load)
  }

  private func notTree(_ t: Thread) -> Raised { t.raise(t.types.systemError, "the compiler made another tree") }
}
