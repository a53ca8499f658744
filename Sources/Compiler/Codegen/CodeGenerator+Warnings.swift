import Bytecode

/// What the code generator warns of: code that cannot be meant (CPython: Python/codegen.c, `check_compare` and those around it).
extension CodeGenerator {
  private func warn(_ message: String, _ span: Span) {
    if silence == 0 { monitor.warnings.append(CompilerWarning(.syntax, message, span)) }
  }

  /// The place that a warning names: from 3.12 on the operand that is wrong, before, the whole expression.
  private func place(_ operand: Expression, _ whole: CodeLocation) -> Span {
    features.has(.operandWarnings) ? tree.span(of: operand) : whole.span
  }

  /// The name of the type that an expression has whatever its operands are; nil if that is not known.
  private func typeName(_ expression: Expression) -> String? {
    switch tree[expression] {
    case .tuple: "tuple"
    case .list, .listComp: "list"
    case .dict, .dictComp: "dict"
    case .set, .setComp: "set"
    case .generatorExp: "generator"
    case .lambda: "function"
    case .joinedStr, .formattedValue: "str"
    case .templateStr: "string.templatelib.Template"
    case .interpolation: "string.templatelib.Interpolation"
    case .constant(let id, _): typeName(pool.value(of: id, in: tree))
    default: nil
    }
  }

  private func typeName(_ value: Constant) -> String? {
    switch value {
    case .none: "NoneType"
    case .bool: "bool"
    case .ellipsis: "ellipsis"
    case .integer, .bigInteger: "int"
    case .float: "float"
    case .complex: "complex"
    case .string: "str"
    case .bytes: "bytes"
    case .tuple: "tuple"
    case .frozenset: "frozenset"
    case .slice: "slice"
    default: nil
    }
  }

  private func constant(_ expression: Expression) -> Constant? {
    guard case .constant(let id, _) = tree[expression] else { return nil }
    return pool.value(of: id, in: tree)
  }

  // MARK: - `is`

  /// Whether an operand of `is` is a literal: equal ones need not be the same.
  private func isLiteral(_ expression: Expression) -> Bool {
    switch tree[expression] {
    case .constant(let id, _):
      switch pool.value(of: id, in: tree) {
      case .none, .bool, .ellipsis: false
      default: true
      }
    case .tuple(let elements, _):
      // They are constants only when the graph has been folded.
      features.has(.foldsInGraph) && tree[elements].allSatisfy { tree.kind(of: $0) == .constant }
    default: false
    }
  }

  func warnOfCompare(
    _ left: Expression, _ operators: SyntaxList<CompareOperator>, _ comparators: SyntaxList<Expression>, _ location: CodeLocation
  ) {
    var left = left
    for (op, right) in zip(tree[operators], tree[comparators]) {
      if op == .is || op == .isNot, isLiteral(left) || isLiteral(right) {
        let (word, instead) = op == .is ? ("is", "==") : ("is not", "!=")
        let literal = isLiteral(left) ? left : right
        let kind = features.has(.operandWarnings) ? "'\(typeName(literal) ?? "")'" : "a"
        return warn("\"\(word)\" with \(kind) literal. Did you mean \"\(instead)\"?", location.span)
      }
      left = right
    }
  }

  // MARK: - Calls and subscripts

  func warnOfCall(_ function: Expression, _ location: CodeLocation) {
    switch tree[function] {
    case .constant, .tuple, .list, .listComp, .dict, .dictComp, .set, .setComp, .generatorExp, .joinedStr, .formattedValue, .templateStr,
      .interpolation:
      guard let type = typeName(function) else { return }
      warn("'\(type)' object is not callable; perhaps you missed a comma?", place(function, location))
    default: break
    }
  }

  func warnOfSubscript(_ value: Expression, _ slice: Expression, _ location: CodeLocation) {
    if let type = typeName(value), !hasItems(value) {
      return warn("'\(type)' object is not subscriptable; perhaps you missed a comma?", place(value, location))
    }
    guard hasOrder(value), let type = typeName(value), let index = indexType(slice), index != "int", index != "bool", index != "slice"
    else { return }
    warn("\(type) indices must be integers or slices, not \(index); perhaps you missed a comma?", place(value, location))
  }

  private func indexType(_ slice: Expression) -> String? {
    if !features.has(.tupleSlices), case .tuple(let elements, _) = tree[slice], tree[elements].contains(where: { tree.kind(of: $0) == .slice }) {
      return nil
    }
    return typeName(slice)
  }

  private func hasItems(_ value: Expression) -> Bool {
    switch tree[value] {
    case .set, .setComp, .generatorExp, .lambda, .templateStr, .interpolation: return false
    case .constant:
      switch constant(value) {
      case .string, .bytes, .tuple: return true
      default: return false
      }
    default: return true
    }
  }

  private func hasOrder(_ value: Expression) -> Bool {
    switch tree[value] {
    case .constant, .tuple, .list, .listComp, .joinedStr, .formattedValue: true
    default: false
    }
  }

  // MARK: - Assertions

  func warnOfAssertion(_ test: Expression, _ location: CodeLocation) {
    let isFull: Bool
    switch tree[test] {
    case .tuple(let elements, _): isFull = !elements.isEmpty
    case .constant:
      if features.has(.constantAssertions), case .tuple(let items)? = constant(test) { isFull = !items.items.isEmpty } else { isFull = false }
    default: isFull = false
    }
    if isFull { warn("assertion is always true, perhaps remove parentheses?", location.span) }
  }
}
