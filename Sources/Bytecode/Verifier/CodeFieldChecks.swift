/// The checks of a code object's fields that do not look at instructions.
enum CodeFieldChecks {
  /// The runtime keeps depths in 16 bits.
  static let maximumStackSize = Int(Int16.max) - 1
  /// CPython refuses longer code too (its offsets are 32-bit ints of bytes); locals are bounded by memory only.
  static let maximumUnits = 1 << 28

  static func findings(in image: CodeImage) -> [Finding] {
    parameterProblems(image) + variableProblems(image) + flagProblems(image) + sizeProblems(image)
  }

  private static func sizeProblems(_ image: CodeImage) -> [Finding] {
    var problems: [Finding] = []
    if !(0...maximumStackSize).contains(image.stackSize) {
      problems.append(Finding("stack size \(image.stackSize) out of range (0 to \(maximumStackSize))"))
    }
    if image.code.isEmpty { problems.append(Finding("no code")) }
    if image.code.count > 2 * maximumUnits { problems.append(Finding("code longer than \(maximumUnits) code units")) }
    if image.code.count % 2 != 0 { problems.append(Finding("the code's length \(image.code.count) is odd")) }
    return problems
  }

  private static func parameterProblems(_ image: CodeImage) -> [Finding] {
    var problems: [Finding] = []
    func requireCount(_ what: StaticString, _ count: Int) {
      if count < 0 { problems.append(Finding("\(what) \(count) is negative")) }
    }
    requireCount("argument count", image.argumentCount)
    requireCount("positional-only count", image.positionalOnlyCount)
    requireCount("keyword-only count", image.keywordOnlyCount)
    guard problems.isEmpty else { return problems }
    if image.positionalOnlyCount > image.argumentCount {
      problems.append(
        Finding("positional-only count \(image.positionalOnlyCount) exceeds argument count \(image.argumentCount)"))
    }
    let locals = image.localsPlusKinds.firstIndex { !$0.contains(.local) } ?? image.localsPlusKinds.count
    if image.parameterCount > locals {
      problems.append(Finding("\(image.parameterCount) parameters, but only \(locals) local variables"))
    }
    return problems
  }

  /// Locals come first, then cells, then free variables.
  private static func variableProblems(_ image: CodeImage) -> [Finding] {
    if let stored = image.storedLocalCount {
      return [Finding("the number of local variables is \(stored), but there are names of \(image.localCount)")]
    }
    var rank = 0
    for (index, kind) in image.localsPlusKinds.enumerated() {
      func finding(_ problem: String) -> [Finding] {
        [Finding("variable '\(image.localsPlusNames[index].escaped)' is \(problem)")]
      }
      let next = kind.contains(.local) ? 0 : kind.contains(.cell) ? 1 : kind.contains(.free) ? 2 : -1
      guard next >= 0 else { return finding("neither local, cell nor free") }
      guard !kind.contains(.free) || next == 2 else { return finding("free and something else") }
      guard next >= rank else { return finding("out of order (locals, cells, free variables)") }
      rank = next
    }
    return []
  }

  private static func flagProblems(_ image: CodeImage) -> [Finding] {
    if image.flags.intersection(.anyGenerator).rawValue.nonzeroBitCount > 1 {
      return [Finding("flags say more than one of generator, coroutine and asynchronous generator")]
    }
    if image.flags.contains(.iterableCoroutine) && !image.flags.contains(.generator) {
      return [Finding("flags say iterable coroutine, but not generator")]
    }
    return []
  }
}
