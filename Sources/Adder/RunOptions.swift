import Bytecode
import Runtime

/// How a program is run.
public struct RunOptions: Sendable {
  /// The Python version of the program: decides which cached files its imports find.
  public var version: PythonVersion
  /// The version whose builtins, modules and messages the program gets; nil for `version`.
  public var languageLevel: PythonVersion?
  /// What is left out of the code of sources: nothing, assertions (1), docstrings too (2).
  public var optimization = 0
  /// Code objects have no columns, so that tracebacks mark nothing in their lines (`-X no_debug_ranges`).
  public var hidesColumns = false
  /// `sys.argv`: the program's name and its arguments.
  public var arguments: [String] = []
  /// Directories in which imports look for modules, first to last (`sys.path`).
  public var searchPath: [String] = []
  /// What else the program is told of its run.
  public var settings = RunSettings()
  /// Keys for the hashes of str and bytes; (0, 0) gives CPython's under PYTHONHASHSEED=0.
  public var hashKeys: (UInt64, UInt64) = (0, 0)
  /// The program ends after so many charges of the instruction budget (one for each call, resumption and loop, by the length of the jump).
  public var maxInstructions: Int?
  /// The program ends after so many seconds.
  public var maxSeconds: Double?
  /// Bytes of Python objects at most; beyond it, MemoryError.
  public var maxMemory: Int?
  /// Bytes that the program writes at most, to files and streams together.
  public var maxOutput: Int?
  /// What of the machine the program may use.
  public var permissions = Permissions.all
  /// Collect garbage at every so-manieth allocation, and overwrite what it frees; 0 = only when it is due.
  public var collectEvery = 0
  /// Before that, collect at each of so many allocations.
  public var collectAtFirst = 0
  /// Check the stack's depth before every instruction.
  public var checksStack = false
  /// Runs code in register form where that is possible: an experiment that shares pictures and kernels with the reference engine.
  public var usesRegisterForm = false
  /// Write a line for every instruction to standard error.
  public var traces = false
  /// Count instructions and pairs of them, allocations and collections.
  public var collectsStatistics = false
  /// Remember which instructions ran with which operands.
  public var recordsForms = false

  public init(version: PythonVersion) { self.version = version }
}

/// How a program ended.
public enum RunOutcome: Sendable, Equatable {
  /// With an exit status: 0, the one that SystemExit carries, or 1 after an uncaught exception.
  case finished(status: Int32)
  /// By a KeyboardInterrupt that it did not catch.
  case interrupted(status: Int32)
  /// Its code is malformed and was not run.
  case refused(reason: String)
  /// It reached a limit.
  case instructionLimit
  case timeLimit
  case outputLimit
}
