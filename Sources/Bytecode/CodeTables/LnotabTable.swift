/// The line table of a code object up to 3.9 (`co_lnotab`; CPython: Objects/lnotab_notes.txt), decoded on the fly into ranges of code units,
/// in order and without gaps.
///
/// It is a run of pairs: what to add to the address, in bytes (0 to 255), then what to add to the line (-128 to 127; in 2.7 0 to
/// 255). Greater steps are split over several pairs. The line holds from the address on; what is left of the code has the last one.
/// Addresses behind the end of the code belong to instructions that the compiler removed.
public struct LnotabTable: Sequence, Sendable {
  let bytes: ByteString
  let firstLine: Int
  /// Whether steps of the line may be negative.
  let isSigned: Bool
  let codeUnit: Int
  /// The length of the code, in bytes.
  let codeLength: Int

  public init(_ bytes: ByteString, firstLine: Int, isSigned: Bool, codeUnit: Int, codeLength: Int) {
    self.bytes = bytes
    self.firstLine = firstLine
    self.isSigned = isSigned
    self.codeUnit = codeUnit
    self.codeLength = codeLength
  }

  public func makeIterator() -> Iterator { Iterator(self) }

  public struct Iterator: IteratorProtocol {
    private let table: LnotabTable
    /// The bytes of the table.
    private let memory: UnsafeBufferPointer<UInt8>
    private var offset = 0
    /// In bytes from the start of the code.
    private var address = 0
    private var start = 0
    private var line: Int
    private var isAtEnd = false
    /// Why the iteration ended early: what is wrong at the byte `byteOffset`.
    public private(set) var defect: String?
    /// In bytes from the start of the table.
    public var byteOffset: Int { offset }

    init(_ table: LnotabTable) {
      self.table = table
      memory = table.bytes.memory
      line = table.firstLine
    }

    @inline(__always)
    public mutating func next() -> SourceRange? {
      while !isAtEnd {
        guard offset + 1 < memory.count else {
          isAtEnd = true
          if offset < memory.count { defect = "the table ends within a pair" }
          return range(to: table.codeLength)
        }
        let step = table.isSigned ? Int(Int8(bitPattern: memory[offset + 1])) : Int(memory[offset + 1])
        address += Int(memory[offset])
        offset += 2
        guard address < table.codeLength else {
          isAtEnd = true
          return range(to: table.codeLength)
        }
        defer { line += step }
        // A line that begins in the middle of a code unit is given to that unit.
        if step != 0, let range = range(to: address - address % table.codeUnit) { return range }
      }
      return nil
    }

    /// The range that ends at an address; nil if it is empty.
    private mutating func range(to end: Int) -> SourceRange? {
      guard end > start else { return nil }
      defer { start = end }
      return SourceRange(
        units: start / table.codeUnit..<end / table.codeUnit, position: SourcePosition(line: line, endLine: nil))
    }
  }
}
