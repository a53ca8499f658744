import Bytecode

/// The bytes of a graph's instructions, with their tables (CPython: Python/assemble.c).
struct CodeAssembly {
  private let graph: FlowGraph
  private let target: CompilerTarget
  /// The instructions in order, with the number of the instruction that they lead to in place of the block.
  private var instructions: [CodeInstruction] = []
  /// Where each instruction begins, in code units, and at the end their number.
  private var offsets: [Int32] = []
  /// The first instruction of each block.
  private var starts: [Int32]

  private(set) var code: [UInt8] = []

  init(_ graph: FlowGraph) {
    self.graph = graph
    target = graph.target
    starts = [Int32](repeating: 0, count: graph.blocks.count)
    instructions.reserveCapacity(graph.instructions.count)
    flatten()
    resolveWaits()
    resolveJumps()
    encode()
  }

  private mutating func flatten() {
    var block = FlowGraph.entry
    while block >= 0 {
      starts[Int(block)] = Int32(instructions.count)
      for index in 0..<graph.count(block) { instructions.append(graph.instruction(block, index).pointee) }
      block = graph.block(block).pointee.next
    }
    for index in instructions.indices where graph.hasLabel(instructions[index].op) {
      let place = starts[Int(instructions[index].target)]
      instructions[index].target = place
      let isForward = Int(place) > index
      switch instructions[index].op {
      case .JUMP where target.has(.JUMP_ABSOLUTE), .JUMP_NO_INTERRUPT where target.has(.JUMP_ABSOLUTE):
        instructions[index].op = isForward ? .JUMP_FORWARD : .JUMP_ABSOLUTE
      case .JUMP: instructions[index].op = isForward ? .JUMP_FORWARD : .JUMP_BACKWARD
      case .JUMP_NO_INTERRUPT: instructions[index].op = isForward ? .JUMP_FORWARD : .JUMP_BACKWARD_NO_INTERRUPT
      default:
        if let directed = Self.directed[instructions[index].op], target.has(directed.forward) {
          instructions[index].op = isForward ? directed.forward : directed.backward
        }
      }
    }
  }

  /// END_ASYNC_FOR means what lies behind the loop that waits for the next item, not the SEND at its beginning.
  private mutating func resolveWaits() {
    for index in instructions.indices where instructions[index].op == .END_ASYNC_FOR && graph.hasLabel(.END_ASYNC_FOR) {
      var end = Int(instructions[index].target)
      while end < instructions.count, instructions[end].op != .JUMP_BACKWARD_NO_INTERRUPT { end += 1 }
      instructions[index].target = Int32(min(end + 1, instructions.count))
    }
  }

  /// Conditional jumps that have an instruction for each direction (3.11).
  private static let directed: [Op: (forward: Op, backward: Op)] = [
    .POP_JUMP_IF_FALSE: (.POP_JUMP_FORWARD_IF_FALSE, .POP_JUMP_BACKWARD_IF_FALSE),
    .POP_JUMP_IF_TRUE: (.POP_JUMP_FORWARD_IF_TRUE, .POP_JUMP_BACKWARD_IF_TRUE),
    .POP_JUMP_IF_NONE: (.POP_JUMP_FORWARD_IF_NONE, .POP_JUMP_BACKWARD_IF_NONE),
    .POP_JUMP_IF_NOT_NONE: (.POP_JUMP_FORWARD_IF_NOT_NONE, .POP_JUMP_BACKWARD_IF_NOT_NONE),
  ]

  /// By how much an operand grows with each code unit of a distance.
  private var unitSteps: Int { target.set.encoding.codeUnit / target.set.encoding.jumpUnit }

  private func size(_ instruction: CodeInstruction) -> Int32 {
    let argument = UInt32(bitPattern: instruction.argument)
    let prefixes: Int32 = argument > 0xFF_FFFF ? 3 : argument > 0xFFFF ? 2 : argument > 0xFF ? 1 : 0
    return 1 + prefixes + Int32(target.cacheUnits[Int(instruction.op.rawValue)])
  }

  /// Operands of jumps, whose size depends on the distances, which depend on the sizes.
  private mutating func resolveJumps() {
    offsets = [Int32](repeating: 0, count: instructions.count + 1)
    // Where a size can be either, it is what it becomes from here on.
    for index in instructions.indices where graph.hasLabel(instructions[index].op) {
      instructions[index].argument = target.usesBlocks ? 0 : instructions[index].target
    }
    var isStable = false
    while !isStable {
      isStable = true
      var total: Int32 = 0
      for index in instructions.indices {
        offsets[index] = total
        total += size(instructions[index])
      }
      offsets[instructions.count] = total
      for index in instructions.indices where graph.hasLabel(instructions[index].op) {
        let before = size(instructions[index])
        let end = offsets[index] + before
        let place = offsets[Int(instructions[index].target)]
        let distance = target.traits(instructions[index].op).contains(.isAbsolute) ? place : abs(end - place)
        instructions[index].argument = distance * Int32(unitSteps)
        if size(instructions[index]) != before { isStable = false }
      }
    }
  }

