import Builtins
import Runtime

/// `_csv.writer`
struct CSVWriterObject: NativeLayout {
  var header: ObjectHeader
  var write: Value
  var dialect: Value
  static let tracedWords = 2
}

extension Ref where T == CSVWriterObject {
  @inline(__always) var write: Value { get { layout.write } nonmutating set { layout.write = newValue } }
  @inline(__always) var dialect: Value { get { layout.dialect } nonmutating set { layout.dialect = newValue } }
}

/// Puts records together.
enum CSVWriter {
  static let spec = TypeSpec(
    "_csv.writer", doc: "CSV writer\n\nWriter objects are responsible for generating tabular data\nin CSV format from sequence input.\n",
    functions: [
      .init("writerow(self, row, /)", "Construct and write a CSV record from an iterable of fields.\n\nNon-string elements will be converted to string.") {
        t, a throws(Raised) in try writeRow(t, a.object(), a[1])
      },
      .init("writerows(self, rows, /)", "Construct and write a series of iterables to a csv file.\n\nNon-string elements will be converted to string.") {
        t, a throws(Raised) in
        let rows = try t.iterator(of: a[1])
        while true {
          let row = try t.next(rows)
          if row.isNull { return .none }
          _ = try writeRow(t, a.object(), row)
          try t.pollNative()
        }
      },
    ],
    attributes: [.init("dialect", "", get: { _, a throws(Raised) in a.object(0, CSVWriterObject.self).dialect })])

  private static func writeRow(_ t: Thread, _ me: Ref<CSVWriterObject>, _ row: Value) throws(Raised) -> Value {
    let fields: Value
    do throws(Raised) { fields = try t.iterator(of: row) } catch {
      guard t.matches(t.exception, t.types.typeError) else { throw error }
      _ = t.takeException()
      throw CSVModule.error(t, "iterable expected, not %T", row)
    }
    let dialect: Ref<CSVDialectObject> = me.dialect.unchecked()
    var out = TextBuilder(t)
    var count = 0
    var isNull = false
    while true {
      let field = try t.next(fields)
      if field.isNull { break }
      isNull = field.isNone
      let text = isNull ? t.interpreter.emptyStr : field.isKind(.str) ? field : try t.str(of: field)
      if count > 0 { try out.append(codePoint: dialect.delimiter) }
      try append(t, dialect, text, isQuoted: try isQuoted(t, dialect, field), isNull: isNull, to: &out)
      count += 1
    }
    if count > 0, out.count == 0 {
      if mustNotQuote(t, dialect, isNull: isNull) { throw CSVModule.error(t, "single empty field record must be quoted") }
      try out.append(codePoint: dialect.quote)
      try out.append(codePoint: dialect.quote)
    }
    try out.append(dialect.lineEnd)
    return try t.call(me.write, try out.finish())
  }

  /// Whether an empty field cannot be quoted: nothing is, or only what is not None.
  private static func mustNotQuote(_ t: Thread, _ dialect: Ref<CSVDialectObject>, isNull: Bool) -> Bool {
    if dialect.quoting == CSVDialect.Quoting.none { return true }
    guard isNull, t.has(.csvParametersChecked) else { return false }
    return dialect.quoting == CSVDialect.Quoting.strings || dialect.quoting == CSVDialect.Quoting.notNull
  }

  private static func isQuoted(_ t: Thread, _ dialect: Ref<CSVDialectObject>, _ field: Value) throws(Raised) -> Bool {
    switch dialect.quoting {
    case CSVDialect.Quoting.all: return true
    case CSVDialect.Quoting.nonNumeric:
      if field.isDouble || field.isInt || field.isFloat { return false }
      return t.lookupSpecial(field, .__index__).isNull && t.lookupSpecial(field, .__int__).isNull && t.lookupSpecial(field, .__float__).isNull
        && !t.isInstance(field, of: t.types.complex)
    case CSVDialect.Quoting.strings: return t.isInstance(field, of: t.types.str)
    case CSVDialect.Quoting.notNull: return !field.isNone
    default: return false
    }
  }

  private static func append(
    _ t: Thread, _ dialect: Ref<CSVDialectObject>, _ text: Value, isQuoted: Bool, isNull: Bool, to out: inout TextBuilder
  ) throws(Raised) {
    let s: Ref<StrObject> = text.unchecked()
    var isQuoted = isQuoted
    if s.count == 0, dialect.delimiter == 32, dialect.skipsSpace, t.has(.csvParametersChecked) {
      if mustNotQuote(t, dialect, isNull: isNull) {
        throw CSVModule.error(t, "empty field must be quoted if delimiter is a space and skipinitialspace is true")
      }
      isQuoted = true
    }
    var content = TextBuilder(t)
    for i in 0..<s.count {
      let c = s.codePoint(i)
      if isSpecial(t, dialect, c) {
        var isEscaped = dialect.quoting == CSVDialect.Quoting.none
        if !isEscaped {
          if isSame(t, c, dialect.quote) {
            if dialect.doublesQuotes { try content.append(codePoint: c) } else { isEscaped = true }
          } else if isSame(t, c, dialect.escape), t.has(.csvEscapeEscaped) {
            isEscaped = true
          }
          if !isEscaped { isQuoted = true }
        }
        if isEscaped {
          if dialect.escape == CSVDialect.unset { throw CSVModule.error(t, "need to escape, but no escapechar set") }
          try content.append(codePoint: dialect.escape)
        }
      }
      try content.append(codePoint: c)
      if i & 0xFFFF == 0xFFFF { try t.pollNative() }
    }
    if isQuoted { try out.append(codePoint: dialect.quote) }
    try out.append(try content.finish())
    if isQuoted { try out.append(codePoint: dialect.quote) }
  }

  /// Whether a character is one of the dialect; NUL may stand for one that is not set.
  private static func isSame(_ t: Thread, _ c: UInt32, _ own: UInt32) -> Bool {
    c == own || c == 0 && own == CSVDialect.unset && t.has(.csvUnsetIsNul)
  }

  private static func isSpecial(_ t: Thread, _ dialect: Ref<CSVDialectObject>, _ c: UInt32) -> Bool {
    if c == dialect.delimiter || isSame(t, c, dialect.escape) || isSame(t, c, dialect.quote) { return true }
    if t.has(.csvParametersChecked), c == 10 || c == 13 { return true }
    let lineEnd: Ref<StrObject> = dialect.lineEnd.unchecked()
    for i in 0..<lineEnd.count where lineEnd.codePoint(i) == c { return true }
    return false
  }
}
