import Bytecode

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Finds the files that are to be compared.
enum DiffFiles {
  /// A file that was read.
  struct File {
    let path: String
    let code: CodeImage
    var version: PythonVersion { code.version }
  }

  struct Pair {
    let old: File
    let new: File
  }

  /// Reads a file, or compiles a source; if that fails, says why in one line on standard error.
  static func read(_ path: String, _ version: PythonVersion = SourceVersion.newest) -> File? {
    readProgramOrComplain(path, version).map { File(path: path, code: $0.code) }
  }

  /// The files of each module among `paths`, in two versions; nil for each module and each file about which the user had to be told.
  static func pairs(_ paths: [String], _ old: PythonVersion, _ new: PythonVersion) -> [Pair?] {
    var pairs: [Pair?] = []
    var known: Set<String> = []
    var files: [File] = []
    for path in paths where known.insert(path).inserted {
      if path.hasSuffix(".py") {
        // Compiled for both.
        pairs.append(read(path, old).flatMap { before in read(path, new).map { Pair(old: before, new: $0) } })
        continue
      }
      if let file = read(path) { files.append(file) } else { pairs.append(nil) }
    }
    for module in modules(files, [old, new]) {
      guard let before = file(of: module, old), let after = file(of: module, new) else {
        pairs.append(nil)
        continue
      }
      pairs.append(Pair(old: before, new: after))
    }
    return pairs
  }

  // MARK: Modules

  /// The files of each module. Modules are told apart by their names, and by their folders where a name is there several times.
  private static func modules(_ files: [File], _ versions: [PythonVersion]) -> [[File]] {
    grouped(files) { ModulePath($0.path).module }.flatMap { group in
      let isAmbiguous = versions.contains { version in group.count { $0.version == version } > 1 }
      return isAmbiguous ? grouped(group) { ModulePath($0.path).folderWithoutVersion } : [group]
    }
  }

  private static func grouped(_ files: [File], by key: (File) -> String) -> [[File]] {
    var order: [String] = []
    var groups: [String: [File]] = [:]
    for file in files {
      if groups[key(file)] == nil { order.append(key(file)) }
      groups[key(file), default: []].append(file)
    }
    return order.compactMap { groups[$0] }
  }

  /// The one file of a version: a given one, or else one that stands beside one. Says on standard error if there is none, or several.
  private static func file(of module: [File], _ version: PythonVersion) -> File? {
    let given = module.filter { $0.version == version }
    if given.count > 1 {
      complain("two files of Python \(version) for one module: \(given[0].path), \(given[1].path)")
      return nil
    }
    if let file = given.first { return file }
    let candidates = module.flatMap { ModulePath($0.path).siblings(version) }
    for path in candidates where access(path, R_OK) == 0 {
      guard let data = try? readFile(path, limit: MarshalLimits().size), let pyc = try? PycFile(reading: data), pyc.code.version == version
      else { continue }
      return File(path: path, code: pyc.code)
    }
    let path = module.first?.path ?? ""
    complain("\(path): no file of Python \(version) for it; looked for \(candidates.joined(separator: ", "))")
    return nil
  }
}

/// What the path of a .pyc file says of its module.
struct ModulePath {
  let folder: String
  private let file: String
  /// The parts of the file's name between dots, without `pyc` and the tag of a version, such as `["spam", "opt-1"]`.
  private let parts: [String]

  private static let tag = "cpython-"

  init(_ path: String) {
    let pieces = path.split(separator: "/", omittingEmptySubsequences: false)
    file = String(pieces.last ?? "")
    let folders = pieces.dropLast().joined(separator: "/")
    folder = pieces.count == 1 ? "." : folders.isEmpty ? "/" : folders
    var parts = file.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    if parts.count > 1 && parts.last == "pyc" { parts.removeLast() }
    self.parts = parts.enumerated().filter { $0.offset == 0 || !$0.element.hasPrefix(ModulePath.tag) }.map(\.element)
  }

  var module: String { parts.joined(separator: ".") }

  /// The folder with a star in place of each part that is the number of a version.
  var folderWithoutVersion: String {
    folder.split(separator: "/", omittingEmptySubsequences: false).map { PythonVersion($0) == nil ? String($0) : "*" }.joined(separator: "/")
  }

  /// The folder around the folder.
  private var parent: String {
    let pieces = folder.split(separator: "/", omittingEmptySubsequences: false)
    if folder == "." { return ".." }
    if pieces.last == "" || pieces.last == "." || pieces.last == ".." { return folder + "/.." }
    return pieces.count == 1 ? "." : pieces.dropLast().joined(separator: "/")
  }

  /// Where a file of the same module in another version may be.
  func siblings(_ version: PythonVersion) -> [String] {
    let tagged = ([parts[0], "\(ModulePath.tag)\(version.major)\(version.minor)"] + parts.dropFirst() + ["pyc"]).joined(separator: ".")
    let candidates = [
      "\(folder)/\(tagged)", "\(folder)/__pycache__/\(tagged)", "\(parent)/\(version)/\(module).pyc", "\(parent)/\(module).pyc",
    ]
    return candidates.map { $0.hasPrefix("./") ? String($0.dropFirst(2)) : $0 }
  }
}
