// Protocol functions that their owners have not delivered yet. Each raises SystemError. The owner deletes the stub.
// (The list of owners: RUNTIME contract.)

extension Thread {
  @inline(never) func pending(_ what: StaticString) -> Raised { raise(self.types.systemError, what) }

  // R1 heap
  /// What the collector wants done at a poll: finalizers, weak callbacks, a collection that was asked for.
  func pollHeap() throws(Raised) {}

  // R2 imports

  // R5 text
  /// `warnings.warn(message, category)` for the running frame.
  public func warn(_ category: Ref<TypeObject>, _ message: StaticString) throws(Raised) {}
  public func genericAlias(_ origin: Value, _ arguments: Value) throws(Raised) -> Value { throw pending("genericAlias") }

  // R1
  /// What `__weakref__` gives: the first weak reference to `v`, or None.
  func firstWeakReference(_ v: Value) -> Value { .none }
}
