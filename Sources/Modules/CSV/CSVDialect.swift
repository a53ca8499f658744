import Builtins
import Runtime

/// `_csv.Dialect`
struct CSVDialectObject: NativeLayout {
  var header: ObjectHeader
  var delimiterText: Value
  var quoteText: Value
  var escapeText: Value
  var lineEnd: Value
  var delimiter: UInt32
  var quote: UInt32
  var escape: UInt32
  var quoting: Int
  var doublesQuotes: Bool
  var skipsSpace: Bool
  var isStrict: Bool
  static let tracedWords = 4
}

extension Ref where T == CSVDialectObject {
  @inline(__always) var delimiterText: Value { get { layout.delimiterText } nonmutating set { layout.delimiterText = newValue } }
  @inline(__always) var quoteText: Value { get { layout.quoteText } nonmutating set { layout.quoteText = newValue } }
  @inline(__always) var escapeText: Value { get { layout.escapeText } nonmutating set { layout.escapeText = newValue } }
  @inline(__always) var lineEnd: Value { get { layout.lineEnd } nonmutating set { layout.lineEnd = newValue } }
  @inline(__always) var delimiter: UInt32 { get { layout.delimiter } nonmutating set { layout.delimiter = newValue } }
  @inline(__always) var quote: UInt32 { get { layout.quote } nonmutating set { layout.quote = newValue } }
  @inline(__always) var escape: UInt32 { get { layout.escape } nonmutating set { layout.escape = newValue } }
  @inline(__always) var quoting: Int { get { layout.quoting } nonmutating set { layout.quoting = newValue } }
  @inline(__always) var doublesQuotes: Bool { get { layout.doublesQuotes } nonmutating set { layout.doublesQuotes = newValue } }
  @inline(__always) var skipsSpace: Bool { get { layout.skipsSpace } nonmutating set { layout.skipsSpace = newValue } }
  @inline(__always) var isStrict: Bool { get { layout.isStrict } nonmutating set { layout.isStrict = newValue } }
}

/// What files of comma-separated values look like.
enum CSVDialect {
  /// No character: larger than any.
  static let unset: UInt32 = 0x11_0000

  /// Which fields are quoted.
  enum Quoting {
    static let minimal = 0
    static let all = 1
    static let nonNumeric = 2
    static let none = 3
    static let strings = 4
    static let notNull = 5
  }

  static let spec = TypeSpec(
    "_csv.Dialect", doc: "CSV dialect\n\nThe Dialect type records CSV parsing and generation options.\n",
    functions: [
      .init(
        """
        __new__(cls, dialect=<unrepresentable>, delimiter=<unrepresentable>, doublequote=<unrepresentable>, escapechar=<unrepresentable>, \
        lineterminator=<unrepresentable>, quotechar=<unrepresentable>, quoting=<unrepresentable>, skipinitialspace=<unrepresentable>, \
        strict=<unrepresentable>)
        """, "Create and return a new object.  See help(type) for accurate signature."
      ) { t, a throws(Raised) in try make(t, a) },
      .init("__reduce__(self, /)", "Dialects cannot be pickled.") { t, a throws(Raised) in throw t.raise(t.types.typeError, "cannot pickle '%N' instances", Value(t.typeOf(a[0]))) },
      .init("__reduce_ex__(self, protocol, /)", "Dialects cannot be pickled.") { t, a throws(Raised) in
        throw t.raise(t.types.typeError, "cannot pickle '%N' instances", Value(t.typeOf(a[0])))
      },
    ],
    attributes: [
      .init("delimiter", "", get: { _, a throws(Raised) in a.object(0, CSVDialectObject.self).delimiterText }),
      .init("doublequote", "", get: { _, a throws(Raised) in Value(a.object(0, CSVDialectObject.self).doublesQuotes) }),
      .init("escapechar", "", get: { _, a throws(Raised) in a.object(0, CSVDialectObject.self).escapeText }),
      .init("lineterminator", "", get: { _, a throws(Raised) in a.object(0, CSVDialectObject.self).lineEnd }),
      .init("quotechar", "", get: { _, a throws(Raised) in a.object(0, CSVDialectObject.self).quoteText }),
      .init("quoting", "", get: { _, a throws(Raised) in Value(small: a.object(0, CSVDialectObject.self).quoting) }),
      .init("skipinitialspace", "", get: { _, a throws(Raised) in Value(a.object(0, CSVDialectObject.self).skipsSpace) }),
      .init("strict", "", get: { _, a throws(Raised) in Value(a.object(0, CSVDialectObject.self).isStrict) }),
    ])

  /// The dialect that the arguments of `reader` and its like ask for.
  /// - Parameter dialect: null if none was given.
  static func from(_ t: Thread, _ dialect: Value, _ keywords: Value) throws(Raised) -> Ref<CSVDialectObject> {
    let type = try t.typeNamedOrImport("_csv.Dialect", module: "_csv")
    let positional = dialect.isNull ? t.interpreter.emptyTuple : try t.tuple(dialect)
    return try t.call(Value(type), tuple: positional, dict: keywords).unchecked()
  }

  private static let names: [StaticString] = [
    "delimiter", "doublequote", "escapechar", "lineterminator", "quotechar", "quoting", "skipinitialspace", "strict",
  ]

