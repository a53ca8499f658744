@frozen
public struct CodeObject: BitwiseCopyable {
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
  public var firstLine: Int
  /// Words of a frame of this code: header, localsplus, stack.
  public var frameWords: Int
  /// The engine that runs it: index of the bytecode version in the interpreter's engine table.
  public var engine: Int
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

/// co_flags (inspect.CO_*).
@frozen
public struct CodeFlags: OptionSet, BitwiseCopyable, Sendable {
  public var rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }
  @inlinable public static var optimized: CodeFlags { CodeFlags(rawValue: 0x1) }
  @inlinable public static var newLocals: CodeFlags { CodeFlags(rawValue: 0x2) }
  @inlinable public static var varArgs: CodeFlags { CodeFlags(rawValue: 0x4) }
  @inlinable public static var varKeywords: CodeFlags { CodeFlags(rawValue: 0x8) }
  @inlinable public static var nested: CodeFlags { CodeFlags(rawValue: 0x10) }
  @inlinable public static var generator: CodeFlags { CodeFlags(rawValue: 0x20) }
  @inlinable public static var coroutine: CodeFlags { CodeFlags(rawValue: 0x80) }
  @inlinable public static var iterableCoroutine: CodeFlags { CodeFlags(rawValue: 0x100) }
  @inlinable public static var asyncGenerator: CodeFlags { CodeFlags(rawValue: 0x200) }
}

@frozen
public struct FunctionObject: BitwiseCopyable {
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
  public var typeParameters: Value
  /// `__dict__` or null.
  public var dict: Value
}

/// A function or method written in Swift. Its type tells how it binds: `builtin_function_or_method` not at all, `method_descriptor` and
/// `wrapper_descriptor` to the instance, `classmethod_descriptor` to the class.
@frozen
public struct NativeFunctionObject: BitwiseCopyable {
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

@frozen
public struct BoundMethodObject: BitwiseCopyable {
  public var header: ObjectHeader
  public var function: Value
  public var boundSelf: Value
}

/// property
@frozen
public struct PropertyObject: BitwiseCopyable {
  public var header: ObjectHeader
  public var getter: Value
  public var setter: Value
  public var deleter: Value
  public var doc: Value
  public var name: Value
}

/// classmethod and staticmethod.
@frozen
public struct MethodWrapperObject: BitwiseCopyable {
  public var header: ObjectHeader
  public var function: Value
  public var dict: Value
}

/// A `__slots__` member (`member_descriptor`).
@frozen
public struct MemberDescriptorObject: BitwiseCopyable {
  public var header: ObjectHeader
  public var name: Value
  public var owner: Ref<TypeObject>
  // raw
  /// Index among the extra words of an instance.
  public var word: Int
}

/// A computed attribute of a native type (`getset_descriptor`).
@frozen
public struct GetSetDescriptorObject: BitwiseCopyable {
  public var header: ObjectHeader
  public var name: Value
  public var owner: Ref<TypeObject>
  // raw
  public var getter: NativeBody
  public var setter: NativeBody?
  public var doc: StaticString
}

@frozen
public struct SuperObject: BitwiseCopyable {
  public var header: ObjectHeader
  public var thisClass: Value
  public var object: Value
  public var objectType: Value
}
