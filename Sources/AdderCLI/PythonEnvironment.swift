import Adder
import Bytecode
import Runtime

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The environment variables that CPython reads, as far as `-E` and `--no-environment` let them be read.
struct PythonEnvironment {
  private let isRead: Bool
  /// Whether variables that are not Python's are read.
  private let isOpen: Bool

  init(_ command: RunArguments) {
    isOpen = command.options.permissions.contains(.environment)
    isRead = isOpen && command.options.settings.flags.ignoreEnvironment == 0
  }

  /// The value of a variable; nil if there is none. An empty one is none.
  subscript(_ name: String) -> String? { isRead ? general(name) : nil }

  /// The same of a variable that `-E` leaves alone.
  func general(_ name: String) -> String? {
    guard isOpen, let value = getenv(name), value[0] != 0 else { return nil }
    return String(cString: value)
  }

  /// The virtual environment that the command belongs to, or the active one, if it is for a version.
  func virtualEnvironment(_ executable: String, _ version: PythonVersion) -> VirtualEnvironment? {
    if let own = VirtualEnvironment(of: executable), own.fits(version) { return own }
    guard let active = general("VIRTUAL_ENV").flatMap({ VirtualEnvironment(at: $0) }), active.fits(version) else { return nil }
    return active
  }

  /// The value of a variable that is a number; whatever is no number, or negative, is 1.
  private func level(_ name: String) -> Int {
    guard let value = self[name] else { return 0 }
    return Int(value).flatMap { $0 < 0 ? nil : min($0, Int(Int32.max)) } ?? 1
  }

  /// Adds to what the command line says. Throws a one-line message.
  func complete(_ command: inout RunArguments) throws(UsageError) {
    var settings = command.options.settings
    addFlags(&settings, &command.options.optimization)
    try addExtras(&settings)
    settings.warningOptions = warningOptions(settings)
    settings.colours = colours
    settings.writesBytecode = settings.flags.dontWriteBytecode == 0 && command.options.permissions.contains(.files)
    settings.cachePrefix = settings.extra("pycache_prefix") ?? self["PYTHONPYCACHEPREFIX"]
    let streams = (self["PYTHONIOENCODING"] ?? "").split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    settings.streamEncoding = streams.first
    settings.streamErrors = streams.count > 1 ? streams[1] : nil
    guard let keys = HashSeed.keys(self["PYTHONHASHSEED"]) else {
      throw UsageError("PYTHONHASHSEED must be \"random\" or an integer in range [0; 4294967295]")
    }
    command.options.hashKeys = keys
    if keys == (0, 0) { settings.flags.hashRandomization = 0 }
    command.options.settings = settings
  }

  private var colours: RunSettings.Colours {
    switch self["PYTHON_COLORS"] {
    case "0": return .never
    case "1": return .always
    default: break
    }
    if self["NO_COLOR"] != nil { return .never }
    if self["FORCE_COLOR"] != nil { return .always }
    return self["TERM"] == "dumb" ? .never : .onTerminals
  }

  private func addFlags(_ settings: inout RunSettings, _ optimization: inout Int) {
    settings.flags.debug = max(settings.flags.debug, level("PYTHONDEBUG"))
    settings.flags.inspect = max(settings.flags.inspect, self["PYTHONINSPECT"] == nil ? 0 : 1)
    settings.flags.verbose = max(settings.flags.verbose, level("PYTHONVERBOSE"))
    settings.flags.dontWriteBytecode = max(settings.flags.dontWriteBytecode, level("PYTHONDONTWRITEBYTECODE"))
    settings.flags.noUserSite = max(settings.flags.noUserSite, level("PYTHONNOUSERSITE"))
    if self["PYTHONSAFEPATH"] != nil { settings.flags.safePath = true }
    if self["PYTHONUNBUFFERED"] != nil { settings.isUnbuffered = true }
    optimization = max(optimization, level("PYTHONOPTIMIZE"))
  }

  /// What `-X` and variables beside it say.
  private func addExtras(_ settings: inout RunSettings) throws(UsageError) {
    if settings.hasExtra("dev") || self["PYTHONDEVMODE"] != nil { settings.flags.devMode = true }
    if settings.hasExtra("warn_default_encoding") || self["PYTHONWARNDEFAULTENCODING"] != nil { settings.flags.warnDefaultEncoding = 1 }
    if settings.hasExtra("utf8") {
      settings.flags.utf8Mode = try PythonEnvironment.flag("-X utf8", settings.extra("utf8"))
    } else if let value = self["PYTHONUTF8"] {
      settings.flags.utf8Mode = try PythonEnvironment.flag("PYTHONUTF8", value)
    }
    if settings.hasExtra("int_max_str_digits") {
      settings.maxStrDigits = try PythonEnvironment.digits("-X int_max_str_digits", settings.extra("int_max_str_digits") ?? "")
    } else if let value = self["PYTHONINTMAXSTRDIGITS"] {
      settings.maxStrDigits = try PythonEnvironment.digits("PYTHONINTMAXSTRDIGITS", value)
    }
  }

  private static func flag(_ name: String, _ value: String?) throws(UsageError) -> Int {
    switch value {
    case nil, "1": return 1
    case "0": return 0
    default: throw UsageError("\(name): '\(value ?? "")' is not 0 or 1")
    }
  }

  /// The lowest limit that may be set, beside 0.
  private static let fewestDigits = 640

  private static func digits(_ name: String, _ value: String) throws(UsageError) -> Int {
    guard let count = Int(value), count == 0 || (fewestDigits...Int(Int32.max)).contains(count) else {
      throw UsageError("\(name): invalid limit; must be >= \(fewestDigits) or 0 for unlimited")
    }
    return count
  }

  /// Filters of warnings, those that come later first.
  private func warningOptions(_ settings: RunSettings) -> [String] {
    var options: [String] = settings.flags.devMode ? ["default"] : []
    options += (self["PYTHONWARNINGS"] ?? "").split(separator: ",").map(String.init)
    options += settings.warningOptions
    if settings.flags.bytesWarning > 0 { options.append(settings.flags.bytesWarning > 1 ? "error::BytesWarning" : "default::BytesWarning") }
    return options
  }
}

extension RunSettings {
  fileprivate func hasExtra(_ name: String) -> Bool { extraOptions.contains { $0.name == name } }

  /// The value of the last `-X` of a name.
  fileprivate func extra(_ name: String) -> String? { extraOptions.last { $0.name == name }?.value }
}
