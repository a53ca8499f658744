/// `repr()` of constants, as UTF-8 appended to a buffer.
///
/// Sets print in CPython's order under PYTHONHASHSEED=0. In place of addresses, code objects show what
/// `codeAddress` gives.
public struct PythonRepr: ~Copyable {
  /// Where everything is appended.
  var output: TextBuffer
  /// The number to show as the address of a code object.
  let codeAddress: (CodeImage) -> Int
  let strings: FileFormat.StringType
  let rules: ValueRules
  private let order: SetOrder

  /// - Parameter set: That of the version whose `repr()` it is; nil for the newest.
  public init(codeAddress: @escaping (CodeImage) -> Int = { _ in 0 }, _ set: InstructionSet? = nil) {
    self.init(codeAddress: codeAddress, set, output: TextBuffer())
  }

  /// - Parameter output: What is appended to.
  init(codeAddress: @escaping (CodeImage) -> Int, _ set: InstructionSet?, output: consuming TextBuffer) {
    self.output = output
    self.codeAddress = codeAddress
    strings = set?.file.strings ?? .text
    rules =
      set?.values
      ?? ValueRules(stringHash: .siphash13, tupleHash: .xxhash, noneHash: .constant, unicode: .max, intDigits: 4300)
    order = SetOrder(hash: PythonHash(rules))
  }

  /// A copy of what was appended.
  public var bytes: [UInt8] { output.bytes }

  /// Takes the buffer away; another one is in its place.
  mutating func taken() -> TextBuffer {
    var taken = TextBuffer(capacity: 0)
    swap(&taken, &output)
    return taken
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
    output.append(hexadecimal: UInt64(codeAddress(code)), least: 12)
    append(", file \"")
    append(raw: code.fileName)
    append("\", line ")
    append(Int64(code.firstLine == 0 ? -1 : code.firstLine))
    append(">")
  }

  @inline(__always)
  mutating func append(_ text: StaticString) { output.append(text) }
}
