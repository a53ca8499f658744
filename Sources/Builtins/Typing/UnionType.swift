import Runtime

/// `int | str` (PEP 604; CPython: Objects/unionobject.c).
struct UnionObject: HeapCell {
  var header: ObjectHeader
  // traced
  /// tuple of different types, at least two.
  var arguments: Value
  /// tuple; null until asked.
  var parameters: Value

  static let tracedWords = 2
}

extension Ref where T == UnionObject {
  @inline(__always) var arguments: Value { get { layout.arguments } nonmutating set { layout.arguments = newValue } }
  @inline(__always) var parameters: Value { get { layout.parameters } nonmutating set { layout.parameters = newValue } }
}

public enum UnionType {
  static func object(_ v: Value) -> Ref<UnionObject> { v.unchecked(as: UnionObject.self) }

  static func isUnion(_ t: Thread, _ v: Value) -> Bool { v.isObject && v.object.type == t.types.unionType }

  private static func isMember(_ t: Thread, _ v: Value) -> Bool {
    v.isNone || v.isKind(.type) || GenericAliasType.isAlias(t, v) || isUnion(t, v) || t.isInstance(v, of: t.types.typeAliasType)
  }

  /// `a | b`, NotImplemented if one of them is no type.
  public static func make(_ t: Thread, _ a: Value, _ b: Value) throws(Raised) -> Value {
    if t.has(.unionIsTypingUnion), isUnion(t, a) || isUnion(t, b) {
      return try make(t, try t.tuple(try member(t, a), try member(t, b)).unchecked(as: TupleObject.self).slots)
    }
    guard isMember(t, a), isMember(t, b) else { return .notImplemented }
    return try make(t, try t.tuple(a, b).unchecked(as: TupleObject.self).slots)
  }

  /// Module typing looks at what is not known to be a type: a str is a forward reference.
  private static func member(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    if isMember(t, v) { return v }
    let check = try t.getAttribute(try t.importModule(t.name(.typing)), try t.intern("_type_check"))
    return try t.call(check, v, try t.str("Union[arg, ...]: each arg must be a type."))
  }

  /// The union of types: nested ones are taken apart, duplicates dropped; one type alone is itself.
  private static func make(_ t: Thread, _ members: Slots) throws(Raised) -> Value {
    let flat = try t.list()
    for i in 0..<members.count {
      if isUnion(t, members[i]) {
        let inner: Ref<TupleObject> = object(members[i]).arguments.unchecked()
        for k in 0..<inner.count { try appendNew(t, flat, inner.items[k]) }
      } else {
        try appendNew(t, flat, members[i].isNone ? Value(t.types.none) : members[i])
      }
    }
    if flat.count == 1 { return flat.items[0] }
    let arguments = try t.tuple(copying: flat.slots)
    let union: Ref<UnionObject> = try t.allocate(kind: .record, type: t.types.unionType, tracedWords: UnionObject.tracedWords)
    union.arguments = arguments
    return Value(union)
  }

  private static func appendNew(_ t: Thread, _ list: Ref<ListObject>, _ v: Value) throws(Raised) {
    // Where members are kept in a set, only those with equal hashes are compared.
    let hashes = t.has(.unionIsTypingUnion)
    var hash: Int?
    if hashes { hash = try hashOrNil(t, v) }
    var i = 0
    while i < list.count {
      let other = list.items[i]
      if hashes, other != v, try hashOrNil(t, other) != hash {
        i += 1
        continue
      }
      // An alias is a duplicate of an equal alias only.
      let comparable = GenericAliasType.isAlias(t, v) == GenericAliasType.isAlias(t, other)
      if comparable, try t.equals(other, v) { return }
      i += 1
    }
    try t.append(list, v)
  }

  /// nil if there is none.
  private static func hashOrNil(_ t: Thread, _ v: Value) throws(Raised) -> Int? {
    do throws(Raised) { return try t.hash(v) } catch {
      guard t.matches(t.exception, t.types.exception) else { throw error }
      _ = t.takeException()
      return nil
    }
  }

  /// `Union[a, b]`: of any objects.
  public static func make(_ t: Thread, members: Value) throws(Raised) -> Value {
    if t.typeOf(members) != t.types.tuple { return try make(t, members: try t.tuple(members)) }
    let given: Ref<TupleObject> = members.unchecked()
    if given.count == 0 { throw t.raise(t.types.typeError, "Cannot take a Union of no types.") }
    let checked = try t.list(copying: given.slots).unchecked(as: ListObject.self)
    for i in 0..<checked.count { checked.items[i] = try member(t, checked.items[i]) }
    return try make(t, checked.slots)
  }

