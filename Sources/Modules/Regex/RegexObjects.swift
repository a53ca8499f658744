import Builtins
import Runtime

/// re.Pattern
struct PatternObject: NativeLayout {
  var header: ObjectHeader
  /// What it was made of: str, bytes or None.
  var pattern: Value
  /// dict: numbers of groups by name
  var groupIndex: Value
  /// tuple: names of groups by number, None for those without
  var indexGroup: Value
  /// bytes: the instructions, 32 bits each
  var code: Value
  // raw
  var flags: Int
  var groups: Int
  static let tracedWords = 4
}

extension Ref where T == PatternObject {
  @inline(__always) var pattern: Value { get { layout.pattern } nonmutating set { layout.pattern = newValue } }
  @inline(__always) var groupIndex: Value { get { layout.groupIndex } nonmutating set { layout.groupIndex = newValue } }
  @inline(__always) var indexGroup: Value { get { layout.indexGroup } nonmutating set { layout.indexGroup = newValue } }
  @inline(__always) var code: Value { get { layout.code } nonmutating set { layout.code = newValue } }
  @inline(__always) var flags: Int { get { layout.flags } nonmutating set { layout.flags = newValue } }
  @inline(__always) var groups: Int { get { layout.groups } nonmutating set { layout.groups = newValue } }

  func program(_ t: Thread) -> RegexProgram {
    let code: Ref<BytesObject> = self.code.unchecked()
    let words = UnsafeRawPointer(code.bytes).assumingMemoryBound(to: UInt32.self)
    return RegexProgram(code: RegexWords(base: words, count: code.count / 4), groups: groups, isOld: !t.has(.regexAtomicGroups))
  }
}

/// re.Match
struct MatchObject: NativeLayout {
  var header: ObjectHeader
  /// The text.
  var string: Value
  /// The Pattern.
  var regex: Value
  /// tuple: where the match and each group begins and ends, -1 for groups without
  var spans: Value
  // raw
  var position: Int
  var end: Int
  var lastIndex: Int
  static let tracedWords = 3
}

extension Ref where T == MatchObject {
  @inline(__always) var string: Value { get { layout.string } nonmutating set { layout.string = newValue } }
  @inline(__always) var regex: Ref<PatternObject> { layout.regex.unchecked() }
  @inline(__always) var spans: Value { get { layout.spans } nonmutating set { layout.spans = newValue } }
  @inline(__always) var lastIndex: Int { get { layout.lastIndex } nonmutating set { layout.lastIndex = newValue } }

  func span(_ group: Int) -> (Int, Int) {
    let slots = spans.tupleSlots
    return (slots[2 * group].smallInt, slots[2 * group + 1].smallInt)
  }
}

/// What `scanner()` returns: the place up to which a text was searched.
struct ScannerObject: NativeLayout {
  var header: ObjectHeader
  var regex: Value
  var string: Value
  // raw
  var position: Int
  var end: Int
  /// An empty match must not be here; -1 for nowhere.
  var forbidden: Int
  static let tracedWords = 2
}

extension Ref where T == ScannerObject {
  @inline(__always) var position: Int { get { layout.position } nonmutating set { layout.position = newValue } }
  @inline(__always) var forbidden: Int { get { layout.forbidden } nonmutating set { layout.forbidden = newValue } }
}

/// What stands for a match in `sub`: literals and groups in turn.
struct TemplateObject: NativeLayout {
  var header: ObjectHeader
  /// list: a literal, then for each group its number and the literal behind it
  var parts: Value
  static let tracedWords = 1
}

/// A text under search, with the Pattern: what all methods begin with. An object because a structure of this size, returned by what may raise, crashes
/// the compiler (Swift 6.3.1). The collector does not see it: the caller's arguments hold the expression and the text.
final class RegexSearch {
  let thread: Thread
  let regex: Ref<PatternObject>
  let string: Value
  let subject: RegexSubject
  let start: Int
  let end: Int

  init(_ t: Thread, _ regex: Ref<PatternObject>, _ string: Value, _ position: Int = 0, _ end: Int = .max) throws(Raised) {
    thread = t
    self.regex = regex
    self.string = string
    subject = try RegexSearch.subject(t, regex, string)
    start = min(max(position, 0), subject.count)
    self.end = max(min(max(end, 0), subject.count), 0)
  }

