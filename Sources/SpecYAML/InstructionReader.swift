import SpecModel

extension SpecReader {
  mutating func readInstructions(_ tree: Node) {
    guard var file = MappingReader(tree, "a file of instructions", &diagnostics) else { return }
    let family = file.require("family", &diagnostics)?.string("the name of a family", &diagnostics)
    if let family, !spec.families.contains(where: { $0.name.value == family.value }) {
      diagnostics.unknown("family", family.value, at: family.place, among: spec.families.map(\.name.value))
    }
    for item in file.require("instructions", &diagnostics)?.list("the instructions", &diagnostics) ?? [] {
      guard let (definition, hasDoc) = readInstruction(item, family: family?.value ?? "") else { continue }
      if hasDoc { spec.instructions.append(definition) } else { furtherForms.append(definition) }
    }
    file.finish(&diagnostics)
  }

  /// The keys of a form. On the instruction itself they hold for all its forms.
  private static let formKeys = [
    "versions", "operand", "stack", "unbalanced", "flow", "lands_past", "kernel", "machine", "needs", "effects", "sets",
    "when_unset", "equals", "becomes", "keyword_names", "leaves", "reads", "dis",
  ]

  /// Gives the forms that stand apart from the definition of their instruction to it, and ends open ranges of versions where the next form begins.
  mutating func joinForms() {
    for further in furtherForms {
      if let index = spec.instructions.firstIndex(where: { $0.name.value == further.name.value }) {
        spec.instructions[index].add(further.forms)
      } else {
        diagnostics.error(further.name.place, "an instruction needs the key `doc`, unless it is defined elsewhere and gets further forms here")
      }
    }
    for index in spec.instructions.indices { spec.instructions[index].closeOpenRanges() }
  }

  /// - Returns: the instruction, and whether it says what it does: if not, it adds forms to one that does.
  private mutating func readInstruction(_ node: Node, family: String) -> (InstructionDefinition, hasDoc: Bool)? {
    guard var mapping = MappingReader(node, "an instruction", &diagnostics) else { return nil }
    let name = mapping.require("name", &diagnostics)?.string("the name of the instruction", &diagnostics)
    let docNode = mapping.take("doc")
    let doc = docNode?.string("what the instruction does", &diagnostics)
    var shared: [String: Node] = [:]
    for key in Self.formKeys { shared[key] = mapping.take(key) }
    var forms: [Form] = []
    if let list = mapping.take("forms") {
      for item in list.list("the forms", &diagnostics) {
        guard var form = MappingReader(item, "a form", &diagnostics) else { continue }
        var keys = shared
        for key in Self.formKeys { keys[key] = form.take(key) ?? keys[key] }
        form.finish(&diagnostics)
        if let form = readForm(keys, at: item.place) { forms.append(form) }
      }
    } else if let form = readForm(shared, at: name?.place ?? node.place) {
      forms.append(form)
    }
    mapping.finish(&diagnostics)
    guard let name else { return nil }
    return (InstructionDefinition(name: name, family: family, doc: doc?.value.trimmed ?? "", forms: forms), docNode != nil)
  }

