import Bytecode
import Explanation

/// A code object in the versions that are shown beside each other.
struct ExplainedFunction {
  /// The qualified name.
  let name: String
  let line: Int
  /// One for each root that has the code object.
  let columns: [Column]

  struct Column {
    /// The number of the root.
    let root: Int
    let path: String
    var sheet: ExplanationLines
    let source: SourceText?
  }

  var sheets: [ExplanationLines] { columns.map(\.sheet) }

  /// A code object and the file that it is from.
  struct Root {
    let path: String
    let code: CodeImage
    let source: SourceText?
  }

  /// A code object of a root, by what is the same in the other roots.
  private struct Keyed {
    let key: String
    let named: QualifiedCode
  }

  /// All code objects of the roots: those of one qualified name, in order, stand beside each other.
  static func all(_ roots: [Root]) -> [ExplainedFunction] {
    let isOneFile = Set(roots.map(\.path)).count <= 1
    let lists = roots.map { root in keyed(QualifiedCode.all(in: root.code), byLine: isOneFile) }
    var order: [String] = []
    for list in lists {
      var place = 0
      for item in list {
        // What only later versions have stands behind what precedes it there.
        if let known = order.firstIndex(of: item.key) { place = known + 1 } else {
          order.insert(item.key, at: min(place, order.count))
          place += 1
        }
      }
    }
    let tables = lists.map { list in Dictionary(list.map { ($0.key, $0.named) }) { first, _ in first } }
    return order.map { key in function(key, roots, tables) }
  }

  private static func function(_ key: String, _ roots: [Root], _ tables: [[String: QualifiedCode]]) -> ExplainedFunction {
    let found = tables.enumerated().compactMap { number, table in table[key].map { (number, $0) } }
    var sheets = found.map { sheet($0.1.code) }
    ExplanationLines.align(&sheets)
    let columns = zip(found, sheets).map { Column(root: $0.0, path: roots[$0.0].path, sheet: $1, source: roots[$0.0].source) }
    return ExplainedFunction(name: found[0].1.name, line: found[0].1.code.firstLine, columns: columns)
  }

  private static func sheet(_ code: CodeImage) -> ExplanationLines {
    guard let listing = CodeListing(code) else { preconditionFailure("files of unknown versions are not read") }
    return ExplanationLines(CodeExplanation(listing))
  }

  /// Those of one name are counted. Several of one name are told apart by their lines as well if these are of one source.
  private static func keyed(_ codes: [QualifiedCode], byLine: Bool) -> [Keyed] {
    var counts: [String: Int] = [:]
    return codes.map { named in
      let name = byLine ? "\(named.name) \(named.code.firstLine)" : named.name
      counts[name, default: 0] += 1
      return Keyed(key: "\(name) \(counts[name, default: 0])", named: named)
    }
  }
}
