/// Reads the operand of an instruction.
struct OperandParser {
  private let tables: AssemblerTables
  private let interning: Interning

  init(_ tables: AssemblerTables, _ interning: Interning) {
    self.tables = tables
    self.interning = interning
  }

  mutating func argument(
    of instruction: Instruction, _ scanner: inout AssemblyScanner
  ) throws(AssemblyError) -> CodeSection.Argument {
    if isAtWholeOperand(scanner) {
      _ = scanner.accept("=")
      return .value(UInt32(try scanner.number("an operand")))
    }
    guard instruction.operand.isUsed else { return .value(0) }
    if tables.jumps.leadsSomewhere(UInt8(truncatingIfNeeded: instruction.number)) {
      scanner.skipSpaces()
      let start = scanner
      guard let label = scanner.bareName().flatMap({ Text(utf8: ByteString(Array($0))) }) else {
        throw start.unexpected("a label")
      }
      return .label(label, start.place)
    }
    return .fields(try fields(instruction, &scanner))
  }

  private func fields(
    _ instruction: Instruction, _ scanner: inout AssemblyScanner
  ) throws(AssemblyError) -> [(field: OperandField, value: CodeSection.FieldValue, place: TextPlace)] {
    var result: [(field: OperandField, value: CodeSection.FieldValue, place: TextPlace)] = []
    for field in instruction.operand.fields where !OperandTokens.isWord(field) {
      if !result.isEmpty { try scanner.expect(",", "',' and \(OperandParser.describe(field))") }
      scanner.skipSpaces()
      let place = scanner.place
      result.append((field, try value(field, &scanner), place))
    }
    let words = instruction.operand.fields.filter(OperandTokens.isWord)
    while result.isEmpty ? isAtWord(scanner) : scanner.accept(",") {
      scanner.skipSpaces()
      let start = scanner
      guard let word = scanner.word() else { throw start.unexpected(OperandParser.describe(words)) }
      guard let field = words.first(where: { OperandTokens.word($0) == word }) else {
        throw start.place.error(
          "unknown word \(word), expected \(OperandParser.describe(words))"
            + Suggestion.text(word, among: words.map(OperandTokens.word)))
      }
      guard !result.contains(where: { $0.field.name == field.name }) else { throw start.place.error("\(word) is there twice") }
      let number = field.kind == .flag ? 1 : UInt32(try scanner.number("a number"))
      result.append((field, .number(try fitting(number, field, start.place)), start.place))
    }
    return result
  }

  /// Whether `=NUMBER` comes next, and no operator that begins with `=`.
  private func isAtWholeOperand(_ scanner: AssemblyScanner) -> Bool {
    var ahead = scanner
    return ahead.accept("=") && ahead.peek().map { (0x30...0x39).contains($0) } ?? false
  }

  private func isAtWord(_ scanner: AssemblyScanner) -> Bool {
    var ahead = scanner
    return ahead.word() != nil
  }

  private func value(_ field: OperandField, _ scanner: inout AssemblyScanner) throws(AssemblyError) -> CodeSection.FieldValue {
    let start = scanner
    if scanner.accept("#") {
      return .number(try fitting(UInt32(try scanner.number("an index")), field, start.place))
    }
    switch field.kind {
    case .const: return .constant(try scanner.constant(interning))
    case .name, .local, .localsplus, .deref: return .name(try scanner.name(OperandParser.describe(field)))
    case .table(let table):
      let entries = tables.set.tables[table].entries
      let tokens = entries.map(OperandTokens.token)
      if let index = scanner.acceptLongest(of: tokens) { return .number(entries[index].value) }
      if let index = scanner.acceptLongest(of: entries.map(\.name)) { return .number(entries[index].value) }
      var ahead = scanner
      let word = ahead.word() ?? ""
      throw scanner.unexpected(
        "\(OperandParser.describe(field)) (\(tokens.joined(separator: " ")))" + Suggestion.text(word, among: tokens))
    case .flags(let table): return .number(try flags(tables.set.tables[table].entries, &scanner))
    default: return .number(try fitting(UInt32(try scanner.number(OperandParser.describe(field))), field, start.place))
    }
  }

  private func flags(_ entries: [OperandTableEntry], _ scanner: inout AssemblyScanner) throws(AssemblyError) -> UInt32 {
    let tokens = entries.map(OperandTokens.token)
    guard !scanner.accept("0") else { return 0 }
    var value: UInt32 = 0
    repeat {
      guard let index = scanner.acceptLongest(of: tokens) else {
        throw scanner.unexpected("0 or some of \(tokens.joined(separator: "|"))")
      }
      value |= entries[index].value
    } while scanner.accept("|")
    return value
  }

  private func fitting(_ number: UInt32, _ field: OperandField, _ place: TextPlace) throws(AssemblyError) -> UInt32 {
    guard number <= field.mask else { throw place.error("\(number) does not fit (at most \(field.mask))") }
    return number
  }

  // MARK: Messages

  private static func describe(_ field: OperandField) -> String {
    switch field.kind {
    case .const: "a constant"
    case .name: "a name"
    case .local, .localsplus, .deref: "a variable"
    case .table, .flags: "the \(field.name.replacing("_"))"
    default: "a number (\(field.name.replacing("_")))"
    }
  }

  private static func describe(_ words: [OperandField]) -> String {
    words.isEmpty ? "the end of the operand" : words.map { "'\(OperandTokens.word($0))'" }.joined(separator: " or ")
  }
}

extension String {
  /// The string with spaces in place of a character.
  fileprivate func replacing(_ character: Character) -> String { String(map { $0 == character ? " " : $0 }) }
}
