@frozen
public struct ModuleObject: HeapCell {
  public var header: ObjectHeader
  public var dict: Ref<DictObject>
  public var name: Value
}

extension Ref where T == ModuleObject {
  @inlinable @inline(__always) public var dict: Ref<DictObject> { get { layout.dict } nonmutating set { layout.dict = newValue } }
  @inlinable @inline(__always) public var name: Value { get { layout.name } nonmutating set { layout.name = newValue } }
}

/// An instance of BaseException or a subclass. Attributes that only some types have (`StopIteration.value`, `OSError.errno`, ...) are in
/// `field0` ... `field7`, which `ExceptionField` names.
@frozen
public struct ExceptionObject: HeapCell {
  public var header: ObjectHeader
  /// tuple
  public var args: Value
  public var traceback: Value
  public var context: Value
  public var cause: Value
  /// dict or null: `__dict__` (notes live there).
  public var dict: Value
  /// null = not set (None to Python).
  public var field0: Value
  public var field1: Value
  public var field2: Value
  public var field3: Value
  public var field4: Value
  public var field5: Value
  public var field6: Value
  public var field7: Value
  // raw
  public var suppressContext: Bool
  /// Native code raised it and nobody has looked at it yet (see `LibraryFeature.lazyExceptions`).
  public var isUnseen: Bool
}

extension Ref where T == ExceptionObject {
  @inlinable @inline(__always) public var args: Value { get { layout.args } nonmutating set { layout.args = newValue } }
  @inlinable @inline(__always) public var traceback: Value { get { layout.traceback } nonmutating set { layout.traceback = newValue } }
  @inlinable @inline(__always) public var context: Value { get { layout.context } nonmutating set { layout.context = newValue } }
  @inlinable @inline(__always) public var cause: Value { get { layout.cause } nonmutating set { layout.cause = newValue } }
  @inlinable @inline(__always) public var dict: Value { get { layout.dict } nonmutating set { layout.dict = newValue } }
  @inlinable @inline(__always) public var field0: Value { get { layout.field0 } nonmutating set { layout.field0 = newValue } }
  @inlinable @inline(__always) public var field1: Value { get { layout.field1 } nonmutating set { layout.field1 = newValue } }
  @inlinable @inline(__always) public var suppressContext: Bool {
    get { layout.suppressContext } nonmutating set { layout.suppressContext = newValue }
  }
  @inlinable @inline(__always) public var isUnseen: Bool { get { layout.isUnseen } nonmutating set { layout.isUnseen = newValue } }
}

@frozen
public struct TracebackObject: HeapCell {
  public var header: ObjectHeader
  /// traceback or None.
  public var next: Value
  /// The frame object (`FrameObject`).
  public var frame: Value
  public var code: Ref<CodeObject>
  // raw
  /// Byte offset of the instruction.
  public var lastInstruction: Int
  /// Line number, 0 = unknown.
  public var line: Int
}

extension Ref where T == TracebackObject {
  @inlinable @inline(__always) public var next: Value { get { layout.next } nonmutating set { layout.next = newValue } }
  @inlinable @inline(__always) public var frame: Value { get { layout.frame } nonmutating set { layout.frame = newValue } }
  @inlinable @inline(__always) public var code: Ref<CodeObject> { get { layout.code } nonmutating set { layout.code = newValue } }
  @inlinable @inline(__always) public var lastInstruction: Int {
    get { layout.lastInstruction } nonmutating set { layout.lastInstruction = newValue }
  }
  @inlinable @inline(__always) public var line: Int { get { layout.line } nonmutating set { layout.line = newValue } }
}

/// The Python view of a frame (`frame`). While the frame runs, `live` is its address; when the frame ends its locals are copied to `locals`.
@frozen
public struct FrameObject: HeapCell {
  public var header: ObjectHeader
  // traced
  public var code: Ref<CodeObject>
  public var function: Ref<FunctionObject>
  public var back: Value
  /// A `.valueBuffer` with localsplus after the frame ended, or none.
  public var savedLocals: Ref<ValueBuffer>
  public var namespace: Value
  public var traceFunction: Value
  /// The generator in which the frame lies, or null: it must live as long as `live` is used.
  public var owner: Value
  /// The dict that `locals()` gives each time up to 3.12, or null.
  public var snapshot: Value
  // raw
  /// The frame while it exists, else none.
  public var live: Frame
  /// Byte offset of the last instruction, once the frame ended.
  public var lastInstruction: Int
  /// `f_trace_lines` is false.
  public var skipsLines: Bool
  /// `f_trace_opcodes`
  public var reportsOpcodes: Bool
}

