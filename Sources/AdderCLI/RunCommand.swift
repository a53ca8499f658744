import Adder
import Bytecode
import CSupport
import Runtime

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `adder run`, and what CPython's command line does under a name such as `python3`.
enum RunCommand {
  static let instructionLimitStatus: Int32 = 125
  static let timeLimitStatus: Int32 = 124
  static let outputLimitStatus: Int32 = 123
  static let unusableStatus: Int32 = 2

  /// Runs the program that the arguments name; returns the exit status.
  /// - Parameter pythonName: the name of the command if it is CPython's, nil behind `adder run`.
  static func run(_ arguments: [String], pythonName: String? = nil) -> Int32 {
    var command: RunArguments
    do throws(UsageError) {
      command = try RunArguments(arguments, pythonName: pythonName)
    } catch {
      PythonUsage.complain(error.message, pythonName)
      return unusableStatus
    }
    if let request = command.request { return PythonUsage.answer(request, command) }
    let environment = PythonEnvironment(command)
    do throws(UsageError) { try environment.complete(&command) } catch {
      complain(error.message)
      return unusableStatus
    }
    let inspects = command.options.settings.flags.inspect > 0
    let isInteractive = inspects || isatty(STDIN_FILENO) == 1
    guard let program = ProgramFile.findOrComplain(command, isInteractive: isInteractive) else { return unusableStatus }
    command.options.version = program.version
    do throws(UsageError) { try complete(&command, program, environment, arguments) } catch {
      complain(error.message)
      return unusableStatus
    }
    let session: Session
    do throws(SessionError) {
      session = try Session(command.options)
    } catch {
      complain("not enough memory to start")
      return 1
    }
    watchSignals(session.thread, command.options)
    let terminal = inspects || program.isPrompt ? PromptSession(command, environment, isProgram: !program.isPrompt) : nil
    let outcome = program.run(in: session, then: terminal?.prompt)
    terminal?.end()
    support_post_signals(nil, nil, 0, 0)
    if let file = command.coverage, !write(session.coverage, to: file) { return unusableStatus }
    if let statistics = session.statistics { writeToStandardError(statistics.report()) }
    return status(of: outcome, command)
  }

  /// What the program is told of the machine, and where it looks for modules.
  private static func complete(
    _ command: inout RunArguments, _ program: ProgramFile, _ environment: PythonEnvironment, _ arguments: [String]
  ) throws(UsageError) {
    var settings = command.options.settings
    settings.executable = Executable.path(command.pythonName, program.version, environment.general("PATH"))
    settings.originalArguments = [command.pythonName == nil ? settings.executable : CommandLine.arguments[0]] + arguments
    command.options.settings = settings
    try ImportPath(command: command, environment: environment, program: program).apply(to: &command.options)
  }

  private static func write(_ text: String, to path: String) -> Bool {
    guard let file = fopen(path, "w") else {
      complain("\(path): \(String(cString: strerror(errno)))")
      return false
    }
    let complete = fputs(text, file) >= 0
    return fclose(file) == 0 && complete
  }

  private static func status(of outcome: RunOutcome, _ command: RunArguments) -> Int32 {
    switch outcome {
    case .finished(let status): return status
    case .interrupted(let status):
      support_die_of_interrupt()
      return status
    case .refused(let reason):
      complain("\(command.name): \(reason)")
      return unusableStatus
    case .instructionLimit:
      complain("\(command.name): ended by --max-instructions \(command.options.maxInstructions ?? 0)")
      return instructionLimitStatus
    case .timeLimit:
      complain("\(command.name): ended by --max-time \(command.options.maxSeconds ?? 0)")
      return timeLimitStatus
    case .outputLimit:
      complain("\(command.name): ended by --max-output \(command.options.maxOutput ?? 0)")
      return outputLimitStatus
    }
  }

  /// Lets Ctrl-C and the time limit reach the program.
  private static func watchSignals(_ thread: Thread, _ options: RunOptions) {
    let state = UnsafeMutableRawPointer(thread.pointer)
    guard let requests = MemoryLayout<ThreadState>.offset(of: \.requests), let breaker = MemoryLayout<ThreadState>.offset(of: \.breaker)
    else { return }
    support_post_signals(
      (state + requests).assumingMemoryBound(to: UInt32.self), (state + breaker).assumingMemoryBound(to: Int64.self),
      ThreadRequest.interrupt.rawValue, ThreadRequest.timeLimit.rawValue)
    if let seconds = options.maxSeconds { support_set_alarm(seconds) }
  }
}
