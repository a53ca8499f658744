import Builtins
import Runtime

/// `typing.List`, `typing.Optional`, `typing.Self` and the like: what stands for a type or makes one when subscripted.
struct SpecialFormObject: NativeLayout {
  enum Rule: UInt8 {
    /// No subscript: Self, Never.
    case plain
    /// Stands for a class: List, Iterable. `origin` is the class.
    case alias, tuple, callable
    case optional, union, literal, annotated
    /// Takes one type: ClassVar, Final, Required.
    case single
    /// Takes any number: Concatenate.
    case many
  }
  var header: ObjectHeader
  var name: Value
  /// The class it stands for; null for the others.
  var origin: Value
  var rule: Rule
  static let tracedWords = 2
}

extension Ref where T == SpecialFormObject {
  @inline(__always) var name: Value { get { layout.name } nonmutating set { layout.name = newValue } }
  @inline(__always) var origin: Value { get { layout.origin } nonmutating set { layout.origin = newValue } }
  @inline(__always) var rule: SpecialFormObject.Rule { get { layout.rule } nonmutating set { layout.rule = newValue } }
}

/// `typing.List[int]`: a special form with arguments.
struct TypingAliasObject: NativeLayout {
  var header: ObjectHeader
  var form: Ref<SpecialFormObject>
  /// `__origin__`
  var origin: Value
  /// `__args__`: a tuple.
  var arguments: Value
  /// `__metadata__` of Annotated: a tuple; else null.
  var metadata: Value
  static let tracedWords = 4
}

extension Ref where T == TypingAliasObject {
  @inline(__always) var form: Ref<SpecialFormObject> { get { layout.form } nonmutating set { layout.form = newValue } }
  @inline(__always) var origin: Value { get { layout.origin } nonmutating set { layout.origin = newValue } }
  @inline(__always) var arguments: Value { get { layout.arguments } nonmutating set { layout.arguments = newValue } }
  @inline(__always) var metadata: Value { get { layout.metadata } nonmutating set { layout.metadata = newValue } }
}

extension Typing {
  static let specialForm = TypeSpec(
    "typing._SpecialForm",
    functions: [
      NativeFunctionSpec("__repr__(self, /)") { t, a throws(Raised) in
        try t.text("typing.%S", a.object(0, SpecialFormObject.self).name)
      },
      NativeFunctionSpec("__getitem__(self, parameters, /)") { t, a throws(Raised) in try apply(t, a.object(), a[1]) },
      NativeFunctionSpec("__call__(self, /, *args, **kwds)") { t, a throws(Raised) in
        let me = a.object(0, SpecialFormObject.self)
        if me.origin.isNull { throw t.raise(t.types.typeError, "Cannot instantiate typing.%S", me.name) }
        throw t.raise(t.types.typeError, "Type %S cannot be instantiated; use %N() instead", me.name, me.origin)
      },
      NativeFunctionSpec("__mro_entries__(self, bases, /)") { t, a throws(Raised) in
        let me = a.object(0, SpecialFormObject.self)
        if me.origin.isNull { throw t.raise(t.types.typeError, "Cannot subclass typing.%S", me.name) }
        return try t.tuple(me.origin)
      },
      NativeFunctionSpec("__or__(self, value, /)") { t, a throws(Raised) in try union(t, try t.tuple(a[0], a[1])) },
      NativeFunctionSpec("__ror__(self, value, /)") { t, a throws(Raised) in try union(t, try t.tuple(a[1], a[0])) },
      NativeFunctionSpec("__instancecheck__(self, obj, /)") { t, a throws(Raised) in
        let me = a.object(0, SpecialFormObject.self)
        if me.origin.isNull { throw t.raise(t.types.typeError, "typing.%S cannot be used with isinstance()", me.name) }
        return Value(try t.isInstance(a[1], ofClassInfo: me.origin))
      },
      NativeFunctionSpec("__subclasscheck__(self, cls, /)") { t, a throws(Raised) in
        let me = a.object(0, SpecialFormObject.self)
        if me.origin.isNull { throw t.raise(t.types.typeError, "typing.%S cannot be used with issubclass()", me.name) }
        return Value(try t.isSubclass(a[1], ofClassInfo: me.origin))
      },
    ],
    attributes: [
      NativeAttributeSpec("__name__") { _, a throws(Raised) in a.object(0, SpecialFormObject.self).name },
      NativeAttributeSpec("__qualname__") { _, a throws(Raised) in a.object(0, SpecialFormObject.self).name },
      NativeAttributeSpec("_name") { _, a throws(Raised) in a.object(0, SpecialFormObject.self).name },
      NativeAttributeSpec("__origin__") { t, a throws(Raised) in
        let origin = a.object(0, SpecialFormObject.self).origin
        if origin.isNull { throw t.attributeError(a[0], t.name(.__origin__)) }
        return origin
      },
    ])

