import Runtime

/// The binary face of a text stream (`sys.stdout.buffer`): shares its buffer, so text and bytes keep their order.
@frozen
public struct BinaryStreamObject: HeapCell {
  public var header: ObjectHeader
  public var text: Ref<TextStreamObject>
}

extension Ref where T == BinaryStreamObject {
  @inlinable @inline(__always) public var text: Ref<TextStreamObject> { get { layout.text } nonmutating set { layout.text = newValue } }
}

extension Thread {
  func binaryFace(of stream: Ref<TextStreamObject>) throws(Raised) -> Value {
    if !stream.binary.isNull { return stream.binary }
    var type = typeNamed("_io.BufferedWriter")
    if type.isNone { type = try makeNativeType("_io.BufferedWriter", bytes: MemoryLayout<BinaryStreamObject>.size, flags: [.noConstructor]) }
    let face: Ref<BinaryStreamObject> = try allocate(kind: .record, type: type, tracedWords: 1)
    face.text = stream
    stream.binary = Value(face)
    return Value(face)
  }
}

/// The table of `_io.BufferedWriter`.
enum BinaryStreamType {
  static let spec = TypeSpec(
    "_io.BufferedWriter", doc: "A buffer for a writeable file descriptor.",
    functions: [
      .init("write(self, buffer, /)", "Write the given buffer to the IO stream.") { t, a throws(Raised) in
        let stream = a[0].unchecked(as: BinaryStreamObject.self).text
        switch a[1].kind {
        case .bytes:
          let bytes: Ref<BytesObject> = a[1].unchecked()
          try t.writeBytes(UnsafePointer(bytes.bytes), bytes.count, to: stream)
          return try t.int(bytes.count)
        case .bytearray:
          let array: Ref<ByteArrayObject> = a[1].unchecked()
          if array.count > 0 { try t.writeBytes(UnsafePointer(array.buffer.trailing(UInt8.self)), array.count, to: stream) }
          return try t.int(array.count)
        default: throw t.raise(t.types.typeError, "a bytes-like object is required, not '%T'", a[1])
        }
      },
      .init("flush(self, /)", "Flush write buffers, if applicable.") { t, a throws(Raised) in
        try t.flush(a[0].unchecked(as: BinaryStreamObject.self).text)
        return .none
      },
      .init("fileno(self, /)", "Return underlying file descriptor if one exists.") { t, a throws(Raised) in
        try t.int(Int(a[0].unchecked(as: BinaryStreamObject.self).text.descriptor))
      },
    ])
}
