/// What a .pyc file is and what is in it, for people and for tools.
public struct FileSummary {
  private let file: PycFile
  private let set: InstructionSet?
  private let codes: [CodeSummary]
  private let imports: [ImportedModule]
  private let names: [Text]

  /// A code object and how deep it is nested.
  private struct CodeSummary {
    let code: CodeImage
    let depth: Int
    let instructionCount: Int
  }

  public init(_ file: PycFile) {
    self.file = file
    set = InstructionSet.of(file.code.version)
    var codes: [CodeSummary] = []
    var imports: [ImportedModule] = []
    var names: [Text] = []
    var (knownImports, knownNames, seen): (Set<ImportedModule>, Set<Text>, Set<ObjectIdentifier>) = ([], [], [])
    let table = set.map(DecodeTable.init)
    var pending = [(file.code, 0)]
    while let (code, depth) = pending.popLast() {
      guard seen.insert(ObjectIdentifier(code)).inserted else { continue }
      let instructions = table.map { $0.instructions(of: code.code, yieldsPrefixes: false) } ?? []
      codes.append(CodeSummary(code: code, depth: depth, instructionCount: instructions.count))
      if let set {
        for module in ImportedModule.all(in: code, instructions, set) where knownImports.insert(module).inserted {
          imports.append(module)
        }
      }
      for name in code.names where knownNames.insert(name).inserted { names.append(name) }
      for case .code(let nested) in code.constants.reversed() { pending.append((nested, depth + 1)) }
    }
    self.codes = codes
    self.imports = imports
    self.names = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  // MARK: Text

  /// A few lines on the file, then one for each code object.
  public func text(_ path: String) -> [UInt8] {
    var lines = ["\(path):", "  Python \(file.code.version), magic number \(file.header.magic)"]
    switch file.header.source {
    case .timeStamp(let time, let size): lines.append("  source of \(size) bytes, modified at second \(time)")
    case .hash(let hash, let isChecked):
      lines.append("  source with hash \(PythonRepr.hexadecimal(hash)), \(isChecked ? "checked" : "not checked") by importers")
    }
    if !file.trailingBytes.isEmpty { lines.append("  \(file.trailingBytes.count) bytes behind the code object") }
    lines.append("  imports: " + (imports.isEmpty ? "none" : imports.map(\.description).joined(separator: ", ")))
    lines.append("  names: " + (names.isEmpty ? "none" : names.map(\.escaped).joined(separator: ", ")))
    lines.append("  code objects: \(codes.count)")
    for summary in codes {
      let code = summary.code
      let flags = code.flags.names.joined(separator: ", ")
      lines.append(
        String(repeating: "  ", count: summary.depth + 2)
          + "\(code.qualifiedName.escaped), line \(code.firstLine): \(summary.instructionCount) instructions in \(code.code.count) bytes, "
          + "stack \(code.stackSize), parameters \(code.parameterCount), variables \(code.localsPlusNames.count), "
          + "constants \(code.constants.count), names \(code.names.count)" + (flags.isEmpty ? "" : ", \(flags)"))
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  // MARK: JSON

  /// The same as JSON; Documentation/DisassemblyFormat.md explains the keys.
  public func json(_ path: String) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.key("file")
      json.value(path)
      json.key("python")
      json.value(file.code.version.description)
      json.key("magic")
      json.value(Int(file.header.magic))
      appendSource(to: &json)
      json.key("trailing_bytes")
      json.value(file.trailingBytes.count)
      json.key("imports")
      json.array { json in for module in imports { module.append(to: &json) } }
      json.key("names")
      json.array(isInline: true) { json in for name in names { json.value(name) } }
      json.key("code_objects")
      json.array { json in for summary in codes { append(summary, to: &json) } }
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }

  private func appendSource(to json: inout JSONWriter) {
    json.key("source")
    json.object(isInline: true) { json in
      switch file.header.source {
      case .timeStamp(let time, let size):
        json.key("time")
        json.value(Int(time))
        json.key("size")
        json.value(Int(size))
      case .hash(let hash, let isChecked):
        json.key("hash")
        json.value(PythonRepr.hexadecimal(hash))
        json.key("checked")
        json.value(isChecked)
      }
    }
  }

  private func append(_ summary: CodeSummary, to json: inout JSONWriter) {
    let code = summary.code
    let numbers = [
      ("depth", summary.depth), ("firstlineno", code.firstLine), ("instructions", summary.instructionCount),
      ("bytes", code.code.count), ("stacksize", code.stackSize), ("parameters", code.parameterCount),
      ("variables", code.localsPlusNames.count), ("consts", code.constants.count), ("names", code.names.count),
    ]
    json.object(isInline: true) { json in
      json.key("qualname")
      json.value(code.qualifiedName)
      for (key, number) in numbers {
        json.key(key)
        json.value(number)
      }
      json.key("flags")
      json.array { json in for name in code.flags.names { json.value(name) } }
    }
  }
}

/// A module that an instruction imports.
struct ImportedModule: Hashable, CustomStringConvertible {
  let name: Text
  /// How many packages up the name begins; 0 for an absolute import, -1 for one of Python 2 that tries both.
  let level: Int64
  /// The names that are imported from it.
  let names: [Text]

  /// The imports of a code object, in order (CPython: Lib/dis.py, `_find_imports`).
  static func all(in code: CodeImage, _ instructions: [DecodedInstruction], _ set: InstructionSet) -> [ImportedModule] {
    guard let opcode = set.named("IMPORT_NAME")?.number else { return [] }
    var modules: [ImportedModule] = []
    for index in instructions.indices.dropFirst(2) where UInt16(instructions[index].opcode) == opcode {
      let operand = Int(instructions[index].operand)
      guard operand < code.names.count else { continue }
      var level: Int64 = 0
      if case .integer(let number) = constant(instructions[index - 2], code, set) { level = number }
      var names: [Text] = []
      if case .tuple(let tuple) = constant(instructions[index - 1], code, set) {
        for item in tuple.items {
          if case .string(let name) = item { names.append(name) }
          if case .bytes(let name) = item, let name = Text(utf8: name) { names.append(name) }
        }
      }
      modules.append(ImportedModule(name: code.names[operand], level: level, names: names))
    }
    return modules
  }

  /// The constant that an instruction pushes; nil if it pushes none.
  private static func constant(_ instruction: DecodedInstruction, _ code: CodeImage, _ set: InstructionSet) -> Constant? {
    let operand = Int(instruction.operand)
    let description = set[Int(instruction.opcode)]
    if description.name == "LOAD_SMALL_INT" { return .integer(Int64(operand)) }
    guard description.operand.main?.kind == .const else { return nil }
    return operand < code.constants.count ? code.constants[operand] : nil
  }

  var description: String {
    let module = String(repeating: ".", count: Int(max(0, min(level, 100)))) + name.escaped
    return names.isEmpty ? module : "\(module) (\(names.map(\.escaped).joined(separator: ", ")))"
  }

  func append(to json: inout JSONWriter) {
    json.object(isInline: true) { json in
      json.key("module")
      json.value(name)
      json.key("level")
      json.value(Int(level))
      json.key("names")
      json.array { json in for name in names { json.value(name) } }
    }
  }
}
