import Runtime

/// `AST.__init__`: sets fields by position and by name, and those that were not given.
struct NodeConstruction {
  private let t: Thread
  private let me: Value
  private let keywords: Ref<DictObject>

  init(_ t: Thread, _ me: Value, _ keywords: Ref<DictObject>) {
    self.t = t
    self.me = me
    self.keywords = keywords
  }

  private var type: Value { Value(t.typeOf(me)) }

  func run(_ arguments: Value) throws(Raised) {
    let given = arguments.tupleSlots
    let declared = try t.getAttributeOrNull(type, try t.intern("_fields"))
    let count = declared.isNull ? 0 : try t.length(declared)
    if given.count > count {
      throw t.raise(
        t.types.typeError, "%N constructor takes at most %S positional argument%S", type, try t.int(count), try t.str(count == 1 ? "" : "s"))
    }
    let fields = declared.isNull ? t.interpreter.emptyTuple : try t.tuple(from: declared)
    let rest = try t.set()
    for index in 0..<fields.tupleSlots.count { try t.setAdd(rest, fields.tupleSlots[index]) }
    for index in 0..<given.count {
      try t.setAttribute(me, try t.checkedAttributeName(fields.tupleSlots[index]), given[index])
      _ = try t.setRemove(rest, fields.tupleSlots[index])
    }
    try setKeywords(fields, rest)
    if t.has(.typedNodes) { try setMissing(rest) }
  }

  private func setKeywords(_ fields: Value, _ rest: Ref<SetObject>) throws(Raised) {
    let names = try t.list(from: Value(keywords))
    for index in 0..<names.count {
      let name = names.items[index]
      let value = try t.dictGet(keywords, name)
      let isField = try contains(fields, name)
      if isField, try !t.setRemove(rest, name) {
        throw t.raise(t.types.typeError, "%N got multiple values for argument %R", type, name)
      }
      if !isField, t.has(.typedNodes), try !isAttribute(name) {
        try warn(
          "%N.__init__ got an unexpected keyword argument %R. Support for arbitrary keyword arguments is deprecated and will be removed in Python 3.15.",
          type, name)
      }
      try t.setAttribute(me, name, value)
    }
  }

  private func isAttribute(_ name: Value) throws(Raised) -> Bool {
    try contains(try t.tuple(from: try t.getAttribute(type, try t.intern("_attributes"))), name)
  }

  private func contains(_ names: Value, _ name: Value) throws(Raised) -> Bool {
    for index in 0..<names.tupleSlots.count {
      if try t.equals(names.tupleSlots[index], name) { return true }
    }
    return false
  }

  /// Gives values to the fields that got none: None is the class's, lists are empty, contexts Load. For the others there is a warning.
  private func setMissing(_ rest: Ref<SetObject>) throws(Raised) {
    if rest.count == 0 { return }
    let types = try t.getAttributeOrNull(type, try t.intern("_field_types"))
    guard types.isKind(.dict) else { return }
    let fields = try t.tuple(from: Value(rest))
    for index in 0..<fields.tupleSlots.count {
      let field = fields.tupleSlots[index]
      let kind = try t.dictGet(types.unchecked(), field)
      if kind.isNull {
        try warn("Field %R is missing from %N._field_types. This will become an error in Python 3.15.", field, type)
      } else if t.isInstance(kind, of: t.types.unionType) {
        continue
      } else if t.isInstance(kind, of: t.types.genericAlias) {
        try t.setAttribute(me, field, Value(try t.list()))
      } else if let load = (t.box.trees as? SyntaxTrees)?.loadContext(t, ifOf: kind) {
        try t.setAttribute(me, field, load)
      } else {
        try warn(
          "%N.__init__ missing 1 required positional argument: %R. This will become an error in Python 3.15.", type, field)
      }
    }
  }

  private func warn(_ template: StaticString, _ a: Value, _ b: Value) throws(Raised) {
    try t.warn(t.types.deprecationWarning, message: try t.message(template, a, b))
  }
}
