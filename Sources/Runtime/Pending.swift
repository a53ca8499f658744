// Protocol functions that their owners have not delivered yet. Each raises SystemError. The owner deletes the stub.
// (The list of owners: RUNTIME contract.)

extension Thread {
  @inline(never) func pending(_ what: StaticString) -> Raised { raise(self.types.systemError, what) }

  // R1 numbers
  /// Appends an int (or an instance of a subclass): '-' and digits in base 2, 8, 10 or 16, lower case, no prefix. Base 10 checks int_max_str_digits.
  public func append(int v: Value, base: Int, to out: inout TextBuilder) throws(Raised) { throw pending("append(int:)") }
  /// Appends a float as PyOS_double_to_string does: code e, f, g (with `precision`) or r (repr); 'nan', 'inf', '-inf'; lower case.
  public func append(double value: Double, code: UInt8, precision: Int, alternate: Bool, addDotZero: Bool, to out: inout TextBuilder) throws(Raised) {
    throw pending("append(double:)")
  }

  // R2 calls
  /// Resumes a generator as `next()` does; null = it returned.
  public func nextOfGenerator(_ generator: Value) throws(Raised) -> Value { throw pending("nextOfGenerator") }
  /// Called now and then by long native operations: raises KeyboardInterrupt or what the time limit says; runs no finalizers.
  public func pollNative() throws(Raised) {}
  public func call(_ f: Value, arguments: Slots, keywordNames: Value) throws(Raised) -> Value { throw pending("call") }
  public func call(_ f: Value) throws(Raised) -> Value { throw pending("call") }
  public func call(_ f: Value, _ a: Value) throws(Raised) -> Value { throw pending("call") }
  public func call(_ f: Value, _ a: Value, _ b: Value) throws(Raised) -> Value { throw pending("call") }
  public func call(_ f: Value, _ a: Value, _ b: Value, _ c: Value) throws(Raised) -> Value { throw pending("call") }
  public func call(_ f: Value, _ a: Value, _ b: Value, _ c: Value, _ d: Value) throws(Raised) -> Value { throw pending("call") }
  /// `f(*tuple, **dict)`; dict may be null.
  public func call(_ f: Value, tuple: Value, dict: Value) throws(Raised) -> Value { throw pending("call") }
  public func callMethod(_ v: Value, _ name: Name) throws(Raised) -> Value { throw pending("callMethod") }
  public func callMethod(_ v: Value, _ name: Name, _ a: Value) throws(Raised) -> Value { throw pending("callMethod") }
  public func callMethod(_ v: Value, _ name: Name, _ a: Value, _ b: Value) throws(Raised) -> Value { throw pending("callMethod") }
  /// Calls what `lookupSpecial(self, name)` found, bound to `self`.
  public func callSpecial(_ method: Value, _ me: Value) throws(Raised) -> Value { throw pending("callSpecial") }
  public func callSpecial(_ method: Value, _ me: Value, _ a: Value) throws(Raised) -> Value { throw pending("callSpecial") }
  public func callSpecial(_ method: Value, _ me: Value, _ a: Value, _ b: Value) throws(Raised) -> Value { throw pending("callSpecial") }
  public func importModule(_ name: Value) throws(Raised) -> Value { throw pending("importModule") }
  /// Guards native recursion: RecursionError ("maximum recursion depth exceeded" + suffix) if the native stack is nearly used up.
  public func enterRecursive(_ suffix: StaticString = "") throws(Raised) {}
  public func leaveRecursive() {}
  /// Links `__context__` of a new exception to the one being handled.
  func setContext(_ exception: Value) {}
  /// Whether `exception` is an instance of `type`.
  public func matches(_ exception: Value, _ type: Ref<TypeObject>) -> Bool { false }

  /// The main thread of an interpreter, with its VM stack.
  static func make(_ interpreter: Interpreter) -> Thread {
    let thread = Thread(Interpreter.zeroed(ThreadState.self))
    thread.interpreter = interpreter
    return thread
  }

  // R5 text
  public func genericAlias(_ origin: Value, _ arguments: Value) throws(Raised) -> Value { throw pending("genericAlias") }
  /// `type.__call__`: `__new__`, then `__init__`.
  public func constructInstance(_ type: Ref<TypeObject>, tuple: Value, dict: Value) throws(Raised) -> Value { throw pending("constructInstance") }

  // R1
  /// What `__weakref__` gives: the first weak reference to `v`, or None.
  func firstWeakReference(_ v: Value) -> Value { .none }
}
