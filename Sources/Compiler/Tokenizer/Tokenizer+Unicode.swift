import Bytecode

extension Tokenizer {
  /// A name with characters beyond ASCII, which is interned in its normal form NFKC.
  mutating func unicodeName(_ start: Int, _ end: Int) -> Bool {
    let bytes = UnsafeBufferPointer(start: source + start, count: end - start)
    if hasExtraTokens {
      position = end
      add(.name, start, end)
      return true
    }
    if let problem = UTF8Problem(bytes) {
      if features.has(.oldParser) { return failIdentifier(end) }
      position = end
      return record(
        TokenFailure(
          message: problem.description, line: line, lineStart: lineStart, position: end - 1, end: end - 1, endOffset: -1))
    }
    var index = 0
    var points: [UInt32] = []
    while index < bytes.count {
      guard let (point, size) = Text.decodeScalar(bytes, at: index) else { return failCharacter(0xFFFD, start + index) }
      guard isNamePoint(point, isFirst: index == 0) else {
        return features.has(.oldParser) ? failIdentifier(end) : failCharacter(point, start + index)
      }
      points.append(point)
      index += size
    }
    let normal = CompatibilityForm.composed(points)
    var text: [UInt8] = []
    for point in normal { Text.appendEncoded(point, to: &text) }
    position = end
    let word = text.withUnsafeBufferPointer { names.intern($0).raw }
    // What becomes a keyword only by normalization is a name.
    if word < KnownName.match.rawValue, features.has(.refusesDisguisedKeywords) {
      let keyword = String(decoding: text, as: UTF8.self)
      if ["None", "True", "False"].contains(keyword) {
        return record(
          TokenFailure(
            kind: .valueError, message: "identifier field can't represent '\(keyword)' constant", line: line, lineStart: lineStart,
            position: start, end: end, isQuiet: true))
      }
    }
    add(.name, start, end, name: word)
    return true
  }

  /// Up to 3.8 the mistake is placed at the end of what was taken for a name.
  private mutating func failIdentifier(_ end: Int) -> Bool {
    var last = end - 1
    while last > 0, source[last] & 0xC0 == 0x80 { last -= 1 }
    position = end
    return fail("invalid character in identifier", at: last)
  }

  private func isNamePoint(_ point: UInt32, isFirst: Bool) -> Bool {
    guard let scalar = Unicode.Scalar(point) else { return false }
    if point == 95 { return true }
    return isFirst ? scalar.properties.isXIDStart : scalar.properties.isXIDContinue
  }

  private mutating func failCharacter(_ point: UInt32, _ place: Int) -> Bool {
    let digits = String(point, radix: 16, uppercase: true)
    let number = "U+\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)"
    position = place + 1
    guard isPrintable(point), let scalar = Unicode.Scalar(point) else {
      return fail("invalid non-printable character \(number)", at: place)
    }
    return fail("invalid character '\(Character(scalar))' (\(number))", at: place)
  }
}
