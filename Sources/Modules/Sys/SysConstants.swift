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
    let settings = t.box.settings
    try t.addConstant(m, "dont_write_bytecode", Value(!settings.writesBytecode))
    try t.addConstant(m, "pycache_prefix", try text(t, settings.cachePrefix))
    try t.addConstant(m, "path_hooks", Value(try t.list()))
    try t.addConstant(m, "meta_path", Value(try t.list()))
    try t.addConstant(m, "path_importer_cache", Value(try t.dict()))
    try t.addConstant(m, "warnoptions", try Startup.strings(t, settings.warningOptions))
    let given = settings.originalArguments
    try t.addConstant(m, "orig_argv", given == nil ? t.dictGet(m.dict, interned: t.name(.argv)) : try Startup.strings(t, given ?? []))
    try t.addConstant(m, "_xoptions", try extraOptions(t, settings.extraOptions))
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
    let settings = t.box.settings
    let executable = try t.str(settings.executable)
    try t.addConstant(m, "executable", executable)
    let prefix = try t.str(settings.prefix)
    for name in ["prefix", "exec_prefix"] { try t.dictSet(m.dict, t.intern(try t.str(name)), prefix) }
    let basePrefix = try t.str(settings.basePrefix ?? settings.prefix)
    for name in ["base_prefix", "base_exec_prefix"] { try t.dictSet(m.dict, t.intern(try t.str(name)), basePrefix) }
    try t.addConstant(m, "platlibdir", try t.str("lib"))
    try t.addConstant(m, "float_repr_style", try t.str("short"))
    try t.addConstant(m, "abiflags", t.interpreter.emptyStr)
    try t.addConstant(m, "_framework", t.interpreter.emptyStr)
    try t.addConstant(m, "_git", try t.tuple(try t.str("Adder"), t.interpreter.emptyStr, t.interpreter.emptyStr))
    try t.addConstant(m, "_home", .none)
    try t.addConstant(m, "_base_executable", executable)
    try t.addConstant(m, "_stdlib_dir", try text(t, settings.standardLibrary))
  }

  /// A str, or None.
  private static func text(_ t: Thread, _ text: String?) throws(Raised) -> Value { text == nil ? .none : try t.str(text ?? "") }

  /// Options without a value are True.
  private static func extraOptions(_ t: Thread, _ options: [(name: String, value: String?)]) throws(Raised) -> Value {
    let dict = try t.dict()
    for option in options { try t.dictSet(dict, try t.str(option.name), option.value == nil ? .true : try text(t, option.value)) }
    return Value(dict)
  }

  private static func frozenSet(_ t: Thread, _ texts: [String]) throws(Raised) -> Value {
    let list = try t.list()
    for text in texts { try t.append(list, t.intern(try t.str(text))) }
    return try t.call(Value(t.types.frozenset), Value(list))
  }

  /// What a field says. (A `Value` in a Swift array would be one that the collector does not see.)
  private enum Content {
    case int(Int)
    case float(Double)
    case bool(Bool)
    case text(String)
    case none

    func value(_ t: Thread) throws(Raised) -> Value {
      switch self {
      case .int(let i): try t.int(i)
      case .float(let d): try t.float(d)
      case .bool(let b): b ? .true : .false
      case .text(let s): try t.str(s)
      case .none: .none
      }
    }
  }

  private typealias Row = (name: StaticString, content: Content, doc: StaticString)

  /// A named tuple of the module, made and stored. Rows from `visible` on are not items of the tuple. Of a type with `isSingle` no others can be made.
  private static func add(
    _ t: Thread, _ m: Ref<ModuleObject>, _ name: StaticString, _ spec: TypeSpec, _ rows: [Row], visible: Int? = nil, isSingle: Bool = false
  ) throws(Raised) -> Value {
    let fields = rows.map { StructSequence.Field(name: $0.name, doc: $0.doc) }
    let type = try StructSequence.makeType(t, m, spec, fields: fields, visible: visible)
    if isSingle { type.flags.insert(.noConstructor) }
    let values = try t.tuple(count: rows.count)
    for (k, row) in rows.enumerated() { values.items[k] = try row.content.value(t) }
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

  private static func flags(_ t: Thread) -> [Row] {
    let flags = t.box.settings.flags
    var rows: [Row] = [
      ("debug", .int(flags.debug), "option -d"), ("inspect", .int(flags.inspect), "option -i"),
      ("interactive", .int(flags.interactive), "option -i"), ("optimize", .int(t.interpreter.optimization), "option -O or -OO"),
      ("dont_write_bytecode", .int(flags.dontWriteBytecode), "option -B"), ("no_user_site", .int(flags.noUserSite), "option -s"),
      ("no_site", .int(flags.noSite), "option -S"), ("ignore_environment", .int(flags.ignoreEnvironment), "option -E"),
      ("verbose", .int(flags.verbose), "option -v"), ("bytes_warning", .int(flags.bytesWarning), "option -b"),
      ("quiet", .int(flags.quiet), "option -q"), ("hash_randomization", .int(flags.hashRandomization), "option -R"),
      ("isolated", .int(flags.isolated), "option -I"), ("dev_mode", .bool(flags.devMode), "option -X dev"),
      ("utf8_mode", .int(flags.utf8Mode), "option -X utf8"),
    ]
    if t.has(.warnDefaultEncodingFlag) { rows.append(("warn_default_encoding", .int(flags.warnDefaultEncoding), "option -X warn_default_encoding")) }
    if t.has(.safePathFlag) { rows.append(("safe_path", .bool(flags.safePath), "option -P")) }
    rows.append(("int_max_str_digits", .int(t.interpreter.maxStrDigits), "option -X int_max_str_digits"))
    return rows
  }

  /// Flags that are attributes and no items.
  private static func hiddenFlags(_ t: Thread) -> [Row] {
    var rows: [Row] = []
    if t.has(.lockFlag) { rows.append(("gil", .int(1), "option -X gil")) }
    if t.has(.contextFlags) {
      rows.append(("thread_inherit_context", .int(0), "option -X thread_inherit_context"))
      rows.append(("context_aware_warnings", .int(0), "option -X context_aware_warnings"))
    }
    return rows
  }

  private static func floatInfo(_ t: Thread) -> [Row] {
    [
      ("max", .float(.greatestFiniteMagnitude), "the largest finite float"),
      ("max_exp", .int(1024), "the largest e for which radix**(e-1) is a float"),
      ("max_10_exp", .int(308), "the largest e for which 10**e is a float"),
      ("min", .float(.leastNormalMagnitude), "the smallest positive normalized float"),
      ("min_exp", .int(-1021), "the smallest e for which radix**(e-1) is a normalized float"),
      ("min_10_exp", .int(-307), "the smallest e for which 10**e is a normalized float"),
      ("dig", .int(15), "decimal digits that every float can keep"),
      ("mant_dig", .int(53), "digits of the mantissa"),
      ("epsilon", .float(Double.ulpOfOne), "the step from 1 to the next float"),
      ("radix", .int(2), "the base of the exponent"),
      ("rounds", .int(1), "how arithmetic rounds"),
    ]
  }

  private static func hashInfo(_ t: Thread) -> [Row] {
    [
      ("width", .int(64), "bits of a hash"),
      ("modulus", .int((1 << 61) - 1), "the prime by which numbers are reduced"),
      ("inf", .int(314159), "the hash of infinity"),
      ("nan", .int(0), "the hash of a NaN, in old versions"),
      ("imag", .int(1_000_003), "what an imaginary part is multiplied by"),
      ("algorithm", .text(t.has(.shortStringHash) ? "siphash13" : "siphash24"), "how str and bytes are hashed"),
      ("hash_bits", .int(64), "bits that the algorithm gives"),
      ("seed_bits", .int(128), "bits of its key"),
      ("cutoff", .int(0), "how long strings are that another algorithm hashes"),
    ]
  }

  private static func versionInfo(_ t: Thread) -> [Row] {
    [
      ("major", .int(t.level.major), "the first number of the release"), ("minor", .int(t.level.minor), "the second"),
      ("micro", .int(Int(t.level.micro)), "the third"),
      ("releaselevel", .text("final"), "'alpha', 'beta', 'candidate' or 'final'"),
      ("serial", .int(0), "which of the releases of that level"),
    ]
  }

  private static func threadInfo(_ t: Thread) -> [Row] {
    [
      ("name", .text("pthread"), "what makes threads"), ("lock", .text("semaphore"), "what locks are made of"),
      ("version", .none, "name and version of the library"),
    ]
  }

  private static func intInfo(_ t: Thread) -> [Row] {
    [
      ("bits_per_digit", .int(30), "bits of a digit"), ("sizeof_digit", .int(4), "bytes of a digit"),
      ("default_max_str_digits", .int(4300), "how many digits a conversion may have at first"),
      ("str_digits_check_threshold", .int(640), "the lowest limit that can be set"),
    ]
  }

  private static func addStructures(_ t: Thread, _ m: Ref<ModuleObject>) throws(Raised) {
    let version = try add(t, m, "version_info", spec("sys.version_info", "sys.version_info\n\nThe version of the language, part by part."), versionInfo(t),
      isSingle: true)
    let flags = flags(t)
    _ = try add(
      t, m, "flags", spec("sys.flags", "sys.flags\n\nOptions of the command line."), flags + hiddenFlags(t), visible: flags.count,
      isSingle: true)
    _ = try add(t, m, "float_info", spec("sys.float_info", "sys.float_info\n\nWhat floats are."), floatInfo(t))
    _ = try add(t, m, "int_info", spec("sys.int_info", "sys.int_info\n\nWhat ints are made of."), intInfo(t))
    _ = try add(t, m, "hash_info", spec("sys.hash_info", "hash_info\n\nHow objects are hashed."), hashInfo(t))
    _ = try add(t, m, "thread_info", spec("sys.thread_info", "sys.thread_info\n\nWhat threads are made of."), threadInfo(t))
    let implementation = try t.call(Value(t.types.simpleNamespace))
    try t.setAttribute(implementation, t.name(.name), try t.str("adder"))
    try t.setAttribute(implementation, try t.intern("cache_tag"), try t.str("adder-\(t.level.major)\(t.level.minor)"))
    try t.setAttribute(implementation, try t.intern("version"), version)
    try t.setAttribute(implementation, try t.intern("hexversion"), hexVersion(t))
    try t.addConstant(m, "implementation", implementation)
  }
}
