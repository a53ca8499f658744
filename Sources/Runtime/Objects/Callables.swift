import Bytecode

@frozen
public struct CodeObject: HeapCell {
  public var header: ObjectHeader
  // traced
  /// tuple of constants.
  public var constantsTuple: Value
  /// tuple of interned strs.
  public var namesTuple: Value
  /// tuple of strs: locals, cells, frees.
  public var localsPlusNames: Value
  public var name: Value
  public var qualifiedName: Value
  public var fileName: Value
  /// bytes: `co_code` as in the file.
  public var codeBytes: Value
  /// bytes: kinds of localsplus, line table, exception table.
  public var localsPlusKinds: Value
  public var lineTable: Value
  public var exceptionTable: Value
  /// `.rawBuffer` cells that hold `depths` and `handlers`.
  public var depthsBuffer: Ref<BufferObject>
  public var handlersBuffer: Ref<BufferObject>
  /// `.rawBuffer` of the line number of each code unit (Int32, 0 = none), made when a traceback first asks; none until then.
  public var lines: Ref<BufferObject>
  // raw
  /// Code units (not moved, inside `codeBytes`).
  public var units: CodePointer
  public var unitCount: Int
  public var constants: SlotPointer
  public var names: SlotPointer
  /// Verified stack depth before each code unit (-1: never reached), `unitCount` of them.
  public var depths: UnsafePointer<Int16>
  /// Decoded exception table: `handlerCount` entries sorted by start.
  public var handlers: UnsafePointer<ExceptionHandler>?
  public var handlerCount: Int
  /// Whether there are handlers of different kinds: in a generator, more than the one around its whole body, so that closing it may run code.
  public var hasInnerHandlers: Bool
  /// The number of positional arguments of a call that needs no binding: no defaults to fill in, no `*args`, `**kwargs` or keyword-only
  /// parameters. -1 if every call needs binding.
  public var simpleArgumentCount: Int
  public var argumentCount: Int
  public var positionalOnlyCount: Int
  public var keywordOnlyCount: Int
  public var localCount: Int
  public var localsPlusCount: Int
  public var stackSize: Int
  public var freeCount: Int
  public var flags: CodeFlags
  public var traits: CodeTraits
  public var firstLine: Int
  /// Words of a frame of this code: header, localsplus, stack, blocks.
  public var frameWords: Int
  /// The engine that runs it: index of the bytecode version in the interpreter's engine table.
  public var engine: Int
}

