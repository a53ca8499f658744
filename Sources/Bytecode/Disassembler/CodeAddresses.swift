/// Numbers for the code objects of a file, in the order of a walk, to stand for their addresses.
struct CodeAddresses {
  /// A table with open addressing: as many places as a power of two, at least half of which are free (0).
  private var keys = [UInt](repeating: 0, count: 16)
  private var numbers = [Int32](repeating: 0, count: 16)
  private var count = 0

  init(_ root: CodeImage) { number(root) }

  private mutating func number(_ image: CodeImage) {
    let key = Self.key(image)
    let place = place(of: key)
    guard keys[place] == 0 else { return }
    count += 1
    keys[place] = key
    numbers[place] = Int32(truncatingIfNeeded: count)
    if 2 * count > keys.count { grow() }
    for case .code(let nested) in image.constants { number(nested) }
  }

  /// 0 for a code object that is not a constant of another.
  func address(of image: CodeImage) -> Int { Int(numbers[place(of: Self.key(image))]) }

  private static func key(_ image: CodeImage) -> UInt { UInt(bitPattern: ObjectIdentifier(image)) }

  /// Where a key is or would be.
  private func place(of key: UInt) -> Int {
    // The bits from the middle of the product: addresses differ in their lower half, and are multiples of 16.
    var place = Int(truncatingIfNeeded: (key >> 4) &* 0x9E37_79B9_7F4A_7C15 >> 32) & (keys.count - 1)
    while keys[place] != 0 && keys[place] != key { place = (place + 1) & (keys.count - 1) }
    return place
  }

  private mutating func grow() {
    let old = (keys, numbers)
    keys = [UInt](repeating: 0, count: 2 * old.0.count)
    numbers = [Int32](repeating: 0, count: 2 * old.0.count)
    for index in old.0.indices where old.0[index] != 0 {
      let place = place(of: old.0[index])
      keys[place] = old.0[index]
      numbers[place] = old.1[index]
    }
  }
}
