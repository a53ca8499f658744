// The instruction sets that Adder knows.
// Generated from Spec/ by specgen-tool. Do not edit: change the spec and build.

extension InstructionSet {
  /// Every instruction set, oldest first; the index is the `ordinal`.
  public static let all: [InstructionSet] = [
    v3_13
  ]

  /// The magic numbers of all Python releases, also of those that Adder has no instruction set for.
  public static let magics: [MagicRange] = [
    MagicRange(version: PythonVersion(2, 7), first: 62171, last: 62211, released: 62211),
    MagicRange(version: PythonVersion(3, 0), first: 3000, last: 3131, released: 3131),
    MagicRange(version: PythonVersion(3, 1), first: 3141, last: 3151, released: 3151),
    MagicRange(version: PythonVersion(3, 2), first: 3160, last: 3180, released: 3180),
    MagicRange(version: PythonVersion(3, 3), first: 3190, last: 3230, released: 3230),
    MagicRange(version: PythonVersion(3, 4), first: 3250, last: 3310, released: 3310),
    MagicRange(version: PythonVersion(3, 5), first: 3320, last: 3351, released: 3351),
    MagicRange(version: PythonVersion(3, 6), first: 3360, last: 3379, released: 3379),
    MagicRange(version: PythonVersion(3, 7), first: 3390, last: 3394, released: 3394),
    MagicRange(version: PythonVersion(3, 8), first: 3400, last: 3413, released: 3413),
    MagicRange(version: PythonVersion(3, 9), first: 3420, last: 3425, released: 3425),
    MagicRange(version: PythonVersion(3, 10), first: 3430, last: 3439, released: 3439),
    MagicRange(version: PythonVersion(3, 11), first: 3450, last: 3495, released: 3495),
    MagicRange(version: PythonVersion(3, 12), first: 3500, last: 3531, released: 3531),
    MagicRange(version: PythonVersion(3, 13), first: 3550, last: 3571, released: 3571),
    MagicRange(version: PythonVersion(3, 14), first: 3600, last: 3627, released: 3627),
  ]

  /// What an instruction adds to the depth of the stack, as CPython's `dis.stack_effect` has it. Where that is not what the
  /// instruction really does, see `popped` and `pushed`.
  /// - Parameters:
  ///   - oparg: the whole operand, 0 if there is none.
  ///   - edge: nil for the greatest of all edges, as with `jump=None`.
  /// - Returns: nil for opcodes that CPython refuses.
  public func stackEffect(_ opcode: Int, _ oparg: Int, _ edge: Edge?) -> Int? {
    switch ordinal {
    case 0: stackEffect_3_13(opcode, oparg, edge)
    default: nil
    }
  }

  /// How many slots an instruction takes from the stack on the way to `edge`; -1 for opcodes that no code has.
  public func popped(_ opcode: Int, _ oparg: Int, _ edge: Edge) -> Int {
    switch ordinal {
    case 0: popped_3_13(opcode, oparg, edge)
    default: -1
    }
  }

  /// How many slots an instruction puts onto the stack on the way to `edge`; -1 for opcodes that no code has.
  public func pushed(_ opcode: Int, _ oparg: Int, _ edge: Edge) -> Int {
    switch ordinal {
    case 0: pushed_3_13(opcode, oparg, edge)
    default: -1
    }
  }

  /// Applies an instruction to an abstract frame, on the way to `edge`.
  func transfer(_ opcode: Int, _ oparg: Int, _ edge: Edge, _ frame: inout AbstractFrame) throws(VerifierError) {
    switch ordinal {
    case 0: try transfer_3_13(opcode, oparg, edge, &frame)
    default: throw .other("unknown instruction set")
    }
  }
}
