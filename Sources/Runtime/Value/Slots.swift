/// A code unit of the bytecode: opcode in the low byte, argument in the high byte.
public typealias CodePointer = UnsafePointer<UInt16>

/// A run of values in a frame, an argument area or a buffer: what a kernel or a native function gets for a counted input.
@frozen
public struct Slots: BitwiseCopyable {
  public var base: SlotPointer
  public var count: Int

  @inlinable @inline(__always) public init(base: SlotPointer, count: Int) { self.base = base; self.count = count }
  @inlinable @inline(__always) public subscript(index: Int) -> Value {
    @inline(__always) get { base[index] }
    @inline(__always) nonmutating set { base[index] = newValue }
  }
  @inlinable @inline(__always) public func dropFirst(_ n: Int = 1) -> Slots { Slots(base: base + n, count: count &- n) }
  @inlinable @inline(__always) public func prefix(_ n: Int) -> Slots { Slots(base: base, count: n) }
}

/// Two outputs of a kernel, bottom to top.
@frozen
public struct Pair: BitwiseCopyable {
  public var first: Value
  public var second: Value
  @inlinable @inline(__always) public init(_ first: Value, _ second: Value) { self.first = first; self.second = second }
}

/// Three outputs of a kernel, bottom to top.
@frozen
public struct Triple: BitwiseCopyable {
  public var first: Value
  public var second: Value
  public var third: Value
  @inlinable @inline(__always) public init(_ first: Value, _ second: Value, _ third: Value) {
    self.first = first; self.second = second; self.third = third
  }
}

/// The registers of an engine after an instruction that moves between frames.
@frozen
public struct Machine: BitwiseCopyable {
  public var frame: Frame
  public var pc: CodePointer
  public var sp: SlotPointer
  @inlinable @inline(__always) public init(frame: Frame, pc: CodePointer, sp: SlotPointer) {
    self.frame = frame; self.pc = pc; self.sp = sp
  }
}

/// A Python exception is on its way; the exception object itself is in the thread state. Every kernel throws just this.
@frozen
public struct Raised: Error, BitwiseCopyable {
  @inlinable @inline(__always) public init() {}
}
