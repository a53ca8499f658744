import Builtins
import Runtime

/// Filters as the command line says them: `ACTION:MESSAGE:CATEGORY:MODULE:LINE`, of which the end may be missing.
enum WarningOptions {
  static let functions: [NativeFunctionSpec] = [
    NativeFunctionSpec("_processoptions(args)", "Make filters of options; one that makes no sense is said on standard error.") { t, a throws(Raised) in
      let options: Ref<ListObject> = try t.list(from: a[0])
      for i in 0..<options.count where options.items[i].isKind(.str) {
        if let problem = try add(t, t.string(options.items[i])) {
          try t.writeToStandardError(try t.str("Invalid -W option ignored: \(problem)\n"))
        }
      }
      return .none
    }
  ]

  private static let actions = ["default", "always", "ignore", "module", "once", "error"]

  /// - Returns: what is wrong with the option; nil if nothing is.
  private static func add(_ t: Thread, _ option: String) throws(Raised) -> String? {
    var parts = option.split(separator: ":", omittingEmptySubsequences: false).map(trimmed)
    if parts.count > 5 { return "too many fields (max 5): \(try quoted(t, option))" }
    parts += [String](repeating: "", count: 5 - parts.count)
    let given = parts[0].isEmpty ? "default" : parts[0] == "all" ? "always" : parts[0]
    guard let action = actions.first(where: { $0.hasPrefix(given) }) else { return "invalid action: \(try quoted(t, given))" }
    var category = Value(t.types.warning)
    if !parts[2].isEmpty, let problem = try find(t, parts[2], &category) { return problem }
    var line = 0
    if !parts[4].isEmpty {
      guard let number = Int(parts[4]), number >= 0 else { return "invalid lineno \(try quoted(t, parts[4]))" }
      line = number
    }
    let message = parts[1].isEmpty ? .none : try WarningsModule.makePrefix(t, try t.str(parts[1]), ignoresCase: true)
    let module = parts[3].isEmpty ? .none : try WarningsModule.makePrefix(t, try t.str(parts[3]), isWhole: true)
    let filter = try WarningsCore.filter(t, try t.str(action), message, category, module, try t.int(line))
    try WarningsModule.add(t, filter, append: .false)
    return nil
  }

  /// Looks a category up: a builtin, or `MODULE.NAME`.
  private static func find(_ t: Thread, _ name: String, _ category: inout Value) throws(Raised) -> String? {
    let dot = name.lastIndex(of: ".")
    let module = dot.map { String(name[..<$0]) } ?? "builtins"
    let last = dot.map { String(name[name.index(after: $0)...]) } ?? name
    do throws(Raised) {
      category = try t.getAttribute(try t.importModule(t.intern(try t.str(module))), t.intern(try t.str(last)))
    } catch {
      let isMissing = t.matches(t.exception, t.types.importError)
      guard isMissing || t.matches(t.exception, t.types.attributeError) else { throw error }
      _ = t.takeException()
      return isMissing ? "invalid module name: \(try quoted(t, module))" : "unknown warning category: \(try quoted(t, name))"
    }
    guard category.isKind(.type), t.isSubtype(category.unchecked(), t.types.warning) else { return "invalid warning category: \(try quoted(t, name))" }
    return nil
  }

  private static func quoted(_ t: Thread, _ text: String) throws(Raised) -> String { t.string(try t.repr(try t.str(text))) }

  private static func trimmed(_ text: Substring) -> String {
    let start = text.drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }
}
