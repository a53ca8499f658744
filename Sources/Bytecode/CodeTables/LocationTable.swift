/// The location table of a code object (PEP 657, from 3.11; CPython: InternalDocs/code_objects.md), decoded on the fly:
/// a sequence of ranges of code units with their source positions, in order and without gaps.
///
/// An entry begins with `1cccclll`: a code, and the length of the range in code units less 1.
///
/// | code | meaning | more bytes |
/// |---|---|---|
/// | 0-9 | same line, columns below 80 | start column = code * 8 + bits 4-6, end column = start + low 4 bits |
/// | 10-12 | line + (code - 10) | start column, end column |
/// | 13 | no columns | signed line delta |
/// | 14 | everything | signed line delta, end line delta, start column + 1, end column + 1 |
/// | 15 | nothing known | |
///
/// Numbers are runs of 6-bit digits, least significant first, bit 6 meaning that more follow; of signed ones the lowest
/// bit is the sign.
public struct LocationTable: Sequence, Sendable {
  let bytes: ByteString
  let firstLine: Int

  public init(_ bytes: ByteString, firstLine: Int) {
    self.bytes = bytes
    self.firstLine = firstLine
  }

  /// The table of a code object.
  public init(_ image: CodeImage) { self.init(image.lineTable, firstLine: image.firstLine) }

  public func makeIterator() -> Iterator { Iterator(bytes: bytes, line: firstLine) }

  /// The position of the instruction at a code unit, `none` if the table does not reach it. Linear.
  public func position(atUnit unit: Int) -> SourcePosition {
    first { $0.units.contains(unit) }?.position ?? .none
  }

  public struct Iterator: IteratorProtocol {
    /// Keeps `memory` alive, which is what these bytes are.
    private let bytes: ByteString
    private let memory: UnsafeBufferPointer<UInt8>
    var offset = 0
    var unit = 0
    var line: Int
    /// Why the iteration ended early: what is wrong at the byte `offset`.
    public private(set) var defect: String?
    /// In bytes from the start of the table.
    public var byteOffset: Int { offset }

    init(bytes: ByteString, line: Int) {
      self.bytes = bytes
      memory = bytes.memory
      self.line = line
    }

    @inline(__always)
    public mutating func next() -> SourceRange? {
      guard offset < memory.count, defect == nil else { return nil }
      let first = memory[offset]
      guard first & 0x80 != 0 else { return fail("an entry does not begin here") }
      let start = unit
      offset += 1
      guard let position = readPosition(code: Int(first >> 3 & 0xF)) else { return nil }
      unit += Int(first & 7) + 1
      return SourceRange(units: start..<unit, position: position)
    }

    @inline(__always)
    private mutating func readPosition(code: Int) -> SourcePosition? {
      switch code {
      case 0...9:
        guard let columns = readByte() else { return nil }
        let column = code << 3 | columns >> 4
        return SourcePosition(line: line, endLine: line, column: column, endColumn: column + columns & 0xF)
      case 10...12:
        line += code - 10
        guard let column = readByte(), let endColumn = readByte() else { return nil }
        return SourcePosition(line: line, endLine: line, column: column, endColumn: endColumn)
      case 13:
        guard let delta = readSigned() else { return nil }
        line += delta
        return SourcePosition(line: line, endLine: line)
      case 14:
        guard let delta = readSigned(), let lines = readNumber(), let column = readNumber(),
          let endColumn = readNumber()
        else { return nil }
        line += delta
        return SourcePosition(line: line, endLine: line + lines, column: column - 1, endColumn: endColumn - 1)
      default:
        return SourcePosition.none
      }
    }

    @inline(never)
    private mutating func fail<Nothing>(_ description: String) -> Nothing? {
      defect = description
      return nil
    }

    @inline(__always)
    private mutating func readByte() -> Int? {
      guard offset < memory.count else { return fail("the table ends within an entry") }
      let byte = memory[offset]
      // Only an entry's first byte has bit 7: columns of 128 and more use the long form.
      guard byte & 0x80 == 0 else { return fail("an entry begins within another") }
      offset += 1
      return Int(byte)
    }

