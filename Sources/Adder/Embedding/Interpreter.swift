import Builtins
import Bytecode
import CSupport
import Modules
import Runtime

/// A Python interpreter inside a Swift program. Several live side by side in one process and share nothing.
///
/// An interpreter is used by one thread at a time, which may be another one for each call; a call while another thread is in it throws an error of
/// the kind `.busy`. Programs are verified before they run: malformed bytecode is an error, never a crash.
public final class Interpreter {
  public let configuration: Configuration
  let thread: Thread
  let handles: Handles
  /// What Python can call, by index.
  private var functions: [SwiftFunction] = []
  /// What Swift functions threw last while this call from Swift lasts, and the exceptions that were made of it.
  private var thrown: [(exception: PythonObject, error: any Error)] = []
  /// The exception that says that a value cannot be converted, or 0.
  var conversionFailure: UInt64 = 0
  /// Calls from Swift that have not returned.
  private var depth = 0
  private let owner = Owner()

  /// - Throws: `PythonError` if there is not enough memory to begin.
  public init(_ configuration: Configuration = Configuration()) throws(PythonError) {
    self.configuration = configuration
    let made: (thread: Thread, handles: Ref<ListObject>)
    do throws(Raised) {
      made = try Interpreter.make(configuration)
    } catch {
      throw PythonError(.limit(.memory), message: "not enough memory to make an interpreter")
    }
    thread = made.thread
    handles = Handles(made.handles)
    thread.box.host = HostReference(self)
    if let bytes = configuration.limits.memory { thread.limitMemory(bytes) }
    try enter { t throws(Raised) in try self.redirectOutput(t) }
  }

  private static func make(_ configuration: Configuration) throws(Raised) -> (thread: Thread, handles: Ref<ListObject>) {
    let box = InterpreterBox(types: Registry.types, modules: NativeModules.all)
    let roots = configuration.permissions.contains(.files) ? nil : configuration.searchPath
    box.finder = FileFinder(version: configuration.version, roots: roots)
    box.compiler = PythonCompiler(version: configuration.version)
    box.trees = SyntaxTrees(version: configuration.version)
    let level = LanguageLevel(major: Int(configuration.version.major), minor: Int(configuration.version.minor)) ?? .newest
    let interpreter = try Runtime.Interpreter.make(box: box, hashKeys: HashSeed.random, level: level)
    configuration.permissions.apply(to: interpreter, box)
    interpreter.outputLeft = configuration.limits.output ?? .max
    let t = interpreter.mainThread
    let list = try t.list()
    try t.append(interpreter.roots.unchecked(), Value(list))
    try Startup.install(t, arguments: configuration.arguments, path: configuration.searchPath)
    return (t, list)
  }

  /// Runs exit functions and finalizers, then gives all memory back.
  deinit {
    thread.adoptNativeStack()
    thread.box.host = nil
    thread.budget = Interpreter.budgetOfEnd
    _ = Startup.finish(thread, raised: false)
    thread.runAllFinalizers()
    thread.interpreter.destroy()
  }

  /// What exit functions and finalizers may do, in charges of the instruction budget.
  private static let budgetOfEnd = 1_000_000

  // MARK: Calls from Swift

  /// Runs `body` in the interpreter: limits begin anew unless this is a call within a call. Every call from Swift comes through here.
  func enter<R>(_ body: (Thread) throws(Raised) -> R) throws(PythonError) -> R {
    guard owner.take() else { throw PythonError(.busy, message: "the interpreter is running in another thread") }
    defer { owner.release() }
    var deadline: Int32 = -1
    if depth == 0 { deadline = try begin() }
    depth += 1
    defer {
      depth -= 1
      if depth == 0 { end(deadline) }
    }
    do throws(Raised) {
      return try body(thread)
    } catch {
      throw takeError()
    }
  }

  private func begin() throws(PythonError) -> Int32 {
    thread.adoptNativeStack()
    handles.takeReleased()
    thread.budget = configuration.limits.instructions ?? .max
    guard let seconds = configuration.limits.seconds else { return -1 }
    let deadline = thread.startDeadline(seconds: seconds)
    if deadline < 0 { throw PythonError(.limit(.time), message: "the time limit cannot be watched: no memory or no thread for it") }
    return deadline
  }

  private func end(_ deadline: Int32) {
    if deadline >= 0 { support_deadline_cancel(deadline) }
    if thread.stop != .none {
      thread.stop = .none
      thread.breaker = 0
    }
    thrown = []
  }

