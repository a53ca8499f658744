import Adder
import Foundation
import Testing

/// The library product, used as a Swift program uses it.
@Suite struct InterpreterTests {
  /// An interpreter that ran Programs/embedding.py, and the module.
  private func load(_ configuration: Configuration = Configuration()) throws -> PythonObject {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Programs/bytecode/3.13/embedding.pyc")
    return try Interpreter(configuration).run(contentsOf: file.path)
  }

  private func limited(_ limits: Limits) throws -> PythonObject {
    var configuration = Configuration()
    configuration.limits = limits
    return try load(configuration)
  }

  private func error(_ body: () throws -> Void) -> PythonError? {
    do {
      try body()
      return nil
    } catch {
      return error as? PythonError
    }
  }

  @Test func aSourceRuns() throws {
    let module = try Interpreter().run(source: "def double(x):\n  return x * 2\nname = __name__\n")
    #expect(try module.attribute("double").call(21).value() == 42)
    #expect(try module.attribute("name").value() == "__main__")
  }

  @Test func aWrongSourceIsASyntaxError() throws {
    let found = error { try Interpreter().run(source: "def double(x)\n") }
    #expect(found?.type == "SyntaxError" && found?.message.contains("expected ':'") == true)
  }

  // MARK: Values

  static let values: [PythonValue] = [
    nil, true, false, 0, -7, .int(.max), .int(.min), .largeInt("0x123456789abcdef0123456789"), .largeInt("-0x8000000000000001"), 1.5,
    .float(-.infinity), .complex(real: 1, imaginary: -2), "", "text", "\u{1F600} und é", .bytes([]), .bytes([0, 255]), [], [1, "two", [3.0]],
    .tuple([1, .tuple([])]), [:], ["a": 1, "b": [nil]], .dict([.init(1, "one"), .init(.tuple([2]), 2)]), .set([1]), .set([]),
  ]

  @Test(arguments: values) func aValueComesBack(_ value: PythonValue) throws {
    let module = try load()
    #expect(try module.attribute("echo").call(value).value() == value)
  }

  @Test func pythonSeesItsOwnTypes() throws {
    let describe = try load().attribute("describe")
    #expect(try describe.call(["a": 1]).value() == "dict {'a': 1}")
    #expect(try describe.call(.largeInt("-0x10000000000000000")).value() == "int -18446744073709551616")
    #expect(try describe.call(.set([1])).value() == "set {1}")
    #expect(try describe.call(.bytes([97])).value() == "bytes b'a'")
  }

  @Test func notANumberComesBack() throws {
    let value = try load().attribute("echo").call(.float(.nan)).value()
    #expect(value.double?.isNaN == true)
  }

  @Test func whatCannotBeConvertedIsAnError() throws {
    let module = try load()
    for name in ["cycle", "lone_surrogate"] {
      let failure = error { _ = try module.attribute(name).call().value() }
      #expect(failure?.kind == .conversion, "\(name)")
    }
    let deep = try module.attribute("nested").call(500)
    #expect(error { _ = try deep.value() }?.kind == .conversion)
    #expect(try module.attribute("nested").call(50).value() != nil)
  }

  @Test func objectsKeepTheirIdentity() throws {
    let module = try load()
    let account = try module.attribute("Account").call("Ada")
    #expect(account.typeName == "Account")
    #expect(try account.attribute("deposit").call(5).value() == 5)
    #expect(try module.attribute("echo").call(.object(account)) == account)
    try account.setAttribute("balance", to: 100)
    #expect(try account.attribute("deposit").call(1).value() == 101)
    #expect(try account.representation().hasPrefix("<__main__.Account object at 0x"))
  }

