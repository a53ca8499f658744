import Runtime

/// The lines that say what an exception is: `Type: message`, a suggestion, notes; the special form of SyntaxError.
enum ExceptionLines {
  static func append(_ t: Thread, _ e: Ref<ExceptionObject>, isColoured: Bool = false, to out: inout TextBuilder) throws(Raised) {
    let isSyntaxError = t.exceptionLayout(of: e.header.type) == .syntaxError
    if isSyntaxError && t.has(.reportsByTracebackModule) {
      try appendSyntaxError(t, e, isColoured: isColoured, to: &out)
    } else if isSyntaxError, try SyntaxErrorPlace.append(t, e, to: &out) {
      try appendTypeAndText(t, e, text: e.field(ExceptionField.syntaxMessage), isColoured: isColoured, to: &out)
    } else {
      try appendTypeAndText(t, e, text: Value(e), isColoured: isColoured, to: &out)
    }
    try appendNotes(t, Value(e), to: &out)
  }

  /// The parts of the lines, as the C code writes them up to 3.12: the place of a SyntaxError, the type and the text, the notes. A part may be empty.
  static func parts(_ t: Thread, _ e: Ref<ExceptionObject>) throws(Raised) -> (place: Value, text: Value, notes: Value) {
    var place = TextBuilder(t)
    let hasPlace = t.exceptionLayout(of: e.header.type) == .syntaxError ? try SyntaxErrorPlace.append(t, e, to: &place) : false
    var text = TextBuilder(t)
    try appendTypeAndText(t, e, text: hasPlace ? e.field(ExceptionField.syntaxMessage) : Value(e), to: &text)
    var notes = TextBuilder(t)
    try appendNotes(t, Value(e), to: &notes)
    return (try place.finish(), try text.finish(), try notes.finish())
  }

  /// `Type: text` and a suggestion; nothing behind the type if `text` is None or empty.
  private static func appendTypeAndText(
    _ t: Thread, _ e: Ref<ExceptionObject>, text v: Value, isColoured: Bool = false, to out: inout TextBuilder
  ) throws(Raised) {
    try out.append(in: ReportColour.type, isColoured) { (out) throws(Raised) in try appendTypeName(t, e.header.type, to: &out) }
    let text = v.isNone ? t.interpreter.emptyStr : try safeText(t, v, "<exception str() failed>")
    let suggestion = try Suggestions.text(t, e)
    let hasColon = text != t.interpreter.emptyStr || suggestion != t.interpreter.emptyStr && t.has(.reportsByTracebackModule)
    if hasColon { try out.append(": ") }
    try out.append(in: ReportColour.text, isColoured && hasColon) { (out) throws(Raised) in
      try out.append(text)
      try out.append(suggestion)
    }
    try out.append(codePoint: 10)
  }

  /// The line for an exception that cannot be raised.
  static func appendUnraisable(_ t: Thread, _ e: Ref<ExceptionObject>, to out: inout TextBuilder) throws(Raised) {
    try appendTypeName(t, e.header.type, unknown: "<unknown>", to: &out)
    try out.append(": ")
    try out.append(try safeText(t, Value(e), "<exception str() failed>"))
    try out.append(codePoint: 10)
  }

  /// The qualified name, with its module unless that is builtins or, from 3.11, `__main__`.
  /// - Parameter unknown: what stands for a module that is not named by a str.
  static func appendTypeName(
    _ t: Thread, _ type: Ref<TypeObject>, unknown: StaticString = "<unknown>.", to out: inout TextBuilder
  ) throws(Raised) {
    let module = t.moduleName(of: type)
    if module.isNull || !module.isKind(.str) {
      if type.flags.contains(.heap) { try out.append(t.has(.qualifiedNamesInReports) ? unknown : "<unknown>") }
    } else if !t.strEquals(module, t.name(.builtins)) && !(t.has(.mainNotInReports) && t.strEquals(module, t.name(.__main__))) {
      try out.append(module)
      try out.append(codePoint: 46)
    }
    try out.append(t.has(.qualifiedNamesInReports) ? type.qualifiedName : type.name)
  }

  /// `str(v)`; `failure` if that raises.
  private static func safeText(_ t: Thread, _ v: Value, _ failure: StaticString) throws(Raised) -> Value {
    do throws(Raised) {
      return try t.str(of: v)
    } catch {
      _ = t.takeException()
      return try t.str(failure)
    }
  }

  // MARK: - Notes

  /// Whether notes are shown one by one: those of lists, tuples and, up to 3.12, any sequence, in 3.11 of text too.
  private static func isSequence(_ t: Thread, _ notes: Value) -> Bool {
    if notes.isKind(.list) || notes.isKind(.tuple) { return true }
    if t.has(.reportsByTracebackModule) || notes.isKind(.dict) { return false }
    let isText = notes.isKind(.str) || notes.isKind(.bytes)
    return !t.lookupSpecial(notes, .__getitem__).isNull && !(isText && t.has(.notesEndLine))
  }

