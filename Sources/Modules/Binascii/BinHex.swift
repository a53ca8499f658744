import Builtins
import Runtime

/// The functions for BinHex 4, which versions of the language before 3.11 have.
enum BinHex {
  private static let alphabet: StaticString = "!\"#$%&'()*+,-012345689@ABCDEFGHIJKLMNPQRSTUVXYZ[`abcdefhijklmpqr"
  /// Marks a run: the byte before is repeated as often as the next byte says.
  private static let runMark: UInt8 = 0x90

  static let functions: [NativeFunctionSpec] = [
    .init("a2b_hqx(data, /)", "Decode .hqx coding.") { t, a throws(Raised) in
      let text = try BinasciiModule.ascii(t, a[0])
      try warn(t, "binascii.a2b_hqx() is deprecated")
      return try decode(t, text)
    },
    .init("b2a_hqx(data, /)", "Encode .hqx data.") { t, a throws(Raised) in
      let data = try t.bufferBytes(a[0])
      try warn(t, "binascii.b2a_hqx() is deprecated")
      return try encode(t, data)
    },
    .init("rlecode_hqx(data, /)", "Binhex RLE-code binary data.") { t, a throws(Raised) in
      let data = try t.bufferBytes(a[0])
      try warn(t, "binascii.rlecode_hqx() is deprecated")
      return try compress(t, data)
    },
    .init("rledecode_hqx(data, /)", "Decode hexbin RLE-coded string.") { t, a throws(Raised) in
      let data = try t.bufferBytes(a[0])
      try warn(t, "binascii.rledecode_hqx() is deprecated")
      return try expand(t, data)
    },
  ]

  private static func warn(_ t: Thread, _ message: StaticString) throws(Raised) {
    if t.has(.deprecatedBinhex) { try t.warn(t.types.deprecationWarning, message) }
  }

  private static func incomplete(_ t: Thread, _ message: StaticString) -> Raised {
    do throws(Raised) { return t.raise(try t.exceptionClass("binascii", "Incomplete"), message) } catch { return error }
  }

  private static func decode(_ t: Thread, _ text: ByteView) throws(Raised) -> Value {
    var out = try BinasciiModule.reserve(t, text.count)
    var (bits, count) = (0, 0)
    var isDone = false
    for i in 0..<text.count {
      let c = text[i]
      if c == 10 || c == 13 { continue }
      if c == UInt8(ascii: ":") {
        isDone = true
        break
      }
      guard let value = (0..<64).first(where: { alphabet.utf8Start[$0] == c }) else { throw BinasciiModule.error(t, "Illegal char") }
      bits = bits << 6 | value
      count += 6
      if count >= 8 {
        count -= 8
        out.append(UInt8(truncatingIfNeeded: bits >> count))
        bits &= 1 << count - 1
      }
      if i & 0xFFF == 0xFFF { try t.pollNative() }
    }
    if count != 0 && !isDone { throw incomplete(t, "String has incomplete number of bytes") }
    return try t.tuple(try BinasciiModule.make(t, out), Value(small: isDone ? 1 : 0))
  }

  private static func encode(_ t: Thread, _ data: ByteView) throws(Raised) -> Value {
    var out = try BinasciiModule.reserve(t, data.count * 2)
    var (bits, count) = (0, 0)
    for i in 0..<data.count {
      bits = bits << 8 | Int(data[i])
      count += 8
      while count >= 6 {
        count -= 6
        out.append(alphabet.utf8Start[bits >> count & 63])
      }
      bits &= 1 << count - 1
    }
    if count > 0 { out.append(alphabet.utf8Start[bits << (6 - count) & 63]) }
    return try BinasciiModule.make(t, out)
  }

  private static func compress(_ t: Thread, _ data: ByteView) throws(Raised) -> Value {
    var out = try BinasciiModule.reserve(t, data.count * 2)
    var i = 0
    while i < data.count {
      let c = data[i]
      if c == runMark {
        out += [runMark, 0]
        i += 1
        continue
      }
      var end = i + 1
      while end < data.count, data[end] == c, end < i + 255 { end += 1 }
      if end - i > 3 {
        out += [c, runMark, UInt8(end - i)]
        i = end
      } else {
        out.append(c)
        i += 1
      }
    }
    return try BinasciiModule.make(t, out)
  }

  private static func expand(_ t: Thread, _ data: ByteView) throws(Raised) -> Value {
    if data.count == 0 { return t.interpreter.emptyBytes }
    var out = try BinasciiModule.reserve(t, data.count * 2)
    var i = 0
    while i < data.count {
      let c = data[i]
      i += 1
      guard c == runMark else {
        out.append(c)
        continue
      }
      guard i < data.count else { throw incomplete(t, "") }
      let times = Int(data[i])
      i += 1
      if times == 0 {
        out.append(runMark)
      } else if let last = out.last {
        out += repeatElement(last, count: times - 1)
      } else {
        throw BinasciiModule.error(t, "Orphaned RLE code at start")
      }
      try t.pollNative()
    }
    return try BinasciiModule.make(t, out)
  }
}