    private mutating func readNumber() -> Int? {
      var value = 0
      var shift = 0
      while true {
        guard let byte = readByte() else { return nil }
        guard shift < 30 || shift == 30 && byte & 0x3F < 4 else { return fail("number too large") }
        value |= (byte & 0x3F) << shift
        shift += 6
        if byte & 0x40 == 0 { return value }
      }
    }

    private mutating func readSigned() -> Int? {
      guard let value = readNumber() else { return nil }
      return value & 1 != 0 ? -(value >> 1) : value >> 1
    }
  }
}

/// A run of code units that come from one place, for who makes tables: an unknown line is Int32.min, an unknown column negative.
package struct PositionRun: BitwiseCopyable {
  var units: Int32
  var line: Int32
  var endLine: Int32
  var column: Int32
  var endColumn: Int32

  package init(units: Int32, line: Int32, endLine: Int32, column: Int32, endColumn: Int32) {
    self.units = units
    self.line = line
    self.endLine = endLine
    self.column = column
    self.endColumn = endColumn
  }
}

extension LocationTable {
  /// The stored form of a sequence of ranges that follow one another from unit 0.
  public static func encoded(_ ranges: some Sequence<SourceRange>, firstLine: Int) -> ByteString {
    let runs = ranges.map { PositionRun(units: Int32(truncatingIfNeeded: $0.units.count), $0.position) }
    return runs.withUnsafeBufferPointer { encoded($0, firstLine: firstLine) }
  }

  /// The stored form of runs that follow one another from unit 0.
  package static func encoded(_ runs: UnsafeBufferPointer<PositionRun>, firstLine: Int) -> ByteString {
    // Eight code units are the most that one entry covers.
    var entries = 0
    for run in runs { entries += (Int(run.units) + 7) / 8 }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Swift.max(1, entries * Encoder.longest)) { room in
      guard let base = room.baseAddress else { return ByteString() }
      var encoder = Encoder(base: base, line: firstLine)
      for run in runs {
        var rest = run.units
        while rest > 0 {
          encoder.append(run, length: Int(Swift.min(8, rest)))
          rest -= 8
        }
      }
      return ByteString(Array(UnsafeBufferPointer(start: base, count: encoder.count)))
    }
  }

  private struct Encoder {
    /// The most bytes of an entry: four numbers of six digits behind the first byte.
    static let longest = 25

    let base: UnsafeMutablePointer<UInt8>
    var count = 0
    var line: Int

    init(base: UnsafeMutablePointer<UInt8>, line: Int) {
      self.base = base
      self.line = line
    }

    mutating func append(_ run: PositionRun, length: Int) {
      guard run.line != .min else { return begin(15, length) }
      let start = Int(run.line)
      let delta = start - line
      line = start
      let endLine = Int(run.endLine)
      guard run.column >= 0, run.endColumn >= 0, endLine >= start else {
        begin(13, length)
        appendSigned(delta)
        return
      }
      let column = Int(run.column)
      let endColumn = Int(run.endColumn)
      if endLine == start, delta == 0, column < 80, endColumn >= column, endColumn - column < 16 {
        begin(column >> 3, length)
        put((column & 7) << 4 | (endColumn - column))
      } else if endLine == start, 0...2 ~= delta, column < 128, endColumn < 128 {
        begin(10 + delta, length)
        put(column)
        put(endColumn)
      } else {
        begin(14, length)
        appendSigned(delta)
        appendNumber(endLine - start)
        appendNumber(column + 1)
        appendNumber(endColumn + 1)
      }
    }

    @inline(__always)
    private mutating func put(_ byte: Int) {
      base[count] = UInt8(truncatingIfNeeded: byte)
      count += 1
    }

    @inline(__always)
    private mutating func begin(_ code: Int, _ length: Int) { put(0x80 | code << 3 | (length - 1)) }

    private mutating func appendNumber(_ value: Int) {
      var rest = value
      while rest >= 0x40 {
        put(rest & 0x3F | 0x40)
        rest >>= 6
      }
      put(rest)
    }

    private mutating func appendSigned(_ value: Int) {
      appendNumber(value < 0 ? -value << 1 | 1 : value << 1)
    }
  }
}
