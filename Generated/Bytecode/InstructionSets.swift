// The instruction sets that Adder knows.
// Generated from Spec/ by specgen-tool. Do not edit: change the spec and build.

extension InstructionSet {
  /// The Python versions of the instruction sets, oldest first; the index is the `ordinal`.
  public static let versions: [PythonVersion] = [
    PythonVersion(2, 7), PythonVersion(3, 6), PythonVersion(3, 7), PythonVersion(3, 8), PythonVersion(3, 9),
    PythonVersion(3, 10), PythonVersion(3, 11), PythonVersion(3, 12), PythonVersion(3, 13), PythonVersion(3, 14)
  ]

  /// The magic numbers of their .pyc files.
  static let magicNumbers: [UInt16] = [
    62211, 3379, 3394, 3413, 3425, 3439, 3495, 3531, 3571, 3627
  ]

  /// The ordinals of the versions that have interpreters.
  public static let executable: [Int] = [
    3, 4, 5, 6, 7, 8, 9
  ]

  /// The versions whose instructions are described in full, so that code can be compiled for them: those that are not only read.
  public static let describedVersions: [PythonVersion] = [
    PythonVersion(3, 8), PythonVersion(3, 9), PythonVersion(3, 10), PythonVersion(3, 11), PythonVersion(3, 12),
    PythonVersion(3, 13), PythonVersion(3, 14)
  ]

  /// The ordinals of the versions that are also lowered to register form.
  public static let lowered: [Int] = [
    8
  ]

  /// The instruction set of the newest version.
  public static var newest: InstructionSet { v3_14 }

  /// Its version, for which the instruction set need not be made.
  public static var newestVersion: PythonVersion { versions[9] }

  /// The instruction set with an ordinal, made when it is first asked for; nil if there is none.
  public static func numbered(_ ordinal: Int) -> InstructionSet? {
    switch ordinal {
    case 0: v2_7
    case 1: v3_6
    case 2: v3_7
    case 3: v3_8
    case 4: v3_9
    case 5: v3_10
    case 6: v3_11
    case 7: v3_12
    case 8: v3_13
    case 9: v3_14
    default: nil
    }
  }

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
    case 3: stackEffect_3_8(opcode, oparg, edge)
    case 4: stackEffect_3_9(opcode, oparg, edge)
    case 5: stackEffect_3_10(opcode, oparg, edge)
    case 6: stackEffect_3_11(opcode, oparg, edge)
    case 7: stackEffect_3_12(opcode, oparg, edge)
    case 8: stackEffect_3_13(opcode, oparg, edge)
    case 9: stackEffect_3_14(opcode, oparg, edge)
    default: nil
    }
  }

  /// How many slots an instruction takes from the stack on the way to `edge`; -1 for opcodes that no code has.
  public func popped(_ opcode: Int, _ oparg: Int, _ edge: Edge) -> Int {
    switch ordinal {
    case 3: popped_3_8(opcode, oparg, edge)
    case 4: popped_3_9(opcode, oparg, edge)
    case 5: popped_3_10(opcode, oparg, edge)
    case 6: popped_3_11(opcode, oparg, edge)
    case 7: popped_3_12(opcode, oparg, edge)
    case 8: popped_3_13(opcode, oparg, edge)
    case 9: popped_3_14(opcode, oparg, edge)
    default: -1
    }
  }

  /// How many slots an instruction puts onto the stack on the way to `edge`; -1 for opcodes that no code has.
  public func pushed(_ opcode: Int, _ oparg: Int, _ edge: Edge) -> Int {
    switch ordinal {
    case 3: pushed_3_8(opcode, oparg, edge)
    case 4: pushed_3_9(opcode, oparg, edge)
    case 5: pushed_3_10(opcode, oparg, edge)
    case 6: pushed_3_11(opcode, oparg, edge)
    case 7: pushed_3_12(opcode, oparg, edge)
    case 8: pushed_3_13(opcode, oparg, edge)
    case 9: pushed_3_14(opcode, oparg, edge)
    default: -1
    }
  }

  /// Applies an instruction of an instruction set, given by its ordinal, to an abstract frame, on the way to `edge`.
  static func transfer(_ ordinal: Int, _ opcode: Int, _ oparg: Int, _ edge: Edge, _ frame: inout AbstractFrame) throws(VerifierError) {
    switch ordinal {
    case 3: try transfer_3_8(opcode, oparg, edge, &frame)
    case 4: try transfer_3_9(opcode, oparg, edge, &frame)
    case 5: try transfer_3_10(opcode, oparg, edge, &frame)
    case 6: try transfer_3_11(opcode, oparg, edge, &frame)
    case 7: try transfer_3_12(opcode, oparg, edge, &frame)
    case 8: try transfer_3_13(opcode, oparg, edge, &frame)
    case 9: try transfer_3_14(opcode, oparg, edge, &frame)
    default: throw .other("unknown instruction set")
    }
  }
}
