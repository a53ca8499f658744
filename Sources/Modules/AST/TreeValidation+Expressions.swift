import Compiler
import Runtime

extension TreeValidation {
  /// - Parameter context: what an expression that has a context must be in, and others must not.
  func expression(_ expression: Expression, _ context: ExpressionContext) throws(Raised) {
    try t.enterRecursive(" during compilation")
    defer { t.leaveRecursive() }
    try position(expression)
    try checkContext(expression, context)
    switch tree[expression] {
    case .constant(let value, _): try constant(value)
    case .name, .attribute, .subscript, .starred, .list, .tuple: try withContext(expression, context)
    case .listComp(let element, let generators), .setComp(let element, let generators), .generatorExp(let element, let generators):
      try comprehensions(generators)
      try self.expression(element, .load)
    case .dictComp(let key, let value, let generators):
      try comprehensions(generators)
      try self.expression(key, .load)
      try self.expression(value, .load)
    default: try plain(expression)
    }
  }

  private func withContext(_ expression: Expression, _ context: ExpressionContext) throws(Raised) {
    switch tree[expression] {
    case .attribute(let value, _, _): try self.expression(value, .load)
    case .subscript(let value, let slice, _):
      try self.expression(slice, .load)
      try self.expression(value, .load)
    case .starred(let value, _): try self.expression(value, context)
    case .list(let elements, _), .tuple(let elements, _): try expressions(elements, context)
    default: break
    }
  }

  private func checkContext(_ expression: Expression, _ context: ExpressionContext) throws(Raised) {
    let node = tree.node(expression.raw)
    var found: UInt32?
    switch node.kind {
    case .attribute, .subscript: found = node.word(7)
    case .starred, .list, .tuple: found = node.word(6)
    case .name:
      if case .name(let name, _) = tree[expression] { try self.name(name) }
      found = node.word(6)
    default: break
    }
    guard let found else {
      if context != .load { throw invalid("expression which can't be assigned to in %S context", contextName(context.raw)) }
      return
    }
    if found != context.raw {
      throw invalid("expression must have %S context but has %2S instead", contextName(context.raw), "\(contextName(found))")
    }
  }

  private func contextName(_ raw: UInt32) -> StaticString {
    classes.classes[classes.members[Int(NodeFieldType.exprContext.rawValue)][Int(raw)]].name
  }

  private func plain(_ expression: Expression) throws(Raised) {
    switch tree[expression] {
    case .boolOp(_, let values):
      if tree[values].count < 2 { throw invalid("BoolOp with less than 2 values") }
      try expressions(values, .load)
    case .namedExpr(let target, let value):
      if t.has(.nameTargetsChecked) {
        guard case .name = tree[target] else { throw wrongType("NamedExpr target must be a Name") }
      }
      // (Only the value is looked at.)
      try self.expression(value, .load)
    case .binOp(let left, _, let right):
      try self.expression(left, .load)
      try self.expression(right, .load)
    case .unaryOp(_, let operand): try self.expression(operand, .load)
    case .lambda(let arguments, let body):
      try self.arguments(arguments)
      try self.expression(body, .load)
    case .ifExp(let test, let body, let orElse):
      try self.expression(test, .load)
      try self.expression(body, .load)
      try self.expression(orElse, .load)
    case .dict(let keys, let values):
      if tree[keys].count != tree[values].count { throw invalid("Dict doesn't have the same number of keys as values") }
      try optionals(keys)
      try expressions(values, .load)
    case .set(let elements): try expressions(elements, .load)
    default: try operation(expression)
    }
  }

  private func operation(_ expression: Expression) throws(Raised) {
    switch tree[expression] {
    case .yield(let value): try optional(value)
    case .yieldFrom(let value), .await(let value): try self.expression(value, .load)
    case .compare(let left, let operators, let comparators):
      if comparators.isEmpty { throw invalid("Compare with no comparators") }
      if tree[comparators].count != tree[operators].count {
        throw invalid("Compare has a different number of comparators and operands")
      }
      try expressions(comparators, .load)
      try self.expression(left, .load)
    case .call(let function, let arguments, let keywords):
      try self.expression(function, .load)
      try expressions(arguments, .load)
      try self.keywords(keywords)
    case .formattedValue(let value, _, let formatSpec):
      try self.expression(value, .load)
      try optional(formatSpec)
    case .interpolation(let value, let source, _, let formatSpec):
      try constant(source)
      try self.expression(value, .load)
      try optional(formatSpec)
    case .joinedStr(let values), .templateStr(let values): try expressions(values, .load)
    case .slice(let lower, let upper, let step):
      try optional(lower)
      try optional(upper)
      try optional(step)
    default: break
    }
  }
}
