import Bytecode
import Glibc

/// Looks for the library of an installed CPython where CPythons usually are. The places that need no list of a folder come first.
public struct LibrarySearch {
  private let variable: (String) -> String?

  /// - Parameter variable: the value of an environment variable, nil for those that are not to be seen.
  public init(variable: @escaping (String) -> String?) { self.variable = variable }

  /// The library of a version: that of the virtual environment's Python; beside the first `pythonX.Y` on `PATH` that has one; below /usr/local or /usr;
  /// then those of conda, Homebrew, pyenv and uv.
  /// - Parameter virtual: the virtual environment that is used.
  public func library(_ version: PythonVersion, virtual: VirtualEnvironment? = nil) -> StandardLibrary? {
    if let prefix = virtual?.basePrefix {
      let library = StandardLibrary(prefix: prefix, version: version)
      if library.isThere { return library }
    }
    return onPath(version) ?? below(fixedPrefixes(version), version) ?? below(listedPrefixes(version), version)
  }

  private func below(_ prefixes: [String], _ version: PythonVersion) -> StandardLibrary? {
    for prefix in prefixes {
      let library = StandardLibrary(prefix: prefix, version: version)
      if library.isThere { return library }
    }
    return nil
  }

  private func onPath(_ version: PythonVersion) -> StandardLibrary? {
    for folder in (variable("PATH") ?? "").split(separator: ":") {
      let program = "\(folder)/python\(version)"
      guard access(program, X_OK) == 0, let program = LibrarySearch.realPath(program) else { continue }
      // The programs of pyenv's folder `shims` have no library beside them.
      let library = StandardLibrary(prefix: "/" + program.split(separator: "/").dropLast(2).joined(separator: "/"), version: version)
      if library.isThere { return library }
    }
    return nil
  }

  private func fixedPrefixes(_ version: PythonVersion) -> [String] {
    var prefixes = ["/usr/local", "/usr"]
    if let conda = variable("CONDA_PREFIX") { prefixes.append(conda) }
    #if os(macOS)
      prefixes.append("/Library/Frameworks/Python.framework/Versions/\(version)")
      let homebrew = ["/opt/homebrew", "/usr/local"]
    #else
      let homebrew = ["/home/linuxbrew/.linuxbrew"]
    #endif
    for brew in (variable("HOMEBREW_PREFIX").map { [$0] } ?? []) + homebrew {
      prefixes.append("\(brew)/opt/python@\(version)")
      #if os(macOS)
        prefixes.append("\(brew)/opt/python@\(version)/Frameworks/Python.framework/Versions/\(version)")
      #endif
    }
    return prefixes
  }

  /// The prefixes of pyenv and uv, of each the newest release first.
  private func listedPrefixes(_ version: PythonVersion) -> [String] {
    let home = variable("HOME")
    var prefixes: [String] = []
    if let root = variable("PYENV_ROOT") ?? home.map({ "\($0)/.pyenv" }) {
      prefixes += LibrarySearch.releases(of: version, in: "\(root)/versions", prefix: "")
    }
    let data = variable("XDG_DATA_HOME") ?? home.map { "\($0)/.local/share" }
    if let folder = variable("UV_PYTHON_INSTALL_DIR") ?? data.map({ "\($0)/uv/python" }) {
      prefixes += LibrarySearch.releases(of: version, in: folder, prefix: "cpython-")
    }
    return prefixes
  }

  /// The folders that a prefix and a release of the version name, such as `3.13.2` or `cpython-3.13.2-linux-x86_64-gnu`: newest first, those without a
  /// number last.
  private static func releases(of version: PythonVersion, in folder: String, prefix: String) -> [String] {
    var found: [(release: Int, name: String)] = []
    let start = "\(prefix)\(version)"
    for name in FileReader.names(in: folder) ?? [] where name.hasPrefix(start) {
      let rest = name.dropFirst(start.count)
      // 3.1 is not the beginning of 3.13, and -dev, a link without a release and the like are not wanted before a release.
      if rest.first?.isNumber == true { continue }
      let digits = rest.first == "." ? rest.dropFirst().prefix { $0.isNumber } : ""
      found.append((Int(digits) ?? -1, name))
    }
    return found.sorted { ($1.release, $0.name) < ($0.release, $1.name) }.map { "\(folder)/\($0.name)" }
  }

  private static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
