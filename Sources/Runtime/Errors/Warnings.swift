extension Thread {
  /// `warnings.warn(message, category)` at the line that runs.
  public func warn(_ category: Ref<TypeObject>, _ message: StaticString) throws(Raised) { try warn(category, message: try str(message)) }

  public func warn(_ category: Ref<TypeObject>, message: Value) throws(Raised) {
    // The module gives the interpreter its function.
    if self.interpreter.warningFunction.isNull, self.box.moduleSpec("_warnings") != nil { _ = try importModule(intern(try str("_warnings"))) }
    let function = self.interpreter.warningFunction
    if function.isNull { return }
    _ = try call(function, message, Value(category), Value(small: 1))
  }
}
