/// SipHash with one compression and three finalization rounds, as CPython hashes str and bytes from 3.11 on
/// (CPython: Python/pyhash.c; J.-P. Aumasson, D. J. Bernstein: SipHash: a fast short-input PRF).
public struct SipHash: Sendable {
  private let key0: UInt64
  private let key1: UInt64
  private let compressionRounds: Int
  private let finalizationRounds: Int

  /// The hash with that key and those numbers of rounds. PYTHONHASHSEED=0 means the key (0, 0).
  public init(key0: UInt64 = 0, key1: UInt64 = 0, compressionRounds: Int = 1, finalizationRounds: Int = 3) {
    self.key0 = key0
    self.key1 = key1
    self.compressionRounds = compressionRounds
    self.finalizationRounds = finalizationRounds
  }

  private struct State {
    var v0, v1, v2, v3: UInt64

    @inline(__always)
    mutating func round() {
      v0 &+= v1
      v2 &+= v3
      v1 = v1 << 13 | v1 >> 51
      v3 = v3 << 16 | v3 >> 48
      v1 ^= v0
      v3 ^= v2
      v0 = v0 << 32 | v0 >> 32
      v2 &+= v1
      v0 &+= v3
      v1 = v1 << 17 | v1 >> 47
      v3 = v3 << 21 | v3 >> 43
      v1 ^= v2
      v3 ^= v0
      v2 = v2 << 32 | v2 >> 32
    }
  }

  /// The 64-bit hash of `bytes`.
  public func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var state = State(
      v0: key0 ^ 0x736F_6D65_7073_6575, v1: key1 ^ 0x646F_7261_6E64_6F6D,
      v2: key0 ^ 0x6C79_6765_6E65_7261, v3: key1 ^ 0x7465_6462_7974_6573)
    let whole = bytes.count & ~7
    for offset in stride(from: 0, to: whole, by: 8) {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      state.v3 ^= word
      for _ in 0..<compressionRounds { state.round() }
      state.v0 ^= word
    }
    var last = UInt64(truncatingIfNeeded: bytes.count) << 56
    for offset in whole..<bytes.count { last |= UInt64(bytes[offset]) << UInt64(8 * (offset - whole)) }
    state.v3 ^= last
    for _ in 0..<compressionRounds { state.round() }
    state.v0 ^= last
    state.v2 ^= 0xFF
    for _ in 0..<finalizationRounds { state.round() }
    return state.v0 ^ state.v1 ^ state.v2 ^ state.v3
  }
}
