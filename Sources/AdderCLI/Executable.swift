import Adder
import Bytecode

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The command by which programs can start Python again: `sys.executable`.
enum Executable {
  /// - Parameters:
  ///   - pythonName: the name by which this command was called if it is one of CPython's.
  ///   - path: folders with programs, `:` between them.
  /// - Returns: the path of this command if it has one of CPython's names; else of a link beside it that has; else its own.
  static func path(_ pythonName: String?, _ version: PythonVersion, _ path: String?) -> String {
    let own = called(path)
    if pythonName != nil { return own }
    guard let target = realPath(own) else { return own }
    for file in [own, target] {
      let folder = file.utf8.lastIndex(of: UInt8(ascii: "/")).map { file[..<$0] } ?? ""
      for name in ["python\(version)", "python3"] where realPath("\(folder)/\(name)") == target { return "\(folder)/\(name)" }
    }
    return own
  }

  /// The absolute path by which this command was called.
  private static func called(_ path: String?) -> String {
    let name = CommandLine.arguments[0]
    if name.contains("/") { return ProgramFile.absolutePath(name) }
    let folder = (path ?? "").split(separator: ":").first { access("\($0)/\(name)", X_OK) == 0 }
    return folder.map { "\($0)/\(name)" } ?? realPath("/proc/self/exe") ?? name
  }

  private static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
