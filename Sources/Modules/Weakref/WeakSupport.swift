import Builtins
import Runtime

/// What the weak containers share. Like those of CPython they keep their entries in the attribute `data`; a callback of each reference removes the
/// entry when its object has died, at a poll after a collection. Up to 3.13 removals wait while somebody iterates (`_iterating`) and are
/// remembered in `_pending_removals`.
enum WeakSupport {
  // MARK: References

  static func reference(_ t: Thread, _ v: Value, callback: Value = .null) throws(Raised) -> Value {
    try WeakReferences.make(t, t.types.weakReference, v, callback: callback)
  }

  /// The reference to `v` that is looked up: null if there can be none.
  static func referenceOrNull(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    do throws(Raised) { return try reference(t, v) } catch {
      guard t.matches(t.exception, t.types.typeError) else { throw error }
      _ = t.takeException()
      return .null
    }
  }

  /// What a reference refers to; null if that has died, or if `reference` is none.
  static func target(_ t: Thread, _ reference: Value) -> Value {
    reference.isKind(.weakReference) ? t.target(of: reference.unchecked()) : .null
  }

  // MARK: State

  static func attribute(_ t: Thread, _ me: Value, _ name: StaticString) throws(Raised) -> Value { try t.getAttribute(me, try t.intern(name)) }

  static func set(_ t: Thread, _ me: Value, _ name: StaticString, _ value: Value) throws(Raised) {
    try t.setAttribute(me, try t.intern(name), value)
  }

  static func dict(_ t: Thread, _ me: Value) throws(Raised) -> Ref<DictObject> {
    let data = try attribute(t, me, "data")
    guard data.isKind(.dict) else { throw t.raise(t.types.typeError, "data must be a dict, not '%T'", data) }
    return data.unchecked()
  }

  static func remover(_ t: Thread, _ me: Value) throws(Raised) -> Value { try attribute(t, me, "_remove") }

  /// Gives a new container its attributes. `remover` gets a reference to the container before what it is called with.
  static func prepare(_ t: Thread, _ me: Value, data: Value, _ remover: NativeFunctionSpec) throws(Raised) {
    try set(t, me, "data", data)
    try set(t, me, "_remove", Value(try t.closure(remover, try reference(t, me))))
    if t.has(.weakIterationCopies) { return }
    try set(t, me, "_pending_removals", Value(try t.list()))
    try set(t, me, "_iterating", Value(try t.list()))
  }

  static func pending(_ t: Thread, _ me: Value) throws(Raised) -> Ref<ListObject> {
    if t.has(.weakIterationCopies) { return try t.list() }
    let list = try attribute(t, me, "_pending_removals")
    guard list.isKind(.list) else { throw t.raise(t.types.typeError, "_pending_removals must be a list, not '%T'", list) }
    return list.unchecked()
  }

  /// Removes the entries whose removal waited: `remove` gets each.
  static func settle(_ t: Thread, _ me: Value, _ remove: (Value) throws(Raised) -> Void) throws(Raised) {
    let pending = try pending(t, me)
    while pending.count > 0 { try remove(try t.callMethod(Value(pending), .pop)) }
  }

  /// Whether an iterator over the container is at work. Those that ended or died are forgotten.
  static func isIterating(_ t: Thread, _ me: Value) throws(Raised) -> Bool {
    if t.has(.weakIterationCopies) { return false }
    let list = try attribute(t, me, "_iterating")
    guard list.isKind(.list) else { return false }
    let kept = try t.list()
    let iterators: Ref<ListObject> = list.unchecked()
    for i in 0..<iterators.count {
      let iterator = target(t, iterators.items[i])
      if !iterator.isNull, !iterator.unchecked(as: WeakIteratorObject.self).container.isNull { try t.append(kept, iterators.items[i]) }
    }
    if kept.count < iterators.count { try set(t, me, "_iterating", Value(kept)) }
    return kept.count > 0
  }

  static func describe(_ t: Thread, _ me: Value) throws(Raised) -> Value {
    var out = TextBuilder(t)
    try out.append("<")
    try out.append(t.typeOf(me).name)
    try out.append(" at ")
    try out.append(address: me.bits)
    try out.append(">")
    return try out.finish()
  }

  /// An iterator over `v` whose items `body` gets.
  static func forEach(_ t: Thread, _ v: Value, _ body: (Value) throws(Raised) -> Void) throws(Raised) {
    let source = try t.iterator(of: v)
    while true {
      let item = try t.next(source)
      if item.isNull { return }
      try t.pollNative()
      try body(item)
    }
  }

  /// The items of a mapping, or of a dict made of pairs: what `update` takes.
  static func forEachItem(_ t: Thread, _ other: Value, _ body: (_ key: Value, _ value: Value) throws(Raised) -> Void) throws(Raised) {
    let method = try t.getAttributeOrNull(other, .items)
    let mapping = method.isNull ? try t.call(Value(t.types.dict), other) : other
    try forEach(t, try t.callMethod(mapping, .items)) { item throws(Raised) in
      let pair = try t.items(of: item, count: 2)
      try body(pair[0], pair[1])
    }
  }

