import Builtins
import Bytecode
import Modules
import Runtime

/// One interpreter with the builtin types and native modules, in which a program is run. Used by one thread.
public final class Session {
  private let options: RunOptions
  private let interpreter: Runtime.Interpreter
  /// The thread state of the thread that made the session.
  public let thread: Thread
  private var observer: Observer?

  /// - Throws: `SessionError` if there is not enough memory to begin.
  public init(_ options: RunOptions) throws(SessionError) {
    self.options = options
    let box = InterpreterBox(types: Registry.types, modules: NativeModules.all)
    box.settings = options.settings
    box.finder = FileFinder(
      version: options.version, roots: options.permissions.contains(.files) ? nil : options.searchPath,
      hashChecks: options.settings.hashChecks)
    box.compiler = PythonCompiler(version: options.version)
    box.trees = SyntaxTrees(version: options.version)
    do throws(Raised) {
      interpreter = try Runtime.Interpreter.make(box: box, hashKeys: options.hashKeys, level: Session.level(options))
      options.permissions.apply(to: interpreter, box)
      interpreter.outputLeft = options.maxOutput ?? .max
      interpreter.optimization = options.optimization
      box.hidesColumns = options.hidesColumns
      thread = interpreter.mainThread
      try Startup.install(thread, arguments: options.arguments, path: options.searchPath)
    } catch {
      throw SessionError()
    }
    applyLimits()
  }

  /// The versions whose sources can be compiled, oldest first.
  public static var sourceVersions: [PythonVersion] { PythonCompiler.versions }

  /// The language level of a run: the newest where the version asked for has none.
  private static func level(_ options: RunOptions) -> LanguageLevel {
    let version = options.languageLevel ?? options.version
    return LanguageLevel(major: Int(version.major), minor: Int(version.minor)) ?? .newest
  }

  private func applyLimits() {
    thread.budget = options.maxInstructions ?? .max
    if let bytes = options.maxMemory { thread.limitMemory(bytes) }
    if options.collectEvery > 0 {
      thread.heap.setStress(interval: options.collectEvery, first: options.collectAtFirst)
      thread.heap.setPoisoning(true)
    }
    let isObserved = options.checksStack || options.traces || options.collectsStatistics || options.recordsForms || options.usesRegisterForm
    guard isObserved else { return }
    let observer = Observer()
    observer.checksStack = options.checksStack
    if options.usesRegisterForm { observer.registerForm = RegisterForm() }
    observer.traces = options.traces
    observer.counts = options.collectsStatistics
    observer.recordsForms = options.recordsForms
    thread.observe(with: observer)
    self.observer = observer
  }

  /// Runs a program as `__main__` and ends the interpreter's work: exit functions, flushed streams. An uncaught exception is printed.
  ///
  /// - Parameters:
  ///   - image: the module's code.
  ///   - path: `__file__`.
  public func runMain(_ image: CodeImage, path: String, then prompt: Prompt? = nil) -> RunOutcome {
    let code: Ref<CodeObject>
    do throws(Raised) {
      code = try thread.makeCode(image)
    } catch {
      return .refused(reason: messageOfException())
    }
    return run(then: prompt) { () throws(Raised) in _ = try self.thread.runMain(code, path: path) }
  }

  /// The same for a source: what is wrong with it is an uncaught exception.
  ///
  /// - Parameters:
  ///   - path: `__file__`; nil if the source is in no file.
  ///   - name: `co_filename`.
  public func runMain(source: [UInt8], path: String?, name: String, then prompt: Prompt? = nil) -> RunOutcome {
    run(then: prompt) { () throws(Raised) in
      let code = try self.thread.makeCode(source: source, name: name)
      if path == nil { self.thread.registerSource(code, text: source) }
      _ = try self.thread.runMain(code, path: path)
    }
  }

  /// Finds a module, or the module `__main__` of a package, and runs it as `__main__` (CPython: Lib/runpy.py). That there is none is said on
  /// standard error, and is the exit status 1.
  /// - Parameter isProgram: whether it was named by `-m`: `sys.argv[0]` becomes its path then.
  public func runModule(_ name: String, isProgram: Bool, then prompt: Prompt? = nil) -> RunOutcome {
    run(then: prompt) { () throws(Raised) in try self.thread.runModule(name, isProgram: isProgram) }
  }

  /// Runs nothing but a prompt.
  public func run(_ prompt: Prompt?) -> RunOutcome {
    run(then: prompt) { () throws(Raised) in _ = try self.thread.makeMainModule(nil) }
  }

  private func run(then prompt: Prompt?, _ body: () throws(Raised) -> Void) -> RunOutcome {
    var raised = false
    do throws(Raised) {
      try Startup.applyWarningOptions(thread)
      try body()
    } catch {
      raised = true
    }
    if let prompt, thread.stop == .none {
      if raised { Startup.report(thread) }
      raised = prompt.run(thread)
    }
    return end(raised: raised)
  }

  private func end(raised: Bool) -> RunOutcome {
    thread.openReserve()
    switch thread.stop {
    case .instructions: return flushed(.instructionLimit)
    case .time: return flushed(.timeLimit)
    case .output: return flushed(.outputLimit)
    case .memory:
      thread.stop = .none
      thread.breaker = 0
      thread.exception = thread.interpreter.memoryError
      return end(raised: true)
    case .none: break
    }
    let isInterrupt = raised && thread.matches(thread.exception, thread.types.keyboardInterrupt)
    var status = Startup.finish(thread, raised: raised)
    thread.interpreter.isFinalizing = true
    // Finalizers that run at the end may print.
    thread.runAllFinalizers()
    status = max(status, Startup.finish(thread, raised: false))
    switch thread.stop {
    case .instructions: return .instructionLimit
    case .time: return .timeLimit
    case .output: return .outputLimit
    case .memory: return .finished(status: 1)
    case .none: return isInterrupt ? .interrupted(status: status) : .finished(status: status)
    }
  }

  /// What exit functions and streams may still do after the program was stopped, in charges of the instruction budget.
  private static let budgetOfEnd = 1_000_000

  /// Gives the program's output out after it was stopped.
  private func flushed(_ outcome: RunOutcome) -> RunOutcome {
    thread.stop = .none
    thread.breaker = 0
    thread.budget = Session.budgetOfEnd
    _ = thread.takeException()
    _ = Startup.finish(thread, raised: false)
    return outcome
  }

  /// The text of the exception on its way, which is taken.
  private func messageOfException() -> String {
    let exception = thread.takeException()
    do throws(Raised) {
      return thread.lossyString(try thread.str(of: exception))
    } catch {
      return "out of memory"
    }
  }

  /// What `--stats` reports, once the program has ended; nil if nothing was counted.
  public var statistics: Statistics? {
    guard options.collectsStatistics, let observer else { return nil }
    return Statistics(observer, thread.heap)
  }
}

extension Session {
  /// What `--coverage` writes, once the program has ended: lines "VERSION INSTRUCTION OPERAND", with " raised" behind those that raised.
  public var coverage: String {
    let lines = (observer?.forms ?? []).map { form in
      guard let set = InstructionSet.numbered(form.engine) else { return "" }
      return "\(set.version) \(set.instructions[form.opcode].name) \(form.oparg)\(form.raised ? " raised" : "")\n"
    }
    return lines.sorted().joined()
  }
}

/// There was not enough memory to make an interpreter.
public struct SessionError: Error {}
