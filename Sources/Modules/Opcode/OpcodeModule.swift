import Bytecode
import Runtime

/// Module `_opcode` (CPython: Modules/_opcode.c): what `opcode` and `dis` ask of the interpreter, from the tables of the program's version.
enum OpcodeModule {
  static let module = ModuleSpec("_opcode", doc: "Opcode support module.", functions: effects + lists + tables) { t, m throws(Raised) in
    try t.addConstant(m, "ENABLE_SPECIALIZATION", Value(small: 1))
    try t.addConstant(m, "ENABLE_SPECIALIZATION_FT", Value(small: 1))
  }

  private static func facts(_ t: Thread) throws(Raised) -> OpcodeFacts {
    if let facts = OpcodeFacts.of(t.level) { return facts }
    throw t.raise(t.types.runtimeError, "the instructions of this version are not known")
  }

  private static let effects: [NativeFunctionSpec] = [
    .init("stack_effect(opcode, oparg=None, /, *, jump=None)", "Compute the stack effect of the opcode.") { t, a throws(Raised) in
      try t.int(try stackEffect(t, a[0], a[1], a[2]))
    },
    .init("get_specialization_stats()", "Return the specialization stats") { _, _ throws(Raised) in .none },
    .init("get_executor(code, offset)", "Return the executor object at offset in code if exists, None otherwise.") { t, a throws(Raised) in
      _ = try t.parsedInt(a[1])
      guard a[0].isKind(.code) else { throw t.raise(t.types.typeError, "expected a code object, not '%T'", a[0]) }
      throw t.raise(.noExecutor)
    },
  ]

  private static func stackEffect(_ t: Thread, _ number: Value, _ operand: Value, _ jump: Value) throws(Raised) -> Int {
    let opcode = try t.parsedInt(number)
    let facts = try facts(t)
    var argument = 0
    if !operand.isNone { argument = try t.parsedInt(operand) }
    var jumps: Bool?
    if jump == .true {
      jumps = true
    } else if jump == .false {
      jumps = false
    } else if !jump.isNone {
      throw t.raise(t.types.valueError, "stack_effect: jump must be False, True or None")
    }
    if t.has(.operandsOfEffectsChecked), facts.takesOperand(opcode) == operand.isNone {
      throw t.raise(
        t.types.valueError,
        operand.isNone
          ? "stack_effect: opcode requires oparg but oparg was not specified"
          : "stack_effect: opcode does not permit oparg but oparg was specified")
    }
    guard let effect = facts.stackEffect(opcode, argument, jumps: jumps) else {
      throw t.raise(t.types.valueError, "invalid opcode or oparg")
    }
    return effect
  }

  // MARK: Kinds of opcodes

  private static func isListed(_ t: Thread, _ number: Value, _ list: OpcodeLists) throws(Raised) -> Value {
    let opcode = try t.parsedInt(number)
    return Value(try facts(t).isListed(opcode, list))
  }

  private static let lists: [NativeFunctionSpec] = [
    .init("is_valid(opcode)", "Return True if opcode is valid, False otherwise.") { t, a throws(Raised) in
      let opcode = try t.parsedInt(a[0])
      return Value(try facts(t).isValid(opcode))
    },
    .init("has_arg(opcode)", "Return True if the opcode uses its oparg, False otherwise.") { t, a throws(Raised) in try isListed(t, a[0], .hasarg) },
    .init("has_const(opcode)", "Return True if the opcode accesses a constant, False otherwise.") { t, a throws(Raised) in
      try isListed(t, a[0], .hasconst)
    },
    .init("has_name(opcode)", "Return True if the opcode accesses an attribute by name, False otherwise.") { t, a throws(Raised) in
      try isListed(t, a[0], .hasname)
    },
    .init("has_jump(opcode)", "Return True if the opcode has a jump target, False otherwise.") { t, a throws(Raised) in
      try isListed(t, a[0], .hasjrel)
    },
    .init("has_free(opcode)", "Return True if the opcode accesses a variable of a scope around, False otherwise.") { t, a throws(Raised) in
      try isListed(t, a[0], .hasfree)
    },
    .init("has_local(opcode)", "Return True if the opcode accesses a local variable, False otherwise.") { t, a throws(Raised) in
      try isListed(t, a[0], .haslocal)
    },
    .init("has_exc(opcode)", "Return True if the opcode sets an exception handler, False otherwise.") { t, a throws(Raised) in
      try isListed(t, a[0], .hasexc)
    },
  ]

  // MARK: Tables of operands

  private static func names(_ t: Thread, _ table: String) throws(Raised) -> Value {
    let names = try t.list()
    for entry in try facts(t).table(table) { try t.append(names, try t.str(entry.name)) }
    return Value(names)
  }

  private static let tables: [NativeFunctionSpec] = [
    .init("get_nb_ops()", "Return array of symbols of binary ops.\n\nIndexed by the BINARY_OP oparg value.") { t, _ throws(Raised) in
      let pairs = try t.list()
      for entry in try facts(t).table("binary_operation") { try t.append(pairs, try t.tuple(try t.str(entry.name), try t.str(entry.text))) }
      return Value(pairs)
    },
    .init("get_intrinsic1_descs()", "Return a list of names of the unary intrinsics.") { t, _ throws(Raised) in try names(t, "intrinsic_1") },
    .init("get_intrinsic2_descs()", "Return a list of names of the binary intrinsics.") { t, _ throws(Raised) in try names(t, "intrinsic_2") },
    .init("get_special_method_names()", "Return a list of special method names.") { t, _ throws(Raised) in try names(t, "special_method") },
  ]
}
