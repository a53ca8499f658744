extension Thread {
  /// Tells the hooks of `sys.addaudithook` of an event; what one raises is raised. Costs a test while there are none.
  @inline(__always)
  public func audit(_ event: StaticString, _ a: Value = .null, _ b: Value = .null, _ c: Value = .null) throws(Raised) {
    if _slowPath(!self.interpreter.auditHooks.isNull) { try callAuditHooks(event, a, b, c) }
  }

  @inline(never)
  public func callAuditHooks(_ event: StaticString, _ a: Value, _ b: Value, _ c: Value) throws(Raised) {
    let count = a.isNull ? 0 : b.isNull ? 1 : c.isNull ? 2 : 3
    let arguments = try tuple(count: count)
    for (i, v) in [a, b, c].prefix(count).enumerated() { arguments.items[i] = v }
    try callAuditHooks(try intern(event), Value(arguments))
  }

  /// The same for an event that Python code names.
  public func callAuditHooks(_ event: Value, _ arguments: Value) throws(Raised) {
    guard self.interpreter.auditHooks.isKind(.list) else { return }
    let hooks: Ref<ListObject> = self.interpreter.auditHooks.unchecked()
    var i = 0
    while i < hooks.count {
      _ = try call(hooks.items[i], event, arguments)
      i += 1
    }
  }
}
