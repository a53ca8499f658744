import Bytecode

/// Names, constants, displays and what stands in parentheses.
extension Parser {
  mutating func atom() throws(ParseStop) -> Expression {
    let token = tokens[place]
    switch token.kind {
    case .name:
      place += 1
      return tree.name(name: Identifier(raw: token.name), context: .load, at: token.span)
    case .number:
      place += 1
      let value = try number(token)
      return tree.constant(value: value, isUnicodeLiteral: false, at: token.span)
    case .string, .formatStart: return try strings()
    case .leftParenthesis: return try parenthesized()
    case .leftBracket: return try listDisplay()
    case .leftBrace: return try braceDisplay()
    case .kwNone: return constant(.none)
    case .kwTrue: return constant(.true)
    case .kwFalse: return constant(.false)
    case .ellipsis: return constant(.ellipsis)
    default: throw ParseStop()
    }
  }

  private mutating func constant(_ value: ConstantID) -> Expression {
    place += 1
    return tree.constant(value: value, isUnicodeLiteral: false, at: tokens[place - 1].span)
  }

  /// What parentheses hold: a tuple, a generator, `yield`, or one expression.
  private mutating func parenthesized() throws(ParseStop) -> Expression {
    let start = place
    try enter()
    defer { leave() }
    place += 1
    if take(.rightParenthesis) { return tree.tuple(elements: .empty, context: .load, at: span(from: start)) }
    if kind == .kwYield {
      let value = try yieldExpression()
      try expect(.rightParenthesis)
      tree.setParenthesized(value)
      return value
    }
    let first = try starNamedExpression()
    switch kind {
    case .rightParenthesis:
      if tree.kind(first) == .starred {
        guard features.has(.oldParser) else { throw explainGroup(first) }
        try postpone("can't use starred expression here", tree.span(first))
      }
      place += 1
      tree.setParenthesized(first)
      return first
    case .comma:
      let base = scratch.count
      push(first)
      while take(.comma), kind != .rightParenthesis { push(try starNamedExpression()) }
      try expect(.rightParenthesis)
      return tree.tuple(elements: list(since: base), context: .load, at: span(from: start))
    case .kwFor, .kwAsync:
      if tree.kind(first) == .starred {
        guard features.has(.oldParser) else { throw try explainStarredElement(first) }
        try postpone("iterable unpacking cannot be used in comprehension", tree.span(first))
      }
      let generators = try comprehensions()
      try expect(.rightParenthesis)
      return tree.generatorExp(element: first, generators: generators, at: span(from: start))
    default: throw ParseStop()
    }
  }

  private mutating func listDisplay() throws(ParseStop) -> Expression {
    let start = place
    try enter()
    defer { leave() }
    place += 1
    if take(.rightBracket) { return tree.list(elements: .empty, context: .load, at: span(from: start)) }
    let first = try starNamedExpression()
    if kind == .kwFor || kind == .kwAsync {
      if tree.kind(first) == .starred {
        guard features.has(.oldParser) else { throw try explainStarredElement(first) }
        try postpone("iterable unpacking cannot be used in comprehension", tree.span(first))
      }
      let generators = try comprehensions()
      try expect(.rightBracket)
      return tree.listComp(element: first, generators: generators, at: span(from: start))
    }
    let base = scratch.count
    push(first)
    while take(.comma), kind != .rightBracket {
      try explainElements(start + 1)
      push(try starNamedExpression())
    }
    try explainElements(start + 1)
    try expect(.rightBracket)
    return tree.list(elements: list(since: base), context: .load, at: span(from: start))
  }

  /// A dict or a set.
  private mutating func braceDisplay() throws(ParseStop) -> Expression {
    let start = place
    try enter()
    defer { leave() }
    place += 1
    if take(.rightBrace) { return tree.dict(keys: .empty, values: .empty, at: span(from: start)) }
    if kind == .doubleStar { return try dictDisplay(start, first: nil) }
    let first = features.has(.pegParser) || kind == .star ? try starNamedExpression() : try expression()
    if kind == .colon {
      guard tree.kind(first) != .starred, tree.kind(first) != .namedExpr || tree.isParenthesized(first) else { throw ParseStop() }
      return try dictDisplay(start, first: first)
    }
    if kind == .kwFor || kind == .kwAsync {
      if tree.kind(first) == .starred {
        guard features.has(.oldParser) else { throw try explainStarredElement(first) }
        try postpone("iterable unpacking cannot be used in comprehension", tree.span(first))
      }
      let generators = try comprehensions()
      try expect(.rightBrace)
      return tree.setComp(element: first, generators: generators, at: span(from: start))
    }
    let base = scratch.count
    push(first)
    while take(.comma), kind != .rightBrace {
      try explainElements(start + 1)
      push(features.has(.pegParser) || kind == .star ? try starNamedExpression() : try expression())
    }
    try explainElements(start + 1)
    try expect(.rightBrace)
    return tree.set(elements: list(since: base), at: span(from: start))
  }

