// Protocol functions that their owners have not delivered yet. Each raises SystemError. The owner deletes the stub.
// (The list of owners: RUNTIME contract.)

extension Thread {
  @inline(never) func pending(_ what: StaticString) -> Raised { raise(self.types.systemError, what) }

  // R5
  /// Reports the exception on its way to sys.unraisablehook ("Exception ignored in: <place>", traceback) and clears it.
  public func reportUnraisable(_ place: Value) { _ = takeException() }

  // R2 imports

  // R5 text
  /// `warnings.warn(message, category)` for the running frame.
  public func warn(_ category: Ref<TypeObject>, _ message: StaticString) throws(Raised) {}
  public func genericAlias(_ origin: Value, _ arguments: Value) throws(Raised) -> Value { throw pending("genericAlias") }
}
