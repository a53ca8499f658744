import Bytecode

extension Constant {
  /// The frozenset of some items. Their order is that of their `repr()`, so that equal sets are equal constants.
  static func frozenset(distinct items: [Constant]) -> Constant {
    var seen = Set<Constant>()
    let distinct = items.filter { seen.insert($0).inserted }.map { (PythonRepr.string($0), $0) }
    return .frozenset(distinct.sorted { $0.0 < $1.0 }.map(\.1))
  }

  /// The constant as a code object has it: texts that look like names are interned, those in tuples and sets as well.
  var interned: Constant {
    switch self {
    case .string(let text) where !text.isInterned && text.utf8.allSatisfy(Constant.isNameByte):
      .string(Text(unchecked: text.utf8, isASCII: true, isInterned: true))
    case .tuple(let items): .tuple(items.items.map(\.interned))
    case .frozenset(let items): .frozenset(items.items.map(\.interned))
    default: self
    }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") || byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
  }
}
