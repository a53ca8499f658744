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
      NativeFunctionSpec("__new__(cls, /, *args, **kwargs)", binding: .staticMethod) { t, a throws(Raised) in
        let given = a[1].tupleSlots
        if given.count == 0 { throw t.raise(t.types.typeError, "type 'partial' takes at least one argument") }
        if !t.isCallable(given[0]) { throw t.raise(t.types.typeError, "the first argument must be callable") }
        return try makePartial(t, a[0].unchecked(), given[0], given.dropFirst(), a[2].unchecked())
      },
      NativeFunctionSpec("__call__(self, /, *args, **kwargs)", "Call self as a function.") { t, a throws(Raised) in
        let me = a.object(0, PartialObject.self)
        let bound = me.arguments.tupleSlots
        let arguments = bound.count == 0 ? a[1] : try concatenate(t, bound, a[1].tupleSlots)
        let keywords = me.keywords.unchecked(as: DictObject.self)
        if keywords.count == 0 { return try t.call(me.function, tuple: arguments, dict: a[2]) }
        let given = a[2].unchecked(as: DictObject.self)
        let merged = try t.dictCopy(keywords)
        try copyItems(t, given, to: merged)
        return try t.call(me.function, tuple: arguments, dict: Value(merged))
      },
      NativeFunctionSpec("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in
        let me = a.object(0, PartialObject.self)
        guard try t.enterRepr(a[0]) else { return try t.str("...") }
        defer { t.leaveRepr(a[0]) }
        var out = TextBuilder(t)
        let module = t.dictGet(t.typeOf(a[0]).dict, interned: t.name(.__module__))
        if !module.isNull {
          try out.append(try t.str(of: module))
          try out.append(".")
        }
        try out.append(t.typeOf(a[0]).qualifiedName)
        try out.append("(")
        try out.append(try t.repr(me.function))
        let arguments = me.arguments.tupleSlots
        for i in 0..<arguments.count {
          try out.append(", ")
          try out.append(try t.repr(arguments[i]))
        }
        var position = 0
        while let entry = t.dictNext(me.keywords.unchecked(), &position) {
          try out.append(try t.text(", %S=%R", entry.key, entry.value))
        }
        try out.append(")")
        return try out.finish()
      },
      NativeFunctionSpec("__reduce__(self, /)") { t, a throws(Raised) in
        let me = a.object(0, PartialObject.self)
        let state = try t.tuple(count: 4)
        state.items[0] = me.function
        state.items[1] = me.arguments
        state.items[2] = me.keywords
        state.items[3] = .none
        return try t.tuple(Value(t.typeOf(a[0])), try t.tuple(me.function), Value(state))
      },
      NativeFunctionSpec("__get__(self, instance, owner=None, /)", "Return an attribute of instance, which is of type owner.") { t, a throws(Raised) in
        if !a[1].isNone {
          try t.warn(
            t.types.futureWarning,
            "functools.partial will be a method descriptor in future Python versions; wrap it in staticmethod() if you want to preserve the old behavior"
          )
        }
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
      dictAttribute,
    ])

  static func makePartial(
    _ t: Thread, _ cls: Ref<TypeObject>, _ function: Value, _ arguments: Slots, _ keywords: Ref<DictObject>
  ) throws(Raised) -> Value {
    var function = function
    var all = try t.tuple(copying: arguments)
    let merged = try t.dict()
    // A partial of a partial is one partial.
    if function.isObject, function.object.type == t.typeNamed("functools.partial"), t.dictWord(of: function)?.pointee.isNull ?? true {
      let inner = function.unchecked(as: PartialObject.self)
      function = inner.function
      all = try concatenate(t, inner.arguments.tupleSlots, arguments)
      try copyItems(t, inner.keywords.unchecked(), to: merged)
    }
    try copyItems(t, keywords, to: merged)
    let me = try t.make(PartialObject.self, cls)
    me.function = function
    me.arguments = all
    me.keywords = Value(merged)
    return Value(me)
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
      NativeFunctionSpec("__init__(self, func, /, *args, **keywords)") { t, a throws(Raised) in
        if !t.isCallable(a[1]) && t.lookupSpecial(a[1], .__get__).isNull {
          throw t.raise(.partialmethodOfOther, a[1])
        }
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
        try out.append("functools.partialmethod(")
        try out.append(try t.repr(try t.getAttribute(a[0], .func)))
        let arguments = try t.tupleAttribute(a[0], .args)
        for i in 0..<arguments.count { try out.append(try t.text(", %R", arguments[i])) }
        var position = 0
        while let entry = t.dictNext(try t.dictAttribute(a[0], .keywords), &position) {
          try out.append(try t.text(", %S=%R", entry.key, entry.value))
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
    let method = try t.libraryFunction(unboundPartialMethod, me, module: try t.intern("functools"))
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

  static let keyWrapper = TypeSpec(
    "functools.KeyWrapper",
    functions: [
      NativeFunctionSpec("__call__(self, obj)", "Call self as a function.") { t, a throws(Raised) in
        let key = try t.make(KeyObject.self, t.typeOf(a[0]))
        key.compare = a.object(0, KeyObject.self).compare
        key.object = a[1]
        return Value(key)
      },
      NativeFunctionSpec("__lt__(self, value, /)") { t, a throws(Raised) in try compareKeys(t, a, .less) },
      NativeFunctionSpec("__le__(self, value, /)") { t, a throws(Raised) in try compareKeys(t, a, .lessOrEqual) },
      NativeFunctionSpec("__eq__(self, value, /)") { t, a throws(Raised) in try compareKeys(t, a, .equal) },
      NativeFunctionSpec("__ne__(self, value, /)") { t, a throws(Raised) in try compareKeys(t, a, .notEqual) },
      NativeFunctionSpec("__gt__(self, value, /)") { t, a throws(Raised) in try compareKeys(t, a, .greater) },
      NativeFunctionSpec("__ge__(self, value, /)") { t, a throws(Raised) in try compareKeys(t, a, .greaterOrEqual) },
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
