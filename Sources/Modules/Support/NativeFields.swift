import Runtime

// The fields of the native types' layouts, one explicit accessor each: they win over `Ref`'s dynamic members, whose key paths the optimiser does not
// always take apart. Every field of a struct that conforms to `NativeLayout` stands here.

extension Ref where T == ABCData {
  @inline(__always) var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inline(__always) var counter: Ref<ListObject> { get { pointer.pointee.counter } nonmutating set { pointer.pointee.counter = newValue } }
  @inline(__always) var registry: Ref<ListObject> { get { pointer.pointee.registry } nonmutating set { pointer.pointee.registry = newValue } }
  @inline(__always) var cache: Ref<DictObject> { get { pointer.pointee.cache } nonmutating set { pointer.pointee.cache = newValue } }
  @inline(__always) var negativeCache: Ref<DictObject> { get { pointer.pointee.negativeCache } nonmutating set { pointer.pointee.negativeCache = newValue } }
  @inline(__always) var negativeToken: Int { get { pointer.pointee.negativeToken } nonmutating set { pointer.pointee.negativeToken = newValue } }
}

extension Ref where T == DequeIteratorObject {
  @inline(__always) var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inline(__always) var deque: Ref<DequeObject> { get { pointer.pointee.deque } nonmutating set { pointer.pointee.deque = newValue } }
  @inline(__always) var index: Int { get { pointer.pointee.index } nonmutating set { pointer.pointee.index = newValue } }
  @inline(__always) var version: Int { get { pointer.pointee.version } nonmutating set { pointer.pointee.version = newValue } }
}

extension Ref where T == DequeObject {
  @inline(__always) var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inline(__always) var buffer: Ref<ValueBuffer> { get { pointer.pointee.buffer } nonmutating set { pointer.pointee.buffer = newValue } }
  @inline(__always) var head: Int { get { pointer.pointee.head } nonmutating set { pointer.pointee.head = newValue } }
  @inline(__always) var count: Int { get { pointer.pointee.count } nonmutating set { pointer.pointee.count = newValue } }
  @inline(__always) var maximum: Int { get { pointer.pointee.maximum } nonmutating set { pointer.pointee.maximum = newValue } }
  @inline(__always) var version: Int { get { pointer.pointee.version } nonmutating set { pointer.pointee.version = newValue } }
}

extension Ref where T == TupleGetterObject {
  @inline(__always) var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inline(__always) var doc: Value { get { pointer.pointee.doc } nonmutating set { pointer.pointee.doc = newValue } }
  @inline(__always) var index: Int { get { pointer.pointee.index } nonmutating set { pointer.pointee.index = newValue } }
}

extension Ref where T == ViewIteratorObject {
  @inline(__always) var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inline(__always) var object: Value { get { pointer.pointee.object } nonmutating set { pointer.pointee.object = newValue } }
  @inline(__always) var source: Value { get { pointer.pointee.source } nonmutating set { pointer.pointee.source = newValue } }
  @inline(__always) var index: Int { get { pointer.pointee.index } nonmutating set { pointer.pointee.index = newValue } }
  @inline(__always) var mode: ViewIteratorObject.Mode { get { pointer.pointee.mode } nonmutating set { pointer.pointee.mode = newValue } }
}

extension Ref where T == LRUCacheObject {
  @inline(__always) var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inline(__always) var function: Value { get { pointer.pointee.function } nonmutating set { pointer.pointee.function = newValue } }
  @inline(__always) var cache: Ref<DictObject> { get { pointer.pointee.cache } nonmutating set { pointer.pointee.cache = newValue } }
  @inline(__always) var table: Ref<BufferObject> { get { pointer.pointee.table } nonmutating set { pointer.pointee.table = newValue } }
  @inline(__always) var maximumValue: Value { get { pointer.pointee.maximumValue } nonmutating set { pointer.pointee.maximumValue = newValue } }
  @inline(__always) var first: Int { get { pointer.pointee.first } nonmutating set { pointer.pointee.first = newValue } }
  @inline(__always) var maximum: Int { get { pointer.pointee.maximum } nonmutating set { pointer.pointee.maximum = newValue } }
  @inline(__always) var hits: Int { get { pointer.pointee.hits } nonmutating set { pointer.pointee.hits = newValue } }
  @inline(__always) var misses: Int { get { pointer.pointee.misses } nonmutating set { pointer.pointee.misses = newValue } }
  @inline(__always) var isTyped: Bool { get { pointer.pointee.isTyped } nonmutating set { pointer.pointee.isTyped = newValue } }
}

