import Builtins
import Runtime

/// `_thread._local`: attributes that each thread has for itself.
enum ThreadLocal {
  static let spec = TypeSpec(
    "_thread._local", doc: "An object whose attributes each thread has for itself.",
    functions: [
      NativeFunctionSpec("__new__(cls, /, *args, **kwargs)", "Make an object without attributes.") { t, a throws(Raised) in try make(t, a) },
      NativeFunctionSpec("__getattribute__(self, name, /)", "Return getattr(self, name).") { t, a throws(Raised) in
        let namespace = try namespace(t, a.object())
        if a[1].isKind(.str) {
          if a[1] == t.name(.__dict__) { return Value(namespace) }
          // What the class has comes first only if it is a data descriptor, as for other objects.
          let inherited = t.lookup(t.typeOf(a[0]), t.intern(a[1]))
          let isData = !inherited.isNull && !t.lookupSpecial(inherited, .__set__).isNull
          let own = isData ? .null : try t.dictGet(namespace, a[1])
          if !own.isNull { return own }
        }
        return try t.call(try t.getAttribute(Value(t.types.object), t.name(.__getattribute__)), a[0], a[1])
      },
      NativeFunctionSpec("__setattr__(self, name, value, /)", "Implement setattr(self, name, value).") { t, a throws(Raised) in
        try change(t, a[0], a[1], a[2])
      },
      NativeFunctionSpec("__delattr__(self, name, /)", "Implement delattr(self, name).") { t, a throws(Raised) in
        try change(t, a[0], a[1], .null)
      },
    ])

  private static func make(_ t: Thread, _ a: Slots) throws(Raised) -> Value {
    let type = a[0].unchecked(as: TypeObject.self)
    if a[1].tupleSlots.count > 0 || a[2].unchecked(as: DictObject.self).count > 0 {
      // Only a class with an `__init__` of its own has a use for them, which each thread calls.
      let initializer = t.lookup(type, t.intern(try t.str("__init__")))
      if initializer == t.lookup(t.types.object, t.intern(try t.str("__init__"))) {
        throw t.raise(t.types.typeError, "Initialization arguments are not supported")
      }
    }
    type.flags.formUnion([.customGetAttribute, .customSetAttribute])
    let me = try t.make(ThreadLocalObject.self, type)
    me.arguments = a[1]
    me.keywords = a[2]
    me.namespaces = Value(try t.dict())
    try t.dictSet(me.namespaces.unchecked(), try t.int(SysThreads.identifier()), Value(try t.dict()))
    return Value(me)
  }

  /// The attributes for the calling thread. A thread that asks for the first time calls `__init__`.
  private static func namespace(_ t: Thread, _ me: Ref<ThreadLocalObject>) throws(Raised) -> Ref<DictObject> {
    let key = try t.int(SysThreads.identifier())
    let known = try t.dictGet(me.namespaces.unchecked(), key)
    if known.isKind(.dict) { return known.unchecked() }
    let namespace = try t.dict()
    try t.dictSet(me.namespaces.unchecked(), key, Value(namespace))
    let initializer = t.lookupSpecial(Value(me), .__init__)
    let plain = t.lookup(t.types.object, t.name(.__init__))
    if !initializer.isNull && initializer != plain {
      _ = try t.call(try t.bind(initializer, to: Value(me), t.typeOf(Value(me))), tuple: me.arguments, dict: me.keywords)
    }
    return namespace
  }

  /// Sets an attribute of the calling thread, or deletes it (null).
  private static func change(_ t: Thread, _ me: Value, _ name: Value, _ value: Value) throws(Raised) -> Value {
    guard name.isKind(.str) else { throw t.raise(t.types.typeError, "attribute name must be string, not '%T'", name) }
    if name == t.name(.__dict__) {
      throw t.raise(t.types.attributeError, "'%T' object attribute '__dict__' is read-only", me)
    }
    let namespace = try namespace(t, me.unchecked())
    let inherited = t.lookup(t.typeOf(me), t.intern(name))
    let setter = inherited.isNull ? .null : t.lookupSpecial(inherited, value.isNull ? .__delete__ : .__set__)
    if !setter.isNull {
      _ = value.isNull ? try t.callSpecial(setter, inherited, me) : try t.callSpecial(setter, inherited, me, value)
    } else if !value.isNull {
      try t.dictSet(namespace, name, value)
    } else if try !t.dictDelete(namespace, name) {
      throw t.attributeError(me, name)
    }
    return .none
  }
}

struct ThreadLocalObject: NativeLayout {
  var header: ObjectHeader
  /// What the object was made with: `__init__` gets it in each thread.
  var arguments: Value
  var keywords: Value
  /// dict: the identifier of a thread, and a dict of its attributes.
  var namespaces: Value
  static let tracedWords = 3
}

extension Ref where T == ThreadLocalObject {
  @inline(__always) var arguments: Value { get { layout.arguments } nonmutating set { layout.arguments = newValue } }
  @inline(__always) var keywords: Value { get { layout.keywords } nonmutating set { layout.keywords = newValue } }
  @inline(__always) var namespaces: Value { get { layout.namespaces } nonmutating set { layout.namespaces = newValue } }
}
