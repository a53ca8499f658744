import Builtins
import Runtime

/// The repr of nodes, which is cut off where it gets deep (CPython: `ast_repr_max_depth`).
enum NodeRepr {
  private static let depth = 3

  static func text(_ t: Thread, _ node: Value) throws(Raised) -> Value { try text(t, node, depth) }

  private static func text(_ t: Thread, _ node: Value, _ depth: Int) throws(Raised) -> Value {
    let name = try className(t, node)
    if depth <= 0 { return try t.message("%S(...)", name) }
    if try !t.enterRepr(node) { return try t.message("%S(...)", name) }
    defer { t.leaveRepr(node) }
    let fields = try t.tuple(from: try t.getAttribute(Value(t.typeOf(node)), try t.intern("_fields")))
    var out = TextBuilder(t)
    try out.append(try t.message("%S(", name))
    for index in 0..<fields.tupleSlots.count {
      let name = fields.tupleSlots[index]
      let value = try t.getAttribute(node, name)
      if index > 0 { try out.append(", ") }
      try out.append(try t.message("%S=", name))
      try out.append(try shown(t, value, depth - 1))
    }
    try out.append(")")
    return try out.finish()
  }

  /// The name of a node's class; that of `AST` itself with its module.
  private static func className(_ t: Thread, _ node: Value) throws(Raised) -> Value {
    let type = t.typeOf(node)
    let isBase = type == (t.box.trees as? SyntaxTrees)?.classes.base(t)
    return isBase ? try t.message("%S.%S", try t.str(t.template(.nodeModule)), type.name) : type.name
  }

  private static func shown(_ t: Thread, _ value: Value, _ depth: Int) throws(Raised) -> Value {
    if value.isKind(.list) || value.isKind(.tuple) { return try sequence(t, value, depth) }
    return try item(t, value, depth)
  }

  private static func item(_ t: Thread, _ value: Value, _ depth: Int) throws(Raised) -> Value {
    if let trees = t.box.trees, try trees.isNode(t, value) { return try text(t, value, depth) }
    return try t.repr(value)
  }

  /// The first and the last item of a list or tuple.
  private static func sequence(_ t: Thread, _ value: Value, _ depth: Int) throws(Raised) -> Value {
    let items = try t.tuple(from: value).tupleSlots
    let isList = value.isKind(.list)
    var out = TextBuilder(t)
    try out.append(isList ? "[" : "(")
    for index in 0..<items.count where index == 0 || index == items.count - 1 || items.count <= 2 {
      if index > 0 { try out.append(items.count > 2 ? ", ..., " : ", ") }
      try out.append(try item(t, items[index], depth))
    }
    try out.append(isList ? "]" : ")")
    return try out.finish()
  }
}
