import Builtins
import Compiler
import Runtime

/// Module `ast` where no CPython library is found (CPython: Lib/ast.py): everything but `unparse` and the classes that are deprecated there.
enum ASTModule {
  static let module = ModuleSpec(
    "ast", doc: "Syntax trees of Python: the classes of their nodes, and help with them.",
    functions: (functions + ASTPositions.functions).map { $0.asLibraryFunction }, standsIn: true
  ) { t, m throws(Raised) in
    let core = try t.importModule(try t.str("_ast")).unchecked(as: ModuleObject.self)
    var position = 0
    while let entry = t.dictNext(core.dict, &position) {
      if try !t.truth(try t.callMethod(entry.key, named: "startswith", try t.str("__"))) { try t.dictSet(m.dict, entry.key, entry.value) }
    }
    try t.addType(m, NodeWalk.spec, NodeWalk.self, flags: [])
    _ = t.dictDelete(m.dict, interned: try t.intern("_walk"))
    try NodeVisitors.addClasses(t, m)
  }

  private static let functions: [NativeFunctionSpec] = [
    NativeFunctionSpec(
      "parse(source, filename='<unknown>', mode='exec', *, type_comments=False, feature_version=None, optimize=-1)",
      "Parse the source into a tree: compile(source, filename, mode, PyCF_ONLY_AST)."
    ) { t, a throws(Raised) in try parse(t, a) },
    NativeFunctionSpec(
      "literal_eval(node_or_string)",
      "Evaluate an expression, a str or a node, that consists of literals: strings, bytes, numbers, tuples, lists, dicts, sets, booleans and None."
    ) { t, a throws(Raised) in try LiteralEvaluation(t).run(a[0]) },
    NativeFunctionSpec(
      "dump(node, annotate_fields=True, include_attributes=False, *, indent=None, show_empty=False)",
      "Return a text that shows the tree in node."
    ) { t, a throws(Raised) in try NodeDump.text(t, a) },
    NativeFunctionSpec("iter_fields(node)", "Give (name, value) for each field that is there.") { t, a throws(Raised) in
      try t.iterator(of: Value(try fields(t, a[0])))
    },
    NativeFunctionSpec("iter_child_nodes(node)", "Give the nodes that are fields of node, or in lists that are.") { t, a throws(Raised) in
      try t.iterator(of: Value(try children(t, a[0])))
    },
    NativeFunctionSpec("walk(node)", "Give node and all nodes below it, in no particular order.") { t, a throws(Raised) in
      let walk = try t.make(NodeWalk.self, t.typeNamed("ast._walk"))
      let todo = try t.list()
      try t.append(todo, a[0])
      walk.todo = Value(todo)
      return Value(walk)
    },
    NativeFunctionSpec("get_docstring(node, clean=True)", "Return the docstring of a node, or None; TypeError if it can have none.") {
      t, a throws(Raised) in try docstring(t, a[0], isCleaned: try t.truth(a[1]))
    },
  ]

  private static func parse(_ t: Thread, _ a: Slots) throws(Raised) -> Value {
    var flags = CompileRequest.Options.onlyTree
    if try t.truth(a[3]) { flags.insert(.typeComments) }
    if a[5].isSmallInt, a[5].smallInt > 0 { flags.insert(.optimizesTree) }
    var version = a[4]
    if version.isNone { version = Value(small: -1) }
    if version.isKind(.tuple) {
      let parts = try t.items(of: version, count: 2)
      if try !t.equals(parts[0], Value(small: 3)) { throw t.raise(t.types.valueError, "Unsupported major version: %S", parts[0]) }
      version = parts[1]
    }
    let keywords = try t.dict()
    try t.dictSet(keywords, try t.intern("_feature_version"), version)
    try t.dictSet(keywords, try t.intern("optimize"), a[5])
    let arguments = try t.tuple(count: 4)
    for index in 0..<3 { arguments.items[index] = a[index] }
    arguments.items[3] = Value(small: Int(flags.rawValue))
    let compile = t.dictGet(t.interpreter.builtins, interned: try t.intern("compile"))
    return try t.call(compile, tuple: Value(arguments), dict: Value(keywords))
  }

  // MARK: Fields

  static func isNode(_ t: Thread, _ v: Value) throws(Raised) -> Bool { try t.box.trees?.isNode(t, v) ?? false }

  /// Whether `v` is a node of the class `name`.
  static func isNode(_ t: Thread, _ v: Value, _ name: StaticString) throws(Raised) -> Bool {
    guard let trees = t.box.trees as? SyntaxTrees, let index = trees.classes.classes.firstIndex(where: { $0.name.description == name.description })
    else { return false }
    return t.isInstance(v, of: trees.classes.type(t, index))
  }

