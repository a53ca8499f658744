import Builtins
import Runtime

/// Module `_warnings` (CPython: Python/_warnings.c): what decides whether a warning is shown.
enum WarningsCore {
  static let module = ModuleSpec("_warnings", doc: "What module warnings is made of.", functions: functions) { t, m throws(Raised) in
    try t.addConstant(m, "filters", Value(try standardFilters(t)))
    try t.addConstant(m, "_defaultaction", t.name(.default))
    try t.addConstant(m, "_onceregistry", Value(try t.dict()))
    try t.addConstant(m, "_filters_version", Value(small: 0))
    t.interpreter.warningFunction = t.dictGet(m.dict, interned: t.name(.warn))
  }

  private static func standardFilters(_ t: Thread) throws(Raised) -> Ref<ListObject> {
    let filters = try t.list()
    try t.append(filters, try filter(t, t.name(.default), .none, Value(t.types.deprecationWarning), t.name(.__main__), Value(small: 0)))
    let types = t.types
    for category in [types.deprecationWarning, types.pendingDeprecationWarning, types.importWarning, types.resourceWarning] {
      try t.append(filters, try filter(t, try t.intern("ignore"), .none, Value(category), .none, Value(small: 0)))
    }
    return filters
  }

  /// A filter: action, message, category, module, line.
  static func filter(
    _ t: Thread, _ action: Value, _ message: Value, _ category: Value, _ module: Value, _ line: Value
  ) throws(Raised) -> Value {
    let filter = try t.tuple(count: 5)
    for (i, v) in [action, message, category, module, line].enumerated() { filter.items[i] = v }
    return Value(filter)
  }

  private static let functions: [NativeFunctionSpec] = [
    NativeFunctionSpec(
      "warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=<unrepresentable>)",
      "Give a warning for the line that runs, or for that of a caller: show it, ignore it or raise it, as the filters say."
    ) { t, a throws(Raised) in try warn(t, a) },
    NativeFunctionSpec(
      "warn_explicit(message, category, filename, lineno, module=<unrepresentable>, registry=None, module_globals=None, source=None)",
      "Give a warning for a place that is named."
    ) { t, a throws(Raised) in
      let line = try t.asIndex(a[3])
      let registry = a[5]
      if !registry.isNone && !registry.isKind(.dict) { throw t.raise(t.types.typeError, "'registry' must be a dict or None") }
      if !a[6].isNone && !a[6].isKind(.dict) { throw t.raise(t.types.typeError, "module_globals must be a dict, not '%T'", a[6]) }
      let place = Place(file: a[2], line: line, module: a[4], registry: registry)
      try give(t, a[0], a[1], place, source: a[7])
      return .none
    },
    NativeFunctionSpec("_filters_mutated()", "Say that the filters have changed: what was shown once may be shown again.") { t, _ throws(Raised) in
      try noteChange(t)
      return .none
    },
    NativeFunctionSpec("_filters_mutated_lock_held()", "Say that the filters have changed: what was shown once may be shown again.") {
      t, _ throws(Raised) in
      try noteChange(t)
      return .none
    },
    NativeFunctionSpec("_acquire_lock()", "Does nothing.") { _, _ throws(Raised) in .none },
    NativeFunctionSpec("_release_lock()", "Does nothing.") { _, _ throws(Raised) in .none },
  ]

  // MARK: State

  private static func core(_ t: Thread) throws(Raised) -> Value { try t.importModule(try t.str("_warnings")) }

  static func noteChange(_ t: Thread) throws(Raised) {
    let version = try t.getAttribute(try core(t), try t.intern("_filters_version"))
    try t.setAttribute(try core(t), try t.intern("_filters_version"), try t.binary(.add, version, Value(small: 1)))
  }

  /// An attribute of module warnings where that was imported, else of `_warnings`.
  private static func setting(_ t: Thread, _ face: StaticString, _ own: StaticString) throws(Raised) -> Value {
    let module = try t.dictGet(t.interpreter.modules, t.name(.warnings))
    if !module.isNull && !module.isNone {
      let found = try t.getAttributeOrNull(module, try t.intern(face))
      if !found.isNull { return found }
    }
    return try t.getAttribute(try core(t), try t.intern(own))
  }

  // MARK: Giving warnings

  /// Where a warning belongs to.
  struct Place {
    var file: Value
    var line: Int
    /// The module's name; null = that of the file.
    var module: Value
    /// What was shown there already: a dict, or None.
    var registry: Value
  }

