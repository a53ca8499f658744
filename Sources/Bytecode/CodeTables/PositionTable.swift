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
    case .lnotab, .unsignedLnotab: Iterator(format: .lnotab(lnotab))
    case .lines: Iterator(format: .lines(lines))
    case .locations: Iterator(format: .locations(locations))
    }
  }

  private var lnotab: LnotabTable.Iterator {
    LnotabTable(bytes, firstLine: firstLine, isSigned: format == .lnotab, codeUnit: codeUnit, codeLength: codeLength).makeIterator()
  }

  private var lines: LineRangeTable.Iterator {
    LineRangeTable(bytes, firstLine: firstLine, codeUnit: codeUnit).makeIterator()
  }

  private var locations: LocationTable.Iterator { LocationTable(bytes, firstLine: firstLine).makeIterator() }

  /// What is wrong with the table, and where in bytes from its start; nil if it can be read to its end.
  var defect: (offset: Int, description: String)? {
    func search<Ranges: PositionIterator>(_ iterator: Ranges) -> (offset: Int, description: String)? {
      var ranges = iterator
      while ranges.next() != nil {}
      return ranges.defect.map { (ranges.byteOffset, $0) }
    }
    return switch format {
    case .lnotab, .unsignedLnotab: search(lnotab)
    case .lines: search(lines)
    case .locations: search(locations)
    }
  }

  /// Calls `body` with the first code unit and the line of each range in order, nil for none. Faster than an iterator, which looks at the
  /// format at each step.
  @inline(__always)
  func forEachLine(_ body: (_ unit: Int, _ line: Int?) -> Void) {
    func walk(_ ranges: some IteratorProtocol<SourceRange>) {
      var ranges = ranges
      while let range = ranges.next() { body(range.units.lowerBound, range.position.line) }
    }
    switch format {
    case .lnotab, .unsignedLnotab: walk(lnotab)
    case .lines: walk(lines)
    case .locations: walk(locations)
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

/// An iterator over the ranges of one format.
private protocol PositionIterator: IteratorProtocol<SourceRange> {
  /// Why the iteration ended early.
  var defect: String? { get }
  /// In bytes from the start of the table.
  var byteOffset: Int { get }
}

extension LnotabTable.Iterator: PositionIterator {}
extension LineRangeTable.Iterator: PositionIterator {}
extension LocationTable.Iterator: PositionIterator {}