  private static func appendNotes(_ t: Thread, _ e: Value, to out: inout TextBuilder) throws(Raised) {
    guard t.has(.reportedNotes) else { return }
    let notes: Value
    do throws(Raised) {
      notes = try t.getAttributeOrNull(e, t.name(.__notes__))
    } catch {
      let problem = t.takeException()
      try out.append("Ignored error getting __notes__: ")
      try out.append(try t.repr(problem))
      return try out.append(codePoint: 10)
    }
    if notes.isNull || notes.isNone { return }
    guard isSequence(t, notes) else {
      do throws(Raised) {
        try out.append(try t.repr(notes))
      } catch {
        _ = t.takeException()
        try out.append("<__notes__ repr() failed>")
      }
      if t.has(.notesEndLine) { try out.append(codePoint: 10) }
      return
    }
    for k in 0..<(try t.length(notes)) {
      try out.append(try safeText(t, try t.getItem(notes, Value(small: k)), "<note str() failed>"))
      try out.append(codePoint: 10)
    }
  }

  // MARK: - SyntaxError

  private static func appendSyntaxError(_ t: Thread, _ e: Ref<ExceptionObject>, isColoured: Bool, to out: inout TextBuilder) throws(Raised) {
    let filename = e.field(ExceptionField.syntaxFilename)
    let line = e.field(ExceptionField.syntaxLine)
    var suffix = t.interpreter.emptyStr
    if !line.isNone {
      try out.append("  File ")
      try out.append(in: ReportColour.text, isColoured) { (out) throws(Raised) in
        try out.append("\"")
        if try t.truth(filename) { try out.append(try t.str(of: filename)) } else { try out.append("<string>") }
        try out.append("\"")
      }
      try out.append(", line ")
      try out.append(in: ReportColour.text, isColoured) { (out) throws(Raised) in try out.append(try t.str(of: line)) }
      try out.append(codePoint: 10)
    } else if !filename.isNone {
      suffix = try t.message(" (%S)", filename)
    }
    let text = e.field(ExceptionField.syntaxText)
    if text.isKind(.str) { try appendSourceLine(t, e, text, isColoured: isColoured, to: &out) }
    try out.append(in: ReportColour.type, isColoured) { (out) throws(Raised) in try appendTypeName(t, e.header.type, to: &out) }
    try out.append(": ")
    let message = e.field(ExceptionField.syntaxMessage)
    try out.append(in: ReportColour.text, isColoured) { (out) throws(Raised) in
      if try t.truth(message) { try out.append(try t.str(of: message)) } else { try out.append("<no detail available>") }
    }
    try out.append(suffix)
    try out.append(codePoint: 10)
  }

  /// The line of source that the exception carries, and carets below the place it names.
  private static func appendSourceLine(
    _ t: Thread, _ e: Ref<ExceptionObject>, _ text: Value, isColoured: Bool, to out: inout TextBuilder
  ) throws(Raised) {
    let s: Ref<StrObject> = text.unchecked()
    var end = s.count
    while end > 0 && s.codePoint(end - 1) == 10 { end -= 1 }
    var start = 0
    while start < end, s.codePoint(start) == 32 || s.codePoint(start) == 10 || s.codePoint(start) == 12 { start += 1 }
    try out.append("    ")
    guard let place = try marked(t, e, s, end: end), place.lowerBound >= start else {
      try out.append(str: text, from: start, to: end)
      return try out.append(codePoint: 10)
    }
    let (first, last) = (min(place.lowerBound, end), min(max(place.upperBound, start), end))
    try out.append(str: text, from: start, to: first)
    try out.append(in: ReportColour.place, isColoured) { (out) throws(Raised) in try out.append(str: text, from: first, to: max(first, last)) }
    try out.append(str: text, from: max(first, last), to: end)
    try out.append("\n    ")
    for k in start..<max(start, first) {
      let c = s.codePoint(k)
      try out.append(codePoint: c == 9 || c == 11 || c == 12 ? c : 32)
    }
    try out.append(in: ReportColour.place, isColoured) { (out) throws(Raised) in try out.append(repeating: char("^"), count: place.count) }
    try out.append(codePoint: 10)
  }

  /// What is marked of the line that a SyntaxError carries; nil if it does not say.
  /// - Parameter end: where the line ends.
  private static func marked(_ t: Thread, _ e: Ref<ExceptionObject>, _ s: Ref<StrObject>, end: Int) throws(Raised) -> Range<Int>? {
    let offsetValue = e.field(ExceptionField.syntaxOffset)
    guard offsetValue.isSmallInt else { return nil }
    var offset = offsetValue.smallInt
    var endOffset = end + 1
    let endLine = e.field(ExceptionField.syntaxEndLine)
    if !endLine.isNone, try t.equals(e.field(ExceptionField.syntaxLine), endLine) {
      let given = e.field(ExceptionField.syntaxEndOffset)
      endOffset = given.isSmallInt && given.smallInt != 0 ? given.smallInt : offset
    }
    if s.count > 0 && offset > s.count { offset = end + 1 }
    if s.count > 0 && endOffset > s.count { endOffset = end + 1 }
    if offset >= endOffset || endOffset < 0 { endOffset = offset + 1 }
    return offset - 1..<endOffset - 1
  }
}
