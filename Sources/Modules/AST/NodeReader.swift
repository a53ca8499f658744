import Builtins
import Bytecode
import Compiler
import Runtime

/// Makes a tree of objects (CPython: `PyAST_obj2mod`). That the fields have the right types is checked here; what they may hold,
/// `TreeValidation` checks.
final class NodeReader {
  private let t: Thread
  private let classes: SyntaxClasses
  private var builder = TreeBuilder()
  /// For how many words there is room.
  private var checkedWords = 1 << 16
  /// Values that no constant can have, by the number of what stands for them: the name of the type.
  private(set) var invalidConstants: [UInt32: String] = [:]

  init(_ t: Thread, _ classes: SyntaxClasses) {
    self.t = t
    self.classes = classes
  }

  func tree(_ root: Value) throws(Raised) -> SyntaxTree {
    let raw = try node(.mod, root)
    return builder.finish(root: ModuleNode(raw: raw))
  }

  // MARK: Nodes

  private func enter(_ type: NodeFieldType) throws(Raised) {
    switch type {
    case .stmt: try t.enterRecursive(" while traversing 'stmt' node")
    case .pattern: try t.enterRecursive(" while traversing 'pattern' node")
    default: try t.enterRecursive(" while traversing 'expr' node")
    }
  }

  /// The node of an object that must be of a kind; 0 for None.
  private func node(_ type: NodeFieldType, _ v: Value) throws(Raised) -> UInt32 {
    if v.isNone { return 0 }
    try enter(type)
    defer { t.leaveRecursive() }
    let sum = classes.sums[Int(type.rawValue)]
    guard sum >= 0 else { throw t.raise(t.types.systemError, "the tree has nodes of another version") }
    let isProduct = classes.members[Int(type.rawValue)] == [sum]
    var span = Span(line: 0, column: 0, endLine: 0, endColumn: 0)
    if isProduct {
      let fields = try readFields(sum, v)
      span = try readSpan(sum, v)
      return try add(classes.classes[sum], span, fields)
    }
    if !classes.classes[sum].attributes.isEmpty { span = try readSpan(sum, v) }
    for member in classes.members[Int(type.rawValue)] where t.isInstance(v, of: classes.type(t, member)) {
      return try add(classes.classes[member], span, try readFields(member, v))
    }
    throw t.raise(t.types.typeError, "expected some sort of %S, but got %R", try t.str(classes.classes[sum].name), v)
  }

  private func readFields(_ index: Int, _ v: Value) throws(Raised) -> [UInt32] {
    let own = classes.classes[index]
    var words: [UInt32] = []
    for (position, field) in own.fields.enumerated() {
      let name = classes.fieldNames(t, index)[position]
      let value = try t.getAttributeOrNull(v, name)
      words.append(try read(field, value, own))
    }
    return words
  }

  /// The word of a field; `value` is null if it is missing.
  private func read(_ field: NodeField, _ value: Value, _ own: NodeClass) throws(Raised) -> UInt32 {
    if field.quantity.isList { return try readList(field, value, own) }
    if value.isNull || value.isNone, field.quantity == .optional { return 0 }
    if value.isNull { throw missing(field, own) }
    return try item(field.type, value)
  }

  private func missing(_ field: NodeField, _ own: NodeClass) -> Raised {
    do throws(Raised) {
      return t.raise(t.types.typeError, "required field \"%S\" missing from %S", try t.str(field.name), try t.str(own.name))
    } catch {
      return error
    }
  }

  private func readList(_ field: NodeField, _ value: Value, _ own: NodeClass) throws(Raised) -> UInt32 {
    if value.isNull {
      if t.has(.missingListsAreEmpty) { return 0 }
      throw missing(field, own)
    }
    guard value.isKind(.list) else {
      throw t.raise(t.types.typeError, "%S field \"%S\" must be a list, not a %T", try t.str(own.name), try t.str(field.name), value)
    }
    let list: Ref<ListObject> = value.unchecked()
    let count = list.count
    try t.checkRoom(bytes: count * 4)
    var words: [UInt32] = []
    words.reserveCapacity(count)
    for index in 0..<count {
      let item = list.items[index]
      if item.isNone, !isOptionalItem(field) {
        throw t.raise(t.types.valueError, "None disallowed in %S list", try t.str(classes.classes[max(classes.sums[Int(field.type.rawValue)], 0)].name))
      }
      words.append(try self.item(field.type, item))
      if list.count != count {
        throw t.raise(
          t.types.runtimeError, "%S field \"%S\" changed size during iteration", try t.str(own.name), try t.str(field.name))
      }
    }
    return builder.list(words)
  }

  /// Whether None in a list is for `TreeValidation` to judge.
  private func isOptionalItem(_ field: NodeField) -> Bool { field.type == .expr || field.type == .stmt }

