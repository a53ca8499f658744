import Runtime

/// `str.format` and `str.format_map`. (CPython: Objects/stringlib/unicode_format.h.) Its arguments are slots of the native call, which keep them
/// alive: the collector does not see a Swift object.
final class BraceFormatter {
  private enum Numbering { case undecided, automatic, manual }
  private static let maxNesting = 2

  let t: Thread
  /// tuple, or null for format_map.
  let arguments: Value
  /// dict, or the mapping of format_map.
  let keywords: Value
  private var numbering = Numbering.undecided
  private var nextIndex = 0

  init(_ t: Thread, arguments: Value, keywords: Value) {
    self.t = t
    self.arguments = arguments
    self.keywords = keywords
  }

  func run(_ text: Value) throws(Raised) -> Value {
    let s = text.unchecked(as: StrObject.self)
    // Text without fields is its own result, an instance of a subclass too.
    if s.count > 0, !hasBraces(s) { return text }
    return try format(s, 0, s.count, nesting: BraceFormatter.maxNesting)
  }

  private func hasBraces(_ s: Ref<StrObject>) -> Bool {
    for i in 0..<s.count where s.codePoint(i) == char("{") || s.codePoint(i) == char("}") { return true }
    return false
  }

  private func error(_ message: StaticString) -> Raised { t.raise(t.types.valueError, message) }

  /// Formats `text[start..<end]`.
  private func format(_ text: Ref<StrObject>, _ start: Int, _ end: Int, nesting: Int) throws(Raised) -> Value {
    if nesting <= 0 { throw error("Max string recursion exceeded") }
    var out = TextBuilder(t)
    var at = start
    while at < end {
      let literal = at
      while at < end && text.codePoint(at) != char("{") && text.codePoint(at) != char("}") { at += 1 }
      try out.append(str: Value(text), from: literal, to: at)
      if at == end { break }
      let brace = text.codePoint(at)
      let isDoubled = at + 1 < end && text.codePoint(at + 1) == brace
      if isDoubled {
        try out.append(codePoint: brace)
        at += 2
      } else if brace == char("}") {
        throw error("Single '}' encountered in format string")
      } else if at + 1 == end {
        throw error("Single '{' encountered in format string")
      } else {
        at += 1
        try formatField(text, &at, end, nesting: nesting, to: &out)
      }
    }
    return try out.finish()
  }

  /// One replacement field; `at` is behind its brace, and ends behind the closing one.
  private func formatField(_ text: Ref<StrObject>, _ at: inout Int, _ end: Int, nesting: Int, to out: inout TextBuilder) throws(Raised) {
    let nameStart = at
    let terminator = try skipName(text, &at, end)
    let nameEnd = terminator == 0 ? at : at - 1
    var conversion: UInt32 = 0
    var specStart = at
    var specEnd = at
    var needsExpanding = false
    if terminator == char("!") || terminator == char(":") {
      var isDone = false
      if terminator == char("!") { isDone = try parseConversion(text, &at, end, &conversion) }
      specStart = at
      specEnd = at
      if !isDone { specEnd = try skipSpec(text, &at, end, &needsExpanding) }
    } else if terminator != char("}") {
      throw error("expected '}' before end of string")
    }
    var value = try fieldValue(text, nameStart, nameEnd)
    if conversion != 0 { value = try converted(value, conversion) }
    let spec = needsExpanding ? try format(text, specStart, specEnd, nesting: nesting - 1) : try t.substring(text, specStart, specEnd)
    try out.append(try t.format(value, spec))
  }

  /// Moves behind the name of a field and the character that ends it, which is returned; 0 at the end of the text.
  private func skipName(_ text: Ref<StrObject>, _ at: inout Int, _ end: Int) throws(Raised) -> UInt32 {
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
  private func parseConversion(_ text: Ref<StrObject>, _ at: inout Int, _ end: Int, _ conversion: inout UInt32) throws(Raised) -> Bool {
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
  private func skipSpec(_ text: Ref<StrObject>, _ at: inout Int, _ end: Int, _ needsExpanding: inout Bool) throws(Raised) -> Int {
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

  private func converted(_ value: Value, _ conversion: UInt32) throws(Raised) -> Value {
    switch conversion {
    case char("r"): return try t.repr(value)
    case char("s"): return try t.str(of: value)
    case char("a"): return try t.ascii(value)
    default:
      var shown = TextBuilder(t)
      if conversion > 32 && conversion < 127 {
        try shown.append(codePoint: conversion)
      } else {
        try shown.append("\\x")
        try shown.append(hex: UInt64(conversion), digits: 1)
      }
      throw t.raise(t.types.valueError, "Unknown conversion specifier %S", try shown.finish())
    }
  }

  // MARK: - Field names

  /// The index that decimal digits name; nil if the name is none.
  private func index(_ text: Ref<StrObject>, _ start: Int, _ end: Int) throws(Raised) -> Int? {
    if start == end { return nil }
    var value = 0
    for k in start..<end {
      let c = text.codePoint(k)
      guard c >= 48 && c <= 57 else { return nil }
      let digit = Int(c) - 48
      if value > (Int.max - digit) / 10 { throw error("Too many decimal digits in format string") }
      value = value * 10 + digit
    }
    return value
  }

  private func fieldValue(_ text: Ref<StrObject>, _ start: Int, _ end: Int) throws(Raised) -> Value {
    var at = start
    while at < end && text.codePoint(at) != char(".") && text.codePoint(at) != char("[") { at += 1 }
    var value = try firstValue(text, start, at)
    while at < end {
      try t.pollNative()
      let opener = text.codePoint(at)
      at += 1
      let partStart = at
      if opener == char(".") {
        while at < end && text.codePoint(at) != char(".") && text.codePoint(at) != char("[") { at += 1 }
        if at == partStart { throw error("Empty attribute in format string") }
        value = try t.getAttribute(value, try t.substring(text, partStart, at))
      } else if opener == char("[") {
        while at < end && text.codePoint(at) != char("]") { at += 1 }
        if at == end { throw error("Missing ']' in format string") }
        if at == partStart { throw error("Empty attribute in format string") }
        let key = try index(text, partStart, at)
        value = try t.getItem(value, key == nil ? try t.substring(text, partStart, at) : try t.int(key.unsafelyUnwrapped))
        at += 1
      } else {
        throw error("Only '.' or '[' may follow ']' in format field specifier")
      }
    }
    return value
  }

  /// The argument that the first part of a name stands for.
  private func firstValue(_ text: Ref<StrObject>, _ start: Int, _ end: Int) throws(Raised) -> Value {
    var number = try index(text, start, end)
    if start == end || number != nil {
      let isAutomatic = start == end
      if numbering == .undecided { numbering = isAutomatic ? .automatic : .manual }
      if numbering == .manual && isAutomatic {
        throw error("cannot switch from manual field specification to automatic field numbering")
      }
      if numbering == .automatic && !isAutomatic {
        throw error("cannot switch from automatic field numbering to manual field specification")
      }
      if isAutomatic {
        number = nextIndex
        nextIndex += 1
      }
    }
    guard let number else {
      let key = try t.substring(text, start, end)
      if arguments.isNull { return try t.getItem(keywords, key) }
      let found = try t.dictGet(keywords.unchecked(), key)
      if found.isNull { throw t.keyError(key) }
      return found
    }
    if arguments.isNull { throw error("Format string contains positional fields") }
    let positional: Ref<TupleObject> = arguments.unchecked()
    guard number < positional.count else {
      throw t.raise(t.types.indexError, "Replacement index %S out of range for positional args tuple", try t.int(number))
    }
    return positional.items[number]
  }
}