  /// The fields that are there: a list of pairs.
  static func fields(_ t: Thread, _ node: Value) throws(Raised) -> Ref<ListObject> {
    let result = try t.list()
    let names = try t.tuple(from: try t.getAttribute(node, try t.intern("_fields")))
    for index in 0..<names.tupleSlots.count {
      let value = try t.getAttributeOrNull(node, try t.checkedAttributeName(names.tupleSlots[index]))
      if !value.isNull { try t.append(result, try t.tuple(names.tupleSlots[index], value)) }
    }
    return result
  }

  /// The nodes right below one: a list.
  static func children(_ t: Thread, _ node: Value) throws(Raised) -> Ref<ListObject> {
    let result = try t.list()
    let fields = try fields(t, node)
    for index in 0..<fields.count {
      let value = fields.items[index].tupleSlots[1]
      if value.isKind(.list) {
        let items: Ref<ListObject> = value.unchecked()
        var position = 0
        while position < items.count {
          if try isNode(t, items.items[position]) { try t.append(result, items.items[position]) }
          position += 1
        }
      } else if try isNode(t, value) {
        try t.append(result, value)
      }
    }
    return result
  }

  // MARK: Docstrings

  private static func docstring(_ t: Thread, _ node: Value, isCleaned: Bool) throws(Raised) -> Value {
    var hasDocstring = false
    for name: StaticString in ["AsyncFunctionDef", "FunctionDef", "ClassDef", "Module"] {
      if try isNode(t, node, name) { hasDocstring = true }
    }
    if !hasDocstring { throw t.raise(t.types.typeError, "%R can't have docstrings", t.typeOf(node).name) }
    let body = try t.getAttribute(node, try t.intern("body"))
    guard try t.truth(body) else { return .none }
    let first = try t.getItem(body, Value(small: 0))
    guard try isNode(t, first, "Expr") else { return .none }
    let value = try t.getAttribute(first, .value)
    guard try isNode(t, value, "Constant") else { return .none }
    let text = try t.getAttribute(value, .value)
    guard text.isKind(.str) else { return .none }
    return isCleaned ? try cleaned(t, text) : text
  }

  /// A docstring without the indentation that its lines share, and without blank lines around it (`inspect.cleandoc`).
  private static func cleaned(_ t: Thread, _ text: Value) throws(Raised) -> Value {
    let expanded = try t.callMethod(text, named: "expandtabs")
    let lines = try t.list(from: try t.callMethod(expanded, .split, try t.str("\n")))
    var margin = Int.max
    for index in 1..<max(lines.count, 1) {
      let line: Ref<StrObject> = lines.items[index].unchecked()
      let content: Ref<StrObject> = try t.callMethod(Value(line), named: "lstrip").unchecked()
      if content.count > 0 { margin = min(margin, line.count - content.count) }
    }
    if lines.count > 0 { lines.items[0] = try t.callMethod(lines.items[0], named: "lstrip") }
    for index in 1..<max(lines.count, 1) where margin < .max {
      let line: Ref<StrObject> = lines.items[index].unchecked()
      lines.items[index] = try t.substring(line, min(margin, line.count), line.count)
    }
    var (start, end) = (0, lines.count)
    while end > start, lines.items[end - 1].unchecked(as: StrObject.self).count == 0 { end -= 1 }
    while start < end, lines.items[start].unchecked(as: StrObject.self).count == 0 { start += 1 }
    return try t.callMethod(try t.str("\n"), .join, try t.list(copying: Slots(base: lines.slots.base + start, count: end - start)))
  }
}

/// What `walk` returns.
struct NodeWalk: NativeLayout {
  var header: ObjectHeader
  /// The nodes that were found so far: a list.
  var todo: Value
  /// How many of them were given.
  var position: Int
  static let tracedWords = 1

  static let spec = TypeSpec(
    "ast._walk",
    functions: [
      iterSelf,
      NativeFunctionSpec("__next__(self, /)", "Implement next(self).") { t, a throws(Raised) in
        let me = a.object(0, NodeWalk.self)
        let todo: Ref<ListObject> = me.todo.unchecked()
        guard me.position < todo.count else { throw t.stopIteration() }
        let node = todo.items[me.position]
        me.position += 1
        try t.extend(todo, Value(try ASTModule.children(t, node)))
        return node
      },
    ])
}

extension Ref where T == NodeWalk {
  @inline(__always) var todo: Value { get { layout.todo } nonmutating set { layout.todo = newValue } }
  @inline(__always) var position: Int { get { layout.position } nonmutating set { layout.position = newValue } }
}
