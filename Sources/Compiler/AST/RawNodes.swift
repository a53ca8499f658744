/// A node by its words: for what goes through trees by the table of classes.
package struct RawNode {
  package let kind: NodeKind
  private let words: UnsafePointer<UInt32>

  init(kind: NodeKind, words: UnsafePointer<UInt32>) {
    self.kind = kind
    self.words = words
  }

  /// A word, counted from the node's first one; `NodeShape` says what is where.
  package func word(_ index: Int) -> UInt32 { words[index] }
}

extension SyntaxTree {
  /// The words of a node, which are a window of the tree: adding to it makes them invalid.
  package func node(_ raw: UInt32) -> RawNode {
    let words = words(raw)
    return RawNode(kind: kind(words), words: words)
  }

  /// The words of a list's items.
  package func words(ofList raw: UInt32) -> [UInt32] { self[SyntaxList<AnyNode>(raw: raw)].map(\.raw) }
}

extension TreeBuilder {
  /// How large the tree is so far.
  package var wordCount: Int { words.count }

  /// Adds a node by its words.
  /// - Parameter words: those behind the span, as `NodeShape` places them.
  package mutating func add(_ kind: NodeKind, _ span: Span, _ fields: [UInt32]) -> UInt32 {
    let start = UInt32(truncatingIfNeeded: words.count)
    for word in [UInt32(kind.rawValue), span.line, span.column, span.endLine, span.endColumn] + fields { words.append(word) }
    // Every field of the newest version has its word, and there is room for the two of a constant.
    let shape = NodeShape.all[Int(kind.rawValue)]
    let count = max(2, (shape.fields.map(\.word).max() ?? 0) + 1 - NodeShape.headerWords)
    for _ in min(fields.count, count)..<count { words.append(0) }
    return start
  }

  /// Adds a list by the words of its items.
  package mutating func list(_ items: [UInt32]) -> UInt32 { list(items.map { AnyNode(raw: $0) }).raw }
}

/// Names of handles for targets that have types of the same name.
package typealias SyntaxKeyword = Keyword
package typealias SyntaxArguments = Arguments
