import ArgumentParser
import Bytecode

/// `adder spec diff`: what changed between the bytecode of two versions.
struct SpecDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Compares the instructions of two Python versions.",
    discussion: """
      Prints which instructions appeared and went, and which were renumbered or have another picture, operand, inline cache or way \
      to go on; then the entries of operand tables, and the encoding. The exit status is 0 if nothing differs, 1 if something does.
      """)

  @Argument(help: "The older version, such as 3.12.")
  var old: String

  @Argument(help: "The newer version, such as 3.13.")
  var new: String

  @Flag(help: "Leave out what was only renumbered.")
  var ignoreNumbers = false

  @Flag(help: "Also specialized, instrumented, internal and pseudo-instructions.")
  var all = false

  func run() throws {
    let diff = SpecDiff(
      old: try instructionSet(old), new: try instructionSet(new), ignoresNumbers: ignoreNumbers, includesAll: all)
    let lines = diff.lines
    writeToStandardOutput(Array(lines.map { $0 + "\n" }.joined().utf8))
    if !lines.isEmpty { throw ExitCode(1) }
  }

  private func instructionSet(_ text: String) throws -> InstructionSet {
    guard let version = PythonVersion(text), let set = InstructionSet.of(version) else {
      let known = InstructionSet.versions.map(\.description).joined(separator: ", ")
      throw ValidationError("no instruction set for version \(text); there are: \(known)")
    }
    return set
  }
}

/// The differences between two instruction sets, as lines of text.
struct SpecDiff {
  let old: InstructionSet
  let new: InstructionSet
  let ignoresNumbers: Bool
  let includesAll: Bool

  /// Nothing if they are the same.
  var lines: [String] {
    let (before, after) = (instructions(old), instructions(new))
    var lines: [String] = []
    let gone = before.filter { name in !after.contains { $0.name == name.name } }
    let appeared = after.filter { name in !before.contains { $0.name == name.name } }
    lines += section("Went", gone.map { line($0, old) })
    lines += section("Appeared", appeared.map { line($0, new) })
    var changed: [String] = []
    var renumbered: [String] = []
    for instruction in after {
      guard let earlier = before.first(where: { $0.name == instruction.name }) else { continue }
      let changes = self.changes(earlier, instruction)
      if !changes.isEmpty { changed += ["\(instruction.name)"] + changes.map { "  " + $0 } }
      if earlier.number != instruction.number { renumbered.append("\(instruction.name) \(earlier.number) -> \(instruction.number)") }
    }
    lines += section("Changed", changed)
    if !ignoresNumbers { lines += section("Renumbered", renumbered) }
    lines += section("Operand tables", tableChanges)
    return lines + section("Encoding", encodingChanges)
  }

  private func section(_ title: String, _ lines: [String]) -> [String] {
    let count = lines.count { !$0.hasPrefix(" ") }
    return lines.isEmpty ? [] : ["\(title) (\(count)):"] + lines.map { "  " + $0 }
  }

  private func instructions(_ set: InstructionSet) -> [Instruction] {
    set.instructions.filter { $0.kind == .real || (includesAll && $0.kind != .unused) }.sorted { $0.name < $1.name }
  }

  private func line(_ instruction: Instruction, _ set: InstructionSet) -> String {
    let operand = instruction.operand.isUsed ? "  [\(self.operand(instruction, set))]" : ""
    return instruction.name.padded(to: 34) + instruction.stack.next + operand
  }

  // MARK: One instruction

  private func changes(_ a: Instruction, _ b: Instruction) -> [String] {
    var changes: [String] = []
    func compare(_ title: String, _ before: String, _ after: String) {
      if before != after { changes.append("\(title): \(before)  ->  \(after)") }
    }
    compare("stack", a.stack.next, b.stack.next)
    if a.stack.other != nil || b.stack.other != nil {
      compare("stack, other edge", a.stack.other ?? a.stack.next, b.stack.other ?? b.stack.next)
    }
    compare("operand", operand(a, old), operand(b, new))
    compare("cache", cache(a), cache(b))
    compare("goes", "\(a.flow)", "\(b.flow)")
    compare("lands past", skipped(a, old), skipped(b, new))
    if a.kind != b.kind { compare("kind", "\(a.kind)", "\(b.kind)") }
    return changes
  }

  private func operand(_ instruction: Instruction, _ set: InstructionSet) -> String {
    if !instruction.operand.isUsed { return "none" }
    return instruction.operand.fields.map { field in
      let kind = kind(field.kind, set)
      let name = field.name == kind ? kind : "\(field.name): \(kind)"
      if field.kind == .flag { return field.shift == 0 && field.mask == .max ? name : "\(field.name): bit \(field.shift)" }
      var text = name
      if field.shift > 0 { text += " >> \(field.shift)" }
      if field.mask != UInt32.max >> UInt32(field.shift) { text += " & \(field.mask)" }
      return text
    }.joined(separator: ", ")
  }

  private func kind(_ kind: OperandKind, _ set: InstructionSet) -> String {
    switch kind {
    case .table(let table): set.tables[table].name
    case .flags(let table): "flags \(set.tables[table].name)"
    default: "\(kind)"
    }
  }

  private func cache(_ instruction: Instruction) -> String {
    if instruction.cache.isEmpty { return "none" }
    return instruction.cache.map { $0.units == 1 ? $0.name : "\($0.name): \($0.units)" }.joined(separator: ", ")
  }

  private func skipped(_ instruction: Instruction, _ set: InstructionSet) -> String {
    instruction.landsPast.isEmpty ? "nothing" : instruction.landsPast.map { set[Int($0)].name }.joined(separator: ", ")
  }

  // MARK: Everything else

  private var tableChanges: [String] {
    var lines: [String] = []
    for name in Set(old.tables.map(\.name) + new.tables.map(\.name)).sorted() {
      let (before, after) = (old.table(name)?.entries ?? [], new.table(name)?.entries ?? [])
      for entry in before where !after.contains(where: { $0.value == entry.value && $0.name == entry.name }) {
        lines.append("\(name) \(entry.value) \(entry.name): went")
      }
      for entry in after where !before.contains(where: { $0.value == entry.value && $0.name == entry.name }) {
        lines.append("\(name) \(entry.value) \(entry.name): appeared")
      }
    }
    return lines
  }

  private var encodingChanges: [String] {
    var lines: [String] = []
    func compare(_ title: String, _ before: some Equatable & CustomStringConvertible, _ after: some CustomStringConvertible) {
      if before.description != after.description { lines.append("\(title): \(before) -> \(after)") }
    }
    compare("magic number", old.magic.released, new.magic.released)
    compare("bytes of a code unit", old.encoding.codeUnit, new.encoding.codeUnit)
    compare("bytes of a jump unit", old.encoding.jumpUnit, new.encoding.jumpUnit)
    compare("jumps count from behind caches", old.encoding.jumpsSkipCaches, new.encoding.jumpsSkipCaches)
    compare("stack depth at the start of a generator", old.encoding.generatorStartDepth, new.encoding.generatorStartDepth)
    compare("handlers are found by", "\(old.exceptions)", "\(new.exceptions)")
    compare("marshal version", old.file.marshalVersion, new.file.marshalVersion)
    compare("line table", "\(old.file.lineTable)", "\(new.file.lineTable)")
    compare("fields of a code object", fields(old), fields(new))
    return lines
  }

  private func fields(_ set: InstructionSet) -> String { set.file.codeFields.map(\.rawValue).joined(separator: " ") }
}
