/// The parsed text of a native signature, made once when its function is made.
@frozen
public struct SignatureObject: HeapCell {
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
  /// Slot that gets the number of keywords, -1 = none.
  public var keywordCountSlot: Int
  /// 1 if the first parameter is the object a method is called on (`self`, `type`, `cls`): it does not count in messages.
  public var receiverCount: Int
  public var parsing: ArgumentParsing
}

/// How CPython counts the arguments of a function without keywords, which decides the words of its complaints.
@frozen
public enum ArgumentParsing: UInt8, BitwiseCopyable {
  /// METH_FASTCALL, METH_O, METH_NOARGS.
  case direct
  /// METH_VARARGS and PyArg_ParseTuple, with the function's name or without.
  case tuple, namelessTuple
  /// METH_METHOD | METH_KEYWORDS without parameters that can be given by name.
  case keywords
  /// METH_VARARGS and PyArg_UnpackTuple.
  case unpackedTuple
  /// METH_FASTCALL and _PyArg_ParseStack: counted as PyArg_ParseTuple does.
  case stack
}

extension Ref where T == SignatureObject {
  @inlinable @inline(__always) public var names: Value { get { layout.names } nonmutating set { layout.names = newValue } }
  @inlinable @inline(__always) public var defaults: Value { get { layout.defaults } nonmutating set { layout.defaults = newValue } }
  @inlinable @inline(__always) public var functionName: Value {
    get { layout.functionName } nonmutating set { layout.functionName = newValue }
  }
  @inlinable @inline(__always) public var slotCount: Int { get { layout.slotCount } nonmutating set { layout.slotCount = newValue } }
  @inlinable @inline(__always) public var positionalOnlyCount: Int {
    get { layout.positionalOnlyCount } nonmutating set { layout.positionalOnlyCount = newValue }
  }
  @inlinable @inline(__always) public var positionalCount: Int {
    get { layout.positionalCount } nonmutating set { layout.positionalCount = newValue }
  }
  @inlinable @inline(__always) public var requiredCount: Int {
    get { layout.requiredCount } nonmutating set { layout.requiredCount = newValue }
  }
  @inlinable @inline(__always) public var varArgsSlot: Int { get { layout.varArgsSlot } nonmutating set { layout.varArgsSlot = newValue } }
  @inlinable @inline(__always) public var varKeywordsSlot: Int {
    get { layout.varKeywordsSlot } nonmutating set { layout.varKeywordsSlot = newValue }
  }
  @inlinable @inline(__always) public var keywordOnlyCount: Int {
    get { layout.keywordOnlyCount } nonmutating set { layout.keywordOnlyCount = newValue }
  }
  @inlinable @inline(__always) public var keywordCountSlot: Int {
    get { layout.keywordCountSlot } nonmutating set { layout.keywordCountSlot = newValue }
  }
  @inlinable @inline(__always) public var receiverCount: Int {
    get { layout.receiverCount } nonmutating set { layout.receiverCount = newValue }
  }
  @inlinable @inline(__always) public var parsing: ArgumentParsing { get { layout.parsing } nonmutating set { layout.parsing = newValue } }
}
