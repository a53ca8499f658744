/// The layout of a heap cell: which struct of Objects/ (or buffer) lies there. A subclass of a builtin type has the kind of that type.
/// `.none` is never in a header; `.free` marks a cell that is not allocated.
@frozen
public enum Kind: UInt8, BitwiseCopyable, Sendable {
  case free, none
  // Buffers: cells owned by one object, never seen as a value.
  /// Values, all traced.
  case valueBuffer
  /// Bytes, nothing traced.
  case rawBuffer
  /// Dict entries (hash, key, value): the hash is not traced.
  case dictEntries
  /// Set entries (key, hash): the hash is not traced.
  case setEntries
  case shape, signature
  // Objects.
  case instance, type, int, float, complex, str, bytes, bytearray, tuple, list, dict, set, frozenset
  case slice, range, cell, code, function, nativeFunction, boundMethod, memberDescriptor, getSetDescriptor
  case property, classMethod, staticMethod, superObject, module, frame, traceback, exception
  case generator, coroutine, asyncGenerator, mappingProxy, weakReference
  /// A native object that shows its bytes to others (`BufferOwnerObject`).
  case bufferOwner
  // Iterators that loops look for (Objects/Iterators.swift); none of them can be subclassed.
  case listIterator, tupleIterator, strIterator, rangeIterator, dictIterator, setIterator
  /// A text stream on a file descriptor (`sys.stdout`).
  case textStream
  /// Every other iterator and every other native object without a kind of its own: traced words first, raw words after.
  case record
}

/// The first 16 bytes of every heap cell.
///
/// Layout rule for every object: after the header come `tracedWords` words that the collector traces (each a `Value`, a `Ref` or 0),
/// then raw words that it never looks at. Therefore a struct in Objects/ lists its traced fields first.
@frozen
public struct ObjectHeader: BitwiseCopyable {
  /// The Python type; nil for buffers and other cells that are not values.
  public var type: Ref<TypeObject>
  public var kind: Kind
  public var flags: ObjectFlags
  /// For the owner of the kind: inline slots of an instance, state of a generator, ...
  public var small: UInt16
  public var tracedWords: UInt32
}

extension Ref where T == ObjectHeader {
  @inlinable @inline(__always) public var type: Ref<TypeObject> { get { layout.type } nonmutating set { layout.type = newValue } }
  @inlinable @inline(__always) public var kind: Kind { get { layout.kind } nonmutating set { layout.kind = newValue } }
  @inlinable @inline(__always) public var flags: ObjectFlags { get { layout.flags } nonmutating set { layout.flags = newValue } }
  @inlinable @inline(__always) public var small: UInt16 { get { layout.small } nonmutating set { layout.small = newValue } }
  @inlinable @inline(__always) public var tracedWords: UInt32 {
    get { layout.tracedWords } nonmutating set { layout.tracedWords = newValue }
  }
}

/// The layout of a heap cell: a struct whose first field is the header.
public protocol HeapCell: BitwiseCopyable {
  var header: ObjectHeader { get }
}

extension Ref where T: HeapCell {
  @inlinable @inline(__always) public var header: ObjectHeader {
    unsafeAddress { UnsafePointer(raw.assumingMemoryBound(to: ObjectHeader.self)) }
    nonmutating unsafeMutableAddress { raw.assumingMemoryBound(to: ObjectHeader.self) }
  }
}

@frozen
public struct ObjectFlags: OptionSet, BitwiseCopyable {
  public var rawValue: UInt8
  @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
  /// A str that is in the intern table.
  @inlinable public static var interned: ObjectFlags { ObjectFlags(rawValue: 1) }
  /// Its type has a finalizer (`__del__`) that was not called yet.
  @inlinable public static var finalizable: ObjectFlags { ObjectFlags(rawValue: 2) }
  /// It has entries in the weak reference table.
  @inlinable public static var weaklyReferenced: ObjectFlags { ObjectFlags(rawValue: 4) }
  /// For the owner of the kind.
  @inlinable public static var special: ObjectFlags { ObjectFlags(rawValue: 8) }
  /// An instance of a subclass of a builtin type with words of its own (`extraWords(of:)`).
  @inlinable public static var hasExtra: ObjectFlags { ObjectFlags(rawValue: 32) }
  /// Its finalizer runs after those of what died with it: of the streams on top of a stream, the outermost is closed first.
  @inlinable public static var finalizedLate: ObjectFlags { ObjectFlags(rawValue: 64) }
  /// Its repr is being made (recursive containers).
  @inlinable public static var inRepr: ObjectFlags { ObjectFlags(rawValue: 16) }
}
