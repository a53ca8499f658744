// The fields of the states as properties of their handles, one line a field.

extension Thread {
  @inlinable @inline(__always) public var interpreter: Interpreter { get { pointer.pointee.interpreter } nonmutating set { pointer.pointee.interpreter = newValue } }
  @inlinable @inline(__always) public var heap: Heap { get { pointer.pointee.heap } nonmutating set { pointer.pointee.heap = newValue } }
  @inlinable @inline(__always) public var frame: Frame { get { pointer.pointee.frame } nonmutating set { pointer.pointee.frame = newValue } }
  @inlinable @inline(__always) public var stackTop: SlotPointer { get { pointer.pointee.stackTop } nonmutating set { pointer.pointee.stackTop = newValue } }
  @inlinable @inline(__always) public var stackStart: SlotPointer { get { pointer.pointee.stackStart } nonmutating set { pointer.pointee.stackStart = newValue } }
  @inlinable @inline(__always) public var stackEnd: SlotPointer { get { pointer.pointee.stackEnd } nonmutating set { pointer.pointee.stackEnd = newValue } }
  @inlinable @inline(__always) public var budget: Int { get { pointer.pointee.budget } nonmutating set { pointer.pointee.budget = newValue } }
  @inlinable @inline(__always) public var breaker: Int { get { pointer.pointee.breaker } nonmutating set { pointer.pointee.breaker = newValue } }
  @inlinable @inline(__always) public var exception: Value { get { pointer.pointee.exception } nonmutating set { pointer.pointee.exception = newValue } }
  @inlinable @inline(__always) public var handled: SlotPointer { get { pointer.pointee.handled } nonmutating set { pointer.pointee.handled = newValue } }
  @inlinable @inline(__always) public var baseHandled: SlotPointer { get { pointer.pointee.baseHandled } nonmutating set { pointer.pointee.baseHandled = newValue } }
  @inlinable @inline(__always) public var result: Value { get { pointer.pointee.result } nonmutating set { pointer.pointee.result = newValue } }
  @inlinable @inline(__always) public var recursionLimit: Int32 { get { pointer.pointee.recursionLimit } nonmutating set { pointer.pointee.recursionLimit = newValue } }
  @inlinable @inline(__always) public var nativeStackLimit: UInt { get { pointer.pointee.nativeStackLimit } nonmutating set { pointer.pointee.nativeStackLimit = newValue } }
  @inlinable @inline(__always) public var nativeStackStart: UInt { get { pointer.pointee.nativeStackStart } nonmutating set { pointer.pointee.nativeStackStart = newValue } }
  @inlinable @inline(__always) public var asyncFirstIteration: Value { get { pointer.pointee.asyncFirstIteration } nonmutating set { pointer.pointee.asyncFirstIteration = newValue } }
  @inlinable @inline(__always) public var asyncFinalizer: Value { get { pointer.pointee.asyncFinalizer } nonmutating set { pointer.pointee.asyncFinalizer = newValue } }
  @inlinable @inline(__always) public var requests: UInt32 { get { pointer.pointee.requests } nonmutating set { pointer.pointee.requests = newValue } }
  @inlinable @inline(__always) public var reraising: Bool { get { pointer.pointee.reraising } nonmutating set { pointer.pointee.reraising = newValue } }
  @inlinable @inline(__always) public var stop: StopReason { get { pointer.pointee.stop } nonmutating set { pointer.pointee.stop = newValue } }
  @inlinable @inline(__always) public var observer: UnsafeMutableRawPointer? { get { pointer.pointee.observer } nonmutating set { pointer.pointee.observer = newValue } }
}

extension Interpreter {
  @inlinable @inline(__always) public var heap: Heap { get { pointer.pointee.heap } nonmutating set { pointer.pointee.heap = newValue } }
  @inlinable @inline(__always) public var types: UnsafeMutablePointer<BuiltinTypes> { get { pointer.pointee.types } nonmutating set { pointer.pointee.types = newValue } }
  @inlinable @inline(__always) public var names: SlotPointer { get { pointer.pointee.names } nonmutating set { pointer.pointee.names = newValue } }
  @inlinable @inline(__always) public var latin1: SlotPointer { get { pointer.pointee.latin1 } nonmutating set { pointer.pointee.latin1 = newValue } }
  @inlinable @inline(__always) public var emptyStr: Value { get { pointer.pointee.emptyStr } nonmutating set { pointer.pointee.emptyStr = newValue } }
  @inlinable @inline(__always) public var emptyTuple: Value { get { pointer.pointee.emptyTuple } nonmutating set { pointer.pointee.emptyTuple = newValue } }
  @inlinable @inline(__always) public var emptyBytes: Value { get { pointer.pointee.emptyBytes } nonmutating set { pointer.pointee.emptyBytes = newValue } }
  @inlinable @inline(__always) public var internTable: InternTable { get { pointer.pointee.internTable } nonmutating set { pointer.pointee.internTable = newValue } }
  @inlinable @inline(__always) public var attributeCache: AttributeCache { get { pointer.pointee.attributeCache } nonmutating set { pointer.pointee.attributeCache = newValue } }
  @inlinable @inline(__always) public var modules: Ref<DictObject> { get { pointer.pointee.modules } nonmutating set { pointer.pointee.modules = newValue } }
  @inlinable @inline(__always) public var importFunction: Value { get { pointer.pointee.importFunction } nonmutating set { pointer.pointee.importFunction = newValue } }
  @inlinable @inline(__always) public var moduleSpecType: Ref<TypeObject> { get { pointer.pointee.moduleSpecType } nonmutating set { pointer.pointee.moduleSpecType = newValue } }
  @inlinable @inline(__always) public var builtins: Ref<DictObject> { get { pointer.pointee.builtins } nonmutating set { pointer.pointee.builtins = newValue } }
  @inlinable @inline(__always) public var sysDict: Ref<DictObject> { get { pointer.pointee.sysDict } nonmutating set { pointer.pointee.sysDict = newValue } }
  @inlinable @inline(__always) public var nextTypeVersion: UInt64 { get { pointer.pointee.nextTypeVersion } nonmutating set { pointer.pointee.nextTypeVersion = newValue } }
  @inlinable @inline(__always) public var nextDictVersion: UInt64 { get { pointer.pointee.nextDictVersion } nonmutating set { pointer.pointee.nextDictVersion = newValue } }
  @inlinable @inline(__always) public var hashKey0: UInt64 { get { pointer.pointee.hashKey0 } nonmutating set { pointer.pointee.hashKey0 = newValue } }
  @inlinable @inline(__always) public var hashKey1: UInt64 { get { pointer.pointee.hashKey1 } nonmutating set { pointer.pointee.hashKey1 = newValue } }
  @inlinable @inline(__always) public var maxStrDigits: Int { get { pointer.pointee.maxStrDigits } nonmutating set { pointer.pointee.maxStrDigits = newValue } }
  @inlinable @inline(__always) public var mainThread: Thread { get { pointer.pointee.mainThread } nonmutating set { pointer.pointee.mainThread = newValue } }
  @inlinable @inline(__always) public var box: UnsafeRawPointer { get { pointer.pointee.box } nonmutating set { pointer.pointee.box = newValue } }
  @inlinable @inline(__always) public var memoryError: Value { get { pointer.pointee.memoryError } nonmutating set { pointer.pointee.memoryError = newValue } }
  @inlinable @inline(__always) public var roots: Value { get { pointer.pointee.roots } nonmutating set { pointer.pointee.roots = newValue } }
}
