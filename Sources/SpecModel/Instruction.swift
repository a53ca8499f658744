/// An instruction as the spec defines it: a name and one form for each of its meanings.
public struct InstructionDefinition: Sendable {
  public let name: Located<String>
  public let family: String
  public let doc: String
  public package(set) var forms: [Form]

  package init(name: Located<String>, family: String, doc: String, forms: [Form]) {
    self.name = name
    self.family = family
    self.doc = doc
    self.forms = forms
  }

  public func form(in version: Version) -> Form? { forms.first { $0.versions.contains(version) } }

  /// Adds forms that stand elsewhere.
  package mutating func add(_ others: [Form]) { forms += others }

  /// Ends each form without an end in sight where a later one begins.
  package mutating func closeOpenRanges() {
    for index in forms.indices where forms[index].versions.last == nil {
      let range = forms[index].versions
      guard let next = forms.map(\.versions.first).filter({ range.first < $0 }).min(), next.minor > 0 else { continue }
      forms[index].versions = VersionRange(first: range.first, last: Version(next.major, next.minor - 1))
    }
  }
}

/// One meaning of an instruction, and the versions that have it.
public struct Form: Sendable {
  public let place: Place
  public package(set) var versions: VersionRange
  public let operand: [OperandField]
  /// The picture of the edge to the next instruction.
  public let next: StackPicture
  /// The picture of the jump or handler edge, where it differs.
  public let other: StackPicture?
  /// Whether the two pictures may change the depth by different amounts.
  public let unbalanced: Bool
  public let flow: Flow
  /// Instructions at the jump target that a jump skips.
  public let landsPast: [Located<String>]
  public let kernel: KernelUse?
  public let machine: MachineKernel?
  /// Whether plain kernels get the frame.
  public let needsFrame: Bool
  public let effects: Set<Effect>
  /// Variables that get a new value when the instruction falls through.
  public let assignments: [Assignment]
  /// The kernel that raises when the local variable of the operand is unset.
  public let whenUnset: Located<String>?
  /// Instructions that together do the same.
  public let equals: [Part]
  /// What a pseudo-instruction may become.
  public let becomes: [Located<String>]
  /// What the instruction does with the names of the next call's keyword arguments.
  public let keywordNames: KeywordNames?
  /// The block that the instruction ends.
  public let leaves: BlockKind?
  /// How what it pushes reads; the first one of an output whose first part is there holds.
  public let readings: [Reading]
  public let dis: DisNotes

  package init(
    place: Place, versions: VersionRange, operand: [OperandField], next: StackPicture, other: StackPicture?,
    unbalanced: Bool, flow: Flow, landsPast: [Located<String>], kernel: KernelUse?, machine: MachineKernel?,
    needsFrame: Bool, effects: Set<Effect>, assignments: [Assignment], whenUnset: Located<String>?, equals: [Part],
    becomes: [Located<String>], keywordNames: KeywordNames?, leaves: BlockKind?, readings: [Reading], dis: DisNotes
  ) {
    self.place = place
    self.versions = versions
    self.operand = operand
    self.next = next
    self.other = other
    self.unbalanced = unbalanced
    self.flow = flow
    self.landsPast = landsPast
    self.kernel = kernel
    self.machine = machine
    self.needsFrame = needsFrame
    self.effects = effects
    self.assignments = assignments
    self.whenUnset = whenUnset
    self.equals = equals
    self.becomes = becomes
    self.keywordNames = keywordNames
    self.leaves = leaves
    self.readings = readings
    self.dis = dis
  }

  public struct Assignment: Hashable, Sendable {
    public let target: Target
    public let value: Value
    public let place: Place

    public enum Target: Hashable, Sendable {
      case field(String)
      case freeVariables
    }

    public enum Value: Hashable, Sendable {
      case input(String)
      case unset
      case cell
    }
  }

  /// A part of a fused instruction: an instruction whose operand is one field of the whole.
  public struct Part: Hashable, Sendable {
    public let instruction: Located<String>
    public let field: Located<String>?

    public static func == (a: Part, b: Part) -> Bool {
      a.instruction.value == b.instruction.value && a.field?.value == b.field?.value
    }

    public func hash(into hasher: inout Hasher) {
      hasher.combine(instruction.value)
      hasher.combine(field?.value)
    }
  }

  /// The field that names the jump target, if the instruction jumps.
  public var jumpField: OperandField? { operand.first { $0.kind.isJump } }

  public func field(_ name: String) -> OperandField? { operand.first { $0.name == name } }
}

/// What an instruction does with the names of keyword arguments that are set aside for the next call (3.11 and 3.12). Between the
/// instruction that gives them and the call that takes them there may only be some that keep them.
public enum KeywordNames: String, CaseIterable, Sendable { case give, keep, take }

/// A block of a frame's block stack (up to 3.10).
public enum BlockKind: String, CaseIterable, Sendable {
  /// A range of code with a handler, which a SETUP instruction starts.
  case block
  /// A handler that runs, with the exception that was handled before it on the stack.
  case handler
}

/// Where control goes after an instruction.
public enum Flow: String, CaseIterable, Sendable {
  case next, jump, branch, `return`, raise, suspend
  case suspendAndRepeat = "suspend_and_repeat"
  case setup
  case callBlock = "call_block"
  case returnFromBlock = "return_from_block"

  public var doc: String {
    switch self {
    case .next: "to the next instruction"
    case .jump: "always to the jump target"
    case .branch: "to the jump target or the next instruction"
    case .return: "out of the frame, for good"
    case .raise: "always to an exception handler"
    case .suspend: "out of the frame; a resumption goes on with the next instruction"
    case .suspendAndRepeat: "out of the frame; a resumption runs the same instruction again"
    case .setup: "to the next instruction, with the target set up as a handler"
    case .callBlock: "to the target, with the next instruction as return address on the stack"
    case .returnFromBlock: "to the return address on the stack, on to the next instruction, or it raises"
    }
  }
}

/// What an instruction may do besides computing its outputs.
public enum Effect: String, CaseIterable, Sendable {
  case raises, calls, allocates, polls, charges, names, frames, handling
  case makesGenerator = "makes_generator"

  public var doc: String {
    switch self {
    case .raises: "may raise an exception"
    case .calls: "may run Python code"
    case .allocates: "may allocate memory, and so collect garbage"
    case .polls: "looks for pending signals, requests and used-up budgets"
    case .charges: "looks for used-up budgets, not for signals"
    case .names: "reads or writes a namespace of the frame"
    case .frames: "enters, leaves or changes a frame"
    case .handling: "reads or changes the exception being handled"
    case .makesGenerator: "turns its frame into that of a generator"
    }
  }
}

/// Where CPython's `dis` and `opcode` modules say something else than the rest of the definition.
public struct DisNotes: Sendable {
  /// `dis.stack_effect` where it is not the physical effect.
  public var nextEffect: Count?
  public var jumpEffect: Count?
  /// What a set flag makes of the operand's text, with `{}` for the text so far.
  public var texts: [String: String] = [:]
  /// The lists of the `opcode` module that the instruction is in, instead of those its operand implies.
  public var lists: [String]?

  public init() {}
}
