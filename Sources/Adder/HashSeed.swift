#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The keys for hashing str and bytes that the environment asks for.
public enum HashSeed {
  static var random: (UInt64, UInt64) { (UInt64.random(in: .min ... .max), UInt64.random(in: .min ... .max)) }

  /// From the value of PYTHONHASHSEED: nil, empty or `random` gives random keys, 0 no keys, another number the keys that CPython derives from it
  /// (Python/bootstrap_hash.c).
  ///
  /// - Returns: nil if the value is malformed.
  public static func keys(_ value: String?) -> (UInt64, UInt64)? {
    guard let value, !value.isEmpty, value != "random" else {
      return random
    }
    guard let seed = UInt32(value) else { return nil }
    if seed == 0 { return (0, 0) }
    var state = seed
    var keys: (UInt64, UInt64) = (0, 0)
    for i in 0..<16 {
      state = state &* 214013 &+ 2_531_011
      let byte = UInt64(state >> 16 & 0xFF)
      if i < 8 { keys.0 |= byte << (8 * i) } else { keys.1 |= byte << (8 * (i - 8)) }
    }
    return keys
  }
}
