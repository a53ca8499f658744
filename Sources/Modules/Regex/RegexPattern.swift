import Builtins
import Runtime

/// re.Pattern
enum RegexPattern {
  static let spec = TypeSpec(
    "re.Pattern", doc: "A compiled regular expression.", functions: searching + changing + ordinary,
    attributes: [
      .init("pattern", "The text that it was made of.", get: { _, a throws(Raised) in me(a).pattern }),
      .init("flags", "Its flags.", get: { t, a throws(Raised) in try t.int(me(a).flags) }),
      .init("groups", "How many groups it has.", get: { t, a throws(Raised) in try t.int(me(a).groups) }),
      .init("groupindex", "The numbers of groups by name.", get: { t, a throws(Raised) in
        try t.call(Value(t.types.mappingProxy), me(a).groupIndex)
      }),
    ])

  private static func me(_ a: Slots) -> Ref<PatternObject> { a[0].unchecked() }

  private static func search(_ t: Thread, _ a: Slots) throws(Raised) -> RegexSearch {
    try RegexSearch(t, me(a), a[1], try t.asIndex(a[2]), try t.asIndex(a[3]))
  }

  private static func matched(_ t: Thread, _ a: Slots, isFull: Bool) throws(Raised) -> Value {
    let search = try search(t, a)
    let machine = search.machine(isFull: isFull)
    let end = search.start <= search.end ? try machine.match(at: search.start) : -1
    return end < 0 ? .none : try search.match(machine, search.start, end)
  }

  private static let searching: [NativeFunctionSpec] = [
    .init("match(self, /, string, pos=0, endpos=9223372036854775807)", "Match at the beginning of the string.") { t, a throws(Raised) in
      try matched(t, a, isFull: false)
    },
    .init("fullmatch(self, /, string, pos=0, endpos=9223372036854775807)", "Match all of the string.") { t, a throws(Raised) in
      try matched(t, a, isFull: true)
    },
    .init("search(self, /, string, pos=0, endpos=9223372036854775807)", "Find the first match in the string.") { t, a throws(Raised) in
      let search = try search(t, a)
      let machine = search.machine()
      guard let found = try machine.search(from: search.start) else { return .none }
      return try search.match(machine, found.start, found.end)
    },
    .init("findall(self, /, string, pos=0, endpos=9223372036854775807)", "A list of all matches: texts, or the groups of each.") { t, a throws(Raised) in
      let search = try search(t, a)
      let list = try t.list()
      try search.forEach { (machine, start, end) throws(Raised) in
        try t.append(list, try found(search, machine, start, end))
        return true
      }
      return Value(list)
    },
    .init("finditer(self, /, string, pos=0, endpos=9223372036854775807)", "An iterator over all matches.") { t, a throws(Raised) in
      let scanner = try makeScanner(t, a)
      let iterate = t.dictGet(t.interpreter.builtins, interned: try t.intern("iter"))
      return try t.call(iterate, try t.getAttribute(scanner, try t.intern("search")), .none)
    },
    .init("scanner(self, /, string, pos=0, endpos=9223372036854775807)", "What finds one match behind the other.") { t, a throws(Raised) in
      try makeScanner(t, a)
    },
  ]

  /// What `findall` gives of a match.
  private static func found(_ search: RegexSearch, _ machine: RegexMachine, _ start: Int, _ end: Int) throws(Raised) -> Value {
    let groups = search.regex.groups
    if groups < 2 { return try search.group(machine, groups, start, end, orElse: search.empty) }
    let tuple = try search.thread.tuple(count: groups)
    for i in 0..<groups { tuple.items[i] = try search.group(machine, i + 1, start, end, orElse: search.empty) }
    return Value(tuple)
  }

  private static func makeScanner(_ t: Thread, _ a: Slots) throws(Raised) -> Value {
    let search = try search(t, a)
    let scanner = try t.make(ScannerObject.self, t.typeNamed("_sre.SRE_Scanner"))
    scanner.layout.regex = a[0]
    scanner.layout.string = a[1]
    scanner.position = search.start
    scanner.layout.end = search.end
    scanner.forbidden = -1
    return Value(scanner)
  }

