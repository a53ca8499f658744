import Adder
import Bytecode
import Runtime

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The command line of `adder run`, and CPython's under names such as `python3`. Read by hand: everything behind the program is its own.
struct RunArguments {
  enum Program {
    /// A source, a .pyc file, a directory, a ZIP file; `-` for standard input.
    case file(String)
    /// Behind `-c`.
    case text(String)
    /// Behind `-m`.
    case module(String)
    /// None is named: standard input, or a prompt where that is a terminal.
    case none
  }

  /// What is asked for in place of a run.
  enum Request {
    case help, environmentHelp, extraHelp, version, longVersion
  }

  var options = RunOptions(version: InstructionSet.newestVersion)
  var program = Program.none
  /// Bytecode has its own.
  var sourceVersion: PythonVersion
  /// The library of CPython that is used, if it was named.
  var library: String?
  /// Where `--coverage` writes.
  var coverage: String?
  var request: Request?
  /// The first line of the program is skipped (`-x`).
  var skipsFirstLine = false
  /// The name by which the command was called, if that is `python` or begins so.
  let pythonName: String?

  /// What messages call the program.
  var name: String {
    switch program {
    case .file(let file): file
    case .text: "-c"
    case .module(let name): name
    case .none: "-"
    }
  }

  /// Reads what stands behind `adder run`, or behind the name `python`. Throws a one-line message.
  init(_ arguments: [String], pythonName: String? = nil) throws(UsageError) {
    self.pythonName = pythonName
    sourceVersion = RunArguments.version(of: pythonName)
    var index = 0
    while index < arguments.count, program.isNone, arguments[index].hasPrefix("-"), arguments[index] != "-" {
      let argument = arguments[index]
      index += 1
      if argument == "--" { break }
      if argument.hasPrefix("--") { try applyLong(argument, arguments, &index) } else { try applyShort(argument, arguments, &index) }
    }
    if request != nil { return }
    if program.isNone, index < arguments.count {
      program = .file(arguments[index])
      options.arguments = Array(arguments[index...])
    } else {
      options.arguments = [program.argument] + arguments[index...]
    }
    if program.isNone, pythonName == nil, options.settings.flags.inspect == 0, isatty(STDIN_FILENO) != 1 {
      throw UsageError("no file given (adder run --help shows the options)")
    }
  }

  /// The version that a name such as `python3.13` asks for, else that of the virtual environment that the command belongs to, else the newest.
  private static func version(of name: String?) -> PythonVersion {
    var asked = name.flatMap { PythonVersion($0.dropFirst("python".count)) }
    if name != nil, asked == nil {
      asked = VirtualEnvironment(of: Executable.path(name, InstructionSet.newestVersion, getenv("PATH").map { String(cString: $0) }))?.version
    }
    if let asked, Session.sourceVersions.contains(asked) { return asked }
    return Session.sourceVersions.last ?? InstructionSet.newestVersion
  }

  // MARK: Long options

  private static let withValue: Set<String> = [
    "--version", "--max-output", "--max-instructions", "--max-time", "--max-memory", "--gc-stress", "--engine", "--coverage", "--language-level",
    "--check-hash-based-pycs", "--library",
  ]

