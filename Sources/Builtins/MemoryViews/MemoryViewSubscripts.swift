import Glibc
import Runtime

/// Items and slices of a memoryview (CPython: Objects/memoryobject.c). CPython raises NotImplementedError for sub-views, for slices in more than one
/// dimension and for iterating over them too, in these words; so does `MemoryViewShape`.
enum MemoryViewSubscripts {
  typealias View = Ref<MemoryViewObject>

  static let functions: [NativeFunctionSpec] = [
    .init("__len__(self, /)", "Return len(self).") { t, a throws(Raised) in
      let view = try MemoryViewType.view(t, a[0])
      if view.dimensions == 0 {
        if t.has(.noLengthWithoutDimensions) { throw t.raise(t.types.typeError, "0-dim memory has no length") }
        return Value(small: 1)
      }
      return try t.int(view.length(0))
    },
    .init("__getitem__(self, key, /)", "Return self[key].") { t, a throws(Raised) in
      try MemoryViewSubscripts.item(t, a[0], try MemoryViewType.view(t, a[0]), a[1])
    },
    .init("__setitem__(self, key, value, /)", "Set self[key] to value.") { t, a throws(Raised) in
      try MemoryViewSubscripts.assign(t, a[0], try MemoryViewType.view(t, a[0]), a[1], a[2])
      return .none
    },
    .init("__delitem__(self, key, /)", "Delete self[key].") { t, a throws(Raised) in
      let view = try MemoryViewType.view(t, a[0])
      _ = try MemoryViewItems.format(t, view)
      throw t.raise(t.types.typeError, view.isReadOnly ? "cannot modify read-only memory" : "cannot delete memory")
    },
    .init("__iter__(self, /)", "Implement iter(self).") { t, a throws(Raised) in try MemoryViewIterator.make(t, a[0]) },
  ]

  // MARK: Keys

  private static func isIndex(_ t: Thread, _ v: Value) -> Bool { v.isInt || !t.lookupSpecial(v, .__index__).isNull }

  /// Whether `key` is a tuple of indices (perhaps empty).
  private static func isMultiIndex(_ t: Thread, _ key: Value) -> Bool {
    guard key.isKind(.tuple) else { return false }
    let items = key.unchecked(as: TupleObject.self)
    for i in 0..<items.count where !isIndex(t, items.items[i]) { return false }
    return true
  }

  private static func isMultiSlice(_ key: Value) -> Bool {
    guard key.isKind(.tuple) else { return false }
    let items = key.unchecked(as: TupleObject.self)
    for i in 0..<items.count where !items.items[i].isKind(.slice) { return false }
    return items.count > 0
  }

  private static func invalidKey(_ t: Thread) -> Raised { t.raise(t.types.typeError, "memoryview: invalid slice key") }

  private static func checked(_ t: Thread, _ index: Int, _ length: Int, _ dimension: Int) throws(Raised) -> Int {
    let at = index < 0 ? index &+ length : index
    guard at >= 0, at < length else {
      throw t.raise(t.types.indexError, "index out of bounds on dimension %S", Value(small: dimension + 1))
    }
    return at
  }

  /// The distance in bytes of the item at an index of the one dimension from the first item.
  private static func distance(_ t: Thread, _ view: View, _ key: Value) throws(Raised) -> Int {
    let index = try t.indexOrIndexError(key)
    return try checked(t, index, view.length(0), 0) * view.stride(0)
  }

  /// The same for a tuple of indices.
  private static func distance(_ t: Thread, _ view: View, tuple key: Value) throws(Raised) -> Int {
    let items = key.unchecked(as: TupleObject.self)
    // As CPython, in its words.
    if items.count < view.dimensions { throw t.raise(t.types.notImplementedError, "sub-views are not implemented") }
    if items.count > view.dimensions {
      throw t.raise(
        t.types.typeError, "cannot index %S-dimension view with %S-element tuple", Value(small: view.dimensions), Value(small: items.count))
    }
    var sum = 0
    for d in 0..<items.count {
      let index = try t.indexOrIndexError(items.items[d])
      sum += try checked(t, index, view.length(d), d) * view.stride(d)
    }
    return sum
  }

