import Bytecode

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reads a file of whatever kind, `-` for standard input; if that fails, says why in one line on standard error.
func readFileOrComplain(_ path: String) -> [UInt8]? {
  do throws(FileError) {
    return try readFile(path == "-" ? "/dev/stdin" : path, limit: MarshalLimits().size)
  } catch {
    complain("\(path): \(error.reason)")
    return nil
  }
}

/// Writes a file; if that fails, says why in one line on standard error. Returns whether it was written.
func writeFileOrComplain(_ bytes: [UInt8], _ path: String) -> Bool {
  guard let file = fopen(path, "wb") else {
    complain("\(path): \(String(cString: strerror(errno)))")
    return false
  }
  let count = fwrite(bytes, 1, bytes.count, file)
  guard fclose(file) == 0, count == bytes.count else {
    complain("\(path): \(String(cString: strerror(errno)))")
    return false
  }
  return true
}

/// Why a file cannot be used, in words.
struct FileError: Error {
  let reason: String
  /// The reason is a mistake in a source and begins with its place.
  var isMistake = false

  init(reason: String) { self.reason = reason }

  /// - Parameter source: what is wrong with a source, and where.
  init(source: String) {
    reason = source
    isMistake = true
  }
}

/// The contents of a file of at most `limit` bytes.
func readFile(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw FileError(reason: String(cString: strerror(errno))) }
  defer { close(descriptor) }
  var status = stat()
  let isKnown = fstat(descriptor, &status) == 0
  let expected = isKnown && status.st_size < limit ? Int(status.st_size) : 0
  // One byte more than the size says: a regular file that fills less of it has been read to its end, if it has a size at all (those that
  // the system makes up have none).
  let isRegular = expected > 0 && status.st_mode & S_IFMT == S_IFREG
  var data: [UInt8] = []
  var chunk = max(expected + 1, 4096)
  while true {
    let count = try append(chunk, from: descriptor, to: &data)
    if count == 0 || isRegular && count < chunk && data.count >= expected { return data }
    if data.count > expected { chunk = 1 << 16 }
    guard data.count <= limit else { throw FileError(reason: "the file is larger than \(limit >> 20) MB") }
  }
}

/// Appends up to `chunk` bytes from a file.
/// - Returns: How many there were, 0 at the end.
private func append(_ chunk: Int, from descriptor: Int32, to data: inout [UInt8]) throws(FileError) -> Int {
  var count = -1
  let piece = [UInt8](unsafeUninitializedCapacity: chunk) { buffer, size in
    repeat { count = read(descriptor, buffer.baseAddress, chunk) } while count < 0 && errno == EINTR
    size = max(count, 0)
  }
  guard count >= 0 else { throw FileError(reason: String(cString: strerror(errno))) }
  if data.isEmpty { data = piece } else { data += piece }
  return count
}

/// Prints a line for the user on standard error.
func complain(_ message: String) {
  writeAll(Array("adder: \(message)\n".utf8), to: STDERR_FILENO)
}

func writeToStandardError(_ text: String) { writeAll(Array(text.utf8), to: STDERR_FILENO) }

func writeToStandardOutput(_ bytes: [UInt8]) {
  writeAll(bytes, to: STDOUT_FILENO)
}

func writeToStandardOutput(_ bytes: UnsafeRawBufferPointer) {
  writeAll(bytes, to: STDOUT_FILENO)
}

private func writeAll(_ bytes: [UInt8], to descriptor: Int32) {
  bytes.withUnsafeBytes { writeAll($0, to: descriptor) }
}

/// Writes all bytes. A reader that went away ends the program quietly by SIGPIPE, as for other tools; other errors end
/// it with status 2.
private func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) {
  var written = 0
  while written < bytes.count {
    let count = write(descriptor, bytes.baseAddress?.advanced(by: written), bytes.count - written)
    if count < 0 {
      if errno == EINTR { continue }
      if descriptor != STDERR_FILENO { complain("cannot write: \(String(cString: strerror(errno)))") }
      exit(2)
    }
    written += count
  }
}
