import Glibc

/// Reads whole files with system calls alone.
public enum FileReader {
  /// Why a file cannot be read, in the system's words.
  public struct Failure: Error {
    public let reason: String
  }

  /// The content of a regular file. A directory, device or pipe is refused; so is a file above 1 GiB.
  public static func read(_ path: String) throws(Failure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw Failure(reason: message(errno)) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Failure(reason: message(errno)) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw Failure(reason: message(EISDIR)) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw Failure(reason: "not a regular file") }
    guard status.st_size <= 1 << 30 else { throw Failure(reason: message(EFBIG)) }
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
  struct State {
    let modified: UInt32
    let size: UInt32
  }

  /// nil if there is no such regular file.
  static func stateOfRegularFile(_ path: String) -> State? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return State(modified: UInt32(truncatingIfNeeded: status.st_mtim.tv_sec), size: UInt32(truncatingIfNeeded: status.st_size))
  }

  public static func isRegularFile(_ path: String) -> Bool { mode(path) == S_IFREG }
  public static func isDirectory(_ path: String) -> Bool { mode(path) == S_IFDIR }

  private static func mode(_ path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }

  static func message(_ code: Int32) -> String { String(cString: strerror(code)) }
}
