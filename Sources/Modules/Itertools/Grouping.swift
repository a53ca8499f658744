import Runtime

/// groupby(iterable, key=None)
struct GroupbyObject: NativeLayout {
  var header: ObjectHeader
  var iterator: Value
  var keyFunction: Value
  /// The key of the group given out last; null before the first.
  var targetKey: Value
  var currentKey: Value
  var currentItem: Value
  /// The grouper that may still read from here.
  var currentGrouper: Value
  static let tracedWords = 6
}

extension Ref where T == GroupbyObject {
  @inline(__always) var iterator: Value { get { layout.iterator } nonmutating set { layout.iterator = newValue } }
  @inline(__always) var keyFunction: Value { get { layout.keyFunction } nonmutating set { layout.keyFunction = newValue } }
  @inline(__always) var targetKey: Value { get { layout.targetKey } nonmutating set { layout.targetKey = newValue } }
  @inline(__always) var currentKey: Value { get { layout.currentKey } nonmutating set { layout.currentKey = newValue } }
  @inline(__always) var currentItem: Value { get { layout.currentItem } nonmutating set { layout.currentItem = newValue } }
  @inline(__always) var currentGrouper: Value { get { layout.currentGrouper } nonmutating set { layout.currentGrouper = newValue } }
}

/// The iterator of one group.
struct GrouperObject: NativeLayout {
  var header: ObjectHeader
  var parent: Ref<GroupbyObject>
  var key: Value
  static let tracedWords = 2
}

extension Ref where T == GrouperObject {
  @inline(__always) var parent: Ref<GroupbyObject> { get { layout.parent } nonmutating set { layout.parent = newValue } }
  @inline(__always) var key: Value { get { layout.key } nonmutating set { layout.key = newValue } }
}

/// One item that the iterators of a tee share, and the way to the next one.
struct TeeNode: NativeLayout {
  var header: ObjectHeader
  /// The common source.
  var source: Value
  /// null until the source was asked.
  var value: Value
  /// Node of the following item; none until `value` is known.
  var next: Ref<TeeNode>
  var isRunning: Bool
  static let tracedWords = 3
}

extension Ref where T == TeeNode {
  @inline(__always) var source: Value { get { layout.source } nonmutating set { layout.source = newValue } }
  @inline(__always) var value: Value { get { layout.value } nonmutating set { layout.value = newValue } }
  @inline(__always) var next: Ref<TeeNode> { get { layout.next } nonmutating set { layout.next = newValue } }
  @inline(__always) var isRunning: Bool { get { layout.isRunning } nonmutating set { layout.isRunning = newValue } }
}

struct TeeObject: NativeLayout {
  var header: ObjectHeader
  var node: Ref<TeeNode>
  static let tracedWords = 1
}

extension Ref where T == TeeObject {
  @inline(__always) var node: Ref<TeeNode> { get { layout.node } nonmutating set { layout.node = newValue } }
}

extension Itertools {
  /// Reads one more item and its key.
  private static func step(_ t: Thread, _ me: Ref<GroupbyObject>) throws(Raised) {
    let item = try t.next(me.iterator)
    if item.isNull { throw t.stopIteration() }
    let key = me.keyFunction.isNone ? item : try t.call(me.keyFunction, item)
    me.currentItem = item
    me.currentKey = key
  }

  static let groupby = TypeSpec(
    "itertools.groupby", doc: "make an iterator that returns consecutive keys and groups from the iterable",
    functions: [
      NativeFunctionSpec("__new__(cls, iterable, key=None)", "Make a new object.") { t, a throws(Raised) in
        let iterator = try t.iterator(of: a[1])
        let me = try t.make(GroupbyObject.self, a[0])
        me.iterator = iterator
        me.keyFunction = a[2]
        return Value(me)
      },
      iterSelf,
      NativeFunctionSpec("__next__(self, /)", "Implement next(self).") { t, a throws(Raised) in
        let me = a.object(0, GroupbyObject.self)
        me.currentGrouper = .null
        while true {
          if !me.currentKey.isNull {
            if me.targetKey.isNull { break }
            if try !t.equals(me.targetKey, me.currentKey) { break }
          }
          try step(t, me)
        }
        me.targetKey = me.currentKey
        let group = try t.make(GrouperObject.self, t.companion(a[0], 1))
        group.parent = me
        group.key = me.targetKey
        me.currentGrouper = Value(group)
        return try t.tuple(me.currentKey, Value(group))
      },
    ] + groupbyCopying)

