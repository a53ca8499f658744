/// Reads the tables of Sources/Encodings/Tables (Tools/encoding-tables.py says how they are written).
enum TableText {
  /// Calls `body` with each code and character of a table; 0 = none.
  static func read(_ text: StaticString, _ body: (Int, UInt32) -> Void) {
    let words = text.description.unicodeScalars.split { $0 == " " || $0 == "\n" }
    for k in stride(from: 0, to: words.count - 1, by: 2) {
      var code = Int(String(words[k]), radix: 16) ?? 0
      let content = words[k + 1]
      if content.first == "+" {
        let parts = content.dropFirst().split(separator: "*")
        let start = UInt32(String(parts[0]), radix: 16) ?? 0
        for n in 0..<(UInt32(String(parts[1])) ?? 0) { body(code + Int(n), start + n) }
      } else if content.first == "-" {
        for n in 0..<(Int(String(content.dropFirst())) ?? 0) { body(code + n, 0) }
      } else {
        for character in content {
          if character != "\u{FFFD}" { body(code, character.value) }
          code += 1
        }
      }
    }
  }

  /// The entries `KEY=VALUE` of a table, numbers in base 16.
  static func entries(_ text: StaticString) -> [(key: UInt32, value: Substring)] {
    let text = text.description
    return text.split { $0 == " " || $0 == "\n" }.map { word in
      let sides = word.split(separator: "=", omittingEmptySubsequences: false)
      return (UInt32(sides[0], radix: 16) ?? 0, sides.count > 1 ? sides[1] : "")
    }
  }
}

/// A table of sequences of two bytes: 128 leads of 256 trails each; 0 = no character.
struct DoubleTable: Sendable {
  var characters: [UInt32]

  init() { characters = [UInt32](repeating: 0, count: 0x8000) }

  /// A table that differs from another by a text.
  init(_ base: DoubleTable, _ text: StaticString) {
    self = base
    TableText.read(text) { code, character in characters[code & 0x7FFF] = character }
  }

  subscript(code: Int) -> UInt32 { characters[code & 0x7FFF] }

  /// The part with leads and trails from 0xA1 on.
  var high: DoubleTable {
    var result = DoubleTable()
    for lead in 0xA1...0xFF {
      for trail in 0xA1...0xFF { result.characters[(lead & 0x7F) << 8 | trail] = self[lead << 8 | trail] }
    }
    return result
  }

  /// The rows of the second plane of JIS X 0213, in the order in which Shift_JIS has them.
  static let secondPlane = [1, 8, 3, 4, 5, 12, 13, 14, 15] + Array(78...94)

  /// The Shift_JIS of two planes in EUC.
  static func shifted(_ first: DoubleTable, _ second: DoubleTable) -> DoubleTable {
    var result = DoubleTable()
    for lead in Array(0x81...0x9F) + Array(0xE0...0xFC) {
      for trail in 0x40...0xFC where trail != 0x7F {
        let cell = trail < 0x7F ? trail - 0x40 : trail - 0x41
        let row = 2 * (lead < 0xA0 ? lead - 0x81 : lead - 0xC1) + cell / 94
        let column = 0xA1 + cell % 94
        result.characters[(lead & 0x7F) << 8 | trail] =
          row < 94 ? first[(0xA1 + row) << 8 | column] : second[(0xA0 + secondPlane[row - 94]) << 8 | column]
      }
    }
    return result
  }
}
