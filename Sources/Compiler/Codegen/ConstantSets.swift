import Bytecode

extension Constant {
  /// The frozenset of some items. Their order is that of their `repr()`, so that equal sets are equal constants.
  static func frozenset(distinct items: [Constant]) -> Constant {
    var seen = Set<Constant>()
    let distinct = items.filter { seen.insert($0).inserted }.map { (PythonRepr.string($0), $0) }
    return .frozenset(distinct.sorted { $0.0 < $1.0 }.map(\.1))
  }
}
