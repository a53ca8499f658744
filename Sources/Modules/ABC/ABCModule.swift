import Runtime

/// Module `abc` (PEP 3119; CPython: Lib/abc.py, Modules/_abc.c).
///
/// Each class made by ABCMeta has in its namespace an `_abc_impl`: the classes registered with it and the answers that were given. Unlike CPython's
/// these tables hold the classes strongly.
enum ABCModule {
  static let module = ModuleSpec(
    "abc", doc: "Abstract Base Classes (ABCs) according to PEP 3119.",
    functions: [
      NativeFunctionSpec("abstractmethod(funcobj)", "A decorator indicating abstract methods.") { t, a throws(Raised) in
        try t.setAttribute(a[0], .__isabstractmethod__, .true)
        return a[0]
      },
      NativeFunctionSpec("get_cache_token()", "Returns the current ABC cache token.") { t, _ throws(Raised) in
        t.typeNamed("abc.ABCMeta").nativeData.unchecked(as: ListObject.self).items[0]
      },
      NativeFunctionSpec("update_abstractmethods(cls)", "Recalculate the set of abstract methods of an abstract class.") { t, a throws(Raised) in
        try updateAbstractMethods(t, a[0])
        return a[0]
      },
    ]
  ) { t, m throws(Raised) in
    try t.setHome(m, "_abc", of: ["get_cache_token"])
    try addTypes(t, m)
  }

  private static func addTypes(_ t: Thread, _ m: Ref<ModuleObject>) throws(Raised) {
    try t.addType(m, data, ABCData.self, flags: .noConstructor)
    let meta = try t.makeNativeType(
      metaclass, base: t.types.type, kind: .type, bytes: t.types.type.basicSize, flags: [.base, .metaclass])
    try t.dictSet(meta.dict, t.name(.__module__), m.name)
    let counter = try t.list()
    try t.append(counter, Value(small: 0))
    meta.nativeData = Value(counter)
    try t.addConstant(m, "ABCMeta", Value(meta))
    try t.addClass(m, abstractBaseClass, bases: t.interpreter.emptyTuple, metaclass: Value(meta)) { namespace throws(Raised) in
      try t.dictSet(namespace, t.name(.__slots__), t.interpreter.emptyTuple)
    }
    try addDecorator(t, m, "abstractproperty", t.types.property)
    try addDecorator(t, m, "abstractclassmethod", t.types.classmethod)
    try addDecorator(t, m, "abstractstaticmethod", t.types.staticmethod)
  }

  private static let abstractBaseClass = TypeSpec(
    "abc.ABC", doc: "Helper class that provides a standard way to create an ABC using inheritance.")

  /// The deprecated combinations of abstractmethod with another decorator.
  private static func addDecorator(_ t: Thread, _ m: Ref<ModuleObject>, _ name: StaticString, _ base: Ref<TypeObject>) throws(Raised) {
    let namespace = try t.dict()
    try t.dictSet(namespace, t.name(.__isabstractmethod__), .true)
    try t.dictSet(namespace, t.name(.__module__), m.name)
    try t.addConstant(m, name, try t.call(Value(t.types.type), try t.str(name), try t.tuple(Value(base)), Value(namespace)))
  }

  /// The metaclass, importing the module if need be.
  static func metaclass(_ t: Thread) throws(Raised) -> Value {
    _ = try t.importModule(try t.str("abc"))
    return Value(t.typeNamed("abc.ABCMeta"))
  }


  private static let metaclass = TypeSpec(
    "abc.ABCMeta", doc: "Metaclass for defining Abstract Base Classes (ABCs).",
    functions: [
      NativeFunctionSpec("__new__(mcls, name, bases, namespace, /, **kwargs)", binding: .staticMethod) { t, a throws(Raised) in
        try make(t, a)
      },
      NativeFunctionSpec("register(cls, subclass)", "Register a virtual subclass of an ABC. Returns the subclass, to allow usage as a class decorator.") {
        t, a throws(Raised) in
        try register(t, a[1], with: a[0])
        return a[1]
      },
      NativeFunctionSpec("__instancecheck__(cls, instance)", "Override for isinstance(instance, cls).") { t, a throws(Raised) in
        Value(try instanceCheck(t, a[0], a[1]))
      },
      NativeFunctionSpec("__subclasscheck__(cls, subclass)", "Override for issubclass(subclass, cls).") { t, a throws(Raised) in
        Value(try subclassCheck(t, a[0], a[1]))
      },
    ])

