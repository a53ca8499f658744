import Bytecode
import Explanation
import Foundation
import SpecModel
import Testing

/// Stacks by name, how values read, and what is drawn.
@Suite struct ExplanationTests {
  private static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

  private func explanation(_ body: String, _ version: String = "3.13") throws -> CodeExplanation {
    let file = try Assembler.assemble(Array(".python \(version)\n.code <module>\n\(body)".utf8))
    return CodeExplanation(try #require(CodeListing(file.code)))
  }

  private func texts(_ stack: [StackItemName]?) -> [String]? { stack.map { $0.map(\.text) } }

  // MARK: Readings

  private func reading(_ text: String, _ inputs: [String: [StackItemName]], fields: [String: String] = [:]) throws -> String {
    var diagnostics = Diagnostics()
    let place = Place(file: "", line: 1, column: 1)
    let reading = try #require(
      SpecModel.Reading.parse(Located(text, place), output: "result", names: Array(inputs.keys) + fields.keys, &diagnostics))
    var writer = ReadingWriter(inputs: inputs) { fields[$0] }
    return writer.text(of: reading, number: 3)
  }

  @Test func readingsAreFilled() throws {
    let (a, sum, null) = (StackItemName("a"), StackItemName("b + c"), StackItemName("NULL", isAbsent: true))
    #expect(try reading("{left} {op} {right}", ["left": [a], "right": [sum]], fields: ["op": "*"]) == "a * (b + c)")
    #expect(try reading("{left} {op} {right}", ["left": [a], "right": [sum]], fields: ["op": "[]"]) == "a[b + c]")
    #expect(try reading("{f}({me}, {args})", ["f": [a], "me": [null], "args": [sum, a]]) == "a(b + c, a)")
    #expect(try reading("{f}({me}, {args})", ["f": [a], "me": [null], "args": []]) == "a()")
    #expect(try reading("{f}({me}, {args})", ["f": [a], "me": [a], "args": []]) == "a(a)")
    #expect(try reading("{f}(*{args}, **{more})", ["f": [a], "args": [a], "more": [null]]) == "a(*a)")
    #expect(try reading("{{{pairs :}}}", ["pairs": [a, sum, sum, a]]) == "{a: b + c, b + c: a}")
    let names = StackItemName("('x',)", items: [CodeListing.TupleItem(name: "x", text: "'x'")])
    #expect(try reading("f({args = names})", ["args": [a, sum], "names": [names]]) == "f(a, x=b + c)")
    #expect(try reading("{values : names}", ["values": [a], "names": [names]]) == "'x': a")
    #expect(try reading("{a}[{#}]", ["a": [a]]) == "a[3]")
  }

  @Test func longTextsAreCut() {
    let name = StackItemName(String(repeating: "x", count: 200))
    #expect(name.text.count == 60 && name.text.contains("…"))
  }

  @Test func namesOfSeveralWaysAreJoined() {
    let names = ["a", "b", "c", "d"].map { StackItemName($0) }
    #expect(names[0].joined(with: names[0]).text == "a")
    #expect(names[0].joined(with: names[1]).joined(with: names[2]).text == "a or b or c")
    #expect(names[0].joined(with: names[1]).joined(with: names[2]).joined(with: names[3]) == .unknown)
  }

  // MARK: Stacks

