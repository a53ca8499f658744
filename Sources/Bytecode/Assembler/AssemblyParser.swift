/// Reads assembly text into sections. Each line stands for itself, so that an error in one does not hide those in others.
struct AssemblyParser {
  private let bytes: [UInt8]
  private(set) var head = Head()
  private(set) var sections: [CodeSection] = []
  private(set) var errors: [AssemblyError] = []
  private var tables: AssemblerTables?
  private var position = SourcePosition.none
  /// EXTENDED_ARG lines that wait for their instruction.
  private var prefixes = 0

  /// What the text says about the file as a whole.
  struct Head {
    var tables: AssemblerTables?
    var source = PycHeader.Source.timeStamp(0, size: 0)
    var magic: UInt16?
    var fileName = Text("", isInterned: true)
    var interning = Interning()
    var marksParameters = false
    var policies: [SpellingModel.ObjectClass: SpellingModel.Policy] = [:]
    var typeBytes: [UInt8]?
    var references: [UInt32] = []
    var trailing: [UInt8] = []
  }

  private static let mostErrors = 20

  /// - Parameter version: The version to assume if the text names none.
  init(_ bytes: [UInt8], version: PythonVersion?) {
    self.bytes = bytes
    tables = version.flatMap(AssemblerTables.of)
    var start = 0
    var line = 1
    while start < bytes.count, errors.count < AssemblyParser.mostErrors {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      var scanner = AssemblyScanner(bytes, start..<end, line: line)
      do throws(AssemblyError) { try readLine(&scanner) } catch { errors.append(error) }
      start = end + 1
      line += 1
    }
    head.tables = tables
  }

  private mutating func readLine(_ scanner: inout AssemblyScanner) throws(AssemblyError) {
    guard !scanner.isAtEnd() else { return }
    if scanner.peek() == UInt8(ascii: ".") {
      try readDirective(&scanner)
    } else if scanner.isAtPosition() {
      let place = scanner.place
      position = try scanner.position(after: position, hasColumns: hasColumns)
      try section(at: place).elements.append((.mark(position), place))
    } else if try !readLabel(&scanner) {
      try readInstruction(&scanner)
    }
    try scanner.expectEnd()
  }

  private var hasColumns: Bool { tables?.set.file.lineTable == .locations }

  /// The section that is being read.
  private func section(at place: TextPlace) throws(AssemblyError) -> CodeSection {
    guard let section = sections.last else { throw place.error("expected '.code NAME' before the first instruction") }
    return section
  }

  private func requireTables(at place: TextPlace) throws(AssemblyError) -> AssemblerTables {
    guard let tables else { throw place.error("expected '.python VERSION' before the first code object") }
    return tables
  }

  /// `LABEL:`. Returns false if the line is something else.
  private mutating func readLabel(_ scanner: inout AssemblyScanner) throws(AssemblyError) -> Bool {
    var ahead = scanner
    guard let label = ahead.bareName(), ahead.accept(":") else { return false }
    let place = scanner.place
    guard let name = Text(utf8: ByteString(Array(label))) else { throw place.error("not valid UTF-8") }
    guard prefixes == 0 else { throw place.error("a label may not stand between EXTENDED_ARG and its instruction") }
    try section(at: place).elements.append((.label(name), place))
    scanner = ahead
    return true
  }

  // MARK: Instructions

  private mutating func readInstruction(_ scanner: inout AssemblyScanner) throws(AssemblyError) {
    let place = scanner.place
    let tables = try requireTables(at: place)
    let section = try section(at: place)
    guard let name = scanner.word() else { throw scanner.unexpected("an instruction, a label or a directive") }
    guard let instruction = tables.byName[name] else {
      throw place.error(
        "Python \(tables.set.version) has no instruction \(name)" + Suggestion.text(name, among: tables.byName.keys.sorted()))
    }
    if instruction.number == UInt16(tables.set.encoding.extendedArg) {
      prefixes += 1
      guard prefixes <= 3 else { throw place.error("more than three prefixes") }
      return
    }
    var written = CodeSection.WrittenInstruction(instruction: instruction)
    written.prefixes = prefixes
    prefixes = 0
    var operands = OperandParser(tables, head.interning)
    written.argument = try operands.argument(of: instruction, &scanner)
    (written.position, written.beginsRange) = try readPosition(&scanner)
    section.elements.append((.instruction(written), place))
  }

  /// The position behind an instruction: a new one, which begins a range of the line table, or that of the one before.
  private mutating func readPosition(_ scanner: inout AssemblyScanner) throws(AssemblyError) -> (SourcePosition, Bool) {
    guard scanner.isAtPosition() else { return (position, false) }
    position = try scanner.position(after: position, hasColumns: hasColumns)
    return (position, true)
  }

  // MARK: Directives

