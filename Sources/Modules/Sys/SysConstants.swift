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
    try t.addConstant(m, "_framework", t.interpreter.emptyStr)
    try t.addConstant(m, "_git", try t.tuple(try t.str("Adder"), t.interpreter.emptyStr, t.interpreter.emptyStr))
    try t.addConstant(m, "_home", .none)
    try t.addConstant(m, "_base_executable", t.interpreter.emptyStr)
    try t.addConstant(m, "_stdlib_dir", .none)
  }

  private static func frozenSet(_ t: Thread, _ texts: [String]) throws(Raised) -> Value {
    let list = try t.list()
    for text in texts { try t.append(list, t.intern(try t.str(text))) }
    return try t.call(Value(t.types.frozenset), Value(list))
  }

  private typealias Row = (name: StaticString, value: Value, doc: StaticString)

  /// A named tuple of the module, made and stored. Rows from `visible` on are not items of the tuple. Of a type with `isSingle` no others can be made.
  private static func add(
    _ t: Thread, _ m: Ref<ModuleObject>, _ name: StaticString, _ spec: TypeSpec, _ rows: [Row], visible: Int? = nil, isSingle: Bool = false
  ) throws(Raised) -> Value {
    let fields = rows.map { StructSequence.Field(name: $0.name, doc: $0.doc) }
    let type = try StructSequence.makeType(t, m, spec, fields: fields, visible: visible)
    if isSingle { type.flags.insert(.noConstructor) }
    let values = try t.tuple(count: rows.count)
    for (k, row) in rows.enumerated() { values.items[k] = row.value }
    let made = try StructSequence.make(t, type, values.slots)
    try t.addConstant(m, name, made)
    return made
  }

  private static func spec(_ name: StaticString, _ doc: StaticString) -> TypeSpec {
    TypeSpec(name, doc: doc, functions: StructSequence.functions)
  }

  /// The type of what `sys.get_asyncgen_hooks()` returns.
  static func asyncHooksType(_ t: Thread) throws(Raised) -> Ref<TypeObject> {
    let known = t.typeNamed("asyncgen_hooks")
    if !known.isNone { return known }
    let builtins = try t.dictGet(t.interpreter.modules, t.name(.builtins))
    let type = try StructSequence.makeType(
      t, builtins.unchecked(), spec("asyncgen_hooks", "asyncgen_hooks\n\nThe functions called with asynchronous generators."),
      fields: [
        StructSequence.Field(name: "firstiter", doc: "called with one that starts"),
        StructSequence.Field(name: "finalizer", doc: "called with one that is left unfinished"),
      ])
    type.flags.insert(.noConstructor)
    return type
  }

  private static func flags(_ t: Thread) throws(Raised) -> [Row] {
    let zero = Value(small: 0)
    var rows: [Row] = [
      ("debug", zero, "option -d"), ("inspect", zero, "option -i"), ("interactive", zero, "option -i"), ("optimize", zero, "option -O or -OO"),
      ("dont_write_bytecode", zero, "option -B"), ("no_user_site", zero, "option -s"), ("no_site", zero, "option -S"),
      ("ignore_environment", zero, "option -E"), ("verbose", zero, "option -v"), ("bytes_warning", zero, "option -b"),
      ("quiet", zero, "option -q"), ("hash_randomization", Value(small: 1), "option -R"), ("isolated", zero, "option -I"),
      ("dev_mode", .false, "option -X dev"), ("utf8_mode", zero, "option -X utf8"),
    ]
    if t.has(.warnDefaultEncodingFlag) { rows.append(("warn_default_encoding", zero, "option -X warn_default_encoding")) }
    if t.has(.safePathFlag) { rows.append(("safe_path", .false, "option -P")) }
    rows.append(("int_max_str_digits", try t.int(t.interpreter.maxStrDigits), "option -X int_max_str_digits"))
    return rows
  }

  /// Flags that are attributes and no items.
  private static func hiddenFlags(_ t: Thread) -> [Row] {
    var rows: [Row] = []
    if t.has(.lockFlag) { rows.append(("gil", Value(small: 1), "option -X gil")) }
    if t.has(.contextFlags) {
      rows.append(("thread_inherit_context", Value(small: 0), "option -X thread_inherit_context"))
      rows.append(("context_aware_warnings", Value(small: 0), "option -X context_aware_warnings"))
    }
    return rows
  }

  private static func floatInfo(_ t: Thread) throws(Raised) -> [Row] {
    [
      ("max", try t.float(.greatestFiniteMagnitude), "the largest finite float"),
      ("max_exp", Value(small: 1024), "the largest e for which radix**(e-1) is a float"),
      ("max_10_exp", Value(small: 308), "the largest e for which 10**e is a float"),
      ("min", try t.float(.leastNormalMagnitude), "the smallest positive normalized float"),
      ("min_exp", Value(small: -1021), "the smallest e for which radix**(e-1) is a normalized float"),
      ("min_10_exp", Value(small: -307), "the smallest e for which 10**e is a normalized float"),
      ("dig", Value(small: 15), "decimal digits that every float can keep"),
      ("mant_dig", Value(small: 53), "digits of the mantissa"),
      ("epsilon", try t.float(Double.ulpOfOne), "the step from 1 to the next float"),
      ("radix", Value(small: 2), "the base of the exponent"),
      ("rounds", Value(small: 1), "how arithmetic rounds"),
    ]
  }

  private static func hashInfo(_ t: Thread) throws(Raised) -> [Row] {
    [
      ("width", Value(small: 64), "bits of a hash"),
      ("modulus", try t.int((1 << 61) - 1), "the prime by which numbers are reduced"),
      ("inf", Value(small: 314159), "the hash of infinity"),
      ("nan", Value(small: 0), "the hash of a NaN, in old versions"),
      ("imag", Value(small: 1_000_003), "what an imaginary part is multiplied by"),
      ("algorithm", try t.str(t.has(.shortStringHash) ? "siphash13" : "siphash24"), "how str and bytes are hashed"),
      ("hash_bits", Value(small: 64), "bits that the algorithm gives"),
      ("seed_bits", Value(small: 128), "bits of its key"),
      ("cutoff", Value(small: 0), "how long strings are that another algorithm hashes"),
    ]
  }

  private static func versionInfo(_ t: Thread) throws(Raised) -> [Row] {
    [
      ("major", Value(small: t.level.major), "the first number of the release"), ("minor", Value(small: t.level.minor), "the second"),
      ("micro", Value(small: Int(t.level.micro)), "the third"),
      ("releaselevel", try t.str("final"), "'alpha', 'beta', 'candidate' or 'final'"),
      ("serial", Value(small: 0), "which of the releases of that level"),
    ]
  }

  private static func threadInfo(_ t: Thread) throws(Raised) -> [Row] {
    [
      ("name", try t.str("pthread"), "what makes threads"), ("lock", try t.str("semaphore"), "what locks are made of"),
      ("version", .none, "name and version of the library"),
    ]
  }

  private static func intInfo(_ t: Thread) -> [Row] {
    [
      ("bits_per_digit", Value(small: 30), "bits of a digit"), ("sizeof_digit", Value(small: 4), "bytes of a digit"),
      ("default_max_str_digits", Value(small: 4300), "how many digits a conversion may have at first"),
      ("str_digits_check_threshold", Value(small: 640), "the lowest limit that can be set"),
    ]
  }

  private static func addStructures(_ t: Thread, _ m: Ref<ModuleObject>) throws(Raised) {
    let version = try add(t, m, "version_info", spec("sys.version_info", "sys.version_info\n\nThe version of the language, part by part."), try versionInfo(t),
      isSingle: true)
    let flags = try flags(t)
    _ = try add(
      t, m, "flags", spec("sys.flags", "sys.flags\n\nOptions of the command line."), flags + hiddenFlags(t), visible: flags.count,
      isSingle: true)
    _ = try add(t, m, "float_info", spec("sys.float_info", "sys.float_info\n\nWhat floats are."), try floatInfo(t))
    _ = try add(t, m, "int_info", spec("sys.int_info", "sys.int_info\n\nWhat ints are made of."), intInfo(t))
    _ = try add(t, m, "hash_info", spec("sys.hash_info", "hash_info\n\nHow objects are hashed."), try hashInfo(t))
    _ = try add(t, m, "thread_info", spec("sys.thread_info", "sys.thread_info\n\nWhat threads are made of."), try threadInfo(t))
    let implementation = try t.call(Value(t.types.simpleNamespace))
    try t.setAttribute(implementation, t.name(.name), try t.str("adder"))
    try t.setAttribute(implementation, try t.intern("cache_tag"), try t.str("cpython-\(t.level.major)\(t.level.minor)"))
    try t.setAttribute(implementation, try t.intern("version"), version)
    try t.setAttribute(implementation, try t.intern("hexversion"), hexVersion(t))
    try t.addConstant(m, "implementation", implementation)
  }
}
