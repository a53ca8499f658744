import Foundation
import Testing

extension PageTests {
  /// What a page of explanations shows, and what its keys do.
  @Suite struct Explanations {
    private static let current = "document.querySelector('[aria-current=true]')"
    /// The offset and the name of the selected instruction.
    private static let selection = "\(current) === null ? '' : Array.from(\(current).querySelectorAll('td:not(.arrows)')).slice(0, 2).map(c => c.textContent).join(' ')"

    // MARK: Content

    /// The lines of each table as `adder explain` writes them, with single spaces.
    private static let lines = """
      Array.from(document.querySelectorAll('table.code tbody tr:not(.blank)')).map(function (row) {
        var cells = Array.from(row.querySelectorAll('td:not(.arrows)')).map(cell => cell.textContent);
        if (row.matches('.row')) {
          function stack(text) { return '[' + text.split('\\n').join(', ') + ']'; }
          var data = row.dataset, text = data.before === undefined ? '' : stack(data.before);
          if (data.after !== undefined) { text += ' \\u2192 ' + stack(data.after); }
          if (data.jump !== undefined) { text += ', by the jump ' + stack(data.jump); }
          cells[3] = cells[3].split(' ').join(',');
          cells[4] = text;
        }
        return cells.join(' ').split(/\\s+/).filter(word => word !== '').join(' ');
      })
      """

    private func lines(ofText text: String) -> [String] {
      let lines = text.split(separator: "\n").map { line in
        String(line.drop { "╭╰│┬┴─┼▶├╮╯╿╽└┌ ".contains($0) }).split(separator: " ").joined(separator: " ")
      }
      return lines.filter { !$0.isEmpty }.map { $0.hasPrefix("· ") ? String($0.dropFirst(2)) : $0 }
    }

    @Test(arguments: ["3.8", "3.10", "3.11", "3.13", "3.14"])
    func rowsAreThoseOfTheText(_ version: String) throws {
      let page = try PageTests.explanation(version, function: "total")
      let browser = try Browser.shared()
      try browser.show(page.path)
      let shown = try browser.texts(Explanations.lines)
      let text = try Adder.run("explain", "--version", version, "--function", "total", page.program).output
      let expected = Array(lines(ofText: text).dropFirst(2))
      #expect(shown == expected)
      // What is said of the code object.
      #expect(try browser.text("document.querySelector('.facts').textContent") == lines(ofText: text)[1].replacing("Python \(version); ", with: ""))
    }

    /// Each arrow is one line from the middle of its jump to the middle of its target; each jump has one, and its operand names the target.
    @Test(arguments: ["3.8", "3.10", "3.11", "3.13", "3.14", "3.8,3.11,3.14"])
    func arrowsLeadFromJumpsToTargets(_ versions: String) throws {
      let page = try PageTests.explanation(versions)
      let browser = try Browser.shared()
      try browser.show(page.path)
      let wrong = try browser.texts(
        """
        (function () {
          var wrong = [];
          document.querySelectorAll('table.code').forEach(function (table) {
            var rows = Array.from(table.tBodies[0].rows);
            function offset(row) { return row.querySelector('td.number').textContent; }
            var drawn = Array.from(table.querySelectorAll('.head')).map(function (head) {
              var name = head.classList[1], to = rows.indexOf(head.closest('tr')), left = [];
              var passed = rows.map((row, index) => index).filter(index => rows[index].querySelector('.' + name));
              var from = passed[0] === to ? passed[passed.length - 1] : passed[0];
              if (passed.length !== Math.abs(from - to) + 1) { wrong.push('gap of ' + offset(rows[from])); }
              passed.forEach(function (index) {
                var row = rows[index].getBoundingClientRect(), svg = rows[index].querySelector('svg').getBoundingClientRect();
                if (Math.abs(row.top - svg.top) > 0.1 || Math.abs(row.height - svg.height) > 0.1) { wrong.push('place of ' + offset(rows[from])); }
                var box = rows[index].querySelector('.' + name).getBBox(), middle = row.height / 2;
                left.push(svg.left + box.x);
                var top = index === passed[0] ? middle : 0, bottom = index === passed[passed.length - 1] ? middle : row.height;
                if (Math.abs(box.y - top) > 0.6 || Math.abs(box.y + box.height - bottom) > 0.6) { wrong.push('part of ' + offset(rows[from])); }
              });
              if (new Set(left).size !== 1) { wrong.push('lane of ' + offset(rows[from])); }
              return offset(rows[from]) + ' ' + offset(rows[to]);
            }).sort();
            var jumps = rows.filter(row => row.dataset.target && !row.cells[2].textContent.startsWith('SETUP')).map(function (row) {
              var target = offset(document.getElementById(row.dataset.target));
              if (row.querySelector('.operand').textContent !== 'to ' + target) { wrong.push('operand of ' + offset(row)); }
              return offset(row) + ' ' + target;
            }).sort();
            if (drawn.join() !== jumps.join()) { wrong.push(drawn.join() + ' but ' + jumps.join()); }
          });
          return wrong;
        })()
        """)
      #expect(wrong.isEmpty)
      #expect(try browser.value("document.querySelectorAll('.head').length", as: Int.self) > 3)
    }