  private static let changing: [NativeFunctionSpec] = [
    .init("split(self, /, string, maxsplit=0)", "The parts of the string between matches, with the groups of these.") { t, a throws(Raised) in
      let search = try RegexSearch(t, me(a), a[1])
      let most = try t.asIndex(a[2])
      let list = try t.list()
      var last = 0
      var count = 0
      if most >= 0 {
        try search.forEach { (machine, start, end) throws(Raised) in
          try t.append(list, try search.slice(last, start))
          for group in 0..<search.regex.groups { try t.append(list, try search.group(machine, group + 1, start, end, orElse: .none)) }
          last = end
          count += 1
          return most == 0 || count < most
        }
      }
      try t.append(list, try search.slice(last, search.end))
      return Value(list)
    },
    .init("sub(self, /, repl, string, count=0)", "The string with all matches replaced.") { t, a throws(Raised) in
      try RegexSubstitution.substitute(t, me(a), a[1], a[2], try t.asIndex(a[3])).0
    },
    .init("subn(self, /, repl, string, count=0)", "The same, with the number of replacements.") { t, a throws(Raised) in
      let (text, count) = try RegexSubstitution.substitute(t, me(a), a[1], a[2], try t.asIndex(a[3]))
      return try t.tuple(text, try t.int(count))
    },
  ]

  private static let ordinary: [NativeFunctionSpec] = [
    .init("__copy__(self, /)") { _, a throws(Raised) in a[0] },
    .init("__deepcopy__(self, memo, /)") { _, a throws(Raised) in a[0] },
    .init("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in
      var text = t.string(try t.repr(me(a).pattern))
      if text.unicodeScalars.count > 200 { text = String(String.UnicodeScalarView(text.unicodeScalars.prefix(200))) }
      let flags = flagNames(me(a))
      return try t.str("re.compile(\(text)\(flags.isEmpty ? "" : ", " + flags))")
    },
    .init("__eq__(self, value, /)", "Return self==value.") { t, a throws(Raised) in
      guard a[1].isKind(.record), a[1].object.type == a[0].object.type else { return .notImplemented }
      let other: Ref<PatternObject> = a[1].unchecked()
      guard me(a).flags == other.flags, try t.equals(me(a).code, other.code) else { return .false }
      if me(a).pattern.kind != other.pattern.kind { return .false }
      return Value(try t.equals(me(a).pattern, other.pattern))
    },
    .init("__hash__(self, /)", "Return hash(self).") { t, a throws(Raised) in
      try t.int(try t.hash(try t.tuple(Value(small: me(a).flags), me(a).code, me(a).pattern)))
    },
    classGetItem,
  ]

  private static let names = [
    (2, "re.IGNORECASE"), (4, "re.LOCALE"), (8, "re.MULTILINE"), (16, "re.DOTALL"), (32, "re.UNICODE"), (64, "re.VERBOSE"), (128, "re.DEBUG"),
    (256, "re.ASCII"),
  ]

  /// The flags as they are written; of a str, UNICODE goes without saying.
  private static func flagNames(_ regex: Ref<PatternObject>) -> String {
    var flags = regex.flags
    if regex.pattern.isKind(.str), flags & (4 | 32 | 256) == 32 { flags &= ~32 }
    var parts: [String] = []
    for (bit, name) in names where flags & bit != 0 {
      parts.append(name)
      flags &= ~bit
    }
    if flags != 0 { parts.append("0x" + String(flags, radix: 16)) }
    return parts.joined(separator: "|")
  }
}

/// What `scanner()` returns.
enum RegexScanner {
  static let spec = TypeSpec(
    "_sre.SRE_Scanner",
    functions: [
      .init("match(self, /)", "The match that begins where the one before ended.") { t, a throws(Raised) in try next(t, a[0].unchecked(), searches: false) },
      .init("search(self, /)", "The next match.") { t, a throws(Raised) in try next(t, a[0].unchecked(), searches: true) },
    ], attributes: [.init("pattern", "The expression.", get: { _, a throws(Raised) in a[0].unchecked(as: ScannerObject.self).layout.regex })])

  private static func next(_ t: Thread, _ me: Ref<ScannerObject>, searches: Bool) throws(Raised) -> Value {
    if me.position < 0 { return .none }
    let search = try RegexSearch(t, me.layout.regex.unchecked(), me.layout.string, me.position, me.layout.end)
    let machine = search.machine()
    machine.forbidden = me.forbidden
    var found: (start: Int, end: Int)?
    if searches {
      found = try machine.search(from: search.start)
    } else if search.start <= search.end {
      let end = try machine.match(at: search.start)
      found = end < 0 ? nil : (search.start, end)
    }
    guard let found else {
      me.position = -1
      return .none
    }
    me.position = found.end
    me.forbidden = found.start == found.end ? found.end : -1
    return try search.match(machine, found.start, found.end)
  }
}