  private mutating func applyLong(_ argument: String, _ arguments: [String], _ index: inout Int) throws(UsageError) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    if parts.count > 1 { return try apply(name, String(parts[1])) }
    if name == "--version", pythonName != nil {
      request = .version
      return
    }
    guard RunArguments.withValue.contains(name) else { return try apply(name) }
    guard index < arguments.count else { throw UsageError("\(name) needs a value") }
    index += 1
    try apply(name, arguments[index - 1])
  }

  private mutating func apply(_ name: String, _ value: String) throws(UsageError) {
    switch name {
    case "--version":
      guard let version = PythonVersion(value), Session.sourceVersions.contains(version) else {
        throw UsageError("--version: '\(value)' is not one of \(Session.sourceVersions.map(\.description).joined(separator: ", "))")
      }
      sourceVersion = version
    case "--max-instructions": options.maxInstructions = try RunArguments.count(name, value)
    case "--gc-stress":
      let numbers = value.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      options.collectEvery = try RunArguments.count(name, String(numbers[numbers.count - 1]))
      options.collectAtFirst = numbers.count > 1 ? try RunArguments.count(name, String(numbers[0])) : 0
    case "--engine":
      guard value == "reference" || value == "register" else { throw UsageError("--engine: '\(value)' is not reference or register") }
      options.usesRegisterForm = value == "register"
    case "--language-level":
      guard let version = PythonVersion(value), LanguageLevel(major: Int(version.major), minor: Int(version.minor)) != nil else {
        let known = LanguageLevel.all.map { "\($0.major).\($0.minor)" }.joined(separator: ", ")
        throw UsageError("--language-level: '\(value)' is not one of \(known)")
      }
      options.languageLevel = version
    case "--library": library = value
    case "--coverage":
      coverage = value
      options.recordsForms = true
    case "--max-memory": options.maxMemory = try RunArguments.size(name, value)
    case "--max-output": options.maxOutput = try RunArguments.size(name, value)
    case "--max-time":
      guard let seconds = Double(value), seconds > 0, seconds < 1e9 else {
        throw UsageError("\(name): '\(value)' is not a number of seconds")
      }
      options.maxSeconds = seconds
    case "--check-hash-based-pycs":
      guard let checks = RunSettings.HashChecks(rawValue: value) else { throw UsageError("\(name) must be one of 'default', 'always', or 'never'") }
      options.settings.hashChecks = checks
    default: throw unknown(name)
    }
  }

  private mutating func apply(_ name: String) throws(UsageError) {
    switch name {
    case "--no-files": options.permissions.remove(.files)
    case "--no-environment": options.permissions.remove(.environment)
    case "--no-processes": options.permissions.remove(.processes)
    case "--no-network": options.permissions.remove(.network)
    case "--check-stack": options.checksStack = true
    case "--trace": options.traces = true
    case "--stats": options.collectsStatistics = true
    case "--help": request = .help
    case "--help-env": request = .environmentHelp
    case "--help-xoptions": request = .extraHelp
    case "--help-all": request = .help
    default: throw unknown(name)
    }
  }

  private func unknown(_ name: String) -> UsageError {
    if pythonName == nil { return UsageError("unknown option '\(name)' (adder run --help shows them)") }
    return UsageError(name.hasPrefix("--") ? "unknown option \(name)" : "Unknown option: \(name)")
  }

  private static func count(_ name: String, _ value: String) throws(UsageError) -> Int {
    guard let count = Int(value), count > 0 else { throw UsageError("\(name): '\(value)' is not a positive number") }
    return count
  }

  /// A number of bytes: digits and at most one of K, M, G.
  private static func size(_ name: String, _ value: String) throws(UsageError) -> Int {
    let shift = ["K": 10, "M": 20, "G": 30][value.suffix(1).uppercased()] ?? 0
    let digits = shift == 0 ? value : String(value.dropLast())
    guard let count = Int(digits), count > 0, count <= Int.max >> (shift + 1) else {
      throw UsageError("\(name): '\(value)' is not a size such as 512M")
    }
    return count << shift
  }

  // MARK: CPython's options of one letter

  /// Reads letters, of which several may stand together; the value of one may stand right behind it.
  private mutating func applyShort(_ argument: String, _ arguments: [String], _ index: inout Int) throws(UsageError) {
    var letters = Substring(argument.dropFirst())
    while let letter = letters.popFirst() {
      guard "cmWX".contains(letter) else {
        try apply(letter)
        continue
      }
      var value = String(letters)
      if value.isEmpty {
        guard index < arguments.count else {
          throw UsageError(pythonName == nil ? "-\(letter) needs a value" : "Argument expected for the -\(letter) option")
        }
        value = arguments[index]
        index += 1
      }
      switch letter {
      case "c": program = .text(value)
      case "m": program = .module(value)
      case "W": options.settings.warningOptions.append(value)
      default:
        let parts = value.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        options.settings.extraOptions.append((parts[0], parts.count > 1 ? parts[1] : nil))
      }
      return
    }
  }

  private mutating func apply(_ letter: Character) throws(UsageError) {
    switch letter {
    case "O": options.optimization += 1
    case "x": skipsFirstLine = true
    case "u": options.settings.isUnbuffered = true
    case "h", "?": request = .help
    case "V": request = request == .version ? .longVersion : .version
    case "R", "t": break
    default:
      guard options.settings.flags.set(letter) else { throw unknown("-\(letter)") }
    }
  }
}

extension RunArguments.Program {
  var isNone: Bool {
    if case .none = self { true } else { false }
  }

  /// The program's own name in `sys.argv` at first.
  fileprivate var argument: String {
    switch self {
    case .file(let file): file
    case .text: "-c"
    case .module: "-m"
    case .none: ""
    }
  }
}

extension RunSettings.Flags {
  /// Sets what a letter of the command line means; false if it means nothing.
  fileprivate mutating func set(_ letter: Character) -> Bool {
    switch letter {
    case "b": bytesWarning += 1
    case "B": dontWriteBytecode += 1
    case "d": debug += 1
    case "E": ignoreEnvironment += 1
    case "i":
      inspect += 1
      interactive += 1
    case "I":
      isolated += 1
      ignoreEnvironment += 1
      noUserSite += 1
      safePath = true
    case "P": safePath = true
    case "q": quiet += 1
    case "s": noUserSite += 1
    case "S": noSite += 1
    case "v": verbose += 1
    default: return false
    }
    return true
  }
}

/// A command line that makes no sense.
struct UsageError: Error {
  let message: String
  init(_ message: String) { self.message = message }
}
