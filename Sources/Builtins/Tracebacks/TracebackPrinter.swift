import Runtime

/// (A class: Swift 6.3.1 crashes when functions with typed throws take or return so large a struct.)
/// Prints exceptions as CPython's Lib/traceback.py does does, or the C code up to 3.12.
final class TracebackPrinter {
  static let groupWidth = 15
  static let groupDepth = 10

  /// What the printer refers to in the heap. It lies in a local variable of `text`, where the collector sees it; a Swift object is not scanned.
  private struct Roots {
    let exceptions: Ref<ListObject>
    var out: TextBuilder
  }

  let t: Thread
  private let roots: UnsafeMutablePointer<Roots>
  private let files = SourceFiles()
  private let isColoured: Bool
  /// Nesting of exception groups.
  private var depth = 0
  private var needsClosing = false

  private init(_ t: Thread, _ roots: UnsafeMutablePointer<Roots>, isColoured: Bool) {
    self.t = t
    self.roots = roots
    self.isColoured = isColoured
  }

  private func exception(_ node: ReportedException) -> Ref<ExceptionObject> { roots.pointee.exceptions.items[node.index].unchecked() }

  /// The text that is printed for an uncaught exception.
  static func text(_ t: Thread, _ e: Value, isColoured: Bool = false) throws(Raised) -> Value {
    var report = try ExceptionReport(t)
    let root = try report.collect(e)
    var roots = Roots(exceptions: report.exceptions, out: TextBuilder(t))
    return try withUnsafeMutablePointer(to: &roots) { (pointer) throws(Raised) -> Value in
      try TracebackPrinter(t, pointer, isColoured: isColoured).format(root)
      return try pointer.pointee.out.finish()
    }
  }

  /// The lines `Type: message` and the notes.
  static func exceptionOnly(_ t: Thread, _ e: Ref<ExceptionObject>, isColoured: Bool = false) throws(Raised) -> Value {
    var out = TextBuilder(t)
    try ExceptionLines.append(t, e, isColoured: isColoured, to: &out)
    return try out.finish()
  }

  // MARK: - Layout

  private func indent(_ extra: StaticString = "") throws(Raised) -> Value {
    var text = TextBuilder(t)
    try text.append(repeating: 32, count: 2 * depth)
    try text.append(extra)
    return try text.finish()
  }

  /// Appends text; inside groups each of its lines gets the margin.
  private func emit(_ text: Value, margin: StaticString = "|") throws(Raised) {
    if depth == 0 { return try roots.pointee.out.append(text) }
    let s: Ref<StrObject> = text.unchecked()
    let prefix = try indent(margin)
    var start = 0
    while start < s.count {
      var end = start
      while end < s.count && s.codePoint(end) != 10 { end += 1 }
      if end < s.count { end += 1 }
      if !isRepetition(s, start) {
        try roots.pointee.out.append(prefix)
        try roots.pointee.out.append(codePoint: 32)
      }
      try roots.pointee.out.append(str: text, from: start, to: end)
      start = end
    }
  }

  /// Whether a line counts frames that repeat: the C code puts no margin in front of it. (Lines of source have a wider indentation.)
  private func isRepetition(_ s: Ref<StrObject>, _ start: Int) -> Bool {
    !t.has(.reportsByTracebackModule) && start + 2 < s.count && s.codePoint(start) == 32 && s.codePoint(start + 1) == 32
      && s.codePoint(start + 2) == char("[")
  }

  /// The lines that say what an exception is. The C code up to 3.12 puts the margin in front of what it writes, not of lines inside a text, and not
  /// of source.
  private func emitLines(of e: Ref<ExceptionObject>) throws(Raised) {
    if depth == 0 || t.has(.reportsByTracebackModule) { return try emit(try TracebackPrinter.exceptionOnly(t, e, isColoured: isColoured)) }
    let parts = try ExceptionLines.parts(t, e)
    try emitWithOneMargin(parts.place)
    try emitWithOneMargin(parts.text)
    try emit(parts.notes)
  }

  private func emitWithOneMargin(_ text: Value) throws(Raised) {
    let count = text.unchecked(as: StrObject.self).count
    if count == 0 { return }
    try roots.pointee.out.append(try indent("| "))
    try roots.pointee.out.append(str: text, from: 0, to: count)
  }

  private func emit(_ text: StaticString, margin: StaticString = "|") throws(Raised) { try emit(try t.str(text), margin: margin) }

  private func stack(_ traceback: Value) throws(Raised) -> Value {
    try StackLines(t, t.has(.reportsByTracebackModule) ? .module : .native, files, isColoured: isColoured).text(traceback)
  }

  // MARK: - Exceptions

  /// The exceptions that led to `node`, oldest first, then `node`.
  private func format(_ node: ReportedException) throws(Raised) {
    var chain: [(message: StaticString?, node: ReportedException)] = []
    var current = node
    while true {
      if let cause = current.cause {
        chain.append(("\nThe above exception was the direct cause of the following exception:\n\n", current))
        current = cause
      } else if let context = current.context {
        chain.append(("\nDuring handling of the above exception, another exception occurred:\n\n", current))
        current = context
      } else {
        chain.append((nil, current))
        break
      }
    }
    for link in chain.reversed() {
      if let message = link.message { try emit(message) }
      try formatOne(link.node)
    }
  }

  private func formatOne(_ node: ReportedException) throws(Raised) {
    let value = roots.pointee.exceptions.items[node.index]
    guard t.isException(value) else {
      return try emit(try t.message("TypeError: print_exception(): Exception expected for value, %T found\n", value))
    }
    let e = exception(node)
    if let members = node.members { return try formatGroup(e, members) }
    let traceback = try StackLines.shownPart(t, of: e.traceback)
    if traceback.isKind(.traceback) {
      try emit("Traceback (most recent call last):\n")
      try emit(try stack(traceback))
    }
    try emitLines(of: e)
  }

  private func formatGroup(_ e: Ref<ExceptionObject>, _ members: [ReportedException]) throws(Raised) {
    if depth > TracebackPrinter.groupDepth { return try emit("... (max_group_depth is 10)\n") }
    let isTop = depth == 0
    if isTop { depth = 1 }
    let traceback = try StackLines.shownPart(t, of: e.traceback)
    if traceback.isKind(.traceback) {
      try emit("Exception Group Traceback (most recent call last):\n", margin: isTop ? "+" : "|")
      try emit(try stack(traceback))
    }
    try emitLines(of: e)
    let shown = min(members.count, TracebackPrinter.groupWidth + 1)
    needsClosing = false
    for k in 0..<shown {
      let isLast = k == shown - 1
      if isLast { needsClosing = true }
      try appendRule(k)
      depth += 1
      if k < TracebackPrinter.groupWidth {
        try format(members[k])
      } else {
        let left = members.count - TracebackPrinter.groupWidth
        try emit(try t.message(left > 1 ? "and %S more exceptions\n" : "and %S more exception\n", Value(small: left)))
      }
      if isLast && needsClosing {
        try roots.pointee.out.append(try indent("+------------------------------------\n"))
        needsClosing = false
      }
      depth -= 1
    }
    if isTop { depth = 0 }
  }

  /// `+-+---------------- 1 ----------------`
  private func appendRule(_ k: Int) throws(Raised) {
    try roots.pointee.out.append(try indent(k == 0 ? "+-" : "  "))
    try roots.pointee.out.append("+---------------- ")
    if k < TracebackPrinter.groupWidth { try roots.pointee.out.append(decimal: k + 1) } else { try roots.pointee.out.append("...") }
    try roots.pointee.out.append(" ----------------\n")
  }
}
