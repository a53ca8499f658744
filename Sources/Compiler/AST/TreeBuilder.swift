import Bytecode

/// Builds a syntax tree, children first: each function adds a node and gives its handle, `finish` makes the tree.
///
///     var builder = TreeBuilder()
///     let one = builder.constant(value: builder.constantID(.integer(1)), isUnicodeLiteral: false, at: span)
///     let statement = builder.return(value: one, at: span)
///     let tree = builder.finish(root: builder.module(body: builder.list([statement]), at: span))
///
/// A node is a run of 32-bit words: its kind (with flags above the low byte), the four numbers of its span, then its fields in the order of
/// `NodeShape`, a word each: another node, a list, a name, a constant, an operator, or a number. 0 stands for a missing one.
public struct TreeBuilder: ~Copyable {
  var words: PlainBuffer<UInt32>
  var names: NameTable
  var literals: LiteralTable
  private var isFinished = false

  /// - Parameter sourceBytes: how long the source is, so that room can be made at once.
  public init(sourceBytes: Int = 0) {
    self.init(sourceBytes: sourceBytes, names: NameTable(expected: min(sourceBytes, 1 << 24) / 64))
  }

  /// A builder whose names go on from those of a table.
  init(sourceBytes: Int, names: NameTable) {
    let expected = min(sourceBytes, 1 << 24)
    words = PlainBuffer(capacity: expected * 2 + 256)
    self.names = names
    literals = LiteralTable(expected: expected / 64 + 16)
    // The word 0 stands for a missing node.
    words.append(0)
  }

  deinit {
    guard !isFinished else { return }
    words.free()
    names.free()
    literals.free()
  }

  /// The tree of everything that was added. The builder must not be used afterwards.
  public mutating func finish(root: ModuleNode) -> SyntaxTree {
    precondition(!isFinished)
    isFinished = true
    return SyntaxTree(root: root, words: words, names: names, literals: literals)
  }

  /// The word of a name, which must not be empty.
  public mutating func identifier(_ name: UnsafeBufferPointer<UInt8>) -> Identifier { names.intern(name) }

  /// The word of a name, which must not be empty.
  public mutating func identifier(_ name: String) -> Identifier {
    var name = name
    return name.withUTF8 { names.intern($0) }
  }

  /// A constant of any value.
  public mutating func constantID(_ value: Constant) -> ConstantID { literals.add(value) }

  /// A list of these items.
  public mutating func list<Element>(_ items: [Element]) -> SyntaxList<Element> {
    guard !items.isEmpty else { return .empty }
    let start = words.count
    words.append(UInt32(truncatingIfNeeded: items.count))
    for item in items { words.append(item.raw) }
    return SyntaxList(raw: UInt32(truncatingIfNeeded: start))
  }

  /// A list of these words.
  @inline(__always)
  mutating func list<Element>(_ items: UnsafeBufferPointer<UInt32>, of: Element.Type) -> SyntaxList<Element> {
    guard let base = items.baseAddress, items.count > 0 else { return .empty }
    let start = words.count
    words.reserve(items.count + 1)
    let place = words.base + start
    place[0] = UInt32(truncatingIfNeeded: items.count)
    for index in 0..<items.count { place[index + 1] = base[index] }
    words.count = start + items.count + 1
    return SyntaxList(raw: UInt32(truncatingIfNeeded: start))
  }

  /// A list of one item.
  @inline(__always)
  mutating func list<Element>(one item: Element) -> SyntaxList<Element> {
    let start = words.count
    words.append(1)
    words.append(item.raw)
    return SyntaxList(raw: UInt32(truncatingIfNeeded: start))
  }

