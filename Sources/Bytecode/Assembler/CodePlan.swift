/// What the text of one code object says, and what it may leave to the assembler.
struct CodePlan {
  let code: CodeImage
  let list: InstructionList
  let constants: [ConstantForm]
  /// Constants and names whose index stands in place of them: repeated ones, and long ones that are used often.
  private(set) var constantsByIndex: Set<Int> = []
  private(set) var namesByIndex: Set<Int> = []
  /// The entries of the tables that must be listed, ascending.
  private(set) var listedConstants: [Int] = []
  private(set) var listedNames: [Int] = []
  private(set) var listedLocals: [Int] = []
  let parameterCount: Int
  /// Whether the parameters are in the heading.
  let hasParameterList: Bool
  let layout: VariableLayout
  /// Whether `layout` does not say everything, or what operands say would be taken for more, so that all variables are listed with
  /// their kinds.
  let listsVariables: Bool
  let variables: VariableNames
  /// Exception ranges whose depths must be given.
  private(set) var givenDepths: [Bool] = []
  private(set) var needsStackSize = true

  /// What is longer and used more than once is listed.
  private static let longText = 120

  init(_ code: CodeImage, _ list: InstructionList, _ ids: CodeIDs, _ tables: AssemblerTables, marksParameters: Bool) {
    self.code = code
    self.list = list
    constants = code.constants.map { ConstantForm($0, ids) }
    hasParameterList = CodePlan.hasParameterList(code)
    parameterCount = hasParameterList ? code.parameterCount : 0
    layout = VariableLayout(of: code, parameterCount: parameterCount)
    let slots = layout.slots(isOneList: tables.hasOneVariableList, marks: marksParameters ? code.parameterCounts : nil)
    listsVariables = slots.names != code.localsPlusNames || slots.kinds != code.localsPlusKinds
      || CodePlan.usesOthersAsCells(code, list, layout, tables)
    variables = VariableNames(names: code.localsPlusNames, kinds: code.localsPlusKinds)
    orderTables(tables)
    planDepths(tables)
  }

  /// Whether counts and flags are those of a parameter list with names.
  private static func hasParameterList(_ code: CodeImage) -> Bool {
    let counts = [code.argumentCount, code.positionalOnlyCount, code.keywordOnlyCount]
    guard counts.allSatisfy({ $0 >= 0 }), code.positionalOnlyCount <= code.argumentCount,
      code.flags.contains(.optimized) || code.parameterCount > 0
    else { return false }
    return code.parameterCount <= code.localsPlusKinds.prefix { $0.contains(.local) }.count
  }

  /// Whether instructions for cells have operands that are neither cells nor free variables: to the assembler, they would be cells.
  private static func usesOthersAsCells(
    _ code: CodeImage, _ list: InstructionList, _ layout: VariableLayout, _ tables: AssemblerTables
  ) -> Bool {
    let declared = Set(layout.cells + layout.free)
    return list.instructions.contains { instruction in
      guard case .value(let operand) = instruction.argument else { return false }
      return tables.set[Int(instruction.opcode)].operand.fields.contains { field in
        let index = field.value(in: Int(operand))
        return field.kind == .localsplus && code.localsPlusNames.indices.contains(index)
          && !declared.contains(code.localsPlusNames[index])
      }
    }
  }

  private mutating func orderTables(_ tables: AssemblerTables) {
    var orders = (constants: TableOrder(count: constants.count), names: TableOrder(count: code.names.count))
    let declared = layout.parameters.count
    var locals = TableOrder(count: layout.locals.count)
    for instruction in list.instructions {
      guard case .value(let operand) = instruction.argument else { continue }
      for field in tables.set[Int(instruction.opcode)].operand.fields {
        let value = field.value(in: Int(operand))
        switch field.kind {
        case .const: orders.constants.use(value)
        case .name: orders.names.use(value)
        case .local where value >= declared && value - declared < layout.locals.count: locals.use(value - declared)
        default: break
        }
      }
    }
    constantsByIndex = CodePlan.entriesByIndex(constants, &orders.constants) { CodePlan.isLong($0) }
    namesByIndex = CodePlan.entriesByIndex(code.names, &orders.names) { $0.utf8.count > CodePlan.longText || !$0.isInterned }
    listedConstants = orders.constants.listed
    listedNames = orders.names.listed
    let special = Set(layout.hidden + layout.cells + layout.free)
    for (index, name) in layout.locals.enumerated() {
      let first = variables.index(of: name, .local) ?? 0
      guard first != declared + index || special.contains(name) || !name.isInterned else { continue }
      locals.list(index)
      // The one that the name stands for must be known before all operands.
      if first >= declared && first < declared + layout.locals.count { locals.list(first - declared) }
    }
    listedLocals = locals.listed
  }

  /// The entries that equal an earlier one, and the long ones that are used more than once.
  private static func entriesByIndex<Entry: Hashable>(
    _ entries: [Entry], _ order: inout TableOrder, isLong: (Entry) -> Bool
  ) -> Set<Int> {
    var first: [Entry: Int] = [:]
    var result: Set<Int> = []
    for (index, entry) in entries.enumerated() {
      if let other = first[entry] {
        // The one that the text of the entry stands for must be known before all operands.
        order.list(other)
      } else {
        first[entry] = index
        guard order.useCount(index) > 1, isLong(entry) else { continue }
      }
      result.insert(index)
      order.list(index)
    }
    return result
  }

  private static func isLong(_ form: ConstantForm) -> Bool {
    switch form {
    case .code: false
    case .value(.string(let text)): text.utf8.count > longText
    case .value(.bytes(let bytes)): bytes.count > longText
    case .value(.bigInteger(let number)): number.limbs.count > longText / 16
    case .value: false
    case .items(_, let items): items.count > 8 || items.contains { if case .items = $0 { true } else { isLong($0) } }
    }
  }

  /// Leaves out the depths that the assembler would find.
  private mutating func planDepths(_ tables: AssemblerTables) {
    givenDepths = list.handlers.map { _ in false }
    let wanted = list.handlers.map { $0.depth ?? 0 }
    var open = list
    for index in open.handlers.indices { open.handlers[index].depth = nil }
    while true {
      let depths = StackDepths(open, tables, flags: code.flags)
      let wrong = wanted.indices.filter { open.handlers[$0].depth == nil && depths.ranges[$0] != wanted[$0] }
      guard !wrong.isEmpty else {
        needsStackSize = max(depths.largest, 1) != code.stackSize
        return
      }
      // A wrong depth may be the cause of others, so the first ones are corrected first.
      for index in wrong.prefix(max(1, wrong.count / 2)) {
        givenDepths[index] = true
        open.handlers[index].depth = wanted[index]
      }
    }
  }

  /// The depth that the text gives for an exception range.
  func givenDepth(_ index: Int) -> Int? { givenDepths[index] ? list.handlers[index].depth : nil }
}

extension CodeImage {
  var parameterCounts: VariableLayout.ParameterCounts {
    VariableLayout.ParameterCounts(
      positionalOnly: positionalOnlyCount, positional: argumentCount, keywordOnly: keywordOnlyCount,
      hasVariadicPositional: flags.contains(.variadicPositional))
  }
}
