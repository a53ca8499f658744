import Runtime

/// count(start, step): both are numbers of any type.
struct CountObject: NativeLayout {
  var header: ObjectHeader
  /// What the next call of `__next__` returns.
  var next: Value
  var step: Value
  static let tracedWords = 2
}

extension Ref where T == CountObject {
  @inline(__always) var next: Value { get { layout.next } nonmutating set { layout.next = newValue } }
  @inline(__always) var step: Value { get { layout.step } nonmutating set { layout.step = newValue } }
}

/// repeat(object, times)
struct RepeatObject: NativeLayout {
  var header: ObjectHeader
  var element: Value
  /// How many are left; negative = without end.
  var left: Int
  static let tracedWords = 1
}

extension Ref where T == RepeatObject {
  @inline(__always) var element: Value { get { layout.element } nonmutating set { layout.element = newValue } }
  @inline(__always) var left: Int { get { layout.left } nonmutating set { layout.left = newValue } }
}

/// cycle(iterable)
struct CycleObject: NativeLayout {
  var header: ObjectHeader
  /// The iterator of the first round; null when it is exhausted.
  var iterator: Value
  /// list of what the first round gave.
  var saved: Ref<ListObject>
  var index: Int
  /// `saved` has all items already, although the iterator goes on (`__setstate__`).
  var isComplete: Bool
  static let tracedWords = 2
}

extension Ref where T == CycleObject {
  @inline(__always) var iterator: Value { get { layout.iterator } nonmutating set { layout.iterator = newValue } }
  @inline(__always) var saved: Ref<ListObject> { get { layout.saved } nonmutating set { layout.saved = newValue } }
  @inline(__always) var isComplete: Bool { get { layout.isComplete } nonmutating set { layout.isComplete = newValue } }
  @inline(__always) var index: Int { get { layout.index } nonmutating set { layout.index = newValue } }
}

/// accumulate(iterable, func, initial=)
struct AccumulateObject: NativeLayout {
  var header: ObjectHeader
  var iterator: Value
  /// null = addition.
  var function: Value
  /// null before the first item.
  var total: Value
  /// The initial value until it was given out; else null.
  var initial: Value
  static let tracedWords = 4
}

extension Ref where T == AccumulateObject {
  @inline(__always) var iterator: Value { get { layout.iterator } nonmutating set { layout.iterator = newValue } }
  @inline(__always) var function: Value { get { layout.function } nonmutating set { layout.function = newValue } }
  @inline(__always) var total: Value { get { layout.total } nonmutating set { layout.total = newValue } }
  @inline(__always) var initial: Value { get { layout.initial } nonmutating set { layout.initial = newValue } }
}

/// What never ends, or not in a lifetime, polls: a native consumer (`list`, `sum`, `in`) might run on it for ever.
extension Itertools {
  static let count = TypeSpec(
    "itertools.count", doc: "Return a count object whose .__next__() method returns consecutive values.",
    functions: [
      NativeFunctionSpec("__new__(cls, start=0, step=1)", "Make a new object.") { t, a throws(Raised) in
        for i in 1...2 where !isNumber(t, a[i]) { throw t.raise(t.types.typeError, "a number is required") }
        let me = try t.make(CountObject.self, a[0])
        // Counting by one in a machine word makes plain ints, whatever kind of int the start is.
        let isByOne = a[2].isInt && IntOperand(a[2]).asInt == 1 && t.isInstance(a[1], of: t.types.int)
        let start = isByOne ? try t.asIndexObject(a[1]) : a[1]
        me.next = isByOne && IntOperand(start).asInt == nil ? a[1] : start
        me.step = isByOne ? Value(small: 1) : a[2]
        return Value(me)
      },
      iterSelf,
      NativeFunctionSpec("__next__(self, /)", "Implement next(self).") { t, a throws(Raised) in
        try t.pollNative()
        let me = a.object(0, CountObject.self)
        let current = me.next
        me.next = try t.binary(.add, current, me.step)
        return current
      },
      NativeFunctionSpec("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in
        let me = a.object(0, CountObject.self)
        if me.step == Value(small: 1) { return try t.text("count(%R)", me.next) }
        return try t.text("count(%R, %R)", me.next, me.step)
      },
    ] + countCopying)

