/// The parsed text of a native signature, made once when its function is made.
@frozen
public struct SignatureObject: BitwiseCopyable {
  public var header: ObjectHeader
  // traced
  /// tuple of parameter names (interned strs), one per slot.
  public var names: Value
  /// tuple of default values; null where a parameter is required (before `requiredCount`) or its default is `<unrepresentable>`.
  /// A keyword-only parameter without default is required: NotImplemented stands for "no default" there.
  public var defaults: Value
  /// The function's name, for messages.
  public var functionName: Value
  // raw
  /// Slots in all: parameters, *args and **kwargs included.
  public var slotCount: Int
  public var positionalOnlyCount: Int
  /// Parameters that may be given by position (positional-only included, `self` included).
  public var positionalCount: Int
  /// How many of these must be given.
  public var requiredCount: Int
  /// Slot of `*args`, -1 = none.
  public var varArgsSlot: Int
  /// Slot of `**kwargs`, -1 = none.
  public var varKeywordsSlot: Int
  public var keywordOnlyCount: Int
  /// 1 if the first parameter is the object a method is called on (`self`, `type`, `cls`): it does not count in messages.
  public var receiverCount: Int
}
