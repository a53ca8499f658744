import Runtime

/// The lines of a report that show a traceback's frames.
final class StackLines {
  /// Who writes them in CPython.
  enum Style {
    /// Lib/traceback.py.
    case module
    /// Python/traceback.c.
    case native
  }

  private static let repeatedFrames = 3
  /// How many frames are shown without `sys.tracebacklimit` up to 3.12.
  private static let defaultLimit = 1000

  let t: Thread
  private let style: Style
  private let files: SourceFiles
  private let isColoured: Bool

  init(_ t: Thread, _ style: Style, _ files: SourceFiles, isColoured: Bool = false) {
    self.t = t
    self.style = style
    self.files = files
    self.isColoured = isColoured
  }

  /// What is left of a traceback behind the entries that `sys.tracebacklimit` leaves out; None if it leaves out all.
  static func shownPart(_ t: Thread, of traceback: Value) throws(Raised) -> Value {
    var limit = t.has(.reportsByTracebackModule) ? Int.max : defaultLimit
    let given = t.dictGet(t.interpreter.sysDict, interned: try t.intern("tracebacklimit"))
    if given.isInt { limit = IntOperand(given).asInt ?? (IntOperand(given).isNegative ? 0 : Int.max) }
    var count = 0
    var entry = traceback
    while entry.isKind(.traceback) {
      count += 1
      entry = entry.unchecked(as: TracebackObject.self).next
    }
    entry = traceback
    while count > max(limit, 0) {
      entry = entry.unchecked(as: TracebackObject.self).next
      count -= 1
    }
    return entry.isKind(.traceback) ? entry : .none
  }

  /// The lines of the frames of a traceback; frames that repeat more than three times are counted.
  func text(_ traceback: Value) throws(Raised) -> Value {
    var out = TextBuilder(t)
    var last: Ref<TracebackObject>?
    var count = 0
    var entry = traceback
    while entry.isKind(.traceback) {
      let current: Ref<TracebackObject> = entry.unchecked()
      if let previous = last, isSamePlace(previous, current) {
        count += 1
      } else {
        try appendRepetition(count, to: &out)
        count = 1
      }
      last = current
      if count <= StackLines.repeatedFrames { try appendFrame(current, to: &out) }
      entry = current.next
    }
    try appendRepetition(count, to: &out)
    return try out.finish()
  }

  private func isSamePlace(_ a: Ref<TracebackObject>, _ b: Ref<TracebackObject>) -> Bool {
    a.line == b.line && (a.code == b.code || t.strEquals(a.code.fileName, b.code.fileName) && t.strEquals(a.code.name, b.code.name))
  }

  private func appendFrame(_ entry: Ref<TracebackObject>, to out: inout TextBuilder) throws(Raised) {
    try t.pollNative()
    let position = t.position(entry.code, entry.lastInstruction)
    let line = style == .module ? position?.line ?? entry.line : entry.line
    try out.append("  File ")
    try out.append(in: ReportColour.text, isColoured) { (out) throws(Raised) in
      try out.append("\"")
      try out.append(entry.code.fileName)
      try out.append("\"")
    }
    try out.append(", line ")
    try out.append(in: ReportColour.text, isColoured) { (out) throws(Raised) in
      if line > 0 { try out.append(decimal: line) } else { try out.append("None") }
    }
    try out.append(", in ")
    try out.append(in: ReportColour.text, isColoured) { (out) throws(Raised) in try out.append(entry.code.name) }
    try out.append(codePoint: 10)
    let globals = entry.frame.isKind(.frame) ? Value(entry.frame.unchecked(as: FrameObject.self).function.globals) : .null
    guard line > 0, let source = try files.text(t, of: entry.code, globals: globals) else { return }
    switch style {
    case .module: try ModuleSourceLines(t, source, isColoured: isColoured).append(line, position, to: &out)
    case .native: try NativeSourceLines(t, source).append(line, position, to: &out)
    }
  }

  private func appendRepetition(_ count: Int, to out: inout TextBuilder) throws(Raised) {
    let more = count - StackLines.repeatedFrames
    if more <= 0 { return }
    try out.append("  [Previous line repeated ")
    try out.append(decimal: more)
    try out.append(more > 1 ? " more times]\n" : " more time]\n")
  }
}
