import Builtins
import Runtime

/// Module `warnings` (CPython: Lib/warnings.py).
enum WarningsModule {
  static let module = ModuleSpec("warnings", doc: "Warnings and what is done with them.", functions: shows + filtering + [deprecated] + WarningOptions.functions) { t, m throws(Raised) in
    let core = try t.importModule(try t.str("_warnings"))
    let names: [(StaticString, StaticString)] = [
      ("warn", "warn"), ("warn_explicit", "warn_explicit"), ("filters", "filters"), ("_defaultaction", "_defaultaction"),
      ("defaultaction", "_defaultaction"), ("_onceregistry", "_onceregistry"), ("onceregistry", "_onceregistry"),
    ]
    for (name, own) in names { try t.addConstant(m, name, try t.getAttribute(core, try t.intern(own))) }
    let changed: StaticString = t.has(.contextualWarnings) ? "_filters_mutated_lock_held" : "_filters_mutated"
    try t.addConstant(m, changed, try t.getAttribute(core, try t.intern(changed)))
    try t.addConstant(m, "_filters_mutated", try t.getAttribute(core, try t.intern(changed)))
    for (copy, name) in [("_showwarning_orig", "showwarning"), ("_formatwarning_orig", "formatwarning")] as [(StaticString, StaticString)] {
      try t.addConstant(m, copy, t.dictGet(m.dict, interned: try t.intern(name)))
    }
    try t.addConstant(m, "sys", try t.importModule(t.name(.sys)))
    try t.addClass(m, WarningMessage.spec, bases: t.interpreter.emptyTuple) { namespace throws(Raised) in
      try WarningMessage.addFieldNames(t, namespace)
    }
    try t.addClass(m, CatchWarnings.spec, bases: t.interpreter.emptyTuple)
    try t.addType(m, prefix, PrefixObject.self, flags: .noConstructor)
    let all = try t.list()
    for name in [
      "warn", "warn_explicit", "showwarning", "formatwarning", "filterwarnings", "simplefilter", "resetwarnings", "catch_warnings",
    ] as [StaticString] { try t.append(all, try t.intern(name)) }
    try t.addConstant(m, t.name(.__all__), Value(all))
  }

  /// A warning; an error from the version on in which something is to go.
  private static let deprecated = NativeFunctionSpec(
    "_deprecated(name, message='', *, remove, _version=None)", "Warn that *name* is deprecated or should be removed.", binding: .library
  ) { t, a throws(Raised) in
    let limit = try t.items(of: a[2], count: 2)
    let text = try t.text("%S.%S", limit[0], limit[1])
    var message = a[1]
    if message.isKind(.str), message.unchecked(as: StrObject.self).count == 0 {
      message = try t.text("%R is deprecated and slated for removal in Python %S", a[0], text)
    } else {
      let names = try t.dict()
      try t.dictSet(names, try t.intern("name"), a[0])
      try t.dictSet(names, try t.intern("remove"), text)
      message = try t.call(try t.getAttribute(message, try t.intern("format")), tuple: t.interpreter.emptyTuple, dict: Value(names))
    }
    let current = try t.tuple(Value(small: t.level.major), Value(small: t.level.minor))
    let version = a[3].isNone ? current : try t.tuple(copying: try t.tuple(from: a[3]).tupleSlots.prefix(2))
    if try t.truth(try t.compare(.greaterOrEqual, version, try t.tuple(from: a[2]))) {
      throw t.raise(t.types.runtimeError, "%R was slated for removal after Python %S alpha", a[0], text)
    }
    return try t.call(try attribute(t, "warn"), message, Value(t.types.deprecationWarning), Value(small: 2))
  }

  static func attribute(_ t: Thread, _ name: StaticString) throws(Raised) -> Value {
    try t.getAttribute(try t.importModule(t.name(.warnings)), try t.intern(name))
  }

  // MARK: Showing

  /// `file:line: category: text` and the source line: the one given, or else that of the file, if it is at hand.
  private static func format(_ t: Thread, _ message: Value, _ category: Value, _ file: Value, _ line: Value, _ source: Value) throws(Raised) -> Value {
    var out = TextBuilder(t)
    let name = try t.getAttribute(category, t.name(.__name__))
    try out.append(try t.text("%S:%S: %S: %S\n", file, line, name, message))
    let isKnown = source.isNone && line.isSmallInt
    let shown = isKnown ? try t.shownLine(of: file, line.smallInt, strips: true) : source
    if !shown.isNone, try t.truth(shown) {
      try out.append("  ")
      try out.append(try t.str(of: try t.callMethod(shown, .strip)))
      try out.append("\n")
    }
    return try out.finish()
  }

