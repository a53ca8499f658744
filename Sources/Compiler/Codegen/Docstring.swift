import Bytecode

/// Docstrings without the indentation of their source (CPython: Python/compile.c, `_PyCompile_CleanDoc`).
enum Docstring {
  static func cleaned(_ text: Text) -> Text {
    let bytes = expanded(Array(text.utf8))
    let margin = margin(bytes)
    var start = 0
    while start < bytes.count, bytes[start] == 0x20 { start += 1 }
    if start == 0, margin == 0 { return Text(unchecked: ByteString(bytes), isASCII: text.isASCII) }
    var result: [UInt8] = []
    var place = start
    var skipped = 0
    var isFirst = true
    while place < bytes.count {
      if !isFirst {
        skipped = 0
        while skipped < margin, place < bytes.count, bytes[place] == 0x20 {
          place += 1
          skipped += 1
        }
      }
      isFirst = false
      while place < bytes.count {
        result.append(bytes[place])
        place += 1
        if result.last == 0x0A { break }
      }
    }
    return Text(unchecked: ByteString(result), isASCII: text.isASCII)
  }

  /// With spaces in place of tabs.
  private static func expanded(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(0x09) else { return bytes }
    var result: [UInt8] = []
    var column = 0
    for byte in bytes {
      switch byte {
      case 0x09:
        let count = 8 - column % 8
        result += [UInt8](repeating: 0x20, count: count)
        column += count
      case 0x0A, 0x0D:
        result.append(byte)
        column = 0
      default:
        result.append(byte)
        if byte & 0xC0 != 0x80 { column += 1 }
      }
    }
    return result
  }

  /// The least indentation of the lines behind the first one that are not blank.
  private static func margin(_ bytes: [UInt8]) -> Int {
    var margin = Int.max
    var place = (bytes.firstIndex(of: 0x0A) ?? bytes.count - 1) + 1
    while place < bytes.count {
      let start = place
      while place < bytes.count, bytes[place] == 0x20 { place += 1 }
      if place < bytes.count, bytes[place] != 0x0A { margin = min(margin, place - start) }
      while place < bytes.count, bytes[place] != 0x0A { place += 1 }
      place += 1
    }
    return margin == .max ? 0 : margin
  }
}