  // MARK: Reading

  private static func item(_ t: Thread, _ me: Value, _ view: View, _ key: Value) throws(Raised) -> Value {
    if view.dimensions == 0 {
      if key.isKind(.tuple), key.unchecked(as: TupleObject.self).count == 0 { return try load(t, me, 0) }
      if key == .ellipsis { return me }
      throw t.raise(t.types.typeError, "invalid indexing of 0-dim memory")
    }
    if isIndex(t, key) {
      let index = try t.indexOrIndexError(key)
      let view = try MemoryViewType.view(t, me)
      _ = try MemoryViewItems.format(t, view)
      // As CPython, in its words.
      if view.dimensions > 1 { throw t.raise(t.types.notImplementedError, "multi-dimensional sub-views are not implemented") }
      return try load(t, me, try checked(t, index, view.length(0), 0) * view.stride(0))
    }
    if key.isKind(.slice) { return Value(try slice(t, view, key.unchecked())) }
    if isMultiIndex(t, key) {
      _ = try MemoryViewItems.format(t, view)
      return try load(t, me, try distance(t, view, tuple: key))
    }
    // As CPython, in its words.
    if isMultiSlice(key) { throw t.raise(t.types.notImplementedError, "multi-dimensional slicing is not implemented") }
    throw invalidKey(t)
  }

  /// The item at a distance from the first one, if the view is not released meanwhile.
  static func load(_ t: Thread, _ me: Value, _ distance: Int) throws(Raised) -> Value {
    let view = try MemoryViewType.view(t, me)
    return try MemoryViewItems.load(t, try MemoryViewItems.format(t, view), MemoryViewType.base(t, view) + distance)
  }

  /// A view of a part of the first dimension.
  private static func slice(_ t: Thread, _ view: View, _ slice: Ref<SliceObject>) throws(Raised) -> View {
    let run = try t.sliceIndices(slice, view.length(0))
    let result = try MemoryViewType.duplicate(t, try MemoryViewType.view(t, Value(view)))
    let stride = view.stride(0)
    // (Without items, the numbers may be out of all bounds.)
    result.offset = view.offset &+ run.start &* stride
    result.count = run.count
    result.stride = stride &* run.step
    if !view.shape.isNone {
      result.shape = try MemoryViewShape.copyOfShape(t, view)
      result.shape.trailing(Int.self)[0] = run.count
      result.shape.trailing(Int.self)[view.dimensions] = stride &* run.step
    }
    return result
  }

  // MARK: Writing

  private static func assign(_ t: Thread, _ me: Value, _ view: View, _ key: Value, _ v: Value) throws(Raised) {
    _ = try MemoryViewItems.format(t, view)
    if view.isReadOnly { throw t.raise(t.types.typeError, "cannot modify read-only memory") }
    if view.dimensions == 0 {
      guard key == .ellipsis || key.isKind(.tuple) && key.unchecked(as: TupleObject.self).count == 0 else {
        throw t.raise(t.types.typeError, "invalid indexing of 0-dim memory")
      }
      return try store(t, me, 0, v)
    }
    if isIndex(t, key) {
      // As CPython, in its words.
      if view.dimensions > 1 { throw t.raise(t.types.notImplementedError, "sub-views are not implemented") }
      return try store(t, me, try distance(t, view, key), v)
    }
    if key.isKind(.slice), view.dimensions == 1 { return try assignSlice(t, view, key.unchecked(), v) }
    if isMultiIndex(t, key) { return try store(t, me, try distance(t, view, tuple: key), v) }
    if key.isKind(.slice) || isMultiSlice(key) {
      // As CPython, in its words.
      throw t.raise(t.types.notImplementedError, "memoryview slice assignments are currently restricted to ndim = 1")
    }
    throw invalidKey(t)
  }

