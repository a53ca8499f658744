// The fields of the objects as properties of their handles, one line a field. They win over the dynamic members of `Ref`: the optimizer does not
// always reduce a key path to a load (in a condition it may stay an object that is made and released).

extension Ref where T == FrameHeader {
  @inlinable @inline(__always) public var function: Ref<FunctionObject> { get { pointer.pointee.function } nonmutating set { pointer.pointee.function = newValue } }
  @inlinable @inline(__always) public var code: Ref<CodeObject> { get { pointer.pointee.code } nonmutating set { pointer.pointee.code = newValue } }
  @inlinable @inline(__always) public var namespace: Value { get { pointer.pointee.namespace } nonmutating set { pointer.pointee.namespace = newValue } }
  @inlinable @inline(__always) public var frameObject: Value { get { pointer.pointee.frameObject } nonmutating set { pointer.pointee.frameObject = newValue } }
  @inlinable @inline(__always) public var generator: Ref<GeneratorObject> { get { pointer.pointee.generator } nonmutating set { pointer.pointee.generator = newValue } }
  @inlinable @inline(__always) public var previous: Frame { get { pointer.pointee.previous } nonmutating set { pointer.pointee.previous = newValue } }
  @inlinable @inline(__always) public var pc: CodePointer { get { pointer.pointee.pc } nonmutating set { pointer.pointee.pc = newValue } }
  @inlinable @inline(__always) public var returnPC: CodePointer { get { pointer.pointee.returnPC } nonmutating set { pointer.pointee.returnPC = newValue } }
  @inlinable @inline(__always) public var returnSP: SlotPointer { get { pointer.pointee.returnSP } nonmutating set { pointer.pointee.returnSP = newValue } }
  @inlinable @inline(__always) public var constants: SlotPointer { get { pointer.pointee.constants } nonmutating set { pointer.pointee.constants = newValue } }
  @inlinable @inline(__always) public var depth: Int32 { get { pointer.pointee.depth } nonmutating set { pointer.pointee.depth = newValue } }
  @inlinable @inline(__always) public var flags: FrameFlags { get { pointer.pointee.flags } nonmutating set { pointer.pointee.flags = newValue } }
}

extension Ref where T == WeakReferenceObject {
  @inlinable @inline(__always) public var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inlinable @inline(__always) public var callback: Value { get { pointer.pointee.callback } nonmutating set { pointer.pointee.callback = newValue } }
  @inlinable @inline(__always) public var target: UInt64 { get { pointer.pointee.target } nonmutating set { pointer.pointee.target = newValue } }
  @inlinable @inline(__always) public var hash: Int { get { pointer.pointee.hash } nonmutating set { pointer.pointee.hash = newValue } }
}

