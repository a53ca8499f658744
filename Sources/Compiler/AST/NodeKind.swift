/// The classes of nodes. The raw value is the low byte of a node's first word.
enum NodeKind: UInt8, CaseIterable {
  case module, interactive, expressionRoot, functionType
  case functionDef, asyncFunctionDef, classDef, `return`, delete, assign, typeAlias, augAssign, annAssign, `for`, asyncFor, `while`,
    `if`, with, asyncWith, match, raise, `try`, tryStar, assert, `import`, importFrom, global, nonlocal, expr, pass, `break`, `continue`
  case boolOp, namedExpr, binOp, unaryOp, lambda, ifExp, dict, set, listComp, setComp, dictComp, generatorExp, await, yield, yieldFrom,
    compare, call, formattedValue, interpolation, joinedStr, templateStr, constant, attribute, `subscript`, starred, name, list, tuple,
    slice
  case matchValue, matchSingleton, matchSequence, matchMapping, matchClass, matchStar, matchAs, matchOr
  case exceptHandler
  case typeVar, paramSpec, typeVarTuple
  case arguments, arg, keyword, alias, withitem, matchCase, comprehension
}
