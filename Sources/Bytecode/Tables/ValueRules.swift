/// What a version's values hash to, which decides the order of sets, and how they print: the section `values` of its file in
/// `Spec/versions`.
public struct ValueRules: Hashable, Sendable {
  public let stringHash: StringHash
  public let tupleHash: TupleHash
  public let noneHash: NoneHash
  /// The version of Unicode that says what is printable, times 10.
  public let unicode: UInt16
  /// The most decimal digits of an int (`sys.get_int_max_str_digits()`); 0 for no limit.
  public let intDigits: Int

  public init(stringHash: StringHash, tupleHash: TupleHash, noneHash: NoneHash, unicode: UInt16, intDigits: Int) {
    self.stringHash = stringHash
    self.tupleHash = tupleHash
    self.noneHash = noneHash
    self.unicode = unicode
    self.intDigits = intDigits
  }

  /// SipHash with 2 compression and 4 finalization rounds, or with 1 and 3.
  public enum StringHash: Sendable { case siphash24, siphash13 }

  /// CPython: Objects/tupleobject.c; a form of xxHash, and what was there before.
  public enum TupleHash: Sendable { case multiplied, xxhash }

  /// None hashes to its address, which may differ in each process, or to a constant.
  public enum NoneHash: Sendable { case address, constant }
}
