// The classes of syntax tree nodes.
// Generated from Spec/ by specgen-tool. Do not edit: change the spec and build.

/// What a node is. The raw value is the low byte of a node's first word.
package enum NodeKind: UInt8, CaseIterable, Sendable {
  case module, interactive, expression, functionType, functionDef, asyncFunctionDef, classDef, `return`, delete,
      assign, typeAlias, augAssign, annAssign, `for`, asyncFor, `while`, `if`, with, asyncWith, match, raise, `try`,
      tryStar, assert, `import`, importFrom, global, nonlocal, expr, pass, `break`, `continue`, boolOp, namedExpr,
      binOp, unaryOp, lambda, ifExp, dict, set, listComp, setComp, dictComp, generatorExp, await, yield, yieldFrom,
      compare, call, formattedValue, interpolation, joinedStr, templateStr, constant, attribute, `subscript`, starred,
      name, list, tuple, slice, exceptHandler, matchValue, matchSingleton, matchSequence, matchMapping, matchClass,
      matchStar, matchAs, matchOr, typeIgnore, typeVar, paramSpec, typeVarTuple, comprehension, arguments, arg,
      keyword, alias, withitem, matchCase
}

/// What a field holds: a kind of nodes, or a plain value.
package enum NodeFieldType: UInt8, Sendable {
  case mod, stmt, expr, exprContext, boolop, `operator`, unaryop, cmpop, comprehension, excepthandler, arguments, arg,
      keyword, alias, withitem, matchCase, pattern, typeIgnore, typeParam, slice, identifier, string, int, constant
}

