extension Thread {
  /// Runs the code of a function that takes no arguments (a module, a class body, code of `exec`) with its names in `namespace`, a mapping.
  /// Returns what the code returns.
  public func execute(_ function: Ref<FunctionObject>, namespace: Value) throws(Raised) -> Value {
    try enterRecursive()
    let frame = try bindFrame(function, Arguments(Slots(base: self.stackTop, count: 0)))
    frame.namespace = namespace
    return try run(frame)
  }
}