  /// `ABCMeta.__new__(metaclass, name, bases, namespace, keywords)`
  static func make(_ t: Thread, _ a: Slots) throws(Raised) -> Value {
    guard a[2].isKind(.tuple), a[3].isKind(.dict), a[1].isKind(.str) else {
      throw t.raise(t.types.typeError, "type.__new__() takes a str, a tuple and a dict")
    }
    let cls = try t.makeClass(a[0].unchecked(), name: a[1], bases: a[2], namespace: a[3].unchecked(), keywords: a[4])
    try initialize(t, cls)
    return cls
  }

  // MARK: Abstract methods

  private static func initialize(_ t: Thread, _ cls: Value) throws(Raised) {
    try setAbstractMethods(t, cls)
    let data = try t.make(ABCData.self, t.typeNamed("abc._abc_data"))
    data.counter = t.typeNamed("abc.ABCMeta").nativeData.unchecked()
    data.registry = try t.list()
    data.cache = try t.dict()
    data.negativeCache = try t.dict()
    try t.setAttribute(cls, try t.intern("_abc_impl"), Value(data))
  }

  static func isAbstract(_ t: Thread, _ v: Value) throws(Raised) -> Bool {
    let mark = try t.getAttributeOrNull(v, .__isabstractmethod__)
    return mark.isNull ? false : try t.truth(mark)
  }

  private static func setAbstractMethods(_ t: Thread, _ cls: Value) throws(Raised) {
    let type = cls.unchecked(as: TypeObject.self)
    let names = try t.list()
    var position = 0
    while let entry = t.dictNext(type.dict, &position) {
      if try isAbstract(t, entry.value) { try t.append(names, entry.key) }
    }
    let bases = type.bases.tupleSlots
    for i in 0..<bases.count {
      let inherited = try t.getAttributeOrNull(bases[i], .__abstractmethods__)
      if inherited.isNull { continue }
      let source = try t.iterator(of: inherited)
      while true {
        let name = try t.next(source)
        if name.isNull { break }
        let value = try t.getAttributeOrNull(cls, try t.checkedAttributeName(name))
        if !value.isNull, try isAbstract(t, value) { try t.append(names, name) }
      }
    }
    try t.setAttribute(cls, .__abstractmethods__, try t.call(Value(t.types.frozenset), Value(names)))
  }

  private static func updateAbstractMethods(_ t: Thread, _ cls: Value) throws(Raised) {
    guard cls.isKind(.type), !t.dictGet(cls.unchecked(as: TypeObject.self).dict, interned: t.name(.__abstractmethods__)).isNull else { return }
    try setAbstractMethods(t, cls)
  }

  // MARK: Registration and answers

  private static let data = TypeSpec("abc._abc_data", doc: "Internal state held by ABC machinery.")

  static func implementation(_ t: Thread, _ cls: Value) throws(Raised) -> Ref<ABCData> {
    let found = t.dictGet(cls.unchecked(as: TypeObject.self).dict, interned: try t.intern("_abc_impl"))
    guard !found.isNull, found.isKind(.record), found.object.tracedWords == UInt32(ABCData.tracedWords),
      t.strEquals(found.object.type.name, try t.str("_abc_data"))
    else { throw t.raise(t.types.typeError, "_abc_impl is set to a wrong type") }
    return found.unchecked()
  }

  static func register(_ t: Thread, _ subclass: Value, with cls: Value) throws(Raised) {
    guard subclass.isKind(.type) else { throw t.raise(t.types.typeError, "Can only register classes") }
    if try isSubclass(t, subclass, cls) { return }
    if try isSubclass(t, cls, subclass) { throw t.raise(t.types.runtimeError, "Refusing to create an inheritance cycle") }
    let data = try implementation(t, cls)
    try t.append(data.registry, subclass)
    data.counter.items[0] = Value(small: data.now + 1)
  }