  @Test func objectsThatAreLetGoMakeRoom() throws {
    let module = try load()
    let echo = try module.attribute("echo")
    for i in 0..<2_000 { #expect(try echo.call(.tuple([.int(i)])).value() == .tuple([.int(i)])) }
  }

  // MARK: Calls and errors

  @Test func keywordsAreKeywords() throws {
    let add = try load().attribute("add")
    #expect(try add.call(1, 2).value() == 3)
    #expect(try add.call(1, keywords: ["scale": 3]).value() == 33)
    #expect(error { try add.call(keywords: ["unknown": 1]) }?.type == "TypeError")
  }

  @Test func anExceptionIsAnError() throws {
    let module = try load()
    let failure = error { try module.attribute("fail").call("no such luck") }
    #expect(failure?.kind == .exception)
    #expect(failure?.type == "ValueError")
    #expect(failure?.message == "no such luck")
    #expect(failure?.traceback.hasPrefix("Traceback (most recent call last):\n") == true)
    #expect(failure?.traceback.contains("in fail\n") == true)
    #expect(failure?.exception?.typeName == "ValueError")
    #expect(error { try module.attribute("leave").call(3) }?.type == "SystemExit")
    #expect(error { _ = try module.attribute("missing") }?.type == "AttributeError")
  }

  @Test func malformedBytecodeIsAnError() throws {
    let interpreter = try Interpreter()
    #expect(error { try interpreter.run([1, 2, 3]) }?.kind == .malformed)
    #expect(error { try interpreter.run(contentsOf: "/nonexistent.pyc") }?.kind == .malformed)
  }

  // MARK: Swift functions

  @Test func pythonCallsSwift() throws {
    let module = try load()
    let join = try module.interpreter.function("join") { arguments, keywords in
      .string(arguments.compactMap(\.string).joined(separator: keywords["separator"]?.string ?? " "))
    }
    #expect(try module.attribute("apply").call(.object(join), "a", "b", keywords: ["separator": "-"]).value() == "a-b")
    #expect(try join.representation() == "<Swift function join>")
  }

  private struct Refusal: Error {}

  @Test func swiftErrorsAreExceptions() throws {
    let module = try load()
    let interpreter = module.interpreter
    let refuse = try interpreter.function("refuse") { _, _ in throw Refusal() }
    let complain = try interpreter.function("complain") { _, _ in throw PythonError(raising: "KeyError", "lost") }
    #expect(try module.attribute("guarded").call(.object(refuse)).value() == "RuntimeError: Refusal()")
    #expect(try module.attribute("guarded").call(.object(complain)).value() == "KeyError: 'lost'")
    let failure = error { try module.attribute("apply").call(.object(refuse)) }
    #expect(failure?.underlying is Refusal)
  }

  @Test func callsNest() throws {
    let module = try load()
    let interpreter = module.interpreter
    let fail = try module.attribute("fail")
    let inner = try interpreter.function("inner") { arguments, _ in
      do {
        return try fail.call(arguments: arguments).value()
      } catch {
        return .string("caught \((error as? PythonError)?.description ?? "")")
      }
    }
    #expect(try module.attribute("apply").call(.object(inner), "x").value() == "caught ValueError: x")
  }

  @Test func pythonImportsModulesOfSwift() throws {
    let interpreter = try Interpreter()
    let module = try interpreter.makeModule("host")
    try module.setAttribute("answer", to: 42)
    let builtins = try interpreter.importModule("builtins")
    let imported = try builtins.attribute("__import__").call("host")
    #expect(try imported.attribute("answer").value() == 42)
  }

  // MARK: Limits

  @Test func instructionsEndACall() throws {
    let module = try limited(Limits(instructions: 100_000))
    #expect(error { try module.attribute("loop").call() }?.kind == .limit(.instructions))
    #expect(error { try module.attribute("stubborn").call() }?.kind == .limit(.instructions))
    #expect(try module.attribute("count").call().value() == 1, "the next call has the whole budget")
  }

  @Test func timeEndsACall() throws {
    let module = try limited(Limits(seconds: 0.2))
    for name in ["loop", "stubborn", "power"] {
      #expect(error { try module.attribute(name).call() }?.kind == .limit(.time), "\(name)")
    }
    #expect(try module.attribute("count").call().value() == 1)
  }

  @Test func memoryEndsACall() throws {
    let module = try limited(Limits(memory: 32 << 20))
    #expect(error { try module.attribute("grow").call() }?.type == "MemoryError")
    #expect(error { try module.attribute("swallow_memory").call() }?.kind == .limit(.memory))
    #expect(try module.attribute("count").call().value() == 1)
  }

  @Test func outputEndsACall() throws {
    let texts = Collected()
    var configuration = Configuration()
    configuration.limits = Limits(output: 8)
    configuration.standardOutput = .handler { texts.append("out", $0) }
    let module = try load(configuration)
    let failure = error { try module.attribute("write").call("0123456789") }
    #expect(failure?.kind == .limit(.output))
    #expect(texts.of("out") == "01234567")
  }

  @Test func filesCanBeDenied() throws {
    var configuration = Configuration()
    configuration.permissions = []
    let builtins = try Interpreter(configuration).importModule("builtins")
    for file in ["/etc/hostname", 3] as [PythonValue] {
      #expect(error { try builtins.attribute("open").call(file) }?.type == "PermissionError")
    }
    #expect(error { try builtins.attribute("__import__").call("../../etc/passwd") }?.type == "ModuleNotFoundError")
  }

  @Test func recursionIsAnException() throws {
    #expect(error { try load().attribute("recurse").call() }?.type == "RecursionError")
  }

  @Test func aLimitWithinACallEndsAllOfIt() throws {
    let module = try limited(Limits(instructions: 100_000))
    let loop = try module.attribute("loop")
    let swallow = try module.interpreter.function("swallow") { _, _ in
      _ = try? loop.call()
      return nil
    }
    #expect(error { try module.attribute("apply").call(.object(swallow)) }?.kind == .limit(.instructions))
  }

  // MARK: Several interpreters

  @Test func interpretersShareNothing() throws {
    let first = try load()
    let second = try load()
    #expect(try first.attribute("count").call().value() == 1)
    #expect(try first.attribute("count").call().value() == 2)
    #expect(try second.attribute("count").call().value() == 1)
    #expect(error { try first.attribute("echo").call(.object(second)) }?.kind == .conversion)
  }

  @Test func eachThreadHasItsInterpreter() async throws {
    let sums = try await withThrowingTaskGroup(of: Int.self) { group in
      for i in 0..<4 {
        group.addTask {
          let module = try self.load()
          var sum = 0
          for k in 0..<200 { sum += try module.attribute("add").call(.int(i), .int(k)).value().int ?? 0 }
          return sum
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(sums.sorted() == (0..<4).map { 200 * $0 + 19_900 })
  }

  @Test func manyInterpretersComeAndGo() throws {
    for _ in 0..<200 { #expect(try Interpreter().importModule("math").attribute("floor").call(1.5).value() == 1) }
  }

  // MARK: Output

  @Test func outputGoesToTheHost() throws {
    let texts = Collected()
    var configuration = Configuration()
    configuration.standardOutput = .handler { texts.append("out", $0) }
    configuration.standardError = .handler { texts.append("err", $0) }
    try load(configuration).attribute("write").call("hello")
    #expect(texts.of("out") == "hello\n")
    #expect(texts.of("err") == "error: hello\n")
  }

  private final class Collected: @unchecked Sendable {
    private let lock = NSLock()
    private var texts: [String: String] = [:]
    func append(_ stream: String, _ text: String) { lock.withLock { texts[stream, default: ""] += text } }
    func of(_ stream: String) -> String { lock.withLock { texts[stream] ?? "" } }
  }
}
