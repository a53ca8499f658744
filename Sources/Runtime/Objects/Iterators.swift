// Layouts of the iterators over builtin containers and of the iterators that builtin functions make.

/// Iterates a list, tuple, str, bytes or bytearray (kinds `.listIterator`, `.tupleIterator`, `.strIterator`, else `.record`), the reverse of a
/// list, or anything with `__getitem__` (`types.sequenceIterator`).
@frozen
public struct IndexIteratorObject: HeapCell {
  public var header: ObjectHeader
  public var sequence: Value
  // raw
  /// The next item; `Int.max` (forwards) or -1 (backwards) when the iterator is exhausted, whatever happens to the sequence later.
  public var index: Int
}

extension Ref where T == IndexIteratorObject {
  @inlinable @inline(__always) public var sequence: Value { get { layout.sequence } nonmutating set { layout.sequence = newValue } }
  @inlinable @inline(__always) public var index: Int { get { layout.index } nonmutating set { layout.index = newValue } }
}

/// Iterates a range whose numbers all fit 64 bits. Kind `.rangeIterator` if they even are unboxed ints, else `.record`.
@frozen
public struct RangeIteratorObject: HeapCell {
  public var header: ObjectHeader
  public var next: Int
  public var step: Int
  /// Items left.
  public var left: Int
  /// Items in all.
  public var count: Int
}

extension Ref where T == RangeIteratorObject {
  @inlinable @inline(__always) public var next: Int { get { layout.next } nonmutating set { layout.next = newValue } }
  @inlinable @inline(__always) public var step: Int { get { layout.step } nonmutating set { layout.step = newValue } }
  @inlinable @inline(__always) public var left: Int { get { layout.left } nonmutating set { layout.left = newValue } }
  @inlinable @inline(__always) public var count: Int { get { layout.count } nonmutating set { layout.count = newValue } }
}

/// Iterates a range beyond 64 bits: all ints.
@frozen
public struct LongRangeIteratorObject: HeapCell {
  public var header: ObjectHeader
  public var next: Value
  public var step: Value
  public var left: Value
  public var count: Value
}

extension Ref where T == LongRangeIteratorObject {
  @inlinable @inline(__always) public var next: Value { get { layout.next } nonmutating set { layout.next = newValue } }
  @inlinable @inline(__always) public var step: Value { get { layout.step } nonmutating set { layout.step = newValue } }
  @inlinable @inline(__always) public var left: Value { get { layout.left } nonmutating set { layout.left = newValue } }
  @inlinable @inline(__always) public var count: Value { get { layout.count } nonmutating set { layout.count = newValue } }
}

/// Iterates a dict (kind `.dictIterator`). What it yields is in `header.small`: a `DictIteration`, and
/// `DictIteration.reversed`.
@frozen
public struct DictIteratorObject: HeapCell {
  public var header: ObjectHeader
  public var dict: Ref<DictObject>
  // raw
  /// The next entry, `Int.max` or -1 (reversed) when the iterator is exhausted.
  public var position: Int
  /// Size of the dict when the iterator was made, -1 after it was found changed.
  public var size: Int
  /// Items not yet seen.
  public var left: Int
}

extension Ref where T == DictIteratorObject {
  @inlinable @inline(__always) public var dict: Ref<DictObject> { get { layout.dict } nonmutating set { layout.dict = newValue } }
  @inlinable @inline(__always) public var position: Int { get { layout.position } nonmutating set { layout.position = newValue } }
  @inlinable @inline(__always) public var size: Int { get { layout.size } nonmutating set { layout.size = newValue } }
  @inlinable @inline(__always) public var left: Int { get { layout.left } nonmutating set { layout.left = newValue } }
}

/// What a dict iterator or view shows.
@frozen
public enum DictIteration: UInt16, BitwiseCopyable {
  case keys, values, items

  /// Added to the raw value in an iterator that goes backwards.
  @inlinable static var reversed: UInt16 { 4 }
}

/// dict_keys, dict_values, dict_items.
@frozen
public struct DictViewObject: HeapCell {
  public var header: ObjectHeader
  public var dict: Ref<DictObject>
}

extension Ref where T == DictViewObject {
  @inlinable @inline(__always) public var dict: Ref<DictObject> { get { layout.dict } nonmutating set { layout.dict = newValue } }
}

/// Iterates a set or frozenset (kind `.setIterator`).
@frozen
public struct SetIteratorObject: HeapCell {
  public var header: ObjectHeader
  public var set: Ref<SetObject>
  // raw
  /// The next table entry, `Int.max` when the iterator is exhausted.
  public var position: Int
  /// Size of the set when the iterator was made, -1 after it was found changed.
  public var size: Int
  public var left: Int
}

extension Ref where T == SetIteratorObject {
  @inlinable @inline(__always) public var set: Ref<SetObject> { get { layout.set } nonmutating set { layout.set = newValue } }
  @inlinable @inline(__always) public var position: Int { get { layout.position } nonmutating set { layout.position = newValue } }
  @inlinable @inline(__always) public var size: Int { get { layout.size } nonmutating set { layout.size = newValue } }
  @inlinable @inline(__always) public var left: Int { get { layout.left } nonmutating set { layout.left = newValue } }
}

/// `iter(callable, sentinel)`; `callable` is null when exhausted.
@frozen
public struct CallableIteratorObject: HeapCell {
  public var header: ObjectHeader
  public var callable: Value
  public var sentinel: Value
}

extension Ref where T == CallableIteratorObject {
  @inlinable @inline(__always) public var callable: Value { get { layout.callable } nonmutating set { layout.callable = newValue } }
  @inlinable @inline(__always) public var sentinel: Value { get { layout.sentinel } nonmutating set { layout.sentinel = newValue } }
}

/// enumerate
@frozen
public struct EnumerateObject: HeapCell {
  public var header: ObjectHeader
  public var iterator: Value
  /// An int.
  public var index: Value
}

extension Ref where T == EnumerateObject {
  @inlinable @inline(__always) public var iterator: Value { get { layout.iterator } nonmutating set { layout.iterator = newValue } }
  @inlinable @inline(__always) public var index: Value { get { layout.index } nonmutating set { layout.index = newValue } }
}

/// zip: `iterators` is a tuple.
@frozen
public struct ZipObject: HeapCell {
  public var header: ObjectHeader
  public var iterators: Ref<TupleObject>
  // raw
  public var strict: Bool
}

extension Ref where T == ZipObject {
  @inlinable @inline(__always) public var iterators: Ref<TupleObject> {
    get { layout.iterators } nonmutating set { layout.iterators = newValue }
  }
  @inlinable @inline(__always) public var strict: Bool { get { layout.strict } nonmutating set { layout.strict = newValue } }
}

/// map: `iterators` is a tuple. filter: `iterators` is the one iterator.
@frozen
public struct MapObject: HeapCell {
  public var header: ObjectHeader
  public var function: Value
  public var iterators: Value
  // raw
  /// map: ValueError unless all iterators end together.
  public var strict: Bool
}

extension Ref where T == MapObject {
  @inlinable @inline(__always) public var strict: Bool { get { layout.strict } nonmutating set { layout.strict = newValue } }
  @inlinable @inline(__always) public var function: Value { get { layout.function } nonmutating set { layout.function = newValue } }
  @inlinable @inline(__always) public var iterators: Value { get { layout.iterators } nonmutating set { layout.iterators = newValue } }
}
