import Glibc

/// What each hash does with a block: mixes it into the words of its state. Words of 32 bits lie in the low halves.
enum BlockFunctions {
  typealias Words = UnsafeMutablePointer<UInt64>
  typealias Block = UnsafePointer<UInt8>

  @inline(__always) private static func little32(_ b: Block, _ i: Int) -> UInt32 {
    UInt32(b[4 * i]) | UInt32(b[4 * i + 1]) << 8 | UInt32(b[4 * i + 2]) << 16 | UInt32(b[4 * i + 3]) << 24
  }
  @inline(__always) private static func big32(_ b: Block, _ i: Int) -> UInt32 { little32(b, i).byteSwapped }
  @inline(__always) static func little64(_ b: Block, _ i: Int) -> UInt64 { UInt64(little32(b, 2 * i)) | UInt64(little32(b, 2 * i + 1)) << 32 }
  @inline(__always) private static func left(_ x: UInt32, _ n: UInt32) -> UInt32 { x &<< n | x &>> (32 &- n) }
  @inline(__always) private static func right(_ x: UInt32, _ n: UInt32) -> UInt32 { x &>> n | x &<< (32 &- n) }
  @inline(__always) private static func right(_ x: UInt64, _ n: UInt64) -> UInt64 { x &>> n | x &<< (64 &- n) }
  @inline(__always) private static func left(_ x: UInt64, _ n: UInt64) -> UInt64 { n == 0 ? x : x &<< n | x &>> (64 &- n) }

  // MARK: MD5 (RFC 1321)

