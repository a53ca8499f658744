import SpecModel

/// Writes what an instruction does, in a scope where `t`, `frame`, `pc` and `oparg` are there. Where the stack lies is for the
/// engine to say: the reference engine has a stack pointer, the register form knows the slots.
struct InstructionBody {
  let model: InstructionSetModel
  let opcode: InstructionSetModel.Opcode
  let form: Form
  let stack: any StackAccess
  /// The operand as a Swift expression; a part of a fused instruction has a field of the whole.
  var operand: String?

  private var call: KernelCall { KernelCall(form) }
  private var expressions: FieldExpressions { FieldExpressions(form: form) }
  private var inputSize: Size { expressions.size(form.next.inputs) }

  func value(_ field: OperandField) -> String {
    let value = operand ?? expressions.value(field)
    return field.kind == .deref ? "frame.variableIndex(ofCell: \(value))" : value
  }

  /// The statements up to and including the change of the stack, without the step to the next instruction. `jump` are the
  /// statements of the jump edge and `next` those of the other.
  func lines(next: [String], jump: [String]) -> [String] {
    if form.kernel == nil && form.machine == nil && !form.equals.isEmpty { return parts() + next }
    var lines = inputLines()
    lines += checkLines()
    if !isSavedLate && savesPlace { lines.append("frame.pc = pc") }
    switch form.flow {
    case .raise:
      return lines + ["try \(kernelCall(form.kernel!.choices[0].reference, set: [], clear: []))"]
    case .branch:
      return lines + branchLines(next: next, jump: jump)
    case .jump:
      return lines + stackLines(form.next, [:]) + jump
    case .callBlock:
      return lines + callBlockLines(jump)
    case .setup:
      return lines + plainLines() + setupLines() + next
    default:
      return lines + plainLines() + leaveLines() + next
    }
  }

  /// The kernel is the only thing that may raise: the place is saved in front of it.
  private var savesPlace: Bool {
    form.kernel != nil && !form.effects.isDisjoint(with: [.raises, .calls, .allocates])
  }

  private var isSavedLate: Bool { form.whenUnset != nil }

  // MARK: Blocks

  /// Starts a range of code with a handler, which starts with six slots above the level of the block.
  private func setupLines() -> [String] {
    guard let other = form.other, case .blocks(_, let slots) = model.version.exceptions else { return [] }
    let level = expressions.size(other.outputs) - expressions.size(form.next.outputs) + Size(constant: -slots)
    let target = InstructionBody.target(opcode, form, model)
    return ["frame.beginBlock(target: \(target), level: \(stack.address(level)))"]
  }

  private func leaveLines() -> [String] { form.leaves == nil ? [] : ["frame.endBlock()"] }

  /// Pushes the address of the next instruction and goes to a finally block.
  private func callBlockLines(_ jump: [String]) -> [String] {
    guard let other = form.other, let address = other.outputs.last else { return jump }
    let line = "\(stack.output(address, at: Size())) = Value(small: pc - frame.code.units + \(opcode.units))"
    return [line] + stack.move(Size(constant: 1)) + jump
  }

  /// The place that a jump or a handler's operand names, as a pointer.
  static func target(_ opcode: InstructionSetModel.Opcode, _ form: Form, _ model: InstructionSetModel) -> String {
    guard let field = form.operand.first(where: { $0.kind.isJump || $0.kind == .handler }) else { return "pc" }
    let encoding = model.version.encoding
    let distance = encoding.jumpUnit == encoding.codeUnit ? "oparg" : "oparg &>> 1"
    let start = encoding.jumpsSkipCaches ? opcode.units : 1
    let skipped = form.landsPast.compactMap { model.opcode($0.value)?.units }.reduce(0, +)
    switch field.kind {
    case .absolute: return "frame.code.units + (\(distance))"
    case .backward: return "pc + (\(start + skipped) &- \(distance))"
    default: return "pc + (\(start + skipped) &+ \(distance))"
    }
  }

  // MARK: Inputs

  private func name(_ item: StackItem) -> String { item.name.swiftName }

