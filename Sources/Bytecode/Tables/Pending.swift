// Stands in for the generated members until the generator delivers them; delete it then.
extension InstructionSet {
  public static let all: [InstructionSet] = [
    InstructionSet(
      ordinal: 0, version: PythonVersion(3, 13),
      magic: MagicRange(version: PythonVersion(3, 13), first: 3550, last: 3571, released: 3571),
      encoding: Encoding(
        codeUnit: 2, jumpUnit: 2, jumpsSkipCaches: true, extendedArg: 71, cache: 0, generatorStartDepth: 0),
      exceptions: .table, instructions: [], tables: [], opmapOrder: [], haveArgument: 44, minInstrumentedOpcode: 236)
  ]
  public static let magics: [MagicRange] = []
}
extension InstructionSet {
  func transfer(_ opcode: Int, _ oparg: Int, _ edge: Edge, _ frame: inout AbstractFrame) throws(VerifierError) {}
}
