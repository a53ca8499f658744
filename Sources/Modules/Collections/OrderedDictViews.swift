import Builtins
import Runtime

/// The iterator of an OrderedDict or of one of its views.
struct OrderedDictIteratorObject: NativeLayout {
  var header: ObjectHeader
  /// none when exhausted.
  var dict: Ref<DictObject>
  /// The table of entries when the iterator was made: any change of the order shows in it or in the two numbers.
  var entries: Value
  var count: Int
  var used: Int
  /// Number of the entry to be given out next, -1 = none.
  var position: Int
  var what: DictIteration.RawValue
  var isReversed: Bool
  static let tracedWords = 2
}

extension Ref where T == OrderedDictIteratorObject {
  @inline(__always) var dict: Ref<DictObject> { get { layout.dict } nonmutating set { layout.dict = newValue } }
  @inline(__always) var entries: Value { get { layout.entries } nonmutating set { layout.entries = newValue } }
  @inline(__always) var count: Int { get { layout.count } nonmutating set { layout.count = newValue } }
  @inline(__always) var used: Int { get { layout.used } nonmutating set { layout.used = newValue } }
  @inline(__always) var position: Int { get { layout.position } nonmutating set { layout.position = newValue } }
  @inline(__always) var what: DictIteration.RawValue { get { layout.what } nonmutating set { layout.what = newValue } }
  @inline(__always) var isReversed: Bool { get { layout.isReversed } nonmutating set { layout.isReversed = newValue } }
}

extension Collections {
  static let orderedDictViews: [NativeFunctionSpec] = [
    NativeFunctionSpec("keys(self, /)", "Return a view on the keys.") { t, a throws(Raised) in
      try DictViews.make(t, a[0], t.typeNamed("odict_keys"))
    },
    NativeFunctionSpec("values(self, /)", "Return a view on the values.") { t, a throws(Raised) in
      try DictViews.make(t, a[0], t.typeNamed("odict_values"))
    },
    NativeFunctionSpec("items(self, /)", "Return a view on the pairs of key and value.") { t, a throws(Raised) in
      try DictViews.make(t, a[0], t.typeNamed("odict_items"))
    },
    NativeFunctionSpec("__iter__(self, /)", "Implement iter(self).") { t, a throws(Raised) in
      try orderedIterator(t, a[0].unchecked(), .keys, isReversed: false)
    },
    NativeFunctionSpec("__reversed__(self, /)", "Return an iterator over the keys, the last first.") { t, a throws(Raised) in
      try orderedIterator(t, a[0].unchecked(), .keys, isReversed: true)
    },
  ]

  private static func orderedIterator(
    _ t: Thread, _ dict: Ref<DictObject>, _ what: DictIteration, isReversed: Bool
  ) throws(Raised) -> Value {
    let me = try t.make(OrderedDictIteratorObject.self, t.typeNamed("odict_iterator"))
    me.dict = dict
    me.entries = Value(dict.entries)
    me.count = dict.count
    me.used = dict.used
    me.what = what.rawValue
    me.isReversed = isReversed
    me.position = isReversed ? dict.used : -1
    advance(me)
    return Value(me)
  }

  /// Goes to the next live entry.
  private static func advance(_ me: Ref<OrderedDictIteratorObject>) {
    let dict = me.dict
    var n = me.position
    repeat { n += me.isReversed ? -1 : 1 } while n >= 0 && n < dict.used && dict.entryBase[n].key.isNull
    me.position = n >= 0 && n < dict.used ? n : -1
  }

  private static func nextOrdered(_ t: Thread, _ me: Ref<OrderedDictIteratorObject>) throws(Raised) -> Value {
    if me.dict.isNone { throw t.stopIteration() }
    let dict = me.dict
    if me.position < 0 {
      me.dict = .none
      throw t.stopIteration()
    }
    if me.entries != Value(dict.entries) || me.used != dict.used || me.count != dict.count {
      me.dict = .none
      throw t.raise(t.types.runtimeError, "OrderedDict mutated during iteration")
    }
    let entry = dict.entryBase[me.position]
    advance(me)
    switch DictIteration(rawValue: me.what) {
    case .values: return entry.value
    case .items: return try t.tuple(entry.key, entry.value)
    default: return entry.key
    }
  }

  private static let orderedDictIterator = TypeSpec(
    "odict_iterator",
    functions: [
      iterSelf,
      NativeFunctionSpec("__next__(self, /)", "Implement next(self).") { t, a throws(Raised) in try nextOrdered(t, a.object()) },
      NativeFunctionSpec("__reduce__(self, /)", "Return state information for pickling.") { t, a throws(Raised) in
        let me = a.object(0, OrderedDictIteratorObject.self)
        let rest = try t.list()
        let copy = try t.make(OrderedDictIteratorObject.self, t.typeOf(a[0]))
        let header = copy.header
        copy.layout = me.layout
        copy.header = header
        while true {
          let item = try t.next(Value(copy))
          if item.isNull { break }
          try t.append(rest, item)
        }
        return try t.tuple(t.dictGet(t.interpreter.builtins, interned: try t.intern("iter")), try t.tuple(Value(rest)))
      },
    ])

  private static func viewed(_ a: Slots) -> Ref<DictObject> { a[0].unchecked(as: DictViewObject.self).dict }

  private static let orderedKeys = TypeSpec(
    "odict_keys",
    functions: [
      NativeFunctionSpec("__iter__(self, /)", "Implement iter(self).") { t, a throws(Raised) in
        try orderedIterator(t, viewed(a), .keys, isReversed: false)
      },
      NativeFunctionSpec("__reversed__(self, /)", "Return an iterator over the keys, the last first.") { t, a throws(Raised) in
        try orderedIterator(t, viewed(a), .keys, isReversed: true)
      },
    ])

  private static let orderedValues = TypeSpec(
    "odict_values",
    functions: [
      NativeFunctionSpec("__iter__(self, /)", "Implement iter(self).") { t, a throws(Raised) in
        try orderedIterator(t, viewed(a), .values, isReversed: false)
      },
      NativeFunctionSpec("__reversed__(self, /)", "Return an iterator over the values, the last first.") { t, a throws(Raised) in
        try orderedIterator(t, viewed(a), .values, isReversed: true)
      },
    ])

  private static let orderedItems = TypeSpec(
    "odict_items",
    functions: [
      NativeFunctionSpec("__iter__(self, /)", "Implement iter(self).") { t, a throws(Raised) in
        try orderedIterator(t, viewed(a), .items, isReversed: false)
      },
      NativeFunctionSpec("__reversed__(self, /)", "Return an iterator over the pairs, the last first.") { t, a throws(Raised) in
        try orderedIterator(t, viewed(a), .items, isReversed: true)
      },
    ])

  static func addOrderedDictViews(_ t: Thread) throws(Raised) {
    let views: [(TypeSpec, Ref<TypeObject>)] = [
      (orderedKeys, t.types.dictKeys), (orderedValues, t.types.dictValues), (orderedItems, t.types.dictItems),
    ]
    for (spec, base) in views {
      _ = try t.makeNativeType(spec, base: base, bytes: MemoryLayout<DictViewObject>.size, flags: .noConstructor)
    }
    _ = try t.makeNativeType(orderedDictIterator, bytes: MemoryLayout<OrderedDictIteratorObject>.size, flags: .noConstructor)
  }
}
