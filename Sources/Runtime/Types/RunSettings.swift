/// What a command line and the environment say of a run, as far as the program can see it: module `sys` shows it.
public struct RunSettings: Sendable {
  /// `sys.flags`, under CPython's names.
  public struct Flags: Sendable {
    public var debug = 0
    public var inspect = 0
    public var interactive = 0
    public var dontWriteBytecode = 0
    public var noUserSite = 0
    public var noSite = 0
    public var ignoreEnvironment = 0
    public var verbose = 0
    public var bytesWarning = 0
    public var quiet = 0
    public var hashRandomization = 1
    public var isolated = 0
    public var utf8Mode = 0
    public var devMode = false
    public var warnDefaultEncoding = 0
    public var safePath = false
  }

  /// When compiled files with the hash of their source are compared with it (`--check-hash-based-pycs`).
  public enum HashChecks: String, Sendable {
    /// If they ask for it themselves.
    case standard = "default"
    case always
    case never
  }

  public var flags = Flags()
  /// `sys.orig_argv`; nil: as `sys.argv`.
  public var originalArguments: [String]?
  /// `sys.executable`
  public var executable = ""
  /// `sys.prefix`
  public var prefix = ""
  /// The folder of CPython's library in which imports look (`sys._stdlib_dir`).
  public var standardLibrary: String?
  /// `sys.base_prefix` where that is not `sys.prefix`: in a virtual environment.
  public var basePrefix: String?
  /// `sys.warnoptions`
  public var warningOptions: [String] = []
  /// `sys._xoptions`: names and values, nil for those without.
  public var extraOptions: [(name: String, value: String?)] = []
  /// `sys.pycache_prefix`
  public var cachePrefix: String?
  /// Whether the code of imported sources is kept in files: what `sys.dont_write_bytecode` says at first.
  public var writesBytecode = false
  public var hashChecks = HashChecks.standard
  /// How many digits conversions between int and str have at most, 0 for any number; nil for the usual limit.
  public var maxStrDigits: Int?
  /// What is written to standard output and standard error goes out at once.
  public var isUnbuffered = false
  /// Encoding and error handler of the standard streams; nil or empty for the usual ones.
  public var streamEncoding: String?
  public var streamErrors: String?

  /// When reports of exceptions, and the prompt, are coloured.
  public enum Colours: Sendable { case never, onTerminals, always }

  public var colours = Colours.never

  public init() {}
}
