import Builtins
import Runtime

/// weakref.WeakMethod: a reference to a bound method that lives as long as its object and its function do.
enum WeakMethod {
  static let spec = TypeSpec(
    "weakref.WeakMethod",
    doc: "A weak reference to a bound method, which would die at once otherwise: it stands for its object and its function.",
    functions: [
      NativeFunctionSpec("__new__(cls, meth, callback=None)", binding: .staticMethod) { t, a throws(Raised) in try make(t, a) },
      NativeFunctionSpec("__call__(self)") { t, a throws(Raised) in
        let object = WeakSupport.target(t, a[0])
        let function = WeakSupport.target(t, try WeakSupport.attribute(t, a[0], "_func_ref"))
        if object.isNull || function.isNull { return .none }
        return try t.call(try WeakSupport.attribute(t, a[0], "_meth_type"), function, object)
      },
      NativeFunctionSpec("__eq__(self, other)") { t, a throws(Raised) in try compare(t, a, isEqual: true) },
      NativeFunctionSpec("__ne__(self, other)") { t, a throws(Raised) in try compare(t, a, isEqual: false) },
    ])

  static func addSlots(_ t: Thread, _ namespace: Ref<DictObject>) throws(Raised) {
    let slots = try t.tuple(count: 4)
    for (i, name) in (["_func_ref", "_meth_type", "_alive", "__weakref__"] as [StaticString]).enumerated() { slots.items[i] = try t.intern(name) }
    try t.dictSet(namespace, t.name(.__slots__), Value(slots))
    t.populate(t.types.weakReference)
    try t.dictSet(namespace, t.name(.__hash__), t.dictGet(t.types.weakReference.dict, interned: t.name(.__hash__)))
  }

  /// Called when the object or the function dies. What it is a closure over: a list of the callback and a reference to the WeakMethod.
  private static let died = NativeFunctionSpec("_cb(state, arg, /)") { t, a throws(Raised) in
    guard a[0].isKind(.list), a[0].unchecked(as: ListObject.self).count == 2 else { return .none }
    let state: Ref<ListObject> = a[0].unchecked()
    let me = WeakSupport.target(t, state.items[1])
    if me.isNull { return .none }
    guard try t.truth(try WeakSupport.attribute(t, me, "_alive")) else { return .none }
    try WeakSupport.set(t, me, "_alive", .false)
    return state.items[0].isNone ? .none : try t.call(state.items[0], me)
  }

  private static func make(_ t: Thread, _ a: Slots) throws(Raised) -> Value {
    guard a[0].isKind(.type), t.isSubtype(a[0].unchecked(), t.types.weakReference) else {
      throw t.raise(t.types.typeError, "weakref.ReferenceType.__new__(X): X is not a type object (%B)", a[0])
    }
    let object = try t.getAttributeOrNull(a[1], t.name(.__self__))
    let function = object.isNull ? object : try t.getAttributeOrNull(a[1], t.name(.__func__))
    if function.isNull { throw t.raise(t.types.typeError, "argument should be a bound method, not %S", Value(t.typeOf(a[1]))) }
    let state = try t.list()
    try t.append(state, a[2])
    let callback = Value(try t.closure(died, Value(state)))
    let me = try WeakReferences.make(t, a[0].unchecked(), object, callback: callback)
    try WeakSupport.set(t, me, "_func_ref", try WeakSupport.reference(t, function, callback: callback))
    try WeakSupport.set(t, me, "_meth_type", Value(t.typeOf(a[1])))
    try WeakSupport.set(t, me, "_alive", .true)
    try t.append(state, try WeakSupport.reference(t, me))
    return me
  }

  /// Live ones are equal if objects and functions are; dead ones only to themselves.
  private static func compare(_ t: Thread, _ a: Slots, isEqual: Bool) throws(Raised) -> Value {
    let cls = try WeakSupport.attribute(t, try t.importModule(try t.str("weakref")), "WeakMethod")
    guard cls.isKind(.type), t.isInstance(a[1], of: cls.unchecked()) else { return .notImplemented }
    for v in [a[0], a[1]] {
      if try !t.truth(try WeakSupport.attribute(t, v, "_alive")) { return Value((a[0] == a[1]) == isEqual) }
    }
    let (x, y) = (WeakSupport.target(t, a[0]), WeakSupport.target(t, a[1]))
    let objectsAreEqual = try x.isNull || y.isNull ? a[0] == a[1] : t.equals(x, y)
    if !objectsAreEqual { return Value(!isEqual) }
    let functions = (try WeakSupport.attribute(t, a[0], "_func_ref"), try WeakSupport.attribute(t, a[1], "_func_ref"))
    return Value(try t.equals(functions.0, functions.1) == isEqual)
  }
}
