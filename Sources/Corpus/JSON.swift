/// A JSON value (RFC 8259).
public enum JSON: Equatable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([String: JSON])

  /// A text that is no JSON, with the place of the first byte that cannot be understood.
  public struct Malformed: Error, Equatable {
    public var offset: Int
  }

  public init(parsing bytes: [UInt8]) throws(Malformed) {
    var parser = JSONParser(bytes: bytes)
    self = try parser.document()
  }

  subscript(key: String) -> JSON? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  var string: String? { if case .string(let value) = self { value } else { nil } }
  var number: Double? { if case .number(let value) = self { value } else { nil } }
  var array: [JSON]? { if case .array(let value) = self { value } else { nil } }
}

private struct JSONParser {
  let bytes: [UInt8]
  var position = 0
  var depth = 0

  static let deepest = 100

  mutating func document() throws(JSON.Malformed) -> JSON {
    let value = try value()
    skipSpace()
    guard position == bytes.count else { throw malformed }
    return value
  }

  private var malformed: JSON.Malformed { JSON.Malformed(offset: position) }
  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard next == byte else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ byte: UInt8) throws(JSON.Malformed) {
    guard take(byte) else { throw malformed }
  }

  private mutating func value() throws(JSON.Malformed) -> JSON {
    skipSpace()
    guard depth < JSONParser.deepest else { throw malformed }
    depth += 1
    defer { depth -= 1 }
    switch next {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func word(_ word: String, _ value: JSON) throws(JSON.Malformed) -> JSON {
    guard bytes[position...].starts(with: word.utf8) else { throw malformed }
    position += word.utf8.count
    return value
  }

  private mutating func object() throws(JSON.Malformed) -> JSON {
    position += 1
    var members: [String: JSON] = [:]
    if take(UInt8(ascii: "}")) { return .object(members) }
    repeat {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw malformed }
      let key = try string()
      try expect(UInt8(ascii: ":"))
      members[key] = try value()
    } while take(UInt8(ascii: ","))
    try expect(UInt8(ascii: "}"))
    return .object(members)
  }

  private mutating func array() throws(JSON.Malformed) -> JSON {
    position += 1
    var elements: [JSON] = []
    if take(UInt8(ascii: "]")) { return .array(elements) }
    repeat { elements.append(try value()) } while take(UInt8(ascii: ","))
    try expect(UInt8(ascii: "]"))
    return .array(elements)
  }

  private mutating func number() throws(JSON.Malformed) -> JSON {
    let start = position
    while let byte = next, "+-.eE0123456789".utf8.contains(byte) { position += 1 }
    guard let value = Double(text(bytes[start..<position])) else {
      position = start
      throw malformed
    }
    return .number(value)
  }

  private mutating func string() throws(JSON.Malformed) -> String {
    position += 1
    var units: [UInt16] = []
    var start = position
    var result = ""
    func flushed(_ units: inout [UInt16]) -> String {
      defer { units = [] }
      return String(decoding: units, as: UTF16.self)
    }
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        result += flushed(&units) + text(bytes[start..<position])
        position += 1
        return result
      case UInt8(ascii: "\\"):
        // Escapes that follow each other may be the halves of one character.
        if start < position { result += flushed(&units) + text(bytes[start..<position]) }
        position += 1
        units.append(try escape())
        start = position
      case 0..<0x20: throw malformed
      default: position += 1
      }
    }
    throw malformed
  }

  private mutating func escape() throws(JSON.Malformed) -> UInt16 {
    guard let byte = next else { throw malformed }
    position += 1
    switch byte {
    case UInt8(ascii: "b"): return 8
    case UInt8(ascii: "f"): return 12
    case UInt8(ascii: "n"): return 10
    case UInt8(ascii: "r"): return 13
    case UInt8(ascii: "t"): return 9
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return UInt16(byte)
    case UInt8(ascii: "u"):
      guard position + 4 <= bytes.count, let unit = UInt16(text(bytes[position..<(position + 4)]), radix: 16) else { throw malformed }
      position += 4
      return unit
    default: throw malformed
    }
  }
}
