import Builtins
import Bytecode
import Compiler
import Runtime

/// What an object is as a constant of a tree.
enum ConstantReader {
  /// nil if the value is of a type that constants do not have, or holds such a value.
  static func constant(_ t: Thread, _ v: Value) throws(Raised) -> Constant? {
    switch v {
    case .none: return Constant.none
    case .ellipsis: return .ellipsis
    case .true: return .bool(true)
    case .false: return .bool(false)
    default: break
    }
    let type = t.typeOf(v)
    let types = t.types
    if type == types.int { return integer(v) }
    if type == types.float { return .float(v.anyDouble) }
    if type == types.complex {
      let number: Ref<ComplexObject> = v.unchecked()
      return .complex(number.real, number.imaginary)
    }
    if type == types.str { return .string(t.text(of: v)) }
    if type == types.bytes, let view = ByteView(t, v) { return .bytes(ByteString(Array(UnsafeBufferPointer(start: view.base, count: view.count)))) }
    if type == types.tuple { return try items(t, v).map { .tuple($0) } }
    if type == types.frozenset { return try items(t, try t.tuple(from: v)).map { .frozenset($0) } }
    return nil
  }

  private static func integer(_ v: Value) -> Constant {
    let number = IntOperand(v)
    return .integer(isNegative: number.isNegative, limbs: (0..<number.count).map { number[$0] })
  }

  private static func items(_ t: Thread, _ v: Value) throws(Raised) -> [Constant]? {
    try t.enterRecursive(" during compilation")
    defer { t.leaveRecursive() }
    let slots = v.tupleSlots
    var items: [Constant] = []
    for index in 0..<slots.count {
      guard let item = try constant(t, slots[index]) else { return nil }
      items.append(item)
    }
    return items
  }

  /// The type that makes a value no constant.
  static func nameOfInvalid(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    let isContainer = t.typeOf(v) == t.types.tuple || t.typeOf(v) == t.types.frozenset
    if isContainer, t.has(.invalidItemsNamed) {
      let items = try t.tuple(from: v)
      for index in 0..<items.tupleSlots.count where try constant(t, items.tupleSlots[index]) == nil {
        return try nameOfInvalid(t, items.tupleSlots[index])
      }
    }
    return try t.message("%T", v)
  }
}