  private static func store(_ t: Thread, _ me: Value, _ distance: Int, _ v: Value) throws(Raised) {
    let before = try MemoryViewType.view(t, me)
    let bits = try MemoryViewItems.bits(t, before, try MemoryViewItems.format(t, before), v)
    let view = try MemoryViewType.view(t, me)
    MemoryViewItems.store(bits, view.itemSize, MemoryViewType.base(t, view) + distance)
  }

  private static func assignSlice(_ t: Thread, _ view: View, _ slice: Ref<SliceObject>, _ v: Value) throws(Raised) {
    guard v.isKind(.record) && v.object.type == t.types.memoryview || ByteView(t, v) != nil || !t.lookupSpecial(v, .__buffer__).isNull else {
      throw t.raise(t.types.typeError, "a bytes-like object is required, not '%T'", v)
    }
    let source = try MemoryViewType.view(t, try MemoryViewType.make(t, v))
    let target = try MemoryViewSubscripts.slice(t, view, slice)
    defer {
      t.release(target)
      t.release(source)
    }
    let (from, to) = (MemoryViewFormat(source), MemoryViewFormat(target))
    let isSameFormat = from.code == to.code && from.code != 0
    guard isSameFormat, source.itemSize == target.itemSize, source.dimensions == 1, source.length(0) == target.length(0) else {
      throw t.raise(t.types.valueError, "memoryview assignment: lvalue and rvalue have different structures")
    }
    let items = try MemoryViewShape.bytes(t, source)
    let bytes = BytesSupport.view(items).base
    let start = MemoryViewType.base(t, target)
    for i in 0..<target.count { memcpy(start + i * target.stride, bytes + i * target.itemSize, target.itemSize) }
  }
}

/// `memory_iterator`: the items of a view of one dimension.
enum MemoryViewIterator {
  static func make(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    let view = try MemoryViewType.view(t, v)
    if view.dimensions == 0 { throw t.raise(t.types.typeError, "invalid indexing of 0-dim memory") }
    // As CPython, in its words.
    if view.dimensions > 1 { throw t.raise(t.types.notImplementedError, "multi-dimensional sub-views are not implemented") }
    _ = try MemoryViewItems.format(t, view)
    let it = try t.allocate(MemoryIteratorObject.self, kind: .record, type: try type(t), tracedWords: 1)
    it.view = v
    it.count = view.count
    return Value(it)
  }

  private static func type(_ t: Thread) throws(Raised) -> Ref<TypeObject> {
    let known = t.typeNamed("memory_iterator")
    if !known.isNone { return known }
    return try t.makeNativeType(spec, bytes: MemoryLayout<MemoryIteratorObject>.size, flags: [.noConstructor])
  }

  private static let spec = TypeSpec(
    "memory_iterator",
    functions: [
      .init("__iter__(self, /)", "Implement iter(self).") { _, a throws(Raised) in a[0] },
      .init("__next__(self, /)", "Implement next(self).") { t, a throws(Raised) in
        let it = a[0].unchecked(as: MemoryIteratorObject.self)
        if it.view.isNull { throw t.stopIteration(.none) }
        let view = try MemoryViewType.view(t, it.view)
        if it.index >= it.count {
          it.view = .null
          throw t.stopIteration(.none)
        }
        it.index += 1
        return try MemoryViewSubscripts.load(t, it.view, (it.index - 1) * view.stride)
      },
    ])
}

struct MemoryIteratorObject: HeapCell {
  var header: ObjectHeader
  // traced
  /// null when exhausted.
  var view: Value
  // raw
  var index: Int
  var count: Int
}

extension Ref where T == MemoryIteratorObject {
  @inline(__always) var view: Value { get { layout.view } nonmutating set { layout.view = newValue } }
  @inline(__always) var index: Int { get { layout.index } nonmutating set { layout.index = newValue } }
  @inline(__always) var count: Int { get { layout.count } nonmutating set { layout.count = newValue } }
}
