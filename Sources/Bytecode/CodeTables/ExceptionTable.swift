/// One entry of an exception table: where exceptions raised in a range of instructions go on.
public struct ExceptionEntry: Hashable, Sendable {
  /// The range of instructions, in code units.
  public let start: Int
  public let end: Int
  /// The handler's first instruction, in code units.
  public let target: Int
  /// The depth to which the stack is cut before the handler's values are pushed.
  public let depth: Int
  /// The offset of the instruction that raised is pushed below the exception.
  public let pushesLasti: Bool

  public init(start: Int, end: Int, target: Int, depth: Int, pushesLasti: Bool) {
    self.start = start
    self.end = end
    self.target = target
    self.depth = depth
    self.pushesLasti = pushesLasti
  }

  /// The depth of the stack at the handler's first instruction.
  public var handlerDepth: Int { depth + (pushesLasti ? 2 : 1) }
}

/// The exception table of a code object (from 3.11; CPython: InternalDocs/exception_handling.md).
///
/// Each entry is four numbers: start, length and target in code units, and depth * 2 + lasti. A number is a run of
/// 6-bit digits, most significant first:
///
///     bit 7     first byte of an entry
///     bit 6     more digits follow
///     bits 5-0  digit
public struct ExceptionTable: Hashable, Sendable {
  public var entries: [ExceptionEntry]
  /// What was wrong with the table that was read. The entries in front of the place are good.
  public private(set) var defect: Defect?

  public struct Defect: Hashable, Sendable, CustomStringConvertible {
    /// In bytes from the start of the table.
    public let offset: Int
    public let description: String
  }

  public init(entries: [ExceptionEntry]) { self.entries = entries }

  /// The largest number that a table may hold; code objects are smaller by far.
  private static let maximumNumber = 1 << 30

  /// Reads a table up to its end or the first defect.
  public init(reading bytes: ByteString) {
    entries = []
    var reader = Reader(bytes: bytes)
    while reader.position < bytes.count {
      guard let start = reader.readNumber(first: true), let length = reader.readNumber(),
        let target = reader.readNumber(), let depth = reader.readNumber()
      else { break }
      entries.append(
        ExceptionEntry(
          start: start, end: start + length, target: target, depth: depth >> 1, pushesLasti: depth & 1 != 0))
    }
    defect = reader.defect
  }

  private struct Reader {
    let bytes: ByteString
    var position = 0
    var defect: Defect?

    mutating func readNumber(first: Bool = false) -> Int? {
      var value = 0
      var isFirst = first
      while position < bytes.count {
        let byte = bytes[position]
        guard (byte & 0x80 != 0) == isFirst else {
          return fail(isFirst ? "an entry does not begin here" : "an entry begins within another")
        }
        value = value << 6 | Int(byte & 0x3F)
        guard value <= ExceptionTable.maximumNumber else { return fail("number too large") }
        position += 1
        isFirst = false
        if byte & 0x40 == 0 { return value }
      }
      return fail("the table ends within an entry")
    }

    private mutating func fail(_ description: String) -> Int? {
      defect = Defect(offset: position, description: description)
      return nil
    }
  }

  /// The table in its stored form. The entries should be sorted by start and not overlap.
  public func encoded() -> ByteString {
    var bytes: [UInt8] = []
    func append(_ value: Int, _ mark: UInt8 = 0) {
      var shift = 0
      while value >> (shift + 6) > 0 { shift += 6 }
      var mark = mark
      while shift >= 0 {
        bytes.append(UInt8(value >> shift & 0x3F) | (shift > 0 ? 0x40 : 0) | mark)
        mark = 0
        shift -= 6
      }
    }
    for entry in entries {
      append(entry.start, 0x80)
      append(entry.end - entry.start)
      append(entry.target)
      append(entry.depth << 1 | (entry.pushesLasti ? 1 : 0))
    }
    return ByteString(bytes)
  }
}
