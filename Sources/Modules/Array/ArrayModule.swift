import Builtins
import Glibc
import Runtime

/// Module `array` (CPython: Modules/arraymodule.c): numbers and characters in as few bytes as they need.
enum ArrayModule {
  static let module = ModuleSpec(
    "array",
    doc: """
      This module defines an object type which can efficiently represent
      an array of basic values: characters, integers, floating-point
      numbers. Arrays are sequence types and behave very much like lists,
      except that the type of objects stored in them is constrained.
      """,
    functions: [
      .init("_array_reconstructor(arraytype, typecode, mformat_code, items, /)", "Internal. Used for pickling support.") { t, a throws(Raised) in
        try ArrayPickling.reconstruct(t, a)
      }
    ]
  ) { t, m throws(Raised) in
    let type = try t.makeNativeType(
      ArrayType.spec, kind: .bufferOwner, bytes: MemoryLayout<ArrayObject>.size, flags: t.has(.arraysAsSequences) ? [.base, .sequence] : [.base])
    try t.dictSet(type.dict, t.name(.__module__), m.name)
    try t.addConstant(m, "array", Value(type))
    try t.addConstant(m, "ArrayType", Value(type))
    let iterator = try t.makeNativeType(ArrayIterator.spec, bytes: MemoryLayout<ArrayIteratorObject>.size, flags: [.noConstructor])
    try t.dictSet(iterator.dict, t.name(.__module__), t.has(.arrayIteratorInArray) ? m.name : t.name(.builtins))
    try t.addConstant(m, "typecodes", try t.str(t.has(.wideCharacterArrays) ? ArrayItems.codes : "bBuhHiIlLqQfd"))
    let abc = try t.importModule(try t.str("collections.abc"))
    if !t.has(.arraysAsSequences) { return }
    _ = try t.call(try t.getAttribute(try t.getAttribute(abc, try t.intern("MutableSequence")), try t.intern("register")), Value(type))
  }
}

/// What pickles of arrays are made of: items in a machine format, by number.
enum ArrayPickling {
  private struct MachineFormat {
    let size: Int
    let isSigned: Bool
    let isBigEndian: Bool
    enum Kind { case integer, float, text }
    let kind: Kind
  }

  private static func format(_ number: Int) -> MachineFormat? {
    let isOdd = number & 1 == 1
    switch number {
    case 0, 1: return MachineFormat(size: 1, isSigned: isOdd, isBigEndian: false, kind: .integer)
    case 2...13: return MachineFormat(size: 2 << ((number - 2) / 4), isSigned: (number - 2) & 2 != 0, isBigEndian: isOdd, kind: .integer)
    case 14...17: return MachineFormat(size: number < 16 ? 4 : 8, isSigned: false, isBigEndian: isOdd, kind: .float)
    case 18...21: return MachineFormat(size: number < 20 ? 2 : 4, isSigned: false, isBigEndian: isOdd, kind: .text)
    default: return nil
    }
  }

  /// The number of the format that a typecode has on this machine.
  private static func number(_ code: UInt8) -> Int {
    switch code {
    case UInt8(ascii: "B"): 0
    case UInt8(ascii: "b"): 1
    case UInt8(ascii: "H"): 2
    case UInt8(ascii: "h"): 4
    case UInt8(ascii: "I"): 6
    case UInt8(ascii: "i"): 8
    case UInt8(ascii: "L"), UInt8(ascii: "Q"): 10
    case UInt8(ascii: "l"), UInt8(ascii: "q"): 12
    case UInt8(ascii: "f"): 14
    case UInt8(ascii: "d"): 16
    default: 20
    }
  }

