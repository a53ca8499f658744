import Builtins
import Glibc
import Runtime

/// Module `marshal` (CPython: Python/marshal.c): objects in the format of compiled code.
enum MarshalModule {
  static let module = ModuleSpec(
    "marshal",
    doc: """
      This module contains functions that can read and write Python values in
      a binary format. The format is specific to Python, but independent of
      machine architecture issues.

      Not all Python object types are supported; in general, only objects
      whose value is independent from a particular invocation of Python can be
      written and read. The following types are supported: None, integers,
      floating-point numbers, strings, bytes, bytearrays, tuples, lists, sets,
      dictionaries, and code objects.
      """,
    functions: [
      .init("dump(value, file, version=<unrepresentable>, /, *, allow_code=True)", "Write the value on the open file.") { t, a throws(Raised) in
        let bytes = try write(t, a[0], a[2], a[3])
        return try t.callMethod(a[1], .write, bytes)
      },
      .init("dumps(value, version=<unrepresentable>, /, *, allow_code=True)", "Return the bytes object that would be written to a file by dump(value, file).") {
        t, a throws(Raised) in try write(t, a[0], a[1], a[2])
      },
      .init("load(file, /, *, allow_code=True)", "Read one value from the open file and return it.") { t, a throws(Raised) in
        let reader = MarshalReader(t, .file(a[0]), allowsCode: try t.truth(a[1]))
        try reader.checkFile(a[0])
        return try reader.readValue()
      },
      .init("loads(bytes, /, *, allow_code=True)", "Convert the bytes-like object to a value.") { t, a throws(Raised) in
        let allowsCode = try t.truth(a[1])
        let view = try t.bufferBytes(a[0])
        // (The bytes stay where they are while the value is read: nothing of Python runs but comparisons of keys.)
        let bytes = a[0].isKind(.bytes) ? a[0] : try t.bytes(copying: view.base, count: view.count)
        return try MarshalReader(t, .bytes(bytes.unchecked()), allowsCode: allowsCode).readValue()
      },
    ]
  ) { t, m throws(Raised) in
    try t.addConstant(m, "version", Value(small: version(t)))
  }

  /// The newest version of the format.
  static func version(_ t: Thread) -> Int { t.has(.marshalledSlices) ? 5 : 4 }

  private static func write(_ t: Thread, _ v: Value, _ version: Value, _ allowsCode: Value) throws(Raised) -> Value {
    let number = version.isNull ? MarshalModule.version(t) : try t.cInt(version)
    return try MarshalWriter(t, version: number, allowsCode: try t.truth(allowsCode)).write(v)
  }

  /// The deepest nesting of objects.
  static let deepest = 2000
}
