import Bytecode
import Synchronization

/// What the compiler must know of a version's instructions, in tables by `Op`, taken from the instruction set.
final class CompilerTarget: Sendable {
  /// What an instruction is to the control-flow graph.
  struct Traits: OptionSet, Sendable {
    let rawValue: UInt16

    /// Ends a block: it jumps, or leaves.
    static let endsBlock = Traits(rawValue: 1)
    static let jumps = Traits(rawValue: 1 << 1)
    /// Nothing falls through.
    static let isUnconditional = Traits(rawValue: 1 << 2)
    static let leaves = Traits(rawValue: 1 << 3)
    /// Sets up a handler.
    static let setsUp = Traits(rawValue: 1 << 4)
    static let hasConstant = Traits(rawValue: 1 << 5)
    static let exists = Traits(rawValue: 1 << 6)
    static let backward = Traits(rawValue: 1 << 7)

    /// Names another instruction without jumping there.
    static let refersBack = Traits(rawValue: 1 << 8)

    static let hasTarget: Traits = [.jumps, .setsUp, .refersBack]

    /// The version's code may hold it.
    static let isReal = Traits(rawValue: 1 << 9)
    /// Its operand is the address that it leads to.
    static let isAbsolute = Traits(rawValue: 1 << 11)
    /// Described by a later version alone.
    static let isBorrowed = Traits(rawValue: 1 << 10)
  }

  let set: InstructionSet
  /// Where the instructions that only the compiler uses are described, if the version itself does not number them: the next version
  /// that does.
  private let successor: InstructionSet
  let version: PythonVersion
  let features: CompilerFeatures
  // Tables by `Op`, in memory that is never given back: there is one target for a version.
  nonisolated(unsafe) let traits: UnsafePointer<Traits>
  nonisolated(unsafe) let numbers: UnsafePointer<UInt16>
  /// Code units of the inline cache.
  nonisolated(unsafe) let cacheUnits: UnsafePointer<UInt8>
  /// The effects on the stack that do not depend on the operand, by `Op` and edge, or `varies`.
  nonisolated(unsafe) private let effects: UnsafePointer<Int8>
  /// How many values each takes and puts there on the way to the next one, by `Op`, or `varies`.
  nonisolated(unsafe) private let pops: UnsafePointer<Int8>
  nonisolated(unsafe) private let pushes: UnsafePointer<Int8>
  private static let varies = Int8.min
  /// The instruction of each opcode.
  let names: [Op?]
  let binaryOperators: [Int]
  let inPlaceOperators: [Int]
  let subscriptOperator: Int
  let comparisons: [Int]
  /// Where the name lies in the operands of LOAD_ATTR and LOAD_GLOBAL.
  let attributeShift: Int
  let globalShift: Int
  let intrinsics: Intrinsics
  /// Handlers are blocks that instructions set up.
  let usesBlocks: Bool
  /// By how much the operand of a jump grows with each code unit of its distance.
  let unitSteps: Int
  let extendedArgument: UInt8
  let cacheOpcode: UInt8
  /// The operand of COMPARE_OP that matches exceptions (3.8).
  let exceptionMatch: Int

  /// The operands of CALL_INTRINSIC_1 and CALL_INTRINSIC_2, and of like instructions.
  struct Intrinsics: Sendable {
    let printExpression, importStar, stopIterationError, asyncGeneratorWrap, unaryPositive, listToTuple: Int
    let typeVar, paramSpec, typeVarTuple, subscriptGeneric, typeAlias: Int
    let prepareReraiseStar, typeVarWithBound, typeVarWithConstraints, setFunctionTypeParameters, setTypeParameterDefault: Int
    let assertionError, notImplementedError, tuple, all, any: Int
    let enter, exit, asyncEnter, asyncExit: Int

