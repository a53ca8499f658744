import Bytecode

/// The constants of a compilation, each once, by number.
struct ConstantPool {
  private(set) var values: [Constant] = []
  private var numbers: [Constant: UInt32] = [:]
  /// Numbers + 1 by constant of the tree; 0 where none was asked for.
  private var ofTree: [UInt32] = []

  static let none: UInt32 = 0

  init() { _ = number(of: .none) }

  mutating func number(of value: Constant) -> UInt32 {
    if let number = numbers[value] { return number }
    let number = UInt32(values.count)
    values.append(value)
    // No NaN is another one.
    if case .float(let bits) = value, Double(bitPattern: bits).isNaN { return number }
    numbers[value] = number
    return number
  }

  mutating func value(of id: ConstantID, in tree: SyntaxTree) -> Constant {
    let number = number(of: id, in: tree)
    return values[Int(number)]
  }

  mutating func number(of id: ConstantID, in tree: SyntaxTree) -> UInt32 {
    let index = Int(id.raw)
    if index >= ofTree.count { ofTree += [UInt32](repeating: 0, count: max(index + 1, tree.literals.entries.count) - ofTree.count) }
    if ofTree[index] != 0 { return ofTree[index] - 1 }
    let number = number(of: tree.value(of: id))
    ofTree[index] = number + 1
    return number
  }
}
