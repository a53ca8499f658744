import Bytecode

/// The branches of a code object (CPython: the iterator of branches in Python/instrumentation.c).
extension Thread {
  /// `co_branches()`: a list of (offset of the branch, where it goes on if it is not taken, where if it is), in bytes.
  public func branches(of code: Ref<CodeObject>) throws(Raised) -> Value {
    let set = code.instructionSet
    let bytes: Ref<BytesObject> = code.codeBytes.unchecked()
    let result = try list()
    var unit = 0
    var operand = 0
    while unit < code.unitCount {
      let opcode = Int(bytes.bytes[2 * unit])
      operand = operand << 8 & 0xFFFF_FFFF | Int(bytes.bytes[2 * unit + 1])
      let instruction = set[opcode]
      let next = unit + 1 + instruction.cacheUnits
      if opcode != Int(set.encoding.extendedArg) {
        if let branch = CodeBranch(instruction.name, unit, next, operand) {
          let triple = try tuple(Value(small: 2 * branch.source), Value(small: 2 * branch.notTaken), Value(small: 2 * branch.taken))
          try append(result, triple)
        }
        operand = 0
      }
      unit = next
    }
    return Value(result)
  }
}

/// Places in code units.
private struct CodeBranch {
  let source: Int
  let notTaken: Int
  let taken: Int

  /// - Parameters:
  ///   - unit: where the instruction is.
  ///   - next: where the next one is.
  init?(_ name: String, _ unit: Int, _ next: Int, _ operand: Int) {
    switch name {
    case "FOR_ITER":
      // Behind the loop come END_FOR and POP_ITER.
      (source, notTaken, taken) = (unit, next, next + operand + 2)
    case "POP_JUMP_IF_FALSE", "POP_JUMP_IF_TRUE", "POP_JUMP_IF_NONE", "POP_JUMP_IF_NOT_NONE":
      // Where the jump is not taken comes NOT_TAKEN.
      (source, notTaken, taken) = (unit, next + 1, next + operand)
    case "END_ASYNC_FOR":
      // The branch is that of END_SEND, with NOT_TAKEN behind it.
      (source, notTaken, taken) = (next - operand, next - operand + 2, next)
    default: return nil
    }
  }
}
