import Builtins
import Glibc
import Runtime

// Universal newlines: `\r` and `\r\n` are line ends, which may be turned into `\n`.

extension NewlineState {
  static let carriageReturn: UInt8 = 1, lineFeed: UInt8 = 2, both: UInt8 = 4
}

extension Thread {
  /// The text as universal newlines mode has it. A `\r` at the end waits for the next text, unless this is the last.
  func translateNewlines(_ text: Value, translates: Bool, isLast: Bool, _ state: inout NewlineState) throws(Raised) -> Value {
    var text = text
    if state.holdsReturn && (isLast || text.unchecked(as: StrObject.self).count > 0) {
      text = try strConcat(self.interpreter.latin1[13], text)
      state.holdsReturn = false
    }
    let s: Ref<StrObject> = text.unchecked()
    var end = s.count
    if !isLast && end > 0 && s.codePoint(end - 1) == 13 {
      end -= 1
      state.holdsReturn = true
    }
    guard Newlines.find(s, 13, 0, end) >= 0 else {
      if state.seen & NewlineState.lineFeed == 0 && Newlines.find(s, 10, 0, end) >= 0 { state.seen |= NewlineState.lineFeed }
      return end == s.count ? text : try substring(s, 0, end)
    }
    Newlines.note(s, end, &state)
    if !translates { return end == s.count ? text : try substring(s, 0, end) }
    var out = TextBuilder(self)
    var i = 0
    while i < end {
      let found = Newlines.find(s, 13, i, end)
      let stop = found < 0 ? end : found
      try out.append(str: text, from: i, to: stop)
      if found < 0 { break }
      try out.append(codePoint: 10)
      i = found + 1
      if i < end && s.codePoint(i) == 10 { i += 1 }
    }
    return try out.finish()
  }

  /// The `newlines` attribute: None, a str, or a tuple of strs.
  func newlinesSeen(_ state: NewlineState) throws(Raised) -> Value {
    let list = try list()
    if state.seen & NewlineState.carriageReturn != 0 { try append(list, self.interpreter.latin1[13]) }
    if state.seen & NewlineState.lineFeed != 0 { try append(list, self.interpreter.latin1[10]) }
    if state.seen & NewlineState.both != 0 { try append(list, try str("\r\n")) }
    if list.count == 0 { return .none }
    return list.count == 1 ? list.items[0] : try tuple(copying: list.slots)
  }

  /// The `newline` argument of a text stream: None, or one of five strs.
  func newlineArgument(_ v: Value) throws(Raised) -> Newline {
    if v.isNone { return .universal }
    if strEquals(v, "") { return .anyUntranslated }
    if strEquals(v, "\n") { return .lineFeed }
    if strEquals(v, "\r") { return .carriageReturn }
    if strEquals(v, "\r\n") { return .both }
    throw raise(self.types.valueError, "illegal newline value: %R", v)
  }

  /// The argument that a mode stands for.
  func newlineText(_ newline: Newline) throws(Raised) -> Value {
    switch newline {
    case .universal: .none
    case .anyUntranslated: self.interpreter.emptyStr
    case .lineFeed: self.interpreter.latin1[10]
    case .carriageReturn: self.interpreter.latin1[13]
    case .both: try str("\r\n")
    }
  }

  /// The text with `\r` or `\r\n` in place of each `\n`.
  func replaceLineFeeds(_ text: Value, by newline: Newline) throws(Raised) -> Value {
    let s: Ref<StrObject> = text.unchecked()
    if Newlines.find(s, 10, 0, s.count) < 0 { return text }
    var out = TextBuilder(self)
    var i = 0
    while i < s.count {
      let found = Newlines.find(s, 10, i, s.count)
      let stop = found < 0 ? s.count : found
      try out.append(str: text, from: i, to: stop)
      if found < 0 { break }
      try out.append(codePoint: 13)
      if newline == .both { try out.append(codePoint: 10) }
      i = found + 1
    }
    return try out.finish()
  }
}

enum Newlines {
  /// Position of an ASCII character in `from ..< end`, -1 = not there.
  static func find(_ s: Ref<StrObject>, _ character: UInt32, _ from: Int, _ end: Int) -> Int {
    if from >= end { return -1 }
    if s.width == 1 {
      guard let found = memchr(s.bytes + from, Int32(character), end - from) else { return -1 }
      return found - UnsafeMutableRawPointer(s.bytes)
    }
    for i in from..<end where s.codePoint(i) == character { return i }
    return -1
  }

  /// Remembers which line ends there are.
  static func note(_ s: Ref<StrObject>, _ end: Int, _ state: inout NewlineState) {
    var i = 0
    while i < end && state.seen != 7 {
      let c = s.codePoint(i)
      i += 1
      if c == 10 {
        state.seen |= NewlineState.lineFeed
      } else if c == 13 {
        let isPair = i < end && s.codePoint(i) == 10
        state.seen |= isPair ? NewlineState.both : NewlineState.carriageReturn
        if isPair { i += 1 }
      }
    }
  }

  /// The end of the line that begins at `from`, behind its line end; -1 = there is none before `end`.
  static func lineEnd(_ s: Ref<StrObject>, _ from: Int, _ end: Int, _ newline: Newline) -> Int {
    switch newline {
    case .universal, .lineFeed:
      let found = find(s, 10, from, end)
      return found < 0 ? -1 : found + 1
    case .carriageReturn:
      let found = find(s, 13, from, end)
      return found < 0 ? -1 : found + 1
    case .both:
      var i = from
      while true {
        let found = find(s, 13, i, end)
        if found < 0 || found + 1 >= end { return -1 }
        if s.codePoint(found + 1) == 10 { return found + 2 }
        i = found + 1
      }
    case .anyUntranslated:
      let feed = find(s, 10, from, end)
      let carriage = find(s, 13, from, feed < 0 ? end : feed)
      if carriage < 0 { return feed < 0 ? -1 : feed + 1 }
      return carriage + 1 < end && s.codePoint(carriage + 1) == 10 ? carriage + 2 : carriage + 1
    }
  }
}
