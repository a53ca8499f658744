/// `hash()` of constants as CPython computes it under PYTHONHASHSEED=0.
///
/// It decides the order in which sets print. Objects that CPython hashes by their address (Ellipsis, NaN, code objects)
/// get an arbitrary fixed hash.
struct PythonHash {
  private let rules: ValueRules
  private let strings: SipHash

  init(_ rules: ValueRules) {
    self.rules = rules
    strings =
      switch rules.stringHash {
      case .siphash24: SipHash(compressionRounds: 2, finalizationRounds: 4)
      case .siphash13: SipHash()
      }
  }

  /// Numbers hash modulo this prime, 2^61 - 1 (CPython: Include/cpython/pyhash.h).
  static let modulus: UInt64 = (1 << 61) - 1
  private static let infinity: Int64 = 314159
  /// CPython: Objects/object.c, `none_hash`.
  private static let none: Int64 = 0xFCA8_6420
  private static let byAddress: Int64 = 0

  func hash(_ constant: Constant) -> Int64 {
    switch constant {
    case .none: rules.noneHash == .constant ? Self.none : Self.byAddress
    case .bool(let value): value ? 1 : 0
    case .integer(let value): integer(isNegative: value < 0, limbs: [value.magnitude])
    case .bigInteger(let value): integer(isNegative: value.isNegative, limbs: value.limbs)
    case .float(let bits): float(Double(bitPattern: bits))
    case .complex(let real, let imaginary):
      complex(Double(bitPattern: real), Double(bitPattern: imaginary))
    case .string(let text): string(text)
    case .bytes(let bytes): bytes.withUnsafeBytes { buffer(UnsafeRawBufferPointer($0)) }
    case .tuple(let tuple): self.tuple(tuple.items)
    case .frozenset(let set): frozenset(SetOrder(hash: self).iterationOrder(of: set.items))
    case .ellipsis, .stopIteration, .list, .set, .dictionary, .slice, .code: Self.byAddress
    }
  }

  /// -1 means an error in CPython's C functions, so that no object has it as hash.
  private static func avoidingError(_ hash: Int64) -> Int64 { hash == -1 ? -2 : hash }

  private func buffer(_ bytes: UnsafeRawBufferPointer) -> Int64 {
    bytes.isEmpty ? 0 : Self.avoidingError(Int64(bitPattern: strings.hash(bytes)))
  }

  /// Strings hash the memory that CPython would hold them in: 1, 2 or 4 bytes per code point.
  private func string(_ text: Text) -> Int64 {
    if text.isASCII { return text.utf8.withUnsafeBytes { buffer(UnsafeRawBufferPointer($0)) } }
    let points = Array(text.codePoints)
    let largest = points.max() ?? 0
    if largest < 0x100 { return points.map(UInt8.init(truncatingIfNeeded:)).withUnsafeBytes(buffer) }
    if largest < 0x10000 { return points.map { UInt16(truncatingIfNeeded: $0).littleEndian }.withUnsafeBytes(buffer) }
    return points.map(\.littleEndian).withUnsafeBytes(buffer)
  }

  private func integer(isNegative: Bool, limbs: [UInt64]) -> Int64 {
    var remainder: UInt64 = 0
    for limb in limbs.reversed() {
      remainder = Self.modulus.dividingFullWidth((remainder, limb)).remainder
    }
    return Self.avoidingError(isNegative ? -Int64(remainder) : Int64(remainder))
  }

  /// A float hashes as the fraction that it is, so that it equals an int's hash where the values are equal.
  private func float(_ value: Double) -> Int64 {
    guard value.isFinite else { return value.isNaN ? Self.byAddress : value < 0 ? -Self.infinity : Self.infinity }
    guard value != 0 else { return 0 }
    // value = significand * 2^exponent with an integral significand; 2^61 is 1 modulo the prime.
    let exponent = Int(value.exponent) - 52
    let significand = UInt64(abs(value.significand) * 0x1p52)
    let shift = UInt64((exponent % 61 + 61) % 61)
    let product = (significand % Self.modulus).multipliedFullWidth(by: 1 << shift)
    let remainder = Self.modulus.dividingFullWidth(product).remainder
    return Self.avoidingError(value < 0 ? -Int64(remainder) : Int64(remainder))
  }

  private func complex(_ real: Double, _ imaginary: Double) -> Int64 {
    Self.avoidingError(float(real) &+ 1_000_003 &* float(imaginary))
  }

  private func tuple(_ items: [Constant]) -> Int64 {
    switch rules.tupleHash {
    case .multiplied: multiplied(items)
    case .xxhash: xxhash(items)
    }
  }

  /// CPython: Objects/tupleobject.c, up to 3.7.
  private func multiplied(_ items: [Constant]) -> Int64 {
    var sum: UInt64 = 0x345678
    var factor: UInt64 = 1_000_003
    for (index, item) in items.enumerated() {
      sum = (sum ^ UInt64(bitPattern: hash(item))) &* factor
      factor &+= UInt64(82520 + 2 * (items.count - index - 1))
    }
    return Self.avoidingError(Int64(bitPattern: sum &+ 97531))
  }

  /// CPython: Objects/tupleobject.c, a form of xxHash.
  private func xxhash(_ items: [Constant]) -> Int64 {
    let prime1: UInt64 = 11_400_714_785_074_694_791
    let prime2: UInt64 = 14_029_467_366_897_019_727
    let prime5: UInt64 = 2_870_177_450_012_600_261
    var sum = prime5
    for item in items {
      sum &+= UInt64(bitPattern: hash(item)) &* prime2
      sum = (sum << 31 | sum >> 33) &* prime1
    }
    sum &+= UInt64(items.count) ^ (prime5 ^ 3_527_539)
    return sum == UInt64.max ? 1_546_275_796 : Int64(bitPattern: sum)
  }

  /// CPython: Objects/setobject.c.
  private func frozenset(_ items: [Constant]) -> Int64 {
    var sum: UInt64 = 0
    for item in items {
      let hash = UInt64(bitPattern: hash(item))
      sum ^= ((hash ^ 89_869_747) ^ hash << 16) &* 3_644_798_167
    }
    sum ^= (UInt64(items.count) + 1) &* 1_927_868_237
    sum ^= sum >> 11 ^ sum >> 25
    sum = sum &* 69069 &+ 907_133_923
    return sum == UInt64.max ? 590_923_713 : Int64(bitPattern: sum)
  }
}
