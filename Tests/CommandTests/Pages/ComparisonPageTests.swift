import Foundation
import Testing

extension PageTests {
  /// What a page of comparisons shows, and what its keys do.
  @Suite struct Comparisons {
    /// The rows of each code object: the change, then offset, name and operand of each side.
    private static let rows = """
      Array.from(document.querySelectorAll('table.rows tbody tr')).map(function (row) {
        function side(cells) { return cells[0].matches('.none') ? '-' : [cells[2], cells[3], cells[4]].map(c => c.textContent).join(' ').trim(); }
        var cells = Array.from(row.cells), mark = cells.findIndex(c => c.matches('.mark'));
        return row.classList[0] + ': ' + side(cells.slice(0, mark)) + ' | ' + side(cells.slice(mark + 1));
      })
      """

    private struct Report: Decodable {
      struct Function: Decodable {
        let qualname: String
        let instructions: [Row]
      }
      struct Row: Decodable {
        let change: String
        let old: Side?
        let new: Side?
      }
      struct Side: Decodable {
        let offset: Int
        let name: String
        let operand: String

        var text: String { "\(offset) \(name) \(operand)".trimmingCharacters(in: .whitespaces) }
      }
      let code_objects: [Function]
    }

    @Test(arguments: ["3.8,3.14", "3.10,3.11", "3.12,3.13"])
    func rowsAreThoseOfTheReport(_ versions: String) throws {
      let page = try PageTests.comparison(versions)
      let json = try Adder.run("diff", "--json", "--versions", versions, page.program).output
      let report = try JSONDecoder().decode(Report.self, from: Data(json.utf8))
      let browser = try Browser.shared()
      try browser.show(page.path)
      let expected = report.code_objects.flatMap(\.instructions).map { "\($0.change): \($0.old?.text ?? "-") | \($0.new?.text ?? "-")" }
      #expect(try browser.texts(Comparisons.rows) == expected)
      #expect(try browser.texts("Array.from(document.querySelectorAll('summary > code')).map(c => c.textContent)") == report.code_objects.map(\.qualname))
    }

    @Test func keysGoFromDifferenceToDifference() throws {
      let page = try PageTests.comparison("3.8,3.14")
      let browser = try Browser.shared()
      try browser.show(page.path)
      let count = try browser.value("document.querySelectorAll('.difference').length", as: Int.self)
      let status = "document.querySelector('[role=status]').textContent"
      #expect(try browser.text(status) == "\(count) differences" && count > 10)
      for number in 1...3 {
        try browser.press("n")
        #expect(try browser.text(status) == "\(number) of \(count)")
        #expect(try browser.holds("document.activeElement === document.querySelectorAll('.difference')[\(number - 1)] && document.activeElement.matches('.current')"))
        #expect(try browser.holds("document.querySelectorAll('.current').length === 1"))
      }
      try browser.press("p", "p", "p")
      #expect(try browser.text(status) == "\(count) of \(count)")
      // It is opened and in the window.
      try browser.press("c", "p")
      #expect(
        try browser.holds(
          "document.activeElement.closest('details').open && document.activeElement.getBoundingClientRect().top > 0 && document.activeElement.getBoundingClientRect().bottom < innerHeight"))
    }

    @Test func equalInstructionsAreHidden() throws {
      let page = try PageTests.comparison("3.8,3.14")
      let browser = try Browser.shared()
      try browser.show(page.path)
      try browser.press("o")
      let shown = "Array.from(document.querySelectorAll('tr.equal')).filter(r => r.offsetHeight > 0).length"
      let (before, pressed) = (try browser.value(shown, as: Int.self), "document.querySelector('[data-do=only]').getAttribute('aria-pressed')")
      #expect(try before > 5 && browser.text(pressed) == "false")
      try browser.press("e")
      #expect(try browser.value(shown, as: Int.self) == 0 && browser.text(pressed) == "true")
      #expect(try browser.holds("Array.from(document.querySelectorAll('tr.changed')).every(r => r.offsetHeight > 0)"))
      try browser.click("[data-do=only]")
      #expect(try browser.value(shown, as: Int.self) == before)
    }

    @Test func textIsTextWhateverItIs() throws {
      let hostile = #"</script><b>&amp; ü 日本語 \ud800 ""#
      let page = try PageTests.comparison("3.8,3.13", of: "def naïve(x):\n    return ['\(hostile)', x]\n")
      let browser = try Browser.shared()
      try browser.show(page.path)
      #expect(try browser.texts("Array.from(document.querySelectorAll('td.operand')).map(c => c.textContent)").filter { $0 == "'\(hostile)'" }.count == 2)
      #expect(try browser.holds("document.scripts.length === 1 && document.querySelectorAll('td.operand b').length === 0 && window.find('日本語')"))
      #expect(browser.complaints.isEmpty)
    }
  }
}
