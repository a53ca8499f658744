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
    var scanner = BraceScanner(t, text, start, end)
    var hasField = false
    while !scanner.isAtEnd {
      let literal = scanner.at
      try out.append(str: Value(text), from: literal, to: try scanner.skipLiteral(&hasField))
      if !hasField { continue }
      try scanner.scanField()
      var value = try fieldValue(text, scanner.nameStart, scanner.nameEnd)
      if scanner.conversion != 0 { value = try converted(value, scanner.conversion) }
      let spec =
        scanner.needsExpanding
        ? try format(text, scanner.specStart, scanner.specEnd, nesting: nesting - 1) : try t.substring(text, scanner.specStart, scanner.specEnd)
      let piece = try t.format(value, spec)
      // Alone in the result, a piece is the result, an instance of a subclass too.
      if out.count == 0, scanner.isAtEnd, piece.unchecked(as: StrObject.self).count > 0 { return piece }
      try out.append(piece)
    }
    return try out.finish()
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

  private func fieldValue(_ text: Ref<StrObject>, _ start: Int, _ end: Int) throws(Raised) -> Value {
    var scanner = BraceScanner(t, text, start, end)
    let firstEnd = scanner.skipFirstName()
    var value = try firstValue(text, start, firstEnd, number: try scanner.index(start, firstEnd))
    var isAttribute = false
    while !scanner.isAtEnd {
      try t.pollNative()
      let part = try scanner.nextPart(isAttribute: &isAttribute)
      value = isAttribute ? try t.getAttribute(value, part) : try t.getItem(value, part)
    }
    return value
  }

  /// The argument that the first part of a name stands for.
  private func firstValue(_ text: Ref<StrObject>, _ start: Int, _ end: Int, number given: Int?) throws(Raised) -> Value {
    var number = given
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