extension Ref where T == CodeObject {
  @inlinable @inline(__always) public var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inlinable @inline(__always) public var constantsTuple: Value { get { pointer.pointee.constantsTuple } nonmutating set { pointer.pointee.constantsTuple = newValue } }
  @inlinable @inline(__always) public var namesTuple: Value { get { pointer.pointee.namesTuple } nonmutating set { pointer.pointee.namesTuple = newValue } }
  @inlinable @inline(__always) public var localsPlusNames: Value { get { pointer.pointee.localsPlusNames } nonmutating set { pointer.pointee.localsPlusNames = newValue } }
  @inlinable @inline(__always) public var name: Value { get { pointer.pointee.name } nonmutating set { pointer.pointee.name = newValue } }
  @inlinable @inline(__always) public var qualifiedName: Value { get { pointer.pointee.qualifiedName } nonmutating set { pointer.pointee.qualifiedName = newValue } }
  @inlinable @inline(__always) public var fileName: Value { get { pointer.pointee.fileName } nonmutating set { pointer.pointee.fileName = newValue } }
  @inlinable @inline(__always) public var codeBytes: Value { get { pointer.pointee.codeBytes } nonmutating set { pointer.pointee.codeBytes = newValue } }
  @inlinable @inline(__always) public var localsPlusKinds: Value { get { pointer.pointee.localsPlusKinds } nonmutating set { pointer.pointee.localsPlusKinds = newValue } }
  @inlinable @inline(__always) public var lineTable: Value { get { pointer.pointee.lineTable } nonmutating set { pointer.pointee.lineTable = newValue } }
  @inlinable @inline(__always) public var exceptionTable: Value { get { pointer.pointee.exceptionTable } nonmutating set { pointer.pointee.exceptionTable = newValue } }
  @inlinable @inline(__always) public var depthsBuffer: Ref<BufferObject> { get { pointer.pointee.depthsBuffer } nonmutating set { pointer.pointee.depthsBuffer = newValue } }
  @inlinable @inline(__always) public var handlersBuffer: Ref<BufferObject> { get { pointer.pointee.handlersBuffer } nonmutating set { pointer.pointee.handlersBuffer = newValue } }
  @inlinable @inline(__always) public var lines: Ref<BufferObject> { get { pointer.pointee.lines } nonmutating set { pointer.pointee.lines = newValue } }
  @inlinable @inline(__always) public var units: CodePointer { get { pointer.pointee.units } nonmutating set { pointer.pointee.units = newValue } }
  @inlinable @inline(__always) public var unitCount: Int { get { pointer.pointee.unitCount } nonmutating set { pointer.pointee.unitCount = newValue } }
  @inlinable @inline(__always) public var constants: SlotPointer { get { pointer.pointee.constants } nonmutating set { pointer.pointee.constants = newValue } }
  @inlinable @inline(__always) public var names: SlotPointer { get { pointer.pointee.names } nonmutating set { pointer.pointee.names = newValue } }
  @inlinable @inline(__always) public var depths: UnsafePointer<Int16> { get { pointer.pointee.depths } nonmutating set { pointer.pointee.depths = newValue } }
  @inlinable @inline(__always) public var handlers: UnsafePointer<ExceptionHandler>? { get { pointer.pointee.handlers } nonmutating set { pointer.pointee.handlers = newValue } }
  @inlinable @inline(__always) public var handlerCount: Int { get { pointer.pointee.handlerCount } nonmutating set { pointer.pointee.handlerCount = newValue } }
  @inlinable @inline(__always) public var hasInnerHandlers: Bool { get { pointer.pointee.hasInnerHandlers } nonmutating set { pointer.pointee.hasInnerHandlers = newValue } }
  @inlinable @inline(__always) public var simpleArgumentCount: Int { get { pointer.pointee.simpleArgumentCount } nonmutating set { pointer.pointee.simpleArgumentCount = newValue } }
  @inlinable @inline(__always) public var argumentCount: Int { get { pointer.pointee.argumentCount } nonmutating set { pointer.pointee.argumentCount = newValue } }
  @inlinable @inline(__always) public var positionalOnlyCount: Int { get { pointer.pointee.positionalOnlyCount } nonmutating set { pointer.pointee.positionalOnlyCount = newValue } }
  @inlinable @inline(__always) public var keywordOnlyCount: Int { get { pointer.pointee.keywordOnlyCount } nonmutating set { pointer.pointee.keywordOnlyCount = newValue } }
  @inlinable @inline(__always) public var localCount: Int { get { pointer.pointee.localCount } nonmutating set { pointer.pointee.localCount = newValue } }
  @inlinable @inline(__always) public var localsPlusCount: Int { get { pointer.pointee.localsPlusCount } nonmutating set { pointer.pointee.localsPlusCount = newValue } }
  @inlinable @inline(__always) public var stackSize: Int { get { pointer.pointee.stackSize } nonmutating set { pointer.pointee.stackSize = newValue } }
  @inlinable @inline(__always) public var freeCount: Int { get { pointer.pointee.freeCount } nonmutating set { pointer.pointee.freeCount = newValue } }
  @inlinable @inline(__always) public var flags: CodeFlags { get { pointer.pointee.flags } nonmutating set { pointer.pointee.flags = newValue } }
  @inlinable @inline(__always) public var firstLine: Int { get { pointer.pointee.firstLine } nonmutating set { pointer.pointee.firstLine = newValue } }
  @inlinable @inline(__always) public var frameWords: Int { get { pointer.pointee.frameWords } nonmutating set { pointer.pointee.frameWords = newValue } }
  @inlinable @inline(__always) public var engine: Int { get { pointer.pointee.engine } nonmutating set { pointer.pointee.engine = newValue } }
}

extension Ref where T == FunctionObject {
  @inlinable @inline(__always) public var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inlinable @inline(__always) public var code: Ref<CodeObject> { get { pointer.pointee.code } nonmutating set { pointer.pointee.code = newValue } }
  @inlinable @inline(__always) public var globals: Ref<DictObject> { get { pointer.pointee.globals } nonmutating set { pointer.pointee.globals = newValue } }
  @inlinable @inline(__always) public var builtins: Ref<DictObject> { get { pointer.pointee.builtins } nonmutating set { pointer.pointee.builtins = newValue } }
  @inlinable @inline(__always) public var defaults: Value { get { pointer.pointee.defaults } nonmutating set { pointer.pointee.defaults = newValue } }
  @inlinable @inline(__always) public var keywordDefaults: Value { get { pointer.pointee.keywordDefaults } nonmutating set { pointer.pointee.keywordDefaults = newValue } }
  @inlinable @inline(__always) public var closure: Value { get { pointer.pointee.closure } nonmutating set { pointer.pointee.closure = newValue } }
  @inlinable @inline(__always) public var name: Value { get { pointer.pointee.name } nonmutating set { pointer.pointee.name = newValue } }
  @inlinable @inline(__always) public var qualifiedName: Value { get { pointer.pointee.qualifiedName } nonmutating set { pointer.pointee.qualifiedName = newValue } }
  @inlinable @inline(__always) public var module: Value { get { pointer.pointee.module } nonmutating set { pointer.pointee.module = newValue } }
  @inlinable @inline(__always) public var doc: Value { get { pointer.pointee.doc } nonmutating set { pointer.pointee.doc = newValue } }
  @inlinable @inline(__always) public var annotations: Value { get { pointer.pointee.annotations } nonmutating set { pointer.pointee.annotations = newValue } }
  @inlinable @inline(__always) public var typeParameters: Value { get { pointer.pointee.typeParameters } nonmutating set { pointer.pointee.typeParameters = newValue } }
  @inlinable @inline(__always) public var dict: Value { get { pointer.pointee.dict } nonmutating set { pointer.pointee.dict = newValue } }
}