  /// The category of a warning: that of the message if it is one, else what is given or UserWarning.
  private static func category(_ t: Thread, _ message: Value, _ category: Value) throws(Raised) -> Value {
    if t.isInstance(message, of: t.types.warning) { return Value(t.typeOf(message)) }
    if category.isNull || category.isNone { return Value(t.types.userWarning) }
    guard category.isKind(.type), t.isSubtype(category.unchecked(), t.types.warning) else {
      throw t.raise(t.types.typeError, "category must be a Warning subclass, not '%T'", category)
    }
    return category
  }

  private static func warn(_ t: Thread, _ a: Slots) throws(Raised) -> Value {
    var level = try t.asIndex(a[2])
    if !a[4].isNull && !a[4].isKind(.tuple) {
      throw t.raise(t.types.typeError, "warn() argument 'skip_file_prefixes' must be tuple, not %B", a[4])
    }
    let category = try category(t, a[0], a[1])
    let prefixes: Value = a[4].isNull ? t.interpreter.emptyTuple : a[4]
    for i in 0..<prefixes.tupleSlots.count where !prefixes.tupleSlots[i].isKind(.str) {
      throw t.raise(t.types.typeError, "Found non-str '%T' in skip_file_prefixes.", prefixes.tupleSlots[i])
    }
    if prefixes.tupleSlots.count > 0 { level = max(level, 2) }
    var frame = t.frame
    while level > 1 && !frame.isNone {
      repeat { frame = frame.previous } while try skips(t, frame, prefixes)
      level -= 1
    }
    try give(t, a[0], category, try place(t, frame), source: a[3])
    return .none
  }

  private static func skips(_ t: Thread, _ frame: Frame, _ prefixes: Value) throws(Raised) -> Bool {
    if frame.isNone || prefixes.tupleSlots.count == 0 || !frame.code.fileName.isKind(.str) { return false }
    return try t.truth(try t.call(try t.getAttribute(frame.code.fileName, try t.intern("startswith")), prefixes))
  }

  private static func place(_ t: Thread, _ frame: Frame) throws(Raised) -> Place {
    let globals = frame.isNone ? t.interpreter.sysDict : frame.globals
    let name = t.dictGet(globals, interned: t.name(.__name__))
    let key = try t.intern("__warningregistry__")
    var registry = t.dictGet(globals, interned: key)
    if registry.isNull {
      registry = Value(try t.dict())
      try t.dictSet(globals, key, registry)
    }
    let module = name.isKind(.str) ? name : t.name(.string)
    if frame.isNone {
      let isNew = t.has(.warningsOutsideMarked)
      return Place(file: try t.str(isNew ? "<sys>" : "sys"), line: isNew ? 0 : 1, module: module, registry: registry)
    }
    return Place(file: frame.code.fileName, line: t.lineNumber(frame.code, frame.unitIndex), module: module, registry: registry)
  }

  /// What the filters say to do with a warning.
  private static func give(_ t: Thread, _ message: Value, _ category: Value, _ place: Place, source: Value) throws(Raised) {
    if message.isNone { return }
    var (text, warning, category) = (message, message, category)
    if t.isInstance(message, of: t.types.warning) {
      text = try t.str(of: message)
      category = Value(t.typeOf(message))
    } else {
      warning = try t.call(category, message)
    }
    let line = try t.int(place.line)
    let key = try t.tuple(text, category, line)
    if place.registry.isKind(.dict), try isKnown(t, place.registry.unchecked(), key) { return }
    let module = place.module.isNull ? try moduleName(t, place.file) : place.module
    let action = try action(t, text, category, module, line)
    switch t.characters(of: action) {
    case "error": throw t.raise(warning)
    case "ignore": return
    case "always", "all": break
    case "default": if place.registry.isKind(.dict) { try t.dictSet(place.registry.unchecked(), key, .true) }
    case "module":
      guard place.registry.isKind(.dict) else { break }
      try t.dictSet(place.registry.unchecked(), key, .true)
      if try note(t, place.registry.unchecked(), try t.tuple(text, category, Value(small: 0))) { return }
    case "once":
      if place.registry.isKind(.dict) { try t.dictSet(place.registry.unchecked(), key, .true) }
      let once = try setting(t, "onceregistry", "_onceregistry")
      guard once.isKind(.dict) else { break }
      if try note(t, once.unchecked(), try t.tuple(text, category)) { return }
    default:
      throw t.raise(t.types.runtimeError, "Unrecognized action (%R) in warnings.filters:\n %R", action, try setting(t, "filters", "filters"))
    }
    try show(t, warning, text, category, place.file, line, source)
  }

