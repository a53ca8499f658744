import Bytecode
import Compiler
import Runtime

extension TreeValidation {
  func pattern(_ pattern: Pattern, isStarAllowed: Bool) throws(Raised) {
    try t.enterRecursive(" during compilation")
    defer { t.leaveRecursive() }
    try position(pattern)
    switch tree[pattern] {
    case .matchValue(let value): try matchValue(value)
    case .matchSingleton(let value):
      try constant(value)
      switch tree.value(of: value) {
      case .none, .bool: break
      default: throw invalid("MatchSingleton can only contain True, False and None")
      }
    case .matchSequence(let patterns): try self.patterns(patterns, isStarAllowed: true)
    case .matchMapping(let keys, let patterns, let rest): try mapping(keys, patterns, rest)
    case .matchClass(let type, let patterns, let names, let keywordPatterns):
      try matchClass(type, patterns, names, keywordPatterns)
    case .matchStar(let name):
      if !isStarAllowed { throw invalid("can't use MatchStar here") }
      try capture(name)
    case .matchAs(let inner, let name):
      try capture(name)
      guard let inner else { return }
      if name == nil { throw invalid("MatchAs must specify a target name if a pattern is given") }
      try self.pattern(inner, isStarAllowed: false)
    case .matchOr(let patterns):
      if tree[patterns].count < 2 { throw invalid("MatchOr requires at least 2 patterns") }
      try self.patterns(patterns, isStarAllowed: false)
    }
  }

  private func patterns(_ list: SyntaxList<Pattern>, isStarAllowed: Bool) throws(Raised) {
    for pattern in tree[list] { try self.pattern(pattern, isStarAllowed: isStarAllowed) }
  }

  private func capture(_ name: Identifier?) throws(Raised) {
    guard let name else { return }
    if tree.string(of: name) == "_" { throw invalid("can't capture name '_' in patterns") }
    try otherName(name)
  }

  private func mapping(_ keys: SyntaxList<Expression>, _ patterns: SyntaxList<Pattern>, _ rest: Identifier?) throws(Raised) {
    if tree[keys].count != tree[patterns].count { throw invalid("MatchMapping doesn't have the same number of keys as patterns") }
    try capture(rest)
    for key in tree[keys] {
      if key.raw == 0 { throw invalid("None disallowed in expression list") }
      if case .constant(let id, _) = tree[key] {
        switch tree.value(of: id) {
        case .none, .bool: continue
        default: break
        }
      }
      try matchValue(key)
    }
    try self.patterns(patterns, isStarAllowed: false)
  }

  private func matchClass(
    _ type: Expression, _ patterns: SyntaxList<Pattern>, _ names: SyntaxList<Identifier>, _ keywordPatterns: SyntaxList<Pattern>
  ) throws(Raised) {
    if tree[names].count != tree[keywordPatterns].count {
      throw invalid("MatchClass doesn't have the same number of keyword attributes as patterns")
    }
    try expression(type, .load)
    var inner = type
    while true {
      if case .name = tree[inner] { break }
      guard case .attribute(let value, _, _) = tree[inner] else {
        throw invalid("MatchClass cls field can only contain Name or Attribute nodes.")
      }
      inner = value
    }
    for name in tree[names] { try otherName(name) }
    try self.patterns(patterns, isStarAllowed: false)
    try self.patterns(keywordPatterns, isStarAllowed: false)
  }

  // MARK: Values

  private func matchValue(_ value: Expression) throws(Raised) {
    try expression(value, .load)
    switch tree[value] {
    case .constant(let id, _):
      switch tree.value(of: id) {
      case .integer, .bigInteger, .float, .complex, .string, .bytes: return
      default: throw invalid("unexpected constant inside of a literal pattern")
      }
    case .attribute: return
    case .unaryOp(.minus, let operand):
      if isNumber(operand, real: true, imaginary: true) { return }
    case .binOp(let left, let op, let right):
      var real = left
      if case .unaryOp(.minus, let operand) = tree[left] { real = operand }
      let isSum = op == .add || op == .subtract
      if isSum, isNumber(real, real: true, imaginary: false), isNumber(right, real: false, imaginary: true) { return }
    case .joinedStr, .templateStr: return
    default: break
    }
    throw invalid("patterns may only match literals and attribute lookups")
  }

  private func isNumber(_ expression: Expression, real: Bool, imaginary: Bool) -> Bool {
    guard case .constant(let id, _) = tree[expression] else { return false }
    switch tree.value(of: id) {
    case .integer, .bigInteger, .float: return real
    case .complex: return imaginary
    default: return false
    }
  }
}