extension Ref where T == NativeFunctionObject {
  @inlinable @inline(__always) public var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inlinable @inline(__always) public var name: Value { get { pointer.pointee.name } nonmutating set { pointer.pointee.name = newValue } }
  @inlinable @inline(__always) public var boundSelf: Value { get { pointer.pointee.boundSelf } nonmutating set { pointer.pointee.boundSelf = newValue } }
  @inlinable @inline(__always) public var signature: Ref<SignatureObject> { get { pointer.pointee.signature } nonmutating set { pointer.pointee.signature = newValue } }
  @inlinable @inline(__always) public var owner: Ref<TypeObject> { get { pointer.pointee.owner } nonmutating set { pointer.pointee.owner = newValue } }
  @inlinable @inline(__always) public var module: Value { get { pointer.pointee.module } nonmutating set { pointer.pointee.module = newValue } }
  @inlinable @inline(__always) public var body: NativeBody { get { pointer.pointee.body } nonmutating set { pointer.pointee.body = newValue } }
  @inlinable @inline(__always) public var exactCount: Int { get { pointer.pointee.exactCount } nonmutating set { pointer.pointee.exactCount = newValue } }
  @inlinable @inline(__always) public var passesSelf: Bool { get { pointer.pointee.passesSelf } nonmutating set { pointer.pointee.passesSelf = newValue } }
  @inlinable @inline(__always) public var text: StaticString { get { pointer.pointee.text } nonmutating set { pointer.pointee.text = newValue } }
  @inlinable @inline(__always) public var doc: StaticString { get { pointer.pointee.doc } nonmutating set { pointer.pointee.doc = newValue } }
}

extension Ref where T == BoundMethodObject {
  @inlinable @inline(__always) public var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inlinable @inline(__always) public var function: Value { get { pointer.pointee.function } nonmutating set { pointer.pointee.function = newValue } }
  @inlinable @inline(__always) public var boundSelf: Value { get { pointer.pointee.boundSelf } nonmutating set { pointer.pointee.boundSelf = newValue } }
}

extension Ref where T == PropertyObject {
  @inlinable @inline(__always) public var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inlinable @inline(__always) public var getter: Value { get { pointer.pointee.getter } nonmutating set { pointer.pointee.getter = newValue } }
  @inlinable @inline(__always) public var setter: Value { get { pointer.pointee.setter } nonmutating set { pointer.pointee.setter = newValue } }
  @inlinable @inline(__always) public var deleter: Value { get { pointer.pointee.deleter } nonmutating set { pointer.pointee.deleter = newValue } }
  @inlinable @inline(__always) public var doc: Value { get { pointer.pointee.doc } nonmutating set { pointer.pointee.doc = newValue } }
  @inlinable @inline(__always) public var name: Value { get { pointer.pointee.name } nonmutating set { pointer.pointee.name = newValue } }
}

extension Ref where T == MethodWrapperObject {
  @inlinable @inline(__always) public var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inlinable @inline(__always) public var function: Value { get { pointer.pointee.function } nonmutating set { pointer.pointee.function = newValue } }
  @inlinable @inline(__always) public var dict: Value { get { pointer.pointee.dict } nonmutating set { pointer.pointee.dict = newValue } }
}

extension Ref where T == MemberDescriptorObject {
  @inlinable @inline(__always) public var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inlinable @inline(__always) public var name: Value { get { pointer.pointee.name } nonmutating set { pointer.pointee.name = newValue } }
  @inlinable @inline(__always) public var owner: Ref<TypeObject> { get { pointer.pointee.owner } nonmutating set { pointer.pointee.owner = newValue } }
  @inlinable @inline(__always) public var word: Int { get { pointer.pointee.word } nonmutating set { pointer.pointee.word = newValue } }
}

