import Runtime

/// The tables of `object`.
enum ObjectType {
  static let spec = TypeSpec(
    "object",
    doc: """
      The base class of the class hierarchy.

      When called, it accepts no arguments and returns a new featureless
      instance that has no instance attributes and cannot be given any.

      """,
    functions: construction + accessors + comparisons + others, attributes: attributes)

  static let construction: [NativeFunctionSpec] = [
    .init("__new__(cls, /, *args, **kwargs)", "Create and return a new object.") { t, a throws(Raised) in
      try ObjectType.new(t, a[0].unchecked(), hasArguments: ObjectType.given(a[1], a[2]))
    },
    .init("__init__(self, /, *args, **kwargs)", "Initialize self.") { t, a throws(Raised) in
      if ObjectType.given(a[1], a[2]) { try ObjectType.checkExcessInit(t, t.typeOf(a[0])) }
      return .none
    },
    .init("__init_subclass__(cls, /)", "This method is called when a class is subclassed.", binding: .classMethod) { t, a throws(Raised) in .none },
    .init(
      "__subclasshook__(cls, subclass, /)", "Abstract classes can override this to customize issubclass().", binding: .classMethod
    ) { t, a throws(Raised) in .notImplemented },
  ]

  static let accessors: [NativeFunctionSpec] = [
    .init("__getattribute__(self, name, /)", "Return getattr(self, name).") { t, a throws(Raised) in
      let name = try t.checkedAttributeName(a[1])
      let found = try t.genericAttribute(a[0], t.typeOf(a[0]), name)
      if found.isNull {
        // A method's attributes are its own, then those of its function.
        if a[0].isKind(.boundMethod) {
          do throws(Raised) { return try t.getAttribute(a[0].unchecked(as: BoundMethodObject.self).function, a[1]) } catch {
            t.restoreAttributeName(a[1])
            throw error
          }
        }
        if a[0].isKind(.type) || a[0].isKind(.module) {
          let raised = t.raise(t.types.attributeError, "'%T' object has no attribute '%S'", a[0], name)
          t.annotateAttributeError(a[0], a[1])
          throw raised
        }
        throw t.attributeError(a[0], name, given: a[1])
      }
      return found
    },
    .init("__setattr__(self, name, value, /)", "Implement setattr(self, name, value).") { t, a throws(Raised) in
      try ObjectType.checkSetter(t, a[0], "__setattr__")
      do throws(Raised) {
        try t.standardSetAttribute(a[0], t.typeOf(a[0]), try t.checkedAttributeName(a[1]), a[2])
      } catch {
        t.restoreAttributeName(a[1])
        throw error
      }
      return .none
    },
    .init("__delattr__(self, name, /)", "Implement delattr(self, name).") { t, a throws(Raised) in
      try ObjectType.checkSetter(t, a[0], "__delattr__")
      do throws(Raised) {
        try t.standardSetAttribute(a[0], t.typeOf(a[0]), try t.checkedAttributeName(a[1]), .null)
      } catch {
        t.restoreAttributeName(a[1])
        try ObjectType.restoreName(t, a[1])
        ObjectType.nameDeleted(t, a[0], a[1])
        throw error
      }
      return .none
    },
    .init("__dir__(self, /)", "Default dir() implementation.") { t, a throws(Raised) in try ObjectType.directory(t, a[0]) },
  ]

  static let comparisons: [NativeFunctionSpec] = [
    .init("__eq__(self, value, /)", "Return self==value.") { t, a throws(Raised) in a[0] == a[1] ? .true : .notImplemented },
    .init("__ne__(self, value, /)", "Return self!=value.") { t, a throws(Raised) in try ObjectType.notEqual(t, a[0], a[1]) },
    .init("__lt__(self, value, /)", "Return self<value.") { t, a throws(Raised) in .notImplemented },
    .init("__le__(self, value, /)", "Return self<=value.") { t, a throws(Raised) in .notImplemented },
    .init("__gt__(self, value, /)", "Return self>value.") { t, a throws(Raised) in .notImplemented },
    .init("__ge__(self, value, /)", "Return self>=value.") { t, a throws(Raised) in .notImplemented },
    .init("__hash__(self, /)", "Return hash(self).") { t, a throws(Raised) in try t.int(t.hashOfIdentity(a[0])) },
  ]