  /// The names that hold inputs, bound in front of everything else.
  private func inputLines() -> [String] {
    let pictures = [form.next] + (form.other.map { [$0] } ?? [])
    var below = Size()
    var lines: [String] = []
    for item in form.next.inputs where item.kind != .marker {
      let position = below - inputSize
      let isMoved = pictures.contains { picture in
        picture.outputs.enumerated().contains { index, output in
          output.name == item.name && expressions.size(picture.outputs[..<index]) != below
        }
      }
      let isAssigned = form.assignments.contains { $0.value == .input(item.name) }
      let isPassed = form.kernel != nil && !item.isHidden
      if isPassed || isAssigned || (isMoved && item.count == nil) { lines.append(binding(item, at: position)) }
      below = below + expressions.size(item)
    }
    return lines
  }

  private func binding(_ item: StackItem, at position: Size) -> String {
    if item.count != nil {
      let count = expressions.size(item).expression(wrapping: true)
      return "let \(name(item)) = Slots(base: \(stack.address(position)), count: \(count))"
    }
    let slot = stack.input(item, at: position)
    guard let condition = item.condition else { return "let \(name(item)) = \(slot)" }
    return "let \(name(item)) = \(expressions.condition(condition)) ? \(slot) : Value.null"
  }

  /// The test of a local variable that may be unset.
  private func checkLines() -> [String] {
    guard let kernel = form.whenUnset, let field = form.operand.first(where: \.kind.isVariable) else { return [] }
    let index = value(field)
    return [
      "if frame.locals[\(index)].isNull {", "  frame.pc = pc", "  try \(kernel.value)(t, frame, \(index))", "}",
    ]
  }

  // MARK: Kernels

  private func kernelCall(_ name: String, set: Set<String>, clear: Set<String>, _ result: [StackItem]) -> String {
    var arguments = ["t"]
    if call.passesFrame { arguments.append("frame") }
    arguments += call.fields.map(argument) + call.inputs.map { self.name($0) }
    if let output = result.first(where: { $0.count != nil }), let index = form.next.outputs.firstIndex(of: output) {
      let position = expressions.size(form.next.outputs[..<index]) - inputSize
      let count = expressions.size(output).expression(wrapping: true)
      arguments.append("Slots(base: \(stack.address(position)), count: \(count))")
    }
    return "\(name)(\(arguments.joined(separator: ", ")))"
  }

  private func kernelCall(_ reference: KernelUse.Reference, set: Set<String>, clear: Set<String>) -> String {
    guard case .named(let name) = reference else { return "" }
    return kernelCall(name, set: set, clear: clear, call.results(of: form.next, set: set, clear: clear))
  }

  private func argument(_ field: OperandField) -> String {
    switch field.kind {
    case .const: "frame.constants[\(value(field))]"
    case .name: "frame.names[\(value(field))]"
    case .flag: "\(expressions.atom(field.name)) != 0"
    default: value(field)
    }
  }

  /// Arguments of a machine kernel behind the registers.
  func machineArguments() -> [String] { call.machineFields.map(argument) }

  private var tryWord: String { form.effects.contains(.raises) ? "try " : "" }

  private func plainLines() -> [String] {
    guard let kernel = form.kernel else { return stackLines(form.next, [:]) }
    let first = kernel.choices[0]
    guard let flag = first.flag else {
      return resultLines(first.reference, later: Array(kernel.choices.dropFirst()), set: [], clear: [])
    }
    var lines = ["if \(expressions.atom(flag)) != 0 {"]
    lines += resultLines(first.reference, later: [], set: [flag], clear: []).map { "  " + $0 }
    lines.append("} else {")
    if let otherwise = first.otherwise {
      lines += resultLines(otherwise, later: [], set: [], clear: [flag]).map { "  " + $0 }
    } else {
      lines += stackLines(form.next, [:], clear: [flag]).map { "  " + $0 }
    }
    return lines + ["}"]
  }

  /// Calls a kernel, then the later ones on its result, and stores what comes out.
  private func resultLines(
    _ reference: KernelUse.Reference, later: [KernelUse.Choice], set: Set<String>, clear: Set<String>
  ) -> [String] {
    let results = call.results(of: form.next, set: set, clear: clear)
    let isStored = !results.isEmpty && !results.contains { $0.count != nil }
    var lines = callLines(reference, results, isStored: isStored, isChanged: !later.isEmpty, set: set, clear: clear)
    for choice in later {
      guard case .named(let name) = choice.reference else { continue }
      let line = "result = \(tryWord)\(name)(t, result)"
      lines.append(choice.flag.map { "if \(expressions.atom($0)) != 0 { \(line) }" } ?? line)
    }
    var values: [String: String] = [:]
    let parts = results.count == 1 ? ["result"] : ["result.first", "result.second", "result.third"]
    if isStored { for (item, part) in zip(results, parts) { values[item.name] = part } }
    return lines + stackLines(form.next, values, set: set, clear: clear)
  }

