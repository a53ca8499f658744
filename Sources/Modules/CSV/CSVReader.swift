import Builtins
import Runtime

/// `_csv.reader`
struct CSVReaderObject: NativeLayout {
  var header: ObjectHeader
  var lines: Value
  var dialect: Value
  var fields: Value
  var lineNumber: Int
  static let tracedWords = 3
}

extension Ref where T == CSVReaderObject {
  @inline(__always) var lines: Value { get { layout.lines } nonmutating set { layout.lines = newValue } }
  @inline(__always) var dialect: Value { get { layout.dialect } nonmutating set { layout.dialect = newValue } }
  @inline(__always) var fields: Value { get { layout.fields } nonmutating set { layout.fields = newValue } }
  @inline(__always) var lineNumber: Int { get { layout.lineNumber } nonmutating set { layout.lineNumber = newValue } }
}

/// Takes records apart.
final class CSVReader {
  private enum State {
    case startOfRecord, startOfField, escaped, inField, inQuotes, escapedInQuotes, quoteInQuotes, endOfLine, afterEscapedEnd
  }

  /// The end of a line, as a character.
  private static let end: UInt32 = 0x11_0001

  static let spec = TypeSpec(
    "_csv.reader", doc: "CSV reader\n\nReader objects are responsible for reading and parsing tabular data\nin CSV format.\n",
    functions: [
      iterSelf,
      .init("__next__(self, /)", "Implement next(self).") { t, a throws(Raised) in
        try CSVReader(t, a.object()).record()
      },
    ],
    attributes: [
      .init("dialect", "", get: { _, a throws(Raised) in a.object(0, CSVReaderObject.self).dialect }),
      .init("line_num", "", get: { t, a throws(Raised) in try t.int(a.object(0, CSVReaderObject.self).lineNumber) }),
    ])

  private let t: Thread
  private let me: Ref<CSVReaderObject>
  private let dialect: Ref<CSVDialectObject>
  private let limit: Int
  private var state = State.startOfRecord
  private var field: [UInt32] = []
  /// Nothing of the field was quoted.
  private var isUnquoted = true
  private var isNumeric = false

  private init(_ t: Thread, _ me: Ref<CSVReaderObject>) {
    self.t = t
    self.me = me
    dialect = me.dialect.unchecked()
    limit = CSVModule.fieldLimit(t)
  }

  private func record() throws(Raised) -> Value {
    me.fields = Value(try t.list())
    repeat {
      let line = try t.next(me.lines)
      if line.isNull {
        guard !field.isEmpty || state == .inQuotes else { throw t.stopIteration() }
        if dialect.isStrict { throw CSVModule.error(t, "unexpected end of data") }
        try save()
        break
      }
      guard line.isKind(.str) else {
        throw CSVModule.error(
          t,
          t.has(.csvAdvisesTextMode)
            ? "iterator should return strings, not %T (did you open the file in text mode?)"
            : "iterator should return strings, not %T (the file should be opened in text mode)", line)
      }
      me.lineNumber += 1
      let text: Ref<StrObject> = line.unchecked()
      for i in 0..<text.count {
        let c = text.codePoint(i)
        if c == 0, t.has(.csvUnsetIsNul) { throw CSVModule.error(t, "line contains NUL") }
        try take(c)
        if i & 0xFFFF == 0xFFFF { try t.pollNative() }
      }
      try take(CSVReader.end)
    } while state != .startOfRecord
    let fields = me.fields
    me.fields = .null
    return fields
  }

  private func isEnd(_ c: UInt32) -> Bool { c == 10 || c == 13 || c == CSVReader.end }

