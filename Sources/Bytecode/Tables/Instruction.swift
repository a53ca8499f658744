/// One opcode of an instruction set.
public struct Instruction: Sendable {
  /// The opcode; from 256 on for pseudo-instructions.
  public let number: UInt16
  /// CPython's name, such as `LOAD_ATTR`; `<17>` for unused numbers.
  public let name: String
  public let kind: InstructionKind
  /// The real opcode that this one specializes or instruments; its own number otherwise.
  public let base: UInt16
  /// The family of `Spec/families.yaml`, such as `attribute`.
  public let family: String
  /// What it does, in Markdown.
  public let doc: String
  public let operand: Operand
  /// The inline cache behind the instruction.
  public let cache: [CacheField]
  /// Code units of the inline cache.
  public let cacheUnits: Int
  public let flow: ControlFlow
  /// Instructions at the jump target that a jump skips (FOR_ITER lands behind END_FOR and POP_TOP in 3.13). The target must hold
  /// exactly these.
  public let landsPast: [UInt16]
  public let effects: Effects
  /// The stack pictures, inputs and outputs bottom to top, as the spec has them.
  public let stack: StackPictures
  /// The pseudo-instruction's possible replacements.
  public let expandsTo: [UInt16]
  /// How what it pushes reads, for people; the first one of an output whose first part is there holds.
  public let readings: [Reading]
  /// The lists of CPython's `opcode` module that the opcode is in.
  public let lists: OpcodeLists

  public init(
    number: UInt16, name: String, kind: InstructionKind, base: UInt16, family: String, doc: String, operand: Operand,
    cache: [CacheField], cacheUnits: Int, flow: ControlFlow, landsPast: [UInt16], effects: Effects, stack: StackPictures,
    expandsTo: [UInt16], readings: [Reading], lists: OpcodeLists
  ) {
    self.number = number
    self.name = name
    self.kind = kind
    self.base = base
    self.family = family
    self.doc = doc
    self.operand = operand
    self.cache = cache
    self.cacheUnits = cacheUnits
    self.flow = flow
    self.landsPast = landsPast
    self.effects = effects
    self.stack = stack
    self.expandsTo = expandsTo
    self.readings = readings
    self.lists = lists
  }
}

extension Instruction {
  /// The operand only says where something lies: how many values are on the stack does not depend on it.
  package var hasFixedEffect: Bool {
    operand.fields.allSatisfy {
      switch $0.kind {
      case .const, .name, .local, .localsplus, .deref, .forward, .backward, .absolute, .handler, .backReference: true
      case .count, .depth, .table, .flags, .flag, .number, .prefix: false
      }
    }
  }

  /// Whether an exception may leave it for a handler.
  package var mayRaise: Bool { flow == .raise || !effects.isDisjoint(with: [.raises, .calls, .polls, .charges]) }
}

/// What an opcode is for. The raw values are those of the generated tables.
public enum InstructionKind: UInt8, Sendable, BitwiseCopyable {
  /// May stand in a .pyc file.
  case real
  /// An adaptive form that CPython writes over a real instruction while it runs.
  case specialized
  /// A monitoring form that CPython writes over a real instruction while it runs.
  case instrumented
  /// Exists between the passes of CPython's compiler only.
  case pseudo
  /// Has a number in CPython's tables, but never stands in a .pyc file: CACHE, RESERVED and the like.
  case `internal`
  /// A number without an instruction.
  case unused
}

/// A named part of an inline cache.
public struct CacheField: Hashable, Sendable {
  public let name: String
  /// Size in code units.
  public let units: Int

  public init(_ name: String, _ units: Int) {
    self.name = name
    self.units = units
  }
}

/// Where control goes after an instruction.
public enum ControlFlow: UInt8, Sendable, BitwiseCopyable {
  /// To the next instruction (or an exception handler).
  case next
  /// Always to the jump target.
  case jump
  /// To the jump target or the next instruction.
  case branch
  /// Out of the frame, for good.
  case `return`
  /// To an exception handler or out of the frame: it always raises.
  case raise
  /// Out of the frame; a resumption goes on with the next instruction.
  case suspend
  /// Out of the frame; a resumption runs the same instruction again, until it falls through (YIELD_FROM up to 3.10).
  case suspendAndRepeat
  /// To the next instruction, having set up the jump target as a handler for what follows (SETUP_FINALLY up to 3.10).
  case setupHandler
  /// To the jump target, with the next instruction as return address on the stack (CALL_FINALLY of 3.8).
  case callBlock
  /// To the return address on the stack, or to the next instruction, or it raises (END_FINALLY of 3.8).
  case returnFromBlock
}

/// A way out of an instruction.
public enum Edge: UInt8, Sendable {
  /// To the instruction behind it; also the resumption after a suspension.
  case next
  /// To the jump target.
  case jump
  /// To the handler that the instruction sets up.
  case handler
}

/// What an instruction may do besides computing its outputs.
public struct Effects: OptionSet, Hashable, Sendable, BitwiseCopyable {
  public let rawValue: UInt16
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// May raise an exception.
  public static let raises = Effects(rawValue: 1 << 0)
  /// May run Python code or call back into the host.
  public static let calls = Effects(rawValue: 1 << 1)
  /// May allocate, hence collect garbage.
  public static let allocates = Effects(rawValue: 1 << 2)
  /// Looks for pending signals, requests and used-up budgets.
  public static let polls = Effects(rawValue: 1 << 3)
  /// Reads or writes a namespace of the frame: locals mapping, globals or builtins.
  public static let names = Effects(rawValue: 1 << 4)
  /// Enters, leaves or makes another frame.
  public static let frames = Effects(rawValue: 1 << 5)
  /// Reads or changes the exception being handled.
  public static let handling = Effects(rawValue: 1 << 6)
  /// Looks for used-up budgets, not for signals.
  public static let charges = Effects(rawValue: 1 << 7)
  /// Ends the range of the innermost block, which a SETUP instruction started (up to 3.10).
  public static let endsBlock = Effects(rawValue: 1 << 8)
  /// Ends the innermost handler that runs (up to 3.10).
  public static let endsHandler = Effects(rawValue: 1 << 9)
}

/// The stack pictures of an instruction as text, such as `owner -- value, self_or_null if method`.
public struct StackPictures: Hashable, Sendable {
  public let next: String
  /// The picture of the jump or handler edge where it differs from `next`.
  public let other: String?

  public init(next: String, other: String?) {
    self.next = next
    self.other = other
  }
}

/// How a value that an instruction pushes reads like in Python, as the spec has it: `{left} {operator} {right}`.
public struct Reading: Hashable, Sendable {
  /// The name of the value in the stack picture.
  public let output: String
  public let text: String

  public init(output: String, text: String) {
    self.output = output
    self.text = text
  }
}

/// The lists of CPython's `opcode` module.
public struct OpcodeLists: OptionSet, Hashable, Sendable {
  public let rawValue: UInt16
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  public static let hasarg = OpcodeLists(rawValue: 1 << 0)
  public static let hasconst = OpcodeLists(rawValue: 1 << 1)
  public static let hasname = OpcodeLists(rawValue: 1 << 2)
  public static let hasjrel = OpcodeLists(rawValue: 1 << 3)
  public static let hasjabs = OpcodeLists(rawValue: 1 << 4)
  public static let haslocal = OpcodeLists(rawValue: 1 << 5)
  public static let hasfree = OpcodeLists(rawValue: 1 << 6)
  public static let hascompare = OpcodeLists(rawValue: 1 << 7)
  public static let hasexc = OpcodeLists(rawValue: 1 << 8)
}
