import Adder
import Bytecode
import Runtime

/// The command line of `adder run`, read by hand: everything behind the file belongs to the program.
struct RunArguments {
  var options = RunOptions(version: InstructionSet.newest.version)
  /// The program: a file or directory, `-` for standard input; the text behind `-c`.
  var file = ""
  var isText = false
  /// Bytecode has its own.
  var sourceVersion = Session.sourceVersions.last ?? InstructionSet.newest.version
  /// Where `--coverage` writes.
  var coverage: String?
  var wantsHelp = false

  static let usage = """
    usage: adder run [option ...] FILE [ARG ...]
           adder run [option ...] -c CODE [ARG ...]

    Runs a program: source, the bytecode of a .pyc file, or the __main__ of a directory; - is source on standard input. What stands behind the
    file is the program's sys.argv.

      --version X.Y         the version of Python that source is compiled for and run in
      -O, -OO               without assertions; without docstrings too
      --max-instructions N  end after N charges of the instruction budget   (exit status 125)
      --max-time SECONDS    end after so many seconds                       (exit status 124)
      --max-memory SIZE     MemoryError beyond so many bytes; K, M, G       (uncaught: exit status 1)
      --max-output SIZE     end after so many bytes of output              (exit status 123)
      --no-files            the program opens no files
      --no-environment      the program sees no environment variables, and PYTHONPATH and PYTHONHASHSEED are not read
      --no-processes        the program starts no processes
      --no-network          the program uses no network
      --check-stack         check the stack before every instruction
      --trace               write a line for every instruction to standard error
      --stats               report instructions, pairs, allocations, collections on standard error
      --language-level X.Y  the builtins, modules and messages of another version than the bytecode's
      --engine NAME         reference (the default) or register, an experiment
      --coverage FILE       write to FILE which instructions ran with which operands, and which raised
      --gc-stress=[FIRST:]N collect garbage at every Nth allocation, with FIRST at each of the first FIRST too
      -h, --help            this text

    -B, -E, -I, -s, -S and -u are accepted as CPython's. Bad usage and unreadable or malformed files: exit status 2.

    """

  /// What messages call the program.
  var name: String { isText ? "-c" : file }

  /// Reads what stands behind `adder run`. Throws a one-line message.
  init(_ arguments: [String]) throws(UsageError) {
    var index = 0
    while index < arguments.count, arguments[index].hasPrefix("-"), arguments[index] != "-" {
      let argument = arguments[index]
      index += 1
      if argument == "--" { break }
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      var value = parts.count > 1 && argument.hasPrefix("--") ? String(parts[1]) : nil
      let name = value == nil ? argument : String(parts[0])
      if name == "-c" {
        guard index < arguments.count else { throw UsageError("-c needs a value") }
        isText = true
        file = arguments[index]
        options.arguments = ["-c"] + arguments[(index + 1)...]
        return
      }
      if RunArguments.takesValue(name), value == nil {
        guard index < arguments.count else { throw UsageError("\(name) needs a value") }
        value = arguments[index]
        index += 1
      }
      try apply(name, value)
    }
    if wantsHelp { return }
    guard index < arguments.count else { throw UsageError("no file given (adder run --help shows the options)") }
    file = arguments[index]
    options.arguments = Array(arguments[index...])
  }

  private static func takesValue(_ name: String) -> Bool {
    ["--version", "--max-output", "--max-instructions", "--max-time", "--max-memory", "--gc-stress", "--engine", "--coverage", "--language-level"].contains(name)
  }

  private mutating func apply(_ name: String, _ value: String?) throws(UsageError) {
    if let value {
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
      default: throw UsageError("unknown option '\(name)' (adder run --help shows them)")
      }
      return
    }
    switch name {
    case "--no-files": options.permissions.remove(.files)
    case "--no-environment": options.permissions.remove(.environment)
    case "--no-processes": options.permissions.remove(.processes)
    case "--no-network": options.permissions.remove(.network)
    case "--check-stack": options.checksStack = true
    case "--trace": options.traces = true
    case "--stats": options.collectsStatistics = true
    case "-O": options.optimization = max(options.optimization, 1)
    case "-OO": options.optimization = 2
    case "-h", "--help": wantsHelp = true
    default:
      // CPython's flags about the environment, the site module and .pyc files change nothing here.
      guard !name.hasPrefix("--"), name.dropFirst().allSatisfy({ "BEIsSu".contains($0) }) else {
        throw UsageError("unknown option '\(name)' (adder run --help shows them)")
      }
    }
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
}

/// A command line that makes no sense.
struct UsageError: Error {
  let message: String
  init(_ message: String) { self.message = message }
}
