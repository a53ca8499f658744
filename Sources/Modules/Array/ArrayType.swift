import Builtins
import Glibc
import Runtime

/// The type array.array: construction and the protocol of sequences.
enum ArrayType {
  typealias Array = Ref<ArrayObject>

  static let spec = TypeSpec(
    "array.array",
    doc: """
      array(typecode [, initializer]) -> array

      Return a new array whose items are restricted by typecode, and
      initialized from the optional initializer value, which must be a list,
      string or iterable over elements of the appropriate type.
      """,
    functions: lifecycle + protocols + operators + ArrayComparison.functions + ArrayMethods.functions + ArrayBytes.functions
      + [BufferMethods.buffer, BufferMethods.releaseBuffer, OwnAccessors.getting],
    attributes: [
      .init("typecode", "the typecode character used to create the array", get: { t, a throws(Raised) in
        try t.str(codePoint: UInt32(ArrayType.array(a[0]).code))
      }),
      .init("itemsize", "the size, in bytes, of one array item", get: { _, a throws(Raised) in Value(small: ArrayType.array(a[0]).itemSize) }),
    ],
    finish: { t, type throws(Raised) in try t.dictSet(type.dict, t.name(.__hash__), .none) })

  static func array(_ v: Value) -> Array { v.unchecked() }

  static func isArray(_ v: Value) -> Bool { v.isKind(.bufferOwner) && v.object.type.instanceKind == .bufferOwner }

