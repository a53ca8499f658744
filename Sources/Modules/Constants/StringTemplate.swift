import Runtime

/// `string.Template` (CPython: Lib/string.py). Placeholders as the class itself has them are found without regular expressions, so that it has no
/// `pattern`; a subclass with another idea of an identifier, or with a `pattern` of its own, needs module `re`.
enum StringTemplate {
  static let template = TypeSpec(
    "string.Template", doc: "A string class for supporting $-substitutions.",
    functions: [
      NativeFunctionSpec("__init_subclass__(cls)", binding: .classMethod) { t, a throws(Raised) in
        try compilePattern(t, a[0])
        return .none
      },
      NativeFunctionSpec("__init__(self, template)") { t, a throws(Raised) in
        try t.setAttribute(a[0], try t.intern("template"), a[1])
        return .none
      },
      NativeFunctionSpec("substitute(self, mapping=<unrepresentable>, /, **kws)") { t, a throws(Raised) in try replaced(t, a, isSafe: false) },
      NativeFunctionSpec("safe_substitute(self, mapping=<unrepresentable>, /, **kws)") { t, a throws(Raised) in try replaced(t, a, isSafe: true) },
      NativeFunctionSpec("is_valid(self)") { t, a throws(Raised) in
        let found = try placeholders(t, a[0])
        for i in 0..<found.count where try kind(t, found.items[i], a[0]) == .invalid { return .false }
        return .true
      },
      NativeFunctionSpec("get_identifiers(self)") { t, a throws(Raised) in
        let found = try placeholders(t, a[0])
        let names = try t.list()
        for i in 0..<found.count where try kind(t, found.items[i], a[0]) == .named {
          let name = found.items[i].tupleSlots[0]
          if try !t.contains(Value(names), name) { try t.append(names, name) }
        }
        return Value(names)
      },
    ])

  /// The attributes of the class that say what a placeholder is.
  static func addSettings(_ t: Thread, _ namespace: Ref<DictObject>) throws(Raised) {
    try t.dictSet(namespace, try t.intern("delimiter"), try t.str("$"))
    try t.dictSet(namespace, try t.intern("idpattern"), try t.str(identifier))
    try t.dictSet(namespace, try t.intern("braceidpattern"), .none)
    try t.dictSet(namespace, try t.intern("flags"), Value(small: 2))
  }

  private static let identifier: StaticString = "(?a:[_a-z][_a-z0-9]*)"

  private static func attribute(_ t: Thread, _ v: Value, _ name: StaticString) throws(Raised) -> Value { try t.getAttribute(v, try t.intern(name)) }

  // MARK: Subclasses

  /// Sets the `pattern` of a subclass whose placeholders are not those of `Template`.
  private static func compilePattern(_ t: Thread, _ cls: Value) throws(Raised) {
    var source = try t.getAttributeOrNull(cls, try t.intern("pattern"))
    let (id, braced, flags) = (try attribute(t, cls, "idpattern"), try attribute(t, cls, "braceidpattern"), try attribute(t, cls, "flags"))
    if source.isNull, braced.isNone, try t.equals(id, try t.str(identifier)), try t.equals(flags, Value(small: 2)) { return }
    let module = try t.importModule(try t.str("re"))
    if source.isNull {
      let delimiter = try t.call(try attribute(t, module, "escape"), try attribute(t, cls, "delimiter"))
      let form: StaticString = "%S(?:(?P<escaped>%1S)|(?P<named>%2S)|{(?P<braced>%S)}|(?P<invalid>))"
      source = try t.text(form, delimiter, id, try t.truth(braced) ? braced : id)
    }
    let all = try t.binary(.or, flags, try attribute(t, module, "VERBOSE"))
    try t.setAttribute(cls, try t.intern("pattern"), try t.call(try attribute(t, module, "compile"), source, all))
  }

  // MARK: Placeholders

  private enum Kind { case named, escaped, invalid }

  /// Tuples of the identifier or None, whether it is a doubled delimiter, the start, the end, and where it is invalid, or None.
  private static func placeholders(_ t: Thread, _ me: Value) throws(Raised) -> Ref<ListObject> {
    let found = try t.list()
    let text = try attribute(t, me, "template")
    let pattern = try t.getAttributeOrNull(me, try t.intern("pattern"))
    if !pattern.isNull {
      let matches = try t.iterator(of: try t.call(try attribute(t, pattern, "finditer"), text))
      while true {
        let match = try t.next(matches)
        if match.isNull { return found }
        try t.append(found, try described(t, match))
      }
    }
    guard text.isKind(.str) else { throw t.raise(t.types.typeError, "expected string or bytes-like object, got '%T'", text) }
    try scan(t, text.unchecked(), try attribute(t, me, "delimiter"), found)
    return found
  }

  private static func entry(_ t: Thread, _ name: Value, isEscaped: Value, _ start: Value, _ end: Value, _ invalid: Value) throws(Raised) -> Value {
    let result = try t.tuple(count: 5)
    result.items[0] = name
    result.items[1] = isEscaped
    result.items[2] = start
    result.items[3] = end
    result.items[4] = invalid
    return Value(result)
  }

  private static func described(_ t: Thread, _ match: Value) throws(Raised) -> Value {
    let group = try attribute(t, match, "group")
    var name = try t.call(group, try t.str("named"))
    if try !t.truth(name) { name = try t.call(group, try t.str("braced")) }
    let escaped = try t.call(group, try t.str("escaped"))
    let invalid = try t.call(group, try t.str("invalid"))
    let place = invalid.isNone ? .none : try t.call(try attribute(t, match, "start"), try t.str("invalid"))
    return try entry(
      t, name, isEscaped: Value(!escaped.isNone), try t.call(try attribute(t, match, "start")), try t.call(try attribute(t, match, "end")), place)
  }