extension Ref where T == GetSetDescriptorObject {
  @inlinable @inline(__always) public var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inlinable @inline(__always) public var name: Value { get { pointer.pointee.name } nonmutating set { pointer.pointee.name = newValue } }
  @inlinable @inline(__always) public var owner: Ref<TypeObject> { get { pointer.pointee.owner } nonmutating set { pointer.pointee.owner = newValue } }
  @inlinable @inline(__always) public var getter: NativeBody { get { pointer.pointee.getter } nonmutating set { pointer.pointee.getter = newValue } }
  @inlinable @inline(__always) public var setter: NativeBody? { get { pointer.pointee.setter } nonmutating set { pointer.pointee.setter = newValue } }
  @inlinable @inline(__always) public var doc: StaticString { get { pointer.pointee.doc } nonmutating set { pointer.pointee.doc = newValue } }
}

extension Ref where T == SuperObject {
  @inlinable @inline(__always) public var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inlinable @inline(__always) public var thisClass: Value { get { pointer.pointee.thisClass } nonmutating set { pointer.pointee.thisClass = newValue } }
  @inlinable @inline(__always) public var object: Value { get { pointer.pointee.object } nonmutating set { pointer.pointee.object = newValue } }
  @inlinable @inline(__always) public var objectType: Value { get { pointer.pointee.objectType } nonmutating set { pointer.pointee.objectType = newValue } }
}

extension Ref where T == TupleObject {
  @inlinable @inline(__always) public var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
}

extension Ref where T == CellObject {
  @inlinable @inline(__always) public var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inlinable @inline(__always) public var content: Value { get { pointer.pointee.content } nonmutating set { pointer.pointee.content = newValue } }
}

extension Ref where T == LongRangeIteratorObject {
  @inlinable @inline(__always) public var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inlinable @inline(__always) public var next: Value { get { pointer.pointee.next } nonmutating set { pointer.pointee.next = newValue } }
  @inlinable @inline(__always) public var step: Value { get { pointer.pointee.step } nonmutating set { pointer.pointee.step = newValue } }
  @inlinable @inline(__always) public var left: Value { get { pointer.pointee.left } nonmutating set { pointer.pointee.left = newValue } }
}

extension Ref where T == DictViewObject {
  @inlinable @inline(__always) public var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inlinable @inline(__always) public var dict: Ref<DictObject> { get { pointer.pointee.dict } nonmutating set { pointer.pointee.dict = newValue } }
}

extension Ref where T == CallableIteratorObject {
  @inlinable @inline(__always) public var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inlinable @inline(__always) public var callable: Value { get { pointer.pointee.callable } nonmutating set { pointer.pointee.callable = newValue } }
  @inlinable @inline(__always) public var sentinel: Value { get { pointer.pointee.sentinel } nonmutating set { pointer.pointee.sentinel = newValue } }
}

extension Ref where T == EnumerateObject {
  @inlinable @inline(__always) public var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inlinable @inline(__always) public var iterator: Value { get { pointer.pointee.iterator } nonmutating set { pointer.pointee.iterator = newValue } }
  @inlinable @inline(__always) public var index: Value { get { pointer.pointee.index } nonmutating set { pointer.pointee.index = newValue } }
}

extension Ref where T == ZipObject {
  @inlinable @inline(__always) public var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inlinable @inline(__always) public var iterators: Ref<TupleObject> { get { pointer.pointee.iterators } nonmutating set { pointer.pointee.iterators = newValue } }
  @inlinable @inline(__always) public var strict: Bool { get { pointer.pointee.strict } nonmutating set { pointer.pointee.strict = newValue } }
}

extension Ref where T == MapObject {
  @inlinable @inline(__always) public var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inlinable @inline(__always) public var function: Value { get { pointer.pointee.function } nonmutating set { pointer.pointee.function = newValue } }
  @inlinable @inline(__always) public var iterators: Value { get { pointer.pointee.iterators } nonmutating set { pointer.pointee.iterators = newValue } }
}

extension Ref where T == MappingProxyObject {
  @inlinable @inline(__always) public var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inlinable @inline(__always) public var mapping: Value { get { pointer.pointee.mapping } nonmutating set { pointer.pointee.mapping = newValue } }
}

extension Ref where T == MemoryViewObject {
  @inlinable @inline(__always) public var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inlinable @inline(__always) public var source: Value { get { pointer.pointee.source } nonmutating set { pointer.pointee.source = newValue } }
  @inlinable @inline(__always) public var format: Value { get { pointer.pointee.format } nonmutating set { pointer.pointee.format = newValue } }
  @inlinable @inline(__always) public var offset: Int { get { pointer.pointee.offset } nonmutating set { pointer.pointee.offset = newValue } }
  @inlinable @inline(__always) public var count: Int { get { pointer.pointee.count } nonmutating set { pointer.pointee.count = newValue } }
  @inlinable @inline(__always) public var stride: Int { get { pointer.pointee.stride } nonmutating set { pointer.pointee.stride = newValue } }
  @inlinable @inline(__always) public var itemSize: Int { get { pointer.pointee.itemSize } nonmutating set { pointer.pointee.itemSize = newValue } }
  @inlinable @inline(__always) public var isReadOnly: Bool { get { pointer.pointee.isReadOnly } nonmutating set { pointer.pointee.isReadOnly = newValue } }
}

