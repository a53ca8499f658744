import Runtime

/// The syntax of `str.format`: literal text, fields with their conversions and specifications, and the names of fields.
/// (CPython: Objects/stringlib/unicode_format.h.) The text must be kept alive by someone else.
public struct BraceScanner {
  private let t: Thread
  private let text: Ref<StrObject>
  private let end: Int
  /// Where scanning goes on.
  public private(set) var at: Int
  /// The field that was scanned last: its name, its conversion (0 = none) and its specification.
  public private(set) var nameStart = 0, nameEnd = 0, conversion: UInt32 = 0, specStart = 0, specEnd = 0
  /// Whether the specification has fields of its own.
  public private(set) var needsExpanding = false

  public init(_ t: Thread, _ text: Ref<StrObject>, _ start: Int, _ end: Int) {
    self.t = t
    self.text = text
    self.end = end
    at = start
  }

  public var isAtEnd: Bool { at >= end }

  private func error(_ message: StaticString) -> Raised { t.raise(t.types.valueError, message) }

  // MARK: Literals and fields

  /// Moves behind literal text, whose end is returned; a doubled brace ends it with one of the two.
  /// - Parameter hasField: whether a field follows; `at` is behind its brace then.
  public mutating func skipLiteral(_ hasField: inout Bool) throws(Raised) -> Int {
    hasField = false
    while at < end && text.codePoint(at) != char("{") && text.codePoint(at) != char("}") { at += 1 }
    if at == end { return end }
    let brace = text.codePoint(at)
    if at + 1 < end && text.codePoint(at + 1) == brace {
      at += 2
      return at - 1
    }
    if brace == char("}") { throw error("Single '}' encountered in format string") }
    if at + 1 == end { throw error("Single '{' encountered in format string") }
    at += 1
    hasField = true
    return at - 1
  }

  /// Scans a field behind its brace, and ends behind the closing one.
  public mutating func scanField() throws(Raised) {
    conversion = 0
    needsExpanding = false
    nameStart = at
    let terminator = try skipName()
    nameEnd = terminator == 0 ? at : at - 1
    (specStart, specEnd) = (at, at)
    if terminator == char("!") || terminator == char(":") {
      var isDone = false
      if terminator == char("!") { isDone = try scanConversion() }
      (specStart, specEnd) = (at, at)
      if !isDone { specEnd = try skipSpec() }
    } else if terminator != char("}") {
      throw error("expected '}' before end of string")
    }
  }

  /// Moves behind the name of a field and the character that ends it, which is returned; 0 at the end of the text.
  private mutating func skipName() throws(Raised) -> UInt32 {
    while at < end {
      let c = text.codePoint(at)
      at += 1
      switch c {
      case char("{"): throw error("unexpected '{' in field name")
      case char("["): while at < end && text.codePoint(at) != char("]") { at += 1 }
      case char("}"), char(":"), char("!"): return c
      default: break
      }
    }
    return 0
  }

  /// True if the field ends behind the conversion.
  private mutating func scanConversion() throws(Raised) -> Bool {
    if at >= end { throw error("end of string while looking for conversion specifier") }
    conversion = text.codePoint(at)
    at += 1
    if at < end {
      let c = text.codePoint(at)
      at += 1
      if c == char("}") { return true }
      if c != char(":") { throw error("expected ':' after conversion specifier") }
    }
    return false
  }

  /// Moves behind the brace that closes the field; returns the end of the specification.
  private mutating func skipSpec() throws(Raised) -> Int {
    var depth = 1
    while at < end {
      let c = text.codePoint(at)
      at += 1
      if c == char("{") {
        needsExpanding = true
        depth += 1
      } else if c == char("}") {
        depth -= 1
        if depth == 0 { return at - 1 }
      }
    }
    throw error("unmatched '{' in format spec")
  }

  // MARK: Names

  /// Moves behind the first part of a name, which names an argument; its end.
  public mutating func skipFirstName() -> Int {
    while at < end && text.codePoint(at) != char(".") && text.codePoint(at) != char("[") { at += 1 }
    return at
  }

  /// The next part of a name: the name of an attribute, or a key.
  public mutating func nextPart(isAttribute: inout Bool) throws(Raised) -> Value {
    let opener = text.codePoint(at)
    at += 1
    let start = at
    isAttribute = opener == char(".")
    if isAttribute {
      _ = skipFirstName()
      if at == start { throw error("Empty attribute in format string") }
      return try t.substring(text, start, at)
    }
    guard opener == char("[") else { throw error("Only '.' or '[' may follow ']' in format field specifier") }
    while at < end && text.codePoint(at) != char("]") { at += 1 }
    if at == end { throw error("Missing ']' in format string") }
    if at == start { throw error("Empty attribute in format string") }
    let key = try index(start, at)
    at += 1
    return key == nil ? try t.substring(text, start, at - 1) : try t.int(key.unsafelyUnwrapped)
  }

  /// The index that decimal digits name; nil if the text is none.
  public func index(_ start: Int, _ end: Int) throws(Raised) -> Int? {
    if start == end { return nil }
    var value = 0
    for k in start..<end {
      guard let digit = decimalDigit(text.codePoint(k)) else { return nil }
      if value > (Int.max - digit) / 10 { throw error("Too many decimal digits in format string") }
      value = value * 10 + digit
    }
    return value
  }
}
