// Calls from native code. Arguments lie in a frame, in a tuple or on the native stack, which the collector scans; a Python function copies them
// into its frame, a native one gets them in place if its signature allows, else bound into slots on the VM stack.

extension Thread {
  /// Calls anything. Python code runs in a nested engine loop.
  @inline(never)
  func invoke(_ callable: Value, _ arguments: Arguments) throws(Raised) -> Value {
    guard callable.isObject else { throw notCallable(callable) }
    switch callable.object.kind {
    case .function:
      try enterRecursive()
      let frame = try bindFrame(callable.unchecked(), arguments)
      return try run(frame)
    case .nativeFunction: return try callNative(callable.unchecked(), arguments)
    case .boundMethod:
      let method: Ref<BoundMethodObject> = callable.unchecked()
      return try invoke(method.function, me: method.boundSelf, arguments)
    case .type: return try callType(callable.unchecked(), arguments)
    default: return try callObject(callable, arguments)
    }
  }

  /// Calls `callable` with `me` before the other arguments.
  func invoke(_ callable: Value, me: Value, _ arguments: Arguments) throws(Raised) -> Value {
    if arguments.me.isNull {
      var arguments = arguments
      arguments.me = me
      return try invoke(callable, arguments)
    }
    let slots = try flatten(arguments)
    defer { release(slots) }
    return try invoke(callable, Arguments(me: me, slots, names: arguments.names))
  }

  /// Runs a bound frame that native code pushed, until it returns. (A generator's frame: until it yields or returns.)
  func run(_ frame: Frame) throws(Raised) -> Value {
    frame.flags.insert(.entry)
    let machine = try start(frame)
    return machine.frame.isNone ? self.result : try runEngine(self, machine)
  }

  /// Copies all arguments, `me` first and keyword values last, to slots on the VM stack, which the caller releases.
  func flatten(_ arguments: Arguments) throws(Raised) -> Slots {
    let keywords = arguments.keywordCount
    let count = arguments.count
    let slots = try reserve(count + keywords)
    for i in 0..<count { slots[i] = arguments[i] }
    for i in 0..<keywords { slots[count + i] = arguments.values[i] }
    return slots
  }

  /// Calls a native function or method.
  @inline(__always)
  func callNative(_ function: Ref<NativeFunctionObject>, _ arguments: Arguments) throws(Raised) -> Value {
    if _fastPath(arguments.me.isNull && arguments.names.isNull) { return try callNative(function, arguments.positional) }
    return try callNativeFlat(function, arguments)
  }

  /// The same with a self or keywords: the arguments are laid out in a row.
  @inline(never)
  private func callNativeFlat(_ function: Ref<NativeFunctionObject>, _ arguments: Arguments) throws(Raised) -> Value {
    let slots = try flatten(arguments)
    defer { release(slots) }
    return try callNative(function, arguments: slots, keywordNames: arguments.names)
  }

  /// Calls an object through its type's `__call__`.
  @inline(never)
  private func callObject(_ callable: Value, _ arguments: Arguments) throws(Raised) -> Value {
    let method = lookupSpecial(callable, .__call__)
    if method.isNull { throw notCallable(callable) }
    try enterRecursive(" while calling a Python object")
    if isMethodLike(method) { return try invoke(method, me: callable, arguments) }
    return try invoke(try bind(method, to: callable, typeOf(callable)), arguments)
  }

  @inline(never)
  func notCallable(_ v: Value) -> Raised { raise(self.types.typeError, "'%T' object is not callable", v) }

  /// Whether an attribute found on a class takes the instance as its first argument, so that no bound method is needed to call it.
  @inline(__always)
  func isMethodLike(_ method: Value) -> Bool { method.isObject && method.object.type.flags.contains(.methodLike) }
}
