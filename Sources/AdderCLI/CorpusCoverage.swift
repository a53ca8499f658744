import Bytecode
import Corpus

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the programs of a corpus executed of an instruction set.
struct CorpusCoverage {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private let set: InstructionSet
  private var operands: [String: Set<Int>] = [:]
  private var raised: Set<String> = []
  /// Number of forms that the specification has.
  private(set) var total = 0

  init(_ set: InstructionSet) {
    self.set = set
    total = forms().count
  }

  /// Runs a program by this very binary and adds what it executed.
  mutating func add(_ program: CorpusProgram) throws(Failure) {
    let path = "/tmp/adder-coverage-\(getpid())"
    defer { unlink(path) }
    let outcome: Outcome
    do throws(Outcome.StartFailure) {
      outcome = try program.run(adder: CorpusCommand.ownPath, options: ["--coverage", path], timeLimit: 300)
    } catch {
      throw Failure(description: "\(error.command): \(error.reason)")
    }
    if outcome.killer != nil { throw Failure(description: "\(program): died or ran out of time") }
    do throws(FileError) {
      read(String(decoding: try readFile(path, limit: 1 << 30), as: UTF8.self))
    } catch {
      throw Failure(description: "\(program): \(path): \(error.reason)")
    }
  }

  private mutating func read(_ text: String) {
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count >= 3, words[0] == "\(set.version)", let oparg = Int(words[2]) else { continue }
      operands[String(words[1]), default: []].insert(oparg)
      if words.count > 3 { raised.insert(String(words[1])) }
    }
  }

  /// The forms that were not executed, in the order of their opcodes.
  func missing() -> [String] { forms().filter { !$0.executed }.map(\.name) }

  /// Why forms cannot be executed by programs: `not-executed.txt` in the corpus' folder, a line `FORM | REASON` each. Empty lines and lines that
  /// begin with `#` say nothing; no file means no entries.
  static func reasons(corpus: String) throws(FileError) -> [String: String] {
    let path = "\(corpus)/not-executed.txt"
    guard access(path, F_OK) == 0 else { return [:] }
    var reasons: [String: String] = [:]
    for line in String(decoding: try readFile(path, limit: 1 << 20), as: UTF8.self).split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: " | ", maxSplits: 1)
      if parts.count == 2 { reasons[String(parts[0])] = String(parts[1]) }
    }
    return reasons
  }

  private func forms() -> [(name: String, executed: Bool)] {
    set.instructions.prefix(256).filter { $0.kind == .real && !CorpusCoverage.notInFiles.contains($0.name) }.flatMap(forms(of:))
  }

  /// Real instructions that the interpreter makes at run time or that only carry data.
  private static let notInFiles: Set<String> = ["CACHE", "RESERVED", "INTERPRETER_EXIT", "EXIT_INIT_CHECK", "ENTER_EXECUTOR"]

  private func forms(of instruction: Instruction) -> [(name: String, executed: Bool)] {
    let name = instruction.name
    let seen = operands[name] ?? []
    var forms = [(name: name, executed: !seen.isEmpty)]
    for field in instruction.operand.fields {
      let values = Set(seen.map(field.value(in:)))
      forms += choices(field).map { ("\(name): \(field.name) \($0.text)", $0.matches(values)) }
    }
    if instruction.effects.contains(.raises) { forms.append(("\(name): raises", raised.contains(name))) }
    return forms
  }

  /// What a field of an operand can be, as far as it makes a difference.
  private func choices(_ field: OperandField) -> [(text: String, matches: (Set<Int>) -> Bool)] {
    switch field.kind {
    case .table(let number):
      let entries = set.tables[number].entries.filter { $0.isValid && $0.value >= field.minimum && $0.value <= field.maximum }
      return entries.map { entry in (entry.name, { $0.contains(Int(entry.value)) }) }
    case .flags(let number):
      return set.tables[number].entries.filter(\.isValid).map { entry in (entry.name, { $0.contains { $0 & Int(entry.value) != 0 } }) }
    case .flag:
      return (0...1).map { value in (value == 0 ? "clear" : "set", { $0.contains(value) }) }
    case .count, .number, .depth:
      guard field.maximum - field.minimum < 8 else { return [] }
      return (Int(field.minimum)...Int(field.maximum)).map { value in (String(value), { $0.contains(value) }) }
    case .const, .name, .local, .localsplus, .deref, .forward, .backward, .absolute, .handler, .backReference, .prefix:
      return []
    }
  }
}
