/// Checks the forms of one instruction.
struct FormChecks {
  let spec: Spec
  let definition: InstructionDefinition

  func run(_ diagnostics: inout Diagnostics) {
    if definition.forms.isEmpty { diagnostics.error(definition.name.place, "`\(definition.name.value)` has no forms") }
    for (index, form) in definition.forms.enumerated() {
      for earlier in definition.forms[..<index] where earlier.versions.overlaps(form.versions) {
        diagnostics.error(
          form.place, "the versions \(form.versions) of `\(definition.name.value)` overlap its form for \(earlier.versions)")
      }
      checkOperand(form, &diagnostics)
      checkFlow(form, &diagnostics)
      checkPictures(form, &diagnostics)
      checkKernel(form, &diagnostics)
      checkReferences(form, &diagnostics)
    }
  }

  private func checkOperand(_ form: Form, _ diagnostics: inout Diagnostics) {
    for (index, field) in form.operand.enumerated() {
      for earlier in form.operand[..<index] where earlier.bits & field.bits != 0 && !earlier.isSpelledOut(by: field) {
        diagnostics.error(field.place, "the fields `\(earlier.name)` and `\(field.name)` share bits of the operand")
      }
    }
  }

  // MARK: Flow

  private func checkFlow(_ form: Form, _ diagnostics: inout Diagnostics) {
    let jumps = form.operand.filter { $0.kind.isJump }
    let handlers = form.operand.filter { $0.kind == .handler }
    switch form.flow {
    case .jump, .branch, .callBlock:
      if jumps.count != 1 { diagnostics.error(form.place, "the flow `\(form.flow.rawValue)` needs an operand with one jump target") }
    case .setup:
      if handlers.count != 1 { diagnostics.error(form.place, "the flow `setup` needs an operand of kind `handler`") }
    default:
      if let field = jumps.first ?? handlers.first {
        diagnostics.error(
          field.place, "the operand names a target, but the flow `\(form.flow.rawValue)` does not go there; say `flow: jump`, "
            + "`flow: branch` or `flow: setup`")
      }
    }
    if let other = form.other, form.flow != .branch && form.flow != .setup && form.flow != .callBlock {
      diagnostics.error(other.place, "a second stack picture needs a second edge, but the flow is `\(form.flow.rawValue)`")
    }
    if form.flow == .branch && form.kernel == nil && form.machine == nil {
      diagnostics.error(form.place, "a branch needs a kernel that decides")
    }
    if form.flow == .raise && form.kernel == nil { diagnostics.error(form.place, "the flow `raise` needs a kernel that raises") }
    if !form.landsPast.isEmpty && form.jumpField == nil {
      diagnostics.error(form.landsPast[0].place, "only a jump can land behind its target")
    }
  }

  // MARK: Pictures

  private func checkPictures(_ form: Form, _ diagnostics: inout Diagnostics) {
    for picture in [form.next] + (form.other.map { [$0] } ?? []) {
      let made = picture.outputs.filter { output in !picture.inputs.contains { $0.name == output.name } }
      for item in picture.inputs + made { checkCount(item, form, &diagnostics) }
      for output in picture.outputs {
        guard let input = picture.inputs.first(where: { $0.name == output.name }) else { continue }
        if input.count != output.count {
          diagnostics.error(output.place, "`\(output.name)` is an input, but with another count")
        }
      }
    }
    if form.leaves != nil && form.flow != .next {
      diagnostics.error(form.place, "an instruction that ends a block goes on to the next one, but the flow is `\(form.flow.rawValue)`")
    }
    guard let other = form.other else {
      if form.unbalanced { diagnostics.error(form.place, "`unbalanced` is only for instructions with two stack pictures") }
      return
    }
    if form.next.inputs.map(\.name) != other.inputs.map(\.name) {
      diagnostics.error(other.place, "both edges must take the same inputs")
    }
    let isBalanced = form.next.change == other.change
    if !isBalanced && !form.unbalanced {
      diagnostics.error(
        other.place, "the edges change the depth by different amounts; say `unbalanced: true` if that is meant")
    } else if isBalanced && form.unbalanced {
      diagnostics.error(other.place, "`unbalanced` is said, but both edges change the depth by the same amount")
    }
  }

  /// A count must not become negative for an operand that verified code may have.
  private func checkCount(_ item: StackItem, _ form: Form, _ diagnostics: inout Diagnostics) {
    guard let count = item.count else { return }
    var least = count.constant
    for term in count.terms {
      guard let field = form.field(term.field) else { continue }
      var minimum = Int(field.values.lowerBound)
      if item.condition == .isSet(field.name) { minimum = max(minimum, 1) }
      if case .atLeast(field.name, let number) = item.condition { minimum = max(minimum, number) }
      let bound = term.factor < 0 ? Int(field.values.upperBound) : minimum
      least = least &+ term.factor &* bound
    }
    if least < 0 {
      diagnostics.error(
        item.place, "the count of `\(item.name)` can be \(least); give the field a range, such as `depth in 1..`, or the item a "
          + "condition")
    }
  }

