import Bytecode

/// The source of an expression, as annotations that are kept as text show it (CPython: Python/ast_unparse.c).
struct Unparser {
  private let tree: SyntaxTree
  private var output: [UInt8] = []

  /// How tightly an expression binds.
  private enum Precedence: Int {
    case namedExpression, tuple, test, or, and, not, compare, bitOr, bitXor, bitAnd, shift, arithmetic, term, factor, power, await, atom

    var next: Precedence { Precedence(rawValue: rawValue + 1) ?? .atom }
  }

  init(_ tree: SyntaxTree) { self.tree = tree }

  mutating func text(of expression: Expression) -> Text {
    output = []
    write(expression, .test)
    return Text(unchecked: ByteString(output), isASCII: output.allSatisfy { $0 < 0x80 })
  }

  // MARK: - Pieces

  private mutating func put(_ text: String) { output += Array(text.utf8) }

  private mutating func put(_ name: Identifier) { output += Array(tree.characters(of: name)) }

  private mutating func write(_ list: SyntaxList<Expression>, _ level: Precedence) {
    for (index, item) in tree[list].enumerated() {
      if index > 0 { put(", ") }
      write(item, level)
    }
  }

  private mutating func parenthesized(_ isNeeded: Bool, _ body: (inout Unparser) -> Void) {
    if isNeeded { put("(") }
    body(&self)
    if isNeeded { put(")") }
  }

  private static let binary: [(String, Precedence)] = [
    (" + ", .arithmetic), (" - ", .arithmetic), (" * ", .term), (" @ ", .term), (" / ", .term), (" % ", .term), (" ** ", .power),
    (" << ", .shift), (" >> ", .shift), (" | ", .bitOr), (" ^ ", .bitXor), (" & ", .bitAnd), (" // ", .term),
  ]
  private static let unary: [(String, Precedence)] = [("~", .factor), ("not ", .not), ("+", .factor), ("-", .factor)]
  private static let compare = [" == ", " != ", " < ", " <= ", " > ", " >= ", " is ", " is not ", " in ", " not in "]

  // MARK: - Expressions

  private mutating func write(_ expression: Expression, _ level: Precedence) {
    switch tree[expression] {
    case .boolOp, .binOp, .unaryOp, .compare, .namedExpr, .ifExp, .lambda, .await: writeOperator(expression, level)
    case .listComp, .setComp, .dictComp, .generatorExp: writeComprehension(expression)
    case .dict(let keys, let values): writeDict(keys, values)
    case .set(let elements): enclosed("{", elements, "}")
    case .list(let elements, _): enclosed("[", elements, "]")
    case .tuple(let elements, _): writeTuple(elements, level)
    case .yield(let value):
      put(value == nil ? "(yield" : "(yield ")
      if let value { write(value, .test) }
      put(")")
    case .yieldFrom(let value):
      put("(yield from ")
      write(value, .test)
      put(")")
    case .call(let function, let arguments, let keywords): writeCall(function, arguments, keywords)
    case .constant(let id, let isUnicodeLiteral): writeConstant(tree.value(of: id), isUnicodeLiteral)
    case .joinedStr(let values), .templateStr(let values): writeJoined(values)
    case .formattedValue, .interpolation: writeJoined(part: expression)
    case .attribute(let value, let attribute, _):
      write(value, .atom)
      if case .constant(let id, _) = tree[value], WideInteger(tree.value(of: id)) != nil { put(" ") }
      put(".")
      put(attribute)
    case .subscript(let value, let slice, _):
      write(value, .atom)
      put("[")
      write(slice, .tuple)
      put("]")
    case .starred(let value, _):
      put("*")
      write(value, .bitOr)
    case .name(let name, _): put(name)
    case .slice(let lower, let upper, let step): writeSlice(lower, upper, step)
    }
  }

  private mutating func enclosed(_ open: String, _ elements: SyntaxList<Expression>, _ close: String) {
    put(open)
    write(elements, .test)
    put(close)
  }

