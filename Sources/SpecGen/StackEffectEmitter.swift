import SpecModel

/// Emits the functions that give the effects of instructions on the depth of the stack.
func emitStackEffects(_ model: InstructionSetModel) -> String {
  let id = model.version.version.identifier
  var file = SourceText.swift("How the instructions of Python \(model.version.version) change the depth of the stack.")
  file.line("/// `dis.stack_effect`: nil for numbers that CPython refuses.")
  emitSwitch(&file, "func stackEffect_\(id)(_ opcode: Int, _ oparg: Int, _ edge: Edge?) -> Int?", fallback: "nil") {
    disEffect(model, $0)
  } over: { model.opcodes }
  file.line()
  file.line("/// How many slots an instruction takes from the stack; -1 for numbers that no code has.")
  emitSwitch(&file, "func popped_\(id)(_ opcode: Int, _ oparg: Int, _ edge: Edge) -> Int", fallback: "-1") { opcode in
    opcode.form.map { form in
      perEdge(form) { FieldExpressions(form: form).size($0.inputs).description }
    }
  } over: { model.opcodes.filter { $0.kind != .specialized && $0.kind != .instrumented } }
  file.line()
  file.line("/// How many slots an instruction puts onto the stack; -1 for numbers that no code has.")
  emitSwitch(&file, "func pushed_\(id)(_ opcode: Int, _ oparg: Int, _ edge: Edge) -> Int", fallback: "-1") { opcode in
    opcode.form.map { form in
      perEdge(form) { FieldExpressions(form: form).size($0.outputs).description }
    }
  } over: { model.opcodes.filter { $0.kind != .specialized && $0.kind != .instrumented } }
  return file.text
}

/// A switch over opcodes that returns an expression; opcodes with the same one share a case.
private func emitSwitch(
  _ file: inout SourceText, _ head: String, fallback: String, _ expression: (InstructionSetModel.Opcode) -> String?,
  over opcodes: () -> [InstructionSetModel.Opcode]
) {
  var cases: [(text: String, numbers: [Int])] = []
  for opcode in opcodes() {
    guard let text = expression(opcode), text != fallback else { continue }
    if let index = cases.firstIndex(where: { $0.text == text }) {
      cases[index].numbers.append(opcode.number)
    } else {
      cases.append((text, [opcode.number]))
    }
  }
  file.block(head) { file in
    file.line("switch opcode {")
    for (text, numbers) in cases {
      file.words("case", numbers.map(String.init), end: ":")
      file.indented { $0.line("return \(text)") }
    }
    file.line("default:")
    file.indented { $0.line("return \(fallback)") }
    file.line("}")
  }
}

/// An expression of the pictures, by edge where they differ.
private func perEdge(_ form: Form, _ expression: (StackPicture) -> String) -> String {
  let next = expression(form.next)
  guard let other = form.other.map(expression), other != next else { return next }
  return "edge == .next ? \(next) : \(other)"
}

private func disEffect(_ model: InstructionSetModel, _ opcode: InstructionSetModel.Opcode) -> String? {
  if opcode.kind == .specialized { return nil }
  if let effect = opcode.declared.effect { return "\(effect)" }
  guard let form = opcode.form else { return nil }
  let expressions = FieldExpressions(form: form)
  func net(_ picture: StackPicture) -> Size { expressions.size(picture.outputs) - expressions.size(picture.inputs) }
  let next = form.dis.nextEffect.map { expressions.size($0) } ?? net(form.next)
  let jump = form.dis.jumpEffect.map { expressions.size($0) } ?? net(form.other ?? form.next)
  if next == jump { return "\(next)" }
  // Without an edge, CPython takes the greater of the two.
  let greater = next.isConstant && jump.isConstant ? "\(max(next.constant, jump.constant))" : "max(\(next), \(jump))"
  return greater == "\(jump)" ? "edge == .next ? \(next) : \(jump)" : "edge == nil ? \(greater) : edge == .next ? \(next) : \(jump)"
}
