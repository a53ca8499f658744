import Bytecode

/// Folders of installed packages, as CPython's module `site` adds them to `sys.path`.
public enum SitePackages {
  /// A folder and those that its `.pth` files name, if it is there. Lines of these files that are code (`import ...`) are not run.
  public static func folders(_ folder: String) -> [String] {
    guard let names = FileReader.names(in: folder) else { return [] }
    var found = [folder]
    for name in names.filter({ $0.hasSuffix(".pth") && !$0.hasPrefix(".") }).sorted() {
      guard let data = try? FileReader.read("\(folder)/\(name)", most: 1 << 20) else { continue }
      for line in String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline) {
        var line = line
        while line.last?.isWhitespace == true { line.removeLast() }
        if line.isEmpty || line.hasPrefix("#") || line.hasPrefix("import ") || line.hasPrefix("import\t") { continue }
        let path = line.hasPrefix("/") ? String(line) : "\(folder)/\(line)"
        if !found.contains(path), FileReader.isRegularFile(path) || FileReader.isDirectory(path) { found.append(path) }
      }
    }
    return found
  }

  /// Where a user's own packages are.
  /// - Parameter base: what `PYTHONUSERBASE` says, or `~/.local`.
  public static func user(_ base: String, _ version: PythonVersion) -> String { StandardLibrary.folder(of: base, version) + "/site-packages" }
}
