import Builtins
import Bytecode
import Modules
import Runtime

/// Programs that are found as modules are: `-m`, and the `__main__` of a folder or an archive. (CPython: Lib/runpy.py.)
extension Thread {
  /// Finds a module and runs it as `__main__`.
  /// - Parameter isProgram: whether `-m` named it, so that `sys.argv[0]` becomes its path.
  /// - Throws: what the program raises; SystemExit with a message if there is no such module.
  func runModule(_ name: String, isProgram: Bool) throws(Raised) {
    let (found, fullName) = try findProgram(name)
    let module = try makeMainModule(found.path)
    let spec = try describe(found, intern(try str(fullName)), in: module.dict)
    try dictSet(module.dict, self.name(.__name__), self.name(.__main__))
    if found.cached == nil { try dictSet(module.dict, self.name(.__cached__), .none) }
    try setAttribute(spec, try intern("_initializing"), .false)
    if isProgram { try setFirstArgument(found.path) }
    _ = try execute(try makeFunction(try makeCode(found), globals: module.dict), namespace: Value(module.dict))
  }

  private func setFirstArgument(_ path: String) throws(Raised) {
    let arguments = dictGet(self.interpreter.sysDict, interned: self.name(.argv))
    guard arguments.isKind(.list) else { return }
    let list: Ref<ListObject> = arguments.unchecked()
    if list.count > 0 { list.items[0] = try str(path) }
  }

  /// The module to run, or that of the package to run, with its full name.
  private func findProgram(_ name: String) throws(Raised) -> (FoundModule, String) {
    if name.hasPrefix(".") { throw ending("Relative module names not supported") }
    guard let found = try findReporting(name) else { throw ending("No module named \(name)") }
    if found.searchLocations == nil { return (found, name) }
    if name == "__main__" || name.hasSuffix(".__main__") { throw ending("Cannot use package as __main__ module") }
    // The package's own code runs first, as an import of it does.
    let inner = name + ".__main__"
    guard let main = try findReporting(inner) else {
      throw ending("No module named \(inner); '\(name)' is a package and cannot be directly executed")
    }
    guard main.searchLocations == nil else { throw ending("Cannot use package as __main__ module; '\(name)' is a package and cannot be directly executed") }
    return (main, inner)
  }

  /// Finds a module; what goes wrong with the packages that it is in is said in one line.
  private func findReporting(_ name: String) throws(Raised) -> FoundModule? {
    do throws(Raised) {
      if box.moduleNames.contains(name) {
        throw ending("No code object available for \(name)")
      }
      return try findModule(intern(try str(name)))
    } catch {
      guard matches(self.exception, self.types.importError) else { throw error }
      let reason = takeException()
      var hint = ""
      if name.hasSuffix(".py") { hint = ". Try using '\(name.dropLast(3))' instead of '\(name)' as the module name." }
      let missing = lossyString(try str(of: reason))
      throw ending("Error while finding module specification for '\(name)' (\(lossyString(typeOf(reason).name)): \(missing))\(hint)")
    }
  }

  /// SystemExit with a message for the user, which begins with the name of the executable.
  private func ending(_ message: String) -> Raised {
    do throws(Raised) {
      let program = box.settings.executable
      return raise(try call(Value(self.types.systemExit), try str(program.isEmpty ? message : "\(program): \(message)")))
    } catch {
      return error
    }
  }
}