  private static func message(
    _ t: Thread, _ message: Value, _ category: Value, _ file: Value, _ line: Value, _ target: Value, _ source: Value
  ) throws(Raised) -> Value {
    let arguments = try t.tuple(count: 6)
    for (i, v) in [message, category, file, line, target, source].enumerated() { arguments.items[i] = v }
    return try t.call(try attribute(t, "WarningMessage"), tuple: Value(arguments), dict: .null)
  }

  /// Writes a message to its file or to standard error.
  private static func write(_ t: Thread, _ message: Value) throws(Raised) {
    var target = try t.getAttribute(message, t.name(.file))
    if target.isNone {
      target = t.dictGet(t.interpreter.sysDict, interned: t.name(.stderr))
      if target.isNull || target.isNone { return }
    }
    let text = try t.call(try attribute(t, "_formatwarnmsg"), message)
    do throws(Raised) { _ = try t.callMethod(target, .write, text) } catch {
      guard t.matches(t.exception, t.types.osError) else { throw error }
      _ = t.takeException()
    }
  }

  private static let shows: [NativeFunctionSpec] = [
    NativeFunctionSpec("showwarning(message, category, filename, lineno, file=None, line=None)", "Write a warning to a file, or to standard error.") {
      t, a throws(Raised) in
      _ = try t.call(try attribute(t, "_showwarnmsg_impl"), try message(t, a[0], a[1], a[2], a[3], a[4], a[5]))
      return .none
    },
    NativeFunctionSpec("formatwarning(message, category, filename, lineno, line=None)", "The text that showwarning writes.") { t, a throws(Raised) in
      try format(t, a[0], a[1], a[2], a[3], a[4])
    },
    NativeFunctionSpec("_showwarnmsg_impl(msg)") { t, a throws(Raised) in
      try write(t, a[0])
      return .none
    },
    NativeFunctionSpec("_formatwarnmsg_impl(msg)") { t, a throws(Raised) in try WarningMessage.format(t, a[0], format) },
    NativeFunctionSpec("_showwarnmsg(msg)", "Show a warning by showwarning, if that was replaced.") { t, a throws(Raised) in
      let shown = try attribute(t, "showwarning")
      if shown == (try attribute(t, "_showwarning_orig")) { return try t.call(try attribute(t, "_showwarnmsg_impl"), a[0]) }
      guard t.isCallable(shown) else { throw t.raise(t.types.typeError, "warnings.showwarning() must be set to a function or method") }
      let arguments = try WarningMessage.fields(t, a[0], ["message", "category", "filename", "lineno", "file", "line"])
      _ = try t.call(shown, tuple: arguments, dict: .null)
      return .none
    },
    NativeFunctionSpec("_formatwarnmsg(msg)", "The text of a warning by formatwarning, if that was replaced.") { t, a throws(Raised) in
      let formatted = try attribute(t, "formatwarning")
      if formatted == (try attribute(t, "_formatwarning_orig")) { return try t.call(try attribute(t, "_formatwarnmsg_impl"), a[0]) }
      return try t.call(formatted, tuple: try WarningMessage.fields(t, a[0], ["message", "category", "filename", "lineno", "line"]), dict: .null)
    },
  ]

  // MARK: Filters

  private static func checkAction(_ t: Thread, _ action: Value) throws(Raised) {
    let actions = ["default", "error", "ignore", "always", "module", "once"]
    if action.isKind(.str) {
      let given = t.characters(of: action)
      if actions.contains(given) || given == "all" && t.has(.allWarningAction) { return }
    }
    throw t.raise(.invalidWarningAction, action)
  }

  private static func checkLine(_ t: Thread, _ line: Value) throws(Raised) {
    guard line.isInt || line.isKind(.int) else { throw t.raise(.warningLineType) }
    if try t.truth(try t.compare(.less, line, Value(small: 0))) { throw t.raise(.warningLineValue) }
  }

  /// Puts a filter in front of the others, or behind them if there is none like it.
  static func add(_ t: Thread, _ filter: Value, append: Value) throws(Raised) {
    let filters = try attribute(t, "filters")
    if try t.truth(append) {
      if try !t.contains(filters, filter) { _ = try t.callMethod(filters, .append, filter) }
    } else {
      if try t.contains(filters, filter) { _ = try t.callMethod(filters, .remove, filter) }
      _ = try t.callMethod(filters, .insert, Value(small: 0), filter)
    }
    try WarningsCore.noteChange(t)
  }

  static func addSimple(_ t: Thread, _ action: Value, _ category: Value, _ line: Value, append: Value) throws(Raised) {
    try checkAction(t, action)
    try checkLine(t, line)
    try add(t, try WarningsCore.filter(t, action, .none, category, .none, line), append: append)
  }

