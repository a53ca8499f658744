/// The instructions of a code object with what their operands mean, for tools that show code in ways of their own. EXTENDED_ARG prefixes are
/// joined to their instructions, inline caches left out.
package struct CodeListing {
  package let image: CodeImage
  package let set: InstructionSet
  package let rows: [Row]
  /// The ranges of the exception table (from 3.11), by rows.
  package let ranges: [HandledRange]
  /// Why the code would not be run; nil if the verifier accepts it.
  package let problem: String?
  private let texts: FieldTexts

  package struct Row {
    package let instruction: Instruction
    package let operand: UInt32
    /// In bytes from the start of the code.
    package let offset: Int
    package let position: SourcePosition
    /// What `dis` shows in parentheses, or the number of an operand without a meaning.
    package let text: String
    /// The row that the operand names; nil if it names none.
    package let target: Int?
    /// The row where a jump goes on: the target, or behind what the jump skips there.
    package let landing: Int?
  }

  package struct HandledRange {
    package let rows: Range<Int>
    /// The handler's first row.
    package let handler: Int
    /// The depth to which the stack is cut.
    package let depth: Int
    package let pushesLasti: Bool
  }

  /// The listing of a code object; nil if there is no such version.
  package init?(_ image: CodeImage) {
    guard let tables = DisassemblerTables.of(image.version) else { return nil }
    self.image = image
    set = tables.set
    texts = FieldTexts(image, tables.set)
    let instructions = tables.decoding.instructions(of: image.code, yieldsPrefixes: false)
    let entries = ExceptionTable(reading: image.exceptionTable).entries
    let places = Places(instructions)
    rows = CodeListing.rows(image, tables, instructions, entries, places)
    ranges = entries.compactMap { entry in
      guard let start = places.row(at: entry.start), let handler = places.row(at: entry.target) else { return nil }
      let end = places.row(at: entry.end) ?? instructions.count
      guard start < end else { return nil }
      return HandledRange(rows: start..<end, handler: handler, depth: entry.depth, pushesLasti: entry.pushesLasti)
    }
    do throws(VerificationError) {
      _ = try Verifier.analyze(image)
      problem = nil
    } catch {
      problem = error.description
    }
  }

  /// The rows that begin at code units.
  private struct Places {
    private var rows: [Int: Int] = [:]

    init(_ instructions: [DecodedInstruction]) {
      for (row, instruction) in instructions.enumerated() { rows[instruction.startUnit] = row }
    }

    func row(at unit: Int) -> Int? { rows[unit] }
  }

  private static func rows(
    _ image: CodeImage, _ tables: DisassemblerTables, _ instructions: [DecodedInstruction], _ entries: [ExceptionEntry], _ places: Places
  ) -> [Row] {
    var labels = Labels()
    labels.find(instructions, unitCount: image.code.count / tables.decoding.codeUnit, entries, tables)
    let operands = OperandWriter(image: image, tables: tables, labels: labels)
    var positions = PositionTable(image, tables.set).makeIterator()
    var range = positions.next()
    return instructions.map { decoded in
      while let current = range, current.units.upperBound <= decoded.unit { range = positions.next() }
      let instruction = tables.set[Int(decoded.opcode)]
      let text = text(of: decoded, instruction, image, tables.set, operands)
      let hasOperand = tables.opcodes[Int(decoded.opcode)].hasOperand
      let target = tables.decoding.jumpTarget(of: decoded)
      return Row(
        instruction: instruction, operand: decoded.operand, offset: decoded.unit * tables.decoding.codeUnit,
        position: range.map { $0.units.contains(decoded.unit) ? $0.position : .none } ?? .none,
        text: text.isEmpty && hasOperand ? "\(decoded.operand)" : text, target: target.flatMap(places.row),
        landing: target.flatMap { target in
          places.row(at: instruction.landsPast.reduce(target) { $0 + 1 + tables.set[Int($1)].cacheUnits })
        })
    }
  }

  /// What `dis` shows of an operand, without the addresses of code objects.
  private static func text(
    of decoded: DecodedInstruction, _ instruction: Instruction, _ image: CodeImage, _ set: InstructionSet, _ operands: OperandWriter
  ) -> String {
    if let field = instruction.operand.main, field.kind == .const {
      let index = field.value(in: Int(decoded.operand))
      if index < image.constants.count, case .code = image.constants[index] { return ConstantText.shown(image.constants[index], set) }
    }
    var repr = PythonRepr(set)
    operands.append(decoded, to: &repr)
    return String(decoding: repr.bytes, as: UTF8.self)
  }

  /// What a field of an instruction's operand means: a name, a constant, an entry of a table, or a number.
  package func text(of field: OperandField, in operand: UInt32) -> String {
    let value = field.value(in: Int(operand))
    switch field.kind {
    case .const: return texts.constant(value).map { ConstantText.shown($0, set) } ?? "?"
    case .table(let index): return set.tables[index][value].map { $0.text.isEmpty ? $0.name : $0.text } ?? "?"
    default: return FieldTexts.isName(field.kind) ? texts.named(field.kind, value) ?? "?" : "\(value)"
    }
  }

  /// An item of a constant tuple.
  package struct TupleItem: Hashable {
    /// The name of a keyword argument that it is: a string's characters.
    package let name: String
    /// As in Python.
    package let text: String

    package init(name: String, text: String) { (self.name, self.text) = (name, text) }
  }

  /// The items of a constant tuple; nil if the field names something else.
  package func items(of field: OperandField, in operand: UInt32) -> [TupleItem]? {
    guard field.kind == .const, case .tuple(let items) = texts.constant(field.value(in: Int(operand))) else { return nil }
    return items.items.map { item in
      let text = ConstantText.shown(item, set)
      if case .string(let name) = item { return TupleItem(name: name.escaped, text: text) }
      return TupleItem(name: text, text: text)
    }
  }
}