extension NodeClass {
  /// Every class of every version; a class stands behind the one that it derives from.
  package static let all: [NodeClass] = [
    NodeClass("mod", nil, .mod, nil, .always,
      attributes: [],
      fields: []),
    NodeClass("Module", .mod, nil, .module, .always,
      fields: [
        NodeField("stmt* body", "body", .stmt, .list, 0, .always),
        NodeField("type_ignore* type_ignores", "type_ignores", .typeIgnore, .list, 1, .always)
      ]),
    NodeClass("Interactive", .mod, nil, .interactive, .always,
      fields: [NodeField("stmt* body", "body", .stmt, .list, 0, .always)]),
    NodeClass("Expression", .mod, nil, .expression, .always,
      fields: [NodeField("expr body", "body", .expr, .one, 0, .always)]),
    NodeClass("FunctionType", .mod, nil, .functionType, .always,
      fields: [
        NodeField("expr* argtypes", "argtypes", .expr, .list, 0, .always),
        NodeField("expr returns", "returns", .expr, .one, 1, .always)
      ]),
    NodeClass("Suite", .mod, nil, nil, NodeVersions(from: (3, 8), through: (3, 8)),
      fields: [NodeField("stmt* body", "body", .stmt, .list, 0, .always)]),
    NodeClass("stmt", nil, .stmt, nil, .always,
      attributes: [
        NodeField("int lineno", "lineno", .int, .one, 0, .always),
        NodeField("int col_offset", "col_offset", .int, .one, 0, .always),
        NodeField("int? end_lineno", "end_lineno", .int, .optional, 0, .always),
        NodeField("int? end_col_offset", "end_col_offset", .int, .optional, 0, .always)
      ],
      fields: []),
    NodeClass("FunctionDef", .stmt, nil, .functionDef, .always,
      fields: [
        NodeField("identifier name", "name", .identifier, .one, 0, .always),
        NodeField("arguments args", "args", .arguments, .one, 1, .always),
        NodeField("stmt* body", "body", .stmt, .list, 2, .always),
        NodeField("expr* decorator_list", "decorator_list", .expr, .list, 3, .always),
        NodeField("expr? returns", "returns", .expr, .optional, 4, .always),
        NodeField("string? type_comment", "type_comment", .string, .optional, 6, .always),
        NodeField("type_param* type_params", "type_params", .typeParam, .list, 5, NodeVersions(from: (3, 12)))
      ]),
    NodeClass("AsyncFunctionDef", .stmt, nil, .asyncFunctionDef, .always,
      fields: [
        NodeField("identifier name", "name", .identifier, .one, 0, .always),
        NodeField("arguments args", "args", .arguments, .one, 1, .always),
        NodeField("stmt* body", "body", .stmt, .list, 2, .always),
        NodeField("expr* decorator_list", "decorator_list", .expr, .list, 3, .always),
        NodeField("expr? returns", "returns", .expr, .optional, 4, .always),
        NodeField("string? type_comment", "type_comment", .string, .optional, 6, .always),
        NodeField("type_param* type_params", "type_params", .typeParam, .list, 5, NodeVersions(from: (3, 12)))
      ]),
    NodeClass("ClassDef", .stmt, nil, .classDef, .always,
      fields: [
        NodeField("identifier name", "name", .identifier, .one, 0, .always),
        NodeField("expr* bases", "bases", .expr, .list, 1, .always),
        NodeField("keyword* keywords", "keywords", .keyword, .list, 2, .always),
        NodeField("stmt* body", "body", .stmt, .list, 3, .always),
        NodeField("expr* decorator_list", "decorator_list", .expr, .list, 4, .always),
        NodeField("type_param* type_params", "type_params", .typeParam, .list, 5, NodeVersions(from: (3, 12)))
      ]),
    NodeClass("Return", .stmt, nil, .`return`, .always,
      fields: [NodeField("expr? value", "value", .expr, .optional, 0, .always)]),
    NodeClass("Delete", .stmt, nil, .delete, .always,
      fields: [NodeField("expr* targets", "targets", .expr, .list, 0, .always)]),
    NodeClass("Assign", .stmt, nil, .assign, .always,
      fields: [
        NodeField("expr* targets", "targets", .expr, .list, 0, .always),
        NodeField("expr value", "value", .expr, .one, 1, .always),
        NodeField("string? type_comment", "type_comment", .string, .optional, 2, .always)
      ]),
    NodeClass("TypeAlias", .stmt, nil, .typeAlias, NodeVersions(from: (3, 12)),
      fields: [
        NodeField("expr name", "name", .expr, .one, 0, .always),
        NodeField("type_param* type_params", "type_params", .typeParam, .list, 1, .always),
        NodeField("expr value", "value", .expr, .one, 2, .always)
      ]),
    NodeClass("AugAssign", .stmt, nil, .augAssign, .always,
      fields: [
        NodeField("expr target", "target", .expr, .one, 0, .always),
        NodeField("operator op", "op", .`operator`, .one, 1, .always),
        NodeField("expr value", "value", .expr, .one, 2, .always)
      ]),
    NodeClass("AnnAssign", .stmt, nil, .annAssign, .always,
      fields: [
        NodeField("expr target", "target", .expr, .one, 0, .always),
        NodeField("expr annotation", "annotation", .expr, .one, 1, .always),
        NodeField("expr? value", "value", .expr, .optional, 2, .always),
        NodeField("int simple", "simple", .int, .one, 3, .always)
      ]),
    NodeClass("For", .stmt, nil, .`for`, .always,
      fields: [
        NodeField("expr target", "target", .expr, .one, 0, .always),
        NodeField("expr iter", "iter", .expr, .one, 1, .always),
        NodeField("stmt* body", "body", .stmt, .list, 2, .always),
        NodeField("stmt* orelse", "orelse", .stmt, .list, 3, .always),
        NodeField("string? type_comment", "type_comment", .string, .optional, 4, .always)
      ]),
    NodeClass("AsyncFor", .stmt, nil, .asyncFor, .always,
      fields: [
        NodeField("expr target", "target", .expr, .one, 0, .always),
        NodeField("expr iter", "iter", .expr, .one, 1, .always),
        NodeField("stmt* body", "body", .stmt, .list, 2, .always),
        NodeField("stmt* orelse", "orelse", .stmt, .list, 3, .always),
        NodeField("string? type_comment", "type_comment", .string, .optional, 4, .always)
      ]),
    NodeClass("While", .stmt, nil, .`while`, .always,
      fields: [
        NodeField("expr test", "test", .expr, .one, 0, .always),
        NodeField("stmt* body", "body", .stmt, .list, 1, .always),
        NodeField("stmt* orelse", "orelse", .stmt, .list, 2, .always)
      ]),
    NodeClass("If", .stmt, nil, .`if`, .always,
      fields: [
        NodeField("expr test", "test", .expr, .one, 0, .always),
        NodeField("stmt* body", "body", .stmt, .list, 1, .always),
        NodeField("stmt* orelse", "orelse", .stmt, .list, 2, .always)
      ]),
    NodeClass("With", .stmt, nil, .with, .always,
      fields: [
        NodeField("withitem* items", "items", .withitem, .list, 0, .always),
        NodeField("stmt* body", "body", .stmt, .list, 1, .always),
        NodeField("string? type_comment", "type_comment", .string, .optional, 2, .always)
      ]),
    NodeClass("AsyncWith", .stmt, nil, .asyncWith, .always,
      fields: [
        NodeField("withitem* items", "items", .withitem, .list, 0, .always),
        NodeField("stmt* body", "body", .stmt, .list, 1, .always),
        NodeField("string? type_comment", "type_comment", .string, .optional, 2, .always)
      ]),
    NodeClass("Match", .stmt, nil, .match, NodeVersions(from: (3, 10)),
      fields: [
        NodeField("expr subject", "subject", .expr, .one, 0, .always),
        NodeField("match_case* cases", "cases", .matchCase, .list, 1, .always)
      ]),
    NodeClass("Raise", .stmt, nil, .raise, .always,
      fields: [
        NodeField("expr? exc", "exc", .expr, .optional, 0, .always),
        NodeField("expr? cause", "cause", .expr, .optional, 1, .always)
      ]),
    NodeClass("Try", .stmt, nil, .`try`, .always,
      fields: [
        NodeField("stmt* body", "body", .stmt, .list, 0, .always),
        NodeField("excepthandler* handlers", "handlers", .excepthandler, .list, 1, .always),
        NodeField("stmt* orelse", "orelse", .stmt, .list, 2, .always),
        NodeField("stmt* finalbody", "finalbody", .stmt, .list, 3, .always)
      ]),
    NodeClass("TryStar", .stmt, nil, .tryStar, NodeVersions(from: (3, 11)),
      fields: [
        NodeField("stmt* body", "body", .stmt, .list, 0, .always),
        NodeField("excepthandler* handlers", "handlers", .excepthandler, .list, 1, .always),
        NodeField("stmt* orelse", "orelse", .stmt, .list, 2, .always),
        NodeField("stmt* finalbody", "finalbody", .stmt, .list, 3, .always)
      ]),
    NodeClass("Assert", .stmt, nil, .assert, .always,
      fields: [
        NodeField("expr test", "test", .expr, .one, 0, .always),
        NodeField("expr? msg", "msg", .expr, .optional, 1, .always)
      ]),
    NodeClass("Import", .stmt, nil, .`import`, .always,
      fields: [NodeField("alias* names", "names", .alias, .list, 0, .always)]),
    NodeClass("ImportFrom", .stmt, nil, .importFrom, .always,
      fields: [
        NodeField("identifier? module", "module", .identifier, .optional, 0, .always),
        NodeField("alias* names", "names", .alias, .list, 1, .always),
        NodeField("int? level", "level", .int, .optional, 2, .always)
      ]),
    NodeClass("Global", .stmt, nil, .global, .always,
      fields: [NodeField("identifier* names", "names", .identifier, .list, 0, .always)]),
    NodeClass("Nonlocal", .stmt, nil, .nonlocal, .always,
      fields: [NodeField("identifier* names", "names", .identifier, .list, 0, .always)]),
    NodeClass("Expr", .stmt, nil, .expr, .always,
      fields: [NodeField("expr value", "value", .expr, .one, 0, .always)]),
    NodeClass("Pass", .stmt, nil, .pass, .always,
      fields: []),
    NodeClass("Break", .stmt, nil, .`break`, .always,
      fields: []),
    NodeClass("Continue", .stmt, nil, .`continue`, .always,
      fields: []),
    NodeClass("expr", nil, .expr, nil, .always,
      attributes: [
        NodeField("int lineno", "lineno", .int, .one, 0, .always),
        NodeField("int col_offset", "col_offset", .int, .one, 0, .always),
        NodeField("int? end_lineno", "end_lineno", .int, .optional, 0, .always),
        NodeField("int? end_col_offset", "end_col_offset", .int, .optional, 0, .always)
      ],
      fields: []),
    NodeClass("BoolOp", .expr, nil, .boolOp, .always,
      fields: [
        NodeField("boolop op", "op", .boolop, .one, 0, .always),
        NodeField("expr* values", "values", .expr, .list, 1, .always)
      ]),
    NodeClass("NamedExpr", .expr, nil, .namedExpr, .always,
      fields: [
        NodeField("expr target", "target", .expr, .one, 0, .always),
        NodeField("expr value", "value", .expr, .one, 1, .always)
      ]),
    NodeClass("BinOp", .expr, nil, .binOp, .always,
      fields: [
        NodeField("expr left", "left", .expr, .one, 0, .always),
        NodeField("operator op", "op", .`operator`, .one, 1, .always),
        NodeField("expr right", "right", .expr, .one, 2, .always)
      ]),
    NodeClass("UnaryOp", .expr, nil, .unaryOp, .always,
      fields: [
        NodeField("unaryop op", "op", .unaryop, .one, 0, .always),
        NodeField("expr operand", "operand", .expr, .one, 1, .always)
      ]),
    NodeClass("Lambda", .expr, nil, .lambda, .always,
      fields: [
        NodeField("arguments args", "args", .arguments, .one, 0, .always),
        NodeField("expr body", "body", .expr, .one, 1, .always)
      ]),
    NodeClass("IfExp", .expr, nil, .ifExp, .always,
      fields: [
        NodeField("expr test", "test", .expr, .one, 0, .always),
        NodeField("expr body", "body", .expr, .one, 1, .always),
        NodeField("expr orelse", "orelse", .expr, .one, 2, .always)
      ]),
    NodeClass("Dict", .expr, nil, .dict, .always,
      fields: [
        NodeField("expr* keys", "keys", .expr, .list, 0, NodeVersions(from: (3, 8), through: (3, 13))),
        NodeField("expr?* keys", "keys", .expr, .listOfOptionals, 0, NodeVersions(from: (3, 14))),
        NodeField("expr* values", "values", .expr, .list, 1, .always)
      ]),
    NodeClass("Set", .expr, nil, .set, .always,
      fields: [NodeField("expr* elts", "elts", .expr, .list, 0, .always)]),
    NodeClass("ListComp", .expr, nil, .listComp, .always,
      fields: [
        NodeField("expr elt", "elt", .expr, .one, 0, .always),
        NodeField("comprehension* generators", "generators", .comprehension, .list, 1, .always)
      ]),
    NodeClass("SetComp", .expr, nil, .setComp, .always,
      fields: [
        NodeField("expr elt", "elt", .expr, .one, 0, .always),
        NodeField("comprehension* generators", "generators", .comprehension, .list, 1, .always)
      ]),
    NodeClass("DictComp", .expr, nil, .dictComp, .always,
      fields: [
        NodeField("expr key", "key", .expr, .one, 0, .always),
        NodeField("expr value", "value", .expr, .one, 1, .always),
        NodeField("comprehension* generators", "generators", .comprehension, .list, 2, .always)
      ]),
    NodeClass("GeneratorExp", .expr, nil, .generatorExp, .always,
      fields: [
        NodeField("expr elt", "elt", .expr, .one, 0, .always),
        NodeField("comprehension* generators", "generators", .comprehension, .list, 1, .always)
      ]),
    NodeClass("Await", .expr, nil, .await, .always,
      fields: [NodeField("expr value", "value", .expr, .one, 0, .always)]),
    NodeClass("Yield", .expr, nil, .yield, .always,
      fields: [NodeField("expr? value", "value", .expr, .optional, 0, .always)]),
    NodeClass("YieldFrom", .expr, nil, .yieldFrom, .always,
      fields: [NodeField("expr value", "value", .expr, .one, 0, .always)]),
    NodeClass("Compare", .expr, nil, .compare, .always,
      fields: [
        NodeField("expr left", "left", .expr, .one, 0, .always),
        NodeField("cmpop* ops", "ops", .cmpop, .list, 1, .always),
        NodeField("expr* comparators", "comparators", .expr, .list, 2, .always)
      ]),
    NodeClass("Call", .expr, nil, .call, .always,
      fields: [
        NodeField("expr func", "func", .expr, .one, 0, .always),
        NodeField("expr* args", "args", .expr, .list, 1, .always),
        NodeField("keyword* keywords", "keywords", .keyword, .list, 2, .always)
      ]),
    NodeClass("FormattedValue", .expr, nil, .formattedValue, .always,
      fields: [
        NodeField("expr value", "value", .expr, .one, 0, .always),
        NodeField("int? conversion", "conversion", .int, .optional, 1, NodeVersions(from: (3, 8), through: (3, 9))),
        NodeField("int conversion", "conversion", .int, .one, 1, NodeVersions(from: (3, 10))),
        NodeField("expr? format_spec", "format_spec", .expr, .optional, 2, .always)
      ]),
    NodeClass("Interpolation", .expr, nil, .interpolation, NodeVersions(from: (3, 14)),
      fields: [
        NodeField("expr value", "value", .expr, .one, 0, .always),
        NodeField("constant str", "str", .constant, .one, 1, .always),
        NodeField("int conversion", "conversion", .int, .one, 2, .always),
        NodeField("expr? format_spec", "format_spec", .expr, .optional, 3, .always)
      ]),
    NodeClass("JoinedStr", .expr, nil, .joinedStr, .always,
      fields: [NodeField("expr* values", "values", .expr, .list, 0, .always)]),
    NodeClass("TemplateStr", .expr, nil, .templateStr, NodeVersions(from: (3, 14)),
      fields: [NodeField("expr* values", "values", .expr, .list, 0, .always)]),
    NodeClass("Constant", .expr, nil, .constant, .always,
      fields: [
        NodeField("constant value", "value", .constant, .one, 0, .always),
        NodeField("string? kind", "kind", .string, .optional, 1, .always)
      ]),
    NodeClass("Attribute", .expr, nil, .attribute, .always,
      fields: [
        NodeField("expr value", "value", .expr, .one, 0, .always),
        NodeField("identifier attr", "attr", .identifier, .one, 1, .always),
        NodeField("expr_context ctx", "ctx", .exprContext, .one, 2, .always)
      ]),
    NodeClass("Subscript", .expr, nil, .`subscript`, .always,
      fields: [
        NodeField("expr value", "value", .expr, .one, 0, .always),
        NodeField("slice slice", "slice", .slice, .one, 1, NodeVersions(from: (3, 8), through: (3, 8))),
        NodeField("expr slice", "slice", .expr, .one, 1, NodeVersions(from: (3, 9))),
        NodeField("expr_context ctx", "ctx", .exprContext, .one, 2, .always)
      ]),
    NodeClass("Starred", .expr, nil, .starred, .always,
      fields: [
        NodeField("expr value", "value", .expr, .one, 0, .always),
        NodeField("expr_context ctx", "ctx", .exprContext, .one, 1, .always)
      ]),
    NodeClass("Name", .expr, nil, .name, .always,
      fields: [
        NodeField("identifier id", "id", .identifier, .one, 0, .always),
        NodeField("expr_context ctx", "ctx", .exprContext, .one, 1, .always)
      ]),
    NodeClass("List", .expr, nil, .list, .always,
      fields: [
        NodeField("expr* elts", "elts", .expr, .list, 0, .always),
        NodeField("expr_context ctx", "ctx", .exprContext, .one, 1, .always)
      ]),
    NodeClass("Tuple", .expr, nil, .tuple, .always,
      fields: [
        NodeField("expr* elts", "elts", .expr, .list, 0, .always),
        NodeField("expr_context ctx", "ctx", .exprContext, .one, 1, .always)
      ]),
    NodeClass("Slice", .expr, nil, .slice, NodeVersions(from: (3, 9)),
      fields: [
        NodeField("expr? lower", "lower", .expr, .optional, 0, .always),
        NodeField("expr? upper", "upper", .expr, .optional, 1, .always),
        NodeField("expr? step", "step", .expr, .optional, 2, .always)
      ]),
    NodeClass("expr_context", nil, .exprContext, nil, .always,
      attributes: [],
      fields: []),
    NodeClass("Load", .exprContext, nil, nil, .always,
      fields: []),
    NodeClass("Store", .exprContext, nil, nil, .always,
      fields: []),
    NodeClass("Del", .exprContext, nil, nil, .always,
      fields: []),
    NodeClass("AugLoad", .exprContext, nil, nil, NodeVersions(from: (3, 8), through: (3, 8)),
      fields: []),
    NodeClass("AugStore", .exprContext, nil, nil, NodeVersions(from: (3, 8), through: (3, 8)),
      fields: []),
    NodeClass("Param", .exprContext, nil, nil, NodeVersions(from: (3, 8), through: (3, 8)),
      fields: []),
    NodeClass("boolop", nil, .boolop, nil, .always,
      attributes: [],
      fields: []),
    NodeClass("And", .boolop, nil, nil, .always,
      fields: []),
    NodeClass("Or", .boolop, nil, nil, .always,
      fields: []),
    NodeClass("operator", nil, .`operator`, nil, .always,
      attributes: [],
      fields: []),
    NodeClass("Add", .`operator`, nil, nil, .always,
      fields: []),
    NodeClass("Sub", .`operator`, nil, nil, .always,
      fields: []),
    NodeClass("Mult", .`operator`, nil, nil, .always,
      fields: []),
    NodeClass("MatMult", .`operator`, nil, nil, .always,
      fields: []),
    NodeClass("Div", .`operator`, nil, nil, .always,
      fields: []),
    NodeClass("Mod", .`operator`, nil, nil, .always,
      fields: []),
    NodeClass("Pow", .`operator`, nil, nil, .always,
      fields: []),
    NodeClass("LShift", .`operator`, nil, nil, .always,
      fields: []),
    NodeClass("RShift", .`operator`, nil, nil, .always,
      fields: []),
    NodeClass("BitOr", .`operator`, nil, nil, .always,
      fields: []),
    NodeClass("BitXor", .`operator`, nil, nil, .always,
      fields: []),
    NodeClass("BitAnd", .`operator`, nil, nil, .always,
      fields: []),
    NodeClass("FloorDiv", .`operator`, nil, nil, .always,
      fields: []),
    NodeClass("unaryop", nil, .unaryop, nil, .always,
      attributes: [],
      fields: []),
    NodeClass("Invert", .unaryop, nil, nil, .always,
      fields: []),
    NodeClass("Not", .unaryop, nil, nil, .always,
      fields: []),
    NodeClass("UAdd", .unaryop, nil, nil, .always,
      fields: []),
    NodeClass("USub", .unaryop, nil, nil, .always,
      fields: []),
    NodeClass("cmpop", nil, .cmpop, nil, .always,
      attributes: [],
      fields: []),
    NodeClass("Eq", .cmpop, nil, nil, .always,
      fields: []),
    NodeClass("NotEq", .cmpop, nil, nil, .always,
      fields: []),
    NodeClass("Lt", .cmpop, nil, nil, .always,
      fields: []),
    NodeClass("LtE", .cmpop, nil, nil, .always,
      fields: []),
    NodeClass("Gt", .cmpop, nil, nil, .always,
      fields: []),
    NodeClass("GtE", .cmpop, nil, nil, .always,
      fields: []),
    NodeClass("Is", .cmpop, nil, nil, .always,
      fields: []),
    NodeClass("IsNot", .cmpop, nil, nil, .always,
      fields: []),
    NodeClass("In", .cmpop, nil, nil, .always,
      fields: []),
    NodeClass("NotIn", .cmpop, nil, nil, .always,
      fields: []),
    NodeClass("comprehension", nil, .comprehension, .comprehension, .always,
      attributes: [],
      fields: [
        NodeField("expr target", "target", .expr, .one, 0, .always),
        NodeField("expr iter", "iter", .expr, .one, 1, .always),
        NodeField("expr* ifs", "ifs", .expr, .list, 2, .always),
        NodeField("int is_async", "is_async", .int, .one, 3, .always)
      ]),
    NodeClass("excepthandler", nil, .excepthandler, nil, .always,
      attributes: [
        NodeField("int lineno", "lineno", .int, .one, 0, .always),
        NodeField("int col_offset", "col_offset", .int, .one, 0, .always),
        NodeField("int? end_lineno", "end_lineno", .int, .optional, 0, .always),
        NodeField("int? end_col_offset", "end_col_offset", .int, .optional, 0, .always)
      ],
      fields: []),
    NodeClass("ExceptHandler", .excepthandler, nil, .exceptHandler, .always,
      fields: [
        NodeField("expr? type", "type", .expr, .optional, 0, .always),
        NodeField("identifier? name", "name", .identifier, .optional, 1, .always),
        NodeField("stmt* body", "body", .stmt, .list, 2, .always)
      ]),
    NodeClass("arguments", nil, .arguments, .arguments, .always,
      attributes: [],
      fields: [
        NodeField("arg* posonlyargs", "posonlyargs", .arg, .list, 0, .always),
        NodeField("arg* args", "args", .arg, .list, 1, .always),
        NodeField("arg? vararg", "vararg", .arg, .optional, 2, .always),
        NodeField("arg* kwonlyargs", "kwonlyargs", .arg, .list, 3, .always),
        NodeField("expr* kw_defaults", "kw_defaults", .expr, .list, 4, NodeVersions(from: (3, 8), through: (3, 13))),
        NodeField("expr?* kw_defaults", "kw_defaults", .expr, .listOfOptionals, 4, NodeVersions(from: (3, 14))),
        NodeField("arg? kwarg", "kwarg", .arg, .optional, 5, .always),
        NodeField("expr* defaults", "defaults", .expr, .list, 6, .always)
      ]),
    NodeClass("arg", nil, .arg, .arg, .always,
      attributes: [
        NodeField("int lineno", "lineno", .int, .one, 0, .always),
        NodeField("int col_offset", "col_offset", .int, .one, 0, .always),
        NodeField("int? end_lineno", "end_lineno", .int, .optional, 0, .always),
        NodeField("int? end_col_offset", "end_col_offset", .int, .optional, 0, .always)
      ],
      fields: [
        NodeField("identifier arg", "arg", .identifier, .one, 0, .always),
        NodeField("expr? annotation", "annotation", .expr, .optional, 1, .always),
        NodeField("string? type_comment", "type_comment", .string, .optional, 2, .always)
      ]),
    NodeClass("keyword", nil, .keyword, .keyword, .always,
      attributes: [
        NodeField("int lineno", "lineno", .int, .one, 0, NodeVersions(from: (3, 9))),
        NodeField("int col_offset", "col_offset", .int, .one, 0, NodeVersions(from: (3, 9))),
        NodeField("int? end_lineno", "end_lineno", .int, .optional, 0, NodeVersions(from: (3, 9))),
        NodeField("int? end_col_offset", "end_col_offset", .int, .optional, 0, NodeVersions(from: (3, 9)))
      ],
      fields: [
        NodeField("identifier? arg", "arg", .identifier, .optional, 0, .always),
        NodeField("expr value", "value", .expr, .one, 1, .always)
      ]),
    NodeClass("alias", nil, .alias, .alias, .always,
      attributes: [
        NodeField("int lineno", "lineno", .int, .one, 0, NodeVersions(from: (3, 10))),
        NodeField("int col_offset", "col_offset", .int, .one, 0, NodeVersions(from: (3, 10))),
        NodeField("int? end_lineno", "end_lineno", .int, .optional, 0, NodeVersions(from: (3, 10))),
        NodeField("int? end_col_offset", "end_col_offset", .int, .optional, 0, NodeVersions(from: (3, 10)))
      ],
      fields: [
        NodeField("identifier name", "name", .identifier, .one, 0, .always),
        NodeField("identifier? asname", "asname", .identifier, .optional, 1, .always)
      ]),
    NodeClass("withitem", nil, .withitem, .withitem, .always,
      attributes: [],
      fields: [
        NodeField("expr context_expr", "context_expr", .expr, .one, 0, .always),
        NodeField("expr? optional_vars", "optional_vars", .expr, .optional, 1, .always)
      ]),
    NodeClass("match_case", nil, .matchCase, .matchCase, NodeVersions(from: (3, 10)),
      attributes: [],
      fields: [
        NodeField("pattern pattern", "pattern", .pattern, .one, 0, .always),
        NodeField("expr? guard", "guard", .expr, .optional, 1, .always),
        NodeField("stmt* body", "body", .stmt, .list, 2, .always)
      ]),
    NodeClass("pattern", nil, .pattern, nil, NodeVersions(from: (3, 10)),
      attributes: [
        NodeField("int lineno", "lineno", .int, .one, 0, .always),
        NodeField("int col_offset", "col_offset", .int, .one, 0, .always),
        NodeField("int end_lineno", "end_lineno", .int, .one, 0, .always),
        NodeField("int end_col_offset", "end_col_offset", .int, .one, 0, .always)
      ],
      fields: []),
    NodeClass("MatchValue", .pattern, nil, .matchValue, NodeVersions(from: (3, 10)),
      fields: [NodeField("expr value", "value", .expr, .one, 0, .always)]),
    NodeClass("MatchSingleton", .pattern, nil, .matchSingleton, NodeVersions(from: (3, 10)),
      fields: [NodeField("constant value", "value", .constant, .one, 0, .always)]),
    NodeClass("MatchSequence", .pattern, nil, .matchSequence, NodeVersions(from: (3, 10)),
      fields: [NodeField("pattern* patterns", "patterns", .pattern, .list, 0, .always)]),
    NodeClass("MatchMapping", .pattern, nil, .matchMapping, NodeVersions(from: (3, 10)),
      fields: [
        NodeField("expr* keys", "keys", .expr, .list, 0, .always),
        NodeField("pattern* patterns", "patterns", .pattern, .list, 1, .always),
        NodeField("identifier? rest", "rest", .identifier, .optional, 2, .always)
      ]),
    NodeClass("MatchClass", .pattern, nil, .matchClass, NodeVersions(from: (3, 10)),
      fields: [
        NodeField("expr cls", "cls", .expr, .one, 0, .always),
        NodeField("pattern* patterns", "patterns", .pattern, .list, 1, .always),
        NodeField("identifier* kwd_attrs", "kwd_attrs", .identifier, .list, 2, .always),
        NodeField("pattern* kwd_patterns", "kwd_patterns", .pattern, .list, 3, .always)
      ]),
    NodeClass("MatchStar", .pattern, nil, .matchStar, NodeVersions(from: (3, 10)),
      fields: [NodeField("identifier? name", "name", .identifier, .optional, 0, .always)]),
    NodeClass("MatchAs", .pattern, nil, .matchAs, NodeVersions(from: (3, 10)),
      fields: [
        NodeField("pattern? pattern", "pattern", .pattern, .optional, 0, .always),
        NodeField("identifier? name", "name", .identifier, .optional, 1, .always)
      ]),
    NodeClass("MatchOr", .pattern, nil, .matchOr, NodeVersions(from: (3, 10)),
      fields: [NodeField("pattern* patterns", "patterns", .pattern, .list, 0, .always)]),
    NodeClass("type_ignore", nil, .typeIgnore, nil, .always,
      attributes: [],
      fields: []),
    NodeClass("TypeIgnore", .typeIgnore, nil, .typeIgnore, .always,
      fields: [
        NodeField("int lineno", "lineno", .int, .one, 0, .always),
        NodeField("string tag", "tag", .string, .one, 1, .always)
      ]),
    NodeClass("type_param", nil, .typeParam, nil, NodeVersions(from: (3, 12)),
      attributes: [
        NodeField("int lineno", "lineno", .int, .one, 0, .always),
        NodeField("int col_offset", "col_offset", .int, .one, 0, .always),
        NodeField("int end_lineno", "end_lineno", .int, .one, 0, .always),
        NodeField("int end_col_offset", "end_col_offset", .int, .one, 0, .always)
      ],
      fields: []),
    NodeClass("TypeVar", .typeParam, nil, .typeVar, NodeVersions(from: (3, 12)),
      fields: [
        NodeField("identifier name", "name", .identifier, .one, 0, .always),
        NodeField("expr? bound", "bound", .expr, .optional, 1, .always),
        NodeField("expr? default_value", "default_value", .expr, .optional, 2, NodeVersions(from: (3, 13)))
      ]),
    NodeClass("ParamSpec", .typeParam, nil, .paramSpec, NodeVersions(from: (3, 12)),
      fields: [
        NodeField("identifier name", "name", .identifier, .one, 0, .always),
        NodeField("expr? default_value", "default_value", .expr, .optional, 1, NodeVersions(from: (3, 13)))
      ]),
    NodeClass("TypeVarTuple", .typeParam, nil, .typeVarTuple, NodeVersions(from: (3, 12)),
      fields: [
        NodeField("identifier name", "name", .identifier, .one, 0, .always),
        NodeField("expr? default_value", "default_value", .expr, .optional, 1, NodeVersions(from: (3, 13)))
      ]),
    NodeClass("slice", nil, .slice, nil, NodeVersions(from: (3, 8), through: (3, 8)),
      attributes: [],
      fields: []),
    NodeClass("Slice", .slice, nil, .slice, NodeVersions(from: (3, 8), through: (3, 8)),
      fields: [
        NodeField("expr? lower", "lower", .expr, .optional, 0, .always),
        NodeField("expr? upper", "upper", .expr, .optional, 1, .always),
        NodeField("expr? step", "step", .expr, .optional, 2, .always)
      ]),
    NodeClass("ExtSlice", .slice, nil, nil, NodeVersions(from: (3, 8), through: (3, 8)),
      fields: [NodeField("slice* dims", "dims", .slice, .list, 0, .always)]),
    NodeClass("Index", .slice, nil, nil, NodeVersions(from: (3, 8), through: (3, 8)),
      fields: [NodeField("expr value", "value", .expr, .one, 0, .always)]),
  ]
}
