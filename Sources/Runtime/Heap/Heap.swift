import Glibc

/// Handle of an interpreter's heap. All memory of Python objects comes from here; nothing in it moves; a mark-sweep collector takes back what
/// cannot be reached. `allocate` may collect, so a `Value` that lives only in a raw word of the heap (an untraced field) or in malloc'ed memory may
/// be lost: values are safe in frames, in traced words, and on the native stack.
///
/// Vocabulary:
/// - region: the reserved addresses of the heap; block: 32 KiB of it, described by one entry of the directory.
/// - cell: what `allocate` returns. Cells up to 16 KiB lie in blocks of cells of one size class, larger ones in blocks of their own.
/// - run: neighbouring free cells of a block; an allocator hands out a run by moving its cursor.
/// - live bitmap: one bit per 16 bytes, set at the start of each cell that survived the last collection or was given to an allocator since.
/// - mark bitmap: the same for the collection that runs; then the two change places, which is all the sweeping there is. Dead cells are found when
///   an allocator looks for its next run.
@frozen
public struct Heap: BitwiseCopyable {
  public var state: UnsafeMutablePointer<HeapState>
  @inlinable public init(state: UnsafeMutablePointer<HeapState>) { self.state = state }
}

/// Where the next cell of one size class comes from: a run of free, zeroed cells. Addresses; both 0 when there is none.
struct Allocator: BitwiseCopyable {
  var cursor: UInt
  var limit: UInt
  /// Directory index of the block that `cursor` is in, -1 = none.
  var block: Int
  /// The cell of that block where the search for the next run begins.
  var position: Int
  /// The next block with free cells, -1 = none.
  var next: Int
}

/// What a block is used for.
enum BlockUse: UInt8, BitwiseCopyable {
  /// Never used, or given back to the system: all zero.
  case fresh
  /// Free, with old contents.
  case dirty
  case cells
  /// The first block of a large cell, and the others.
  case large, largeRest
}

struct Block: BitwiseCopyable {
  var use: BlockUse
  var sizeClass: UInt8
  /// Its free cells are zero.
  var isZero: Bool
  var cellCount: UInt16
  /// Units (16 bytes) of a cell.
  var cellUnits: UInt16
  /// Cell number = unit number * reciprocal >> 24, exact for 2^11 units and divisors up to 2^10.
  var reciprocal: UInt32
  /// Blocks of the large cell (`large`), distance to its first block (`largeRest`).
  var span: UInt32
  /// The next block of the class with free cells, -1 = none.
  var next: Int32
}

/// The fields of a heap. Outside the collector only the counters and settings are of interest.
public struct HeapState: BitwiseCopyable {
  /// A program that goes on after so many MemoryErrors because of the memory limit is ended.
  static var mostRefusals: Int { 1000 }
  /// What a program that ends may take beyond its limit, in bytes.
  static var reserve: Int { 2 << 20 }

  // The region.
  var base: UInt
  var blockCapacity: Int
  /// Blocks from here on were never used.
  var frontier: Int
  /// Free blocks below the frontier.
  var freeBlocks: Int
  /// No free block lies below this one.
  var firstFree: Int
  var directory: UnsafeMutablePointer<Block>
  var live: UnsafeMutablePointer<UInt64>
  var marks: UnsafeMutablePointer<UInt64>
  var markStack: UnsafeMutablePointer<UInt>
  /// Size class of each number of units, from 0 to `SizeClass.largestUnits`.
  var classOfUnits: UnsafeMutablePointer<UInt8>

  // Counters, in bytes unless said otherwise.
  /// Blocks in use.
  public var usedBytes: Int
  /// Allocated since the last collection (in runs).
  public var recentBytes: Int
  /// The next collection comes when `recentBytes` gets here.
  public var threshold: Int
  /// `usedBytes` may not exceed this (`--max-memory`).
  public var limit: Int
  /// How often the limit was reached.
  var refusals: Int
  /// Highest `usedBytes` ever.
  public var peakBytes: Int
  /// Cells ever given to allocators; `Heap.allocations` corrects it.
  var grantedCells: Int
  var grantedBytes: Int
  /// Collections so far.
  public var collections: Int
  /// Time spent in collections, in nanoseconds.
  public var collectionTime: Int
  /// Collect before every Nth allocation; 0 = no.
  var stressInterval: Int
  var stressCountdown: Int
  /// Allocations left before each of which is collected.
  var stressFirst: Int
  /// Dead cells are overwritten after each collection (tests).
  var poisons: Bool
  var isCollecting: Bool
  /// While a collection runs: where it begins to scan the native stack; 0 = where it is called.
  var scanBase: UInt
  /// `gc.disable()`: only the memory limit and explicit calls collect.
  public var isDisabled: Bool
  /// A collection is to happen at the next poll.
  var isRequested: Bool
  /// Callbacks and finalizers run.
  var isFinalizing: Bool
  /// What `gc.collect` was called with.
  var requestedGeneration: Int

  // Finalizers and weak references.
  /// Objects whose type has a finalizer that did not run.
  var finalizables: AddressList
  /// Unreachable objects whose finalizer is to run (kept alive).
  var pendingFinalizers: AddressQueue
  /// Weak references that may have a target.
  var weakReferences: AddressList
  /// Weak references whose target died and whose callback is to run (kept alive).
  var pendingCallbacks: AddressQueue

  /// Allocators by size class lie behind the state.
  static var allocatorsOffset: Int { (MemoryLayout<HeapState>.size + 15) & ~15 }
}

