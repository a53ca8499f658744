import Compiler
import Runtime

/// Makes the tuples that `tokenize` gets: number, text, place of the start and of the end, and the lines that the token is in.
final class TokenWriter {
  private let t: Thread
  private let lines: SourceLinesRead
  private let hasExtraTokens: Bool
  /// The number of FSTRING_START, and of COMMENT.
  private let formatNumber: Int
  private let commentNumber: Int

  init(_ t: Thread, _ lines: SourceLinesRead, hasExtraTokens: Bool) {
    self.t = t
    self.lines = lines
    self.hasExtraTokens = hasExtraTokens
    formatNumber = t.has(.asyncTokenNumbers) ? 61 : 59
    commentNumber = formatNumber + (t.has(.templateTokens) ? 6 : 3)
  }

  /// What is shown of token `index`, without anything that could fail.
  private func row(_ listing: TokenListing, _ index: Int) -> Row {
    let token = listing.tokens[index]
    let (start, end) = place(of: token)
    return Row([number(of: token), start.line, start.column, end.line, end.column], text(of: token), source(of: token, start.line))
  }

  /// Number and places, text, and lines of a token.
  private final class Row {
    let numbers: [Int]
    let text: String
    let source: String
    init(_ numbers: [Int], _ text: String, _ source: String) {
      self.numbers = numbers
      self.text = text
      self.source = source
    }
  }

  func tuple(_ listing: TokenListing, _ index: Int) throws(Raised) -> Value {
    let row = row(listing, index)
    let result = try t.tuple(count: 5)
    for i in 0..<5 { result.items[i] = .none }
    result.items[0] = Value(small: row.numbers[0])
    result.items[1] = try t.str(row.text)
    result.items[2] = try t.tuple(Value(small: row.numbers[1]), Value(small: row.numbers[2]))
    result.items[3] = try t.tuple(Value(small: row.numbers[3]), Value(small: row.numbers[4]))
    result.items[4] = try t.str(row.source)
    return Value(result)
  }

  private func number(of token: ListedToken) -> Int {
    switch token.kind {
    case .endMarker: return 0
    case .name:
      if !hasExtraTokens, t.has(.asyncTokenNumbers) {
        let text = text(of: token)
        return text == "await" ? 56 : text == "async" ? 57 : 1
      }
      return 1
    case .number: return 2
    case .string: return 3
    case .newline: return 4
    case .indent: return 5
    case .dedent: return 6
    case .sign: return hasExtraTokens ? 55 : Int(token.number)
    case .formatStart: return formatNumber
    case .formatMiddle: return formatNumber + 1
    case .formatEnd: return formatNumber + 2
    case .templateStart: return formatNumber + 3
    case .templateMiddle: return formatNumber + 4
    case .templateEnd: return formatNumber + 5
    case .comment: return commentNumber
    case .lineBreak: return commentNumber + 1
    }
  }

  private func text(of token: ListedToken) -> String {
    switch token.kind {
    case .endMarker, .dedent: return ""
    case .indent where !hasExtraTokens: return ""
    case .newline where !hasExtraTokens: return lines.original(token.start, max(token.start, token.end - 1), firstLine: token.line)
    default: return lines.original(token.start, token.end, firstLine: token.line)
    }
  }

  private typealias Place = (line: Int, column: Int)

  private func place(of token: ListedToken) -> (Place, Place) {
    if !hasExtraTokens {
      switch token.kind {
      case .indent, .dedent, .endMarker:
        let line = max(1, min(token.line, lines.starts.count))
        return ((line, -1), (line, -1))
      case .newline:
        let start = column(token.column, token.line)
        return ((token.line, start), (token.line, column(token.endColumn - 1, token.line)))
      default: break
      }
    }
    let start = column(token.column, token.line)
    var end = column(token.kind == .formatMiddle || token.kind == .templateMiddle ? endOfText(token) : token.endColumn, token.endLine)
    let isEnd = token.kind == .newline || token.kind == .lineBreak
    if isEnd, token.line <= lines.ends.count, lines.ends[token.line - 1] == .both { end += 1 }
    return ((token.line, start), (token.endLine, end))
  }

  /// The column in bytes where the text of a token ends: the second of two braces is not in it.
  private func endOfText(_ token: ListedToken) -> Int {
    guard let lineEnd = lines.text[token.start..<token.end].lastIndex(of: 10) else { return token.column + token.end - token.start }
    return token.end - lineEnd - 1
  }

  /// The column in characters.
  private func column(_ bytes: Int, _ line: Int) -> Int {
    guard line >= 1, line <= lines.starts.count else { return bytes }
    let start = lines.starts[line - 1]
    var count = 0
    for i in start..<max(start, min(start + bytes, lines.text.count)) where lines.text[i] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// The lines of a token.
  private func source(of token: ListedToken, _ first: Int) -> String {
    if !hasExtraTokens, token.line > lines.starts.count, t.has(.blankEndOfTokens) { return "" }
    guard first >= 1, first <= lines.starts.count else { return "" }
    let last = min(max(token.endLine, first), lines.starts.count)
    let end = last < lines.starts.count ? lines.starts[last] : lines.text.count
    return lines.original(lines.starts[first - 1], end, firstLine: first)
  }
}