  static let grouper = TypeSpec(
    "itertools._grouper",
    functions: [
      NativeFunctionSpec("__new__(cls, parent, tgtkey, /)", "Make a new object.") { t, a throws(Raised) in
        guard t.isInstance(a[1], of: t.typeNamed("itertools.groupby")) else {
          throw t.raise(t.types.typeError, "_grouper() argument 1 must be itertools.groupby, not %B", a[1])
        }
        let me = try t.make(GrouperObject.self, a[0])
        me.parent = a.object(1, GroupbyObject.self)
        me.key = a[2]
        me.parent.currentGrouper = Value(me)
        return Value(me)
      },
      iterSelf,
      NativeFunctionSpec("__next__(self, /)", "Implement next(self).") { t, a throws(Raised) in
        let me = a.object(0, GrouperObject.self)
        let parent = me.parent
        if parent.currentGrouper != Value(me) { throw t.stopIteration() }
        if parent.currentItem.isNull { try step(t, parent) }
        if try !t.equals(me.key, parent.currentKey) { throw t.stopIteration() }
        let item = parent.currentItem
        parent.currentItem = .null
        return item
      },
    ] + grouperCopying)

  // MARK: tee

  static let teeNode = TypeSpec(
    "itertools._tee_dataobject", doc: "Data container common to multiple tee objects.", functions: teeNodeCopying)

  static let teeIterator = TypeSpec(
    "itertools._tee", doc: "Iterator wrapped to make it copyable.",
    functions: [
      NativeFunctionSpec("__new__(cls, iterable, /)", "Make a new object.") { t, a throws(Raised) in
        try makeTee(t, a[0].unchecked(as: TypeObject.self), a[1])
      },
      iterSelf,
      NativeFunctionSpec("__copy__(self, /)", "Returns an independent iterator.") { t, a throws(Raised) in
        let copy = try t.make(TeeObject.self, t.typeOf(a[0]))
        copy.node = a.object(0, TeeObject.self).node
        return Value(copy)
      },
      NativeFunctionSpec("__next__(self, /)", "Implement next(self).") { t, a throws(Raised) in
        let me = a.object(0, TeeObject.self)
        let node = me.node
        if node.next.isNone { try fill(t, node) }
        me.node = node.next
        return node.value
      },
    ] + teeCopying)

  /// Reads the item of the last node and appends a node.
  private static func fill(_ t: Thread, _ node: Ref<TeeNode>) throws(Raised) {
    if node.isRunning { throw t.raise(t.types.runtimeError, "cannot re-enter the tee iterator") }
    node.isRunning = true
    defer { node.isRunning = false }
    let value = try t.next(node.source)
    if value.isNull { throw t.stopIteration() }
    let next = try t.make(TeeNode.self, node.header.type)
    next.source = node.source
    node.value = value
    node.next = next
  }

  private static func makeTee(_ t: Thread, _ cls: Ref<TypeObject>, _ iterable: Value) throws(Raised) -> Value {
    let iterator = try t.iterator(of: iterable)
    if t.isInstance(iterator, of: cls) {
      let copy = try t.make(TeeObject.self, cls)
      copy.node = iterator.unchecked(as: TeeObject.self).node
      return Value(copy)
    }
    let node = try t.make(TeeNode.self, t.typeNamed("itertools._tee_dataobject"))
    node.source = iterator
    let me = try t.make(TeeObject.self, cls)
    me.node = node
    return Value(me)
  }

  static func tee(_ t: Thread, iterable: Value, count: Value) throws(Raised) -> Value {
    let n = try t.sizeArgument(count)
    if n < 0 { throw t.raise(t.types.valueError, "n must be >= 0") }
    if n > Int(UInt32.max) { throw t.raise(t.types.memoryError, message: t.interpreter.emptyStr) }
    let result = try t.tuple(count: n)
    if n == 0 { return Value(result) }
    let iterator = try t.iterator(of: iterable)
    var copyMethod = try t.getAttributeOrNull(iterator, .__copy__)
    if copyMethod.isNull {
      let first = try makeTee(t, t.typeNamed("itertools._tee"), iterator)
      result.items[0] = first
      copyMethod = try t.getAttribute(first, .__copy__)
    } else {
      let isTee = t.isInstance(iterator, of: t.typeNamed("itertools._tee"))
      result.items[0] = isTee && t.has(.teeCopiesTees) ? try t.call(copyMethod) : iterator
    }
    for i in 1..<max(1, n) { result.items[i] = try t.call(copyMethod) }
    return Value(result)
  }
}
