import Bytecode

/// The bytes of a graph's instructions, with their tables (CPython: Python/assemble.c). It works in memory of the graph, and so holds until
/// the next code object is assembled.
struct CodeAssembly {
  private let graph: FlowGraph
  private let target: CompilerTarget
  /// The instructions in order, with the number of the instruction that they lead to in place of the block.
  private let instructions: UnsafeMutablePointer<CodeInstruction>
  private let count: Int
  /// Where each instruction begins, in code units, and at the end their number.
  private let offsets: UnsafeMutablePointer<Int32>
  /// The first instruction of each block.
  private let starts: UnsafeMutablePointer<Int32>

  private(set) var code: [UInt8] = []

  init(_ graph: FlowGraph) {
    self.graph = graph
    target = graph.target
    starts = graph.starts.resize(graph.blocks.count)
    // Every block has room of its own among the graph's instructions.
    instructions = graph.flat.resize(graph.instructions.count)
    count = Self.flatten(graph, instructions, starts)
    offsets = graph.offsets.resize(count + 1)
    graph.pending.count = 0
    for index in 0..<count where graph.hasLabel(instructions[index].op) {
      graph.pending.append(Int32(index))
      direct(index)
    }
    resolveWaits()
    resolveJumps()
    code = encoded()
  }

  /// Puts the instructions of all blocks side by side; gives their number.
  private static func flatten(
    _ graph: FlowGraph, _ instructions: UnsafeMutablePointer<CodeInstruction>, _ starts: UnsafeMutablePointer<Int32>
  ) -> Int {
    var count = 0
    graph.forEachBlock { block in
      starts[Int(block)] = Int32(count)
      (instructions + count).update(from: graph.instruction(block, 0), count: graph.count(block))
      count += graph.count(block)
    }
    return count
  }

  /// Makes a jump lead to an instruction, in the direction in which that lies.
  private func direct(_ index: Int) {
    let place = starts[Int(instructions[index].target)]
    instructions[index].target = place
    let isForward = Int(place) > index
    let op = instructions[index].op
    switch op {
    case .JUMP where target.has(.JUMP_ABSOLUTE), .JUMP_NO_INTERRUPT where target.has(.JUMP_ABSOLUTE):
      instructions[index].op = isForward ? .JUMP_FORWARD : .JUMP_ABSOLUTE
    case .JUMP: instructions[index].op = isForward ? .JUMP_FORWARD : .JUMP_BACKWARD
    case .JUMP_NO_INTERRUPT: instructions[index].op = isForward ? .JUMP_FORWARD : .JUMP_BACKWARD_NO_INTERRUPT
    default:
      if target.has(.POP_JUMP_FORWARD_IF_FALSE), let directed = Self.directed(op) {
        instructions[index].op = isForward ? directed.forward : directed.backward
      }
    }
  }

  /// END_ASYNC_FOR means what lies behind the loop that waits for the next item, not the SEND at its beginning.
  private func resolveWaits() {
    guard graph.hasLabel(.END_ASYNC_FOR) else { return }
    for jump in 0..<graph.pending.count {
      let index = Int(graph.pending[jump])
      guard instructions[index].op == .END_ASYNC_FOR else { continue }
      var end = Int(instructions[index].target)
      while end < count, instructions[end].op != .JUMP_BACKWARD_NO_INTERRUPT { end += 1 }
      instructions[index].target = Int32(min(end + 1, count))
    }
  }

  /// Conditional jumps that have an instruction for each direction (3.11).
  private static func directed(_ op: Op) -> (forward: Op, backward: Op)? {
    switch op {
    case .POP_JUMP_IF_FALSE: (.POP_JUMP_FORWARD_IF_FALSE, .POP_JUMP_BACKWARD_IF_FALSE)
    case .POP_JUMP_IF_TRUE: (.POP_JUMP_FORWARD_IF_TRUE, .POP_JUMP_BACKWARD_IF_TRUE)
    case .POP_JUMP_IF_NONE: (.POP_JUMP_FORWARD_IF_NONE, .POP_JUMP_BACKWARD_IF_NONE)
    case .POP_JUMP_IF_NOT_NONE: (.POP_JUMP_FORWARD_IF_NOT_NONE, .POP_JUMP_BACKWARD_IF_NOT_NONE)
    default: nil
    }
  }

  @inline(__always)
  private func size(_ index: Int) -> Int32 {
    let argument = UInt32(bitPattern: instructions[index].argument)
    let prefixes: Int32 = argument <= 0xFF ? 0 : argument > 0xFF_FFFF ? 3 : argument > 0xFFFF ? 2 : 1
    return 1 + prefixes + Int32(target.cacheUnits[Int(instructions[index].op.rawValue)])
  }

