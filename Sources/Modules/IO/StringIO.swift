import Builtins
import Glibc
import Runtime

/// `StringIO`: the text is in a buffer of one byte for a code point, or four once it has larger ones than 255.
struct StringIOObject: NativeLayout {
  var header: ObjectHeader
  var units: Ref<BufferObject>
  var count: Int
  var position: Int
  var newlines: NewlineState
  var newline: Newline
  var isWide: Bool
  var isReady: Bool
  var isClosed: Bool
  static let tracedWords = 1
}

extension Ref where T == StringIOObject {
  @inline(__always) var units: Ref<BufferObject> { get { layout.units } nonmutating set { layout.units = newValue } }
  @inline(__always) var count: Int { get { layout.count } nonmutating set { layout.count = newValue } }
  @inline(__always) var position: Int { get { layout.position } nonmutating set { layout.position = newValue } }
  @inline(__always) var newlines: NewlineState { get { layout.newlines } nonmutating set { layout.newlines = newValue } }
  @inline(__always) var newline: Newline { get { layout.newline } nonmutating set { layout.newline = newValue } }
  @inline(__always) var isWide: Bool { get { layout.isWide } nonmutating set { layout.isWide = newValue } }
  @inline(__always) var isReady: Bool { get { layout.isReady } nonmutating set { layout.isReady = newValue } }
  @inline(__always) var isClosed: Bool { get { layout.isClosed } nonmutating set { layout.isClosed = newValue } }

  @inline(__always) fileprivate var base: UnsafeMutableRawPointer { self.units.raw + MemoryLayout<BufferObject>.size }
  fileprivate var bytes: UnsafeMutablePointer<UInt8> { base.assumingMemoryBound(to: UInt8.self) }
  fileprivate var wide: UnsafeMutablePointer<UInt32> { base.assumingMemoryBound(to: UInt32.self) }
  fileprivate func codePoint(_ i: Int) -> UInt32 { self.isWide ? wide[i] : UInt32(bytes[i]) }
}

/// The contents of a StringIO.
enum StringIOText {
  /// Room for `count` code points, wide ones if asked for.
  private static func reserve(_ t: Thread, _ me: Ref<StringIOObject>, _ count: Int, isWide: Bool) throws(Raised) {
    let size = me.isWide ? 4 : 1
    let capacity = me.units.isNone ? 0 : me.units.capacity / size
    if count <= capacity && (me.isWide || !isWide) { return }
    let newSize = me.isWide || isWide ? 4 : 1
    let room = count <= capacity ? capacity : max(count, min(capacity, 1 << 30) + capacity / 2, 32)
    let (bytes, overflow) = room.multipliedReportingOverflow(by: newSize)
    if overflow { throw t.raiseMemoryError() }
    let grown = try t.streamBuffer(bytes: bytes)
    let to = grown.raw + MemoryLayout<BufferObject>.size
    if me.count > 0 {
      if newSize == size {
        memcpy(to, me.base, me.count * size)
      } else {
        let wide = to.assumingMemoryBound(to: UInt32.self)
        for i in 0..<me.count { wide[i] = UInt32(me.bytes[i]) }
      }
    }
    me.units = grown
    me.isWide = newSize == 4
  }

  /// Puts a str at the position as it is.
  static func put(_ t: Thread, _ me: Ref<StringIOObject>, _ text: Value) throws(Raised) {
    let s: Ref<StrObject> = text.unchecked()
    let (end, overflow) = me.position.addingReportingOverflow(s.count)
    if overflow { throw t.raise(t.types.overflowError, "new position too large") }
    try reserve(t, me, end, isWide: s.width > 1)
    if me.position > me.count {
      let size = me.isWide ? 4 : 1
      memset(me.base + me.count * size, 0, (me.position - me.count) * size)
    }
    if me.isWide {
      for i in 0..<s.count { me.wide[me.position + i] = s.codePoint(i) }
    } else if s.count > 0 {
      memcpy(me.bytes + me.position, s.bytes, s.count)
    }
    me.position = end
    me.count = max(me.count, end)
  }

  /// Writes a str as the newline mode has it.
  static func write(_ t: Thread, _ me: Ref<StringIOObject>, _ text: Value) throws(Raised) {
    var text = text
    switch me.newline {
    case .universal, .anyUntranslated:
      var state = me.newlines
      text = try t.translateNewlines(text, translates: me.newline == .universal, isLast: true, &state)
      me.newlines = state
    case .lineFeed: break
    case .carriageReturn, .both: text = try t.replaceLineFeeds(text, by: me.newline)
    }
    try put(t, me, text)
  }

  static func text(_ t: Thread, _ me: Ref<StringIOObject>, _ start: Int, _ end: Int) throws(Raised) -> Value {
    if start >= end { return t.interpreter.emptyStr }
    if me.isWide { return try t.str(codePoints: me.wide + start, count: end - start) }
    return try t.str(latin1: me.bytes + start, count: end - start)
  }