extension Ref where T == PartialObject {
  @inline(__always) var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inline(__always) var function: Value { get { pointer.pointee.function } nonmutating set { pointer.pointee.function = newValue } }
  @inline(__always) var arguments: Value { get { pointer.pointee.arguments } nonmutating set { pointer.pointee.arguments = newValue } }
  @inline(__always) var keywords: Value { get { pointer.pointee.keywords } nonmutating set { pointer.pointee.keywords = newValue } }
}

extension Ref where T == KeyObject {
  @inline(__always) var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inline(__always) var compare: Value { get { pointer.pointee.compare } nonmutating set { pointer.pointee.compare = newValue } }
  @inline(__always) var object: Value { get { pointer.pointee.object } nonmutating set { pointer.pointee.object = newValue } }
}

extension Ref where T == SingleDispatchObject {
  @inline(__always) var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inline(__always) var registry: Ref<DictObject> { get { pointer.pointee.registry } nonmutating set { pointer.pointee.registry = newValue } }
  @inline(__always) var cache: Ref<DictObject> { get { pointer.pointee.cache } nonmutating set { pointer.pointee.cache = newValue } }
  @inline(__always) var name: Value { get { pointer.pointee.name } nonmutating set { pointer.pointee.name = newValue } }
  @inline(__always) var wrapper: Value { get { pointer.pointee.wrapper } nonmutating set { pointer.pointee.wrapper = newValue } }
}

extension Ref where T == MergeObject {
  @inline(__always) var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inline(__always) var entries: Ref<ListObject> { get { pointer.pointee.entries } nonmutating set { pointer.pointee.entries = newValue } }
  @inline(__always) var key: Value { get { pointer.pointee.key } nonmutating set { pointer.pointee.key = newValue } }
  @inline(__always) var last: Int { get { pointer.pointee.last } nonmutating set { pointer.pointee.last = newValue } }
  @inline(__always) var isStarted: Bool { get { pointer.pointee.isStarted } nonmutating set { pointer.pointee.isStarted = newValue } }
  @inline(__always) var isReversed: Bool { get { pointer.pointee.isReversed } nonmutating set { pointer.pointee.isReversed = newValue } }
}

extension Ref where T == ChainObject {
  @inline(__always) var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inline(__always) var source: Value { get { pointer.pointee.source } nonmutating set { pointer.pointee.source = newValue } }
  @inline(__always) var active: Value { get { pointer.pointee.active } nonmutating set { pointer.pointee.active = newValue } }
}

extension Ref where T == ZipLongestObject {
  @inline(__always) var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inline(__always) var iterators: Value { get { pointer.pointee.iterators } nonmutating set { pointer.pointee.iterators = newValue } }
  @inline(__always) var fill: Value { get { pointer.pointee.fill } nonmutating set { pointer.pointee.fill = newValue } }
  @inline(__always) var activeCount: Int { get { pointer.pointee.activeCount } nonmutating set { pointer.pointee.activeCount = newValue } }
}

extension Ref where T == PairwiseObject {
  @inline(__always) var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inline(__always) var iterator: Value { get { pointer.pointee.iterator } nonmutating set { pointer.pointee.iterator = newValue } }
  @inline(__always) var old: Value { get { pointer.pointee.old } nonmutating set { pointer.pointee.old = newValue } }
}

extension Ref where T == BatchedObject {
  @inline(__always) var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inline(__always) var iterator: Value { get { pointer.pointee.iterator } nonmutating set { pointer.pointee.iterator = newValue } }
  @inline(__always) var size: Int { get { pointer.pointee.size } nonmutating set { pointer.pointee.size = newValue } }
  @inline(__always) var isStrict: Bool { get { pointer.pointee.isStrict } nonmutating set { pointer.pointee.isStrict = newValue } }
}

extension Ref where T == CombinationsObject {
  @inline(__always) var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inline(__always) var pool: Value { get { pointer.pointee.pool } nonmutating set { pointer.pointee.pool = newValue } }
  @inline(__always) var indices: Value { get { pointer.pointee.indices } nonmutating set { pointer.pointee.indices = newValue } }
  @inline(__always) var size: Int { get { pointer.pointee.size } nonmutating set { pointer.pointee.size = newValue } }
  @inline(__always) var isDone: Bool { get { pointer.pointee.isDone } nonmutating set { pointer.pointee.isDone = newValue } }
}

