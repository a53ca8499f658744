/// The variables of a code object as assembly text declares them.
struct VariableLayout: Hashable {
  /// Parameters in the order of their slots.
  var parameters: [Text] = []
  /// The other local variables.
  var locals: [Text] = []
  /// `co_cellvars`; where variables are one list, also those that are parameters or locals.
  var cells: [Text] = []
  var free: [Text] = []
  /// Locals that are not the scope's own.
  var hidden: [Text] = []

  /// How the parameters divide, for the kinds that some versions give them.
  struct ParameterCounts: Hashable {
    var positionalOnly = 0
    var positional = 0
    var keywordOnly = 0
    var hasVariadicPositional = false
  }

  /// The names and kinds of the slots.
  ///
  /// - Parameters:
  ///   - isOneList: whether a parameter that is a cell has one slot, not two.
  ///   - marks: whether the kinds of parameters say how they take arguments.
  func slots(isOneList: Bool, marks: ParameterCounts?) -> (names: [Text], kinds: [LocalKind]) {
    var names = parameters + locals
    var kinds = [LocalKind](repeating: .local, count: names.count)
    if let marks {
      for index in parameters.indices { kinds[index].formUnion(VariableLayout.mark(index, marks)) }
    }
    var places: [Text: Int] = [:]
    for (index, name) in names.enumerated() where places[name] == nil { places[name] = index }
    for name in hidden {
      if let index = places[name] { kinds[index].insert(.hidden) }
    }
    for cell in cells {
      if isOneList, let index = places[cell] {
        kinds[index].insert(.cell)
      } else {
        names.append(cell)
        kinds.append(.cell)
      }
    }
    return (names + free, kinds + [LocalKind](repeating: .free, count: free.count))
  }

  private static func mark(_ index: Int, _ counts: ParameterCounts) -> LocalKind {
    if index < counts.positionalOnly { return .positional }
    if index < counts.positional { return [.positional, .keyword] }
    let rest = index - counts.positional
    if rest < counts.keywordOnly { return .keyword }
    return rest == counts.keywordOnly && counts.hasVariadicPositional ? [.variadic, .positional] : [.variadic, .keyword]
  }

  /// The layout of a code object with so many parameters; whether it says everything is for the caller to see.
  init(of code: CodeImage, parameterCount: Int) {
    for (index, (name, kind)) in zip(code.localsPlusNames, code.localsPlusKinds).enumerated() {
      if kind.contains(.local) {
        if index < parameterCount { parameters.append(name) } else { locals.append(name) }
        if kind.contains(.hidden) { hidden.append(name) }
      }
      if kind.contains(.cell) { cells.append(name) }
      if kind.contains(.free) { free.append(name) }
    }
  }

  init() {}
}

/// The variables of a code object by name, for operands.
struct VariableNames {
  private var slots: [Text: [Int]] = [:]
  private var derefs: [Text: Int] = [:]
  private let kinds: [LocalKind]

  init(names: [Text], kinds: [LocalKind]) {
    self.kinds = kinds
    for (index, name) in names.enumerated() { slots[name, default: []].append(index) }
    let outer = zip(names, kinds).filter { $0.1.contains(.cell) } + zip(names, kinds).filter { $0.1.contains(.free) }
    for (index, pair) in outer.enumerated() where derefs[pair.0] == nil { derefs[pair.0] = index }
  }

  /// The operand for a variable; nil if there is none of that name.
  func index(of name: Text, _ kind: OperandKind) -> Int? {
    if kind == .deref { return derefs[name] }
    guard let candidates = slots[name] else { return nil }
    let wanted: LocalKind = kind == .local ? .local : [.cell, .free]
    return candidates.first { !kinds[$0].isDisjoint(with: wanted) } ?? candidates.first
  }

  var names: [Text] { Array(slots.keys) }
}

/// What `co_flags` are where the text says nothing.
struct DefaultFlags {
  /// The code object has a parameter list.
  var isFunction: Bool
  var isNested: Bool
  /// There are neither cells nor free variables, in versions that note this.
  var notesNoFree: Bool

  var flags: CodeFlags {
    var flags: CodeFlags = []
    if isFunction { flags.formUnion([.optimized, .newLocals]) }
    if isFunction, isNested { flags.insert(.nested) }
    if notesNoFree { flags.insert(.noFree) }
    return flags
  }

  /// The names of single flags.
  static let names: [(flag: CodeFlags, name: String)] = [
    (.optimized, "optimized"), (.newLocals, "newlocals"), (.variadicPositional, "varargs"),
    (.variadicKeywords, "varkeywords"), (.nested, "nested"), (.generator, "generator"), (.noFree, "nofree"),
    (.coroutine, "coroutine"), (.iterableCoroutine, "iterable_coroutine"), (.asyncGenerator, "async_generator"),
    (.noMonitoringEvents, "no_monitoring_events"), (.hasDocstring, "has_docstring"), (.method, "method"),
  ]

  /// The bits of `flags` by name, the others as numbers.
  static func words(_ flags: CodeFlags) -> [String] {
    (0..<32).map { CodeFlags(rawValue: 1 << UInt32($0)) }.filter(flags.contains).map { bit in
      names.first { $0.flag == bit }?.name ?? "0x\(String(bit.rawValue, radix: 16))"
    }
  }
}
