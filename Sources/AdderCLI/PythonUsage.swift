import Bytecode
import Runtime

/// What the command says of itself.
enum PythonUsage {
  /// `3.13.0`
  static func shortVersion(_ version: PythonVersion) -> String {
    let level = LanguageLevel(major: Int(version.major), minor: Int(version.minor))
    return "\(version).\(level?.micro ?? 0)"
  }

  /// What `sys.version` says.
  static func fullVersion(_ version: PythonVersion) -> String { shortVersion(version) + " (Adder)" }

  /// Says what is wrong with a command line.
  static func complain(_ message: String, _ pythonName: String?) {
    guard pythonName != nil else { return AdderCLI.complain("run: \(message)") }
    writeToStandardError("\(message)\n\(line)\nTry `python -h' for more information.\n")
  }

  /// Answers what is asked for in place of a run; returns the exit status.
  static func answer(_ request: RunArguments.Request, _ command: RunArguments) -> Int32 {
    let text =
      switch request {
      case .version: "Python \(shortVersion(command.sourceVersion))\n"
      case .longVersion: "Python \(fullVersion(command.sourceVersion))\n"
      case .help: (command.pythonName == nil ? adderLines : line + "\n") + "\n" + options + (command.pythonName == nil ? version : "") + limits
      case .environmentHelp: variables
      case .extraHelp: extras
      }
    writeToStandardOutput(Array(text.utf8))
    return 0
  }

  private static var line: String { "usage: \(CommandLine.arguments[0]) [option] ... [-c cmd | -m mod | file | -] [arg] ..." }

  private static let adderLines = """
    usage: adder run [option ...] FILE [ARG ...]
           adder run [option ...] -c CODE [ARG ...]
           adder run [option ...] -m MODULE [ARG ...]

    Runs a program: source, the bytecode of a .pyc file, a module, or the __main__ of a directory or ZIP file; - is source on standard
    input. What stands behind the program is its sys.argv.

    """

  private static let options = """
      -c CODE               the program is this text
      -m MODULE             the program is a module, or the __main__ of a package
      -b, -bb               warn of mixing bytes and str, or raise (only sys.flags and a filter as yet)
      -B                    keep no bytecode of imported sources
      -d, -v                only seen in sys.flags
      -E                    read no PYTHON* variables
      -h, --help            this text; --help-env and --help-xoptions have more
      -i                    a prompt when the program has ended
      -I                    isolated: -E, -P and -s
      -O, -OO               without assertions; without docstrings too
      -P                    the program's folder is not in sys.path
      -q                    no greeting at the prompt
      -s, -S                without the user's packages; without any installed packages
      -u                    what is written goes out at once
      -V, -VV               the version; --version under the name python
      -W FILTER             what becomes of warnings
      -x                    skip the first line of the program
      -X NAME[=VALUE]       sys._xoptions
      --check-hash-based-pycs default|always|never

    """

  private static let version = """
      --version X.Y         the version of Python that source is compiled for and run in

    """

  private static let limits = """
      --library FOLDER      the library of CPython to use: a folder with os.py, or a prefix with lib/pythonX.Y
      --max-instructions N  end after N charges of the instruction budget   (exit status 125)
      --max-time SECONDS    end after so many seconds                       (exit status 124)
      --max-memory SIZE     MemoryError beyond so many bytes; K, M, G       (uncaught: exit status 1)
      --max-output SIZE     end after so many bytes of output              (exit status 123)
      --no-files            the program opens no files
      --no-environment      the program sees no environment variables, and no PYTHON* variables are read
      --no-processes        the program starts no processes
      --no-network          the program uses no network
      --check-stack         check the stack before every instruction
      --trace               write a line for every instruction to standard error
      --stats               report instructions, pairs, allocations, collections on standard error
      --language-level X.Y  the builtins, modules and messages of another version than the bytecode's
      --engine NAME         reference (the default) or register, an experiment
      --coverage FILE       write to FILE which instructions ran with which operands, and which raised
      --gc-stress=[FIRST:]N collect garbage at every Nth allocation, with FIRST at each of the first FIRST too

    Bad usage and unreadable or malformed files: exit status 2.

    """

  private static let variables = """
    PYTHONPATH               folders and ZIP files with modules, : between them
    PYTHONHOME               the prefix of the CPython whose library is used
    ADDER_LIBRARY            as --library
    PYTHONUSERBASE           where the user's own packages are, in place of ~/.local
    PYTHONHASHSEED           random, or a number
    PYTHONSTARTUP            a source that is run before the first prompt
    PYTHON_HISTORY           the file of what was typed at prompts
    PYTHON_COLORS            1 or 0: with or without colours
    PYTHONIOENCODING         ENCODING[:ERRORS] of the standard streams
    PYTHONPYCACHEPREFIX      a folder for the bytecode of imported sources
    PYTHONINTMAXSTRDIGITS    as -X int_max_str_digits
    PYTHONWARNINGS           filters with commas between them, as -W
    PYTHONUTF8               1 or 0, as -X utf8
    PYTHONDEVMODE            as -X dev
    PYTHONDEBUG, PYTHONDONTWRITEBYTECODE, PYTHONINSPECT, PYTHONNOUSERSITE, PYTHONOPTIMIZE, PYTHONSAFEPATH, PYTHONUNBUFFERED,
    PYTHONVERBOSE            as -d, -B, -i, -s, -O, -P, -u, -v

    """

  private static let extras = """
    -X dev                   show all warnings (sys.flags.dev_mode)
    -X int_max_str_digits=N  how many digits conversions between int and str have, 0 for any number
    -X pycache_prefix=PATH   a folder for the bytecode of imported sources
    -X utf8[=0|1]            UTF-8 mode: bytes that are no text pass through the standard streams
    -X warn_default_encoding seen in sys.flags

    Others are only put into sys._xoptions.

    """
}
