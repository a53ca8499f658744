import Runtime

/// Module `string` (CPython: Lib/string.py).
enum StringModule {
  static let module = ModuleSpec(
    "string", doc: "A collection of string constants.",
    functions: [
      NativeFunctionSpec("capwords(s, sep=None)", "Split the argument into words, capitalize each word and join the words again.", binding: .library) { t, a throws(Raised) in
        var separator = a[1]
        if try !t.truth(separator) { separator = try t.str(" ") }
        let join = try t.getAttribute(separator, .join)
        let words = try t.list(from: try t.callMethod(a[0], .split, a[1]))
        let name = try t.intern("capitalize")
        let capitalize = try t.getAttribute(Value(t.types.str), name)
        for i in 0..<words.count {
          let word = words.items[i]
          words.items[i] = try t.has(.capwordsByMethod) ? t.call(try t.getAttribute(word, name)) : t.call(capitalize, word)
        }
        return try t.call(join, Value(words))
      }
    ]
  ) { t, m throws(Raised) in
    for (name, text) in constants { try t.addConstant(m, name, try t.str(text)) }
    try t.addClass(m, StringFormatter.formatter, bases: t.interpreter.emptyTuple)
    try t.addClass(m, StringTemplate.template, bases: t.interpreter.emptyTuple) { namespace throws(Raised) in
      try StringTemplate.addSettings(t, namespace)
    }
  }

  private static let lower: StaticString = "abcdefghijklmnopqrstuvwxyz"
  private static let constants: [(StaticString, StaticString)] = [
    ("whitespace", " \t\n\r\u{0B}\u{0C}"), ("ascii_lowercase", lower), ("ascii_uppercase", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    ("ascii_letters", "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"), ("digits", "0123456789"),
    ("hexdigits", "0123456789abcdefABCDEF"), ("octdigits", "01234567"), ("punctuation", "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"),
    (
      "printable",
      "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ \t\n\r\u{0B}\u{0C}"
    ),
  ]
}
