import Bytecode

/// The encodings of sources.
enum SourceEncoding {
  /// A source in UTF-8.
  static func decode(_ bytes: [UInt8], features: SyntaxFeatures) throws(SyntaxFailure) -> ArraySlice<UInt8> {
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let body = hasMark ? bytes[3...] : bytes[...]
    let declared = declaration(body)
    let name = declared.map { normal($0) } ?? "utf-8"
    if hasMark, let declared, !isExactUTF8(declared) {
      throw failure("encoding problem: \(declared) with BOM")
    }
    switch name {
    case "utf-8":
      // Before 3.14, only names and strings are checked, and only when they are read.
      if features.has(.templateStrings) { try checkUTF8(body) }
      return body
    case "iso-8859-1": return converted(body) { UInt32($0) }
    case "iso-8859-15": return converted(body) { latin9($0) }
    case "ascii":
      if let index = body.firstIndex(where: { $0 >= 0x80 }) {
        let place = index - body.startIndex
        throw failure(
          "(unicode error) 'ascii' codec can't decode byte 0x\(String(body[index], radix: 16)) in position \(place): ordinal not in range(128)")
      }
      return body
    default:
      guard let table = Codepages.table(name) else { throw failure("unknown encoding: \(declared ?? "")") }
      return converted(body) { $0 < 0x80 ? UInt32($0) : table[Int($0) - 0x80] }
    }
  }

  private static func failure(_ message: String) -> SyntaxFailure {
    SyntaxFailure(kind: .syntaxError, message: message, line: 0, offset: 0, endLine: 0, endOffset: 0)
  }

  private static func converted(_ bytes: ArraySlice<UInt8>, _ map: (UInt8) -> UInt32) -> ArraySlice<UInt8> {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 { output.append(byte) } else { Text.appendEncoded(map(byte), to: &output) }
    }
    return output[...]
  }

  private static func latin9(_ byte: UInt8) -> UInt32 {
    switch byte {
    case 0xA4: 0x20AC
    case 0xA6: 0x160
    case 0xA8: 0x161
    case 0xB4: 0x17D
    case 0xB8: 0x17E
    case 0xBC: 0x152
    case 0xBD: 0x153
    case 0xBE: 0x178
    default: UInt32(byte)
    }
  }

  /// The encoding that a comment in the first two lines declares.
  static func declaration(_ bytes: ArraySlice<UInt8>) -> String? {
    var start = bytes.startIndex
    for _ in 0..<2 {
      let end = bytes[start...].firstIndex { $0 == 10 || $0 == 13 } ?? bytes.endIndex
      let line = bytes[start..<end]
      let comment = line.firstIndex { $0 != 32 && $0 != 9 && $0 != 12 }
      if let comment, line[comment] != 35 { return nil }
      if let comment, let name = coding(line[comment...]) { return name }
      guard end < bytes.endIndex else { return nil }
      start = end + 1
      if bytes[end] == 13, start < bytes.endIndex, bytes[start] == 10 { start += 1 }
    }
    return nil
  }

  /// What stands behind `coding:` or `coding=` in a comment.
  private static func coding(_ line: ArraySlice<UInt8>) -> String? {
    let word = Array("coding".utf8)
    var index = line.startIndex
    while index + 6 < line.endIndex {
      guard line[index..<index + 6].elementsEqual(word) else {
        index += 1
        continue
      }
      var place = index + 6
      index += 1
      guard line[place] == 58 || line[place] == 61 else { continue }
      repeat { place += 1 } while place < line.endIndex && (line[place] == 32 || line[place] == 9)
      let name = line[place...].prefix { byte in
        CharacterClass.table[Int(byte)] & CharacterClass.nameContinue != 0 && byte < 0x80 || byte == 45 || byte == 46
      }
      if !name.isEmpty { return String(decoding: name, as: UTF8.self) }
    }
    return nil
  }

  /// One name for each encoding that is known by several.
  private static func normal(_ name: String) -> String {
    let name = String(name.lowercased().map { $0 == "_" ? "-" : $0 })
    if name == "utf-8" || name.hasPrefix("utf-8-") || name == "utf8" { return "utf-8" }
    for latin in ["latin-1", "iso-8859-1", "iso-latin-1"] where name == latin || name.hasPrefix(latin + "-") { return "iso-8859-1" }
    switch name {
    case "latin1", "l1", "8859", "cp819", "iso8859-1": return "iso-8859-1"
    case "us-ascii", "646": return "ascii"
    case "iso8859-15", "latin-9", "l9": return "iso-8859-15"
    default: return name
    }
  }

  /// Whether a declared name is one of those that may follow a byte order mark.
  private static func isExactUTF8(_ name: String) -> Bool {
    let name = String(name.lowercased().map { $0 == "_" ? "-" : $0 })
    return name == "utf-8" || name.hasPrefix("utf-8-")
  }

  private static func checkUTF8(_ bytes: ArraySlice<UInt8>) throws(SyntaxFailure) {
    let bad: Int? = bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      while index < buffer.count {
        if buffer[index] < 0x80 {
          index += 1
          // Most sources are nothing but ASCII: eight bytes at a time.
          let raw = UnsafeRawBufferPointer(buffer)
          while index + 8 <= raw.count, raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0 { index += 8 }
          continue
        }
        guard let (point, size) = Text.decodeScalar(buffer, at: index), !(0xD800..<0xE000).contains(point) else { return index }
        index += size
      }
      return nil
    }
    guard let bad else { return }
    let byte = String(bytes[bytes.startIndex + bad], radix: 16)
    let line = bytes[..<(bytes.startIndex + bad)].count { $0 == 10 } + 1
    let start = bytes[..<(bytes.startIndex + bad)].lastIndex(of: 10).map { $0 + 1 } ?? bytes.startIndex
    let offset = bytes[start..<(bytes.startIndex + bad)].count { $0 & 0xC0 != 0x80 } + 1
    throw SyntaxFailure(
      kind: .syntaxError,
      message: "Non-UTF-8 code starting with '\\x\(byte)' on line \(line), but no encoding declared; "
        + "see https://peps.python.org/pep-0263/ for details",
      line: line, offset: offset, endLine: line, endOffset: offset)
  }
}
