import Glibc
import Runtime

/// The tables of `bytearray`.
enum ByteArrayType {
  static let spec = TypeSpec(
    "bytearray",
    doc: """
      bytearray(iterable_of_ints) -> bytearray
      bytearray(string, encoding[, errors]) -> bytearray
      bytearray(bytes_or_buffer) -> mutable copy of bytes_or_buffer
      bytearray(int) -> bytes array of size given by the parameter initialized with null bytes
      bytearray() -> empty bytes array

      Construct a mutable bytearray object from:
        - an iterable yielding integers in range(256)
        - a text string encoded using the specified encoding
        - a bytes or a buffer object
        - any object implementing the buffer API.
        - an integer
      """,
    functions: lifecycle + BytesType.comparisons + protocols + operators + BytesType.shared + changes
      + [BufferMethods.buffer, BufferMethods.releaseBuffer],
    finish: { t, type throws(Raised) in try t.dictSet(type.dict, t.name(.__hash__), .none) })

  static func make(_ t: Thread, _ view: ByteView) throws(Raised) -> Ref<ByteArrayObject> {
    let array = try t.newByteArray(count: view.count, type: t.types.bytearray)
    if view.count > 0 { memcpy(array.bytes, view.base, view.count) }
    return array
  }

  // MARK: Storage

  private static func array(_ v: Value) -> Ref<ByteArrayObject> { v.unchecked() }

  /// Replaces the bytes `start ..< end` by copies of `items` (which may be the array's own).
  static func replace(_ t: Thread, _ array: Ref<ByteArrayObject>, _ start: Int, _ end: Int, _ items: ByteView) throws(Raised) {
    let tail = array.count - end
    let count = start + items.count + tail
    if count != array.count { try t.checkResizable(Value(array), exports: array.exports) }
    let old = array.buffer
    let capacity = old.isNone ? 0 : old.capacity
    let isOwn = !old.isNone && items.count > 0
      && UnsafeRawPointer(items.base) >= UnsafeRawPointer(old.raw) && UnsafeRawPointer(items.base) < UnsafeRawPointer(old.raw + capacity + 64)
    if count > capacity || isOwn {
      let buffer = try t.rawBuffer(bytes: count > capacity ? max(count + count / 8, 16) : capacity)
      let to: UnsafeMutablePointer<UInt8> = buffer.trailing()
      memcpy(to, array.bytes, start)
      memcpy(to + start, items.base, items.count)
      memcpy(to + start + items.count, array.bytes + end, tail)
      array.buffer = buffer
    } else if capacity > 0 {
      let base = array.bytes
      memmove(base + start + items.count, base + end, tail)
      memcpy(base + start, items.base, items.count)
    }
    array.count = count
  }

  private static func insert(_ t: Thread, _ array: Ref<ByteArrayObject>, _ at: Int, _ byte: UInt8) throws(Raised) {
    var byte = byte
    try withUnsafePointer(to: &byte) { pointer throws(Raised) in
      try replace(t, array, at, at, ByteView(base: pointer, count: 1))
    }
  }

  private static func cut(_ t: Thread, _ array: Ref<ByteArrayObject>, _ start: Int, _ end: Int) throws(Raised) {
    try replace(t, array, start, end, ByteView(base: array.bytes, count: 0))
  }

  // MARK: Lifecycle

