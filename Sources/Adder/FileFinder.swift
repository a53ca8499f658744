import Bytecode
import Glibc
import Runtime

/// Finds modules as sources (`NAME.py`) or compiled files (`NAME.pyc`, or `__pycache__/NAME.TAG.pyc` of the running version); `NAME/__init__` for
/// packages, and directories without `__init__` as namespace packages. A directory may be in a ZIP file.
final class FileFinder: ModuleFinder {
  private let version: PythonVersion
  /// There is a compiler for sources of the version.
  private let takesSource: Bool
  private let hashChecks: RunSettings.HashChecks

  /// Where modules may be found at all; nil: everywhere.
  private let roots: [String]?
  /// The archives that were looked into, by path; nil for what is none.
  private var archives: [String: ZipArchive?] = [:]

  /// - Parameter roots: the directories in which, and below which, modules may be found, whatever `sys.path` says; nil for everywhere.
  init(version: PythonVersion, roots: [String]? = nil, hashChecks: RunSettings.HashChecks = .standard) {
    self.version = version
    self.roots = roots?.map(FileFinder.absolute)
    self.hashChecks = hashChecks
    takesSource = PythonCompiler.versions.contains(version)
  }

  func find(_ name: String, in directories: [String], _ settings: CacheSettings) throws(UnloadableModule) -> FoundModule? {
    if name.utf8.contains(where: { $0 == UInt8(ascii: "/") || $0 == 0 }) { return nil }
    var portions: [String] = []
    for directory in directories.map(FileFinder.absolute) where mayLook(in: directory) {
      let stem = "\(directory)/\(name)"
      if let (archive, folder) = archive(directory) {
        if let found = try archived(archive, folder.isEmpty ? name : "\(folder)/\(name)", stem) { return found }
        if archive.hasFolder(folder.isEmpty ? name : "\(folder)/\(name)") { portions.append(stem) }
        continue
      }
      if let package = try module(in: "\(stem)/", "__init__", settings) {
        package.searchLocations = [stem]
        return package
      }
      if let module = try module(in: "\(directory)/", name, settings) { return module }
      if FileReader.isDirectory(stem) { portions.append(stem) }
    }
    return portions.isEmpty ? nil : FoundModule(content: .namespace(portions), path: "", searchLocations: portions)
  }

  /// A directory as `__file__` shows it: the empty one is the current one.
  private static func absolute(_ directory: String) -> String {
    if directory.hasPrefix("/") { return directory.count > 1 && directory.hasSuffix("/") ? String(directory.dropLast()) : directory }
    let current = FileReader.currentDirectory
    return directory.isEmpty || directory == "." ? current : "\(current)/\(directory)"
  }

  private func mayLook(in directory: String) -> Bool {
    guard let roots else { return true }
    if directory.utf8.contains(0) || directory.split(separator: "/").contains("..") { return false }
    return roots.contains { directory == $0 || directory.hasPrefix($0.hasSuffix("/") ? $0 : $0 + "/") }
  }

  func source(at path: String, most: Int) -> [UInt8]? {
    let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? ""
    guard mayLook(in: FileFinder.absolute(folder)) else { return nil }
    if let (archive, inner) = archive(folder) { return try? archive.read((inner.isEmpty ? "" : inner + "/") + path.dropFirst(folder.utf8.count + 1)) }
    return try? FileReader.read(path, most: most)
  }