    init(_ set: InstructionSet) {
      func value(_ table: String, _ name: String) -> Int {
        Int(set.table(table)?.entries.first { $0.name == name }?.value ?? 0)
      }
      func one(_ name: String) -> Int { value("intrinsic_1", "INTRINSIC_\(name)") }
      func two(_ name: String) -> Int { value("intrinsic_2", "INTRINSIC_\(name)") }
      printExpression = one("PRINT")
      importStar = one("IMPORT_STAR")
      stopIterationError = one("STOPITERATION_ERROR")
      asyncGeneratorWrap = one("ASYNC_GEN_WRAP")
      unaryPositive = one("UNARY_POSITIVE")
      listToTuple = one("LIST_TO_TUPLE")
      typeVar = one("TYPEVAR")
      paramSpec = one("PARAMSPEC")
      typeVarTuple = one("TYPEVARTUPLE")
      subscriptGeneric = one("SUBSCRIPT_GENERIC")
      typeAlias = one("TYPEALIAS")
      prepareReraiseStar = two("PREP_RERAISE_STAR")
      typeVarWithBound = two("TYPEVAR_WITH_BOUND")
      typeVarWithConstraints = two("TYPEVAR_WITH_CONSTRAINTS")
      setFunctionTypeParameters = two("SET_FUNCTION_TYPE_PARAMS")
      setTypeParameterDefault = two("SET_TYPEPARAM_DEFAULT")
      assertionError = value("common_constant", "AssertionError")
      notImplementedError = value("common_constant", "NotImplementedError")
      tuple = value("common_constant", "tuple")
      all = value("common_constant", "all")
      any = value("common_constant", "any")
      enter = value("special_method", "__enter__")
      exit = value("special_method", "__exit__")
      asyncEnter = value("special_method", "__aenter__")
      asyncExit = value("special_method", "__aexit__")
    }
  }

  /// CPython's names of the operators of `ast`, in the order of the cases.
  private static let operatorNames = [
    "ADD", "SUBTRACT", "MULTIPLY", "MATRIX_MULTIPLY", "TRUE_DIVIDE", "REMAINDER", "POWER", "LSHIFT", "RSHIFT", "OR", "XOR", "AND",
    "FLOOR_DIVIDE",
  ]
  /// The comparisons of COMPARE_OP in the order of `CompareOperator`.
  private static let comparisonNames = ["EQ", "NE", "LT", "LE", "GT", "GE", "IS", "IS_NOT", "IN", "NOT_IN"]

  private init(_ set: InstructionSet) {
    self.set = set
    version = set.version
    features = CompilerFeature.set(of: set.version)
    let describing = (set.ordinal..<InstructionSet.versions.count).first { Self.describesJumps($0) }
    let successor = describing.flatMap(InstructionSet.numbered) ?? set
    self.successor = successor
    let count = Op.allCases.count
    let traits = UnsafeMutablePointer<Traits>.allocate(capacity: count)
    let numbers = UnsafeMutablePointer<UInt16>.allocate(capacity: count)
    let caches = UnsafeMutablePointer<UInt8>.allocate(capacity: count)
    let effects = UnsafeMutablePointer<Int8>.allocate(capacity: count * Self.edges.count)
    let pops = UnsafeMutablePointer<Int8>.allocate(capacity: count)
    let pushes = UnsafeMutablePointer<Int8>.allocate(capacity: count)
    var names = [Op?](repeating: nil, count: 256)
    let (own, later) = (Op.numbers(set.ordinal), Op.numbers(successor.ordinal))
    for op in Op.allCases {
      let place = Int(op.rawValue)
      let isOwn = own[place] != Op.absent
      let described = isOwn ? set : successor
      let exists = isOwn || later[place] != Op.absent
      let number = exists ? Int(isOwn ? own[place] : later[place]) : 0
      traits[place] = exists ? Self.traits(described, number) : []
      if !isOwn {
        traits[place].insert(.isBorrowed)
        traits[place].remove(.isReal)
      }
      numbers[place] = UInt16(number)
      caches[place] = exists ? UInt8(described.instructions[number].cacheUnits) : 0
      let isFixed = exists && described.instructions[number].hasFixedEffect
      pops[place] = isFixed && isOwn ? Int8(exactly: set.popped(number, 0, .next)) ?? Self.varies : Self.varies
      pushes[place] = isFixed && isOwn ? Int8(exactly: set.pushed(number, 0, .next)) ?? Self.varies : Self.varies
      for edge in Self.edges {
        let effect = isFixed ? described.stackEffect(number, 0, edge) ?? 0 : Int(Self.varies)
        effects[place * Self.edges.count + Int(edge.rawValue)] = Int8(exactly: effect) ?? Self.varies
      }
      if traits[place].contains(.isReal) { names[number] = op }
    }
    self.traits = UnsafePointer(traits)
    self.numbers = UnsafePointer(numbers)
    self.effects = UnsafePointer(effects)
    self.pops = UnsafePointer(pops)
    self.pushes = UnsafePointer(pushes)
    self.names = names
    cacheUnits = UnsafePointer(caches)
    func binary(_ name: String) -> Int { Int(set.table("binary_operation")?.entries.first { $0.name == name }?.value ?? 0) }
    binaryOperators = Self.operatorNames.map { binary("NB_\($0)") }
    inPlaceOperators = Self.operatorNames.map { binary("NB_INPLACE_\($0)") }
    subscriptOperator = binary("NB_SUBSCR")
    let comparison = set.named("COMPARE_OP")?.operand
    let hint = comparison?.fields.first { $0.name == "_hint" }
    comparisons = Self.comparisonNames.map { name in
      guard let entry = set.table("comparison")?.entries.first(where: { $0.name == name }) else { return 0 }
      return Int(entry.value) << Int(comparison?.main?.shift ?? 0) | (hint.map { Int(entry.hint) << Int($0.shift) } ?? 0)
    }
    attributeShift = Int(set.named("LOAD_ATTR")?.operand.main?.shift ?? 0)
    globalShift = Int(set.named("LOAD_GLOBAL")?.operand.main?.shift ?? 0)
    intrinsics = Intrinsics(set)
    unitSteps = set.encoding.codeUnit / set.encoding.jumpUnit
    extendedArgument = set.encoding.extendedArg
    cacheOpcode = set.encoding.cache ?? 0
    if case .blocks = set.exceptions { usesBlocks = true } else { usesBlocks = false }
    exceptionMatch = Int(set.table("comparison")?.entries.first { $0.name == "EXC_MATCH" }?.value ?? 0)
  }

