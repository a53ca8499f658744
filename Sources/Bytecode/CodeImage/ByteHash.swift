/// Hashing of bytes for tables that live as long as one pass over a file or a compilation.
package enum ByteHash {
  /// Chosen anew by each process, so that no source can be made to fill one place of a table.
  package static let seed = UInt64.random(in: .min ... .max)

  /// Both halves of a product, in one.
  @inline(__always)
  package static func mixed(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = (a ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: b | 1)
    return product.high ^ product.low
  }

  /// A hash of bytes and of a number beside them.
  package static func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ number: UInt64) -> UInt64 {
    let raw = UnsafeRawBufferPointer(bytes)
    let seed = seed
    var hash = seed ^ UInt64(raw.count) << 1 ^ number
    var index = 0
    while index + 8 <= raw.count {
      hash = mixed(hash ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self), seed)
      index += 8
    }
    var rest: UInt64 = 0
    while index < raw.count {
      rest = rest << 8 | UInt64(raw[index])
      index += 1
    }
    return mixed(hash ^ rest, seed)
  }

  /// Whether two runs of the same length are equal.
  package static func areEqual(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
    let left = UnsafeRawBufferPointer(left)
    let right = UnsafeRawBufferPointer(right)
    guard left.count == right.count else { return false }
    var index = 0
    while index + 8 <= left.count {
      let same = left.loadUnaligned(fromByteOffset: index, as: UInt64.self) == right.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      if !same { return false }
      index += 8
    }
    while index < left.count {
      if left[index] != right[index] { return false }
      index += 1
    }
    return true
  }
}
