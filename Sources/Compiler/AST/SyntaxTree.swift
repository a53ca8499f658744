import Bytecode

/// The syntax tree of a source: CPython's `ast`, in one run of memory.
///
/// Nodes are handles (`Expression`, `Statement`, ...: four bytes, no ownership); the tree tells what they are:
///
///     for statement in tree[body] {
///       switch tree[statement] {
///       case .assign(let targets, let value): ...tree[targets], tree[value]...
///       case .functionDef(let name, let arguments, let body, _, _, _): ...tree[arguments].keywordOnly, tree.string(of: name)...
///       default: ...
///       }
///     }
///     switch tree[tree.root] { case .module(let body): ... }
///
/// - `tree[list]` are the items of a list; `tree.span(of: node)` is where any node stands;
/// - `Identifier`s of one tree are equal if the names are: compare and hash them as they are;
/// - `tree.value(of:)` makes the value of a constant.
///
/// A tree is the same for all versions: what older versions show differently (3.8's `Index`, fields that are missing) is a matter of
/// `NodeShape` and of what reads trees by it. Handles belong to the tree that gave them.
public final class SyntaxTree {
  public let root: ModuleNode
  // Every look at a node reads these; the checks of exclusive access would cost more than the reading.
  @exclusivity(unchecked) private(set) var words: PlainBuffer<UInt32>
  @exclusivity(unchecked) var names: NameTable
  @exclusivity(unchecked) var literals: LiteralTable
  /// The bytes of all names, for texts that are made of them.
  @exclusivity(unchecked) private var shared: [UInt8] = []
  /// Statements that became string constants by folding: they are no docstrings.
  @exclusivity(unchecked) var hiddenDocstrings: Set<UInt32> = []

  init(root: ModuleNode, words: PlainBuffer<UInt32>, names: NameTable, literals: LiteralTable) {
    self.root = root
    self.words = words
    self.names = names
    self.literals = literals
  }

  deinit {
    words.free()
    names.free()
    literals.free()
  }

  /// One more than the largest raw word of a node: the size for a table by node.
  public var nodeLimit: Int { words.count }

  /// The number of names; their words are 1 ... this.
  public var nameCount: Int { names.count }

  // MARK: - Nodes

  @inline(__always)
  func words(_ node: UInt32) -> UnsafePointer<UInt32> {
    precondition(node != 0 && node < words.count)
    return UnsafePointer(words.base) + Int(node)
  }

  @inline(__always)
  func kind(_ node: UnsafePointer<UInt32>) -> NodeKind { unsafeBitCast(UInt8(truncatingIfNeeded: node[0]), to: NodeKind.self) }

  @inline(__always)
  func optional<Word: SyntaxWord>(_ word: UInt32) -> Word? { word == 0 ? nil : Word(raw: word) }

  /// The items of a list.
  public subscript<Element>(list: SyntaxList<Element>) -> SyntaxItems<Element> {
    guard !list.isEmpty else { return SyntaxItems(base: UnsafePointer(words.base), count: 0) }
    let base = words(list.raw)
    return SyntaxItems(base: base + 1, count: Int(base[0]))
  }

  /// Where a node stands. Nodes that have no position in `ast` (`arguments`, `comprehension`, `withitem`, `match_case`) tell theirs too.
  public func span(of node: some SyntaxNode) -> Span {
    let words = words(node.raw)
    return Span(line: words[1], column: words[2], endLine: words[3], endColumn: words[4])
  }

  /// Puts a constant in the place of an expression, which keeps its span: for constant folding.
  public func replace(_ expression: Expression, by value: Constant) {
    let id = literals.add(value)
    let place = words.base + Int(expression.raw)
    place[0] = UInt32(NodeKind.constant.rawValue)
    place[5] = id.raw
    place[6] = 0
  }

  // MARK: - Changes

  /// Adds a node of few fields behind all others, and gives its place. Windows of lists are invalid afterwards.
  func add(_ kind: NodeKind, _ span: Span, _ fields: [UInt32]) -> UInt32 {
    let start = UInt32(truncatingIfNeeded: words.count)
    for word in [UInt32(kind.rawValue), span.line, span.column, span.endLine, span.endColumn] + fields { words.append(word) }
    // Room for two fields, as `TreeBuilder` leaves.
    for _ in fields.count..<max(2, fields.count) { words.append(0) }
    return start
  }

  /// Adds a list, and gives its place. Windows of lists are invalid afterwards.
  func add(list: [UInt32]) -> UInt32 {
    guard !list.isEmpty else { return 0 }
    let start = UInt32(truncatingIfNeeded: words.count)
    words.append(UInt32(truncatingIfNeeded: list.count))
    for word in list { words.append(word) }
    return start
  }

  /// Sets a word of a node or list.
  func set(word index: Int, to value: UInt32) {
    precondition(index > 0 && index < words.count)
    words.base[index] = value
  }

  // MARK: - Names and constants

  /// The characters of a name: a window of what all names consist of, unless the name is newer than the first one that was asked for.
  public func text(of name: Identifier) -> Text {
    if shared.isEmpty { shared = Array(UnsafeBufferPointer(start: names.bytes.base, count: names.bytes.count)) }
    let place = names.place(name)
    let isASCII = names.characters(name).allSatisfy { $0 < 0x80 }
    if place.upperBound <= shared.count { return Text(unchecked: ByteString(storage: shared, range: place), isASCII: isASCII) }
    return Text(unchecked: ByteString(Array(names.characters(name))), isASCII: isASCII)
  }

  /// The characters of a name as a Swift string.
  public func string(of name: Identifier) -> String { String(decoding: names.characters(name), as: UTF8.self) }

  /// The UTF-8 of a name, in the tree: valid as long as no name is added.
  public func characters(of name: Identifier) -> UnsafeBufferPointer<UInt8> { names.characters(name) }

  /// The word of a name, which is added if the tree does not have it. It must not be empty.
  public func identifier(_ name: String) -> Identifier {
    var name = name
    return name.withUTF8 { names.intern($0) }
  }

  /// The value of a constant.
  public func value(of constant: ConstantID) -> Constant { literals.value(constant) }
}
