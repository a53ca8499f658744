/// An encoding without shifts: ASCII, some single bytes, and sequences of two, three, four or eight bytes.
final class MultibyteCodec: CharacterCodec {
  /// What sequences there are beside those of two bytes.
  enum Kind: Sendable { case plain, eucKr, gb18030 }

  struct Texts: Sendable {
    var encoding: StaticString
    var singles: StaticString = ""
    var pairs: StaticString = ""
  }

  let name: StaticString
  private let kind: Kind
  private let two: DoubleTable
  /// What stands behind 0x8F.
  private let three: DoubleTable?
  /// Codes that only a later edition of the set has: both their bytes are wrong.
  private let later: DoubleTable?
  private let singles: [UInt32]
  private let isLead: [Bool]
  private let pairs: [Int: DecodedCharacters]
  private let encoding: EncodingTable

  init(
    _ name: StaticString, _ two: DoubleTable, _ texts: Texts, kind: Kind = .plain, three: DoubleTable? = nil, later: DoubleTable? = nil,
    leads: [ClosedRange<Int>] = [0x80...0xFF]
  ) {
    (self.name, self.kind, self.two, self.three, self.later) = (name, kind, two, three, later)
    var singles = [UInt32](repeating: 0, count: 256)
    for (byte, character) in TableText.entries(texts.singles) { singles[Int(byte)] = UInt32(character, radix: 16) ?? 0 }
    var isLead = [Bool](repeating: false, count: 256)
    for range in leads {
      for byte in range where singles[byte] == 0 { isLead[byte] = true }
    }
    var pairs: [Int: DecodedCharacters] = [:]
    for (code, text) in TableText.entries(texts.pairs) {
      let parts = text.split(separator: "+").map { UInt32($0, radix: 16) ?? 0 }
      var pair = DecodedCharacters()
      (pair.count, pair.first, pair.second) = (2, parts[0], parts[1])
      pairs[Int(code)] = pair
    }
    (self.singles, self.isLead, self.pairs) = (singles, isLead, pairs)
    encoding = EncodingTable(two, three, singles, pairs, texts.encoding)
  }

  // MARK: Decoding

  func decode(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int, _ state: inout UInt64, _ out: inout DecodedCharacters) -> Int {
    let byte = bytes[i]
    if byte < 0x80 && singles[Int(byte)] == 0 {
      out.set(UInt32(byte))
      return 1
    }
    if singles[Int(byte)] != 0 {
      out.set(singles[Int(byte)])
      return 1
    }
    if !isLead[Int(byte)] { return -1 }
    let left = bytes.count - i
    if left < 2 { return 0 }
    if three != nil && byte == 0x8F { return decodeThree(bytes, i, left, &out) }
    let code = Int(byte) << 8 | Int(bytes[i + 1])
    let character = two[code]
    if character != 0 {
      out.set(character)
      return 2
    }
    if let pair = pairs[code] {
      out = pair
      return 2
    }
    switch kind {
    case .eucKr where code == 0xA4D4: return left < 8 ? 0 : Hangul.decode(bytes, i, &out)
    case .gb18030 where bytes[i + 1] >= 0x30 && bytes[i + 1] <= 0x39: return left < 4 ? 0 : FourBytes.decode(bytes, i, &out)
    default: return later.map { $0[code] != 0 } ?? false ? -2 : -1
    }
  }

  private func decodeThree(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int, _ left: Int, _ out: inout DecodedCharacters) -> Int {
    if left < 3 { return 0 }
    let code = Int(bytes[i + 1]) << 8 | Int(bytes[i + 2])
    let character = bytes[i + 1] < 0x80 ? 0 : three.map { $0[code] } ?? 0
    if character == 0 { return -1 }
    out.set(character)
    return 3
  }

  // MARK: Encoding

  func encode(_ character: UInt32, next: UInt32, _ state: inout UInt64, _ out: inout EncodedBytes) -> Int {
    // A few sets have other characters for the bytes of a backslash and a tilde.
    if character < 0x80 && singles[Int(character)] == 0 {
      out.append(UInt8(character))
      return 1
    }
    if encoding.beginsPair(character) {
      if next == NextCharacter.unknown { return 0 }
      let code = encoding.pair(character, next)
      if code != 0 {
        EncodingTable.append(code, to: &out)
        return 2
      }
    }
    let code = encoding.code(character)
    if code != 0 {
      EncodingTable.append(code, to: &out)
      return 1
    }
    switch kind {
    case .plain: return -1
    case .eucKr: return Hangul.encode(character, to: &out) ? 1 : -1
    case .gb18030: return FourBytes.encode(character, to: &out) ? 1 : -1
    }
  }

  /// The code of two bytes of a character, of the first plane; 0 if it has none.
  func doubleCode(_ character: UInt32) -> Int {
    let code = encoding.code(character)
    return code >= 0x8080 && code <= 0xFFFF && code & 0x80 != 0 ? code : 0
  }

  /// The code behind 0x8F of a character; 0 if it has none.
  func tripleCode(_ character: UInt32) -> Int {
    let code = encoding.code(character)
    return code > 0xFFFF ? code & 0xFFFF : 0
  }

  func beginsPair(_ character: UInt32) -> Bool { encoding.beginsPair(character) }
  func pairCode(_ first: UInt32, _ second: UInt32) -> Int { encoding.pair(first, second) }
  func pair(_ code: Int) -> DecodedCharacters? { pairs[code] }
}

