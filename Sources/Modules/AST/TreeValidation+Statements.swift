import Compiler
import Runtime

extension TreeValidation {
  func statement(_ statement: Statement) throws(Raised) {
    try t.enterRecursive(" during compilation")
    defer { t.leaveRecursive() }
    try position(statement)
    switch tree[statement] {
    case .functionDef(_, let arguments, let body, let decorators, let returns, let parameters),
      .asyncFunctionDef(_, let arguments, let body, let decorators, let returns, let parameters):
      try self.body(body, of: className(statement))
      try typeParameters(parameters)
      try self.arguments(arguments)
      try expressions(decorators, .load)
      try optional(returns)
    case .classDef(_, let bases, let keywords, let body, let decorators, let parameters):
      try self.body(body, of: className(statement))
      try typeParameters(parameters)
      try expressions(bases, .load)
      try self.keywords(keywords)
      try expressions(decorators, .load)
    case .typeAlias(let name, let parameters, let value):
      guard case .name = tree[name] else { throw wrongType("TypeAlias with non-Name name") }
      try expression(name, .store)
      try typeParameters(parameters)
      try expression(value, .load)
    default: try simpleStatement(statement)
    }
  }

  private func simpleStatement(_ statement: Statement) throws(Raised) {
    switch tree[statement] {
    case .return(let value): try optional(value)
    case .delete(let targets): try self.targets(targets, .delete, of: "Delete")
    case .assign(let targets, let value):
      try self.targets(targets, .store, of: "Assign")
      try expression(value, .load)
    case .augAssign(let target, _, let value):
      try expression(target, .store)
      try expression(value, .load)
    case .annAssign(let target, let annotation, let value, let isSimple):
      if isSimple {
        guard case .name = tree[target] else { throw wrongType("AnnAssign with simple non-Name target") }
      }
      try expression(target, .store)
      try optional(value)
      try expression(annotation, .load)
    case .raise(let exception, let cause):
      if let exception {
        try expression(exception, .load)
        try optional(cause)
      } else if cause != nil {
        throw invalid("Raise with cause but no exception")
      }
    case .assert(let test, let message):
      try expression(test, .load)
      try optional(message)
    case .import(let names):
      if names.isEmpty { throw invalid("empty names on Import") }
    case .importFrom(_, let names, let level):
      if level < 0 { throw invalid("Negative ImportFrom level") }
      if names.isEmpty { throw invalid("empty names on ImportFrom") }
    case .global(let names):
      if names.isEmpty { throw invalid("empty names on Global") }
    case .nonlocal(let names):
      if names.isEmpty { throw invalid("empty names on Nonlocal") }
    case .expr(let value): try expression(value, .load)
    case .pass, .break, .continue: break
    default: try compoundStatement(statement)
    }
  }

  private func compoundStatement(_ statement: Statement) throws(Raised) {
    let name = className(statement)
    switch tree[statement] {
    case .for(let target, let iterable, let body, let orElse), .asyncFor(let target, let iterable, let body, let orElse):
      try expression(target, .store)
      try expression(iterable, .load)
      try self.body(body, of: name)
      try statements(orElse)
    case .while(let test, let body, let orElse), .if(let test, let body, let orElse):
      try expression(test, .load)
      try self.body(body, of: name)
      try statements(orElse)
    case .with(let items, let body), .asyncWith(let items, let body):
      if items.isEmpty { throw invalid("empty items on %S", name) }
      for item in tree[items] {
        try expression(tree[item].contextExpression, .load)
        try optional(tree[item].optionalVariables, .store)
      }
      try self.body(body, of: name)
    case .match(let subject, let cases):
      if cases.isEmpty { throw invalid("empty cases on Match") }
      try expression(subject, .load)
      for item in tree[cases] {
        let matchCase = tree[item]
        try pattern(matchCase.pattern, isStarAllowed: false)
        try optional(matchCase.condition)
        try self.body(matchCase.body, of: "match_case")
      }
    case .try(let body, let handlers, let orElse, let finalBody), .tryStar(let body, let handlers, let orElse, let finalBody):
      try checkTry(name, body, handlers, orElse, finalBody)
    default: break
    }
  }

  private func checkTry(
    _ name: StaticString, _ body: SyntaxList<Statement>, _ handlers: SyntaxList<ExceptHandler>, _ orElse: SyntaxList<Statement>,
    _ finalBody: SyntaxList<Statement>
  ) throws(Raised) {
    try self.body(body, of: name)
    if handlers.isEmpty && finalBody.isEmpty { throw invalid("%S has neither except handlers nor finalbody", name) }
    if handlers.isEmpty && !orElse.isEmpty { throw invalid("%S has orelse but no except handlers", name) }
    for item in tree[handlers] {
      try position(item)
      let handler = tree[item]
      try optional(handler.type)
      try self.body(handler.body, of: "ExceptHandler")
    }
    try statements(finalBody)
    try statements(orElse)
  }
}