  private mutating func writeOperator(_ expression: Expression, _ level: Precedence) {
    let tree = tree
    switch tree[expression] {
    case .boolOp(let op, let values):
      let own: Precedence = op == .and ? .and : .or
      parenthesized(level.rawValue > own.rawValue) {
        for (index, value) in tree[values].enumerated() {
          if index > 0 { $0.put(op == .and ? " and " : " or ") }
          $0.write(value, own.next)
        }
      }
    case .binOp(let left, let op, let right):
      let (sign, own) = Self.binary[Int(op.rawValue)]
      let isRight = op == .power
      parenthesized(level.rawValue > own.rawValue) {
        $0.write(left, isRight ? own.next : own)
        $0.put(sign)
        $0.write(right, isRight ? own : own.next)
      }
    case .unaryOp(let op, let operand):
      let (sign, own) = Self.unary[Int(op.rawValue)]
      parenthesized(level.rawValue > own.rawValue) {
        $0.put(sign)
        $0.write(operand, own)
      }
    case .compare(let left, let operators, let comparators):
      parenthesized(level.rawValue > Precedence.compare.rawValue) {
        $0.write(left, .bitOr)
        for (op, value) in zip(tree[operators], tree[comparators]) {
          $0.put(Self.compare[Int(op.rawValue)])
          $0.write(value, .bitOr)
        }
      }
    default: writeSpecialOperator(expression, level)
    }
  }

  private mutating func writeSpecialOperator(_ expression: Expression, _ level: Precedence) {
    let tree = tree
    switch tree[expression] {
    case .namedExpr(let target, let value):
      parenthesized(level.rawValue > Precedence.namedExpression.rawValue) {
        $0.write(target, .atom)
        $0.put(" := ")
        $0.write(value, .atom)
      }
    case .ifExp(let test, let body, let orElse):
      parenthesized(level.rawValue > Precedence.test.rawValue) {
        $0.write(body, .or)
        $0.put(" if ")
        $0.write(test, .or)
        $0.put(" else ")
        $0.write(orElse, .test)
      }
    case .lambda(let arguments, let body):
      let node = tree[arguments]
      parenthesized(level.rawValue > Precedence.test.rawValue) {
        $0.put(node.positionalOnly.isEmpty && node.arguments.isEmpty ? "lambda" : "lambda ")
        $0.write(node)
        $0.put(": ")
        $0.write(body, .test)
      }
    case .await(let value):
      parenthesized(level.rawValue > Precedence.await.rawValue) {
        $0.put("await ")
        $0.write(value, .atom)
      }
    default: break
    }
  }

  private mutating func write(_ arguments: ArgumentsNode) {
    var isFirst = true
    let positional = Array(tree[arguments.positionalOnly]) + Array(tree[arguments.arguments])
    let defaults = Array(tree[arguments.defaults])
    for (index, parameter) in positional.enumerated() {
      separate(&isFirst)
      write(parameter)
      let place = index - (positional.count - defaults.count)
      if place >= 0 {
        put("=")
        write(defaults[place], .test)
      }
      if index + 1 == tree[arguments.positionalOnly].count { put(", /") }
    }
    if arguments.variadic != nil || !arguments.keywordOnly.isEmpty {
      separate(&isFirst)
      put("*")
      if let variadic = arguments.variadic { write(variadic) }
    }
    for (index, parameter) in tree[arguments.keywordOnly].enumerated() {
      separate(&isFirst)
      write(parameter)
      if let value = tree[arguments.keywordDefaults][index].expression {
        put("=")
        write(value, .test)
      }
    }
    if let variadic = arguments.keywordVariadic {
      separate(&isFirst)
      put("**")
      write(variadic)
    }
  }

  private mutating func separate(_ isFirst: inout Bool) {
    if !isFirst { put(", ") }
    isFirst = false
  }

  private mutating func write(_ parameter: Parameter) {
    put(tree[parameter].name)
    if let annotation = tree[parameter].annotation {
      put(": ")
      write(annotation, .test)
    }
  }

  // MARK: - Displays and calls

  private mutating func writeDict(_ keys: SyntaxList<OptionalExpression>, _ values: SyntaxList<Expression>) {
    put("{")
    for (index, value) in tree[values].enumerated() {
      if index > 0 { put(", ") }
      if let key = tree[keys][index].expression {
        write(key, .test)
        put(": ")
        write(value, .test)
      } else {
        put("**")
        write(value, .bitOr)
      }
    }
    put("}")
  }

