/// The type bytes of the marshal format (CPython: Python/marshal.c), without the reference flag.
enum TypeCode: UInt8 {
  case null = 0x30  // 0
  case none = 0x4E  // N
  case `false` = 0x46  // F
  case `true` = 0x54  // T
  case stopIteration = 0x53  // S
  case ellipsis = 0x2E  // .
  /// 32-bit int.
  case int = 0x69  // i
  /// 64-bit int; no longer written.
  case int64 = 0x49  // I
  /// Signed number of 15-bit digits, then the digits.
  case long = 0x6C  // l
  /// Float and complex as text; written up to marshal version 1.
  case floatText = 0x66  // f
  case complexText = 0x78  // x
  case float = 0x67  // g
  case complex = 0x79  // y
  case bytes = 0x73  // s
  /// Text as UTF-8 with surrogates; and interned.
  case unicode = 0x75  // u
  case interned = 0x74  // t
  case ascii = 0x61  // a
  case asciiInterned = 0x41  // A
  /// ASCII with a length of one byte.
  case shortASCII = 0x7A  // z
  case shortASCIIInterned = 0x5A  // Z
  case reference = 0x72  // r
  /// An interned string that was there before; up to marshal version 2.
  case stringReference = 0x52  // R
  case tuple = 0x28  // (
  case smallTuple = 0x29  // )
  case list = 0x5B  // [
  case set = 0x3C  // <
  case frozenset = 0x3E  // >
  case dictionary = 0x7B  // {
  /// Three objects; from marshal version 5.
  case slice = 0x3A  // :
  case code = 0x63  // c

  /// Whether the flag has an effect: singletons are never in the list of references.
  var mayBeReferenced: Bool {
    switch self {
    case .null, .none, .false, .true, .stopIteration, .ellipsis, .reference, .stringReference: false
    default: true
    }
  }

  /// Whether a version of marshal has the type.
  func exists(in marshalVersion: Int) -> Bool {
    switch self {
    case .reference, .smallTuple, .ascii, .asciiInterned, .shortASCII, .shortASCIIInterned: marshalVersion >= TypeCode.flaggedVersion
    case .stringReference: marshalVersion < TypeCode.flaggedVersion
    case .slice: marshalVersion >= 5
    default: true
    }
  }

  /// The first version of marshal in which objects of any type may be referred to.
  static let flaggedVersion = 3

  /// The object is appended to the list of references.
  static let referenceFlag: UInt8 = 0x80
}

/// One field of a marshalled code object. A version's list of them, in order, is its layout.
public enum CodeField: String, Sendable, CaseIterable {
  case argcount, posonlyargcount, kwonlyargcount, nlocals, stacksize, flags
  case code, consts, names, varnames, freevars, cellvars
  case localsplusnames, localspluskinds
  case filename, name, qualname
  case firstlineno
  /// Line information, whatever its format in that version.
  case linetable
  case exceptiontable
}

/// How marshal spelled the objects of one file, in the order of reading: what the values alone do not tell. A writer
/// that is given it repeats the file byte for byte, as long as the values are unchanged.
public struct MarshalSpelling: Sendable {
  /// The type byte of each object, with the reference flag.
  var typeBytes: [UInt8] = []
  /// The index of each reference, in order.
  var references: [UInt32] = []
}
