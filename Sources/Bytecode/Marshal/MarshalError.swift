/// Why marshal data cannot be read, and where.
public struct MarshalError: Error, Hashable, Sendable, CustomStringConvertible {
  /// In bytes from the start of the file, header included.
  public let offset: Int
  public let reason: Reason

  public init(offset: Int, reason: Reason) {
    self.offset = offset
    self.reason = reason
  }

  public enum Reason: Hashable, Sendable {
    case truncated(what: String)
    case unknownType(UInt8)
    case unexpectedNull
    case negativeSize(what: String, Int)
    case tooLong(what: String, Int, limit: Int)
    case tooDeep(limit: Int)
    case tooManyObjects(limit: Int)
    case expandsTooFar(limit: Int)
    case referenceOutOfRange(Int, count: Int)
    case referenceToIncomplete(Int)
    case notASCII
    case notUTF8
    case digitOutOfRange(Int)
    case leadingZeroDigit
    case malformedNumber(String)
    case wrongFieldType(field: String, expected: String)
    case lengthsDiffer(names: Int, kinds: Int)
    case notCode
  }

  public var description: String { "byte \(offset): \(reason)" }
}

extension MarshalError.Reason: CustomStringConvertible {
  public var description: String {
    switch self {
    case .truncated(let what): "the data ends within \(what)"
    case .unknownType(let byte):
      "unknown type code 0x\(String(byte, radix: 16))"
    case .unexpectedNull: "NULL where an object must be"
    case .negativeSize(let what, let size): "\(what) has the negative size \(size)"
    case .tooLong(let what, let size, let limit): "\(what) has size \(size), but only \(limit) bytes are left"
    case .tooDeep(let limit): "objects are nested more than \(limit) levels deep"
    case .tooManyObjects(let limit): "more than \(limit) objects"
    case .expandsTooFar(let limit): "references repeat objects too often (more than \(limit) in all)"
    case .referenceOutOfRange(let index, let count): "reference \(index) out of range (there are \(count))"
    case .referenceToIncomplete(let index): "reference \(index) to an object that contains it"
    case .notASCII: "an ASCII string has a byte above 127"
    case .notUTF8: "a string is not valid UTF-8"
    case .digitOutOfRange(let digit): "int digit \(digit) out of range (0 to 32767)"
    case .leadingZeroDigit: "an int has a leading zero digit"
    case .malformedNumber(let text): "malformed number '\(text)'"
    case .wrongFieldType(let field, let expected): "the code object's \(field) is not \(expected)"
    case .lengthsDiffer(let names, let kinds): "a code object has \(names) variable names, but \(kinds) kinds"
    case .notCode: "the file does not hold a code object"
    }
  }
}

/// Bounds on what a reader accepts.
public struct MarshalLimits: Sendable {
  /// The largest size of the data, in bytes (less than 4 GB).
  public var size = 256 << 20
  /// The deepest nesting of objects (CPython: MAX_MARSHAL_STACK_DEPTH).
  public var depth = 2000
  public var objects = 1 << 24
  /// Bounds the size that the data would have if references were copies: this many bytes, plus 32 for each byte
  /// of the data. Everything that walks or prints the values is bounded by it.
  public var expansion = 4 << 20

  public init() {}
}
