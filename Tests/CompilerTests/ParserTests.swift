import Bytecode
import Compiler
import Testing

@Suite struct ParserTests {
  private static let newest = PythonVersion(3, 14)

  private func dump(_ source: String, _ version: PythonVersion = newest) throws -> String {
    let tree = try SyntaxParser.parse(Array(source.utf8), version: version)
    return String(decoding: TreeDump.text(of: tree, version: version), as: UTF8.self)
  }

  private func failure(_ source: String, _ version: PythonVersion = newest) -> SyntaxFailure? {
    do throws(SyntaxFailure) {
      _ = try SyntaxParser.parse(Array(source.utf8), version: version)
      return nil
    } catch {
      return error
    }
  }

  @Test func operatorsBindAsTheirPrecedenceSays() throws {
    let text = try dump("-a ** b + c * d if not e < f else g\n")
    #expect(text.hasPrefix("Module(body=[Expr(value=IfExp(test=UnaryOp(op=Not(), operand=Compare("))
    #expect(text.contains("body=BinOp(left=UnaryOp(op=USub(), operand=BinOp(left=Name(id='a'"))
  }

  @Test func columnsCountBytes() throws {
    let text = try dump("é = 'ü'\n")
    #expect(text.contains("Name(id='é', ctx=Store(), @1:0-1:2)"))
    #expect(text.contains("Constant(value='\\xfc', kind=None, @1:5-1:9)"))
  }

  @Test func namesAreNormalized() throws {
    #expect(try dump("ﬁ = ª\n").contains("Name(id='fi', ctx=Store()"))
    #expect(try dump("e\u{301} = 1\n").contains("id='\u{e9}'"))
  }

  @Test func textsThatAreNoMatchStatementAreExpressions() throws {
    #expect(try dump("match(x)\nmatch = 1\n").contains("Call(func=Name(id='match'"))
    #expect(try dump("match (x):\n case [1, *_]: pass\n").contains("Match(subject=Name(id='x'"))
  }

  @Test func featuresBelongToVersions() {
    let cases: [(String, UInt8)] = [
      ("match x:\n case 1: pass\n", 10), ("try: pass\nexcept* A: pass\n", 11), ("type X = int\n", 12), ("f'{\"\\n\"}'\n", 12),
      ("class A[T = int]: pass\n", 13), ("t'{x}'\n", 14), ("with (a as b, c): pass\n", 9),
    ]
    for (source, minor) in cases {
      #expect(failure(source, PythonVersion(3, minor)) == nil, "\(source)")
      #expect(failure(source, PythonVersion(3, minor - 1)) != nil, "\(source)")
    }
  }

  @Test func formatStringsHaveTheirVersionsPositions() throws {
    let new = try dump("x = f'a{b!r:>{c}}d'\n", PythonVersion(3, 13))
    #expect(new.contains("Constant(value='a', kind=None, @1:6-1:7)"))
    let old = try dump("x = f'a{b!r:>{c}}d'\n", PythonVersion(3, 11))
    #expect(old.contains("Constant(value='a', kind=None, @1:4-1:19)"))
    #expect(old.contains("Name(id='b', ctx=Load(), @1:8-1:9)"))
  }

  @Test func mistakesHaveTheirMessages() {
    let cases: [(String, String, Int, Int)] = [
      ("f(a b)\n", "invalid syntax. Perhaps you forgot a comma?", 1, 3),
      ("if x\n  pass\n", "expected ':'", 1, 5),
      ("x = (1,\ny = 2\n", "'(' was never closed", 1, 5),
      ("f() = 1\n", "cannot assign to function call here. Maybe you meant '==' instead of '='?", 1, 1),
      ("def f(a=1, b): pass\n", "parameter without a default follows parameter with a default", 1, 12),
      ("x = 'abc\n", "unterminated string literal (detected at line 1)", 1, 5),
      ("1__0\n", "invalid decimal literal", 1, 2),
      ("y = 1 +\n", "invalid syntax", 1, 8),
      ("f'{a $ b}'\n", "f-string: expecting '=', or '!', or ':', or '}'", 1, 6),
    ]
    for (source, message, line, offset) in cases {
      let found = failure(source, PythonVersion(3, 13))
      #expect(found?.message == message)
      #expect(found?.line == line && found?.offset == offset, "\(source)")
    }
  }

