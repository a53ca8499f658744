import Builtins
import Glibc
import Runtime

/// The methods of arrays that see the items as bytes or text.
enum ArrayBytes {
  typealias Array = Ref<ArrayObject>

  private static func array(_ v: Value) -> Array { v.unchecked() }

  static let functions: [NativeFunctionSpec] = [
    .init("buffer_info(self, /)", "Return a tuple (address, length) giving the current memory address and the length in items of the buffer used to hold array's contents.") {
      t, a throws(Raised) in
      let me = ArrayBytes.array(a[0])
      let address = me.buffer.isNone ? UInt64(0) : UInt64(UInt(bitPattern: me.bytes))
      return try t.tuple(try t.int(address), try t.int(me.count))
    },
    .init("byteswap(self, /)", "Byteswap all items of the array.") { _, a throws(Raised) in
      let me = ArrayBytes.array(a[0])
      for i in 0..<me.count { ArrayBytes.swap(me.bytes + i * me.itemSize, me.itemSize) }
      return .none
    },
    .init("frombytes(self, buffer, /)", "Appends items from the string, interpreting it as an array of machine values, as if it had been read from a file using the fromfile() method.") {
      t, a throws(Raised) in
      try ArrayBytes.appendBytes(t, ArrayBytes.array(a[0]), a[1])
      return .none
    },
    .init("fromstring(self, buffer, /)", "Appends items from the string, interpreting it as an array of machine values.\n\nThis method is deprecated. Use frombytes instead.") {
      t, a throws(Raised) in
      try t.warn(t.types.deprecationWarning, "fromstring() is deprecated. Use frombytes() instead.")
      let bytes = a[1].isKind(.str) ? try t.call(try t.getAttribute(a[1], try t.intern("encode"))) : a[1]
      try ArrayBytes.appendBytes(t, ArrayBytes.array(a[0]), bytes)
      return .none
    },
    .init("tobytes(self, /)", "Convert the array to an array of machine values and return the bytes representation.") { t, a throws(Raised) in
      try ArrayBytes.bytes(t, ArrayBytes.array(a[0]))
    },
    .init("tostring(self, /)", "Convert the array to an array of machine values and return the bytes representation.\n\nThis method is deprecated. Use tobytes instead.") {
      t, a throws(Raised) in
      try t.warn(t.types.deprecationWarning, "tostring() is deprecated. Use tobytes() instead.")
      return try ArrayBytes.bytes(t, ArrayBytes.array(a[0]))
    },
    .init("fromunicode(self, ustr, /)", "Extends this array with data from the unicode string ustr.") { t, a throws(Raised) in
      guard a[1].isKind(.str) else { throw t.raise(t.types.typeError, "fromunicode() argument must be str, not %B", a[1]) }
      let me = ArrayBytes.array(a[0])
      if !me.isText { throw t.raise(.fromunicodeOfNumbers) }
      try ArrayBytes.appendText(t, me, a[1].unchecked())
      return .none
    },
    .init("tounicode(self, /)", "Extends this array with data from the unicode string ustr.") { t, a throws(Raised) in
      let me = ArrayBytes.array(a[0])
      if !me.isText { throw t.raise(.tounicodeOfNumbers) }
      return try ArrayBytes.text(t, me)
    },
    .init("fromfile(self, f, n, ////)", "Read n objects from the file object f and append them to the end of the array.") { t, a throws(Raised) in
      try ArrayBytes.read(t, ArrayBytes.array(a[0]), a[1], a[2])
      return .none
    },
    .init("tofile(self, f, ////)", "Write all items (as machine values) to the file object f.") { t, a throws(Raised) in
      try ArrayBytes.write(t, ArrayBytes.array(a[0]), a[1])
      return .none
    },
    .init("__reduce_ex__(self, value, /)", "Return state information for pickling.") { t, a throws(Raised) in
      try ArrayPickling.reduce(t, a[0], a[1])
    },
    .init("__sizeof__(self, /)", "Size of the array in memory, in bytes.") { t, a throws(Raised) in
      let me = ArrayBytes.array(a[0])
      return try t.int(MemoryLayout<ArrayObject>.size + (me.buffer.isNone ? 0 : me.buffer.capacity))
    },
  ]

  private static func swap(_ bytes: UnsafeMutablePointer<UInt8>, _ size: Int) {
    for k in 0..<(size / 2) {
      let byte = bytes[k]
      bytes[k] = bytes[size - 1 - k]
      bytes[size - 1 - k] = byte
    }
  }

  // MARK: Bytes

  static func bytes(_ t: Thread, _ me: Array) throws(Raised) -> Value { try t.bytes(copying: me.bytes, count: me.byteCount) }

  static func appendBytes(_ t: Thread, _ me: Array, _ v: Value) throws(Raised) {
    let view = try t.bufferBytes(v)
    if v.isKind(.record), v.object.type == t.types.memoryview, v.unchecked(as: MemoryViewObject.self).itemSize != 1 {
      throw t.raise(t.types.typeError, "a bytes-like object is required")
    }
    if v.isKind(.bufferOwner), v.unchecked(as: BufferOwnerObject.self).itemSize != 1 {
      throw t.raise(t.types.typeError, "a bytes-like object is required")
    }
    if view.count % me.itemSize != 0 { throw t.raise(t.types.valueError, "bytes length not a multiple of item size") }
    if view.count == 0 { return }
    if v == Value(me) {
      let copy = try ArrayStorage.copy(t, me, 0, me.count)
      return try ArrayStorage.append(t, me, copy.bytes, count: copy.count)
    }
    try ArrayStorage.append(t, me, view.base, count: view.count / me.itemSize)
  }

  // MARK: Text

  static func appendText(_ t: Thread, _ me: Array, _ text: Ref<StrObject>) throws(Raised) {
    if text.count == 0 { return }
    let old = me.count
    try ArrayStorage.resize(t, me, old + text.count)
    let words = UnsafeMutableRawPointer(me.bytes).assumingMemoryBound(to: UInt32.self)
    for i in 0..<text.count { words[old + i] = text.codePoint(i) }
  }

  static func text(_ t: Thread, _ me: Array) throws(Raised) -> Value {
    let words = UnsafeRawPointer(me.bytes).assumingMemoryBound(to: UInt32.self)
    for i in 0..<me.count where words[i] > 0x10FFFF { throw ArrayItems.notInRange(t, words[i]) }
    return try t.str(codePoints: words, count: me.count)
  }

  // MARK: Files

  private static func read(_ t: Thread, _ me: Array, _ file: Value, _ n: Value) throws(Raised) {
    let count = try t.sizeArgument(n)
    if count < 0 { throw t.raise(t.types.valueError, "negative count") }
    let (size, overflow) = count.multipliedReportingOverflow(by: me.itemSize)
    if overflow { throw t.raiseMemoryError() }
    let bytes = try t.callMethod(file, .read, try t.int(size))
    guard bytes.isKind(.bytes) else { throw t.raise(t.types.typeError, "read() didn't return bytes") }
    let given = bytes.unchecked(as: BytesObject.self).count
    try appendBytes(t, me, bytes)
    if given != size { throw t.raise(t.types.eofError, "read() didn't return enough bytes") }
  }

  private static func write(_ t: Thread, _ me: Array, _ file: Value) throws(Raised) {
    let block = 1 << 16
    var at = 0
    while at < me.byteCount {
      let bytes = try t.bytes(copying: me.bytes + at, count: min(block, me.byteCount - at))
      _ = try t.callMethod(file, .write, bytes)
      at += block
    }
  }
}