extension Ref where T == PermutationsObject {
  @inline(__always) var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inline(__always) var pool: Value { get { pointer.pointee.pool } nonmutating set { pointer.pointee.pool = newValue } }
  @inline(__always) var indices: Value { get { pointer.pointee.indices } nonmutating set { pointer.pointee.indices = newValue } }
  @inline(__always) var cycles: Value { get { pointer.pointee.cycles } nonmutating set { pointer.pointee.cycles = newValue } }
  @inline(__always) var size: Int { get { pointer.pointee.size } nonmutating set { pointer.pointee.size = newValue } }
  @inline(__always) var isDone: Bool { get { pointer.pointee.isDone } nonmutating set { pointer.pointee.isDone = newValue } }
}

extension Ref where T == ProductObject {
  @inline(__always) var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inline(__always) var pools: Value { get { pointer.pointee.pools } nonmutating set { pointer.pointee.pools = newValue } }
  @inline(__always) var indices: Value { get { pointer.pointee.indices } nonmutating set { pointer.pointee.indices = newValue } }
  @inline(__always) var isDone: Bool { get { pointer.pointee.isDone } nonmutating set { pointer.pointee.isDone = newValue } }
}

extension Ref where T == CountObject {
  @inline(__always) var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inline(__always) var next: Value { get { pointer.pointee.next } nonmutating set { pointer.pointee.next = newValue } }
  @inline(__always) var step: Value { get { pointer.pointee.step } nonmutating set { pointer.pointee.step = newValue } }
}

extension Ref where T == RepeatObject {
  @inline(__always) var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inline(__always) var element: Value { get { pointer.pointee.element } nonmutating set { pointer.pointee.element = newValue } }
  @inline(__always) var left: Int { get { pointer.pointee.left } nonmutating set { pointer.pointee.left = newValue } }
}

extension Ref where T == CycleObject {
  @inline(__always) var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inline(__always) var iterator: Value { get { pointer.pointee.iterator } nonmutating set { pointer.pointee.iterator = newValue } }
  @inline(__always) var saved: Ref<ListObject> { get { pointer.pointee.saved } nonmutating set { pointer.pointee.saved = newValue } }
  @inline(__always) var index: Int { get { pointer.pointee.index } nonmutating set { pointer.pointee.index = newValue } }
}

extension Ref where T == AccumulateObject {
  @inline(__always) var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inline(__always) var iterator: Value { get { pointer.pointee.iterator } nonmutating set { pointer.pointee.iterator = newValue } }
  @inline(__always) var function: Value { get { pointer.pointee.function } nonmutating set { pointer.pointee.function = newValue } }
  @inline(__always) var total: Value { get { pointer.pointee.total } nonmutating set { pointer.pointee.total = newValue } }
  @inline(__always) var initial: Value { get { pointer.pointee.initial } nonmutating set { pointer.pointee.initial = newValue } }
}

extension Ref where T == PredicateObject {
  @inline(__always) var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inline(__always) var function: Value { get { pointer.pointee.function } nonmutating set { pointer.pointee.function = newValue } }
  @inline(__always) var iterator: Value { get { pointer.pointee.iterator } nonmutating set { pointer.pointee.iterator = newValue } }
  @inline(__always) var isDecided: Bool { get { pointer.pointee.isDecided } nonmutating set { pointer.pointee.isDecided = newValue } }
}

extension Ref where T == CompressObject {
  @inline(__always) var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inline(__always) var data: Value { get { pointer.pointee.data } nonmutating set { pointer.pointee.data = newValue } }
  @inline(__always) var selectors: Value { get { pointer.pointee.selectors } nonmutating set { pointer.pointee.selectors = newValue } }
}

extension Ref where T == IsliceObject {
  @inline(__always) var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inline(__always) var iterator: Value { get { pointer.pointee.iterator } nonmutating set { pointer.pointee.iterator = newValue } }
  @inline(__always) var wanted: Int { get { pointer.pointee.wanted } nonmutating set { pointer.pointee.wanted = newValue } }
  @inline(__always) var stop: Int { get { pointer.pointee.stop } nonmutating set { pointer.pointee.stop = newValue } }
  @inline(__always) var step: Int { get { pointer.pointee.step } nonmutating set { pointer.pointee.step = newValue } }
  @inline(__always) var taken: Int { get { pointer.pointee.taken } nonmutating set { pointer.pointee.taken = newValue } }
}

