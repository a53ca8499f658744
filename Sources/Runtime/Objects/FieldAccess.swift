// Fields of the hottest objects as properties of their handles. They win over the dynamic members of `Ref`, which the optimizer does not
// always reduce to a load: in a condition a key path may stay an object that is made and released.

extension Ref where T == ObjectHeader {
  @inlinable @inline(__always) public var type: Ref<TypeObject> {
    @inline(__always) get { pointer.pointee.type }
    @inline(__always) nonmutating set { pointer.pointee.type = newValue }
  }
  @inlinable @inline(__always) public var kind: Kind {
    @inline(__always) get { pointer.pointee.kind }
    @inline(__always) nonmutating set { pointer.pointee.kind = newValue }
  }
  @inlinable @inline(__always) public var small: UInt16 {
    @inline(__always) get { pointer.pointee.small }
    @inline(__always) nonmutating set { pointer.pointee.small = newValue }
  }
  @inlinable @inline(__always) public var tracedWords: UInt32 {
    @inline(__always) get { pointer.pointee.tracedWords }
    @inline(__always) nonmutating set { pointer.pointee.tracedWords = newValue }
  }
}

extension Ref where T == StrObject {
  @inlinable @inline(__always) public var header: ObjectHeader {
    @inline(__always) get { pointer.pointee.header }
    @inline(__always) nonmutating set { pointer.pointee.header = newValue }
  }
  @inlinable @inline(__always) public var count: Int {
    @inline(__always) get { pointer.pointee.count }
    @inline(__always) nonmutating set { pointer.pointee.count = newValue }
  }
  @inlinable @inline(__always) public var hash: Int {
    @inline(__always) get { pointer.pointee.hash }
    @inline(__always) nonmutating set { pointer.pointee.hash = newValue }
  }
  @inlinable @inline(__always) public var width: UInt8 {
    @inline(__always) get { pointer.pointee.width }
    @inline(__always) nonmutating set { pointer.pointee.width = newValue }
  }
  @inlinable @inline(__always) public var isASCII: Bool {
    @inline(__always) get { pointer.pointee.isASCII }
    @inline(__always) nonmutating set { pointer.pointee.isASCII = newValue }
  }
}

extension Ref where T == BytesObject {
  @inlinable @inline(__always) public var header: ObjectHeader {
    @inline(__always) get { pointer.pointee.header }
    @inline(__always) nonmutating set { pointer.pointee.header = newValue }
  }
  @inlinable @inline(__always) public var count: Int {
    @inline(__always) get { pointer.pointee.count }
    @inline(__always) nonmutating set { pointer.pointee.count = newValue }
  }
  @inlinable @inline(__always) public var hash: Int {
    @inline(__always) get { pointer.pointee.hash }
    @inline(__always) nonmutating set { pointer.pointee.hash = newValue }
  }
}

extension Ref where T == ByteArrayObject {
  @inlinable @inline(__always) public var header: ObjectHeader {
    @inline(__always) get { pointer.pointee.header }
    @inline(__always) nonmutating set { pointer.pointee.header = newValue }
  }
  @inlinable @inline(__always) public var buffer: Ref<BufferObject> {
    @inline(__always) get { pointer.pointee.buffer }
    @inline(__always) nonmutating set { pointer.pointee.buffer = newValue }
  }
  @inlinable @inline(__always) public var count: Int {
    @inline(__always) get { pointer.pointee.count }
    @inline(__always) nonmutating set { pointer.pointee.count = newValue }
  }
}

extension Ref where T == BufferObject {
  @inlinable @inline(__always) public var header: ObjectHeader {
    @inline(__always) get { pointer.pointee.header }
    @inline(__always) nonmutating set { pointer.pointee.header = newValue }
  }
  @inlinable @inline(__always) public var capacity: Int {
    @inline(__always) get { pointer.pointee.capacity }
    @inline(__always) nonmutating set { pointer.pointee.capacity = newValue }
  }
}

extension Ref where T == ListObject {
  @inlinable @inline(__always) public var header: ObjectHeader {
    @inline(__always) get { pointer.pointee.header }
    @inline(__always) nonmutating set { pointer.pointee.header = newValue }
  }
  @inlinable @inline(__always) public var buffer: Ref<ValueBuffer> {
    @inline(__always) get { pointer.pointee.buffer }
    @inline(__always) nonmutating set { pointer.pointee.buffer = newValue }
  }
  @inlinable @inline(__always) public var count: Int {
    @inline(__always) get { pointer.pointee.count }
    @inline(__always) nonmutating set { pointer.pointee.count = newValue }
  }
  @inlinable @inline(__always) public var capacity: Int {
    @inline(__always) get { pointer.pointee.capacity }
    @inline(__always) nonmutating set { pointer.pointee.capacity = newValue }
  }
}

