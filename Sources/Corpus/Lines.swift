/// A line of text without its newline. Bytes: two strings may be equal for Swift and differ for a file.
public typealias Line = [UInt8]

/// The lines of a text; a last one that has no newline counts too.
func lines(of bytes: [UInt8]) -> [Line] {
  var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init)
  if lines.last?.isEmpty == true { lines.removeLast() }
  return lines
}

/// The text of a line. What is no UTF-8 is replaced.
func text(_ line: some Collection<UInt8>) -> String { String(decoding: line, as: UTF8.self) }
