import Builtins
import Runtime

/// The modules whose names begin with `_` in which CPython keeps the native half of a module: what they have is that of the module itself.
enum CoreModules {
  static let all: [ModuleSpec] = [
    ModuleSpec("_bisect", doc: "Bisection algorithms.") { t, m throws(Raised) in
      try t.copyNames(from: "bisect", to: m, private: ["bisect_left", "bisect_right", "insort_left", "insort_right"])
    },
    ModuleSpec("_collections", doc: "High performance data structures.") { t, m throws(Raised) in
      try t.copyNames(from: "collections", to: m, private: ["OrderedDict", "_count_elements", "_tuplegetter", "defaultdict", "deque"])
    },
    ModuleSpec("_functools", doc: "Tools that operate on functions.") { t, m throws(Raised) in
      try t.copyNames(from: "functools", to: m, private: ["Placeholder", "_lru_cache_wrapper", "cmp_to_key", "partial", "reduce"])
    },
    ModuleSpec("_heapq", doc: "Heap queue algorithm (a.k.a. priority queue).") { t, m throws(Raised) in
      try t.copyNames(
        from: "heapq", to: m,
        private: [
          "_heapify_max", "_heappop_max", "_heapreplace_max", "heapify", "heapify_max", "heappop", "heappop_max", "heappush", "heappush_max",
          "heappushpop", "heappushpop_max", "heapreplace", "heapreplace_max",
        ])
    },
    ModuleSpec("_operator", doc: "Operator interface.", functions: [compareDigest]) { t, m throws(Raised) in try CoreModules.copyOperators(t, m) },
    ModuleSpec("_typing", doc: "Primitives and accelerators for the typing module.") { t, m throws(Raised) in
      try t.copyNames(
        from: "typing", to: m,
        private: ["Generic", "NoDefault", "ParamSpec", "ParamSpecArgs", "ParamSpecKwargs", "TypeAliasType", "TypeVar", "TypeVarTuple", "Union"])
    },
  ]

  /// (CPython: Modules/_operator.c.) Looks at all bytes, wherever the first difference is.
  private static let compareDigest = NativeFunctionSpec("_compare_digest(a, b, /)", "Return 'a == b', in a time that does not tell where they differ.") {
    t, a throws(Raised) in
    if a[0].isKind(.str), a[1].isKind(.str) {
      guard a[0].unchecked(as: StrObject.self).isASCII, a[1].unchecked(as: StrObject.self).isASCII else {
        throw t.raise(t.types.typeError, "comparing strings with non-ASCII characters is not supported")
      }
      return Value(isSame(ByteView(ascii: a[0]), ByteView(ascii: a[1])))
    }
    guard !a[0].isKind(.str), !a[1].isKind(.str), let one = ByteView(t, a[0]), let two = ByteView(t, a[1]) else {
      throw t.raise(t.types.typeError, "unsupported operand types(s) or combination of types: '%T' and '%T'", a[0], a[1])
    }
    return Value(isSame(one, two))
  }

  private static func isSame(_ one: ByteView, _ two: ByteView) -> Bool {
    var difference: UInt8 = one.count == two.count ? 0 : 1
    for i in 0..<two.count { difference |= two[i] ^ (one.count == two.count ? one[i] : two[i]) }
    return difference == 0
  }

  /// Everything of module operator that has no underscores around its name.
  private static func copyOperators(_ t: Thread, _ module: Ref<ModuleObject>) throws(Raised) {
    let source = try t.importModule(try t.str("operator")).unchecked(as: ModuleObject.self)
    var position = 0
    while let entry = t.dictNext(source.dict, &position) {
      guard entry.key.isKind(.str), !t.characters(of: entry.key).hasPrefix("__") else { continue }
      try t.dictSet(module.dict, entry.key, entry.value)
    }
  }
}

extension ByteView {
  /// The bytes of an ASCII str.
  fileprivate init(ascii v: Value) {
    let text = v.unchecked(as: StrObject.self)
    self.init(base: text.bytes, count: text.count)
  }
}
