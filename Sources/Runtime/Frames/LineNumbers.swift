import Bytecode

extension Thread {
  /// The line of a code unit, 0 if it has none.
  public func lineNumber(_ code: Ref<CodeObject>, _ unit: Int) -> Int {
    0
  }
}
