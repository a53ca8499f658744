import Builtins
import Bytecode
import Glibc
import Runtime

/// Makes objects of marshalled data. Sizes are never believed: containers grow as their items arrive. Code is verified before it becomes an object.
final class MarshalReader {
  private let t: Thread
  private let input: MarshalInput
  private let allowsCode: Bool
  private var depth = 0
  /// The objects that were flagged, in a list; null while one is incomplete.
  private var references: Ref<ListObject> = .none

  init(_ t: Thread, _ source: MarshalSource, allowsCode: Bool) {
    self.t = t
    self.input = MarshalInput(t, source)
    self.allowsCode = allowsCode
  }

  /// TypeError unless the file's read() gives bytes.
  func checkFile(_ file: Value) throws(Raised) {
    let data = try t.callMethod(file, .read, Value(small: 0))
    guard data.isKind(.bytes) else { throw t.raise(t.types.typeError, "file.read() returned not bytes but %T", data) }
  }

  /// The value that the data begins with.
  func readValue() throws(Raised) -> Value {
    // What only the reader knows must be where the collector looks: on the VM stack.
    let base = t.stackTop
    try t.reserveStack(2)
    defer { t.stackTop = base }
    base[0] = input.owner
    base[1] = .null
    t.stackTop = base + 2
    references = try t.list()
    base[1] = Value(references)
    let v = try object()
    if v.isNull { throw t.raise(t.types.typeError, "NULL object in marshal data for object") }
    return v
  }

  private func bad(_ message: StaticString) -> Raised { t.raise(t.types.valueError, message) }

  // MARK: References

  private func reserve(_ isFlagged: Bool) throws(Raised) -> Int {
    if !isFlagged { return -1 }
    if references.count > Int(Int32.max) - 2 { throw bad("bad marshal data (index list too large)") }
    try t.append(references, .null)
    return references.count - 1
  }

  private func complete(_ index: Int, _ v: Value) -> Value {
    if index >= 0, index < references.count { references.items[index] = v }
    return v
  }

  private func remember(_ v: Value, _ isFlagged: Bool) throws(Raised) -> Value {
    if isFlagged { try t.append(references, v) }
    return v
  }

  private func reference() throws(Raised) -> Value {
    let index = try input.long()
    guard index >= 0, index < references.count, !references.items[index].isNull else { throw bad("bad marshal data (invalid reference)") }
    return references.items[index]
  }

  // MARK: Objects

  /// The next object; null for the mark that ends a dict.
  private func object() throws(Raised) -> Value {
    let typeByte = try input.typeByte()
    depth += 1
    defer { depth -= 1 }
    if depth > MarshalModule.deepest { throw bad("recursion limit exceeded") }
    try t.enterRecursive()
    try t.pollNative()
    let isFlagged = typeByte & 0x80 != 0
    switch typeByte & 0x7F {
    case UInt8(ascii: "0"): return .null
    case UInt8(ascii: "N"): return .none
    case UInt8(ascii: "S"): return Value(t.types.stopIteration)
    case UInt8(ascii: "."): return .ellipsis
    case UInt8(ascii: "F"): return .false
    case UInt8(ascii: "T"): return .true
    case UInt8(ascii: "i"): return try remember(try t.int(try input.long()), isFlagged)
    case UInt8(ascii: "I"):
      let bits = try input.double().bitPattern
      return try remember(try t.int(Int(Int64(bitPattern: bits))), isFlagged)
    case UInt8(ascii: "l"): return try remember(try longInt(), isFlagged)
    case UInt8(ascii: "f"): return try remember(try t.float(try textFloat()), isFlagged)
    case UInt8(ascii: "g"): return try remember(try t.float(try input.double()), isFlagged)
    case UInt8(ascii: "x"):
      let real = try textFloat()
      return try remember(try t.complex(real, try textFloat()), isFlagged)
    case UInt8(ascii: "y"):
      let real = try input.double()
      return try remember(try t.complex(real, try input.double()), isFlagged)
    case UInt8(ascii: "s"):
      let bytes = try sized("bad marshal data (bytes object size out of range)")
      return try remember(try t.bytes(copying: bytes.base, count: bytes.count), isFlagged)
    case UInt8(ascii: "r"): return try reference()
    case UInt8(ascii: "c"): return try code(isFlagged)
    default: return try textOrContainer(typeByte & 0x7F, isFlagged)
    }
  }