  /// Whether a registry has an entry. One that is older than the filters is forgotten.
  private static func isKnown(_ t: Thread, _ registry: Ref<DictObject>, _ key: Value) throws(Raised) -> Bool {
    let version = try t.getAttribute(try core(t), try t.intern("_filters_version"))
    let name = try t.intern("version")
    let known = try t.dictGet(registry, name)
    if known.isNull || known != version {
      _ = try t.callMethod(Value(registry), .clear)
      try t.dictSet(registry, name, version)
      return false
    }
    let entry = try t.dictGet(registry, key)
    return entry.isNull ? false : try t.truth(entry)
  }

  /// Adds an entry; true if it was there.
  private static func note(_ t: Thread, _ registry: Ref<DictObject>, _ key: Value) throws(Raised) -> Bool {
    let entry = try t.dictGet(registry, key)
    if !entry.isNull, try t.truth(entry) { return true }
    try t.dictSet(registry, key, .true)
    return false
  }

  private static func moduleName(_ t: Thread, _ file: Value) throws(Raised) -> Value {
    let name = file.isKind(.str) ? t.characters(of: file) : ""
    if name.isEmpty { return try t.str("<unknown>") }
    return name.hasSuffix(".py") ? try t.str(String(name.dropLast(3))) : file
  }

  private static func action(_ t: Thread, _ text: Value, _ category: Value, _ module: Value, _ line: Value) throws(Raised) -> Value {
    let filters = try setting(t, "filters", "filters")
    guard filters.isKind(.list) else { throw t.raise(t.types.valueError, "_warnings.filters must be a list") }
    let list: Ref<ListObject> = filters.unchecked()
    var i = 0
    while i < list.count {
      guard list.items[i].isKind(.tuple), list.items[i].tupleSlots.count == 5 else {
        throw t.raise(t.types.valueError, "_warnings.filters item %S isn't a 5-tuple", try t.int(i))
      }
      let filter = list.items[i].tupleSlots
      guard filter[0].isKind(.str) else {
        throw t.raise(t.types.typeError, "action must be a string, not '%T'", filter[0])
      }
      i += 1
      let isMeant = try t.isSubclass(category, ofClassInfo: filter[2])
      let wanted = try t.asIndex(filter[4])
      let isRight = try matches(t, filter[1], text)
      let isHere = try matches(t, filter[3], module)
      if isMeant && (wanted == 0 || line == filter[4]) && isRight && isHere { return filter[0] }
    }
    let standard = try setting(t, "defaultaction", "_defaultaction")
    guard standard.isKind(.str) else { throw t.raise(t.types.typeError, "_warnings.defaultaction must be a string, not '%T'", standard) }
    return standard
  }

  /// None matches everything, a str itself, and anything else what its `match` finds.
  private static func matches(_ t: Thread, _ pattern: Value, _ text: Value) throws(Raised) -> Bool {
    if pattern.isNone { return true }
    if t.isExactStr(pattern) { return try t.equals(pattern, text) }
    return try t.truth(try t.call(try t.getAttribute(pattern, try t.intern("match")), text))
  }

  /// By `warnings._showwarnmsg`; without module warnings by the few words here.
  private static func show(
    _ t: Thread, _ warning: Value, _ text: Value, _ category: Value, _ file: Value, _ line: Value, _ source: Value
  ) throws(Raised) {
    let module = try t.dictGet(t.interpreter.modules, t.name(.warnings))
    if !module.isNull && !module.isNone {
      let function = try t.getAttributeOrNull(module, try t.intern("_showwarnmsg"))
      if !function.isNull {
        let cls = try t.getAttribute(module, try t.intern("WarningMessage"))
        let arguments = try t.tuple(count: 7)
        for (i, v) in [warning, category, file, line, .none, .none, source].enumerated() { arguments.items[i] = v }
        _ = try t.call(function, try t.call(cls, tuple: Value(arguments), dict: .null))
        return
      }
    }
    let target = t.dictGet(t.interpreter.sysDict, interned: t.name(.stderr))
    if target.isNull || target.isNone { return }
    _ = try t.callMethod(target, .write, try t.text("%S:%S: %N: %S\n", file, line, category, text))
    let source = try t.shownLine(of: file, try t.asIndex(line), strips: false)
    if source != t.interpreter.emptyStr { _ = try t.callMethod(target, .write, try t.text("  %S\n", source)) }
  }
}
