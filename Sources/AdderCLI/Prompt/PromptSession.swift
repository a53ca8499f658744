import Adder
import Runtime

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The prompt of a run, with the file of what was typed.
final class PromptSession {
  let prompt: Prompt
  private let terminal: TerminalConsole?
  private let history: HistoryFile?

  /// - Parameter isProgram: whether a program was run before.
  init(_ command: RunArguments, _ environment: PythonEnvironment, isProgram: Bool) {
    let isTerminal = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 && !PromptSession.isDumb
    history = isTerminal && command.options.permissions.contains(.files) ? PromptSession.historyPath(environment).map { HistoryFile($0) } : nil
    terminal = isTerminal ? TerminalConsole(history: history, hasColours: command.options.settings.colours != .never) : nil
    let isQuiet = isProgram || command.options.settings.flags.quiet > 0
    let version = command.options.version
    let banner = """
      Python \(PythonUsage.fullVersion(version)) on \(PromptSession.platform)
      Type "help", "copyright", "credits" or "license" for more information.

      """
    prompt = Prompt(
      terminal ?? StreamConsole(), version, banner: isQuiet ? "" : banner, startup: isProgram ? nil : environment["PYTHONSTARTUP"])
  }

  /// Keeps what was typed, and gives the terminal back.
  func end() {
    history?.save()
    terminal?.close()
  }

  private static var isDumb: Bool { getenv("TERM").map { String(cString: $0) == "dumb" } ?? true }

  private static func historyPath(_ environment: PythonEnvironment) -> String? {
    environment["PYTHON_HISTORY"] ?? getenv("HOME").map { String(cString: $0) + "/.adder_history" }
  }

  private static var platform: String {
    #if os(macOS)
      "darwin"
    #else
      "linux"
    #endif
  }
}