extension Ref where T == DictObject {
  @inlinable @inline(__always) public var header: ObjectHeader {
    @inline(__always) get { pointer.pointee.header }
    @inline(__always) nonmutating set { pointer.pointee.header = newValue }
  }
  @inlinable @inline(__always) public var entries: Ref<BufferObject> {
    @inline(__always) get { pointer.pointee.entries }
    @inline(__always) nonmutating set { pointer.pointee.entries = newValue }
  }
  @inlinable @inline(__always) public var index: Ref<BufferObject> {
    @inline(__always) get { pointer.pointee.index }
    @inline(__always) nonmutating set { pointer.pointee.index = newValue }
  }
  @inlinable @inline(__always) public var count: Int {
    @inline(__always) get { pointer.pointee.count }
    @inline(__always) nonmutating set { pointer.pointee.count = newValue }
  }
  @inlinable @inline(__always) public var used: Int {
    @inline(__always) get { pointer.pointee.used }
    @inline(__always) nonmutating set { pointer.pointee.used = newValue }
  }
  @inlinable @inline(__always) public var capacity: Int {
    @inline(__always) get { pointer.pointee.capacity }
    @inline(__always) nonmutating set { pointer.pointee.capacity = newValue }
  }
  @inlinable @inline(__always) public var usable: Int {
    @inline(__always) get { pointer.pointee.usable }
    @inline(__always) nonmutating set { pointer.pointee.usable = newValue }
  }
  @inlinable @inline(__always) public var indexBits: Int {
    @inline(__always) get { pointer.pointee.indexBits }
    @inline(__always) nonmutating set { pointer.pointee.indexBits = newValue }
  }
  @inlinable @inline(__always) public var version: UInt64 {
    @inline(__always) get { pointer.pointee.version }
    @inline(__always) nonmutating set { pointer.pointee.version = newValue }
  }
}

extension Ref where T == SetObject {
  @inlinable @inline(__always) public var header: ObjectHeader {
    @inline(__always) get { pointer.pointee.header }
    @inline(__always) nonmutating set { pointer.pointee.header = newValue }
  }
  @inlinable @inline(__always) public var table: Ref<BufferObject> {
    @inline(__always) get { pointer.pointee.table }
    @inline(__always) nonmutating set { pointer.pointee.table = newValue }
  }
  @inlinable @inline(__always) public var count: Int {
    @inline(__always) get { pointer.pointee.count }
    @inline(__always) nonmutating set { pointer.pointee.count = newValue }
  }
  @inlinable @inline(__always) public var fill: Int {
    @inline(__always) get { pointer.pointee.fill }
    @inline(__always) nonmutating set { pointer.pointee.fill = newValue }
  }
  @inlinable @inline(__always) public var mask: Int {
    @inline(__always) get { pointer.pointee.mask }
    @inline(__always) nonmutating set { pointer.pointee.mask = newValue }
  }
  @inlinable @inline(__always) public var hash: Int {
    @inline(__always) get { pointer.pointee.hash }
    @inline(__always) nonmutating set { pointer.pointee.hash = newValue }
  }
  @inlinable @inline(__always) public var finger: Int {
    @inline(__always) get { pointer.pointee.finger }
    @inline(__always) nonmutating set { pointer.pointee.finger = newValue }
  }
}

extension Ref where T == SliceObject {
  @inlinable @inline(__always) public var header: ObjectHeader {
    @inline(__always) get { pointer.pointee.header }
    @inline(__always) nonmutating set { pointer.pointee.header = newValue }
  }
  @inlinable @inline(__always) public var start: Value {
    @inline(__always) get { pointer.pointee.start }
    @inline(__always) nonmutating set { pointer.pointee.start = newValue }
  }
  @inlinable @inline(__always) public var stop: Value {
    @inline(__always) get { pointer.pointee.stop }
    @inline(__always) nonmutating set { pointer.pointee.stop = newValue }
  }
  @inlinable @inline(__always) public var step: Value {
    @inline(__always) get { pointer.pointee.step }
    @inline(__always) nonmutating set { pointer.pointee.step = newValue }
  }
}

