import Bytecode

/// The reference page of an instruction, for the terminal.
struct SpecPage {
  let set: InstructionSet
  let instruction: Instruction

  /// The page, with a line end behind each line.
  var text: String {
    var lines = ["\(instruction.name)  (\(kind) of Python \(set.version), number \(instruction.number))", ""]
    lines += wrapped(instruction.doc, width: 78)
    lines.append("")
    let width = (rows.map(\.0.count).max() ?? 0) + 2
    for (title, values) in rows {
      for (index, value) in values.enumerated() {
        lines.append("  " + (index == 0 ? title : "").padded(to: width) + value)
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private var kind: String {
    switch instruction.kind {
    case .real: "instruction"
    case .specialized: "specialized form"
    case .instrumented: "monitoring form"
    case .pseudo: "pseudo-instruction"
    case .internal: "internal instruction"
    case .unused: "unused number"
    }
  }

  private var rows: [(String, [String])] {
    var rows: [(String, [String])] = []
    if !instruction.family.isEmpty { rows.append(("Family", [instruction.family])) }
    if instruction.base != instruction.number { rows.append(("Stands for", [set[Int(instruction.base)].name])) }
    let pictures = [instruction.stack.next, instruction.stack.other].compactMap { $0 }.map(Self.sides)
    rows.append(("Consumes", [pictures[0].inputs]))
    rows.append(("Pushes", [pictures[0].outputs]))
    if pictures.count > 1 { rows.append((edgeTitle, [pictures[1].outputs])) }
    rows.append(("Operand", operand))
    rows.append(("Goes", goes))
    rows.append(("Jumps", [jumps]))
    rows.append(("Raises", [yes(.raises)]))
    rows.append(("Calls Python", [yes(.calls)]))
    let others = [(Effects.allocates, "allocates"), (.polls, "polls for signals and budgets"), (.charges, "polls for budgets alone"), (.names, "uses a namespace"),
      (.frames, "changes frames"), (.handling, "changes the exception being handled")]
    let effects = others.filter { instruction.effects.contains($0.0) }.map(\.1)
    if !effects.isEmpty { rows.append(("Also", [effects.joined(separator: ", ")])) }
    if !instruction.cache.isEmpty {
      let fields = instruction.cache.map { "\($0.name) \($0.units)" }.joined(separator: ", ")
      rows.append(("Inline cache", ["\(instruction.cacheUnits) code unit\(instruction.cacheUnits == 1 ? "" : "s"): \(fields)"]))
    }
    if !instruction.expandsTo.isEmpty {
      rows.append(("Becomes", [instruction.expandsTo.map { set[Int($0)].name }.joined(separator: " or ")]))
    }
    let forms = set.instructions.filter { $0.base == instruction.number && $0.number != instruction.number }
    if !forms.isEmpty { rows.append(("Other forms", forms.map { "\($0.name) (\($0.number))" })) }
    return rows
  }

  private static func sides(_ picture: String) -> (inputs: String, outputs: String) {
    let words = picture.split(separator: " ")
    guard let middle = words.firstIndex(of: "--") else { return (picture, "") }
    func side(_ words: ArraySlice<Substring>) -> String { words.isEmpty ? "nothing" : words.joined(separator: " ") }
    return (side(words[..<middle]), side(words[(middle + 1)...]))
  }

  private var edgeTitle: String { instruction.flow == .setupHandler ? "Handler has" : "Jump pushes" }

  private func yes(_ effect: Effects) -> String { instruction.effects.contains(effect) ? "yes" : "no" }

  private var jumps: String {
    switch instruction.flow {
    case .jump, .callBlock: "always"
    case .branch: "sometimes"
    default: "no"
    }
  }

  private var goes: [String] {
    var lines =
      switch instruction.flow {
      case .next: ["to the next instruction"]
      case .jump: ["to the jump target"]
      case .branch: ["to the next instruction or the jump target"]
      case .return: ["out of the frame"]
      case .raise: ["to an exception handler"]
      case .suspend: ["out of the frame, and on with the next instruction when it is resumed"]
      case .suspendAndRepeat: ["out of the frame, and on with the same instruction when it is resumed"]
      case .setupHandler: ["to the next instruction, with a handler set up"]
      case .callBlock: ["to the jump target, with a return address on the stack"]
      case .returnFromBlock: ["to the return address on the stack, or on, or it raises"]
      }
    if !instruction.landsPast.isEmpty {
      lines.append("a jump lands behind " + instruction.landsPast.map { set[Int($0)].name }.joined(separator: ", "))
    }
    return lines
  }

  private var operand: [String] {
    if !instruction.operand.isUsed { return ["none"] }
    return instruction.operand.fields.flatMap { field -> [String] in
      let place = field.mask == 1 ? "bit \(field.shift)" : bits(field)
      let range = range(field)
      let line = "\(field.name): \(meaning(field.kind))" + (place.isEmpty ? "" : ", \(place)") + range
      return [line] + entries(field.kind)
    }
  }

  private func bits(_ field: OperandField) -> String {
    let all = UInt32.max >> field.shift
    if field.shift == 0 { return field.mask == all ? "" : "operand & \(field.mask)" }
    return field.mask == all ? "operand >> \(field.shift)" : "operand >> \(field.shift) & \(field.mask)"
  }

  private func range(_ field: OperandField) -> String {
    if field.mask == 1 { return "" }
    let full = UInt32.max >> field.shift & field.mask
    if field.minimum == 0 && field.maximum == full { return "" }
    return field.maximum == full ? ", at least \(field.minimum)" : ", \(field.minimum) to \(field.maximum)"
  }

  private func meaning(_ kind: OperandKind) -> String {
    switch kind {
    case .const: "index of a constant (co_consts)"
    case .name: "index of a name (co_names)"
    case .local: "index of a local variable (co_varnames)"
    case .localsplus: "index of a cell or free variable"
    case .deref: "index of a cell or free variable (co_cellvars + co_freevars)"
    case .count: "a count"
    case .depth: "a depth in the stack"
    case .forward: "a jump forward"
    case .backward: "a jump backward"
    case .absolute: "a jump to an address"
    case .handler: "the handler, forward"
    case .backReference: "a distance back"
    case .table(let index): "a number of the table \(set.tables[index].name)"
    case .flags(let index): "flags of the table \(set.tables[index].name)"
    case .flag: "a flag"
    case .number: "a number"
    case .prefix: "eight bits more for the next instruction"
    }
  }

  private func entries(_ kind: OperandKind) -> [String] {
    let index: Int
    switch kind {
    case .table(let table), .flags(let table): index = table
    default: return []
    }
    return set.tables[index].entries.filter(\.isValid).map { entry in
      "  \(entry.value) \(entry.name)" + (entry.text.isEmpty || entry.text == entry.name ? "" : "  \(entry.text)")
    }
  }

  /// Breaks a paragraph into lines of at most `width` letters.
  private func wrapped(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty && line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " " + word
    }
    return line.isEmpty ? lines : lines + [line]
  }
}
