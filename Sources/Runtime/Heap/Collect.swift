import CSupport
import Glibc

extension Thread {
  /// Asks for a collection at the next poll. (`generation` is only what callbacks are told.)
  public func requestCollection(generation: Int = 2) {
    self.heap.state.pointee.isRequested = true
    self.heap.state.pointee.requestedGeneration = generation
    self.breaker = -1
  }

  /// Collects now, whatever the thresholds say. Finalizers and callbacks run at the next poll.
  public func collect() { collectGarbage() }

  /// Marks everything that can be reached and makes the cells of everything else free. Safe at any allocation.
  ///
  /// - Parameter base: where the scan of the native stack begins; 0 = here.
  @inline(never)
  func collectGarbage(from base: UInt = 0) {
    let state = self.heap.state
    if state.pointee.isCollecting || state.pointee.blockCapacity == 0 { return }
    state.pointee.isCollecting = true
    state.pointee.scanBase = base
    let start = monotonicNanoseconds()
    support_spill_registers(
      { context in
        let t = Thread(context.unsafelyUnwrapped.assumingMemoryBound(to: ThreadState.self))
        let base = t.heap.state.pointee.scanBase
        t.markAndSweep(stackPointer: base == 0 ? UInt(bitPattern: support_frame_address()) : base)
      }, UnsafeMutableRawPointer(self.pointer))
    state.pointee.collections += 1
    state.pointee.collectionTime += monotonicNanoseconds() - start
    state.pointee.isCollecting = false
    if state.pointee.pendingFinalizers.count + state.pointee.pendingCallbacks.count > 0 { self.breaker = -1 }
  }

  /// Marks what can be reached without a look at the native stack of this thread. The marks are good until the next collection, for asking.
  func markExactly() -> Marker {
    let state = self.heap.state
    state.pointee.marks.update(repeating: 0, count: state.pointee.frontier * Heap.bitmapWords)
    var marker = Marker(self.heap)
    marker.markRoots(self, stackPointer: self.nativeStackStart)
    marker.drain()
    return marker
  }

  private func monotonicNanoseconds() -> Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec * 1_000_000_000 + now.tv_nsec
  }

  fileprivate func markAndSweep(stackPointer: UInt) {
    let state = self.heap.state
    let words = state.pointee.frontier * Heap.bitmapWords
    state.pointee.marks.update(repeating: 0, count: words)
    var marker = Marker(self.heap)
    marker.markRoots(self, stackPointer: stackPointer)
    marker.drain()
    self.heap.clearWeakReferences(&marker)
    self.heap.queueFinalizers(&marker)
    marker.drain()
    self.heap.dropDeadWeakReferences(marker)
    self.interpreter.attributeCache.clear()
    swap(&state.pointee.live, &state.pointee.marks)
    self.heap.sweep()
    state.pointee.recentBytes = 0
    state.pointee.isRequested = false
  }
}

extension Heap {
  /// No allocator has a run or a block.
  func resetAllocators() {
    for c in 0..<SizeClass.count { state.allocators[c] = Allocator(cursor: 0, limit: 0, block: -1, position: 0, next: -1) }
  }

  /// Frees the blocks without live cells, and gives each allocator the list of its blocks that have free cells. The live bitmap is new.
  fileprivate func sweep() {
    let s = state
    countUnused()
    resetAllocators()
    var index = 0
    var liveBytes = 0
    // From the top down, so that the lists are in the order of addresses.
    index = s.pointee.frontier - 1
    while index >= 0 {
      let block = s.pointee.directory + index
      switch block.pointee.use {
      case .cells: liveBytes += sweepCells(block, index)
      case .large:
        if s.pointee.live[index * Heap.bitmapWords] & 1 == 1 {
          liveBytes += Int(block.pointee.span) << Int(Heap.blockShift)
        } else {
          freeLarge(index, Int(block.pointee.span))
        }
      default: break
      }
      index -= 1
    }
    s.pointee.threshold = max(Heap.leastThreshold, liveBytes)
  }

  /// Calls `body` for each live cell whose size is that of `bytes`. Right after a collection only.
  func forEachCell(bytes: Int, _ body: (Ref<ObjectHeader>) -> Void) {
    let s = state
    let units = (bytes + 15) >> 4
    if units > SizeClass.largestUnits { return }
    let sizeClass = s.pointee.classOfUnits[units]
    for index in 0..<s.pointee.frontier {
      let block = s.pointee.directory[index]
      guard block.use == .cells, block.sizeClass == sizeClass else { continue }
      let bits = s.pointee.live + index * Heap.bitmapWords
      for cell in 0..<Int(block.cellCount) {
        let bit = cell * Int(block.cellUnits)
        if bits[bit >> 6] >> UInt64(bit & 63) & 1 == 1 { body(Ref(bits: UInt64(address(ofBlock: index)) + UInt64(bit * Heap.unit))) }
      }
    }
  }

  /// What the allocators did not hand out was not allocated.
  func countUnused() {
    state.pointee.grantedCells = allocations
    state.pointee.grantedBytes = allocatedBytes
  }

  /// Returns the bytes of live cells.
  private func sweepCells(_ block: UnsafeMutablePointer<Block>, _ index: Int) -> Int {
    let bits = state.pointee.live + index * Heap.bitmapWords
    var count = 0
    for i in 0..<Heap.bitmapWords { count += bits[i].nonzeroBitCount }
    if count == 0 {
      if state.pointee.poisons { poison(block, index) }
      freeBlock(index, .dirty)
      return 0
    }
    if count < Int(block.pointee.cellCount) {
      if state.pointee.poisons { poison(block, index) }
      block.pointee.isZero = false
      let allocator = state.allocators + Int(block.pointee.sizeClass)
      block.pointee.next = Int32(allocator.pointee.next)
      allocator.pointee.next = index
    }
    return count * Int(block.pointee.cellUnits) * Heap.unit
  }

  private func freeBlock(_ index: Int, _ use: BlockUse) {
    state.pointee.directory[index].use = use
    state.pointee.freeBlocks += 1
    state.pointee.usedBytes -= Heap.blockBytes
    state.pointee.firstFree = min(state.pointee.firstFree, index)
  }

  /// Large cells give their memory back to the system.
  private func freeLarge(_ index: Int, _ count: Int) {
    let start = UnsafeMutableRawPointer(bitPattern: address(ofBlock: index)).unsafelyUnwrapped
    let isLong = count >= 8
    if isLong { madvise(start, count << Int(Heap.blockShift), MADV_DONTNEED) }
    if state.pointee.poisons && !isLong { memset(start, poisonByte, count << Int(Heap.blockShift)) }
    for i in 0..<count { freeBlock(index + i, isLong ? .fresh : .dirty) }
  }

  /// Overwrites the dead cells of a block.
  private func poison(_ block: UnsafeMutablePointer<Block>, _ index: Int) {
    let bits = state.pointee.live + index * Heap.bitmapWords
    let units = Int(block.pointee.cellUnits)
    let start = UnsafeMutableRawPointer(bitPattern: address(ofBlock: index)).unsafelyUnwrapped
    for cell in 0..<Int(block.pointee.cellCount) {
      let bit = cell * units
      if bits[bit >> 6] >> UInt64(bit & 63) & 1 == 0 { memset(start + bit * Heap.unit, poisonByte, units * Heap.unit) }
    }
    block.pointee.isZero = false
  }
}

/// A word of it is neither an address nor null.
private let poisonByte: Int32 = 0xD7
