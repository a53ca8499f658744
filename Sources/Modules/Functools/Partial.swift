import Runtime

/// partial(func, /, *args, **keywords)
struct PartialObject: NativeLayout {
  var header: ObjectHeader
  var function: Value
  /// tuple
  var arguments: Value
  /// dict
  var keywords: Value
  static let tracedWords = 3
}

extension Ref where T == PartialObject {
  @inline(__always) var function: Value { get { layout.function } nonmutating set { layout.function = newValue } }
  @inline(__always) var arguments: Value { get { layout.arguments } nonmutating set { layout.arguments = newValue } }
  @inline(__always) var keywords: Value { get { layout.keywords } nonmutating set { layout.keywords = newValue } }
}

/// What cmp_to_key returns: a key of `object`, or, while that is null, the function that makes keys.
struct KeyObject: NativeLayout {
  var header: ObjectHeader
  var compare: Value
  var object: Value
  static let tracedWords = 2
}

extension Ref where T == KeyObject {
  @inline(__always) var compare: Value { get { layout.compare } nonmutating set { layout.compare = newValue } }
  @inline(__always) var object: Value { get { layout.object } nonmutating set { layout.object = newValue } }
}

extension Functools {
  static let partial = TypeSpec(
    "functools.partial", doc: "Create a new function with partial application of the given arguments and keywords.",
    functions: [
      NativeFunctionSpec("__new__(cls, /, *args, **kwargs)", "Make a new object.") { t, a throws(Raised) in
        let given = a[1].tupleSlots
        if given.count == 0 { throw t.raise(t.types.typeError, "type 'partial' takes at least one argument") }
        if !t.isCallable(given[0]) { throw t.raise(t.types.typeError, "the first argument must be callable") }
        return try makePartial(t, a[0].unchecked(), given[0], given.dropFirst(), a[2].unchecked())
      },
      NativeFunctionSpec("__call__(self, /, *args, **kwargs)", "Call self as a function.") { t, a throws(Raised) in
        try callPartial(t, a.object(0, PartialObject.self), a[1], a[2])
      },
      NativeFunctionSpec("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in try textOfPartial(t, a[0]) },
      NativeFunctionSpec("__reduce__(self, /)", "Return state information for pickling.") { t, a throws(Raised) in
        let me = a.object(0, PartialObject.self)
        let own = t.dictWord(of: a[0])?.pointee ?? .null
        let state = try t.tuple(count: 4)
        state.items[0] = me.function
        state.items[1] = me.arguments
        state.items[2] = me.keywords
        state.items[3] = own.isNull ? .none : own
        return try t.tuple(Value(t.typeOf(a[0])), try t.tuple(me.function), Value(state))
      },
      NativeFunctionSpec("__setstate__(self, state, /)", "Set state information for unpickling.") { t, a throws(Raised) in
        try setState(t, a[0], a[1])
        return .none
      },
      NativeFunctionSpec("__get__(self, instance, owner=None, /)", "Return an attribute of instance, which is of type owner.") { t, a throws(Raised) in
        if a[1].isNone, a[2].isNone { throw t.raise(t.types.typeError, "__get__(None, None) is invalid") }
        if a[1].isNone { return a[0] }
        if t.has(.partialBinds) { return try t.makeBoundMethod(a[0], a[1]) }
        try t.warn(
          t.types.futureWarning,
          "functools.partial will be a method descriptor in future Python versions; wrap it in staticmethod() if you want to preserve the old behavior"
        )
        return a[0]
      },
      classGetItem,
    ],
    attributes: [
      NativeAttributeSpec("func", "function object to use in future partial calls") { _, a throws(Raised) in a.object(0, PartialObject.self).function },
      NativeAttributeSpec("args", "tuple of arguments to future partial calls") { _, a throws(Raised) in a.object(0, PartialObject.self).arguments },
      NativeAttributeSpec("keywords", "dictionary of keyword arguments to future partial calls") { _, a throws(Raised) in
        a.object(0, PartialObject.self).keywords
      },
      NativeAttributeSpec("__vectorcalloffset__", "Where the address of the function for calls lies.") { _, _ throws(Raised) in Value(small: 0) },
      dictAttribute,
    ])

  private static func callPartial(_ t: Thread, _ me: Ref<PartialObject>, _ given: Value, _ named: Value) throws(Raised) -> Value {
    let bound = me.arguments.tupleSlots
    var arguments = given
    if placeholders(t, bound) > 0 {
      arguments = try filled(t, bound, given.tupleSlots)
    } else if bound.count > 0 {
      arguments = try concatenate(t, bound, given.tupleSlots)
    }
    let keywords = me.keywords.unchecked(as: DictObject.self)
    if keywords.count == 0 { return try t.call(me.function, tuple: arguments, dict: named) }
    let merged = try t.dictCopy(keywords)
    try copyItems(t, named.unchecked(), to: merged)
    return try t.call(me.function, tuple: arguments, dict: Value(merged))
  }

  private static func textOfPartial(_ t: Thread, _ me: Value) throws(Raised) -> Value {
    guard try t.enterRepr(me) else { return try t.str("...") }
    defer { t.leaveRepr(me) }
    let object: Ref<PartialObject> = me.unchecked()
    let type = t.typeOf(me)
    var out = TextBuilder(t)
    if type == t.typeNamed("functools.partial") {
      try out.append("functools.partial")
    } else if t.has(.partialShownWithModule) {
      let module = try t.getAttribute(Value(type), .__module__)
      try out.append(try t.text("%S.%S", module, type.qualifiedName))
    } else {
      try out.append(type.name)
    }
    try out.append("(")
    try out.append(try t.repr(object.function))
    let arguments = object.arguments.tupleSlots
    for i in 0..<arguments.count {
      try out.append(", ")
      try out.append(try t.repr(arguments[i]))
    }
    var position = 0
    while let entry = t.dictNext(object.keywords.unchecked(), &position) { try out.append(try t.text(", %S=%R", entry.key, entry.value)) }
    try out.append(")")
    return try out.finish()
  }

  /// What `__reduce__` gave: function, arguments, keywords or None, `__dict__` or None.
  private static func setState(_ t: Thread, _ me: Value, _ state: Value) throws(Raised) {
    let isState = state.isKind(.tuple) && state.tupleSlots.count == 4
    guard isState, t.isCallable(state.tupleSlots[0]), state.tupleSlots[1].isKind(.tuple),
      state.tupleSlots[2].isNone || state.tupleSlots[2].isKind(.dict), state.tupleSlots[3].isNone || state.tupleSlots[3].isKind(.dict)
    else { throw t.raise(t.types.typeError, "invalid partial state") }
    let items = state.tupleSlots
    try refuseTrailing(t, items[1].tupleSlots)
    let object: Ref<PartialObject> = me.unchecked()
    object.function = items[0]
    object.arguments = try t.tuple(copying: items[1].tupleSlots)
    object.keywords = items[2].isNone ? Value(try t.dict()) : items[2]
    if object.keywords.object.type != t.types.dict { object.keywords = Value(try t.dictCopy(object.keywords.unchecked())) }
    if let word = t.dictWord(of: me) { word.pointee = items[3].isNone ? .null : items[3] }
  }

  static func makePartial(
    _ t: Thread, _ cls: Ref<TypeObject>, _ function: Value, _ arguments: Slots, _ keywords: Ref<DictObject>
  ) throws(Raised) -> Value {
    var function = function
    try refusePlaceholders(t, keywords)
    try refuseTrailing(t, arguments)
    var all = try t.tuple(copying: arguments)
    let merged = try t.dict()
    // A partial of a partial is one partial.
    if let inner = flattened(t, function) {
      function = inner.function
      let bound = inner.arguments.tupleSlots
      all = placeholders(t, bound) > 0 ? try filled(t, bound, arguments, keepsRest: true) : try concatenate(t, bound, arguments)
      try copyItems(t, inner.keywords.unchecked(), to: merged)
    }
    try copyItems(t, keywords, to: merged)
    let me = try t.make(PartialObject.self, cls)
    me.function = function
    me.arguments = all
    me.keywords = Value(merged)
    return Value(me)
  }

  /// A function that is a partial whose parts a partial of it takes over.
  private static func flattened(_ t: Thread, _ function: Value) -> Ref<PartialObject>? {
    guard function.isObject else { return nil }
    let type = t.typeNamed("functools.partial")
    guard t.has(.partialFlattensSubclasses) ? t.isInstance(function, of: type) : function.object.type == type else { return nil }
    return t.dictWord(of: function)?.pointee.isNull ?? true ? function.unchecked() : nil
  }

  static func copyItems(_ t: Thread, _ from: Ref<DictObject>, to: Ref<DictObject>) throws(Raised) {
    var position = 0
    while let entry = t.dictNext(from, &position) { try t.dictSet(to, entry.key, entry.value) }
  }

  static func concatenate(_ t: Thread, _ a: Slots, _ b: Slots) throws(Raised) -> Value {
    let result = try t.tuple(count: a.count + b.count)
    for i in 0..<a.count { result.items[i] = a[i] }
    for i in 0..<b.count { result.items[a.count + i] = b[i] }
    return Value(result)
  }

  // MARK: partialmethod

  static let partialMethod = TypeSpec(
    "functools.partialmethod", doc: "Method descriptor with partial application of the given arguments and keywords.",
    functions: [
      NativeFunctionSpec("__init__(self, func, /, *args, **keywords)", "Initialize self.") { t, a throws(Raised) in
        if !t.isCallable(a[1]) && t.lookupSpecial(a[1], .__get__).isNull {
          throw t.raise(.partialmethodOfOther, a[1])
        }
        try refusePlaceholders(t, a[3].unchecked())
        try refuseTrailing(t, a[2].tupleSlots)
        var (function, arguments, keywords) = (a[1], a[2], a[3])
        if t.isInstance(function, of: try attribute(t, "partialmethod").unchecked()) {
          let inner = function
          function = try t.getAttribute(inner, .func)
          arguments = try concatenate(t, t.tupleAttribute(inner, .args), arguments.tupleSlots)
          let merged = try t.dictCopy(t.dictAttribute(inner, .keywords))
          try copyItems(t, keywords.unchecked(), to: merged)
          keywords = Value(merged)
        }
        try t.setAttribute(a[0], .func, function)
        try t.setAttribute(a[0], .args, arguments)
        try t.setAttribute(a[0], .keywords, keywords)
        return .none
      },
      NativeFunctionSpec("__repr__(self)") { t, a throws(Raised) in
        var out = TextBuilder(t)
        let cls = Value(t.typeOf(a[0]))
        try out.append(try t.text("%S.%S", try t.getAttribute(cls, .__module__), try t.getAttribute(cls, .__qualname__)))
        try out.append("(")
        try out.append(try t.repr(try t.getAttribute(a[0], .func)))
        let arguments = try t.tupleAttribute(a[0], .args)
        let shown = try t.list()
        for i in 0..<arguments.count { try t.append(shown, try t.repr(arguments[i])) }
        let named = try t.list()
        var position = 0
        while let entry = t.dictNext(try t.dictAttribute(a[0], .keywords), &position) {
          try t.append(named, try t.text("%S=%R", entry.key, entry.value))
        }
        let comma = try t.str(", ")
        for part in [shown, named] where part.count > 0 || t.has(.partialmethodShowsEmptyParts) {
          try out.append(", ")
          try out.append(try t.callMethod(comma, .join, Value(part)))
        }
        try out.append(")")
        return try out.finish()
      },
      NativeFunctionSpec("__get__(self, obj, cls=None)") { t, a throws(Raised) in try bindPartialMethod(t, a[0], a[1], a[2]) },
      classGetItem,
    ],
    attributes: [
      NativeAttributeSpec("__isabstractmethod__") { t, a throws(Raised) in
        Value(try ABCModule.isAbstract(t, try t.getAttribute(a[0], .func)))
      }
    ])

  private static func bindPartialMethod(_ t: Thread, _ me: Value, _ object: Value, _ cls: Value) throws(Raised) -> Value {
    let function = try t.getAttribute(me, .func)
    let get = t.lookupSpecial(function, .__get__)
    let arguments = try t.tupleAttribute(me, .args)
    if !get.isNull {
      let bound = try t.callSpecial(get, function, object, cls)
      if bound != function {
        let keywords = try t.dictAttribute(me, .keywords)
        let result = try makePartial(t, t.typeNamed("functools.partial"), bound, arguments, keywords)
        let receiver = try t.getAttributeOrNull(bound, .__self__)
        if !receiver.isNull { try t.setAttribute(result, .__self__, receiver) }
        return result
      }
    }
    let method = try t.libraryFunction(
      unboundPartialMethod, me, qualifiedName: try t.intern("partialmethod._make_unbound_method.<locals>._method"),
      module: try t.intern("functools"))
    try t.setAttribute(method, .__isabstractmethod__, try t.getAttribute(me, .__isabstractmethod__))
    try t.setAttribute(method, try t.intern(t.has(.partialmethodByPublicName) ? "__partialmethod__" : "_partialmethod"), me)
    return object.isNone ? method : try t.makeBoundMethod(method, object)
  }

  private static let unboundPartialMethod = NativeFunctionSpec("_method(me, /, cls_or_self, *args, **keywords)") { t, a throws(Raised) in
    let first = try t.tuple(a[1])
    let bound = try concatenate(t, first.tupleSlots, try t.tupleAttribute(a[0], .args))
    let arguments = try concatenate(t, bound.tupleSlots, a[2].tupleSlots)
    let keywords = try t.dictCopy(t.dictAttribute(a[0], .keywords))
    try copyItems(t, a[3].unchecked(), to: keywords)
    return try t.call(try t.getAttribute(a[0], .func), tuple: arguments, dict: Value(keywords))
  }

  // MARK: cmp_to_key

  private static func compareKeys(_ t: Thread, _ a: Slots, _ op: CompareOperator) throws(Raised) -> Value {
    guard a[1].isObject, a[1].object.type == a[0].object.type else {
      throw t.raise(t.types.typeError, "other argument must be K instance")
    }
    let (x, y) = (a.object(0, KeyObject.self), a.object(1, KeyObject.self))
    if x.object.isNull || y.object.isNull { throw t.raise(t.types.attributeError, "object") }
    let result = try t.call(x.compare, x.object, y.object)
    if result.isSmallInt {
      let n = result.smallInt
      switch op {
      case .less: return Value(n < 0)
      case .lessOrEqual: return Value(n <= 0)
      case .equal: return Value(n == 0)
      case .notEqual: return Value(n != 0)
      case .greater: return Value(n > 0)
      case .greaterOrEqual: return Value(n >= 0)
      }
    }
    return try t.compare(op, result, Value(small: 0))
  }

  /// The one argument of a key function, which calls itself K.
  private static func keyArgument(_ t: Thread, _ a: Slots) throws(Raised) -> Value {
    let given = a[1].tupleSlots
    let keywords = a[2].unchecked(as: DictObject.self)
    let total = given.count + keywords.count
    if total > 1 { throw t.raise(t.types.typeError, "K() takes at most 1 argument (%S given)", try t.int(total)) }
    if given.count == 1 { return given[0] }
    let named = try t.dictGet(keywords, t.name(.obj))
    if named.isNull { throw t.raise(t.types.typeError, "K() missing required argument 'obj' (pos 1)") }
    return named
  }

  static let keyWrapper = TypeSpec(
    "functools.KeyWrapper",
    functions: [
      NativeFunctionSpec("__call__(self, /, *args, **kwargs)", "Call self as a function.") { t, a throws(Raised) in
        let object = try keyArgument(t, a)
        let key = try t.make(KeyObject.self, t.typeOf(a[0]))
        key.compare = a.object(0, KeyObject.self).compare
        key.object = object
        return Value(key)
      },
      NativeFunctionSpec("__lt__(self, value, /)", "Return self<value.") { t, a throws(Raised) in try compareKeys(t, a, .less) },
      NativeFunctionSpec("__le__(self, value, /)", "Return self<=value.") { t, a throws(Raised) in try compareKeys(t, a, .lessOrEqual) },
      NativeFunctionSpec("__eq__(self, value, /)", "Return self==value.") { t, a throws(Raised) in try compareKeys(t, a, .equal) },
      NativeFunctionSpec("__ne__(self, value, /)", "Return self!=value.") { t, a throws(Raised) in try compareKeys(t, a, .notEqual) },
      NativeFunctionSpec("__gt__(self, value, /)", "Return self>value.") { t, a throws(Raised) in try compareKeys(t, a, .greater) },
      NativeFunctionSpec("__ge__(self, value, /)", "Return self>=value.") { t, a throws(Raised) in try compareKeys(t, a, .greaterOrEqual) },
    ],
    attributes: [
      NativeAttributeSpec(
        "obj", "Value wrapped by a key function.",
        get: { t, a throws(Raised) in
          let object = a.object(0, KeyObject.self).object
          return object.isNull ? .none : object
        },
        set: { _, a throws(Raised) in
          a.object(0, KeyObject.self).object = a[1]
          return .none
        })
    ]
  ) { t, type throws(Raised) in try t.dictSet(type.dict, t.name(.__hash__), .none) }
}
