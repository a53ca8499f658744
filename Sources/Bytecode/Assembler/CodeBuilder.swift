/// A code object that can be edited: its instructions as a list, its other fields as they are.
///
///     var builder = CodeBuilder(image)!
///     let index = builder.index(ofName: "count")
///     let load = try builder.make("LOAD_GLOBAL", fields: ["name": index])
///     builder.instructions.elements.insert(.instruction(load), at: 1)
///     let edited = try builder.build()
///
/// An image that is not edited is built as it was.
public struct CodeBuilder {
  /// The fields of the code object. `code`, `lineTable` and `exceptionTable` are made anew; `stackSize` is the least that is
  /// given to the code object.
  public var fields: CodeImage.Fields
  public var instructions: InstructionList
  private let tables: AssemblerTables

  /// Takes a code object apart; nil if its instructions cannot be listed (`InstructionList.init`).
  public init?(_ image: CodeImage) {
    guard let tables = AssemblerTables.of(image.version), let list = InstructionList(image) else { return nil }
    fields = image.fields
    instructions = list
    self.tables = tables
  }

  /// An empty code object of a version; nil if the version has no instruction set, or its code units are not two bytes long.
  public init?(version: PythonVersion) {
    guard let tables = AssemblerTables.of(version) else { return nil }
    fields = CodeImage.Fields(version: version)
    instructions = InstructionList()
    self.tables = tables
  }

  /// The code object. Jumps get the prefixes they need, the tables of lines and exceptions are made anew, and the stack gets
  /// the size that the instructions need.
  public func build() throws(EncodingError) -> CodeImage {
    let depths = StackDepths(instructions, tables, flags: fields.flags)
    let encoded = try instructions.encoded(tables, firstLine: fields.firstLine, depths: depths.ranges)
    var built = fields
    built.code = encoded.code
    built.lineTable = encoded.lineTable
    built.exceptionTable = encoded.exceptionTable
    built.stackSize = max(fields.stackSize, depths.largest)
    return CodeImage(built)
  }

  /// The depth of the stack before each element of `instructions`; nil where control does not come.
  public var depths: [Int?] { StackDepths(instructions, tables, flags: fields.flags).before }

  /// The control flow of the instructions.
  public var controlFlow: ControlFlowGraph? { ControlFlowGraph(instructions, version: tables.set.version) }

  // MARK: Tables

  /// The index of a constant, which is added if it is new.
  public mutating func index(ofConstant constant: Constant) -> Int {
    if let index = fields.constants.firstIndex(of: constant) { return index }
    fields.constants.append(constant)
    return fields.constants.count - 1
  }

  /// The index of a name of an attribute, global or import, which is added if it is new.
  public mutating func index(ofName name: Text) -> Int {
    if let index = fields.names.firstIndex(of: name) { return index }
    fields.names.append(Text(unchecked: name.utf8, isASCII: name.isASCII, isInterned: true))
    return fields.names.count - 1
  }

  /// The index of a local variable, which is added behind the other locals if it is new. Operands that name variables behind
  /// it are changed; it is an error if one of them has no room for that.
  public mutating func index(ofLocal name: Text) throws(EncodingError) -> Int {
    let kinds = fields.localsPlusKinds
    if let index = fields.localsPlusNames.indices.first(where: {
      fields.localsPlusNames[$0] == name && kinds[$0].contains(.local)
    }) {
      return index
    }
    let place = (kinds.lastIndex { $0.contains(.local) } ?? -1) + 1
    fields.localsPlusNames.insert(Text(unchecked: name.utf8, isASCII: name.isASCII, isInterned: true), at: place)
    fields.localsPlusKinds.insert(.local, at: place)
    if tables.hasOneVariableList { try moveVariables(from: place) }
    return place
  }

  /// Adds one to the operands that name variables from `place` on.
  private mutating func moveVariables(from place: Int) throws(EncodingError) {
    for (index, element) in instructions.elements.enumerated() {
      guard case .instruction(var instruction) = element, case .value(let operand) = instruction.argument else { continue }
      let fields = tables.set[Int(instruction.opcode)].operand.fields
      let values = fields.map { field in
        let value = UInt32(truncatingIfNeeded: field.value(in: Int(operand)))
        let isVariable = field.kind == .local || field.kind == .localsplus
        return (field, isVariable && Int(value) >= place ? value + 1 : value)
      }
      guard !values.isEmpty else { continue }
      guard values.allSatisfy({ $0.1 <= $0.0.mask }) else {
        throw EncodingError(
          element: index, description: "a variable moves out of the reach of \(tables.set[Int(instruction.opcode)].name)")
      }
      instruction.argument = .value(OperandTokens.operand(values))
      instructions.elements[index] = .instruction(instruction)
    }
  }

  // MARK: Instructions

  /// An instruction with its whole operand as a number.
  public func make(
    _ name: String, _ operand: UInt32 = 0, position: SourcePosition = .none
  ) throws(EncodingError) -> ListedInstruction {
    ListedInstruction(opcode: try opcode(name), argument: .value(operand), position: position)
  }

  /// An instruction that leads to a label.
  public func make(
    _ name: String, to label: Label, position: SourcePosition = .none
  ) throws(EncodingError) -> ListedInstruction {
    let opcode = try opcode(name)
    guard tables.jumps.leadsSomewhere(opcode) else {
      throw EncodingError(element: nil, description: "\(name) leads to no label")
    }
    return ListedInstruction(opcode: opcode, argument: .label(label), position: position)
  }

  /// An instruction with the fields of its operand by name (those of `Instruction.operand`); fields that are not given are 0.
  public func make(
    _ name: String, fields: KeyValuePairs<String, Int>, position: SourcePosition = .none
  ) throws(EncodingError) -> ListedInstruction {
    let opcode = try opcode(name)
    var values: [(field: OperandField, value: UInt32)] = []
    for (key, value) in fields {
      guard let field = tables.set[Int(opcode)].operand.fields.first(where: { $0.name == key }) else {
        throw EncodingError(element: nil, description: "\(name) has no field \(key) in Python \(tables.set.version)")
      }
      guard let number = UInt32(exactly: value), number <= field.mask else {
        throw EncodingError(element: nil, description: "\(key) \(value) does not fit into \(name) (at most \(field.mask))")
      }
      values.append((field, number))
    }
    return ListedInstruction(opcode: opcode, argument: .value(OperandTokens.operand(values)), position: position)
  }

  private func opcode(_ name: String) throws(EncodingError) -> UInt8 {
    guard let instruction = tables.byName[name], let opcode = UInt8(exactly: instruction.number) else {
      throw EncodingError(element: nil, description: "Python \(tables.set.version) has no instruction \(name)")
    }
    return opcode
  }
}
