import Runtime

/// `list[int]` (PEP 585; CPython: Objects/genericaliasobject.c). Also what subscripting a generic class of Python gives.
public struct GenericAliasObject: HeapCell {
  public var header: ObjectHeader
  // traced
  public var origin: Value
  /// tuple
  public var arguments: Value
  /// tuple of the type variables among the arguments; null until asked.
  public var parameters: Value
  // raw
  /// `*tuple[int, str]`
  public var isStarred: Bool

  static let tracedWords = 3
}

extension Ref where T == GenericAliasObject {
  @inlinable @inline(__always) public var origin: Value { get { layout.origin } nonmutating set { layout.origin = newValue } }
  @inlinable @inline(__always) public var arguments: Value { get { layout.arguments } nonmutating set { layout.arguments = newValue } }
  @inlinable @inline(__always) public var parameters: Value { get { layout.parameters } nonmutating set { layout.parameters = newValue } }
  @inlinable @inline(__always) public var isStarred: Bool { get { layout.isStarred } nonmutating set { layout.isStarred = newValue } }
}

enum GenericAliasType {
  static func object(_ v: Value) -> Ref<GenericAliasObject> { v.unchecked(as: GenericAliasObject.self) }

  static func isAlias(_ t: Thread, _ v: Value) -> Bool { t.isInstance(v, of: t.types.genericAlias) }

  static func make(_ t: Thread, _ cls: Ref<TypeObject>, _ origin: Value, _ arguments: Value, isStarred: Bool = false) throws(Raised) -> Value {
    let tuple = arguments.isKind(.tuple) ? arguments : try t.tuple(arguments)
    let alias: Ref<GenericAliasObject> = try t.allocateInstance(cls, kind: .record, tracedWords: GenericAliasObject.tracedWords)
    alias.origin = origin
    alias.arguments = tuple
    alias.isStarred = isStarred
    return Value(alias)
  }

