import Bytecode

/// `'...' % (a, b)`: formatted as by an f-string, if only `%s`, `%r` and `%a` occur.
extension TreeFolding {
  private struct Format {
    let bytes: [UInt8]
    var place = 0

    /// The text up to the next conversion, `%%` being one percent sign.
    mutating func literal() -> [UInt8]? {
      var text: [UInt8] = []
      while place < bytes.count {
        if bytes[place] == 0x25 {
          guard place + 1 < bytes.count else { return nil }
          guard bytes[place + 1] == 0x25 else { break }
          place += 1
        }
        text.append(bytes[place])
        place += 1
      }
      return text
    }

    /// A number of at most two digits; nil if it has more.
    private mutating func number() -> Int?? {
      var value = 0
      var digits = 0
      while place < bytes.count, 0x30...0x39 ~= bytes[place] {
        value = value * 10 + Int(bytes[place] - 0x30)
        digits += 1
        place += 1
        if digits > 2 { return nil }
      }
      return .some(digits == 0 ? nil : value)
    }

    /// A conversion: its letter, and the format specification that does the same.
    mutating func conversion() -> (letter: UInt8, specification: String)? {
      place += 1
      var isLeft = false
      while place < bytes.count, [0x2D, 0x2B, 0x20, 0x23, 0x30].contains(bytes[place]) {
        isLeft = isLeft || bytes[place] == 0x2D
        place += 1
      }
      guard let width = number() else { return nil }
      var precision: Int?
      if place < bytes.count, bytes[place] == 0x2E {
        place += 1
        guard let digits = number() else { return nil }
        precision = digits ?? 0
      }
      guard place < bytes.count, [0x73, 0x72, 0x61].contains(bytes[place]) else { return nil }
      let letter = bytes[place]
      place += 1
      var specification = ""
      if let width, width > 0 {
        if !isLeft { specification += ">" }
        specification += "\(width)"
      }
      if let precision { specification += ".\(precision)" }
      return (letter, specification)
    }
  }

  func foldFormat(_ expression: Expression, _ format: Text, _ elements: SyntaxList<Expression>) {
    var parts: [UInt32] = []
    var scanner = Format(bytes: Array(format.utf8))
    let nowhere = Span(line: .max, column: .max, endLine: .max, endColumn: .max)
    let values = Array(tree[elements])
    var used = 0
    while true {
      guard let literal = scanner.literal() else { return }
      if !literal.isEmpty { parts.append(addText(literal, nowhere)) }
      if scanner.place >= scanner.bytes.count { break }
      guard used < values.count, let conversion = scanner.conversion() else { return }
      let value = values[used]
      let own = tree.span(of: value)
      let specification = conversion.specification.isEmpty ? 0 : addText(Array(conversion.specification.utf8), own)
      parts.append(tree.add(.formattedValue, own, [value.raw, UInt32(conversion.letter), specification]))
      used += 1
    }
    guard used == values.count else { return }
    let list = tree.add(list: parts)
    tree.set(word: Int(expression.raw), to: UInt32(NodeKind.joinedStr.rawValue))
    tree.set(word: Int(expression.raw) + 5, to: list)
  }

  private func addText(_ bytes: [UInt8], _ span: Span) -> UInt32 {
    let text = Text(unchecked: ByteString(bytes), isASCII: bytes.allSatisfy { $0 < 0x80 })
    return tree.add(.constant, span, [tree.literals.add(.string(text)).raw, 0])
  }
}
