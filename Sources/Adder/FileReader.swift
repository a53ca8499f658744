import Bytecode
import Glibc

/// Reads whole files with system calls alone.
public enum FileReader {
  /// Why a file cannot be read, in the system's words.
  public struct Failure: Error {
    public let reason: String
  }

  /// The content of a regular file. A directory, device or pipe is refused; so is a file above `most` bytes.
  public static func read(_ path: String, most: Int = 1 << 30) throws(Failure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw Failure(reason: message(errno)) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Failure(reason: message(errno)) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw Failure(reason: message(EISDIR)) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw Failure(reason: "not a regular file") }
    guard status.st_size <= most else { throw Failure(reason: message(EFBIG)) }
    return try content(descriptor, size: Int(status.st_size))
  }

  private static func content(_ descriptor: Int32, size: Int) throws(Failure) -> [UInt8] {
    var failure: Int32 = 0
    let data = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let n = Glibc.read(descriptor, buffer.baseAddress.unsafelyUnwrapped + count, size - count)
        if n > 0 {
          count += n
        } else if n == 0 {
          return
        } else if errno != EINTR {
          failure = errno
          return
        }
      }
    }
    if failure != 0 { throw Failure(reason: message(failure)) }
    return data
  }

  /// What compiled files remember of their source: the time of its last change in seconds and its size, both modulo 2^32.
  public struct State: Sendable {
    let modified: UInt32
    let size: UInt32
    /// The permissions of the source.
    public let mode: UInt32
    public var stamp: PycHeader.Source { .timeStamp(modified, size: size) }
  }

  /// nil if there is no such regular file.
  public static func stateOfRegularFile(_ path: String) -> State? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return State(
      modified: UInt32(truncatingIfNeeded: status.st_mtim.tv_sec), size: UInt32(truncatingIfNeeded: status.st_size),
      mode: UInt32(status.st_mode & 0o777))
  }

  /// Where relative paths begin; empty if that is not known.
  public static var currentDirectory: String {
    guard let buffer = getcwd(nil, 0) else { return "" }
    defer { free(buffer) }
    return String(cString: buffer)
  }

  public static func isRegularFile(_ path: String) -> Bool { mode(path) == S_IFREG }
  public static func isDirectory(_ path: String) -> Bool { mode(path) == S_IFDIR }

  /// Whether the path itself is a symbolic link, wherever it leads.
  public static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// What is in a folder; nil if it cannot be read, for the reason that `errno` says.
  public static func names(in folder: String) -> [String]? {
    guard let stream = opendir(folder) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = Glibc.readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) } }
      if name != "." && name != ".." { names.append(name) }
    }
    return names
  }

  private static func mode(_ path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }

  static func message(_ code: Int32) -> String { String(cString: strerror(code)) }
}