  private mutating func encode() {
    let extended = target.set.encoding.extendedArg
    let cache = target.set.encoding.cache ?? 0
    code.reserveCapacity(Int(offsets[instructions.count]) * 2)
    for instruction in instructions {
      let argument = UInt32(bitPattern: instruction.argument)
      var shift: UInt32 = argument > 0xFF_FFFF ? 24 : argument > 0xFFFF ? 16 : argument > 0xFF ? 8 : 0
      while shift > 0 {
        code.append(extended)
        code.append(UInt8(truncatingIfNeeded: argument >> shift))
        shift -= 8
      }
      code.append(UInt8(truncatingIfNeeded: target.numbers[Int(instruction.op.rawValue)]))
      code.append(UInt8(truncatingIfNeeded: argument))
      for _ in 0..<target.cacheUnits[Int(instruction.op.rawValue)] {
        code.append(cache)
        code.append(0)
      }
    }
  }

  // MARK: - Tables

  func exceptionTable() -> ByteString {
    var entries: [ExceptionEntry] = []
    var handler: Int32 = -1
    var start: Int32 = 0
    func end(_ unit: Int32) {
      guard handler >= 0 else { return }
      let block = graph.block(handler).pointee
      let depth = Int(block.startDepth) - 1 - (block.preservesOffset ? 1 : 0)
      entries.append(
        ExceptionEntry(
          start: Int(start), end: Int(unit), target: Int(offsets[Int(starts[Int(handler)])]), depth: depth,
          pushesLasti: block.preservesOffset))
    }
    for index in instructions.indices where instructions[index].handler != handler {
      end(offsets[index])
      start = offsets[index]
      handler = instructions[index].handler
    }
    end(offsets[instructions.count])
    return ExceptionTable(entries: entries).encoded()
  }

  /// The location table; instructions that come from where the next one does take its location.
  mutating func locationTable(firstLine: Int) -> ByteString {
    for index in instructions.indices.reversed() where instructions[index].location == .next {
      instructions[index].location = index + 1 < instructions.count ? instructions[index + 1].location : .none
    }
    var ranges: [SourceRange] = []
    var start = 0
    for index in instructions.indices {
      let location = instructions[index].location
      if target.features.has(.mergedLocations), index + 1 < instructions.count, instructions[index + 1].location == location { continue }
      ranges.append(SourceRange(units: start..<Int(offsets[index + 1]), position: position(location)))
      start = Int(offsets[index + 1])
    }
    return LocationTable.encoded(ranges, firstLine: firstLine)
  }

  /// The lines of the instructions and where these begin, in code units; -1 for none, 0 for that of the instruction in front.
  var lines: [(start: Int, line: Int)] {
    instructions.indices.map { (Int(offsets[$0]), Int(instructions[$0].location.line)) }
  }

  /// Where statements begin, if the line table tells.
  var statements: Set<Int> {
    guard target.features.has(.markedStatements) else { return [] }
    return Set(instructions.indices.filter { instructions[$0].handler == CodeInstruction.statementStart }.map { Int(offsets[$0]) })
  }

  /// The line of the first instruction.
  var firstLine: Int { max(1, Int(instructions.first?.location.line ?? 1)) }

  private func position(_ location: CodeLocation) -> SourcePosition {
    guard location.line >= 0 else { return .none }
    return SourcePosition(
      line: Int(location.line), endLine: Int(location.endLine), column: location.column < 0 ? nil : Int(location.column),
      endColumn: location.endColumn < 0 ? nil : Int(location.endColumn))
  }
}

extension CodeGenerator {
  /// Optimizes and assembles the current unit.
  /// - Parameter addingNone: whether it returns None where it ends.
  func assemble(addingNone: Bool) throws(CompileError) -> CodeImage {
    if !features.has(.lastReturns) || !returnsAtEnd {
      if addingNone { loadNone(.none) }
      emit(.RETURN_VALUE, .none)
    }
    insertAnnotationSetup()
    let flags = codeFlags()
    graph.constants = unit.constants.items
    graph.build(unit)
    try monitor.check()
    graph.optimize(unit, &pool)
    try monitor.check()
    graph.convertKeepingJumps()
    var fields = CodeImage.Fields(version: target.version)
    fields.stackSize = max(features.has(.neverEmptyStack) ? 1 : 0, try graph.stackDepth())
    if target.usesBlocks {
      graph.addGeneratorStart(flags)
    } else {
      _ = graph.prepareFrame(unit, flags: flags)
      graph.convertPseudoInstructions()
      try monitor.check()
      graph.normalizeJumps()
    }
    if features.has(.borrowedLoads) { graph.borrowLoads() }
    try monitor.check()
    var assembly = CodeAssembly(graph)
    try monitor.check()
    fill(&fields, flags)
    if !features.has(.modulesFromOne), unit.kind == .module { fields.firstLine = assembly.firstLine }
    if target.usesBlocks {
      let lines = assembly.lines
      if features.has(.tracedLines) {
        fields.code = ByteString(assembly.code)
        fields.lineTable = LineTables.ranges(lines, firstLine: fields.firstLine, count: assembly.code.count / 2)
      } else {
        var peephole = Peephole(assembly.code, LineTables.lnotab(lines, firstLine: fields.firstLine, marked: assembly.statements), target)
        peephole.optimize(&graph.constants, &pool)
        fields.code = ByteString(peephole.code)
        fields.lineTable = ByteString(peephole.lines)
      }
    } else {
      fields.code = ByteString(assembly.code)
      fields.exceptionTable = assembly.exceptionTable()
      fields.lineTable = assembly.locationTable(firstLine: fields.firstLine)
    }
    fields.constants = graph.constants.map { pool.values[Int($0)].interned }
    return CodeImage(fields)
  }

