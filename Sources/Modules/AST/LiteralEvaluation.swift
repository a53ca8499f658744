import Runtime

/// `ast.literal_eval`
struct LiteralEvaluation {
  private let t: Thread

  init(_ t: Thread) { self.t = t }

  func run(_ source: Value) throws(Raised) -> Value {
    var node = source
    if source.isKind(.str) {
      let text = t.has(.literalsBeginAnywhere) ? try t.callMethod(source, named: "lstrip", try t.str(" \t")) : source
      let parse = try t.getAttribute(try t.importModule(try t.str("ast")), try t.intern("parse"))
      node = try t.call(parse, text, try t.str("<unknown>"), try t.str("eval"))
    }
    if try isNode(node, "Expression") { node = try field(node, "body") }
    return try value(node)
  }

  private func isNode(_ v: Value, _ name: StaticString) throws(Raised) -> Bool { try ASTModule.isNode(t, v, name) }

  private func field(_ node: Value, _ name: StaticString) throws(Raised) -> Value { try t.getAttribute(node, try t.intern(name)) }

  private func malformed(_ node: Value) throws(Raised) -> Raised {
    let line = t.has(.literalLinesNamed) ? try t.getAttributeOrNull(node, .lineno) : .null
    if line.isNull || line.isNone { return t.raise(t.types.valueError, "malformed node or string: %R", node) }
    return t.raise(t.types.valueError, "malformed node or string on line %S: %R", line, node)
  }

  private func value(_ node: Value) throws(Raised) -> Value {
    try t.enterRecursive()
    defer { t.leaveRecursive() }
    if try isNode(node, "Constant") { return try field(node, "value") }
    if try isNode(node, "Tuple") { return try t.tuple(copying: try values(try field(node, "elts")).slots) }
    if try isNode(node, "List") { return Value(try values(try field(node, "elts"))) }
    if try isNode(node, "Set") { return try t.call(Value(t.types.set), Value(try values(try field(node, "elts")))) }
    if t.has(.literalSetsByCall), try isEmptySet(node) { return Value(try t.set()) }
    if try isNode(node, "Dict") { return try dict(node) }
    if try isNode(node, "BinOp") { return try sum(node) }
    return try signed(node)
  }

  private func values(_ nodes: Value) throws(Raised) -> Ref<ListObject> {
    let items = try t.list(from: nodes)
    let result = try t.list()
    for index in 0..<items.count { try t.append(result, try value(items.items[index])) }
    return result
  }

  private func isEmptySet(_ node: Value) throws(Raised) -> Bool {
    guard try isNode(node, "Call") else { return false }
    let function = try field(node, "func")
    guard try isNode(function, "Name"), try t.equals(try field(function, "id"), try t.str("set")) else { return false }
    let empty = Value(try t.list())
    guard try t.equals(try field(node, "args"), empty) else { return false }
    return try t.equals(try field(node, "keywords"), empty)
  }

  private func dict(_ node: Value) throws(Raised) -> Value {
    let keys = try values(try field(node, "keys"), of: node)
    let values = try self.values(try field(node, "values"))
    let result = try t.dict()
    for index in 0..<keys.count { try t.dictSet(result, keys.items[index], values.items[index]) }
    return Value(result)
  }

  /// The keys of a dict, as many as there are values.
  private func values(_ keys: Value, of node: Value) throws(Raised) -> Ref<ListObject> {
    if try t.length(keys) != t.length(try field(node, "values")) { throw try malformed(node) }
    return try values(keys)
  }

  // MARK: Numbers

  private func number(_ node: Value) throws(Raised) -> Value {
    if try isNode(node, "Constant") {
      let value = try field(node, "value")
      let type = t.typeOf(value)
      if type == t.types.int || type == t.types.float || type == t.types.complex { return value }
    }
    throw try malformed(node)
  }

  private func signed(_ node: Value) throws(Raised) -> Value {
    if try isNode(node, "UnaryOp") {
      let op = try field(node, "op")
      if try isNode(op, "UAdd") { return try number(try field(node, "operand")) }
      if try isNode(op, "USub") {
        let value = try number(try field(node, "operand"))
        return try t.callSpecial(t.lookupSpecial(value, .__neg__), value)
      }
    }
    return try number(node)
  }

  /// A complex number by its parts.
  private func sum(_ node: Value) throws(Raised) -> Value {
    let op = try field(node, "op")
    let isSum = try isNode(op, "Add")
    let isDifference = try isNode(op, "Sub")
    if isSum || isDifference {
      let left = try signed(try field(node, "left"))
      let right = try number(try field(node, "right"))
      if t.typeOf(left) != t.types.complex, t.typeOf(right) == t.types.complex {
        let operation = isSum ? Name.__radd__ : .__rsub__
        return try t.callSpecial(t.lookupSpecial(right, operation), right, left)
      }
    }
    return try signed(node)
  }
}
