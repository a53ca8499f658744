/// A .pyc file: header, code object, and the spelling that lets it be written again byte for byte.
public struct PycFile: Sendable {
  public var header: PycHeader
  public var code: CodeImage
  /// How the file spelled its objects, if it was read from one.
  public var spelling: MarshalSpelling?
  /// Bytes behind the code object. CPython ignores them.
  public var trailingBytes: ByteString

  /// Whether `data` begins like a .pyc file: its magic number ends with a line end that no source has there.
  public static func beginsLikeOne(_ data: [UInt8]) -> Bool { data.count > 4 && data[2] == 13 && data[3] == 10 }

  public init(
    header: PycHeader, code: CodeImage, spelling: MarshalSpelling? = nil, trailingBytes: ByteString = ByteString()
  ) {
    self.header = header
    self.code = code
    self.spelling = spelling
    self.trailingBytes = trailingBytes
  }
}

/// The header of a .pyc file (PEP 552; CPython: Lib/importlib/_bootstrap_external.py).
public struct PycHeader: Hashable, Sendable {
  /// The magic number: the first two bytes, little-endian. The two that follow are always 0d 0a.
  public var magic: UInt16
  public var source: Source

  /// How the file tells whether it is up to date.
  public enum Source: Hashable, Sendable {
    /// The source's modification time in seconds and its size in bytes, both modulo 2^32.
    case timeStamp(UInt32, size: UInt32)
    /// A hash of the source; `isChecked` asks an importer to compare it.
    case hash(UInt64, isChecked: Bool)
  }

  public init(magic: UInt16, source: Source) {
    self.magic = magic
    self.source = source
  }
}

/// Why a file is not a .pyc that can be read.
public enum PycError: Error, Hashable, Sendable, CustomStringConvertible {
  case tooShort(size: Int)
  case tooLarge(size: Int, limit: Int)
  case notPyc
  /// The file of a version without generated tables.
  case otherVersion(magic: UInt16, version: PythonVersion, supported: [PythonVersion])
  /// The file of an alpha or beta release of a supported version.
  case preRelease(magic: UInt16, version: PythonVersion, released: UInt16)
  case unknownMagic(UInt16)
  case badHeaderFlags(UInt32)
  case marshal(MarshalError)

  public var description: String {
    switch self {
    case .tooShort(let size): "byte \(size): the file ends within the header"
    case .tooLarge(let size, let limit): "the file has \(size) bytes; at most \(limit) are read"
    case .notPyc: "byte 0: not a .pyc file (no magic number)"
    case .otherVersion(let magic, let version, let supported):
      "byte 0: bytecode of Python \(version) (magic number \(magic)); supported: "
        + supported.map(\.description).joined(separator: ", ")
    case .preRelease(let magic, let version, let released):
      "byte 0: bytecode of a pre-release of Python \(version) (magic number \(magic); the release has \(released))"
    case .unknownMagic(let magic): "byte 0: unknown magic number \(magic)"
    case .badHeaderFlags(let flags): "byte 4: unknown header flags 0x\(String(flags, radix: 16))"
    case .marshal(let error): error.description
    }
  }
}

extension PycFile {
  /// Reads a whole file, of whichever supported version.
  public init(reading data: [UInt8], limits: MarshalLimits = MarshalLimits()) throws(PycError) {
    guard data.count <= limits.size else { throw .tooLarge(size: data.count, limit: limits.size) }
    let magic = try PycFile.readMagic(data)
    guard let set = InstructionSet.of(magic: magic) else {
      throw PycFile.unsupported(magic)
    }
    header = PycHeader(magic: magic, source: try PycFile.readSource(data, layout: set.file.header))
    var reader = MarshalReader(
      data, at: set.file.header.rawValue, version: set.version, format: set.file, limits: limits)
    do throws(MarshalError) {
      let start = reader.position
      guard case .code(let code) = try reader.readObject() else {
        throw MarshalError(offset: start, reason: .notCode)
      }
      self.code = code
    } catch {
      throw .marshal(error)
    }
    spelling = reader.spelling
    trailingBytes = ByteString(storage: data, range: reader.position..<data.count)
  }

