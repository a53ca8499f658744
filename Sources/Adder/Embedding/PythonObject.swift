import Runtime
import Synchronization

/// A Python object that Swift keeps alive. It belongs to one interpreter and is used where that is used; it may be let go of in any thread.
public final class PythonObject: @unchecked Sendable, Equatable {
  /// Keeps the interpreter alive.
  public let interpreter: Interpreter
  /// Where the interpreter's table of handles has the object.
  let slot: Int

  init(_ interpreter: Interpreter, slot: Int) {
    self.interpreter = interpreter
    self.slot = slot
  }

  deinit { interpreter.handles.release(slot) }

  /// Identity: Python's `is`.
  public static func == (a: PythonObject, b: PythonObject) -> Bool {
    a === b || a.interpreter === b.interpreter && a.interpreter.handles.value(a.slot) == b.interpreter.handles.value(b.slot)
  }
}

extension PythonObject {
  /// A copy as a Swift value; `.object` for what Swift has no value for.
  /// - Throws: `PythonError`.
  public func value() throws(PythonError) -> PythonValue {
    try interpreter.enter { t throws(Raised) in try self.interpreter.convert(t, self.current, depth: 0) }
  }

  /// `repr()` of the object.
  /// - Throws: `PythonError`.
  public func representation() throws(PythonError) -> String {
    try interpreter.enter { t throws(Raised) in t.lossyString(try t.repr(self.current)) }
  }

  /// The name of its type.
  public var typeName: String {
    let t = interpreter.thread
    return t.lossyString(t.typeOf(current).name)
  }

  /// `getattr(object, name)`
  /// - Throws: `PythonError`, such as an AttributeError.
  public func attribute(_ name: String) throws(PythonError) -> PythonObject {
    try interpreter.enter { t throws(Raised) in
      try self.interpreter.handles.keep(t, try t.getAttribute(self.current, t.intern(try t.str(name))), self.interpreter)
    }
  }

  /// `setattr(object, name, value)`
  /// - Throws: `PythonError`.
  public func setAttribute(_ name: String, to value: PythonValue) throws(PythonError) {
    try interpreter.enter { t throws(Raised) in
      try t.setAttribute(self.current, t.intern(try t.str(name)), try self.interpreter.convert(t, value, depth: 0))
    }
  }

  /// Calls the object.
  /// - Parameters:
  ///   - arguments: positional arguments.
  ///   - keywords: keyword arguments.
  /// - Throws: `PythonError`: an exception that it raised, or a limit.
  @discardableResult
  public func call(_ arguments: PythonValue..., keywords: [String: PythonValue] = [:]) throws(PythonError) -> PythonObject {
    try call(arguments: arguments, keywords: keywords)
  }

  /// Calls the object.
  @discardableResult
  public func call(arguments: [PythonValue], keywords: [String: PythonValue] = [:]) throws(PythonError) -> PythonObject {
    try interpreter.enter { t throws(Raised) in
      let result = try self.interpreter.call(t, self.current, arguments, keywords)
      return try self.interpreter.handles.keep(t, result, self.interpreter)
    }
  }

  /// The object itself. It lives as long as this handle.
  var current: Value { interpreter.handles.value(slot) }
}

/// The objects of an interpreter that Swift keeps alive: a Python list that the collector sees, and the places in it that are free.
final class Handles: @unchecked Sendable {
  private let list: Ref<ListObject>
  /// Places that were let go of, by any thread.
  private let released = Mutex<[Int]>([])
  private var free: [Int] = []

  /// - Parameter list: an empty list that is a root of the interpreter.
  init(_ list: Ref<ListObject>) { self.list = list }

  func value(_ slot: Int) -> Value { list.items[slot] }

  func keep(_ t: Thread, _ v: Value, _ interpreter: Interpreter) throws(Raised) -> PythonObject {
    if let slot = free.popLast() {
      list.items[slot] = v
      return PythonObject(interpreter, slot: slot)
    }
    try t.append(list, v)
    return PythonObject(interpreter, slot: list.count - 1)
  }

  func release(_ slot: Int) { released.withLock { $0.append(slot) } }

  /// Forgets what was let go of since. Called by the thread that runs the interpreter.
  func takeReleased() {
    let slots = released.withLock { slots in
      defer { slots = [] }
      return slots
    }
    for slot in slots { list.items[slot] = .none }
    free += slots
  }
}
