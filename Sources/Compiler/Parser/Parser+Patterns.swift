/// `match` statements.
extension Parser {
  /// A `match` statement, or nil if the line is none after all: `match` is a name then.
  mutating func matchStatement() throws(ParseStop) -> Statement? {
    let start = place
    guard Self.startsExpression(next) || next == .star else { return nil }
    let mark = mark()
    place += 1
    guard let subject = subject() else {
      if failure != nil { throw ParseStop() }
      reset(mark)
      return nil
    }
    place += 1
    guard take(.newline), take(.indent), isName(.case) else {
      guard isExplaining, tokens[place - 1].kind == .newline else { throw ParseStop() }
      throw failAtLast("expected an indented block after 'match' statement on line \(tokens[start].span.line)", kind: .indentationError)
    }
    let base = scratch.count
    while isName(.case) { push(try matchCase()) }
    try expect(.dedent)
    return tree.match(subject: subject, cases: list(since: base), at: spanOfBlock(from: start))
  }

  /// What a `match` statement matches, if that is what stands here and the colon and the end of the line follow.
  private mutating func subject() -> Expression? {
    let start = place
    do throws(ParseStop) {
      let first = try starNamedExpression()
      var subject = first
      if kind == .comma {
        let base = scratch.count
        push(first)
        while take(.comma), startsStarExpression { push(try starNamedExpression()) }
        subject = tree.tuple(elements: list(since: base), context: .load, at: span(from: start))
      } else if tree.kind(first) == .starred {
        return nil
      }
      if kind == .newline, isExplaining { _ = failAtLast("expected ':'") }
      guard kind == .colon, next == .newline else { return nil }
      return subject
    } catch {
      return nil
    }
  }

  private mutating func matchCase() throws(ParseStop) -> MatchCase {
    let start = place
    place += 1
    let pattern = try openPattern()
    let condition = take(.kwIf) ? try namedExpression() : nil
    let body = try block("'case' statement", start)
    return tree.matchCase(pattern: pattern, condition: condition, body: body, at: spanOfBlock(from: start))
  }

  /// A pattern, or several with commas and without brackets.
  private mutating func openPattern() throws(ParseStop) -> Pattern {
    let start = place
    let first = try starPattern()
    guard kind == .comma else {
      guard tree.kind(first) != .matchStar else { throw ParseStop() }
      return first
    }
    let base = scratch.count
    push(first)
    while take(.comma), kind != .colon, kind != .kwIf { push(try starPattern()) }
    return tree.matchSequence(patterns: list(since: base), at: span(from: start))
  }

  private mutating func starPattern() throws(ParseStop) -> Pattern {
    guard kind == .star else { return try asPattern() }
    let start = place
    place += 1
    let name = try captureName()
    return tree.matchStar(name: name, at: span(from: start))
  }

  /// A name to bind; nil for the wildcard.
  private mutating func captureName() throws(ParseStop) -> Identifier? {
    let name = try identifier()
    return name == KnownName.underscore.identifier ? nil : name
  }

  private mutating func asPattern() throws(ParseStop) -> Pattern {
    let start = place
    try enter()
    defer { leave() }
    let pattern = try orPattern()
    guard take(.kwAs) else { return pattern }
    if isExplaining { try explainPatternTarget() }
    guard let name = try captureName(), !isTargetContinued else { throw ParseStop() }
    return tree.matchAs(pattern: pattern, name: name, at: span(from: start))
  }

  /// What `as` binds is no name.
  private mutating func explainPatternTarget() throws(ParseStop) {
    let start = place
    if isName(.underscore) { throw fail("cannot use '_' as a target", token: place) }
    let target = try attempt { (parser) throws(ParseStop) in try parser.expression() }
    defer { place = start }
    guard let target, tree.kind(target) != .name else { return }
    let isNew = features.has(.templateStrings)
    throw fail(isNew ? "cannot use \(description(target)) as pattern target" : "invalid pattern target", at: target)
  }

  /// The name that was just taken is only the beginning of something else.
  private var isTargetContinued: Bool { kind == .dot || kind == .leftParenthesis || kind == .equal }

  private mutating func orPattern() throws(ParseStop) -> Pattern {
    let start = place
    let first = try closedPattern()
    guard kind == .bar else { return first }
    let base = scratch.count
    push(first)
    while take(.bar) { push(try closedPattern()) }
    return tree.matchOr(patterns: list(since: base), at: span(from: start))
  }

  private mutating func closedPattern() throws(ParseStop) -> Pattern {
    let start = place
    switch kind {
    case .kwNone, .kwTrue, .kwFalse:
      let value: ConstantID = kind == .kwNone ? .none : kind == .kwTrue ? .true : .false
      place += 1
      return tree.matchSingleton(value: value, at: span(from: start))
    case .number, .minus, .string, .formatStart:
      let value = try literalValue()
      return tree.matchValue(value: value, at: span(from: start))
    case .name: return try namePattern()
    case .leftParenthesis, .leftBracket: return try sequencePattern()
    case .leftBrace: return try mappingPattern()
    default: throw ParseStop()
    }
  }