  static let spec = TypeSpec(
    "types.GenericAlias", doc: "Represent a PEP 585 generic type",
    functions: [
      NativeFunctionSpec("__new__(cls, origin, arguments, /)") { t, a throws(Raised) in
        try make(t, a[0].unchecked(), a[1], a[2])
      },
      NativeFunctionSpec("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in try text(t, a[0]) },
      NativeFunctionSpec("__hash__(self, /)", "Return hash(self).") { t, a throws(Raised) in try hash(t, a[0]) },
      NativeFunctionSpec("__eq__(self, value, /)", "Return self==value.") { t, a throws(Raised) in try equals(t, a[0], a[1]) },
      NativeFunctionSpec("__call__(self, /, *args, **kwargs)", "Call self as a function.") { t, a throws(Raised) in try call(t, a) },
      NativeFunctionSpec("__getitem__(self, key, /)", "Return self[key].") { t, a throws(Raised) in try subscripted(t, a[0], a[1]) },
      NativeFunctionSpec("__getattribute__(self, name, /)", "Return getattr(self, name).") { t, a throws(Raised) in
        do throws(Raised) { return try attribute(t, a[0], a[1]) } catch {
          t.restoreAttributeName(a[1])
          throw error
        }
      },
      NativeFunctionSpec("__mro_entries__(self, bases, /)") { t, a throws(Raised) in try entries(t, a[0], a[1]) },
      NativeFunctionSpec("__instancecheck__(self, instance, /)") { t, _ throws(Raised) in
        throw t.raise(t.types.typeError, "isinstance() argument 2 cannot be a parameterized generic")
      },
      NativeFunctionSpec("__subclasscheck__(self, cls, /)") { t, _ throws(Raised) in
        throw t.raise(t.types.typeError, "issubclass() argument 2 cannot be a parameterized generic")
      },
      NativeFunctionSpec("__iter__(self, /)", "Implement iter(self).") { t, a throws(Raised) in try unpacked(t, a[0]) },
      NativeFunctionSpec("__or__(self, value, /)", "Return self|value.") { t, a throws(Raised) in try UnionType.make(t, a[0], a[1]) },
      NativeFunctionSpec("__ror__(self, value, /)", "Return value|self.") { t, a throws(Raised) in try UnionType.make(t, a[1], a[0]) },
      NativeFunctionSpec("__dir__(self, /)", "Return the names of the origin's attributes and of the alias's own.") { t, a throws(Raised) in
        try directory(t, a[0])
      },
      NativeFunctionSpec("__reduce__(self, /)") { t, a throws(Raised) in
        try t.tuple(Value(t.typeOf(a[0])), try t.tuple(object(a[0]).origin, object(a[0]).arguments))
      },
    ],
    attributes: [
      NativeAttributeSpec("__origin__") { _, a throws(Raised) in object(a[0]).origin },
      NativeAttributeSpec("__args__") { _, a throws(Raised) in object(a[0]).arguments },
      NativeAttributeSpec("__parameters__", "Type variables in the GenericAlias.") { t, a throws(Raised) in try parameters(t, a[0]) },
      NativeAttributeSpec("__unpacked__") { _, a throws(Raised) in Value(object(a[0]).isStarred) },
      NativeAttributeSpec("__typing_unpacked_tuple_args__") { t, a throws(Raised) in unpackedArguments(t, a[0]) },
    ])

  /// What stands for an alias among the bases of a class: its origin; nothing for `Generic[...]` if another alias follows, which brings Generic.
  private static func entries(_ t: Thread, _ alias: Value, _ bases: Value) throws(Raised) -> Value {
    let origin = object(alias).origin
    guard origin == Value(t.types.generic), bases.isKind(.tuple) else { return try t.tuple(origin) }
    let items: Ref<TupleObject> = bases.unchecked()
    var isBehind = false
    for i in 0..<items.count {
      if items.items[i] == alias {
        isBehind = true
      } else if isBehind && isAlias(t, items.items[i]) {
        return t.interpreter.emptyTuple
      }
    }
    return try t.tuple(origin)
  }

  // MARK: Parts

  static func parameters(_ t: Thread, _ alias: Value) throws(Raised) -> Value {
    let known = object(alias).parameters
    if !known.isNull { return known }
    let found = try TypeParameters.collect(t, object(alias).arguments)
    object(alias).parameters = found
    return found
  }

  private static func unpackedArguments(_ t: Thread, _ alias: Value) -> Value {
    let isTuple = object(alias).origin == Value(t.types.tuple)
    return object(alias).isStarred && isTuple ? object(alias).arguments : .none
  }

  private static func hash(_ t: Thread, _ alias: Value) throws(Raised) -> Value {
    let origin = try t.hash(object(alias).origin)
    let arguments = try t.hash(object(alias).arguments)
    return try t.int(origin ^ arguments)
  }

  private static func equals(_ t: Thread, _ a: Value, _ b: Value) throws(Raised) -> Value {
    guard isAlias(t, b) else { return .notImplemented }
    if object(a).isStarred != object(b).isStarred { return .false }
    let sameOrigin = try t.equals(object(a).origin, object(b).origin)
    if !sameOrigin { return .false }
    return Value(try t.equals(object(a).arguments, object(b).arguments))
  }

  /// Makes an instance of the origin; it remembers the alias if it can.
  private static func call(_ t: Thread, _ a: Slots) throws(Raised) -> Value {
    let instance = try t.call(object(a[0]).origin, tuple: a[1], dict: a[2])
    do throws(Raised) { try t.setAttribute(instance, .__orig_class__, a[0]) } catch {
      guard t.matches(t.exception, t.types.attributeError) || t.matches(t.exception, t.types.typeError) else { throw error }
      _ = t.takeException()
    }
    return instance
  }

  private static let own: [StaticString] = [
    "__class__", "__origin__", "__args__", "__unpacked__", "__parameters__", "__typing_unpacked_tuple_args__", "__mro_entries__", "__reduce_ex__",
    "__reduce__", "__copy__", "__deepcopy__", "__bases__",
  ]

  /// Everything but a few names is an attribute of the origin.
  private static func attribute(_ t: Thread, _ alias: Value, _ name: Value) throws(Raised) -> Value {
    let name = try t.checkedAttributeName(name)
    if t.has(.aliasClaimsType), name == t.name(.__class__) {
      return try t.getAttribute(try t.getAttribute(alias, t.name(.__origin__)), name)
    }
    if t.has(.aliasSharesBases), name == t.name(.__bases__) { return try t.getAttribute(object(alias).origin, name) }
    for candidate in own where t.strEquals(name, try t.intern(candidate)) {
      let generic = try t.getAttribute(Value(t.types.object), .__getattribute__)
      return try t.call(generic, alias, name)
    }
    return try t.getAttribute(object(alias).origin, name)
  }

  private static func directory(_ t: Thread, _ alias: Value) throws(Raised) -> Value {
    let dir = t.dictGet(t.interpreter.builtins, interned: try t.intern("dir"))
    let names: Value = try t.call(dir, object(alias).origin)
    guard names.isKind(.list) else { return names }
    for name in own {
      let text = try t.intern(name)
      if try !t.contains(names, text) { try t.append(names.unchecked(), text) }
    }
    return names
  }

  private static func unpacked(_ t: Thread, _ alias: Value) throws(Raised) -> Value {
    let starred = try make(t, t.typeOf(alias), object(alias).origin, object(alias).arguments, isStarred: true)
    return try t.iterator(of: try t.tuple(starred))
  }

  // MARK: Subscripts

  private static func subscripted(_ t: Thread, _ alias: Value, _ key: Value) throws(Raised) -> Value {
    let variables = try parameters(t, alias)
    if variables.unchecked(as: TupleObject.self).count == 0 { throw t.raise(.notAGenericClass, alias) }
    let arguments = try TypeParameters.substitute(t, alias, object(alias).arguments, variables, key)
    return try make(t, t.typeOf(alias), object(alias).origin, arguments, isStarred: object(alias).isStarred)
  }

  // MARK: Text

  private static func text(_ t: Thread, _ alias: Value) throws(Raised) -> Value {
    let items: Ref<TupleObject> = object(alias).arguments.unchecked()
    try t.enterRecursive(" while getting the repr of an object")
    defer { t.leaveRecursive() }
    var out = TextBuilder(t)
    if object(alias).isStarred { try out.append("*") }
    try appendArgument(t, object(alias).origin, to: &out)
    try out.append("[")
    if items.count == 0 { try out.append("()") }
    for i in 0..<items.count {
      if i > 0 { try out.append(", ") }
      try append(t, items.items[i], to: &out)
    }
    try out.append("]")
    return try out.finish()
  }

  /// An argument as it stands in an alias or union: what has a qualified name and a module, by these; a list of arguments in brackets; the repr
  /// of anything else.
  static func append(_ t: Thread, _ v: Value, to out: inout TextBuilder) throws(Raised) {
    guard v.isKind(.list), t.has(.listsInAliases) else { return try appendArgument(t, v, to: &out) }
    let items = try t.tuple(copying: v.unchecked(as: ListObject.self).slots).unchecked(as: TupleObject.self)
    try out.append("[")
    for i in 0..<items.count {
      if i > 0 { try out.append(", ") }
      try appendArgument(t, items.items[i], to: &out)
    }
    try out.append("]")
  }

  private static func appendArgument(_ t: Thread, _ v: Value, to out: inout TextBuilder) throws(Raised) {
    if v == .ellipsis { return try out.append("...") }
    if v == Value(t.types.none), t.has(.noneInAliases) { return try out.append("None") }
    if !v.isKind(.type) {
      let origin = try t.getAttributeOrNull(v, .__origin__)
      let arguments = origin.isNull ? Value.null : try t.getAttributeOrNull(v, .__args__)
      if !arguments.isNull { return try out.append(try t.repr(v)) }
    }
    let name = try t.getAttributeOrNull(v, .__qualname__)
    let module = name.isNull ? Value.null : try t.getAttributeOrNull(v, .__module__)
    if orNone(module).isNone { return try out.append(try t.repr(v)) }
    if !module.isKind(.str) || !t.strEquals(module, t.name(.builtins)) {
      try out.append(try t.str(of: module))
      try out.append(".")
    }
    try out.append(try t.str(of: name))
  }
}
