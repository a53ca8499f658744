/// tuple: immutable, items inline.
@frozen
public struct TupleObject: BitwiseCopyable {
  public var header: ObjectHeader
  // items inline: header.tracedWords of them. (A subclass instance with a __dict__ keeps it behind the items and has one traced word more; see `count`.)
}

extension Ref where T == TupleObject {
  @inlinable @inline(__always) public var items: SlotPointer { trailingSlots }
  /// Number of items. A subclass instance keeps `header.small` words of its own (its `__dict__`, slots) behind them.
  @inlinable @inline(__always) public var count: Int { Int(self.header.tracedWords) &- Int(self.header.small) }
  @inlinable @inline(__always) public var slots: Slots { Slots(base: items, count: count) }
}

/// list: items in a `.valueBuffer`; words of the buffer from `count` on are null.
@frozen
public struct ListObject: BitwiseCopyable {
  public var header: ObjectHeader
  /// The `.valueBuffer` cell, or none while the capacity is 0.
  public var buffer: Ref<ValueBuffer>
  public var count: Int
  public var capacity: Int
}

/// A cell of kind `.valueBuffer`: `header.tracedWords` values.
@frozen
public struct ValueBuffer: BitwiseCopyable {
  public var header: ObjectHeader
}

extension Ref where T == ValueBuffer {
  @inlinable @inline(__always) public var items: SlotPointer { trailingSlots }
  @inlinable @inline(__always) public var capacity: Int { Int(self.header.tracedWords) }
}

extension Ref where T == ListObject {
  /// Only while count > 0.
  @inlinable @inline(__always) public var items: SlotPointer { self.buffer.items }
  /// The items; while the list is empty, a run of length 0 at an address that is never read.
  @inlinable @inline(__always) public var slots: Slots {
    Slots(base: SlotPointer(bitPattern: UInt(self.buffer.bits) &+ 16).unsafelyUnwrapped, count: self.count)
  }
}

/// One entry of a dict. A deleted entry has a null key.
@frozen
public struct DictEntry: BitwiseCopyable {
  public var hash: Int
  public var key: Value
  public var value: Value
}

/// dict: compact and ordered. `entries` in insertion order; `index` is an open-addressing table of entry numbers
/// (CPython's Objects/dictobject.c describes the scheme; only the order of insertion is visible).
@frozen
public struct DictObject: BitwiseCopyable {
  public var header: ObjectHeader
  /// `.dictEntries` cell: `capacity` entries.
  public var entries: Ref<BufferObject>
  /// `.rawBuffer` cell of 2^indexBits Int32: entry number, -1 empty, -2 deleted. None while the capacity is at most 5 (linear scan).
  public var index: Ref<BufferObject>
  /// Live items.
  public var count: Int
  /// Entries used so far, deleted ones included.
  public var used: Int
  public var capacity: Int
  /// Insertions left before the table is made anew. (At most capacity - used; less after `popitem`, which frees an entry but no index slot.)
  public var usable: Int
  public var indexBits: Int
  /// Changes with every insertion or deletion of a key (not when a value is replaced): iterators and caches look at it.
  public var version: UInt64
}

@frozen
public struct SetEntry: BitwiseCopyable {
  /// null = never used; `Value.notImplemented`... is a legal element, so a deleted entry ("dummy") has key null and hash -1.
  public var key: Value
  public var hash: Int
}

/// set and frozenset: CPython's table (linear probes of 9, then perturbation), so that iteration order is CPython's.
@frozen
public struct SetObject: BitwiseCopyable {
  public var header: ObjectHeader
  /// `.setEntries` cell of mask + 1 entries.
  public var table: Ref<BufferObject>
  /// Live elements.
  public var count: Int
  /// Live and deleted entries.
  public var fill: Int
  public var mask: Int
  /// Cached hash of a frozenset, -1 = not computed.
  public var hash: Int
  /// Where `pop` looks next.
  public var finger: Int
}

/// slice: immutable.
@frozen
public struct SliceObject: BitwiseCopyable {
  public var header: ObjectHeader
  public var start: Value
  public var stop: Value
  public var step: Value
}

/// range: start, stop, step and length are ints (of any size).
@frozen
public struct RangeObject: BitwiseCopyable {
  public var header: ObjectHeader
  public var start: Value
  public var stop: Value
  public var step: Value
  public var length: Value
}

@frozen
public struct CellObject: BitwiseCopyable {
  public var header: ObjectHeader
  /// null while unset.
  public var content: Value
}
