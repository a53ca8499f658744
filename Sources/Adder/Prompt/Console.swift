/// What came from who sits at a prompt.
public enum ConsoleInput: Sendable {
  /// A line without its end; several at once if they were pasted or taken from the history.
  case line(String)
  /// There is no more input.
  case end
  /// Ctrl-C.
  case interrupt
}

/// Where a prompt gets its lines from.
public protocol Console: AnyObject {
  /// Waits for a line.
  /// - Parameters:
  ///   - prompt: what stands in front of it.
  ///   - complete: what a word may go on as, the whole words; it is given the word and what stands in front of it in the line.
  func read(_ prompt: String, complete: (_ word: String, _ front: String) -> [String]) -> ConsoleInput

  /// Remembers a statement, its lines separated by line feeds.
  func remember(_ statement: String)
}
