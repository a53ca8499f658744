/// The parsed text of a native signature, made once when its function is made.
@frozen
public struct SignatureObject: BitwiseCopyable {
  public var header: ObjectHeader
  // traced
  /// tuple of parameter names (interned strs), one per slot.
  public var names: Value
  /// tuple of default values; null where a parameter is required or its default is `<unrepresentable>`.
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
  /// Bit i: the parameter of slot i is required (the first 64 slots).
  public var requiredMask: UInt64
  /// A call with exactly this many positional arguments and no keywords needs no binding: the arguments are the slots. -1 = never.
  public var exactCount: Int
}
