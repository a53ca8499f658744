// Exception groups (PEP 654).

extension Ref where T == ExceptionObject {
  /// The exceptions of a group: a tuple.
  public var groupMembers: Ref<TupleObject> { fields[ExceptionField.groupExceptions].unchecked() }
}

/// What `split` looks for.
@frozen
public struct ExceptionMatcher: BitwiseCopyable {
  @usableFromInline enum Mode: UInt8, BitwiseCopyable { case type, predicate, members }
  var mode: Mode
  /// A class or tuple of classes; a callable; a list of exceptions.
  var value: Value
}

extension Thread {
  public func isExceptionGroup(_ v: Value) -> Bool { v.isKind(.exception) && isSubtype(v.object.type, self.types.baseExceptionGroup) }

  /// `BaseExceptionGroup.__new__`: `args` is the tuple (message, exceptions).
  public func newExceptionGroup(_ type: Ref<TypeObject>, args: Value) throws(Raised) -> Value {
    let types = self.types
    let arguments: Ref<TupleObject> = args.unchecked()
    if arguments.count != 2 {
      throw raise(types.typeError, "BaseExceptionGroup.__new__() takes exactly 2 arguments (%S given)", Value(small: arguments.count))
    }
    let message = arguments.items[0]
    if !message.isKind(.str) { throw raise(types.typeError, "BaseExceptionGroup.__new__() argument 1 must be str, not %B", message) }
    let members = try groupMembers(arguments.items[1])
    let onlyExceptions = try checkGroupMembers(members)
    var actual = type
    if type == types.baseExceptionGroup {
      if onlyExceptions { actual = types.exceptionGroup }
    } else if !onlyExceptions {
      if type == types.exceptionGroup { throw raise(types.typeError, "Cannot nest BaseExceptions in an ExceptionGroup") }
      if isSubtype(type, types.exception) { throw raise(types.typeError, "Cannot nest BaseExceptions in '%N'", Value(type)) }
    }
    let group = try allocateException(actual, args: args)
    group.fields[ExceptionField.groupMessage] = message
    group.fields[ExceptionField.groupExceptions] = Value(members)
    return Value(group)
  }

  private func groupMembers(_ v: Value) throws(Raised) -> Ref<TupleObject> {
    let isSequence = v.isKind(.list) || v.isKind(.tuple) || !v.isKind(.mappingProxy) && hasGetItem(v)
    if !isSequence { throw raise(self.types.typeError, "second argument (exceptions) must be a sequence") }
    let members: Ref<TupleObject> = try tuple(from: v).unchecked()
    if members.count == 0 { throw raise(self.types.valueError, "second argument (exceptions) must be a non-empty sequence") }
    return members
  }

  /// Whether all members are instances of Exception.
  private func checkGroupMembers(_ members: Ref<TupleObject>) throws(Raised) -> Bool {
    var onlyExceptions = true
    for k in 0..<members.count {
      let member = members.items[k]
      if !isException(member) {
        throw raise(self.types.valueError, "Item %S of second argument (exceptions) is not an exception", Value(small: k))
      }
      if !isSubtype(member.object.type, self.types.exception) { onlyExceptions = false }
    }
    return onlyExceptions
  }

  /// `BaseExceptionGroup(message, exceptions)`: an ExceptionGroup if all are Exceptions.
  public func exceptionGroup(_ message: Value, _ exceptions: Value) throws(Raised) -> Value {
    try newExceptionGroup(self.types.baseExceptionGroup, args: try tuple(message, exceptions))
  }

  /// What `split` and `subgroup` accept: a class, a tuple of classes, a predicate.
  public func exceptionMatcher(_ v: Value) throws(Raised) -> ExceptionMatcher {
    if isExceptionClass(v) { return ExceptionMatcher(mode: .type, value: v) }
    if typeOf(v) == self.types.tuple {
      let classes: Ref<TupleObject> = v.unchecked()
      var allClasses = true
      for k in 0..<classes.count where !isExceptionClass(classes.items[k]) { allClasses = false }
      if allClasses { return ExceptionMatcher(mode: .type, value: v) }
    } else if !v.isKind(.type), isCallable(v) {
      return ExceptionMatcher(mode: .predicate, value: v)
    }
    throw raise(.splitByOther)
  }