extension Ref where T == IntObject {
  @inlinable @inline(__always) public var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inlinable @inline(__always) public var signedCount: Int { get { pointer.pointee.signedCount } nonmutating set { pointer.pointee.signedCount = newValue } }
}

extension Ref where T == IntSubclassObject {
  @inlinable @inline(__always) public var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inlinable @inline(__always) public var value: Value { get { pointer.pointee.value } nonmutating set { pointer.pointee.value = newValue } }
}

extension Ref where T == FloatObject {
  @inlinable @inline(__always) public var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inlinable @inline(__always) public var value: Double { get { pointer.pointee.value } nonmutating set { pointer.pointee.value = newValue } }
}

extension Ref where T == ComplexObject {
  @inlinable @inline(__always) public var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inlinable @inline(__always) public var real: Double { get { pointer.pointee.real } nonmutating set { pointer.pointee.real = newValue } }
  @inlinable @inline(__always) public var imaginary: Double { get { pointer.pointee.imaginary } nonmutating set { pointer.pointee.imaginary = newValue } }
}

extension Ref where T == SignatureObject {
  @inlinable @inline(__always) public var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inlinable @inline(__always) public var names: Value { get { pointer.pointee.names } nonmutating set { pointer.pointee.names = newValue } }
  @inlinable @inline(__always) public var defaults: Value { get { pointer.pointee.defaults } nonmutating set { pointer.pointee.defaults = newValue } }
  @inlinable @inline(__always) public var functionName: Value { get { pointer.pointee.functionName } nonmutating set { pointer.pointee.functionName = newValue } }
  @inlinable @inline(__always) public var slotCount: Int { get { pointer.pointee.slotCount } nonmutating set { pointer.pointee.slotCount = newValue } }
  @inlinable @inline(__always) public var positionalOnlyCount: Int { get { pointer.pointee.positionalOnlyCount } nonmutating set { pointer.pointee.positionalOnlyCount = newValue } }
  @inlinable @inline(__always) public var positionalCount: Int { get { pointer.pointee.positionalCount } nonmutating set { pointer.pointee.positionalCount = newValue } }
  @inlinable @inline(__always) public var requiredCount: Int { get { pointer.pointee.requiredCount } nonmutating set { pointer.pointee.requiredCount = newValue } }
  @inlinable @inline(__always) public var varArgsSlot: Int { get { pointer.pointee.varArgsSlot } nonmutating set { pointer.pointee.varArgsSlot = newValue } }
  @inlinable @inline(__always) public var varKeywordsSlot: Int { get { pointer.pointee.varKeywordsSlot } nonmutating set { pointer.pointee.varKeywordsSlot = newValue } }
  @inlinable @inline(__always) public var keywordOnlyCount: Int { get { pointer.pointee.keywordOnlyCount } nonmutating set { pointer.pointee.keywordOnlyCount = newValue } }
  @inlinable @inline(__always) public var receiverCount: Int { get { pointer.pointee.receiverCount } nonmutating set { pointer.pointee.receiverCount = newValue } }
}

extension Ref where T == ModuleObject {
  @inlinable @inline(__always) public var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inlinable @inline(__always) public var dict: Ref<DictObject> { get { pointer.pointee.dict } nonmutating set { pointer.pointee.dict = newValue } }
  @inlinable @inline(__always) public var name: Value { get { pointer.pointee.name } nonmutating set { pointer.pointee.name = newValue } }
}

extension Ref where T == ExceptionObject {
  @inlinable @inline(__always) public var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inlinable @inline(__always) public var args: Value { get { pointer.pointee.args } nonmutating set { pointer.pointee.args = newValue } }
  @inlinable @inline(__always) public var traceback: Value { get { pointer.pointee.traceback } nonmutating set { pointer.pointee.traceback = newValue } }
  @inlinable @inline(__always) public var context: Value { get { pointer.pointee.context } nonmutating set { pointer.pointee.context = newValue } }
  @inlinable @inline(__always) public var cause: Value { get { pointer.pointee.cause } nonmutating set { pointer.pointee.cause = newValue } }
  @inlinable @inline(__always) public var dict: Value { get { pointer.pointee.dict } nonmutating set { pointer.pointee.dict = newValue } }
  @inlinable @inline(__always) public var field0: Value { get { pointer.pointee.field0 } nonmutating set { pointer.pointee.field0 = newValue } }
  @inlinable @inline(__always) public var field1: Value { get { pointer.pointee.field1 } nonmutating set { pointer.pointee.field1 = newValue } }
  @inlinable @inline(__always) public var field2: Value { get { pointer.pointee.field2 } nonmutating set { pointer.pointee.field2 = newValue } }
  @inlinable @inline(__always) public var field3: Value { get { pointer.pointee.field3 } nonmutating set { pointer.pointee.field3 = newValue } }
  @inlinable @inline(__always) public var field4: Value { get { pointer.pointee.field4 } nonmutating set { pointer.pointee.field4 = newValue } }
  @inlinable @inline(__always) public var field5: Value { get { pointer.pointee.field5 } nonmutating set { pointer.pointee.field5 = newValue } }
  @inlinable @inline(__always) public var field6: Value { get { pointer.pointee.field6 } nonmutating set { pointer.pointee.field6 = newValue } }
  @inlinable @inline(__always) public var field7: Value { get { pointer.pointee.field7 } nonmutating set { pointer.pointee.field7 = newValue } }
  @inlinable @inline(__always) public var suppressContext: Bool { get { pointer.pointee.suppressContext } nonmutating set { pointer.pointee.suppressContext = newValue } }
}

