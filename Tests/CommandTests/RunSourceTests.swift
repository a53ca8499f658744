import Foundation
import Testing

/// `adder run` of sources.
@Suite struct RunSourceTests {
  private func run(_ source: String, _ options: String..., name: String = "program.py") throws -> Adder.Outcome {
    let folder = try Folder()
    return try Adder.run(["run"] + options + [try folder.write(Array(source.utf8), name), "argument"])
  }

  @Test func aProgramRunsWithItsArguments() throws {
    let outcome = try run("import sys\ndef double(x):\n  return x * 2\nprint(double(21), sys.argv[1:], __name__)\n")
    #expect(outcome.status == 0 && outcome.output == "42 ['argument'] __main__\n" && outcome.errors.isEmpty)
  }

  @Test func textBehindCIsAProgram() throws {
    let outcome = try Adder.run("run", "-c", "import sys; print(sys.argv, '__file__' in globals())", "a", "-b")
    #expect(outcome.output == "['-c', 'a', '-b'] False\n")
  }

  @Test func wrongSourceIsSyntaxErrorWithItsPlace() throws {
    let outcome = try run("a = 1\nb = = 2\n")
    #expect(outcome.status == 1 && outcome.output.isEmpty)
    #expect(outcome.errors.hasSuffix("line 2\n    b = = 2\n        ^\nSyntaxError: invalid syntax\n"), "\(outcome.errors)")
  }

  @Test func anUncaughtExceptionHasItsLine() throws {
    let outcome = try run("def f():\n  return 1 // 0\nf()\n")
    #expect(outcome.status == 1 && outcome.errors.contains("\nZeroDivisionError: "))
    #expect(outcome.errors.contains("line 3, in <module>") && outcome.errors.contains("line 2, in f"))
  }

  @Test func evalAndExecTakeText() throws {
    let outcome = try run(
      """
      space = {'y': 4}
      exec('def cube(x): return x ** 3', space)
      print(eval(' cube(y) + len([1])', space), compile('a.b', 'name', 'eval').co_names)
      try:
        eval('1 +')
      except SyntaxError as error:
        print(error.msg, error.lineno, error.offset)

      """)
    #expect(outcome.output == "65 ('a', 'b')\ninvalid syntax 1 4\n", "\(outcome.errors)")
  }

  @Test func modulesAndPackagesAreImportedFromSource() throws {
    let folder = try Folder()
    _ = try folder.write(Array("value = 'from source'\n".utf8), "helper_module.py")
    let package = folder.path + "/helper_package"
    try FileManager.default.createDirectory(atPath: package, withIntermediateDirectories: true)
    try Data("from . import inner\n".utf8).write(to: URL(fileURLWithPath: package + "/__init__.py"))
    try Data("name = __name__\n".utf8).write(to: URL(fileURLWithPath: package + "/inner.py"))
    _ = try folder.write(Array("broken = (\n".utf8), "broken_module.py")
    let text = """
      import helper_module, helper_package
      print(helper_module.value, helper_package.inner.name)
      try:
        import broken_module
      except SyntaxError as error:
        print(error.msg, error.filename.endswith('broken_module.py'))

      """
    let outcome = try Adder.run("run", try folder.write(Array(text.utf8), "program.py"))
    #expect(outcome.output == "from source helper_package.inner\n'(' was never closed True\n", "\(outcome.errors)")
  }

  @Test func aDirectoryRunsItsMain() throws {
    let folder = try Folder()
    _ = try folder.write(Array("import beside; print(beside.x, __file__.endswith('__main__.py'))\n".utf8), "__main__.py")
    _ = try folder.write(Array("x = 'beside'\n".utf8), "beside.py")
    #expect(try Adder.run("run", folder.path).output == "beside True\n")
  }

  @Test func assertionsGoWithO() throws {
    let source = "assert False, 'asserted'\nprint(__debug__)\n"
    #expect(try run(source).errors.hasSuffix("AssertionError: asserted\n"))
    #expect(try run(source, "-O").output == "False\n")
  }

  @Test func unknownVersionsAreBadUsage() throws {
    let outcome = try run("print(1)\n", "--version", "2.7")
    #expect(outcome.status == 2 && outcome.errors.contains("--version: '2.7' is not one of"))
  }
}
