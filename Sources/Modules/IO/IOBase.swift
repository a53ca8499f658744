import Builtins
import Glibc
import Runtime

/// `_IOBase`: what all streams have in common.
enum IOBase {
  static let spec = TypeSpec(
    "_io._IOBase", doc: "What all streams derive from: it opens nothing, but knows how to close, to read lines and to be iterated over.",
    functions: unsupported + lifecycle + inquiries + lines, attributes: attributes)

  /// Whether close() was called on a stream that keeps that in its `__dict__`.
  private static func isMarkedClosed(_ t: Thread, _ me: Value) throws(Raised) -> Bool {
    try !t.getAttributeOrNull(me, .__IOBase_closed).isNull
  }

  /// Closes a stream that nobody has any more. Nothing is raised.
  private static func finalize(_ t: Thread, _ me: Value) {
    do throws(Raised) {
      let closed = try t.getAttributeOrNull(me, .closed)
      if closed.isNull { return }
      if try t.truth(closed) { return }
    } catch {
      _ = t.takeException()
      return
    }
    do throws(Raised) { try t.setAttribute(me, ._finalizing, .true) } catch { _ = t.takeException() }
    do throws(Raised) {
      _ = try t.callMethod(me, .close)
    } catch {
      if t.has(.finalizerErrorsReported) { t.reportUnraisable(me, while: "finalizing file") } else { _ = t.takeException() }
    }
  }

  static func close(_ t: Thread, _ me: Value) throws(Raised) {
    if try isMarkedClosed(t, me) { return }
    try t.finally({ () throws(Raised) in _ = try t.callMethod(me, .flush) }) { () throws(Raised) in
      try t.setAttribute(me, .__IOBase_closed, .true)
    }
  }

  private static let attributes: [NativeAttributeSpec] = [
    NativeAttributeSpec("closed", "Whether the stream was closed.", get: { t, a throws(Raised) in Value(try isMarkedClosed(t, a[0])) }),
    dictAttribute,
  ]

  private static let unsupported: [NativeFunctionSpec] = [
    NativeFunctionSpec(
      "seek(self, offset, whence=os.SEEK_SET, /)",
      "Moves the position by an offset: from the start (0), from where it is (1) or from the end (2). Returns where it is then."
    ) { t, _ throws(Raised) in throw t.unsupported("seek") },
    NativeFunctionSpec("tell(self, /)", "The position.") { t, a throws(Raised) in
      try t.callMethod(a[0], .seek, Value(small: 0), Value(small: 1))
    },
    NativeFunctionSpec("truncate(self, size=None, /)", "Makes the file so many bytes long, or ends it at the position. Returns the size.") {
      t, _ throws(Raised) in throw t.unsupported("truncate")
    },
    NativeFunctionSpec("fileno(self, /)", "The file descriptor, if there is one.") { t, _ throws(Raised) in throw t.unsupported("fileno") },
  ]

  private static let lifecycle: [NativeFunctionSpec] = [
    NativeFunctionSpec("flush(self, /)", "Writes what waits to be written.") { t, a throws(Raised) in
      if try isMarkedClosed(t, a[0]) { throw t.closedFile() }
      return .none
    },
    NativeFunctionSpec("close(self, /)", "Writes what waits to be written and ends the use of the stream.") { t, a throws(Raised) in
      try close(t, a[0])
      return .none
    },
    NativeFunctionSpec("__del__(self, /)", "Called when nothing has the stream any more.") { t, a throws(Raised) in
      finalize(t, a[0])
      return .none
    },
    NativeFunctionSpec("__enter__(self, /)", "The stream itself, which must be open.") { t, a throws(Raised) in
      try t.checkStreamOpen(a[0])
      return a[0]
    },
    NativeFunctionSpec("__exit__(self, /, *args)", "Closes the stream.") { t, a throws(Raised) in try t.callMethod(a[0], .close) },
  ]

