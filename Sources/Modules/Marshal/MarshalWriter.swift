import Builtins
import Bytecode
import Glibc
import Runtime

/// Writes one value. An object that occurs again is written as a reference to its first occurrence, which is flagged: so are all objects that
/// are shared anyway (small ints, interned strs, the empty tuple). CPython flags what has more than one reference when it is written, which cannot
/// be known without counting references; readers do not care.
final class MarshalWriter {
  private let t: Thread
  private let version: Int
  private let allowsCode: Bool
  private var out: [UInt8] = []
  /// The numbers of objects that were written with a flag.
  private var references: [UInt64: UInt32] = [:]
  /// Objects that occur more than once.
  private var shared: Set<UInt64> = []
  private var depth: Int

  init(_ t: Thread, version: Int, allowsCode: Bool, depth: Int = 0) {
    self.depth = depth
    self.t = t
    self.version = version
    self.allowsCode = allowsCode
  }

  func write(_ v: Value) throws(Raised) -> Value {
    if version >= 3 {
      var seen: Set<UInt64> = []
      try findShared(v, &seen, depth)
    }
    try write(object: v)
    return try out.withUnsafeBufferPointer { buffer throws(Raised) in try t.bytes(buffer) }
  }

  // MARK: What is shared

  /// Whether CPython keeps one object for all equal values, or everything that uses the value shares it.
  private func isAlwaysShared(_ v: Value) -> Bool {
    if v.isSmallInt { return v.smallInt >= -5 && v.smallInt <= 256 }
    guard v.isObject else { return false }
    switch v.kind {
    case .str:
      let text: Ref<StrObject> = v.unchecked()
      return text.header.flags.contains(.interned) || text.count == 0 || text.count == 1 && text.codePoint(0) < 256
    case .tuple: return v.unchecked(as: TupleObject.self).count == 0
    case .bytes: return v.unchecked(as: BytesObject.self).count < 2
    default: return false
    }
  }

  private func findShared(_ v: Value, _ seen: inout Set<UInt64>, _ level: Int) throws(Raised) {
    guard v.isObject, level <= MarshalModule.deepest else { return }
    if !seen.insert(v.bits).inserted {
      shared.insert(v.bits)
      return
    }
    try t.enterRecursive()
    if seen.count & 0xFFF == 0 { try t.pollNative() }
    switch v.kind {
    case .tuple:
      let items = v.tupleSlots
      for i in 0..<items.count { try findShared(items[i], &seen, level + 1) }
    case .list:
      let items = v.unchecked(as: ListObject.self)
      var i = 0
      while i < items.count {
        try findShared(items.items[i], &seen, level + 1)
        i += 1
      }
    case .dict:
      var position = 0
      while let entry = t.dictNext(v.unchecked(), &position) {
        try findShared(entry.key, &seen, level + 1)
        try findShared(entry.value, &seen, level + 1)
      }
    case .set, .frozenset:
      let items = try t.list(from: v)
      for i in 0..<items.count { try findShared(items.items[i], &seen, level + 1) }
    case .code: try findShared(v.unchecked(as: CodeObject.self).constantsTuple, &seen, level + 1)
    default: return
    }
  }

  // MARK: Bytes

  private func put(_ byte: UInt8) { out.append(byte) }

  private func put(_ n: Int) {
    let word = UInt32(truncatingIfNeeded: n)
    for shift in [UInt32(0), 8, 16, 24] { out.append(UInt8(truncatingIfNeeded: word >> shift)) }
  }

  private func put(_ x: Double) {
    for shift in 0..<8 { out.append(UInt8(truncatingIfNeeded: x.bitPattern >> UInt64(8 * shift))) }
  }

  private func put(_ bytes: UnsafePointer<UInt8>, _ count: Int) throws(Raised) {
    if count > Int(Int32.max) { throw unmarshallable() }
    if count > 1 << 16 { try t.checkRoom(bytes: 2 * (out.count + count)) }
    out += UnsafeBufferPointer(start: bytes, count: count)
  }

  private func unmarshallable() -> Raised { t.raise(t.types.valueError, "unmarshallable object") }

  // MARK: Objects

