import Bytecode

/// The constants of a compilation, each once, by number: a table with open addressing.
struct ConstantPool {
  private(set) var values: [Constant] = []
  private var hashes: [UInt64] = []
  /// Numbers + 1 by hash, 0 for a free slot; at most half are in use.
  private var slots = [UInt32](repeating: 0, count: 256)
  /// Numbers + 1 by constant of the tree; 0 where none was asked for.
  private var ofTree: [UInt32] = []

  static let none: UInt32 = 0

  init() { _ = number(of: .none) }

  mutating func number(of value: Constant) -> UInt32 {
    let hash = value.poolHash
    let slot = find(hash) { $0 == value }
    if slots[slot] != 0 { return slots[slot] - 1 }
    // No NaN is another one.
    if case .float(let bits) = value, Double(bitPattern: bits).isNaN { return append(value, hash) }
    return add(value, hash, slot)
  }

  mutating func value(of id: ConstantID, in tree: SyntaxTree) -> Constant {
    let number = number(of: id, in: tree)
    return values[Int(number)]
  }

  mutating func number(of id: ConstantID, in tree: SyntaxTree) -> UInt32 {
    let index = Int(id.raw)
    if index >= ofTree.count { ofTree += [UInt32](repeating: 0, count: max(index + 1, tree.literals.entries.count) - ofTree.count) }
    if ofTree[index] != 0 { return ofTree[index] - 1 }
    let entry = tree.literals.entries[index]
    let number = entry.kind == .text ? self.number(ofText: entry, id, tree) : number(of: tree.value(of: id))
    ofTree[index] = number + 1
    return number
  }

  /// That of a text of the tree, which is made only if it is new.
  private mutating func number(ofText entry: LiteralTable.Entry, _ id: ConstantID, _ tree: SyntaxTree) -> UInt32 {
    let characters = tree.literals.characters(entry)
    let hash = ByteHash.hash(characters, Constant.textMark)
    let slot = find(hash) {
      guard case .string(let text) = $0 else { return false }
      return text.utf8.withUnsafeBytes { ByteHash.areEqual($0, characters) }
    }
    return slots[slot] != 0 ? slots[slot] - 1 : add(tree.value(of: id), hash, slot)
  }

  /// The slot of a constant, or the free one where it belongs.
  @inline(__always)
  private func find(_ hash: UInt64, _ isSame: (Constant) -> Bool) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if hashes[number] == hash, isSame(values[number]) { return slot }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private mutating func append(_ value: Constant, _ hash: UInt64) -> UInt32 {
    values.append(value)
    hashes.append(hash)
    return UInt32(values.count - 1)
  }

  private mutating func add(_ value: Constant, _ hash: UInt64, _ slot: Int) -> UInt32 {
    let number = append(value, hash)
    slots[slot] = number + 1
    if values.count * 2 > slots.count { rehash() }
    return number
  }

  private mutating func rehash() {
    let used = slots.filter { $0 != 0 }
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for number in used {
      var slot = Int(truncatingIfNeeded: hashes[Int(number) - 1]) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = number
    }
  }
}

extension Constant {
  /// What the hashes of texts have beside the characters.
  fileprivate static let textMark: UInt64 = 2

  fileprivate var poolHash: UInt64 {
    func mixed(_ mark: UInt64, _ bits: UInt64) -> UInt64 { ByteHash.mixed(bits ^ ByteHash.seed, ByteHash.seed ^ mark << 8) }
    switch self {
    case .none: return mixed(0, 0)
    case .ellipsis: return mixed(0, 1)
    case .stopIteration: return mixed(0, 2)
    case .bool(let value): return mixed(0, value ? 4 : 3)
    case .integer(let value): return mixed(1, UInt64(bitPattern: value))
    case .string(let text): return text.utf8.withUnsafeBytes { ByteHash.hash($0, Self.textMark) }
    case .bytes(let bytes): return bytes.withUnsafeBytes { ByteHash.hash($0, 4) }
    case .bigInteger(let value): return value.limbs.reduce(mixed(3, value.isNegative ? 1 : 0)) { mixed(3, $0 ^ $1) }
    case .float(let bits): return mixed(4, bits)
    case .complex(let real, let imaginary): return mixed(5, mixed(5, real) ^ imaginary)
    case .tuple(let items): return items.items.reduce(mixed(6, 0)) { mixed(6, $0 ^ $1.poolHash) }
    case .list(let items), .set(let items), .frozenset(let items), .dictionary(let items), .slice(let items):
      return items.items.reduce(mixed(7, 0)) { mixed(7, $0 ^ $1.poolHash) }
    case .code(let code): return mixed(8, UInt64(code.firstLine)) ^ code.code.withUnsafeBytes { ByteHash.hash($0, 8) }
    }
  }
}
