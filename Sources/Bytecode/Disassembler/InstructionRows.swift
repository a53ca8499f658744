/// The instructions of a code object with everything that the JSON form says of them.
struct InstructionRows {
  private let image: CodeImage
  private let tables: DisassemblerTables
  private let entries: [ExceptionEntry]
  private let instructions: [DecodedInstruction]
  private let codeUnit: Int
  private let addresses: CodeAddresses
  private let operands: OperandWriter
  private var stacks: [Int: (before: StackView?, depthAfter: Int?)] = [:]
  /// What the verifier has against the code object; the stacks are then not known.
  private(set) var findings: [String] = []

  init(
    _ image: CodeImage, _ tables: DisassemblerTables, _ entries: [ExceptionEntry], _ addresses: CodeAddresses
  ) {
    self.image = image
    self.tables = tables
    self.entries = entries
    self.addresses = addresses
    codeUnit = tables.decoding.codeUnit
    instructions = tables.decoding.instructions(of: image.code, yieldsPrefixes: true)
    var labels = Labels()
    labels.find(instructions, unitCount: image.code.count / codeUnit, entries, tables)
    operands = OperandWriter(image: image, tables: tables, labels: labels)
    do throws(VerificationError) {
      let analysis = try Verifier.analyze(image)
      analysis.forEachInstruction { stacks[$0.unit] = ($1, $2) }
    } catch {
      findings = error.findings.map(\.description)
    }
  }

  func append(to json: inout JSONWriter) {
    let positions = self.positions
    var entry = 0
    for (index, instruction) in instructions.enumerated() {
      while entry < entries.count && entries[entry].end <= instruction.unit { entry += 1 }
      let isCovered = entry < entries.count && entries[entry].start <= instruction.unit
      append(instruction, positions[index], isCovered ? entries[entry] : nil, to: &json)
    }
  }

  /// The positions of the instructions, in order.
  private var positions: [SourcePosition] {
    var ranges = PositionTable(image, tables.set).makeIterator()
    var range = ranges.next()
    return instructions.map { instruction in
      while let current = range, current.units.upperBound <= instruction.unit { range = ranges.next() }
      return range.map { $0.units.lowerBound <= instruction.unit ? $0.position : .none } ?? .none
    }
  }

  private func append(
    _ instruction: DecodedInstruction, _ position: SourcePosition, _ handler: ExceptionEntry?,
    to json: inout JSONWriter
  ) {
    let opcode = tables.opcodes[Int(instruction.opcode)]
    json.object(isInline: true) { json in
      json.key("offset")
      json.value(codeUnit * instruction.unit)
      json.key("start_offset")
      json.value(codeUnit * instruction.startUnit)
      json.key("opcode")
      json.value(Int(instruction.opcode))
      json.key("name")
      json.value(tables.set[Int(instruction.opcode)].name)
      json.key("arg")
      json.value(opcode.hasOperand ? operandValue(instruction) : nil)
      appendValue(of: instruction, to: &json)
      let label = operands.labels.number(at: instruction.unit)
    json.key("label")
      json.value(label != 0 ? label : nil)
      json.key("positions")
      append(position, to: &json)
      appendStack(of: instruction, to: &json)
      json.key("handler")
      guard let handler else { return json.null() }
      json.object { json in JSONDisassembler.append(handler: handler, to: &json) }
    }
  }

  private func operandValue(_ instruction: DecodedInstruction) -> Int {
    tables.set.dis.operands == .signed ? Int(Int32(bitPattern: instruction.operand)) : Int(instruction.operand)
  }

  /// The operand's meaning as text, and a jump's target as offset.
  private func appendValue(of instruction: DecodedInstruction, to json: inout JSONWriter) {
    json.key("value")
    var repr = PythonRepr(codeAddress: addresses.address, tables.set)
    if json.bytes.count < OperandWriter.outputLimit { operands.append(instruction, to: &repr) }
    if repr.bytes.isEmpty { json.null() } else { json.value(String(decoding: repr.bytes, as: UTF8.self)) }
    json.key("target")
    json.value(tables.decoding.jumpTarget(of: instruction).map { codeUnit * $0 })
  }

  private func appendStack(of instruction: DecodedInstruction, to json: inout JSONWriter) {
    let stack = stacks[instruction.unit]
    json.key("depth_before")
    json.value(stack?.before?.depth)
    json.key("depth_after")
    json.value(stack?.depthAfter)
    json.key("stack_before")
    if let before = stack?.before {
      json.array { json in for kind in before.top { json.value(kind.description) } }
    } else {
      json.null()
    }
    let pictures = tables.set[Int(instruction.opcode)].stack
    json.key("picture")
    json.value(pictures.next)
    json.key("jump_picture")
    if let other = pictures.other { json.value(other) } else { json.null() }
  }

  // MARK: Arcs

  /// The ways that conditional jumps may go, for tools that measure which of them a program takes: to the next instruction and to the
  /// target, with the places of both ends.
  func appendArcs(to json: inout JSONWriter) {
    let positions = self.positions
    var indices: [Int: Int] = [:]
    for (index, instruction) in instructions.enumerated() { indices[instruction.startUnit] = index }
    for (index, instruction) in instructions.enumerated() {
      guard tables.set[Int(instruction.opcode)].flow == .branch,
        let target = tables.decoding.jumpTarget(of: instruction)
      else { continue }
      for (kind, unit) in [("next", instruction.nextUnit), ("jump", landing(at: target, of: instruction))] {
        json.object(isInline: true) { json in
          json.key("kind")
          json.value(kind)
          json.key("from")
          json.value(codeUnit * instruction.unit)
          json.key("to")
          json.value(codeUnit * unit)
          json.key("from_positions")
          append(positions[index], to: &json)
          json.key("to_positions")
          append(indices[unit].map { positions[$0] } ?? .none, to: &json)
        }
      }
    }
  }

  /// Where a jump goes on: behind the instructions that it skips at its target.
  private func landing(at target: Int, of instruction: DecodedInstruction) -> Int {
    tables.set[Int(instruction.opcode)].landsPast.reduce(target) { unit, opcode in
      unit + 1 + Int(tables.decoding.shapes[Int(opcode)].cacheUnits)
    }
  }

  private func append(_ position: SourcePosition, to json: inout JSONWriter) {
    json.array(isInline: true) { json in
      for part in [position.line, position.endLine, position.column, position.endColumn] { json.value(part) }
    }
  }
}