  private static let filtering: [NativeFunctionSpec] = [
    NativeFunctionSpec("simplefilter(action, category=Warning, lineno=0, append=False)", "Add a filter for all messages of a category.") {
      t, a throws(Raised) in
      try addSimple(t, a[0], a[1].isNull ? Value(t.types.warning) : a[1], a[2], append: a[3])
      return .none
    },
    NativeFunctionSpec(
      "filterwarnings(action, message='', category=Warning, module='', lineno=0, append=False)",
      "Add a filter for messages that begin as a regular expression says."
    ) { t, a throws(Raised) in
      try checkAction(t, a[0])
      guard a[1].isKind(.str) else { throw t.raise(.warningMessageType) }
      let category = a[2].isNull ? Value(t.types.warning) : a[2]
      guard category.isKind(.type), t.isSubtype(category.unchecked(), t.types.warning) else { throw t.raise(.warningCategoryType) }
      guard a[3].isKind(.str) else { throw t.raise(.warningModuleType) }
      try checkLine(t, a[4])
      let message = try pattern(t, a[1], ignoresCase: true)
      let module = try pattern(t, a[3], ignoresCase: false)
      try add(t, try WarningsCore.filter(t, a[0], message, category, module, a[4]), append: a[5])
      return .none
    },
    NativeFunctionSpec("resetwarnings()", "Remove all filters.") { t, _ throws(Raised) in
      _ = try t.callMethod(try attribute(t, "filters"), .clear)
      try WarningsCore.noteChange(t)
      return .none
    },
  ]

  // MARK: Patterns

  /// A compiled regular expression; where there is no module re, a text without special characters is compared itself.
  private static func pattern(_ t: Thread, _ text: Value, ignoresCase: Bool) throws(Raised) -> Value {
    let characters = t.characters(of: text)
    if characters.isEmpty { return .none }
    let isPlain = !characters.contains { "\\.^$*+?{}[]|()".contains($0) }
    do throws(Raised) {
      let re = try t.importModule(try t.str("re"))
      let compile = try t.getAttribute(re, try t.intern("compile"))
      return ignoresCase ? try t.call(compile, text, try t.getAttribute(re, try t.intern("I"))) : try t.call(compile, text)
    } catch {
      guard isPlain, t.matches(t.exception, t.types.importError) else { throw error }
      _ = t.takeException()
    }
    return try makePrefix(t, text, ignoresCase: ignoresCase)
  }

  /// What matches texts that begin with a text, or with `isWhole` those that are equal to it.
  static func makePrefix(_ t: Thread, _ text: Value, ignoresCase: Bool = false, isWhole: Bool = false) throws(Raised) -> Value {
    let made = try t.make(PrefixObject.self, t.typeNamed("warnings._Prefix"))
    made.layout.text = ignoresCase ? try lowercase(t, text) : text
    made.layout.ignoresCase = ignoresCase
    made.layout.isWhole = isWhole
    return Value(made)
  }

  private static func lowercase(_ t: Thread, _ text: Value) throws(Raised) -> Value { try t.call(try t.getAttribute(text, try t.intern("lower"))) }

  private static let prefix = TypeSpec(
    "warnings._Prefix", doc: "What a text must begin with.",
    functions: [
      NativeFunctionSpec("match(self, string, /)", "Whether a text begins with the prefix.") { t, a throws(Raised) in
        let me: Ref<PrefixObject> = a.object()
        let text = me.layout.ignoresCase ? try lowercase(t, a[1]) : a[1]
        if me.layout.isWhole { return try t.equals(me.layout.text, text) ? a[0] : .none }
        return try t.call(try t.getAttribute(text, try t.intern("startswith")), me.layout.text)
      },
      NativeFunctionSpec("__eq__(self, other, /)", "Return self==value.") { t, a throws(Raised) in
        let me: Ref<PrefixObject> = a.object()
        guard a[1].isKind(.record), a[1].object.type == a[0].object.type else { return .notImplemented }
        let other: Ref<PrefixObject> = a[1].unchecked()
        let isSame = try t.equals(me.layout.text, other.layout.text)
        return Value(isSame && me.layout.ignoresCase == other.layout.ignoresCase && me.layout.isWhole == other.layout.isWhole)
      },
    ],
    attributes: [NativeAttributeSpec("pattern") { _, a throws(Raised) in a.object(0, PrefixObject.self).layout.text }])
}

struct PrefixObject: NativeLayout {
  var header: ObjectHeader
  var text: Value
  // raw
  var ignoresCase: Bool
  var isWhole: Bool
  static let tracedWords = 1
}
