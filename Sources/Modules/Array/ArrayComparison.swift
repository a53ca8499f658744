import Builtins
import Glibc
import Runtime

/// The comparisons of arrays, whatever their typecodes.
enum ArrayComparison {
  static let functions: [NativeFunctionSpec] = [
    .init("__eq__(self, value, /)", "Return self==value.") { t, a throws(Raised) in try ArrayComparison.compare(t, .equal, a) },
    .init("__ne__(self, value, /)", "Return self!=value.") { t, a throws(Raised) in try ArrayComparison.compare(t, .notEqual, a) },
    .init("__lt__(self, value, /)", "Return self<value.") { t, a throws(Raised) in try ArrayComparison.compare(t, .less, a) },
    .init("__le__(self, value, /)", "Return self<=value.") { t, a throws(Raised) in try ArrayComparison.compare(t, .lessOrEqual, a) },
    .init("__gt__(self, value, /)", "Return self>value.") { t, a throws(Raised) in try ArrayComparison.compare(t, .greater, a) },
    .init("__ge__(self, value, /)", "Return self>=value.") { t, a throws(Raised) in try ArrayComparison.compare(t, .greaterOrEqual, a) },
  ]

  private static func compare(_ t: Thread, _ op: CompareOperator, _ a: Slots) throws(Raised) -> Value {
    guard ArrayType.isArray(a[0]), ArrayType.isArray(a[1]) else { return .notImplemented }
    let (left, right) = (ArrayType.array(a[0]), ArrayType.array(a[1]))
    let isEquality = op == .equal || op == .notEqual
    if isEquality && left.count != right.count { return Value(op == .notEqual) }
    var i = 0
    while i < left.count && i < right.count {
      let (x, y) = (try ArrayItems.load(t, left, i), try ArrayItems.load(t, right, i))
      if try !t.equals(x, y) {
        if isEquality { return Value(op == .notEqual) }
        return try t.compare(op, x, y)
      }
      i += 1
      if i & 0xFFF == 0xFFF { try t.pollNative() }
    }
    return Value(op.holds(left.count - right.count))
  }
}

/// `array.arrayiterator`.
struct ArrayIteratorObject: NativeLayout {
  var header: ObjectHeader
  /// null when exhausted.
  var array: Value
  var index: Int
  static let tracedWords = 1
}

extension Ref where T == ArrayIteratorObject {
  @inline(__always) var array: Value { get { layout.array } nonmutating set { layout.array = newValue } }
  @inline(__always) var index: Int { get { layout.index } nonmutating set { layout.index = newValue } }
}

enum ArrayIterator {
  static let spec = TypeSpec(
    "array.arrayiterator",
    functions: [
      iterSelf,
      .init("__next__(self, /)", "Implement next(self).") { t, a throws(Raised) in
        let me: Ref<ArrayIteratorObject> = a[0].unchecked()
        if me.array.isNull { throw t.stopIteration() }
        let array = ArrayType.array(me.array)
        if me.index >= array.count {
          me.array = .null
          throw t.stopIteration()
        }
        me.index += 1
        return try ArrayItems.load(t, array, me.index - 1)
      },
      .init("__reduce__(self, /)", "Return state information for pickling.") { t, a throws(Raised) in
        let me: Ref<ArrayIteratorObject> = a[0].unchecked()
        let iter = try ArrayIterator.builtinIter(t)
        if me.array.isNull { return try t.tuple(iter, try t.tuple(t.interpreter.emptyTuple)) }
        return try t.tuple(iter, try t.tuple(me.array), try t.int(me.index))
      },
      .init("__setstate__(self, state, /)", "Set state information for unpickling.") { t, a throws(Raised) in
        let me: Ref<ArrayIteratorObject> = a[0].unchecked()
        let index = try t.asIndex(a[1])
        if !me.array.isNull { me.index = max(0, min(index, ArrayType.array(me.array).count)) }
        return .none
      },
    ])

  private static func builtinIter(_ t: Thread) throws(Raised) -> Value {
    let function = t.dictGet(t.interpreter.builtins, interned: try t.intern("iter"))
    if function.isNull { throw t.raise(t.types.attributeError, "iter") }
    return function
  }

  static func make(_ t: Thread, _ array: Value) throws(Raised) -> Value {
    let me = try t.make(ArrayIteratorObject.self, try t.typeNamedOrImport("array.arrayiterator", module: "array"))
    me.array = array
    return Value(me)
  }
}
