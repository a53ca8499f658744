/// HZ (RFC 1843): GB 2312 between `~{` and `~}`.
final class HZCodec: CharacterCodec {
  let name: StaticString = "hz"
  private let set: MultibyteCodec
  init(_ set: MultibyteCodec) { self.set = set }

  func reset(_ state: inout UInt64) { state = 0 }

  func decode(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int, _ state: inout UInt64, _ out: inout DecodedCharacters) -> Int {
    let byte = bytes[i]
    let left = bytes.count - i
    if byte == 126 {
      if left < 2 { return 0 }
      switch bytes[i + 1] {
      case 126 where state == 0: out.set(126)
      case 123 where state == 0: state = 1
      case 10 where state == 0: break
      case 125 where state == 1: state = 0
      default: return -1
      }
      return 2
    }
    if byte >= 0x80 { return -1 }
    if state == 0 {
      out.set(UInt32(byte))
      return 1
    }
    if left < 2 { return 0 }
    let character = bytes[i + 1] < 0x80 ? CharacterSets.gb2312[Int(byte | 0x80) << 8 | Int(bytes[i + 1] | 0x80)] : 0
    if character == 0 { return -1 }
    out.set(character)
    return 2
  }

  func encode(_ character: UInt32, next: UInt32, _ state: inout UInt64, _ out: inout EncodedBytes) -> Int {
    if character < 0x80 {
      finish(&state, &out)
      out.append(UInt8(character))
      if character == 126 { out.append(126) }
      return 1
    }
    let code = set.doubleCode(character)
    if code == 0 { return -1 }
    if state == 0 { out.append("~{") }
    state = 1
    EncodingTable.append(code & 0x7F7F, to: &out)
    return 1
  }

  func finish(_ state: inout UInt64, _ out: inout EncodedBytes) {
    if state == 1 { out.append("~}") }
    state = 0
  }
}

/// Encodings that name the set of the characters to come by escape sequences (ISO 2022; CPython: Modules/cjkcodecs/_codecs_iso2022.c).
final class ISO2022Codec: CharacterCodec {
  /// A set of characters. The values are the last bytes of their escape sequences; sets of two bytes have 0x80 besides.
  enum Set: UInt8, Sendable {
    case ascii = 0x42, romanJapanese = 0x4A, katakana = 0x49, korean = 0xC3, chinese = 0xC1, jis0208 = 0xC2, old0208 = 0xC0, jis0212 = 0xC4
    case first2000 = 0xCF, second = 0xD0, first2004 = 0xD1, latin1 = 0x41, greek = 0x46

    var width: Int { rawValue & 0x80 == 0 ? 1 : 2 }
  }

  struct Rules: OptionSet, Sendable {
    let rawValue: Int
    static let noShift = Rules(rawValue: 1)
    static let secondSet = Rules(rawValue: 2)
    static let longEscape = Rules(rawValue: 4)
    /// Characters are in the set that SO turns on.
    static let shifted = Rules(rawValue: 8)
    /// JIS X 0213 is that of 2000.
    static let of2000 = Rules(rawValue: 16)
  }

  let name: StaticString
  private let sets: [Set]
  private let rules: Rules

  init(_ name: StaticString, _ sets: [Set], _ rules: Rules) { (self.name, self.sets, self.rules) = (name, sets, rules) }

  // MARK: State: the sets G0, G1 and G2 in a byte each, flags in the last byte

  private static let isShifted: UInt64 = 1 << 56
  /// An escape sequence that names no set goes through as it is, up to its end.
  private static let passesThrough: UInt64 = 1 << 57

  func start(isEncoder: Bool) -> UInt64 { isEncoder ? 0x4242 : 0x424242 }

  private func set(_ state: UInt64, _ number: Int) -> UInt8 { UInt8(truncatingIfNeeded: state >> UInt64(8 * number)) }
  private func choose(_ mark: UInt8, _ number: Int, _ state: inout UInt64) {
    state = state & ~(0xFF << UInt64(8 * number)) | UInt64(mark) << UInt64(8 * number)
  }

  func reset(_ state: inout UInt64) { state &= ~ISO2022Codec.isShifted }

  // MARK: Decoding

