import SpecModel

/// How an instruction looks in register form, where operands name slots of the frame or constants.
///
/// | shape | example | in register form |
/// |---|---|---|
/// | moves | LOAD_FAST, SWAP | no instruction: the lowering knows which slot holds what |
/// | registers | BINARY_OP | its inputs are read from the slots that hold them, its result goes to any slot |
/// | stack | BUILD_LIST | runs of inputs or outputs: they lie in their slots of the stack, as in the reference engine |
/// | check | LOAD_FAST_CHECK | the test of a variable, then moves |
/// | jump | JUMP_BACKWARD | all values lie in their slots of the stack |
/// | machine | CALL | as stack; goes on in the callee's register form |
/// | none | YIELD_VALUE | code that has it runs in the reference engine |
enum RegisterShape {
  case moves, registers, stack, check, jump, machine, none

  /// The registers that hold inputs are fields of the instruction.
  static let inputRegisters = ["a", "b", "c", "d"]

  init(_ form: Form) {
    switch form.flow {
    case .jump: self = form.other == nil && form.next.inputs.isEmpty ? .jump : .none
    case .next, .raise, .branch, .return:
      if form.machine != nil && form.kernel == nil {
        self = form.jumpField == nil ? .machine : .none
      } else if form.kernel != nil {
        self = Self.fitsRegisters(form) ? .registers : form.flow == .branch ? .none : .stack
      } else if form.whenUnset != nil {
        self = .check
      } else if form.effects.contains(.polls) {
        self = .registers
      } else {
        self = form.flow == .next ? .moves : .none
      }
    default: self = .none
    }
  }

  /// How many items at the bottom stay where they are, on every edge.
  static func keptCount(_ form: Form) -> Int {
    var kept = 0
    let picture = form.next
    while kept < picture.inputs.count && kept < picture.outputs.count {
      let (a, b) = (picture.inputs[kept], picture.outputs[kept])
      guard a.name == b.name && a.count == b.count && a.condition == b.condition else { break }
      kept += 1
    }
    return kept
  }

  private static func fitsRegisters(_ form: Form) -> Bool {
    let kept = keptCount(form)
    let inputs = form.next.inputs
    let isSingle = { (item: StackItem) in item.count == nil && item.condition == nil }
    guard inputs[kept...].allSatisfy(isSingle), inputs[..<kept].allSatisfy({ $0.isHidden || isSingle($0) }) else { return false }
    guard inputs.count(where: { !$0.isHidden }) <= inputRegisters.count else { return false }
    return form.next.outputs[kept...].allSatisfy { output in
      output.count == nil && !inputs.contains { $0.name == output.name } && form.field(output.name) == nil
    }
  }
}

/// The stack of the register form: inputs are in the slots that the instruction names, outputs go to its destination and upwards.
struct RegisterStack: StackAccess {
  let form: Form

  func input(_ item: StackItem, at position: Size) -> String {
    let shown = form.next.inputs.filter { !$0.isHidden }
    let index = shown.firstIndex { $0.name == item.name } ?? 0
    return "read(slots, constants, r.\(RegisterShape.inputRegisters[index]))"
  }

  func output(_ item: StackItem, at position: Size) -> String {
    let pushed = form.next.outputs[RegisterShape.keptCount(form)...]
    let index = pushed.firstIndex { $0.name == item.name }.map { $0 - pushed.startIndex } ?? 0
    return "slots[Int(r.destination)" + (index == 0 ? "]" : " &+ \(index)]")
  }

  func address(_ position: Size) -> String { "slots" }

  func move(_ change: Size) -> [String] { [] }
}

/// Emits the register form of a version: the function that lowers an instruction and the engine that runs what it makes.
func emitRegisterForm(_ model: InstructionSetModel) -> String {
  let id = model.version.version.identifier
  var file = SourceText.swift("The register form of the instructions of Python \(model.version.version).")
  file.line("/// Lowers one instruction.")
  file.block("func lower_\(id)(_ opcode: Int, _ oparg: Int, _ lowering: inout Lowering)") { file in
    file.line("switch opcode {")
    for opcode in model.real {
      guard let form = opcode.form, form.operand.first?.kind != .prefix else { continue }
      let lines = LoweringEmitter(model: model, form: form).lines()
      file.line("case \(opcode.number):  // \(opcode.name)")
      file.indented { $0.lines(lines.isEmpty ? ["break"] : lines) }
    }
    file.line("default: lowering.reject()")
    file.line("}")
  }
  file.line()
  RegisterEngineEmitter(model: model).emit(&file)
  return file.text
}

/// Writes what the lowering does for one form.
private struct LoweringEmitter {
  let model: InstructionSetModel
  let form: Form
  var operand: String?

  private var expressions: FieldExpressions { FieldExpressions(form: form) }

  private func index(_ field: OperandField) -> String { operand ?? expressions.value(field) }

