import Builtins
import Runtime

/// The rest of module `copyreg`: short codes for classes, and what pickle asks it for.
enum CopyregExtensions {
  static let functions: [NativeFunctionSpec] = [
    NativeFunctionSpec("pickle_complex(c)", "The recipe of a complex number.") { t, a throws(Raised) in
      let parts = try t.complexParts(a[0])
      return try t.tuple(Value(t.types.complex), try t.tuple(try t.float(parts.0), try t.float(parts.1)))
    },
    NativeFunctionSpec("pickle_union(obj)", "The recipe of a union of types.") { t, a throws(Raised) in
      let operation = try t.getAttribute(try t.importModule(try t.str("operator")), try t.intern("or_"))
      let reduce = try t.getAttribute(try t.importModule(try t.str("functools")), try t.intern("reduce"))
      return try t.tuple(reduce, try t.tuple(operation, try t.getAttribute(a[0], try t.intern("__args__"))))
    },
    NativeFunctionSpec("_slotnames(cls)", "The names of the slots of a class and its bases, as instances have them.") { t, a throws(Raised) in
      try slotNames(t, a[0])
    },
    NativeFunctionSpec("add_extension(module, name, code)", "Give a class or function a code.") { t, a throws(Raised) in
      let code = try t.call(Value(t.types.int), a[2])
      guard let number = IntOperand(code).asInt, number >= 1, number <= 0x7FFF_FFFF else {
        throw t.raise(t.types.valueError, "code out of range")
      }
      let key = try t.tuple(a[0], a[1])
      let known = try t.dictGet(try table(t, "_extension_registry"), key)
      let owner = try t.dictGet(try table(t, "_inverted_registry"), code)
      let isThere = !known.isNull && !owner.isNull
      let isSame = try isThere ? isPair(t, known, code, owner, key) : false
      if isSame { return .none }
      if !known.isNull { throw t.raise(t.types.valueError, "key %S is already registered with code %S", key, known) }
      if !owner.isNull { throw t.raise(t.types.valueError, "code %S is already in use for key %S", code, owner) }
      try t.dictSet(try table(t, "_extension_registry"), key, code)
      try t.dictSet(try table(t, "_inverted_registry"), code, key)
      return .none
    },
    NativeFunctionSpec("remove_extension(module, name, code)", "Take a code from a class or function.") { t, a throws(Raised) in
      let key = try t.tuple(a[0], a[1])
      let known = try t.dictGet(try table(t, "_extension_registry"), key)
      let owner = try t.dictGet(try table(t, "_inverted_registry"), a[2])
      let isThere = !known.isNull && !owner.isNull
      let isSame = try isThere ? isPair(t, known, a[2], owner, key) : false
      if !isSame { throw t.raise(t.types.valueError, "key %S is not registered with code %S", key, a[2]) }
      _ = try t.dictDelete(try table(t, "_extension_registry"), key)
      _ = try t.dictDelete(try table(t, "_inverted_registry"), a[2])
      _ = try t.dictDelete(try table(t, "_extension_cache"), a[2])
      return .none
    },
    NativeFunctionSpec("clear_extension_cache()", "Forget which objects codes stand for.") { t, _ throws(Raised) in
      t.dictClear(try table(t, "_extension_cache"))
      return .none
    },
  ]

  /// Whether a class and a code stand for each other.
  private static func isPair(_ t: Thread, _ known: Value, _ code: Value, _ owner: Value, _ key: Value) throws(Raised) -> Bool {
    if try !t.equals(known, code) { return false }
    return try t.equals(owner, key)
  }

  private static func table(_ t: Thread, _ name: StaticString) throws(Raised) -> Ref<DictObject> {
    let table = try CopyregModule.attribute(t, name)
    guard table.isKind(.dict) else { throw t.raise(t.types.typeError, "copyreg.%S must be a dict, not %T", try t.str(name), table) }
    return table.unchecked()
  }

  private static func slotNames(_ t: Thread, _ cls: Value) throws(Raised) -> Value {
    guard cls.isKind(.type) else { throw t.raise(t.types.attributeError, "'%T' object has no attribute '__mro__'", cls) }
    let known = t.dictGet(cls.unchecked(as: TypeObject.self).dict, interned: try t.intern("__slotnames__"))
    if !known.isNull { return known }
    let names = try t.list()
    let mro = cls.unchecked(as: TypeObject.self).mro.tupleSlots
    for i in 0..<mro.count {
      let type = mro[i].unchecked(as: TypeObject.self)
      let slots = t.dictGet(type.dict, interned: t.name(.__slots__))
      if slots.isNull { continue }
      let given = slots.isKind(.str) ? try t.tuple(slots) : slots
      let own = try t.list(from: given)
      for k in 0..<own.count where own.items[k].isKind(.str) {
        let name = t.characters(of: own.items[k])
        if name == "__dict__" || name == "__weakref__" { continue }
        let isPrivate = name.hasPrefix("__") && !name.hasSuffix("__")
        let stripped = t.characters(of: type.name).drop { $0 == "_" }
        try t.append(names, isPrivate && !stripped.isEmpty ? try t.str("_\(stripped)\(name)") : own.items[k])
      }
    }
    if cls.unchecked(as: TypeObject.self).flags.contains(.heap) { try t.setAttribute(cls, try t.intern("__slotnames__"), Value(names)) }
    return Value(names)
  }
}