  private func callLines(
    _ reference: KernelUse.Reference, _ results: [StackItem], isStored: Bool, isChanged: Bool, set: Set<String>,
    clear: Set<String>
  ) -> [String] {
    let word = isChanged ? "var" : "let"
    switch reference {
    case .named(let name):
      let text = tryWord + kernelCall(name, set: set, clear: clear, results)
      return [isStored ? "\(word) result = \(text)" : text]
    case .each(let tableName):
      guard let field = form.operand.first(where: { $0.kind.tableName == tableName }) else { return [] }
      let entries = model.spec.table(tableName)?.entries(in: model.version.version) ?? []
      let type = results.count == 1 ? "Value" : results.count == 2 ? "Pair" : "Triple"
      var lines = isStored ? ["\(word) result: \(type)"] : []
      lines.append("switch \(value(field)) {")
      for entry in entries where entry.isValid {
        guard let kernel = entry.kernel else { continue }
        let text = tryWord + kernelCall(kernel.value, set: set, clear: clear, results)
        lines.append("case \(entry.value): \(isStored ? "result = " : "")\(text)")
      }
      return lines + ["default: throw illegalInstruction(t, frame)", "}"]
    }
  }

  private func branchLines(next: [String], jump: [String]) -> [String] {
    guard let kernel = form.kernel, case .named(let name) = kernel.choices[0].reference else { return [] }
    let results = call.results(of: form.next)
    let text = tryWord + kernelCall(name, set: [], clear: [], results)
    var lines: [String] = []
    var nextLines = next
    var jumpLines = jump
    if let result = results.first {
      lines.append("let result = \(text)")
      nextLines = stackLines(form.next, [result.name: "result"]) + next
      jumpLines = stackLines(form.other ?? form.next, [:]) + jump
      lines.append("if result.isNull {")
    } else if let other = form.other {
      // What the kernel looks at stays on the stack until it returned.
      nextLines = stackLines(form.next, [:]) + next
      jumpLines = stackLines(other, [:]) + jump
      lines.append("if \(text) {")
    } else {
      lines += stackLines(form.next, [:])
      lines.append("if \(text) {")
    }
    lines += jumpLines.map { "  " + $0 }
    lines.append("} else {")
    lines += nextLines.map { "  " + $0 }
    return lines + ["}"]
  }

  // MARK: Outputs

  /// Stores the outputs and changes the depth. `values` has the Swift expressions of those that kernels computed.
  private func stackLines(
    _ picture: StackPicture, _ values: [String: String], set: Set<String> = [], clear: Set<String> = []
  ) -> [String] {
    var lines = moveLines(picture)
    var below = Size()
    for output in picture.outputs {
      var isCertain = output.condition == nil
      if case .isSet(let flag) = output.condition {
        if clear.contains(flag) { continue }
        isCertain = set.contains(flag)
      }
      let position = below - inputSize
      if let value = outputValue(output, picture, values, at: below) {
        let line = "\(stack.output(output, at: position)) = \(value)"
        let test = output.condition.map(expressions.condition)
        lines.append(isCertain ? line : test.map { "if \($0) { \(line) }" } ?? line)
      }
      below = below + (isCertain ? expressions.size(output.unconditional) : expressions.size(output))
    }
    for assignment in form.assignments {
      guard case .field(let name) = assignment.target, let field = form.field(name) else { continue }
      switch assignment.value {
      case .input(let input): lines.append("frame.locals[\(value(field))] = \(input.swiftName)")
      case .unset: lines.append("frame.locals[\(value(field))] = Value.null")
      case .cell: break
      }
    }
    return lines + stack.move(below - inputSize)
  }

