import SpecModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Why a file or directory could not be read or written.
public struct FileError: Error, CustomStringConvertible {
  public let path: String
  public let reason: String

  public var description: String { "\(path): \(reason)" }

  public init(_ path: String, errno code: Int32) {
    self.path = path
    reason = String(cString: strerror(code))
  }
}

/// The files of a `Spec/` directory.
public enum SpecDirectory {
  /// Reads every YAML file of the directory and its folders, one level deep.
  public static func read(_ directory: String) throws(FileError) -> [SourceFile] {
    var files: [SourceFile] = []
    for entry in try names(in: directory) {
      let path = directory + "/" + entry
      if entry.hasSuffix(".yaml") {
        files.append(SourceFile(path: entry, shownPath: path, bytes: try contents(of: path)))
      } else if !entry.contains(".") {
        for name in try names(in: path) where name.hasSuffix(".yaml") {
          let file = path + "/" + name
          files.append(SourceFile(path: entry + "/" + name, shownPath: file, bytes: try contents(of: file)))
        }
      }
    }
    return files
  }

  /// The names in a directory, sorted.
  private static func names(in directory: String) throws(FileError) -> [String] {
    guard let stream = opendir(directory) else { throw FileError(directory, errno: errno) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)) {
          String(cString: $0)
        }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// The bytes of a file.
  public static func contents(of path: String) throws(FileError) -> [UInt8] {
    guard let file = fopen(path, "rb") else { throw FileError(path, errno: errno) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    if ferror(file) != 0 { throw FileError(path, errno: errno) }
    return bytes
  }
}
