// Layouts of the iterators over builtin containers and of the iterators that builtin functions make.

/// Iterates a list, tuple, str, bytes or bytearray (kinds `.listIterator`, `.tupleIterator`, `.strIterator`, else `.record`), the reverse of a
/// list, or anything with `__getitem__` (`types.sequenceIterator`).
@frozen
public struct IndexIteratorObject: BitwiseCopyable {
  public var header: ObjectHeader
  public var sequence: Value
  // raw
  /// The next item; `Int.max` (forwards) or -1 (backwards) when the iterator is exhausted, whatever happens to the sequence later.
  public var index: Int
}

/// Iterates a range whose numbers all fit 64 bits. Kind `.rangeIterator` if they even are unboxed ints, else `.record`.
@frozen
public struct RangeIteratorObject: BitwiseCopyable {
  public var header: ObjectHeader
  public var next: Int
  public var step: Int
  /// Items left.
  public var left: Int
}

/// Iterates a range beyond 64 bits: all ints.
@frozen
public struct LongRangeIteratorObject: BitwiseCopyable {
  public var header: ObjectHeader
  public var next: Value
  public var step: Value
  public var left: Value
}

/// Iterates a dict (kind `.dictIterator`). What it yields is in `header.small`: a `DictIteration`, and
/// `DictIteration.reversed`.
@frozen
public struct DictIteratorObject: BitwiseCopyable {
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

/// What a dict iterator or view shows.
@frozen
public enum DictIteration: UInt16, BitwiseCopyable {
  case keys, values, items

  /// Added to the raw value in an iterator that goes backwards.
  @inlinable static var reversed: UInt16 { 4 }
}

/// dict_keys, dict_values, dict_items.
@frozen
public struct DictViewObject: BitwiseCopyable {
  public var header: ObjectHeader
  public var dict: Ref<DictObject>
}

/// Iterates a set or frozenset (kind `.setIterator`).
@frozen
public struct SetIteratorObject: BitwiseCopyable {
  public var header: ObjectHeader
  public var set: Ref<SetObject>
  // raw
  /// The next table entry, `Int.max` when the iterator is exhausted.
  public var position: Int
  /// Size of the set when the iterator was made, -1 after it was found changed.
  public var size: Int
  public var left: Int
}

/// `iter(callable, sentinel)`; `callable` is null when exhausted.
@frozen
public struct CallableIteratorObject: BitwiseCopyable {
  public var header: ObjectHeader
  public var callable: Value
  public var sentinel: Value
}

/// enumerate
@frozen
public struct EnumerateObject: BitwiseCopyable {
  public var header: ObjectHeader
  public var iterator: Value
  /// An int.
  public var index: Value
}

/// zip: `iterators` is a tuple.
@frozen
public struct ZipObject: BitwiseCopyable {
  public var header: ObjectHeader
  public var iterators: Ref<TupleObject>
  // raw
  public var strict: Bool
}

/// map: `iterators` is a tuple. filter: `iterators` is the one iterator.
@frozen
public struct MapObject: BitwiseCopyable {
  public var header: ObjectHeader
  public var function: Value
  public var iterators: Value
}
