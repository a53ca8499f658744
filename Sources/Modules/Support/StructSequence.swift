import Runtime

/// Tuples with names (CPython's Objects/structseq.c): `time.struct_time`, `sys.version_info`. The names of the fields are in the type's
/// `nativeData`: a tuple of the number of items that the tuple shows and the names, hidden ones last.
struct StructSequence {
  /// Makes the type; `fields` are all names, the first `visible` of them are items of the tuple.
  static func makeType(
    _ t: Thread, _ module: Ref<ModuleObject>, _ spec: TypeSpec, fields: [StaticString], visible: Int? = nil
  ) throws(Raised) -> Ref<TypeObject> {
    let type = try t.makeNativeType(spec, base: t.types.tuple, kind: .tuple, bytes: MemoryLayout<TupleObject>.size, flags: [.base])
    try t.dictSet(type.dict, t.name(.__module__), module.name)
    let names = try t.tuple(count: fields.count)
    for (i, field) in fields.enumerated() { names.items[i] = try t.intern(field) }
    let shown = visible ?? fields.count
    // A word behind the items of each instance holds the tuple of the hidden fields.
    type.extraWords = 1
    type.nativeData = try t.tuple(Value(small: shown), Value(names))
    let getter = try t.typeNamedOrImport("collections._tuplegetter", module: "collections")
    for i in 0..<fields.count {
      let descriptor =
        i < shown
        ? try t.call(Value(getter), Value(small: i), .none)
        : try t.property(Value(try t.closure(hiddenField, Value(small: i - shown))))
      try t.dictSet(type.dict, names.items[i], descriptor)
    }
    try t.dictSet(type.dict, t.name(.__match_args__), try t.tuple(copying: names.slots.prefix(shown)))
    try t.dictSet(type.dict, try t.intern("n_fields"), Value(small: fields.count))
    try t.dictSet(type.dict, try t.intern("n_sequence_fields"), Value(small: shown))
    try t.dictSet(type.dict, try t.intern("n_unnamed_fields"), Value(small: 0))
    return type
  }

  /// An instance; `values` are all fields.
  static func make(_ t: Thread, _ type: Ref<TypeObject>, _ values: Slots) throws(Raised) -> Value {
    let shown = type.nativeData.tupleSlots[0].smallInt
    let hidden = values.count > shown ? try t.tuple(copying: values.dropFirst(shown)) : t.interpreter.emptyTuple
    let result: Ref<TupleObject> = try t.allocateInstance(
      type, bytes: MemoryLayout<TupleObject>.size + shown * MemoryLayout<Value>.stride, kind: .tuple, tracedWords: shown)
    for i in 0..<shown { result.items[i] = values[i] }
    extraWords(of: result.cast())[0] = hidden
    return Value(result)
  }

  private static let hiddenField = NativeFunctionSpec("get(index, /, self)") { _, a throws(Raised) in
    guard a[1].isKind(.tuple), a[1].object.flags.contains(.hasExtra), a[1].object.type.nativeData.isKind(.tuple) else { return .none }
    let hidden = extraWords(of: a[1].object)[0]
    guard hidden.isKind(.tuple), a[0].smallInt < hidden.tupleSlots.count else { return .none }
    return hidden.tupleSlots[a[0].smallInt]
  }

  /// The methods that every such type has.
  static let functions: [NativeFunctionSpec] = [
    NativeFunctionSpec("__new__(cls, sequence, dict=<unrepresentable>)", binding: .staticMethod) { t, a throws(Raised) in
      try construct(t, a[0].unchecked(), a[1])
    },
    NativeFunctionSpec("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in
      let type = t.typeOf(a[0])
      let names = type.nativeData.tupleSlots[1].tupleSlots
      let items = a[0].tupleSlots
      try t.enterRecursive(" while getting the repr of an object")
      defer { t.leaveRecursive() }
      var out = TextBuilder(t)
      try out.append(try t.str(of: t.dictGet(type.dict, interned: t.name(.__module__))))
      try out.append(".")
      try out.append(type.name)
      for i in 0..<items.count {
        try out.append(i == 0 ? "(" : ", ")
        try out.append(names[i])
        try out.append("=")
        try out.append(try t.repr(items[i]))
      }
      try out.append(items.count == 0 ? "()" : ")")
      return try out.finish()
    },
    NativeFunctionSpec("__reduce__(self, /)") { t, a throws(Raised) in
      try t.tuple(Value(t.typeOf(a[0])), try t.tuple(try t.tuple(copying: a[0].tupleSlots), Value(try t.dict())))
    },
  ]

  private static func construct(_ t: Thread, _ type: Ref<TypeObject>, _ sequence: Value) throws(Raised) -> Value {
    guard !t.lookupSpecial(sequence, .__iter__).isNull || !t.lookupSpecial(sequence, .__getitem__).isNull else {
      throw t.raise(t.types.typeError, "constructor requires a sequence")
    }
    let items = try t.list(from: sequence)
    let shown = type.nativeData.tupleSlots[0].smallInt
    let all = type.nativeData.tupleSlots[1].tupleSlots.count
    if items.count < shown {
      throw t.raise(
        t.types.typeError, all == shown ? "%N() takes a %S-sequence (%S-sequence given)" : "%N() takes an at least %S-sequence (%S-sequence given)",
        Value(type), try t.int(shown), try t.int(items.count))
    }
    if items.count > all {
      throw t.raise(
        t.types.typeError, all == shown ? "%N() takes a %S-sequence (%S-sequence given)" : "%N() takes an at most %S-sequence (%S-sequence given)",
        Value(type), try t.int(all), try t.int(items.count))
    }
    while items.count < all { try t.append(items, .none) }
    return try make(t, type, items.slots)
  }
}

extension Thread {
  /// A native type of a module, which is imported if need be.
  func typeNamedOrImport(_ name: StaticString, module: StaticString) throws(Raised) -> Ref<TypeObject> {
    let known = typeNamed(name)
    if !known.isNone { return known }
    _ = try importModule(try str(module))
    return typeNamed(name)
  }
}