  private func textOrContainer(_ type: UInt8, _ isFlagged: Bool) throws(Raised) -> Value {
    switch type {
    case UInt8(ascii: "a"): return try remember(try latin1(try sized("bad marshal data (string size out of range)")), isFlagged)
    case UInt8(ascii: "A"): return try remember(t.intern(try latin1(try sized("bad marshal data (string size out of range)"))), isFlagged)
    case UInt8(ascii: "z"): return try remember(try latin1(try input.read(Int(try input.byte()))), isFlagged)
    case UInt8(ascii: "Z"): return try remember(t.intern(try latin1(try input.read(Int(try input.byte())))), isFlagged)
    case UInt8(ascii: "u"): return try remember(try utf8(), isFlagged)
    case UInt8(ascii: "t"): return try remember(t.intern(try utf8()), isFlagged)
    case UInt8(ascii: ")"): return try tuple(Int(try input.byte()), isFlagged)
    case UInt8(ascii: "("): return try tuple(try count("bad marshal data (tuple size out of range)"), isFlagged)
    case UInt8(ascii: "["): return try list(isFlagged)
    case UInt8(ascii: "{"): return try dict(isFlagged)
    case UInt8(ascii: "<"): return try set(isFlagged)
    case UInt8(ascii: ">"): return try frozenset(isFlagged)
    case UInt8(ascii: ":") where t.has(.marshalledSlices): return try slice(isFlagged)
    default: throw bad("bad marshal data (unknown type code)")
    }
  }

  private func count(_ message: StaticString) throws(Raised) -> Int {
    let n = try input.long()
    if n < 0 { throw bad(message) }
    return n
  }

  private func sized(_ message: StaticString) throws(Raised) -> ByteView { try input.read(try count(message)) }

  private func latin1(_ bytes: ByteView) throws(Raised) -> Value { try t.str(latin1: bytes.base, count: bytes.count) }

  private func utf8() throws(Raised) -> Value {
    let bytes = try sized("bad marshal data (string size out of range)")
    let object = try t.bytes(copying: bytes.base, count: bytes.count)
    return try t.call(try t.getAttribute(object, try t.intern("decode")), try t.str("utf-8"), try t.str("surrogatepass"))
  }

  private func textFloat() throws(Raised) -> Double {
    let bytes = try input.read(Int(try input.byte()))
    let text = try t.str(latin1: bytes.base, count: bytes.count)
    return try t.call(Value(t.types.float), text).anyDouble
  }

  private func longInt() throws(Raised) -> Value {
    let signed = try input.long()
    if signed == 0 { return Value(small: 0) }
    if signed == Int(Int32.min) { throw bad("bad marshal data (long size out of range)") }
    let count = abs(signed)
    if count > input.remaining / 2 + 2 { throw t.raise(t.types.eofError, "marshal data too short") }
    let limbs = (count * 15 + 63) / 64
    let result = try t.newInt(limbs)
    for i in 0..<limbs { result.limbs[i] = 0 }
    for k in 0..<count {
      let digit = try input.short()
      if digit < 0 { throw bad("bad marshal data (digit out of range in long)") }
      if k == count - 1 && digit == 0 { throw bad("bad marshal data (unnormalized long data)") }
      let bit = 15 * k
      result.limbs[bit >> 6] |= UInt64(digit) << UInt64(bit & 63)
      if bit & 63 > 49, bit >> 6 + 1 < limbs { result.limbs[bit >> 6 + 1] |= UInt64(digit) >> UInt64(64 - bit & 63) }
    }
    return t.finish(result, limbs, isNegative: signed < 0)
  }

  // MARK: Containers

  /// `count` objects, none of which may be null.
  private func items(_ count: Int, into list: Ref<ListObject>, _ message: StaticString) throws(Raised) {
    for _ in 0..<count {
      let item = try object()
      if item.isNull { throw t.raise(t.types.typeError, message) }
      try t.append(list, item)
    }
  }

