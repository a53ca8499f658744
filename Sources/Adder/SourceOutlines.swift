import Compiler
import Runtime

/// Finds what tracebacks want to know of the tree of a module.
struct SourceOutliner {
  private let tree: SyntaxTree

  init(_ tree: SyntaxTree) { self.tree = tree }

  var outline: SourceOutline {
    guard case .module(let body) = tree[tree.root] else { return SourceOutline(statementCount: 0) }
    var outline = SourceOutline(statementCount: tree[body].count)
    guard let first = tree[body].first else { return outline }
    switch tree[first] {
    case .expr(let value): outline.expression = shape(value)
    case .return(let value?):
      if case .call(let function, _, _) = tree[value], case .name = tree[function] { outline.call = (start(value), end(value)) }
    case .assign(let targets, let value):
      if tree[targets].count == 1, case .name = tree[tree[targets][0]], case .call = tree[value] { outline.call = (start(value), end(value)) }
    default: break
    }
    return outline
  }

  private func shape(_ value: Expression) -> SourceOutline.Expression? {
    switch tree[value] {
    case .binOp(let left, _, let right): .binary(left: end(left), right: start(right))
    case .subscript(let object, let slice, _): .subscript(value: end(object), slice: end(slice), end: end(value))
    case .call(let function, _, _): .call(function: end(function), end: end(value))
    default: nil
    }
  }

  private func start(_ node: Expression) -> SourceOutline.Point {
    let span = tree.span(of: node)
    return SourceOutline.Point(line: Int(span.line), column: Int(span.column))
  }

  private func end(_ node: Expression) -> SourceOutline.Point {
    let span = tree.span(of: node)
    return SourceOutline.Point(line: Int(span.endLine), column: Int(span.endColumn))
  }
}
