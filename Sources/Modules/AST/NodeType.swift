import Builtins
import Compiler
import Runtime

/// The class `AST` and those derived from it (CPython: Parser/asdl_c.py, Python/Python-ast.c).
enum NodeType {
  private static let base = TypeSpec(
    "AST",
    functions: [
      NativeFunctionSpec("__init__(self, /, *args, **kwargs)", "Initialize self.  See help(type(self)) for accurate signature.") {
        t, a throws(Raised) in
        try NodeConstruction(t, a[0], a[2].unchecked()).run(a[1])
        return .none
      },
      NativeFunctionSpec("__reduce__(self, /)") { t, a throws(Raised) in try NodeType.reduce(t, a[0]) },
      NativeFunctionSpec("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in try NodeRepr.text(t, a[0]) },
      NativeFunctionSpec("__replace__(self, /, **fields)", "Return a copy of the AST node with new values for the specified fields.") {
        t, a throws(Raised) in try NodeType.replaced(t, a[0], a[1].unchecked())
      },
    ])

  /// The class `AST`.
  static func makeBase(_ t: Thread) throws(Raised) -> Value {
    let module = try t.makeModule(t.intern(try t.str(t.template(.nodeModule))))
    let empty = t.interpreter.emptyTuple
    return try t.makeClass(module, base, bases: try t.tuple(Value(t.types.object)), isNative: true) { namespace throws(Raised) in
      try t.dictSet(namespace, try t.intern("_fields"), empty)
      try t.dictSet(namespace, try t.intern("_attributes"), empty)
      if t.has(.nodesMatchByPosition) { try t.dictSet(namespace, t.name(.__match_args__), empty) }
      _ = t.dictDelete(namespace, interned: t.name(.__qualname__))
    }
  }

  /// A class derived from `parent`.
  static func make(
    _ t: Thread, _ all: SyntaxClasses, _ own: NodeClass, parent: Value, fields: Value, attributes: Value
  ) throws(Raised) -> Value {
    let namespace = try t.dict()
    try t.dictSet(namespace, t.name(.__module__), t.intern(try t.str(t.template(.nodeModule))))
    try t.dictSet(namespace, try t.intern("_fields"), fields)
    if t.has(.nodesMatchByPosition) { try t.dictSet(namespace, t.name(.__match_args__), fields) }
    if own.base == nil { try t.dictSet(namespace, try t.intern("_attributes"), attributes) }
    if t.has(.describedNodes) {
      try t.dictSet(namespace, t.name(.__doc__), try t.str(description(all, own)))
      for field in own.fields + own.attributes where field.quantity == .optional {
        try t.dictSet(namespace, try t.intern(field.name), .none)
      }
    } else {
      try t.dictSet(namespace, t.name(.__doc__), .none)
    }
    return try t.call(Value(t.types.type), try t.intern(own.name), try t.tuple(parent), Value(namespace))
  }

  /// The ASDL of a class.
  private static func description(_ all: SyntaxClasses, _ own: NodeClass) -> String {
    let name = own.name.description
    guard let sum = own.sum else { return call(own) }
    let members = all.classes.filter { $0.base == sum }
    if members.isEmpty { return call(own) }
    let isEnumeration = members.allSatisfy(\.fields.isEmpty)
    let indent = isEnumeration ? " | " : "\n" + String(repeating: " ", count: name.utf8.count + 1) + "| "
    return "\(name) = " + members.map(call).joined(separator: indent)
  }

  private static func call(_ own: NodeClass) -> String {
    own.fields.isEmpty ? own.name.description : "\(own.name)(\(own.fields.map(\.text.description).joined(separator: ", ")))"
  }

  // MARK: Types of fields

  /// Adds `_field_types` to a class that has fields, or could.
  static func addFieldTypes(_ t: Thread, _ all: SyntaxClasses, _ own: NodeClass, _ type: Ref<TypeObject>) throws(Raised) {
    let isAbstract = own.sum.map { sum in all.classes.contains { $0.base == sum } } ?? false
    guard t.has(.typedNodes), !isAbstract else { return }
    let types = try t.dict()
    for field in own.fields { try t.dictSet(types, try t.intern(field.name), try fieldType(t, all, field)) }
    try t.setAttribute(Value(type), try t.intern("_field_types"), Value(types))
    try t.dictSet(type.dict, t.name(t.has(.deferredAnnotations) ? .__annotations_cache__ : .__annotations__), Value(types))
  }

  private static func fieldType(_ t: Thread, _ all: SyntaxClasses, _ field: NodeField) throws(Raised) -> Value {
    let types = t.types
    let item: Value
    switch field.type {
    case .identifier, .string: item = Value(types.str)
    case .int: item = Value(types.int)
    case .constant: item = Value(types.object)
    default: item = Value(all.type(t, all.sums[Int(field.type.rawValue)]))
    }
    if field.quantity.isList { return try t.genericAlias(Value(types.list), item) }
    return field.quantity == .optional ? try UnionType.make(t, item, .none) : item
  }

  // MARK: Methods

  /// `(class, positional arguments, attributes)`: where the constructor wants all fields, it gets None for each that there is.
  private static func reduce(_ t: Thread, _ me: Value) throws(Raised) -> Value {
    let dict = try t.getAttributeOrNull(me, .__dict__)
    let type = Value(t.typeOf(me))
    guard dict.isKind(.dict) else { return try t.tuple(type, t.interpreter.emptyTuple) }
    let arguments = try t.list()
    let fields = try t.getAttributeOrNull(type, try t.intern("_fields"))
    if t.has(.typedNodes), !fields.isNull {
      let names = try t.tuple(from: fields)
      for index in 0..<names.tupleSlots.count {
        if try t.dictGet(dict.unchecked(), names.tupleSlots[index]).isNull { break }
        try t.append(arguments, .none)
      }
    }
    return try t.tuple(type, try t.tuple(copying: arguments.slots), dict)
  }

  /// A copy with other values for some fields.
  private static func replaced(_ t: Thread, _ me: Value, _ changes: Ref<DictObject>) throws(Raised) -> Value {
    let type = Value(t.typeOf(me))
    let expected = try t.set()
    let all = try t.dict()
    let own = try t.getAttributeOrNull(me, .__dict__)
    for key: StaticString in ["_fields", "_attributes"] {
      let names = try t.tuple(from: try t.getAttribute(type, try t.intern(key)))
      for index in 0..<names.tupleSlots.count { try t.setAdd(expected, names.tupleSlots[index]) }
    }
    var position = 0
    while let change = t.dictNext(changes, &position) {
      if try !t.setContains(expected, change.key) {
        throw t.raise(t.types.typeError, "%T.__replace__ got an unexpected keyword argument %R.", me, change.key)
      }
      _ = try t.setRemove(expected, change.key)
    }
    if own.isKind(.dict) {
      position = 0
      while let entry = t.dictNext(own.unchecked(), &position) { _ = try t.setRemove(expected, entry.key) }
    }
    try checkMissing(t, me, expected)
    if own.isKind(.dict) { try t.dictMergeAll(all, own.unchecked()) }
    try t.dictMergeAll(all, changes)
    return try t.call(type, tuple: t.interpreter.emptyTuple, dict: Value(all))
  }

  /// TypeError for fields that a copy would lack, unless None will do.
  private static func checkMissing(_ t: Thread, _ me: Value, _ expected: Ref<SetObject>) throws(Raised) {
    let type = Value(t.typeOf(me))
    let types = try t.getAttributeOrNull(type, try t.intern("_field_types"))
    let attributes = try t.tuple(from: try t.getAttribute(type, try t.intern("_attributes")))
    for index in 0..<attributes.tupleSlots.count { _ = try t.setRemove(expected, attributes.tupleSlots[index]) }
    let missing = try t.list()
    let names = try t.tuple(from: Value(expected))
    for index in 0..<names.tupleSlots.count {
      let name = names.tupleSlots[index]
      let isOptional = types.isKind(.dict) ? t.isInstance(try t.dictGet(types.unchecked(), name), of: t.types.unionType) : false
      if !isOptional { try t.append(missing, try t.repr(name)) }
    }
    if missing.count == 0 { return }
    _ = try t.callMethod(Value(missing), .sort)
    throw t.raise(
      t.types.typeError, "%T.__replace__ missing %S keyword argument%S: %S.", me, try t.int(missing.count), try t.str(missing.count == 1 ? "" : "s"),
      try t.callMethod(try t.str(", "), .join, Value(missing)))
  }
}