extension Ref where T == RangeObject {
  @inlinable @inline(__always) public var header: ObjectHeader {
    @inline(__always) get { pointer.pointee.header }
    @inline(__always) nonmutating set { pointer.pointee.header = newValue }
  }
  @inlinable @inline(__always) public var start: Value {
    @inline(__always) get { pointer.pointee.start }
    @inline(__always) nonmutating set { pointer.pointee.start = newValue }
  }
  @inlinable @inline(__always) public var stop: Value {
    @inline(__always) get { pointer.pointee.stop }
    @inline(__always) nonmutating set { pointer.pointee.stop = newValue }
  }
  @inlinable @inline(__always) public var step: Value {
    @inline(__always) get { pointer.pointee.step }
    @inline(__always) nonmutating set { pointer.pointee.step = newValue }
  }
  @inlinable @inline(__always) public var length: Value {
    @inline(__always) get { pointer.pointee.length }
    @inline(__always) nonmutating set { pointer.pointee.length = newValue }
  }
}

extension Ref where T == IndexIteratorObject {
  @inlinable @inline(__always) public var header: ObjectHeader {
    @inline(__always) get { pointer.pointee.header }
    @inline(__always) nonmutating set { pointer.pointee.header = newValue }
  }
  @inlinable @inline(__always) public var sequence: Value {
    @inline(__always) get { pointer.pointee.sequence }
    @inline(__always) nonmutating set { pointer.pointee.sequence = newValue }
  }
  @inlinable @inline(__always) public var index: Int {
    @inline(__always) get { pointer.pointee.index }
    @inline(__always) nonmutating set { pointer.pointee.index = newValue }
  }
}

extension Ref where T == RangeIteratorObject {
  @inlinable @inline(__always) public var header: ObjectHeader {
    @inline(__always) get { pointer.pointee.header }
    @inline(__always) nonmutating set { pointer.pointee.header = newValue }
  }
  @inlinable @inline(__always) public var next: Int {
    @inline(__always) get { pointer.pointee.next }
    @inline(__always) nonmutating set { pointer.pointee.next = newValue }
  }
  @inlinable @inline(__always) public var step: Int {
    @inline(__always) get { pointer.pointee.step }
    @inline(__always) nonmutating set { pointer.pointee.step = newValue }
  }
  @inlinable @inline(__always) public var left: Int {
    @inline(__always) get { pointer.pointee.left }
    @inline(__always) nonmutating set { pointer.pointee.left = newValue }
  }
}

extension Ref where T == DictIteratorObject {
  @inlinable @inline(__always) public var header: ObjectHeader {
    @inline(__always) get { pointer.pointee.header }
    @inline(__always) nonmutating set { pointer.pointee.header = newValue }
  }
  @inlinable @inline(__always) public var dict: Ref<DictObject> {
    @inline(__always) get { pointer.pointee.dict }
    @inline(__always) nonmutating set { pointer.pointee.dict = newValue }
  }
  @inlinable @inline(__always) public var position: Int {
    @inline(__always) get { pointer.pointee.position }
    @inline(__always) nonmutating set { pointer.pointee.position = newValue }
  }
  @inlinable @inline(__always) public var size: Int {
    @inline(__always) get { pointer.pointee.size }
    @inline(__always) nonmutating set { pointer.pointee.size = newValue }
  }
  @inlinable @inline(__always) public var left: Int {
    @inline(__always) get { pointer.pointee.left }
    @inline(__always) nonmutating set { pointer.pointee.left = newValue }
  }
}

extension Ref where T == SetIteratorObject {
  @inlinable @inline(__always) public var header: ObjectHeader {
    @inline(__always) get { pointer.pointee.header }
    @inline(__always) nonmutating set { pointer.pointee.header = newValue }
  }
  @inlinable @inline(__always) public var set: Ref<SetObject> {
    @inline(__always) get { pointer.pointee.set }
    @inline(__always) nonmutating set { pointer.pointee.set = newValue }
  }
  @inlinable @inline(__always) public var position: Int {
    @inline(__always) get { pointer.pointee.position }
    @inline(__always) nonmutating set { pointer.pointee.position = newValue }
  }
  @inlinable @inline(__always) public var size: Int {
    @inline(__always) get { pointer.pointee.size }
    @inline(__always) nonmutating set { pointer.pointee.size = newValue }
  }
  @inlinable @inline(__always) public var left: Int {
    @inline(__always) get { pointer.pointee.left }
    @inline(__always) nonmutating set { pointer.pointee.left = newValue }
  }
}