  @Test func stacksHaveNames() throws {
    let code = try explanation(
      """
       RESUME start @1
       LOAD_NAME print @2
       PUSH_NULL
       LOAD_NAME x
       LOAD_CONST 1
       BINARY_OP +
       CALL 1
       RETURN_VALUE

      """)
    #expect(code.problem == nil)
    #expect(
      code.rows.map { texts($0.before) } == [
        [], [], ["print"], ["print", "NULL"], ["print", "NULL", "x"], ["print", "NULL", "x", "1"], ["print", "NULL", "x + 1"], ["print(x + 1)"],
      ])
    #expect(code.rows[6].roles == [.call] && code.rows[7].roles == [.return] && code.rows[7].after == nil)
  }

  @Test func waysMeet() throws {
    let code = try explanation(
      """
       RESUME start @1
       LOAD_NAME c @1
       TO_BOOL
       POP_JUMP_IF_FALSE other
       LOAD_CONST 1
       JUMP_FORWARD end
      other:
       LOAD_CONST 2
      end:
       RETURN_VALUE

      """)
    #expect(texts(code.rows.last?.before) == ["1 or 2"])
  }

  @Test func refusedCodeIsShownWithoutStacks() throws {
    let code = try explanation(" RESUME start @1\n POP_TOP\n RETURN_CONST None\n")
    #expect(code.problem != nil && code.rows.allSatisfy { $0.before == nil } && code.rows.count == 3)
  }

  /// As deep as the checker finds them, in all programs of the corpus, and nearly all with names.
  @Test(arguments: InstructionSet.executableVersions.map(\.description))
  func stacksAreAsDeepAsTheChecker(_ version: String) throws {
    let folder = ExplanationTests.tests.appendingPathComponent("Corpora")
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.contains("/\(version)/") && $0.hasSuffix(".pyc") }
    #expect(files.count > 100)
    var (items, unknown) = (0, 0)
    for file in files.sorted().enumerated().filter({ $0.offset % 7 == 0 }).map(\.element) {
      let data = try Data(contentsOf: folder.appendingPathComponent(file))
      var pending = [try PycFile(reading: Array(data)).code]
      while let image = pending.popLast() {
        for case .code(let inner) in image.constants { pending.append(inner) }
        let code = CodeExplanation(try #require(CodeListing(image)))
        #expect(code.problem == nil, "\(file): \(image.qualifiedName.escaped)")
        let depths = try Verifier.verify(image).depths
        for (listed, row) in zip(code.listing.rows, code.rows) {
          let depth = Int(depths[listed.offset / code.listing.set.encoding.codeUnit])
          // The checker knows more of what is never reached, and of the finally blocks of 3.8.
          if depth >= 0, depth != row.before?.count ?? -1, version != "3.8" { Issue.record("\(file): \(image.qualifiedName.escaped), \(listed.offset): \(depth), \(String(describing: texts(row.before)))") }
          items += row.before?.count ?? 0
          unknown += row.before?.count { $0 == .unknown } ?? 0
        }
      }
    }
    #expect(unknown * 200 < items)
  }

  // MARK: Lines and arrows

  @Test func arrowsLeadToTargets() throws {
    let code = try explanation(
      """
       RESUME start @1
      again:
       LOAD_NAME c @2
       TO_BOOL
       POP_JUMP_IF_FALSE end
       JUMP_BACKWARD again @3
      end:
       RETURN_CONST None @2

      """)
    let sheet = ExplanationLines(code)
    #expect(
      sheet.lines == [
        .source(1), .row(0), .source(2), .row(1), .row(2), .row(3), .source(3), .row(4), .source(2), .row(5),
      ])
    #expect(
      JumpArrows(sheet).drawing(lineCount: sheet.lines.count) == [
        "     ", "     ", "     ", "╭───▶", "│    ", "│ ╭──", "│ │  ", "╰─┼──", "  │  ", "  ╰─▶",
      ])
  }

  @Test func versionsAreAligned() throws {
    let short = try explanation(" RESUME start @1\n LOAD_NAME a @2\n RETURN_VALUE @3\n")
    let long = try explanation(" RESUME start @1\n LOAD_NAME a @2\n TO_BOOL @2\n RETURN_VALUE @3\n")
    var sheets = [ExplanationLines(short), ExplanationLines(long)]
    ExplanationLines.align(&sheets)
    #expect(sheets[0].lines == [.source(1), .row(0), .source(2), .row(1), .blank, .source(3), .row(2)])
    #expect(sheets[1].lines == [.source(1), .row(0), .source(2), .row(1), .row(2), .source(3), .row(3)])
  }
}