  private mutating func readForm(_ keys: [String: Node], at place: Place) -> Form? {
    guard let versionsNode = keys["versions"] else {
      diagnostics.error(place, "an instruction needs the key `versions`")
      return nil
    }
    guard let stackNode = keys["stack"] else {
      diagnostics.error(place, "an instruction needs the key `stack`")
      return nil
    }
    let versions = versionsNode.versionRange(&diagnostics)
    guard let operand = keys["operand"].map({ readOperand($0) }) ?? .some([]) else { return nil }
    let pictures = readPictures(stackNode, operand)
    guard let versions, let (next, other) = pictures else { return nil }
    let tables = Set(spec.tables.map(\.name.value))
    let kernel = keys["kernel"]?.string("a kernel", &diagnostics).flatMap {
      KernelUse.parse($0, fields: operand, tables: tables, &diagnostics)
    }
    let machine = keys["machine"]?.string("a machine kernel", &diagnostics).flatMap {
      MachineKernel.parse($0, &diagnostics)
    }
    return Form(
      place: place, versions: versions, operand: operand, next: next, other: other,
      unbalanced: keys["unbalanced"]?.boolean("whether the edges differ in depth", &diagnostics) ?? false,
      flow: keys["flow"].flatMap { readWord($0, "flow", Flow.self) } ?? .next,
      landsPast: keys["lands_past"]?.names("the instructions that a jump skips", &diagnostics) ?? [],
      kernel: kernel, machine: machine, needsFrame: keys["needs"].map { readNeeds($0) } ?? false,
      effects: Set((keys["effects"]?.names("the effects", &diagnostics) ?? []).compactMap { word($0, "effect", Effect.self) }),
      assignments: keys["sets"].map { readAssignments($0, operand, next) } ?? [],
      whenUnset: keys["when_unset"]?.string("the name of a kernel", &diagnostics),
      equals: keys["equals"].map { readParts($0) } ?? [],
      becomes: keys["becomes"]?.names("what the pseudo-instruction becomes", &diagnostics) ?? [],
      keywordNames: keys["keyword_names"].flatMap { readWord($0, "use of keyword names", KeywordNames.self) },
      leaves: keys["leaves"].flatMap { readWord($0, "kind of block", BlockKind.self) },
      readings: keys["reads"].map { readReadings($0, operand, next, other) } ?? [],
      dis: keys["dis"].map { readDisNotes($0, operand) } ?? DisNotes())
  }

  mutating func readWord<Word: RawRepresentable & CaseIterable>(
    _ node: Node, _ what: String, _: Word.Type
  ) -> Word? where Word.RawValue == String {
    node.string("a \(what)", &diagnostics).flatMap { word($0, what, Word.self) }
  }

  mutating func word<Word: RawRepresentable & CaseIterable>(
    _ text: Located<String>, _ what: String, _: Word.Type
  ) -> Word? where Word.RawValue == String {
    if let word = Word(rawValue: text.value) { return word }
    diagnostics.unknown(what, text.value, at: text.place, among: Word.allCases.map(\.rawValue))
    return nil
  }

  private mutating func readNeeds(_ node: Node) -> Bool {
    for need in node.names("what kernels need", &diagnostics) where need.value != "frame" {
      diagnostics.unknown("need", need.value, at: need.place, among: ["frame"])
    }
    return true
  }

  private mutating func readOperand(_ node: Node) -> [OperandField]? {
    let tables = Set(spec.tables.map(\.name.value))
    if let text = node.text { return OperandField.parseWhole(text, tables: tables, &diagnostics).map { [$0] } }
    var fields: [OperandField] = []
    for (name, value) in MappingReader.pairs(node, "an operand kind or the fields of the operand", &diagnostics) {
      guard let text = value.string("a field", &diagnostics) else { return nil }
      guard let field = OperandField.parse(name, text, tables: tables, &diagnostics) else { return nil }
      fields.append(field)
    }
    return fields
  }

  /// One picture for all edges, or a mapping with `next` and either `jump` or `handler`.
  private mutating func readPictures(_ node: Node, _ operand: [OperandField]) -> (StackPicture, StackPicture?)? {
    if let text = node.text {
      return StackPicture.parse(text, fields: operand.map(\.name), &diagnostics).map { ($0, nil) }
    }
    guard var mapping = MappingReader(node, "a stack picture or one for each edge", &diagnostics) else { return nil }
    let next = mapping.require("next", &diagnostics)?.string("a stack picture", &diagnostics)
    let jump = mapping.take("jump")?.string("a stack picture", &diagnostics)
    let handler = mapping.take("handler")?.string("a stack picture", &diagnostics)
    mapping.finish(&diagnostics)
    guard let next, let picture = StackPicture.parse(next, fields: operand.map(\.name), &diagnostics) else { return nil }
    guard let other = jump ?? handler else {
      diagnostics.error(node.place, "pictures per edge need `jump` or `handler` beside `next`")
      return nil
    }
    return StackPicture.parse(other, fields: operand.map(\.name), &diagnostics).map { (picture, $0) }
  }

