import Glibc
import Runtime

/// Module `posix` (CPython: Modules/posixmodule.c): what `os` is made of.
enum PosixModule {
  static let module = ModuleSpec(
    "posix", doc: "What the system does for programs: files, processes, the environment.",
    functions: FileStatus.functions + FileTree.functions + Directories.functions + Descriptors.functions + Processes.functions
  ) { t, m throws(Raised) in
    try t.addConstant(m, "error", Value(t.types.osError))
    try t.addConstant(m, "environ", Value(try Processes.environment(t)))
    try t.addConstant(m, "_have_functions", try Keyword.listOfStrs(t, PosixConstants.functionsThere))
    for (name, number) in PosixConstants.numbers { try t.addConstant(m, name, try t.int(number)) }
    try addTables(t, m)
    try FileStatus.addTypes(t, m)
    try addTypes(t, m)
  }

  private static func addTables(_ t: Thread, _ m: Ref<ModuleObject>) throws(Raised) {
    let settings = try t.dict()
    for (name, number) in PosixConstants.settings { try t.dictSet(settings, try t.str(name), Value(small: number)) }
    try t.addConstant(m, "sysconf_names", Value(settings))
  }

  private static func addTypes(_ t: Thread, _ m: Ref<ModuleObject>) throws(Raised) {
    try t.addType(m, Directories.entry, DirectoryEntryObject.self, flags: .noConstructor)
    try t.addType(m, Directories.iterator, DirectoryIteratorObject.self, flags: .noConstructor)
    _ = try t.dictDelete(m.dict, try t.intern("ScandirIterator"))
    let terminal = try StructSequence.makeType(
      t, m, Descriptors.terminalSize,
      fields: [.init(name: "columns", doc: "width of the terminal window in characters"), .init(name: "lines", doc: "height of the terminal window in characters")])
    try t.dictSet(terminal.dict, t.name(.__module__), try t.intern("os"))
    try t.addConstant(m, "terminal_size", Value(terminal))
    let uname = try StructSequence.makeType(
      t, m, TypeSpec("posix.uname_result", doc: "What uname says of the system.", functions: StructSequence.functions),
      fields: ["sysname", "nodename", "release", "version", "machine"] as [StaticString])
    try t.addConstant(m, "uname_result", Value(uname))
    let times = try StructSequence.makeType(
      t, m, TypeSpec("posix.times_result", doc: "What times says of processes.", functions: StructSequence.functions),
      fields: ["user", "system", "children_user", "children_system", "elapsed"] as [StaticString])
    try t.addConstant(m, "times_result", Value(times))
  }
}
