import Bytecode
import Compiler
import Testing

@Suite struct TreeTests {
  private let span = Span(line: 1, column: 0, endLine: 1, endColumn: 5)

  @Test func aTreeTellsWhatWasBuilt() {
    var builder = TreeBuilder()
    let name = builder.identifier("x")
    let one = builder.constant(value: builder.constantID(.integer(1)), isUnicodeLiteral: false, at: span)
    let target = builder.name(name: name, context: .store, at: span)
    let statement = builder.assign(targets: builder.list([target]), value: one, at: span)
    let tree = builder.finish(root: builder.module(body: builder.list([statement]), at: span))
    guard case .module(let body) = tree[tree.root], case .assign(let targets, let value) = tree[tree[body][0]] else {
      Issue.record("not the statement that was built")
      return
    }
    #expect(tree[targets].map { tree.span(of: $0) } == [span])
    guard case .name(let found, .store) = tree[tree[targets][0]], case .constant(let constant, false) = tree[value] else {
      Issue.record("not the expressions that were built")
      return
    }
    #expect(tree.string(of: found) == "x")
    #expect(tree.identifier("x") == found)
    #expect(tree.value(of: constant) == .integer(1))
  }

  @Test func namesAreInternedAcrossGrowth() {
    var builder = TreeBuilder()
    let first = (0..<5000).map { builder.identifier("name\($0)") }
    let second = (0..<5000).map { builder.identifier("name\($0)") }
    #expect(first == second)
    #expect(Set(first).count == 5000)
  }

  @Test func aConstantReplacesAnExpression() {
    var builder = TreeBuilder()
    let empty = builder.joinedStr(values: .empty, at: span)
    let next = builder.name(name: builder.identifier("y"), context: .load, at: span)
    let tree = builder.finish(root: builder.expressionRoot(body: empty, at: span))
    tree.replace(empty, by: .string("text"))
    guard case .constant(let id, _) = tree[empty], case .name = tree[next] else {
      Issue.record("the constant is not there, or something behind it was overwritten")
      return
    }
    #expect(tree.value(of: id) == .string("text"))
    #expect(tree.span(of: empty) == span)
  }
}
