import SpecYAML

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writes generated files.
enum OutputDirectory {
  /// Writes `text` to `path` and makes the directories above it, unless the file has this text already: its date would make
  /// everything that depends on it build again.
  static func write(_ text: String, to path: String) throws(FileError) {
    let bytes = Array(text.utf8)
    if let old = try? SpecDirectory.contents(of: path), old == bytes { return }
    try makeDirectories(above: path)
    guard let file = fopen(path, "wb") else { throw FileError(path, errno: errno) }
    let count = fwrite(bytes, 1, bytes.count, file)
    if fclose(file) != 0 || count != bytes.count { throw FileError(path, errno: errno) }
  }

  private static func makeDirectories(above path: String) throws(FileError) {
    var directory = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/").dropLast() {
      directory += "/" + part
      if mkdir(directory, 0o777) != 0 && errno != EEXIST { throw FileError(directory, errno: errno) }
    }
  }
}

func printError(_ message: String) {
  let bytes = Array((message + "\n").utf8)
  _ = write(STDERR_FILENO, bytes, bytes.count)
}
