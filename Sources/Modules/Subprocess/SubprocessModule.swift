import Builtins
import CSupport
import Glibc
import Runtime

/// Module `_posixsubprocess` (CPython: Modules/_posixsubprocess.c): starts programs for `subprocess`.
enum SubprocessModule {
  static let module = ModuleSpec(
    "_posixsubprocess", doc: "A POSIX helper for the subprocess module.",
    functions: [
      .init("fork_exec(*args)", "Spawn a fresh new child process.") { t, a throws(Raised) in try start(t, a[0].tupleSlots) }
    ])

  /// Where the arguments are that not all versions have: behind the first 16.
  private final class Layout {
    let group: Int
    let gid: Int
    let groups: Int
    let uid: Int
    let umask: Int
    let hook: Int

    /// - Parameter group: -1 if there is none.
    init(group: Int, gid: Int, hook: Int) {
      (self.group, self.gid, self.hook) = (group, gid, hook)
      (groups, uid, umask) = gid < 0 ? (-1, -1, -1) : (gid + 1, gid + 2, gid + 3)
    }
  }

  private static func layout(_ count: Int) -> Layout? {
    switch count {
    case 17: Layout(group: -1, gid: -1, hook: 16)
    case 21: Layout(group: -1, gid: 16, hook: 20)
    case 22, 23: Layout(group: 16, gid: 17, hook: 21)
    default: nil
    }
  }

  private struct Hook {
    let thread: Thread
    let function: Value
  }

  private static func start(_ t: Thread, _ a: Slots) throws(Raised) -> Value {
    guard let layout = layout(a.count) else {
      throw t.raise(t.types.typeError, "fork_exec() takes another number of arguments than %S", try t.int(a.count))
    }
    try t.checkProcesses()
    var program = support_start()
    let isClosing = try t.truth(a[2])
    let keep = try kept(t, a[3])
    program.words = try Processes.pointers(t, Value(try t.list(from: a[0])), "argv must be a tuple or list")
    program.programs = try Processes.pointers(t, Value(try t.list(from: a[1])), "executables must be a tuple or list")
    if !a[5].isNone { program.variables = try Processes.pointers(t, Value(try t.list(from: a[5])), "env must be a list") }
    var folder = Value.null
    if !a[4].isNone {
      folder = try t.fileSystemBytes(try t.fspath(a[4]))
      program.directory = UnsafeRawPointer(folder.unchecked(as: BytesObject.self).bytes).assumingMemoryBound(to: CChar.self)
    }
    try setStreams(t, &program, a)
    let failure: StaticString = t.has(.startNamesFolder) ? "noexec:chdir" : "noexec"
    program.directory_failure = UnsafeRawPointer(failure.utf8Start).assumingMemoryBound(to: CChar.self)
    program.close_others = isClosing
    program.restore_signals = try t.truth(a[14])
    program.new_session = try t.truth(a[15])
    try setIdentity(t, &program, a, layout)
    let groups = try groupNumbers(t, layout.groups < 0 ? .none : a[layout.groups])
    let hook = a[layout.hook]
    let pid = keep.withUnsafeBufferPointer { kept in
      groups.withUnsafeBufferPointer { groups in
        program.keep = kept.baseAddress
        program.keep_count = kept.count
        program.groups = groups.baseAddress
        program.group_count = layout.groups < 0 || a[layout.groups].isNone ? -1 : groups.count
        return run(t, &program, hook)
      }
    }
    let code = errno
    withExtendedLifetime(folder) {}
    if pid < 0 { throw t.raiseOSError(code) }
    return try t.int(Int(pid))
  }

  private static func run(_ t: Thread, _ program: inout support_start, _ hook: Value) -> Int32 {
    if hook.isNone { return support_start_program(&program, nil, nil) }
    var context = Hook(thread: t, function: hook)
    return withUnsafeMutablePointer(to: &context) { context in
      support_start_program(
        &program,
        { context in
          guard let hook = context?.assumingMemoryBound(to: Hook.self).pointee else { return false }
          do throws(Raised) {
            _ = try hook.thread.call(hook.function)
            return true
          } catch {
            return false
          }
        }, context)
    }
  }

  /// The descriptors that stay open: ascending numbers.
  private static func kept(_ t: Thread, _ v: Value) throws(Raised) -> [Int32] {
    guard v.isKind(.tuple) else { throw t.raise(t.types.typeError, "fds_to_keep must be a tuple") }
    var result: [Int32] = []
    let items = v.tupleSlots
    for i in 0..<items.count {
      guard items[i].isInt, let number = try? Int32(exactly: t.cInt(items[i])), number >= 0, number > result.last ?? -1 else {
        throw t.raise(t.types.valueError, "bad value(s) in fds_to_keep")
      }
      result.append(number)
    }
    return result
  }

  private static func setStreams(_ t: Thread, _ program: inout support_start, _ a: Slots) throws(Raised) {
    func number(_ index: Int) throws(Raised) -> Int32 { Int32(try t.cInt(a[index])) }
    program.child_in = try number(6)
    program.unused_in = try number(7)
    program.unused_out = try number(8)
    program.child_out = try number(9)
    program.unused_error = try number(10)
    program.child_error = try number(11)
    program.error_pipe_read = try number(12)
    program.error_pipe = try number(13)
    if try t.truth(a[2]), program.error_pipe < 3 { throw t.raise(t.types.valueError, "errpipe_write must be >= 3") }
  }

  private static func setIdentity(_ t: Thread, _ program: inout support_start, _ a: Slots, _ layout: Layout) throws(Raised) {
    program.process_group = layout.group < 0 ? -1 : Int32(try t.cInt(a[layout.group]))
    program.umask = layout.umask < 0 ? -1 : Int32(try t.cInt(a[layout.umask]))
    program.gid = layout.gid < 0 || a[layout.gid].isNone ? .max : UInt32(truncatingIfNeeded: try t.sizeArgument(a[layout.gid]))
    program.uid = layout.uid < 0 || a[layout.uid].isNone ? .max : UInt32(truncatingIfNeeded: try t.sizeArgument(a[layout.uid]))
  }

  private static func groupNumbers(_ t: Thread, _ v: Value) throws(Raised) -> [gid_t] {
    if v.isNone { return [] }
    let items = try t.list(from: v)
    var numbers: [gid_t] = []
    for i in 0..<items.count { numbers.append(gid_t(truncatingIfNeeded: try t.sizeArgument(items.items[i]))) }
    return numbers
  }
}