  private mutating func readDirective(_ scanner: inout AssemblyScanner) throws(AssemblyError) {
    let place = scanner.place
    _ = scanner.take()
    let name = scanner.word() ?? ""
    switch name {
    case "code":
      prefixes = 0
      position = .none
      let section = CodeSection(place: place)
      // Also if the heading is wrong, so that the lines behind it are not.
      sections.append(section)
      try SectionParser.readHeading(of: section, &scanner, try requireTables(at: place))
    case "raw":
      let bytes = try scanner.hexBytes()
      let (position, begins) = try readPosition(&scanner)
      try section(at: place).elements.append((.bytes(bytes, position, beginsRange: begins), place))
    case "cache": try readCache(&scanner, place)
    case "file" where sections.isEmpty: head.fileName = try scanner.name("the name of the source file")
    case "marshal" where sections.isEmpty: try readPolicies(&scanner)
    case "python", "source", "magic", "interned", "parameters", "typebytes", "references", "trailing":
      guard sections.isEmpty else { throw place.error(".\(name) must stand before the first .code") }
      try readHead(name, &scanner)
    default:
      guard SectionParser.directives.contains(name) else {
        throw place.error(
          "unknown directive .\(name)" + Suggestion.text(name, among: AssemblyParser.headDirectives + SectionParser.directives))
      }
      guard let section = sections.last else { throw place.error(".\(name) must stand behind a .code") }
      try SectionParser(section, head.interning).read(name, &scanner, place)
    }
  }

  private static let headDirectives = [
    "python", "source", "magic", "interned", "parameters", "typebytes", "references", "trailing", "file", "code", "raw",
    "cache",
  ]

  /// `.cache HEX` behind the instruction whose inline cache it is.
  private func readCache(_ scanner: inout AssemblyScanner, _ place: TextPlace) throws(AssemblyError) {
    let bytes = try scanner.hexBytes()
    let section = try section(at: place)
    guard let last = section.elements.last, case .instruction(var written) = last.element else {
      throw place.error(".cache must stand behind an instruction")
    }
    let size = 2 * written.instruction.cacheUnits
    guard bytes.count == size else {
      throw place.error("\(written.instruction.name) has an inline cache of \(size) bytes, not \(bytes.count)")
    }
    written.cache = bytes
    section.elements[section.elements.count - 1].element = .instruction(written)
  }

  private mutating func readHead(_ name: String, _ scanner: inout AssemblyScanner) throws(AssemblyError) {
    switch name {
    case "python": try readVersion(&scanner)
    case "source": try readSource(&scanner)
    case "magic": head.magic = UInt16(try scanner.number("a magic number", limit: 65535))
    case "interned":
      while !scanner.isAtEnd() { try readInterning(&scanner) }
    case "parameters":
      let start = scanner
      guard scanner.accept(word: "marked") else { throw start.unexpected("'marked'") }
      head.marksParameters = true
    case "typebytes": head.typeBytes = try scanner.hexBytes()
    case "references":
      while !scanner.isAtEnd() { head.references.append(UInt32(try scanner.number("the number of a reference"))) }
    default: head.trailing = try scanner.hexBytes()
    }
  }

  /// `constants=RULE` or `titles=RULE`
  private mutating func readInterning(_ scanner: inout AssemblyScanner) throws(AssemblyError) {
    let isTitles = scanner.accept(word: "titles")
    guard isTitles || scanner.accept(word: "constants") else { throw scanner.unexpected("'constants=' or 'titles='") }
    try scanner.expect("=", "'='")
    let start = scanner
    guard let rule = scanner.word().flatMap(InterningRule.init) else { throw start.unexpected("'names' or 'all'") }
    if isTitles { head.interning.titles = rule } else { head.interning.constants = rule }
  }

  private mutating func readVersion(_ scanner: inout AssemblyScanner) throws(AssemblyError) {
    scanner.skipSpaces()
    let place = scanner.place
    let text = scanner.bareName().map(Text.escaped) ?? ""
    guard let tables = PythonVersion(text).flatMap(AssemblerTables.of) else {
      let known = AssemblerTables.versions.map(\.description).joined(separator: ", ")
      throw place.error("expected a version that can be assembled (\(known))")
    }
    self.tables = tables
  }

  private mutating func readSource(_ scanner: inout AssemblyScanner) throws(AssemblyError) {
    if scanner.accept(word: "hash") {
      let hash = try scanner.number("the hash of the source", limit: .max)
      head.source = .hash(hash, isChecked: scanner.accept(word: "checked"))
      return
    }
    guard scanner.accept(word: "time") else { throw scanner.unexpected("'time SECONDS size BYTES' or 'hash NUMBER'") }
    let time = try scanner.number("a time in seconds")
    let size = scanner.accept(word: "size") ? try scanner.number("a size in bytes") : 0
    head.source = .timeStamp(UInt32(time), size: UInt32(size))
  }

  /// `.marshal CLASS=POLICY ...`
  private mutating func readPolicies(_ scanner: inout AssemblyScanner) throws(AssemblyError) {
    while !scanner.isAtEnd() {
      let start = scanner
      guard let name = scanner.word(), let kind = SpellingModel.ObjectClass(rawValue: name) else {
        throw start.unexpected(
          "a class of objects (\(SpellingModel.ObjectClass.allCases.map(\.rawValue).joined(separator: ", ")))")
      }
      try scanner.expect("=", "'='")
      let value = scanner
      guard let policy = scanner.word().flatMap(SpellingModel.Policy.init) else {
        throw value.unexpected("'never', 'again' or 'always'")
      }
      head.policies[kind] = policy
    }
  }
}
