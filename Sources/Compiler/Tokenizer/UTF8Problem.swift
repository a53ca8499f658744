import Bytecode

/// The first place in a text that is not UTF-8, in the words of CPython's decoder.
struct UTF8Problem {
  let position: Int
  let description: String

  /// The first problem, or nil if there is none. Surrogates are none of UTF-8.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index += 1
        continue
      }
      guard let (point, size) = Text.decodeScalar(bytes, at: index), !(0xD800..<0xE000).contains(point) else { break }
      index += size
    }
    guard index < bytes.count else { return nil }
    position = index
    let first = bytes[index]
    let wanted = first < 0xC2 || first > 0xF4 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var good = 1
    while good < wanted, index + good < bytes.count, Self.isValid(bytes[index + good], behind: first, at: good) { good += 1 }
    let isCut = wanted > 0 && index + good == bytes.count
    let reason = wanted == 0 ? "invalid start byte" : isCut ? "unexpected end of data" : "invalid continuation byte"
    let place =
      good > 1 ? "bytes in position \(index)-\(index + good - 1)" : "byte 0x\(String(first, radix: 16)) in position \(index)"
    description = "(unicode error) 'utf-8' codec can't decode \(place): \(reason)"
  }

  /// Whether a byte may stand at a place behind a first byte.
  private static func isValid(_ byte: UInt8, behind first: UInt8, at place: Int) -> Bool {
    guard byte & 0xC0 == 0x80 else { return false }
    guard place == 1 else { return true }
    switch first {
    case 0xE0: return byte >= 0xA0
    case 0xED: return byte < 0xA0
    case 0xF0: return byte >= 0x90
    case 0xF4: return byte < 0x90
    default: return true
    }
  }
}