  private static func isNumber(_ t: Thread, _ v: Value) -> Bool {
    v.isSmallInt || v.isDouble || v.isBool || !t.lookupSpecial(v, .__index__).isNull || !t.lookupSpecial(v, .__float__).isNull
      || !t.lookupSpecial(v, .__int__).isNull || t.isInstance(v, of: t.types.complex)
  }

  static let `repeat` = TypeSpec(
    "itertools.repeat", doc: "Create an iterator which returns the object for the specified number of times.",
    functions: [
      NativeFunctionSpec("__new__(cls, object, times=<unrepresentable>)", "Make a new object.") { t, a throws(Raised) in
        let times = a[2].isNull ? -1 : max(0, try t.sizeArgument(a[2]))
        let me = try t.make(RepeatObject.self, a[0])
        me.element = a[1]
        me.left = times
        return Value(me)
      },
      iterSelf,
      NativeFunctionSpec("__next__(self, /)", "Implement next(self).") { t, a throws(Raised) in
        try t.pollNative()
        let me = a.object(0, RepeatObject.self)
        if me.left == 0 { throw t.stopIteration() }
        if me.left > 0 { me.left -= 1 }
        return me.element
      },
      NativeFunctionSpec("__length_hint__(self, /)", "Private method returning an estimate of len(list(it)).") { t, a throws(Raised) in
        let me = a.object(0, RepeatObject.self)
        if me.left < 0 { throw t.raise(t.types.typeError, "len() of unsized object") }
        return try t.int(me.left)
      },
      NativeFunctionSpec("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in
        let me = a.object(0, RepeatObject.self)
        if me.left < 0 { return try t.text("repeat(%R)", me.element) }
        return try t.text("repeat(%R, %S)", me.element, try t.int(me.left))
      },
    ] + repeatCopying)

  static let cycle = TypeSpec(
    "itertools.cycle", doc: "Return elements from the iterable until it is exhausted. Then repeat the sequence indefinitely.",
    functions: [
      NativeFunctionSpec("__new__(cls, iterable, /)", "Make a new object.") { t, a throws(Raised) in
        let iterator = try t.iterator(of: a[1])
        let me = try t.make(CycleObject.self, a[0])
        me.iterator = iterator
        me.saved = try t.list()
        return Value(me)
      },
      iterSelf,
      NativeFunctionSpec("__next__(self, /)", "Implement next(self).") { t, a throws(Raised) in
        try t.pollNative()
        let me = a.object(0, CycleObject.self)
        if !me.iterator.isNull {
          let item = try t.next(me.iterator)
          if !item.isNull {
            if !me.isComplete { try t.append(me.saved, item) }
            return item
          }
          me.iterator = .null
        }
        let saved = me.saved.slots
        if saved.count == 0 { throw t.stopIteration() }
        if me.index >= saved.count { me.index = 0 }
        let item = saved[me.index]
        me.index = me.index + 1 == saved.count ? 0 : me.index + 1
        return item
      },
    ] + cycleCopying)

  static let accumulate = TypeSpec(
    "itertools.accumulate", doc: "Return series of accumulated sums (or other binary function results).",
    functions: [
      NativeFunctionSpec("__new__(cls, iterable, func=None, *, initial=None)", "Make a new object.") { t, a throws(Raised) in
        let iterator = try t.iterator(of: a[1])
        let me = try t.make(AccumulateObject.self, a[0])
        me.iterator = iterator
        me.function = a[2].isNone ? .null : a[2]
        me.initial = a[3].isNone ? .null : a[3]
        return Value(me)
      },
      iterSelf,
      NativeFunctionSpec("__next__(self, /)", "Implement next(self).") { t, a throws(Raised) in
        let me = a.object(0, AccumulateObject.self)
        if !me.initial.isNull {
          me.total = me.initial
          me.initial = .null
          return me.total
        }
        let item = try t.next(me.iterator)
        if item.isNull { throw t.stopIteration() }
        if me.total.isNull {
          me.total = item
        } else if me.function.isNull {
          me.total = try t.binary(.add, me.total, item)
        } else {
          me.total = try t.call(me.function, me.total, item)
        }
        return me.total
      },
    ] + accumulateCopying)
}