extension Ref where T == TracebackObject {
  @inlinable @inline(__always) public var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inlinable @inline(__always) public var next: Value { get { pointer.pointee.next } nonmutating set { pointer.pointee.next = newValue } }
  @inlinable @inline(__always) public var frame: Value { get { pointer.pointee.frame } nonmutating set { pointer.pointee.frame = newValue } }
  @inlinable @inline(__always) public var code: Ref<CodeObject> { get { pointer.pointee.code } nonmutating set { pointer.pointee.code = newValue } }
  @inlinable @inline(__always) public var lastInstruction: Int { get { pointer.pointee.lastInstruction } nonmutating set { pointer.pointee.lastInstruction = newValue } }
  @inlinable @inline(__always) public var line: Int { get { pointer.pointee.line } nonmutating set { pointer.pointee.line = newValue } }
}

extension Ref where T == FrameObject {
  @inlinable @inline(__always) public var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inlinable @inline(__always) public var code: Ref<CodeObject> { get { pointer.pointee.code } nonmutating set { pointer.pointee.code = newValue } }
  @inlinable @inline(__always) public var function: Ref<FunctionObject> { get { pointer.pointee.function } nonmutating set { pointer.pointee.function = newValue } }
  @inlinable @inline(__always) public var back: Value { get { pointer.pointee.back } nonmutating set { pointer.pointee.back = newValue } }
  @inlinable @inline(__always) public var savedLocals: Ref<ValueBuffer> { get { pointer.pointee.savedLocals } nonmutating set { pointer.pointee.savedLocals = newValue } }
  @inlinable @inline(__always) public var namespace: Value { get { pointer.pointee.namespace } nonmutating set { pointer.pointee.namespace = newValue } }
  @inlinable @inline(__always) public var traceFunction: Value { get { pointer.pointee.traceFunction } nonmutating set { pointer.pointee.traceFunction = newValue } }
  @inlinable @inline(__always) public var owner: Value { get { pointer.pointee.owner } nonmutating set { pointer.pointee.owner = newValue } }
  @inlinable @inline(__always) public var live: Frame { get { pointer.pointee.live } nonmutating set { pointer.pointee.live = newValue } }
  @inlinable @inline(__always) public var lastInstruction: Int { get { pointer.pointee.lastInstruction } nonmutating set { pointer.pointee.lastInstruction = newValue } }
}

extension Ref where T == GeneratorObject {
  @inlinable @inline(__always) public var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inlinable @inline(__always) public var name: Value { get { pointer.pointee.name } nonmutating set { pointer.pointee.name = newValue } }
  @inlinable @inline(__always) public var qualifiedName: Value { get { pointer.pointee.qualifiedName } nonmutating set { pointer.pointee.qualifiedName = newValue } }
  @inlinable @inline(__always) public var handled: Value { get { pointer.pointee.handled } nonmutating set { pointer.pointee.handled = newValue } }
  @inlinable @inline(__always) public var finalizer: Value { get { pointer.pointee.finalizer } nonmutating set { pointer.pointee.finalizer = newValue } }
  @inlinable @inline(__always) public var previousHandled: SlotPointer? { get { pointer.pointee.previousHandled } nonmutating set { pointer.pointee.previousHandled = newValue } }
  @inlinable @inline(__always) public var finishPC: CodePointer { get { pointer.pointee.finishPC } nonmutating set { pointer.pointee.finishPC = newValue } }
  @inlinable @inline(__always) public var state: GeneratorState { get { pointer.pointee.state } nonmutating set { pointer.pointee.state = newValue } }
  @inlinable @inline(__always) public var resumption: Resumption { get { pointer.pointee.resumption } nonmutating set { pointer.pointee.resumption = newValue } }
  @inlinable @inline(__always) public var isDelegating: Bool { get { pointer.pointee.isDelegating } nonmutating set { pointer.pointee.isDelegating = newValue } }
  @inlinable @inline(__always) public var hooksInited: Bool { get { pointer.pointee.hooksInited } nonmutating set { pointer.pointee.hooksInited = newValue } }
  @inlinable @inline(__always) public var asyncRunning: Bool { get { pointer.pointee.asyncRunning } nonmutating set { pointer.pointee.asyncRunning = newValue } }
  @inlinable @inline(__always) public var asyncClosed: Bool { get { pointer.pointee.asyncClosed } nonmutating set { pointer.pointee.asyncClosed = newValue } }
}