  func lines() -> [String] {
    if form.kernel == nil && form.machine == nil && !form.equals.isEmpty { return parts() }
    let prepared = form.assignments.compactMap { assignment -> String? in
      guard case .field(let name) = assignment.target, let field = form.field(name) else { return nil }
      return "lowering.prepare(forLocal: \(index(field)))"
    }
    switch RegisterShape(form) {
    case .none: return ["lowering.reject()"]
    case .moves: return prepared + moveLines()
    case .check: return prepared + ["lowering.emit()"] + moveLines()
    case .jump: return ["lowering.settle()", "lowering.emit(target: \(target))"]
    case .registers: return prepared + registerLines()
    case .stack, .machine: return prepared + stackLines()
    }
  }

  private func parts() -> [String] {
    form.equals.flatMap { part -> [String] in
      guard let form = model.spec.instruction(part.instruction.value)?.form(in: model.version.version) else { return [] }
      let field = part.field.flatMap { self.form.field($0.value) }
      let lines = LoweringEmitter(model: model, form: form, operand: field.map { expressions.value($0) }).lines()
      return ["do {"] + lines.map { "  " + $0 } + ["}"]
    }
  }

  /// The code unit that a jump goes to.
  private var target: String {
    guard let field = form.jumpField else { return "0" }
    let skipped = form.landsPast.compactMap { model.opcode($0.value)?.units }.reduce(0, +)
    let distance = model.version.encoding.jumpUnit == 2 ? index(field) : "(\(index(field)) >> 1)"
    let start = model.version.encoding.jumpsSkipCaches ? "lowering.next" : "lowering.unit + 1"
    return "\(start) \(field.kind == .backward ? "-" : "+") \(distance)" + (skipped > 0 ? " + \(skipped)" : "")
  }

  // MARK: Moves

  private func name(_ item: StackItem) -> String { "slot" + ("_" + item.name).swiftName.filter { $0 != "`" }.capitalizedFirst }

  private func moveLines() -> [String] {
    let picture = form.next
    let kept = RegisterShape.keptCount(form)
    let isExchange = picture.inputs[kept...].contains { item in
      item.count != nil && picture.outputs.contains { $0.name == item.name }
    }
    if isExchange { return exchangeLines(picture) }
    var lines: [String] = []
    let pushed = picture.outputs[kept...]
    for item in picture.inputs[kept...].reversed() {
      let isUsed = pushed.contains { $0.name == item.name } || form.assignments.contains { $0.value == .input(item.name) }
      lines.append(isUsed ? "let \(name(item)) = lowering.pop()" : "lowering.drop()")
    }
    var above = Size()
    for item in picture.inputs[..<kept].reversed() {
      above = above + expressions.size(item)
      if pushed.contains(where: { $0.name == item.name }) { lines.append("let \(name(item)) = lowering.peek(\(above))") }
    }
    for item in pushed {
      if picture.inputs.contains(where: { $0.name == item.name }) {
        lines.append("lowering.push(\(name(item)))")
      } else if item.kind == .null {
        lines.append("lowering.pushNull()")
      } else if let field = form.field(item.name) {
        lines.append("lowering.push(\(field.kind == .const ? "constant" : "local"): \(index(field)))")
      }
    }
    for assignment in form.assignments {
      guard case .field(let field) = assignment.target, let field = form.field(field) else { continue }
      switch assignment.value {
      case .input(let input):
        guard let item = picture.inputs.first(where: { $0.name == input }) else { continue }
        lines.append("lowering.setLocal(\(index(field)), \(name(item)))")
      case .unset: lines.append("lowering.unsetLocal(\(index(field)))")
      case .cell: break
      }
    }
    return lines
  }

  private func exchangeLines(_ picture: StackPicture) -> [String] {
    func depths(_ items: [StackItem]) -> [(StackItem, Size)] {
      var above = Size()
      return items.reversed().map { item in
        above = above + expressions.size(item)
        return (item, above)
      }
    }
    let single = { (pair: (StackItem, Size)) in pair.0.count == nil }
    return depths(picture.inputs).filter(single).map { "let \(name($0.0)) = lowering.peek(\($0.1))" }
      + depths(picture.outputs).filter(single).map { "lowering.replace(\($0.1), with: \(name($0.0)))" }
  }

  // MARK: Instructions

  private func registerLines() -> [String] {
    let picture = form.next
    let kept = RegisterShape.keptCount(form)
    let popped = picture.inputs.count - kept
    let pushed = expressions.size(picture.outputs[kept...])
    var lines = form.flow == .branch ? ["lowering.settle(below: \(popped))"] : []
    lines.append("lowering.prepare(popping: \(popped), pushing: \(pushed))")
    var registers: [String] = []
    var above = Size()
    for item in picture.inputs.reversed() {
      above = above + expressions.size(item)
      if item.isHidden { continue }
      lines.append("let \(name(item)) = lowering.peek(\(above))")
      registers.append(name(item))
    }
    for _ in 0..<popped { lines.append("lowering.drop()") }
    let inputs = "[\(registers.reversed().joined(separator: ", "))]"
    let targetArgument = form.flow == .branch ? ", target: \(target)" : ""
    lines.append("lowering.emit(\(inputs), pushing: \(pushed)\(targetArgument))")
    return lines
  }

