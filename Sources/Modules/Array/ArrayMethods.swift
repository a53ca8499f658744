import Builtins
import Glibc
import Runtime

/// The methods of arrays that work on items.
enum ArrayMethods {
  typealias Array = Ref<ArrayObject>

  static func array(_ v: Value) -> Array { v.unchecked() }

  static let functions: [NativeFunctionSpec] = [
    .init("append(self, v, /)", "Append new value v to the end of the array.") { t, a throws(Raised) in
      try ArrayItems.insert(t, ArrayMethods.array(a[0]), Int.max, a[1])
      return .none
    },
    .init("clear(self, /)", "Remove all items from the array.") { t, a throws(Raised) in
      try ArrayStorage.resize(t, ArrayMethods.array(a[0]), 0)
      return .none
    },
    .init("count(self, v, /)", "Return number of occurrences of v in the array.") { t, a throws(Raised) in
      let me = ArrayMethods.array(a[0])
      var (i, count) = (0, 0)
      while i < me.count {
        if try t.equals(try ArrayItems.load(t, me, i), a[1]) { count += 1 }
        i += 1
        try t.pollNative()
      }
      return try t.int(count)
    },
    .init("extend(self, bb, ////)", "Append items to the end of the array.") { t, a throws(Raised) in
      try ArrayMethods.extend(t, ArrayMethods.array(a[0]), a[1])
      return .none
    },
    .init("fromlist(self, list, /)", "Append items to array from list.") { t, a throws(Raised) in
      try ArrayMethods.append(t, ArrayMethods.array(a[0]), list: a[1])
      return .none
    },
    .init("index(self, v, start=0, stop=9223372036854775807, /)", "Return index of first occurrence of v in the array.\n\nRaise ValueError if the value is not present.") {
      t, a throws(Raised) in try ArrayMethods.index(t, a)
    },
    .init("insert(self, i, v, /)", "Insert a new item v into the array before position i.") { t, a throws(Raised) in
      let index = try t.sizeArgument(a[1])
      try ArrayItems.insert(t, ArrayMethods.array(a[0]), index, a[2])
      return .none
    },
    .init("pop(self, i=-1, /)", "Return the i-th element and delete it from the array.\n\ni defaults to -1.") { t, a throws(Raised) in
      let me = ArrayMethods.array(a[0])
      var index = try t.sizeArgument(a[1])
      if me.count == 0 { throw t.raise(t.types.indexError, "pop from empty array") }
      if index < 0 { index &+= me.count }
      guard index >= 0, index < me.count else { throw t.raise(t.types.indexError, "pop index out of range") }
      let item = try ArrayItems.load(t, me, index)
      try ArrayStorage.replace(t, me, index, index + 1, me.bytes, 0)
      return item
    },
    .init("remove(self, v, /)", "Remove the first occurrence of v in the array.") { t, a throws(Raised) in
      let me = ArrayMethods.array(a[0])
      var i = 0
      while i < me.count {
        if try t.equals(try ArrayItems.load(t, me, i), a[1]) {
          if i < me.count { try ArrayStorage.replace(t, me, i, i + 1, me.bytes, 0) }
          return .none
        }
        i += 1
        try t.pollNative()
      }
      throw t.raise(t.types.valueError, "array.remove(x): x not in array")
    },
    .init("reverse(self, /)", "Reverse the order of the items in the array.") { _, a throws(Raised) in
      ArrayMethods.reverse(ArrayMethods.array(a[0]))
      return .none
    },
    .init("tolist(self, /)", "Convert array to an ordinary list with the same items.") { t, a throws(Raised) in
      try ArrayMethods.list(t, ArrayMethods.array(a[0]))
    },
    .init("__copy__(self, /)", "Return a copy of the array.") { t, a throws(Raised) in
      let me = ArrayMethods.array(a[0])
      return Value(try ArrayStorage.copy(t, me, 0, me.count))
    },
    .init("__deepcopy__(self, unused, /)", "Return a copy of the array.") { t, a throws(Raised) in
      let me = ArrayMethods.array(a[0])
      return Value(try ArrayStorage.copy(t, me, 0, me.count))
    },
    .init("__class_getitem__(cls, object, /)", "See PEP 585", binding: .classMethod) { t, a throws(Raised) in try t.genericAlias(a[0], a[1]) },
  ]

  static func list(_ t: Thread, _ me: Array) throws(Raised) -> Value {
    let result = try t.list()
    for i in 0..<me.count {
      try t.append(result, try ArrayItems.load(t, me, i))
      if i & 0xFFF == 0xFFF { try t.pollNative() }
    }
    return Value(result)
  }

  private static func reverse(_ me: Array) {
    let size = me.itemSize
    var (low, high) = (0, me.count - 1)
    while low < high {
      let (p, q) = (me.bytes + low * size, me.bytes + high * size)
      for k in 0..<size {
        let byte = p[k]
        p[k] = q[k]
        q[k] = byte
      }
      low += 1
      high -= 1
    }
  }

  private static func index(_ t: Thread, _ a: Slots) throws(Raised) -> Value {
    let me = array(a[0])
    var i = try bound(t, a[2], me.count)
    let stop = try bound(t, a[3], me.count)
    while i < stop && i < me.count {
      if try t.equals(try ArrayItems.load(t, me, i), a[1]) { return try t.int(i) }
      i += 1
      try t.pollNative()
    }
    throw t.raise(t.types.valueError, "array.index(x): x not in array")
  }

  private static func bound(_ t: Thread, _ v: Value, _ count: Int) throws(Raised) -> Int {
    if !v.isInt && t.lookupSpecial(v, .__index__).isNull {
      throw t.raise(t.types.typeError, "slice indices must be integers or have an __index__ method")
    }
    let n = try t.asClampedIndex(v)
    return n < 0 ? max(n &+ count, 0) : n
  }

  // MARK: Appending

  static func extend(_ t: Thread, _ me: Array, _ v: Value) throws(Raised) {
    guard ArrayType.isArray(v) else { return try extend(t, me, iterating: v) }
    let source = array(v) == me ? try ArrayStorage.copy(t, me, 0, me.count) : array(v)
    guard source.code == me.code else { throw t.raise(t.types.typeError, "can only extend with array of same kind") }
    if source.count > 0 { try ArrayStorage.append(t, me, source.bytes, count: source.count) }
    try t.pollNative()
  }

  static func extend(_ t: Thread, _ me: Array, iterating v: Value) throws(Raised) {
    let iterator = try t.iterator(of: v)
    while true {
      let item = try t.next(iterator)
      if item.isNull { return }
      try ArrayItems.insert(t, me, Int.max, item)
      try t.pollNative()
    }
  }

  /// All items of the list, or none if one does not fit.
  private static func append(_ t: Thread, _ me: Array, list v: Value) throws(Raised) {
    guard v.isKind(.list) else { throw t.raise(t.types.typeError, "arg must be list") }
    let items: Ref<ListObject> = v.unchecked()
    let count = items.count
    if count == 0 { return }
    let old = me.count
    try ArrayStorage.resize(t, me, old + count)
    do throws(Raised) {
      for i in 0..<count {
        guard i < items.count else { throw t.raise(t.types.runtimeError, "list changed size during iteration") }
        try ArrayItems.store(t, me, old + i, items.items[i])
        if items.count != count { throw t.raise(t.types.runtimeError, "list changed size during iteration") }
      }
    } catch {
      let pending = t.exception
      t.exception = .null
      if me.exports == 0, me.count >= old { try ArrayStorage.resize(t, me, old) }
      t.exception = pending
      throw error
    }
  }
}
