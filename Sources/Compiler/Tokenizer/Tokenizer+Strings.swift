extension Tokenizer {
  /// A string whose prefix begins at `start`, at its first quote.
  mutating func string(_ start: Int, _ prefix: StringPrefix) -> Bool {
    let quote = source[position]
    let isTriple = source[position + 1] == quote && source[position + 2] == quote
    if !prefix.isDisjoint(with: [.format, .template]), features.has(.formatStringTokens) {
      return formatString(start, prefix, quote, isTriple ? 3 : 1)
    }
    let startLine = line
    let startLineStart = lineStart
    var end = position + (isTriple ? 3 : 1)
    scan: while true {
      let byte = source[end]
      switch byte {
      case quote:
        if !isTriple {
          end += 1
          break scan
        }
        if source[end + 1] == quote, source[end + 2] == quote {
          end += 3
          break scan
        }
        end += 1
      case 92:
        end += 1
        guard end < count else { return failUnterminated(start, startLine, startLineStart, isTriple, at: end) }
        if source[end] == 10 {
          line += 1
          lineStart = end + 1
        }
        end += 1
      case 10:
        guard isTriple else { return failUnterminated(start, startLine, startLineStart, false, at: end) }
        end += 1
        line += 1
        lineStart = end
      case 0 where end >= count: return failUnterminated(start, startLine, startLineStart, isTriple, at: end)
      default: end += 1
      }
    }
    position = end
    tokens.append(
      Token(
        kind: .string, prefix: prefix, quotes: isTriple ? 3 : 1, start: UInt32(truncatingIfNeeded: start),
        end: UInt32(truncatingIfNeeded: end),
        span: Span(
          line: startLine, column: UInt32(truncatingIfNeeded: start - startLineStart), endLine: line, endColumn: column(end))))
    return true
  }

  /// The start of a format string whose prefix begins at `start`, and its text up to the first field.
  private mutating func formatString(_ start: Int, _ prefix: StringPrefix, _ quote: UInt8, _ quotes: Int) -> Bool {
    guard formats.count < 149 else {
      position += quotes
      return fail("too many nested f-strings", at: position - 1)
    }
    let end = position + quotes
    formats.append(
      FormatMode(
        quote: quote, quotes: quotes, isRaw: prefix.contains(.raw), prefix: prefix, start: start, line: line, lineStart: lineStart,
        bracketsOutside: brackets.count))
    add(.formatStart, start, end)
    tokens.base[tokens.count - 1].prefix = prefix
    tokens.base[tokens.count - 1].quotes = UInt8(quotes)
    position = end
    return formatText()
  }

  /// What messages call the innermost format string.
  var formatName: String { formats.last?.prefix.contains(.template) == true ? "t-string" : "f-string" }

  /// The text of a format string up to its end, or to a brace that begins or ends a replacement field.
  ///
  /// Doubled braces split the text: a token's text ends behind the first brace, its span behind the second one.
  mutating func formatText() -> Bool {
    let format = formats[formats.count - 1]
    let isInSpec = format.isInSpec && format.fieldDepth >= 0
    var start = position
    var startLine = line
    var startLineStart = lineStart
    var end = position
    func middle(_ end: Int, isDoubled: Bool = false) -> Token {
      Token(
        kind: .formatMiddle, prefix: format.prefix, start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end),
        span: Span(
          line: startLine, column: UInt32(truncatingIfNeeded: start - startLineStart), endLine: line, endColumn: column(isDoubled ? end + 1 : end)))
    }
    while true {
      let byte = source[end]
      switch byte {
      case format.quote:
        let isEnd = format.quotes == 1 || source[end + 1] == byte && source[end + 2] == byte
        guard isEnd else {
          end += 1
          continue
        }
        // Inside a field, CPython ends the text and finds the quotes where a brace must stand.
        if end > start { tokens.append(middle(end)) }
        position = end + format.quotes
        add(.formatEnd, end, position)
        tokens.base[tokens.count - 1].prefix = format.prefix
        formats.removeLast()
        return true
      case 10:
        if format.quotes == 1 {
          if isInSpec, features.has(.noNewlinesInSpecs) {
            position = end
            return fail("\(formatName): newlines are not allowed in format specifiers for single quoted \(formatName)s", at: end)
          }
          if isInSpec {
            if end > start { tokens.append(middle(end)) }
            position = end
            formats[formats.count - 1].isInSpec = false
            return true
          }
          return failUnterminatedFormat(at: end)
        }
        end += 1
        line += 1
        lineStart = end
      case 0 where end >= count: return failUnterminatedFormat(at: end)
      case 123:
        if source[end + 1] == 123, !isInSpec {
          tokens.append(middle(end + 1, isDoubled: true))
          end += 2
          start = end
          startLine = line
          startLineStart = lineStart
          continue
        }
        if end > start || isInSpec && hasExtraTokens { tokens.append(middle(end)) }
        position = end
        return beginField()
      case 125:
        if source[end + 1] == 125, !isInSpec, format.depth == 0 {
          tokens.append(middle(end + 1, isDoubled: true))
          end += 2
          start = end
          startLine = line
          startLineStart = lineStart
          continue
        }
        if end > start || isInSpec && hasExtraTokens { tokens.append(middle(end)) }
        position = end
        return true
      case 92:
        let next = source[end + 1]
        if next == 123 || next == 125 {
          end += 1
          if !format.isRaw {
            numberNotes.append(NumberNote(token: tokens.count, kind: "", line: line, column: end - lineStart, brace: next))
          }
          continue
        }
        if next == 78, !format.isRaw, source[end + 2] == 123 {
          end += 3
          while source[end] != 125, source[end] != 10, source[end] != format.quote, end < count { end += 1 }
          if source[end] == 125 { end += 1 }
          continue
        }
        end += 1
        guard end < count else { return failUnterminatedFormat(at: end) }
        if source[end] == 10 {
          line += 1
          lineStart = end + 1
        }
        end += 1
      default: end += 1
      }
    }
  }

  private mutating func beginField() -> Bool {
    let last = formats.count - 1
    guard formats[last].fieldDepth < 2, brackets.count < 200 else {
      return fail("\(formatName): expressions nested too deeply", at: position - 1)
    }
    formats[last].fieldDepth += 1
    formats[last].depth += 1
    formats[last].isInSpec = false
    brackets.append(OpenBracket(character: 123, line: line, position: position))
    add(.leftBrace, position, position + 1)
    position += 1
    return true
  }
}
