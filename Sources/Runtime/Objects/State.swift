@frozen
public struct ModuleObject: BitwiseCopyable {
  public var header: ObjectHeader
  public var dict: Ref<DictObject>
  public var name: Value
}

/// An instance of BaseException or a subclass. Attributes that only some types have (`StopIteration.value`, `OSError.errno`, ...) are in
/// `field0` ... `field7`, which `ExceptionField` names.
@frozen
public struct ExceptionObject: BitwiseCopyable {
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
}

@frozen
public struct TracebackObject: BitwiseCopyable {
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

/// The Python view of a frame (`frame`). While the frame runs, `live` is its address; when the frame ends its locals are copied to `locals`.
@frozen
public struct FrameObject: BitwiseCopyable {
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
  // raw
  /// The frame while it exists, else none.
  public var live: Frame
  /// Byte offset of the last instruction, once the frame ended.
  public var lastInstruction: Int
}

/// generator, coroutine, async generator: owns its frame, which lies inline behind this header.
@frozen
public struct GeneratorObject: BitwiseCopyable {
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

@frozen
public enum GeneratorState: UInt8, BitwiseCopyable {
  case created, suspended, running, finished
}

/// What resumed a running generator: native code, a FOR_ITER instruction (its frame gets the value and drops the iterator at the end), or a SEND
/// instruction (its frame gets the value and, at the end, the result).
@frozen
public enum Resumption: UInt8, BitwiseCopyable {
  case native, iteration, send
}