  private func stackLines() -> [String] {
    let inputs = expressions.size(form.next.inputs)
    let outputs = expressions.size(form.next.outputs)
    return ["lowering.emit(stack: \(inputs), pushing: \(outputs))"]
  }
}

/// Writes the engine.
private struct RegisterEngineEmitter {
  let model: InstructionSetModel

  func emit(_ file: inout SourceText) {
    let id = model.version.version.identifier
    file.line("/// Runs `start` and the frames it enters, as far as their code can be lowered; the reference engine runs the others.")
    file.block("func runRegisters_\(id)(_ t: Thread, _ start: Machine, _ code: RegisterCode) throws(Raised) -> Value") { file in
      file.lines([
        "var frame = start.frame", "var code = code", "var slots = frame.locals", "var constants = frame.constants",
        "var ip = code.address(of: start.pc)",
      ])
      file.line("do throws(Raised) {")
      file.indented { loop(&$0) }
      file.line("} catch {")
      file.indented { file in
        file.line("// Lowered code has no handlers, so this leaves all its frames; else the reference engine would go on.")
        file.line("let handler = try unwind(t, frame, frame.pc)")
        file.line("return try interpret_\(id)(t, handler)")
      }
      file.line("}")
    }
  }

  private func loop(_ file: inout SourceText) {
    file.block("while true") { file in
      file.line("let r = ip.pointee")
      file.line("let oparg = Int(r.oparg)")
      file.line("let pc = frame.code.units + Int(r.unit)")
      file.line("switch Int(r.opcode) {")
      file.lines([
        "case RegisterInstruction.move: slots[Int(r.destination)] = read(slots, constants, r.a)",
        "case RegisterInstruction.null: slots[Int(r.destination)] = Value.null",
        "case RegisterInstruction.exchange:",
        "  let value = slots[Int(r.a)]", "  slots[Int(r.a)] = slots[Int(r.destination)]", "  slots[Int(r.destination)] = value",
      ])
      for opcode in model.real { instruction(opcode, &file) }
      file.line("default: throw illegalInstruction(t, frame)")
      file.line("}")
      file.line("ip += 1")
    }
  }

  private func instruction(_ opcode: InstructionSetModel.Opcode, _ file: inout SourceText) {
    guard let form = opcode.form, form.operand.first?.kind != .prefix else { return }
    let shape = RegisterShape(form)
    if shape == .none || shape == .moves { return }
    file.line("case \(opcode.number):  // \(opcode.name)")
    file.indented { file in
      file.lines(InstructionBody.pollLines(opcode, form, model))
      let jump = ["ip = code.start + Int(r.target)", "continue"]
      switch shape {
      case .jump: file.lines(jump)
      case .check: file.lines(checkLines(form))
      case .registers where form.kernel == nil: break
      case .registers:
        let body = InstructionBody(model: model, opcode: opcode, form: form, stack: RegisterStack(form: form))
        file.lines(body.lines(next: [], jump: jump))
      case .stack:
        file.line("let sp = slots + Int(r.base)")
        let body = InstructionBody(model: model, opcode: opcode, form: form, stack: FixedStack())
        file.lines(body.lines(next: [], jump: jump))
      case .machine: file.lines(machineLines(opcode, form))
      case .moves, .none: break
      }
    }
  }

  private func checkLines(_ form: Form) -> [String] {
    guard let kernel = form.whenUnset, let field = form.operand.first(where: \.kind.isVariable) else { return [] }
    let index = FieldExpressions(form: form).value(field)
    return ["if slots[\(index)].isNull {", "  frame.pc = pc", "  try \(kernel.value)(t, frame, \(index))", "}"]
  }

  private func machineLines(_ opcode: InstructionSetModel.Opcode, _ form: Form) -> [String] {
    guard let machine = form.machine else { return [] }
    let body = InstructionBody(model: model, opcode: opcode, form: form, stack: FixedStack())
    let arguments = ["t", "frame", "slots + Int(r.base)", "pc + \(opcode.units)"] + body.machineArguments()
    var lines = ["frame.pc = pc", "let machine = try \(machine.name)(\(arguments.joined(separator: ", ")))"]
    if form.flow == .return { lines.append("if machine.frame.isNone { return t.result }") }
    lines += [
      "if machine.frame != frame {",
      "  guard let next = try t.registerCode(entering: machine, from: frame) else { break }",
      "  code = next", "  frame = machine.frame", "  slots = frame.locals", "  constants = frame.constants",
      "  ip = code.address(of: machine.pc)", "  continue", "}",
    ]
    return lines
  }
}

/// The stack of instructions that find their inputs in their slots of the stack: `sp` points behind them.
private struct FixedStack: StackAccess {
  func input(_ item: StackItem, at position: Size) -> String { PointerStack().slot(position) }
  func output(_ item: StackItem, at position: Size) -> String { PointerStack().slot(position) }
  func address(_ position: Size) -> String { PointerStack().address(position) }
  func move(_ change: Size) -> [String] { [] }
}
