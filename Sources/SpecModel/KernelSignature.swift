/// The Swift signature of a kernel, derived from the pictures and operands of the instructions that use it.
///
/// Parameters, all without labels: the thread; the frame if the instruction says so or its operand names a variable; the operand
/// fields that do more than count slots or select a kernel or a picture; the inputs, bottom to top; for an output with a count, the
/// slots to write it to. Results: the outputs that are neither inputs, constants, variables nor NULL.
public struct KernelSignature: Hashable, Sendable {
  public let name: String
  public let parameters: [Parameter]
  public let result: Result
  public let isThrowing: Bool

  public struct Parameter: Hashable, Sendable {
    public let name: String
    public let type: ParameterType
  }

  public enum ParameterType: String, Sendable {
    case thread = "Thread"
    case frame = "Frame"
    case value = "Value"
    case slots = "Slots"
    case int = "Int"
    case bool = "Bool"
    case slotPointer = "SlotPointer"
    case codePointer = "CodePointer"
  }

  public enum Result: String, Sendable {
    case none = ""
    case value = "Value"
    case pair = "Pair"
    case triple = "Triple"
    case bool = "Bool"
    case machine = "Machine"
    case never = "Never"
  }

  /// The same function, whatever its parameters are called?
  public func matches(_ other: KernelSignature) -> Bool {
    name == other.name && parameters.map(\.type) == other.parameters.map(\.type) && result == other.result
      && isThrowing == other.isThrowing
  }

  /// The declaration, in Swift.
  public var declaration: String {
    let list = parameters.map { "_ \($0.name): \($0.type.rawValue)" }.joined(separator: ", ")
    let effects = isThrowing ? " throws(Raised)" : ""
    return "func \(name)(\(list))\(effects)" + (result == .none ? "" : " -> \(result.rawValue)")
  }
}

/// How a form calls its kernels: which of its parts become parameters and results.
public struct KernelCall: Sendable {
  public let form: Form

  public init(_ form: Form) { self.form = form }

  public var passesFrame: Bool { form.needsFrame || form.operand.contains { $0.kind.isVariable && !$0.isHidden } }

  /// The operand fields that plain kernels get.
  public var fields: [OperandField] {
    let pictures = [form.next] + (form.other.map { [$0] } ?? [])
    let items = pictures.flatMap { $0.inputs + $0.outputs }
    var consumed = Set(items.flatMap { [$0.condition, $0.kindCondition] }.compactMap { $0?.field })
    consumed.formUnion(items.compactMap(\.count).filter { $0.terms.count == 1 }.map { $0.terms[0].field })
    consumed.formUnion(form.kernel?.selectors ?? [])
    let each = Set(
      (form.kernel?.references ?? []).compactMap { reference -> String? in
        if case .each(let table) = reference { table } else { nil }
      })
    return form.operand.filter { field in
      guard !field.isHidden, !consumed.contains(field.name) else { return false }
      if let table = field.kind.tableName, each.contains(table) { return false }
      switch field.kind {
      case .forward, .backward, .absolute, .handler, .backReference, .prefix, .depth: return false
      default: return true
      }
    }
  }

  /// The operand fields that a machine kernel gets: it finds its inputs itself, so it needs the counts too.
  public var machineFields: [OperandField] {
    form.operand.filter { !$0.isHidden && !$0.kind.isJump }
  }

  /// The inputs that kernels get.
  public var inputs: [StackItem] { form.next.inputs.filter { !$0.isHidden } }

  /// The outputs that a kernel computes, given which flags are known to be set or clear.
  public func results(of picture: StackPicture, set: Set<String> = [], clear: Set<String> = []) -> [StackItem] {
    picture.outputs.filter { item in
      if picture.inputs.contains(where: { $0.name == item.name }) || item.kind == .null { return false }
      if let field = form.field(item.name), field.kind == .const || field.kind.isVariable { return false }
      switch item.condition {
      case .isSet(let flag): return !clear.contains(flag)
      case .isClear(let flag): return !set.contains(flag)
      default: return true
      }
    }
  }

  private func result(set: Set<String>, clear: Set<String>) -> KernelSignature.Result {
    if form.flow == .raise { return .never }
    let next = results(of: form.next, set: set, clear: clear)
    if form.flow == .branch && next.isEmpty { return .bool }
    if next.contains(where: { $0.count != nil }) { return .none }
    switch next.count {
    case 0: return .none
    case 1: return .value
    case 2: return .pair
    default: return .triple
    }
  }