/// From characters to codes: one byte below 0x100, two below 0x10000, three otherwise; 0 = none.
struct EncodingTable: Sendable {
  private var plane: [UInt32]
  private var others: [UInt32: Int] = [:]
  private var pairs: [UInt64: Int] = [:]
  private var firsts: Set<UInt32> = []

  init(_ two: DoubleTable, _ three: DoubleTable?, _ singles: [UInt32], _ pairs: [Int: DecodedCharacters], _ exceptions: StaticString) {
    plane = [UInt32](repeating: 0, count: 0x1_0000)
    for byte in 0...0xFF where singles[byte] != 0 { add(singles[byte], byte) }
    for code in 0x8000...0xFFFF where two[code] != 0 { add(two[code], code) }
    if let three {
      // What JIS X 0213 has goes before what only JIS X 0212 has.
      let rows = DoubleTable.secondPlane.sorted() + (1...94).filter { !DoubleTable.secondPlane.contains($0) }
      for row in rows {
        for trail in 0xA1...0xFE where three[(0xA0 + row) << 8 | trail] != 0 { add(three[(0xA0 + row) << 8 | trail], 0x8F0000 | (0xA0 + row) << 8 | trail) }
      }
    }
    for (character, code) in TableText.entries(exceptions) { set(character, Int(code, radix: 16) ?? 0) }
    for (code, pair) in pairs {
      self.pairs[UInt64(pair.first) << 32 | UInt64(pair.second)] = code
      firsts.insert(pair.first)
    }
  }

  /// The first code of a character is the one that is used.
  private mutating func add(_ character: UInt32, _ code: Int) {
    if self.code(character) == 0 { set(character, code) }
  }

  private mutating func set(_ character: UInt32, _ code: Int) {
    if character < 0x1_0000 { plane[Int(character)] = UInt32(code) } else { others[character] = code }
  }

  func code(_ character: UInt32) -> Int { character < 0x1_0000 ? Int(plane[Int(character)]) : others[character] ?? 0 }
  func beginsPair(_ character: UInt32) -> Bool { !firsts.isEmpty && firsts.contains(character) }
  func pair(_ first: UInt32, _ second: UInt32) -> Int { pairs[UInt64(first) << 32 | UInt64(second)] ?? 0 }

  static func append(_ code: Int, to out: inout EncodedBytes) {
    for shift in [24, 16, 8] where code >> shift != 0 { out.append(UInt8(truncatingIfNeeded: code >> shift)) }
    out.append(UInt8(truncatingIfNeeded: code))
  }
}

/// Syllables that KS X 1001 has not, as a filler and three letters.
enum Hangul {
  private static let initials: [UInt8] = [0xA1, 0xA2, 0xA4, 0xA7, 0xA8, 0xA9] + Array(0xB1...0xB3) + Array(0xB5...0xBE)
  /// Those of the syllables that end with a letter, from the second on.
  private static let finals: [UInt8] = [0xD4] + Array(0xA1...0xA7) + Array(0xA9...0xB2) + Array(0xB4...0xB8) + Array(0xBA...0xBE)

  static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int, _ out: inout DecodedCharacters) -> Int {
    guard bytes[i + 2] == 0xA4, bytes[i + 4] == 0xA4, bytes[i + 6] == 0xA4, let initial = initials.firstIndex(of: bytes[i + 3]),
      bytes[i + 5] >= 0xBF, bytes[i + 5] <= 0xD3, let final = finals.firstIndex(of: bytes[i + 7])
    else { return -1 }
    out.set(UInt32(0xAC00 + (initial * 21 + Int(bytes[i + 5] - 0xBF)) * 28 + final))
    return 8
  }

  static func encode(_ character: UInt32, to out: inout EncodedBytes) -> Bool {
    guard character >= 0xAC00, character <= 0xD7A3 else { return false }
    let number = Int(character - 0xAC00)
    for byte in [0xD4, initials[number / 588], 0xBF + UInt8(number / 28 % 21), finals[number % 28]] {
      out.append(0xA4)
      out.append(byte)
    }
    return true
  }
}

/// The sequences of four bytes of GB 18030.
enum FourBytes {
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int, _ out: inout DecodedCharacters) -> Int {
    let (a, b, c, d) = (Int(bytes[i]) - 0x81, Int(bytes[i + 1]) - 0x30, Int(bytes[i + 2]) - 0x81, Int(bytes[i + 3]) - 0x30)
    guard a >= 0, c >= 0, c < 126, d >= 0, d <= 9 else { return -1 }
    let number = ((a * 10 + b) * 126 + c) * 10 + d
    if a < 4 {
      guard number < CharacterSets.four.count, CharacterSets.four[number] != 0 else { return -1 }
      out.set(UInt32(CharacterSets.four[number]))
    } else {
      let character = number - 189_000 + 0x1_0000
      guard a >= 15, character <= 0x10FFFF else { return -1 }
      out.set(UInt32(character))
    }
    return 4
  }

  static func encode(_ character: UInt32, to out: inout EncodedBytes) -> Bool {
    var number = Int(character) - 0x1_0000 + 189_000
    if character < 0x1_0000 {
      number = Int(CharacterSets.fourNumbers[Int(character)]) - 1
      if number < 0 { return false }
    }
    out.append(UInt8(0x81 + number / 12600))
    out.append(UInt8(0x30 + number / 1260 % 10))
    out.append(UInt8(0x81 + number / 10 % 126))
    out.append(UInt8(0x30 + number % 10))
    return true
  }
}
