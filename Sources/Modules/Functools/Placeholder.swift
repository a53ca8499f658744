import Runtime

/// The placeholder of partial (3.14): stands for an argument that the call gives.
struct PlaceholderObject: NativeLayout {
  var header: ObjectHeader
  static let tracedWords = 0
}

extension Functools {
  private static let placeholderType = TypeSpec(
    "functools._PlaceholderType", doc: "The type of the Placeholder singleton.",
    functions: [
      NativeFunctionSpec("__new__(cls, /, *args, **kwargs)", "Make a new object.") { t, a throws(Raised) in
        if a[1].tupleSlots.count > 0 || a[2].unchecked(as: DictObject.self).count > 0 {
          throw t.raise(t.types.typeError, "PlaceholderType takes no arguments")
        }
        return placeholder(t)
      },
      NativeFunctionSpec("__repr__(self, /)", "Return repr(self).") { t, _ throws(Raised) in try t.str("Placeholder") },
      NativeFunctionSpec("__reduce__(self, /)", "Return the name, for pickling.") { t, _ throws(Raised) in try t.str("Placeholder") },
    ])

  static func addPlaceholder(_ t: Thread, _ m: Ref<ModuleObject>) throws(Raised) {
    guard t.has(.partialPlaceholders) else { return }
    let type = try t.addType(m, placeholderType, PlaceholderObject.self, flags: [])
    let only = try t.make(PlaceholderObject.self, type)
    type.nativeData = try t.tuple(try t.intern("functools"), Value(only))
    try t.addConstant(m, "Placeholder", Value(only))
  }

  /// The singleton; null where there is none.
  private static func placeholder(_ t: Thread) -> Value {
    let type = t.typeNamed("functools._PlaceholderType")
    return type.isNone ? .null : type.nativeData.tupleSlots[1]
  }

  static func placeholders(_ t: Thread, _ arguments: Slots) -> Int {
    if arguments.count == 0 || !t.has(.partialPlaceholders) { return 0 }
    let mark = placeholder(t)
    var count = 0
    for i in 0..<arguments.count where arguments[i] == mark { count += 1 }
    return count
  }

  /// `bound` with its placeholders replaced by the first of `given`, and the others behind.
  /// - Parameter keepsRest: placeholders for which nothing was given stay.
  static func filled(_ t: Thread, _ bound: Slots, _ given: Slots, keepsRest: Bool = false) throws(Raised) -> Value {
    let needed = placeholders(t, bound)
    if given.count < needed && !keepsRest {
      throw t.raise(
        t.types.typeError, "missing positional arguments in 'partial' call; expected at least %S, got %S", try t.int(needed),
        try t.int(given.count))
    }
    let mark = placeholder(t)
    let result = try t.tuple(count: bound.count + max(0, given.count - needed))
    var next = 0
    for i in 0..<bound.count {
      let isFilled = bound[i] == mark && next < given.count
      result.items[i] = isFilled ? given[next] : bound[i]
      if isFilled { next += 1 }
    }
    for i in 0..<max(0, given.count - next) { result.items[bound.count + i] = given[next + i] }
    return Value(result)
  }

  static func refuseTrailing(_ t: Thread, _ arguments: Slots) throws(Raised) {
    guard arguments.count > 0, t.has(.partialPlaceholders), arguments[arguments.count - 1] == placeholder(t) else { return }
    throw t.raise(t.types.typeError, "trailing Placeholders are not allowed")
  }

  static func refusePlaceholders(_ t: Thread, _ keywords: Ref<DictObject>) throws(Raised) {
    guard keywords.count > 0, t.has(.partialPlaceholders) else { return }
    var position = 0
    while let entry = t.dictNext(keywords, &position) {
      if entry.value == placeholder(t) { throw t.raise(t.types.typeError, "Placeholder cannot be passed as a keyword argument") }
    }
  }
}