  /// What can be read of a damaged file, and why and where the reading stopped, if it did. Code objects that are cut short have the
  /// fields and constants in front of the damage.
  /// - Parameter version: What the file is taken for if its magic number is not known.
  public static func salvaged(
    from data: [UInt8], assuming version: PythonVersion?, limits: MarshalLimits = MarshalLimits()
  ) -> (file: PycFile?, problem: String?) {
    do throws(PycError) {
      return (try PycFile(reading: data, limits: limits), nil)
    } catch {
      let magic = data.count < 2 ? 0 : UInt16(data[0]) | UInt16(data[1]) << 8
      let known = InstructionSet.of(magic: magic) ?? InstructionSet.all.first { $0.magic.contains(magic) }
      guard let set = known ?? version.flatMap(InstructionSet.of), data.count <= limits.size,
        data.count > set.file.header.rawValue
      else { return (nil, error.description) }
      let source = (try? readSource(data, layout: set.file.header)) ?? .timeStamp(0, size: 0)
      let header = PycHeader(magic: magic, source: source)
      var reader = MarshalReader(
        data, at: set.file.header.rawValue, version: set.version, format: set.file, limits: limits)
      reader.salvages = true
      do throws(MarshalError) {
        guard case .code(let code) = try reader.readObject() else { return (nil, error.description) }
        return (PycFile(header: header, code: code), error.description)
      } catch {
        return (reader.salvaged.map { PycFile(header: header, code: $0) }, error.description)
      }
    }
  }

  /// The magic number with which a file begins.
  static func readMagic(_ data: [UInt8]) throws(PycError) -> UInt16 {
    guard data.count >= 4 else {
      guard data.count < 3 || data[2] == 0x0D else { throw .notPyc }
      throw .tooShort(size: data.count)
    }
    guard data[2] == 0x0D, data[3] == 0x0A else { throw .notPyc }
    return UInt16(data[0]) | UInt16(data[1]) << 8
  }

  private static func unsupported(_ magic: UInt16) -> PycError {
    if let set = InstructionSet.all.first(where: { $0.magic.contains(magic) }) {
      return .preRelease(magic: magic, version: set.version, released: set.magic.released)
    }
    if let range = InstructionSet.magics.first(where: { $0.contains(magic) }) {
      return .otherVersion(magic: magic, version: range.version, supported: InstructionSet.versions)
    }
    return .unknownMagic(magic)
  }

  private static func readSource(
    _ data: [UInt8], layout: FileFormat.HeaderLayout
  ) throws(PycError) -> PycHeader.Source {
    guard data.count >= layout.rawValue else { throw .tooShort(size: data.count) }
    func number(at offset: Int) -> UInt32 {
      (0..<4).reduce(0) { $0 | UInt32(data[offset + $1]) << UInt32(8 * $1) }
    }
    switch layout {
    case .stamp: return .timeStamp(number(at: 4), size: 0)
    case .stampAndSize: return .timeStamp(number(at: 4), size: number(at: 8))
    case .flags:
      let flags = number(at: 4)
      guard flags <= 3, flags != 2 else { throw .badHeaderFlags(flags) }
      guard flags & 1 != 0 else { return .timeStamp(number(at: 8), size: number(at: 12)) }
      return .hash(UInt64(number(at: 8)) | UInt64(number(at: 12)) << 32, isChecked: flags & 2 != 0)
    }
  }

  /// The bytes of the file. With the spelling of an unchanged file they are the bytes that were read.
  public func write() -> [UInt8] {
    let set = InstructionSet.of(code.version)
    precondition(set != nil, "code images have a supported version")
    guard let set else { return [] }
    var bytes = header.write(set.file.header)
    bytes += MarshalWriter.write(.code(code), format: set.file, spelling: spelling)
    bytes += trailingBytes.array
    return bytes
  }
}

extension PycHeader {
  /// The bytes of the header in a version's layout.
  func write(_ layout: FileFormat.HeaderLayout) -> [UInt8] {
    var bytes: [UInt8] = [UInt8(truncatingIfNeeded: magic), UInt8(truncatingIfNeeded: magic >> 8), 0x0D, 0x0A]
    func append(_ value: some FixedWidthInteger) {
      withUnsafeBytes(of: value.littleEndian) { bytes += $0 }
    }
    switch (layout, source) {
    case (.stamp, .timeStamp(let time, _)): append(time)
    case (.stampAndSize, .timeStamp(let time, let size)):
      append(time)
      append(size)
    case (.flags, .timeStamp(let time, let size)):
      append(UInt32(0))
      append(time)
      append(size)
    case (.flags, .hash(let hash, let isChecked)):
      append(UInt32(isChecked ? 3 : 1))
      append(hash)
    case (.stamp, .hash), (.stampAndSize, .hash):
      preconditionFailure("headers before PEP 552 have no hash")
    }
    return bytes
  }
}