  private static let edges: [Edge] = [.next, .jump, .handler]

  /// Whether an instruction set, given by its ordinal, describes the instructions that only the compiler uses.
  private static func describesJumps(_ ordinal: Int) -> Bool {
    let numbers = Op.numbers(ordinal)
    return !numbers.isEmpty && numbers[Int(Op.JUMP.rawValue)] != Op.absent
  }

  private static func traits(_ set: InstructionSet, _ number: Int) -> Traits {
    let instruction = set.instructions[number]
    var traits: Traits = instruction.kind == .real ? [.exists, .isReal] : .exists
    switch instruction.flow {
    case .jump: traits.formUnion([.endsBlock, .jumps, .isUnconditional])
    case .branch, .callBlock: traits.formUnion([.endsBlock, .jumps])
    case .return, .raise: traits.formUnion([.endsBlock, .leaves])
    case .setupHandler: traits.insert(.setsUp)
    default: break
    }
    if instruction.lists.contains(.hasconst) { traits.insert(.hasConstant) }
    if case .backward? = instruction.operand.main?.kind { traits.insert(.backward) }
    if case .absolute? = instruction.operand.main?.kind { traits.insert(.isAbsolute) }
    if case .backReference? = instruction.operand.main?.kind { traits.formUnion([.refersBack, .endsBlock]) }
    return traits
  }

  private static let all = Mutex<[PythonVersion: CompilerTarget]>([:])

  /// The target of a version; nil if it has no instruction set that can be compiled for.
  static func of(_ version: PythonVersion) -> CompilerTarget? {
    all.withLock { all in
      if let target = all[version] { return target }
      guard let set = InstructionSet.of(version), !set.isReadOnly else { return nil }
      let target = CompilerTarget(set)
      all[version] = target
      return target
    }
  }

  /// How many values may be put on the stack before a display or call is built piece by piece; in versions that do not, before a
  /// dict is.
  var stackGuideline: Int { features.has(.pieces) ? 30 : 0xFFFF }

  @inline(__always)
  func effect(_ op: Op, _ argument: Int, _ edge: Edge) -> Int {
    let place = Int(op.rawValue)
    let fixed = effects[place * 3 + Int(edge.rawValue)]
    return fixed != Self.varies ? Int(fixed) : computedEffect(place, argument, edge)
  }

  private func computedEffect(_ place: Int, _ argument: Int, _ edge: Edge) -> Int {
    if traits[place].contains(.isBorrowed) { return successor.stackEffect(Int(numbers[place]), argument, edge) ?? 0 }
    return set.stackEffect(Int(numbers[place]), argument, edge) ?? 0
  }

  /// How many values an instruction takes from the stack on the way to the next one.
  @inline(__always)
  func popped(_ op: Op, _ argument: Int) -> Int {
    let fixed = pops[Int(op.rawValue)]
    return fixed != Self.varies ? Int(fixed) : set.popped(Int(numbers[Int(op.rawValue)]), argument, .next)
  }

  /// How many values an instruction puts on the stack on the way to the next one.
  @inline(__always)
  func pushed(_ op: Op, _ argument: Int) -> Int {
    let fixed = pushes[Int(op.rawValue)]
    return fixed != Self.varies ? Int(fixed) : set.pushed(Int(numbers[Int(op.rawValue)]), argument, .next)
  }

  @inline(__always)
  func traits(_ op: Op) -> Traits { traits[Int(op.rawValue)] }

  /// Whether the version's code may hold the instruction.
  @inline(__always)
  func has(_ op: Op) -> Bool { traits[Int(op.rawValue)].contains(.isReal) }
}
