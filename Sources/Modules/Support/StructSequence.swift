import Runtime

/// Tuples with names (CPython's Objects/structseq.c): `time.struct_time`, `sys.version_info`. The names of the fields are in the type's
/// `nativeData`: a tuple of the number of items that the tuple shows and the names, hidden ones last.
struct StructSequence {
  /// A field, with what its attribute says about it.
  struct Field {
    let name: StaticString
    var doc: StaticString = ""
  }

  /// Makes the type; `fields` are all names, the first `visible` of them are items of the tuple.
  static func makeType(
    _ t: Thread, _ module: Ref<ModuleObject>, _ spec: TypeSpec, fields: [StaticString], visible: Int? = nil
  ) throws(Raised) -> Ref<TypeObject> {
    try makeType(t, module, spec, fields: fields.map { Field(name: $0) }, visible: visible)
  }

  static func makeType(
    _ t: Thread, _ module: Ref<ModuleObject>, _ spec: TypeSpec, fields: [Field], visible: Int? = nil
  ) throws(Raised) -> Ref<TypeObject> {
    let type = try t.makeNativeType(spec, base: t.types.tuple, kind: .tuple, bytes: MemoryLayout<TupleObject>.size, flags: [])
    try t.dictSet(type.dict, t.name(.__module__), module.name)
    let names = try t.tuple(count: fields.count)
    for (i, field) in fields.enumerated() { names.items[i] = try t.intern(field.name) }
    let shown = visible ?? fields.count
    // A word behind the items of each instance holds the tuple of the hidden fields.
    type.extraWords = 1
    type.nativeData = try t.tuple(Value(small: shown), Value(names))
    for (i, field) in fields.enumerated() where i < getters.count {
      let descriptor: Ref<GetSetDescriptorObject> = try t.allocate(kind: .getSetDescriptor, type: t.types.memberDescriptor, tracedWords: 2)
      descriptor.name = names.items[i]
      descriptor.owner = type
      descriptor.getter = getters[i]
      descriptor.setter = nil
      descriptor.doc = field.doc
      try t.dictSet(type.dict, names.items[i], Value(descriptor))
    }
    if t.has(.matchedNamedTuples) { try t.dictSet(type.dict, t.name(.__match_args__), try t.tuple(copying: names.slots.prefix(shown))) }
    try t.dictSet(type.dict, try t.intern("n_fields"), Value(small: fields.count))
    try t.dictSet(type.dict, try t.intern("n_sequence_fields"), Value(small: shown))
    try t.dictSet(type.dict, try t.intern("n_unnamed_fields"), Value(small: 0))
    if !t.has(.replaceableNamedTuples) {
      t.populate(type)
      _ = try t.dictDelete(type.dict, try t.intern("__replace__"))
    }
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

  /// The native type of `type` or of the base that it is a subclass of.
  private static func nativeType(_ t: Thread, _ v: Value) -> Ref<TypeObject> {
    var type = t.typeOf(v)
    while !type.base.isNone && type.flags.contains(.heap) { type = type.base }
    return type
  }

  /// Field `index` of all fields.
  private static func field(_ t: Thread, _ me: Value, _ index: Int) throws(Raised) -> Value {
    let data = nativeType(t, me).nativeData
    guard me.isKind(.tuple), data.isKind(.tuple) else { return .none }
    let shown = data.tupleSlots[0].smallInt
    if index < shown { return index < me.tupleSlots.count ? me.tupleSlots[index] : .none }
    guard me.object.flags.contains(.hasExtra) else { return .none }
    let hidden = extraWords(of: me.object)[0]
    return hidden.isKind(.tuple) && index - shown < hidden.tupleSlots.count ? hidden.tupleSlots[index - shown] : .none
  }

  /// A getter for each position.
  private static let getters: [NativeBody] = [
    { t, a throws(Raised) in try field(t, a[0], 0) },
    { t, a throws(Raised) in try field(t, a[0], 1) },
    { t, a throws(Raised) in try field(t, a[0], 2) },
    { t, a throws(Raised) in try field(t, a[0], 3) },
    { t, a throws(Raised) in try field(t, a[0], 4) },
    { t, a throws(Raised) in try field(t, a[0], 5) },
    { t, a throws(Raised) in try field(t, a[0], 6) },
    { t, a throws(Raised) in try field(t, a[0], 7) },
    { t, a throws(Raised) in try field(t, a[0], 8) },
    { t, a throws(Raised) in try field(t, a[0], 9) },
    { t, a throws(Raised) in try field(t, a[0], 10) },
    { t, a throws(Raised) in try field(t, a[0], 11) },
    { t, a throws(Raised) in try field(t, a[0], 12) },
    { t, a throws(Raised) in try field(t, a[0], 13) },
    { t, a throws(Raised) in try field(t, a[0], 14) },
    { t, a throws(Raised) in try field(t, a[0], 15) },
    { t, a throws(Raised) in try field(t, a[0], 16) },
    { t, a throws(Raised) in try field(t, a[0], 17) },
    { t, a throws(Raised) in try field(t, a[0], 18) },
    { t, a throws(Raised) in try field(t, a[0], 19) },
    { t, a throws(Raised) in try field(t, a[0], 20) },
    { t, a throws(Raised) in try field(t, a[0], 21) },
    { t, a throws(Raised) in try field(t, a[0], 22) },
    { t, a throws(Raised) in try field(t, a[0], 23) },
    { t, a throws(Raised) in try field(t, a[0], 24) },
    { t, a throws(Raised) in try field(t, a[0], 25) },
  ]

  /// The methods that every such type has.
  static let functions: [NativeFunctionSpec] = [
    NativeFunctionSpec("__new__(cls, sequence, dict=<unrepresentable>)", "Make a tuple of the fields in a sequence, and the hidden ones in a dict.") {
      t, a throws(Raised) in try construct(t, a[0].unchecked(), a[1], a[2])
    },
    NativeFunctionSpec("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in try describe(t, a[0]) },
    NativeFunctionSpec("__reduce__(self, /)", "What pickle needs to make the tuple again.") { t, a throws(Raised) in
      let names = nativeType(t, a[0]).nativeData.tupleSlots
      let hidden = try t.dict()
      for i in names[0].smallInt..<names[1].tupleSlots.count { try t.dictSet(hidden, names[1].tupleSlots[i], try field(t, a[0], i)) }
      return try t.tuple(Value(t.typeOf(a[0])), try t.tuple(try t.tuple(copying: a[0].tupleSlots), Value(hidden)))
    },
    NativeFunctionSpec("__replace__(self, /, **changes)", "A copy of the tuple with other values for the fields given.") { t, a throws(Raised) in
      try replace(t, a[0], a[1].unchecked())
    },
  ]

  private static func describe(_ t: Thread, _ me: Value) throws(Raised) -> Value {
    let native = nativeType(t, me)
    let names = native.nativeData.tupleSlots[1].tupleSlots
    let items = me.tupleSlots
    try t.enterRecursive(" while getting the repr of an object")
    defer { t.leaveRecursive() }
    var out = TextBuilder(t)
    let module = t.dictGet(native.dict, interned: t.name(.__module__))
    if !module.isNull && module != t.name(.builtins) {
      try out.append(try t.str(of: module))
      try out.append(".")
    }
    try out.append(native.name)
    for i in 0..<items.count {
      try out.append(i == 0 ? "(" : ", ")
      try out.append(names[i])
      try out.append("=")
      try out.append(try t.repr(items[i]))
    }
    try out.append(items.count == 0 ? "()" : ")")
    return try out.finish()
  }

  private static func replace(_ t: Thread, _ me: Value, _ changes: Ref<DictObject>) throws(Raised) -> Value {
    let type = nativeType(t, me)
    let names = type.nativeData.tupleSlots[1].tupleSlots
    let values = try t.list()
    for i in 0..<names.count {
      let changed = try t.dictGet(changes, names[i])
      try t.append(values, changed.isNull ? try field(t, me, i) : changed)
      _ = try t.dictDelete(changes, names[i])
    }
    if changes.count > 0 {
      throw t.raise(t.types.typeError, "Got unexpected field name(s): %R", Value(try t.list(from: Value(changes))))
    }
    return try make(t, type, values.slots)
  }

  private static func construct(_ t: Thread, _ type: Ref<TypeObject>, _ sequence: Value, _ more: Value) throws(Raised) -> Value {
    guard !t.lookupSpecial(sequence, .__iter__).isNull || !t.lookupSpecial(sequence, .__getitem__).isNull else {
      throw t.raise(t.types.typeError, "constructor requires a sequence")
    }
    let iterator: Value
    do throws(Raised) { iterator = try t.iterator(of: sequence) } catch {
      guard t.matches(t.exception, t.types.typeError) else { throw error }
      _ = t.takeException()
      throw t.raise(t.types.typeError, "constructor requires a sequence")
    }
    if iterator.isKind(.instance), t.has(.tupleAsksLengthHint) { _ = try t.lengthHint(iterator, 10) }
    let items = try t.list(from: iterator)
    if !more.isNull && !more.isKind(.dict) {
      throw t.raise(t.types.typeError, "%N() takes a dict as second arg, if any", Value(type))
    }
    var native = type
    while !native.base.isNone && native.flags.contains(.heap) { native = native.base }
    let shown = native.nativeData.tupleSlots[0].smallInt
    let names = native.nativeData.tupleSlots[1].tupleSlots
    if items.count < shown {
      throw t.raise(
        t.types.typeError, names.count == shown ? "%N() takes a %S-sequence (%S-sequence given)" : "%N() takes an at least %S-sequence (%S-sequence given)",
        Value(type), try t.int(shown), try t.int(items.count))
    }
    if items.count > names.count {
      throw t.raise(
        t.types.typeError, names.count == shown ? "%N() takes a %S-sequence (%S-sequence given)" : "%N() takes an at most %S-sequence (%S-sequence given)",
        Value(type), try t.int(names.count), try t.int(items.count))
    }
    var found = 0
    while items.count < names.count {
      let given = more.isNull ? .null : try t.dictGet(more.unchecked(), names[items.count])
      if !given.isNull { found += 1 }
      try t.append(items, given.isNull ? .none : given)
    }
    if !more.isNull, t.has(.structSequenceFieldsChecked), found < more.unchecked(as: DictObject.self).count {
      throw t.raise(t.types.typeError, "%N() got duplicate or unexpected field name(s)", Value(type))
    }
    return try make(t, native, items.slots)
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
