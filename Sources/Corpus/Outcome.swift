#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import Synchronization

/// What a process printed and how it ended.
public struct Outcome: Sendable {
  /// Exit status, or minus the number of the signal that ended it.
  public var status: Int32
  public var output: String
  public var errors: String
  public var timedOut: Bool
  /// Wall-clock time.
  public var seconds: Double

  public init(status: Int32, output: String, errors: String, timedOut: Bool, seconds: Double) {
    self.status = status
    self.output = output
    self.errors = errors
    self.timedOut = timedOut
    self.seconds = seconds
  }

  /// A program that cannot be started.
  public struct StartFailure: Error {
    public var command: String
    public var reason: String
  }

  /// Runs a command with standard input empty and waits for its end.
  /// - Parameters:
  ///   - command: program and arguments; a program without "/" is looked for on PATH.
  ///   - directory: the folder it runs in.
  ///   - environment: all of its variables.
  ///   - timeLimit: seconds after which it is killed.
  public static func ofRunning(
    _ command: [String], in directory: String, environment: [String: String], timeLimit: Double
  ) throws(StartFailure) -> Outcome {
    let number = runs.wrappingAdd(1, ordering: .relaxed).newValue
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    let scratch = "\(folder)/adder-corpus-\(getpid())-\(number)"
    let (out, err) = (scratch + ".out", scratch + ".err")
    defer {
      unlink(out)
      unlink(err)
    }
    let started = nanoseconds()
    let pid = try start(inFolder(command, directory), environment, out, err)
    let (status, timedOut) = wait(for: pid, until: started + UInt64(timeLimit * 1e9))
    return Outcome(
      status: status, output: String(decoding: bytes(of: out) ?? [], as: UTF8.self), errors: String(decoding: bytes(of: err) ?? [], as: UTF8.self),
      timedOut: timedOut, seconds: Double(nanoseconds() - started) / 1e9)
  }
}

private let runs = Atomic<Int>(0)

/// posix_spawn cannot change the folder everywhere; the shell can.
private func inFolder(_ command: [String], _ directory: String) -> [String] {
  ["/bin/sh", "-c", #"cd "$0" && exec "$@""#, directory] + command
}

private func start(_ command: [String], _ environment: [String: String], _ out: String, _ err: String) throws(Outcome.StartFailure) -> pid_t {
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
  var pid: pid_t = 0
  let failure = posix_spawn(&pid, command[0], &actions, nil, arguments, variables)
  guard failure == 0 else { throw Outcome.StartFailure(command: command[0], reason: String(cString: strerror(failure))) }
  return pid
}

/// Waits for a child, and kills it at `deadline`.
private func wait(for pid: pid_t, until deadline: UInt64) -> (status: Int32, timedOut: Bool) {
  var status: Int32 = 0
  var timedOut = false
  while waitpid(pid, &status, WNOHANG) == 0 {
    if !timedOut && nanoseconds() > deadline {
      kill(pid, SIGKILL)
      timedOut = true
    }
    usleep(1000)
  }
  return (status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F), timedOut)
}