  /// `issubclass(a, b)`
  static func isSubclass(_ t: Thread, _ a: Value, _ b: Value) throws(Raised) -> Bool {
    if a.isKind(.type) && b.isKind(.type) && b.object.type == t.types.type { return t.isSubtype(a.unchecked(), b.unchecked()) }
    let check = t.lookupSpecial(b, .__subclasscheck__)
    if check.isNull { throw t.raise(.issubclassOfOther) }
    return try t.truth(try t.callSpecial(check, b, a))
  }

  private static func instanceCheck(_ t: Thread, _ cls: Value, _ instance: Value) throws(Raised) -> Bool {
    let data = try implementation(t, cls)
    let claimed = try t.getAttribute(instance, .__class__)
    if isKnown(t, data.cache, claimed) { return true }
    let actual = Value(t.typeOf(instance))
    if claimed == actual {
      if data.negativeToken == data.now && isKnown(t, data.negativeCache, claimed) { return false }
      return try isSubclass(t, claimed, cls)
    }
    if try isSubclass(t, claimed, cls) { return true }
    return try isSubclass(t, actual, cls)
  }

  /// The caches map the address of a class (as an int) to the class.
  private static func isKnown(_ t: Thread, _ cache: Ref<DictObject>, _ cls: Value) -> Bool {
    do throws(Raised) { return try !t.dictGet(cache, Value(small: Int(cls.bits))).isNull } catch {
      _ = t.takeException()
      return false
    }
  }

  private static func subclassCheck(_ t: Thread, _ cls: Value, _ subclass: Value) throws(Raised) -> Bool {
    guard subclass.isKind(.type) else { throw t.raise(t.types.typeError, "issubclass() arg 1 must be a class") }
    let data = try implementation(t, cls)
    if isKnown(t, data.cache, subclass) { return true }
    if data.negativeToken < data.now {
      data.negativeCache = try t.dict()
      data.negativeToken = data.now
    } else if isKnown(t, data.negativeCache, subclass) {
      return false
    }
    let answer = try decide(t, cls, data, subclass)
    try t.dictSet(answer ? data.cache : data.negativeCache, Value(small: Int(subclass.bits)), subclass)
    return answer
  }

  private static func decide(_ t: Thread, _ cls: Value, _ data: Ref<ABCData>, _ subclass: Value) throws(Raised) -> Bool {
    let answer = try t.call(try t.getAttribute(cls, .__subclasshook__), subclass)
    if answer == .true || answer == .false { return answer == .true }
    if answer != .notImplemented {
      throw t.raise(t.types.assertionError, "__subclasshook__ must return either False, True, or NotImplemented")
    }
    if t.isSubtype(subclass.unchecked(), cls.unchecked()) { return true }
    let registered = try t.list(from: Value(data.registry))
    for i in 0..<registered.count {
      if try isSubclass(t, subclass, registered.items[i]) { return true }
    }
    let children = try t.list(from: try t.call(try t.getAttribute(cls, .__subclasses__)))
    for i in 0..<children.count {
      if try isSubclass(t, subclass, children.items[i]) { return true }
    }
    return false
  }
}

/// `_abc_impl` of a class.
struct ABCData: NativeLayout {
  var header: ObjectHeader
  /// List with the number of registrations so far, shared by all: what was answered "no" before the last one may be wrong.
  var counter: Ref<ListObject>
  /// Classes registered with this one.
  var registry: Ref<ListObject>
  /// Address -> class: subclasses, and classes that are none as of `negativeToken`.
  var cache: Ref<DictObject>
  var negativeCache: Ref<DictObject>
  var negativeToken: Int
  static let tracedWords = 4
}

extension Ref where T == ABCData {
  @inline(__always) var counter: Ref<ListObject> { get { layout.counter } nonmutating set { layout.counter = newValue } }
  @inline(__always) var registry: Ref<ListObject> { get { layout.registry } nonmutating set { layout.registry = newValue } }
  @inline(__always) var cache: Ref<DictObject> { get { layout.cache } nonmutating set { layout.cache = newValue } }
  @inline(__always) var negativeCache: Ref<DictObject> { get { layout.negativeCache } nonmutating set { layout.negativeCache = newValue } }
  @inline(__always) var negativeToken: Int { get { layout.negativeToken } nonmutating set { layout.negativeToken = newValue } }

  var now: Int { self.counter.items[0].smallInt }
}
