/// The objects that were written, found by what makes two occurrences one object: identity of containers and code, equality of strings. A table
/// with open addressing. It holds on to nothing: what it was given must stay alive as long as it is asked.
struct SharedObjects {
  struct Entry: BitwiseCopyable {
    /// Where the object lies, or the UTF-8 of the string.
    var address: UInt
    /// The length of the string; -1 for objects.
    var length: Int
    var hash: UInt64
    /// Where it begins in the file.
    var offset: Int
    var isInterned = false
  }

  /// In the order in which they begin.
  private(set) var entries: [Entry] = []
  /// Numbers of objects, or -1; a power of two of them, at most half of them in use.
  private var slots = [Int32](repeating: -1, count: 64)

  /// The number of an object that was found before; nil if it is new, or never shared. A new one is kept.
  mutating func find(_ constant: Constant, at offset: Int) -> Int? {
    switch constant {
    case .string(let text): find(text, at: offset)
    case .tuple(let items), .list(let items), .set(let items), .frozenset(let items), .dictionary(let items), .slice(let items):
      find(ObjectIdentifier(items), at: offset)
    case .code(let code): find(ObjectIdentifier(code), at: offset)
    default: nil
    }
  }

  private mutating func find(_ object: ObjectIdentifier, at offset: Int) -> Int? {
    let address = UInt(bitPattern: object)
    return find(Entry(address: address, length: -1, hash: ByteHash.mixed(UInt64(address), ByteHash.seed), offset: offset))
  }

  mutating func find(_ text: Text, at offset: Int) -> Int? {
    let (address, hash) = text.utf8.withUnsafeBytes { bytes in
      (UInt(bitPattern: bytes.baseAddress), ByteHash.hash(bytes, text.isInterned ? 1 : 0))
    }
    return find(Entry(address: address, length: text.utf8.count, hash: hash, offset: offset, isInterned: text.isInterned))
  }

  private mutating func find(_ entry: Entry) -> Int? {
    var slot = Int(truncatingIfNeeded: entry.hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if entries[number].hash == entry.hash, SharedObjects.areSame(entries[number], entry) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(entries.count)
    entries.append(entry)
    if 2 * entries.count > slots.count { grow() }
    return nil
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: 2 * slots.count)
    for (number, entry) in entries.enumerated() {
      var slot = Int(truncatingIfNeeded: entry.hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }

  private static func areSame(_ a: Entry, _ b: Entry) -> Bool {
    guard a.length == b.length, a.isInterned == b.isInterned else { return false }
    if a.address == b.address { return true }
    guard a.length >= 0 else { return false }
    let (left, right) = (UnsafePointer<UInt8>(bitPattern: a.address), UnsafePointer<UInt8>(bitPattern: b.address))
    return ByteHash.areEqual(UnsafeBufferPointer(start: left, count: a.length), UnsafeBufferPointer(start: right, count: b.length))
  }
}
