import Runtime

/// The table of functions that CPython writes in Python (Runtime/Types/LibraryFunctions.swift).
enum LibraryFunctionType {
  static let spec = TypeSpec("_library.function", doc: "A function of the library.", functions: FunctionType.using + [reduce], attributes: attributes)

  /// Functions are pickled and copied as their names (CPython: Lib/pickle.py does that for all functions of Python).
  private static let reduce = NativeFunctionSpec("__reduce__(self, /)") { t, a throws(Raised) in function(a).qualifiedLibraryName }

  private static func function(_ a: Slots) -> Ref<NativeFunctionObject> { a[0].unchecked() }

  private static let attributes: [NativeAttributeSpec] = [
    .init("__name__", get: { t, a throws(Raised) in function(a).name },
      set: { t, a throws(Raised) in
        if !a[1].isKind(.str) { throw t.raise(t.types.typeError, "__name__ must be set to a string object") }
        function(a).name = a[1]
        return .none
      }),
    .init("__qualname__", get: { t, a throws(Raised) in function(a).qualifiedLibraryName },
      set: { t, a throws(Raised) in
        if !a[1].isKind(.str) { throw t.raise(t.types.typeError, "__qualname__ must be set to a string object") }
        function(a).qualifiedLibraryName = a[1]
        return .none
      }),
    .init("__module__", get: { t, a throws(Raised) in orNone(function(a).module) },
      set: { t, a throws(Raised) in
        function(a).module = a[1]
        return .none
      }),
    .init("__doc__", get: { t, a throws(Raised) in
      let doc = function(a).libraryDoc
      if !doc.isNull { return doc }
      return function(a).doc.utf8CodeUnitCount == 0 ? .none : try t.str(function(a).doc)
    },
      set: { t, a throws(Raised) in
        function(a).libraryDoc = a[1].isNull ? .none : a[1]
        return .none
      }),
    .init("__defaults__", get: { t, a throws(Raised) in try LibraryFunctionType.defaults(t, function(a)) }),
    .init("__dict__", get: { t, a throws(Raised) in
      if function(a).libraryDictionary.isNull { function(a).libraryDictionary = Value(try t.dict()) }
      return function(a).libraryDictionary
    }, set: { t, a throws(Raised) in
        if a[1].isNull { throw t.raise(t.types.typeError, "cannot delete __dict__") }
        if !a[1].isKind(.dict) { throw t.raise(t.types.typeError, "__dict__ must be set to a dictionary, not a '%T'", a[1]) }
        function(a).libraryDictionary = a[1]
        return .none
      }),
  ]

  /// The defaults that can be said: those of the last positional parameters; None if there are none.
  private static func defaults(_ t: Thread, _ f: Ref<NativeFunctionObject>) throws(Raised) -> Value {
    if f.libraryDictionary.isKind(.dict) {
      let own = t.dictGet(f.libraryDictionary.unchecked(), interned: try t.intern("__defaults__"))
      if !own.isNull { return own }
    }
    try t.parseSignature(f)
    let all = f.signature.defaults.unchecked(as: TupleObject.self).slots
    let range = f.signature.requiredCount..<max(f.signature.requiredCount, f.signature.positionalCount)
    if range.isEmpty { return .none }
    let result = try t.tuple(count: range.count)
    for i in range { result.items[i - range.lowerBound] = orNone(all[i]) }
    return Value(result)
  }
}