    @Test func codeObjectsOfSeveralVersionsHaveOneList() throws {
      let page = try PageTests.explanation("3.8,3.13")
      let browser = try Browser.shared()
      try browser.show(page.path)
      let rows = try browser.texts("Array.from(document.querySelectorAll('table.list tr')).map(row => Array.from(row.cells).map(c => c.textContent).join(' '))")
      #expect(rows.first == "Code object Line Instructions in 3.8 3.13")
      #expect(rows.map { $0.split(separator: " ")[0] }.dropFirst() == ["<module>", "total", "Basket", "Basket.each", "Basket.each.<locals>.<lambda>", "Basket.each.<locals>.<lambda>.<locals>.<listcomp>"])
      #expect(rows.last?.hasSuffix("\u{2013}") == true)
      #expect(try browser.texts("Array.from(document.querySelectorAll('#f1 h2')).map(h => h.textContent)") == ["Python 3.8", "Python 3.13"])
      // Equal places of the versions are beside each other, whatever stands above them.
      #expect(
        try browser.holds(
          """
          Array.from(document.querySelectorAll('.columns')).every(function (columns) {
            var tables = Array.from(columns.querySelectorAll('tbody')).map(table => Array.from(table.rows).map(row => row.getBoundingClientRect().top).join());
            return new Set(tables).size === 1;
          })
          """))
      // None of the columns reaches into the next.
      #expect(
        try browser.holds(
          """
          Array.from(document.querySelectorAll('.columns')).every(columns => Array.from(columns.querySelectorAll('table')).every(function (table, i, all) {
            return i === 0 || all[i - 1].getBoundingClientRect().right <= table.getBoundingClientRect().left;
          }))
          """))
    }

    // MARK: Keys

    @Test func keysGoThroughInstructions() throws {
      let page = try PageTests.explanation("3.13", function: "total")
      let browser = try Browser.shared()
      try browser.show(page.path)
      #expect(try browser.text(Explanations.selection) == "" && browser.holds("document.getElementById('panel').hidden"))
      try browser.press("j")
      #expect(try browser.text(Explanations.selection) == "0 RESUME")
      #expect(try browser.holds("document.activeElement === \(Explanations.current) && document.activeElement.matches(':focus-visible')"))
      try browser.press("ArrowDown", "j", "k", "ArrowUp", "j")
      #expect(try browser.text(Explanations.selection) == "2 LOAD_CONST")
      #expect(try browser.text("document.querySelector('#panel h2').textContent") == "LOAD_CONST 0")
      #expect(try browser.text("document.querySelector('#panel .flow').textContent") == "Offset 2, line 2.")
      #expect(try browser.text("document.querySelector('#panel .doc').textContent").hasPrefix("Pushes a constant"))
      #expect(try browser.text("document.getElementById('panel').getAttribute('aria-live')") == "polite")
      #expect(try browser.texts("Array.from(document.querySelectorAll('#panel li')).map(li => li.textContent)") == ["empty", "0"])
      try browser.press("Escape")
      #expect(try browser.holds("document.getElementById('panel').hidden"))
      try browser.press("j")
      #expect(try browser.holds("!document.getElementById('panel').hidden"))
      // At the ends it stays.
      try browser.press("k", "k", "k", "k")
      #expect(try browser.text(Explanations.selection) == "0 RESUME")
    }

    @Test func keysFollowJumpsAndExceptions() throws {
      let page = try PageTests.explanation("3.13", function: "total")
      let browser = try Browser.shared()
      try browser.show(page.path)
      func go(to name: String) throws {
        for _ in 0..<60 {
          try browser.press("j")
          if try browser.text(Explanations.selection).hasSuffix(name) { return }
        }
        Issue.record("no \(name)")
      }
      try go(to: "FOR_ITER")
      let loop = try browser.text(Explanations.selection)
      #expect(try browser.text("\(Explanations.current).querySelector('.badge').textContent") == "loop")
      let target = try browser.text("\(Explanations.current).querySelector('.operand').textContent").replacing("to ", with: "")
      #expect(try browser.value("document.querySelectorAll('.head.lit').length", as: Int.self) >= 2)
      try browser.press("Enter")
      #expect(try browser.text(Explanations.selection).hasPrefix("\(target) "))
      try browser.press("b")
      #expect(try browser.text(Explanations.selection) == loop)
      #expect(try browser.text("document.querySelector('#panel .flow').textContent").contains("goes to \(target) "))
      try go(to: "BINARY_SUBSCR")
      let handler = try browser.text("document.querySelector('#panel .flow').textContent").components(separatedBy: "exceptions go to ").last ?? ""
      try browser.press("e")
      #expect(try browser.text(Explanations.selection) + "." == handler && handler.hasSuffix("PUSH_EXC_INFO."))
      #expect(try browser.holds("\(Explanations.current).querySelector('.badge.handler') !== null"))
      // What was followed is seen between the buttons and the details.
      #expect(
        try browser.holds(
          """
          \(Explanations.current).getBoundingClientRect().bottom <= document.getElementById('panel').getBoundingClientRect().top
            && \(Explanations.current).getBoundingClientRect().top >= document.querySelector('.toolbar').getBoundingClientRect().bottom
          """))
      try browser.press("b")
      #expect(try browser.text(Explanations.selection).hasSuffix("BINARY_SUBSCR"))
    }

    @Test func keysGoToOtherVersions() throws {
      let page = try PageTests.explanation("3.8,3.13", function: nil)
      let browser = try Browser.shared()
      try browser.show(page.path, width: 1800)
      let place = "\(Explanations.current).closest('details').id + ' ' + \(Explanations.current).closest('table').getAttribute('aria-label') + ' line ' + \(Explanations.current).dataset.line"
      try browser.press("j", "v")
      #expect(try browser.text(place) == "f0 Python 3.13 line 1")
      try browser.press("j", "j", "j", "j")
      let line = try browser.text("\(Explanations.current).dataset.line")
      try browser.press("v")
      #expect(try browser.text(place) == "f0 Python 3.8 line \(line)")
      // Behind the last instruction of a version comes the next code object in that version.
      try browser.press("v")
      for _ in 0..<60 where try browser.text(place).hasPrefix("f0 ") { try browser.press("j") }
      #expect(try browser.text(place).hasPrefix("f1 Python 3.13"))
      try browser.press("k")
      #expect(try browser.text(place).hasPrefix("f0 Python 3.13"))
    }

    @Test func codeObjectsAreOpenedAndClosed() throws {
      let page = try PageTests.explanation("3.13")
      let browser = try Browser.shared()
      try browser.show(page.path)
      let opened = "document.querySelectorAll('details[open]').length"
      let all = try browser.value(opened, as: Int.self)
      #expect(all == 5)
      try browser.press("c")
      #expect(try browser.value(opened, as: Int.self) == 0)
      // An instruction that is selected is seen.
      try browser.press("j")
      #expect(try browser.value(opened, as: Int.self) == 1)
      try browser.press("o")
      #expect(try browser.value(opened, as: Int.self) == all)
    }

    @Test func theMouseSelectsAndPresses() throws {
      let page = try PageTests.explanation("3.13", function: "total")
      let browser = try Browser.shared()
      try browser.show(page.path)
      try browser.click("tr.loop td.operand")
      #expect(try browser.text(Explanations.selection).hasSuffix("FOR_ITER"))
      try browser.click("[data-do=jump]")
      #expect(try browser.text(Explanations.selection).hasSuffix("LOAD_FAST"))
      try browser.click("[data-do=back]")
      #expect(try browser.text(Explanations.selection).hasSuffix("FOR_ITER"))
      // A click brings hidden details back.
      try browser.press("Escape")
      try browser.click("[aria-current=true] td.operand")
      #expect(try browser.holds("!document.getElementById('panel').hidden"))
      // With one version there is no other.
      #expect(try browser.holds("document.querySelector('[data-do=other]').offsetHeight === 0"))
    }

    // MARK: Size and text

    @Test func largeFunctionsCanBeRead() throws {
      let body = (0..<700).map { "    if x > \($0):\n        x = f(x, \($0))\n" }.joined()
      let page = try PageTests.explanation("3.13", of: "def large(x):\n    while x:\n" + body.replacing("    if", with: "        if").replacing("        x =", with: "            x =") + "    return x\n", function: "large")
      let browser = try Browser.shared()
      let start = Date()
      try browser.show(page.path)
      try browser.press("j", "j")
      #expect(Date().timeIntervalSince(start) < 20)
      #expect(try browser.value("document.querySelectorAll('tr.row').length", as: Int.self) > 6000)
      try browser.click("tr.return td.number")
      #expect(try browser.text(Explanations.selection).contains("RETURN"))
      // Arrows are still drawn far down the page.
      #expect(try browser.holds("Array.from(document.querySelectorAll('tr.row')).slice(-20).some(row => row.querySelector('.head') !== null)"))
    }

    @Test func deepStacksAreShownFromTheTop() throws {
      let page = try PageTests.explanation("3.8", of: "x = [\(String(repeating: "a, ", count: 1000))]\n")
      let size = try FileManager.default.attributesOfItem(atPath: page.path)[.size] as? Int ?? .max
      #expect(size < 3_000_000)
      let browser = try Browser.shared()
      try browser.show(page.path)
      #expect(try browser.text("Array.from(document.querySelectorAll('tr.row')).find(r => r.textContent.includes('BUILD_LIST')).dataset.before.split('\\n')[0]") == "\u{2026} 900 more")
    }

    /// Text of a program is text on the page, and the browser finds it.
    @Test func textIsTextWhateverItIs() throws {
      let hostile = #"</script><b>&amp; ü 日本語 \ud800 \x00 ""#
      let source = "def naïve():\n    return '\(hostile)'  # <i>&lt;</i>\n"
      let page = try PageTests.explanation("3.13", of: source, function: "naïve")
      let browser = try Browser.shared()
      try browser.show(page.path)
      #expect(try browser.texts("Array.from(document.querySelectorAll('td.operand')).map(c => c.textContent)").contains("'\(hostile)'"))
      #expect(try browser.texts("Array.from(document.querySelectorAll('tr.source code')).map(c => c.textContent)")[1] == "    return '\(hostile)'  # <i>&lt;</i>")
      #expect(try browser.holds("document.scripts.length === 1 && document.querySelectorAll('i, td.operand *, tr.source code *').length === 0"))
      #expect(try browser.text("document.querySelector('summary code').textContent") == "naïve")
      for words in ["日本語", "</script>", "RETURN_CONST", "&amp;"] { #expect(try browser.holds("window.find('\(words)', false, false, true)"), "\(words)") }
      #expect(try !browser.holds("window.find('what is not there')"))
      #expect(browser.complaints.isEmpty)
    }
  }
}
