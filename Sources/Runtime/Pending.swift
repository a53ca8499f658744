// Protocol functions that their owners have not delivered yet. Each raises SystemError. The owner deletes the stub.
// (The list of owners: RUNTIME contract.)

extension Thread {
  @inline(never) func pending(_ what: StaticString) -> Raised { raise(self.types.systemError, what) }

  // R2 imports

  // R5 text
  public func genericAlias(_ origin: Value, _ arguments: Value) throws(Raised) -> Value { throw pending("genericAlias") }
}