  func data(of path: String) throws(UnloadableModule) -> [UInt8] {
    guard mayLook(in: FileFinder.absolute(path)) else { throw UnloadableModule(path: path, reason: "cannot read '\(path)': files are denied") }
    if let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), let (archive, folder) = archive(String(path[..<slash])) {
      let name = path[path.index(after: slash)...]
      return try read(archive, folder.isEmpty ? String(name) : "\(folder)/\(name)")
    }
    return try read(path)
  }

  // MARK: Files

  /// The module `name` of a folder, which ends in a slash or is empty: its source, unless there is a compiled file of the same source.
  private func module(in folder: String, _ name: String, _ settings: CacheSettings) throws(UnloadableModule) -> FoundModule? {
    let source = "\(folder)\(name).py"
    if takesSource, let state = FileReader.stateOfRegularFile(source) { return try module(source, state, settings) }
    let cached = CacheFiles.path(of: source, tag: CacheFiles.tagOfCPython(version), optimization: 0, prefix: nil)
    for path in ["\(folder)\(name).pyc", cached] where FileReader.isRegularFile(path) {
      let found = FoundModule(content: .code(try load(path)), path: path, searchLocations: nil)
      found.cached = path
      return found
    }
    return nil
  }

  private func module(_ source: String, _ state: FileReader.State, _ settings: CacheSettings) throws(UnloadableModule) -> FoundModule {
    let cached = CacheFiles.path(of: source, version, optimization: settings.optimization, prefix: settings.prefix)
    let foreign = CacheFiles.path(of: source, tag: CacheFiles.tagOfCPython(version), optimization: settings.optimization, prefix: settings.prefix)
    var data: [UInt8]?
    for path in [cached, foreign] {
      if let code = try code(path, of: source, state, &data) {
        let found = FoundModule(content: .code(code.named(source)), path: source, searchLocations: nil)
        found.cached = cached
        return found
      }
    }
    let bytes = if let data { data } else { try read(source) }
    let found = FoundModule(content: .source(bytes), path: source, searchLocations: nil)
    found.cached = cached
    if settings.writes {
      found.keep = { code in _ = CacheFiles.write(SourceCompilation.file(code, state.stamp), to: cached, mode: state.mode, makesFolders: true) }
    }
    return found
  }

  /// The code of a compiled file, if it was made of the source as it is.
  /// - Parameter data: the source, where it had to be read.
  private func code(
    _ path: String, of source: String, _ state: FileReader.State, _ data: inout [UInt8]?
  ) throws(UnloadableModule) -> CodeImage? {
    guard let file = CacheFiles.file(path, version) else { return nil }
    switch file.header.source {
    case .timeStamp: return file.header.source == state.stamp ? file.code : nil
    case .hash(let hash, let isChecked):
      guard hashChecks == .always || hashChecks == .standard && isChecked else { return file.code }
      if data == nil { data = try read(source) }
      return SourceHash.of(data ?? [], version) == hash ? file.code : nil
    }
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

  // MARK: Archives

  /// The archive that a directory is in, and where in it.
  private func archive(_ directory: String) -> (ZipArchive, folder: String)? {
    var path = directory[...]
    while !path.isEmpty {
      let name = String(path)
      if let known = archives[name] {
        guard let known else { return nil }
        return (known, String(directory.dropFirst(name.count + 1)))
      }
      if FileReader.isDirectory(name) {
        archives[name] = .some(nil)
        return nil
      }
      if FileReader.isRegularFile(name) {
        let opened = ZipArchive(name)
        archives[name] = .some(opened)
        return opened.map { ($0, String(directory.dropFirst(name.count + 1))) }
      }
      guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash > path.startIndex else { return nil }
      path = path[..<slash]
    }
    return nil
  }

  /// - Parameters:
  ///   - stem: the path of the module in the archive, without an ending.
  ///   - path: the same behind the archive's own path.
  private func archived(_ archive: ZipArchive, _ stem: String, _ path: String) throws(UnloadableModule) -> FoundModule? {
    for (ending, locations) in [("/__init__", [path]), ("", nil)] as [(String, [String]?)] {
      if takesSource, archive.contains("\(stem)\(ending).py") {
        let source = try read(archive, "\(stem)\(ending).py")
        return FoundModule(content: .source(source), path: "\(path)\(ending).py", searchLocations: locations)
      }
      guard archive.contains("\(stem)\(ending).pyc") else { continue }
      let file = "\(path)\(ending).pyc"
      let data = try read(archive, "\(stem)\(ending).pyc")
      do throws(PycError) {
        let code = try PycFile(reading: data).code
        return FoundModule(content: .code(code), path: file, searchLocations: locations)
      } catch {
        throw UnloadableModule(path: file, reason: "cannot load '\(file)': \(error)")
      }
    }
    return nil
  }

  private func read(_ archive: ZipArchive, _ member: String) throws(UnloadableModule) -> [UInt8] {
    do throws(ZipArchive.Failure) { return try archive.read(member) } catch {
      throw UnloadableModule(path: archive.path, reason: "cannot read '\(archive.path)': \(error.reason)")
    }
  }
}
