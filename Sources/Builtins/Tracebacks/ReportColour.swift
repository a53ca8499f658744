import Runtime

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The colours of reports on terminals, as escape sequences (CPython: Lib/_colorize.py).
enum ReportColour {
  static let type: StaticString = "\u{1B}[1;35m"
  /// Messages, and the names and numbers that say where frames are.
  static let text: StaticString = "\u{1B}[35m"
  /// What the carets are below.
  static let place: StaticString = "\u{1B}[1;31m"
  /// What else belongs to the expression.
  static let range: StaticString = "\u{1B}[31m"
  static let end: StaticString = "\u{1B}[0m"
}

extension TextBuilder {
  /// Appends what `body` appends in a colour, if there are colours.
  mutating func append(in colour: StaticString, _ isColoured: Bool, _ body: (inout TextBuilder) throws(Raised) -> Void) throws(Raised) {
    if isColoured { try append(colour) }
    try body(&self)
    if isColoured { try append(ReportColour.end) }
  }
}

extension Thread {
  /// Whether what is reported on standard error is coloured: from 3.13 on, on terminals, unless the environment says otherwise.
  func coloursReports() -> Bool {
    guard has(.reportsByTracebackModule) else { return false }
    switch box.settings.colours {
    case .never: return false
    case .always: return true
    case .onTerminals: return standardErrorIsTerminal()
    }
  }

  private func standardErrorIsTerminal() -> Bool {
    let stream = dictGet(self.interpreter.sysDict, interned: name(.stderr))
    if stream.isNull || stream.isNone { return false }
    do throws(Raised) {
      let number = try call(try getAttribute(stream, try intern("fileno")))
      return number.isSmallInt && Int32(exactly: number.smallInt).map { isatty($0) == 1 } ?? false
    } catch {
      _ = takeException()
      return false
    }
  }
}
