import Glibc
import Runtime

/// The table of `_io.TextIOWrapper`.
enum TextStreamType {
  static let spec = TypeSpec("_io.TextIOWrapper", doc: "Character and line based layer over a file descriptor.", functions: methods, attributes: attributes)

  private static func stream(_ a: Slots) -> Ref<TextStreamObject> { a[0].unchecked() }

  private static func openStream(_ t: Thread, _ a: Slots) throws(Raised) -> Ref<TextStreamObject> {
    let stream = stream(a)
    if stream.isClosed { throw t.raise(t.types.valueError, "I/O operation on closed file.") }
    return stream
  }

  private static let methods: [NativeFunctionSpec] = [
    .init("write(self, text, /)", "Write string s to stream.") { t, a throws(Raised) in
      if !a[1].isKind(.str) { throw t.raise(t.types.typeError, "write() argument must be str, not %B", a[1]) }
      try t.write(a[1], to: stream(a))
      return try t.int(a[1].unchecked(as: StrObject.self).count)
    },
    .init("writelines(self, lines, /)", "Write a list of lines to stream.") { t, a throws(Raised) in
      try t.iterate(a[1]) { (line) throws(Raised) in
        if !line.isKind(.str) { throw t.raise(t.types.typeError, "write() argument must be str, not %B", line) }
        try t.write(line, to: stream(a))
      }
      return .none
    },
    .init("flush(self, /)", "Flush write buffers, if applicable.") { t, a throws(Raised) in
      try t.flush(try openStream(t, a))
      return .none
    },
    .init("close(self, /)", "Flush and close the IO object.") { t, a throws(Raised) in
      try t.flush(stream(a))
      stream(a).isClosed = true
      return .none
    },
    .init("isatty(self, /)", "Return whether this is an interactive stream.") { t, a throws(Raised) in
      Value(Glibc.isatty(try openStream(t, a).descriptor) == 1)
    },
    .init("fileno(self, /)", "Return underlying file descriptor if one exists.") { t, a throws(Raised) in
      try t.int(Int(try openStream(t, a).descriptor))
    },
    .init("readable(self, /)", "Return whether object was opened for reading.") { t, a throws(Raised) in Value(!(try openStream(t, a).isWriter)) },
    .init("writable(self, /)", "Return whether object was opened for writing.") { t, a throws(Raised) in Value(try openStream(t, a).isWriter) },
    .init("seekable(self, /)", "Return whether object supports random access.") { t, a throws(Raised) in .false },
    .init("readline(self, size=-1, /)", "Read until newline or EOF.") { t, a throws(Raised) in try t.readLine(stream(a)) },
    .init("read(self, size=-1, /)", "Read at most size characters from stream.") { t, a throws(Raised) in
      let size = a[1].isNone ? -1 : try t.asIndex(a[1])
      return size < 0 ? try t.readAll(stream(a)) : try t.read(stream(a), size)
    },
    .init("readlines(self, hint=-1, /)", "Return a list of lines from the stream.") { t, a throws(Raised) in
      let lines = try t.list()
      while true {
        let line = try t.readLine(stream(a))
        if line == t.interpreter.emptyStr { return Value(lines) }
        try t.append(lines, line)
      }
    },
    .init("__iter__(self, /)", "Implement iter(self).") { t, a throws(Raised) in a[0] },
    .init("__next__(self, /)", "Implement next(self).") { t, a throws(Raised) in
      let line = try t.readLine(stream(a))
      if line == t.interpreter.emptyStr { throw t.stopIteration(.none) }
      return line
    },
    .init("__enter__(self, /)") { t, a throws(Raised) in a[0] },
    .init("__exit__(self, /, *args)") { t, a throws(Raised) in
      try t.flush(stream(a))
      stream(a).isClosed = true
      return .none
    },
    .init("reconfigure(self, /, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None)",
      "Reconfigure the text stream with new parameters.") { t, a throws(Raised) in
        if !a[2].isNone { stream(a).errors = a[2] }
        if !a[4].isNone { stream(a).isLineBuffered = try t.truth(a[4]) }
        try t.flush(stream(a))
        return .none
      },
    .init("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in
      let mode = try t.str(stream(a).isWriter ? "w" : "r")
      return try t.message("<_io.TextIOWrapper name=%R mode=%R encoding='utf-8'>", stream(a).name, mode)
    },
  ]

  private static let attributes: [NativeAttributeSpec] = [
    .init("name", get: { t, a throws(Raised) in stream(a).name }),
    .init("mode", get: { t, a throws(Raised) in try t.str(stream(a).isWriter ? "w" : "r") }),
    .init("encoding", get: { t, a throws(Raised) in try t.str("utf-8") }),
    .init("errors", get: { t, a throws(Raised) in stream(a).errors }),
    .init("closed", get: { t, a throws(Raised) in Value(stream(a).isClosed) }),
    .init("newlines", get: { t, a throws(Raised) in .none }),
    .init("line_buffering", get: { t, a throws(Raised) in Value(stream(a).isLineBuffered) }),
    .init("write_through", get: { t, a throws(Raised) in .false }),
    .init("buffer", get: { t, a throws(Raised) in try t.binaryFace(of: stream(a)) }),
  ]
}
