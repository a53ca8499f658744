/// What differs from version to version in a .pyc file around the instructions.
public struct FileFormat: Hashable, Sendable {
  /// The fields of a marshalled code object, in order.
  public let codeFields: [CodeField]
  /// The bytes of the header: magic number, flags, time stamp, source size or hash.
  public let header: HeaderLayout
  public let lineTable: LineTableFormat
  public let strings: StringType
  /// The marshal version that a writer must not exceed.
  public let marshalVersion: Int

  public init(codeFields: [CodeField], header: HeaderLayout, lineTable: LineTableFormat, strings: StringType, marshalVersion: Int) {
    self.codeFields = codeFields
    self.header = header
    self.lineTable = lineTable
    self.strings = strings
    self.marshalVersion = marshalVersion
  }

  /// The header of a .pyc file, by its length in bytes.
  public enum HeaderLayout: Int, Sendable {
    /// Magic number and time stamp (2.7).
    case stamp = 8
    /// Magic number, time stamp and source size (3.3 to 3.6).
    case stampAndSize = 12
    /// Magic number, flags, then time stamp and source size, or a hash of the source (PEP 552, 3.7 on).
    case flags = 16
  }

  /// The format of `CodeImage.lineTable`.
  public enum LineTableFormat: Sendable {
    /// `co_lnotab` of 2.7: pairs of byte and line increments, neither of which is negative.
    case unsignedLnotab
    /// `co_lnotab`: pairs of byte and line increments (up to 3.9).
    case lnotab
    /// `co_linetable` of PEP 626: ranges with line increments (3.10).
    case lines
    /// `co_linetable` of PEP 657: lines and columns (3.11 on).
    case locations
  }

  /// What Python's `str` is.
  public enum StringType: Sendable {
    case text
    /// Python 2: names and plain literals are bytes, text has a type of its own; and so have long ints.
    case bytes
  }
}

extension FileFormat.LineTableFormat: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unsignedLnotab, .lnotab, .lines: "line table"
    case .locations: "location table"
    }
  }
}
