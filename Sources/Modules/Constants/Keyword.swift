import Runtime

/// Module `keyword` (CPython: Lib/keyword.py).
public enum Keyword {
  public static let hard = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else", "except",
    "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try",
    "while", "with", "yield",
  ]
  static func soft(_ t: Thread) -> [String] {
    (t.has(.softKeywordsOfMatch) ? ["_", "case", "match"] : []) + (t.has(.softKeywordType) ? ["type"] : [])
  }

  static let module = ModuleSpec(
    "keyword", doc: "Keywords (from Python's grammar)",
    functions: [
      NativeFunctionSpec("iskeyword(s, /)") { t, a throws(Raised) in Value(a[0].isKind(.str) && isKeyword(t, a[0])) },
      NativeFunctionSpec("issoftkeyword(s, /)") { t, a throws(Raised) in Value(a[0].isKind(.str) && isAmong(soft(t), a[0])) },
    ]
  ) { t, m throws(Raised) in
    try t.addConstant(m, "kwlist", try listOfStrs(t, hard))
    try t.addConstant(m, "softkwlist", try listOfStrs(t, soft(t)))
  }

  static func isKeyword(_ t: Thread, _ name: Value) -> Bool { isAmong(hard, name) }

  private static func isAmong(_ words: [String], _ name: Value) -> Bool {
    let text = name.unchecked(as: StrObject.self)
    guard text.isASCII else { return false }
    let bytes = UnsafeBufferPointer(start: text.bytes, count: text.count)
    return words.contains { $0.utf8.elementsEqual(bytes) }
  }

  static func listOfStrs(_ t: Thread, _ words: [String]) throws(Raised) -> Value {
    let list = try t.list()
    for word in words { try t.append(list, t.intern(try t.str(word))) }
    return Value(list)
  }
}
