/// A Python value as a Swift value: a copy of builtin values, a reference to all others.
public enum PythonValue: Sendable, Equatable {
  case none
  case bool(Bool)
  case int(Int)
  /// An int that does not fit an Int, as Python's `hex()` writes it: `-0x1ffffffffffffffff`.
  case largeInt(String)
  case float(Double)
  case complex(real: Double, imaginary: Double)
  case string(String)
  case bytes([UInt8])
  case list([PythonValue])
  case tuple([PythonValue])
  /// In the order of the dict.
  case dict([Item])
  /// In the order of iteration; frozensets too.
  case set([PythonValue])
  /// Anything else.
  case object(PythonObject)

  public struct Item: Sendable, Equatable {
    public var key: PythonValue
    public var value: PythonValue

    public init(_ key: PythonValue, _ value: PythonValue) {
      self.key = key
      self.value = value
    }
  }

  /// How deep containers may be nested in a conversion.
  public static let deepest = 100
}

extension PythonValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  public init(nilLiteral: ()) { self = .none }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(integerLiteral value: Int) { self = .int(value) }
  public init(floatLiteral value: Double) { self = .float(value) }
  public init(stringLiteral value: String) { self = .string(value) }
  /// A list.
  public init(arrayLiteral elements: PythonValue...) { self = .list(elements) }
  public init(dictionaryLiteral elements: (PythonValue, PythonValue)...) { self = .dict(elements.map { Item($0.0, $0.1) }) }
}

extension PythonValue {
  public var int: Int? { if case .int(let value) = self { value } else { nil } }
  public var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
  public var string: String? { if case .string(let value) = self { value } else { nil } }
  public var bytes: [UInt8]? { if case .bytes(let value) = self { value } else { nil } }
  public var object: PythonObject? { if case .object(let value) = self { value } else { nil } }

  /// The number of a float, int or bool.
  public var double: Double? {
    switch self {
    case .float(let value): value
    case .int(let value): Double(value)
    case .bool(let value): value ? 1 : 0
    default: nil
    }
  }

  /// The items of a list, tuple or set.
  public var items: [PythonValue]? {
    switch self {
    case .list(let items), .tuple(let items), .set(let items): items
    default: nil
    }
  }

  /// The value of a str key of a dict; nil if it has none, or if this is no dict.
  public subscript(key: String) -> PythonValue? {
    guard case .dict(let items) = self else { return nil }
    return items.first { $0.key == .string(key) }?.value
  }
}
