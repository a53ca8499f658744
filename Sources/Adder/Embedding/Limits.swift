/// What a program may use. nil: as much as there is. `Documentation/Embedding.md` says what is promised.
public struct Limits: Sendable {
  /// Charges of the instruction budget: one for each call of a Python function, resumption of a generator and jump backwards (by its length).
  /// The same program is charged the same every time. Each call from Swift has the whole budget.
  public var instructions: Int?
  /// Seconds of wall time, greater than 0. Each call from Swift has all of them.
  public var seconds: Double?
  /// Bytes of all Python objects of the interpreter; beyond it Python gets MemoryError.
  public var memory: Int?

  public init(instructions: Int? = nil, seconds: Double? = nil, memory: Int? = nil) {
    self.instructions = instructions
    self.seconds = seconds
    self.memory = memory
  }
}

/// A limit that ended a call.
public enum Limit: Sendable, Hashable {
  case instructions
  case time
  case memory
}