  /// A number with its sign, a sum of a real and an imaginary one, or strings.
  private mutating func literalValue() throws(ParseStop) -> Expression {
    let start = place
    if kind == .string || kind == .formatStart { return try strings() }
    let real = try signedNumber()
    guard kind == .plus || kind == .minus else { return real }
    let symbol: BinaryOperator = kind == .plus ? .add : .subtract
    guard !isImaginary(place - 1) else { throw ParseStop() }
    place += 1
    guard kind == .number, isImaginary(place) else { throw ParseStop() }
    let imaginary = try atom()
    return tree.binOp(left: real, operator: symbol, right: imaginary, at: span(from: start))
  }

  private func isImaginary(_ token: Int) -> Bool { source[Int(tokens[token].end) - 1] | 32 == 106 }

  private mutating func signedNumber() throws(ParseStop) -> Expression {
    let start = place
    let isNegative = take(.minus)
    guard kind == .number else { throw ParseStop() }
    let value = try atom()
    return isNegative ? tree.unaryOp(operator: .minus, operand: value, at: span(from: start)) : value
  }

  /// A capture, the wildcard, a dotted value, or a class.
  private mutating func namePattern() throws(ParseStop) -> Pattern {
    let start = place
    if next != .dot, next != .leftParenthesis {
      let name = try captureName()
      guard kind != .equal else { throw ParseStop() }
      return tree.matchAs(pattern: nil, name: name, at: span(from: start))
    }
    let value = try dottedValue()
    guard kind == .leftParenthesis else {
      guard kind != .equal else { throw ParseStop() }
      return tree.matchValue(value: value, at: span(from: start))
    }
    return try classPattern(value, start)
  }

  private mutating func dottedValue() throws(ParseStop) -> Expression {
    let start = place
    var value = tree.name(name: try identifier(), context: .load, at: span(from: start))
    while take(.dot) {
      let attribute = try identifier()
      value = tree.attribute(value: value, attribute: attribute, context: .load, at: span(from: start))
    }
    return value
  }

  private mutating func classPattern(_ type: Expression, _ start: Int) throws(ParseStop) -> Pattern {
    place += 1
    let base = scratch.count
    var positional = 0
    while kind != .rightParenthesis {
      if kind == .name, next == .equal {
        push(try identifier())
        place += 1
        push(try asPattern())
      } else {
        guard scratch.count == base + positional else {
          let pattern = try asPattern()
          throw isExplaining ? fail("positional patterns follow keyword patterns", at: pattern) : ParseStop()
        }
        push(try asPattern())
        positional += 1
      }
      guard take(.comma) else { break }
    }
    try expect(.rightParenthesis)
    let first = base + positional
    let count = (scratch.count - first) / 2
    let mark = scratch.count
    for index in 0..<count { scratch.append(scratch[first + index * 2]) }
    let names: SyntaxList<Identifier> = list(since: mark)
    for index in 0..<count { scratch.append(scratch[first + index * 2 + 1]) }
    let keywordPatterns: SyntaxList<Pattern> = list(since: mark)
    scratch.count = first
    let patterns: SyntaxList<Pattern> = list(since: base)
    return tree.matchClass(
      type: type, patterns: patterns, keywordNames: names, keywordPatterns: keywordPatterns, at: span(from: start))
  }

  /// A sequence in brackets or parentheses, or a pattern in parentheses.
  private mutating func sequencePattern() throws(ParseStop) -> Pattern {
    let start = place
    let close: TokenKind = kind == .leftBracket ? .rightBracket : .rightParenthesis
    place += 1
    let base = scratch.count
    var hasComma = false
    while kind != close {
      push(try starPattern())
      guard take(.comma) else { break }
      hasComma = true
    }
    try expect(close)
    if close == .rightParenthesis, !hasComma, scratch.count == base + 1 {
      let only = Pattern(raw: scratch[base])
      guard tree.kind(only) != .matchStar else { throw ParseStop() }
      scratch.count = base
      return only
    }
    return tree.matchSequence(patterns: list(since: base), at: span(from: start))
  }

  private mutating func mappingPattern() throws(ParseStop) -> Pattern {
    let start = place
    place += 1
    let base = scratch.count
    var rest: Identifier?
    while kind != .rightBrace {
      if take(.doubleStar) {
        guard let name = try captureName() else { throw ParseStop() }
        rest = name
        _ = take(.comma)
        break
      }
      push(try mappingKey())
      try expect(.colon)
      push(try asPattern())
      guard take(.comma) else { break }
    }
    try expect(.rightBrace)
    let count = (scratch.count - base) / 2
    let mark = scratch.count
    for index in 0..<count { scratch.append(scratch[base + index * 2 + 1]) }
    let patterns: SyntaxList<Pattern> = list(since: mark)
    for index in 0..<count { scratch.append(scratch[base + index * 2]) }
    let keys: SyntaxList<Expression> = list(since: mark)
    scratch.count = base
    return tree.matchMapping(keys: keys, patterns: patterns, rest: rest, at: span(from: start))
  }

  private mutating func mappingKey() throws(ParseStop) -> Expression {
    switch kind {
    case .kwNone, .kwTrue, .kwFalse: return try atom()
    case .name:
      guard next == .dot else { throw ParseStop() }
      return try dottedValue()
    default: return try literalValue()
    }
  }
}
