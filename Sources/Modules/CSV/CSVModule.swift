import Builtins
import Runtime

/// Module `_csv` (CPython: Modules/_csv.c; PEP 305): the native half of `csv`.
enum CSVModule {
  static let module = ModuleSpec("_csv", doc: "CSV parsing and writing.\n", functions: functions) { t, m throws(Raised) in
    try t.addException(m, "Error", base: t.types.exception, owner: "_csv")
    try t.addType(m, CSVDialect.spec, CSVDialectObject.self)
    // The functions that make readers and writers have the names of the types.
    let makers = (t.dictGet(m.dict, interned: try t.intern("reader")), t.dictGet(m.dict, interned: try t.intern("writer")))
    let reader = try t.addType(m, CSVReader.spec, CSVReaderObject.self, flags: .noConstructor)
    let writer = try t.addType(m, CSVWriter.spec, CSVWriterObject.self, flags: .noConstructor)
    try t.addConstant(m, "Reader", Value(reader))
    try t.addConstant(m, "Writer", Value(writer))
    try t.addConstant(m, "reader", makers.0)
    try t.addConstant(m, "writer", makers.1)
    try t.addConstant(m, "__version__", try t.str("1.0"))
    try t.addConstant(m, "_dialects", Value(try t.dict()))
    try t.addConstant(m, limitName, Value(small: 128 * 1024))
    let quotings: [(StaticString, Int)] = [
      ("QUOTE_MINIMAL", CSVDialect.Quoting.minimal), ("QUOTE_ALL", CSVDialect.Quoting.all), ("QUOTE_NONNUMERIC", CSVDialect.Quoting.nonNumeric),
      ("QUOTE_NONE", CSVDialect.Quoting.none), ("QUOTE_STRINGS", CSVDialect.Quoting.strings), ("QUOTE_NOTNULL", CSVDialect.Quoting.notNull),
    ]
    for (name, number) in quotings { try t.addConstant(m, name, Value(small: number)) }
  }

  private static let limitName: StaticString = "_field_limit"

  /// `_csv.Error` with a message.
  static func error(_ t: Thread, _ message: StaticString, _ a: Value = .null, _ b: Value = .null) -> Raised {
    do throws(Raised) { return t.raise(try t.exceptionClass("_csv", "Error"), message, a, b) } catch { return error }
  }

  private static func state(_ t: Thread, _ name: StaticString) throws(Raised) -> Value {
    let module = try t.importModule(try t.str("_csv"))
    return module.isKind(.module) ? t.dictGet(module.unchecked(as: ModuleObject.self).dict, interned: try t.intern(name)) : .null
  }

  private static func dialects(_ t: Thread) throws(Raised) -> Ref<DictObject> {
    let found = try state(t, "_dialects")
    guard found.isKind(.dict) else { throw t.raise(t.types.typeError, "_csv._dialects is no dict") }
    return found.unchecked()
  }

  /// The dialect that was registered under a name.
  static func registered(_ t: Thread, _ name: Value) throws(Raised) -> Value {
    let found = try t.dictGet(try dialects(t), name)
    if found.isNull { throw error(t, "unknown dialect") }
    return found
  }

  /// How many characters a field may have.
  static func fieldLimit(_ t: Thread) -> Int {
    do throws(Raised) {
      let limit = try state(t, limitName)
      return limit.isSmallInt ? limit.smallInt : .max
    } catch {
      _ = t.takeException()
      return .max
    }
  }

  private static let functions: [NativeFunctionSpec] = [
    .init("reader(*args, **kwargs)", "Return an object that yields the records of lines.") { t, a throws(Raised) in
      let given = try arguments(t, a[0], "reader")
      let lines = try t.iterator(of: given[0])
      let dialect = try CSVDialect.from(t, given.count > 1 ? given[1] : .null, a[1])
      let reader = try t.make(CSVReaderObject.self, try t.typeNamedOrImport("_csv.reader", module: "_csv"))
      reader.lines = lines
      reader.dialect = Value(dialect)
      return Value(reader)
    },
    .init("writer(*args, **kwargs)", "Return an object that writes records to a file.") { t, a throws(Raised) in
      let given = try arguments(t, a[0], "writer")
      let dialect = try CSVDialect.from(t, given.count > 1 ? given[1] : .null, a[1])
      let writer = try t.make(CSVWriterObject.self, try t.typeNamedOrImport("_csv.writer", module: "_csv"))
      writer.dialect = Value(dialect)
      var write = Value.null
      do throws(Raised) { write = try t.getAttribute(given[0], try t.intern("write")) } catch {
        guard t.matches(t.exception, t.types.attributeError) else { throw error }
        _ = t.takeException()
      }
      guard !write.isNull, t.isCallable(write) else { throw t.raise(t.types.typeError, "argument 1 must have a \"write\" method") }
      writer.write = write
      return Value(writer)
    },
    .init("list_dialects()", "Return a list of all known dialect names.") { t, _ throws(Raised) in Value(try t.list(from: Value(try dialects(t)))) },
    .init("register_dialect(*args, **kwargs)", "Create a mapping from a string name to a dialect class.") { t, a throws(Raised) in
      let given = try arguments(t, a[0], "register_dialect")
      guard given[0].isKind(.str) else { throw t.raise(t.types.typeError, "dialect name must be a string") }
      let dialect = try CSVDialect.from(t, given.count > 1 ? given[1] : .null, a[1])
      try t.dictSet(try dialects(t), given[0], Value(dialect))
      return .none
    },
    .init("unregister_dialect(name)", "Delete the name/dialect mapping associated with a string name.") { t, a throws(Raised) in
      _ = try registered(t, a[0])
      _ = try t.dictDelete(try dialects(t), a[0])
      return .none
    },
    .init("get_dialect(name)", "Return the dialect instance associated with name.") { t, a throws(Raised) in try registered(t, a[0]) },
    .init("field_size_limit(new_limit=<unrepresentable>)", "Sets an upper limit on parsed fields.\n\nReturns old limit.") { t, a throws(Raised) in
      let old = fieldLimit(t)
      if !a[0].isNull {
        guard a[0].isInt else { throw t.raise(t.types.typeError, "limit must be an integer") }
        let limit = try t.sizeArgument(a[0])
        let module = try t.importModule(try t.str("_csv"))
        if module.isKind(.module) { try t.addConstant(module.unchecked(), limitName, try t.int(limit)) }
      }
      return try t.int(old)
    },
  ]

  /// One argument and perhaps a dialect.
  private static func arguments(_ t: Thread, _ given: Value, _ name: StaticString) throws(Raised) -> Slots {
    let given = given.tupleSlots
    if given.count < 1 { throw t.raise(t.types.typeError, "%S expected at least 1 argument, got 0", try t.str(name)) }
    if given.count > 2 { throw t.raise(t.types.typeError, "%S expected at most 2 arguments, got %S", try t.str(name), try t.int(given.count)) }
    return given
  }
}