  private static let lifecycle: [NativeFunctionSpec] = [
    .init("__new__(cls, /, *args, **kwargs)", "Create and return a new object.  See help(type) for accurate signature.") { t, a throws(Raised) in
      let keywords = a[2].unchecked(as: DictObject.self)
      if keywords.count > 0, ArrayType.refusesKeywords(t, a[0].unchecked()) {
        throw t.raise(t.types.typeError, "array.array() takes no keyword arguments")
      }
      return try ArrayType.construct(t, a[0].unchecked(), a[1].tupleSlots)
    },
    .init("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in try ArrayType.representation(t, a[0]) },
  ]

  /// Whether `array` itself is made, or (at some levels) a subclass that has no constructor of its own.
  private static func refusesKeywords(_ t: Thread, _ cls: Ref<TypeObject>) -> Bool {
    let type = t.typeNamed("array.array")
    return cls == type || !t.ignoresKeywords(cls, of: type, .__init__)
  }

  // MARK: Construction

  private static func construct(_ t: Thread, _ cls: Ref<TypeObject>, _ arguments: Slots) throws(Raised) -> Value {
    if arguments.count == 0 { throw t.raise(t.types.typeError, "array() takes at least 1 argument (0 given)") }
    if arguments.count > 2 { throw t.raise(t.types.typeError, "array() takes at most 2 arguments (%S given)", Value(small: arguments.count)) }
    let given = arguments[0]
    guard given.isKind(.str) else { throw t.raise(t.types.typeError, "array() argument 1 must be a unicode character, not %B", given) }
    let length = given.unchecked(as: StrObject.self).count
    if length != 1 { throw t.raise(.typecodeNotCharacter, try t.int(length), given) }
    let initial = arguments.count == 2 ? arguments[1] : Value.null
    let code = given.unchecked(as: StrObject.self).codePoint(0)
    if code == UInt32(UInt8(ascii: "u")), t.has(.deprecatedCharacterArrays) {
      try t.warn(t.types.deprecationWarning, "The 'u' type code is deprecated and will be removed in Python 3.16")
    }
    try checkInitial(t, initial, code)
    guard ArrayItems.isCode(t, code) else {
      if !initial.isNull, !initial.isKind(.list), !initial.isKind(.tuple), !initial.isKind(.bytes), !initial.isKind(.bytearray), !isArray(initial), !initial.isKind(.str) {
        _ = try t.iterator(of: initial)
      }
      throw t.raise(.badTypecode)
    }
    return Value(try fill(t, cls, UInt8(code), initial))
  }

  private static func checkInitial(_ t: Thread, _ initial: Value, _ code: UInt32) throws(Raised) {
    if initial.isNull || code == UInt32(UInt8(ascii: "u")) || code == UInt32(UInt8(ascii: "w")) { return }
    if initial.isKind(.str) {
      throw t.raise(t.types.typeError, "cannot use a str to initialize an array with typecode '%S'", try t.str(codePoint: code))
    }
    if isArray(initial), array(initial).isText {
      throw t.raise(t.types.typeError, "cannot use a unicode array to initialize an array with typecode '%S'", try t.str(codePoint: code))
    }
  }

  private static func fill(_ t: Thread, _ cls: Ref<TypeObject>, _ code: UInt8, _ initial: Value) throws(Raised) -> Array {
    let result = try ArrayStorage.make(t, cls, code)
    if initial.isNull { return result }
    if isArray(initial), array(initial).code == code {
      let source = array(initial)
      if source.count > 0 { try ArrayStorage.append(t, result, source.bytes, count: source.count) }
      return result
    }
    if initial.isKind(.bytes) || initial.isKind(.bytearray) {
      try ArrayBytes.appendBytes(t, result, initial)
    } else if initial.isKind(.str), result.isText {
      try ArrayBytes.appendText(t, result, initial.unchecked())
    } else if initial.isKind(.list) || initial.isKind(.tuple) {
      try fill(t, result, fromSequence: initial)
    } else if isArray(initial) {
      let source = array(initial)
      for i in 0..<source.count { try ArrayItems.insert(t, result, i, try ArrayItems.load(t, source, i)) }
    } else {
      try ArrayMethods.extend(t, result, iterating: initial)
    }
    return result
  }

  /// Fills an empty array from a list or tuple, which may change meanwhile.
  private static func fill(_ t: Thread, _ result: Array, fromSequence v: Value) throws(Raised) {
    let count = try t.length(v)
    try ArrayStorage.resize(t, result, count)
    for i in 0..<count where v.object.type.flags.contains(.heap) {
      try ArrayItems.store(t, result, i, try t.getItem(v, Value(small: i)))
    }
    for i in 0..<count where !v.object.type.flags.contains(.heap) {
      guard i < (try t.length(v)) else { throw t.raise(t.types.indexError, "list index out of range") }
      let item = v.isKind(.list) ? v.unchecked(as: ListObject.self).items[i] : v.unchecked(as: TupleObject.self).items[i]
      try ArrayItems.store(t, result, i, item)
      if i & 0xFFF == 0xFFF { try t.pollNative() }
    }
  }

  private static func representation(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    let me = array(v)
    var text = TextBuilder(t)
    try text.append(t.typeOf(v).name)
    try text.append("('")
    try text.append(codePoint: UInt32(me.code))
    try text.append("'")
    if me.count > 0 {
      try text.append(", ")
      let items = me.isText ? try ArrayBytes.text(t, me) : try ArrayMethods.list(t, me)
      try text.append(try t.repr(items))
    }
    try text.append(")")
    return try text.finish()
  }

  // MARK: The protocol of sequences

  private static let protocols: [NativeFunctionSpec] = [
    .init("__len__(self, /)", "Return len(self).") { t, a throws(Raised) in try t.int(ArrayType.array(a[0]).count) },
    .init("__getitem__(self, key, /)", "Return self[key].") { t, a throws(Raised) in try ArrayType.item(t, ArrayType.array(a[0]), a[1]) },
    .init("__setitem__(self, key, value, /)", "Set self[key] to value.") { t, a throws(Raised) in
      try ArrayType.assign(t, ArrayType.array(a[0]), a[1], a[2])
      return .none
    },
    .init("__delitem__(self, key, /)", "Delete self[key].") { t, a throws(Raised) in
      try ArrayType.assign(t, ArrayType.array(a[0]), a[1], .null)
      return .none
    },
    .init("__iter__(self, /)", "Implement iter(self).") { t, a throws(Raised) in try ArrayIterator.make(t, a[0]) },
    .init("__contains__(self, key, /)", "Return bool(key in self).") { t, a throws(Raised) in
      let me = ArrayType.array(a[0])
      var i = 0
      while i < me.count {
        if try t.equals(try ArrayItems.load(t, me, i), a[1]) { return .true }
        i += 1
        try t.pollNative()
      }
      return .false
    },
  ]

  private static func index(_ t: Thread, _ me: Array, _ key: Value, _ message: StaticString) throws(Raised) -> Int {
    try t.sequenceIndex(key, me.count, message, "array indices must be integers")
  }

  private static func item(_ t: Thread, _ me: Array, _ key: Value) throws(Raised) -> Value {
    guard key.isKind(.slice) else { return try ArrayItems.load(t, me, try index(t, me, key, "array index out of range")) }
    let run = try t.sliceIndices(key.unchecked(), me.count)
    if run.step == 1 { return Value(try ArrayStorage.copy(t, me, run.start, run.start + run.count)) }
    let result = try ArrayStorage.make(t, like: me, count: run.count)
    let size = me.itemSize
    for i in 0..<run.count { memcpy(result.bytes + i * size, me.bytes + (run.start + i * run.step) * size, size) }
    return Value(result)
  }

  /// `me[key] = v`, or with a null `v` the deletion.
  private static func assign(_ t: Thread, _ me: Array, _ key: Value, _ v: Value) throws(Raised) {
    guard key.isKind(.slice) else {
      let at = try index(t, me, key, "array assignment index out of range")
      if v.isNull { return try ArrayStorage.replace(t, me, at, at + 1, me.bytes, 0) }
      return try ArrayItems.store(t, me, at, v)
    }
    let run = try t.sliceIndices(key.unchecked(), me.count)
    if v.isNull { return try assign(t, me, run, me.bytes, 0) }
    guard isArray(v) else { throw t.raise(t.types.typeError, "can only assign array (not \"%T\") to array slice", v) }
    let source = array(v) == me ? try ArrayStorage.copy(t, me, 0, me.count) : array(v)
    guard source.code == me.code else { throw t.raise(t.types.typeError, "bad argument type for built-in operation") }
    try assign(t, me, run, source.bytes, source.count)
  }

  private static func assign(_ t: Thread, _ me: Array, _ run: SliceRun, _ items: UnsafePointer<UInt8>, _ count: Int) throws(Raised) {
    let size = me.itemSize
    if count == 0 || run.count != count { try t.checkResizable(Value(me), exports: me.exports) }
    if run.step == 1 {
      return try ArrayStorage.replace(t, me, run.start, run.start + run.count, items, count)
    }
    if count == 0 { return try delete(t, me, run) }
    if count != run.count {
      throw t.raise(
        t.types.valueError, "attempt to assign array of size %S to extended slice of size %S", Value(small: count), Value(small: run.count))
    }
    for i in 0..<count { memcpy(me.bytes + (run.start + i * run.step) * size, items + i * size, size) }
    try t.pollNative()
  }

  private static func delete(_ t: Thread, _ me: Array, _ slice: SliceRun) throws(Raised) {
    if slice.count == 0 { return }
    var run = slice
    if run.step < 0 {
      run.start += (run.count - 1) * run.step
      run.step = -run.step
    }
    let size = me.itemSize
    var to = run.start
    var victims = 0
    for from in run.start..<me.count {
      if victims < run.count && from == run.start + victims * run.step {
        victims += 1
      } else {
        memmove(me.bytes + to * size, me.bytes + from * size, size)
        to += 1
      }
    }
    try ArrayStorage.resize(t, me, to)
  }

  // MARK: Operators

  private static let operators: [NativeFunctionSpec] = [
    .init("__add__(self, value, /)", "Return self+value.") { t, a throws(Raised) in
      guard ArrayType.isArray(a[1]) else { throw t.raise(t.types.typeError, "can only append array (not \"%T\") to array", a[1]) }
      let (left, right) = (ArrayType.array(a[0]), ArrayType.array(a[1]))
      guard left.code == right.code else { throw t.raise(t.types.typeError, "bad argument type for built-in operation") }
      let result = try ArrayStorage.make(t, like: left, count: left.count + right.count)
      if left.count > 0 { memcpy(result.bytes, left.bytes, left.byteCount) }
      if right.count > 0 { memcpy(result.bytes + left.byteCount, right.bytes, right.byteCount) }
      return Value(result)
    },
    .init("__mul__(self, value, /)", "Return self*value.") { t, a throws(Raised) in try ArrayType.repeated(t, a) },
    .init("__rmul__(self, value, /)", "Return value*self.") { t, a throws(Raised) in try ArrayType.repeated(t, a) },
    .init("__iadd__(self, value, /)", "Implement self+=value.") { t, a throws(Raised) in
      guard ArrayType.isArray(a[1]) else {
        throw t.raise(t.types.typeError, "can only extend array with array (not \"%T\")", a[1])
      }
      try ArrayMethods.extend(t, ArrayType.array(a[0]), a[1])
      return a[0]
    },
    .init("__imul__(self, value, /)", "Implement self*=value.") { t, a throws(Raised) in
      let times = max(try t.asIndex(a[1]), 0)
      let me = ArrayType.array(a[0])
      let old = me.count
      if old == 0 || times == 1 { return a[0] }
      let (total, overflow) = old.multipliedReportingOverflow(by: times)
      if overflow { throw t.raiseMemoryError() }
      try ArrayStorage.resize(t, me, total)
      if total > 0 { ArrayType.spread(me.bytes, old * me.itemSize, total * me.itemSize) }
      return a[0]
    },
  ]

  private static func repeated(_ t: Thread, _ a: Slots) throws(Raised) -> Value {
    let times = max(try t.asIndex(a[1]), 0)
    let me = array(a[0])
    let (total, overflow) = me.count.multipliedReportingOverflow(by: times)
    if overflow { throw t.raiseMemoryError() }
    let result = try ArrayStorage.make(t, like: me, count: total)
    if total > 0 {
      memcpy(result.bytes, me.bytes, me.byteCount)
      spread(result.bytes, me.byteCount, result.byteCount)
    }
    return Value(result)
  }

  /// Repeats the first `count` bytes up to `total`.
  private static func spread(_ bytes: UnsafeMutablePointer<UInt8>, _ count: Int, _ total: Int) {
    var done = count
    while done < total {
      let next = min(done, total - done)
      memcpy(bytes + done, bytes, next)
      done += next
    }
  }
}
