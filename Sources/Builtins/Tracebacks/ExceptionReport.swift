import Runtime

/// One exception of a report, with what it is chained to. The exceptions themselves are in a Python list, which keeps them alive.
/// (CPython: Lib/traceback.py, TracebackException.)
final class ReportedException {
  let index: Int
  var cause: ReportedException?
  var context: ReportedException?
  var members: [ReportedException]?

  init(index: Int) { self.index = index }
}

/// The chain and the groups of an exception, each exception once.
struct ExceptionReport {
  let t: Thread
  let exceptions: Ref<ListObject>
  private var seen: Set<UInt64> = []

  init(_ t: Thread) throws(Raised) {
    self.t = t
    exceptions = try t.list()
  }

  func exception(_ node: ReportedException) -> Ref<ExceptionObject> { exceptions.items[node.index].unchecked() }

  private mutating func add(_ e: Value) throws(Raised) -> ReportedException {
    seen.insert(e.bits)
    try t.append(exceptions, e)
    return ReportedException(index: exceptions.count - 1)
  }

  /// Collects everything that will be printed for `e`.
  mutating func collect(_ e: Value) throws(Raised) -> ReportedException {
    let root = try add(e)
    var queue = [root]
    while let node = queue.popLast() {
      let e = exception(node)
      var next: [ReportedException] = []
      if !e.cause.isNull, !e.cause.isNone, !seen.contains(e.cause.bits) {
        node.cause = try add(e.cause)
        next.append(node.cause.unsafelyUnwrapped)
      }
      let needsContext = node.cause == nil && !e.context.isNull && !e.context.isNone && !e.suppressContext
      if needsContext, !seen.contains(e.context.bits) {
        node.context = try add(e.context)
        next.append(node.context.unsafelyUnwrapped)
      }
      if t.isExceptionGroup(Value(e)) {
        let group = e.groupMembers
        var members: [ReportedException] = []
        for k in 0..<group.count { members.append(try add(group.items[k])) }
        node.members = members
        next += members
      }
      queue += next
    }
    return root
  }
}
