#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What one run of a process cost and gave.
struct Outcome {
  /// Wall-clock seconds from spawn to exit.
  var seconds: Double
  /// Peak resident set in bytes.
  var peakMemory: Int
  /// Exit status, or -1 - signal when a signal ended the process.
  var status: Int32
  var output: String
  var errors: String

  var succeeded: Bool { status == 0 }
}

enum ChildError: Error {
  case cannotStart(String)
}

/// Runs `command` with standard input empty and the output caught in files, and measures it.
/// - Parameter timeLimit: seconds after which the process is killed (its status is then -1 - SIGKILL).
/// - Throws: `ChildError.cannotStart` if there is no such program.
func run(_ command: [String], environment: [String: String], timeLimit: Double) throws -> Outcome {
  let scratch = (variable("TMPDIR") ?? "/tmp") + "/adder-bench-\(getpid())"
  let paths = (out: scratch + ".out", err: scratch + ".err")
  defer {
    unlink(paths.out)
    unlink(paths.err)
  }
  var pid: pid_t = 0
  let started = nanoseconds()
  let failure = spawn(command, environment, paths.out, paths.err, &pid)
  guard failure == 0 else { throw ChildError.cannotStart("\(command[0]): \(String(cString: strerror(failure)))") }
  watched = pid
  signal(SIGALRM) { _ in _ = kill(watched, SIGKILL) }
  alarm(UInt32(timeLimit.rounded(.up)))
  var status: Int32 = 0
  var usage = rusage()
  while wait4(pid, &status, 0, &usage) < 0 && errno == EINTR {}
  let ended = nanoseconds()
  alarm(0)
  return Outcome(
    seconds: Double(ended - started) / 1e9, peakMemory: Int(usage.ru_maxrss) * memoryUnit,
    status: status & 0x7F == 0 ? (status >> 8) & 0xFF : -1 - (status & 0x7F),
    output: text(of: paths.out), errors: text(of: paths.err))
}

/// `ru_maxrss` counts kilobytes on Linux and bytes on macOS.
#if os(Linux)
  private let memoryUnit = 1024
#else
  private let memoryUnit = 1
#endif

/// The child that the alarm's handler ends; the runner has one child at a time and one thread.
nonisolated(unsafe) private var watched: pid_t = 0

/// posix_spawn with redirections; returns its error number.
private func spawn(
  _ command: [String], _ environment: [String: String], _ out: String, _ err: String, _ pid: inout pid_t
) -> Int32 {
  #if os(Linux)
    var actions = posix_spawn_file_actions_t()
  #else
    var actions: posix_spawn_file_actions_t?
  #endif
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
  posix_spawn_file_actions_addopen(&actions, 1, out, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
  posix_spawn_file_actions_addopen(&actions, 2, err, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
  let arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
  let variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0)=\($1)") } + [nil]
  defer { (arguments + variables).forEach { free($0) } }
  return posix_spawnp(&pid, command[0], &actions, nil, arguments, variables)
}
