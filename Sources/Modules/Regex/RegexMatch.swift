import Builtins
import Runtime

/// re.Match
enum RegexMatch {
  static let spec = TypeSpec(
    "re.Match", doc: "The result of re.match() and re.search().\nMatch objects always have a boolean value of True.", functions: groups + ordinary,
    attributes: [
      .init("string", "The text that was searched.", get: { _, a throws(Raised) in me(a).string }),
      .init("re", "The expression.", get: { _, a throws(Raised) in Value(me(a).regex) }),
      .init("pos", "Where the search began.", get: { t, a throws(Raised) in try t.int(me(a).layout.position) }),
      .init("endpos", "Where it was to end.", get: { t, a throws(Raised) in try t.int(me(a).layout.end) }),
      .init("lastindex", "The number of the last group that matched, or None.", get: { t, a throws(Raised) in
        me(a).lastIndex < 0 ? .none : try t.int(me(a).lastIndex)
      }),
      .init("lastgroup", "Its name, or None.", get: { t, a throws(Raised) in
        let names = me(a).regex.indexGroup.tupleSlots
        let index = me(a).lastIndex
        return index < 0 || index >= names.count ? .none : names[index]
      }),
      .init("regs", "The spans of all groups.", get: { t, a throws(Raised) in
        let tuple = try t.tuple(count: me(a).regex.groups + 1)
        for group in 0..<tuple.count { tuple.items[group] = try span(t, me(a), group) }
        return Value(tuple)
      }),
    ])

  private static func me(_ a: Slots) -> Ref<MatchObject> { a[0].unchecked() }

  /// The number of a group that is given by number or name.
  private static func number(_ t: Thread, _ match: Ref<MatchObject>, _ group: Value) throws(Raised) -> Int {
    var index = -1
    if group.isInt || group.isBool || group.isKind(.int) || !t.lookupSpecial(group, .__index__).isNull {
      index = try t.asIndex(group)
    } else {
      let names: Ref<DictObject> = match.regex.groupIndex.unchecked()
      let found = try t.dictGet(names, group)
      if !found.isNull { index = try t.asIndex(found) }
    }
    guard index >= 0, index <= match.regex.groups else { throw t.raise(t.types.indexError, "no such group") }
    return index
  }

  static func text(_ t: Thread, _ match: Ref<MatchObject>, _ group: Int, orElse standard: Value = .none) throws(Raised) -> Value {
    let (start, end) = match.span(group)
    return start < 0 ? standard : try RegexSearch.slice(t, match.string, start, end)
  }

  private static func span(_ t: Thread, _ match: Ref<MatchObject>, _ group: Int) throws(Raised) -> Value {
    let (start, end) = match.span(group)
    return try t.tuple(try t.int(start), try t.int(end))
  }

  private static let groups: [NativeFunctionSpec] = [
    .init("group(self, /, *args)", "What matched: all, or groups by number or name.") { t, a throws(Raised) in
      let wanted = a[1].tupleSlots
      if wanted.count == 0 { return try text(t, me(a), 0) }
      if wanted.count == 1 { return try text(t, me(a), try number(t, me(a), wanted[0])) }
      let tuple = try t.tuple(count: wanted.count)
      for i in 0..<wanted.count { tuple.items[i] = try text(t, me(a), try number(t, me(a), wanted[i])) }
      return Value(tuple)
    },
    .init("groups(self, /, default=None)", "A tuple of all groups.") { t, a throws(Raised) in
      let tuple = try t.tuple(count: me(a).regex.groups)
      for i in 0..<tuple.count { tuple.items[i] = try text(t, me(a), i + 1, orElse: a[1]) }
      return Value(tuple)
    },
    .init("groupdict(self, /, default=None)", "A dict of all groups that have names.") { t, a throws(Raised) in
      let result = try t.dict()
      let names: Ref<ListObject> = try t.list(from: me(a).regex.groupIndex)
      for i in 0..<names.count { try t.dictSet(result, names.items[i], try text(t, me(a), try number(t, me(a), names.items[i]), orElse: a[1])) }
      return Value(result)
    },
    .init("start(self, group=0, /)", "Where a group begins.") { t, a throws(Raised) in try t.int(me(a).span(try number(t, me(a), a[1])).0) },
    .init("end(self, group=0, /)", "Where a group ends.") { t, a throws(Raised) in try t.int(me(a).span(try number(t, me(a), a[1])).1) },
    .init("span(self, group=0, /)", "Where a group begins and ends.") { t, a throws(Raised) in try span(t, me(a), try number(t, me(a), a[1])) },
    .init("expand(self, /, template)", "The template with the groups put in.") { t, a throws(Raised) in
      let re = try t.importModule(t.intern(try t.str("re")))
      if !t.has(.regexTemplates) { return try t.call(try t.getAttribute(re, try t.intern("_expand")), Value(me(a).regex), a[0], a[1]) }
      let template = try t.call(try t.getAttribute(re, try t.intern("_compile_template")), Value(me(a).regex), a[1])
      return RegexSubstitution.isTemplate(t, template) ? try RegexSubstitution.expand(t, template.unchecked(), me(a)) : template
    },
    .init("__getitem__(self, key, /)", "Return self[key].") { t, a throws(Raised) in try text(t, me(a), try number(t, me(a), a[1])) },
  ]

  private static let ordinary: [NativeFunctionSpec] = [
    .init("__copy__(self, /)") { _, a throws(Raised) in a[0] },
    .init("__deepcopy__(self, memo, /)") { _, a throws(Raised) in a[0] },
    .init("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in
      try t.text("<%S object; span=%R, match=%R>", try t.str("re.Match"), try span(t, me(a), 0), try text(t, me(a), 0))
    },
    classGetItem,
  ]
}