extension Ref where T == GroupbyObject {
  @inline(__always) var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inline(__always) var iterator: Value { get { pointer.pointee.iterator } nonmutating set { pointer.pointee.iterator = newValue } }
  @inline(__always) var keyFunction: Value { get { pointer.pointee.keyFunction } nonmutating set { pointer.pointee.keyFunction = newValue } }
  @inline(__always) var targetKey: Value { get { pointer.pointee.targetKey } nonmutating set { pointer.pointee.targetKey = newValue } }
  @inline(__always) var currentKey: Value { get { pointer.pointee.currentKey } nonmutating set { pointer.pointee.currentKey = newValue } }
  @inline(__always) var currentItem: Value { get { pointer.pointee.currentItem } nonmutating set { pointer.pointee.currentItem = newValue } }
  @inline(__always) var currentGrouper: Value { get { pointer.pointee.currentGrouper } nonmutating set { pointer.pointee.currentGrouper = newValue } }
}

extension Ref where T == GrouperObject {
  @inline(__always) var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inline(__always) var parent: Ref<GroupbyObject> { get { pointer.pointee.parent } nonmutating set { pointer.pointee.parent = newValue } }
  @inline(__always) var key: Value { get { pointer.pointee.key } nonmutating set { pointer.pointee.key = newValue } }
}

extension Ref where T == TeeNode {
  @inline(__always) var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inline(__always) var source: Value { get { pointer.pointee.source } nonmutating set { pointer.pointee.source = newValue } }
  @inline(__always) var value: Value { get { pointer.pointee.value } nonmutating set { pointer.pointee.value = newValue } }
  @inline(__always) var next: Ref<TeeNode> { get { pointer.pointee.next } nonmutating set { pointer.pointee.next = newValue } }
  @inline(__always) var isRunning: Bool { get { pointer.pointee.isRunning } nonmutating set { pointer.pointee.isRunning = newValue } }
}

extension Ref where T == TeeObject {
  @inline(__always) var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inline(__always) var node: Ref<TeeNode> { get { pointer.pointee.node } nonmutating set { pointer.pointee.node = newValue } }
}

extension Ref where T == GetterObject {
  @inline(__always) var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inline(__always) var items: Value { get { pointer.pointee.items } nonmutating set { pointer.pointee.items = newValue } }
}

extension Ref where T == MethodCallerObject {
  @inline(__always) var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inline(__always) var name: Value { get { pointer.pointee.name } nonmutating set { pointer.pointee.name = newValue } }
  @inline(__always) var arguments: Value { get { pointer.pointee.arguments } nonmutating set { pointer.pointee.arguments = newValue } }
  @inline(__always) var keywords: Value { get { pointer.pointee.keywords } nonmutating set { pointer.pointee.keywords = newValue } }
}

extension Ref where T == LibraryFunctionObject {
  @inline(__always) var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inline(__always) var function: Value { get { pointer.pointee.function } nonmutating set { pointer.pointee.function = newValue } }
  @inline(__always) var name: Value { get { pointer.pointee.name } nonmutating set { pointer.pointee.name = newValue } }
  @inline(__always) var qualifiedName: Value { get { pointer.pointee.qualifiedName } nonmutating set { pointer.pointee.qualifiedName = newValue } }
  @inline(__always) var module: Value { get { pointer.pointee.module } nonmutating set { pointer.pointee.module = newValue } }
  @inline(__always) var doc: Value { get { pointer.pointee.doc } nonmutating set { pointer.pointee.doc = newValue } }
}

extension Ref where T == SpecialFormObject {
  @inline(__always) var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inline(__always) var name: Value { get { pointer.pointee.name } nonmutating set { pointer.pointee.name = newValue } }
  @inline(__always) var origin: Value { get { pointer.pointee.origin } nonmutating set { pointer.pointee.origin = newValue } }
  @inline(__always) var rule: SpecialFormObject.Rule { get { pointer.pointee.rule } nonmutating set { pointer.pointee.rule = newValue } }
}

extension Ref where T == TypingAliasObject {
  @inline(__always) var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inline(__always) var form: Ref<SpecialFormObject> { get { pointer.pointee.form } nonmutating set { pointer.pointee.form = newValue } }
  @inline(__always) var origin: Value { get { pointer.pointee.origin } nonmutating set { pointer.pointee.origin = newValue } }
  @inline(__always) var arguments: Value { get { pointer.pointee.arguments } nonmutating set { pointer.pointee.arguments = newValue } }
  @inline(__always) var metadata: Value { get { pointer.pointee.metadata } nonmutating set { pointer.pointee.metadata = newValue } }
}
