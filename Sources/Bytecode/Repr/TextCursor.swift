/// A place in a `TextBuffer` where bytes are stored without a look at bounds.
///
/// Invariant: the bytes from `place` up to `end` belong to the buffer. Each `put` needs as much `room` as its description says; whoever
/// calls it has asked the buffer for that, or has seen to it with `TextBuffer.extend`. Debug builds check it.
struct TextCursor {
  private(set) var place: UnsafeMutablePointer<UInt8>
  private let end: UnsafeMutablePointer<UInt8>

  /// The most bytes of a number in decimal, its sign included.
  static let longestNumber = 20
  /// Bytes are copied and blanks made in pieces of so many, the last of which may reach beyond what was asked for.
  static let piece = 16

  fileprivate typealias Piece = SIMD16<UInt8>
  private static var blanks: Piece { Piece(repeating: UInt8(ascii: " ")) }

  @inline(__always)
  init(place: UnsafeMutablePointer<UInt8>, end: UnsafeMutablePointer<UInt8>) {
    self.place = place
    self.end = end
  }

  /// The bytes that can be written.
  @inline(__always)
  var room: Int { end - place }

  /// Goes on behind `count` bytes that have been filled. Needs that room.
  @inline(__always)
  mutating func skip(_ count: Int) {
    assert(count >= 0 && count <= room)
    place += count
  }

  /// Goes back over `count` bytes that were written since the cursor was made.
  @inline(__always)
  mutating func stepBack(_ count: Int) { place -= count }

  /// Makes the mark `>>` ahead. Needs room for it.
  @inline(__always)
  func mark(at offset: Int) {
    assert(room >= offset + 2)
    place[offset] = UInt8(ascii: ">")
    place[offset + 1] = UInt8(ascii: ">")
  }

  /// Needs room for 1 byte.
  @inline(__always)
  mutating func put(_ byte: UInt8) {
    assert(room >= 1)
    place.pointee = byte
    place += 1
  }

  /// Needs room for the text.
  @inline(__always)
  mutating func put(_ text: StaticString) {
    assert(room >= text.utf8CodeUnitCount)
    place.update(from: text.utf8Start, count: text.utf8CodeUnitCount)
    place += text.utf8CodeUnitCount
  }

  /// Copies a text of which at least `least` bytes, a whole number of pieces, may be read. Needs room for the text, for `least` bytes and a
  /// piece.
  @inline(__always)
  mutating func put(_ text: FixedText, least: Int = TextCursor.piece) {
    assert(room >= max(text.count, least) + Self.piece && text.capacity >= least)
    var offset = 0
    while offset < least { copyPiece(text, &offset) }
    while offset < text.count { copyPiece(text, &offset) }
    place += text.count
  }

  @inline(__always)
  private func copyPiece(_ text: FixedText, _ offset: inout Int) {
    let piece = UnsafeRawPointer(text.start + offset).loadUnaligned(as: Piece.self)
    UnsafeMutableRawPointer(place + offset).storeBytes(of: piece, as: Piece.self)
    offset += Self.piece
  }

  /// Copies bytes from elsewhere. Needs room for them.
  @inline(__always)
  mutating func put(_ source: UnsafePointer<UInt8>, count: Int) {
    assert(count >= 0 && room >= count)
    if count > Self.piece {
      place.update(from: source, count: count)
    } else if count >= 8 {
      copyEnds(source, count, UInt64.self)
    } else if count >= 4 {
      copyEnds(source, count, UInt32.self)
    } else if count >= 2 {
      copyEnds(source, count, UInt16.self)
    } else if count == 1 {
      place.pointee = source.pointee
    }
    place += count
  }

  /// Copies at least one word and at most two: the first bytes and the last ones, which may overlap.
  @inline(__always)
  private func copyEnds<Word: FixedWidthInteger & BitwiseCopyable>(_ source: UnsafePointer<UInt8>, _ count: Int, _ word: Word.Type) {
    let last = count - MemoryLayout<Word>.size
    let first = UnsafeRawPointer(source).loadUnaligned(as: word)
    let second = UnsafeRawPointer(source + last).loadUnaligned(as: word)
    UnsafeMutableRawPointer(place).storeBytes(of: first, as: word)
    UnsafeMutableRawPointer(place + last).storeBytes(of: second, as: word)
  }

