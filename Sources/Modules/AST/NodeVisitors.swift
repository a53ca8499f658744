import Runtime

/// `ast.NodeVisitor` and `ast.NodeTransformer`.
enum NodeVisitors {
  static func addClasses(_ t: Thread, _ module: Ref<ModuleObject>) throws(Raised) {
    let base = try t.addClass(module, visitor, bases: try t.tuple(Value(t.types.object)))
    try t.addClass(module, transformer, bases: try t.tuple(base))
  }

  private static let visitor = TypeSpec(
    "ast.NodeVisitor", doc: "Visits the nodes of a tree: for each, the method visit_CLASS is called, or generic_visit.",
    functions: [
      NativeFunctionSpec("visit(self, node)", "Visit a node.") { t, a throws(Raised) in try visit(t, a[0], a[1]) },
      NativeFunctionSpec("generic_visit(self, node)", "Visit all nodes below: called if the class of a node has no method of its own.") {
        t, a throws(Raised) in
        let fields = try ASTModule.fields(t, a[1])
        for index in 0..<fields.count { try visitAll(t, a[0], fields.items[index].tupleSlots[1]) }
        return .none
      },
    ])

  private static let transformer = TypeSpec(
    "ast.NodeTransformer", doc: "A visitor whose methods return what is put in the place of a node: another node, a list of nodes, or None.",
    functions: [
      NativeFunctionSpec("generic_visit(self, node)", "Visit all nodes below, and put what that gives in their places.") { t, a throws(Raised) in
        let fields = try ASTModule.fields(t, a[1])
        for index in 0..<fields.count {
          let field = fields.items[index].tupleSlots
          if field[1].isKind(.list) {
            try transform(t, a[0], list: field[1])
          } else if try ASTModule.isNode(t, field[1]) {
            let new = try t.callMethod(a[0], named: "visit", field[1])
            try t.setAttribute(a[1], field[0], new.isNone ? .null : new)
          }
        }
        return a[1]
      }
    ])

  private static func visit(_ t: Thread, _ me: Value, _ node: Value) throws(Raised) -> Value {
    try t.enterRecursive()
    defer { t.leaveRecursive() }
    let type = try t.getAttribute(node, .__class__)
    let name = t.intern(try t.message("visit_%S", try t.getAttribute(type, .__name__)))
    var method = try t.getAttributeOrNull(me, name)
    if method.isNull { method = try t.getAttribute(me, try t.intern("generic_visit")) }
    return try t.call(method, node)
  }

  private static func visitAll(_ t: Thread, _ me: Value, _ value: Value) throws(Raised) {
    guard value.isKind(.list) else {
      if try ASTModule.isNode(t, value) { _ = try t.callMethod(me, named: "visit", value) }
      return
    }
    let items: Ref<ListObject> = value.unchecked()
    var index = 0
    while index < items.count {
      if try ASTModule.isNode(t, items.items[index]) { _ = try t.callMethod(me, named: "visit", items.items[index]) }
      index += 1
    }
  }

  private static func transform(_ t: Thread, _ me: Value, list: Value) throws(Raised) {
    let items: Ref<ListObject> = list.unchecked()
    let result = try t.list()
    var index = 0
    while index < items.count {
      let item = items.items[index]
      index += 1
      guard try ASTModule.isNode(t, item) else {
        try t.append(result, item)
        continue
      }
      let new = try t.callMethod(me, named: "visit", item)
      if new.isNone { continue }
      if try ASTModule.isNode(t, new) { try t.append(result, new) } else { try t.extend(result, new) }
    }
    try t.replace(items, 0, items.count, with: result.slots)
  }
}
