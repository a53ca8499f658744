import Runtime

/// The function that lru_cache makes of a function.
///
/// The cache is a dict in order of use, the least recently used entry first. `table` and `first` say how far deleted entries reach at its front.
struct LRUCacheObject: NativeLayout {
  var header: ObjectHeader
  var function: Value
  var cache: Ref<DictObject>
  /// The buffer of entries that `first` holds for.
  var table: Ref<BufferObject>
  /// int or None.
  var maximumValue: Value
  var first: Int
  /// -1 = without limit.
  var maximum: Int
  var hits: Int
  var misses: Int
  var isTyped: Bool
  static let tracedWords = 4
}

extension Ref where T == LRUCacheObject {
  @inline(__always) var function: Value { get { layout.function } nonmutating set { layout.function = newValue } }
  @inline(__always) var cache: Ref<DictObject> { get { layout.cache } nonmutating set { layout.cache = newValue } }
  @inline(__always) var table: Ref<BufferObject> { get { layout.table } nonmutating set { layout.table = newValue } }
  @inline(__always) var maximumValue: Value { get { layout.maximumValue } nonmutating set { layout.maximumValue = newValue } }
  @inline(__always) var first: Int { get { layout.first } nonmutating set { layout.first = newValue } }
  @inline(__always) var maximum: Int { get { layout.maximum } nonmutating set { layout.maximum = newValue } }
  @inline(__always) var hits: Int { get { layout.hits } nonmutating set { layout.hits = newValue } }
  @inline(__always) var misses: Int { get { layout.misses } nonmutating set { layout.misses = newValue } }
  @inline(__always) var isTyped: Bool { get { layout.isTyped } nonmutating set { layout.isTyped = newValue } }
}

extension Functools {
  static let lruCacheWrapper = TypeSpec(
    "functools._lru_cache_wrapper", doc: "Create a cached callable that wraps another function.",
    functions: [
      NativeFunctionSpec("__new__(cls, user_function, maxsize, typed, cache_info_type)", "Make a new object.") { t, a throws(Raised) in
        try makeCache(t, a[0].unchecked(), a[1], maximum: a[2], typed: try t.truth(a[3]))
      },
      NativeFunctionSpec("__call__(self, /, *args, **kwargs)", "Call self as a function.") { t, a throws(Raised) in
        try callCached(t, a.object(), a[1], a[2])
      },
      NativeFunctionSpec("__get__(self, instance, owner=None, /)", "Return an attribute of instance, which is of type owner.") { t, a throws(Raised) in
        a[1].isNone ? a[0] : try t.makeBoundMethod(a[0], a[1])
      },
      NativeFunctionSpec("cache_info(self, /)", "Report cache statistics") { t, a throws(Raised) in
        let me = a.object(0, LRUCacheObject.self)
        let type = try attribute(t, "_CacheInfo")
        return try t.call(type, try t.int(me.hits), try t.int(me.misses), me.maximumValue, try t.int(me.cache.count))
      },
      NativeFunctionSpec("cache_clear(self, /)", "Clear the cache and cache statistics") { t, a throws(Raised) in
        let me = a.object(0, LRUCacheObject.self)
        me.cache = try t.dict()
        me.table = .none
        me.hits = 0
        me.misses = 0
        return .none
      },
      NativeFunctionSpec("__copy__(self, /)") { _, a throws(Raised) in a[0] },
      NativeFunctionSpec("__deepcopy__(self, memo, /)") { _, a throws(Raised) in a[0] },
      NativeFunctionSpec("__reduce__(self, /)") { t, a throws(Raised) in try t.getAttribute(a[0], .__qualname__) },
    ],
    attributes: [dictAttribute])

  private static func makeCache(
    _ t: Thread, _ cls: Ref<TypeObject>, _ function: Value, maximum: Value, typed: Bool
  ) throws(Raised) -> Value {
    if !t.isCallable(function) { throw t.raise(t.types.typeError, "the first argument must be callable") }
    var limit = -1
    if !maximum.isNone {
      guard t.isInstance(maximum, of: t.types.int) else { throw t.raise(t.types.typeError, "maxsize should be integer or None") }
      limit = max(0, try t.asIndex(maximum))
    }
    let cache = try t.dict()
    let me = try t.make(LRUCacheObject.self, cls)
    me.function = function
    me.cache = cache
    me.maximum = limit
    me.maximumValue = limit < 0 ? .none : try t.int(limit)
    me.isTyped = typed
    return Value(me)
  }

  // MARK: The decorators

