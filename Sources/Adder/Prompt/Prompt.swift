import Builtins
import Bytecode
import Glibc
import Modules
import Runtime

/// A prompt: reads statements, runs each in the namespace of `__main__`, and shows the values of expressions.
public final class Prompt {
  private let console: any Console
  private let banner: String
  /// A source that is run first.
  private let startup: String?
  private let version: PythonVersion
  /// What `from __future__ import` turned on in statements before.
  private var future: UInt32 = 0
  private var statementCount = 0
  /// The lines of the statement that is being read.
  private var lines: [String] = []

  /// - Parameters:
  ///   - banner: is written to standard error first.
  ///   - startup: the path of a source that is run first.
  public init(_ console: any Console, _ version: PythonVersion, banner: String = "", startup: String? = nil) {
    self.console = console
    self.version = version
    self.banner = banner
    self.startup = startup
  }

  /// Reads and runs until the input ends, a SystemExit is raised or a limit is reached.
  /// - Returns: whether an exception that ends the program is on its way.
  func run(_ t: Thread) -> Bool {
    StandardError.write(banner)
    do throws(Raised) {
      try setPrompts(t)
    } catch {
      return true
    }
    if let startup, let isEnd = runStartup(t, startup) { return isEnd }
    while true {
      let input = console.read(text(t, lines.isEmpty ? .ps1 : nil)) { Completion.words(t, $0, behind: $1) }
      switch input {
      case .interrupt:
        lines = []
        StandardError.write("\nKeyboardInterrupt\n")
        t.forgetInterrupt()
      case .end:
        StandardError.write("\n")
        // Within a statement it is the statement that ends.
        if lines.isEmpty { return false }
        if let isEnd = finish(t) { return isEnd }
      case .line(let line):
        if let isEnd = take(line, t) { return isEnd }
      }
    }
  }

  // MARK: Lines

  /// Adds what was typed, and runs the statement if that completes it.
  /// - Returns: nil to go on, else whether an exception ends the program.
  private func take(_ line: String, _ t: Thread) -> Bool? {
    if lines.isEmpty, Prompt.saysNothing(line) { return nil }
    lines += line.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let source = lines.joined(separator: "\n")
    if !StatementEnd.isComplete(source, version) { return nil }
    return finish(t)
  }

  /// Whether a text is blank, but for comments.
  private static func saysNothing(_ text: String) -> Bool {
    text.split(whereSeparator: \.isNewline).allSatisfy { line in
      guard let first = line.first(where: { !$0.isWhitespace }) else { return true }
      return first == "#"
    }
  }

  private func finish(_ t: Thread) -> Bool? {
    let source = lines.joined(separator: "\n")
    let typed = lines.last?.allSatisfy(\.isWhitespace) ?? false ? lines.dropLast() : lines[...]
    lines = []
    console.remember(typed.joined(separator: "\n"))
    for statement in StatementEnd.statements(source, version) {
      let name = inputName(t)
      if let isEnd = runStatement(t, { () throws(Raised) in self.future |= try t.executeStatement(statement, name, self.future) }) { return isEnd }
    }
    return nil
  }

  /// What tracebacks call the next statement: from 3.13 on each has a name of its own, by which its lines are found.
  private func inputName(_ t: Thread) -> String {
    guard t.has(.registeredSources) else { return "<stdin>" }
    defer { statementCount += 1 }
    return "<python-input-\(statementCount)>"
  }

  /// Runs a statement and prints the exception that it raises.
  /// - Returns: nil to go on, else whether an exception ends the program.
  private func runStatement(_ t: Thread, _ body: () throws(Raised) -> Void) -> Bool? {
    do throws(Raised) {
      try body()
    } catch {
      if t.stop != .none || t.matches(t.exception, t.types.systemExit) { return true }
      t.reportWithoutEnding(t.takeException())
    }
    t.flushStandardStreams()
    return t.stop == .none ? nil : false
  }

  private func runStartup(_ t: Thread, _ path: String) -> Bool? {
    guard let source = try? FileReader.read(path) else {
      StandardError.write("Could not open PYTHONSTARTUP\nFileNotFoundError: [Errno 2] No such file or directory: '\(path)'\n")
      return nil
    }
    return runStatement(t) { () throws(Raised) in try t.executeInMain(try t.makeCode(source: source, name: path)) }
  }

  // MARK: Prompts

  private func setPrompts(_ t: Thread) throws(Raised) {
    let sys = t.interpreter.sysDict
    for (name, text) in [("ps1", ">>> "), ("ps2", "... ")] as [(StaticString, StaticString)] {
      let key = try t.intern(name)
      if t.dictGet(sys, interned: key).isNull { try t.dictSet(sys, key, try t.str(text)) }
    }
  }

  /// `sys.ps1` as text, or `sys.ps2`; nothing if it cannot be had.
  private func text(_ t: Thread, _ name: Name?) -> String {
    do throws(Raised) {
      let key = if let name { t.name(name) } else { try t.intern("ps2") }
      let prompt = t.dictGet(t.interpreter.sysDict, interned: key)
      return prompt.isNull ? "" : t.lossyString(try t.str(of: prompt))
    } catch {
      _ = t.takeException()
      return ""
    }
  }
}

extension Thread {
  /// Runs a statement in the namespace of `__main__`; values of expressions are shown.
  /// - Parameters:
  ///   - name: what tracebacks call it.
  ///   - future: features that are on.
  /// - Returns: those that it turns on, with those that were.
  fileprivate func executeStatement(_ source: String, _ name: String, _ future: UInt32) throws(Raised) -> UInt32 {
    let fileName = try str(name)
    let request = CompileRequest(
      mode: .single, fileName: Text(name), options: .ignoresCookie, future: future,
      optimization: self.interpreter.optimization)
    let bytes = Array((source + "\n").utf8)
    let code: Ref<CodeObject>
    do throws(Raised) {
      code = try bytes.withUnsafeBufferPointer { (buffer) throws(Raised) in try makeCode(source: buffer, request, fileName: fileName) }
    } catch {
      try addLine(of: source)
      throw error
    }
    registerSource(code, text: bytes)
    try executeInMain(code)
    return code.flags.rawValue & CompileRequest.futureFlags
  }

  /// Gives a SyntaxError that the parser did not raise its line: from 3.13 on it is known.
  private func addLine(of source: String) throws(Raised) {
    guard has(.registeredSources), matches(exception, types.syntaxError) else { return }
    let saved = takeException()
    let (number, key) = (try getAttribute(saved, try intern("lineno")), try intern("text"))
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    if number.isSmallInt, lines.indices.contains(number.smallInt - 1), try getAttribute(saved, key).isNone {
      try setAttribute(saved, key, try str(String(lines[number.smallInt - 1]) + "\n"))
    }
    exception = saved
  }

  fileprivate func executeInMain(_ code: Ref<CodeObject>) throws(Raised) {
    let module = try dictGet(self.interpreter.modules, self.name(.__main__))
    guard module.isKind(.module) else { throw raise(self.types.runtimeError, "lost __main__") }
    let namespace = module.unchecked(as: ModuleObject.self).dict
    _ = try execute(try makeFunction(code, globals: namespace), namespace: Value(namespace))
  }

  fileprivate func flushStandardStreams() {
    for name in [Name.stdout, .stderr] {
      let stream = dictGet(self.interpreter.sysDict, interned: self.name(name))
      if stream.isNull || stream.isNone { continue }
      do throws(Raised) { _ = try callMethod(stream, .flush) } catch { _ = takeException() }
    }
  }
}