  // MARK: Subscripts

  /// An argument of an alias: None means its type, a str a forward reference.
  private static func argument(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    if v.isNone { return Value(t.types.none) }
    return v.isKind(.str) ? try t.call(try named(t, "ForwardRef"), v) : v
  }

  /// A member of a union or an argument for a variable: a type, None or a forward reference (CPython: `_type_check`).
  static func checked(_ t: Thread, _ v: Value, _ message: StaticString) throws(Raised) -> Value {
    try checked(t, v, message: try t.str(message))
  }

  static func checked(_ t: Thread, _ v: Value, message: Value) throws(Raised) -> Value {
    let member = try argument(t, v)
    if member.isKind(.type) || v.isKind(.str) { return member }
    if t.has(.plainFormsAsTypes) {
      for name in ["Any", "LiteralString", "NoReturn", "Never", "Self", "TypeAlias"] as [StaticString] {
        if try isForm(t, name, member) { return member }
      }
    }
    for name in ["Generic", "Protocol"] as [StaticString] where try isForm(t, name, member) {
      throw t.raise(t.types.typeError, "Plain %S is not valid as type argument", member)
    }
    if t.has(.anyObjectAsType) ? t.typeOf(member) == t.types.tuple : !t.isCallable(member) && !isTypeVariable(t, member) {
      throw t.raise(t.types.typeError, "%S Got %S.", message, try shortRepr(t, member))
    }
    return member
  }

  /// Whether a value is equal to an attribute of the module, if there is one of the name.
  private static func isForm(_ t: Thread, _ name: StaticString, _ v: Value) throws(Raised) -> Bool {
    let form = try t.getAttributeOrNull(try t.importModule(t.name(.typing)), try t.intern(name))
    return form.isNull ? false : try t.equals(form, v)
  }

  private static func isTypeVariable(_ t: Thread, _ v: Value) -> Bool {
    let type = t.typeOf(v)
    return type == t.types.typeVar || type == t.types.paramSpec || type == t.types.paramSpecArgs || type == t.types.paramSpecKwargs
      || type == t.types.unionType
  }

  /// The first hundred characters of the repr.
  private static func shortRepr(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    let text: Ref<StrObject> = try t.repr(v).unchecked()
    return try t.substring(text, 0, min(text.count, 100))
  }

  private static func arguments(_ t: Thread, _ parameters: Value) throws(Raised) -> Value {
    let given = parameters.isKind(.tuple) ? parameters : try t.tuple(parameters)
    let result = try t.tuple(count: given.tupleSlots.count)
    for i in 0..<result.count { result.items[i] = try argument(t, given.tupleSlots[i]) }
    return Value(result)
  }

  private static func apply(_ t: Thread, _ me: Ref<SpecialFormObject>, _ parameters: Value) throws(Raised) -> Value {
    switch me.rule {
    case .plain: throw t.raise(t.types.typeError, "typing.%S is not subscriptable", me.name)
    case .alias, .tuple, .many: return try makeAlias(t, me, try arguments(t, parameters))
    case .single:
      if parameters.isKind(.tuple) { throw t.raise(t.types.typeError, "typing.%S accepts only single type.", me.name) }
      return try makeAlias(t, me, try arguments(t, parameters))
    case .literal: return try makeAlias(t, me, parameters.isKind(.tuple) ? parameters : try t.tuple(parameters))
    case .optional:
      if parameters.isKind(.tuple) { throw t.raise(t.types.typeError, "typing.Optional requires a single type.") }
      return try union(t, try t.tuple(parameters, .none))
    case .union:
      let given = parameters.isKind(.tuple) ? parameters : try t.tuple(parameters)
      if given.tupleSlots.count == 0 { throw t.raise(t.types.typeError, "Cannot take a Union of no types.") }
      return try union(t, given)
    case .annotated:
      guard parameters.isKind(.tuple), parameters.tupleSlots.count > 1 else {
        throw t.raise(
          t.types.typeError, "Annotated[...] should be used with at least two arguments (a type and an annotation).")
      }
      let alias = try makeAlias(t, me, try t.tuple(try argument(t, parameters.tupleSlots[0])))
      alias.unchecked(as: TypingAliasObject.self).metadata = try t.tuple(copying: parameters.tupleSlots.dropFirst())
      return alias
    case .callable: return try callable(t, me, parameters)
    }
  }

