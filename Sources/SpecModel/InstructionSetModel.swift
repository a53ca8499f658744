/// One version's instruction set, with every number bound to its definition: what the emitters work from.
public struct InstructionSetModel: Sendable {
  public let spec: Spec
  public let version: VersionSpec
  /// Sorted by number.
  public let opcodes: [Opcode]

  public struct Opcode: Sendable {
    public let name: String
    public let number: Int
    public let kind: VersionSpec.Number.Kind
    /// The definition of the instruction, or of the one it specializes or instruments.
    public let definition: InstructionDefinition?
    public let form: Form?
    public let base: Int?
    public let cache: VersionSpec.Cache?
    public let declared: VersionSpec.Number

    /// Size of the instruction with its cache, in code units.
    public var units: Int { 1 + (cache?.units ?? 0) }
  }

  /// - Precondition: `spec` passed its checks.
  public init(spec: Spec, version: VersionSpec) {
    self.spec = spec
    self.version = version
    opcodes = version.numbers.map { number in
      let name = number.base?.value ?? number.name.value
      let definition = spec.instruction(name)
      return Opcode(
        name: number.name.value, number: number.number, kind: number.kind, definition: definition,
        form: definition?.form(in: version.version) ?? version.operands[name].map { Form(readOnly: $0, version.version) }, base: number.base.flatMap { version.number($0.value)?.number },
        cache: version.cache(name), declared: number)
    }.sorted { $0.number < $1.number }
  }

  public func opcode(_ name: String) -> Opcode? { opcodes.first { $0.name == name } }

  /// Whether a call makes the cells of a frame and, for the code of a generator, the generator. In other versions instructions do.
  public var callsPrepareFrames: Bool {
    !real.contains { opcode in opcode.form?.effects.contains(.makesGenerator) ?? false }
  }

  /// The instructions that may stand in a file.
  public var real: [Opcode] { opcodes.filter { $0.kind == .real } }

  /// The operand tables with their entries of this version.
  public var tables: [(table: OperandTable, entries: [OperandTable.Entry])] {
    let used = Set(opcodes.flatMap { $0.form?.operand ?? [] }.compactMap(\.kind.tableName))
    return spec.tables.filter { used.contains($0.name.value) }.map { ($0, $0.entries(in: version.version)) }
  }

  /// Every kernel that the real instructions call, with the instructions that call it; sorted by name.
  public var kernels: [(signature: KernelSignature, users: [String])] {
    var found: [String: (signature: KernelSignature, users: [String])] = [:]
    for opcode in real {
      guard let form = opcode.form else { continue }
      for signature in KernelCall(form).signatures(tables: spec.tables, version: version.version) {
        var entry = found[signature.name] ?? (signature, [])
        if !entry.users.contains(opcode.name) { entry.users.append(opcode.name) }
        found[signature.name] = entry
      }
    }
    return found.values.sorted { $0.signature.name < $1.signature.name }
  }
}

extension Form {
  /// The form of an instruction of which only the operand is known.
  fileprivate init(readOnly operand: Located<OperandField>, _ version: Version) {
    let picture = StackPicture(inputs: [], outputs: [], text: "--", place: operand.place)
    self.init(
      place: operand.place, versions: VersionRange(first: version, last: version), operand: [operand.value], next: picture,
      other: nil, unbalanced: false, flow: .next, landsPast: [], kernel: nil, machine: nil, needsFrame: false, effects: [],
      assignments: [], whenUnset: nil, equals: [], becomes: [], keywordNames: nil, leaves: nil, readings: [], dis: DisNotes())
  }
}

extension InstructionSetModel {
  /// The lists of CPython's `opcode` module that an opcode is in, in the order of `opcodeLists`.
  public func lists(_ opcode: Opcode) -> [String] {
    if opcode.kind == .specialized { return [] }
    let hasOperand = opcode.declared.hasArgument ?? !(opcode.form?.operand.isEmpty ?? true)
    if opcode.kind == .instrumented {
      return (hasOperand ? ["hasarg"] : []) + opcode.declared.lists
    }
    guard let form = opcode.form else { return [] }
    if let lists = form.dis.lists { return lists }
    var lists: Set<String> = hasOperand ? ["hasarg"] : []
    for field in form.operand {
      switch field.kind {
      case .const: lists.insert("hasconst")
      case .name: lists.insert("hasname")
      case .local: lists.insert("haslocal")
      case .localsplus, .deref: lists.insert("hasfree")
      case .forward, .backward: lists.insert("hasjrel")
      case .absolute: lists.insert("hasjabs")
      case .handler: lists.insert(opcode.kind == .pseudo ? "hasexc" : "hasjrel")
      case .table("comparison"): lists.insert("hascompare")
      default: break
      }
    }
    return opcodeLists.filter(lists.contains)
  }
}
