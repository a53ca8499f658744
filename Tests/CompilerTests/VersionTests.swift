import Bytecode
import Compiler
import Testing

/// What differs between the versions that can be compiled for. The instructions are those that each CPython makes.
extension CodegenTests {
  private func instructions(_ source: String, _ minor: UInt8) throws -> [String] {
    try instructions(compile(source, version: PythonVersion(3, minor)))
  }

  @Test func everyVersionCanBeCompiledFor() {
    #expect(Compiler.versions == (8...14).map { PythonVersion(3, $0) })
  }

  @Test func callsPassKeywordsInTheirOwnWay() throws {
    let old = ["LOAD_NAME", "LOAD_NAME", "LOAD_CONST", "LOAD_CONST", "CALL_FUNCTION_KW", "POP_TOP", "LOAD_CONST", "RETURN_VALUE"]
    for minor in [8, 9, 10] as [UInt8] { #expect(try instructions("f(a, b=1)", minor) == old) }
    #expect(
      try instructions("f(a, b=1)", 11) == [
        "RESUME", "PUSH_NULL", "LOAD_NAME", "LOAD_NAME", "LOAD_CONST", "KW_NAMES", "PRECALL", "CALL", "POP_TOP", "LOAD_CONST",
        "RETURN_VALUE",
      ])
    #expect(
      try instructions("f(a, b=1)", 12) == [
        "RESUME", "PUSH_NULL", "LOAD_NAME", "LOAD_NAME", "LOAD_CONST", "KW_NAMES", "CALL", "POP_TOP", "RETURN_CONST",
      ])
  }

  @Test func finallyBlocksStandOnceOrTwice() throws {
    let source = "try: a\nfinally: b"
    #expect(
      try instructions(source, 8) == [
        "SETUP_FINALLY", "LOAD_NAME", "POP_TOP", "POP_BLOCK", "BEGIN_FINALLY", "LOAD_NAME", "POP_TOP", "END_FINALLY", "LOAD_CONST",
        "RETURN_VALUE",
      ])
    #expect(
      try instructions(source, 9) == [
        "SETUP_FINALLY", "LOAD_NAME", "POP_TOP", "POP_BLOCK", "LOAD_NAME", "POP_TOP", "JUMP_FORWARD", "LOAD_NAME", "POP_TOP", "RERAISE",
        "LOAD_CONST", "RETURN_VALUE",
      ])
    #expect(
      try instructions(source, 11) == [
        "RESUME", "LOAD_NAME", "POP_TOP", "LOAD_NAME", "POP_TOP", "LOAD_CONST", "RETURN_VALUE", "PUSH_EXC_INFO", "LOAD_NAME", "POP_TOP",
        "RERAISE", "COPY", "POP_EXCEPT", "RERAISE",
      ])
  }

  @Test func withStatementsEnterAndLeaveBlocks() throws {
    #expect(
      try instructions("with a as b: c", 8) == [
        "LOAD_NAME", "SETUP_WITH", "STORE_NAME", "LOAD_NAME", "POP_TOP", "POP_BLOCK", "BEGIN_FINALLY", "WITH_CLEANUP_START",
        "WITH_CLEANUP_FINISH", "END_FINALLY", "LOAD_CONST", "RETURN_VALUE",
      ])
    #expect(
      try instructions("with a as b: c", 9) == [
        "LOAD_NAME", "SETUP_WITH", "STORE_NAME", "LOAD_NAME", "POP_TOP", "POP_BLOCK", "LOAD_CONST", "DUP_TOP", "DUP_TOP", "CALL_FUNCTION",
        "POP_TOP", "JUMP_FORWARD", "WITH_EXCEPT_START", "POP_JUMP_IF_TRUE", "RERAISE", "POP_TOP", "POP_TOP", "POP_TOP", "POP_EXCEPT",
        "POP_TOP", "LOAD_CONST", "RETURN_VALUE",
      ])
  }

  @Test func comprehensionsAreFunctionsUpTo311() throws {
    for minor in 8...14 as ClosedRange<UInt8> {
      let code = try compile("x = [y for y in z]", version: PythonVersion(3, minor))
      #expect((inner(code, "<listcomp>") != nil) == (minor < 12))
    }
  }

  @Test func statementsOnOneLineAreMarkedIn38() throws {
    let source = "x = 1; y = 2\nz = 3"
    #expect(Array(try compile(source, version: PythonVersion(3, 8)).lineTable) == [4, 0, 4, 1])
    #expect(Array(try compile(source, version: PythonVersion(3, 9)).lineTable) == [8, 1])
    #expect(Array(try compile(source, version: PythonVersion(3, 10)).lineTable) == [8, 0, 8, 1])
  }

  @Test func statementsOfADeadFinallyAreKept() throws {
    // The inner block begins in code that is never reached.
    let source = "def f():\n try: return a\n finally:\n  try: b\n  finally: c\n"
    let code = try #require(inner(compile(source, version: PythonVersion(3, 9)), "f"))
    #expect(instructions(code).filter { $0 == "SETUP_FINALLY" }.count == 4)
  }

  @Test func classesNameThemselvesUpTo310() throws {
    let source = "class A:\n class B: pass\n"
    let old = try #require(inner(compile(source, version: PythonVersion(3, 10)), "A"))
    #expect(!old.constants.contains(.string("A.B")))
    let new = try #require(inner(compile(source, version: PythonVersion(3, 11)), "B"))
    #expect(new.qualifiedName == "A.B")
  }

  @Test func jumpsToThemselvesStay() throws {
    for minor in [8, 9] as [UInt8] { #expect(try instructions("while 1: pass", minor).contains("JUMP_ABSOLUTE")) }
  }

  @Test func linesThatAreFarApartEndWithZerosUpTo39() throws {
    let source = "x=1\n" + String(repeating: "\n", count: 253) + "y=2\n"
    #expect(Array(try compile(source, version: PythonVersion(3, 9)).lineTable) == [4, 127, 0, 127, 0, 0])
  }

  @Test func importsFromTheFutureComeFirst() throws {
    let late = "from __future__ import division; import os; from __future__ import division"
    for minor in 8...14 as ClosedRange<UInt8> {
      #expect(throws: CompileError.self) { try compile(late, version: PythonVersion(3, minor)) }
      #expect(throws: CompileError.self) { try compile("'a'\n'b'\nfrom __future__ import division", version: PythonVersion(3, minor)) }
      _ = try compile("'a'\nfrom __future__ import division; from __future__ import annotations", version: PythonVersion(3, minor))
    }
    #expect(throws: CompileError.self) { try compile("from .__future__ import nothing", version: PythonVersion(3, 12)) }
    _ = try compile("from .__future__ import nothing", version: PythonVersion(3, 13))
  }

  @Test func charactersHaveNamesAndAliases() throws {
    func text(_ name: String, _ minor: UInt8) throws -> Constant? {
      try compile("x = '\\N{\(name)}'", version: PythonVersion(3, minor)).constants.first
    }
    for name in ["RS", "rs", "Record Separator"] { #expect(try text(name, 8) == .string("\u{1E}")) }
    #expect(try text("CJK UNIFIED IDEOGRAPH-4E00", 8) == .string("\u{4E00}"))
    #expect(try text("HANGUL SYLLABLE GA", 8) == .string("\u{AC00}"))
    #expect(try text("Hangul Syllable Ga", 14) == .string("\u{AC00}"))
    // What came with a later Unicode, derived names in another case, and sequences of characters.
    for name in ["FVS4", "Hangul Syllable Ga", "KEYCAP DIGIT ONE", "CJK UNIFIED IDEOGRAPH-F900"] {
      #expect(throws: SyntaxFailure.self) { try text(name, 8) }
    }
  }
}
