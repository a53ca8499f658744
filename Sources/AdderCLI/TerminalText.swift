import ArgumentParser

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What standard output is, for text that depends on it.
enum TerminalText {
  /// The narrowest text, in columns.
  static let narrowest = 60

  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// The columns of the terminal; nil if it is none, or they are not known.
  static var width: Int? {
    var size = winsize()
    guard isTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, Int(size.ws_col) >= narrowest else { return nil }
    return Int(size.ws_col)
  }
}

/// When text is coloured: an option.
enum When: String, ExpressibleByArgument {
  case auto, always, never

  var holds: Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto: TerminalText.isTerminal && (getenv("NO_COLOR").map { $0.pointee == 0 } ?? true)
    }
  }
}
