/// Where the instructions of a code object come from in the source: ranges of code units in order and without gaps, whatever the format
/// in which the version stores them.
public struct PositionTable: Sequence, Sendable {
  private let bytes: ByteString
  private let firstLine: Int
  private let format: FileFormat.LineTableFormat
  private let codeUnit: Int
  private let codeLength: Int

  /// The table of a code object. `set` must be the instruction set of its version.
  public init(_ image: CodeImage, _ set: InstructionSet) {
    self.init(image.lineTable, firstLine: image.firstLine, codeLength: image.code.count, set)
  }

  /// - Parameters:
  ///   - bytes: The table as stored.
  ///   - firstLine: `co_firstlineno`.
  ///   - codeLength: The length of the code, in bytes.
  ///   - set: The instruction set of the version.
  public init(_ bytes: ByteString, firstLine: Int, codeLength: Int, _ set: InstructionSet) {
    self.bytes = bytes
    self.firstLine = firstLine
    self.codeLength = codeLength
    format = set.file.lineTable
    codeUnit = set.encoding.codeUnit
  }

  public func makeIterator() -> Iterator {
    switch format {
    case .lnotab, .unsignedLnotab:
      let table = LnotabTable(
        bytes, firstLine: firstLine, isSigned: format == .lnotab, codeUnit: codeUnit, codeLength: codeLength)
      return Iterator(format: .lnotab(table.makeIterator()))
    case .lines:
      return Iterator(format: .lines(LineRangeTable(bytes, firstLine: firstLine, codeUnit: codeUnit).makeIterator()))
    case .locations: return Iterator(format: .locations(LocationTable(bytes, firstLine: firstLine).makeIterator()))
    }
  }

  /// Calls `body` with the first code unit and the line of each range in order, nil for none. Faster than an iterator, which looks at the
  /// format at each step and at columns.
  @inline(__always)
  func forEachLine(_ body: (_ unit: Int, _ line: Int?) -> Void) {
    switch format {
    case .lnotab, .unsignedLnotab:
      let isSigned = format == .lnotab
      for range in LnotabTable(bytes, firstLine: firstLine, isSigned: isSigned, codeUnit: codeUnit, codeLength: codeLength) {
        body(range.units.lowerBound, range.position.line)
      }
    case .lines:
      for range in LineRangeTable(bytes, firstLine: firstLine, codeUnit: codeUnit) { body(range.units.lowerBound, range.position.line) }
    case .locations: LocationTable(bytes, firstLine: firstLine).forEachLine(body)
    }
  }

  /// The position of the instruction at a code unit, `none` if the table does not reach it. Linear.
  public func position(atUnit unit: Int) -> SourcePosition {
    first { $0.units.contains(unit) }?.position ?? .none
  }

  public struct Iterator: IteratorProtocol {
    fileprivate enum Format {
      case lnotab(LnotabTable.Iterator)
      case lines(LineRangeTable.Iterator)
      case locations(LocationTable.Iterator)
    }

    private var format: Format

    fileprivate init(format: Format) { self.format = format }

    public mutating func next() -> SourceRange? {
      switch format {
      case .lnotab(var iterator):
        defer { format = .lnotab(iterator) }
        return iterator.next()
      case .lines(var iterator):
        defer { format = .lines(iterator) }
        return iterator.next()
      case .locations(var iterator):
        defer { format = .locations(iterator) }
        return iterator.next()
      }
    }

    /// Why the iteration ended early: what is wrong at the byte `byteOffset` of the table.
    public var defect: String? {
      switch format {
      case .lnotab(let iterator): iterator.defect
      case .lines(let iterator): iterator.defect
      case .locations(let iterator): iterator.defect
      }
    }

    /// In bytes from the start of the table.
    public var byteOffset: Int {
      switch format {
      case .lnotab(let iterator): iterator.byteOffset
      case .lines(let iterator): iterator.byteOffset
      case .locations(let iterator): iterator.byteOffset
      }
    }
  }
}
