import SpecModel

/// Emits the reference: a page for each instruction of a version, and an index.
func emitReference(_ model: InstructionSetModel) -> [GeneratedFile] {
  let emitter = ReferenceEmitter(model: model)
  let folder = "reference/\(model.version.version)"
  let pages = model.opcodes.filter { $0.kind == .real || $0.kind == .internal || $0.kind == .pseudo }
  return [GeneratedFile(path: "\(folder)/README.md", text: emitter.index(pages))]
    + pages.compactMap { opcode in
      emitter.page(opcode).map { GeneratedFile(path: "\(folder)/\(opcode.name).md", text: $0) }
    }
}

private struct ReferenceEmitter {
  let model: InstructionSetModel

  func index(_ pages: [InstructionSetModel.Opcode]) -> String {
    var text = "# Instructions of Python \(model.version.version)\n\nGenerated from `Spec/`.\n"
    for family in model.spec.families {
      let members = pages.filter { $0.definition?.family == family.name.value }
      if members.isEmpty { continue }
      text += "\n## \(title(family.name.value))\n\n\(family.doc)\n\n| Number | Instruction | Stack |\n|---|---|---|\n"
      for opcode in members {
        text += "| \(opcode.number) | [\(opcode.name)](\(opcode.name).md) | `\(opcode.form?.next.text ?? "--")` |\n"
      }
    }
    return text
  }

  private func title(_ name: String) -> String {
    name.split(separator: "_").joined(separator: " ").capitalizedFirst
  }

  func page(_ opcode: InstructionSetModel.Opcode) -> String? {
    guard let definition = opcode.definition, let form = opcode.form else { return nil }
    var text = "# \(opcode.name)\n\n"
    text += "\(kindText(opcode)) of Python \(model.version.version), number \(opcode.number). "
    text += "Family: \(title(definition.family).lowercased()).\n\n\(paragraph(definition.doc))\n\n| | |\n|---|---|\n"
    for (name, value) in rows(opcode, form) { text += "| \(name) | \(value) |\n" }
    return text + slots(form)
  }

  private func kindText(_ opcode: InstructionSetModel.Opcode) -> String {
    switch opcode.kind {
    case .pseudo: "Pseudo-instruction"
    case .internal: "Internal instruction"
    default: "Instruction"
    }
  }

  private func paragraph(_ doc: String) -> String { doc.split(separator: "\n").joined(separator: " ") }

  private func rows(_ opcode: InstructionSetModel.Opcode, _ form: Form) -> [(String, String)] {
    var rows: [(String, String)] = []
    rows.append(("Versions with this meaning", "\(form.versions)"))
    rows.append(("Operand", operand(form)))
    rows.append((form.other == nil ? "Stack" : "Stack, going on", "`\(form.next.text)`"))
    if let other = form.other { rows.append((form.flow == .setup ? "Stack, at the handler" : "Stack, jumping", "`\(other.text)`")) }
    rows.append(("Depth", depth(form)))
    rows.append(("Goes", goes(form)))
    let effects = Effect.allCases.filter(form.effects.contains)
    rows.append(("Effects", effects.isEmpty ? "none" : effects.map(\.doc).joined(separator: "; ")))
    if let cache = opcode.cache {
      let fields = cache.fields.map { "`\($0.name.value)` \($0.units)" }.joined(separator: ", ")
      rows.append(("Inline cache", "\(cache.units) code unit\(cache.units == 1 ? "" : "s"): \(fields)"))
    }
    rows += kernels(form)
    if !form.equals.isEmpty {
      let parts = form.equals.map { "\($0.instruction.value)" + ($0.field.map { " `\($0.value)`" } ?? "") }
      rows.append(("Does the same as", parts.joined(separator: ", then ")))
    }
    if !form.becomes.isEmpty { rows.append(("Becomes", form.becomes.map { link($0.value) }.joined(separator: " or "))) }
    for (kind, title) in [(VersionSpec.Number.Kind.specialized, "Specialized forms"), (.instrumented, "Monitoring form")] {
      let forms = model.opcodes.filter { $0.kind == kind && $0.base == opcode.number }
      if !forms.isEmpty { rows.append((title, forms.map { "\($0.name) (\($0.number))" }.joined(separator: ", "))) }
    }
    return rows
  }

  private func link(_ name: String) -> String { "[\(name)](\(name).md)" }

  private func operand(_ form: Form) -> String {
    if form.operand.isEmpty { return "none; the operand byte is ignored" }
    return form.operand.map { field in
      var text = "`\(field.name)`" + (field.kind == .flag ? "" : ": \(kind(field.kind))")
      let value = FieldExpressions(form: form).value(field)
      if field.kind == .flag && field.mask == 1 { text += ": bit \(field.shift)" } else if value != "oparg" { text += " = `\(value)`" }
      let full = field.kind == .flag ? 0...1 : 0...field.mask
      if field.values != full {
        text += field.values.upperBound == field.mask ? ", at least \(field.values.lowerBound)"
          : ", \(field.values.lowerBound) to \(field.values.upperBound)"
      }
      return text
    }.joined(separator: "; ")
  }

  private func kind(_ kind: OperandKind) -> String {
    switch kind {
    case .table(let name), .flags(let name):
      let entries = model.tables.first { $0.table.name.value == name }?.entries ?? []
      return "one of " + entries.filter(\.isValid).map { "\($0.value) \(escaped($0.name.value))" }.joined(separator: ", ")
    default:
      return OperandKind.plain.first { $0.kind == kind }?.doc ?? ""
    }
  }

  private func escaped(_ text: String) -> String { text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|") }

  private func depth(_ form: Form) -> String {
    let expressions = FieldExpressions(form: form, inWords: true)
    func net(_ picture: StackPicture) -> String {
      "`\(expressions.size(picture.outputs) - expressions.size(picture.inputs))`"
    }
    var text = net(form.next)
    if let other = form.other, net(other) != text { text += ", jumping \(net(other))" }
    if let effect = form.dis.nextEffect, "`\(effect)`" != net(form.next) { text += " (`dis.stack_effect`: \(effect))" }
    if let effect = form.dis.jumpEffect, form.dis.nextEffect == nil { text += " (`dis.stack_effect` with jump=True: \(effect))" }
    return text
  }

  private func goes(_ form: Form) -> String {
    var text = form.flow.doc
    if !form.landsPast.isEmpty { text += "; the jump lands behind " + form.landsPast.map { link($0.value) }.joined(separator: " and ") }
    return text
  }

  private func kernels(_ form: Form) -> [(String, String)] {
    var rows: [(String, String)] = []
    let signatures = KernelCall(form).signatures(tables: model.spec.tables, version: model.version.version)
    if !signatures.isEmpty {
      rows.append(("Kernels", signatures.map { "`\($0.declaration)`" }.joined(separator: "<br>")))
    }
    return rows
  }

  private func slots(_ form: Form) -> String {
    var seen: Set<String> = []
    let items = (form.next.inputs + form.next.outputs + (form.other?.outputs ?? [])).filter { item in
      item.kind != .object && seen.insert(item.name).inserted
    }
    if items.isEmpty { return "" }
    return "\n" + items.map { item in
      let kind = item.otherwise.map { "\(item.kind.doc), or \($0.doc)" } ?? item.kind.doc
      return "- `\(item.name)`: \(kind)\n"
    }.joined()
  }
}
