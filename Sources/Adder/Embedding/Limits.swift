import Runtime

/// What a program may use. nil: as much as there is. `Documentation/Embedding.md` says what is promised.
public struct Limits: Sendable {
  /// Charges of the instruction budget: one for each call of a Python function, resumption of a generator and jump backwards (by its length).
  /// The same program is charged the same every time. Each call from Swift has the whole budget.
  public var instructions: Int?
  /// Seconds of wall time, greater than 0. Each call from Swift has all of them.
  public var seconds: Double?
  /// Bytes of all Python objects of the interpreter; beyond it Python gets MemoryError.
  public var memory: Int?
  /// Bytes that all programs of the interpreter write, to files and streams together.
  public var output: Int?

  public init(instructions: Int? = nil, seconds: Double? = nil, memory: Int? = nil, output: Int? = nil) {
    self.instructions = instructions
    self.seconds = seconds
    self.memory = memory
    self.output = output
  }
}

/// A limit that ended a call.
public enum Limit: Sendable, Hashable {
  case instructions
  case time
  case memory
  case output
}

/// What of the machine a program may use.
public struct Permissions: OptionSet, Sendable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }
  /// Open files. Without it `open` raises PermissionError, and imports look only in the directories of the search path that was given.
  public static let files = Permissions(rawValue: 1)
  /// See environment variables.
  public static let environment = Permissions(rawValue: 2)
  /// Start processes.
  public static let processes = Permissions(rawValue: 4)
  /// Use the network.
  public static let network = Permissions(rawValue: 8)
  public static let all: Permissions = [.files, .environment, .processes, .network]

  /// No module of Adder uses the network as yet, so there is nothing to deny of that.
  func apply(to interpreter: Runtime.Interpreter, _ box: InterpreterBox) {
    if !contains(.files) { box.files = [] }
    box.startsProcesses = contains(.processes)
    interpreter.hidesEnvironment = !contains(.environment)
  }
}