  private static let inquiries: [NativeFunctionSpec] = [
    NativeFunctionSpec("seekable(self, /)", "Whether the position can be moved.") { _, _ throws(Raised) in .false },
    NativeFunctionSpec("readable(self, /)", "Whether the stream can be read.") { _, _ throws(Raised) in .false },
    NativeFunctionSpec("writable(self, /)", "Whether the stream can be written.") { _, _ throws(Raised) in .false },
    NativeFunctionSpec("_checkClosed(self, /)", "ValueError if the stream was closed.") { t, a throws(Raised) in
      try t.checkStreamOpen(a[0])
      return .none
    },
    NativeFunctionSpec("_checkSeekable(self, /)", "UnsupportedOperation if the position cannot be moved.") { t, a throws(Raised) in
      try t.checkStream(a[0], .seekable)
      return .true
    },
    NativeFunctionSpec("_checkReadable(self, /)", "UnsupportedOperation if the stream cannot be read.") { t, a throws(Raised) in
      try t.checkStream(a[0], .readable)
      return .true
    },
    NativeFunctionSpec("_checkWritable(self, /)", "UnsupportedOperation if the stream cannot be written.") { t, a throws(Raised) in
      try t.checkStream(a[0], .writable)
      return .true
    },
    NativeFunctionSpec("isatty(self, /)", "Whether it is a terminal.") { t, a throws(Raised) in
      try t.checkStreamOpen(a[0])
      return .false
    },
  ]

  private static let lines: [NativeFunctionSpec] = [
    NativeFunctionSpec("__iter__(self, /)", "Implement iter(self).") { t, a throws(Raised) in
      try t.checkStreamOpen(a[0])
      return a[0]
    },
    NativeFunctionSpec("__next__(self, /)", "Implement next(self).") { t, a throws(Raised) in
      let line = try t.callMethod(a[0], .readline)
      if try t.length(line) <= 0 { throw t.stopIteration() }
      return line
    },
    NativeFunctionSpec("readline(self, size=-1, /)", "The next line, or as many bytes of it as asked for.") { t, a throws(Raised) in
      try readLine(t, a[0], limit: try t.optionalSize(a[1]))
    },
    NativeFunctionSpec("readlines(self, hint=-1, /)", "A list of lines; with a number, no more once about that many bytes or characters were read.") {
      t, a throws(Raised) in
      let hint = try t.optionalSize(a[1])
      let lines = try t.list()
      if hint <= 0 {
        try t.extend(lines, a[0])
        return Value(lines)
      }
      let source = try t.iterator(of: a[0])
      var total = 0
      while true {
        let line = try t.next(source)
        if line.isNull { return Value(lines) }
        try t.append(lines, line)
        let count = try t.length(line)
        if count > hint - total { return Value(lines) }
        total += count
      }
    },
    NativeFunctionSpec("writelines(self, lines, /)", "Writes each item of an iterable; no line ends are added.") { t, a throws(Raised) in
      try t.checkStreamOpen(a[0])
      try t.iterate(a[1]) { (line) throws(Raised) in try writeLine(t, a[0], line) }
      return .none
    },
  ]

  private static func writeLine(_ t: Thread, _ me: Value, _ line: Value) throws(Raised) {
    while true {
      do throws(Raised) {
        _ = try t.callMethod(me, .write, line)
        return
      } catch {
        if try !t.recoversFromInterrupt() { throw error }
      }
    }
  }

  // MARK: Lines of streams that only have read(), and perhaps peek()

  private static func readLine(_ t: Thread, _ me: Value, limit: Int) throws(Raised) -> Value {
    let peek = try t.getAttributeOrNull(me, .peek)
    let line = try t.newByteArray(count: 0, type: t.types.bytearray)
    while limit < 0 || line.count < limit {
      var wanted = 1
      if !peek.isNull {
        guard let ahead = try lookAhead(t, peek) else { continue }
        // The limit is that of the whole line, as in CPython.
        let most = limit < 0 ? ahead.count : min(ahead.count, limit)
        if most > 0 {
          let found = memchr(ahead.base, 10, most)
          wanted = found.map { $0 - UnsafeMutableRawPointer(mutating: ahead.base) + 1 } ?? most
        }
      }
      guard let piece = try readPiece(t, me, wanted) else { continue }
      if piece.count == 0 { break }
      try t.append(line, piece)
      if piece[piece.count - 1] == 10 { break }
    }
    return try t.bytes(copying: line.bytes, count: line.count)
  }

