/// An `except` clause. The fields are in the order of `ast.ExceptHandler`.
public struct ExceptHandlerNode: Sendable {
  public let type: Expression?
  public let name: Identifier?
  public let body: SyntaxList<Statement>
}

/// The parameters of a function. The fields are in the order of `ast.arguments`.
public struct ArgumentsNode: Sendable {
  public let positionalOnly: SyntaxList<Parameter>
  public let arguments: SyntaxList<Parameter>
  public let variadic: Parameter?
  public let keywordOnly: SyntaxList<Parameter>
  public let keywordDefaults: SyntaxList<OptionalExpression>
  public let keywordVariadic: Parameter?
  public let defaults: SyntaxList<Expression>
}

/// A parameter. The fields are in the order of `ast.arg`.
public struct ParameterNode: Sendable {
  public let name: Identifier
  public let annotation: Expression?
}

/// A keyword argument, or `**value` if it has no name. The fields are in the order of `ast.keyword`.
public struct KeywordNode: Sendable {
  public let name: Identifier?
  public let value: Expression
}

/// An imported name. The fields are in the order of `ast.alias`.
public struct AliasNode: Sendable {
  public let name: Identifier
  public let asName: Identifier?
}

/// An item of a `with` statement. The fields are in the order of `ast.withitem`.
public struct WithItemNode: Sendable {
  public let contextExpression: Expression
  public let optionalVariables: Expression?
}

/// A case of a `match` statement. The fields are in the order of `ast.match_case`.
public struct MatchCaseNode: Sendable {
  public let pattern: Pattern
  public let condition: Expression?
  public let body: SyntaxList<Statement>
}

/// A `for` clause of a comprehension. The fields are in the order of `ast.comprehension`.
public struct ComprehensionNode: Sendable {
  public let target: Expression
  public let iterable: Expression
  public let conditions: SyntaxList<Expression>
  public let isAsync: Bool
}

extension SyntaxTree {
  public subscript(handler: ExceptHandler) -> ExceptHandlerNode {
    let node = words(handler.raw)
    return ExceptHandlerNode(type: optional(node[5]), name: optional(node[6]), body: SyntaxList(raw: node[7]))
  }

  public subscript(arguments: Arguments) -> ArgumentsNode {
    let node = words(arguments.raw)
    return ArgumentsNode(
      positionalOnly: SyntaxList(raw: node[5]), arguments: SyntaxList(raw: node[6]), variadic: optional(node[7]),
      keywordOnly: SyntaxList(raw: node[8]), keywordDefaults: SyntaxList(raw: node[9]), keywordVariadic: optional(node[10]),
      defaults: SyntaxList(raw: node[11]))
  }

  public subscript(parameter: Parameter) -> ParameterNode {
    let node = words(parameter.raw)
    return ParameterNode(name: Identifier(raw: node[5]), annotation: optional(node[6]))
  }

  public subscript(keyword: Keyword) -> KeywordNode {
    let node = words(keyword.raw)
    return KeywordNode(name: optional(node[5]), value: Expression(raw: node[6]))
  }

  public subscript(alias: Alias) -> AliasNode {
    let node = words(alias.raw)
    return AliasNode(name: Identifier(raw: node[5]), asName: optional(node[6]))
  }

  public subscript(item: WithItem) -> WithItemNode {
    let node = words(item.raw)
    return WithItemNode(contextExpression: Expression(raw: node[5]), optionalVariables: optional(node[6]))
  }

  public subscript(matchCase: MatchCase) -> MatchCaseNode {
    let node = words(matchCase.raw)
    return MatchCaseNode(pattern: Pattern(raw: node[5]), condition: optional(node[6]), body: SyntaxList(raw: node[7]))
  }

  public subscript(comprehension: Comprehension) -> ComprehensionNode {
    let node = words(comprehension.raw)
    return ComprehensionNode(
      target: Expression(raw: node[5]), iterable: Expression(raw: node[6]), conditions: SyntaxList(raw: node[7]), isAsync: node[8] != 0)
  }
}
