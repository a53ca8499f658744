/// The header of a frame: in the VM stack, or inside a generator. Behind it lie localsplus and the value stack, so `locals` is an address
/// computed without a load.
///
///     | FrameHeader | locals, cells, frees (code.localsPlusCount) | value stack (code.stackSize) |
@frozen
public struct FrameHeader: BitwiseCopyable {
  // traced
  public var function: Ref<FunctionObject>
  public var code: Ref<CodeObject>
  /// Class and module bodies: the mapping that names live in. Constructor frames: the new instance. Else null.
  public var namespace: Value
  /// The `FrameObject` made for this frame, or null.
  public var frameObject: Value
  /// The generator that owns this frame, or none.
  public var generator: Ref<GeneratorObject>
  // raw
  /// The frame that called or resumed this one; none at the bottom.
  public var previous: Frame
  /// The instruction being executed (behind its EXTENDED_ARG prefixes). Saved before everything that can raise, call, allocate or poll: with the
  /// verified depth it tells which stack slots are live.
  public var pc: CodePointer
  /// Where this frame goes on when the frame that it called returns, or when the generator that it resumed yields.
  public var returnPC: CodePointer
  /// The slot of this frame that gets what the called frame returns; the stack then ends behind it.
  public var returnSP: SlotPointer
  public var constants: SlotPointer
  /// Number of Python frames up to this one, itself included, for the recursion limit.
  public var depth: Int32
  public var flags: FrameFlags
}

extension Ref where T == FrameHeader {
  @inlinable @inline(__always) public var function: Ref<FunctionObject> {
    get { layout.function } nonmutating set { layout.function = newValue }
  }
  @inlinable @inline(__always) public var code: Ref<CodeObject> { get { layout.code } nonmutating set { layout.code = newValue } }
  @inlinable @inline(__always) public var namespace: Value { get { layout.namespace } nonmutating set { layout.namespace = newValue } }
  @inlinable @inline(__always) public var frameObject: Value {
    get { layout.frameObject } nonmutating set { layout.frameObject = newValue }
  }
  @inlinable @inline(__always) public var generator: Ref<GeneratorObject> {
    get { layout.generator } nonmutating set { layout.generator = newValue }
  }
  @inlinable @inline(__always) public var previous: Frame { get { layout.previous } nonmutating set { layout.previous = newValue } }
  @inlinable @inline(__always) public var pc: CodePointer { get { layout.pc } nonmutating set { layout.pc = newValue } }
  @inlinable @inline(__always) public var returnPC: CodePointer { get { layout.returnPC } nonmutating set { layout.returnPC = newValue } }
  @inlinable @inline(__always) public var returnSP: SlotPointer { get { layout.returnSP } nonmutating set { layout.returnSP = newValue } }
  @inlinable @inline(__always) public var constants: SlotPointer {
    get { layout.constants } nonmutating set { layout.constants = newValue }
  }
  @inlinable @inline(__always) public var depth: Int32 { get { layout.depth } nonmutating set { layout.depth = newValue } }
  @inlinable @inline(__always) public var flags: FrameFlags { get { layout.flags } nonmutating set { layout.flags = newValue } }
}

public typealias Frame = Ref<FrameHeader>

@frozen
public struct FrameFlags: OptionSet, BitwiseCopyable {
  public var rawValue: UInt32
  @inlinable @inline(__always) public init(rawValue: UInt32) { self.rawValue = rawValue }
  /// Entered from native code: its return leaves the engine's loop.
  @inlinable public static var entry: FrameFlags { FrameFlags(rawValue: 1) }
  /// Runs `__init__` for a call of a class: its caller gets the instance (`namespace`).
  @inlinable public static var constructor: FrameFlags { FrameFlags(rawValue: 2) }
  /// Lies in a generator.
  @inlinable public static var generator: FrameFlags { FrameFlags(rawValue: 4) }
  /// Has a frame object, which takes over the locals when the frame ends.
  @inlinable public static var hasObject: FrameFlags { FrameFlags(rawValue: 8) }
}

extension Ref where T == FrameHeader {
  @inlinable @inline(__always) public var locals: SlotPointer { trailingSlots }
  @inlinable @inline(__always) public var localSlots: Slots { Slots(base: locals, count: self.code.localsPlusCount) }
  @inlinable @inline(__always) public var stackBase: SlotPointer { locals + self.code.localsPlusCount }
  @inlinable @inline(__always) public var names: SlotPointer { self.code.names }
  /// The first word behind the frame.
  @inlinable @inline(__always) public var end: SlotPointer {
    SlotPointer(raw) + self.code.frameWords
  }
  @inlinable @inline(__always) public var globals: Ref<DictObject> { self.function.globals }
  @inlinable @inline(__always) public var builtins: Ref<DictObject> { self.function.builtins }
  /// Whether the frame runs in an engine loop of its own: when it ends, native code goes on.
  @inlinable public var isEntry: Bool {
    self.flags.contains(.generator) ? self.generator.resumption == .native : self.flags.contains(.entry)
  }
  /// The address of the frame as a place in the VM stack.
  @inlinable @inline(__always) public var start: SlotPointer { SlotPointer(raw) }
  /// Index of the code unit of `pc`.
  @inlinable @inline(__always) public var unitIndex: Int { self.pc - self.code.units }
}