  /// `target = value`, or a list of these.
  private mutating func readAssignments(
    _ node: Node, _ operand: [OperandField], _ picture: StackPicture
  ) -> [Form.Assignment] {
    let nodes = if case .sequence(let items) = node.content { items } else { [node] }
    return nodes.compactMap { node in
      node.string("an assignment such as `local = value`", &diagnostics).flatMap {
        Form.Assignment.parse($0, fields: operand, picture: picture, &diagnostics)
      }
    }
  }

  private mutating func readParts(_ node: Node) -> [Form.Part] {
    node.list("the parts of a fused instruction", &diagnostics).compactMap { item in
      item.string("an instruction and a field", &diagnostics).flatMap { Form.Part.parse($0, &diagnostics) }
    }
  }

  /// A reading of the one new value that is always pushed, several to choose from, or a mapping with readings of outputs by their names.
  private mutating func readReadings(
    _ node: Node, _ operand: [OperandField], _ next: StackPicture, _ other: StackPicture?
  ) -> [Reading] {
    let outputs = (next.outputs + (other?.outputs ?? [])).filter { output in
      output.kind != .null && !next.inputs.contains { $0.name == output.name }
    }
    let names = next.inputs.map(\.name) + operand.map(\.name)
    if case .mapping = node.content {
      return MappingReader.pairs(node, "readings", &diagnostics).flatMap { name, value -> [Reading] in
        guard outputs.contains(where: { $0.name == name.value }) else {
          diagnostics.unknown("new output", name.value, at: name.place, among: outputs.map(\.name))
          return []
        }
        return readReadings(value, of: name.value, names)
      }
    }
    let single = Set(outputs.filter { $0.condition == nil }.map(\.name))
    guard single.count == 1, let output = single.first else {
      diagnostics.error(node.place, "a reading without the name of an output needs a picture with one new output, not \(single.count)")
      return []
    }
    return readReadings(node, of: output, names)
  }

  private mutating func readReadings(_ node: Node, of output: String, _ names: [String]) -> [Reading] {
    let nodes = if case .sequence(let items) = node.content { items } else { [node] }
    return nodes.compactMap { node in
      node.string("a text with names in braces", &diagnostics).flatMap { Reading.parse($0, output: output, names: names, &diagnostics) }
    }
  }

  private mutating func readDisNotes(_ node: Node, _ operand: [OperandField]) -> DisNotes {
    var notes = DisNotes()
    guard var mapping = MappingReader(node, "notes about dis", &diagnostics) else { return notes }
    if let effect = mapping.take("effect") {
      if effect.text != nil {
        notes.nextEffect = readEffect(effect, operand)
        notes.jumpEffect = notes.nextEffect
      } else if var edges = MappingReader(effect, "a stack effect or one for each edge", &diagnostics) {
        notes.nextEffect = edges.take("next").flatMap { readEffect($0, operand) }
        notes.jumpEffect = edges.take("jump").flatMap { readEffect($0, operand) }
        edges.finish(&diagnostics)
      }
    }
    if let texts = mapping.take("text") {
      let fields = operand.map(\.name)
      let flags = operand.filter { $0.kind == .flag }.map(\.name)
      for (name, value) in MappingReader.pairs(texts, "texts of flags", &diagnostics) {
        guard let text = value.string("a text with {} in it", &diagnostics) else { continue }
        let known = text.value == "hidden" ? fields : flags
        if !known.contains(name.value) { diagnostics.unknown("flag", name.value, at: name.place, among: known) }
        notes.texts[name.value] = text.value
      }
    }
    if let lists = mapping.take("lists") { notes.lists = readLists(lists) }
    mapping.finish(&diagnostics)
    return notes
  }

  /// A stack effect: a number or a sum with fields of the operand.
  private mutating func readEffect(_ node: Node, _ operand: [OperandField]) -> Count? {
    node.string("a stack effect", &diagnostics).flatMap { StackPicture.parseSum($0, fields: operand, &diagnostics) }
  }

  /// Names of the lists of CPython's `opcode` module.
  mutating func readLists(_ node: Node) -> [String] {
    node.names("the lists of the opcode module", &diagnostics).compactMap { name in
      if opcodeLists.contains(name.value) { return name.value }
      diagnostics.unknown("list of the opcode module", name.value, at: name.place, among: opcodeLists)
      return nil
    }
  }
}