  func decode(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int, _ state: inout UInt64, _ out: inout DecodedCharacters) -> Int {
    let byte = bytes[i]
    let left = bytes.count - i
    if state & ISO2022Codec.passesThrough != 0 {
      out.set(UInt32(byte))
      if ISO2022Codec.endsEscape(byte) { state &= ~ISO2022Codec.passesThrough }
      return 1
    }
    switch byte {
    case 0x1B:
      if left < 2 { return 0 }
      if ISO2022Codec.isIntermediate(bytes[i + 1]) { return escape(bytes, i, &state) }
      if rules.contains(.secondSet) && bytes[i + 1] == 0x4E { return left < 3 ? 0 : second(bytes[i + 2], state, &out) }
      state |= ISO2022Codec.passesThrough
    case 0x0F where !rules.contains(.noShift):
      state &= ~ISO2022Codec.isShifted
      return 1
    case 0x0E where !rules.contains(.noShift):
      state |= ISO2022Codec.isShifted
      return 1
    case 0x0A: state &= ~ISO2022Codec.isShifted
    case 0..<0x20: break
    case 0x80...: return -1
    default:
      let mark = set(state, state & ISO2022Codec.isShifted != 0 ? 1 : 0)
      if mark != Set.ascii.rawValue { return member(mark, bytes, i, left, &out) }
    }
    out.set(UInt32(byte))
    return 1
  }

  private static func endsEscape(_ byte: UInt8) -> Bool { byte >= 0x40 && byte <= 0x5A }
  private static func isIntermediate(_ byte: UInt8) -> Bool { byte == 0x28 || byte == 0x29 || byte == 0x24 || byte == 0x2E || byte == 0x26 }

  private func member(_ mark: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, _ i: Int, _ left: Int, _ out: inout DecodedCharacters) -> Int {
    guard let set = Set(rawValue: mark) else { return -1 }
    if left < set.width { return 0 }
    if set.width == 1 {
      let byte = UInt32(bytes[i])
      switch set {
      case .romanJapanese: out.set(byte == 0x5C ? 0xA5 : byte == 0x7E ? 0x203E : byte)
      case .katakana where byte >= 0x21 && byte <= 0x5F: out.set(0xFF40 + byte)
      default: return -1
      }
      return 1
    }
    let code = Int(bytes[i] | 0x80) << 8 | Int(bytes[i + 1] | 0x80)
    if bytes[i + 1] >= 0x80 { return -2 }
    if let pair = pairs(set)?.pair(code) {
      out = pair
      return 2
    }
    let character = table(set)[code]
    if character == 0 { return -2 }
    out.set(character)
    return 2
  }

  private func table(_ set: Set) -> DoubleTable {
    switch set {
    case .korean: CharacterSets.eucKr
    case .chinese: CharacterSets.gb2312
    case .jis0212: CharacterSets.eucJpThree
    case .first2000: CharacterSets.eucJisx0213
    case .first2004: CharacterSets.eucJis2004
    case .second: rules.contains(.of2000) ? CharacterSets.secondPlane2000 : CharacterSets.secondPlane2004
    default: CharacterSets.jis0208
    }
  }

  private func pairs(_ set: Set) -> MultibyteCodec? {
    switch set {
    case .first2000: Encodings.eucJisx0213
    case .first2004: Encodings.eucJis2004
    default: nil
    }
  }

  private func second(_ byte: UInt8, _ state: UInt64, _ out: inout DecodedCharacters) -> Int {
    switch set(state, 2) {
    case Set.latin1.rawValue where byte < 0x80: out.set(UInt32(byte) + 0x80)
    case Set.greek.rawValue where byte < 0x80:
      let character = Encodings.greek[Int(byte) + 0x80]
      if character == 0xFFFD { return -3 }
      out.set(character)
    case Set.ascii.rawValue where byte < 0x80: out.set(UInt32(byte))
    default: return -3
    }
    return 3
  }

