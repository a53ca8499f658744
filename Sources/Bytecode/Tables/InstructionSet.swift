/// What one Python version's bytecode is: its instructions, encoding, operand tables and exception model.
///
/// The values are generated from `Spec/`, one per file in `Spec/versions`, and made when they are first asked for.
/// Generated members beside the stored ones: `v3_13` and its like, `versions`, `numbered`, `magics`, and
///
///     func stackEffect(_ opcode: Int, _ oparg: Int, _ edge: Edge?) -> Int?
///     func popped(_ opcode: Int, _ oparg: Int, _ edge: Edge) -> Int?
///     func pushed(_ opcode: Int, _ oparg: Int, _ edge: Edge) -> Int?
///     static func transfer(_ ordinal: Int, _ opcode: Int, _ oparg: Int, _ edge: Edge, _ frame: inout AbstractFrame) throws(VerifierError)
///
/// | term | meaning |
/// |---|---|
/// | code unit | two bytes: an opcode and the low 8 bits of its operand, or one inline-cache entry |
/// | opcode | the number of an instruction; 0 to 255 in code, from 256 for pseudo-instructions |
/// | oparg | the whole operand after its EXTENDED_ARG prefixes, up to 32 bits |
/// | field | a part of the operand with a meaning of its own, such as the name index of LOAD_ATTR |
/// | edge | a way out of an instruction: to the next one, to the jump target, or to the handler it sets up |
public struct InstructionSet: Sendable {
  /// Index in `InstructionSet.versions`.
  public let ordinal: Int
  public let version: PythonVersion
  /// Whether files of the version are only read and disassembled: what its instructions do is not known.
  public let isReadOnly: Bool
  public let magic: MagicRange
  public let encoding: Encoding
  /// How code behaves beyond what its instructions say.
  public let semantics: Set<Semantics>
  public let exceptions: ExceptionModel
  public let file: FileFormat
  public let dis: DisStyle
  public let values: ValueRules
  /// Entry n describes opcode n. The first 256 are always there (numbers without an instruction have the kind `unused`),
  /// pseudo-instructions follow.
  public let instructions: [Instruction]
  /// The tables that operand fields index, by the index that `OperandKind.table` and `.flags` carry.
  public let tables: [OperandTable]
  /// Opcodes in the order in which CPython's `opcode.opmap` lists them.
  public let opmapOrder: [UInt16]
  /// `opcode.HAVE_ARGUMENT`: in old versions the threshold, in new ones a number kept for compatibility.
  public let haveArgument: UInt16
  /// `opcode.MIN_INSTRUMENTED_OPCODE`, or nil where the version has none.
  public let minInstrumentedOpcode: UInt16?

  public init(
    ordinal: Int, version: PythonVersion, isReadOnly: Bool, magic: MagicRange, encoding: Encoding, semantics: Set<Semantics>,
    exceptions: ExceptionModel, file: FileFormat, dis: DisStyle, values: ValueRules,
    instructions: [Instruction], tables: [OperandTable], opmapOrder: [UInt16], haveArgument: UInt16,
    minInstrumentedOpcode: UInt16?
  ) {
    self.ordinal = ordinal
    self.version = version
    self.isReadOnly = isReadOnly
    self.magic = magic
    self.encoding = encoding
    self.semantics = semantics
    self.exceptions = exceptions
    self.file = file
    self.dis = dis
    self.values = values
    self.instructions = instructions
    self.tables = tables
    self.opmapOrder = opmapOrder
    self.haveArgument = haveArgument
    self.minInstrumentedOpcode = minInstrumentedOpcode
  }

  /// Every instruction set, oldest first.
  public static var all: [InstructionSet] { versions.indices.compactMap(numbered) }

  /// The versions that have interpreters, oldest first.
  public static var executableVersions: [PythonVersion] { executable.map { versions[$0] } }

  /// The instruction set of a Python version, or nil where `Spec/versions` has none.
  public static func of(_ version: PythonVersion) -> InstructionSet? {
    versions.firstIndex(of: version).flatMap(numbered)
  }

  /// The instruction set whose .pyc files start with `magic` (the first two bytes, little-endian).
  public static func of(magic: UInt16) -> InstructionSet? {
    magicNumbers.firstIndex(of: magic).flatMap(numbered)
  }

  /// The Python release that wrote .pyc files with `magic`, also where Adder has no instruction set for it.
  public static func release(magic: UInt16) -> MagicRange? {
    magics.first { $0.contains(magic) }
  }

  /// The instruction called `name`, in any kind, or nil.
  public func named(_ name: String) -> Instruction? {
    instructions.first { $0.name == name && $0.kind != .unused }
  }

  /// The description of `opcode`. Precondition: 0 ≤ opcode < `instructions.count`.
  public subscript(_ opcode: Int) -> Instruction { instructions[opcode] }

  /// The operand table called `name` in `Spec/tables`, or nil.
  public func table(_ name: String) -> OperandTable? { tables.first { $0.name == name } }
}

/// How the code of a version behaves beyond what its instructions say.
public enum Semantics: Sendable {
  /// StopIteration that leaves a generator becomes RuntimeError there (up to 3.11); later the code has a handler for it (PEP 479).
  case generatorsConvertStopIteration
  /// `CodeFlags.hasDocstring` says whether the first constant is the docstring (from 3.14); before, it is if it is a str.
  case docstringsHaveFlag
}

/// How instructions become bytes.
public struct Encoding: Hashable, Sendable {
  /// Bytes of a code unit.
  public let codeUnit: Int
  /// Bytes that one step of a jump operand stands for.
  public let jumpUnit: Int
  /// Whether jump distances count from behind the instruction's own inline caches (3.12 on) or from in front of them.
  public let jumpsSkipCaches: Bool
  /// The prefix that carries 8 more bits of the next instruction's operand.
  public let extendedArg: UInt8
  /// The inline-cache opcode, or nil before inline caches existed.
  public let cache: UInt8?
  /// Slots on the stack when a generator's code starts.
  public let generatorStartDepth: Int
  /// Whether a call makes the cells of a frame and, for the code of a generator, the generator (up to 3.10); else
  /// instructions do.
  public let callsPrepareFrames: Bool

  public init(
    codeUnit: Int, jumpUnit: Int, jumpsSkipCaches: Bool, extendedArg: UInt8, cache: UInt8?, generatorStartDepth: Int,
    callsPrepareFrames: Bool
  ) {
    self.codeUnit = codeUnit
    self.jumpUnit = jumpUnit
    self.jumpsSkipCaches = jumpsSkipCaches
    self.extendedArg = extendedArg
    self.cache = cache
    self.generatorStartDepth = generatorStartDepth
    self.callsPrepareFrames = callsPrepareFrames
  }
}

/// How a version finds the handler of an exception.
public enum ExceptionModel: Hashable, Sendable {
  /// Ranges of code in `co_exceptiontable`. A handler starts with the table's depth, the saved instruction offset if the entry
  /// asks for it, and the exception.
  case table
  /// A block stack of at most `limit` entries per frame. A handler starts with `entrySlots` slots above the block's depth.
  case blocks(limit: Int, entrySlots: Int)
}
