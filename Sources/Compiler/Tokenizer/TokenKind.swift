/// What a token is. A keyword's raw value is the word of its name: tokenizers intern the keywords first, in this order.
enum TokenKind: UInt8 {
  /// The tokenizer's failure; nothing follows.
  case error
  case kwFalse = 1, kwNone, kwTrue, kwAnd, kwAs, kwAssert, kwAsync, kwAwait, kwBreak, kwClass, kwContinue, kwDef, kwDel, kwElif,
    kwElse, kwExcept, kwFinally, kwFor, kwFrom, kwGlobal, kwIf, kwImport, kwIn, kwIs, kwLambda, kwNonlocal, kwNot, kwOr, kwPass,
    kwRaise, kwReturn, kwTry, kwWhile, kwWith, kwYield
  case name = 64
  case number, string, formatStart, formatMiddle, formatEnd
  case newline, indent, dedent, endMarker
  /// A comment `# type: ...`; the token is what stands behind the colon.
  case typeComment
  /// A comment, and the end of a line that ends no statement: only for listings.
  case comment, lineBreak
  /// A character that no token begins with, such as `$`.
  case unknown
  case leftParenthesis, rightParenthesis, leftBracket, rightBracket, leftBrace, rightBrace, colon, comma, semicolon, plus, minus, star,
    slash, bar, ampersand, less, greater, equal, dot, percent, tilde, caret, at, exclamation, equalEqual, notEqual, lessEqual,
    greaterEqual, lessGreater, leftShift, rightShift, doubleStar, doubleSlash, arrow, colonEqual, ellipsis, plusEqual, minusEqual,
    starEqual, slashEqual, percentEqual, ampersandEqual, barEqual, caretEqual, atEqual, leftShiftEqual, rightShiftEqual,
    doubleStarEqual, doubleSlashEqual

  /// The keywords, in the order of the cases.
  static let keywords: [StaticString] = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else",
    "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise",
    "return", "try", "while", "with", "yield",
  ]

  @inline(__always)
  var isKeyword: Bool { rawValue != 0 && rawValue < TokenKind.name.rawValue }
}

/// Names that the parser looks for, interned behind the keywords in this order.
enum KnownName: UInt32, CaseIterable {
  case match = 36, `case`, type, underscore, print, exec, debug, future, barry

  var text: StaticString {
    switch self {
    case .match: "match"
    case .case: "case"
    case .type: "type"
    case .underscore: "_"
    case .print: "print"
    case .exec: "exec"
    case .debug: "__debug__"
    case .future: "__future__"
    case .barry: "barry_as_FLUFL"
    }
  }

  @inline(__always)
  var identifier: Identifier { Identifier(raw: rawValue) }
}