  static func reduce(_ t: Thread, _ v: Value, _ version: Value) throws(Raised) -> Value {
    guard version.isInt else { throw t.raise(t.types.typeError, "__reduce_ex__ argument should be an integer") }
    let me: Ref<ArrayObject> = v.unchecked()
    let state = try t.getAttributeOrNull(v, .__dict__)
    let code = try t.str(codePoint: UInt32(me.code))
    let type = Value(t.typeOf(v))
    if IntOperand(version).asInt ?? 3 < 3 {
      return try t.tuple(type, try t.tuple(code, try ArrayMethods.list(t, me)), state.isNull ? .none : state)
    }
    let module = try t.importModule(try t.str("array"))
    let arguments = try t.tuple(count: 4)
    arguments.items[0] = type
    arguments.items[1] = code
    arguments.items[2] = Value(small: number(me.code))
    arguments.items[3] = try ArrayBytes.bytes(t, me)
    return try t.tuple(
      try t.getAttribute(module, try t.intern("_array_reconstructor")), Value(arguments), state.isNull ? .none : state)
  }

  /// `_array_reconstructor(type, typecode, number, bytes)`
  static func reconstruct(_ t: Thread, _ a: Slots) throws(Raised) -> Value {
    guard a[1].isKind(.str), a[1].unchecked(as: StrObject.self).count == 1 else {
      throw t.raise(t.types.typeError, "_array_reconstructor() argument 2 must be a unicode character, not %B", a[1])
    }
    let number = try t.parsedInt(a[2])
    guard a[0].isKind(.type) else { throw t.raise(t.types.typeError, "first argument must be a type object, not %T", a[0]) }
    let native = t.typeNamed("array.array")
    guard t.isSubtype(a[0].unchecked(), native) else {
      throw t.raise(t.types.typeError, "%N is not a subtype of %N", a[0], Value(native))
    }
    let code = a[1].unchecked(as: StrObject.self).codePoint(0)
    guard ArrayItems.isCode(t, code) else { throw t.raise(t.types.valueError, "second argument must be a valid type code") }
    guard let format = format(number) else { throw t.raise(t.types.valueError, "third argument must be a valid machine format code.") }
    guard a[3].isKind(.bytes) else { throw t.raise(t.types.typeError, "fourth argument should be bytes, not %T", a[3]) }
    if ArrayPickling.number(UInt8(code)) == number { return try t.call(a[0], a[1], a[3]) }
    return try convert(t, a[0], UInt8(code), format, a[3].unchecked())
  }

  private static func convert(_ t: Thread, _ cls: Value, _ code: UInt8, _ format: MachineFormat, _ bytes: Ref<BytesObject>) throws(Raised) -> Value {
    if bytes.count % format.size != 0 { throw t.raise(t.types.valueError, "string length not a multiple of item size") }
    if format.kind == .text {
      let encoding: StaticString = format.size == 2 ? (format.isBigEndian ? "utf-16-be" : "utf-16-le") : (format.isBigEndian ? "utf-32-be" : "utf-32-le")
      let text = try t.call(try t.getAttribute(Value(bytes), try t.intern("decode")), try t.str(encoding))
      return try t.call(cls, try t.str(codePoint: UInt32(code)), text)
    }
    let items = try t.list()
    for i in 0..<(bytes.count / format.size) {
      var bits: UInt64 = 0
      for k in 0..<format.size { bits = bits << 8 | UInt64(bytes.bytes[i * format.size + (format.isBigEndian ? k : format.size - 1 - k)]) }
      try t.append(items, try value(t, format, bits))
      try t.pollNative()
    }
    let target = format.kind == .float ? code : typecode(format, code)
    return try t.call(cls, try t.str(codePoint: UInt32(target)), Value(items))
  }

  private static func value(_ t: Thread, _ format: MachineFormat, _ bits: UInt64) throws(Raised) -> Value {
    if format.kind == .float {
      return try t.float(format.size == 4 ? Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits))) : Double(bitPattern: bits))
    }
    if !format.isSigned { return try t.int(bits) }
    let shift = UInt64(64 - 8 * format.size)
    return try t.int(Int(Int64(bitPattern: bits << shift) >> Int64(shift)))
  }

  /// The last typecode with the format's size and sign.
  private static func typecode(_ format: MachineFormat, _ code: UInt8) -> UInt8 {
    let candidates: StaticString = format.isSigned ? "bhiq" : "BHIQ"
    switch format.size {
    case 1: return candidates.utf8Start[0]
    case 2: return candidates.utf8Start[1]
    case 4: return candidates.utf8Start[2]
    default: return candidates.utf8Start[3]
    }
  }
}
