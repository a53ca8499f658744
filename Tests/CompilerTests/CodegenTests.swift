import Bytecode
import Compiler
import Testing

/// What source becomes. Whole libraries are compared with CPython's compiler by `Tests/CompileTool/compare.py`; here stands what each
/// part of the compiler does, in one example.
@Suite struct CodegenTests {
  static let version = PythonVersion(3, 13)

  func compile(_ source: String, level: Int = 0, version: PythonVersion = version) throws -> CodeImage {
    var options = CompilerOptions(fileName: "test.py")
    options.optimization = level
    return try Compiler.compile(try SyntaxParser.parse(Array(source.utf8), version: version), version: version, options: options)
  }

  /// The names of the instructions, without those that every module begins and ends with.
  func instructions(_ code: CodeImage) -> [String] {
    let set = InstructionSet.of(code.version)
    var names: [String] = []
    var unit = 0
    let bytes = Array(code.code)
    while unit * 2 < bytes.count, let instruction = set?[Int(bytes[unit * 2])] {
      names.append(instruction.name)
      unit += 1 + instruction.cacheUnits
    }
    return names
  }

  func inner(_ code: CodeImage, _ name: String) -> CodeImage? {
    for case .code(let inner) in code.constants {
      if inner.name.string == name { return inner }
      if let found = self.inner(inner, name) { return found }
    }
    return nil
  }

  private func message(_ source: String, version: PythonVersion = version) -> String? {
    do {
      _ = try compile(source, version: version)
      return nil
    } catch let error as CompileError {
      return error.message
    } catch {
      return "\(error)"
    }
  }

  @Test func constantExpressionsAreFolded() throws {
    #expect(try compile("x = 2 * 3 + 1").constants.first == .integer(7))
    #expect(try compile("x = 'ab' * 2").constants.first == .string("abab"))
    #expect(try compile("x = -(1 << 70)").constants.first == .integer(isNegative: true, limbs: [0, 64]))
    #expect(try compile("x = 'abc'[-1]").constants.first == .string("c"))
    // What raises is left to run time.
    #expect(try instructions(compile("x = 1 // 0")).contains("BINARY_OP"))
    #expect(try instructions(compile("x = 'a' * 5000")).contains("BINARY_OP"))
  }

  @Test func numbersAreFoldedAsPythonRounds() throws {
    #expect(try compile("x = -7 // 2").constants.first == .integer(-4))
    #expect(try compile("x = -7 % 3").constants.first == .integer(2))
    #expect(try compile("x = 7.5 // -2").constants.first == .float(-4))
    #expect(try compile("x = -6 & 0xFF").constants.first == .integer(250))
    #expect(try compile("x = ~5 | 1").constants.first == .integer(-5))
  }

  @Test func variablesThatMayBeUnsetAreChecked() throws {
    let code = try compile("def f(a):\n  if a: b = 1\n  return b\n")
    let function = try #require(inner(code, "f"))
    #expect(instructions(function).contains("LOAD_FAST_CHECK"))
    let set = try #require(inner(try compile("def f(a):\n  b = 1\n  return b\n"), "f"))
    #expect(!instructions(set).contains("LOAD_FAST_CHECK"))
  }

  @Test func functionsShareCells() throws {
    let code = try compile("def f(a):\n  def g(): return a\n  return g\n")
    let outer = try #require(inner(code, "f"))
    let function = try #require(inner(code, "g"))
    #expect(outer.variableNames(.cell) == ["a"])
    #expect(function.variableNames(.free) == ["a"])
    #expect(function.qualifiedName == "f.<locals>.g")
  }

  @Test func privateNamesAreMangled() throws {
    let code = try compile("class _C:\n  def f(self): return self.__x\n")
    #expect(try #require(inner(code, "f")).names == ["_C__x"])
  }

  @Test func comprehensionsRunInTheFrameAround() throws {
    let code = try compile("def f(y): return [x for x in y]\n")
    let function = try #require(inner(code, "f"))
    #expect(function.variableNames(.local) == ["y", "x"])
    #expect(!function.constants.contains { if case .code = $0 { true } else { false } })
  }

  @Test func deadCodeIsRemoved() throws {
    #expect(try instructions(compile("if 0:\n  f()\n")) == ["RESUME", "RETURN_CONST"])
    #expect(try instructions(compile("assert x\n", level: 1)) == ["RESUME", "RETURN_CONST"])
  }

  @Test func docstringsLoseTheirIndentation() throws {
    let code = try compile("def f():\n    \"\"\"One.\n\n      two\n    three\"\"\"\n")
    #expect(try #require(inner(code, "f")).constants.first == .string("One.\n\n  two\nthree"))
    let stripped = try compile("def f():\n    'doc'\n", level: 2)
    #expect(try #require(inner(stripped, "f")).constants == [.none])
  }

  @Test func handlersStandInTheExceptionTable() throws {
    let code = try compile("try: f()\nexcept E: g()\n")
    #expect(ExceptionTable(reading: code.exceptionTable).entries.map(\.depth) == [0, 1, 1])
  }

  @Test func annotationsOfTheNextVersionAreFunctions() throws {
    let code = try compile("def f(a: int): pass\n", version: PythonVersion(3, 14))
    #expect(try #require(inner(code, "__annotate__")).localsPlusNames.first == "format")
  }

  @Test(arguments: [
    ("return 1", "'return' outside function"),
    ("def f():\n  x = 1\n  global x", "name 'x' is assigned to before global declaration"),
    ("def f(a, a): pass", "duplicate argument 'a' in function definition"),
    ("def f():\n  nonlocal x", "no binding for nonlocal 'x' found"),
    ("break", "'break' outside loop"),
    ("def f():\n  from a import *", "import * only allowed at module level"),
    ("x = [(y := 1) for y in z]", "assignment expression cannot rebind comprehension iteration variable 'y'"),
    ("match x:\n  case y: pass\n  case 1: pass", "name capture 'y' makes remaining patterns unreachable"),
    ("f(a=1, a=2)", "keyword argument repeated: a"),
    ("from __future__ import nothing", "future feature nothing is not defined"),
  ])
  func errors(_ source: String, _ expected: String) { #expect(message(source) == expected) }
}
