import Runtime

/// The place that a SyntaxError names, as the C code writes it that reports exceptions up to 3.12 (CPython: Python/pythonrun.c,
/// `parse_syntax_error` and `print_error_text`). Lengths are those of the UTF-8 text.
enum SyntaxErrorPlace {
  /// Appends the file, the line number, the source line and a caret below it. False, with nothing appended, if the exception has no line number or one
  /// of its numbers is none: then it is reported like any other.
  static func append(_ t: Thread, _ e: Ref<ExceptionObject>, to out: inout TextBuilder) throws(Raised) -> Bool {
    let lineValue = e.field(ExceptionField.syntaxLine)
    guard lineValue.isSmallInt, let offset = number(e.field(ExceptionField.syntaxOffset), orNone: -1),
      let endLine = number(e.field(ExceptionField.syntaxEndLine), orNone: lineValue.smallInt),
      let endOffset = number(e.field(ExceptionField.syntaxEndOffset), orNone: -1)
    else { return false }
    let filename = e.field(ExceptionField.syntaxFilename)
    try out.append("  File \"")
    if filename.isNone { try out.append("<string>") } else { try out.append(try t.str(of: filename)) }
    try out.append("\", line ")
    try out.append(decimal: lineValue.smallInt)
    try out.append(codePoint: 10)
    let text = e.field(ExceptionField.syntaxText)
    guard text.isKind(.str) else { return true }
    let bytes = Array(t.lossyString(text).utf8)
    if t.has(.caretBelowItsLine) {
      try appendText(bytes, offset, to: &out)
    } else {
      let end = endLine > lineValue.smallInt ? bytes.count : min(bytes.count + 1, endOffset)
      let isRange = t.has(.syntaxErrorRanges) && end > 0 && end > offset
      try appendText(bytes, offset, carets: isRange ? end - offset : 1, to: &out)
    }
    return true
  }

  /// The value of a field; nil if it is neither a number nor None.
  private static func number(_ v: Value, orNone substitute: Int) -> Int? {
    v.isNone ? substitute : v.isSmallInt ? v.smallInt : nil
  }

  /// The text without blanks at its beginning and the lines in front of that of the caret.
  /// - Parameter offset: counted from 1; none if below.
  private static func appendText(_ bytes: [UInt8], _ offset: Int, carets: Int, to out: inout TextBuilder) throws(Raised) {
    let start = bytes.firstIndex { !isBlank($0) } ?? bytes.count
    let end = bytes.count > start && bytes[bytes.count - 1] == char8("\n") ? bytes.count - 1 : bytes.count
    var rest = bytes[start...]
    var column = min(offset - 1 - start, end - start)
    skipLines(&rest, &column)
    try appendLine(rest, to: &out)
    if column >= 0 { try appendCarets(column, carets, to: &out) }
  }

  /// As 3.8 does it: lines are left out first, then blanks.
  private static func appendText(_ bytes: [UInt8], _ offset: Int, to out: inout TextBuilder) throws(Raised) {
    var rest = bytes[...]
    var column = offset
    if offset >= 0 {
      if offset > 0, offset == bytes.count, bytes[offset - 1] == char8("\n") { column -= 1 }
      skipLines(&rest, &column)
      while let first = rest.first, isBlank(first) {
        rest = rest.dropFirst()
        column -= 1
      }
    }
    try appendLine(rest, to: &out)
    if column != -1 { try appendCarets(max(column - 1, 0), 1, to: &out) }
  }

  /// Leaves out the lines that end before the column.
  private static func skipLines(_ rest: inout ArraySlice<UInt8>, _ column: inout Int) {
    while let newline = rest.firstIndex(of: char8("\n")), newline - rest.startIndex < column {
      column -= newline + 1 - rest.startIndex
      rest = rest[(newline + 1)...]
    }
  }

  private static func appendLine(_ rest: ArraySlice<UInt8>, to out: inout TextBuilder) throws(Raised) {
    try out.append("    ")
    try out.append(String(decoding: rest, as: UTF8.self))
    if rest.last != char8("\n") { try out.append(codePoint: 10) }
  }

  private static func appendCarets(_ column: Int, _ count: Int, to out: inout TextBuilder) throws(Raised) {
    try out.append("    ")
    try out.append(repeating: 32, count: column)
    try out.append(repeating: char("^"), count: count)
    try out.append(codePoint: 10)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == char8(" ") || byte == char8("\t") || byte == 12 }
  private static func char8(_ c: Unicode.Scalar) -> UInt8 { UInt8(ascii: c) }
}