extension Ref where T == TypeVarObject {
  @inlinable @inline(__always) public var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inlinable @inline(__always) public var name: Value { get { pointer.pointee.name } nonmutating set { pointer.pointee.name = newValue } }
  @inlinable @inline(__always) public var bound: Value { get { pointer.pointee.bound } nonmutating set { pointer.pointee.bound = newValue } }
  @inlinable @inline(__always) public var evaluateBound: Value { get { pointer.pointee.evaluateBound } nonmutating set { pointer.pointee.evaluateBound = newValue } }
  @inlinable @inline(__always) public var constraints: Value { get { pointer.pointee.constraints } nonmutating set { pointer.pointee.constraints = newValue } }
  @inlinable @inline(__always) public var evaluateConstraints: Value { get { pointer.pointee.evaluateConstraints } nonmutating set { pointer.pointee.evaluateConstraints = newValue } }
  @inlinable @inline(__always) public var defaultValue: Value { get { pointer.pointee.defaultValue } nonmutating set { pointer.pointee.defaultValue = newValue } }
  @inlinable @inline(__always) public var evaluateDefault: Value { get { pointer.pointee.evaluateDefault } nonmutating set { pointer.pointee.evaluateDefault = newValue } }
  @inlinable @inline(__always) public var module: Value { get { pointer.pointee.module } nonmutating set { pointer.pointee.module = newValue } }
  @inlinable @inline(__always) public var dict: Value { get { pointer.pointee.dict } nonmutating set { pointer.pointee.dict = newValue } }
  @inlinable @inline(__always) public var isCovariant: Bool { get { pointer.pointee.isCovariant } nonmutating set { pointer.pointee.isCovariant = newValue } }
  @inlinable @inline(__always) public var isContravariant: Bool { get { pointer.pointee.isContravariant } nonmutating set { pointer.pointee.isContravariant = newValue } }
  @inlinable @inline(__always) public var infersVariance: Bool { get { pointer.pointee.infersVariance } nonmutating set { pointer.pointee.infersVariance = newValue } }
}

extension Ref where T == ParameterListObject {
  @inlinable @inline(__always) public var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inlinable @inline(__always) public var name: Value { get { pointer.pointee.name } nonmutating set { pointer.pointee.name = newValue } }
  @inlinable @inline(__always) public var bound: Value { get { pointer.pointee.bound } nonmutating set { pointer.pointee.bound = newValue } }
  @inlinable @inline(__always) public var defaultValue: Value { get { pointer.pointee.defaultValue } nonmutating set { pointer.pointee.defaultValue = newValue } }
  @inlinable @inline(__always) public var evaluateDefault: Value { get { pointer.pointee.evaluateDefault } nonmutating set { pointer.pointee.evaluateDefault = newValue } }
  @inlinable @inline(__always) public var module: Value { get { pointer.pointee.module } nonmutating set { pointer.pointee.module = newValue } }
  @inlinable @inline(__always) public var dict: Value { get { pointer.pointee.dict } nonmutating set { pointer.pointee.dict = newValue } }
  @inlinable @inline(__always) public var isCovariant: Bool { get { pointer.pointee.isCovariant } nonmutating set { pointer.pointee.isCovariant = newValue } }
  @inlinable @inline(__always) public var isContravariant: Bool { get { pointer.pointee.isContravariant } nonmutating set { pointer.pointee.isContravariant = newValue } }
  @inlinable @inline(__always) public var infersVariance: Bool { get { pointer.pointee.infersVariance } nonmutating set { pointer.pointee.infersVariance = newValue } }
}

extension Ref where T == TypeAliasObject {
  @inlinable @inline(__always) public var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inlinable @inline(__always) public var name: Value { get { pointer.pointee.name } nonmutating set { pointer.pointee.name = newValue } }
  @inlinable @inline(__always) public var typeParameters: Value { get { pointer.pointee.typeParameters } nonmutating set { pointer.pointee.typeParameters = newValue } }
  @inlinable @inline(__always) public var value: Value { get { pointer.pointee.value } nonmutating set { pointer.pointee.value = newValue } }
  @inlinable @inline(__always) public var computeValue: Value { get { pointer.pointee.computeValue } nonmutating set { pointer.pointee.computeValue = newValue } }
  @inlinable @inline(__always) public var module: Value { get { pointer.pointee.module } nonmutating set { pointer.pointee.module = newValue } }
}

