import Builtins
import Glibc
import Runtime

/// `sys.breakpointhook` (PEP 553).
enum SysBreakpoint {
  static let hook = NativeFunctionSpec(
    "breakpointhook(*args, **kwargs)", "Call the function that PYTHONBREAKPOINT names, or else pdb.set_trace()."
  ) { t, a throws(Raised) in
    var path = "pdb.set_trace"
    if let given = t.environmentVariable("PYTHONBREAKPOINT") {
      if given == "0" { return .none }
      if !given.isEmpty { path = given }
    }
    let callable = try find(t, path)
    return callable.isNull ? .none : try t.call(callable, tuple: a[0], dict: a[1])
  }

  /// What `module.name` is; without a dot, a builtin. A warning and null if that cannot be had.
  private static func find(_ t: Thread, _ path: String) throws(Raised) -> Value {
    let dot = path.lastIndex(of: ".")
    let module = dot.map { String(path[..<$0]) } ?? "builtins"
    let name = dot.map { String(path[path.index(after: $0)...]) } ?? path
    do throws(Raised) {
      if module.isEmpty { throw t.raise(t.types.importError, "empty module name") }
      return try t.getAttribute(try t.importModule(try t.str(module)), t.intern(try t.str(name)))
    } catch {
      let isMissing = t.matches(t.exception, t.types.importError) || t.matches(t.exception, t.types.attributeError)
      // A program that asks for the debugger itself is told that there is none.
      if !isMissing || path == "pdb.set_trace" { throw error }
      _ = t.takeException()
      try t.warn(t.types.runtimeWarning, message: try t.str("Ignoring unimportable $PYTHONBREAKPOINT: \"\(path)\""))
      return .null
    }
  }
}
