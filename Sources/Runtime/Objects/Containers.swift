/// tuple: immutable, items inline.
@frozen
public struct TupleObject: HeapCell {
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
public struct ListObject: HeapCell {
  public var header: ObjectHeader
  /// The `.valueBuffer` cell, or none while the capacity is 0.
  public var buffer: Ref<ValueBuffer>
  public var count: Int
  public var capacity: Int
}

extension Ref where T == ListObject {
  @inlinable @inline(__always) public var buffer: Ref<ValueBuffer> { get { layout.buffer } nonmutating set { layout.buffer = newValue } }
  @inlinable @inline(__always) public var count: Int { get { layout.count } nonmutating set { layout.count = newValue } }
  @inlinable @inline(__always) public var capacity: Int { get { layout.capacity } nonmutating set { layout.capacity = newValue } }
}

/// A cell of kind `.valueBuffer`: `header.tracedWords` values.
@frozen
public struct ValueBuffer: HeapCell {
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
public struct DictObject: HeapCell {
  public var header: ObjectHeader
  /// `.dictEntries` cell: `capacity` entries.
  public var entries: Ref<BufferObject>
  /// `.rawBuffer` cell of 2^indexBits Int32: entry number, -1 empty, -2 deleted. None while the capacity is at most 5 (linear scan).
  public var index: Ref<BufferObject>
  // Tables have at most Int32.max entries.
  /// Live items.
  @usableFromInline var storedCount: Int32
  /// Entries used so far, deleted ones included.
  @usableFromInline var storedUsed: Int32
  @usableFromInline var storedCapacity: Int32
  /// Insertions left before the table is made anew. (At most capacity - used; less after `popitem`, which frees an entry but no index slot.)
  @usableFromInline var storedUsable: Int32
  @usableFromInline var storedIndexBits: Int32
  /// Changes with every insertion or deletion of a key (not when a value is replaced): iterators and caches look at it.
  public var version: UInt64
}

extension Ref where T == DictObject {
  @inlinable @inline(__always) public var entries: Ref<BufferObject> {
    get { layout.entries } nonmutating set { layout.entries = newValue }
  }
  @inlinable @inline(__always) public var index: Ref<BufferObject> { get { layout.index } nonmutating set { layout.index = newValue } }
  @inlinable @inline(__always) public var count: Int {
    get { Int(layout.storedCount) } nonmutating set { layout.storedCount = Int32(truncatingIfNeeded: newValue) }
  }
  @inlinable @inline(__always) public var used: Int {
    get { Int(layout.storedUsed) } nonmutating set { layout.storedUsed = Int32(truncatingIfNeeded: newValue) }
  }
  @inlinable @inline(__always) public var capacity: Int {
    get { Int(layout.storedCapacity) } nonmutating set { layout.storedCapacity = Int32(truncatingIfNeeded: newValue) }
  }
  @inlinable @inline(__always) public var usable: Int {
    get { Int(layout.storedUsable) } nonmutating set { layout.storedUsable = Int32(truncatingIfNeeded: newValue) }
  }
  @inlinable @inline(__always) public var indexBits: Int {
    get { Int(layout.storedIndexBits) } nonmutating set { layout.storedIndexBits = Int32(truncatingIfNeeded: newValue) }
  }
  @inlinable @inline(__always) public var version: UInt64 { get { layout.version } nonmutating set { layout.version = newValue } }
}

@frozen
public struct SetEntry: BitwiseCopyable {
  /// null = never used; `Value.notImplemented`... is a legal element, so a deleted entry ("dummy") has key null and hash -1.
  public var key: Value
  public var hash: Int
}

/// set and frozenset: CPython's table (linear probes of 9, then perturbation), so that iteration order is CPython's.
@frozen
public struct SetObject: HeapCell {
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

extension Ref where T == SetObject {
  @inlinable @inline(__always) public var table: Ref<BufferObject> { get { layout.table } nonmutating set { layout.table = newValue } }
  @inlinable @inline(__always) public var count: Int { get { layout.count } nonmutating set { layout.count = newValue } }
  @inlinable @inline(__always) public var fill: Int { get { layout.fill } nonmutating set { layout.fill = newValue } }
  @inlinable @inline(__always) public var mask: Int { get { layout.mask } nonmutating set { layout.mask = newValue } }
  @inlinable @inline(__always) public var hash: Int { get { layout.hash } nonmutating set { layout.hash = newValue } }
  @inlinable @inline(__always) public var finger: Int { get { layout.finger } nonmutating set { layout.finger = newValue } }
}

/// slice: immutable.
@frozen
public struct SliceObject: HeapCell {
  public var header: ObjectHeader
  public var start: Value
  public var stop: Value
  public var step: Value
}

extension Ref where T == SliceObject {
  @inlinable @inline(__always) public var start: Value { get { layout.start } nonmutating set { layout.start = newValue } }
  @inlinable @inline(__always) public var stop: Value { get { layout.stop } nonmutating set { layout.stop = newValue } }
  @inlinable @inline(__always) public var step: Value { get { layout.step } nonmutating set { layout.step = newValue } }
}

/// range: start, stop, step and length are ints (of any size).
@frozen
public struct RangeObject: HeapCell {
  public var header: ObjectHeader
  public var start: Value
  public var stop: Value
  public var step: Value
  public var length: Value
}

extension Ref where T == RangeObject {
  @inlinable @inline(__always) public var start: Value { get { layout.start } nonmutating set { layout.start = newValue } }
  @inlinable @inline(__always) public var stop: Value { get { layout.stop } nonmutating set { layout.stop = newValue } }
  @inlinable @inline(__always) public var step: Value { get { layout.step } nonmutating set { layout.step = newValue } }
  @inlinable @inline(__always) public var length: Value { get { layout.length } nonmutating set { layout.length = newValue } }
}

@frozen
public struct CellObject: HeapCell {
  public var header: ObjectHeader
  /// null while unset.
  public var content: Value
}

extension Ref where T == CellObject {
  @inlinable @inline(__always) public var content: Value { get { layout.content } nonmutating set { layout.content = newValue } }
}
