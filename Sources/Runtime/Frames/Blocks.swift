// The block stack of a frame (bytecode up to 3.10; CPython: Include/frameobject.h, PyTryBlock). It lies behind the value stack: the number of
// blocks, then a word for each. The verifier has proved that there is room and that blocks are started and ended in order.
//
//     bit 0         1 for a handler that runs, 0 for a range of code with a handler
//     bits 1 - 23   the level: the depth to which the stack is cut when an exception arrives
//     bits 24 - 55  where the handler of a range begins, in code units

/// One block.
struct FrameBlock {
  let bits: UInt64

  init(bits: UInt64) { self.bits = bits }

  init(target: Int, level: Int, isHandler: Bool) {
    bits = UInt64(target) << 24 | UInt64(level) << 1 | (isHandler ? 1 : 0)
  }

  var isHandler: Bool { bits & 1 != 0 }
  var level: Int { Int(bits >> 1 & 0x7F_FFFF) }
  var target: Int { Int(bits >> 24) }
}

extension Ref where T == FrameHeader {
  /// The number of blocks; they follow it.
  @inline(__always)
  private var blockWords: UnsafeMutablePointer<UInt64> {
    UnsafeMutablePointer(bitPattern: UInt(bitPattern: self.stackBase + self.code.stackSize)).unsafelyUnwrapped
  }

  /// A frame starts without blocks.
  func clearBlocks() { blockWords.pointee = 0 }

  /// SETUP instructions: exceptions from here on go to `target`, with the stack cut to `level`.
  @inline(__always)
  func beginBlock(target: CodePointer, level: SlotPointer) {
    push(FrameBlock(target: target - self.code.units, level: level - self.stackBase, isHandler: false))
  }

  func beginHandler(level: Int) { push(FrameBlock(target: 0, level: level, isHandler: true)) }

  @inline(__always)
  private func push(_ block: FrameBlock) {
    let words = blockWords
    words.pointee &+= 1
    words[Int(words.pointee)] = block.bits
  }

  /// POP_BLOCK, POP_EXCEPT: the innermost block ends.
  @inline(__always)
  func endBlock() { blockWords.pointee &-= 1 }

  /// The innermost block, nil if there is none.
  var innermostBlock: FrameBlock? {
    let words = blockWords
    return words.pointee == 0 ? nil : FrameBlock(bits: words[Int(words.pointee)])
  }

  /// The innermost block starts one slot lower (WITH_CLEANUP_START).
  func lowerInnermostBlock() {
    let words = blockWords
    words[Int(words.pointee)] -= 1 << 1
  }
}

/// The slots that a handler starts with, from its level on (CPython pushes the traceback of the previous exception where the offset lies here).
enum HandlerSlot {
  static let offset = 0
  static let previous = 1
  static let previousType = 2
  static let traceback = 3
  static let exception = 4
  static let type = 5
  static let count = 6
}

extension Thread {
  /// Ends blocks from the inside out, up to one with a handler for the exception on its way, and returns where that starts; nil if the exception
  /// leaves the frame. Handlers that end make the exception that was handled before them the handled one again.
  func enterBlockHandler(_ frame: Frame) -> Machine? {
    while let block = frame.innermostBlock {
      frame.endBlock()
      let slots = frame.stackBase + block.level
      if block.isHandler {
        restoreHandled(slots[HandlerSlot.previous])
        continue
      }
      let previous = self.handled.pointee
      let exception = takeException()
      slots[HandlerSlot.offset] = Value(small: frame.unitIndex)
      slots[HandlerSlot.previous] = previous.isNull ? .none : previous
      slots[HandlerSlot.previousType] = previous.isNull ? .none : Value(typeOf(previous))
      slots[HandlerSlot.traceback] = tracebackValue(exception)
      slots[HandlerSlot.exception] = exception
      slots[HandlerSlot.type] = Value(typeOf(exception))
      self.handled.pointee = exception
      frame.beginHandler(level: block.level)
      return Machine(frame: frame, pc: frame.code.units + block.target, sp: slots + HandlerSlot.count)
    }
    return nil
  }

  /// Ends all blocks of a frame that is left for good.
  func endBlocks(_ frame: Frame) {
    while let block = frame.innermostBlock {
      frame.endBlock()
      if block.isHandler { restoreHandled(frame.stackBase[block.level + HandlerSlot.previous]) }
    }
  }

  func restoreHandled(_ previous: Value) { self.handled.pointee = previous.isKind(.exception) ? previous : .null }

  /// `__traceback__` of an exception, None if it has none.
  func tracebackValue(_ exception: Value) -> Value {
    guard exception.isKind(.exception) else { return .none }
    let traceback = exception.unchecked(as: ExceptionObject.self).traceback
    return traceback.isNull ? .none : traceback
  }
}