  /// Finds the placeholders of a text that has those of `Template` with some delimiter.
  private static func scan(_ t: Thread, _ text: Ref<StrObject>, _ delimiter: Value, _ found: Ref<ListObject>) throws(Raised) {
    guard delimiter.isKind(.str) else { throw t.raise(t.types.typeError, "expected string or bytes-like object, got '%T'", delimiter) }
    let mark: Ref<StrObject> = delimiter.unchecked()
    var at = 0
    while at <= text.count - mark.count {
      if at & 0xFFF == 0 { try t.pollNative() }
      guard isMark(text, at, mark) else {
        at += 1
        continue
      }
      let start = at
      at += mark.count
      let isBraced = at < text.count && text.codePoint(at) == char("{")
      let nameStart = isBraced ? at + 1 : at
      let nameEnd = identifierEnd(text, nameStart)
      var (name, isEscaped, invalid) = (Value.none, Value.false, Value.none)
      if isMark(text, at, mark) {
        isEscaped = .true
        at += mark.count
      } else if nameEnd > nameStart, !isBraced || nameEnd < text.count && text.codePoint(nameEnd) == char("}") {
        name = try t.substring(text, nameStart, nameEnd)
        at = isBraced ? nameEnd + 1 : nameEnd
      } else {
        invalid = try t.int(at)
      }
      try t.append(found, try entry(t, name, isEscaped: isEscaped, try t.int(start), try t.int(at), invalid))
      if at == start { at += 1 }
    }
  }

  /// Whether the delimiter is there, in upper or lower case.
  private static func isMark(_ text: Ref<StrObject>, _ at: Int, _ mark: Ref<StrObject>) -> Bool {
    if at + mark.count > text.count { return false }
    return (0..<mark.count).allSatisfy { lowered(text.codePoint(at + $0)) == lowered(mark.codePoint($0)) }
  }

  private static func lowered(_ c: UInt32) -> UInt32 { c >= 65 && c <= 90 ? c + 32 : c }

  private static func identifierEnd(_ text: Ref<StrObject>, _ start: Int) -> Int {
    var end = start
    while end < text.count {
      let c = lowered(text.codePoint(end))
      guard c >= 97 && c <= 122 || c == 95 || end > start && c >= 48 && c <= 57 else { break }
      end += 1
    }
    return end
  }

  private static func kind(_ t: Thread, _ placeholder: Value, _ me: Value) throws(Raised) -> Kind {
    let slots = placeholder.tupleSlots
    if !slots[0].isNone { return .named }
    if slots[1] == .true { return .escaped }
    if !slots[4].isNone { return .invalid }
    let message = try t.str("Unrecognized named group in pattern")
    throw t.raise(try t.makeBuiltinException(t.types.valueError, args: try t.tuple(message, try attribute(t, me, "pattern"))))
  }

  // MARK: Substitution

  private static func replaced(_ t: Thread, _ a: Slots, isSafe: Bool) throws(Raised) -> Value {
    var mapping = a[1].isNull ? a[2] : a[1]
    if !a[1].isNull, a[2].unchecked(as: DictObject.self).count > 0 {
      mapping = try t.call(try attribute(t, try t.importModule(try t.str("collections")), "ChainMap"), a[2], a[1])
    }
    let found = try placeholders(t, a[0])
    let text: Ref<StrObject> = try attribute(t, a[0], "template").unchecked()
    var out = TextBuilder(t)
    var at = 0
    for i in 0..<found.count {
      let slots = found.items[i].tupleSlots
      let (start, end) = (slots[2].smallInt, slots[3].smallInt)
      try out.append(str: Value(text), from: at, to: start)
      at = end
      switch try kind(t, found.items[i], a[0]) {
      case .named: try appendValue(t, mapping, slots[0], isSafe ? Value(text) : .null, start, end, to: &out)
      case .escaped: try out.append(try t.str(of: try attribute(t, a[0], "delimiter")))
      case .invalid:
        if !isSafe { throw try invalid(t, text, slots[4].smallInt) }
        try out.append(str: Value(text), from: start, to: end)
      }
    }
    try out.append(str: Value(text), from: at, to: text.count)
    return try out.finish()
  }

  /// - Parameter text: the template, where a placeholder without a value is to stay; else null.
  private static func appendValue(
    _ t: Thread, _ mapping: Value, _ name: Value, _ text: Value, _ start: Int, _ end: Int, to out: inout TextBuilder
  ) throws(Raised) {
    do throws(Raised) { try out.append(try t.str(of: try t.getItem(mapping, name))) } catch {
      guard !text.isNull, t.matches(t.exception, t.types.keyError) else { throw error }
      _ = t.takeException()
      try out.append(str: text, from: start, to: end)
    }
  }

  private static func invalid(_ t: Thread, _ text: Ref<StrObject>, _ at: Int) throws(Raised) -> Raised {
    let before = try t.substring(text, 0, at)
    let lines: Ref<ListObject> = try t.call(try attribute(t, before, "splitlines"), .true).unchecked()
    var column = 1
    if lines.count > 0 { column = lines.items[lines.count - 1].unchecked(as: StrObject.self).count }
    return t.raise(
      t.types.valueError, "Invalid placeholder in string: line %S, col %S", try t.int(max(lines.count, 1)), try t.int(column))
  }
}
