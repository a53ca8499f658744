/// The instructions of a code object with everything that the JSON form says of them.
struct InstructionRows {
  private let image: CodeImage
  private let tables: DisassemblerTables
  private let entries: [ExceptionEntry]
  private let labels: Labels
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
    labels = Labels(image, tables.decoding, entries)
    operands = OperandWriter(image: image, tables: tables, labels: labels)
    do throws(VerificationError) {
      let analysis = try Verifier.analyze(image)
      analysis.forEachInstruction { stacks[$0.unit] = ($1, $2) }
    } catch {
      findings = error.findings.map(\.description)
    }
  }

  func append(to json: inout JSONWriter) {
    var locations = LocationTable(image).makeIterator()
    var location = locations.next()
    var entry = 0
    for instruction in InstructionDecoder(image.code, tables.decoding, yieldsPrefixes: true) {
      while let range = location, range.units.upperBound <= instruction.unit { location = locations.next() }
      while entry < entries.count && entries[entry].end <= instruction.unit { entry += 1 }
      let isCovered = entry < entries.count && entries[entry].start <= instruction.unit
      append(instruction, location?.position ?? .none, isCovered ? entries[entry] : nil, to: &json)
    }
  }

  private func append(
    _ instruction: DecodedInstruction, _ position: SourcePosition, _ handler: ExceptionEntry?,
    to json: inout JSONWriter
  ) {
    let opcode = tables.opcodes[Int(instruction.opcode)]
    json.object(isInline: true) { json in
      json.key("offset")
      json.value(2 * instruction.unit)
      json.key("start_offset")
      json.value(2 * instruction.startUnit)
      json.key("opcode")
      json.value(Int(instruction.opcode))
      json.key("name")
      json.value(String(decoding: opcode.name, as: UTF8.self))
      json.key("arg")
      json.value(opcode.hasOperand ? Int(Int32(bitPattern: instruction.operand)) : nil)
      appendValue(of: instruction, to: &json)
      json.key("label")
      json.value(labels.number(at: instruction.unit))
      json.key("positions")
      json.array(isInline: true) { json in
        for part in [position.line, position.endLine, position.column, position.endColumn] { json.value(part) }
      }
      appendStack(of: instruction, to: &json)
      json.key("handler")
      guard let handler else { return json.null() }
      json.object { json in JSONDisassembler.append(handler: handler, to: &json) }
    }
  }

  /// The operand's meaning as text, and a jump's target as offset.
  private func appendValue(of instruction: DecodedInstruction, to json: inout JSONWriter) {
    json.key("value")
    var repr = PythonRepr(codeAddress: addresses.address)
    if json.bytes.count < OperandWriter.outputLimit { operands.append(instruction, to: &repr) }
    if repr.bytes.isEmpty { json.null() } else { json.value(String(decoding: repr.bytes, as: UTF8.self)) }
    json.key("target")
    json.value(tables.decoding.jumpTarget(of: instruction).map { 2 * $0 })
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
}
