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

  /// The exception of a node, which must be one: a cause may be any object up to 3.12.
  func exception(_ node: ReportedException) -> Ref<ExceptionObject> { exceptions.items[node.index].unchecked() }

  private mutating func add(_ e: Value, isPrinted: Bool = true) throws(Raised) -> ReportedException {
    if isPrinted { seen.insert(e.bits) }
    try t.append(exceptions, e)
    return ReportedException(index: exceptions.count - 1)
  }

  /// Collects everything that will be printed for `e`.
  mutating func collect(_ e: Value) throws(Raised) -> ReportedException {
    if !t.has(.reportsByTracebackModule) { return try collectInOrder(e, depth: 0) }
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

  /// Collects in the order in which it is printed, so that an exception stands where it is printed first (CPython: Python/pythonrun.c up to 3.12,
  /// `print_exception_recursive`).
  /// - Parameter depth: how many groups are around `e`.
  private mutating func collectInOrder(_ e: Value, depth: Int) throws(Raised) -> ReportedException {
    let root = try add(e)
    var chain = [root]
    while let next = try addPredecessor(of: chain[chain.count - 1]) { chain.append(next) }
    for node in chain.reversed() where t.isExceptionGroup(exceptions.items[node.index]) {
      var members: [ReportedException] = []
      let group = exception(node).groupMembers
      if depth <= TracebackPrinter.groupDepth {
        for k in 0..<group.count {
          let isShown = k < TracebackPrinter.groupWidth
          members.append(isShown ? try collectInOrder(group.items[k], depth: max(depth, 1) + 1) : try add(group.items[k], isPrinted: false))
        }
      }
      node.members = members
    }
    return root
  }

  /// What is printed before `node`: its cause, else its context, unless that was printed already. Nil if there is none.
  private mutating func addPredecessor(of node: ReportedException) throws(Raised) -> ReportedException? {
    guard t.isException(exceptions.items[node.index]) else { return nil }
    let e = exception(node)
    let hasCause = !e.cause.isNull && !e.cause.isNone
    let previous = hasCause ? e.cause : e.suppressContext ? .null : e.context
    if previous.isNull || previous.isNone || seen.contains(previous.bits) { return nil }
    let added = try add(previous)
    if hasCause { node.cause = added } else { node.context = added }
    return added
  }
}
