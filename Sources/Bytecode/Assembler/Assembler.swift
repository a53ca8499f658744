/// Makes .pyc files of assembly text. The format is described in Documentation/AssemblyFormat.md.
public struct Assembler {
  private let head: AssemblyParser.Head
  private let tables: AssemblerTables
  private let sections: [CodeSection]
  private var byID: [CodeID: CodeSection] = [:]
  private var errors: [AssemblyError] = []

  /// Assembles a whole text.
  ///
  /// - Parameters:
  ///   - text: The text, as UTF-8.
  ///   - version: The Python version to assume if the text names none.
  public static func assemble(_ text: [UInt8], version: PythonVersion? = nil) throws(AssemblyErrors) -> PycFile {
    let parser = AssemblyParser(text, version: version)
    guard parser.errors.isEmpty else { throw AssemblyErrors(errors: parser.errors) }
    guard let tables = parser.head.tables, !parser.sections.isEmpty else {
      throw AssemblyErrors(errors: [
        AssemblyError(line: 0, column: 0, message: "the text has no code object ('.python VERSION', then '.code NAME')")
      ])
    }
    var assembler = Assembler(parser, tables)
    guard let file = assembler.makeFile() else {
      let errors = assembler.errors.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
      throw AssemblyErrors(errors: Array(errors.prefix(20)))
    }
    return file
  }

  private init(_ parser: AssemblyParser, _ tables: AssemblerTables) {
    head = parser.head
    self.tables = tables
    sections = parser.sections
    for section in sections {
      if let other = byID.updateValue(section, forKey: section.id) {
        errors.append(section.place.error("line \(other.place.line) has a code object of that name; number them: NAME~2"))
      }
    }
  }

  private mutating func makeFile() -> PycFile? {
    guard let root = sections.first, errors.isEmpty else { return nil }
    if case .hash = head.source, tables.set.file.header != .flags {
      errors.append(
        AssemblyError(line: 0, column: 0, message: "files of Python \(tables.set.version) have no hash of the source"))
    }
    let results = assembleSections(root)
    guard errors.isEmpty, let codes = makeCodes(results, root), let code = codes[root.id] else { return nil }
    let header = PycHeader(magic: head.magic ?? tables.set.magic.released, source: head.source)
    var file = PycFile(header: header, code: code, trailingBytes: ByteString(head.trailing))
    file.spelling = spelling(of: code, codes)
    return errors.isEmpty ? file : nil
  }

  // MARK: Code objects

  /// Assembles the sections that the first one leads to, outer ones first.
  private mutating func assembleSections(_ root: CodeSection) -> [CodeID: SectionAssembler.Result] {
    var results: [CodeID: SectionAssembler.Result] = [:]
    var inFunction: Set<CodeID> = []
    var seen: Set<CodeID> = []
    var pending = [root]
    while let section = pending.popLast() {
      guard seen.insert(section.id).inserted else { continue }
      var assembler = SectionAssembler(section, tables, head, parentIsFunction: inFunction.contains(section.id))
      let result = assembler.assemble()
      errors += assembler.errors
      guard let result else { continue }
      results[section.id] = result
      let isFunction = result.fields.flags.contains(.optimized) || inFunction.contains(section.id)
      var inner: [CodeSection] = []
      for id in result.constants.flatMap(\.codes) {
        if isFunction { inFunction.insert(id) }
        if let section = byID[id] { inner.append(section) } else { reportMissing(id, in: section) }
      }
      pending += inner.reversed()
    }
    for section in sections where errors.isEmpty && !seen.contains(section.id) {
      errors.append(section.place.error("nothing refers to this code object"))
    }
    return results
  }

  private mutating func reportMissing(_ id: CodeID, in section: CodeSection) {
    let known = sections.map { $0.id.name.escaped }
    let number = id.number == 1 ? "" : "~\(id.number)"
    errors.append(
      section.place.error(
        "refers to the code object \(id.name.escaped)\(number), which is not there"
          + Suggestion.text(id.name.escaped, among: known)))
  }

  /// How deep code objects may be nested: each is two levels of what marshal reads.
  private static let deepest = MarshalLimits().depth / 2

  /// Makes the code objects, inner ones first.
  private mutating func makeCodes(_ results: [CodeID: SectionAssembler.Result], _ root: CodeSection) -> [CodeID: CodeImage]? {
    var codes: [CodeID: CodeImage] = [:]
    var open: Set<CodeID> = []
    var path = [root]
    while let section = path.last {
      guard let result = results[section.id] else { return nil }
      open.insert(section.id)
      let missing = result.constants.flatMap(\.codes).first { codes[$0] == nil }
      if let missing, let inner = byID[missing] {
        guard !open.contains(missing), path.count < Assembler.deepest else {
          let problem = open.contains(missing) ? "the code object contains itself" : "code objects are nested too deep"
          errors.append(section.place.error(problem))
          return nil
        }
        path.append(inner)
        continue
      }
      var fields = result.fields
      fields.constants = result.constants.compactMap { $0.constant(codes) }
      codes[section.id] = CodeImage(fields)
      open.remove(section.id)
      path.removeLast()
    }
    return codes
  }

  // MARK: Spelling

  private mutating func spelling(of root: CodeImage, _ codes: [CodeID: CodeImage]) -> MarshalSpelling? {
    if let typeBytes = head.typeBytes { return MarshalSpelling(typeBytes: typeBytes, references: head.references) }
    var exceptions = SpellingExceptions()
    exceptions.policies = head.policies
    for section in sections {
      guard let code = codes[section.id] else { continue }
      for (path, spelling, place) in section.spelling {
        let object = code.object(at: path)
        guard object != nil || isEndOfDictionary(path, code) else {
          errors.append(place.error("the code object has no \(path)"))
          continue
        }
        exceptions.byCode[ObjectIdentifier(code), default: [:]][path] = Assembler.resolve(spelling, object)
      }
    }
    do throws(SpellingMismatch) {
      return try exceptions.spelling(of: root, tables.set.file)
    } catch {
      errors.append(AssemblyError(line: 0, column: 0, message: "the .marshal directives do not fit the objects"))
      return nil
    }
  }

  /// Whether a path is that of the NULL that ends a dictionary.
  private func isEndOfDictionary(_ path: ObjectPath, _ code: CodeImage) -> Bool {
    guard let last = path.indices.last,
      case .dictionary(let items) = code.object(at: ObjectPath(field: path.field, indices: path.indices.dropLast()))
    else { return false }
    return last == items.items.count
  }

  private static func resolve(_ spelling: CodeSection.WrittenSpelling, _ object: Constant?) -> SpellingExceptions.Spelling {
    let usual = TypeCode(preferredFor: object).rawValue
    switch spelling {
    case .shared: return .object(typeByte: usual | TypeCode.referenceFlag)
    case .unshared: return .object(typeByte: usual)
    case .type(let typeByte): return .object(typeByte: typeByte)
    case .reference(let index): return .reference(index)
    }
  }
}
