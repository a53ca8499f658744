import Bytecode

/// What reports the events of frames to the functions of `sys.settrace` and `sys.setprofile` (CPython: Python/legacy_tracing.c and, up to 3.11,
/// Python/ceval.c). It belongs to the thread's observer.
final class Tracer {
  /// A frame whose events are reported.
  struct Activation {
    var frame: Frame
    /// The code unit of its last instruction, -1 before the first.
    var lastUnit: Int
    /// A native function that it called has been reported and has not returned.
    var isInNative = false
  }

  /// The frames that run, the innermost last.
  private(set) var activations: [Activation] = []
  /// A trace function runs: what it does is not traced.
  var isReporting = false
  /// By engine; empty until code of the engine runs.
  private var roles: [[InstructionRole]] = Array(repeating: [], count: InstructionSet.versions.count)

  /// Position of a frame's activation, -1 without one. Those of frames above it, which ended unseen, are forgotten.
  func position(of frame: Frame) -> Int {
    guard let position = activations.lastIndex(where: { $0.frame == frame }) else { return -1 }
    if position < activations.count - 1 { activations.removeSubrange((position + 1)...) }
    return position
  }

  func enter(_ frame: Frame, lastUnit: Int) -> Int {
    activations.append(Activation(frame: frame, lastUnit: lastUnit))
    return activations.count - 1
  }

  /// Forgets the innermost frame, and `frame` if that is another.
  func leave(_ frame: Frame) {
    let position = position(of: frame)
    if position >= 0 { activations.removeLast() }
  }

  func setLast(_ position: Int, unit: Int) { activations[position].lastUnit = unit }
  func setNative(_ position: Int, _ on: Bool) { activations[position].isInNative = on }

  /// Begins with the frames that run already, outermost first.
  func begin(with frames: [Frame]) { activations = frames.map { Activation(frame: $0, lastUnit: $0.unitIndex) } }

  func role(_ code: Ref<CodeObject>, _ pc: CodePointer) -> InstructionRole {
    if roles[code.engine].isEmpty { roles[code.engine] = (0..<256).map { InstructionRole(code.instructionSet, $0) } }
    return roles[code.engine][Int(pc.pointee & 0xFF)]
  }
}

/// What an instruction means for tracing.
enum InstructionRole: Equatable {
  case other
  /// Lengthens the operand of the next one.
  case prefix
  /// A frame starts or goes on here (from 3.11).
  case resume
  case returnValue, returnConstant, yield
  /// The callable lies `depth` slots below the top, and one more for each argument that the operand counts; or else, if there is NULL, one above.
  case call(depth: Int, isCounted: Bool, mayBeAbove: Bool)

  init(_ set: InstructionSet, _ opcode: Int) {
    let instruction = set.instructions[opcode]
    switch instruction.name {
    case "RESUME": self = .resume
    case "RETURN_VALUE": self = .returnValue
    case "RETURN_CONST": self = .returnConstant
    case "YIELD_VALUE": self = .yield
    default: self = opcode == Int(set.encoding.extendedArg) ? .prefix : instruction.flow == .next ? Self.call(instruction) : .other
    }
  }

  /// From the stack picture of an instruction that calls.
  private static func call(_ instruction: Instruction) -> InstructionRole {
    guard instruction.family == "call", instruction.effects.contains(.calls), instruction.stack.next.hasSuffix("-- result") else { return .other }
    let inputs = instruction.stack.next.split(separator: ",").map { $0.drop { $0 == " " } }
    guard let first = inputs.firstIndex(where: { $0.hasPrefix("callable") || $0.hasPrefix("method_or_null") }) else { return .other }
    let above = inputs[(first + 1)...]
    let isCounted = above.contains { $0.contains("[count]") }
    // A mapping of keyword arguments that may be absent is looked for at the place itself.
    let fixed = above.filter { !$0.contains("[count]") && !$0.contains(" if ") }.count
    return .call(depth: fixed + 1, isCounted: isCounted, mayBeAbove: inputs[first].hasPrefix("method_or_null"))
  }
}

extension Thread {
  /// `sys.settrace(function)`; null = none.
  public func setTrace(_ function: Value) {
    self.traceFunction = function
    prepareTracing()
  }

  /// `sys.setprofile(function)`; null = none.
  public func setProfile(_ function: Value) {
    self.profileFunction = function
    prepareTracing()
  }

  /// Whether a function for events is running (`sys.call_tracing` sets it back meanwhile).
  public var isReporting: Bool {
    get { tracer?.isReporting ?? false }
    nonmutating set { tracer?.isReporting = newValue }
  }

  var tracer: Tracer? {
    guard let pointer = self.observer else { return nil }
    return Unmanaged<Observer>.fromOpaque(pointer).takeUnretainedValue().tracer
  }

  /// Gives the thread an observer with a tracer if there is something to report, or takes it away.
  private func prepareTracing() {
    if self.traceFunction.isNull && self.profileFunction.isNull { return endTracing() }
    if tracer != nil { return }
    if self.observer == nil {
      let made = Observer()
      made.isForTracer = true
      observe(with: made)
    }
    guard let pointer = self.observer else { return }
    let observer = Unmanaged<Observer>.fromOpaque(pointer).takeUnretainedValue()
    let tracer = Tracer()
    tracer.begin(with: runningFrames())
    observer.tracer = tracer
    // The loops that run look for the observer at the next call.
    self.breaker = -1
  }

  private func endTracing() {
    guard let pointer = self.observer else { return }
    let observer = Unmanaged<Observer>.fromOpaque(pointer).takeUnretainedValue()
    observer.tracer = nil
    if !observer.isForTracer { return }
    self.observer = nil
    Unmanaged<Observer>.fromOpaque(pointer).release()
  }

  private func runningFrames() -> [Frame] {
    var frames: [Frame] = []
    var frame = self.frame
    while !frame.isNone {
      frames.append(frame)
      frame = frame.previous
    }
    return frames.reversed()
  }
}
