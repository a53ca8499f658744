import Bytecode

/// One 32-bit word of a syntax tree with a meaning: a node, a name, a constant, an operator.
public protocol SyntaxWord: Hashable, Sendable {
  /// The word as it is stored.
  var raw: UInt32 { get }
  init(raw: UInt32)
}

/// A node of a syntax tree: its place in the tree's words. It means something only together with its tree.
public protocol SyntaxNode: SyntaxWord {}

/// An expression (`ast.expr`); `tree[expression]` shows what it is.
public struct Expression: SyntaxNode {
  public let raw: UInt32
  public init(raw: UInt32) { self.raw = raw }
}

/// An item of a list of expressions in which some may be missing: the keys of a dict display, the defaults of keyword-only parameters.
public struct OptionalExpression: SyntaxWord {
  public let raw: UInt32
  public init(raw: UInt32) { self.raw = raw }

  public init(_ expression: Expression?) { raw = expression?.raw ?? 0 }

  public var expression: Expression? { raw == 0 ? nil : Expression(raw: raw) }
}

/// A statement (`ast.stmt`); `tree[statement]` shows what it is.
public struct Statement: SyntaxNode {
  public let raw: UInt32
  public init(raw: UInt32) { self.raw = raw }
}

/// A pattern of a `case` (`ast.pattern`); `tree[pattern]` shows what it is.
public struct Pattern: SyntaxNode {
  public let raw: UInt32
  public init(raw: UInt32) { self.raw = raw }
}

/// A type parameter (`ast.type_param`).
public struct TypeParameter: SyntaxNode {
  public let raw: UInt32
  public init(raw: UInt32) { self.raw = raw }
}

/// An `except` clause (`ast.ExceptHandler`).
public struct ExceptHandler: SyntaxNode {
  public let raw: UInt32
  public init(raw: UInt32) { self.raw = raw }
}

/// The parameters of a function or lambda (`ast.arguments`).
public struct Arguments: SyntaxNode {
  public let raw: UInt32
  public init(raw: UInt32) { self.raw = raw }
}

/// A parameter (`ast.arg`).
public struct Parameter: SyntaxNode {
  public let raw: UInt32
  public init(raw: UInt32) { self.raw = raw }
}

/// A keyword argument of a call or class (`ast.keyword`); without a name it is `**value`.
public struct Keyword: SyntaxNode {
  public let raw: UInt32
  public init(raw: UInt32) { self.raw = raw }
}

/// An imported name (`ast.alias`).
public struct Alias: SyntaxNode {
  public let raw: UInt32
  public init(raw: UInt32) { self.raw = raw }
}

/// An item of a `with` statement (`ast.withitem`).
public struct WithItem: SyntaxNode {
  public let raw: UInt32
  public init(raw: UInt32) { self.raw = raw }
}

/// A `case` of a `match` statement (`ast.match_case`).
public struct MatchCase: SyntaxNode {
  public let raw: UInt32
  public init(raw: UInt32) { self.raw = raw }
}

/// A `for` clause of a comprehension with its conditions (`ast.comprehension`).
public struct Comprehension: SyntaxNode {
  public let raw: UInt32
  public init(raw: UInt32) { self.raw = raw }
}

/// A comment `# type: ignore` (`ast.TypeIgnore`).
public struct TypeIgnore: SyntaxNode {
  public let raw: UInt32
  public init(raw: UInt32) { self.raw = raw }
}

/// The root of a tree (`ast.mod`).
public struct ModuleNode: SyntaxNode {
  public let raw: UInt32
  public init(raw: UInt32) { self.raw = raw }
}

/// Any node, when its class does not matter.
public struct AnyNode: SyntaxNode {
  public let raw: UInt32
  public init(raw: UInt32) { self.raw = raw }
  public init(_ node: some SyntaxNode) { raw = node.raw }
}

/// A name of a tree, interned: within one tree, equal names are equal words. `tree.text(of:)` gives its characters.
public struct Identifier: SyntaxWord {
  public let raw: UInt32
  public init(raw: UInt32) { self.raw = raw }
}

/// A constant of a tree; `tree.value(of:)` makes its value. The same value may have several.
public struct ConstantID: SyntaxWord {
  public let raw: UInt32
  public init(raw: UInt32) { self.raw = raw }

  public static let none = ConstantID(raw: 0)
  public static let `false` = ConstantID(raw: 1)
  public static let `true` = ConstantID(raw: 2)
  public static let ellipsis = ConstantID(raw: 3)
}

/// A list of words in a tree; `tree[list]` gives its items.
public struct SyntaxList<Element: SyntaxWord>: Hashable, Sendable {
  /// Where the count stands, which the items follow; 0 for the empty list.
  package let raw: UInt32

  package init(raw: UInt32) { self.raw = raw }

  public static var empty: SyntaxList { SyntaxList(raw: 0) }

  public var isEmpty: Bool { raw == 0 }
}

/// The items of a list. They are a window of their tree, which must stay alive meanwhile.
public struct SyntaxItems<Element: SyntaxWord>: RandomAccessCollection {
  let base: UnsafePointer<UInt32>
  public let count: Int

  public var startIndex: Int { 0 }
  public var endIndex: Int { count }

  public subscript(position: Int) -> Element {
    precondition(position >= 0 && position < count)
    return Element(raw: base[position])
  }
}

/// Where a node stands: lines count from 1, columns are offsets in bytes of UTF-8, as the attributes of CPython's nodes.
public struct Span: Hashable, Sendable, BitwiseCopyable {
  public var line: UInt32
  public var column: UInt32
  public var endLine: UInt32
  public var endColumn: UInt32

  public init(line: UInt32, column: UInt32, endLine: UInt32, endColumn: UInt32) {
    self.line = line
    self.column = column
    self.endLine = endLine
    self.endColumn = endColumn
  }

  /// From the start of this one to the end of the other.
  func through(_ other: Span) -> Span {
    Span(line: line, column: column, endLine: other.endLine, endColumn: other.endColumn)
  }
}