  static func lruCache(_ t: Thread, _ maximum: Value, typed: Value) throws(Raised) -> Value {
    if t.isInstance(maximum, of: t.types.int) {
      return try decorator(t, IntOperand(maximum).isNegative ? Value(small: 0) : maximum, typed)
    }
    if t.isCallable(maximum) && typed.isBool { return try wrapInCache(t, maximum, maximum: Value(small: 128), typed: typed) }
    if !maximum.isNone { throw t.raise(t.types.typeError, "Expected first argument to be an integer, a callable, or None") }
    return try decorator(t, maximum, typed)
  }

  private static func decorator(_ t: Thread, _ maximum: Value, _ typed: Value) throws(Raised) -> Value {
    try t.libraryFunction(
      cacheDecorator, try t.tuple(maximum, typed), qualifiedName: try t.intern("lru_cache.<locals>.decorating_function"),
      module: try t.intern("functools"))
  }

  private static let cacheDecorator = NativeFunctionSpec("decorating_function(parameters, /, user_function)") { t, a throws(Raised) in
    let parameters = a[0].tupleSlots
    return try wrapInCache(t, a[1], maximum: parameters[0], typed: parameters[1])
  }

  static func wrapInCache(_ t: Thread, _ function: Value, maximum: Value, typed: Value) throws(Raised) -> Value {
    let wrapper = try makeCache(t, t.typeNamed("functools._lru_cache_wrapper"), function, maximum: maximum, typed: try t.truth(typed))
    let parameters = try t.closure(cacheParameters, try t.tuple(maximum, typed))
    if t.has(.lruCacheParameters) { try t.setAttribute(wrapper, try t.intern("cache_parameters"), Value(parameters)) }
    return try updateWrapper(t, wrapper, function)
  }

  private static let cacheParameters = NativeFunctionSpec("cache_parameters(parameters, /)") { t, a throws(Raised) in
    let parameters = a[0].tupleSlots
    let result = try t.dict()
    try t.dictSet(result, try t.intern("maxsize"), parameters[0])
    try t.dictSet(result, try t.intern("typed"), parameters[1])
    return Value(result)
  }

  // MARK: Calling

  /// The key of a call: a lone int or str stands for itself, else a tuple of arguments, a mark, keywords and, if asked for, the types.
  private static func key(_ t: Thread, _ me: Ref<LRUCacheObject>, _ arguments: Value, _ keywords: Ref<DictObject>) throws(Raised) -> Value {
    let items = arguments.tupleSlots
    if !me.isTyped && keywords.count == 0 {
      if items.count != 1 { return arguments }
      let only = items[0]
      return only.isSmallInt || only.isObject && (only.object.type == t.types.str || only.object.type == t.types.int) ? only : arguments
    }
    let key = try t.list()
    for i in 0..<items.count { try t.append(key, items[i]) }
    if keywords.count > 0 {
      try t.append(key, Value(me.header.type))
      var position = 0
      while let entry = t.dictNext(keywords, &position) {
        try t.append(key, entry.key)
        try t.append(key, entry.value)
      }
    }
    if me.isTyped {
      for i in 0..<items.count { try t.append(key, Value(t.typeOf(items[i]))) }
      var position = 0
      while let entry = t.dictNext(keywords, &position) { try t.append(key, Value(t.typeOf(entry.value))) }
    }
    return try t.tuple(copying: key.slots)
  }

  private static func callCached(_ t: Thread, _ me: Ref<LRUCacheObject>, _ arguments: Value, _ keywords: Value) throws(Raised) -> Value {
    if me.maximum == 0 {
      me.misses += 1
      return try t.call(me.function, tuple: arguments, dict: keywords)
    }
    let key = try key(t, me, arguments, keywords.unchecked())
    let hash = try t.hash(key)
    let n = try t.dictFind(me.cache, key, hash)
    if n >= 0 {
      let entry = me.cache.entryBase[n]
      me.hits += 1
      if me.maximum > 0 && n != me.cache.used - 1 {
        t.dictRemove(me.cache, entry: n)
        try t.dictInsertNew(me.cache, entry.key, entry.value, hash)
      }
      return entry.value
    }
    me.misses += 1
    let result = try t.call(me.function, tuple: arguments, dict: keywords)
    // The call may have stored the same key, or emptied the cache.
    if try t.dictFind(me.cache, key, hash) >= 0 { return result }
    if me.maximum > 0 && me.cache.count >= me.maximum { removeOldest(t, me) }
    try t.dictSet(me.cache, key, result, hash: hash)
    return result
  }

  private static func removeOldest(_ t: Thread, _ me: Ref<LRUCacheObject>) {
    var n = me.table == me.cache.entries ? me.first : 0
    while me.cache.entryBase[n].key.isNull { n += 1 }
    me.table = me.cache.entries
    me.first = n
    t.dictRemove(me.cache, entry: n)
  }
}