extension Ref where T == FrameObject {
  @inlinable @inline(__always) public var skipsLines: Bool { get { layout.skipsLines } nonmutating set { layout.skipsLines = newValue } }
  @inlinable @inline(__always) public var reportsOpcodes: Bool {
    get { layout.reportsOpcodes } nonmutating set { layout.reportsOpcodes = newValue }
  }
  @inlinable @inline(__always) public var snapshot: Value { get { layout.snapshot } nonmutating set { layout.snapshot = newValue } }
  @inlinable @inline(__always) public var code: Ref<CodeObject> { get { layout.code } nonmutating set { layout.code = newValue } }
  @inlinable @inline(__always) public var function: Ref<FunctionObject> {
    get { layout.function } nonmutating set { layout.function = newValue }
  }
  @inlinable @inline(__always) public var back: Value { get { layout.back } nonmutating set { layout.back = newValue } }
  @inlinable @inline(__always) public var savedLocals: Ref<ValueBuffer> {
    get { layout.savedLocals } nonmutating set { layout.savedLocals = newValue }
  }
  @inlinable @inline(__always) public var namespace: Value { get { layout.namespace } nonmutating set { layout.namespace = newValue } }
  @inlinable @inline(__always) public var traceFunction: Value {
    get { layout.traceFunction } nonmutating set { layout.traceFunction = newValue }
  }
  @inlinable @inline(__always) public var owner: Value { get { layout.owner } nonmutating set { layout.owner = newValue } }
  @inlinable @inline(__always) public var live: Frame { get { layout.live } nonmutating set { layout.live = newValue } }
  @inlinable @inline(__always) public var lastInstruction: Int {
    get { layout.lastInstruction } nonmutating set { layout.lastInstruction = newValue }
  }
}

/// generator, coroutine, async generator: owns its frame, which lies inline behind this header.
@frozen
public struct GeneratorObject: HeapCell {
  public var header: ObjectHeader
  // traced by the generator rule of the collector: these fields, then the frame's traced part while it is suspended
  public var name: Value
  public var qualifiedName: Value
  /// What the generator handles at present (its own `exc_info` item), null = nothing.
  public var handled: Value
  /// The iterator it delegates to (`yield from`, `await`), computed on demand; finalizer hooks of async generators.
  public var finalizer: Value
  // raw
  /// Where the resumer's `handled` slot is, while running.
  public var previousHandled: SlotPointer?
  /// While it runs for an instruction of another frame: where that frame goes on when this one returns.
  public var finishPC: CodePointer
  /// While it delegates: where it goes on itself with the result of what it waits for, if that comes of an exception thrown into it (up to 3.11).
  public var resultPC: CodePointer
  public var state: GeneratorState
  /// Who resumed it.
  public var resumption: Resumption
  /// Suspended inside `yield from` or `await`: the iterator that it waits for lies below the slot that gets the value sent.
  public var isDelegating: Bool
  /// Async generators: hooks were called; running `asend`/`athrow`; closed.
  public var hooksInited: Bool
  public var asyncRunning: Bool
  public var asyncClosed: Bool
  // the frame follows: FrameHeader, localsplus, stack
}

extension Ref where T == GeneratorObject {
  @inlinable @inline(__always) public var name: Value { get { layout.name } nonmutating set { layout.name = newValue } }
  @inlinable @inline(__always) public var qualifiedName: Value {
    get { layout.qualifiedName } nonmutating set { layout.qualifiedName = newValue }
  }
  @inlinable @inline(__always) public var handled: Value { get { layout.handled } nonmutating set { layout.handled = newValue } }
  @inlinable @inline(__always) public var finalizer: Value { get { layout.finalizer } nonmutating set { layout.finalizer = newValue } }
  @inlinable @inline(__always) public var previousHandled: SlotPointer? {
    get { layout.previousHandled } nonmutating set { layout.previousHandled = newValue }
  }
  @inlinable @inline(__always) public var finishPC: CodePointer { get { layout.finishPC } nonmutating set { layout.finishPC = newValue } }
  @inlinable @inline(__always) public var resultPC: CodePointer { get { layout.resultPC } nonmutating set { layout.resultPC = newValue } }
  @inlinable @inline(__always) public var state: GeneratorState { get { layout.state } nonmutating set { layout.state = newValue } }
  @inlinable @inline(__always) public var resumption: Resumption {
    get { layout.resumption } nonmutating set { layout.resumption = newValue }
  }
  @inlinable @inline(__always) public var isDelegating: Bool {
    get { layout.isDelegating } nonmutating set { layout.isDelegating = newValue }
  }
  @inlinable @inline(__always) public var hooksInited: Bool { get { layout.hooksInited } nonmutating set { layout.hooksInited = newValue } }
  @inlinable @inline(__always) public var asyncRunning: Bool {
    get { layout.asyncRunning } nonmutating set { layout.asyncRunning = newValue }
  }
  @inlinable @inline(__always) public var asyncClosed: Bool { get { layout.asyncClosed } nonmutating set { layout.asyncClosed = newValue } }
}

@frozen
public enum GeneratorState: UInt8, BitwiseCopyable {
  case created, suspended, running, finished
}

/// What resumed a running generator: native code, a FOR_ITER instruction (its frame gets the value and drops the iterator at the end), or a SEND
/// instruction (its frame gets the value and, at the end, the result).
@frozen
public enum Resumption: UInt8, BitwiseCopyable {
  case iteration
  /// As `iteration`, but the iterator stays at the end (FOR_ITER of 3.14).
  case iterationKeeping
  case send
  /// As `send`; the result takes the place of the generator itself (SEND of 3.11).
  case sendAndPop
  case native
  /// By YIELD_FROM of a generator, which is suspended with each value in turn (up to 3.10).
  case forward
}