  static func isMapping(_ t: Thread, _ v: Value) throws(Raised) -> Bool {
    try t.isInstance(v, ofABC: try CollectionsABC.named(t, "Mapping"))
  }

  // MARK: Merging mappings

  /// `|` of the weak mappings.
  static let merging: [NativeFunctionSpec] = [
    NativeFunctionSpec("__ior__(self, other)") { t, a throws(Raised) in try merged(t, a[0], a[1], .null) },
    NativeFunctionSpec("__or__(self, other)") { t, a throws(Raised) in
      guard try isMapping(t, a[1]) else { return .notImplemented }
      return try merged(t, try t.callMethod(a[0], .copy), a[1], .null)
    },
    NativeFunctionSpec("__ror__(self, other)") { t, a throws(Raised) in
      guard try isMapping(t, a[1]) else { return .notImplemented }
      return try merged(t, try t.call(Value(t.typeOf(a[0]))), a[1], a[0])
    },
  ]

  /// `first` after what `a` and `b` have, unless null, was added.
  private static func merged(_ t: Thread, _ first: Value, _ a: Value, _ b: Value) throws(Raised) -> Value {
    if !a.isNull { _ = try t.callMethod(first, .update, a) }
    if !b.isNull { _ = try t.callMethod(first, .update, b) }
    return first
  }
}

/// An iterator over a weak container, which shows what is alive.
struct WeakIteratorObject: NativeLayout {
  var header: ObjectHeader
  /// null once the iterator has ended.
  var container: Value
  /// The iterator over the entries; null before the first item.
  var source: Value
  // raw
  var mode: Mode
  static let tracedWords = 2

  /// What is weak, and what is shown.
  enum Mode: UInt8 {
    case elements, keyKeys, keyItems, keyValues, valueKeys, valueItems, valueValues, valueReferences

    var isSet: Bool { self == .elements }
    var hasWeakKeys: Bool { self == .keyKeys || self == .keyItems || self == .keyValues }
  }
}

extension Ref where T == WeakIteratorObject {
  @inline(__always) var container: Value { get { layout.container } nonmutating set { layout.container = newValue } }
  @inline(__always) var source: Value { get { layout.source } nonmutating set { layout.source = newValue } }
}

enum WeakIterator {
  static let spec = TypeSpec(
    "weakref._iterator", doc: "An iterator over what is alive in a weak container.",
    functions: [
      iterSelf,
      NativeFunctionSpec("__next__(self, /)", "Implement next(self).") { t, a throws(Raised) in try next(t, a.object()) },
    ])

  /// - Parameter mode: by which the container's entries are shown.
  static func make(_ t: Thread, _ mode: WeakIteratorObject.Mode, _ container: Value) throws(Raised) -> Value {
    let me = try t.make(WeakIteratorObject.self, try t.typeNamedOrImport("weakref._iterator", module: "_weakrefset"))
    me.container = container
    me.layout.mode = mode
    return Value(me)
  }

  private static func next(_ t: Thread, _ me: Ref<WeakIteratorObject>) throws(Raised) -> Value {
    if me.container.isNull { throw t.stopIteration() }
    if me.source.isNull { try begin(t, me) }
    while true {
      let entry: Value
      do throws(Raised) { entry = try t.next(me.source) } catch {
        me.container = .null
        throw error
      }
      if entry.isNull { break }
      let shown = try show(t, me.layout.mode, entry)
      if !shown.isNull { return shown }
    }
    let container = me.container
    me.container = .null
    if try !WeakSupport.isIterating(t, container), !t.has(.weakIterationCopies) {
      _ = try t.call(try WeakSupport.attribute(t, container, "_commit_removals"))
    }
    throw t.stopIteration()
  }

  private static func begin(_ t: Thread, _ me: Ref<WeakIteratorObject>) throws(Raised) {
    let copies = t.has(.weakIterationCopies)
    let isOfValues = !me.layout.mode.isSet && !me.layout.mode.hasWeakKeys
    if isOfValues && !copies { _ = try t.call(try WeakSupport.attribute(t, me.container, "_commit_removals")) }
    var data = try WeakSupport.attribute(t, me.container, "data")
    if copies {
      data = try t.callMethod(data, .copy)
    } else {
      let list = try WeakSupport.attribute(t, me.container, "_iterating")
      if list.isKind(.list) { try t.append(list.unchecked(), try WeakSupport.reference(t, Value(me))) }
    }
    me.source = try t.iterator(of: me.layout.mode.isSet ? data : try t.callMethod(data, .items))
  }

  /// What is shown for an entry; null if its object has died.
  private static func show(_ t: Thread, _ mode: WeakIteratorObject.Mode, _ entry: Value) throws(Raised) -> Value {
    if mode == .elements { return WeakSupport.target(t, entry) }
    let pair = try t.items(of: entry, count: 2)
    let alive = WeakSupport.target(t, mode.hasWeakKeys ? pair[0] : pair[1])
    if mode == .valueReferences { return pair[1] }
    if alive.isNull { return .null }
    switch mode {
    case .keyKeys, .valueValues: return alive
    case .keyValues: return pair[1]
    case .valueKeys: return pair[0]
    case .keyItems: return try t.tuple(alive, pair[1])
    default: return try t.tuple(pair[0], alive)
    }
  }
}
