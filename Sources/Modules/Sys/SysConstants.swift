import Builtins
import Runtime

/// The constants of module sys.
enum SysConstants {
  static func add(_ t: Thread, _ m: Ref<ModuleObject>) throws(Raised) {
    try addTexts(t, m)
    try t.addConstant(m, "maxsize", try t.int(Int.max))
    try t.addConstant(m, "maxunicode", Value(small: 0x10FFFF))
    try t.addConstant(m, "hexversion", hexVersion(t))
    try t.addConstant(m, "api_version", Value(small: 1013))
    try t.addConstant(m, "dont_write_bytecode", .true)
    try t.addConstant(m, "pycache_prefix", .none)
    try t.addConstant(m, "path_hooks", Value(try t.list()))
    try t.addConstant(m, "meta_path", Value(try t.list()))
    try t.addConstant(m, "path_importer_cache", Value(try t.dict()))
    try t.addConstant(m, "warnoptions", Value(try t.list()))
    try t.addConstant(m, "orig_argv", t.dictGet(m.dict, interned: t.name(.argv)))
    try t.addConstant(m, "_xoptions", Value(try t.dict()))
    try t.addConstant(m, "stdlib_module_names", try frozenSet(t, StandardModules.names))
    let names = try t.list()
    for name in t.box.moduleNames { try t.append(names, try t.str(name)) }
    try t.append(names, t.name(.builtins))
    try t.addConstant(m, "builtin_module_names", try t.tuple(copying: names.slots))
    try addStructures(t, m)
  }

  /// A byte each for major, minor and patch release; a final one ends with F0.
  private static func hexVersion(_ t: Thread) -> Value { Value(small: Int(t.level.number) << 16 | Int(t.level.micro) << 8 | 0xF0) }

  private static func addTexts(_ t: Thread, _ m: Ref<ModuleObject>) throws(Raised) {
    try t.addConstant(m, "version", try t.str("\(t.level.major).\(t.level.minor).\(t.level.micro) (Adder)"))
    try t.addConstant(m, "copyright", try t.str("Copyright (c) the authors of Adder."))
    #if os(macOS)
      try t.addConstant(m, "platform", try t.str("darwin"))
    #else
      try t.addConstant(m, "platform", try t.str("linux"))
    #endif
    try t.addConstant(m, "byteorder", t.name(.little))
    try t.addConstant(m, "executable", t.interpreter.emptyStr)
    for name in ["prefix", "exec_prefix", "base_prefix", "base_exec_prefix"] {
      try t.dictSet(m.dict, t.intern(try t.str(name)), t.interpreter.emptyStr)
    }
    try t.addConstant(m, "platlibdir", try t.str("lib"))
    try t.addConstant(m, "float_repr_style", try t.str("short"))
    try t.addConstant(m, "abiflags", t.interpreter.emptyStr)
  }

  private static func frozenSet(_ t: Thread, _ texts: [String]) throws(Raised) -> Value {
    let list = try t.list()
    for text in texts { try t.append(list, t.intern(try t.str(text))) }
    return try t.call(Value(t.types.frozenset), Value(list))
  }

  /// A named tuple of the module, made and stored.
  private static func add(
    _ t: Thread, _ m: Ref<ModuleObject>, _ name: StaticString, _ spec: TypeSpec, _ fields: [(StaticString, Value)]
  ) throws(Raised) -> Value {
    let type = try StructSequence.makeType(t, m, spec, fields: fields.map { $0.0 })
    type.flags.insert(.noConstructor)
    let values = try t.tuple(count: fields.count)
    for (k, field) in fields.enumerated() { values.items[k] = field.1 }
    let made = try StructSequence.make(t, type, values.slots)
    try t.addConstant(m, name, made)
    return made
  }

  private static func flags(_ t: Thread) throws(Raised) -> [(StaticString, Value)] {
    let zero = Value(small: 0)
    var fields: [(StaticString, Value)] = [
      ("debug", zero), ("inspect", zero), ("interactive", zero), ("optimize", zero), ("dont_write_bytecode", zero), ("no_user_site", zero),
      ("no_site", zero), ("ignore_environment", zero), ("verbose", zero), ("bytes_warning", zero), ("quiet", zero), ("hash_randomization", Value(small: 1)),
      ("isolated", zero), ("dev_mode", .false), ("utf8_mode", zero),
    ]
    if t.has(.warnDefaultEncodingFlag) { fields.append(("warn_default_encoding", zero)) }
    if t.has(.safePathFlag) { fields.append(("safe_path", .false)) }
    fields.append(("int_max_str_digits", try t.int(t.interpreter.maxStrDigits)))
    return fields
  }

  private static func addStructures(_ t: Thread, _ m: Ref<ModuleObject>) throws(Raised) {
    let version = try add(t, m, "version_info", TypeSpec("sys.version_info", functions: StructSequence.functions), [
      ("major", Value(small: t.level.major)), ("minor", Value(small: t.level.minor)), ("micro", Value(small: Int(t.level.micro))), ("releaselevel", try t.str("final")),
      ("serial", Value(small: 0)),
    ])
    let zero = Value(small: 0)
    _ = try add(t, m, "flags", TypeSpec("sys.flags", functions: StructSequence.functions), try flags(t))
    _ = try add(t, m, "float_info", TypeSpec("sys.float_info", functions: StructSequence.functions), [
      ("max", try t.float(.greatestFiniteMagnitude)), ("max_exp", Value(small: 1024)), ("max_10_exp", Value(small: 308)),
      ("min", try t.float(.leastNormalMagnitude)), ("min_exp", Value(small: -1021)), ("min_10_exp", Value(small: -307)), ("dig", Value(small: 15)),
      ("mant_dig", Value(small: 53)), ("epsilon", try t.float(Double.ulpOfOne)), ("radix", Value(small: 2)), ("rounds", Value(small: 1)),
    ])
    _ = try add(t, m, "int_info", TypeSpec("sys.int_info", functions: StructSequence.functions), [
      ("bits_per_digit", Value(small: 30)), ("sizeof_digit", Value(small: 4)), ("default_max_str_digits", Value(small: 4300)),
      ("str_digits_check_threshold", Value(small: 640)),
    ])
    _ = try add(t, m, "hash_info", TypeSpec("sys.hash_info", functions: StructSequence.functions), [
      ("width", Value(small: 64)), ("modulus", try t.int((1 << 61) - 1)), ("inf", Value(small: 314159)), ("nan", zero), ("imag", Value(small: 1_000_003)),
      ("algorithm", try t.str(t.has(.shortStringHash) ? "siphash13" : "siphash24")), ("hash_bits", Value(small: 64)), ("seed_bits", Value(small: 128)), ("cutoff", zero),
    ])
    let implementation = try t.call(Value(t.types.simpleNamespace))
    try t.setAttribute(implementation, t.name(.name), try t.str("adder"))
    try t.setAttribute(implementation, try t.intern("cache_tag"), try t.str("cpython-\(t.level.major)\(t.level.minor)"))
    try t.setAttribute(implementation, try t.intern("version"), version)
    try t.setAttribute(implementation, try t.intern("hexversion"), hexVersion(t))
    try t.addConstant(m, "implementation", implementation)
  }
}
