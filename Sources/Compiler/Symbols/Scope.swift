/// A block of names: CPython's symbol table entry.
final class Scope {
  enum Kind {
    case module, `class`, function
    /// The annotations of a function, class or module.
    case annotation
    /// The value of a `type` statement.
    case typeAlias
    /// The type parameters of a generic function, class or type alias.
    case typeParameters
    /// The bound or the default of a type parameter.
    case typeVariable

    var isFunctionLike: Bool { self != .module && self != .class }
  }

  enum ComprehensionKind { case none, list, set, dict, generator }

  let kind: Kind
  let name: Identifier
  let span: Span
  @exclusivity(unchecked) var symbols = SymbolMap()
  /// The parameters in the order of the frame.
  @exclusivity(unchecked) var parameters: [UInt32] = []
  @exclusivity(unchecked) var children: [Scope] = []
  @exclusivity(unchecked) var directives: [(name: UInt32, span: Span)] = []
  /// The scope of the annotations that belong to this one (3.14).
  @exclusivity(unchecked) var annotationBlock: Scope?
  /// The names that are mangled in a class's scope of type parameters; nil where all are.
  @exclusivity(unchecked) var mangledNames: Set<UInt32>?

  @exclusivity(unchecked) var comprehension = ComprehensionKind.none
  @exclusivity(unchecked) var isNested = false
  @exclusivity(unchecked) var isGenerator = false
  @exclusivity(unchecked) var isCoroutine = false
  @exclusivity(unchecked) var hasVariadic = false
  @exclusivity(unchecked) var hasVariadicKeywords = false
  @exclusivity(unchecked) var hasFree = false
  @exclusivity(unchecked) var childHasFree = false
  @exclusivity(unchecked) var isInlined = false
  @exclusivity(unchecked) var needsClassClosure = false
  @exclusivity(unchecked) var needsClassDict = false
  @exclusivity(unchecked) var canSeeClassScope = false
  @exclusivity(unchecked) var returnsValue = false
  @exclusivity(unchecked) var isMethod = false
  @exclusivity(unchecked) var hasDocstring = false
  @exclusivity(unchecked) var annotationsUsed = false
  @exclusivity(unchecked) var hasConditionalAnnotations = false
  @exclusivity(unchecked) var inConditionalBlock = false
  @exclusivity(unchecked) var inUnevaluatedAnnotation = false
  /// What a bound or default is called in messages.
  @exclusivity(unchecked) var description: StaticString = ""
  /// The target of a comprehension's `for` is being visited.
  @exclusivity(unchecked) var isInIterationTarget = false
  /// How many iterables of comprehensions are being visited.
  @exclusivity(unchecked) var iterableDepth = 0

  init(kind: Kind, name: Identifier, span: Span) {
    self.kind = kind
    self.name = name
    self.span = span
  }

  deinit { symbols.free() }

  var isFunctionLike: Bool { kind.isFunctionLike }

  func place(of name: UInt32) -> NamePlace { symbols[name].place }

  /// The names that live in such a place or have such a flag, in the order of their characters.
  func sortedNames(_ place: NamePlace, or flag: SymbolFlags, in tree: SyntaxTree) -> [UInt32] {
    var names: [UInt32] = []
    for index in 0..<symbols.count {
      let flags = symbols.flags(index)
      if flags.place == place || !flags.isDisjoint(with: flag) { names.append(symbols.name(index)) }
    }
    if names.count > 1 { names.sort { tree.precedes($0, $1) } }
    return names
  }
}

extension SyntaxTree {
  /// Whether a name comes first in the order of code points, which is that of UTF-8.
  func precedes(_ left: UInt32, _ right: UInt32) -> Bool {
    characters(of: Identifier(raw: left)).lexicographicallyPrecedes(characters(of: Identifier(raw: right)))
  }
}
