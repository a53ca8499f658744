import Bytecode

/// The names of a tree, each once, as UTF-8. Words for them count from 1.
struct NameTable {
  struct Entry: BitwiseCopyable {
    var start: UInt32
    var length: UInt32
    var hash: UInt32
  }

  private(set) var bytes: PlainBuffer<UInt8>
  private(set) var entries: PlainBuffer<Entry>
  /// Words of names by hash, 0 for a free slot; at most half are in use.
  private var slots: UnsafeMutablePointer<UInt32>
  private var mask: Int

  init(expected: Int) {
    var size = 256
    while size < expected * 2 { size *= 2 }
    bytes = PlainBuffer(capacity: size * 8)
    entries = PlainBuffer(capacity: size)
    entries.append(Entry(start: 0, length: 0, hash: 0))
    slots = .allocate(capacity: size)
    slots.initialize(repeating: 0, count: size)
    mask = size - 1
  }

  func free() {
    bytes.free()
    entries.free()
    slots.deallocate()
  }

  /// The number of names, and the word of the last one.
  var count: Int { entries.count - 1 }

  /// The UTF-8 of a name. It lies in the table and moves when names are added.
  @inline(__always)
  func characters(_ name: Identifier) -> UnsafeBufferPointer<UInt8> {
    precondition(name.raw < entries.count)
    let entry = entries[Int(name.raw)]
    return UnsafeBufferPointer(start: bytes.base + Int(entry.start), count: Int(entry.length))
  }

  /// Where the UTF-8 of a name lies in the bytes of the table.
  func place(_ name: Identifier) -> Range<Int> {
    precondition(name.raw < entries.count)
    let start = Int(entries[Int(name.raw)].start)
    return start..<start + Int(entries[Int(name.raw)].length)
  }

  /// The word for a name of at least one byte, which must not lie in the table.
  @inline(__always)
  mutating func intern(_ name: UnsafeBufferPointer<UInt8>) -> Identifier {
    let hash = Self.hash(name)
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      let entry = entries[Int(slots[slot])]
      if entry.hash == hash, Int(entry.length) == name.count, equal(entry, name) { return Identifier(raw: slots[slot]) }
      slot = (slot + 1) & mask
    }
    return add(name, hash, slot)
  }

  @inline(__always)
  private func equal(_ entry: Entry, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    let own = bytes.base + Int(entry.start)
    var index = 0
    while index < name.count {
      if own[index] != name[index] { return false }
      index += 1
    }
    return true
  }

  @inline(never)
  private mutating func add(_ name: UnsafeBufferPointer<UInt8>, _ hash: UInt32, _ slot: Int) -> Identifier {
    let word = UInt32(truncatingIfNeeded: entries.count)
    entries.append(
      Entry(start: UInt32(truncatingIfNeeded: bytes.count), length: UInt32(truncatingIfNeeded: name.count), hash: hash))
    bytes.append(name)
    slots[slot] = word
    if entries.count * 2 > mask { rehash() }
    return Identifier(raw: word)
  }

  private mutating func rehash() {
    let size = (mask + 1) * 2
    slots.deallocate()
    slots = .allocate(capacity: size)
    slots.initialize(repeating: 0, count: size)
    mask = size - 1
    for word in 1..<entries.count {
      var slot = Int(entries[word].hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(truncatingIfNeeded: word)
    }
  }

  @inline(__always)
  private static func hash(_ name: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    var index = 0
    while index < name.count {
      hash = (hash ^ UInt32(name[index])) &* 16_777_619
      index += 1
    }
    return hash ^ hash >> 15
  }
}