  /// Where the line at the position ends.
  static func lineEnd(_ me: Ref<StringIOObject>) -> Int {
    var i = me.position
    if !me.isWide && (me.newline == .universal || me.newline == .lineFeed) {
      guard i < me.count, let found = memchr(me.bytes + i, 10, me.count - i) else { return max(i, me.count) }
      return found - UnsafeMutableRawPointer(me.bytes) + 1
    }
    while i < me.count {
      let c = me.codePoint(i)
      i += 1
      let isPair = c == 13 && i < me.count && me.codePoint(i) == 10
      switch me.newline {
      case .universal, .lineFeed: if c == 10 { return i }
      case .carriageReturn: if c == 13 { return i }
      case .both: if isPair { return i + 1 }
      case .anyUntranslated: if c == 10 || c == 13 { return isPair ? i + 1 : i }
      }
    }
    return i
  }

  static func take(_ t: Thread, _ me: Ref<StringIOObject>, to end: Int) throws(Raised) -> Value {
    let result = try text(t, me, me.position, end)
    me.position = max(me.position, end)
    return result
  }
}

enum StringIO {
  static let spec = TypeSpec(
    "_io.StringIO", doc: "A text stream in memory, to be read, written and positioned in.", functions: lifecycle + using + inquiries,
    attributes: [
      NativeAttributeSpec("closed", "Whether the stream was closed.", get: { t, a throws(Raised) in Value(try ready(t, a).isClosed) }),
      NativeAttributeSpec("newlines", "The kinds of line ends seen so far.", get: { t, a throws(Raised) in try t.newlinesSeen(try open(t, a).newlines) }),
      NativeAttributeSpec("line_buffering", "False: nothing waits to be written.", get: { t, a throws(Raised) in
        _ = try open(t, a)
        return .false
      }),
    ])

  private static func ready(_ t: Thread, _ a: Slots) throws(Raised) -> Ref<StringIOObject> {
    let me: Ref<StringIOObject> = a[0].unchecked()
    if !me.isReady { throw t.raise(t.types.valueError, "I/O operation on uninitialized object") }
    return me
  }

  private static func open(_ t: Thread, _ a: Slots) throws(Raised) -> Ref<StringIOObject> {
    let me = try ready(t, a)
    if me.isClosed { throw t.raise(t.types.valueError, "I/O operation on closed file") }
    return me
  }

  private static func initialize(_ t: Thread, _ me: Ref<StringIOObject>, _ text: Value, _ newline: Value) throws(Raised) {
    guard newline.isNone || newline.isKind(.str) else { throw t.raise(t.types.typeError, "newline must be str or None, not %T", newline) }
    let mode = try t.newlineArgument(newline)
    guard text.isNone || text.isKind(.str) else { throw t.raise(t.types.typeError, "initial_value must be str or None, not %T", text) }
    me.isReady = false
    me.units = .none
    me.count = 0
    me.position = 0
    me.isWide = false
    me.isClosed = false
    me.newlines = NewlineState()
    me.newline = mode
    if text.isKind(.str) { try StringIOText.write(t, me, text) }
    me.position = 0
    me.isReady = true
  }

  private static func restore(_ t: Thread, _ me: Value, _ state: Value) throws(Raised) {
    guard state.isKind(.tuple), state.tupleSlots.count >= 4 else {
      throw t.raise(t.types.typeError, "%N.__setstate__ argument should be 4-tuple, got %T", Value(t.typeOf(me)), state)
    }
    let items = state.tupleSlots
    let stream: Ref<StringIOObject> = me.unchecked()
    try initialize(t, stream, items[0], items[1])
    stream.count = 0
    if items[0].isKind(.str) { try StringIOText.put(t, stream, items[0]) }
    stream.position = 0
    guard items[2].isInt else { throw t.raise(t.types.typeError, "third item of state must be an integer, got %T", items[2]) }
    let position = try t.sizeArgument(items[2])
    if position < 0 { throw t.raise(t.types.valueError, "position value cannot be negative") }
    stream.position = position
    if items[3].isNone { return }
    guard items[3].isKind(.dict) else { throw t.raise(t.types.typeError, "fourth item of state should be a dict, got a %T", items[3]) }
    try t.restoreStreamDict(me, items[3])
  }

