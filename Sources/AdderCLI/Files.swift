import Bytecode

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reads a .pyc file; if that fails, says why in one line on standard error.
func readPycOrComplain(_ path: String) -> PycFile? {
  do throws(FileError) { return try readPyc(path) } catch {
    complain("\(path): \(error.reason)")
    return nil
  }
}

/// Reads a .pyc file.
func readPyc(_ path: String) throws(FileError) -> PycFile {
  let data = try readFile(path, limit: MarshalLimits().size)
  do throws(PycError) { return try PycFile(reading: data) } catch { throw FileError(reason: error.description) }
}

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
}

/// The contents of a file of at most `limit` bytes.
func readFile(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw FileError(reason: String(cString: strerror(errno))) }
  defer { close(descriptor) }
  // One byte more than the size says, so that a regular file takes two reads: its content, and its end.
  var status = stat()
  let size = fstat(descriptor, &status) == 0 && status.st_size < limit ? Int(status.st_size) : 0
  var data: [UInt8] = []
  var chunk = max(size + 1, 4096)
  while true {
    let start = data.count
    if start == 0 { data = [UInt8](repeating: 0, count: chunk) } else { data.append(contentsOf: repeatElement(0, count: chunk)) }
    let count = data.withUnsafeMutableBytes { read(descriptor, $0.baseAddress?.advanced(by: start), chunk) }
    data.removeLast(chunk - max(count, 0))
    if count == 0 { return data }
    if count < 0 {
      if errno == EINTR { continue }
      throw FileError(reason: String(cString: strerror(errno)))
    }
    if data.count > size { chunk = 1 << 16 }
    guard data.count <= limit else { throw FileError(reason: "the file is larger than \(limit >> 20) MB") }
  }
}

/// Prints a line for the user on standard error.
func complain(_ message: String) {
  writeAll(Array("adder: \(message)\n".utf8), to: STDERR_FILENO)
}

func writeToStandardError(_ text: String) { writeAll(Array(text.utf8), to: STDERR_FILENO) }

func writeToStandardOutput(_ bytes: [UInt8]) {
  writeAll(bytes, to: STDOUT_FILENO)
}

/// Writes all bytes. A reader that went away ends the program quietly by SIGPIPE, as for other tools; other errors end
/// it with status 2.
private func writeAll(_ bytes: [UInt8], to descriptor: Int32) {
  var written = 0
  while written < bytes.count {
    let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress?.advanced(by: written), bytes.count - written) }
    if count < 0 {
      if errno == EINTR { continue }
      if descriptor != STDERR_FILENO { complain("cannot write: \(String(cString: strerror(errno)))") }
      exit(2)
    }
    written += count
  }
}
