import Adder
import CLineEdit

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A prompt on a terminal: lines are edited, remembered in a file, and completed.
final class TerminalConsole: Console {
  private let history: HistoryFile?
  /// Escape sequences in front of and behind a prompt.
  private let colour: (begin: String, end: String)

  /// What completes words while a line is read: the editor's function has no argument of its own.
  nonisolated(unsafe) private static var completer: (String, String) -> [String] = { _, _ in [] }

  /// - Parameter history: the file of what was typed in earlier sessions.
  /// - Returns: nil if the terminal cannot be used.
  init?(history: HistoryFile?, hasColours: Bool) {
    self.history = history
    colour = hasColours ? ("\u{1}\u{1B}[1;35m\u{1}", "\u{1}\u{1B}[0m\u{1}") : ("", "")
    let isOpen = line_edit_open("adder") { word, front in
      let words = TerminalConsole.completer(word.map { String(cString: $0) } ?? "", front.map { String(cString: $0) } ?? "")
      return words.isEmpty ? nil : strdup(words.joined(separator: "\n"))
    }
    guard isOpen != 0 else { return nil }
    for statement in history?.statements ?? [] { line_edit_remember(statement) }
  }

  func read(_ prompt: String, complete: (_ word: String, _ front: String) -> [String]) -> ConsoleInput {
    withoutActuallyEscaping(complete) { complete in
      TerminalConsole.completer = complete
      defer { TerminalConsole.completer = { _, _ in [] } }
      var line: UnsafePointer<CChar>?
      switch line_edit_read(coloured(prompt), &line) {
      case LINE_EDIT_LINE: return .line(line.map { String(cString: $0) } ?? "")
      case LINE_EDIT_INTERRUPT: return .interrupt
      default: return .end
      }
    }
  }

  /// The prompt with its colour. The editor drops an escape sequence behind which nothing stands: the last character goes without.
  private func coloured(_ prompt: String) -> String {
    guard let last = prompt.last else { return "" }
    return colour.begin + prompt.dropLast() + colour.end + String(last)
  }

  func remember(_ statement: String) {
    line_edit_remember(statement)
    history?.append(statement)
  }

  func close() { line_edit_close() }
}

/// A prompt where no terminal is: lines of standard input, prompts on standard error.
final class StreamConsole: Console {
  func read(_ prompt: String, complete: (_ word: String, _ front: String) -> [String]) -> ConsoleInput {
    writeToStandardError(prompt)
    return readLine().map { .line($0) } ?? .end
  }

  func remember(_ statement: String) {}
}

/// The file of what was typed at prompts: a line for each statement, in which a carriage return stands in front of each line feed of its own.
final class HistoryFile {
  private let path: String
  private(set) var statements: [String] = []

  /// How many statements are kept.
  private static let limit = 1000

  init(_ path: String) {
    self.path = path
    guard let data = try? FileReader.read(path) else { return }
    // A carriage return and a line feed are one character, at which nothing is split.
    let lines = String(decoding: data, as: UTF8.self).split(separator: "\n" as Character).suffix(HistoryFile.limit)
    statements = lines.map { line in String(line.map { $0 == "\r\n" ? "\n" : $0 }) }
  }

  /// Adds a statement, unless it is the last one again.
  func append(_ statement: String) {
    if statement != statements.last { statements.append(statement) }
  }

  /// Writes the file; one that cannot be written stays as it is.
  func save() {
    let lines = statements.suffix(HistoryFile.limit).map { statement in String(statement.map { $0 == "\n" ? "\r\n" : $0 }) + "\n" }
    _ = CacheFiles.write(Array(lines.joined().utf8), to: path, mode: 0o600, makesFolders: true)
  }
}