  private static let lifecycle: [NativeFunctionSpec] = [
    NativeFunctionSpec("__new__(cls, /, *args, **kwargs)", "Makes a stream that is not ready.") { t, a throws(Raised) in
      Value(try t.make(StringIOObject.self, a[0]))
    },
    NativeFunctionSpec("__init__(self, initial_value='', newline='\\n')", "Fills the stream.") { t, a throws(Raised) in
      try initialize(t, a.object(0, StringIOObject.self), a[1], a[2])
      return .none
    },
    NativeFunctionSpec("__getstate__(self, /)", "The contents, the newline mode, the position and the attributes.") { t, a throws(Raised) in
      let me = try open(t, a)
      let result = try t.tuple(count: 4)
      result.items[0] = try StringIOText.text(t, me, 0, me.count)
      result.items[1] = try t.newlineText(me.newline)
      result.items[2] = try t.int(me.position)
      result.items[3] = try t.streamDict(a[0])
      return Value(result)
    },
    NativeFunctionSpec("__setstate__(self, state, /)", "Takes what `__getstate__` gave.") { t, a throws(Raised) in
      try restore(t, a[0], a[1])
      return .none
    },
    NativeFunctionSpec("close(self, /)", "Ends the use of the stream and drops its contents.") { _, a throws(Raised) in
      let me: Ref<StringIOObject> = a[0].unchecked()
      me.isClosed = true
      me.units = .none
      me.count = 0
      return .none
    },
  ]

  private static let using: [NativeFunctionSpec] = [
    NativeFunctionSpec("read(self, size=-1, /)", "The next characters: at most so many, all of them if there is no number or a negative one.") {
      t, a throws(Raised) in
      let size = try t.optionalSize(a[1])
      let me = try open(t, a)
      let available = max(0, me.count - me.position)
      return try StringIOText.take(t, me, to: me.position + (size < 0 || size > available ? available : size))
    },
    NativeFunctionSpec("readline(self, size=-1, /)", "The next line, or as many characters of it as asked for.") { t, a throws(Raised) in
      let size = try t.optionalSize(a[1])
      let me = try open(t, a)
      let end = StringIOText.lineEnd(me)
      return try StringIOText.take(t, me, to: size >= 0 && size < end - me.position ? me.position + size : end)
    },
    NativeFunctionSpec("__next__(self, /)", "Implement next(self).") { t, a throws(Raised) in
      let me = try open(t, a)
      var line: Value
      if t.isExactly(.stringIO, a[0], like: a[0]) {
        line = try StringIOText.take(t, me, to: StringIOText.lineEnd(me))
      } else {
        line = try t.callMethod(a[0], .readline)
        guard line.isKind(.str) else { throw t.raise(t.types.osError, "readline() should have returned a str object, not '%T'", line) }
      }
      if line.unchecked(as: StrObject.self).count == 0 { throw t.stopIteration() }
      return line
    },
    NativeFunctionSpec("getvalue(self, /)", "All of the contents, as a str.") { t, a throws(Raised) in
      let me = try open(t, a)
      return try StringIOText.text(t, me, 0, me.count)
    },
    NativeFunctionSpec("write(self, s, /)", "Writes a str at the position and returns the number of its characters.") { t, a throws(Raised) in
      _ = try ready(t, a)
      guard a[1].isKind(.str) else { throw t.raise(t.types.typeError, "string argument expected, got '%T'", a[1]) }
      let me = try open(t, a)
      let count = a[1].unchecked(as: StrObject.self).count
      if count > 0 { try StringIOText.write(t, me, a[1]) }
      return try t.int(count)
    },
    NativeFunctionSpec("tell(self, /)", "The position, an int.") { t, a throws(Raised) in try t.int(try open(t, a).position) },
    NativeFunctionSpec(
      "seek(self, pos, whence=0, /)", "Moves the position: from the start (0), to where it is (1, pos 0) or to the end (2, pos 0). Returns where it is then."
    ) { t, a throws(Raised) in
      let position = try t.sizeArgument(a[1])
      let whence = try t.cInt(a[2])
      let me = try open(t, a)
      guard (0...2).contains(whence) else { throw t.raise(t.types.valueError, "Invalid whence (%S, should be 0, 1 or 2)", try t.int(whence)) }
      if position < 0 && whence == 0 { throw t.raise(t.types.valueError, "Negative seek position %S", try t.int(position)) }
      if whence != 0 && position != 0 { throw t.raise(t.types.osError, "Can't do nonzero cur-relative seeks") }
      me.position = whence == 0 ? position : whence == 1 ? me.position : me.count
      return try t.int(me.position)
    },
    NativeFunctionSpec("truncate(self, pos=None, /)", "Cuts the contents off behind so many characters, or at the position. Returns the size.") {
      t, a throws(Raised) in
      let given = a[1].isNone ? 0 : try t.optionalSize(a[1])
      let me = try open(t, a)
      let size = a[1].isNone ? me.position : given
      if size < 0 { throw t.raise(t.types.valueError, "Negative size value %S", try t.int(size)) }
      me.count = min(me.count, size)
      return try t.int(size)
    },
  ]

  private static let inquiries: [NativeFunctionSpec] = [
    NativeFunctionSpec("readable(self, /)", "True: the stream can be read.") { t, a throws(Raised) in
      _ = try open(t, a)
      return .true
    },
    NativeFunctionSpec("writable(self, /)", "True: the stream can be written.") { t, a throws(Raised) in
      _ = try open(t, a)
      return .true
    },
    NativeFunctionSpec("seekable(self, /)", "True: the position can be moved.") { t, a throws(Raised) in
      _ = try open(t, a)
      return .true
    },
  ]
}
