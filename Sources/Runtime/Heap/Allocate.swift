import Glibc

extension Thread {
  /// Allocates a cell of `bytes` bytes (header included), zeroed behind its header. `tracedWords` words behind the header will be traced.
  /// May collect. Throws MemoryError beyond the memory limit.
  @inline(__always)
  public func allocate<T: BitwiseCopyable>(
    _ type: T.Type = T.self, bytes: Int = MemoryLayout<T>.size, kind: Kind, type pythonType: Ref<TypeObject>, tracedWords: Int, small: Int = 0
  ) throws(Raised) -> Ref<T> {
    let raw = try allocateCell(bytes)
    raw.storeBytes(
      of: ObjectHeader(
        type: pythonType, kind: kind, flags: ObjectFlags(), small: UInt16(truncatingIfNeeded: small),
        tracedWords: UInt32(truncatingIfNeeded: tracedWords)),
      as: ObjectHeader.self)
    return Ref(bits: UInt64(UInt(bitPattern: raw)))
  }

  /// A zeroed cell. Its kind is `.free` until the caller stores a header, which it does before it allocates again.
  @inline(__always)
  func allocateCell(_ bytes: Int) throws(Raised) -> UnsafeMutableRawPointer {
    let units = (bytes &+ 15) >> 4
    if _fastPath(UInt(bitPattern: units) <= UInt(SizeClass.linear)) {
      let allocator = self.heap.state.allocators + units
      let cell = allocator.pointee.cursor
      let next = cell &+ UInt(bitPattern: units &<< 4)
      if _fastPath(next <= allocator.pointee.limit) {
        allocator.pointee.cursor = next
        return UnsafeMutableRawPointer(bitPattern: cell).unsafelyUnwrapped
      }
    }
    return try allocateSlow(bytes)
  }

  /// Takes back a cell to which nothing refers, if it is the last that was handed out of its size.
  func giveBack(_ cell: UnsafeMutableRawPointer, bytes: Int) {
    let units = (bytes + 15) >> 4
    guard units <= SizeClass.linear else { return }
    let allocator = self.heap.state.allocators + units
    let start = UInt(bitPattern: cell)
    guard start &+ UInt(units &<< 4) == allocator.pointee.cursor else { return }
    memset(cell, 0, units &<< 4)
    allocator.pointee.cursor = start
  }

  @inline(never)
  func allocateSlow(_ bytes: Int) throws(Raised) -> UnsafeMutableRawPointer {
    if bytes < 0 || bytes > 1 << 46 { throw raiseMemoryError() }
    // Native loops that allocate end in time, whether they poll or not.
    if _slowPath(self.breaker < 0) { try endInTime() }
    let heap = self.heap
    let state = heap.state
    if _slowPath(state.pointee.stressInterval > 0) {
      state.pointee.stressCountdown -= 1
      if state.pointee.stressCountdown <= 0 {
        state.pointee.stressFirst -= state.pointee.stressFirst > 0 ? 1 : 0
        state.pointee.stressCountdown = state.pointee.stressFirst > 0 ? 1 : state.pointee.stressInterval
        collectGarbage()
      }
    } else if state.pointee.recentBytes >= state.pointee.threshold && !state.pointee.isDisabled {
      collectGarbage()
    }
    let units = max(1, (bytes + 15) >> 4)
    if units > SizeClass.largestUnits { return try allocateLarge(bytes) }
    let sizeClass = Int(state.pointee.classOfUnits[units])
    let allocator = state.allocators + sizeClass
    let size = UInt(SizeClass.units(sizeClass) * Heap.unit)
    if allocator.pointee.cursor &+ size > allocator.pointee.limit {
      if !self.heap.refill(sizeClass) {
        collectGarbage()
        if !self.heap.refill(sizeClass) { throw raiseMemoryError() }
      }
    }
    let cell = allocator.pointee.cursor
    allocator.pointee.cursor = cell + size
    return UnsafeMutableRawPointer(bitPattern: cell).unsafelyUnwrapped
  }

  private func allocateLarge(_ bytes: Int) throws(Raised) -> UnsafeMutableRawPointer {
    if bytes > self.heap.state.pointee.limit { throw raiseMemoryError() }
    let blocks = (bytes + Heap.blockBytes - 1) >> Int(Heap.blockShift)
    if let cell = self.heap.takeLarge(blocks, bytes: bytes) { return cell }
    collectGarbage()
    if let cell = self.heap.takeLarge(blocks, bytes: bytes) { return cell }
    throw raiseMemoryError()
  }

  /// MemoryError if `bytes` more would exceed the memory limit: asked before a long computation whose result will be that large.
  public func checkRoom(bytes: Int) throws(Raised) {
    let state = self.heap.state
    if bytes <= state.pointee.limit - state.pointee.usedBytes && bytes < state.pointee.blockCapacity * Heap.blockBytes { return }
    if bytes > state.pointee.limit { throw raiseMemoryError() }
    collectGarbage()
    if bytes > state.pointee.limit - state.pointee.usedBytes || bytes >= state.pointee.blockCapacity * Heap.blockBytes {
      throw raiseMemoryError()
    }
  }
}

extension Heap {
  /// Bytes that an allocator gets at once: the run is zeroed here and used soon after.
  private static var runBytes: Int { 4096 }