  private static func subject(_ t: Thread, _ regex: Ref<PatternObject>, _ string: Value) throws(Raised) -> RegexSubject {
    if string.isKind(.str) {
      if regex.pattern.isKind(.bytes) { throw t.raise(t.types.typeError, "cannot use a bytes pattern on a string-like object") }
      let text: Ref<StrObject> = string.unchecked()
      return RegexSubject(base: UnsafeRawPointer(text.bytes), width: Int(text.width), count: text.count)
    }
    guard let view = ByteView(t, string) else {
      throw t.has(.regexSubjectsNamed)
        ? t.raise(t.types.typeError, "expected string or bytes-like object, got '%B'", string)
        : t.raise(t.types.typeError, "expected string or bytes-like object")
    }
    if regex.pattern.isKind(.str) { throw t.raise(t.types.typeError, "cannot use a string pattern on a bytes-like object") }
    return RegexSubject(base: UnsafeRawPointer(view.base), width: 1, count: view.count)
  }

  func machine(isFull: Bool = false) -> RegexMachine { RegexMachine(thread, regex.program(thread), subject, start: 0, end: end, isFull: isFull) }

  /// A part of the text: a str, or bytes.
  func slice(_ start: Int, _ end: Int) throws(Raised) -> Value { try RegexSearch.slice(thread, string, start, end) }

  static func slice(_ t: Thread, _ string: Value, _ start: Int, _ end: Int) throws(Raised) -> Value {
    if string.isKind(.str) { return try t.substring(string.unchecked(), start, max(end, start)) }
    guard let view = ByteView(t, string) else { return t.interpreter.emptyBytes }
    let (low, high) = (min(start, view.count), min(end, view.count))
    if string.isKind(.bytes), low == 0, high == view.count, string.object.type == t.types.bytes { return string }
    return try t.bytes(copying: view.base + low, count: max(high - low, 0))
  }

  /// The match that a machine found.
  func match(_ machine: RegexMachine, _ start: Int, _ end: Int) throws(Raised) -> Value {
    let spans = try thread.tuple(count: 2 * (regex.groups + 1))
    spans.items[0] = Value(small: start)
    spans.items[1] = Value(small: end)
    for group in 0..<regex.groups {
      let isThere = 2 * group < machine.lastMark && machine.marks[2 * group] >= 0 && machine.marks[2 * group + 1] >= machine.marks[2 * group]
      spans.items[2 * group + 2] = Value(small: isThere ? machine.marks[2 * group] : -1)
      spans.items[2 * group + 3] = Value(small: isThere ? machine.marks[2 * group + 1] : -1)
    }
    let made = try thread.make(MatchObject.self, thread.typeNamed("re.Match"))
    made.string = string
    made.layout.regex = Value(regex)
    made.spans = Value(spans)
    made.layout.position = self.start
    made.layout.end = self.end
    made.lastIndex = machine.lastIndex
    return Value(made)
  }

  /// A group of the last match of a machine; what it did not match is `standard`.
  func group(_ machine: RegexMachine, _ number: Int, _ start: Int, _ end: Int, orElse standard: Value) throws(Raised) -> Value {
    if number == 0 { return try slice(start, end) }
    let (low, high) = (machine.marks[2 * number - 2], machine.marks[2 * number - 1])
    return low >= 0 && high >= low ? try slice(low, high) : standard
  }

  /// The empty text of the subject's sort.
  var empty: Value { string.isKind(.str) ? thread.interpreter.emptyStr : thread.interpreter.emptyBytes }

  /// Calls `body` for each match, empty ones too unless they are where the one before ended empty.
  func forEach(_ body: (RegexMachine, Int, Int) throws(Raised) -> Bool) throws(Raised) {
    let machine = machine()
    var position = start
    while position <= end, let found = try machine.search(from: position) {
      if try !body(machine, found.start, found.end) { return }
      position = found.end
      machine.forbidden = found.start == found.end ? found.end : -1
    }
  }
}
