import Runtime

/// One entry of a parsed format: `count` items of one character, or one item of `count` bytes for `s` and `p`.
struct StructField: BitwiseCopyable {
  var code: UInt8
  /// Bytes of an item.
  var size: Int
  /// Where the first item lies.
  var offset: Int
  /// Items.
  var count: Int
}

/// A parsed format string (CPython: `prepare_s` in Modules/_struct.c): a heap cell with four words and the fields, in the order of the format.
/// (A handle, because functions that throw may not return large structs.)
struct StructFormat: BitwiseCopyable {
  let cell: Ref<BufferObject>

  private var words: UnsafeMutablePointer<Int> { cell.trailing(Int.self) }

  var fieldCount: Int { get { words[0] } nonmutating set { words[0] = newValue } }
  /// Bytes of the whole.
  var size: Int { get { words[1] } nonmutating set { words[1] = newValue } }
  /// Values that are packed.
  var itemCount: Int { get { words[2] } nonmutating set { words[2] = newValue } }
  var isBigEndian: Bool { get { words[3] & 1 != 0 } nonmutating set { words[3] = words[3] & 2 | (newValue ? 1 : 0) } }
  /// Sizes and alignments are those of the machine.
  var isNative: Bool { get { words[3] & 2 != 0 } nonmutating set { words[3] = words[3] & 1 | (newValue ? 2 : 0) } }

  var fields: UnsafeMutablePointer<StructField> {
    UnsafeMutableRawPointer(words + 4).assumingMemoryBound(to: StructField.self)
  }

  @inline(__always) func field(_ i: Int) -> StructField { fields[i] }

  /// A native format without fields, with room for so many.
  static func make(_ t: Thread, room: Int) throws(Raised) -> StructFormat {
    let format = StructFormat(cell: try t.rawBuffer(bytes: 4 * MemoryLayout<Int>.stride + room * MemoryLayout<StructField>.stride))
    format.isNative = true
    return format
  }
}

struct StructParser {
  private let t: Thread
  private let text: ByteView
  private var position = 0
  private let format: StructFormat

  /// - Parameter text: the format's bytes.
  static func parse(_ t: Thread, _ text: ByteView) throws(Raised) -> StructFormat {
    for i in 0..<text.count where text[i] == 0 { throw StructModule.error(t, "embedded null character") }
    var parser = StructParser(t: t, text: text, format: try StructFormat.make(t, room: text.count))
    parser.readByteOrder()
    try parser.readFields()
    return parser.format
  }

  private init(t: Thread, text: ByteView, format: StructFormat) {
    self.t = t
    self.text = text
    self.format = format
  }

  private mutating func readByteOrder() {
    guard text.count > 0 else { return }
    switch text[0] {
    case UInt8(ascii: "@"): position = 1
    case UInt8(ascii: "="), UInt8(ascii: "<"):
      position = 1
      format.isNative = false
    case UInt8(ascii: ">"), UInt8(ascii: "!"):
      position = 1
      format.isNative = false
      format.isBigEndian = true
    default: break
    }
  }

  private func tooLong() -> Raised { StructModule.error(t, "total struct size too long") }

  private mutating func readFields() throws(Raised) {
    while position < text.count {
      var c = text[position]
      position += 1
      if c == 32 || c >= 9 && c <= 13 { continue }
      var count = 1
      if c &- 48 < 10 {
        count = Int(c - 48)
        while position < text.count, text[position] &- 48 < 10 {
          let (tens, overflow) = count.multipliedReportingOverflow(by: 10)
          let (sum, overflow2) = tens.addingReportingOverflow(Int(text[position] - 48))
          if overflow || overflow2 { throw tooLong() }
          count = sum
          position += 1
        }
        guard position < text.count else { throw StructModule.error(t, "repeat count given without format specifier") }
        c = text[position]
        position += 1
      }
      try add(c, count)
    }
  }

  private mutating func add(_ code: UInt8, _ count: Int) throws(Raised) {
    guard let size = StructParser.size(of: code, isNative: format.isNative), t.has(.complexInStructs) || code != UInt8(ascii: "F") && code != UInt8(ascii: "D")
    else { throw StructModule.error(t, "bad char in struct format") }
    let isText = code == UInt8(ascii: "s") || code == UInt8(ascii: "p")
    if format.isNative, !isText, size > 1 { try align(to: alignment(of: code, size)) }
    let (bytes, overflow) = count.multipliedReportingOverflow(by: size)
    let (end, overflow2) = format.size.addingReportingOverflow(bytes)
    if overflow || overflow2 { throw tooLong() }
    if code != UInt8(ascii: "x"), isText || count > 0 {
      let field = StructField(code: code, size: isText ? count : size, offset: format.size, count: isText ? 1 : count)
      format.fields[format.fieldCount] = field
      format.fieldCount += 1
      format.itemCount += field.count
    }
    format.size = end
  }

  /// Complex numbers are aligned as their parts.
  private func alignment(of code: UInt8, _ size: Int) -> Int {
    code == UInt8(ascii: "F") ? 4 : code == UInt8(ascii: "D") ? 8 : size
  }

  private mutating func align(to alignment: Int) throws(Raised) {
    let rest = format.size % alignment
    if rest == 0 { return }
    let (sum, overflow) = format.size.addingReportingOverflow(alignment - rest)
    if overflow { throw tooLong() }
    format.size = sum
  }

  /// Bytes of one item; nil for a character that is none of the mode.
  private static func size(of code: UInt8, isNative: Bool) -> Int? {
    switch code {
    case UInt8(ascii: "x"), UInt8(ascii: "c"), UInt8(ascii: "b"), UInt8(ascii: "B"), UInt8(ascii: "?"), UInt8(ascii: "s"), UInt8(ascii: "p"): 1
    case UInt8(ascii: "h"), UInt8(ascii: "H"), UInt8(ascii: "e"): 2
    case UInt8(ascii: "i"), UInt8(ascii: "I"), UInt8(ascii: "f"): 4
    case UInt8(ascii: "l"), UInt8(ascii: "L"): isNative ? 8 : 4
    case UInt8(ascii: "q"), UInt8(ascii: "Q"), UInt8(ascii: "d"), UInt8(ascii: "F"): 8
    case UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "P"): isNative ? 8 : nil
    case UInt8(ascii: "D"): 16
    default: nil
    }
  }
}