  private static func callable(_ t: Thread, _ me: Ref<SpecialFormObject>, _ parameters: Value) throws(Raised) -> Value {
    guard parameters.isKind(.tuple), parameters.tupleSlots.count == 2 else {
      throw t.raise(t.types.typeError, "Callable must be used as Callable[[arg, ...], result].")
    }
    let (given, result) = (parameters.tupleSlots[0], try argument(t, parameters.tupleSlots[1]))
    guard given.isKind(.list) else { return try makeAlias(t, me, try t.tuple(given, result)) }
    let all = try t.list()
    for i in 0..<given.unchecked(as: ListObject.self).count {
      try t.append(all, try argument(t, given.unchecked(as: ListObject.self).items[i]))
    }
    try t.append(all, result)
    return try makeAlias(t, me, try t.tuple(copying: all.slots))
  }

  static func makeAlias(_ t: Thread, _ form: Ref<SpecialFormObject>, _ arguments: Value) throws(Raised) -> Value {
    let me = try t.make(TypingAliasObject.self, t.typeNamed("typing._GenericAlias"))
    me.form = form
    me.origin = form.origin.isNull ? Value(form) : form.origin
    if form.rule == .annotated { me.origin = arguments.tupleSlots[0] }
    me.arguments = arguments
    return Value(me)
  }

  static func isAlias(_ t: Thread, _ v: Value) -> Bool { v.isObject && v.object.type == t.typeNamed("typing._GenericAlias") }

  /// `Union[...]`: nested unions are taken apart, duplicates dropped; one type alone is itself.
  static func union(_ t: Thread, _ members: Value) throws(Raised) -> Value {
    for i in 0..<members.tupleSlots.count { try checkHash(t, members.tupleSlots[i]) }
    if t.has(.unionIsTypingUnion) { return try UnionType.make(t, members: members) }
    let flat = try t.list()
    for i in 0..<members.tupleSlots.count {
      let member = try checked(t, members.tupleSlots[i], "Union[arg, ...]: each arg must be a type.")
      let isUnion = isAlias(t, member) && member.unchecked(as: TypingAliasObject.self).form.rule == .union
      if isUnion || t.isInstance(member, of: t.types.unionType) {
        let inner = try t.tupleAttribute(member, .__args__)
        for k in 0..<inner.count { try appendNew(t, flat, inner[k]) }
      } else {
        try appendNew(t, flat, member)
      }
    }
    if flat.count == 1 { return flat.items[0] }
    let form = try named(t, "Union")
    guard form.isKind(.record), form.object.type == t.typeNamed("typing._SpecialForm") else {
      throw t.raise(t.types.typeError, "typing.Union is not a special form")
    }
    return try makeAlias(t, form.unchecked(), try t.tuple(copying: flat.slots))
  }

  /// The members are looked up in a cache and put into a set, unless they have no hash.
  private static func checkHash(_ t: Thread, _ v: Value) throws(Raised) {
    do throws(Raised) { _ = try t.hash(v) } catch {
      guard t.matches(t.exception, t.types.typeError) else { throw error }
      _ = t.takeException()
    }
  }

  private static func appendNew(_ t: Thread, _ list: Ref<ListObject>, _ v: Value) throws(Raised) {
    for i in 0..<list.count {
      if try t.equals(list.items[i], v) { return }
    }
    try t.append(list, v)
  }
}
