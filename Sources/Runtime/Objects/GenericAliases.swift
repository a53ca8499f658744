extension Thread {
  /// `origin[arguments]` (PEP 585): a types.GenericAlias. Arguments that are no tuple are one argument.
  public func genericAlias(_ origin: Value, _ arguments: Value) throws(Raised) -> Value {
    try call(Value(self.types.genericAlias), origin, arguments)
  }
}