  /// Gives the allocator of a class its next run of free cells. False at the memory limit.
  func refill(_ sizeClass: Int) -> Bool {
    let allocator = state.allocators + sizeClass
    while true {
      if allocator.pointee.block >= 0 && takeRun(allocator) { return true }
      if allocator.pointee.next >= 0 {
        allocator.pointee.block = allocator.pointee.next
        allocator.pointee.next = Int(state.pointee.directory[allocator.pointee.next].next)
      } else {
        guard let block = takeBlock(sizeClass) else { return false }
        allocator.pointee.block = block
      }
      allocator.pointee.position = 0
    }
  }

  /// Finds the next free cells of the allocator's block and makes them its run. False if the block has no more.
  private func takeRun(_ allocator: UnsafeMutablePointer<Allocator>) -> Bool {
    let index = allocator.pointee.block
    let block = state.pointee.directory[index]
    let units = Int(block.cellUnits)
    let count = Int(block.cellCount)
    let bits = state.pointee.live + index * Heap.bitmapWords
    var first = allocator.pointee.position
    while first < count && bits[(first &* units) >> 6] >> UInt64((first &* units) & 63) & 1 == 1 { first += 1 }
    if first == count {
      allocator.pointee.position = count
      return false
    }
    let most = state.pointee.stressInterval > 0 ? 1 : max(1, Heap.runBytes / (units * Heap.unit))
    let end = min(count, first + most)
    var last = first
    while last < end {
      let bit = last &* units
      if bits[bit >> 6] >> UInt64(bit & 63) & 1 == 1 { break }
      bits[bit >> 6] |= 1 << UInt64(bit & 63)
      last += 1
    }
    let start = address(ofBlock: index) + UInt(first * units * Heap.unit)
    let bytes = (last - first) * units * Heap.unit
    if !block.isZero { memset(UnsafeMutableRawPointer(bitPattern: start).unsafelyUnwrapped, 0, bytes) }
    allocator.pointee.position = last
    allocator.pointee.cursor = start
    allocator.pointee.limit = start + UInt(bytes)
    state.pointee.recentBytes += bytes
    state.pointee.grantedBytes += bytes
    state.pointee.grantedCells += last - first
    return true
  }

  @inline(__always)
  func address(ofBlock index: Int) -> UInt { state.pointee.base + UInt(index) << Heap.blockShift }

  /// A block for cells of a class. nil at the memory limit.
  private func takeBlock(_ sizeClass: Int) -> Int? {
    guard let index = takeBlocks(1) else { return nil }
    let units = SizeClass.units(sizeClass)
    let block = state.pointee.directory + index
    let isZero = block.pointee.use == .fresh
    block.pointee = Block(
      use: .cells, sizeClass: UInt8(sizeClass), isZero: isZero, cellCount: UInt16(Heap.blockBytes / Heap.unit / units), cellUnits: UInt16(units),
      reciprocal: UInt32((1 << 24 + units - 1) / units), span: 0, next: -1)
    (state.pointee.live + index * Heap.bitmapWords).update(repeating: 0, count: Heap.bitmapWords)
    return index
  }

  /// A zeroed large cell. nil at the memory limit.
  func takeLarge(_ blocks: Int, bytes: Int) -> UnsafeMutableRawPointer? {
    guard let index = takeBlocks(blocks) else { return nil }
    let cell = UnsafeMutableRawPointer(bitPattern: address(ofBlock: index)).unsafelyUnwrapped
    for i in 0..<blocks {
      let block = state.pointee.directory + index + i
      if block.pointee.use == .dirty { clear(cell + i << Int(Heap.blockShift), min(Heap.blockBytes, bytes - i << Int(Heap.blockShift))) }
      block.pointee = Block(
        use: i == 0 ? .large : .largeRest, sizeClass: 0, isZero: false, cellCount: 1, cellUnits: 0, reciprocal: 0,
        span: UInt32(i == 0 ? blocks : i), next: -1)
    }
    (state.pointee.live + index * Heap.bitmapWords)[0] = 1
    let size = blocks << Int(Heap.blockShift)
    state.pointee.recentBytes += size
    state.pointee.grantedBytes += bytes
    state.pointee.grantedCells += 1
    return cell
  }

  private func clear(_ address: UnsafeMutableRawPointer, _ bytes: Int) { memset(address, 0, bytes) }

  /// Neighbouring free blocks; the lowest that fit. nil if the limit or the region does not allow it.
  private func takeBlocks(_ count: Int) -> Int? {
    let s = state
    let bytes = count << Int(Heap.blockShift)
    if bytes > s.pointee.limit - s.pointee.usedBytes { return nil }
    var index = s.pointee.freeBlocks >= count ? findFree(count) : -1
    if index < 0 {
      index = s.pointee.frontier
      if count > s.pointee.blockCapacity - index { return nil }
      s.pointee.frontier += count
    } else {
      s.pointee.freeBlocks -= count
    }
    s.pointee.usedBytes += bytes
    s.pointee.peakBytes = max(s.pointee.peakBytes, s.pointee.usedBytes)
    return index
  }

  /// First fit below the frontier; -1 = none.
  private func findFree(_ count: Int) -> Int {
    let directory = state.pointee.directory
    var i = state.pointee.firstFree
    var isFirst = true
    while i < state.pointee.frontier {
      switch directory[i].use {
      case .fresh, .dirty:
        if isFirst {
          state.pointee.firstFree = i
          isFirst = false
        }
        var n = 1
        while n < count && i + n < state.pointee.frontier && directory[i + n].use.rawValue <= BlockUse.dirty.rawValue { n += 1 }
        if n == count {
          if i == state.pointee.firstFree { state.pointee.firstFree = i + count }
          return i
        }
        i += n
      case .large: i += Int(directory[i].span)
      default: i += 1
      }
    }
    return -1
  }
}
