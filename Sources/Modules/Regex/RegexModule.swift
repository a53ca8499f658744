import Builtins
import Runtime

/// Module `_sre`: what CPython's module `re` hands compiled expressions to (CPython: Modules/_sre/sre.c).
enum RegexModule {
  static let module = ModuleSpec("_sre", functions: functions) { t, m throws(Raised) in
    try t.addConstant(m, "MAGIC", Value(small: magic(t)))
    try t.addConstant(m, "CODESIZE", Value(small: 4))
    try t.addConstant(m, "MAXREPEAT", try t.int(Int(UInt32.max)))
    try t.addConstant(m, "MAXGROUPS", try t.int(Int(Int32.max) / 2))
    try t.addConstant(m, "copyright", try t.str(" Adder's matching engine "))
    for (spec, size) in [
      (RegexPattern.spec, MemoryLayout<PatternObject>.size), (RegexMatch.spec, MemoryLayout<MatchObject>.size),
      (RegexScanner.spec, MemoryLayout<ScannerObject>.size), (RegexSubstitution.template, MemoryLayout<TemplateObject>.size),
    ] {
      let type = try t.makeNativeType(spec, bytes: size, flags: .noConstructor)
      let isPublic = spec.name.description.hasPrefix("re.")
      try t.dictSet(type.dict, t.name(.__module__), try t.intern(isPublic ? "re" : "_sre"))
    }
  }

  /// The number by which CPython's library knows that its instructions are understood.
  private static func magic(_ t: Thread) -> Int {
    if !t.has(.regexAtomicGroups) { return 20_171_005 }
    if !t.has(.regexTemplates) { return 20_220_615 }
    return t.has(.regexTailsShared) ? 20_230_612 : 20_221_023
  }

  private static let functions: [NativeFunctionSpec] = [
    .init("compile(pattern, flags, code, groups, groupindex, indexgroup)", "Make a Pattern of instructions.") { t, a throws(Raised) in try compile(t, a) },
    .init("getcodesize()", "The size of an instruction's word.") { _, _ throws(Raised) in Value(small: 4) },
    .init("template(pattern, template, /)", "Make a template of literals and numbers of groups in turn.") { t, a throws(Raised) in
      guard a[1].isKind(.list), a[1].unchecked(as: ListObject.self).count & 1 == 1 else { throw t.raise(t.types.typeError, "invalid template") }
      let made = try t.make(TemplateObject.self, t.typeNamed("_sre.SRE_Template"))
      made.layout.parts = Value(try t.list(from: a[1]))
      return Value(made)
    },
    .init("ascii_iscased(character, /)") { t, a throws(Raised) in
      let c = try character(t, a[0])
      return Value(c < 128 && RegexCategory.isASCIIWord(c) && !RegexCategory.isASCIIDigit(c) && c != 95)
    },
    .init("ascii_tolower(character, /)") { t, a throws(Raised) in Value(small: Int(RegexCase.ascii.lower(try character(t, a[0])))) },
    .init("unicode_iscased(character, /)") { t, a throws(Raised) in
      let c = try character(t, a[0])
      return Value(RegexCharacters.lower(c) != c || RegexCharacters.upper(c) != c)
    },
    .init("unicode_tolower(character, /)") { t, a throws(Raised) in Value(small: Int(RegexCharacters.lower(try character(t, a[0])))) },
  ]

  private static func character(_ t: Thread, _ v: Value) throws(Raised) -> UInt32 {
    let number = try t.cInt(v)
    guard (0...0x10FFFF).contains(number) else { throw t.raise(t.types.valueError, "character must be in range(0x110000)") }
    return UInt32(number)
  }

  private static func compile(_ t: Thread, _ a: Slots) throws(Raised) -> Value {
    guard a[2].isKind(.list) else { throw t.raise(t.types.typeError, "compile() argument 'code' must be list, not %B", a[2]) }
    guard a[4].isKind(.dict) else { throw t.raise(t.types.typeError, "compile() argument 'groupindex' must be dict, not %B", a[4]) }
    guard a[5].isKind(.tuple) else { throw t.raise(t.types.typeError, "compile() argument 'indexgroup' must be tuple, not %B", a[5]) }
    let flags = try t.cInt(a[1])
    let groups = try t.asIndex(a[3])
    let words: Ref<ListObject> = a[2].unchecked()
    guard groups >= 0, groups <= words.count else { throw t.raise(t.types.runtimeError, "invalid SRE code") }
    let code = try t.newBytes(count: 4 * words.count)
    let base = UnsafeMutableRawPointer(code.bytes)
    for i in 0..<words.count {
      let word = try t.asIndex(words.items[i])
      guard let value = UInt32(exactly: word) else { throw t.raise(t.types.overflowError, "regular expression code size limit exceeded") }
      base.storeBytes(of: value, toByteOffset: 4 * i, as: UInt32.self)
    }
    let made = try t.make(PatternObject.self, t.typeNamed("re.Pattern"))
    made.pattern = a[0]
    made.code = Value(code)
    made.groupIndex = a[4]
    made.indexGroup = a[5]
    made.flags = flags
    made.groups = groups
    return Value(made)
  }
}