  private func add(_ own: NodeClass, _ span: Span, _ words: [UInt32]) throws(Raised) -> UInt32 {
    for (word, field) in zip(words, own.fields) where word == 0 && field.quantity == .one && isReference(field.type) {
      throw t.raise(.nodeFieldRequired, try t.str(field.name), try t.str(own.name))
    }
    guard let kind = own.kind else { return try old(own, span, words) }
    // Classes have their fields in another order than nodes their words.
    if builder.wordCount > checkedWords {
      // Nodes that stand at many places are as many nodes of the tree, which is not in the heap.
      try t.checkRoom(bytes: builder.wordCount * 8)
      checkedWords = builder.wordCount * 2
      if builder.wordCount > Int(Int32.max) / 2 { throw t.raiseMemoryError() }
    }
    var placed: [UInt32] = []
    for (word, field) in zip(words, classes.shapes[Int(kind.rawValue)].fields) {
      let place = field.word - NodeShape.headerWords
      while placed.count <= place { placed.append(0) }
      placed[place] = word
    }
    return builder.add(kind, span, placed)
  }

  private func isReference(_ type: NodeFieldType) -> Bool {
    switch type {
    case .int, .constant, .exprContext, .boolop, .operator, .unaryop, .cmpop: false
    default: true
    }
  }

  /// Nodes that only old versions have: trees know what they mean otherwise.
  private func old(_ own: NodeClass, _ span: Span, _ words: [UInt32]) throws(Raised) -> UInt32 {
    switch own.name.description {
    case "Index": return words[0]
    case "ExtSlice":
      return builder.tuple(elements: SyntaxList(raw: words[0]), context: .load, at: span).raw
    default: throw t.raise(t.types.systemError, "a node that no tree has")
    }
  }

  // MARK: Positions

  private func readSpan(_ index: Int, _ v: Value) throws(Raised) -> Span {
    let attributes = classes.classes[index].attributes
    guard attributes.count == 4 else { return Span(line: 0, column: 0, endLine: 0, endColumn: 0) }
    var numbers: [UInt32] = []
    for (position, attribute) in attributes.enumerated() {
      let value = try t.getAttributeOrNull(v, classes.attributeNames(t, index)[position])
      if value.isNull || value.isNone, attribute.quantity == .optional {
        // Nodes end where they begin, if nothing else is known.
        numbers.append(numbers[position - 2])
      } else if value.isNull {
        throw missing(attribute, classes.classes[index])
      } else {
        numbers.append(try integer(value))
      }
    }
    return Span(line: numbers[0], column: numbers[1], endLine: numbers[2], endColumn: numbers[3])
  }

  // MARK: Values

  private func item(_ type: NodeFieldType, _ v: Value) throws(Raised) -> UInt32 {
    switch type {
    case .identifier: return try identifier(v)
    case .string: return try string(v)
    case .int: return try integer(v)
    case .constant: return try constant(v)
    case .exprContext, .boolop, .operator, .unaryop, .cmpop: return try singleton(type, v)
    default: return try node(type, v)
    }
  }

  private func identifier(_ v: Value) throws(Raised) -> UInt32 {
    if v.isNone { return 0 }
    guard v.isKind(.str), t.typeOf(v) == t.types.str else { throw t.raise(t.types.typeError, "AST identifier must be of type str") }
    return t.text(of: v).utf8.withUnsafeBytes { builder.identifier($0).raw }
  }

  private func string(_ v: Value) throws(Raised) -> UInt32 {
    if v.isNone { return 0 }
    if v.isKind(.bytes) { return builder.constantID(.bytes([])).raw }
    guard v.isKind(.str), t.typeOf(v) == t.types.str else { throw t.raise(t.types.typeError, "AST string must be of type str") }
    return builder.constantID(.string(t.text(of: v))).raw
  }

  private func integer(_ v: Value) throws(Raised) -> UInt32 {
    guard v.isInt else { throw t.raise(t.types.valueError, "invalid integer value: %R", v) }
    guard let number = IntOperand(v).asInt, let small = Int32(exactly: number) else {
      throw t.raise(t.types.overflowError, "Python int too large to convert to C int")
    }
    return UInt32(bitPattern: small)
  }

  private func singleton(_ type: NodeFieldType, _ v: Value) throws(Raised) -> UInt32 {
    for (position, member) in classes.members[Int(type.rawValue)].enumerated() where t.isInstance(v, of: classes.type(t, member)) {
      return UInt32(position)
    }
    let sum = classes.classes[classes.sums[Int(type.rawValue)]]
    throw t.raise(t.types.typeError, "expected some sort of %S, but got %R", try t.str(sum.name), v)
  }

  private func constant(_ v: Value) throws(Raised) -> UInt32 {
    if let value = try ConstantReader.constant(t, v) { return builder.constantID(value).raw }
    // A value that no constant has is known by its number.
    let id = builder.constantID(.list(ConstantItems([])))
    invalidConstants[id.raw] = t.lossyString(try ConstantReader.nameOfInvalid(t, v))
    return id.raw
  }
}
