import Bytecode
import Glibc
import Runtime

/// Finds modules as compiled files: `NAME.pyc`, or `__pycache__/NAME.TAG.pyc` of the running version, `NAME/__init__.pyc` for packages,
/// and directories without `__init__` as namespace packages.
final class PycFinder: ModuleFinder {
  private let version: PythonVersion
  /// `cpython-313`: the tag that CPython puts into the names of cached files (PEP 3147).
  private let cacheTag: String

  /// Where modules may be found at all; nil: everywhere.
  private let roots: [String]?

  /// - Parameter roots: the directories in which, and below which, modules may be found, whatever `sys.path` says; nil for everywhere.
  init(version: PythonVersion, roots: [String]? = nil) {
    self.version = version
    self.roots = roots
    cacheTag = "cpython-\(version.major)\(version.minor)"
  }

  func find(_ name: String, in directories: [String]) throws(UnloadableModule) -> FoundModule? {
    if name.utf8.contains(where: { $0 == UInt8(ascii: "/") || $0 == 0 }) { return nil }
    var portions: [String] = []
    for directory in directories where mayLook(in: directory) {
      let stem = directory.isEmpty ? name : "\(directory)/\(name)"
      if let path = firstFile("\(stem)/__init__.pyc", "\(stem)/__pycache__/__init__.\(cacheTag).pyc") {
        return FoundModule(content: .code(try load(path)), path: path, searchLocations: [stem])
      }
      let cached = directory.isEmpty ? "__pycache__/\(name).\(cacheTag).pyc" : "\(directory)/__pycache__/\(name).\(cacheTag).pyc"
      if let path = firstFile("\(stem).pyc", cached) {
        return FoundModule(content: .code(try load(path)), path: path, searchLocations: nil)
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

  private func firstFile(_ candidates: String...) -> String? {
    candidates.first { FileReader.isRegularFile($0) }
  }

  private func load(_ path: String) throws(UnloadableModule) -> CodeImage {
    let data: [UInt8]
    do throws(FileReader.Failure) {
      data = try FileReader.read(path)
    } catch {
      throw UnloadableModule(path: path, reason: "cannot read '\(path)': \(error.reason)")
    }
    do throws(PycError) {
      return try PycFile(reading: data).code
    } catch {
      throw UnloadableModule(path: path, reason: "cannot load '\(path)': \(error)")
    }
  }
}
