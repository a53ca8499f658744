/// One marking of everything that can be reached. The mark stack holds cells that are marked and whose contents are not scanned yet.
struct Marker {
  private let state: UnsafeMutablePointer<HeapState>
  private let base: UInt
  /// Bytes of the region that have ever been used.
  private let size: UInt
  private let marks: UnsafeMutablePointer<UInt64>
  private let live: UnsafeMutablePointer<UInt64>
  private let directory: UnsafeMutablePointer<Block>
  private let stack: UnsafeMutablePointer<UInt>
  private var top = 0
  /// The type of the last leaf that was scanned: it is marked.
  private var leafType: UInt64 = 0

  init(_ heap: Heap) {
    state = heap.state
    base = state.pointee.base
    size = UInt(state.pointee.frontier) << Heap.blockShift
    marks = state.pointee.marks
    live = state.pointee.live
    directory = state.pointee.directory
    stack = state.pointee.markStack
  }

  // MARK: Marking

  /// Marks the cell at `address`, which is the start of one.
  @inline(__always)
  private mutating func markCell(_ address: UInt) {
    let unit = (address &- base) >> 4
    let word = marks + Int(bitPattern: unit >> 6)
    let bit: UInt64 = 1 &<< UInt64(unit & 63)
    if word.pointee & bit != 0 { return }
    word.pointee |= bit
    // What refers to nothing but its type needs no scan: a list of a million strs does not fill the mark stack.
    let header = Ref<ObjectHeader>(bits: UInt64(address)).layout
    if Marker.isLeaf(header), header.type.bits == leafType { return }
    push(address)
  }

  @inline(__always)
  private mutating func push(_ address: UInt) {
    stack[top] = address
    top &+= 1
  }

  /// Whether a cell is a number or text without words of a subclass and without a buffer elsewhere.
  @inline(__always)
  private static func isLeaf(_ header: ObjectHeader) -> Bool {
    header.kind.rawValue &- Kind.int.rawValue <= Kind.bytes.rawValue &- Kind.int.rawValue
      && header.flags.rawValue & (ObjectFlags.special.rawValue | ObjectFlags.hasExtra.rawValue) == 0
  }

  /// Marks what a traced word refers to.
  @inline(__always)
  mutating func mark(_ word: UInt64) {
    let address = UInt(word)
    if address &- base < size { markCell(address) }
  }

  @inline(__always)
  mutating func mark(_ v: Value) { mark(v.bits) }

  /// Marks the cell that an untrusted word points to or into, if there is one.
  @inline(__always)
  mutating func markConservatively(_ word: UInt) {
    if word &- base < size { markInterior(word) }
  }

  @inline(never)
  private mutating func markInterior(_ word: UInt) {
    let cell = find(word)
    if cell != 0 { markCell(cell) }
    // A pointer just behind the last item of a cell is a pointer to the next cell.
    if cell == word || cell == 0, word > base {
      let before = find(word - 1)
      if before != 0 { markCell(before) }
    }
  }

  /// The start of the allocated cell in which `address` lies, or 0.
  func find(_ address: UInt) -> UInt {
    let offset = address &- base
    if offset >= size { return 0 }
    var index = Int(offset >> Heap.blockShift)
    let block = directory[index]
    var unit = 0
    switch block.use {
    case .fresh, .dirty: return 0
    case .cells:
      let cell = Int(((offset & UInt(Heap.blockBytes - 1)) >> 4 * UInt(block.reciprocal)) >> 24)
      if cell >= Int(block.cellCount) { return 0 }
      unit = cell * Int(block.cellUnits)
    case .large: break
    case .largeRest: index -= Int(block.span)
    }
    let bit = index * Heap.blockBytes / Heap.unit + unit
    if live[bit >> 6] >> UInt64(bit & 63) & 1 == 0 { return 0 }
    let cell = base + UInt(bit) << 4
    // A cell of an allocator's run that was not handed out yet is all zero.
    return Ref<ObjectHeader>(bits: UInt64(cell)).kind == .free ? 0 : cell
  }