  private static func make(_ t: Thread, _ a: Slots) throws(Raised) -> Value {
    var base = a[1]
    if base.isNone { base = .null }
    if base.isKind(.str) { base = try CSVModule.registered(t, base) }
    var isPlain = true
    for i in 2..<10 where !a[i].isNull { isPlain = false }
    if isPlain, !base.isNull, t.typeOf(base) == t.typeNamed("_csv.Dialect") { return base }
    // The arguments, completed by what the other dialect has.
    let given = try t.tuple(count: names.count)
    for i in 0..<names.count { given.items[i] = a[i + 2] }
    if !base.isNull {
      for i in 0..<names.count where given.items[i].isNull {
        do throws(Raised) { given.items[i] = try t.getAttribute(base, try t.intern(names[i])) } catch {
          guard t.matches(t.exception, t.types.attributeError) else { throw error }
          _ = t.takeException()
        }
      }
    }
    let me = try t.make(CSVDialectObject.self, a[0])
    try fill(t, me, given.slots)
    if t.has(.csvParametersChecked) { try check(t, me) }
    return Value(me)
  }

  private static func fill(_ t: Thread, _ me: Ref<CSVDialectObject>, _ given: Slots) throws(Raised) {
    let comma = try t.str(codePoint: 44)
    me.delimiterText = given[0].isNull ? comma : given[0]
    me.delimiter = try character(t, me.delimiterText, "delimiter", mayBeNone: false)
    me.doublesQuotes = given[1].isNull ? true : try t.truth(given[1])
    me.escapeText = given[2].isNull ? .none : given[2]
    me.escape = try character(t, me.escapeText, "escapechar", mayBeNone: true)
    me.lineEnd = given[3].isNull ? try t.str("\r\n") : given[3]
    if !me.lineEnd.isNone, !me.lineEnd.isKind(.str) {
      throw t.raise(
        t.types.typeError, t.has(.csvCharacterMessages) ? "\"lineterminator\" must be a string, not %T" : "\"lineterminator\" must be a string", me.lineEnd)
    }
    me.quoteText = given[4].isNull ? try t.str("\"") : given[4]
    me.quote = try character(t, me.quoteText, "quotechar", mayBeNone: true)
    me.quoting = try quoting(t, given[5])
    me.skipsSpace = given[6].isNull ? false : try t.truth(given[6])
    me.isStrict = given[7].isNull ? false : try t.truth(given[7])
    if me.quote == unset, given[5].isNull { me.quoting = Quoting.none }
    if me.quoting != Quoting.none, me.quote == unset { throw t.raise(t.types.typeError, "quotechar must be set if quoting enabled") }
    if me.lineEnd.isNone {
      throw t.raise(
        t.types.typeError, t.has(.csvCharacterMessages) ? "\"lineterminator\" must be a string, not %T" : "lineterminator must be set", me.lineEnd)
    }
  }

  private static func quoting(_ t: Thread, _ v: Value) throws(Raised) -> Int {
    if v.isNull { return Quoting.minimal }
    guard v.isInt, t.typeOf(v) == t.types.int else {
      throw t.raise(t.types.typeError, t.has(.csvCharacterMessages) ? "\"quoting\" must be an integer, not %T" : "\"quoting\" must be an integer", v)
    }
    let last = t.has(.csvNulls) ? Quoting.notNull : Quoting.none
    let number = try t.cInt(v)
    guard (0...last).contains(number) else { throw t.raise(t.types.typeError, "bad \"quoting\" value") }
    return number
  }

  /// The code point of a character of the dialect, `unset` if it is None.
  private static func character(_ t: Thread, _ v: Value, _ name: StaticString, mayBeNone: Bool) throws(Raised) -> UInt32 {
    if v.isNone, mayBeNone { return unset }
    if v.isKind(.str) {
      let text: Ref<StrObject> = v.unchecked()
      if text.count == 1 { return text.codePoint(0) }
      if text.count == 0, mayBeNone, !t.has(.csvNulls) { return unset }
    }
    let name = try t.str(name)
    if t.has(.csvCharacterMessages) {
      if v.isKind(.str) {
        let count = try t.int(v.unchecked(as: StrObject.self).count)
        throw t.raise(
          t.types.typeError,
          mayBeNone
            ? "\"%S\" must be a unicode character or None, not a string of length %S" : "\"%S\" must be a unicode character, not a string of length %S",
          name, count)
      }
      throw t.raise(
        t.types.typeError, mayBeNone ? "\"%S\" must be a unicode character or None, not %T" : "\"%S\" must be a unicode character, not %T", name, v)
    }
    let isMissing = v.isNone && !t.has(.csvNoneInMessages)
    if v.isKind(.str) || isMissing { throw t.raise(t.types.typeError, "\"%S\" must be a 1-character string", name) }
    throw t.raise(
      t.types.typeError,
      mayBeNone && t.has(.csvNoneInMessages) ? "\"%S\" must be string or None, not %T" : "\"%S\" must be string, not %T", name, v)
  }

  /// Characters that could not be told apart are refused.
  private static func check(_ t: Thread, _ me: Ref<CSVDialectObject>) throws(Raised) {
    let names: [StaticString] = ["delimiter", "escapechar", "quotechar"]
    let characters = [me.delimiter, me.escape, me.quote]
    let lineEnd: Ref<StrObject> = me.lineEnd.unchecked()
    for i in 0..<3 where characters[i] != unset {
      let character = characters[i]
      if character == 10 || character == 13 || character == 32 && i > 0 && me.skipsSpace {
        throw t.raise(t.types.valueError, "bad %S value", try t.str(names[i]))
      }
      for j in 0..<lineEnd.count where lineEnd.codePoint(j) == character {
        throw t.raise(t.types.valueError, "bad %S or lineterminator value", try t.str(names[i]))
      }
    }
    for (i, j) in [(0, 1), (0, 2), (1, 2)] where characters[i] == characters[j] && characters[i] != unset {
      throw t.raise(t.types.valueError, "bad %S or %S value", try t.str(names[i]), try t.str(names[j]))
    }
  }
}
