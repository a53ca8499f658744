import Compiler
import Runtime

/// Makes the objects of a tree (CPython: `PyAST_mod2obj`).
struct NodeWriter {
  private let t: Thread
  private let classes: SyntaxClasses
  private let tree: SyntaxTree
  /// The strs of the tree's names, by number, null where none was needed yet.
  private let names: Ref<ListObject>

  init(_ t: Thread, _ classes: SyntaxClasses, _ tree: SyntaxTree) throws(Raised) {
    self.t = t
    self.classes = classes
    self.tree = tree
    names = try t.list()
    try t.reserve(names, tree.nameCount + 1)
    for _ in 0...tree.nameCount { try t.append(names, .none) }
  }

  func root() throws(Raised) -> Value { try object(tree.root.raw) }

  private func object(_ raw: UInt32) throws(Raised) -> Value {
    try t.enterRecursive(" during ast construction")
    defer { t.leaveRecursive() }
    let node = tree.node(raw)
    let kind = Int(node.kind.rawValue)
    let index = classes.kinds[kind]
    guard index >= 0 else { throw t.raise(t.types.systemError, "the tree has nodes of another version") }
    let object = Value(try t.makeInstance(classes.type(t, index)))
    let shape = classes.shapes[kind]
    for position in 0..<shape.fields.count {
      let value = try value(shape.fields[position], node.word(shape.fields[position].word))
      try t.setAttribute(object, classes.fieldNames(t, index)[position], value)
    }
    if shape.hasPosition { try setPosition(object, index, tree.span(of: AnyNode(raw: raw))) }
    return object
  }

  private func setPosition(_ object: Value, _ index: Int, _ span: Span) throws(Raised) {
    let names = classes.attributeNames(t, index)
    let numbers = [span.line, span.column, span.endLine, span.endColumn]
    for position in 0..<min(names.count, 4) {
      try t.setAttribute(object, names[position], Value(small: Int(Int32(bitPattern: numbers[position]))))
    }
  }

  private func value(_ field: NodeShape.Field, _ word: UInt32) throws(Raised) -> Value {
    switch field.quantity {
    case .list, .listOfOptionals:
      let items = tree.words(ofList: word)
      let list = try t.list()
      try t.reserve(list, items.count)
      for item in items { try t.append(list, try self.item(field.type, item)) }
      return Value(list)
    case .optional where word == 0 && field.type != .int: return .none
    case .one, .optional: return try item(field.type, word)
    }
  }

  private func item(_ type: NodeFieldType, _ word: UInt32) throws(Raised) -> Value {
    switch type {
    case .identifier: return try name(word)
    case .constant, .string: return try t.value(of: tree.value(of: ConstantID(raw: word)))
    case .int: return Value(small: Int(Int32(bitPattern: word)))
    case .exprContext, .boolop, .operator, .unaryop, .cmpop:
      return classes.singleton(t, classes.members[Int(type.rawValue)][Int(word)])
    case .slice: return try slice(word)
    default: return word == 0 ? .none : try object(word)
    }
  }

  private func name(_ word: UInt32) throws(Raised) -> Value {
    let known = names.items[Int(word)]
    if !known.isNone { return known }
    let name = t.intern(try t.str(tree.text(of: Identifier(raw: word))))
    names.items[Int(word)] = name
    return name
  }

  // MARK: Versions with nodes of their own for subscripts

  private func slice(_ word: UInt32) throws(Raised) -> Value {
    switch tree[Expression(raw: word)] {
    case .slice: return try object(word)
    case .tuple(let elements, _) where tree[elements].contains(where: { tree.node($0.raw).kind == .slice }):
      let list = try t.list()
      for element in tree[elements] { try t.append(list, try slice(element.raw)) }
      return try make(slice: "ExtSlice", Value(list))
    default: return try make(slice: "Index", try object(word))
    }
  }

  private func make(slice name: String, _ field: Value) throws(Raised) -> Value {
    for index in classes.members[Int(NodeFieldType.slice.rawValue)] where classes.classes[index].name.description == name {
      let object = Value(try t.makeInstance(classes.type(t, index)))
      try t.setAttribute(object, classes.fieldNames(t, index)[0], field)
      return object
    }
    throw t.raise(t.types.systemError, "the tree has nodes of another version")
  }
}
