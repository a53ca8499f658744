import Bytecode
import Glibc
import Runtime

/// Finds modules as source (`NAME.py`) or compiled files: `NAME.pyc`, or `__pycache__/NAME.TAG.pyc` of the running version; `NAME/__init__` for
/// packages, and directories without `__init__` as namespace packages.
final class FileFinder: ModuleFinder {
  private let version: PythonVersion
  /// `cpython-313`: the tag that CPython puts into the names of cached files (PEP 3147).
  private let cacheTag: String
  /// There is a compiler for sources of the version.
  private let takesSource: Bool

  /// Where modules may be found at all; nil: everywhere.
  private let roots: [String]?

  /// - Parameter roots: the directories in which, and below which, modules may be found, whatever `sys.path` says; nil for everywhere.
  init(version: PythonVersion, roots: [String]? = nil) {
    self.version = version
    self.roots = roots
    cacheTag = "cpython-\(version.major)\(version.minor)"
    takesSource = PythonCompiler.versions.contains(version)
  }

  func find(_ name: String, in directories: [String]) throws(UnloadableModule) -> FoundModule? {
    if name.utf8.contains(where: { $0 == UInt8(ascii: "/") || $0 == 0 }) { return nil }
    var portions: [String] = []
    for directory in directories where mayLook(in: directory) {
      let stem = directory.isEmpty ? name : "\(directory)/\(name)"
      if let found = try module(in: "\(stem)/", "__init__") {
        return FoundModule(content: found.content, path: found.path, searchLocations: [stem])
      }
      if let found = try module(in: directory.isEmpty ? "" : "\(directory)/", name) {
        return FoundModule(content: found.content, path: found.path, searchLocations: nil)
      }
      if FileReader.isDirectory(stem) { portions.append(stem) }
    }
    return portions.isEmpty ? nil : FoundModule(content: .namespace(portions), path: "", searchLocations: portions)
  }

  private func mayLook(in directory: String) -> Bool {
    guard let roots else { return true }
    if directory.utf8.contains(0) || directory.split(separator: "/").contains("..") { return false }
    return roots.contains { directory == $0 || directory.hasPrefix($0.hasSuffix("/") ? $0 : $0 + "/") }
  }

  /// The module `name` of a folder, which ends in a slash or is empty: its source, unless CPython's compiled file of the same source is beside it.
  private func module(in folder: String, _ name: String) throws(UnloadableModule) -> (content: FoundModule.Content, path: String)? {
    let cached = "\(folder)__pycache__/\(name).\(cacheTag).pyc"
    if takesSource, let state = FileReader.stateOfRegularFile("\(folder)\(name).py") {
      let path = "\(folder)\(name).py"
      if let code = cachedCode(cached, of: state) { return (.code(code), path) }
      return (.source(try read(path)), path)
    }
    for path in ["\(folder)\(name).pyc", cached] where FileReader.isRegularFile(path) { return (.code(try load(path)), path) }
    return nil
  }

  /// The code of a compiled file, if it was made of a source of that size and time (PEP 3147).
  private func cachedCode(_ path: String, of state: FileReader.State) -> CodeImage? {
    guard FileReader.isRegularFile(path), let data = try? FileReader.read(path), let file = try? PycFile(reading: data),
      file.code.version == version, file.header.source == .timeStamp(state.modified, size: state.size)
    else { return nil }
    return file.code
  }

  private func load(_ path: String) throws(UnloadableModule) -> CodeImage {
    let data = try read(path)
    do throws(PycError) {
      return try PycFile(reading: data).code
    } catch {
      throw UnloadableModule(path: path, reason: "cannot load '\(path)': \(error)")
    }
  }

  private func read(_ path: String) throws(UnloadableModule) -> [UInt8] {
    do throws(FileReader.Failure) {
      return try FileReader.read(path)
    } catch {
      throw UnloadableModule(path: path, reason: "cannot read '\(path)': \(error.reason)")
    }
  }
}
