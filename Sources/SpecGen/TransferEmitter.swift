import SpecModel

/// Emits the verifier's transfer functions: what an instruction makes of an abstract frame.
func emitTransfer(_ model: InstructionSetModel) -> String {
  let id = model.version.version.identifier
  var file = SourceText.swift("What the instructions of Python \(model.version.version) do to an abstract frame.")
  file.block(
    "func transfer_\(id)(_ opcode: Int, _ oparg: Int, _ edge: Edge, _ frame: inout AbstractFrame) throws(VerifierError)"
  ) { file in
    file.line("switch opcode {")
    for opcode in model.real {
      guard let form = opcode.form else { continue }
      file.line("case \(opcode.number):  // \(opcode.name)")
      file.indented { $0.lines(TransferEmitter(model: model, form: form).body()) }
    }
    file.line("default:")
    file.indented { $0.line("throw .other(\"not an instruction\")") }
    file.line("}")
  }
  return file.text
}

/// Writes the transfer function of one form.
struct TransferEmitter {
  let model: InstructionSetModel
  let form: Form
  /// The operand as a Swift expression; a part of a fused instruction has a field of the whole.
  var operand: String?

  private var expressions: FieldExpressions { FieldExpressions(form: form) }

  func body() -> [String] {
    if form.machine == nil && form.kernel == nil && !form.equals.isEmpty { return parts() }
    var lines = stageLines()
    for field in form.operand where field.kind == .localsplus || field.kind == .deref {
      if !form.assignments.contains(where: { $0.target == .field(field.name) }) {
        lines.append("try frame.requireCell(\(index(field)))")
      }
    }
    lines += keywordLines()
    guard let other = form.other else {
      return finish(lines + pictureLines(form.next) + assignmentLines() + blockLines())
    }
    lines.append("if edge == .next {")
    lines += (pictureLines(form.next) + assignmentLines()).map { "  " + $0 }
    lines.append("} else {")
    lines += pictureLines(other).map { "  " + $0 }
    return lines + ["}"]
  }

  /// What becomes of the names that are set aside for the next call.
  private func keywordLines() -> [String] {
    switch form.keywordNames {
    case .give:
      form.operand.filter { $0.kind == .const }.map { "try frame.giveKeywordNames(constant: \(index($0)))" }
    case .keep: ["frame.keepKeywordNames()"]
    case .take:
      form.operand.filter { $0.kind == .count }.map { "try frame.takeKeywordNames(argumentCount: \(index($0)))" }
    case nil: []
    }
  }

  private func blockLines() -> [String] {
    switch form.leaves {
    case .block: ["try frame.endBlock()"]
    case .handler: ["try frame.endHandler()"]
    case nil: []
    }
  }

  private func finish(_ lines: [String]) -> [String] { lines.isEmpty ? ["break"] : lines }

  /// A fused instruction does what its parts do.
  private func parts() -> [String] {
    form.equals.flatMap { part -> [String] in
      guard let form = model.spec.instruction(part.instruction.value)?.form(in: model.version.version) else { return [] }
      let field = part.field.flatMap { self.form.field($0.value) }
      let emitter = TransferEmitter(model: model, form: form, operand: field.map { expressions.value($0) })
      return ["do {"] + emitter.body().map { "  " + $0 } + ["}"]
    }
  }

  /// The value of a field that is an index.
  private func index(_ field: OperandField) -> String {
    let value = operand ?? expressions.value(field)
    return field.kind == .deref ? "frame.variableIndex(ofCell: \(value))" : value
  }

  private func stageLines() -> [String] {
    switch form.flow {
    case .return: ["try frame.requireLeavable()"]
    case .suspend where form.effects.contains(.makesGenerator): ["try frame.becomeGenerator()"]
    case .suspend, .suspendAndRepeat: ["try frame.requireGenerator()"]
    default: []
    }
  }