  /// An escape sequence, which says what set is meant from now on.
  private func escape(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int, _ state: inout UInt64) -> Int {
    var length = 0
    var k = 1
    while k < 16 {
      if i + k >= bytes.count { return 0 }
      let byte = bytes[i + k]
      if ISO2022Codec.endsEscape(byte) {
        length = k + 1
        break
      }
      if rules.contains(.longEscape) && i + k + 1 < bytes.count && byte == 0x26 && bytes[i + k + 1] == 0x40 { k += 2 }
      k += 1
    }
    let numbers: [UInt8: Int] = [0x28: 0, 0x29: 1, 0x2E: 2]
    var (mark, number): (UInt8, Int?) = (0, nil)
    switch length {
    case 0: return -1
    case 3 where bytes[i + 1] == 0x24: (mark, number) = (bytes[i + 2] | 0x80, 0)
    case 3:
      (mark, number) = (bytes[i + 2], numbers[bytes[i + 1]])
      if number == 2 && !rules.contains(.secondSet) { number = nil }
    case 4 where bytes[i + 1] == 0x24 && bytes[i + 2] != 0x2E: (mark, number) = (bytes[i + 3] | 0x80, numbers[bytes[i + 2]])
    case 6 where rules.contains(.longEscape) && bytes[i + 3] == 0x1B && bytes[i + 4] == 0x24 && bytes[i + 5] == 0x42:
      (mark, number) = (Set.jis0208.rawValue, 0)
    default: break
    }
    guard let number, mark == Set.ascii.rawValue || sets.contains(where: { $0.rawValue == mark }) else { return -length }
    choose(mark, number, &state)
    return length
  }

  // MARK: Encoding

  func encode(_ character: UInt32, next: UInt32, _ state: inout UInt64, _ out: inout EncodedBytes) -> Int {
    if character < 0x80 {
      finish(&state, &out)
      out.append(UInt8(character))
      return 1
    }
    if let codec = sets.lazy.compactMap({ self.pairs($0) }).first, codec.beginsPair(character) {
      if next == NextCharacter.unknown { return 0 }
      let code = codec.pairCode(character, next)
      if code != 0 {
        append(rules.contains(.of2000) ? .first2000 : .first2004, code & 0x7F7F, &state, &out)
        return 2
      }
    }
    for set in sets {
      let code = code(set, character)
      if code == 0 { continue }
      append(set, code, &state, &out)
      return 1
    }
    return -1
  }

  private func append(_ set: Set, _ code: Int, _ state: inout UInt64, _ out: inout EncodedBytes) {
    let isShifted = state & ISO2022Codec.isShifted != 0
    let number = rules.contains(.shifted) ? 1 : 0
    if number == 0 && isShifted {
      out.append(0x0F)
      state &= ~ISO2022Codec.isShifted
    }
    if self.set(state, number) != set.rawValue {
      out.append(0x1B)
      if set.width == 2 { out.append(0x24) }
      if set != .jis0208 { out.append(number == 1 ? 0x29 : 0x28) }
      out.append(set.rawValue & 0x7F)
      choose(set.rawValue, number, &state)
    }
    if number == 1 && !isShifted {
      out.append(0x0E)
      state |= ISO2022Codec.isShifted
    }
    EncodingTable.append(code, to: &out)
  }

  /// The code of a character in a set; 0 if it has none.
  private func code(_ set: Set, _ character: UInt32) -> Int {
    switch set {
    case .romanJapanese: return character == 0xA5 ? 0x5C : character == 0x203E ? 0x7E : 0
    case .katakana: return character >= 0xFF61 && character <= 0xFF9F ? Int(character) - 0xFF40 : 0
    case .korean: return Encodings.eucKr.doubleCode(character) & 0x7F7F
    case .chinese: return Encodings.gb2312.doubleCode(character) & 0x7F7F
    case .jis0208:
      let code = Encodings.eucJp.doubleCode(character)
      return code >> 8 == 0x8E ? 0 : code & 0x7F7F
    case .jis0212: return Encodings.eucJp.tripleCode(character) & 0x7F7F
    case .first2000, .first2004:
      let code = (set == .first2000 ? Encodings.eucJisx0213 : Encodings.eucJis2004).doubleCode(character)
      return code >> 8 == 0x8E ? 0 : code & 0x7F7F
    case .second:
      let code = (rules.contains(.of2000) ? Encodings.eucJisx0213 : Encodings.eucJis2004).tripleCode(character)
      return DoubleTable.secondPlane.contains((code >> 8) - 0xA0) ? code & 0x7F7F : 0
    case .ascii, .old0208, .latin1, .greek: return 0
    }
  }

  func finish(_ state: inout UInt64, _ out: inout EncodedBytes) {
    if state & ISO2022Codec.isShifted != 0 { out.append(0x0F) }
    if set(state, 0) != Set.ascii.rawValue { out.append("\u{1B}(B") }
    state &= ~ISO2022Codec.isShifted
    choose(Set.ascii.rawValue, 0, &state)
  }
}
