/// What a slot of a frame may hold, as the set of possibilities that the verifier tells apart.
///
/// A join of two paths is the union; a requirement is a set that must contain everything the slot may hold.
public struct SlotKind: OptionSet, Hashable, Sendable, BitwiseCopyable {
  public let rawValue: UInt16

  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The NULL marker, which is also what an unset local holds.
  public static let null = SlotKind(rawValue: 1 << 0)
  /// Exactly `True` or `False`.
  public static let bool = SlotKind(rawValue: 1 << 1)
  public static let none = SlotKind(rawValue: 1 << 2)
  /// An instance of BaseException.
  public static let exception = SlotKind(rawValue: 1 << 3)
  /// The offset of the instruction that raised, as pushed on entry to a handler.
  public static let lasti = SlotKind(rawValue: 1 << 4)
  public static let cell = SlotKind(rawValue: 1 << 5)
  public static let code = SlotKind(rawValue: 1 << 6)
  /// Exactly an int, other than a bool.
  public static let int = SlotKind(rawValue: 1 << 7)
  /// An object of any other type, or of a type that is not known.
  public static let other = SlotKind(rawValue: 1 << 8)
  /// Where a finally block goes on behind its end, as CALL_FINALLY pushed it (3.8). The slot's constant is the index
  /// of the place among those behind the CALL_FINALLYs.
  public static let returnAddress = SlotKind(rawValue: 1 << 9)
  /// Stands only for what an instruction pushes: the result of comparing the two values that it popped, a bool if both
  /// are ints, else any object. (For the length of a pattern's subject, CPython 3.13 tests the result as it is.)
  public static let comparison = SlotKind(rawValue: 1 << 15)

  /// Any Python object.
  public static let object: SlotKind = [.bool, .none, .exception, .lasti, .cell, .code, .int, .other]
  /// An object whose type is not known, as instructions push it: no proof of any of the special kinds.
  public static let unknown: SlotKind = .object
  public static let objectOrNull: SlotKind = [.object, .null]
  public static let unset: SlotKind = .null
  public static let unsetOrObject: SlotKind = .objectOrNull
  public static let exceptionOrNone: SlotKind = [.exception, .none]
}

extension SlotKind: CustomStringConvertible {
  /// The set in words, such as `object or NULL`.
  public var description: String {
    if isEmpty { return "nothing" }
    if self == .objectOrNull { return "object or NULL" }
    if self == .object { return "object" }
    let words: [(SlotKind, String)] = [
      (.bool, "bool"), (.none, "None"), (.exception, "exception"), (.lasti, "lasti"), (.cell, "cell"),
      (.code, "code"), (.int, "int"), (.other, "object"), (.null, "NULL"), (.returnAddress, "return address"),
    ]
    return words.filter { contains($0.0) }.map(\.1).joined(separator: " or ")
  }
}

/// The abstract value of one slot: its kind and, if known, which constant it holds.
///
///     bits 31 ... 16   index of the constant + 1, 0 if not known or too large to note
///     bits 15 ...  0   SlotKind
public struct AbstractSlot: Hashable, Sendable, BitwiseCopyable {
  let bits: UInt32

  @inline(__always)
  init(bits: UInt32) { self.bits = bits }

  public init(_ kind: SlotKind) { bits = UInt32(kind.rawValue) }

  init(_ kind: SlotKind, constant: Int) {
    bits = UInt32(kind.rawValue) | (constant < 0xFFFF ? UInt32(constant + 1) << 16 : 0)
  }

  public var kind: SlotKind { SlotKind(rawValue: UInt16(truncatingIfNeeded: bits)) }

  /// The slot of a return address.
  init(returnSite: Int) {
    bits = UInt32(SlotKind.returnAddress.rawValue) | UInt32(truncatingIfNeeded: returnSite + 1) << 16
  }

  /// The index of the constant that the slot holds, if known.
  public var constant: Int? { bits >> 16 == 0 ? nil : Int(bits >> 16) - 1 }

  /// What holds on both of two paths.
  func joined(with other: AbstractSlot) -> AbstractSlot {
    let kinds = (bits | other.bits) & 0xFFFF
    let constant = (bits ^ other.bits) >> 16 == 0 ? bits & 0xFFFF_0000 : 0
    return AbstractSlot(bits: kinds | constant)
  }

  /// The slot without the possibilities in `kinds`.
  func excluding(_ kinds: SlotKind) -> AbstractSlot {
    AbstractSlot(bits: bits & ~UInt32(kinds.rawValue))
  }
}
