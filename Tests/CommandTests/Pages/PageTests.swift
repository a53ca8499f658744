import Foundation
import Testing

/// Pages in a browser: they need nothing but themselves, can be read in both schemes and used with keys alone. Not run where no browser is found.
@Suite(.serialized, .enabled(if: Browser.program != nil, "no Chromium was found; CHROMIUM names one"))
struct PageTests {
  static let source = """
    def total(prices):
        sum = 0
        for name in prices:
            try:
                sum += cost[name]
            except KeyError as e:
                print(e)
                continue
            while sum > 9:
                sum -= 1
        return sum


    class Basket:
        def each(self):
            return lambda: [x for x in self]


    """

  /// A page and the files that it is made of.
  struct Page {
    let folder: Folder
    let program: String
    var path: String { folder.path + "/page.html" }

    init(_ source: String) throws {
      folder = try Folder()
      program = try folder.write(Array(source.utf8), "program.py")
    }
  }

  static func explanation(_ versions: String, of source: String = PageTests.source, function: String? = nil) throws -> Page {
    let page = try Page(source)
    let outcome = try Adder.run(["explain", "--version", versions, "--html", page.path, page.program] + (function.map { ["--function", $0] } ?? []))
    try #require(outcome.status == 0, "\(outcome.errors)")
    return page
  }

  static func comparison(_ versions: String, of source: String = PageTests.source) throws -> Page {
    let page = try Page(source)
    let outcome = try Adder.run("diff", "--versions", versions, "--html", page.path, page.program)
    try #require(outcome.status == 1, "\(outcome.errors)")
    return page
  }

  /// The pages that are looked at in each way.
  enum Kind: String, CaseIterable {
    case one, several, comparison

    func page() throws -> Page {
      switch self {
      case .one: try PageTests.explanation("3.13")
      case .several: try PageTests.explanation("3.8,3.11,3.14")
      case .comparison: try PageTests.comparison("3.8,3.14")
      }
    }

    /// Selects something, so that what is marked and shown then is looked at too.
    var firstKey: String { self == .comparison ? "n" : "j" }
  }

  @Test(arguments: Kind.allCases, [false, true])
  func pagesNeedNothingAndComplainOfNothing(_ kind: Kind, isDark: Bool) throws {
    let page = try kind.page()
    let browser = try Browser.shared()
    for width in [360, 1400] {
      try browser.show(page.path, width: width, height: 700, isDark: isDark)
      try browser.press(kind.firstKey, kind.firstKey)
      #expect(browser.requests == [URL(fileURLWithPath: page.path).absoluteString])
      #expect(browser.complaints.isEmpty)
      #expect(try browser.holds("document.querySelector('.toolbar').offsetHeight > 0"))
      // What is wider than the window scrolls in its own frame.
      #expect(try browser.value("document.documentElement.scrollWidth", as: Int.self) <= width)
      let ground = try browser.text("getComputedStyle(document.body).backgroundColor")
      #expect((ground == "rgb(255, 255, 255)") == !isDark)
    }
  }

  /// By the rule of WCAG 2: text of this size has a contrast of 4.5 to its ground.
  @Test(arguments: Kind.allCases, [false, true])
  func textCanBeRead(_ kind: Kind, isDark: Bool) throws {
    let page = try kind.page()
    let browser = try Browser.shared()
    try browser.show(page.path, isDark: isDark)
    try browser.press(kind.firstKey, kind.firstKey)
    let measured = try browser.value(PageTests.contrasts + ".count", as: Int.self)
    #expect(measured > 200)
    #expect(try browser.texts(PageTests.contrasts + ".faint").isEmpty)
  }

  /// How many elements have text, and those that are hard to read.
  private static let contrasts = """
    (function () {
      function parts(color) { return color.match(/[0-9.]+/g).map(Number); }
      function light(color) {
        var linear = color.slice(0, 3).map(function (v) { v /= 255; return v <= 0.03928 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4); });
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
      }
      function ground(element) {
        for (; element; element = element.parentElement) {
          var color = parts(getComputedStyle(element).backgroundColor);
          if (color.length === 3 || color[3] === 1) { return color; }
        }
        return [255, 255, 255];
      }
      var result = { count: 0, faint: [] };
      document.querySelectorAll('body *').forEach(function (element) {
        var hasText = Array.from(element.childNodes).some(function (node) { return node.nodeType === 3 && node.nodeValue.trim() !== ''; });
        if (!hasText || element.getClientRects().length === 0) { return; }
        for (var outer = element; outer; outer = outer.parentElement) { if (getComputedStyle(outer).opacity !== '1') { result.faint.push('opacity'); } }
        var a = light(parts(getComputedStyle(element).color)), b = light(ground(element));
        result.count++;
        if ((Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < 4.5) { result.faint.push(element.outerHTML); }
      });
      return result;
    })()
    """

