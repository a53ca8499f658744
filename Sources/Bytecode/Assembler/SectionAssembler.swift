/// Makes the fields of a code object of its section. Nested code objects are still named, not there.
struct SectionAssembler {
  private let section: CodeSection
  private let tables: AssemblerTables
  private let head: AssemblyParser.Head
  private let parentIsFunction: Bool
  private var fields: CodeImage.Fields
  private var constants: FilledTable<ConstantForm>
  private var names: FilledTable<Text>
  private var variables = VariableNames(names: [], kinds: [])
  private(set) var errors: [AssemblyError] = []

  /// A code object whose constants are yet to be made.
  struct Result {
    var fields: CodeImage.Fields
    var constants: [ConstantForm]
  }

  init(_ section: CodeSection, _ tables: AssemblerTables, _ head: AssemblyParser.Head, parentIsFunction: Bool) {
    self.section = section
    self.tables = tables
    self.head = head
    self.parentIsFunction = parentIsFunction
    fields = CodeImage.Fields(version: tables.set.version)
    constants = FilledTable(section.constants)
    names = FilledTable(section.names)
  }

  /// The code object; nil if there are errors.
  mutating func assemble() -> Result? {
    setFields()
    setVariables()
    var listing = ListingAssembler(section, tables)
    for (element, place) in section.elements {
      if case .instruction(let written) = element {
        listing.append(resolve(written), place)
      } else {
        listing.append(element, place)
      }
    }
    listing.finish()
    errors += listing.errors
    guard let constants = constants.all, let names = names.all else {
      errors.append(section.place.error("a constant or name has a place beyond the end of its table"))
      return nil
    }
    fields.names = names
    fields.firstLine = section.firstLine ?? listing.list.firstKnownLine ?? 1
    guard errors.isEmpty else { return nil }
    encode(listing)
    return errors.isEmpty ? Result(fields: fields, constants: constants) : nil
  }

  private mutating func encode(_ listing: ListingAssembler) {
    var list = listing.list
    list.storedLineTable = section.lineTable
    list.storedExceptionTable = section.exceptionTable
    let depths = StackDepths(list, tables, flags: fields.flags)
    fields.stackSize = section.stackSize ?? max(depths.largest, 1)
    fields.storedLocalCount = section.localCount
    if section.localCount != nil && !tables.set.file.codeFields.contains(.nlocals) {
      errors.append(section.place.error("Python \(tables.set.version) stores no number of local variables"))
    }
    do throws(EncodingError) {
      let encoded = try list.encoded(tables, firstLine: fields.firstLine, depths: depths.ranges)
      fields.code = encoded.code
      fields.lineTable = encoded.lineTable
      fields.exceptionTable = encoded.exceptionTable
    } catch {
      let place = error.element.flatMap { listing.places.indices.contains($0) ? listing.places[$0] : nil }
      errors.append((place ?? section.place).error(error.description))
    }
  }

  // MARK: Fields

  private mutating func setFields() {
    let usual = CodeNames(section.id, hasQualifiedNames: tables.hasQualifiedNames, head.interning.titles)
    fields.name = section.name ?? usual.name
    fields.qualifiedName = tables.hasQualifiedNames ? section.qualifiedName ?? usual.qualifiedName : fields.name
    fields.fileName = section.fileName ?? head.fileName
    fields.argumentCount = section.parameters.positional
    fields.positionalOnlyCount = section.parameters.positionalOnly
    fields.keywordOnlyCount = section.parameters.keywordOnly
    fields.flags = section.flags(parentIsFunction: parentIsFunction, notesNoFree: !tables.hasOneVariableList)
  }

  private mutating func setVariables() {
    if section.variables.isEmpty {
      var layout = VariableLayout()
      layout.parameters = section.parameters.names
      layout.cells = section.cells
      layout.free = section.free
      layout.hidden = section.hidden
      layout.locals = collectLocals()
      let counts = VariableLayout.ParameterCounts(
        positionalOnly: fields.positionalOnlyCount, positional: fields.argumentCount, keywordOnly: fields.keywordOnlyCount,
        hasVariadicPositional: fields.flags.contains(.variadicPositional))
      layout.cells += collectCells(Set(layout.cells + layout.free))
      let slots = layout.slots(isOneList: tables.hasOneVariableList, marks: head.marksParameters ? counts : nil)
      (fields.localsPlusNames, fields.localsPlusKinds) = slots
    } else {
      fields.localsPlusNames = section.variables.map(\.name)
      fields.localsPlusKinds = section.variables.map(\.kind)
    }
    variables = VariableNames(names: fields.localsPlusNames, kinds: fields.localsPlusKinds)
  }

  /// The locals that are listed, and those that operands use.
  private mutating func collectLocals() -> [Text] {
    var locals = FilledTable(section.locals)
    let declared = Set(section.parameters.names + section.cells + section.free)
    forEachVariable(.local) { name in
      if !declared.contains(name) { _ = locals.place(of: name) }
    }
    guard let all = locals.all else {
      errors.append(section.place.error("a local variable has a place beyond the end of its table"))
      return []
    }
    return all
  }

  /// The variables that only instructions for cells and free variables use, and that are not declared.
  private func collectCells(_ declared: Set<Text>) -> [Text] {
    var found: [Text] = []
    var seen = declared
    for kind in [OperandKind.localsplus, .deref] {
      forEachVariable(kind) { name in
        if seen.insert(name).inserted { found.append(name) }
      }
    }
    return found
  }

  private func forEachVariable(_ kind: OperandKind, _ body: (Text) -> Void) {
    for case (.instruction(let written), _) in section.elements {
      guard case .fields(let fields) = written.argument else { continue }
      for case (let field, .name(let name), _) in fields where field.kind == kind { body(name) }
    }
  }

  // MARK: Operands

  private mutating func resolve(_ written: CodeSection.WrittenInstruction) -> CodeSection.WrittenInstruction {
    guard case .fields(let fields) = written.argument else { return written }
    var values: [(field: OperandField, value: UInt32)] = []
    for (field, value, place) in fields {
      guard let number = resolve(field, value, place) else { continue }
      guard number <= Int(field.mask) else {
        let problem =
          "\(written.instruction.name) reaches only the first \(Int(field.mask) + 1) entries; this is number \(number)"
        errors.append(place.error(problem))
        continue
      }
      values.append((field, UInt32(number)))
    }
    var resolved = written
    resolved.argument = .value(OperandTokens.operand(values))
    return resolved
  }

  private mutating func resolve(_ field: OperandField, _ value: CodeSection.FieldValue, _ place: TextPlace) -> Int? {
    switch value {
    case .number(let number): return Int(number)
    case .constant(let form): return constants.place(of: form)
    case .name(let name) where field.kind == .name: return names.place(of: name)
    case .name(let name):
      if let index = variables.index(of: name, field.kind) { return index }
      let suggestion = Suggestion.text(name.escaped, among: variables.names.map(\.escaped).sorted())
      errors.append(place.error("no variable is called \(name.escaped)\(suggestion)"))
      return nil
    }
  }
}

extension CodeSection {
  /// `co_flags`: the usual ones, changed as the text says.
  func flags(parentIsFunction: Bool, notesNoFree: Bool) -> CodeFlags {
    let usual = DefaultFlags(
      isFunction: hasParameterList, isNested: parentIsFunction, notesNoFree: notesNoFree && cells.isEmpty && free.isEmpty)
    return usual.flags.union(parameters.flags).union(addedFlags).subtracting(removedFlags)
  }
}
