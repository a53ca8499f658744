/// Why an instruction cannot be executed safely. The verifier adds the place.
public enum VerifierError: Error, Hashable, Sendable {
  case stackUnderflow(needed: Int, depth: Int)
  case stackOverflow(depth: Int, limit: Int)
  /// A stack slot, `depth` slots from the top (1 = top), holds something else than the instruction may take.
  case wrongKind(depth: Int, expected: SlotKind, found: SlotKind)
  case localOutOfRange(index: Int, count: Int)
  case constantOutOfRange(index: Int, count: Int)
  case localUnset(name: String)
  case localNotCell(name: String, found: SlotKind)
  case notNames(count: NamesCount, found: String)
  case freeVariableCount(given: Int, expected: Int)
  case notGenerator(String)
  /// No marker of a finally block is on top.
  case notMarker(found: SlotKind)
  /// A rule that has no case of its own, in words.
  case other(String)
}

/// How many names a constant tuple of names must have.
public enum NamesCount: Hashable, Sendable {
  case any
  case exactly(Int)
  case atMost(Int)
}

extension VerifierError: CustomStringConvertible {
  /// What is wrong, in one line.
  public var description: String {
    switch self {
    case .stackUnderflow(let needed, let depth):
      "stack underflow: takes \(needed), the stack has \(depth)"
    case .stackOverflow(let depth, let limit):
      "stack overflow: depth \(depth) exceeds the declared stack size \(limit)"
    case .wrongKind(let depth, let expected, let found):
      "stack slot \(depth) from the top must be \(expected), but may be \(found)"
    case .localOutOfRange(let index, let count):
      "local variable \(index) out of range (there are \(count))"
    case .constantOutOfRange(let index, let count):
      "constant \(index) out of range (there are \(count))"
    case .localUnset(let name):
      "local variable '\(name)' may be unset"
    case .localNotCell(let name, let found):
      "variable '\(name)' must be a cell, but may be \(found)"
    case .notNames(let count, let found):
      switch count {
      case .any: "expected a tuple of names, found \(found)"
      case .exactly(let count): "expected a tuple of \(count), found \(found)"
      case .atMost(let count): "expected a tuple of at most \(count) names, found \(found)"
      }
    case .freeVariableCount(let given, let expected):
      "copies \(given) free variables, but the code object has \(expected)"
    case .notMarker(let found):
      "expected what a finally block starts with, found \(found)"
    case .notGenerator(let text), .other(let text):
      text
    }
  }
}
