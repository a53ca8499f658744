import Builtins
import Runtime

/// What `sub` does.
enum RegexSubstitution {
  static let template = TypeSpec("_sre.SRE_Template")

  static func isTemplate(_ t: Thread, _ v: Value) -> Bool { v.isKind(.record) && v.object.type == t.typeNamed("_sre.SRE_Template") }

  /// - Parameter most: how many matches are replaced; 0 for all.
  /// - Returns: the new text, and how many were.
  static func substitute(
    _ t: Thread, _ regex: Ref<PatternObject>, _ replacement: Value, _ string: Value, _ most: Int
  ) throws(Raised) -> (Value, Int) {
    let filter = try filter(t, regex, replacement)
    let isCalled = t.isCallable(filter)
    let isExpanded = isTemplate(t, filter)
    let parts = try t.list()
    let search = try RegexSearch(t, regex, string)
    var last = 0
    var count = 0
    if most >= 0 {
      try search.forEach { (machine, start, end) throws(Raised) in
        if last < start { try t.append(parts, try search.slice(last, start)) }
        var item = filter
        if isCalled || isExpanded {
          let match = try search.match(machine, start, end)
          item = isCalled ? try t.call(filter, match) : try expand(t, filter.unchecked(), match.unchecked())
        }
        if !item.isNone { try t.append(parts, item) }
        last = end
        count += 1
        return most == 0 || count < most
      }
    }
    if last < search.end || parts.count == 0 { try t.append(parts, try search.slice(last, search.end)) }
    return (try t.callMethod(search.empty, .join, Value(parts)), count)
  }

  /// A function, a template, or the text that stands for every match.
  private static func filter(_ t: Thread, _ regex: Ref<PatternObject>, _ replacement: Value) throws(Raised) -> Value {
    if t.isCallable(replacement) { return replacement }
    if replacement.isKind(.str) || ByteView(t, replacement) != nil, !(try hasBackslash(t, replacement)) { return replacement }
    let re = try t.importModule(t.intern(try t.str("re")))
    return try t.call(try t.getAttribute(re, try t.intern(t.has(.regexTemplates) ? "_compile_template" : "_subx")), Value(regex), replacement)
  }

  private static func hasBackslash(_ t: Thread, _ text: Value) throws(Raised) -> Bool {
    if let view = ByteView(t, text) { return (0..<view.count).contains { view[$0] == 92 } }
    let s: Ref<StrObject> = text.unchecked()
    return (0..<s.count).contains { s.codePoint($0) == 92 }
  }

  static func expand(_ t: Thread, _ template: Ref<TemplateObject>, _ match: Ref<MatchObject>) throws(Raised) -> Value {
    let parts: Ref<ListObject> = template.layout.parts.unchecked()
    let result = try t.list()
    for i in 0..<parts.count {
      if i & 1 == 0 {
        try t.append(result, parts.items[i])
      } else {
        let group = try t.asIndex(parts.items[i])
        guard group >= 0, group <= match.regex.groups else { throw t.raise(t.types.indexError, "no such group") }
        let text = try RegexMatch.text(t, match, group)
        if !text.isNone { try t.append(result, text) }
      }
    }
    let empty = match.string.isKind(.str) ? t.interpreter.emptyStr : t.interpreter.emptyBytes
    return try t.callMethod(empty, .join, Value(result))
  }
}