  /// What peek(1) gives; nil if a signal interrupted it.
  private static func lookAhead(_ t: Thread, _ peek: Value) throws(Raised) -> ByteView? {
    do throws(Raised) {
      let ahead = try t.call(peek, Value(small: 1))
      guard ahead.isKind(.bytes) else { throw t.raise(t.types.osError, "peek() should have returned a bytes object, not '%T'", ahead) }
      return ByteView(t, ahead)
    } catch {
      if try !t.recoversFromInterrupt() { throw error }
      return nil
    }
  }

  private static func readPiece(_ t: Thread, _ me: Value, _ count: Int) throws(Raised) -> ByteView? {
    do throws(Raised) {
      let piece = try t.callMethod(me, .read, try t.int(count))
      guard piece.isKind(.bytes) else { throw t.raise(t.types.osError, "read() should have returned a bytes object, not '%T'", piece) }
      return ByteView(t, piece)
    } catch {
      if try !t.recoversFromInterrupt() { throw error }
      return nil
    }
  }
}

extension Thread {
  /// UnsupportedOperation unless `v.readable()`, or what else is asked, gives True.
  func checkStream(_ v: Value, _ question: Name) throws(Raised) {
    if try callMethod(v, question) == .true { return }
    throw unsupported(
      question == .readable ? "File or stream is not readable." : question == .writable ? "File or stream is not writable." : "File or stream is not seekable.")
  }

  /// Appends bytes to a bytearray of the caller's own. They do not lie in it.
  func append(_ array: Ref<ByteArrayObject>, _ piece: ByteView) throws(Raised) {
    let (count, overflow) = array.count.addingReportingOverflow(piece.count)
    if overflow { throw raiseMemoryError() }
    let capacity = array.buffer.isNone ? 0 : array.buffer.capacity
    if count > capacity {
      let grown = try streamBuffer(bytes: max(count, min(capacity, 1 << 30) + capacity, 256))
      if array.count > 0 { memcpy(grown.raw + MemoryLayout<BufferObject>.size, array.bytes, array.count) }
      array.buffer = grown
    }
    copyBytes(piece.base, piece.count, to: ByteView(base: array.bytes + array.count, count: piece.count))
    array.count = count
  }
}

/// `_RawIOBase`: streams that read and write with one system call.
enum RawBase {
  static let spec = TypeSpec(
    "_io._RawIOBase", doc: "What unbuffered streams of bytes derive from.",
    functions: [
      NativeFunctionSpec("read(self, size=-1, /)", "The next bytes: what one readinto() gives, at most so many; all of them without a number.") {
        t, a throws(Raised) in try read(t, a[0], try t.sizeArgument(a[1]))
      },
      NativeFunctionSpec("readall(self, /)", "All bytes up to the end of the file.") { t, a throws(Raised) in try readAll(t, a[0]) },
      NativeFunctionSpec("readinto(self, buffer, /)", "Reads into the buffer: for subclasses.") { t, _ throws(Raised) in
        throw t.raise(t.types.notImplementedError, message: .null)
      },
      NativeFunctionSpec("write(self, b, /)", "Writes the bytes: for subclasses.") { t, _ throws(Raised) in
        throw t.raise(t.types.notImplementedError, message: .null)
      },
    ])

  private static func read(_ t: Thread, _ me: Value, _ size: Int) throws(Raised) -> Value {
    if size < 0 { return try t.callMethod(me, .readall) }
    let array = try t.newByteArray(count: size, type: t.types.bytearray)
    let result = try t.callMethod(me, .readinto, Value(array))
    if result.isNone { return result }
    let count = try t.asIndex(result, overflow: t.types.valueError)
    if t.has(.readintoChecked), count < 0 || count > size {
      throw t.raise(t.types.valueError, "readinto returned %S outside buffer size %S", try t.int(count), try t.int(size))
    }
    return try t.bytes(copying: array.bytes, count: min(max(0, count), array.count))
  }

