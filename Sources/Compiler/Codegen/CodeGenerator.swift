import Bytecode

/// Makes the instructions of a tree's code objects (CPython: Python/codegen.c).
///
/// Each function emits what its node needs into the current unit; leaving a unit optimizes and assembles it. Locations are those that
/// CPython gives, instruction by instruction: tracing, tracebacks and coverage are built on them.
final class CodeGenerator {
  let tree: SyntaxTree
  let names: KnownNames
  let target: CompilerTarget
  let features: CompilerFeatures
  let options: CompilerOptions
  let symbols: SymbolTable
  let futureFlags: CodeFlags
  @exclusivity(unchecked) var pool = ConstantPool()
  @exclusivity(unchecked) var unit: CodeUnit
  @exclusivity(unchecked) var stack: [CodeUnit] = []
  @exclusivity(unchecked) var graph: FlowGraph
  let isInteractive: Bool
  /// Instructions without a place have that of the statement that is being visited.
  let keepsLine: Bool
  @exclusivity(unchecked) var depth = 0
  /// The parameters whose annotations were evaluated for the function that is being made.
  @exclusivity(unchecked) var annotatedNames: [UInt32] = []
  /// The qualified name of the unit that was left last.
  @exclusivity(unchecked) var leftName = Text("")
  let monitor: CompilationMonitor
  /// How many places around this one give no warnings.
  @exclusivity(unchecked) var silence = 0
  /// The imports from `__future__` that are where they must be.
  @exclusivity(unchecked) var future: FutureFeatures?

  /// How many values a display or call may put on the stack before it is built piece by piece.
  let stackGuideline: Int

  init(
    _ tree: SyntaxTree, _ names: KnownNames, _ target: CompilerTarget, _ options: CompilerOptions, _ symbols: SymbolTable,
    _ futureFlags: CodeFlags
  ) {
    self.tree = tree
    self.names = names
    self.target = target
    self.options = options
    monitor = options.monitor
    self.symbols = symbols
    self.futureFlags = futureFlags
    features = target.features
    stackGuideline = target.stackGuideline
    keepsLine = !target.features.has(.tracedLines)
    graph = FlowGraph(target)
    if case .interactive = tree[tree.root] { isInteractive = true } else { isInteractive = false }
    unit = CodeUnit(kind: .module, scope: symbols.top, name: names.top, privateName: 0, firstLine: 1, tree: tree, names: names)
  }

  var scope: Scope { unit.scope }
  var defersAnnotations: Bool { futureFlags.contains(.futureAnnotations) }

  /// The code of the whole tree.
  func generate() throws(CompileError) -> CodeImage {
    let location = CodeLocation(line: 1, endLine: 1, column: 0, endColumn: 0)
    unit.qualifiedName = tree.text(of: Identifier(raw: names.top))
    begin(line: 1)
    switch tree[tree.root] {
    case .module(let body):
      try generateModule(body, location)
      return try assemble(addingNone: true)
    case .interactive(let body):
      for statement in tree[body] { try visit(statement) }
      return try assemble(addingNone: true)
    case .expression(let body):
      try visit(body)
      return try assemble(addingNone: false)
    case .functionType: throw CompileError(.system, "this compiler does not handle FunctionTypes", nil)
    }
  }

  // MARK: - Units

  /// Starts the unit of a scope.
  func enter(
    _ kind: CodeUnit.Kind, _ scope: Scope, _ name: UInt32, line: Int32, privateName: UInt32? = nil
  ) throws(CompileError) {
    let outer = unit
    let inner = CodeUnit(
      kind: kind, scope: scope, name: name, privateName: privateName ?? outer.privateName, firstLine: line, tree: tree, names: names)
    stack.append(outer)
    unit = inner
    unit.qualifiedName = qualifiedName()
    begin(line: line)
  }

  private func begin(line: Int32) {
    let isModule = unit.kind == .module
    let location = CodeLocation(line: isModule ? 0 : line, endLine: line, column: 0, endColumn: 0)
    emitResume(0, location)
    if isModule, features.has(.annotateFunctions) { emit(.ANNOTATIONS_PLACEHOLDER, location) }
  }

  /// Ends the current unit and gives its code.
  func leave(addingNone: Bool) throws(CompileError) -> CodeImage {
    let image = try assemble(addingNone: addingNone)
    leftName = unit.qualifiedName
    unit = stack.removeLast()
    return image
  }

  private func qualifiedName() -> Text {
    let plain = tree.text(of: Identifier(raw: unit.name))
    var index = stack.count - 1
    guard index > 0 || stack[index].kind != .module else { return plain }
    var parent = stack[index]
    if parent.kind == .annotations {
      // Functions and classes belong to what is around their type parameters.
      if index <= 1 { return plain }
      index -= 1
      parent = stack[index]
    }
    switch unit.kind {
    case .function, .asyncFunction, .class:
      let mangled = tree.mangled(unit.name, in: parent.privateName)
      if parent.scope.place(of: mangled) == .globalExplicit { return plain }
    default: break
    }
    guard parent.kind != .module else { return plain }
    var bytes = Array(parent.qualifiedName.utf8)
    switch parent.kind {
    case .function, .asyncFunction, .lambda: bytes += Array(".<locals>.".utf8)
    default: bytes.append(0x2E)
    }
    bytes += Array(plain.utf8)
    return Text(unchecked: ByteString(bytes), isASCII: bytes.allSatisfy { $0 < 0x80 })
  }

