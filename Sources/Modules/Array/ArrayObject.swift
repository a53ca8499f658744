import Builtins
import Glibc
import Runtime

/// An instance of array.array: a `.bufferOwner` whose format for views is `w` for characters, else the typecode.
struct ArrayObject: HeapCell {
  var header: ObjectHeader
  /// The `.rawBuffer` cell with the items; none while there are none.
  var buffer: Ref<BufferObject>
  /// The format of an item in views, a str.
  var format: Value
  /// Items.
  var count: Int
  var itemSize: Int
  /// Views that are not known to be gone (`Thread.checkResizable`).
  var exports: Int
  /// The typecode.
  var code: UInt8
  static let tracedWords = 2
}

extension Ref where T == ArrayObject {
  @inline(__always) var buffer: Ref<BufferObject> { get { layout.buffer } nonmutating set { layout.buffer = newValue } }
  @inline(__always) var format: Value { get { layout.format } nonmutating set { layout.format = newValue } }
  @inline(__always) var count: Int { get { layout.count } nonmutating set { layout.count = newValue } }
  @inline(__always) var itemSize: Int { get { layout.itemSize } nonmutating set { layout.itemSize = newValue } }
  @inline(__always) var exports: Int { get { layout.exports } nonmutating set { layout.exports = newValue } }
  @inline(__always) var code: UInt8 { get { layout.code } nonmutating set { layout.code = newValue } }

  /// The bytes; while there is no buffer, an address that is never read.
  @inline(__always) var bytes: UnsafeMutablePointer<UInt8> { cast(to: BufferOwnerObject.self).bytes }
  var byteCount: Int { count * itemSize }
  var isText: Bool { code == UInt8(ascii: "u") || code == UInt8(ascii: "w") }
}

/// Making arrays and changing their size.
enum ArrayStorage {
  typealias Array = Ref<ArrayObject>

  /// An array of `count` zero items.
  static func make(_ t: Thread, _ type: Ref<TypeObject>, _ code: UInt8, count: Int = 0) throws(Raised) -> Array {
    let array: Array = try t.allocateInstance(type, kind: .bufferOwner, tracedWords: ArrayObject.tracedWords)
    array.code = code
    array.itemSize = ArrayItems.size(code)
    array.format = try t.str(codePoint: code == UInt8(ascii: "u") ? 119 : UInt32(code))
    if count > 0 {
      if count > (1 << 46) / array.itemSize { throw t.raiseMemoryError() }
      try t.checkRoom(bytes: count * array.itemSize)
      array.buffer = try t.rawBuffer(bytes: count * array.itemSize)
      array.count = count
    }
    return array
  }

  /// An array of the same typecode, of the plain type.
  static func make(_ t: Thread, like array: Array, count: Int) throws(Raised) -> Array {
    try make(t, try t.typeNamedOrImport("array.array", module: "array"), array.code, count: count)
  }

  /// BufferError if the array is shown by views and its size would change.
  static func checkResizable(_ t: Thread, _ array: Array, to count: Int) throws(Raised) {
    if count != array.count { try t.checkResizable(Value(array), exports: array.exports) }
  }

  /// Gives the array `count` items; new ones are zero.
  static func resize(_ t: Thread, _ array: Array, _ count: Int) throws(Raised) {
    try checkResizable(t, array, to: count)
    if count > (1 << 46) / array.itemSize { throw t.raiseMemoryError() }
    let size = count * array.itemSize
    let capacity = array.buffer.isNone ? 0 : array.buffer.capacity
    if size > capacity || size < capacity / 4 {
      let room = size > capacity ? size + size / 16 + (count < 8 ? 3 : 7) * array.itemSize : size
      if room > 1 << 16 { try t.checkRoom(bytes: room) }
      let buffer: Ref<BufferObject> = count == 0 ? .none : try t.rawBuffer(bytes: room)
      let old = array.byteCount
      if count > 0 && old > 0 { memcpy(buffer.trailing(UInt8.self), array.bytes, min(old, size)) }
      array.buffer = buffer
    } else if count > array.count {
      memset(array.bytes + array.byteCount, 0, size - array.byteCount)
    }
    array.count = count
  }

  /// Replaces the items `start ..< end` by `count` others whose bytes are at `items` (which are not the array's own).
  static func replace(_ t: Thread, _ array: Array, _ start: Int, _ end: Int, _ items: UnsafePointer<UInt8>, _ count: Int) throws(Raised) {
    let size = array.itemSize
    let tail = array.count - end
    let total = start + count + tail
    if total > array.count {
      try resize(t, array, total)
      memmove(array.bytes + (start + count) * size, array.bytes + end * size, tail * size)
    } else if total < array.count {
      try checkResizable(t, array, to: total)
      memmove(array.bytes + (start + count) * size, array.bytes + end * size, tail * size)
      try resize(t, array, total)
    }
    if count > 0 { memcpy(array.bytes + start * size, items, count * size) }
    // (A throwing function must not end in a copy of memory.)
    try t.pollNative()
  }

  /// Appends copies of bytes (a whole number of items, not the array's own).
  static func append(_ t: Thread, _ array: Array, _ bytes: UnsafePointer<UInt8>, count: Int) throws(Raised) {
    try replace(t, array, array.count, array.count, bytes, count)
  }

  /// Copies the items `start ..< end`.
  static func copy(_ t: Thread, _ array: Array, _ start: Int, _ end: Int) throws(Raised) -> Array {
    let result = try make(t, like: array, count: max(end - start, 0))
    if end > start { memcpy(result.bytes, array.bytes + start * array.itemSize, (end - start) * array.itemSize) }
    return result
  }
}
