import Builtins
import Runtime

/// Module `sys`. Its namespace exists from the start (`Startup`); the first import adds the rest.
enum SysModule {
  static let module = ModuleSpec(
    "sys", doc: "What the interpreter knows of itself, and what it may be told.",
    functions: SysFunctions.functions + SysTracing.functions + SysSettings.functions + SysAudit.functions
  ) { t, m throws(Raised) in
    let namespace = t.interpreter.sysDict
    try t.dictMergeAll(namespace, m.dict)
    m.dict = namespace
    try SysConstants.add(t, m)
  }
}