  static let lifecycle: [NativeFunctionSpec] = [
    .init("__new__(cls, /, *args, **kwargs)", "Create and return a new object.  See help(type) for accurate signature.") { t, a throws(Raised) in
      Value(try t.newByteArray(count: 0, type: a[0].unchecked()))
    },
    .init(
      "__init__(self, source=<unrepresentable>, encoding=<unrepresentable>, errors=<unrepresentable>)",
      "Initialize self.  See help(type(self)) for accurate signature."
    ) { t, a throws(Raised) in
      let array = ByteArrayType.array(a[0])
      // It is emptied before anything but the arguments can fail.
      if t.has(.bytearrayArgumentsFirst) {
        if !a[2].isNull { _ = try StrSupport.cText(t, a[2], "bytearray", StrSupport.encodingArgument(t)) }
        if !a[3].isNull { _ = try StrSupport.cText(t, a[3], "bytearray", StrSupport.errorsArgument(t)) }
      }
      try ByteArrayType.cut(t, array, 0, array.count)
      if a[2].isNull, a[3].isNull, BytesType.isIterated(t, a[1]) {
        try ByteArrayType.fill(t, array, a[1])
        return .none
      }
      let bytes = try BytesType.make(t, a[1], a[2], a[3], "bytearray")
      try ByteArrayType.replace(t, array, 0, array.count, BytesSupport.view(bytes))
      return .none
    },
    .init("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in try t.nativeRepr(a[0]) },
    .init("__str__(self, /)", "Return str(self).") { t, a throws(Raised) in try t.nativeRepr(a[0]) },
    .init("__reduce__(self, /)", "Return state information for pickling.") { t, a throws(Raised) in
      let view = BytesSupport.view(a[0])
      let items = try t.tuple(try t.bytes(copying: view.base, count: view.count))
      return try t.tuple(Value(a[0].object.type), items, try t.reducedState(of: a[0]))
    },
    .init("__alloc__(self, /)", "B.__alloc__() -> int\n\nReturn the number of bytes actually allocated.") { t, a throws(Raised) in
      let buffer = ByteArrayType.array(a[0]).buffer
      return Value(small: buffer.isNone ? 0 : buffer.capacity)
    },
    .init("__sizeof__(self, /)", "Returns the size of the bytearray object in memory, in bytes.") { t, a throws(Raised) in
      let buffer = ByteArrayType.array(a[0]).buffer
      return try t.int(MemoryLayout<ByteArrayObject>.size + (buffer.isNone ? 0 : buffer.capacity))
    },
  ]

  // MARK: The protocol of sequences

  static let protocols: [NativeFunctionSpec] = [
    .init("__iter__(self, /)", "Implement iter(self).") { t, a throws(Raised) in try t.indexIterator(a[0], t.types.bytearrayIterator) },
    .init("__getitem__(self, key, /)", "Return self[key].") { t, a throws(Raised) in
      try BytesType.item(
        t, a[0], a[1], "bytearray index out of range", "bytearray indices must be integers or slices, not %T")
    },
    .init("__setitem__(self, key, value, /)", "Set self[key] to value.") { t, a throws(Raised) in
      try ByteArrayType.setItem(t, ByteArrayType.array(a[0]), a[1], a[2])
      return .none
    },
    .init("__delitem__(self, key, /)", "Delete self[key].") { t, a throws(Raised) in
      try ByteArrayType.deleteItem(t, ByteArrayType.array(a[0]), a[1])
      return .none
    },
  ]

  private static func index(_ t: Thread, _ array: Ref<ByteArrayObject>, _ key: Value) throws(Raised) -> Int {
    try t.sequenceIndex(key, array.count, "bytearray index out of range", "bytearray indices must be integers or slices, not %T")
  }

  /// From 3.10 on, the byte is converted before the index is compared with the length, which that may change.
  private static func setByte(_ t: Thread, _ array: Ref<ByteArrayObject>, _ key: Value, _ v: Value) throws(Raised) {
    if !t.isInt(key) && t.lookupSpecial(key, .__index__).isNull {
      throw t.raise(t.types.typeError, "bytearray indices must be integers or slices, not %T", key)
    }
    var at = try t.indexOrIndexError(key)
    if at < 0 { at += array.count }
    if !t.has(.byteBeforeIndex), at < 0 || at >= array.count { throw t.raise(t.types.indexError, "bytearray index out of range") }
    let byte = try BytesSupport.byte(t, v)
    if at < 0 || at >= array.count { throw t.raise(t.types.indexError, "bytearray index out of range") }
    array.bytes[at] = byte
  }

  private static func setItem(_ t: Thread, _ array: Ref<ByteArrayObject>, _ key: Value, _ v: Value) throws(Raised) {
    guard key.isKind(.slice) else {
      try setByte(t, array, key, v)
      return
    }
    let numbers = try t.sliceNumbers(key.unchecked())
    let items = try sliceSource(t, v)
    let view = BytesSupport.view(items)
    let run = t.clamp(numbers, array.count)
    if run.step == 1 { return try replace(t, array, run.start, max(run.start, run.stop), view) }
    if view.count == 0 { return try delete(t, array, run) }
    if view.count != run.count {
      throw t.raise(
        t.types.valueError, "attempt to assign bytes of size %S to extended slice of size %S", Value(small: view.count),
        Value(small: run.count))
    }
    for i in 0..<run.count { array.bytes[run.start + i * run.step] = view[i] }
  }

  /// What is assigned to a slice, as bytes of its own.
  private static func sliceSource(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    if let copy = try BytesSupport.copyOfBuffer(t, v) { return copy }
    if v.isKind(.str) || isNumber(t, v) {
      throw t.raise(t.types.typeError, "can assign only bytes, buffers, or iterables of ints in range(0, 256)")
    }
    let iterator = try BytesSupport.iterator(t, of: v, "cannot convert '%T' object to bytearray")
    return try BytesSupport.bytes(t, from: iterator, "byte must be in range(0, 256)")
  }

  /// What CPython's number protocol takes for a number.
  private static func isNumber(_ t: Thread, _ v: Value) -> Bool {
    t.isInt(v) || v.isFloat || v.isKind(.complex) || !t.lookupSpecial(v, .__index__).isNull || !t.lookupSpecial(v, .__int__).isNull
      || !t.lookupSpecial(v, .__float__).isNull
  }

  private static func deleteItem(_ t: Thread, _ array: Ref<ByteArrayObject>, _ key: Value) throws(Raised) {
    guard key.isKind(.slice) else {
      let at = try index(t, array, key)
      return try cut(t, array, at, at + 1)
    }
    try delete(t, array, try t.sliceIndices(key.unchecked(), array.count))
  }

  private static func delete(_ t: Thread, _ array: Ref<ByteArrayObject>, _ slice: SliceRun) throws(Raised) {
    var run = slice
    if run.count == 0 { return }
    try t.checkResizable(Value(array), exports: array.exports)
    if run.step < 0 {
      run.start += (run.count - 1) * run.step
      run.step = -run.step
    }
    var to = run.start
    var victims = 0
    for from in run.start..<array.count {
      if victims < run.count && from == run.start + victims * run.step {
        victims += 1
      } else {
        array.bytes[to] = array.bytes[from]
        to += 1
      }
    }
    array.count = to
  }

  static let operators: [NativeFunctionSpec] = [
    .init("__iadd__(self, value, /)", "Implement self+=value.") { t, a throws(Raised) in
      let array = ByteArrayType.array(a[0])
      guard let view = try BytesSupport.anyBytes(t, a[1]) else { throw t.raise(t.types.typeError, "can't concat %T to %T", a[1], a[0]) }
      try ByteArrayType.replace(t, array, array.count, array.count, view)
      return a[0]
    },
    .init("__imul__(self, value, /)", "Implement self*=value.") { t, a throws(Raised) in
      let result = try BytesType.repeated(t, a[0], try Sequences.count(t, a[1]))
      let array = ByteArrayType.array(a[0])
      try ByteArrayType.replace(t, array, 0, array.count, BytesSupport.view(result))
      return a[0]
    },
  ]

  // MARK: Methods

  static let changes: [NativeFunctionSpec] = [
    .init("append(self, item, /)", "Append a single item to the end of the bytearray.") { t, a throws(Raised) in
      let array = ByteArrayType.array(a[0])
      try ByteArrayType.append(t, array, try BytesSupport.byte(t, a[1]))
      return .none
    },
    .init("insert(self, index, item, /)", "Insert a single item into the bytearray before the given index.") { t, a throws(Raised) in
      let array = ByteArrayType.array(a[0])
      let index = try t.sizeArgument(a[1])
      let byte = try BytesSupport.byte(t, a[2])
      try ByteArrayType.insert(t, array, index < 0 ? max(index &+ array.count, 0) : min(index, array.count), byte)
      return .none
    },
    .init("extend(self, iterable_of_ints, /)", "Append all the items from the iterator or sequence to the end of the bytearray.") { t, a throws(Raised) in
      try ByteArrayType.extend(t, ByteArrayType.array(a[0]), a[1])
      return .none
    },
    .init("pop(self, index=-1, /)", "Remove and return a single item from B.") { t, a throws(Raised) in
      let array = ByteArrayType.array(a[0])
      var index = try t.sizeArgument(a[1])
      if array.count == 0 { throw t.raise(t.types.indexError, "pop from empty bytearray") }
      if index < 0 { index += array.count }
      if index < 0 || index >= array.count { throw t.raise(t.types.indexError, "pop index out of range") }
      let byte = array.bytes[index]
      try ByteArrayType.cut(t, array, index, index + 1)
      return Value(small: Int(byte))
    },
    .init("remove(self, value, /)", "Remove the first occurrence of a value in the bytearray.") { t, a throws(Raised) in
      let array = ByteArrayType.array(a[0])
      let byte = try BytesSupport.byte(t, a[1])
      for i in 0..<array.count where array.bytes[i] == byte {
        try ByteArrayType.cut(t, array, i, i + 1)
        return .none
      }
      throw t.raise(t.types.valueError, "value not found in bytearray")
    },
    .init("resize(self, size, /)", "Resize the internal buffer of bytearray to len.") { t, a throws(Raised) in
      let array = ByteArrayType.array(a[0])
      let size = try t.sizeArgument(a[1])
      if size < 0 { throw t.raise(t.types.valueError, "Can only resize to positive sizes, got %S", try t.int(size)) }
      if size < array.count {
        try ByteArrayType.cut(t, array, size, array.count)
      } else {
        try ByteArrayType.extend(t, array, try t.call(Value(t.types.bytes), try t.int(size - array.count)))
      }
      return .none
    },
    .init("clear(self, /)", "Remove all items from the bytearray.") { t, a throws(Raised) in
      let array = ByteArrayType.array(a[0])
      try ByteArrayType.cut(t, array, 0, array.count)
      return .none
    },
    .init("copy(self, /)", "Return a copy of B.") { t, a throws(Raised) in Value(try ByteArrayType.make(t, BytesSupport.view(a[0]))) },
    .init("reverse(self, /)", "Reverse the order of the values in B in place.") { t, a throws(Raised) in
      let array = ByteArrayType.array(a[0])
      var bytes = UnsafeMutableBufferPointer(start: array.bytes, count: array.count)
      bytes.reverse()
      return .none
    },
  ]

  /// The items of an iterable of ints; what came before an error stays.
  private static func fill(_ t: Thread, _ array: Ref<ByteArrayObject>, _ source: Value) throws(Raised) {
    let iterator = try BytesSupport.iterator(t, of: source, "cannot convert '%T' object to %S", try t.str("bytearray"))
    while true {
      let item = try t.next(iterator)
      if item.isNull { return }
      try append(t, array, try BytesSupport.byte(t, item))
    }
  }

  private static func append(_ t: Thread, _ array: Ref<ByteArrayObject>, _ byte: UInt8) throws(Raised) {
    guard !array.buffer.isNone, array.count < array.buffer.capacity, array.exports == 0 else {
      return try insert(t, array, array.count, byte)
    }
    array.bytes[array.count] = byte
    array.count += 1
  }

  private static func extend(_ t: Thread, _ array: Ref<ByteArrayObject>, _ v: Value) throws(Raised) {
    if v.isKind(.record), v.object.type == t.types.memoryview, ByteView(t, v) == nil {
      throw t.raise(t.types.typeError, "can't set bytearray slice from %T", v)
    }
    if let copy = try BytesSupport.copyOfBuffer(t, v) {
      return try replace(t, array, array.count, array.count, BytesSupport.view(copy))
    }
    if v.isKind(.str), v.unchecked(as: StrObject.self).count > 0 { throw t.raise(.bytearrayExtendedByStr) }
    let iterator = try BytesSupport.iterator(t, of: v, "can't extend bytearray with %T")
    if v.isKind(.instance) { _ = try t.lengthHint(v, 32) }
    let bytes = try BytesSupport.bytes(t, from: iterator, "byte must be in range(0, 256)")
    try replace(t, array, array.count, array.count, BytesSupport.view(bytes))
  }
}