  @Test func mistakesOfTheOldParserStandWhereTargetsBegin() {
    let cases: [(String, String, Int)] = [
      ("(a, None) = 0, 0\n", "cannot assign to None", 1), ("(a, *__debug__) = 1, 2\n", "cannot assign to __debug__", 1),
      ("def f(**__debug__): pass\n", "cannot assign to __debug__", 9), ("f(a=23, a=234)\n", "keyword argument repeated", 9),
      ("a\u{20AC} = 1\n", "invalid character in identifier", 2),
    ]
    for (source, message, offset) in cases {
      let found = failure(source, PythonVersion(3, 8))
      #expect(found?.message == message && found?.offset == offset, "\(source)")
    }
  }

  @Test func namesMustNotNormalizeToKeywords() {
    let found = failure("x.Tru\u{1D49}\n")
    #expect(found?.kind == .valueError)
    #expect(found?.message == "identifier field can't represent 'True' constant")
    #expect(failure("x.Tru\u{1D49}\n", PythonVersion(3, 13)) == nil)
  }

  @Test func angleBracketsMeanUnequalIfAskedFor() {
    #expect(failure("from __future__ import barry_as_FLUFL\n1 <> 2\n") == nil)
    #expect(failure("from __future__ import barry_as_FLUFL\n1 != 2\n")?.message == "with Barry as BDFL, use '<>' instead of '!='")
    #expect(failure("1 <> 2\n") != nil)
  }

  @Test func indentationIsChecked() {
    #expect(failure("if x:\n        a\n\tb\n")?.kind == .tabError)
    #expect(failure("if x:\n    a\n  b\n")?.kind == .indentationError)
    #expect(failure("if x:\npass\n")?.message == "expected an indented block after 'if' statement on line 1")
  }

  @Test func encodingsAreDeclared() throws {
    let latin = Array("# coding: latin-1\nx = '".utf8) + [0xE9] + Array("'\n".utf8)
    let tree = try SyntaxParser.parse(latin, version: Self.newest)
    let text = String(decoding: TreeDump.text(of: tree, version: Self.newest), as: UTF8.self)
    #expect(text.contains("value='\\xe9'"))
    #expect(failure("# coding: nothing\n")?.message == "unknown encoding: nothing")
  }

  @Test func typeCommentsAreKeptWhereTheyBelong() throws {
    let source = "x = 1 # type: int\ndef f(a, # type: str\n      ):\n    # type: (...) -> None\n    pass # type: ignore[b]\n"
    let tree = try SyntaxParser.parse(Array(source.utf8), version: Self.newest, options: .typeComments)
    let text = String(decoding: TreeDump.text(of: tree, version: Self.newest), as: UTF8.self)
    for comment in ["int", "str", "(...) -> None"] { #expect(text.contains("type_comment='\(comment)'")) }
    #expect(text.contains("TypeIgnore(lineno=5, tag='[b]')"))
    #expect(throws: SyntaxFailure.self) {
      try SyntaxParser.parse(Array("f() # type: int\n".utf8), version: Self.newest, options: .typeComments)
    }
  }

  @Test(arguments: [
    ("1", true), ("1\n", true), ("if a:\n  b\n", true), ("if a:\n  b", true), ("class A: pass\n", true), ("class A: pass", false), ("", false),
    ("1\n2", false), ("if a:\n  b\nc", false),
  ])
  func aSessionTakesOneStatement(source: String, isTaken: Bool) {
    let tree = try? SyntaxParser.parse(Array(source.utf8), version: Self.newest, mode: .interactive)
    #expect((tree != nil) == isTaken)
  }

  @Test(arguments: [("x = (", true), ("def f():\n", true), ("\"\"\"a", true), ("if a:\n  b", true), ("a b c\n", false), ("1 = 2\n", false)])
  func incompleteInputIsTold(source: String, isIncomplete: Bool) {
    do throws(SyntaxFailure) {
      _ = try SyntaxParser.parse(
        Array(source.utf8), version: Self.newest, mode: .interactive, options: [.keepsBlocksOpen, .allowsIncompleteInput])
      Issue.record("\(source) is taken")
    } catch {
      #expect((error.kind == .incompleteInput) == isIncomplete)
    }
  }

  @Test(arguments: ["(", "[", "{a:", "f(", "not ", "-", "lambda: ", "x if y else ", "2 ** ", "f'{", "(x := ", "f(a=", "a["])
  func nestingEndsInAFailure(piece: String) {
    #expect(failure(String(repeating: piece, count: 20000)) != nil)
  }

  @Test(arguments: [("f(", ")"), ("f(a=", ")"), ("{1: 1, ", ": 1}"), ("(a if ", " else c)"), ("f\"{", "}\""), ("a[*", "]")])
  func theTimeDoesNotDoubleWithEachLevel(open: String, close: String) {
    let nested = String(repeating: open, count: 50) + "x" + String(repeating: close, count: 50)
    #expect(failure(nested + " $\n")?.message == "invalid syntax")
  }
}