  private func tuple(_ count: Int, _ isFlagged: Bool) throws(Raised) -> Value {
    if count > 0 && count <= input.remaining { return try filledTuple(count, isFlagged) }
    let index = try reserve(isFlagged)
    let collected = try t.list()
    try items(count, into: collected, "NULL object in marshal data for tuple")
    return complete(index, count == 0 ? t.interpreter.emptyTuple : try t.tuple(copying: collected.slots))
  }

  /// A tuple that its items may refer to: it is there before them. Each of them takes a byte of the data at least.
  private func filledTuple(_ count: Int, _ isFlagged: Bool) throws(Raised) -> Value {
    if count > 1 << 16 { try t.checkRoom(bytes: 8 * count) }
    let result = try t.tuple(count: count)
    for i in 0..<count { result.items[i] = .none }
    _ = try remember(Value(result), isFlagged)
    for i in 0..<count {
      let item = try object()
      if item.isNull { throw t.raise(t.types.typeError, "NULL object in marshal data for tuple") }
      result.items[i] = item
    }
    return Value(result)
  }

  private func list(_ isFlagged: Bool) throws(Raised) -> Value {
    let count = try count("bad marshal data (list size out of range)")
    let result = try t.list()
    _ = try remember(Value(result), isFlagged)
    try items(count, into: result, "NULL object in marshal data for list")
    return Value(result)
  }

  private func dict(_ isFlagged: Bool) throws(Raised) -> Value {
    let result = try t.dict()
    _ = try remember(Value(result), isFlagged)
    while true {
      let key = try object()
      if key.isNull { return Value(result) }
      let value = try object()
      if value.isNull { return Value(result) }
      try t.dictSet(result, key, value)
    }
  }

  private func set(_ isFlagged: Bool) throws(Raised) -> Value {
    let count = try count("bad marshal data (set size out of range)")
    let result = try t.set()
    _ = try remember(Value(result), isFlagged)
    for _ in 0..<count { try t.setAdd(result, try element()) }
    return Value(result)
  }

  private func frozenset(_ isFlagged: Bool) throws(Raised) -> Value {
    let count = try count("bad marshal data (set size out of range)")
    let index = try reserve(isFlagged && count > 0)
    let result = try t.frozenset()
    for _ in 0..<count { try t.setAdd(result, try element()) }
    if count == 0 { return try remember(Value(result), isFlagged) }
    return complete(index, Value(result))
  }

  private func element() throws(Raised) -> Value {
    let item = try object()
    if item.isNull { throw t.raise(t.types.typeError, "NULL object in marshal data for set") }
    return item
  }

  private func slice(_ isFlagged: Bool) throws(Raised) -> Value {
    let index = try reserve(isFlagged)
    var parts: (Value, Value, Value) = (.none, .none, .none)
    parts.0 = try part()
    parts.1 = try part()
    parts.2 = try part()
    return complete(index, try t.slice(parts.0, parts.1, parts.2))
  }

  private func part() throws(Raised) -> Value {
    let v = try object()
    if v.isNull { throw t.raise(t.types.typeError, "NULL object in marshal data for slice") }
    return v
  }

  // MARK: Code

  private func code(_ isFlagged: Bool) throws(Raised) -> Value {
    if !allowsCode { throw bad("unmarshalling code objects is disallowed") }
    let index = try reserve(isFlagged)
    let version = PythonVersion(UInt8(truncatingIfNeeded: t.level.major), UInt8(truncatingIfNeeded: t.level.minor))
    guard let format = InstructionSet.of(version)?.file else { throw bad("bad marshal data (unknown type code)") }
    let reader = MarshalledCode(t, version)
    var constants: Value = .null
    for field in format.codeFields {
      if MarshalledCode.isNumber(field) {
        reader.set(field, try input.long())
      } else {
        let v = try object()
        if v.isNull { throw t.raise(t.types.typeError, "NULL object in marshal data for code") }
        try reader.set(field, v)
        if field == .consts { constants = v }
      }
    }
    return complete(index, try reader.finish(constants: constants))
  }
}
