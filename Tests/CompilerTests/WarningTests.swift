import Bytecode
import Compiler
import Testing

/// What the compiler warns of. The corpus compares all of it with each CPython; here stand the rules that take part in one example each.
@Suite struct WarningTests {
  private func warnings(_ source: String, _ minor: UInt8 = 14) -> [CompilerWarning] {
    let monitor = CompilationMonitor()
    let version = PythonVersion(3, minor)
    var options = CompilerOptions(fileName: "test.py")
    options.monitor = monitor
    if let tree = try? SyntaxParser.parse(Array(source.utf8), version: version, monitor: monitor) {
      _ = try? Compiler.compile(tree, version: version, options: options)
    }
    return monitor.warnings
  }

  @Test func escapesThatMeanNothing() {
    #expect(warnings("x = '\\d\\e'", 11).map(\.message) == ["invalid escape sequence '\\d'"])
    #expect(warnings("x = '\\d'", 9).map(\.message) == ["invalid escape sequence \\d"])
    #expect(warnings("x = '\\d'", 11).first?.category == .deprecation)
    #expect(warnings("x = '\\d'", 12).first?.category == .syntax)
    #expect(warnings("x = '''\n\\d'''").first?.line == 2)
    #expect(warnings("x = '''\n\\d'''", 13).first?.line == 1)
    #expect(warnings("x = r'\\d'").isEmpty)
    #expect(warnings("x = '\\777'", 10).isEmpty)
    #expect(warnings("x = '\\777'", 11).map(\.message) == ["invalid octal escape sequence '\\777'"])
  }

  @Test func textsOfFormatStringsWaitForItsEnd() {
    let messages = warnings("x = f'\\d{1:\\q}'", 13).map(\.message)
    #expect(messages == ["invalid escape sequence '\\q'", "invalid escape sequence '\\d'"])
  }

  @Test func warningsStayInFrontOfAMistake() {
    #expect(warnings("x = '\\d'\ny = 1 +\n", 13).count == 1)
    // The pass that looks for the mistake warned again.
    #expect(warnings("x = '\\d'\ny = 1 +\n", 10).count == 2)
  }

  @Test func keywordsBehindNumbers() {
    #expect(warnings("x = 1if 2else 3").map(\.message) == ["invalid decimal literal", "invalid decimal literal"])
    #expect(warnings("x = 1if 2else 3", 9).isEmpty)
  }

  @Test func finallyBlocks() {
    #expect(warnings("def f():\n try: pass\n finally:\n  return 1\n").map(\.message) == ["'return' in a 'finally' block"])
    #expect(warnings("def f():\n try: pass\n finally:\n  for i in x: break\n").isEmpty)
    #expect(warnings("try: pass\nfinally: x is 1\n", 13).count == 2)
    #expect(warnings("try: pass\nfinally: x is 1\n", 14).count == 1)
  }

  @Test func nobodyWantsTheRest() {
    var word: Int64 = -1
    withUnsafePointer(to: &word) { pointer in
      var asked = 0
      let monitor = CompilationMonitor(word: pointer) {
        asked += 1
        return asked < 10
      }
      #expect(throws: SyntaxFailure.self) {
        try SyntaxParser.parse(Array(repeating: "a\n", count: 1000).joined().utf8.map { $0 }, version: PythonVersion(3, 14), monitor: monitor)
      }
      #expect(monitor.isEnded && asked == 10)
    }
  }
}