  private static func kind(_ kind: SlotKind) -> String {
    switch kind {
    case .null: ".null"
    case .objectOrNull, .unsetOrObject, .any: ".objectOrNull"
    case .bool: ".bool"
    case .int: ".int"
    case .comparison: ".comparison"
    case .exception: ".exception"
    case .exceptionOrNone: ".exceptionOrNone"
    case .lasti: ".lasti"
    case .cell: ".cell"
    case .code: ".code"
    case .returnAddress: ".returnAddress"
    case .object, .names, .tuple, .mapping, .marker: ".object"
    }
  }

  private func kind(_ item: StackItem) -> String {
    guard let otherwise = item.otherwise, let condition = item.kindCondition else { return Self.kind(item.kind) }
    return "\(expressions.condition(condition)) ? \(Self.kind(item.kind)) : \(Self.kind(otherwise))"
  }

  // MARK: Pictures

  /// How many items at the bottom stay where they are.
  private static func keptCount(_ picture: StackPicture) -> Int {
    var kept = 0
    while kept < picture.inputs.count && kept < picture.outputs.count {
      let (a, b) = (picture.inputs[kept], picture.outputs[kept])
      // What a marker is decides what becomes of it.
      guard a.name == b.name && a.count == b.count && a.condition == b.condition && a.kind != .marker else { break }
      kept += 1
    }
    return kept
  }

  private func pictureLines(_ picture: StackPicture) -> [String] {
    let kept = Self.keptCount(picture)
    let popped = picture.inputs[kept...]
    let needsReplace = popped.contains { item in item.count != nil && picture.outputs.contains { $0.name == item.name } }
    if needsReplace { return replaceLines(picture) }
    var lines: [String] = []
    let pushed = picture.outputs[kept...]
    for item in popped.reversed() { lines += pop(item, isUsed: isUsed(item, in: pushed)) }
    if kept > 0 { lines += peek(picture.inputs[..<kept], used: pushed) }
    for item in pushed { lines += push(item, picture) }
    return lines
  }

  private func isUsed(_ item: StackItem, in outputs: some Sequence<StackItem>) -> Bool {
    outputs.contains { $0.name == item.name } || item.size != nil || item.kind == .names
      || form.assignments.contains { $0.value == .input(item.name) }
  }

  private func slot(_ item: StackItem) -> String { "slot" + ("_" + item.name).swiftName.filter { $0 != "`" }.capitalizedFirst }

  private func pop(_ item: StackItem, isUsed: Bool) -> [String] {
    if item.kind == .marker {
      if isUsed { return ["let \(slot(item)) = try frame.popMarker()"] }
      let endsHandler = form.flow == .next
      return endsHandler ? ["try frame.endHandler(of: frame.popMarker())"] : ["_ = try frame.popMarker()"]
    }
    if isUsed, item.count == nil, let condition = item.condition {
      return ["let \(slot(item)) = try \(expressions.condition(condition)) ? frame.pop(\(kind(item))) : AbstractSlot(.null)"]
        + sizeLines(item)
    }
    var line: String
    if item.count != nil {
      let size = expressions.size(item.unconditional)
      line = "try frame.pop(count: \(size), \(kind(item)))"
    } else {
      line = (isUsed ? "let \(slot(item)) = " : "") + "try frame.pop(\(kind(item)))"
    }
    if let condition = item.condition { line = "if \(expressions.condition(condition)) { \(line) }" }
    return [line] + sizeLines(item)
  }

  private func sizeLines(_ item: StackItem) -> [String] {
    guard item.kind == .names || item.size != nil else { return [] }
    let size =
      switch item.size {
      case .exactly(let field): ".exactly(\(expressions.atom(field)))"
      case .atMost(let field): ".atMost(\(expressions.atom(field)))"
      case nil: ".any"
      }
    return ["try frame.\(item.kind == .names ? "requireNames" : "requireTuple")(\(slot(item)), \(size))"]
  }