  private static let sines: [UInt32] = (1...64).map { UInt32(abs(sin(Double($0))) * 4_294_967_296) }
  private static let turns: [UInt32] = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21]

  static func md5(_ words: Words, _ block: Block) {
    var (a, b, c, d) = (UInt32(words[0]), UInt32(words[1]), UInt32(words[2]), UInt32(words[3]))
    for i in 0..<64 {
      let f: UInt32
      let place: Int
      switch i >> 4 {
      case 0:
        f = (b & c) | (~b & d)
        place = i
      case 1:
        f = (d & b) | (~d & c)
        place = (5 * i + 1) & 15
      case 2:
        f = b ^ c ^ d
        place = (3 * i + 5) & 15
      default:
        f = c ^ (b | ~d)
        place = (7 * i) & 15
      }
      let sum = a &+ f &+ sines[i] &+ little32(block, place)
      (a, d, c, b) = (d, c, b, b &+ left(sum, turns[(i >> 4) * 4 + (i & 3)]))
    }
    for (i, x) in [a, b, c, d].enumerated() { words[i] = UInt64(UInt32(words[i]) &+ x) }
  }

  // MARK: SHA-1 and SHA-2 (FIPS 180-4)

  static func sha1(_ words: Words, _ block: Block) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 80) { w in
      for i in 0..<16 { w[i] = big32(block, i) }
      for i in 16..<80 { w[i] = left(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1) }
      var (a, b, c, d, e) = (UInt32(words[0]), UInt32(words[1]), UInt32(words[2]), UInt32(words[3]), UInt32(words[4]))
      for i in 0..<80 {
        let (f, k): (UInt32, UInt32) =
          switch i / 20 {
          case 0: ((b & c) | (~b & d), 0x5a827999)
          case 1: (b ^ c ^ d, 0x6ed9eba1)
          case 2: ((b & c) | (b & d) | (c & d), 0x8f1bbcdc)
          default: (b ^ c ^ d, 0xca62c1d6)
          }
        let next = left(a, 5) &+ f &+ e &+ k &+ w[i]
        (e, d, c, b, a) = (d, c, left(b, 30), a, next)
      }
      for (i, x) in [a, b, c, d, e].enumerated() { words[i] = UInt64(UInt32(words[i]) &+ x) }
    }
  }

  static func sha256(_ words: Words, _ block: Block) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 72) { w in
      for i in 0..<16 { w[i] = big32(block, i) }
      for i in 16..<64 {
        let s0 = right(w[i - 15], 7) ^ right(w[i - 15], 18) ^ w[i - 15] &>> 3
        let s1 = right(w[i - 2], 17) ^ right(w[i - 2], 19) ^ w[i - 2] &>> 10
        w[i] = w[i - 16] &+ s0 &+ w[i - 7] &+ s1
      }
      for i in 0..<8 { w[64 + i] = UInt32(words[i]) }
      var (a, b, c, d) = (w[64], w[65], w[66], w[67])
      var (e, f, g, h) = (w[68], w[69], w[70], w[71])
      for i in 0..<64 {
        let s1 = right(e, 6) ^ right(e, 11) ^ right(e, 25)
        let first = h &+ s1 &+ ((e & f) ^ (~e & g)) &+ UInt32(SHA512.constants[i] &>> 32) &+ w[i]
        let s0 = right(a, 2) ^ right(a, 13) ^ right(a, 22)
        let second = s0 &+ ((a & b) ^ (a & c) ^ (b & c))
        (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ second)
      }
      for (i, x) in [a, b, c, d, e, f, g, h].enumerated() { words[i] = UInt64(w[64 + i] &+ x) }
    }
  }

  static func sha512(_ words: Words, _ block: Block) {
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 80) { w in
      for i in 0..<16 { w[i] = little64(block, i).byteSwapped }
      for i in 16..<80 {
        let s0 = right(w[i - 15], 1) ^ right(w[i - 15], 8) ^ w[i - 15] &>> 7
        let s1 = right(w[i - 2], 19) ^ right(w[i - 2], 61) ^ w[i - 2] &>> 6
        w[i] = w[i - 16] &+ s0 &+ w[i - 7] &+ s1
      }
      var (a, b, c, d) = (words[0], words[1], words[2], words[3])
      var (e, f, g, h) = (words[4], words[5], words[6], words[7])
      for i in 0..<80 {
        let s1 = right(e, 14) ^ right(e, 18) ^ right(e, 41)
        let first = h &+ s1 &+ ((e & f) ^ (~e & g)) &+ SHA512.constants[i] &+ w[i]
        let s0 = right(a, 28) ^ right(a, 34) ^ right(a, 39)
        let second = s0 &+ ((a & b) ^ (a & c) ^ (b & c))
        (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ second)
      }
      for (i, x) in [a, b, c, d, e, f, g, h].enumerated() { words[i] = words[i] &+ x }
    }
  }

  // MARK: SHA-3 (FIPS 202)

  /// By the shift register of the standard.
  private static let roundConstants: [UInt64] = {
    var register: UInt8 = 1
    return (0..<24).map { _ in
      var constant: UInt64 = 0
      for j in 0..<7 {
        if register & 1 != 0 { constant |= 1 << UInt64((1 << j) - 1) }
        let carries = register & 0x80 != 0
        register = register << 1 ^ (carries ? 0x71 : 0)
      }
      return constant
    }
  }()
  private static let offsets: [UInt64] = [1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44]
  private static let lanes = [10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1]

  static func keccak(_ s: Words) {
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 5) { c in
      for round in 0..<24 {
        for x in 0..<5 { c[x] = s[x] ^ s[x + 5] ^ s[x + 10] ^ s[x + 15] ^ s[x + 20] }
        for x in 0..<5 {
          let d = c[(x + 4) % 5] ^ left(c[(x + 1) % 5], 1)
          for y in stride(from: 0, to: 25, by: 5) { s[x + y] ^= d }
        }
        var carried = s[1]
        for i in 0..<24 {
          let lane = lanes[i]
          (carried, s[lane]) = (s[lane], left(carried, offsets[i]))
        }
        for y in stride(from: 0, to: 25, by: 5) {
          for x in 0..<5 { c[x] = s[x + y] }
          for x in 0..<5 { s[x + y] = c[x] ^ (~c[(x + 1) % 5] & c[(x + 2) % 5]) }
        }
        s[0] ^= roundConstants[round]
      }
    }
  }

  // MARK: BLAKE2 (RFC 7693)

  private static let orders: [[UInt8]] = [
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15], [14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3],
    [11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4], [7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8],
    [9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13], [2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9],
    [12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11], [13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10],
    [6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5], [10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0],
  ]
  private static let quarters: [(Int, Int, Int, Int)] = [
    (0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15), (0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14),
  ]

  /// - Parameters:
  ///   - total: bytes so far, with those of this block.
  ///   - isLast: nothing follows; `isLastNode`: in a tree neither.
  static func blake2b(_ h: Words, _ block: Block, total: UInt64, isLast: Bool, isLastNode: Bool) {
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 16) { v in
      for i in 0..<8 {
        v[i] = h[i]
        v[i + 8] = HashAlgorithm.sha512Words[i]
      }
      v[12] ^= total
      if isLast { v[14] = ~v[14] }
      if isLastNode { v[15] = ~v[15] }
      for round in 0..<12 {
        let order = orders[round % 10]
        for (i, (a, b, c, d)) in quarters.enumerated() {
          v[a] = v[a] &+ v[b] &+ little64(block, Int(order[2 * i]))
          v[d] = right(v[d] ^ v[a], 32)
          v[c] = v[c] &+ v[d]
          v[b] = right(v[b] ^ v[c], 24)
          v[a] = v[a] &+ v[b] &+ little64(block, Int(order[2 * i + 1]))
          v[d] = right(v[d] ^ v[a], 16)
          v[c] = v[c] &+ v[d]
          v[b] = right(v[b] ^ v[c], 63)
        }
      }
      for i in 0..<8 { h[i] ^= v[i] ^ v[i + 8] }
    }
  }

  static func blake2s(_ h: Words, _ block: Block, total: UInt64, isLast: Bool, isLastNode: Bool) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 16) { v in
      for i in 0..<8 {
        v[i] = UInt32(truncatingIfNeeded: h[i])
        v[i + 8] = UInt32(HashAlgorithm.sha512Words[i] >> 32)
      }
      v[12] ^= UInt32(truncatingIfNeeded: total)
      v[13] ^= UInt32(truncatingIfNeeded: total >> 32)
      if isLast { v[14] = ~v[14] }
      if isLastNode { v[15] = ~v[15] }
      for round in 0..<10 {
        let order = orders[round]
        for (i, (a, b, c, d)) in quarters.enumerated() {
          v[a] = v[a] &+ v[b] &+ little32(block, Int(order[2 * i]))
          v[d] = right(v[d] ^ v[a], 16)
          v[c] = v[c] &+ v[d]
          v[b] = right(v[b] ^ v[c], 12)
          v[a] = v[a] &+ v[b] &+ little32(block, Int(order[2 * i + 1]))
          v[d] = right(v[d] ^ v[a], 8)
          v[c] = v[c] &+ v[d]
          v[b] = right(v[b] ^ v[c], 7)
        }
      }
      for i in 0..<8 { h[i] ^= UInt64(v[i] ^ v[i + 8]) }
    }
  }
}
