import Runtime

// Between Python values and Swift values. What is being built lies in Python containers that the native stack refers to, so that a collection
// finds it.

extension Interpreter {
  /// A Swift value for a Python value.
  func convert(_ t: Thread, _ v: Value, depth: Int) throws(Raised) -> PythonValue {
    if v.isNone { return .none }
    if v.isBool { return .bool(v.isTrue) }
    if v.isSmallInt { return .int(v.smallInt) }
    if v.isDouble { return .float(v.double) }
    if depth > PythonValue.deepest { throw refuse(t, "the value is nested more than \(PythonValue.deepest) levels deep") }
    let type = t.typeOf(v)
    let types = t.types
    switch type {
    case types.int: return try largeInt(t, v)
    case types.float: return .float(try t.asDouble(v))
    case types.complex: return try complex(t, v)
    case types.str: return try text(t, v)
    case types.bytes:
      let bytes: Ref<BytesObject> = v.unchecked()
      return .bytes(Array(UnsafeBufferPointer(start: bytes.bytes, count: bytes.count)))
    case types.list: return .list(try values(t, v.unchecked(as: ListObject.self).slots, depth))
    case types.tuple: return .tuple(try values(t, v.unchecked(as: TupleObject.self).slots, depth))
    case types.dict: return try items(t, v.unchecked(), depth)
    case types.set, types.frozenset: return .set(try values(t, try t.list(from: v).slots, depth))
    default: return .object(try handles.keep(t, v, self))
    }
  }

  private func largeInt(_ t: Thread, _ v: Value) throws(Raised) -> PythonValue {
    if let small = IntOperand(v).asInt { return .int(small) }
    return .largeInt(t.lossyString(try t.call(try builtin(t, "hex"), v)))
  }

  private func complex(_ t: Thread, _ v: Value) throws(Raised) -> PythonValue {
    let real = try t.getAttribute(v, t.intern(try t.str("real")))
    let imaginary = try t.getAttribute(v, t.intern(try t.str("imag")))
    return .complex(real: try t.asDouble(real), imaginary: try t.asDouble(imaginary))
  }

  private func text(_ t: Thread, _ v: Value) throws(Raised) -> PythonValue {
    let str: Ref<StrObject> = v.unchecked()
    var scalars = String.UnicodeScalarView()
    for i in 0..<str.count {
      guard let scalar = Unicode.Scalar(str.codePoint(i)) else { throw refuse(t, "the str has a lone surrogate, which no Swift string has") }
      scalars.append(scalar)
    }
    return .string(String(scalars))
  }

  private func values(_ t: Thread, _ slots: Slots, _ depth: Int) throws(Raised) -> [PythonValue] {
    var result: [PythonValue] = []
    result.reserveCapacity(slots.count)
    for i in 0..<slots.count { result.append(try convert(t, slots[i], depth: depth + 1)) }
    return result
  }

  private func items(_ t: Thread, _ dict: Ref<DictObject>, _ depth: Int) throws(Raised) -> PythonValue {
    var result: [PythonValue.Item] = []
    var position = 0
    while let entry = t.dictNext(dict, &position) {
      let key = try convert(t, entry.key, depth: depth + 1)
      result.append(PythonValue.Item(key, try convert(t, entry.value, depth: depth + 1)))
    }
    return .dict(result)
  }

  // MARK: To Python

  /// A Python value for a Swift value.
  func convert(_ t: Thread, _ v: PythonValue, depth: Int) throws(Raised) -> Value {
    if depth > PythonValue.deepest { throw refuse(t, "the value is nested more than \(PythonValue.deepest) levels deep") }
    switch v {
    case .none: return .none
    case .bool(let value): return Value(value)
    case .int(let value): return try t.int(value)
    case .largeInt(let digits): return try t.call(Value(t.types.int), try t.str(digits), Value(small: 16))
    case .float(let value): return try t.float(value)
    case .complex(let real, let imaginary): return try t.call(Value(t.types.complex), try t.float(real), try t.float(imaginary))
    case .string(let value): return try t.str(value)
    case .bytes(let value): return try value.withUnsafeBufferPointer { bytes throws(Raised) in try t.bytes(bytes) }
    case .list(let values): return Value(try list(t, values, depth))
    case .tuple(let values): return try t.tuple(copying: try list(t, values, depth).slots)
    case .set(let values): return try t.call(Value(t.types.set), Value(try list(t, values, depth)))
    case .dict(let items):
      let dict = try t.dict()
      for item in items { try t.dictSet(dict, try convert(t, item.key, depth: depth + 1), try convert(t, item.value, depth: depth + 1)) }
      return Value(dict)
    case .object(let object):
      guard object.interpreter === self else { throw refuse(t, "the object belongs to another interpreter") }
      return object.current
    }
  }

  private func list(_ t: Thread, _ values: [PythonValue], _ depth: Int) throws(Raised) -> Ref<ListObject> {
    let list = try t.list()
    for value in values { try t.append(list, try convert(t, value, depth: depth + 1)) }
    return list
  }

  // MARK: Calls

  /// Calls a Python object with Swift values.
  func call(_ t: Thread, _ f: Value, _ arguments: [PythonValue], _ keywords: [String: PythonValue]) throws(Raised) -> Value {
    let positional = try t.tuple(copying: try list(t, arguments, 0).slots)
    if keywords.isEmpty { return try t.call(f, tuple: positional, dict: .null) }
    let names = try t.dict()
    for (name, value) in keywords.sorted(by: { $0.key < $1.key }) {
      try t.dictSet(names, t.intern(try t.str(name)), try convert(t, value, depth: 0))
    }
    return try t.call(f, tuple: positional, dict: Value(names))
  }

  func builtin(_ t: Thread, _ name: StaticString) throws(Raised) -> Value {
    let found = t.dictGet(t.interpreter.builtins, interned: try t.intern(name))
    if found.isNull { throw t.raise(t.types.nameError, message: try t.str(name)) }
    return found
  }

  /// A ValueError that reaches Swift as an error of the kind `.conversion`.
  private func refuse(_ t: Thread, _ reason: String) -> Raised {
    do throws(Raised) {
      let raised = t.raise(t.types.valueError, message: try t.str(reason))
      conversionFailure = t.exception.bits
      return raised
    } catch {
      return error
    }
  }
}