  /// Operands of jumps, whose size depends on the distances, which depend on the sizes.
  private func resolveJumps() {
    let jumps = graph.pending
    let steps = Int32(target.unitSteps)
    // Where a size can be either, it is what it becomes from here on.
    for jump in 0..<jumps.count {
      let index = Int(jumps[jump])
      instructions[index].argument = target.usesBlocks ? 0 : instructions[index].target
    }
    var isStable = false
    while !isStable {
      isStable = true
      var total: Int32 = 0
      for index in 0..<count {
        offsets[index] = total
        total += size(index)
      }
      offsets[count] = total
      for jump in 0..<jumps.count {
        let index = Int(jumps[jump])
        let before = size(index)
        let end = offsets[index] + before
        let place = offsets[Int(instructions[index].target)]
        let distance = target.traits(instructions[index].op).contains(.isAbsolute) ? place : abs(end - place)
        instructions[index].argument = distance * steps
        if size(index) != before { isStable = false }
      }
    }
  }

  private func encoded() -> [UInt8] {
    let extended = target.extendedArgument
    let cache = target.cacheOpcode
    return [UInt8](unsafeUninitializedCapacity: Int(offsets[count]) * 2) { buffer, length in
      guard let base = buffer.baseAddress else { return }
      func put(_ opcode: UInt8, _ argument: UInt32) {
        base[length] = opcode
        base[length + 1] = UInt8(truncatingIfNeeded: argument)
        length += 2
      }
      for index in 0..<count {
        let argument = UInt32(bitPattern: instructions[index].argument)
        let op = Int(instructions[index].op.rawValue)
        if argument > 0xFF_FFFF { put(extended, argument >> 24) }
        if argument > 0xFFFF { put(extended, argument >> 16) }
        if argument > 0xFF { put(extended, argument >> 8) }
        put(UInt8(truncatingIfNeeded: target.numbers[op]), argument)
        for _ in 0..<target.cacheUnits[op] { put(cache, 0) }
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
    for index in 0..<count where instructions[index].handler != handler {
      end(offsets[index])
      start = offsets[index]
      handler = instructions[index].handler
    }
    end(offsets[count])
    return ExceptionTable(entries: entries).encoded()
  }

  /// The location table; instructions that come from where the next one does take its location.
  func locationTable(firstLine: Int) -> ByteString {
    for index in (0..<count).reversed() where instructions[index].location == .next {
      instructions[index].location = index + 1 < count ? instructions[index + 1].location : .none
    }
    let merges = target.features.has(.mergedLocations)
    graph.runs.count = 0
    var start: Int32 = 0
    for index in 0..<count {
      if merges, index + 1 < count, instructions[index + 1].location == instructions[index].location { continue }
      graph.runs.append(run(offsets[index + 1] - start, instructions[index].location))
      start = offsets[index + 1]
    }
    return LocationTable.encoded(UnsafeBufferPointer(start: graph.runs.base, count: graph.runs.count), firstLine: firstLine)
  }

  /// The lines of the instructions and where these begin, in code units; -1 for none, 0 for that of the instruction in front.
  var lines: [(start: Int, line: Int)] {
    (0..<count).map { (Int(offsets[$0]), Int(instructions[$0].location.line)) }
  }

  /// Where statements begin, if the line table tells.
  var statements: Set<Int> {
    guard target.features.has(.markedStatements) else { return [] }
    return Set((0..<count).filter { instructions[$0].handler == CodeInstruction.statementStart }.map { Int(offsets[$0]) })
  }

  /// The line of the first instruction.
  var firstLine: Int { count > 0 ? max(1, Int(instructions[0].location.line)) : 1 }

  @inline(__always)
  private func run(_ units: Int32, _ location: CodeLocation) -> PositionRun {
    PositionRun(
      units: units, line: location.line >= 0 ? location.line : .min, endLine: location.endLine, column: location.column,
      endColumn: location.endColumn)
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
    graph.constants = Array(unit.constants.items)
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
    let assembly = CodeAssembly(graph)
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
    let variables = unit.variables.items
    fields.localsPlusNames.reserveCapacity(variables.count + unit.cells.count + unit.frees.count)
    fields.localsPlusKinds.reserveCapacity(variables.count + unit.cells.count + unit.frees.count)
    for (index, name) in variables.enumerated() {
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
    if target.set.encoding.callsPrepareFrames, unit.cells.isEmpty, unit.frees.isEmpty { flags.insert(.noFree) }
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