extension Ref where T == CodeObject {
  @inlinable @inline(__always) public var constantsTuple: Value {
    get { layout.constantsTuple } nonmutating set { layout.constantsTuple = newValue }
  }
  @inlinable @inline(__always) public var namesTuple: Value { get { layout.namesTuple } nonmutating set { layout.namesTuple = newValue } }
  @inlinable @inline(__always) public var localsPlusNames: Value {
    get { layout.localsPlusNames } nonmutating set { layout.localsPlusNames = newValue }
  }
  @inlinable @inline(__always) public var name: Value { get { layout.name } nonmutating set { layout.name = newValue } }
  @inlinable @inline(__always) public var qualifiedName: Value {
    get { layout.qualifiedName } nonmutating set { layout.qualifiedName = newValue }
  }
  @inlinable @inline(__always) public var fileName: Value { get { layout.fileName } nonmutating set { layout.fileName = newValue } }
  @inlinable @inline(__always) public var codeBytes: Value { get { layout.codeBytes } nonmutating set { layout.codeBytes = newValue } }
  @inlinable @inline(__always) public var localsPlusKinds: Value {
    get { layout.localsPlusKinds } nonmutating set { layout.localsPlusKinds = newValue }
  }
  @inlinable @inline(__always) public var lineTable: Value { get { layout.lineTable } nonmutating set { layout.lineTable = newValue } }
  @inlinable @inline(__always) public var exceptionTable: Value {
    get { layout.exceptionTable } nonmutating set { layout.exceptionTable = newValue }
  }
  @inlinable @inline(__always) public var depthsBuffer: Ref<BufferObject> {
    get { layout.depthsBuffer } nonmutating set { layout.depthsBuffer = newValue }
  }
  @inlinable @inline(__always) public var handlersBuffer: Ref<BufferObject> {
    get { layout.handlersBuffer } nonmutating set { layout.handlersBuffer = newValue }
  }
  @inlinable @inline(__always) public var lines: Ref<BufferObject> { get { layout.lines } nonmutating set { layout.lines = newValue } }
  @inlinable @inline(__always) public var units: CodePointer { get { layout.units } nonmutating set { layout.units = newValue } }
  @inlinable @inline(__always) public var unitCount: Int { get { layout.unitCount } nonmutating set { layout.unitCount = newValue } }
  @inlinable @inline(__always) public var constants: SlotPointer {
    get { layout.constants } nonmutating set { layout.constants = newValue }
  }
  @inlinable @inline(__always) public var names: SlotPointer { get { layout.names } nonmutating set { layout.names = newValue } }
  @inlinable @inline(__always) public var depths: UnsafePointer<Int16> {
    get { layout.depths } nonmutating set { layout.depths = newValue }
  }
  @inlinable @inline(__always) public var handlers: UnsafePointer<ExceptionHandler>? {
    get { layout.handlers } nonmutating set { layout.handlers = newValue }
  }
  @inlinable @inline(__always) public var handlerCount: Int {
    get { layout.handlerCount } nonmutating set { layout.handlerCount = newValue }
  }
  @inlinable @inline(__always) public var hasInnerHandlers: Bool {
    get { layout.hasInnerHandlers } nonmutating set { layout.hasInnerHandlers = newValue }
  }
  @inlinable @inline(__always) public var simpleArgumentCount: Int {
    get { layout.simpleArgumentCount } nonmutating set { layout.simpleArgumentCount = newValue }
  }
  @inlinable @inline(__always) public var argumentCount: Int {
    get { layout.argumentCount } nonmutating set { layout.argumentCount = newValue }
  }
  @inlinable @inline(__always) public var positionalOnlyCount: Int {
    get { layout.positionalOnlyCount } nonmutating set { layout.positionalOnlyCount = newValue }
  }
  @inlinable @inline(__always) public var keywordOnlyCount: Int {
    get { layout.keywordOnlyCount } nonmutating set { layout.keywordOnlyCount = newValue }
  }
  @inlinable @inline(__always) public var localCount: Int { get { layout.localCount } nonmutating set { layout.localCount = newValue } }
  @inlinable @inline(__always) public var localsPlusCount: Int {
    get { layout.localsPlusCount } nonmutating set { layout.localsPlusCount = newValue }
  }
  @inlinable @inline(__always) public var stackSize: Int { get { layout.stackSize } nonmutating set { layout.stackSize = newValue } }
  @inlinable @inline(__always) public var freeCount: Int { get { layout.freeCount } nonmutating set { layout.freeCount = newValue } }
  @inlinable @inline(__always) public var flags: CodeFlags { get { layout.flags } nonmutating set { layout.flags = newValue } }
  @inlinable @inline(__always) public var traits: CodeTraits { get { layout.traits } nonmutating set { layout.traits = newValue } }
  @inlinable @inline(__always) public var firstLine: Int { get { layout.firstLine } nonmutating set { layout.firstLine = newValue } }
  @inlinable @inline(__always) public var frameWords: Int { get { layout.frameWords } nonmutating set { layout.frameWords = newValue } }
  @inlinable @inline(__always) public var engine: Int { get { layout.engine } nonmutating set { layout.engine = newValue } }
}

/// One range of the exception table, in code units.
@frozen
public struct ExceptionHandler: BitwiseCopyable {
  public var start: Int32
  public var end: Int32
  public var target: Int32
  /// Stack depth to cut to.
  public var depth: Int32
  /// Whether the offset of the raising instruction is pushed.
  public var pushesOffset: Bool
}

@frozen
public struct FunctionObject: HeapCell {
  public var header: ObjectHeader
  // traced
  public var code: Ref<CodeObject>
  public var globals: Ref<DictObject>
  public var builtins: Ref<DictObject>
  /// tuple or null.
  public var defaults: Value
  /// dict or null.
  public var keywordDefaults: Value
  /// tuple of cells or null.
  public var closure: Value
  public var name: Value
  public var qualifiedName: Value
  /// `__module__`.
  public var module: Value
  /// `__doc__`.
  public var doc: Value
  /// dict, or the flat tuple of names and values that SET_FUNCTION_ATTRIBUTE gave, or null.
  public var annotations: Value
  /// The function that computes them when they are first asked for (3.14), None or null.
  public var annotate: Value
  public var typeParameters: Value
  /// `__dict__` or null.
  public var dict: Value
}

