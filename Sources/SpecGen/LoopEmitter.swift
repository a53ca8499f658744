import SpecModel

/// Emits the reference engine: one function that executes the code units of a version as they are.
///
/// Its registers are locals: `frame`, `pc` (the instruction being executed, behind its prefixes) and `sp`. Inputs stay on the stack until
/// the kernel returned, so that the collector finds them.
func emitLoop(_ model: InstructionSetModel, isObserved: Bool) -> String {
  LoopEmitter(model: model, isObserved: isObserved).file()
}

/// Emits the opcodes as an enumeration with a case for each of the 256 numbers: a switch over it is one table jump without a test.
func emitOpcodeEnum(_ model: InstructionSetModel) -> String {
  var file = SourceText.swift("The opcodes of Python \(model.version.version).")
  file.line("/// Every byte is a case, so that an opcode can be bit-cast and switched over without a range test.")
  file.block("enum Opcode_\(model.version.version.identifier): UInt8") { file in
    for number in 0..<256 {
      file.line("case \(opcodeCase(model, number)) = \(number)")
    }
  }
  return file.text
}

private func opcodeCase(_ model: InstructionSetModel, _ number: Int) -> String {
  model.opcodes.first { $0.number == number }?.name ?? "UNUSED_\(number)"
}

/// Emits the choice between the engines.
func emitEngines(_ spec: Spec) -> String {
  var file = SourceText.swift("The engines, one for each Python version.")
  file.line("/// Runs `start.frame` until it returns, yields or raises, in a loop of its code's version: one that observes if the thread has an observer.")
  file.block("func runLoop(_ t: Thread, _ start: Machine) throws(Raised) -> Value") { file in
    file.line("switch start.frame.code.engine {")
    for (ordinal, version) in spec.versions.enumerated() where spec.hasInterpreter(version) {
      let id = version.version.identifier
      file.line("case \(ordinal):")
      file.indented { file in
        file.line("if t.observer == nil { return try interpret_\(id)(t, start) }")
        if spec.hasRegisterForm(version) {
          file.line("if let code = try t.registerCode(startingAt: start) { return try runRegisters_\(id)(t, start, code) }")
        }
        file.line("return t.usesRegisterForm ? try interpret_\(id)(t, start) : try observe_\(id)(t, start)")
      }
    }
    file.line("default: throw illegalInstruction(t, start.frame)")
    file.line("}")
  }
  file.line()
  file.line("/// Lowers an instruction of an engine to register form.")
  file.block("func lowerInstruction(_ engine: Int, _ opcode: Int, _ oparg: Int, _ lowering: inout Lowering)") { file in
    file.line("switch engine {")
    for (ordinal, version) in spec.versions.enumerated() where spec.hasRegisterForm(version) {
      file.line("case \(ordinal): lower_\(version.version.identifier)(opcode, oparg, &lowering)")
    }
    file.line("default: lowering.reject()")
    file.line("}")
  }
  return file.text
}

private struct LoopEmitter {
  let model: InstructionSetModel
  let isObserved: Bool

  func file() -> String {
    let version = model.version.version
    let what = isObserved ? "with an observer that is called in front of each instruction" : "at full speed"
    var file = SourceText.swift("The reference engine of Python \(version), \(what).")
    let name = isObserved ? "observe" : "interpret"
    file.line("/// Runs from `start` until the frame that was entered from native code returns, yields or raises.")
    file.block("func \(name)_\(version.identifier)(_ t: Thread, _ start: Machine) throws(Raised) -> Value") { file in
      file.lines(["var frame = start.frame", "var pc = start.pc", "var sp = start.sp"])
      file.block("while true") { file in
        file.line("do throws(Raised) {")
        file.indented { body(&$0) }
        file.line("} catch {")
        file.indented { file in
          file.line("let handler = try unwind(t, frame, pc)")
          file.lines(["frame = handler.frame", "pc = handler.pc", "sp = handler.sp"])
        }
        file.line("}")
      }
    }
    return file.text
  }

  private func body(_ file: inout SourceText) {
    file.block("while true") { file in
      file.line("let unit = pc.pointee")
      file.line("var opcode = UInt8(truncatingIfNeeded: unit)")
      file.line("var oparg = Int(unit &>> 8)")
      file.block("dispatch: while true") { file in
        if isObserved { file.line("try observe(t, frame, pc, sp)") }
        file.line("switch unsafeBitCast(opcode, to: Opcode_\(model.version.version.identifier).self) {")
        for opcode in model.real { instruction(opcode, &file) }
        let rest = (0..<256).filter { number in !model.real.contains { $0.number == number } }
        file.words("case", rest.map { "." + opcodeCase(model, $0) }, end: ":")
        file.indented { $0.lines(["frame.pc = pc", "throw illegalInstruction(t, frame)"]) }
        file.line("}")
        file.line("break")
      }
    }
  }

  private func instruction(_ opcode: InstructionSetModel.Opcode, _ file: inout SourceText) {
    guard let form = opcode.form else { return }
    file.line("case .\(opcode.name):")
    file.indented { file in
      if form.operand.first?.kind == .prefix { return file.lines(Self.prefixLines) }
      file.lines(InstructionBody.pollLines(opcode, form, model))
      let next = ["pc += \(opcode.units)"]
      let jump = jumpLines(opcode, form)
      let body = InstructionBody(model: model, opcode: opcode, form: form, stack: PointerStack())
      if let machine = form.machine {
        file.lines(machineLines(machine, opcode, form, body))
        if machine.test == nil { return }
      }
      file.lines(body.lines(next: next, jump: jump))
    }
  }

  /// The next instruction with a longer operand.
  private static let prefixLines = [
    "pc += 1",
    "let unit = pc.pointee",
    "opcode = UInt8(truncatingIfNeeded: unit)",
    "oparg = oparg &<< 8 | Int(unit &>> 8)",
    "continue dispatch",
  ]

  /// The step to the target of a jump; where that is absolute, the poll has computed it.
  private func jumpLines(_ opcode: InstructionSetModel.Opcode, _ form: Form) -> [String] {
    guard let field = form.jumpField else { return [] }
    if field.kind == .absolute { return ["pc = target"] }
    let text = InstructionBody.target(opcode, form, model)
    return ["pc += " + text.dropFirst("pc + (".count).dropLast()]
  }

  private func machineLines(
    _ machine: MachineKernel, _ opcode: InstructionSetModel.Opcode, _ form: Form, _ body: InstructionBody
  ) -> [String] {
    var arguments = ["t", "frame", "sp", "pc + \(opcode.units)"]
    if form.jumpField != nil { arguments.append(InstructionBody.target(opcode, form, model)) }
    arguments += body.machineArguments()
    var lines = [
      "frame.pc = pc",
      "let machine = try \(machine.name)(\(arguments.joined(separator: ", ")))",
      "frame = machine.frame", "pc = machine.pc", "sp = machine.sp",
    ]
    if form.flow == .return || form.flow == .suspend || form.flow == .suspendAndRepeat {
      lines.append("if frame.isNone { return t.result }")
    }
    guard let test = machine.test else { return lines }
    var below = Size()
    var values: [String] = []
    let size = FieldExpressions(form: form).size(form.next.inputs)
    for item in form.next.inputs {
      if !item.isHidden { values.append(PointerStack().slot(below - size)) }
      below = below + FieldExpressions(form: form).size(item)
    }
    let call = "\(test)(\((["t"] + values).joined(separator: ", ")))"
    return ["if \(call) {"] + lines.map { "  " + $0 } + ["  break", "}"]
  }
}
