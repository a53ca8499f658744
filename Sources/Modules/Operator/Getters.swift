import Runtime

/// itemgetter and attrgetter.
struct GetterObject: NativeLayout {
  var header: ObjectHeader
  /// tuple of what is fetched: keys, or for attrgetter tuples of the names of a dotted path.
  var items: Value
  static let tracedWords = 1
}

extension Ref where T == GetterObject {
  @inline(__always) var items: Value { get { layout.items } nonmutating set { layout.items = newValue } }
}

/// methodcaller(name, /, *args, **kwargs)
struct MethodCallerObject: NativeLayout {
  var header: ObjectHeader
  var name: Value
  /// tuple
  var arguments: Value
  /// dict
  var keywords: Value
  static let tracedWords = 3
}

extension Ref where T == MethodCallerObject {
  @inline(__always) var name: Value { get { layout.name } nonmutating set { layout.name = newValue } }
  @inline(__always) var arguments: Value { get { layout.arguments } nonmutating set { layout.arguments = newValue } }
  @inline(__always) var keywords: Value { get { layout.keywords } nonmutating set { layout.keywords = newValue } }
}

extension OperatorModule {
  static let itemgetter = TypeSpec(
    "operator.itemgetter", doc: "Return a callable object that fetches the given item(s) from its operand.",
    functions: [
      NativeFunctionSpec("__new__(cls, /, *items)", "Make a new object.") { t, a throws(Raised) in
        if a[1].tupleSlots.count == 0 { throw t.raise(t.types.typeError, "itemgetter expected 1 argument, got 0") }
        let me = try t.make(GetterObject.self, a[0])
        me.items = a[1]
        return Value(me)
      },
      NativeFunctionSpec("__call__(self, /, *args, **kwargs)", "Call self as a function.") { t, a throws(Raised) in
        let operand = try onlyArgument(t, a, "itemgetter expected 1 argument, got %S")
        let items = a.object(0, GetterObject.self).items.tupleSlots
        if items.count == 1 { return try t.getItem(operand, items[0]) }
        let result = try t.tuple(count: items.count)
        for i in 0..<items.count { result.items[i] = try t.getItem(operand, items[i]) }
        return Value(result)
      },
      NativeFunctionSpec("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in
        try callText(t, a[0], "operator.itemgetter", a.object(0, GetterObject.self).items, .null)
      },
      NativeFunctionSpec("__reduce__(self, /)", "Return state information for pickling") { t, a throws(Raised) in
        try t.tuple(Value(t.typeOf(a[0])), a.object(0, GetterObject.self).items)
      },
    ],
    attributes: getterAttributes)

  static let attrgetter = TypeSpec(
    "operator.attrgetter", doc: "Return a callable object that fetches the given attribute(s) from its operand.",
    functions: [
      NativeFunctionSpec("__new__(cls, /, *attrs)", "Make a new object.") { t, a throws(Raised) in
        let names = a[1].tupleSlots
        if names.count == 0 { throw t.raise(t.types.typeError, "attrgetter expected 1 argument, got 0") }
        let paths = try t.tuple(count: names.count)
        for i in 0..<names.count {
          guard names[i].isKind(.str) else { throw t.raise(t.types.typeError, "attribute name must be a string") }
          paths.items[i] = try attributePath(t, names[i])
        }
        let me = try t.make(GetterObject.self, a[0])
        me.items = Value(paths)
        return Value(me)
      },
      NativeFunctionSpec("__call__(self, /, *args, **kwargs)", "Call self as a function.") { t, a throws(Raised) in
        let operand = try onlyArgument(t, a, "attrgetter expected 1 argument, got %S")
        let paths = a.object(0, GetterObject.self).items.tupleSlots
        if paths.count == 1 { return try follow(t, operand, paths[0]) }
        let result = try t.tuple(count: paths.count)
        for i in 0..<paths.count { result.items[i] = try follow(t, operand, paths[i]) }
        return Value(result)
      },
      NativeFunctionSpec("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in
        try callText(t, a[0], "operator.attrgetter", try dottedNames(t, a.object(0, GetterObject.self).items), .null)
      },
      NativeFunctionSpec("__reduce__(self, /)", "Return state information for pickling") { t, a throws(Raised) in
        try t.tuple(Value(t.typeOf(a[0])), try dottedNames(t, a.object(0, GetterObject.self).items))
      },
    ],
    attributes: getterAttributes)

