/// What the bytes of a source can be part of, as bits in a table.
enum CharacterClass {
  static let nameStart: UInt8 = 1
  static let nameContinue: UInt8 = 2
  static let digit: UInt8 = 4
  static let hexDigit: UInt8 = 8

  /// The bits of each byte. Bytes of 128 and more may belong to names.
  nonisolated(unsafe) static let table: UnsafePointer<UInt8> = {
    let table = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
    for byte in 0..<256 {
      let isLetter = (97...122).contains(byte | 32) && byte < 128 || byte == 95 || byte >= 128
      let isDigit = (48...57).contains(byte)
      var bits: UInt8 = 0
      if isLetter { bits |= nameStart | nameContinue }
      if isDigit { bits |= nameContinue | digit | hexDigit }
      if (97...102).contains(byte | 32), byte < 128 { bits |= hexDigit }
      table[byte] = bits
    }
    return UnsafePointer(table)
  }()
}