  /// Whether the last block returns. From 3.10 on what follows is another block.
  private var returnsAtEnd: Bool {
    let count = unit.instructions.count
    if !keepsLine { return count > unit.blockStart && unit.instructions[count - 1].op == .RETURN_VALUE }
    return (unit.blockStart..<max(unit.blockStart, count)).contains { unit.instructions[$0].op == .RETURN_VALUE }
  }

  private func fill(_ fields: inout CodeImage.Fields, _ flags: CodeFlags) {
    fields.flags = flags
    fields.argumentCount = unit.argumentCount
    fields.positionalOnlyCount = unit.positionalOnlyCount
    fields.keywordOnlyCount = unit.keywordOnlyCount
    fields.names = unit.names.items.map(text)
    fields.fileName = options.fileName
    fields.name = text(unit.name)
    let isOld = target.set.encoding.callsPrepareFrames
    fields.qualifiedName = isOld ? fields.name : unit.qualifiedName
    fields.firstLine = Int(unit.firstLine)
    for (index, name) in unit.variables.items.enumerated() {
      var kind: LocalKind = .local
      if !isOld, unit.cells.contains(name) { kind.insert(.cell) }
      if unit.hidden[name] != nil { kind.insert(.hidden) }
      if features.has(.parameterKinds) { kind.formUnion(parameterKind(index)) }
      fields.localsPlusNames.append(text(name))
      fields.localsPlusKinds.append(kind)
    }
    for cell in unit.cells.items where isOld || !unit.variables.contains(cell) {
      fields.localsPlusNames.append(text(cell))
      fields.localsPlusKinds.append(.cell)
    }
    for free in unit.frees.items {
      fields.localsPlusNames.append(text(free))
      fields.localsPlusKinds.append(.free)
    }
  }

  private func text(_ name: UInt32) -> Text { tree.text(of: Identifier(raw: name)) }

  /// How a parameter may be passed.
  private func parameterKind(_ index: Int) -> LocalKind {
    let positional = unit.argumentCount
    let keyword = positional + unit.keywordOnlyCount
    if index < unit.positionalOnlyCount { return .positional }
    if index < positional { return [.positional, .keyword] }
    if index < keyword { return .keyword }
    var rest = keyword
    if scope.hasVariadic {
      if index == rest { return [.positional, .variadic] }
      rest += 1
    }
    return scope.hasVariadicKeywords && index == rest ? [.keyword, .variadic] : []
  }

  private func codeFlags() -> CodeFlags {
    var flags = futureFlags
    let scope = unit.scope
    if scope.isFunctionLike {
      flags.formUnion([.newLocals, .optimized])
      if scope.isNested { flags.insert(.nested) }
      if scope.isGenerator { flags.insert(scope.isCoroutine ? .asyncGenerator : .generator) }
      if !scope.isGenerator, scope.isCoroutine { flags.insert(.coroutine) }
      if scope.hasVariadic { flags.insert(.variadicPositional) }
      if scope.hasVariadicKeywords { flags.insert(.variadicKeywords) }
    }
    if unit.kind == .module, scope.isCoroutine, options.allowsTopLevelAwait { flags.insert(.coroutine) }
    if target.set.encoding.callsPrepareFrames, unit.cells.items.isEmpty, unit.frees.items.isEmpty { flags.insert(.noFree) }
    guard features.has(.codeFlags) else { return flags }
    if scope.isFunctionLike, scope.hasDocstring, options.optimization < 2 { flags.insert(.hasDocstring) }
    if scope.isFunctionLike, scope.isMethod { flags.insert(.method) }
    return flags
  }

  /// Puts the instructions that were set aside in the place of their mark.
  private func insertAnnotationSetup() {
    guard let setup = unit.annotationSetup else { return }
    guard let place = (0..<unit.instructions.count).first(where: { unit.instructions[$0].op == .ANNOTATIONS_PLACEHOLDER }) else { return }
    var merged = PlainBuffer<CodeInstruction>(capacity: unit.instructions.count + setup.instructions.count)
    for index in 0...place { merged.append(unit.instructions[index]) }
    for index in 0..<setup.instructions.count { merged.append(setup.instructions[index]) }
    for index in place + 1..<unit.instructions.count { merged.append(unit.instructions[index]) }
    for label in 0..<unit.labels.count where unit.labels[label] > place {
      unit.labels[label] += Int32(setup.instructions.count)
    }
    unit.instructions.free()
    unit.instructions = merged
  }
}
