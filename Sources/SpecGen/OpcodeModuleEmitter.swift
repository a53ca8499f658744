import SpecModel

/// Emits the Python module `_opcode_metadata`, which CPython's `opcode` and `dis` read.
func emitOpcodeModule(_ model: InstructionSetModel) -> String {
  var file = SourceText()
  file.line("# Numbers and names of the instructions of Python \(model.version.version), for the opcode module.")
  file.line("# Generated from Spec/ by specgen-tool. Do not edit: change the spec and build.")
  let specialized = model.opcodes.filter { $0.kind == .specialized }
  file.line()
  file.line("_specializations = {")
  for base in model.real {
    let members = specialized.filter { $0.base == base.number }
    if members.isEmpty { continue }
    file.line("    \"\(base.name)\": [")
    for member in members { file.line("        \"\(member.name)\",") }
    file.line("    ],")
  }
  file.line("}")
  dictionary(&file, "_specialized_opmap", specialized)
  let start = model.version.opmapStart.compactMap { model.opcode($0.value) }
  let rest = model.opcodes.filter { opcode in
    opcode.kind != .specialized && !start.contains { $0.number == opcode.number }
  }
  dictionary(&file, "opmap", start + rest)
  file.line()
  let instrumented = model.opcodes.filter { $0.kind == .instrumented }.map(\.number).min()
  if let instrumented { file.line("MIN_INSTRUMENTED_OPCODE = \(instrumented)") }
  file.line("HAVE_ARGUMENT = \(model.version.haveArgument)")
  return file.text
}

private func dictionary(_ file: inout SourceText, _ name: String, _ opcodes: [InstructionSetModel.Opcode]) {
  file.line()
  file.line("\(name) = {")
  for opcode in opcodes { file.line("    \"\(opcode.name)\": \(opcode.number),") }
  file.line("}")
}