  // MARK: Blanks and numbers

  /// Makes the next `count` bytes blank without going on behind them. Needs room for them and a piece.
  @inline(__always)
  func fill(_ count: Int) {
    assert(room >= count + Self.piece)
    var offset = 0
    while offset < count {
      UnsafeMutableRawPointer(place + offset).storeBytes(of: Self.blanks, as: Piece.self)
      offset += Self.piece
    }
  }

  /// Needs room for so many blanks and a piece.
  @inline(__always)
  mutating func putBlanks(_ count: Int) {
    guard count > 0 else { return }
    fill(count)
    place += count
  }

  /// The decimal digits. Needs room for the longest number.
  @inline(__always)
  mutating func put(_ value: UInt64) {
    if value < 10 { return put(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: value)) }
    let count = Self.digitCount(value)
    assert(room >= count)
    place += count
    writeDigits(value)
  }

  /// The decimal digits, behind a sign if need be. Needs room for the longest number.
  @inline(__always)
  mutating func put(signed value: Int) {
    if value < 0 { put(UInt8(ascii: "-")) }
    put(UInt64(value.magnitude))
  }

  /// A number at the right end of a column that was made blank. If the number is too long for it, what follows moves on.
  ///
  /// Needs room for the column and the longest number.
  /// - Returns: Whether the column was wide enough.
  @inline(__always)
  mutating func put(_ value: UInt64, in column: NumberColumn) -> Bool {
    guard value < column.limit else {
      put(value)
      return false
    }
    assert(room >= column.width)
    place += column.width
    writeDigits(value)
    return true
  }

  /// Writes digits so that they end here: there is room for them in front of `place`.
  @inline(__always)
  private func writeDigits(_ value: UInt64) {
    let pairs = UnsafeRawPointer(Self.digitPairs.utf8Start)
    var rest = value
    var digits = UnsafeMutableRawPointer(place)
    while rest >= 10 {
      let quotient = rest / 100
      digits -= 2
      digits.storeBytes(of: (pairs + 2 * Int(truncatingIfNeeded: rest &- quotient &* 100)).loadUnaligned(as: UInt16.self), as: UInt16.self)
      rest = quotient
      // The first digit may have been the second of a pair.
      if rest == 0 { return }
    }
    (digits - 1).storeBytes(of: UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest), as: UInt8.self)
  }

  /// The numbers below 100 with two digits each.
  private static var digitPairs: StaticString {
    """
    0001020304050607080910111213141516171819202122232425262728293031323334353637383940414243444546474849\
    5051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899
    """
  }

  /// The number of decimal digits.
  @inline(__always)
  static func digitCount(_ value: UInt64) -> Int {
    var digits = 1
    var rest = value
    while rest >= 10 {
      rest /= 10
      digits += 1
    }
    return digits
  }
}

/// A column with numbers at its right end.
struct NumberColumn {
  /// In characters; not negative.
  let width: Int
  /// The first number that is too long for the column; 0 for a column without width.
  let limit: UInt64

  init(width: Int) {
    self.width = max(width, 0)
    // The numbers of a listing are below 10^19: a wider column needs no larger limit.
    limit = self.width == 0 ? 0 : (0..<min(self.width, 19)).reduce(1) { power, _ in power * 10 }
  }
}

/// A text that is never freed, followed by bytes that may be read up to a whole number of pieces.
struct FixedText {
  let start: UnsafePointer<UInt8>
  let count: Int
  /// How many bytes may be read; those behind the text are blanks.
  let capacity: Int

  /// - Parameter room: The least capacity.
  init(_ text: some Collection<UInt8>, room: Int = 0) {
    count = text.count
    capacity = max(1, (max(text.count, room) + TextCursor.piece - 1) / TextCursor.piece) * TextCursor.piece
    let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    memory.initialize(repeating: UInt8(ascii: " "), count: capacity)
    for (offset, byte) in text.enumerated() { memory[offset] = byte }
    start = UnsafePointer(memory)
  }
}
