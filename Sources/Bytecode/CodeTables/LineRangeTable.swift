/// The line table of a code object of 3.10 (`co_linetable`, PEP 626), decoded on the fly into ranges of code units, in order and without
/// gaps.
///
/// It is a run of pairs: the length of a range in bytes (0 to 254), then what to add to the line in front of it (-127 to 127), or -128
/// if the range has no line. A pair of length 0 only adds to the line.
public struct LineRangeTable: Sequence, Sendable {
  let bytes: ByteString
  let firstLine: Int
  let codeUnit: Int

  private static let noLine: UInt8 = 0x80

  public init(_ bytes: ByteString, firstLine: Int, codeUnit: Int) {
    self.bytes = bytes
    self.firstLine = firstLine
    self.codeUnit = codeUnit
  }

  public func makeIterator() -> Iterator { Iterator(self) }

  public struct Iterator: IteratorProtocol {
    private let table: LineRangeTable
    /// The bytes of the table.
    private let memory: UnsafeBufferPointer<UInt8>
    private var offset = 0
    private var unit = 0
    private var line: Int
    /// Why the iteration ended early: what is wrong at the byte `byteOffset`.
    public private(set) var defect: String?
    /// In bytes from the start of the table.
    public var byteOffset: Int { offset }

    init(_ table: LineRangeTable) {
      self.table = table
      memory = table.bytes.memory
      line = table.firstLine
    }

    @inline(__always)
    public mutating func next() -> SourceRange? {
      while offset < memory.count, defect == nil {
        guard offset + 1 < memory.count else {
          defect = "the table ends within a pair"
          return nil
        }
        let length = Int(memory[offset])
        guard length % table.codeUnit == 0 else {
          defect = "a range of \(length) bytes is not a whole number of code units"
          return nil
        }
        let step = memory[offset + 1]
        offset += 2
        if step != LineRangeTable.noLine { line += Int(Int8(bitPattern: step)) }
        guard length > 0 else { continue }
        let start = unit
        unit += length / table.codeUnit
        return SourceRange(units: start..<unit, position: SourcePosition(line: step == LineRangeTable.noLine ? nil : line))
      }
      return nil
    }
  }
}
