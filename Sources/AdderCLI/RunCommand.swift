import Adder
import CSupport
import Runtime

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `adder run`
enum RunCommand {
  static let instructionLimitStatus: Int32 = 125
  static let timeLimitStatus: Int32 = 124
  static let outputLimitStatus: Int32 = 123
  static let unusableStatus: Int32 = 2

  /// Runs the program that the arguments behind `adder run` name; returns the exit status.
  static func run(_ arguments: [String]) -> Int32 {
    var command: RunArguments
    do throws(UsageError) {
      command = try RunArguments(arguments)
    } catch {
      complain("run: \(error.message)")
      return unusableStatus
    }
    if command.wantsHelp {
      writeToStandardOutput(Array(RunArguments.usage.utf8))
      return 0
    }
    let readsEnvironment = command.options.permissions.contains(.environment)
    guard let keys = HashSeed.keys(readsEnvironment ? environment("PYTHONHASHSEED") : nil) else {
      complain("PYTHONHASHSEED must be \"random\" or an integer in range [0; 4294967295]")
      return unusableStatus
    }
    guard let program = ProgramFile.findOrComplain(command) else { return unusableStatus }
    command.options.version = program.version
    command.options.hashKeys = keys
    command.options.searchPath = searchPath(program, readsEnvironment: readsEnvironment)
    let session: Session
    do throws(SessionError) {
      session = try Session(command.options)
    } catch {
      complain("not enough memory to start")
      return 1
    }
    watchSignals(session.thread, command.options)
    let outcome = program.run(in: session)
    support_post_signals(nil, nil, 0, 0)
    if let file = command.coverage, !write(session.coverage, to: file) { return unusableStatus }
    if let statistics = session.statistics { writeToStandardError(statistics.report()) }
    return status(of: outcome, command)
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

  /// The program's directory, then those of PYTHONPATH.
  private static func searchPath(_ program: ProgramFile, readsEnvironment: Bool) -> [String] {
    let rest = (readsEnvironment ? environment("PYTHONPATH") ?? "" : "").split(separator: ":").map(String.init)
    return [program.directory] + rest
  }

  private static func environment(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    return String(cString: value)
  }
}
