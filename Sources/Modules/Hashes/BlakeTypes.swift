import Builtins
import Runtime

/// Module `_blake2` (CPython: Modules/_blake2; RFC 7693).
enum BlakeTypes {
  static let module = ModuleSpec("_blake2", doc: "The hashes blake2b and blake2s.") { t, m throws(Raised) in
    let wide = try t.addType(m, blake2b, HashObject.self, flags: [])
    let narrow = try t.addType(m, blake2s, HashObject.self, flags: [])
    for (type, sizes) in [(wide, [16, 16, 64, 64]), (narrow, [8, 8, 32, 32])] {
      for (name, size) in zip(["SALT_SIZE", "PERSON_SIZE", "MAX_KEY_SIZE", "MAX_DIGEST_SIZE"] as [StaticString], sizes) {
        try t.dictSet(type.dict, try t.intern(name), Value(small: size))
      }
    }
    let constants: [(StaticString, Int)] = [
      ("BLAKE2B_SALT_SIZE", 16), ("BLAKE2B_PERSON_SIZE", 16), ("BLAKE2B_MAX_KEY_SIZE", 64), ("BLAKE2B_MAX_DIGEST_SIZE", 64),
      ("BLAKE2S_SALT_SIZE", 8), ("BLAKE2S_PERSON_SIZE", 8), ("BLAKE2S_MAX_KEY_SIZE", 32), ("BLAKE2S_MAX_DIGEST_SIZE", 32),
    ]
    for (name, number) in constants { try t.addConstant(m, name, Value(small: number)) }
  }

  private static let blake2b = TypeSpec(
    "_blake2.blake2b", doc: "Return a new BLAKE2b hash object.",
    functions: [
      .init(
        """
        __new__(cls, data=<unrepresentable>, /, *, digest_size=64, key=<unrepresentable>, salt=<unrepresentable>, person=<unrepresentable>, fanout=1, \
        depth=1, leaf_size=0, node_offset=0, node_depth=0, inner_size=0, last_node=False, usedforsecurity=True)
        """, "Create and return a new hash object."
      ) { t, a throws(Raised) in try make(t, .blake2b, a) }
    ] + HashObjects.shared + HashObjects.digests, attributes: HashObjects.attributes)

  private static let blake2s = TypeSpec(
    "_blake2.blake2s", doc: "Return a new BLAKE2s hash object.",
    functions: [
      .init(
        """
        __new__(cls, data=<unrepresentable>, /, *, digest_size=32, key=<unrepresentable>, salt=<unrepresentable>, person=<unrepresentable>, fanout=1, \
        depth=1, leaf_size=0, node_offset=0, node_depth=0, inner_size=0, last_node=False, usedforsecurity=True)
        """, "Create and return a new hash object."
      ) { t, a throws(Raised) in try make(t, .blake2s, a) }
    ] + HashObjects.shared + HashObjects.digests, attributes: HashObjects.attributes)

  private static func number(_ t: Thread, _ v: Value, _ name: StaticString, _ range: ClosedRange<Int>) throws(Raised) -> UInt64 {
    let number = try t.sizeArgument(v)
    guard range.contains(number) else {
      throw t.raise(
        t.types.valueError, "%S must be between %S and %S", try t.str(name), try t.int(range.lowerBound), try t.int(range.upperBound))
    }
    return UInt64(number)
  }

  /// Bytes of an argument, at most `most` of them.
  private static func bytes(_ t: Thread, _ v: Value, _ name: StaticString, _ most: Int) throws(Raised) -> [UInt8] {
    if v.isNull { return [] }
    let view = try t.bufferBytes(v)
    guard view.count <= most else { throw t.raise(t.types.valueError, "maximum %S length is %S bytes", try t.str(name), try t.int(most)) }
    return (0..<view.count).map { view[$0] }
  }

  /// The state begins with the initial words and the block of parameters.
  private static func make(_ t: Thread, _ algorithm: HashAlgorithm, _ a: Slots) throws(Raised) -> Value {
    let isWide = algorithm == .blake2b
    let (most, word) = (algorithm.digestSize, isWide ? 8 : 4)
    let size = try t.sizeArgument(a[2])
    guard (1...most).contains(size) else {
      throw t.raise(t.types.valueError, "digest_size for %S must be between 1 and %S bytes, here it is %S", try t.str(isWide ? "Blake2b" : "Blake2s"), try t.int(most), a[2])
    }
    let key = try bytes(t, a[3], "key", most)
    let salt = try bytes(t, a[4], "salt", 2 * word)
    let person = try bytes(t, a[5], "person", 2 * word)
    var block = [UInt8](repeating: 0, count: 8 * word)
    func put(_ number: UInt64, _ place: Int, _ count: Int) {
      for i in 0..<count { block[place + i] = UInt8(truncatingIfNeeded: number >> UInt64(8 * i)) }
    }
    put(UInt64(size), 0, 1)
    put(UInt64(key.count), 1, 1)
    put(try number(t, a[6], "fanout", 0...255), 2, 1)
    put(try number(t, a[7], "depth", 1...255), 3, 1)
    put(try number(t, a[8], "leaf_size", 0...0xFFFF_FFFF), 4, 4)
    put(try number(t, a[9], "node_offset", 0...(isWide ? Int.max : (1 << 48) - 1)), 8, isWide ? 8 : 6)
    put(try number(t, a[10], "node_depth", 0...255), isWide ? 16 : 14, 1)
    put(try number(t, a[11], "inner_size", 0...most), isWide ? 17 : 15, 1)
    for (i, byte) in salt.enumerated() { block[4 * word + i] = byte }
    for (i, byte) in person.enumerated() { block[6 * word + i] = byte }
    let me = try HashObjects.make(t, a[0].unchecked(), algorithm)
    me.digestSize = size
    me.isLastNode = try t.truth(a[12])
    for i in 0..<8 {
      var mixed: UInt64 = 0
      for j in 0..<word { mixed |= UInt64(block[i * word + j]) << UInt64(8 * j) }
      me.state.words[i] ^= mixed
    }
    if !key.isEmpty {
      let padded = key + [UInt8](repeating: 0, count: algorithm.blockSize - key.count)
      padded.withUnsafeBufferPointer { if let base = $0.baseAddress { me.state.update(algorithm, base, $0.count) } }
    }
    try HashObjects.update(t, me, a[1])
    return Value(me)
  }
}