  /// Runs of slots that lie elsewhere afterwards.
  private func moveLines(_ picture: StackPicture) -> [String] {
    picture.inputs.enumerated().compactMap { index, input in
      guard input.count != nil, let output = picture.outputs.firstIndex(where: { $0.name == input.name }) else { return nil }
      let (from, to) = (expressions.size(picture.inputs[..<index]), expressions.size(picture.outputs[..<output]))
      guard from != to else { return nil }
      let count = expressions.size(input).expression(wrapping: true)
      return "moveSlots(from: \(stack.address(from - inputSize)), to: \(stack.address(to - inputSize)), count: \(count))"
    }
  }

  /// The Swift expression of an output, or nil if it lies where it belongs or a kernel wrote it.
  private func outputValue(
    _ output: StackItem, _ picture: StackPicture, _ values: [String: String], at position: Size
  ) -> String? {
    if let value = values[output.name] { return value }
    if let index = picture.inputs.firstIndex(where: { $0.name == output.name }) {
      if output.count != nil { return nil }
      return expressions.size(picture.inputs[..<index]) == position ? nil : name(output)
    }
    if output.kind == .null { return "Value.null" }
    guard let field = form.field(output.name) else { return nil }
    if field.kind == .const { return "frame.constants[\(value(field))]" }
    return field.kind.isVariable ? "frame.locals[\(value(field))]" : nil
  }

  /// A fused instruction does what its parts do.
  private func parts() -> [String] {
    form.equals.flatMap { part -> [String] in
      guard let opcode = model.opcode(part.instruction.value), let form = opcode.form else { return [] }
      let field = part.field.flatMap { self.form.field($0.value) }
      let body = InstructionBody(
        model: model, opcode: opcode, form: form, stack: stack, operand: field.map { expressions.value($0) })
      let lines = body.lines(next: [], jump: [])
      let binds = lines.contains { $0.hasPrefix("let ") }
      return binds ? ["do {"] + lines.map { "  " + $0 } + ["}"] : lines
    }
  }
}

/// Where an engine keeps the value stack. Positions count from the top of the stack in front of the instruction, upwards.
protocol StackAccess {
  /// The slot of an input.
  func input(_ item: StackItem, at position: Size) -> String
  /// The slot of an output, as something to assign.
  func output(_ item: StackItem, at position: Size) -> String
  /// The address of the slot.
  func address(_ position: Size) -> String
  /// The statements that change the depth.
  func move(_ change: Size) -> [String]
}

/// The stack of the reference engine: `sp` points behind the top.
struct PointerStack: StackAccess {
  func slot(_ position: Size) -> String { "sp[\(position.expression(wrapping: true))]" }

  func input(_ item: StackItem, at position: Size) -> String { slot(position) }

  func output(_ item: StackItem, at position: Size) -> String { slot(position) }

  func address(_ position: Size) -> String {
    if position == Size() { return "sp" }
    if position.isConstant {
      return position.constant < 0 ? "sp - \(-position.constant)" : "sp + \(position.constant)"
    }
    return "sp + (\(position.expression(wrapping: true)))"
  }

  func move(_ change: Size) -> [String] {
    if change == Size() { return [] }
    if change.isConstant { return [change.constant < 0 ? "sp -= \(-change.constant)" : "sp += \(change.constant)"] }
    return ["sp += \(change.expression(wrapping: true))"]
  }
}

extension InstructionBody {
  /// Charges the budget and, by the instruction's effects, looks for what is asked of the thread. Kernels that get the registers do it themselves. A
  /// jump to a place given by its offset does so if that lies further up.
  static func pollLines(
    _ opcode: InstructionSetModel.Opcode, _ form: Form, _ model: InstructionSetModel
  ) -> [String] {
    let isAbsolute = form.jumpField?.kind == .absolute
    guard form.machine == nil else { return [] }
    guard isAbsolute || form.effects.contains(.polls) || form.effects.contains(.charges) else { return [] }
    let slow = form.effects.contains(.charges) ? "pollLimits" : "pollSlow"
    if isAbsolute {
      return [
        "let target = \(target(opcode, form, model))",
        "if target <= pc, t.poll(charge: pc - target) {", "  frame.pc = pc", "  try \(slow)(t, frame)", "}",
      ]
    }
    let charge = form.jumpField?.kind == .backward ? "oparg" : "1"
    return ["if t.poll(charge: \(charge)) {", "  frame.pc = pc", "  try \(slow)(t, frame)", "}"]
  }
}