  /// The exception on its way as a Swift error.
  private func takeError() -> PythonError {
    let t = thread
    let stop = t.stop
    // What describes the exception may call Python code, for which nothing is left.
    if stop != .none {
      t.stop = .none
      t.breaker = 0
      t.budget = Interpreter.budgetOfEnd
    }
    defer {
      if stop != .none, depth > 1 { _ = t.stopProgram(stop) }
      _ = t.takeException()
    }
    let exception = t.takeException()
    if exception.isNull { return PythonError(.limit(.memory), message: "out of memory") }
    let isConversion = conversionFailure == exception.bits
    conversionFailure = 0
    let kind: PythonError.Kind = isConversion ? .conversion : Interpreter.limit(stop).map { .limit($0) } ?? .exception
    let type = t.lossyString(t.typeOf(exception).name)
    return PythonError(
      kind, type: type, message: describe { t throws(Raised) in try t.str(of: exception) },
      traceback: describe { t throws(Raised) in try t.tracebackText(exception) },
      exception: try? handles.keep(t, exception, self), underlying: thrown.last { $0.exception.current == exception }?.error)
  }

  private static func limit(_ stop: StopReason) -> Limit? {
    switch stop {
    case .none: nil
    case .instructions: .instructions
    case .time: .time
    case .memory: .memory
    case .output: .output
    }
  }

  /// A text of Python; empty if making it fails.
  private func describe(_ body: (Thread) throws(Raised) -> Value) -> String {
    do throws(Raised) {
      return thread.lossyString(try body(thread))
    } catch {
      _ = thread.takeException()
      return ""
    }
  }

  // MARK: Swift functions

  /// Makes a callable Python object of a Swift function.
  /// - Parameter name: what Python shows as its name.
  /// - Throws: `PythonError` if there is no memory.
  public func function(_ name: String, _ body: @escaping SwiftFunction) throws(PythonError) -> PythonObject {
    functions.append(body)
    let index = functions.count - 1
    return try enter { t throws(Raised) in
      try self.handles.keep(t, try HostTypes.make(t, HostTypes.function, name: t.intern(try t.str(name)), index: index), self)
    }
  }

  /// Called by Python for the function at `index`.
  func callSwift(_ t: Thread, _ index: Int, _ arguments: Ref<TupleObject>, _ keywords: Ref<DictObject>) throws(Raised) -> Value {
    var positional: [PythonValue] = []
    for i in 0..<arguments.count { positional.append(try convert(t, arguments.items[i], depth: 0)) }
    var named: [String: PythonValue] = [:]
    var position = 0
    while let entry = t.dictNext(keywords, &position) { named[t.lossyString(entry.key)] = try convert(t, entry.value, depth: 0) }
    let result: PythonValue
    do {
      result = try functions[index](positional, named)
    } catch {
      throw raise(t, error)
    }
    // A limit that a call within the function exceeded holds for its caller too.
    try t.pollNative()
    return try convert(t, result, depth: 0)
  }

  private func raise(_ t: Thread, _ error: any Error) -> Raised {
    do throws(Raised) {
      if let known = error as? PythonError {
        if let exception = known.exception, exception.interpreter === self { return t.raise(exception.current) }
        let found = t.dictGet(t.interpreter.builtins, interned: t.intern(try t.str(known.type)))
        let isException = found.isKind(.type) && t.isSubtype(found.unchecked(), t.types.baseException)
        let type = isException ? found : Value(t.types.runtimeError)
        let message = isException || known.type.isEmpty ? known.message : known.description
        let raised = t.raise(try t.call(type, try t.str(message)))
        try remember(t, error)
        return raised
      }
      let raised = t.raise(t.types.runtimeError, message: try t.str("\(error)"))
      try remember(t, error)
      return raised
    } catch {
      return error
    }
  }

  private static let mostRemembered = 16

  /// Keeps what a Swift function threw for the exception on its way.
  private func remember(_ t: Thread, _ error: any Error) throws(Raised) {
    if thrown.count == Interpreter.mostRemembered { thrown.removeFirst() }
    thrown.append((try handles.keep(t, t.exception, self), error))
  }

  // MARK: Output

  private func redirectOutput(_ t: Thread) throws(Raised) {
    for (index, output) in [configuration.standardOutput, configuration.standardError].enumerated() {
      if case .inherited = output { continue }
      let name: StaticString = index == 0 ? "<stdout>" : "<stderr>"
      let stream = try HostTypes.make(t, HostTypes.stream, name: try t.str(name), index: index)
      let sys = t.interpreter.sysDict
      try t.dictSet(sys, t.intern(try t.str(index == 0 ? "stdout" : "stderr")), stream)
      try t.dictSet(sys, t.intern(try t.str(index == 0 ? "__stdout__" : "__stderr__")), stream)
    }
  }

  func write(_ text: String, to index: Int) {
    if case .handler(let handler) = index == 0 ? configuration.standardOutput : configuration.standardError { handler(text) }
  }
}