  /// Adds a node with up to seven fields, and gives its place.
  @inline(__always)
  mutating func add(
    _ kind: NodeKind, _ span: Span, _ a: UInt32, _ b: UInt32 = 0, _ c: UInt32 = 0, _ d: UInt32 = 0, _ e: UInt32 = 0,
    _ f: UInt32 = 0, _ g: UInt32 = 0, fields: Int
  ) -> UInt32 {
    words.reserve(12)
    let start = words.count
    let place = words.base + start
    place[0] = UInt32(kind.rawValue)
    place[1] = span.line
    place[2] = span.column
    place[3] = span.endLine
    place[4] = span.endColumn
    place[5] = a
    if fields > 1 { place[6] = b }
    if fields > 2 { place[7] = c }
    if fields > 3 { place[8] = d }
    if fields > 4 { place[9] = e }
    if fields > 5 { place[10] = f }
    if fields > 6 { place[11] = g }
    // Room for two fields at least: `SyntaxTree.replace` puts a constant in the place of any expression.
    words.count = start + 5 + (fields < 2 ? 2 : fields)
    return UInt32(truncatingIfNeeded: start)
  }
}

extension TreeBuilder {
  @inline(__always)
  mutating func add(_ kind: NodeKind, _ span: Span) -> UInt32 { add(kind, span, 0, fields: 0) }
  @inline(__always)
  mutating func add(_ kind: NodeKind, _ span: Span, _ a: UInt32) -> UInt32 { add(kind, span, a, fields: 1) }
  @inline(__always)
  mutating func add(_ kind: NodeKind, _ span: Span, _ a: UInt32, _ b: UInt32) -> UInt32 { add(kind, span, a, b, fields: 2) }
  @inline(__always)
  mutating func add(_ kind: NodeKind, _ span: Span, _ a: UInt32, _ b: UInt32, _ c: UInt32) -> UInt32 {
    add(kind, span, a, b, c, fields: 3)
  }
  @inline(__always)
  mutating func add(_ kind: NodeKind, _ span: Span, _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: UInt32) -> UInt32 {
    add(kind, span, a, b, c, d, fields: 4)
  }
  @inline(__always)
  mutating func add(
    _ kind: NodeKind, _ span: Span, _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: UInt32, _ e: UInt32
  ) -> UInt32 {
    add(kind, span, a, b, c, d, e, fields: 5)
  }
  @inline(__always)
  mutating func add(
    _ kind: NodeKind, _ span: Span, _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: UInt32, _ e: UInt32, _ f: UInt32
  ) -> UInt32 {
    add(kind, span, a, b, c, d, e, f, fields: 6)
  }
  @inline(__always)
  mutating func add(
    _ kind: NodeKind, _ span: Span, _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32
  ) -> UInt32 {
    add(kind, span, a, b, c, d, e, f, g, fields: 7)
  }
}

/// What a parser asks of nodes that it has just made, and corrects in them.
extension TreeBuilder {
  /// The first word's bit that says that an expression stands in parentheses of its own.
  static var parenthesized: UInt32 { 1 << 8 }

  @inline(__always)
  func kind(_ node: some SyntaxNode) -> NodeKind {
    unsafeBitCast(UInt8(truncatingIfNeeded: words[Int(node.raw)]), to: NodeKind.self)
  }

  @inline(__always)
  func span(_ node: some SyntaxNode) -> Span {
    let place = words.base + Int(node.raw)
    return Span(line: place[1], column: place[2], endLine: place[3], endColumn: place[4])
  }

  func setSpan(_ node: some SyntaxNode, _ span: Span) {
    let place = words.base + Int(node.raw)
    place[1] = span.line
    place[2] = span.column
    place[3] = span.endLine
    place[4] = span.endColumn
  }

  @inline(__always)
  func isParenthesized(_ node: Expression) -> Bool { words[Int(node.raw)] & Self.parenthesized != 0 }

  @inline(__always)
  func setParenthesized(_ node: Expression) { words[Int(node.raw)] |= Self.parenthesized }

  /// A field, counted from 0 in the order of the node's shape.
  @inline(__always)
  func field(_ node: some SyntaxNode, _ index: Int) -> UInt32 { words[Int(node.raw) + 5 + index] }

  @inline(__always)
  func setField(_ node: some SyntaxNode, _ index: Int, _ value: UInt32) { words[Int(node.raw) + 5 + index] = value }

  /// The items of a list. Adding nodes makes them invalid.
  func items<Element>(_ list: SyntaxList<Element>) -> SyntaxItems<Element> {
    SyntaxItems(base: words.base + Int(list.raw) + 1, count: list.isEmpty ? 0 : Int(words[Int(list.raw)]))
  }
}
