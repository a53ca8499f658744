extension InstructionSet {
  /// The items of a set into which `items` were inserted in that order, each once, in the order in which this version's sets iterate
  /// under PYTHONHASHSEED=0.
  public func orderOfSet(_ items: [Constant]) -> [Constant] {
    SetOrder(hash: PythonHash(values)).iterationOrder(of: items)
  }

  /// The items, each once, in the order in which they first occur.
  public func uniqueInOrder(_ items: [Constant]) -> [Constant] {
    var seen = Set<Constant>()
    return items.filter { seen.insert($0).inserted }
  }
}
