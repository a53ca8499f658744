import Runtime

/// MT19937 (Matsumoto, Nishimura, "Mersenne Twister", 1998), with the seeding and the output that CPython's Modules/_randommodule.c has, so that
/// seeded sequences are the same. The state lies in a Random object: 624 words and the index of the next one.
struct MersenneTwister {
  static let size = 624
  private static let period = 397

  let words: UnsafeMutablePointer<UInt32>
  let index: UnsafeMutablePointer<Int>

  /// Seeds from the 32-bit digits of a number, least significant first.
  func seed(_ key: [UInt32]) {
    seed(19_650_218)
    var i = 1
    var j = 0
    for _ in 0..<max(MersenneTwister.size, key.count) {
      words[i] = (words[i] ^ ((words[i - 1] ^ (words[i - 1] >> 30)) &* 1_664_525)) &+ key[j] &+ UInt32(truncatingIfNeeded: j)
      i += 1
      j += 1
      if i >= MersenneTwister.size {
        words[0] = words[MersenneTwister.size - 1]
        i = 1
      }
      if j >= key.count { j = 0 }
    }
    for _ in 1..<MersenneTwister.size {
      words[i] = (words[i] ^ ((words[i - 1] ^ (words[i - 1] >> 30)) &* 1_566_083_941)) &- UInt32(i)
      i += 1
      if i >= MersenneTwister.size {
        words[0] = words[MersenneTwister.size - 1]
        i = 1
      }
    }
    words[0] = 0x8000_0000
  }

  private func seed(_ s: UInt32) {
    words[0] = s
    for i in 1..<MersenneTwister.size {
      words[i] = 1_812_433_253 &* (words[i - 1] ^ (words[i - 1] >> 30)) &+ UInt32(i)
    }
    index.pointee = MersenneTwister.size
  }

  /// The next 32 random bits.
  func next() -> UInt32 {
    if index.pointee >= MersenneTwister.size { generate() }
    var y = words[index.pointee]
    index.pointee += 1
    y ^= y >> 11
    y ^= (y << 7) & 0x9D2C_5680
    y ^= (y << 15) & 0xEFC6_0000
    return y ^ (y >> 18)
  }

  private func generate() {
    let n = MersenneTwister.size
    let m = MersenneTwister.period
    for k in 0..<n {
      let y = (words[k] & 0x8000_0000) | (words[(k + 1) % n] & 0x7FFF_FFFF)
      words[k] = words[(k + m) % n] ^ (y >> 1) ^ (y & 1 == 0 ? 0 : 0x9908_B0DF)
    }
    index.pointee = 0
  }

  /// A double from 0 to below 1 with 53 random bits.
  func double() -> Double {
    let a = next() >> 5
    let b = next() >> 6
    return (Double(a) * 67_108_864 + Double(b)) / 9_007_199_254_740_992
  }
}
