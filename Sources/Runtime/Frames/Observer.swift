import Bytecode
import Glibc

/// What watches a thread's instructions: `--check-stack`, `--trace`, `--stats`, `--coverage`. Engines call `observe` before each instruction while a thread has one.
public final class Observer {
  /// Stops the program where the stack's depth is not the one that the specification implies.
  public var checksStack = false
  /// Writes a line for each instruction to standard error.
  public var traces = false
  /// Counts instructions.
  public var counts = false
  /// Runs code in register form, as far as it can be lowered, without being observed.
  public var registerForm: RegisterForm?
  /// Remembers which instructions ran with which operands, and which of them raised.
  public var recordsForms = false

  /// Reports events of frames to `sys.settrace` and `sys.setprofile` functions.
  var tracer: Tracer?
  /// It was made for the tracer alone.
  var isForTracer = false

  /// Executions by opcode, for each engine.
  public private(set) var executions: [[Int]]
  /// Executions by opcode and the opcode before it.
  public private(set) var pairs: [[Int]]
  private var previous = 0
  /// The instructions that ran, if they are remembered, each operand of them once.
  public private(set) var forms: Set<ExecutedForm> = []

  public init() {
    executions = Array(repeating: Array(repeating: 0, count: 256), count: InstructionSet.versions.count)
    pairs = Array(repeating: [], count: InstructionSet.versions.count)
  }

  func count(_ opcode: Int, engine: Int) {
    if pairs[engine].isEmpty { pairs[engine] = Array(repeating: 0, count: 256 * 256) }
    executions[engine][opcode] += 1
    pairs[engine][previous << 8 | opcode] += 1
    previous = opcode
  }

  func record(_ code: Ref<CodeObject>, _ pc: CodePointer, raised: Bool) {
    let opcode = Int(pc.pointee & 0xFF)
    let prefix = code.instructionSet.encoding.extendedArg
    var oparg = UInt32(pc.pointee >> 8)
    var (unit, shift) = (pc, 8 as UInt32)
    while unit > code.units, unit[-1] & 0xFF == UInt16(prefix), shift < 32 {
      unit -= 1
      oparg |= UInt32(unit.pointee >> 8) << shift
      shift += 8
    }
    forms.insert(ExecutedForm(engine: code.engine, opcode: opcode, oparg: oparg, raised: raised))
  }
}

/// An instruction with its whole operand, and whether that execution raised.
public struct ExecutedForm: Hashable, Sendable {
  /// Index in `InstructionSet.versions`.
  public let engine: Int
  public let opcode: Int
  public let oparg: UInt32
  public let raised: Bool
}

extension Thread {
  /// Makes `observer` watch the thread from the next entry of an engine on. It is kept alive.
  public func observe(with observer: Observer) {
    self.observer = Unmanaged.passRetained(observer).toOpaque()
  }
}

extension Thread {
  /// Whether the thread's observer is for all instructions: it is not if it only chooses code in register form.
  @inline(never)
  var observesEach: Bool { !usesRegisterForm }
}

/// Called by the observing engines before each instruction.
@inline(never)
func observe(_ t: Thread, _ frame: Frame, _ pc: CodePointer, _ sp: SlotPointer) throws(Raised) {
  guard let pointer = t.observer else { return }
  let observer = Unmanaged<Observer>.fromOpaque(pointer).takeUnretainedValue()
  let code = frame.code
  if observer.counts { observer.count(Int(pc.pointee & 0xFF), engine: code.engine) }
  if observer.recordsForms { observer.record(code, pc, raised: false) }
  if observer.traces { t.traceInstruction(frame, pc, sp) }
  if observer.checksStack {
    let declared = Int(code.depths[pc - code.units])
    let actual = sp - frame.stackBase
    let isRight = code.traits.contains(.variesInDepth) ? (0...max(declared, 0)).contains(actual) : declared == actual
    if !isRight { throw t.wrongDepth(frame, pc, declared: declared, actual: actual) }
  }
  if let tracer = observer.tracer { try t.reportEvents(tracer, frame, pc, sp) }
}

/// Called when the instruction at `pc` has raised.
@inline(never)
func observeRaise(_ t: Thread, _ frame: Frame, _ pc: CodePointer) {
  guard let pointer = t.observer else { return }
  let observer = Unmanaged<Observer>.fromOpaque(pointer).takeUnretainedValue()
  if observer.recordsForms { observer.record(frame.code, pc, raised: true) }
}

extension Thread {
  fileprivate func wrongDepth(_ frame: Frame, _ pc: CodePointer, declared: Int, actual: Int) -> Raised {
    do throws(Raised) {
      let code = frame.code
      let set = code.instructionSet
      let text =
        "--check-stack: \(lossyString(code.qualifiedName)), offset \((pc - code.units) * 2) "
        + "(\(set.instructions[Int(pc.pointee & 0xFF)].name)): the stack should have \(declared) values and has \(actual)"
      return raise(self.types.systemError, message: try str(text))
    } catch {
      return error
    }
  }

  /// `qualname offset NAME operand | stack`
  fileprivate func traceInstruction(_ frame: Frame, _ pc: CodePointer, _ sp: SlotPointer) {
    let code = frame.code
    let set = code.instructionSet
    let opcode = Int(pc.pointee & 0xFF)
    var line = "\(lossyString(code.qualifiedName)) \((pc - code.units) * 2) \(set.instructions[opcode].name)"
    if set.instructions[opcode].operand.isUsed { line += " \(pc.pointee >> 8)" }
    line += " |"
    var slot = frame.stackBase
    while slot < sp {
      line += " " + traceText(slot.pointee)
      slot += 1
    }
    line += "\n"
    var bytes = Array(line.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
      if written <= 0 { return }
      bytes = bytes.dropFirst(written)
    }
  }

  /// A short text for a value, made without running Python code.
  private func traceText(_ v: Value) -> String {
    if v.isNull { return "NULL" }
    switch v.kind {
    case .none:
      if v.isSmallInt { return String(v.smallInt) }
      if v.isDouble { return String(v.double) }
      if v.isBool { return v.isTrue ? "True" : "False" }
      return v.isNone ? "None" : v == .ellipsis ? "Ellipsis" : "NotImplemented"
    case .str:
      let text = lossyString(v)
      return "'" + (text.count > 40 ? String(text.prefix(40)) + "..." : text).replacingNewlines + "'"
    case .type: return "<class \(lossyString(v.unchecked(as: TypeObject.self).name))>"
    case .function: return "<function \(lossyString(v.unchecked(as: FunctionObject.self).qualifiedName))>"
    case .nativeFunction: return "<native \(lossyString(v.unchecked(as: NativeFunctionObject.self).name))>"
    default: return "<\(lossyString(typeOf(v).name))>"
    }
  }

  /// The text of a str as a Swift string; surrogates become U+FFFD, other values are empty.
  public func lossyString(_ v: Value) -> String {
    guard v.isKind(.str) else { return "" }
    let s: Ref<StrObject> = v.unchecked()
    var scalars = String.UnicodeScalarView()
    for i in 0..<s.count { scalars.append(Unicode.Scalar(s.codePoint(i)) ?? "\u{FFFD}") }
    return String(scalars)
  }
}

extension String {
  fileprivate var replacingNewlines: String { String(map { $0 == "\n" ? " " : $0 }) }
}

/// An opcode that the verifier lets through nowhere.
@inline(never)
func illegalInstruction(_ t: Thread, _ frame: Frame) -> Raised {
  t.raise(t.types.systemError, "unknown opcode")
}