  // MARK: Kernels

  private func checkKernel(_ form: Form, _ diagnostics: inout Diagnostics) {
    let call = KernelCall(form)
    if let kernel = form.kernel {
      for case .each(let table) in kernel.references where !form.operand.contains(where: { $0.kind == .table(table) }) {
        diagnostics.error(kernel.place, "`each \(table)` needs an operand field of the kind `\(table)`")
      }
      checkEntries(kernel, form, &diagnostics)
    }
    let results = call.results(of: form.next)
    if let result = results.first, form.kernel == nil, form.machine == nil, form.equals.isEmpty, form.becomes.isEmpty,
      form.flow != .setup
    {
      diagnostics.error(
        result.place, "`\(result.name)` is no input, constant or variable, so the instruction needs a kernel that makes it")
    }
    if results.count > 3 { diagnostics.error(form.place, "a kernel can make three results at most") }
    if results.count > 1, let run = results.first(where: { $0.count != nil }) {
      diagnostics.error(run.place, "a run of outputs must be the only result of a kernel")
    }
    if let kernel = form.whenUnset {
      if !form.operand.contains(where: { $0.kind == .local }) {
        diagnostics.error(kernel.place, "`when_unset` needs an operand of kind `local`")
      }
      if !form.effects.contains(.raises) { diagnostics.error(kernel.place, "`when_unset` raises, but the effects do not say so") }
    }
    if form.flow == .raise && !form.effects.contains(.raises) {
      diagnostics.error(form.place, "the flow `raise` needs the effect `raises`")
    }
    if let machine = form.machine, !form.effects.contains(.frames) {
      diagnostics.error(machine.place, "a machine kernel moves between frames: the effects must have `frames`")
    }
    if let machine = form.machine, machine.test != nil, form.kernel == nil {
      diagnostics.error(machine.place, "`when` needs a plain kernel for the other case")
    }
  }

  private func checkEntries(_ kernel: KernelUse, _ form: Form, _ diagnostics: inout Diagnostics) {
    for case .each(let name) in kernel.references {
      guard let table = spec.table(name), let field = form.operand.first(where: { $0.kind == .table(name) }) else { continue }
      for entry in table.entries where entry.isValid && entry.kernel == nil && field.values.contains(UInt32(entry.value)) {
        diagnostics.error(
          entry.name.place, "the entry `\(entry.name.value)` needs a kernel, since \(definition.name.value) calls `each \(name)`")
      }
    }
  }

  // MARK: Other instructions

  private func checkReferences(_ form: Form, _ diagnostics: inout Diagnostics) {
    let names = spec.instructions.map(\.name.value)
    for name in form.landsPast + form.becomes + form.equals.map(\.instruction) where !names.contains(name.value) {
      diagnostics.unknown("instruction", name.value, at: name.place, among: names)
    }
    for part in form.equals {
      guard let field = part.field, form.field(field.value) == nil else { continue }
      diagnostics.unknown("operand field", field.value, at: field.place, among: form.operand.map(\.name))
    }
    checkParts(form, &diagnostics)
  }

  /// A fused instruction changes the depth as its parts do.
  private func checkParts(_ form: Form, _ diagnostics: inout Diagnostics) {
    guard !form.equals.isEmpty else { return }
    let parts = form.equals.compactMap { part in
      spec.instruction(part.instruction.value)?.forms.first { $0.versions.overlaps(form.versions) }
    }
    guard parts.count == form.equals.count else { return }
    let sum = parts.map { $0.next.change.constant }.reduce(0, +)
    guard parts.allSatisfy({ $0.next.change.terms.isEmpty }), form.next.change.constant != sum else { return }
    diagnostics.error(
      form.next.place, "the picture changes the depth by \(form.next.change.constant), but the parts together by \(sum)")
  }
}

extension StackPicture {
  /// The change of the depth as a sum: a constant, and a factor for each count or condition.
  struct Change: Hashable {
    var constant = 0
    var terms: [String: Int] = [:]
  }

  var change: Change {
    var change = Change()
    for (items, sign) in [(inputs, -1), (outputs, 1)] {
      for item in items {
        let condition = item.condition.map { "\($0)" } ?? ""
        func add(_ amount: Int, _ term: String) {
          if term.isEmpty && condition.isEmpty { change.constant += amount } else { change.terms[term + condition, default: 0] += amount }
        }
        guard let count = item.count else {
          add(sign, "")
          continue
        }
        add(sign * count.constant, "")
        for term in count.terms { add(sign * term.factor, term.field) }
      }
    }
    change.terms = change.terms.filter { $0.value != 0 }
    return change
  }
}