  private func matches(_ e: Value, _ matcher: ExceptionMatcher) throws(Raised) -> Bool {
    switch matcher.mode {
    case .type:
      if matcher.value.isKind(.type) { return matches(e, matcher.value.unchecked(as: TypeObject.self)) }
      let classes: Ref<TupleObject> = matcher.value.unchecked()
      for k in 0..<classes.count where matches(e, classes.items[k].unchecked(as: TypeObject.self)) { return true }
      return false
    case .predicate: return try truth(try call(matcher.value, e))
    case .members:
      if isExceptionGroup(e) { return false }
      let members = matcher.value.unchecked(as: ListObject.self).slots
      for k in 0..<members.count where members[k] == e { return true }
      return false
    }
  }

  /// `split`: the part of `e` (an exception or a group) that matches, and the rest if `wantsRest`; null = nothing.
  public func splitException(_ e: Value, _ matcher: ExceptionMatcher, wantsRest: Bool) throws(Raised) -> Pair {
    if try matches(e, matcher) { return Pair(e, .null) }
    if !isExceptionGroup(e) { return Pair(.null, wantsRest ? e : .null) }
    let group: Ref<ExceptionObject> = e.unchecked()
    let members = group.groupMembers
    let matching = try list()
    let rest = try list()
    try enterRecursive(" in exceptiongroup_split_recursive")
    defer { leaveRecursive() }
    for k in 0..<members.count {
      let parts = try splitException(members.items[k], matcher, wantsRest: wantsRest)
      if !parts.first.isNull { try append(matching, parts.first) }
      if !parts.second.isNull { try append(rest, parts.second) }
    }
    let first = try groupSubset(group, matching)
    return Pair(first, wantsRest ? try groupSubset(group, rest) : .null)
  }

  /// A group like `original` with other members (`derive`); null if there are none.
  private func groupSubset(_ original: Ref<ExceptionObject>, _ members: Ref<ListObject>) throws(Raised) -> Value {
    if members.count == 0 { return .null }
    let derived = try call(try getAttribute(Value(original), try intern("derive")), Value(members))
    if !isExceptionGroup(derived) { throw raise(self.types.typeError, "derive must return an instance of BaseExceptionGroup") }
    let group: Ref<ExceptionObject> = derived.unchecked()
    if !original.traceback.isNull { group.traceback = original.traceback }
    group.context = original.context
    group.cause = original.cause
    group.suppressContext = true
    let notes = try getAttributeOrNull(Value(original), name(.__notes__))
    if notes.isKind(.list) {
      try setAttribute(derived, name(.__notes__), try list(copying: notes.unchecked(as: ListObject.self).slots))
    }
    return derived
  }

  /// The part of `group` whose leaves are leaves of the exceptions in `keep` (a list): what an `except*` raises again. null = nothing.
  public func projectExceptionGroup(_ group: Value, keep: Ref<ListObject>) throws(Raised) -> Value {
    let leaves = try list()
    for k in 0..<keep.count { try collectLeaves(keep.items[k], into: leaves) }
    return try splitException(group, ExceptionMatcher(mode: .members, value: Value(leaves)), wantsRest: false).first
  }

  private func collectLeaves(_ e: Value, into leaves: Ref<ListObject>) throws(Raised) {
    if !isExceptionGroup(e) { return try append(leaves, e) }
    let members = e.unchecked(as: ExceptionObject.self).groupMembers
    try enterRecursive(" in collect_exception_group_leaf_ids")
    defer { leaveRecursive() }
    for k in 0..<members.count { try collectLeaves(members.items[k], into: leaves) }
  }
}
