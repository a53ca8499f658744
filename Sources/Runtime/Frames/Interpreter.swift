/// Everything that belongs to one interpreter: types, names, modules, heap, caches. Several live side by side; nothing in Runtime is global.
@frozen
public struct InterpreterState: BitwiseCopyable {
  public var heap: Heap
  public var types: UnsafeMutablePointer<BuiltinTypes>
  /// Interned strs of `Name`, by index.
  public var names: SlotPointer
  /// One-character strs of code points 0 ..< 256, the empty str, the empty tuple, empty bytes.
  public var latin1: SlotPointer
  public var emptyStr: Value
  public var emptyTuple: Value
  public var emptyBytes: Value
  public var internTable: InternTable
  public var attributeCache: AttributeCache
  /// `sys.modules`.
  public var modules: Ref<DictObject>
  /// The builtin `__import__`, by which IMPORT_NAME knows that nobody replaced it.
  public var importFunction: Value
  /// The class of `__spec__`; none until a module needs it.
  public var moduleSpecType: Ref<TypeObject>
  /// The namespace of module builtins.
  public var builtins: Ref<DictObject>
  /// The namespace of module sys.
  public var sysDict: Ref<DictObject>
  public var nextTypeVersion: UInt64
  public var nextDictVersion: UInt64
  /// Keys of SipHash for str and bytes.
  public var hashKey0: UInt64
  public var hashKey1: UInt64
  /// `sys.get_int_max_str_digits()`: longest decimal text of an int that is converted, 0 = no limit.
  public var maxStrDigits: Int
  /// The main thread.
  public var mainThread: Thread
  /// The Swift side: registry of native types and modules, hooks (`Unmanaged<InterpreterBox>`).
  public var box: UnsafeRawPointer
  /// The MemoryError raised when there is no memory to make one.
  public var memoryError: Value
  /// Python values that native modules keep alive: a list.
  public var roots: Value
}

/// Handle of an `InterpreterState`.
@frozen
@dynamicMemberLookup
public struct Interpreter: BitwiseCopyable {
  public var pointer: UnsafeMutablePointer<InterpreterState>
  @inlinable @inline(__always) public init(_ pointer: UnsafeMutablePointer<InterpreterState>) { self.pointer = pointer }
  @inlinable @inline(__always) public subscript<V: BitwiseCopyable>(dynamicMember path: WritableKeyPath<InterpreterState, V>) -> V {
    @inline(__always) get { pointer.pointee[keyPath: path] }
    @inline(__always) nonmutating set { pointer.pointee[keyPath: path] = newValue }
  }
}