  private mutating func writeTuple(_ elements: SyntaxList<Expression>, _ level: Precedence) {
    let count = tree[elements].count
    if count == 0 { return put("()") }
    parenthesized(level.rawValue > Precedence.tuple.rawValue) {
      $0.write(elements, .test)
      if count == 1 { $0.put(",") }
    }
  }

  private mutating func writeComprehension(_ expression: Expression) {
    switch tree[expression] {
    case .listComp(let element, let generators): writeComprehension("[", element, nil, generators, "]")
    case .setComp(let element, let generators): writeComprehension("{", element, nil, generators, "}")
    case .dictComp(let key, let value, let generators): writeComprehension("{", key, value, generators, "}")
    case .generatorExp(let element, let generators): writeComprehension("(", element, nil, generators, ")")
    default: break
    }
  }

  private mutating func writeComprehension(
    _ open: String, _ element: Expression, _ value: Expression?, _ generators: SyntaxList<Comprehension>, _ close: String
  ) {
    put(open)
    write(element, .test)
    if let value {
      put(": ")
      write(value, .test)
    }
    for generator in tree[generators] {
      let node = tree[generator]
      put(node.isAsync ? " async for " : " for ")
      write(node.target, .tuple)
      put(" in ")
      write(node.iterable, .or)
      for condition in tree[node.conditions] {
        put(" if ")
        write(condition, .or)
      }
    }
    put(close)
  }

  private mutating func writeCall(_ function: Expression, _ arguments: SyntaxList<Expression>, _ keywords: SyntaxList<Keyword>) {
    write(function, .atom)
    if tree[arguments].count == 1, keywords.isEmpty, tree.kind(of: tree[arguments][0]) == .generatorExp {
      return write(tree[arguments][0], .test)
    }
    put("(")
    write(arguments, .test)
    for (index, keyword) in tree[keywords].enumerated() {
      if index > 0 || !arguments.isEmpty { put(", ") }
      if let name = tree[keyword].name {
        put(name)
        put("=")
      } else {
        put("**")
      }
      write(tree[keyword].value, .test)
    }
    put(")")
  }

  private mutating func writeSlice(_ lower: Expression?, _ upper: Expression?, _ step: Expression?) {
    if let lower { write(lower, .test) }
    put(":")
    if let upper { write(upper, .test) }
    if let step {
      put(":")
      write(step, .test)
    }
  }

  // MARK: - Constants and strings

  private mutating func writeConstant(_ value: Constant, _ isUnicodeLiteral: Bool) {
    if isUnicodeLiteral { put("u") }
    if value == .ellipsis { return put("...") }
    let text = PythonRepr.string(value)
    // Infinity has no literal but too large a number.
    switch value {
    case .float, .complex, .tuple: put(text.replacing("inf", with: "1e309"))
    default: put(text)
    }
  }

  private mutating func writeJoined(_ values: SyntaxList<Expression>) {
    let body = joined(values)
    put("f")
    put(PythonRepr.string(.string(Text(unchecked: ByteString(body), isASCII: body.allSatisfy { $0 < 0x80 }))))
  }

  private mutating func writeJoined(part: Expression) {
    let body = joined(part: part)
    put("f")
    put(PythonRepr.string(.string(Text(unchecked: ByteString(body), isASCII: body.allSatisfy { $0 < 0x80 }))))
  }

  private func joined(_ values: SyntaxList<Expression>) -> [UInt8] {
    var body: [UInt8] = []
    for value in tree[values] { body += joined(part: value) }
    return body
  }

  private func joined(part: Expression) -> [UInt8] {
    switch tree[part] {
    case .constant(let id, _):
      guard case .string(let text) = tree.value(of: id) else { return [] }
      return text.utf8.flatMap { $0 == 0x7B || $0 == 0x7D ? [$0, $0] : [$0] }
    case .joinedStr(let values): return joined(values)
    case .formattedValue(let value, let conversion, let formatSpec), .interpolation(let value, _, let conversion, let formatSpec):
      var inner = Unparser(tree)
      inner.write(value, .or)
      var body: [UInt8] = Array(inner.output.first == 0x7B ? "{ ".utf8 : "{".utf8) + inner.output
      if conversion > 0 { body += [0x21, UInt8(truncatingIfNeeded: conversion)] }
      if let formatSpec { body += [0x3A] + joined(part: formatSpec) }
      return body + [0x7D]
    default: return []
    }
  }
}
