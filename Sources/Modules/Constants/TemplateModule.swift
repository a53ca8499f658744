import Runtime

/// Module `string.templatelib` (PEP 750; CPython: Lib/string/templatelib.py).
enum TemplateModule {
  static let module = ModuleSpec(
    "string.templatelib", doc: "Support for template string literals (t-strings).",
    functions: [
      NativeFunctionSpec("convert(obj, /, conversion)", "Convert obj using formatted string literal semantics.") { t, a throws(Raised) in
        if a[1].isNone { return a[0] }
        if a[1].isKind(.str) {
          switch t.lossyString(a[1]) {
          case "r": return try t.repr(a[0])
          case "s": return try t.str(of: a[0])
          case "a": return try t.ascii(a[0])
          default: break
          }
        }
        throw t.raise(t.types.valueError, "invalid conversion specifier: %S", try t.str(of: a[1]))
      }
    ]
  ) { t, m throws(Raised) in
    try t.addConstant(m, "Template", Value(t.types.template))
    try t.addConstant(m, "Interpolation", Value(t.types.interpolation))
  }
}