  /// Checks the items that stay, the topmost of which is the top of the stack now.
  private func peek(_ items: ArraySlice<StackItem>, used: ArraySlice<StackItem>) -> [String] {
    var lines: [String] = []
    var above = Size()
    for item in items.reversed() {
      let size = expressions.size(item)
      above = above + size
      if item.count != nil && item.isHidden { continue }
      let target = isUsed(item, in: used) ? "let \(slot(item))" : "_"
      let line =
        item.count != nil
        ? "try frame.peek(count: \(expressions.size(item.unconditional)), from: \(above), \(kind(item)))"
        : "\(target) = try frame.peek(\(above), \(kind(item)))"
      lines.append(item.condition.map { "if \(expressions.condition($0)) { \(line) }" } ?? line)
    }
    return lines
  }

  private func push(_ item: StackItem, _ picture: StackPicture) -> [String] {
    let line: String
    if item.kind == .returnAddress {
      line = "try frame.pushReturnAddress()"
    } else if item.kind == .marker {
      line = "try frame.push(marker: \(slot(item)))"
    } else if picture.inputs.contains(where: { $0.name == item.name }) {
      line = "try frame.push(\(slot(item)))"
    } else if let field = form.field(item.name), field.kind == .const {
      line = "try frame.push(constant: \(index(field)))"
    } else if let field = form.field(item.name), field.kind.isVariable, item.kind != .cell {
      let read = form.whenUnset != nil ? "checkedLocal" : item.kind == .object ? "local" : "localOrUnset"
      return ["let \(slot(item)) = try frame.\(read)(\(index(field)))", "try frame.push(\(slot(item)))"]
    } else if item.count != nil {
      line = "try frame.push(count: \(expressions.size(item.unconditional)), \(kind(item)))"
    } else {
      line = "try frame.push(\(kind(item)))"
    }
    return [item.condition.map { "if \(expressions.condition($0)) { \(line) }" } ?? line]
  }

  /// Exchanges items around a run of slots that stays: all of them are read, then written to their new depths.
  private func replaceLines(_ picture: StackPicture) -> [String] {
    func depths(_ items: [StackItem]) -> [(StackItem, Size)] {
      var above = Size()
      return items.reversed().map { item in
        above = above + expressions.size(item)
        return (item, above)
      }
    }
    let before = depths(picture.inputs)
    let after = depths(picture.outputs)
    var lines: [String] = []
    for (item, depth) in before where item.count == nil {
      lines.append("let \(slot(item)) = try frame.peek(\(depth), \(kind(item)))")
    }
    for (item, depth) in before where item.count != nil {
      guard let new = after.first(where: { $0.0.name == item.name })?.1, new != depth else { continue }
      lines.append("try frame.move(count: \(expressions.size(item.unconditional)), from: \(depth), to: \(new))")
    }
    for (item, depth) in after where item.count == nil {
      lines.append("try frame.replace(\(depth), with: \(slot(item)))")
    }
    return lines
  }

  // MARK: Variables

  private func assignmentLines() -> [String] {
    var lines: [String] = []
    if form.whenUnset != nil, let field = form.operand.first(where: \.kind.isVariable),
      !form.next.outputs.contains(where: { $0.name == field.name })
    {
      lines.append("_ = try frame.checkedLocal(\(index(field)))")
    }
    for assignment in form.assignments {
      switch (assignment.target, assignment.value) {
      case (.freeVariables, _):
        guard let field = form.operand.first else { continue }
        lines.append("try frame.copyFreeVariables(\(index(field)))")
      case (.field(let name), let value):
        guard let field = form.field(name) else { continue }
        switch value {
        case .unset: lines.append("try frame.unsetLocal(\(index(field)))")
        case .cell: lines.append("try frame.makeCell(\(index(field)))")
        case .input(let input):
          guard let item = form.next.inputs.first(where: { $0.name == input }) else { continue }
          lines.append("try frame.setLocal(\(index(field)), \(slot(item)))")
        }
      }
    }
    return lines
  }
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
