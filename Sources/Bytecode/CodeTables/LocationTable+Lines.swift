extension LocationTable {
  /// Calls `body` with the first code unit and the line of each range, nil for none: what iterating gives, without the columns.
  ///
  /// As iterating does, it stops in front of the first entry that is malformed.
  @inline(__always)
  public func forEachLine(_ body: (_ unit: Int, _ line: Int?) -> Void) {
    var reader = LineReader(memory: bytes.memory, line: firstLine)
    var unit = 0
    withExtendedLifetime(bytes) {
      while let (length, hasLine) = reader.next() {
        body(unit, hasLine ? SourcePosition(line: reader.line).line : nil)
        unit += length
      }
    }
  }

  /// Reads entries for their lines.
  private struct LineReader {
    let memory: UnsafeBufferPointer<UInt8>
    var offset = 0
    var line: Int

    /// The length of the next entry in code units, and whether it has a line; nil at the end or if the entry is malformed.
    @inline(__always)
    mutating func next() -> (length: Int, hasLine: Bool)? {
      guard offset < memory.count else { return nil }
      let first = memory[offset]
      guard first & 0x80 != 0 else { return nil }
      offset += 1
      let length = Int(first & 7) + 1
      let code = Int(first >> 3 & 0xF)
      switch code {
      case 0...9: return skipBytes(1) ? (length, true) : nil
      case 10...12:
        line += code - 10
        return skipBytes(2) ? (length, true) : nil
      case 13: return readDelta() ? (length, true) : nil
      case 14: return readDelta() && readNumber() != nil && readNumber() != nil && readNumber() != nil ? (length, true) : nil
      default: return (length, false)
      }
    }

    /// Whether there are so many bytes more that begin no entry.
    @inline(__always)
    private mutating func skipBytes(_ count: Int) -> Bool {
      for _ in 0..<count {
        guard offset < memory.count, memory[offset] & 0x80 == 0 else { return false }
        offset += 1
      }
      return true
    }

    private mutating func readNumber() -> Int? {
      var value = 0
      var shift = 0
      while true {
        guard offset < memory.count, memory[offset] & 0x80 == 0 else { return nil }
        let byte = Int(memory[offset])
        offset += 1
        guard shift < 30 || shift == 30 && byte & 0x3F < 4 else { return nil }
        value |= (byte & 0x3F) << shift
        shift += 6
        if byte & 0x40 == 0 { return value }
      }
    }

    private mutating func readDelta() -> Bool {
      guard let value = readNumber() else { return false }
      line += value & 1 != 0 ? -(value >> 1) : value >> 1
      return true
    }
  }
}
