import Bytecode
import Explanation

/// A code object in the versions that are shown beside each other.
struct ExplainedFunction {
  let name: String
  let line: Int
  /// One for each version that has the code object.
  let columns: [Column]

  struct Column {
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

  /// All code objects of the roots: those of one qualified name, in order, stand beside each other.
  static func all(_ roots: [Root]) -> [ExplainedFunction] {
    let lists = roots.map { root in keyed(flattened(root.code)) }
    var order: [String] = []
    for list in lists {
      var place = 0
      for (key, _) in list {
        // What only later versions have stands behind what precedes it there.
        if let known = order.firstIndex(of: key) { place = known + 1 } else {
          order.insert(key, at: min(place, order.count))
          place += 1
        }
      }
    }
    return order.map { key in
      let found = zip(roots, lists).compactMap { root, list in list.first { $0.key == key }.map { (root, $0.code) } }
      var sheets = found.map { sheet($0.1) }
      ExplanationLines.align(&sheets)
      let columns = zip(found, sheets).map { Column(path: $0.0.path, sheet: $1, source: $0.0.source) }
      return ExplainedFunction(name: found[0].1.qualifiedName.escaped, line: found[0].1.firstLine, columns: columns)
    }
  }

  private static func sheet(_ code: CodeImage) -> ExplanationLines {
    guard let listing = CodeListing(code) else { preconditionFailure("files of unknown versions are not read") }
    return ExplanationLines(CodeExplanation(listing))
  }

  /// A code object and those in its constants, outer ones first.
  private static func flattened(_ code: CodeImage) -> [CodeImage] {
    var result: [CodeImage] = []
    var pending = [code]
    while let next = pending.popLast() {
      result.append(next)
      for case .code(let inner) in next.constants.reversed() { pending.append(inner) }
    }
    return result
  }

  /// Code objects by their names; those of one name are counted. Names up to 3.10 are not qualified: the path of outer names is.
  private static func keyed(_ codes: [CodeImage]) -> [(key: String, code: CodeImage)] {
    var counts: [String: Int] = [:]
    return codes.map { code in
      let name = "\(code.name.escaped) \(code.firstLine)"
      counts[name, default: 0] += 1
      return ("\(name) \(counts[name, default: 0])", code)
    }
  }
}
