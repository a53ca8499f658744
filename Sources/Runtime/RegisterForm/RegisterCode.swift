import Bytecode

/// An instruction whose operands name slots of the frame: variables first, then the stack, or, as complements, constants.
struct RegisterInstruction: BitwiseCopyable {
  /// The opcode of the instruction it comes from, or one of those below.
  var opcode: Int32
  var oparg: Int32 = 0
  /// Where the inputs are.
  var a: Int32 = 0
  var b: Int32 = 0
  var c: Int32 = 0
  var d: Int32 = 0
  /// Where the first output goes.
  var destination: Int32 = 0
  /// The slot behind the inputs, for instructions that find them in their slots of the stack.
  var base: Int32 = 0
  /// The register instruction that a jump goes to.
  var target: Int32 = 0
  /// The code unit of the instruction it comes from.
  var unit: Int32

  /// `destination` = `a`.
  static let move = 256
  /// `destination` = NULL.
  static let null = 257
  /// `destination` and `a` change places.
  static let exchange = 258
}

/// The value of an operand.
@inline(__always)
func read(_ slots: SlotPointer, _ constants: SlotPointer, _ operand: Int32) -> Value {
  operand >= 0 ? slots[Int(operand)] : constants[Int(~operand)]
}

/// A code object in register form.
struct RegisterCode: BitwiseCopyable {
  let start: UnsafeMutablePointer<RegisterInstruction>
  /// The register instruction at which a frame goes on that is entered or returned to at a code unit.
  let entries: UnsafeMutablePointer<Int32>
  let units: CodePointer

  init(_ lowering: Lowering, _ code: Ref<CodeObject>) {
    start = .allocate(capacity: lowering.instructions.count)
    start.initialize(from: lowering.instructions, count: lowering.instructions.count)
    entries = .allocate(capacity: lowering.entries.count)
    entries.initialize(from: lowering.entries, count: lowering.entries.count)
    units = code.units
  }

  func address(of pc: CodePointer) -> UnsafeMutablePointer<RegisterInstruction> { start + Int(entries[pc - units]) }
}

/// The code objects of an interpreter that were lowered. A code object with handlers or with an instruction that has no register form
/// stays with the reference engine; both use one layout of frames.
public final class RegisterForm {
  /// By the address of the code object, which is kept alive; nil for code that cannot be lowered.
  private var codes: [UInt64: RegisterCode?] = [:]
  /// How many code objects were lowered.
  public private(set) var loweredCount = 0

  public init() {}

  func code(of object: Ref<CodeObject>, _ t: Thread) throws(Raised) -> RegisterCode? {
    if let known = codes[object.bits] { return known }
    let keeper: Ref<ListObject> = t.interpreter.roots.unchecked()
    try t.append(keeper, Value(object))
    let lowered = Lowering.lower(object).map { RegisterCode($0, object) }
    codes[object.bits] = .some(lowered)
    if lowered != nil { loweredCount += 1 }
    return lowered
  }
}

extension Thread {
  private var registerForm: RegisterForm? {
    guard let observer = self.observer else { return nil }
    let known = Unmanaged<Observer>.fromOpaque(observer).takeUnretainedValue()
    // Traced code runs in loops that observe.
    return known.tracer == nil ? known.registerForm : nil
  }

  var usesRegisterForm: Bool { registerForm != nil }

  /// The register form of the code that `start` begins, if the thread uses it and the frame is at its start.
  @inline(never)
  func registerCode(startingAt start: Machine) throws(Raised) -> RegisterCode? {
    guard let form = registerForm, start.pc == start.frame.code.units else { return nil }
    let code = try form.code(of: start.frame.code, self)
    // Its frames cannot go on in another loop: values of theirs have no place on the stack.
    if code != nil { self.isObserving = true }
    return code
  }

  /// The register form of the frame that a call or return leads to. A callee that has none runs at once in the reference engine; its
  /// result is then where the call's belongs, and nil is returned.
  @inline(never)
  func registerCode(entering machine: Machine, from frame: Frame) throws(Raised) -> RegisterCode? {
    if let code = try registerForm?.code(of: machine.frame.code, self) { return code }
    machine.frame.flags.insert(.entry)
    let result = try runEngine(self, machine)
    frame.returnSP.pointee = result
    return nil
  }
}
