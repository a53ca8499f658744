import Foundation
import Testing

/// The prompt, on a terminal of its own.
@Suite struct PromptTests {
  /// `adder` on a pseudo-terminal.
  private final class Session {
    private let process = Process()
    private let terminal: Int32
    let folder: Folder
    private(set) var seen = ""
    /// Linux' TIOCSPTLCK and TIOCGPTN.
    private static let unlock: UInt = 0x4004_5431
    private static let getNumber: UInt = 0x8004_5430

    init(_ arguments: [String] = [], environment: [String: String] = [:], home: Folder? = nil) throws {
      folder = try home ?? Folder()
      terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY)
      var (locked, number) = (Int32(0), Int32(-1))
      try #require(ioctl(terminal, Session.unlock, &locked) == 0 && ioctl(terminal, Session.getNumber, &number) == 0)
      let side = FileHandle(fileDescriptor: open("/dev/pts/\(number)", O_RDWR | O_NOCTTY), closeOnDealloc: true)
      let built: URL = try #require(Adder.binary)
      process.executableURL = built
      process.arguments = arguments
      let others = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("PYTHON") }
      process.environment = others.merging(["TERM": "xterm", "HOME": folder.path, "LC_ALL": "C.UTF-8", "NO_COLOR": "1"]) { $1 }.merging(environment) { $1 }
      (process.standardInput, process.standardOutput, process.standardError) = (side, side, side)
      try process.run()
    }

    deinit {
      if process.isRunning { kill(process.processIdentifier, SIGKILL) }
      close(terminal)
    }

    func type(_ text: String) {
      let bytes = Array(text.utf8)
      _ = bytes.withUnsafeBytes { write(terminal, $0.baseAddress, $0.count) }
    }

    func interrupt() { kill(process.processIdentifier, SIGINT) }

    /// Waits until a text is seen behind what was seen before; false if it does not come.
    func sees(_ text: String, seconds: Double = 20) -> Bool {
      let deadline = Date(timeIntervalSinceNow: seconds)
      while true {
        if let range = seen.range(of: text) {
          seen = String(seen[range.upperBound...])
          return true
        }
        var ready = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
        guard Date() < deadline else { return false }
        if poll(&ready, 1, 50) <= 0 { continue }
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = read(terminal, &buffer, buffer.count)
        if count > 0 { seen += String(decoding: buffer[..<count], as: UTF8.self) } else if !process.isRunning { return seen.contains(text) }
      }
    }

    /// The exit status.
    func end() -> Int32 {
      let deadline = Date(timeIntervalSinceNow: 20)
      while process.isRunning, Date() < deadline { _ = sees("\u{0}", seconds: 0.05) }
      return process.isRunning ? -1 : process.terminationStatus
    }
  }

  @Test func valuesAreShownAndRemembered() throws {
    let session = try Session()
    #expect(session.sees("(Adder) on ") && session.sees(">>> "))
    session.type("6 * 7\r")
    #expect(session.sees("42\r\n") && session.sees(">>> "))
    session.type("_ + 1\r")
    #expect(session.sees("43\r\n"))
    session.type("None\rraise SystemExit(5)\r")
    #expect(session.end() == 5)
  }

  @Test func blocksGoOnUntilAnEmptyLine() throws {
    let session = try Session(["run", "-iq", "-c", ""])
    #expect(session.sees(">>> "))
    session.type("def f(x):\r")
    #expect(session.sees("... "))
    session.type("  return x * 2\r\rf(21)\r")
    #expect(session.sees("42\r\n"))
    session.type("(1 +\r")
    #expect(session.sees("... "))
    session.type("2)\r")
    // Between two prompts the terminal takes Ctrl-D for itself.
    #expect(session.sees("3\r\n") && session.sees(">>> "))
    session.type("\u{4}")
    #expect(session.end() == 0)
  }

  @Test func decoratorsAndCommentsAreReadAsWhatTheyAre() throws {
    let session = try Session(["run", "-iq", "-c", ""])
    #expect(session.sees(">>> "))
    session.type("# nothing\r")
    #expect(session.sees("# nothing") && session.sees(">>> "))
    session.type("@(lambda f:\r")
    #expect(session.sees("... "))
    session.type("  f())\r")
    #expect(session.sees("... "))
    session.type("def six(): return 6\r\rsix * 7\r")
    #expect(session.sees("42\r\n"))
    // What no line can make right is said at once.
    session.type("if 1:\rsix\r")
    #expect(session.sees("IndentationError: expected an indented block") && session.sees(">>> "))
    session.type("return 1\r")
    #expect(session.sees("    return 1\r\n    ^^^^^^^^\r\nSyntaxError: 'return' outside function"))
  }

  @Test func controlDEndsAnOpenStatement() throws {
    let session = try Session(["run", "-iq", "-c", ""])
    #expect(session.sees(">>> "))
    session.type("if 1:\r")
    #expect(session.sees("... "))
    session.type("  40 + 2\r")
    #expect(session.sees("... "))
    session.type("\u{4}")
    #expect(session.sees("42\r\n") && session.sees(">>> "))
    session.type("\u{4}")
    #expect(session.end() == 0)
  }

  @Test func exceptionsHaveTracebacksAndEndNothing() throws {
    let session = try Session()
    #expect(session.sees(">>> "))
    session.type("1 // 0\r")
    #expect(session.sees("Traceback (most recent call last):") && session.sees("ZeroDivisionError: ") && session.sees(">>> "))
    session.type("a b\r")
    #expect(session.sees("SyntaxError: invalid syntax") && session.sees(">>> "))
    session.type("'still ' + 'here'\r")
    #expect(session.sees("'still here'"))
  }

  @Test func controlCEndsALineAndALoop() throws {
    let session = try Session()
    #expect(session.sees(">>> "))
    session.type("half a li")
    #expect(session.sees("half a li"))
    session.interrupt()
    #expect(session.sees("KeyboardInterrupt") && session.sees(">>> "))
    session.type("while True: pass\r\r")
    #expect(session.sees("... "))
    usleep(300_000)
    session.interrupt()
    #expect(session.sees("KeyboardInterrupt") && session.sees(">>> "))
    session.type("40 + 2\r")
    #expect(session.sees("42\r\n"))
  }

  @Test func namesAreCompleted() throws {
    let session = try Session()
    #expect(session.sees(">>> "))
    session.type("some_long_name = 17\rsome_lo\t\r")
    #expect(session.sees("17\r\n"))
    session.type("some_long_name.bit_le\t()\r")
    #expect(session.sees("5\r\n"))
    for (typed, shown) in [("'a b'.uppe\t()", "'A B'"), ("[3, 4].coun\t(4)", "1"), ("{1: 2}.popit\t()", "(1, 2)"), ("b'x'.he\t()", "'78'"), ("(5, '(').inde\t('(')", "1")] {
      session.type(typed + "\r")
      #expect(session.sees("\u{1B}[?2004l\(shown)\r\n"), "\(typed)")
    }
  }

  @Test func pastedTextIsOneEntry() throws {
    let session = try Session()
    #expect(session.sees(">>> "))
    session.type("\u{1B}[200~def g():\n    a = 1\n\n    return a + 41\n\u{1B}[201~\rg()\r")
    #expect(session.sees("42\r\n"))
  }

  @Test func whatWasTypedIsKeptInAFile() throws {
    let home = try Folder()
    let first = try Session(home: home)
    #expect(first.sees(">>> "))
    first.type("kept = 41\r")
    #expect(first.sees(">>> "))
    first.type("\u{4}")
    #expect(first.end() == 0)
    #expect(try String(contentsOfFile: home.path + "/.adder_history", encoding: .utf8) == "kept = 41\n")
    let second = try Session(home: home)
    #expect(second.sees(">>> "))
    second.type("\u{1B}[A\rkept + 1\r")
    #expect(second.sees("42\r\n"))
  }

  @Test func coloursAreForTerminalsThatHaveThem() throws {
    let plain = try Session()
    #expect(plain.sees(">>> ") && !plain.seen.contains("\u{1B}[1;35m"))
    let coloured = try Session(environment: ["PYTHON_COLORS": "1"])
    #expect(coloured.sees("\u{1B}[1;35m>>>\u{1B}[0m "))
    coloured.type("1 // 0\r")
    #expect(coloured.sees("    \u{1B}[31m1 \u{1B}[0m\u{1B}[1;31m//\u{1B}[0m\u{1B}[31m 0\u{1B}[0m\r\n"))
    #expect(coloured.sees("\u{1B}[1;35mZeroDivisionError\u{1B}[0m: \u{1B}[35m"))
    coloured.type("a b\r")
    #expect(coloured.sees("    a \u{1B}[1;31mb\u{1B}[0m\r\n      \u{1B}[1;31m^\u{1B}[0m\r\n\u{1B}[1;35mSyntaxError\u{1B}[0m: \u{1B}[35minvalid syntax\u{1B}[0m"))
    #expect(coloured.sees(">>>"))
    plain.type("1 // 0\r")
    #expect(plain.sees("\r\nZeroDivisionError: "))
  }

  @Test func aStartupFileRunsFirst() throws {
    let home = try Folder()
    let file = try home.write(Array("from_startup = 41\n".utf8), "startup.py")
    let session = try Session(environment: ["PYTHONSTARTUP": file], home: home)
    #expect(session.sees(">>> "))
    session.type("from_startup + 1\r")
    #expect(session.sees("42\r\n"))
  }
}