  private func take(_ c: UInt32) throws(Raised) {
    switch state {
    case .startOfRecord:
      if c == CSVReader.end { return }
      if c == 10 || c == 13 {
        state = .endOfLine
        return
      }
      state = .startOfField
      try begin(c)
    case .startOfField: try begin(c)
    case .escaped:
      if c == 10 || c == 13 {
        try add(c)
        state = .afterEscapedEnd
      } else {
        try add(c == CSVReader.end ? 10 : c)
        state = .inField
      }
    case .afterEscapedEnd: if c != CSVReader.end { try goOn(c) }
    case .inField: try goOn(c)
    case .inQuotes: try goOnQuoted(c)
    case .escapedInQuotes:
      try add(c == CSVReader.end ? 10 : c)
      state = .inQuotes
    case .quoteInQuotes: try afterQuote(c)
    case .endOfLine:
      if c == CSVReader.end {
        state = .startOfRecord
      } else if c != 10 && c != 13 {
        throw CSVModule.error(
          t,
          t.has(.csvNulls)
            ? "new-line character seen in unquoted field - do you need to open the file with newline=''?"
            : "new-line character seen in unquoted field - do you need to open the file in universal-newline mode?")
      }
    }
  }

  private func begin(_ c: UInt32) throws(Raised) {
    isUnquoted = true
    if isEnd(c) {
      try endLine(c)
    } else if c == dialect.quote && dialect.quoting != CSVDialect.Quoting.none {
      isUnquoted = false
      state = .inQuotes
    } else if c == dialect.escape {
      state = .escaped
    } else if c == 32 && dialect.skipsSpace {
      // Passed over.
    } else if c == dialect.delimiter {
      try save()
    } else {
      isNumeric = dialect.quoting == CSVDialect.Quoting.nonNumeric
      try add(c)
      state = .inField
    }
  }

  private func goOn(_ c: UInt32) throws(Raised) {
    if isEnd(c) {
      try endLine(c)
    } else if c == dialect.escape {
      state = .escaped
    } else if c == dialect.delimiter {
      try save()
      state = .startOfField
    } else {
      try add(c)
      state = .inField
    }
  }

  private func goOnQuoted(_ c: UInt32) throws(Raised) {
    if c == CSVReader.end { return }
    if c == dialect.escape {
      state = .escapedInQuotes
    } else if c == dialect.quote && dialect.quoting != CSVDialect.Quoting.none {
      state = dialect.doublesQuotes ? .quoteInQuotes : .inField
    } else {
      try add(c)
    }
  }

  private func afterQuote(_ c: UInt32) throws(Raised) {
    if dialect.quoting != CSVDialect.Quoting.none && c == dialect.quote {
      try add(c)
      state = .inQuotes
    } else if c == dialect.delimiter {
      try save()
      state = .startOfField
    } else if isEnd(c) {
      try endLine(c)
    } else if !dialect.isStrict {
      try add(c)
      state = .inField
    } else {
      throw CSVModule.error(t, "'%S' expected after '%S'", dialect.delimiterText, dialect.quoteText)
    }
  }

  private func endLine(_ c: UInt32) throws(Raised) {
    try save()
    state = c == CSVReader.end ? .startOfRecord : .endOfLine
  }

  private func add(_ c: UInt32) throws(Raised) {
    if field.count >= limit { throw CSVModule.error(t, "field larger than field limit (%S)", try t.int(limit)) }
    field.append(c)
  }

  private func save() throws(Raised) {
    var value = try field.withUnsafeBufferPointer { buffer throws(Raised) -> Value in
      guard let base = buffer.baseAddress else { return t.interpreter.emptyStr }
      return try t.str(codePoints: base, count: buffer.count)
    }
    let quoting = dialect.quoting
    let seesNulls = t.has(.csvParametersChecked) && isUnquoted
    if seesNulls, field.isEmpty, quoting == CSVDialect.Quoting.notNull || quoting == CSVDialect.Quoting.strings {
      value = .none
    } else if isNumeric || seesNulls && !field.isEmpty && (quoting == CSVDialect.Quoting.strings || quoting == CSVDialect.Quoting.nonNumeric) {
      value = try t.call(Value(t.types.float), value)
    }
    isNumeric = false
    field.removeAll(keepingCapacity: true)
    try t.append(me.fields.unchecked(), value)
  }
}