  static func readAll(_ t: Thread, _ me: Value) throws(Raised) -> Value {
    let all = try t.newByteArray(count: 0, type: t.types.bytearray)
    var isFirst = true
    while true {
      var piece = Value.null
      do throws(Raised) {
        piece = try t.callMethod(me, .read, Value(small: t.ioBufferSize))
      } catch {
        if try !t.recoversFromInterrupt() { throw error }
        continue
      }
      if piece.isNone && isFirst { return .none }
      if piece.isNone { break }
      guard piece.isKind(.bytes) else { throw t.raise(t.types.typeError, "read() should return bytes") }
      let view = try t.bytesArgument(piece)
      if view.count == 0 { break }
      isFirst = false
      try t.append(all, view)
    }
    return try t.bytes(copying: all.bytes, count: all.count)
  }
}

/// `_BufferedIOBase`
enum BufferedBase {
  static let spec = TypeSpec(
    "_io._BufferedIOBase", doc: "What buffered streams of bytes derive from.",
    functions: [
      NativeFunctionSpec("detach(self, /)", "Separates the unbuffered stream below, and returns it.") { t, _ throws(Raised) in throw t.unsupported("detach") },
      NativeFunctionSpec("read(self, size=-1, /)", "The next bytes, at most so many; all of them without a number.") { t, _ throws(Raised) in
        throw t.unsupported("read")
      },
      NativeFunctionSpec("read1(self, size=-1, /)", "The next bytes, at most so many, with at most one system call.") { t, _ throws(Raised) in
        throw t.unsupported("read1")
      },
      NativeFunctionSpec("readinto(self, buffer, /)", "Reads into the buffer and tells how many bytes there were.") { t, a throws(Raised) in
        try readInto(t, a[0], try t.writableArgument(a[1], "readinto"), .read)
      },
      NativeFunctionSpec("readinto1(self, buffer, /)", "The same with at most one system call.") { t, a throws(Raised) in
        try readInto(t, a[0], try t.writableArgument(a[1], "readinto1"), .read1)
      },
      NativeFunctionSpec("write(self, b, /)", "Writes bytes and returns their number.") { t, _ throws(Raised) in throw t.unsupported("write") },
    ])

  private static func readInto(_ t: Thread, _ me: Value, _ view: ByteView, _ method: Name) throws(Raised) -> Value {
    let data = try t.callMethod(me, method, try t.int(view.count))
    guard data.isKind(.bytes) else { throw t.raise(t.types.typeError, "read() should return bytes") }
    let bytes = try t.bytesArgument(data)
    if bytes.count > view.count {
      throw t.raise(t.types.valueError, "read() returned too much data: %S bytes requested, %S returned", try t.int(view.count), try t.int(bytes.count))
    }
    t.copyBytes(bytes.base, bytes.count, to: view)
    return try t.int(bytes.count)
  }
}

/// `_TextIOBase`
enum TextBase {
  static let spec = TypeSpec(
    "_io._TextIOBase", doc: "What streams of text derive from.",
    functions: [
      NativeFunctionSpec("detach(self, /)", "Separates the binary stream below, and returns it.") { t, _ throws(Raised) in throw t.unsupported("detach") },
      NativeFunctionSpec("read(self, size=-1, /)", "The next characters, at most so many; all of them without a number.") { t, _ throws(Raised) in
        throw t.unsupported("read")
      },
      NativeFunctionSpec("readline(self, size=-1, /)", "The next line, or as many characters of it as asked for.") { t, _ throws(Raised) in
        throw t.unsupported("readline")
      },
      NativeFunctionSpec("write(self, s, /)", "Writes a str and returns the number of its characters.") { t, _ throws(Raised) in throw t.unsupported("write") },
    ],
    attributes: [
      NativeAttributeSpec("encoding", "The name of the encoding.", get: { _, _ throws(Raised) in .none }),
      NativeAttributeSpec("newlines", "The kinds of line ends seen so far.", get: { _, _ throws(Raised) in .none }),
      NativeAttributeSpec("errors", "What is done about what cannot be encoded or decoded.", get: { _, _ throws(Raised) in .none }),
    ])
}