  /// The rest of a dict: behind its first key, or at `**` if that is nil.
  private mutating func dictDisplay(_ start: Int, first: Expression?) throws(ParseStop) -> Expression {
    let base = scratch.count
    // Keys and values alternate until they are parted below.
    if let first {
      place += 1
      if isExplaining, kind == .star || kind == .rightBrace || kind == .comma {
        place = start + 1
        try explainPair(isFirst: true)
        throw ParseStop()
      }
      let value = try expression()
      if kind == .kwFor || kind == .kwAsync {
        let generators = try comprehensions()
        try expect(.rightBrace)
        return tree.dictComp(key: first, value: value, generators: generators, at: span(from: start))
      }
      push(first)
      push(value)
    } else {
      try dictUnpacking()
    }
    while take(.comma), kind != .rightBrace {
      if kind == .doubleStar {
        try dictUnpacking()
        continue
      }
      try explainPair(isFirst: false)
      push(try expression())
      try expect(.colon)
      push(try expression())
    }
    try expect(.rightBrace)
    let count = (scratch.count - base) / 2
    for index in 0..<count { scratch.append(scratch[base + index * 2 + 1]) }
    let values: SyntaxList<Expression> = list(since: base + count * 2)
    for index in 0..<count { scratch[base + index] = scratch[base + index * 2] }
    scratch.count = base + count
    return tree.dict(keys: list(since: base), values: values, at: span(from: start))
  }

  private mutating func dictUnpacking() throws(ParseStop) {
    let start = place
    place += 1
    push(OptionalExpression(nil))
    push(try operatorExpression(Precedence.bitOr))
    if isExplaining, kind == .kwFor || kind == .kwAsync {
      let clauses = try attempt { (parser) throws(ParseStop) in try parser.comprehensions() }
      if clauses != nil { throw fail("dict unpacking cannot be used in dict comprehension", token: start) }
    }
  }

  /// One or more `for` clauses.
  mutating func comprehensions() throws(ParseStop) -> SyntaxList<Comprehension> {
    let base = scratch.count
    repeat {
      let start = place
      let isAsync = take(.kwAsync)
      try expect(.kwFor)
      let target = try starTargets(isComprehension: true)
      try expect(.kwIn)
      let iterable = try operatorExpression(Precedence.or)
      let conditions = scratch.count
      while take(.kwIf) { push(try comprehensionCondition()) }
      let list: SyntaxList<Expression> = list(since: conditions)
      push(
        tree.comprehension(target: target, iterable: iterable, conditions: list, isAsync: isAsync, at: span(from: start)))
    } while kind == .kwFor || kind == .kwAsync && next == .kwFor
    return list(since: base)
  }

  private mutating func comprehensionCondition() throws(ParseStop) -> Expression {
    features.has(.pegParser) ? try operatorExpression(Precedence.or) : try conditionWithoutIf()
  }

  /// In the old grammar, a condition is a lambda or an expression without `if ... else`.
  private mutating func conditionWithoutIf() throws(ParseStop) -> Expression {
    kind == .kwLambda ? try lambda() : try operatorExpression(Precedence.or)
  }

  // MARK: - Calls

  /// The arguments of a call, at its parenthesis.
  mutating func call(_ function: Expression, _ start: Int) throws(ParseStop) -> Expression {
    if next == .rightParenthesis {
      place += 2
      return tree.call(function: function, arguments: .empty, keywords: .empty, at: span(from: start))
    }
    let (arguments, keywords) = try arguments()
    return tree.call(function: function, arguments: arguments, keywords: keywords, at: span(from: start))
  }

