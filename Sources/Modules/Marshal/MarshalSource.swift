import Builtins
import Glibc
import Runtime

/// Where marshalled data comes from.
enum MarshalSource {
  case bytes(Ref<BytesObject>)
  case file(Value)
}

/// Reads the pieces of marshalled data: `MarshalReader` makes objects of them.
final class MarshalInput {
  let t: Thread
  private let source: MarshalSource
  private var position = 0

  init(_ t: Thread, _ source: MarshalSource) {
    self.t = t
    self.source = source
  }

  private func tooShort() -> Raised { t.raise(t.types.eofError, "marshal data too short") }

  /// What must stay alive.
  var owner: Value {
    switch source {
    case .bytes(let bytes): Value(bytes)
    case .file(let file): file
    }
  }

  /// Bytes that are certainly left.
  var remaining: Int {
    switch source {
    case .bytes(let bytes): bytes.count - position
    case .file: Int.max
    }
  }

  /// The next `count` bytes; valid until the next call, while the result's owner is kept.
  func read(_ count: Int) throws(Raised) -> ByteView {
    switch source {
    case .bytes(let bytes):
      guard count <= bytes.count - position else { throw tooShort() }
      position += count
      return ByteView(base: bytes.bytes + position - count, count: count)
    case .file(let file):
      try t.checkRoom(bytes: count)
      let array = try t.newByteArray(count: count, type: t.types.bytearray)
      if count == 0 { return ByteView(base: array.bytes, count: 0) }
      let view = try t.makeMemoryView(Value(array))
      let given = try t.call(try t.getAttribute(file, try t.intern("readinto")), Value(view))
      let number = try t.asIndex(given)
      t.release(view)
      if number < 0 || number > count {
        throw t.raise(
          t.types.valueError, "read() returned too much data: %S bytes requested, %S returned", try t.int(count), try t.int(number))
      }
      if number != count { throw t.raise(t.types.eofError, "EOF read where not expected") }
      return ByteView(base: array.bytes, count: count)
    }
  }

  /// The next byte.
  func byte() throws(Raised) -> UInt8 {
    do throws(Raised) {
      if case .bytes(let bytes) = source, position >= bytes.count { throw t.raise(t.types.eofError, "EOF read where not expected") }
      return try read(1)[0]
    } catch {
      if t.has(.marshalErrorsReplaced) { throw noObject() }
      throw error
    }
  }

  private func noObject() -> Raised {
    t.exception = .null
    return t.raise(t.types.eofError, "EOF read where object expected")
  }

  /// The byte that an object begins with.
  func typeByte() throws(Raised) -> UInt8 {
    do throws(Raised) { return try byte() } catch {
      if t.matches(t.exception, t.types.eofError) { throw noObject() }
      throw error
    }
  }

  /// A signed 32-bit number.
  func long() throws(Raised) -> Int {
    let bytes = try read(4)
    return Int(Int32(bitPattern: UInt32(bytes[0]) | UInt32(bytes[1]) << 8 | UInt32(bytes[2]) << 16 | UInt32(bytes[3]) << 24))
  }

  func short() throws(Raised) -> Int {
    let bytes = try read(2)
    return Int(Int16(bitPattern: UInt16(bytes[0]) | UInt16(bytes[1]) << 8))
  }

  func double() throws(Raised) -> Double {
    let bytes = try read(8)
    var bits: UInt64 = 0
    for i in 0..<8 { bits |= UInt64(bytes[i]) << UInt64(8 * i) }
    return Double(bitPattern: bits)
  }
}
