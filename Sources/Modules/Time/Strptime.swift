import Glibc
import Runtime

/// `time.strptime` (CPython: Lib/_strptime.py), for the names of the C locale. A format is matched from left to right; where a directive can take
/// more or less of the text, the choices are tried in the order in which CPython's regular expression tries them.
final class Strptime {
  private let t: Thread
  private let text: [UInt32]
  private var format: [UInt32]
  /// What each directive took: the letter, and the text.
  private(set) var found: [UInt8: [UInt32]] = [:]
  private let zones: [[UInt32]]

  static let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
  static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
  ]

  /// - Parameter zones: names of time zones that are known, lower case.
  init(_ t: Thread, _ text: Ref<StrObject>, _ format: Ref<StrObject>, zones: [String]) {
    self.t = t
    self.text = (0..<text.count).map { text.codePoint($0) }
    self.format = (0..<format.count).map { format.codePoint($0) }
    self.zones = zones.map { $0.unicodeScalars.map(\.value) }
  }

  // MARK: The format

  /// Replaces the directives that stand for others, and refuses unknown ones.
  func expand(_ original: Value) throws(Raised) {
    var out: [UInt32] = []
    var i = 0
    while i < format.count {
      guard format[i] == 37 else {
        out.append(format[i])
        i += 1
        continue
      }
      if t.has(.paddedDirectives) { skipPadding(i + 1) }
      guard i + 1 < format.count, !Strptime.isSpace(format[i + 1]) || !t.has(.paddedDirectives) else {
        let first = t.has(.paddedDirectives) ? t.types.keyError : t.types.indexError
        throw t.inHandler(of: first, t.raise(t.types.valueError, "stray %% in format '%S'", original))
      }
      let directive = t.has(.paddedDirectives) ? Strptime.spelledOut(format[i + 1]) : format[i + 1]
      switch directive {
      case 84 where t.has(.paddedDirectives): out += "%H:%M:%S".unicodeScalars.map(\.value)
      case 82 where t.has(.paddedDirectives): out += "%H:%M".unicodeScalars.map(\.value)
      case 114 where t.has(.paddedDirectives): out += "%I:%M:%S %p".unicodeScalars.map(\.value)
      case 99: out += "%a %b %d %H:%M:%S %Y".unicodeScalars.map(\.value)
      case 120: out += "%m/%d/%y".unicodeScalars.map(\.value)
      case 88: out += "%H:%M:%S".unicodeScalars.map(\.value)
      default:
        guard let letter = UInt8(exactly: directive), Strptime.isDirective(letter) else {
          let bad = try t.str(codePoint: isEscaped(format[i + 1]) ? 37 : format[i + 1])
          throw t.inHandler(of: t.types.keyError, t.raise(t.types.valueError, "'%S' is a bad directive in format '%S'", bad, original))
        }
        out += [37, directive]
      }
      i += 2
    }
    format = out
  }

  /// The directive that another one stands for.
  private static func spelledOut(_ letter: UInt32) -> UInt32 {
    switch letter {
    case 101: 100
    case 107: 72
    case 108: 73
    case 80: 112
    default: letter
    }
  }

  /// Whether CPython's regular expression has a backslash before the letter, which some versions take for the directive.
  private func isEscaped(_ letter: UInt32) -> Bool {
    if t.has(.paddedDirectives) { return false }
    return Strptime.isSpace(letter) || "\\.^$*+?(){}[]|".unicodeScalars.contains { $0.value == letter }
  }

  /// Takes flags and a width out of a directive, whose letter is at `at` then.
  private func skipPadding(_ at: Int) {
    var end = at
    while end < format.count, [45, 95, 48, 94, 35].contains(format[end]) { end += 1 }
    while end < format.count, format[end] >= 48, format[end] <= 57 { end += 1 }
    format.removeSubrange(at..<end)
  }

  private static let directives: StaticString = "dfHIGjmMSUWwuVyYzAaBbpZ%"

  private static func isDirective(_ letter: UInt8) -> Bool {
    (0..<directives.utf8CodeUnitCount).contains { directives.utf8Start[$0] == letter }
  }

  /// Whether the format has the directive.
  func has(_ letter: UInt8) -> Bool {
    var i = 0
    while i + 1 < format.count {
      if format[i] == 37 {
        if format[i + 1] == UInt32(letter) { return true }
        i += 1
      }
      i += 1
    }
    return false
  }

  // MARK: Matching

  /// Where the match of the whole format ends; nil if there is none.
  func match() throws(Raised) -> Int? { try match(0, 0) }

  private func match(_ start: Int, _ at: Int) throws(Raised) -> Int? {
    var (i, position) = (start, at)
    while i < format.count {
      try t.pollNative()
      if format[i] == 37, i + 1 < format.count, format[i + 1] != 37 {
        let letter = UInt8(truncatingIfNeeded: format[i + 1])
        for end in ends(letter, position) {
          if let result = try match(i + 2, end) {
            found[letter] = Array(text[position..<end])
            return result
          }
        }
        return nil
      }
      if Strptime.isSpace(format[i]) {
        while i < format.count, Strptime.isSpace(format[i]) { i += 1 }
        var end = position
        while end < text.count, Strptime.isSpace(text[end]) { end += 1 }
        while end > position {
          if let result = try match(i, end) { return result }
          end -= 1
        }
        return nil
      }
      if format[i] == 37 { i += 1 }
      guard position < text.count, Strptime.folded(text[position]) == Strptime.folded(format[i]) else { return nil }
      position += 1
      i += 1
    }
    return position
  }

  private static func isSpace(_ c: UInt32) -> Bool { c == 32 || c >= 9 && c <= 13 || c >= 28 && c <= 31 || c == 0x85 || c == 0xA0 }
  private static func folded(_ c: UInt32) -> UInt32 { c >= 65 && c <= 90 ? c + 32 : c }

  private func digit(_ at: Int) -> Int { at < text.count && text[at] >= 48 && text[at] <= 57 ? Int(text[at] - 48) : -1 }

  /// Where a directive can end, in the order of preference.
  private func ends(_ letter: UInt8, _ at: Int) -> [Int] {
    switch letter {
    case UInt8(ascii: "d"): (pair(at, 1...31)) + (digit(at) >= 1 ? [at + 1] : []) + (blankDigit(at) ? [at + 2] : [])
    case UInt8(ascii: "H"): pair(at, 0...23) + (digit(at) >= 0 ? [at + 1] : [])
    case UInt8(ascii: "I"), UInt8(ascii: "m"): pair(at, 1...12) + (digit(at) >= 1 ? [at + 1] : [])
    case UInt8(ascii: "M"): pair(at, 0...59) + (digit(at) >= 0 ? [at + 1] : [])
    case UInt8(ascii: "S"): pair(at, 0...61) + (digit(at) >= 0 ? [at + 1] : [])
    case UInt8(ascii: "U"), UInt8(ascii: "W"): pair(at, 0...53) + (digit(at) >= 0 ? [at + 1] : [])
    case UInt8(ascii: "V"): pair(at, 1...53) + (digit(at) >= 0 ? [at + 1] : [])
    case UInt8(ascii: "w"): (0...6).contains(digit(at)) ? [at + 1] : []
    case UInt8(ascii: "u"): (1...7).contains(digit(at)) ? [at + 1] : []
    case UInt8(ascii: "y"): pair(at, 0...99)
    case UInt8(ascii: "Y"), UInt8(ascii: "G"): digits(at) >= 4 ? [at + 4] : []
    case UInt8(ascii: "f"): stride(from: min(digits(at), 6), to: 0, by: -1).map { at + $0 }
    case UInt8(ascii: "j"): dayOfYear(at)
    case UInt8(ascii: "z"): offset(at)
    case UInt8(ascii: "A"): names(at, Strptime.days)
    case UInt8(ascii: "a"): names(at, Strptime.days.map { String($0.prefix(3)) })
    case UInt8(ascii: "B"): names(at, Strptime.months)
    case UInt8(ascii: "b"): names(at, Strptime.months.map { String($0.prefix(3)) })
    case UInt8(ascii: "p"): names(at, ["am", "pm"])
    default: zones.filter { matches($0, at) }.map { at + $0.count }
    }
  }

  private func digits(_ at: Int) -> Int {
    var n = 0
    while digit(at + n) >= 0 { n += 1 }
    return n
  }

  private func pair(_ at: Int, _ range: ClosedRange<Int>) -> [Int] {
    let (a, b) = (digit(at), digit(at + 1))
    return a >= 0 && b >= 0 && range.contains(10 * a + b) ? [at + 2] : []
  }

  private func blankDigit(_ at: Int) -> Bool { at < text.count && text[at] == 32 && digit(at + 1) >= 1 }

  private func dayOfYear(_ at: Int) -> [Int] {
    let (a, b, c) = (digit(at), digit(at + 1), digit(at + 2))
    var result: [Int] = []
    if a >= 0, b >= 0, c >= 0, (1...366).contains(100 * a + 10 * b + c) { result.append(at + 3) }
    if a >= 0, b >= 0, 10 * a + b > 0 { result.append(at + 2) }
    if a >= 1 { result.append(at + 1) }
    return result
  }

  /// `+hh[:]mm[[:]ss[.ffffff]]` or `Z`.
  private func offset(_ at: Int) -> [Int] {
    guard at < text.count else { return [] }
    if text[at] == 90 { return [at + 1] }
    guard text[at] == 43 || text[at] == 45, digit(at + 1) >= 0, digit(at + 2) >= 0 else { return [] }
    guard let minutes = sixties(at + 3) else { return [] }
    guard let seconds = sixties(minutes) else { return [minutes] }
    var result: [Int] = []
    if seconds < text.count, text[seconds] == 46 {
      result = stride(from: min(digits(seconds + 1), 6), to: 0, by: -1).map { seconds + 1 + $0 }
    }
    return result + [seconds, minutes]
  }

  /// The end of an optional colon and a number below 60.
  private func sixties(_ at: Int) -> Int? {
    let start = at < text.count && text[at] == 58 ? at + 1 : at
    return (0...5).contains(digit(start)) && digit(start + 1) >= 0 ? start + 2 : nil
  }

  private func matches(_ name: [UInt32], _ at: Int) -> Bool {
    guard at + name.count <= text.count else { return false }
    for k in 0..<name.count where Strptime.folded(text[at + k]) != name[k] { return false }
    return true
  }

  private func names(_ at: Int, _ names: [String]) -> [Int] {
    names.filter { matches($0.unicodeScalars.map(\.value), at) }.map { at + $0.count }.sorted(by: >)
  }

  // MARK: Results

  /// The text that a directive took, lower case; nil if the format has none.
  func word(_ letter: UInt8) -> String? {
    found[letter].map { word in String(String.UnicodeScalarView(word.compactMap { Unicode.Scalar(Strptime.folded($0)) })) }
  }

  func number(_ letter: UInt8) -> Int? { word(letter).flatMap { Int($0.drop { $0 == " " }) } }

  /// What is left behind `end`, as a str.
  func rest(_ end: Int) throws(Raised) -> Value {
    let rest = Array(text[end...])
    return try rest.withUnsafeBufferPointer { buffer throws(Raised) in
      guard let base = buffer.baseAddress else { return t.interpreter.emptyStr }
      return try t.str(codePoints: base, count: rest.count)
    }
  }

  var end: Int { text.count }
}
