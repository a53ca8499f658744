/// What a pattern is, with its fields in the order of CPython's class.
public enum PatternNode: Sendable {
  case matchValue(value: Expression)
  case matchSingleton(value: ConstantID)
  case matchSequence(patterns: SyntaxList<Pattern>)
  case matchMapping(keys: SyntaxList<Expression>, patterns: SyntaxList<Pattern>, rest: Identifier?)
  case matchClass(
    type: Expression, patterns: SyntaxList<Pattern>, keywordNames: SyntaxList<Identifier>, keywordPatterns: SyntaxList<Pattern>)
  case matchStar(name: Identifier?)
  case matchAs(pattern: Pattern?, name: Identifier?)
  case matchOr(patterns: SyntaxList<Pattern>)
}

extension SyntaxTree {
  /// What a pattern is.
  public subscript(pattern: Pattern) -> PatternNode {
    let node = words(pattern.raw)
    switch kind(node) {
    case .matchValue: return .matchValue(value: Expression(raw: node[5]))
    case .matchSingleton: return .matchSingleton(value: ConstantID(raw: node[5]))
    case .matchSequence: return .matchSequence(patterns: SyntaxList(raw: node[5]))
    case .matchMapping:
      return .matchMapping(keys: SyntaxList(raw: node[5]), patterns: SyntaxList(raw: node[6]), rest: optional(node[7]))
    case .matchClass:
      return .matchClass(
        type: Expression(raw: node[5]), patterns: SyntaxList(raw: node[6]), keywordNames: SyntaxList(raw: node[7]),
        keywordPatterns: SyntaxList(raw: node[8]))
    case .matchStar: return .matchStar(name: optional(node[5]))
    case .matchAs: return .matchAs(pattern: optional(node[5]), name: optional(node[6]))
    case .matchOr: return .matchOr(patterns: SyntaxList(raw: node[5]))
    default: preconditionFailure("a handle of another class of nodes")
    }
  }
}
