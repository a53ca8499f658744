// SipHash (Aumasson and Bernstein, "SipHash: a fast short-input PRF"), CPython's hash of str and bytes: SipHash-1-3, and SipHash-2-4 at the
// levels before `LibraryFeature.shortStringHash`.

/// The four words of SipHash's state.
private struct SipState {
  var v0: UInt64
  var v1: UInt64
  var v2: UInt64
  var v3: UInt64

  @inline(__always)
  init(_ k0: UInt64, _ k1: UInt64) {
    v0 = k0 ^ 0x736f_6d65_7073_6575
    v1 = k1 ^ 0x646f_7261_6e64_6f6d
    v2 = k0 ^ 0x6c79_6765_6e65_7261
    v3 = k1 ^ 0x7465_6462_7974_6573
  }

  @inline(__always)
  mutating func round() {
    v0 = v0 &+ v1; v2 = v2 &+ v3
    v1 = (v1 << 13 | v1 >> 51) ^ v0
    v3 = (v3 << 16 | v3 >> 48) ^ v2
    v0 = v0 << 32 | v0 >> 32
    v2 = v2 &+ v1; v0 = v0 &+ v3
    v1 = (v1 << 17 | v1 >> 47) ^ v2
    v3 = (v3 << 21 | v3 >> 43) ^ v0
    v2 = v2 << 32 | v2 >> 32
  }

  @inline(__always)
  mutating func absorb(_ word: UInt64, isShort: Bool) {
    v3 ^= word
    round()
    if !isShort { round() }
    v0 ^= word
  }
}

/// Hash of `count` bytes as CPython gives it for the key (k0, k1); both are 0 under PYTHONHASHSEED=0. Never -1; 0 for no bytes.
/// - Parameter isShort: SipHash-1-3, not SipHash-2-4.
func sipHash(_ bytes: UnsafeRawPointer, _ count: Int, _ k0: UInt64, _ k1: UInt64, isShort: Bool) -> Int {
  if count == 0 { return 0 }
  var state = SipState(k0, k1)
  var at = bytes
  let wordsEnd = bytes + (count & ~7)
  while at < wordsEnd {
    state.absorb(UInt64(littleEndian: at.loadUnaligned(as: UInt64.self)), isShort: isShort)
    at += 8
  }
  var last = UInt64(truncatingIfNeeded: count) << 56
  for i in 0..<(count & 7) { last |= UInt64(at.load(fromByteOffset: i, as: UInt8.self)) << UInt64(i &* 8) }
  state.absorb(last, isShort: isShort)
  state.v2 ^= 0xff
  for _ in 0..<(isShort ? 3 : 4) { state.round() }
  let hash = Int(bitPattern: UInt(state.v0 ^ state.v1 ^ state.v2 ^ state.v3))
  return hash == -1 ? -2 : hash
}

extension Thread {
  /// The hash of a str (cached in it).
  @inlinable @inline(__always)
  public func hashOfStr(_ s: Ref<StrObject>) -> Int {
    let hash = s.hash
    return hash != -1 ? hash : computeHashOfStr(s)
  }

  @inline(never)
  @usableFromInline func computeHashOfStr(_ s: Ref<StrObject>) -> Int {
    let hash = sipHash(s.bytes, s.count &* Int(s.width), self.interpreter.hashKey0, self.interpreter.hashKey1, isShort: has(.shortStringHash))
    s.hash = hash
    return hash
  }

  /// The hash of a bytes object (cached in it).
  public func hashOfBytes(_ b: Ref<BytesObject>) -> Int {
    if b.hash != -1 { return b.hash }
    let hash = sipHash(b.bytes, b.count, self.interpreter.hashKey0, self.interpreter.hashKey1, isShort: has(.shortStringHash))
    b.hash = hash
    return hash
  }

  /// The hash of `count` bytes that lie anywhere (memoryview).
  public func hashOfBytes(_ bytes: UnsafeRawPointer, count: Int) -> Int {
    sipHash(bytes, count, self.interpreter.hashKey0, self.interpreter.hashKey1, isShort: has(.shortStringHash))
  }
}
