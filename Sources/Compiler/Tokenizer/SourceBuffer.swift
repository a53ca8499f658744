import Bytecode

/// A source as the tokenizer needs it: UTF-8, lines ending in LF, the last one too, zeros behind.
struct SourceBuffer: ~Copyable {
  let base: UnsafeMutablePointer<UInt8>
  let count: Int
  /// The last line had no end.
  let isOpenLine: Bool

  /// Decodes a source by its byte order mark or its declaration (PEP 263).
  init(_ bytes: [UInt8], features: SyntaxFeatures, ignoresCookie: Bool = false) throws(SyntaxFailure) {
    if Self.contains(0, bytes[...]) {
      throw SyntaxFailure(
        kind: features.has(.nullBytesAreSyntaxErrors) ? .syntaxError : .valueError, message: "source code string cannot contain null bytes", line: 0, offset: 0, endLine: 0,
        endOffset: 0)
    }
    let decoded = ignoresCookie ? bytes[...] : try SourceEncoding.decode(bytes, features: features)
    let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: decoded.count + 16)
    var length = 0
    decoded.withUnsafeBufferPointer { source in
      if !Self.contains(13, decoded), let start = source.baseAddress {
        buffer.update(from: start, count: source.count)
        length = source.count
        return
      }
      var index = 0
      while index < source.count {
        var byte = source[index]
        index += 1
        if byte == 13 {
          byte = 10
          if index < source.count, source[index] == 10 { index += 1 }
        }
        buffer[length] = byte
        length += 1
      }
    }
    let isOpen = length > 0 && buffer[length - 1] != 10
    if isOpen {
      buffer[length] = 10
      length += 1
    }
    for index in length..<length + 8 { buffer[index] = 0 }
    base = buffer
    count = length
    isOpenLine = isOpen
  }

  deinit { base.deallocate() }

  /// Whether a byte occurs, eight at a time.
  private static func contains(_ byte: UInt8, _ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.withUnsafeBytes { bytes in
      let ones: UInt64 = 0x0101_0101_0101_0101
      let pattern = ones &* UInt64(byte)
      var index = 0
      while index + 8 <= bytes.count {
        let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) ^ pattern
        if (word &- ones) & ~word & (ones << 7) != 0 { return true }
        index += 8
      }
      while index < bytes.count {
        if bytes[index] == byte { return true }
        index += 1
      }
      return false
    }
  }
}
