import Builtins
import Runtime

/// Module `sys`. Its namespace exists from the start (`Startup`); the first import adds the rest.
enum SysModule {
  static let module = ModuleSpec(
    "sys", doc: "This module provides access to some objects used or maintained by the\ninterpreter and to functions that interact strongly with the interpreter.",
    functions: SysFunctions.functions
  ) { t, m throws(Raised) in
    let namespace = t.interpreter.sysDict
    try t.dictMergeAll(namespace, m.dict)
    m.dict = namespace
    try SysConstants.add(t, m)
  }
}
