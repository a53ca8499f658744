#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a process printed and how it ended.
public struct Outcome: Sendable {
  /// How a process came to its end.
  public enum Ending: Sendable, Equatable {
    /// By itself, or by a signal that it was not sent by us.
    case exited
    /// Killed because it ran longer than this many seconds.
    case timedOut(Double)
    /// Killed because it had more than this many bytes of memory.
    case outOfMemory(Int)
  }

  /// Exit status, or minus the number of the signal that ended it.
  public var status: Int32
  public var output: [UInt8]
  public var errors: [UInt8]
  public var ending: Ending
  /// Wall-clock time.
  public var seconds: Double
  /// The most memory that it had, in bytes.
  public var peak: Int

  public init(status: Int32, output: [UInt8], errors: [UInt8], ending: Ending = .exited, seconds: Double = 0, peak: Int = 0) {
    self.status = status
    self.output = output
    self.errors = errors
    self.ending = ending
    self.seconds = seconds
    self.peak = peak
  }

  /// A program that cannot be started.
  public struct StartFailure: Error {
    public var command: String
    public var reason: String
  }

  /// What ended the process, if it did not end by itself.
  public var killer: String? {
    switch ending {
    case .timedOut(let seconds): "ran longer than \(decimal(seconds)) s"
    case .outOfMemory(let bytes): "had more than \(bytes) bytes of memory"
    case .exited: status < 0 ? "died of signal \(-status) (\(String(cString: strsignal(-status))))" : nil
    }
  }

  /// Runs a command and waits for its end.
  public static func ofRunning(_ command: Command) throws(StartFailure) -> Outcome {
    var child = try Child(command)
    while true {
      if let outcome = child.poll() { return outcome }
      usleep(500)
    }
  }
}

/// A command to run, with standard input empty.
public struct Command: Sendable {
  /// Program and arguments; a program without "/" is looked for on PATH.
  public var words: [String]
  /// The folder it runs in.
  public var folder: String
  /// All of its variables.
  public var environment: [String: String]
  /// Seconds after which it is killed.
  public var timeLimit: Double
  /// Bytes of resident memory beyond which it is killed.
  public var memoryLimit: Int?

  public init(_ words: [String], in folder: String, environment: [String: String], timeLimit: Double, memoryLimit: Int? = nil) {
    self.words = words
    self.folder = folder
    self.environment = environment
    self.timeLimit = timeLimit
    self.memoryLimit = memoryLimit
  }
}

/// A process that was started and not yet waited for.
struct Child {
  private let command: Command
  private let pid: pid_t
  private let output: ScratchFile
  private let errors: ScratchFile
  private let started = nanoseconds()
  private var ending = Outcome.Ending.exited

  init(_ command: Command) throws(Outcome.StartFailure) {
    self.command = command
    output = try ScratchFile(command)
    errors = try ScratchFile(command)
    pid = try spawn(command, output.descriptor, errors.descriptor)
  }

  /// Kills the process if it is beyond a limit. Returns what it did once it has ended.
  mutating func poll() -> Outcome? {
    var status: Int32 = 0
    var usage = rusage()
    let ended = wait4(pid, &status, WNOHANG, &usage)
    if ended == 0 {
      enforceLimits()
      return nil
    }
    let peak = Int(usage.ru_maxrss) * rusageUnit
    if ending == .exited, let limit = command.memoryLimit, residentBytes(of: getpid()) == nil, peak > limit { ending = .outOfMemory(limit) }
    return Outcome(
      status: status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F), output: output.content(), errors: errors.content(), ending: ending,
      seconds: Double(nanoseconds() - started) / 1e9, peak: peak)
  }

  private mutating func enforceLimits() {
    guard ending == .exited else { return }
    if Double(nanoseconds() - started) / 1e9 > command.timeLimit {
      ending = .timedOut(command.timeLimit)
    } else if let limit = command.memoryLimit, let bytes = residentBytes(of: pid), bytes > limit {
      ending = .outOfMemory(limit)
    }
    if ending != .exited { kill(pid, SIGKILL) }
  }
}

/// A file without a name that holds what a process prints.
private final class ScratchFile {
  let descriptor: Int32

  init(_ command: Command) throws(Outcome.StartFailure) {
    guard let file = Scratch.file() else {
      throw Outcome.StartFailure(command: command.words.first ?? "", reason: "\(Scratch.parent): \(String(cString: strerror(errno)))")
    }
    descriptor = file.descriptor
    unlink(file.path)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
  }

  deinit { close(descriptor) }

  func content() -> [UInt8] {
    lseek(descriptor, 0, SEEK_SET)
    var content: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65536)
    while case let count = read(descriptor, &chunk, chunk.count), count > 0 { content += chunk[..<count] }
    return content
  }
}

/// Bytes of a stream of which a process is sent SIGXFSZ, in the shell's units of 512.
private let blocksOfOutput = 1 << 15

/// posix_spawn can neither change the folder everywhere nor set limits; the shell can.
private func spawn(_ command: Command, _ output: Int32, _ errors: Int32) throws(Outcome.StartFailure) -> pid_t {
  #if os(Linux)
    var actions = posix_spawn_file_actions_t()
  #else
    var actions: posix_spawn_file_actions_t?
  #endif
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
  posix_spawn_file_actions_adddup2(&actions, output, 1)
  posix_spawn_file_actions_adddup2(&actions, errors, 2)
  #if os(Linux)
    var attributes = posix_spawnattr_t()
  #else
    var attributes: posix_spawnattr_t?
  #endif
  posix_spawnattr_init(&attributes)
  defer { posix_spawnattr_destroy(&attributes) }
  // No signal is ignored or blocked, whatever those who started us or our threads do.
  var signals = sigset_t()
  sigemptyset(&signals)
  posix_spawnattr_setsigmask(&attributes, &signals)
  sigfillset(&signals)
  posix_spawnattr_setsigdefault(&attributes, &signals)
  posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK))
  let script = #"cd "$0" && ulimit -c 0 && ulimit -f \#(blocksOfOutput) && exec "$@""#
  let words = ["/bin/sh", "-c", script, command.folder] + command.words
  let arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
  let variables: [UnsafeMutablePointer<CChar>?] = command.environment.map { strdup("\($0)=\($1)") } + [nil]
  defer { (arguments + variables).forEach { free($0) } }
  var pid: pid_t = 0
  let failure = posix_spawn(&pid, words[0], &actions, &attributes, arguments, variables)
  guard failure == 0 else { throw Outcome.StartFailure(command: words[0], reason: String(cString: strerror(failure))) }
  return pid
}

/// Runs commands, up to `jobs` of them at a time, and hands over each outcome when it is there.
/// - Parameters:
///   - command: the command at an index.
///   - ended: called with the index, in the order in which the commands end.
func runAll(
  _ count: Int, jobs: Int, command: (Int) -> Command, ended: (Int, Result<Outcome, Outcome.StartFailure>) -> Void
) {
  var running: [(index: Int, child: Child)] = []
  var next = 0
  while next < count || !running.isEmpty {
    while next < count && running.count < max(jobs, 1) {
      do throws(Outcome.StartFailure) {
        running.append((next, try Child(command(next))))
      } catch {
        ended(next, .failure(error))
      }
      next += 1
    }
    var rest: [(index: Int, child: Child)] = []
    for (index, child) in running {
      var child = child
      if let outcome = child.poll() { ended(index, .success(outcome)) } else { rest.append((index, child)) }
    }
    if rest.count == running.count && !rest.isEmpty { usleep(500) }
    running = rest
  }
}