  private func write(object v: Value) throws(Raised) {
    depth += 1
    defer { depth -= 1 }
    if depth > MarshalModule.deepest { throw t.raise(t.types.valueError, "object too deeply nested to marshal") }
    try t.enterRecursive()
    try t.pollNative()
    if out.count > 1 << 20 { try t.checkRoom(bytes: 2 * out.count) }
    switch v {
    case .none: return put(UInt8(ascii: "N"))
    case .ellipsis: return put(UInt8(ascii: "."))
    case .false: return put(UInt8(ascii: "F"))
    case .true: return put(UInt8(ascii: "T"))
    default: break
    }
    if v == Value(t.types.stopIteration) { return put(UInt8(ascii: "S")) }
    var flag: UInt8 = 0
    if version >= 3 {
      if let index = references[v.bits] {
        put(UInt8(ascii: "r"))
        return put(Int(index))
      }
      if shared.contains(v.bits) || isAlwaysShared(v) {
        references[v.bits] = UInt32(references.count)
        flag = 0x80
      }
    }
    try writeBody(v, flag)
  }

  private func writeBody(_ v: Value, _ flag: UInt8) throws(Raised) {
    let type = t.typeOf(v)
    if v.isSmallInt || type == t.types.int { return writeInt(v, flag) }
    if type == t.types.float { return try writeFloats([v.anyDouble], UInt8(ascii: "g"), UInt8(ascii: "f"), flag) }
    guard v.isObject else { throw unmarshallable() }
    let types = t.types
    switch v.kind {
    case .complex where type == types.complex:
      let z: Ref<ComplexObject> = v.unchecked()
      try writeFloats([z.real, z.imaginary], UInt8(ascii: "y"), UInt8(ascii: "x"), flag)
    case .str where type == types.str: try writeText(v.unchecked(), flag)
    case .tuple where type == types.tuple:
      let items = v.tupleSlots
      if version >= 4 && items.count < 256 {
        put(UInt8(ascii: ")") | flag)
        put(UInt8(items.count))
      } else {
        put(UInt8(ascii: "(") | flag)
        put(items.count)
      }
      for i in 0..<items.count { try write(object: items[i]) }
    case .list where type == types.list:
      let list: Ref<ListObject> = v.unchecked()
      put(UInt8(ascii: "[") | flag)
      put(list.count)
      for i in 0..<list.count { try write(object: list.items[i]) }
    case .dict where type == types.dict:
      put(UInt8(ascii: "{") | flag)
      var position = 0
      while let entry = t.dictNext(v.unchecked(), &position) {
        try write(object: entry.key)
        try write(object: entry.value)
      }
      put(UInt8(ascii: "0"))
    case .set where type == types.set: try writeSet(v, UInt8(ascii: "<") | flag)
    case .frozenset where type == types.frozenset: try writeSet(v, UInt8(ascii: ">") | flag)
    case .slice where version >= 5 && t.has(.marshalledSlices):
      let slice: Ref<SliceObject> = v.unchecked()
      put(UInt8(ascii: ":") | flag)
      try write(object: slice.start)
      try write(object: slice.stop)
      try write(object: slice.step)
    case .code:
      if !allowsCode { throw t.raise(t.types.valueError, "marshalling code objects is disallowed") }
      put(UInt8(ascii: "c") | flag)
      try writeCode(v.unchecked())
    default: try writeBuffer(v, flag)
    }
  }

  private func writeBuffer(_ v: Value, _ flag: UInt8) throws(Raised) {
    guard let view = ByteView(t, v) else { throw unmarshallable() }
    put(UInt8(ascii: "s") | flag)
    put(view.count)
    try put(view.base, view.count)
  }

  private func writeInt(_ v: Value, _ flag: UInt8) {
    let number = IntOperand(v)
    if let n = number.asInt, Int32(exactly: n) != nil {
      put(UInt8(ascii: "i") | flag)
      return put(n)
    }
    put(UInt8(ascii: "l") | flag)
    let count = (number.bitLength + 14) / 15
    put(number.isNegative ? -count : count)
    for k in 0..<count {
      let bit = 15 * k
      var digit = number[bit >> 6] >> UInt64(bit & 63)
      if bit & 63 > 49, bit >> 6 + 1 < number.count { digit |= number[bit >> 6 + 1] << UInt64(64 - bit & 63) }
      put(UInt8(truncatingIfNeeded: digit))
      put(UInt8(truncatingIfNeeded: digit >> 8) & 0x7F)
    }
  }