  // MARK: - Instructions

  @inline(__always)
  func emit(_ op: Op, _ location: CodeLocation) { append(CodeInstruction(op, 0, location)) }

  @inline(__always)
  func emit(_ op: Op, _ argument: Int, _ location: CodeLocation) {
    append(CodeInstruction(op, Int32(truncatingIfNeeded: argument), location))
  }

  @inline(__always)
  func jump(_ op: Op, _ label: JumpLabel, _ location: CodeLocation) {
    append(CodeInstruction(op, label.number, location))
  }

  @inline(__always)
  private func append(_ instruction: CodeInstruction) {
    unit.instructions.append(instruction)
    guard keepsLine else { return }
    let last = unit.instructions.base + (unit.instructions.count - 1)
    if instruction.location.line == -1 { last.pointee.location = unit.currentLine }
    if unit.startsStatement { last.pointee.handler = CodeInstruction.statementStart }
    unit.startsStatement = false
  }

  func newLabel() -> JumpLabel {
    unit.labels.append(-1)
    if features.has(.blocksByCreation) { unit.labelTimes.append(Int32(unit.instructions.count)) }
    return JumpLabel(number: Int32(unit.labels.count - 1))
  }

  /// Puts a label in front of the next instruction.
  func use(_ label: JumpLabel) {
    unit.labels[Int(label.number)] = Int32(unit.instructions.count)
    guard features.has(.lastReturns) else { return }
    unit.usedLabels.append(label.number)
    unit.blockStart = unit.instructions.count
  }

  // MARK: - Detached instructions

  /// Instructions that are made before others that they stand behind.
  struct Detached {
    var instructions: PlainBuffer<CodeInstruction>
    let firstLabel: Int
  }

  /// Begins instructions that will be put elsewhere; gives those that were there.
  func beginDetached() -> Detached {
    let outer = Detached(instructions: unit.instructions, firstLabel: unit.usedLabels.count)
    unit.instructions = PlainBuffer(capacity: 16)
    return outer
  }

  /// Ends them: the others are continued.
  func endDetached(_ outer: Detached) -> (part: Detached, labels: [Int32]) {
    let part = Detached(instructions: unit.instructions, firstLabel: outer.firstLabel)
    let labels = Array(unit.usedLabels[outer.firstLabel...])
    unit.usedLabels.removeSubrange(outer.firstLabel...)
    unit.instructions = outer.instructions
    return (part, labels)
  }

  /// Appends detached instructions.
  func attach(_ detached: (part: Detached, labels: [Int32])) {
    let start = Int32(unit.instructions.count)
    for label in detached.labels { unit.labels[Int(label)] += start }
    unit.usedLabels += detached.labels
    for index in 0..<detached.part.instructions.count { unit.instructions.append(detached.part.instructions[index]) }
    detached.part.instructions.free()
    unit.blockStart = unit.instructions.count
  }

  /// Visits statements that are never run, for their errors and names alone.
  func discard(_ statements: SyntaxList<Statement>) throws(CompileError) {
    let outer = beginDetached()
    let constants = unit.constants.count
    try visit(statements)
    unit.constants.truncate(constants)
    endDetached(outer).part.instructions.free()
  }

  func load(_ value: Constant, _ location: CodeLocation) { load(number: pool.number(of: value), location) }

  func loadNone(_ location: CodeLocation) { load(number: ConstantPool.none, location) }

  func load(_ constant: ConstantID, _ location: CodeLocation) { load(number: pool.number(of: constant, in: tree), location) }

  func load(number: UInt32, _ location: CodeLocation) { emit(.LOAD_CONST, unit.constants.add(number), location) }

  /// The text of a name as a constant.
  func load(name: UInt32, _ location: CodeLocation) { load(.string(tree.text(of: Identifier(raw: name))), location) }

  /// An instruction with a name, which is mangled; `shift` and `flags` say what the rest of the operand is.
  func emit(_ op: Op, name: UInt32, shift: Int = 0, flags: Int = 0, _ location: CodeLocation) {
    emit(op, unit.names.add(mangled(name)) << shift | flags, location)
  }

  func mangled(_ name: UInt32) -> UInt32 {
    if let only = scope.mangledNames, !only.contains(name) { return name }
    return tree.mangled(name, in: unit.privateName)
  }

  func location(_ node: some SyntaxNode) -> CodeLocation { CodeLocation(tree.span(of: node)) }

  func error(_ message: String, _ location: CodeLocation) -> CompileError { .syntax(message, location.span) }

  // MARK: - Blocks

  func push(
    _ kind: FrameBlock.Kind, _ start: JumpLabel, _ location: CodeLocation, exit: JumpLabel = .none,
    finalBody: SyntaxList<Statement> = .empty, name: UInt32 = 0
  ) throws(CompileError) {
    // CO_MAXBLOCKS
    if unit.blocks.count >= 21 { throw error("too many statically nested blocks", location) }
    unit.blocks.append(
      FrameBlock(kind: kind, start: start, exit: exit, location: location, finalBody: finalBody, name: name))
  }

  func pop() { unit.blocks.removeLast() }

  @inline(__always)
  func deeper() throws(CompileError) {
    depth += 1
    if depth > SymbolBuilder.depthLimit { throw CompileError(.recursion, "maximum recursion depth exceeded during compilation", nil) }
    try monitor.checkDepth()
  }
}
