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
      if error.message.contains("unexpected EOF while parsing"), endsBlock, let newest = InstructionSet.executableVersions.last, newest != version {
        // Up to 3.9 the same is said of blocks and of brackets.
        return isComplete(source, newest)
      }
      if continues.contains(where: { error.message.contains($0) }) { return false }
      if endsBlock { return true }
      if isDecorator(lines, version) { return false }
      if error.message.hasPrefix("expected an indented block") { return !takesBlock(source, lines, version) }
      let isOpen = error.line > lines.count || error.message.hasPrefix("expected 'except' or 'finally' block")
      return !isOpen && !(lines.last ?? "").hasSuffix("\\")
    }
  }

  private static func indentation(_ line: Substring) -> Substring { line.prefix { $0 == " " || $0 == "\t" || $0 == "\u{C}" } }

  /// Whether what is missing is the function or class of a decorator.
  private static func isDecorator(_ lines: [Substring], _ version: PythonVersion) -> Bool {
    guard let first = lines.last(where: { $0.dropFirst(indentation($0).count).first == "@" }) else { return false }
    let source = (lines + [indentation(first) + "class C: pass", ""]).joined(separator: "\n")
    return (try? SyntaxParser.parse(Array(source.utf8), version: version, mode: .file)) != nil
  }

  /// Whether a block that is missing may stand behind the last line.
  private static func takesBlock(_ source: String, _ lines: [Substring], _ version: PythonVersion) -> Bool {
    let longer = "\(source)\n\(indentation(lines.last ?? "")) pass\n"
    do throws(SyntaxFailure) {
      _ = try SyntaxParser.parse(Array(longer.utf8), version: version, mode: .file)
      return true
    } catch {
      return !error.message.hasPrefix("expected an indented block")
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
