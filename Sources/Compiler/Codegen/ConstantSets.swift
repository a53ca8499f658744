import Bytecode

extension Constant {
  /// The frozenset of some items. Equal sets are equal constants, whatever the order of their items in the source: it is the one in which marshal
  /// writes them, so that a program does the same whether it is compiled or read (CPython's sets may differ then). Without such an order, which there is
  /// since bpo-37596, it is that of their `repr()`.
  static func frozenset(distinct items: [Constant], _ features: CompilerFeatures) -> Constant {
    var seen = Set<Constant>()
    let distinct = items.filter { seen.insert($0).inserted }
    guard features.has(.sortedSets) else { return .frozenset(distinct.map { (PythonRepr.string($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)) }
    let isShared = features.has(.sharedConstants)
    let keyed = distinct.map { ($0.interned.marshalOrderKey(isShared: isShared), $0) }
    return .frozenset(keyed.sorted { $0.0.lexicographicallyPrecedes($1.0) }.map(\.1))
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
