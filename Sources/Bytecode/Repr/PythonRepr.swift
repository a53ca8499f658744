/// `repr()` of constants, as UTF-8 appended to a buffer.
///
/// Sets print in CPython's order under PYTHONHASHSEED=0. In place of addresses, code objects show what
/// `codeAddress` gives.
public struct PythonRepr {
  public internal(set) var bytes: [UInt8] = []
  /// The number to show as the address of a code object.
  let codeAddress: (CodeImage) -> Int
  let strings: FileFormat.StringType
  let rules: ValueRules
  private let order: SetOrder

  /// - Parameter set: That of the version whose `repr()` it is; nil for the newest.
  public init(codeAddress: @escaping (CodeImage) -> Int = { _ in 0 }, _ set: InstructionSet? = nil) {
    self.codeAddress = codeAddress
    strings = set?.file.strings ?? .text
    rules =
      set?.values
      ?? ValueRules(stringHash: .siphash13, tupleHash: .xxhash, noneHash: .constant, unicode: .max, intDigits: 4300)
    order = SetOrder(hash: PythonHash(rules))
  }

  /// Makes room for so many more bytes, without an end to growing by factors.
  mutating func reserve(_ count: Int) {
    if bytes.capacity - bytes.count < count { bytes.reserveCapacity(max(bytes.count + count, 2 * bytes.capacity)) }
  }

  /// The `repr()` of one constant.
  public static func string(_ constant: Constant) -> String {
    var repr = PythonRepr()
    repr.append(constant)
    return String(decoding: repr.bytes, as: UTF8.self)
  }

  public mutating func append(_ constant: Constant) {
    switch constant {
    case .none: append("None")
    case .ellipsis: append("Ellipsis")
    case .stopIteration: append("<class 'StopIteration'>")
    case .bool(let value): append(value ? "True" : "False")
    case .integer(let value): append(value)
    case .bigInteger(let value): append(value)
    case .float(let bits): append(float: Double(bitPattern: bits), integralSuffix: true)
    case .complex(let real, let imaginary):
      append(real: Double(bitPattern: real), imaginary: Double(bitPattern: imaginary))
    case .string(let text): append(repr: text)
    case .bytes(let value): append(value)
    case .tuple(let tuple): append(tuple.items, from: "(", to: tuple.items.count == 1 ? ",)" : ")")
    case .list(let list): append(list.items, from: "[", to: "]")
    case .set(let set):
      if set.items.isEmpty { append("set()") } else { append(order.iterationOrder(of: set.items), from: "{", to: "}") }
    case .frozenset(let set):
      if set.items.isEmpty {
        append("frozenset()")
      } else {
        append(order.iterationOrder(of: set.items), from: "frozenset({", to: "})")
      }
    case .dictionary(let dictionary): append(pairs: dictionary.items)
    case .slice(let slice): append(slice.items, from: "slice(", to: ")")
    case .code(let code): append(code)
    }
  }

  private mutating func append(_ items: [Constant], from open: StaticString, to close: StaticString) {
    append(open)
    for (index, item) in items.enumerated() {
      if index > 0 { append(", ") }
      append(item)
    }
    append(close)
  }

  private mutating func append(pairs: [Constant]) {
    append("{")
    for index in stride(from: 0, to: pairs.count - 1, by: 2) {
      if index > 0 { append(", ") }
      append(pairs[index])
      append(": ")
      append(pairs[index + 1])
    }
    append("}")
  }

  /// CPython: Objects/codeobject.c, `code_repr`.
  mutating func append(_ code: CodeImage) {
    append("<code object ")
    append(raw: code.name)
    append(" at 0x")
    let address = String(codeAddress(code), radix: 16)
    bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: max(0, 12 - address.utf8.count)))
    bytes += address.utf8
    append(", file \"")
    append(raw: code.fileName)
    append("\", line ")
    append(Int64(code.firstLine == 0 ? -1 : code.firstLine))
    append(">")
  }

  mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// The text itself. Lone surrogates, which UTF-8 cannot hold, become escapes, `\ud800` to `\udfff`.
  mutating func append(raw text: Text) {
    if text.isASCII { return text.utf8.withUnsafeBytes { bytes.append(contentsOf: $0) } }
    for point in text.codePoints {
      if point & 0xFFFF_F800 == 0xD800 { appendEscaped(point) } else { Text.appendEncoded(point, to: &bytes) }
    }
  }

  // MARK: Strings

  /// CPython: Objects/unicodeobject.c, `unicode_repr`.
  mutating func append(repr text: Text) {
    let quote = text.utf8.withUnsafeBytes { PythonRepr.quote($0) }
    if strings == .bytes { append("u") }
    bytes.append(quote)
    text.utf8.withUnsafeBytes { utf8 in
      var index = 0
      while index < utf8.count {
        let byte = utf8[index]
        if byte >= 0x20 && byte < 0x7F {
          if byte == quote || byte == UInt8(ascii: "\\") { bytes.append(UInt8(ascii: "\\")) }
          bytes.append(byte)
          index += 1
        } else if let (point, size) = Text.decode(utf8, at: index) {
          if point >= 0x80 && strings == .text && isPrintable(point, unicode: rules.unicode) {
            bytes.append(contentsOf: utf8[index..<index + size])
          } else {
            appendEscaped(point)
          }
          index += size
        } else {
          return  // A text is always valid.
        }
      }
    }
    bytes.append(quote)
  }

  /// CPython: Objects/bytesobject.c, `PyBytes_Repr`.
  private mutating func append(_ value: ByteString) {
    value.withUnsafeBytes { value in
      let quote = PythonRepr.quote(value)
      if strings == .text { append("b") }
      bytes.append(quote)
      for byte in value {
        if byte < 0x20 || byte >= 0x7F {
          appendEscaped(UInt32(byte))
        } else {
          if byte == quote || byte == UInt8(ascii: "\\") { bytes.append(UInt8(ascii: "\\")) }
          bytes.append(byte)
        }
      }
      bytes.append(quote)
    }
  }

  /// Single quotes, unless there are some inside and no double ones.
  private static func quote(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt8 {
    var hasSingle = false
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { return UInt8(ascii: "'") }
      if byte == UInt8(ascii: "'") { hasSingle = true }
    }
    return UInt8(ascii: hasSingle ? "\"" : "'")
  }

  /// A backslash escape of the shortest form that fits.
  private mutating func appendEscaped(_ point: UInt32) {
    switch point {
    case 0x09: append("\\t")
    case 0x0A: append("\\n")
    case 0x0D: append("\\r")
    default:
      let (letter, digits): (StaticString, Int) = point < 0x100 ? ("\\x", 2) : point < 0x10000 ? ("\\u", 4) : ("\\U", 8)
      append(letter)
      for digit in stride(from: digits - 1, through: 0, by: -1) {
        let value = UInt8(truncatingIfNeeded: point >> UInt32(4 * digit) & 0xF)
        bytes.append(value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10)
      }
    }
  }
}
