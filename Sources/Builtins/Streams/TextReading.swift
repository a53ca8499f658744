import Glibc
import Runtime

// Reading from a text stream (`sys.stdin`).

extension Thread {
  /// Fills the buffer of a reader behind what it holds; false at the end of the file.
  private func fill(_ stream: Ref<TextStreamObject>) throws(Raised) -> Bool {
    if stream.isAtEnd { return false }
    if stream.start > 0 {
      let left = stream.end - stream.start
      memmove(stream.bytes, stream.bytes + stream.start, left)
      stream.start = 0
      stream.end = left
    }
    if stream.end == stream.capacity {
      let bigger = UnsafeMutablePointer<UInt8>.allocate(capacity: stream.capacity * 2)
      bigger.update(from: stream.bytes, count: stream.end)
      stream.bytes.deallocate()
      stream.bytes = bigger
      stream.capacity *= 2
    }
    while true {
      let n = Glibc.read(stream.descriptor, stream.bytes + stream.end, stream.capacity - stream.end)
      if n > 0 {
        stream.end += n
        return true
      }
      if n == 0 {
        stream.isAtEnd = true
        return false
      }
      if errno != EINTR { throw raiseOSError(errno) }
      try pollNative()
    }
  }

  private func checkReadable(_ stream: Ref<TextStreamObject>) throws(Raised) {
    if stream.isClosed { throw raise(self.types.valueError, "I/O operation on closed file.") }
    if stream.isWriter { throw raise(self.types.valueError, "not readable") }
  }

  /// The text up to a line end (which becomes `\n`) or the end of the file; empty at the end of the file.
  public func readLine(_ stream: Ref<TextStreamObject>) throws(Raised) -> Value {
    try checkReadable(stream)
    stream.isAtEnd = false
    var scanned = 0
    while true {
      let available = stream.end - stream.start
      var k = scanned
      while k < available && stream.bytes[stream.start + k] != 10 { k += 1 }
      if k < available { return try take(k + 1, from: stream) }
      scanned = available
      if try !fill(stream) { return try take(stream.end - stream.start, from: stream) }
    }
  }

  /// All text up to the end of the file.
  public func readAll(_ stream: Ref<TextStreamObject>) throws(Raised) -> Value {
    try checkReadable(stream)
    stream.isAtEnd = false
    while try fill(stream) {}
    return try take(stream.end - stream.start, from: stream)
  }

  /// At most `count` code points.
  public func read(_ stream: Ref<TextStreamObject>, _ count: Int) throws(Raised) -> Value {
    try checkReadable(stream)
    stream.isAtEnd = false
    var bytes = 0
    var left = count
    while true {
      while left > 0 && stream.start + bytes < stream.end {
        let first = stream.bytes[stream.start + bytes]
        let size = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        if stream.start + bytes + size > stream.end { break }
        bytes += size
        left -= 1
      }
      if left == 0 { return try take(bytes, from: stream) }
      if try !fill(stream) { return try take(stream.end - stream.start, from: stream) }
    }
  }

  /// Decodes and removes the first `count` bytes of the buffer; `\r\n` and `\r` become `\n`.
  private func take(_ count: Int, from stream: Ref<TextStreamObject>) throws(Raised) -> Value {
    let base = stream.bytes + stream.start
    stream.start += count
    var kept = 0
    var k = 0
    while k < count {
      if base[k] == 13 {
        if k + 1 < count && base[k + 1] == 10 { k += 1 }
        base[kept] = 10
      } else {
        base[kept] = base[k]
      }
      kept += 1
      k += 1
    }
    return try str(utf8: UnsafeBufferPointer(start: base, count: kept))
  }
}
