import Runtime

/// `ast.dump`
struct NodeDump {
  private let t: Thread
  private let hasNames: Bool
  private let hasAttributes: Bool
  /// What a level is indented by: a str, or None.
  private let indent: Value
  private let showsEmpty: Bool

  static func text(_ t: Thread, _ a: Slots) throws(Raised) -> Value {
    if try !ASTModule.isNode(t, a[0]) { throw t.raise(t.types.typeError, "expected AST, got %R", t.typeOf(a[0]).name) }
    var indent = a[3]
    if !indent.isNone, !indent.isKind(.str) { indent = try t.callSpecial(t.lookupSpecial(try t.str(" "), .__mul__), try t.str(" "), indent) }
    let dump = NodeDump(
      t: t, hasNames: try t.truth(a[1]), hasAttributes: try t.truth(a[2]), indent: indent, showsEmpty: try t.truth(a[4]))
    return try dump.format(a[0], 0).text
  }

  private init(t: Thread, hasNames: Bool, hasAttributes: Bool, indent: Value, showsEmpty: Bool) {
    self.t = t
    self.hasNames = hasNames
    self.hasAttributes = hasAttributes
    self.indent = indent
    self.showsEmpty = showsEmpty || !t.has(.dumpLeavesOutEmptyLists)
  }

  /// A text, and whether it may stand in a line with others.
  private struct Shown: BitwiseCopyable {
    let text: Value
    let isSimple: Bool
  }

  private func format(_ v: Value, _ level: Int) throws(Raised) -> Shown {
    try t.enterRecursive()
    defer { t.leaveRecursive() }
    if try ASTModule.isNode(t, v) { return try format(node: v, level + 1) }
    guard v.isKind(.list) else { return Shown(text: try t.repr(v), isSimple: true) }
    let items: Ref<ListObject> = v.unchecked()
    if items.count == 0 { return Shown(text: try t.str("[]"), isSimple: true) }
    let texts = try t.list()
    var index = 0
    while index < items.count {
      try t.append(texts, try format(items.items[index], level + 1).text)
      index += 1
    }
    return Shown(text: try t.message("[%S%S]", try prefix(level + 1), try join(texts, level + 1)), isSimple: false)
  }

  private func format(node: Value, _ level: Int) throws(Raised) -> Shown {
    let arguments = try t.list()
    var isSimple = try addFields(of: node, level, to: arguments)
    if hasAttributes { isSimple = try addAttributes(of: node, level, to: arguments) && isSimple }
    let name = try t.getAttribute(Value(t.typeOf(node)), .__name__)
    if isSimple && arguments.count <= 3 || indent.isNone {
      let text = try t.message("%S(%S)", name, try t.callMethod(try t.str(", "), .join, Value(arguments)))
      return Shown(text: text, isSimple: arguments.count == 0)
    }
    return Shown(text: try t.message("%S(%S%S)", name, try prefix(level), try join(arguments, level)), isSimple: false)
  }

  private func addFields(of node: Value, _ level: Int, to arguments: Ref<ListObject>) throws(Raised) -> Bool {
    var hasNames = hasNames
    var isSimple = true
    // Empty lists that stand only if something follows them.
    let held = try t.list()
    let names = try t.tuple(from: try t.getAttribute(node, try t.intern("_fields")))
    for index in 0..<names.tupleSlots.count {
      let name = try t.checkedAttributeName(names.tupleSlots[index])
      let value = try t.getAttributeOrNull(node, name)
      if value.isNull {
        hasNames = true
        continue
      }
      if try isLeftOut(node, name, value) {
        hasNames = true
        continue
      }
      if !showsEmpty {
        if value.isKind(.list), value.unchecked(as: ListObject.self).count == 0 {
          if !hasNames { try t.append(held, try t.repr(value)) }
          continue
        }
        if !hasNames {
          try t.extend(arguments, Value(held))
          t.clear(held)
        }
      }
      let shown = try format(value, level)
      isSimple = isSimple && shown.isSimple
      try t.append(arguments, hasNames ? try t.message("%S=%S", name, shown.text) : shown.text)
    }
    return isSimple
  }

  private func addAttributes(of node: Value, _ level: Int, to arguments: Ref<ListObject>) throws(Raised) -> Bool {
    var isSimple = true
    let names = try t.tuple(from: try t.getAttribute(node, try t.intern("_attributes")))
    for index in 0..<names.tupleSlots.count {
      let name = try t.checkedAttributeName(names.tupleSlots[index])
      let value = try t.getAttributeOrNull(node, name)
      if value.isNull { continue }
      if try isLeftOut(node, name, value) { continue }
      let shown = try format(value, level)
      isSimple = isSimple && shown.isSimple
      try t.append(arguments, try t.message("%S=%S", name, shown.text))
    }
    return isSimple
  }

  /// None is left out where the class says the same.
  private func isLeftOut(_ node: Value, _ name: Value, _ value: Value) throws(Raised) -> Bool {
    guard value.isNone, t.has(.dumpLeavesOutNone) else { return false }
    return try t.getAttributeOrNull(Value(t.typeOf(node)), name).isNone
  }

  // MARK: Lines

  private func prefix(_ level: Int) throws(Raised) -> Value {
    if indent.isNone { return t.interpreter.emptyStr }
    var out = TextBuilder(t)
    try out.append(codePoint: 10)
    for _ in 0..<level { try out.append(indent) }
    return try out.finish()
  }

  private func join(_ texts: Ref<ListObject>, _ level: Int) throws(Raised) -> Value {
    let separator = indent.isNone ? try t.str(", ") : try t.message(",%S", try prefix(level))
    return try t.callMethod(separator, .join, Value(texts))
  }
}