extension Ref where T == TypeObject {
  @inlinable @inline(__always) public var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inlinable @inline(__always) public var name: Value { get { pointer.pointee.name } nonmutating set { pointer.pointee.name = newValue } }
  @inlinable @inline(__always) public var qualifiedName: Value { get { pointer.pointee.qualifiedName } nonmutating set { pointer.pointee.qualifiedName = newValue } }
  @inlinable @inline(__always) public var dict: Ref<DictObject> { get { pointer.pointee.dict } nonmutating set { pointer.pointee.dict = newValue } }
  @inlinable @inline(__always) public var bases: Value { get { pointer.pointee.bases } nonmutating set { pointer.pointee.bases = newValue } }
  @inlinable @inline(__always) public var mro: Value { get { pointer.pointee.mro } nonmutating set { pointer.pointee.mro = newValue } }
  @inlinable @inline(__always) public var base: Ref<TypeObject> { get { pointer.pointee.base } nonmutating set { pointer.pointee.base = newValue } }
  @inlinable @inline(__always) public var subclasses: Value { get { pointer.pointee.subclasses } nonmutating set { pointer.pointee.subclasses = newValue } }
  @inlinable @inline(__always) public var rootShape: Ref<ShapeObject> { get { pointer.pointee.rootShape } nonmutating set { pointer.pointee.rootShape = newValue } }
  @inlinable @inline(__always) public var dictionaryShape: Ref<ShapeObject> { get { pointer.pointee.dictionaryShape } nonmutating set { pointer.pointee.dictionaryShape = newValue } }
  @inlinable @inline(__always) public var cachedInit: Value { get { pointer.pointee.cachedInit } nonmutating set { pointer.pointee.cachedInit = newValue } }
  @inlinable @inline(__always) public var cachedNew: Value { get { pointer.pointee.cachedNew } nonmutating set { pointer.pointee.cachedNew = newValue } }
  @inlinable @inline(__always) public var nativeData: Value { get { pointer.pointee.nativeData } nonmutating set { pointer.pointee.nativeData = newValue } }
  @inlinable @inline(__always) public var flags: TypeFlags { get { pointer.pointee.flags } nonmutating set { pointer.pointee.flags = newValue } }
  @inlinable @inline(__always) public var instanceKind: Kind { get { pointer.pointee.instanceKind } nonmutating set { pointer.pointee.instanceKind = newValue } }
  @inlinable @inline(__always) public var version: UInt64 { get { pointer.pointee.version } nonmutating set { pointer.pointee.version = newValue } }
  @inlinable @inline(__always) public var basicSize: Int { get { pointer.pointee.basicSize } nonmutating set { pointer.pointee.basicSize = newValue } }
  @inlinable @inline(__always) public var extraWords: Int { get { pointer.pointee.extraWords } nonmutating set { pointer.pointee.extraWords = newValue } }
  @inlinable @inline(__always) public var dictWord: Int { get { pointer.pointee.dictWord } nonmutating set { pointer.pointee.dictWord = newValue } }
  @inlinable @inline(__always) public var inlineSlots: Int { get { pointer.pointee.inlineSlots } nonmutating set { pointer.pointee.inlineSlots = newValue } }
  @inlinable @inline(__always) public var specIndex: Int { get { pointer.pointee.specIndex } nonmutating set { pointer.pointee.specIndex = newValue } }
  @inlinable @inline(__always) public var cachedVersion: UInt64 { get { pointer.pointee.cachedVersion } nonmutating set { pointer.pointee.cachedVersion = newValue } }
}

extension Ref where T == ShapeObject {
  @inlinable @inline(__always) public var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inlinable @inline(__always) public var type: Ref<TypeObject> { get { pointer.pointee.type } nonmutating set { pointer.pointee.type = newValue } }
  @inlinable @inline(__always) public var parent: Ref<ShapeObject> { get { pointer.pointee.parent } nonmutating set { pointer.pointee.parent = newValue } }
  @inlinable @inline(__always) public var name: Value { get { pointer.pointee.name } nonmutating set { pointer.pointee.name = newValue } }
  @inlinable @inline(__always) public var firstChild: Ref<ShapeObject> { get { pointer.pointee.firstChild } nonmutating set { pointer.pointee.firstChild = newValue } }
  @inlinable @inline(__always) public var children: Ref<DictObject> { get { pointer.pointee.children } nonmutating set { pointer.pointee.children = newValue } }
  @inlinable @inline(__always) public var count: Int { get { pointer.pointee.count } nonmutating set { pointer.pointee.count = newValue } }
  @inlinable @inline(__always) public var isDictionary: Bool { get { pointer.pointee.isDictionary } nonmutating set { pointer.pointee.isDictionary = newValue } }
}

extension Ref where T == InstanceObject {
  @inlinable @inline(__always) public var header: ObjectHeader { get { pointer.pointee.header } nonmutating set { pointer.pointee.header = newValue } }
  @inlinable @inline(__always) public var shape: Ref<ShapeObject> { get { pointer.pointee.shape } nonmutating set { pointer.pointee.shape = newValue } }
  @inlinable @inline(__always) public var overflow: Value { get { pointer.pointee.overflow } nonmutating set { pointer.pointee.overflow = newValue } }
}