  static let others: [NativeFunctionSpec] = [
    .init("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in try ObjectType.repr(t, a[0]) },
    .init("__str__(self, /)", "Return str(self).") { t, a throws(Raised) in try t.uncheckedRepr(a[0]) },
    .init("__format__(self, format_spec, /)", "Default object formatter.") { t, a throws(Raised) in
      guard a[1].isKind(.str) else { throw t.raise(t.types.typeError, "__format__() argument must be str, not %B", a[1]) }
      if a[1].unchecked(as: StrObject.self).count > 0 {
        throw t.raise(t.types.typeError, "unsupported format string passed to %T.__format__", a[0])
      }
      return try t.str(of: a[0])
    },
    .init("__getstate__(self, /)", "Helper for pickle.") { t, a throws(Raised) in try ObjectType.state(t, a[0]) },
    .init("__reduce__(self, /)", "Helper for pickle.") { t, a throws(Raised) in try ObjectType.reduce(t, a[0], 0) },
    .init("__reduce_ex__(self, protocol, /)", "Helper for pickle.") { t, a throws(Raised) in
      let own = t.lookupSpecial(a[0], .__reduce__)
      if own != t.lookup(t.types.object, .__reduce__) { return try t.callSpecial(own, a[0]) }
      return try ObjectType.reduce(t, a[0], try t.asIndex(a[1]))
    },
    .init("__sizeof__(self, /)", "Size of object in memory, in bytes.") { t, a throws(Raised) in try t.int(t.typeOf(a[0]).basicSize) },
  ]

  static let attributes: [NativeAttributeSpec] = [
    .init("__class__", "the object's class", get: { t, a throws(Raised) in Value(t.typeOf(a[0])) },
      set: { t, a throws(Raised) in try ObjectType.setClass(t, a[0], a[1]) })
  ]
}

extension ObjectType {
  static func given(_ args: Value, _ keywords: Value) -> Bool {
    args.unchecked(as: TupleObject.self).count > 0 || keywords.unchecked(as: DictObject.self).count > 0
  }

  /// Arguments that nobody takes are an error, told by whichever of `__new__` and `__init__` the class overrides.
  static func new(_ t: Thread, _ type: Ref<TypeObject>, hasArguments: Bool) throws(Raised) -> Value {
    if hasArguments && !ignoresArguments(t, type) {
      if t.lookup(type, .__new__) != t.lookup(t.types.object, .__new__) {
        throw t.raise(t.types.typeError, "object.__new__() takes exactly one argument (the type to instantiate)")
      }
      if t.lookup(type, .__init__) == t.lookup(t.types.object, .__init__) {
        throw t.raise(t.types.typeError, "%N() takes no arguments", Value(type))
      }
    }
    if type.flags.contains(.abstract) && !ignoresArguments(t, type) { throw try abstractError(t, type) }
    if type.flags.contains(.bare) { return Value(try t.allocateInstance(type, ObjectHeader.self, kind: type.instanceKind, tracedWords: 0)) }
    guard type.instanceKind == .instance else { throw t.raise(t.types.typeError, "cannot create '%S' instances", type.name) }
    return Value(try t.makeInstance(type))
  }

  /// Whether a class that `object.__new__` should not make is made: arguments that nobody takes and abstract methods are no error.
  private static func ignoresArguments(_ t: Thread, _ type: Ref<TypeObject>) -> Bool {
    type.flags.contains(.bare) && t.has(.streamBasesTakeArguments)
  }

  static func checkExcessInit(_ t: Thread, _ type: Ref<TypeObject>) throws(Raised) {
    if ignoresArguments(t, type) { return }
    if t.lookup(type, .__init__) != t.lookup(t.types.object, .__init__) {
      throw t.raise(t.types.typeError, "object.__init__() takes exactly one argument (the instance to initialize)")
    }
    if t.lookup(type, .__new__) == t.lookup(t.types.object, .__new__), !hasNoConstructor(type) {
      throw t.raise(t.types.typeError, "%S.__init__() takes exactly one argument (the instance to initialize)", type.name)
    }
  }

  /// An AttributeError whose only argument is the name has the very name that was given, not a plain str.
  static func restoreName(_ t: Thread, _ name: Value) throws(Raised) {
    guard t.exception.isKind(.exception), name.isKind(.str), name.object.type != t.types.str else { return }
    let exception: Ref<ExceptionObject> = t.exception.unchecked()
    let arguments: Ref<TupleObject> = exception.args.unchecked()
    guard exception.header.type == t.types.attributeError, arguments.count == 1, arguments.items[0].isKind(.str) else { return }
    if t.strEquals(arguments.items[0], name) { exception.args = try t.tuple(name) }
  }

  /// What has its attributes by shape tells `name` and `obj` of a missing one only where the name is an instance of a subclass of str.
  static func nameDeleted(_ t: Thread, _ v: Value, _ name: Value) {
    guard t.has(.namedStoreErrors), v.isKind(.instance), name.isKind(.str), name.object.type != t.types.str else { return }
    t.annotateAttributeError(v, name)
  }