extension Ref where T == FunctionObject {
  @inlinable @inline(__always) public var code: Ref<CodeObject> { get { layout.code } nonmutating set { layout.code = newValue } }
  @inlinable @inline(__always) public var globals: Ref<DictObject> { get { layout.globals } nonmutating set { layout.globals = newValue } }
  @inlinable @inline(__always) public var builtins: Ref<DictObject> {
    get { layout.builtins } nonmutating set { layout.builtins = newValue }
  }
  @inlinable @inline(__always) public var defaults: Value { get { layout.defaults } nonmutating set { layout.defaults = newValue } }
  @inlinable @inline(__always) public var keywordDefaults: Value {
    get { layout.keywordDefaults } nonmutating set { layout.keywordDefaults = newValue }
  }
  @inlinable @inline(__always) public var closure: Value { get { layout.closure } nonmutating set { layout.closure = newValue } }
  @inlinable @inline(__always) public var name: Value { get { layout.name } nonmutating set { layout.name = newValue } }
  @inlinable @inline(__always) public var qualifiedName: Value {
    get { layout.qualifiedName } nonmutating set { layout.qualifiedName = newValue }
  }
  @inlinable @inline(__always) public var module: Value { get { layout.module } nonmutating set { layout.module = newValue } }
  @inlinable @inline(__always) public var doc: Value { get { layout.doc } nonmutating set { layout.doc = newValue } }
  @inlinable @inline(__always) public var annotations: Value {
    get { layout.annotations } nonmutating set { layout.annotations = newValue }
  }
  @inlinable @inline(__always) public var annotate: Value { get { layout.annotate } nonmutating set { layout.annotate = newValue } }
  @inlinable @inline(__always) public var typeParameters: Value {
    get { layout.typeParameters } nonmutating set { layout.typeParameters = newValue }
  }
  @inlinable @inline(__always) public var dict: Value { get { layout.dict } nonmutating set { layout.dict = newValue } }
}

/// A function or method written in Swift. Its type tells how it binds: `builtin_function_or_method` not at all, `method_descriptor` and
/// `wrapper_descriptor` to the instance, `classmethod_descriptor` to the class.
@frozen
public struct NativeFunctionObject: HeapCell {
  public var header: ObjectHeader
  // traced
  public var name: Value
  /// `__self__` of a bound native method or the module; null otherwise.
  public var boundSelf: Value
  public var signature: Ref<SignatureObject>
  /// The type it belongs to (for the first argument's check and the qualified name); none for functions.
  public var owner: Ref<TypeObject>
  public var module: Value
  // raw
  public var body: NativeBody
  /// -2: the signature was not parsed yet; -1: arguments need binding; n: a call with exactly n positional arguments passes them in place.
  public var exactCount: Int
  /// Whether `boundSelf` is the first argument (bound methods); a module's function and `__new__` do not pass it.
  public var passesSelf: Bool
  public var text: StaticString
  public var doc: StaticString
}

extension Ref where T == NativeFunctionObject {
  @inlinable @inline(__always) public var name: Value { get { layout.name } nonmutating set { layout.name = newValue } }
  @inlinable @inline(__always) public var boundSelf: Value { get { layout.boundSelf } nonmutating set { layout.boundSelf = newValue } }
  @inlinable @inline(__always) public var signature: Ref<SignatureObject> {
    get { layout.signature } nonmutating set { layout.signature = newValue }
  }
  @inlinable @inline(__always) public var owner: Ref<TypeObject> { get { layout.owner } nonmutating set { layout.owner = newValue } }
  @inlinable @inline(__always) public var module: Value { get { layout.module } nonmutating set { layout.module = newValue } }
  @inlinable @inline(__always) public var body: NativeBody { get { layout.body } nonmutating set { layout.body = newValue } }
  @inlinable @inline(__always) public var exactCount: Int { get { layout.exactCount } nonmutating set { layout.exactCount = newValue } }
  @inlinable @inline(__always) public var passesSelf: Bool { get { layout.passesSelf } nonmutating set { layout.passesSelf = newValue } }
  @inlinable @inline(__always) public var text: StaticString { get { layout.text } nonmutating set { layout.text = newValue } }
  @inlinable @inline(__always) public var doc: StaticString { get { layout.doc } nonmutating set { layout.doc = newValue } }
}

