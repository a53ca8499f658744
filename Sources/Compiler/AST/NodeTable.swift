extension NodeShape {
  /// The shapes, by the raw value of the kind.
  static let all: [NodeShape] = makeAll()

  /// Words in front of the first field: the kind and the four numbers of the span.
  static let headerWords = 5

  private static func field(
    _ name: StaticString, _ type: FieldType, _ quantity: Quantity = .one, since feature: SyntaxFeature? = nil
  ) -> Field {
    Field(name: name, type: type, quantity: quantity, feature: feature, word: 0)
  }

  private static func shape(
    _ kind: NodeKind, _ name: StaticString, _ family: Family, since feature: SyntaxFeature? = nil, _ fields: [Field] = []
  ) -> NodeShape {
    var next = headerWords
    var placed: [Field] = []
    for field in fields {
      let isStored = field.type != .nothing
      placed.append(
        Field(
          name: field.name, type: field.type, quantity: field.quantity, feature: field.feature, word: isStored ? next : 0))
      next += isStored ? 1 : 0
    }
    return NodeShape(kind: kind, name: name, family: family, feature: feature, fields: placed)
  }

  private static func makeAll() -> [NodeShape] {
    modules + statements + compoundStatements + expressions + displays + strings + patterns + parts
  }

  private static let modules: [NodeShape] = [
    shape(.module, "Module", .module, [field("body", .statement, .list), field("type_ignores", .nothing, .list)]),
    shape(.interactive, "Interactive", .module, [field("body", .statement, .list)]),
    shape(.expressionRoot, "Expression", .module, [field("body", .expression)]),
    shape(.functionType, "FunctionType", .module, [field("argtypes", .expression, .list), field("returns", .expression)]),
  ]

  private static let statements: [NodeShape] = [
    shape(.functionDef, "FunctionDef", .statement, [
      field("name", .identifier), field("args", .arguments), field("body", .statement, .list),
      field("decorator_list", .expression, .list), field("returns", .expression, .optional), field("type_comment", .nothing),
      field("type_params", .typeParameter, .list, since: .typeParameters),
    ]),
    shape(.asyncFunctionDef, "AsyncFunctionDef", .statement, [
      field("name", .identifier), field("args", .arguments), field("body", .statement, .list),
      field("decorator_list", .expression, .list), field("returns", .expression, .optional), field("type_comment", .nothing),
      field("type_params", .typeParameter, .list, since: .typeParameters),
    ]),
    shape(.classDef, "ClassDef", .statement, [
      field("name", .identifier), field("bases", .expression, .list), field("keywords", .keyword, .list),
      field("body", .statement, .list), field("decorator_list", .expression, .list),
      field("type_params", .typeParameter, .list, since: .typeParameters),
    ]),
    shape(.return, "Return", .statement, [field("value", .expression, .optional)]),
    shape(.delete, "Delete", .statement, [field("targets", .expression, .list)]),
    shape(.assign, "Assign", .statement, [
      field("targets", .expression, .list), field("value", .expression), field("type_comment", .nothing),
    ]),
    shape(.typeAlias, "TypeAlias", .statement, since: .typeParameters, [
      field("name", .expression), field("type_params", .typeParameter, .list), field("value", .expression),
    ]),
    shape(.augAssign, "AugAssign", .statement, [
      field("target", .expression), field("op", .binaryOperator), field("value", .expression),
    ]),
    shape(.annAssign, "AnnAssign", .statement, [
      field("target", .expression), field("annotation", .expression), field("value", .expression, .optional),
      field("simple", .integer),
    ]),
  ]

  private static let compoundStatements: [NodeShape] = [
    shape(.for, "For", .statement, [
      field("target", .expression), field("iter", .expression), field("body", .statement, .list), field("orelse", .statement, .list),
      field("type_comment", .nothing),
    ]),
    shape(.asyncFor, "AsyncFor", .statement, [
      field("target", .expression), field("iter", .expression), field("body", .statement, .list), field("orelse", .statement, .list),
      field("type_comment", .nothing),
    ]),
    shape(.while, "While", .statement, [
      field("test", .expression), field("body", .statement, .list), field("orelse", .statement, .list),
    ]),
    shape(.if, "If", .statement, [field("test", .expression), field("body", .statement, .list), field("orelse", .statement, .list)]),
    shape(.with, "With", .statement, [
      field("items", .withItem, .list), field("body", .statement, .list), field("type_comment", .nothing),
    ]),
    shape(.asyncWith, "AsyncWith", .statement, [
      field("items", .withItem, .list), field("body", .statement, .list), field("type_comment", .nothing),
    ]),
    shape(.match, "Match", .statement, since: .matchStatements, [field("subject", .expression), field("cases", .matchCase, .list)]),
    shape(.raise, "Raise", .statement, [field("exc", .expression, .optional), field("cause", .expression, .optional)]),
    shape(.try, "Try", .statement, [
      field("body", .statement, .list), field("handlers", .handler, .list), field("orelse", .statement, .list),
      field("finalbody", .statement, .list),
    ]),
    shape(.tryStar, "TryStar", .statement, since: .exceptStar, [
      field("body", .statement, .list), field("handlers", .handler, .list), field("orelse", .statement, .list),
      field("finalbody", .statement, .list),
    ]),
    shape(.assert, "Assert", .statement, [field("test", .expression), field("msg", .expression, .optional)]),
    shape(.import, "Import", .statement, [field("names", .alias, .list)]),
    shape(.importFrom, "ImportFrom", .statement, [
      field("module", .identifier, .optional), field("names", .alias, .list), field("level", .integer),
    ]),
    shape(.global, "Global", .statement, [field("names", .identifier, .list)]),
    shape(.nonlocal, "Nonlocal", .statement, [field("names", .identifier, .list)]),
    shape(.expr, "Expr", .statement, [field("value", .expression)]),
    shape(.pass, "Pass", .statement),
    shape(.break, "Break", .statement),
    shape(.continue, "Continue", .statement),
  ]

  private static let expressions: [NodeShape] = [
    shape(.boolOp, "BoolOp", .expression, [field("op", .boolOperator), field("values", .expression, .list)]),
    shape(.namedExpr, "NamedExpr", .expression, [field("target", .expression), field("value", .expression)]),
    shape(.binOp, "BinOp", .expression, [field("left", .expression), field("op", .binaryOperator), field("right", .expression)]),
    shape(.unaryOp, "UnaryOp", .expression, [field("op", .unaryOperator), field("operand", .expression)]),
    shape(.lambda, "Lambda", .expression, [field("args", .arguments), field("body", .expression)]),
    shape(.ifExp, "IfExp", .expression, [field("test", .expression), field("body", .expression), field("orelse", .expression)]),
  ]

  private static let displays: [NodeShape] = [
    shape(.dict, "Dict", .expression, [field("keys", .expression, .listOfOptionals), field("values", .expression, .list)]),
    shape(.set, "Set", .expression, [field("elts", .expression, .list)]),
    shape(.listComp, "ListComp", .expression, [field("elt", .expression), field("generators", .comprehension, .list)]),
    shape(.setComp, "SetComp", .expression, [field("elt", .expression), field("generators", .comprehension, .list)]),
    shape(.dictComp, "DictComp", .expression, [
      field("key", .expression), field("value", .expression), field("generators", .comprehension, .list),
    ]),
    shape(.generatorExp, "GeneratorExp", .expression, [field("elt", .expression), field("generators", .comprehension, .list)]),
    shape(.await, "Await", .expression, [field("value", .expression)]),
    shape(.yield, "Yield", .expression, [field("value", .expression, .optional)]),
    shape(.yieldFrom, "YieldFrom", .expression, [field("value", .expression)]),
    shape(.compare, "Compare", .expression, [
      field("left", .expression), field("ops", .compareOperator, .list), field("comparators", .expression, .list),
    ]),
    shape(.call, "Call", .expression, [
      field("func", .expression), field("args", .expression, .list), field("keywords", .keyword, .list),
    ]),
  ]

  private static let strings: [NodeShape] = [
    shape(.formattedValue, "FormattedValue", .expression, [
      field("value", .expression), field("conversion", .integer), field("format_spec", .expression, .optional),
    ]),
    shape(.interpolation, "Interpolation", .expression, since: .templateStrings, [
      field("value", .expression), field("str", .constant), field("conversion", .integer),
      field("format_spec", .expression, .optional),
    ]),
    shape(.joinedStr, "JoinedStr", .expression, [field("values", .expression, .list)]),
    shape(.templateStr, "TemplateStr", .expression, since: .templateStrings, [field("values", .expression, .list)]),
    shape(.constant, "Constant", .expression, [field("value", .constant), field("kind", .kind)]),
    shape(.attribute, "Attribute", .expression, [field("value", .expression), field("attr", .identifier), field("ctx", .context)]),
    shape(.subscript, "Subscript", .expression, [field("value", .expression), field("slice", .expression), field("ctx", .context)]),
    shape(.starred, "Starred", .expression, [field("value", .expression), field("ctx", .context)]),
    shape(.name, "Name", .expression, [field("id", .identifier), field("ctx", .context)]),
    shape(.list, "List", .expression, [field("elts", .expression, .list), field("ctx", .context)]),
    shape(.tuple, "Tuple", .expression, [field("elts", .expression, .list), field("ctx", .context)]),
    shape(.slice, "Slice", .expression, [
      field("lower", .expression, .optional), field("upper", .expression, .optional), field("step", .expression, .optional),
    ]),
  ]

  private static let patterns: [NodeShape] = [
    shape(.matchValue, "MatchValue", .pattern, since: .matchStatements, [field("value", .expression)]),
    shape(.matchSingleton, "MatchSingleton", .pattern, since: .matchStatements, [field("value", .constant)]),
    shape(.matchSequence, "MatchSequence", .pattern, since: .matchStatements, [field("patterns", .pattern, .list)]),
    shape(.matchMapping, "MatchMapping", .pattern, since: .matchStatements, [
      field("keys", .expression, .list), field("patterns", .pattern, .list), field("rest", .identifier, .optional),
    ]),
    shape(.matchClass, "MatchClass", .pattern, since: .matchStatements, [
      field("cls", .expression), field("patterns", .pattern, .list), field("kwd_attrs", .identifier, .list),
      field("kwd_patterns", .pattern, .list),
    ]),
    shape(.matchStar, "MatchStar", .pattern, since: .matchStatements, [field("name", .identifier, .optional)]),
    shape(.matchAs, "MatchAs", .pattern, since: .matchStatements, [
      field("pattern", .pattern, .optional), field("name", .identifier, .optional),
    ]),
    shape(.matchOr, "MatchOr", .pattern, since: .matchStatements, [field("patterns", .pattern, .list)]),
  ]

  private static let parts: [NodeShape] = [
    shape(.exceptHandler, "ExceptHandler", .handler, [
      field("type", .expression, .optional), field("name", .identifier, .optional), field("body", .statement, .list),
    ]),
    shape(.typeVar, "TypeVar", .typeParameter, since: .typeParameters, [
      field("name", .identifier), field("bound", .expression, .optional),
      field("default_value", .expression, .optional, since: .typeParameterDefaults),
    ]),
    shape(.paramSpec, "ParamSpec", .typeParameter, since: .typeParameters, [
      field("name", .identifier), field("default_value", .expression, .optional, since: .typeParameterDefaults),
    ]),
    shape(.typeVarTuple, "TypeVarTuple", .typeParameter, since: .typeParameters, [
      field("name", .identifier), field("default_value", .expression, .optional, since: .typeParameterDefaults),
    ]),
    shape(.arguments, "arguments", .plain, [
      field("posonlyargs", .parameter, .list), field("args", .parameter, .list), field("vararg", .parameter, .optional),
      field("kwonlyargs", .parameter, .list), field("kw_defaults", .expression, .listOfOptionals),
      field("kwarg", .parameter, .optional), field("defaults", .expression, .list),
    ]),
    shape(.arg, "arg", .plain, [
      field("arg", .identifier), field("annotation", .expression, .optional), field("type_comment", .nothing),
    ]),
    shape(.keyword, "keyword", .plain, [field("arg", .identifier, .optional), field("value", .expression)]),
    shape(.alias, "alias", .plain, [field("name", .identifier), field("asname", .identifier, .optional)]),
    shape(.withitem, "withitem", .plain, [field("context_expr", .expression), field("optional_vars", .expression, .optional)]),
    shape(.matchCase, "match_case", .plain, since: .matchStatements, [
      field("pattern", .pattern), field("guard", .expression, .optional), field("body", .statement, .list),
    ]),
    shape(.comprehension, "comprehension", .plain, [
      field("target", .expression), field("iter", .expression), field("ifs", .expression, .list), field("is_async", .integer),
    ]),
  ]
}
