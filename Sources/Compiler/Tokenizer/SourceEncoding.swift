import Bytecode
import Encodings

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
    case "utf-8-sig": return body
    case "iso-8859-1": return converted(body) { UInt32($0) }
    case "ascii":
      if let index = body.firstIndex(where: { $0 >= 0x80 }) {
        throw undecodable("ascii", body, index - body.startIndex, index - body.startIndex + 1, "ordinal not in range(128)")
      }
      return body
    default: return try tabular(Encodings.resolved(name), body, declared ?? "")
    }
  }

  /// A source in an encoding that is a table, or UTF-7.
  private static func tabular(_ name: String, _ body: ArraySlice<UInt8>, _ declared: String) throws(SyntaxFailure) -> ArraySlice<UInt8> {
    if name == "utf_7" { return try decodeUTF7(body) }
    if let page = Encodings.page(name) {
      if let index = body.firstIndex(where: { page[Int($0)] == 0xFFFE }) {
        throw undecodable("charmap", body, index - body.startIndex, index - body.startIndex + 1, "character maps to <undefined>")
      }
      return converted(body, all: true) { page[Int($0)] }
    }
    guard let codec = Encodings.codec(name) else { throw failure("unknown encoding: \(declared)") }
    var output: [UInt8] = []
    output.reserveCapacity(body.count + body.count / 2)
    var state = codec.start(isEncoder: false)
    var index = 0
    let wrong: (count: Int, isCut: Bool)? = body.withUnsafeBufferPointer { bytes in
      while index < bytes.count {
        var characters = DecodedCharacters()
        let count = codec.decode(bytes, at: index, &state, &characters)
        if count <= 0 { return (count == 0 ? bytes.count - index : -count, count == 0) }
        if characters.count > 0 { Text.appendEncoded(characters.first, to: &output) }
        if characters.count > 1 { Text.appendEncoded(characters.second, to: &output) }
        index += count
      }
      return nil
    }
    if let wrong {
      throw undecodable("\(codec.name)", body, index, index + wrong.count, wrong.isCut ? "incomplete multibyte sequence" : "illegal multibyte sequence")
    }
    return output[...]
  }

  private static func decodeUTF7(_ body: ArraySlice<UInt8>) throws(SyntaxFailure) -> ArraySlice<UInt8> {
    var decoder = UTF7Decoder()
    var characters: [UInt32] = []
    if let wrong = body.withUnsafeBufferPointer({ decoder.run($0, isLast: true, to: &characters) }) {
      throw undecodable("utf7", body, wrong.start, wrong.end, "\(wrong.reason)")
    }
    var output: [UInt8] = []
    for character in characters { Text.appendEncoded(character, to: &output) }
    return output[...]
  }

  /// The error of a codec for the bytes `start ..< end`.
  private static func undecodable(_ codec: String, _ bytes: ArraySlice<UInt8>, _ start: Int, _ end: Int, _ reason: String) -> SyntaxFailure {
    if end - start > 1 { return failure("'\(codec)' codec can't decode bytes in position \(start)-\(end - 1): \(reason)") }
    let byte = String(bytes[bytes.startIndex + start], radix: 16)
    return failure("'\(codec)' codec can't decode byte 0x\(byte.count < 2 ? "0" : "")\(byte) in position \(start): \(reason)")
  }

  private static func failure(_ message: String) -> SyntaxFailure {
    SyntaxFailure(kind: .syntaxError, message: message, line: 0, offset: 0, endLine: 0, endOffset: 0)
  }

  /// - Parameter all: ASCII too may stand for other characters.
  private static func converted(_ bytes: ArraySlice<UInt8>, all: Bool = false, _ map: (UInt8) -> UInt32) -> ArraySlice<UInt8> {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 && !all { output.append(byte) } else { Text.appendEncoded(map(byte), to: &output) }
    }
    return output[...]
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
    switch Encodings.resolved(name) {
    case "utf_8": return "utf-8"
    case "utf_8_sig": return "utf-8-sig"
    case "latin_1": return "iso-8859-1"
    case "ascii": return "ascii"
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