  /// Paper is white, and shows everything that the window only scrolls to.
  @Test(arguments: Kind.allCases)
  func pagesCanBePrinted(_ kind: Kind) throws {
    let page = try kind.page()
    let browser = try Browser.shared()
    try browser.show(page.path, isDark: true)
    try browser.press(kind.firstKey)
    try browser.setMedia("print", isDark: true)
    #expect(try browser.text("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)")
    #expect(try browser.holds("document.querySelector('.toolbar').offsetHeight === 0"))
    #expect(try browser.holds("!document.querySelector('#panel') || document.querySelector('#panel').offsetHeight === 0"))
    #expect(try browser.holds("Array.from(document.querySelectorAll('.scroll')).every(e => getComputedStyle(e).overflowX === 'visible')"))
    let height = try browser.value("document.documentElement.scrollHeight", as: Int.self)
    // Without a medium of its own, so that paper is one.
    try browser.setMedia("")
    let paper = String(decoding: try browser.printed(), as: UTF8.self)
    let count = paper.components(separatedBy: "/Type /Page\n").count - 1
    #expect(paper.hasPrefix("%PDF") && count >= 2)
    // About as long as in the window: nothing is pushed to the next page but what would be cut.
    #expect(count <= height / 800 + 1)
  }

  /// What Tab goes to is marked, first the way past the buttons, then each of them.
  @Test(arguments: Kind.allCases)
  func tabGoesThroughThePage(_ kind: Kind) throws {
    let page = try kind.page()
    let browser = try Browser.shared()
    try browser.show(page.path)
    var seen: [String] = []
    while seen.count < 100 {
      try browser.press("Tab")
      // Behind the last element comes the browser's own window.
      if try browser.holds("document.activeElement === document.body") { break }
      let mark = try browser.text("document.activeElement.matches(':focus-visible') ? getComputedStyle(document.activeElement).outlineStyle : ''")
      #expect(mark == "solid", "\(seen)")
      seen.append(try browser.text("document.activeElement.tagName + ' ' + (document.activeElement.dataset.do || document.activeElement.getAttribute('href') || '')"))
    }
    #expect(seen.first == (kind == .comparison ? "A #comparison" : "A #explanation"))
    let buttons = try browser.texts("Array.from(document.querySelectorAll('.toolbar button:not([hidden])')).map(b => 'BUTTON ' + b.dataset.do)")
    #expect(Array(seen.dropFirst().prefix(buttons.count)) == buttons)
    #expect(seen.contains { $0.hasPrefix("A #f") || $0.hasPrefix("A #m1f") } && seen.contains("SUMMARY "))
    // Back as well.
    try browser.press("Tab", "Tab", "Tab")
    try browser.press("Tab", shift: true)
    #expect(try browser.text("document.activeElement.dataset.do") == String(buttons[0].dropFirst("BUTTON ".count)))
  }

  /// A link to a code object opens it and goes there.
  @Test(arguments: Kind.allCases)
  func linksOpenCodeObjects(_ kind: Kind) throws {
    let page = try kind.page()
    let browser = try Browser.shared()
    try browser.show(page.path)
    try browser.press("c")
    #expect(try browser.holds("document.querySelectorAll('details[open]').length === 0"))
    try browser.call("Runtime.evaluate", ["expression": "document.querySelectorAll('table.list a')[2].focus()"])
    try browser.press("Enter")
    #expect(try browser.sees("Array.from(document.querySelectorAll('details')).findIndex(d => d.open) === 2"))
    let top = try browser.value("document.querySelector('details[open]').getBoundingClientRect().top", as: Double.self)
    #expect(top >= 0 && top < 880)
    #expect(browser.complaints.isEmpty)
  }
}