  func isMarked(_ address: UInt) -> Bool {
    let unit = (address &- base) >> 4
    return marks[Int(unit >> 6)] >> UInt64(unit & 63) & 1 == 1
  }

  /// Marks what a word refers to that is a value, or was one: its cell may be gone. (Native code has pointers behind the last item of a cell too,
  /// which are pointers to the next; values are none.)
  @inline(__always)
  mutating func markSlot(_ word: UInt) {
    guard word &- base < size else { return }
    let cell = find(word)
    if cell == word { markCell(cell) }
  }

  /// The same for a run of words.
  mutating func markSlots(from start: UInt, to end: UInt) {
    var address = start & ~7
    while address < end {
      markSlot(UnsafePointer<UInt>(bitPattern: address).unsafelyUnwrapped.pointee)
      address += 8
    }
  }

  /// Conservative scan of a run of words.
  mutating func markConservatively(from start: UInt, to end: UInt) {
    var address = start & ~7
    while address < end {
      markConservatively(UnsafePointer<UInt>(bitPattern: address).unsafelyUnwrapped.pointee)
      address += 8
    }
  }

  // MARK: Scanning

  /// Scans until the mark stack is empty.
  mutating func drain() {
    while top > 0 {
      top &-= 1
      scan(Ref(bits: UInt64(stack[top])))
    }
  }

  @inline(__always)
  private mutating func scan(_ object: Ref<ObjectHeader>) {
    let header = object.layout
    mark(header.type.bits)
    if Marker.isLeaf(header) {
      leafType = header.type.bits
      return
    }
    switch header.kind {
    case .str:
      if _slowPath(header.flags.contains(.special)) { mark(object.cast(to: StrObject.self).appendBuffer.bits) }
    case .dictEntries: scanDictEntries(object.cast())
    case .setEntries: scanSetEntries(object.cast())
    case .generator, .coroutine, .asyncGenerator:
      scanWords(object, Int(header.tracedWords))
      scanFrame(object.cast(to: GeneratorObject.self))
    default: scanWords(object, Int(header.tracedWords))
    }
    if _slowPath(header.flags.contains(.hasExtra)) && header.kind != .tuple {
      let words = extraWords(of: object)
      for i in 0..<Int(header.small) { mark(words[i]) }
    }
  }

  @inline(__always)
  private mutating func scanWords(_ object: Ref<ObjectHeader>, _ count: Int) {
    let words: UnsafeMutablePointer<UInt64> = object.trailing()
    var i = 0
    while i < count {
      mark(words[i])
      i &+= 1
    }
  }

  private mutating func scanDictEntries(_ buffer: Ref<BufferObject>) {
    let entries: UnsafeMutablePointer<DictEntry> = buffer.trailing()
    for i in 0..<buffer.capacity {
      mark(entries[i].key)
      mark(entries[i].value)
    }
  }

  private mutating func scanSetEntries(_ buffer: Ref<BufferObject>) {
    let entries: UnsafeMutablePointer<SetEntry> = buffer.trailing()
    for i in 0..<buffer.capacity { mark(entries[i].key) }
  }

  private mutating func scanFrame(_ generator: Ref<GeneratorObject>) {
    let frame = generator.frame
    if generator.state == .finished {
      mark(frame.function.bits)
      mark(frame.code.bits)
    } else {
      scanFrame(frame)
    }
  }

  /// The traced words of a frame: header, variables, and the stack as deep as it is verified to be before the instruction at `pc`.
  mutating func scanFrame(_ frame: Frame) {
    let code = frame.code
    if code.isNone { return }
    let header = UnsafeMutableRawPointer(frame.raw).assumingMemoryBound(to: UInt.self)
    for i in 0..<5 { markSlot(header[i]) }
    let unit = frame.unitIndex
    let depth = unit >= 0 && unit < code.unitCount ? Int(code.depths[unit]) : -1
    let count = code.localsPlusCount + (depth >= 0 ? depth : code.stackSize)
    let locals = UnsafeMutableRawPointer(frame.locals).assumingMemoryBound(to: UInt.self)
    for i in 0..<count { markSlot(locals[i]) }
  }
}