@frozen
public struct BoundMethodObject: HeapCell {
  public var header: ObjectHeader
  public var function: Value
  public var boundSelf: Value
}

extension Ref where T == BoundMethodObject {
  @inlinable @inline(__always) public var function: Value { get { layout.function } nonmutating set { layout.function = newValue } }
  @inlinable @inline(__always) public var boundSelf: Value { get { layout.boundSelf } nonmutating set { layout.boundSelf = newValue } }
}

/// property
@frozen
public struct PropertyObject: HeapCell {
  public var header: ObjectHeader
  public var getter: Value
  public var setter: Value
  public var deleter: Value
  public var doc: Value
  public var name: Value
}

extension Ref where T == PropertyObject {
  @inlinable @inline(__always) public var getter: Value { get { layout.getter } nonmutating set { layout.getter = newValue } }
  @inlinable @inline(__always) public var setter: Value { get { layout.setter } nonmutating set { layout.setter = newValue } }
  @inlinable @inline(__always) public var deleter: Value { get { layout.deleter } nonmutating set { layout.deleter = newValue } }
  @inlinable @inline(__always) public var doc: Value { get { layout.doc } nonmutating set { layout.doc = newValue } }
  @inlinable @inline(__always) public var name: Value { get { layout.name } nonmutating set { layout.name = newValue } }
}

/// classmethod and staticmethod.
@frozen
public struct MethodWrapperObject: HeapCell {
  public var header: ObjectHeader
  public var function: Value
  public var dict: Value
}

extension Ref where T == MethodWrapperObject {
  @inlinable @inline(__always) public var function: Value { get { layout.function } nonmutating set { layout.function = newValue } }
  @inlinable @inline(__always) public var dict: Value { get { layout.dict } nonmutating set { layout.dict = newValue } }
}

/// A `__slots__` member (`member_descriptor`).
@frozen
public struct MemberDescriptorObject: HeapCell {
  public var header: ObjectHeader
  public var name: Value
  public var owner: Ref<TypeObject>
  // raw
  /// Index among the extra words of an instance.
  public var word: Int
}

extension Ref where T == MemberDescriptorObject {
  @inlinable @inline(__always) public var name: Value { get { layout.name } nonmutating set { layout.name = newValue } }
  @inlinable @inline(__always) public var owner: Ref<TypeObject> { get { layout.owner } nonmutating set { layout.owner = newValue } }
  @inlinable @inline(__always) public var word: Int { get { layout.word } nonmutating set { layout.word = newValue } }
}

/// A computed attribute of a native type (`getset_descriptor`).
@frozen
public struct GetSetDescriptorObject: HeapCell {
  public var header: ObjectHeader
  public var name: Value
  public var owner: Ref<TypeObject>
  // raw
  public var getter: NativeBody
  public var setter: NativeBody?
  public var doc: StaticString
}

extension Ref where T == GetSetDescriptorObject {
  @inlinable @inline(__always) public var name: Value { get { layout.name } nonmutating set { layout.name = newValue } }
  @inlinable @inline(__always) public var owner: Ref<TypeObject> { get { layout.owner } nonmutating set { layout.owner = newValue } }
  @inlinable @inline(__always) public var getter: NativeBody { get { layout.getter } nonmutating set { layout.getter = newValue } }
  @inlinable @inline(__always) public var setter: NativeBody? { get { layout.setter } nonmutating set { layout.setter = newValue } }
  @inlinable @inline(__always) public var doc: StaticString { get { layout.doc } nonmutating set { layout.doc = newValue } }
}

@frozen
public struct SuperObject: HeapCell {
  public var header: ObjectHeader
  public var thisClass: Value
  public var object: Value
  public var objectType: Value
}

extension Ref where T == SuperObject {
  @inlinable @inline(__always) public var thisClass: Value { get { layout.thisClass } nonmutating set { layout.thisClass = newValue } }
  @inlinable @inline(__always) public var object: Value { get { layout.object } nonmutating set { layout.object = newValue } }
  @inlinable @inline(__always) public var objectType: Value { get { layout.objectType } nonmutating set { layout.objectType = newValue } }
}