  static let spec = TypeSpec(
    "types.UnionType", doc: "Represent a PEP 604 union type",
    functions: [
      NativeFunctionSpec("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in try text(t, a[0]) },
      NativeFunctionSpec("__hash__(self, /)", "Return hash(self).") { t, a throws(Raised) in
        try t.int(try t.hash(try t.call(Value(t.types.frozenset), object(a[0]).arguments)))
      },
      NativeFunctionSpec("__eq__(self, value, /)", "Return self==value.") { t, a throws(Raised) in try equals(t, a[0], a[1]) },
      NativeFunctionSpec("__mro_entries__(self, bases, /)", "Refuse to be a base class.") { t, a throws(Raised) in
        throw t.raise(t.types.typeError, "Cannot subclass %R", a[0])
      },
      NativeFunctionSpec("__or__(self, value, /)", "Return self|value.") { t, a throws(Raised) in try make(t, a[0], a[1]) },
      NativeFunctionSpec("__ror__(self, value, /)", "Return value|self.") { t, a throws(Raised) in try make(t, a[1], a[0]) },
      NativeFunctionSpec("__getitem__(self, key, /)", "Return self[key].") { t, a throws(Raised) in try subscripted(t, a[0], a[1]) },
      NativeFunctionSpec("__class_getitem__(cls, args, /)", binding: .classMethod) { t, a throws(Raised) in try make(t, members: a[1]) },
      NativeFunctionSpec("__instancecheck__(self, instance, /)") { t, a throws(Raised) in try check(t, a[0], a[1], isInstance: true) },
      NativeFunctionSpec("__subclasscheck__(self, cls, /)") { t, a throws(Raised) in try check(t, a[0], a[1], isInstance: false) },
    ],
    attributes: [
      NativeAttributeSpec("__module__") { t, _ throws(Raised) in t.types.unionType.nativeData },
      NativeAttributeSpec("__name__") { t, _ throws(Raised) in t.types.unionType.name },
      NativeAttributeSpec("__qualname__") { t, _ throws(Raised) in t.types.unionType.name },
      NativeAttributeSpec("__origin__") { t, _ throws(Raised) in Value(t.types.unionType) },
      NativeAttributeSpec("__args__") { _, a throws(Raised) in object(a[0]).arguments },
      NativeAttributeSpec("__parameters__", "Type variables in the types.UnionType.") { t, a throws(Raised) in try parameters(t, a[0]) },
    ])

  private static func parameters(_ t: Thread, _ union: Value) throws(Raised) -> Value {
    let known = object(union).parameters
    if !known.isNull { return known }
    let found = try TypeParameters.collect(t, object(union).arguments)
    object(union).parameters = found
    return found
  }

  private static func subscripted(_ t: Thread, _ union: Value, _ key: Value) throws(Raised) -> Value {
    let variables = try parameters(t, union)
    if variables.unchecked(as: TupleObject.self).count == 0 { throw t.raise(.notAGenericClass, union) }
    let arguments = try TypeParameters.substitute(t, union, object(union).arguments, variables, key)
    return try make(t, arguments.unchecked(as: TupleObject.self).slots)
  }

  private static func equals(_ t: Thread, _ a: Value, _ b: Value) throws(Raised) -> Value {
    guard isUnion(t, b) else { return .notImplemented }
    let left = try t.call(Value(t.types.set), object(a).arguments)
    let right = try t.call(Value(t.types.set), object(b).arguments)
    return Value(try t.equals(left, right))
  }

  private static func check(_ t: Thread, _ union: Value, _ v: Value, isInstance: Bool) throws(Raised) -> Value {
    let members: Ref<TupleObject> = object(union).arguments.unchecked()
    if t.has(.parameterizedGenericInUnion) {
      if !isInstance, !v.isKind(.type) { throw t.raise(t.types.typeError, "issubclass() arg 1 must be a class") }
      for i in 0..<members.count where GenericAliasType.isAlias(t, members.items[i]) {
        let function = try t.str(isInstance ? "isinstance" : "issubclass")
        throw t.raise(t.types.typeError, "%S() argument 2 cannot contain a parameterized generic", function)
      }
    }
    for i in 0..<members.count {
      let holds = try isInstance ? t.isInstance(v, ofClassInfo: members.items[i]) : t.isSubclass(v, ofClassInfo: members.items[i])
      if holds { return .true }
    }
    return .false
  }

  private static func text(_ t: Thread, _ union: Value) throws(Raised) -> Value {
    let items: Ref<TupleObject> = object(union).arguments.unchecked()
    var out = TextBuilder(t)
    for i in 0..<items.count {
      if i > 0 { try out.append(" | ") }
      if items.items[i] == Value(t.types.none) {
        try out.append("None")
      } else {
        // A list is not shown as the arguments of a callable.
        if items.items[i].isKind(.list) { try out.append(try t.repr(items.items[i])) } else { try GenericAliasType.append(t, items.items[i], to: &out) }
      }
    }
    return try out.finish()
  }
}
