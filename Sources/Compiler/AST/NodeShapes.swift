/// What CPython calls the classes of nodes, and their fields in order, by version: the one place that says so. Reading trees from and writing
/// them to `ast` objects and text goes by this table.
struct NodeShape: Sendable {
  /// The base class of a node in `ast`.
  enum Family: Sendable {
    case module, statement, expression, pattern, handler, typeParameter
    /// Derives from `AST` itself.
    case plain
  }

  enum FieldType: Sendable {
    case expression, statement, pattern, handler, typeParameter, arguments, parameter, keyword, alias, withItem, matchCase, comprehension
    case identifier, constant, integer, context, boolOperator, binaryOperator, unaryOperator, compareOperator
    /// A constant's `kind`: 'u' or None.
    case kind
    /// A field that the parser never fills, and that is not stored: type comments, type ignores.
    case nothing
  }

  enum Quantity: Sendable { case one, optional, list, listOfOptionals }

  struct Field: Sendable {
    let name: StaticString
    let type: FieldType
    let quantity: Quantity
    let feature: SyntaxFeature?
    /// The word that holds it, counted from the node's first one; 0 if it is not stored.
    let word: Int
  }

  let kind: NodeKind
  let name: StaticString
  let family: Family
  /// The versions that have it; nil for all.
  let feature: SyntaxFeature?
  let fields: [Field]
}
