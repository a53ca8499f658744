import Bytecode
import Compiler

/// Tells whether what was typed at a prompt is a whole statement.
enum StatementEnd {
  /// Whether lines are to be run: a statement that is complete, or one that no further line can make right. The block of a compound
  /// statement goes on until an empty line.
  static func isComplete(_ source: String, _ version: PythonVersion) -> Bool {
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    let endsBlock = lines.count > 1 && (lines.last ?? "").allSatisfy(\.isWhitespace)
    do throws(SyntaxFailure) {
      let tree = try SyntaxParser.parse(Array((source + "\n").utf8), version: version, mode: .file)
      return endsBlock || !endsInBlock(tree)
    } catch {
      if continues.contains(where: { error.message.contains($0) }) { return false }
      if endsBlock { return true }
      let isOpen = error.line > lines.count || expectsMore.contains { error.message.hasPrefix($0) }
      return !isOpen && !(lines.last ?? "").hasSuffix("\\")
    }
  }

  /// Whether the last statement has a block, which may go on.
  private static func endsInBlock(_ tree: SyntaxTree) -> Bool {
    guard case .module(let body) = tree[tree.root], let last = tree[body].last else { return false }
    return isCompound(tree[last])
  }

  private static func isCompound(_ statement: StatementNode) -> Bool {
    switch statement {
    case .functionDef, .asyncFunctionDef, .classDef, .for, .asyncFor, .while, .if, .with, .asyncWith, .match, .try, .tryStar: true
    default: false
    }
  }

  /// What is said of brackets and strings that go on.
  private static let continues = [
    "was never closed", "unterminated triple-quoted", "EOF while scanning triple-quoted", "unexpected EOF while parsing",
  ]

  /// What is said of blocks that go on, unless an empty line ended them.
  private static let expectsMore = ["expected an indented block", "expected 'except' or 'finally' block"]

  /// The statements of a text, each with its own lines; the text itself if it cannot be parsed.
  static func statements(_ source: String, _ version: PythonVersion) -> [String] {
    guard let tree = try? SyntaxParser.parse(Array((source + "\n").utf8), version: version, mode: .file),
      case .module(let body) = tree[tree.root]
    else { return [source] }
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    let starts = tree[body].map { start(of: $0, tree) }
    var cuts: [Int] = [0]
    for start in starts.dropFirst() where start - 1 > (cuts.last ?? 0) && start <= lines.count { cuts.append(start - 1) }
    return cuts.indices.map { index in
      let end = index + 1 < cuts.count ? cuts[index + 1] : lines.count
      return lines[cuts[index]..<end].joined(separator: "\n")
    }
  }

  /// The line of a statement, or of its first decorator.
  private static func start(of statement: Statement, _ tree: SyntaxTree) -> Int {
    let line = Int(tree.span(of: statement).line)
    switch tree[statement] {
    case .functionDef(_, _, _, let decorators, _, _), .asyncFunctionDef(_, _, _, let decorators, _, _), .classDef(_, _, _, _, let decorators, _):
      return tree[decorators].first.map { min(line, Int(tree.span(of: $0).line)) } ?? line
    default: return line
    }
  }
}