  /// - Parameter text: the type that older versions of the format have for floats as text.
  private func writeFloats(_ parts: [Double], _ type: UInt8, _ text: UInt8, _ flag: UInt8) throws(Raised) {
    put((version > 1 ? type : text) | flag)
    for x in parts {
      if version > 1 {
        put(x)
      } else {
        let format = try t.call(try t.getAttribute(try t.str("%.17g"), try t.intern("__mod__")), try t.float(x))
        let digits: Ref<StrObject> = format.unchecked()
        put(UInt8(truncatingIfNeeded: digits.count))
        try put(UnsafePointer(digits.bytes), digits.count)
      }
    }
  }

  private func writeText(_ text: Ref<StrObject>, _ flag: UInt8) throws(Raised) {
    let isInterned = text.header.flags.contains(.interned)
    if version >= 4 && text.isASCII {
      if text.count < 256 {
        put((isInterned ? UInt8(ascii: "Z") : UInt8(ascii: "z")) | flag)
        put(UInt8(text.count))
      } else {
        put((isInterned ? UInt8(ascii: "A") : UInt8(ascii: "a")) | flag)
        put(text.count)
      }
      return try put(UnsafePointer(text.bytes), text.count)
    }
    let encoded = try t.call(
      try t.getAttribute(Value(text), try t.intern("encode")), try t.str("utf-8"), try t.str("surrogatepass"))
    let bytes: Ref<BytesObject> = encoded.unchecked()
    put((version >= 3 && isInterned ? UInt8(ascii: "t") : UInt8(ascii: "u")) | flag)
    put(bytes.count)
    try put(UnsafePointer(bytes.bytes), bytes.count)
  }

  /// The elements; where CPython wants the same bytes from every run, in the order of what they are written as.
  private func writeSet(_ v: Value, _ typeByte: UInt8) throws(Raised) {
    let items = try t.list(from: v)
    put(typeByte)
    put(items.count)
    if items.count > 1, t.has(.sortedMarshalledSets) {
      let pairs = try t.list()
      for i in 0..<items.count {
        let bytes = try MarshalWriter(t, version: version, allowsCode: allowsCode, depth: depth).write(items.items[i])
        try t.append(pairs, try t.tuple(bytes, items.items[i]))
      }
      try t.sort(pairs, key: .none, reverse: false)
      for i in 0..<items.count { items.items[i] = pairs.items[i].tupleSlots[1] }
    }
    for i in 0..<items.count { try write(object: items.items[i]) }
  }

  // MARK: Code

  private func writeCode(_ code: Ref<CodeObject>) throws(Raised) {
    let fields = (InstructionSet.numbered(code.engine) ?? InstructionSet.newest).file.codeFields
    for field in fields {
      switch field {
      case .argcount: put(code.argumentCount)
      case .posonlyargcount: put(code.positionalOnlyCount)
      case .kwonlyargcount: put(code.keywordOnlyCount)
      case .nlocals: put(code.localCount)
      case .stacksize: put(code.stackSize)
      case .flags: put(Int(code.flags.rawValue))
      case .firstlineno: put(code.firstLine)
      default: try write(object: try value(of: field, code))
      }
    }
  }

  private func value(of field: CodeField, _ code: Ref<CodeObject>) throws(Raised) -> Value {
    switch field {
    case .code: code.codeBytes
    case .consts: code.constantsTuple
    case .names: code.namesTuple
    case .varnames: try t.variableNames(code, kind: LocalKind.local.rawValue)
    case .freevars: try t.variableNames(code, kind: LocalKind.free.rawValue)
    case .cellvars: try t.variableNames(code, kind: LocalKind.cell.rawValue)
    case .localsplusnames: code.localsPlusNames
    case .localspluskinds: code.localsPlusKinds
    case .filename: code.fileName
    case .name: code.name
    case .qualname: code.qualifiedName
    case .linetable: code.lineTable
    default: code.exceptionTable
    }
  }
}
