import Runtime

/// collections.deque: a ring of `buffer.capacity` places (a power of two), `count` of them used from `head` on, round the end. Unused places are null.
struct DequeObject: NativeLayout {
  var header: ObjectHeader
  /// `.valueBuffer`; none while empty and never used.
  var buffer: Ref<ValueBuffer>
  var head: Int
  var count: Int
  /// -1 = without limit.
  var maximum: Int
  /// Changes with every insertion and deletion: iterators look at it.
  var version: Int
  static let tracedWords = 1
}

extension Ref where T == DequeObject {
  @inline(__always) var buffer: Ref<ValueBuffer> { get { layout.buffer } nonmutating set { layout.buffer = newValue } }
  @inline(__always) var head: Int { get { layout.head } nonmutating set { layout.head = newValue } }
  @inline(__always) var count: Int { get { layout.count } nonmutating set { layout.count = newValue } }
  @inline(__always) var maximum: Int { get { layout.maximum } nonmutating set { layout.maximum = newValue } }
  @inline(__always) var version: Int { get { layout.version } nonmutating set { layout.version = newValue } }

  @inline(__always) var mask: Int { self.buffer.capacity &- 1 }

  /// The item at `index`, 0 ..< count.
  @inline(__always) subscript(index: Int) -> Value {
    get { self.buffer.items[(self.head &+ index) & mask] }
    nonmutating set { self.buffer.items[(self.head &+ index) & mask] = newValue }
  }

  private func reserve(_ t: Thread) throws(Raised) {
    if !self.buffer.isNone && self.count < self.buffer.capacity { return }
    let capacity = self.buffer.isNone ? 8 : self.buffer.capacity * 2
    let grown: Ref<ValueBuffer> = try t.allocate(
      bytes: MemoryLayout<ValueBuffer>.size + capacity * MemoryLayout<Value>.stride, kind: .valueBuffer, type: .none, tracedWords: capacity)
    for i in 0..<self.count { grown.items[i] = self[i] }
    self.buffer = grown
    self.head = 0
  }

  func append(_ t: Thread, _ v: Value) throws(Raised) {
    if self.maximum == 0 { return }
    if self.count == self.maximum { _ = removeFirst() }
    try reserve(t)
    self.buffer.items[(self.head &+ self.count) & mask] = v
    self.count += 1
    self.version &+= 1
  }

  func prepend(_ t: Thread, _ v: Value) throws(Raised) {
    if self.maximum == 0 { return }
    if self.count == self.maximum { _ = removeLast() }
    try reserve(t)
    self.head = (self.head &- 1) & mask
    self.buffer.items[self.head] = v
    self.count += 1
    self.version &+= 1
  }

  /// Only if count > 0.
  func removeFirst() -> Value {
    let v = self.buffer.items[self.head]
    self.buffer.items[self.head] = .null
    self.head = (self.head &+ 1) & mask
    self.count -= 1
    self.version &+= 1
    return v
  }

  /// Only if count > 0.
  func removeLast() -> Value {
    let index = (self.head &+ self.count &- 1) & mask
    let v = self.buffer.items[index]
    self.buffer.items[index] = .null
    self.count -= 1
    self.version &+= 1
    return v
  }

  func removeAll() {
    self.buffer = .none
    self.head = 0
    self.count = 0
    self.version &+= 1
  }

  /// Moves the last item to the front `steps` times (the first to the back if negative).
  func rotate(_ steps: Int) {
    if self.count <= 1 { return }
    var n = steps % self.count
    if n < 0 { n += self.count }
    if n == 0 {
      self.version &+= 1
      return
    }
    if self.count == self.buffer.capacity {
      self.head = (self.head &- n) & mask
    } else if n <= self.count / 2 {
      for _ in 0..<n {
        let v = removeLast()
        self.head = (self.head &- 1) & mask
        self.buffer.items[self.head] = v
        self.count += 1
      }
    } else {
      for _ in 0..<(self.count - n) {
        let v = removeFirst()
        self.buffer.items[(self.head &+ self.count) & mask] = v
        self.count += 1
      }
    }
    self.version &+= 1
  }

  func reverse() {
    var low = 0
    var high = self.count - 1
    while low < high {
      let v = self[low]
      self[low] = self[high]
      self[high] = v
      low += 1
      high -= 1
    }
  }

  /// Inserts before the item at `index`, 0 ... count, where the deque is not full.
  func insert(_ t: Thread, _ v: Value, at index: Int) throws(Raised) {
    if index == self.count { return try append(t, v) }
    if index == 0 { return try prepend(t, v) }
    try append(t, v)
    var i = self.count - 1
    while i > index {
      self[i] = self[i - 1]
      i -= 1
    }
    self[index] = v
  }

  func remove(at index: Int) {
    if index < self.count / 2 {
      var i = index
      while i > 0 {
        self[i] = self[i - 1]
        i -= 1
      }
      _ = removeFirst()
    } else {
      for i in index..<(self.count - 1) { self[i] = self[i + 1] }
      _ = removeLast()
    }
  }

  /// Appends (or prepends, one by one) all items of an iterable.
  func extend(_ t: Thread, _ iterable: Value, atFront: Bool = false) throws(Raised) {
    // An iterator of this very deque would see it grow.
    let source = try t.iterator(of: iterable == Value(self) ? Value(try t.list(from: iterable)) : iterable)
    while true {
      let item = try t.next(source)
      if item.isNull { return }
      if atFront { try prepend(t, item) } else { try append(t, item) }
    }
  }
}