extension UnsafeMutablePointer where Pointee == HeapState {
  @inline(__always) var allocators: UnsafeMutablePointer<Allocator> {
    (UnsafeMutableRawPointer(self) + HeapState.allocatorsOffset).assumingMemoryBound(to: Allocator.self)
  }
}

extension Heap {
  static var blockShift: UInt { 15 }
  static var blockBytes: Int { 1 << 15 }
  /// Bytes that a cell's address is a multiple of.
  static var unit: Int { 16 }
  /// Words of a block in a bitmap.
  static var bitmapWords: Int { blockBytes / unit / 64 }
  /// No collection before so many bytes were allocated.
  static var leastThreshold: Int { 8 << 20 }

  /// Reserves the addresses of a heap: 64 GiB, or what the system gives. Pages cost memory only when used.
  public static func make() -> Heap {
    var bytes = 1 << 36
    var region = reserve(bytes)
    var tables = region == nil ? nil : makeTables(blocks: bytes / blockBytes)
    while tables == nil && bytes > 1 << 24 {
      if let region { munmap(region, bytes) }
      bytes /= 2
      region = reserve(bytes)
      tables = region == nil ? nil : makeTables(blocks: bytes / blockBytes)
    }
    let size = HeapState.allocatorsOffset + SizeClass.count * MemoryLayout<Allocator>.stride
    let raw = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    raw.initializeMemory(as: UInt8.self, repeating: 0, count: size)
    let state = raw.assumingMemoryBound(to: HeapState.self)
    // Without a region every allocation is a MemoryError.
    if let tables {
      state.pointee.base = UInt(bitPattern: region)
      state.pointee.blockCapacity = bytes / blockBytes
      layOut(state, tables, blocks: bytes / blockBytes)
    }
    state.pointee.classOfUnits = SizeClass.makeTable()
    state.pointee.threshold = leastThreshold
    state.pointee.limit = .max
    let heap = Heap(state: state)
    heap.resetAllocators()
    return heap
  }

  private static func reserve(_ bytes: Int) -> UnsafeMutableRawPointer? {
    let mapping = mmap(nil, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
    return mapping == MAP_FAILED ? nil : mapping
  }

  private static func tableSizes(_ blocks: Int) -> (directory: Int, bitmap: Int, stack: Int) {
    // Every cell is pushed once at most, and a cell has at least one unit.
    (blocks * MemoryLayout<Block>.stride, blocks * bitmapWords * 8, blocks * blockBytes / unit * 8)
  }

  /// Directory, two bitmaps and the mark stack in one mapping.
  private static func makeTables(blocks: Int) -> UnsafeMutableRawPointer? {
    let sizes = tableSizes(blocks)
    return reserve(sizes.directory + 2 * sizes.bitmap + sizes.stack)
  }

  private static func layOut(_ state: UnsafeMutablePointer<HeapState>, _ tables: UnsafeMutableRawPointer, blocks: Int) {
    let sizes = tableSizes(blocks)
    state.pointee.live = tables.assumingMemoryBound(to: UInt64.self)
    state.pointee.marks = (tables + sizes.bitmap).assumingMemoryBound(to: UInt64.self)
    state.pointee.markStack = (tables + 2 * sizes.bitmap).assumingMemoryBound(to: UInt.self)
    state.pointee.directory = (tables + 2 * sizes.bitmap + sizes.stack).assumingMemoryBound(to: Block.self)
  }

  /// Gives all memory of the heap back. Nothing uses it any more.
  public func destroy() {
    let s = state.pointee
    if s.blockCapacity > 0 {
      let sizes = Heap.tableSizes(s.blockCapacity)
      munmap(UnsafeMutableRawPointer(bitPattern: s.base), s.blockCapacity * Heap.blockBytes)
      munmap(min(s.live, s.marks), sizes.directory + 2 * sizes.bitmap + sizes.stack)
    }
    s.classOfUnits.deallocate()
    s.finalizables.destroy()
    s.weakReferences.destroy()
    s.pendingFinalizers.destroy()
    s.pendingCallbacks.destroy()
    UnsafeMutableRawPointer(state).deallocate()
  }

  // MARK: Settings and counters

  /// Sets the memory limit in bytes; beyond it allocation raises MemoryError.
  public func setLimit(_ bytes: Int) { state.pointee.limit = bytes }

  /// Collects before each of the next `first` allocations, then before every `interval`-th; 0 = as usual.
  public func setStress(interval: Int, first: Int = 0) {
    state.pointee.stressInterval = interval
    state.pointee.stressFirst = first
    state.pointee.stressCountdown = first > 0 ? 1 : interval
    countUnused()
    resetAllocators()
  }

  /// Overwrites dead cells after each collection, so that a use of freed memory shows (tests).
  public func setPoisoning(_ on: Bool) { state.pointee.poisons = on }

  /// Cells allocated so far.
  public var allocations: Int { state.pointee.grantedCells - remaining { $0 / $1 } }
  /// Bytes of the cells allocated so far.
  public var allocatedBytes: Int { state.pointee.grantedBytes - remaining { bytes, _ in bytes } }

  private func remaining(_ measure: (Int, Int) -> Int) -> Int {
    var sum = 0
    for c in 0..<SizeClass.count {
      let a = state.allocators[c]
      if a.limit > a.cursor { sum += measure(Int(a.limit - a.cursor), SizeClass.units(c) * Heap.unit) }
    }
    return sum
  }
}
