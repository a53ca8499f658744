import Bytecode
import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// `adder explain`: what it takes, text and pages, and the exit status.
@Suite struct ExplainCommandTests {
  private static let source = """
    def double(x):
        return x + x

    print(double("<a & b>"))

    """

  private func program(_ folder: Folder) throws -> String { try folder.write(Array(ExplainCommandTests.source.utf8), "program.py") }

  @Test func aFunctionOfASource() throws {
    let folder = try Folder()
    let path = try program(folder)
    let outcome = try Adder.run("explain", "--version", "3.13", "\(path):double")
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    #expect(
      outcome.output == """

        double, line 1
        Python 3.13; stack of 2; locals x; flags OPTIMIZED NEWLOCALS

            1  def double(x):
            0  RESUME              0             [] → []
            2      return x + x
            2  LOAD_FAST_LOAD_FAST x, x          [] → [x, x]
            4  BINARY_OP           +             [x, x] → [x + x]
            8  RETURN_VALUE              return  [x + x]

        """)
  }

  @Test func severalVersionsStandBesideEachOther() throws {
    let folder = try Folder()
    let path = try program(folder)
    let outcome = try Adder.run("explain", "--version", "3.13,3.14", "--width", "160", path)
    #expect(outcome.status == 0)
    let line = try #require(outcome.output.split(separator: "\n").first { $0.contains("return x + x") })
    #expect(line.components(separatedBy: "return x + x").count == 3)
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 160 })
  }

  @Test func pagesAreWellFormedAndNeedNothing() throws {
    let folder = try Folder()
    let path = try program(folder)
    let page = folder.path + "/page.html"
    let outcome = try Adder.run("explain", "--version", "3.13,3.14", "--html", page, path)
    #expect(outcome.status == 0 && outcome.output.isEmpty)
    let data = try Data(contentsOf: URL(fileURLWithPath: page))
    let parser = XMLParser(data: data)
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    let text = String(decoding: data, as: UTF8.self)
    #expect(text.contains("&lt;a &amp; b&gt;") && text.contains("data-target") == false)
    #expect(!text.contains("http:") && !text.contains("https:"))
  }

  @Test func whatIsNotThereIsSaid() throws {
    let folder = try Folder()
    let path = try program(folder)
    var outcome = try Adder.run("explain", "\(path):duble")
    #expect(outcome.status == 1 && outcome.errors == "adder: \(path): no code object has the name duble; did you mean double?\n")
    outcome = try Adder.run("explain", folder.path + "/none.py")
    #expect(outcome.status == 2 && outcome.errors == "adder: \(folder.path)/none.py: No such file or directory\n")
    outcome = try Adder.run("explain", "--version", "3.99", path)
    #expect(outcome.status == 2 && outcome.errors.contains("unknown Python version 3.99"))
    let wrong = try folder.write(Array("x = (\n".utf8), "wrong.py")
    outcome = try Adder.run("explain", wrong)
    #expect(outcome.status == 1 && outcome.errors == "\(wrong):1:5: SyntaxError: '(' was never closed\n")
  }
}