  /// The old parser knows already that keywords must differ.
  private mutating func refuseRepeated(_ name: Identifier, since first: Int) throws(ParseStop) {
    try refuseOld(name.raw, place)
    for index in first..<scratch.count where tree.field(Keyword(raw: scratch[index]), 0) == name.raw {
      try postpone("keyword argument repeated", tokens[place].span)
    }
  }

  /// Arguments in parentheses.
  mutating func arguments(ofClass: Bool = false) throws(ParseStop) -> (SyntaxList<Expression>, SyntaxList<Keyword>) {
    try enter()
    defer { leave() }
    let open = place
    place += 1
    let base = scratch.count
    // Keywords wait behind all arguments: those are moved down when a later one comes.
    var positional = 0
    var hasKeyword = false
    var hasUnpacking = false
    while kind != .rightParenthesis {
      let start = place
      if isExplaining { try explainArgument() }
      switch kind {
      case .doubleStar:
        place += 1
        let value = try expression()
        push(tree.keyword(name: nil, value: value, at: span(from: start)))
        hasKeyword = true
        hasUnpacking = true
      case .name where next == .equal:
        let name = Identifier(raw: tokens[place].name)
        if features.has(.oldParser) { try refuseRepeated(name, since: base + positional) }
        place += 2
        let value = try expression()
        push(tree.keyword(name: name, value: value, at: span(from: start)))
        hasKeyword = true
      case .star:
        if hasUnpacking {
          guard features.has(.oldParser) else { throw explainStarBehindUnpacking(open) }
          try postpone("iterable argument unpacking follows keyword argument unpacking", tokens[start].span)
        }
        insert(try starredArgument(), base + positional)
        positional += 1
      default:
        if hasKeyword {
          guard features.has(.oldParser) else { throw try explainPositional(hasUnpacking) }
          try postpone("positional argument follows keyword argument\(hasUnpacking ? " unpacking" : "")", tokens[start].span)
        }
        var value = kind == .name && next == .colonEqual ? try namedExpression() : try expression()
        if kind == .equal, features.has(.oldParser) {
          try oldAssignment(value)
        } else if kind == .kwFor || kind == .kwAsync {
          guard start == open + 1 && !ofClass || isExplaining || features.has(.oldParser) else { throw ParseStop() }
          let generators = try comprehensions()
          if features.has(.oldParser), !ofClass, kind != .rightParenthesis || start != open + 1 {
            try postpone("Generator expression must be parenthesized", tokens[start].span)
            break
          }
          guard kind == .rightParenthesis, start == open + 1 else {
            throw kind == .comma || start != open + 1 ? failGenerator(start) : ParseStop()
          }
          if ofClass { throw ParseStop() }
          place += 1
          // The old parser leaves the parenthesis at the end out.
          let end = place - 1
          let span = tokens[open].span.through(tokens[end].span)
          value = tree.generatorExp(element: value, generators: generators, at: span)
          place -= 1
        }
        push(value)
        positional += 1
      }
      guard take(.comma) else { break }
    }
    try expect(.rightParenthesis)
    let keywords: SyntaxList<Keyword> = list(since: base + positional)
    return (list(since: base), keywords)
  }

  /// `=` behind an argument that is no name.
  private mutating func oldAssignment(_ target: Expression) throws(ParseStop) {
    let isConstant = tree.kind(target) == .constant && ["None", "True", "False"].contains(description(target))
    try postpone(
      isConstant ? "cannot assign to \(description(target))" : "expression cannot contain assignment, perhaps you meant \"==\"?",
      tree.span(target))
    place += 1
    _ = try expression()
  }

  private mutating func explainStarBehindUnpacking(_ open: Int) -> ParseStop {
    guard isExplaining else { return ParseStop() }
    let message = "iterable argument unpacking follows keyword argument unpacking"
    if features.has(.typeParameterDefaults) { return fail(message, startingAt: place - 1) }
    guard features.has(.parameterMessages) else { return failAtLast(message) }
    return fail(message, tokens[open + 1].span.through(tokens[place - 2].span))
  }

  /// Puts a starred argument behind the arguments, in front of the keywords.
  private mutating func insert(_ value: Expression, _ index: Int) {
    push(value)
    var last = scratch.count - 1
    while last > index {
      scratch[last] = scratch[last - 1]
      last -= 1
    }
    scratch[index] = value.raw
  }
}
