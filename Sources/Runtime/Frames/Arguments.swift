/// The arguments of one call, where they lie. Nothing here is traced: the words must be rooted by whoever made it (a frame, the native stack,
/// a tuple that the native stack refers to).
@frozen
public struct Arguments: BitwiseCopyable {
  /// An argument before `positional`: the self of a bound method, the class of `__new__`; null if there is none.
  public var me: Value
  public var positional: Slots
  /// tuple of the keyword names (strs), or null.
  public var names: Value
  /// One value per name; behind `positional` in most cases.
  public var values: SlotPointer

  @inlinable @inline(__always)
  public init(me: Value = .null, _ positional: Slots) {
    self.me = me
    self.positional = positional
    names = .null
    values = positional.base
  }

  /// The last `names.count` of `slots` are keyword arguments. `names` is a tuple of strs or null.
  @inlinable @inline(__always)
  public init(me: Value = .null, _ slots: Slots, names: Value) {
    self.me = me
    let keywords = names.isNull ? 0 : names.unchecked(as: TupleObject.self).count
    positional = slots.prefix(slots.count &- keywords)
    self.names = keywords == 0 ? .null : names
    values = slots.base + positional.count
  }

  /// Number of positional arguments, `me` included.
  @inlinable @inline(__always)
  public var count: Int { positional.count &+ (me.isNull ? 0 : 1) }

  @inlinable @inline(__always)
  public var keywordCount: Int { names.isNull ? 0 : names.unchecked(as: TupleObject.self).count }

  /// The positional argument at `index`, counting `me`.
  @inlinable @inline(__always)
  public subscript(index: Int) -> Value {
    if me.isNull { return positional[index] }
    return index == 0 ? me : positional[index &- 1]
  }
}