  /// Whether CPython's type has no `tp_new`: iterators, views and what else native code alone makes.
  private static func hasNoConstructor(_ type: Ref<TypeObject>) -> Bool {
    type.flags.contains(.noConstructor) || !type.flags.contains(.heap) && type.instanceKind != .instance && !type.flags.contains(.bare)
  }

  private static func abstractError(_ t: Thread, _ type: Ref<TypeObject>) throws(Raised) -> Raised {
    let names: Ref<ListObject> = try t.list(from: try t.getAttribute(Value(type), .__abstractmethods__))
    try t.sort(names, key: .none, reverse: false)
    var text = TextBuilder(t)
    for i in 0..<names.count {
      if i > 0 { try text.append(t.template(.abstractMethodSeparator)) }
      try text.append(names.items[i])
    }
    return t.raise(names.count == 1 ? .abstractClassWithMethod : .abstractClassWithMethods, type.name, try text.finish())
  }

  /// `object.__setattr__` may not be used to get around a type's own (the "Carlo Verre hack").
  static func checkSetter(_ t: Thread, _ v: Value, _ name: StaticString) throws(Raised) {
    guard v.isKind(.type) else { return }
    throw t.raise(t.types.typeError, "can't apply this %S to %T object", try t.str(name), v)
  }

  static func notEqual(_ t: Thread, _ a: Value, _ b: Value) throws(Raised) -> Value {
    let equal = t.lookupSpecial(a, .__eq__)
    if equal.isNull { return .notImplemented }
    let result = try t.callSpecial(equal, a, b)
    return result == .notImplemented ? result : Value(!(try t.truth(result)))
  }

  static func repr(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    var text = TextBuilder(t)
    try t.appendObjectRepr(v, to: &text)
    return try text.finish()
  }

  /// Names of the instance's attributes and those of its class and bases.
  static func directory(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    let names = try t.dict()
    let own = try t.getAttributeOrNull(v, .__dict__)
    if own.isKind(.dict) { try addKeys(t, own.unchecked(), to: names) }
    let claimed = try t.getAttributeOrNull(v, .__class__)
    if claimed.isKind(.type) {
      let fromClass: Ref<ListObject> = try TypeType.directory(t, claimed.unchecked()).unchecked()
      for i in 0..<fromClass.count { try t.dictSet(names, fromClass.items[i], .none) }
    }
    let result = try t.list()
    var position = 0
    while let entry = t.dictNext(names, &position) { try t.append(result, entry.key) }
    return Value(result)
  }

  private static func addKeys(_ t: Thread, _ source: Ref<DictObject>, to names: Ref<DictObject>) throws(Raised) {
    var position = 0
    while let entry = t.dictNext(source, &position) { try t.dictSet(names, entry.key, .none) }
  }

  /// The instance's `__dict__`, with the values of `__slots__` members as a second item where there are any; None if there is nothing.
  static func state(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    let own = try t.getAttributeOrNull(v, .__dict__)
    let dict = own.isKind(.dict) && own.unchecked(as: DictObject.self).count > 0 ? own : Value.none
    let members = try t.memberValues(v)
    if members.count == 0 { return own.isKind(.dict) && own.unchecked(as: DictObject.self).count > 0 ? own : .none }
    return try t.tuple(dict, Value(members))
  }

  /// What `copyreg` makes of the object.
  static func reduce(_ t: Thread, _ v: Value, _ version: Int) throws(Raised) -> Value {
    let copyreg = try t.importModule(try t.intern("copyreg"))
    let function = try t.getAttribute(copyreg, try t.intern(version >= 2 ? "__reduce_object__" : "_reduce_ex"))
    return try t.call(function, v, try t.int(version))
  }

  static func setClass(_ t: Thread, _ v: Value, _ value: Value) throws(Raised) -> Value {
    if value.isNull { throw t.raise(t.types.typeError, "can't delete __class__ attribute") }
    guard value.isKind(.type) else {
      throw t.raise(t.types.typeError, "__class__ must be set to a class, not '%T' object", value)
    }
    try t.changeClass(v, to: value.unchecked())
    return .none
  }
}

extension Thread {
  /// The state that the `__reduce__` of containers gives: what `__getstate__` returns; up to 3.10, `__dict__` or None.
  public func reducedState(of v: Value) throws(Raised) -> Value {
    if has(.stateByMethod) { return try callMethod(v, .__getstate__) }
    let own = try getAttributeOrNull(v, .__dict__)
    return own.isNull ? .none : own
  }
}
