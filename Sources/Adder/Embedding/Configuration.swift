import Bytecode

/// How an interpreter is made.
public struct Configuration: Sendable {
  /// The Python version whose builtins, modules and messages programs get. Their bytecode may be of any version that Adder runs.
  public var version: PythonVersion
  public var limits = Limits()
  /// What of the machine programs may use.
  public var permissions = Permissions.all
  /// `sys.argv`.
  public var arguments: [String] = []
  /// Directories in which imports look for compiled modules (`sys.path`). Empty: only native modules are found.
  public var searchPath: [String] = []
  /// What becomes of the program's standard output and standard error.
  public var standardOutput = Output.inherited
  public var standardError = Output.inherited

  /// Where text that a program writes goes.
  public enum Output: Sendable {
    /// To the stream of the process.
    case inherited
    /// Nowhere.
    case discarded
    /// To a function, as it is written: not line by line.
    case handler(@Sendable (String) -> Void)
  }

  /// - Parameter version: nil for the newest version that Adder runs.
  public init(version: PythonVersion? = nil) {
    self.version = version ?? InstructionSet.newestVersion
  }
}