  private var inputParameters: [KernelSignature.Parameter] {
    inputs.map { KernelSignature.Parameter(name: $0.name.swiftName, type: $0.count == nil ? .value : .slots) }
  }

  private static func parameter(_ field: OperandField) -> KernelSignature.Parameter {
    let type: KernelSignature.ParameterType =
      switch field.kind {
      case .const, .name: .value
      case .flag: .bool
      default: .int
      }
    return KernelSignature.Parameter(name: field.name.swiftName, type: type)
  }

  /// The signature of a kernel that the form calls first.
  func plain(_ name: String, set: Set<String>, clear: Set<String>) -> KernelSignature {
    var parameters = [KernelSignature.Parameter(name: "t", type: .thread)]
    if passesFrame { parameters.append(KernelSignature.Parameter(name: "frame", type: .frame)) }
    parameters += fields.map(Self.parameter) + inputParameters
    if results(of: form.next, set: set, clear: clear).contains(where: { $0.count != nil }) {
      parameters.append(KernelSignature.Parameter(name: "into", type: .slots))
    }
    let result = result(set: set, clear: clear)
    return KernelSignature(
      name: name, parameters: parameters, result: result, isThrowing: form.effects.contains(.raises) || result == .never)
  }

  func machine(_ kernel: MachineKernel) -> KernelSignature {
    var parameters: [KernelSignature.Parameter] = [
      .init(name: "t", type: .thread), .init(name: "frame", type: .frame), .init(name: "sp", type: .slotPointer),
      .init(name: "next", type: .codePointer),
    ]
    if form.jumpField != nil { parameters.append(.init(name: "target", type: .codePointer)) }
    parameters += machineFields.map(Self.parameter)
    return KernelSignature(name: kernel.name, parameters: parameters, result: .machine, isThrowing: true)
  }

  /// The signatures of all kernels that the form calls.
  public func signatures(tables: [OperandTable], version: Version) -> [KernelSignature] {
    var result: [KernelSignature] = []
    for (index, choice) in (form.kernel?.choices ?? []).enumerated() {
      let flags: Set<String> = choice.flag.map { [$0] } ?? []
      for (reference, isChosen) in [(choice.reference, true)] + (choice.otherwise.map { [($0, false)] } ?? []) {
        for name in Self.names(reference, tables, version) {
          if index > 0 {
            let parameters: [KernelSignature.Parameter] = [.init(name: "t", type: .thread), .init(name: "value", type: .value)]
            let throwing = form.effects.contains(.raises)
            result.append(KernelSignature(name: name, parameters: parameters, result: .value, isThrowing: throwing))
          } else {
            result.append(plain(name, set: isChosen ? flags : [], clear: isChosen ? [] : flags))
          }
        }
      }
    }
    if let machine = form.machine {
      result.append(self.machine(machine))
      if let test = machine.test {
        let parameters = [KernelSignature.Parameter(name: "t", type: .thread)] + inputParameters
        result.append(KernelSignature(name: test, parameters: parameters, result: .bool, isThrowing: false))
      }
    }
    if let kernel = form.whenUnset {
      let parameters: [KernelSignature.Parameter] = [
        .init(name: "t", type: .thread), .init(name: "frame", type: .frame), .init(name: "index", type: .int),
      ]
      result.append(KernelSignature(name: kernel.value, parameters: parameters, result: .never, isThrowing: true))
    }
    return result
  }

  public static func names(_ reference: KernelUse.Reference, _ tables: [OperandTable], _ version: Version) -> [String] {
    switch reference {
    case .named(let name): return [name]
    case .each(let table):
      let entries = tables.first { $0.name.value == table }?.entries(in: version) ?? []
      return entries.filter(\.isValid).compactMap { $0.kernel?.value }
    }
  }
}

extension String {
  /// A name of the spec, `self_or_null`, as a Swift name, `selfOrNull`; names that Swift reserves stand in backquotes.
  public var swiftName: String {
    let words = split(separator: "_")
    guard let first = words.first else { return self }
    let name = String(first) + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    return swiftKeywords.contains(name) ? "`\(name)`" : name
  }
}

private let swiftKeywords: Set<String> = [
  "class", "super", "self", "import", "default", "is", "as", "in", "init", "operator", "return", "switch", "case", "func", "var",
  "let", "nil", "true", "false", "try", "throw", "where", "while", "for", "if", "else", "do", "repeat", "struct", "enum", "extension",
]
