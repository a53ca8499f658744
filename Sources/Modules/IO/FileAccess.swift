import Builtins
import Glibc
import Runtime

// All system calls for files. A call that a signal interrupts is made again once the signal was answered; a program may be denied files.

extension Thread {
  /// `io.DEFAULT_BUFFER_SIZE`
  var ioBufferSize: Int { has(.largeStreamBuffers) ? 131_072 : 8192 }

  /// What is read at once at most: as CPython limits it.
  private static var mostBytes: Int { 0x7FFF_F000 }

  /// Opens a file of the file system.
  ///
  /// - Parameters:
  ///   - path: bytes without a null byte.
  ///   - name: the file as the caller named it, for errors.
  func openFile(_ path: Value, name: Value, flags: Int32) throws(Raised) -> Int32 {
    try checkFilePermission(flags, name)
    let bytes: Ref<BytesObject> = path.unchecked()
    // The null byte at the end.
    let room = try rawBuffer(bytes: bytes.count + 1)
    let text = room.raw + MemoryLayout<BufferObject>.size
    if bytes.count > 0 { memcpy(text, bytes.bytes, bytes.count) }
    let wanted = self.box.files.contains(.creating) ? flags : flags & ~O_CREAT
    while true {
      let descriptor = Glibc.open(text.assumingMemoryBound(to: CChar.self), wanted, 0o666)
      if descriptor >= 0 { return descriptor }
      if errno != EINTR { throw raiseOSError(errno, name) }
      try pollNative()
    }
  }

  /// PermissionError for what the program may not do (`FilePermissions`).
  func checkFilePermission(_ flags: Int32, _ name: Value) throws(Raised) {
    let allowed = self.box.files
    let access = flags & O_ACCMODE
    if access != O_WRONLY && !allowed.contains(.reading) { throw deniedFile("this program may not read files", name) }
    if access != O_RDONLY && !allowed.contains(.writing) { throw deniedFile("this program may not write files", name) }
    if flags & O_EXCL != 0 && !allowed.contains(.creating) { throw deniedFile("this program may not create files", name) }
  }

  /// PermissionError for a descriptor that the program was not given: it has the standard streams in any case.
  func checkDescriptor(_ descriptor: Int) throws(Raised) {
    if descriptor > 2, !self.box.files.contains(.reading) { throw deniedFile("this program may not use files", try int(descriptor)) }
  }

  func deniedFile(_ text: StaticString, _ name: Value) -> Raised {
    do throws(Raised) {
      return raise(try newOSError(self.types.osError, args: try tuple(Value(small: Int(EACCES)), try str(text), name)))
    } catch {
      return error
    }
  }

  /// One read: the number of bytes, 0 at the end of the file, -1 if there is nothing yet on a stream that does not wait.
  func readFile(_ descriptor: Int32, _ into: UnsafeMutablePointer<UInt8>, _ count: Int) throws(Raised) -> Int {
    while true {
      let n = Glibc.read(descriptor, into, min(count, Thread.mostBytes))
      if n >= 0 { return n }
      if errno == EAGAIN { return -1 }
      if errno != EINTR { throw raiseOSError(errno) }
      try pollNative()
    }
  }

  /// One write: how many bytes were taken, -1 if a stream that does not wait took none.
  func writeFile(_ descriptor: Int32, _ from: UnsafePointer<UInt8>, _ count: Int) throws(Raised) -> Int {
    let most = try mayWrite(min(count, Thread.mostBytes))
    while true {
      let n = Glibc.write(descriptor, from, most)
      if n >= 0 {
        countOutput(n)
        return n
      }
      if errno == EAGAIN { return -1 }
      if errno != EINTR { throw raiseOSError(errno) }
      try pollNative()
    }
  }

  /// Writes all of it, as often as it takes.
  func writeAll(_ descriptor: Int32, _ from: UnsafePointer<UInt8>, _ count: Int) throws(Raised) {
    var done = 0
    while done < count {
      let n = try writeFile(descriptor, from + done, count - done)
      if n < 0 { throw raiseOSError(EAGAIN) }
      done += n
    }
  }

  /// Moves the position and returns it; nil with `errno` set if that fails.
  func seekFile(_ descriptor: Int32, _ offset: Int, _ whence: Int32) -> Int? {
    let position = lseek(descriptor, off_t(offset), whence)
    return position < 0 ? nil : Int(position)
  }

  func truncateFile(_ descriptor: Int32, _ size: Int) throws(Raised) {
    while ftruncate(descriptor, off_t(size)) != 0 {
      if errno != EINTR { throw raiseOSError(errno) }
      try pollNative()
    }
  }

  /// Closes a descriptor; it is closed even if an error is raised.
  func closeFile(_ descriptor: Int32) throws(Raised) {
    if Glibc.close(descriptor) != 0 && errno != EINTR { throw raiseOSError(errno) }
  }

  /// What stat says about an open file.
  ///
  /// - Returns: nil with `errno` set if there is no such descriptor.
  func statFile(_ descriptor: Int32) -> (isDirectory: Bool, blockSize: Int, size: Int)? {
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { return nil }
    return (info.st_mode & S_IFMT == S_IFDIR, Int(info.st_blksize), Int(info.st_size))
  }
}
