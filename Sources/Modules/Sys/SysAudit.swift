import Builtins
import Runtime

/// `sys.audit` and `sys.addaudithook` (PEP 578).
enum SysAudit {
  static let functions: [NativeFunctionSpec] = [
    .init("audit(event, /, *args)", "Tell the audit hooks of an event.") { t, a throws(Raised) in
      if t.has(.auditEventChecked) && !a[0].isKind(.str) { throw t.raise(t.types.typeError, "audit() argument 1 must be str, not %B", a[0]) }
      if t.interpreter.auditHooks.isNull { return .none }
      guard a[0].isKind(.str) else { throw t.raise(t.types.typeError, "expected str for argument 'event', not %B", a[0]) }
      try t.callAuditHooks(a[0], a[1])
      return .none
    },
    .init("addaudithook(hook)", "Have a function called with every event and its arguments from now on.") { t, a throws(Raised) in
      do throws(Raised) { try t.audit("sys.addaudithook") } catch {
        guard t.matches(t.exception, t.types.exception) else { throw error }
        // A hook may refuse others.
        _ = t.takeException()
        return .none
      }
      if t.interpreter.auditHooks.isNull { t.interpreter.auditHooks = Value(try t.list()) }
      try t.append(t.interpreter.auditHooks.unchecked(), a[0])
      return .none
    },
  ]
}