  static let methodcaller = TypeSpec(
    "operator.methodcaller", doc: "Return a callable object that calls the given method on its operand.",
    functions: [
      NativeFunctionSpec("__new__(cls, /, *args, **kwargs)", "Make a new object.") { t, a throws(Raised) in
        let arguments = a[1].tupleSlots
        if arguments.count == 0 { throw t.raise(t.types.typeError, "methodcaller needs at least one argument, the method name") }
        guard arguments[0].isKind(.str) else { throw t.raise(t.types.typeError, "method name must be a string") }
        let rest = try t.tuple(copying: arguments.dropFirst())
        let me = try t.make(MethodCallerObject.self, a[0])
        me.name = try t.checkedAttributeName(arguments[0])
        me.arguments = rest
        me.keywords = a[2]
        return Value(me)
      },
      NativeFunctionSpec("__call__(self, /, *args, **kwargs)", "Call self as a function.") { t, a throws(Raised) in
        let operand = try onlyArgument(t, a, "methodcaller expected 1 argument, got %S")
        let me = a.object(0, MethodCallerObject.self)
        return try t.call(try t.getAttribute(operand, me.name), tuple: me.arguments, dict: me.keywords)
      },
      NativeFunctionSpec("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in
        let me = a.object(0, MethodCallerObject.self)
        let arguments = me.arguments.tupleSlots
        let all = try t.tuple(count: arguments.count + 1)
        all.items[0] = me.name
        for i in 0..<arguments.count { all.items[i + 1] = arguments[i] }
        return try callText(t, a[0], "operator.methodcaller", Value(all), me.keywords)
      },
      NativeFunctionSpec("__reduce__(self, /)", "Return state information for pickling") { t, a throws(Raised) in
        let me = a.object(0, MethodCallerObject.self)
        if me.keywords.isKind(.dict), me.keywords.unchecked(as: DictObject.self).count > 0 {
          let bound = try t.call(try Functools.attribute(t, "partial"), tuple: t.tuple(Value(t.typeOf(a[0])), me.name), dict: me.keywords)
          return try t.tuple(bound, me.arguments)
        }
        let arguments = me.arguments.tupleSlots
        let all = try t.tuple(count: arguments.count + 1)
        all.items[0] = me.name
        for i in 0..<arguments.count { all.items[i + 1] = arguments[i] }
        return try t.tuple(Value(t.typeOf(a[0])), Value(all))
      },
    ],
    attributes: getterAttributes)

  /// What CPython keeps in each object of these types.
  private static let getterAttributes: [NativeAttributeSpec] = [
    NativeAttributeSpec("__text_signature__", "The signature of a call.") { t, _ throws(Raised) in try t.str("(obj, /)") },
    NativeAttributeSpec("__vectorcalloffset__", "Where the address of the function for calls lies.") { _, _ throws(Raised) in Value(small: 0) },
  ]

  private static func onlyArgument(_ t: Thread, _ a: Slots, _ message: StaticString) throws(Raised) -> Value {
    let slots = a[1].tupleSlots
    if a[2].unchecked(as: DictObject.self).count > 0 {
      throw t.raise(t.types.typeError, "%S() takes no keyword arguments", nativeName(t, a[0]))
    }
    if slots.count != 1 { throw t.raise(t.types.typeError, message, try t.int(slots.count)) }
    return slots[0]
  }

  /// The name of the native type that `me` is an instance of, perhaps of a subclass.
  private static func nativeName(_ t: Thread, _ me: Value) -> Value {
    var type = t.typeOf(me)
    while type.flags.contains(.heap) && !type.base.isNone { type = type.base }
    return type.name
  }

  private static func attributePath(_ t: Thread, _ name: Value) throws(Raised) -> Value {
    let parts = try t.list(from: try t.callMethod(name, .split, try t.str(".")))
    let path = try t.tuple(count: parts.count)
    for i in 0..<parts.count { path.items[i] = try t.checkedAttributeName(parts.items[i]) }
    return Value(path)
  }

  private static func follow(_ t: Thread, _ operand: Value, _ path: Value) throws(Raised) -> Value {
    var value = operand
    let names = path.tupleSlots
    for i in 0..<names.count { value = try t.getAttribute(value, names[i]) }
    return value
  }

  private static func dottedNames(_ t: Thread, _ paths: Value) throws(Raised) -> Value {
    let items = paths.tupleSlots
    let names = try t.tuple(count: items.count)
    let dot = try t.str(".")
    for i in 0..<items.count { names.items[i] = try t.callMethod(dot, .join, items[i]) }
    return Value(names)
  }

  /// `name(argument, ..., keyword=value, ...)`; keywords is a dict or null.
  static func callText(_ t: Thread, _ me: Value, _ name: StaticString, _ arguments: Value, _ keywords: Value) throws(Raised) -> Value {
    guard try t.enterRepr(me) else { return try t.text("%S(...)", try t.str(name)) }
    defer { t.leaveRepr(me) }
    let parts = try t.list()
    let items = arguments.tupleSlots
    for i in 0..<items.count { try t.append(parts, try t.repr(items[i])) }
    if !keywords.isNull {
      let dict = keywords.unchecked(as: DictObject.self)
      var position = 0
      while let entry = t.dictNext(dict, &position) { try t.append(parts, try t.text("%S=%R", entry.key, entry.value)) }
    }
    return try t.text("%S(%S)", try t.str(name), try t.callMethod(try t.str(", "), .join, Value(parts)))
  }
}
