/// Makes an instruction list of the elements of a section: labels by name become labels, nested `.try` become ranges that
/// do not overlap.
struct ListingAssembler {
  private(set) var list = InstructionList()
  /// Where each element of the list stands in the text.
  private(set) var places: [TextPlace] = []
  private(set) var errors: [AssemblyError] = []
  private let tables: AssemblerTables
  private var labels: [Text: Label] = [:]
  private var placed: Set<Label> = []
  private var openTries: [Try] = []
  /// Where the innermost range began, or began again.
  private var rangeStart: Label?

  private struct Try {
    let handler: Label
    let depth: Int?
    let pushesLasti: Bool
    let place: TextPlace
  }

  init(_ section: CodeSection, _ tables: AssemblerTables) {
    self.tables = tables
    for case (.label(let name), _) in section.elements where labels[name] == nil { labels[name] = list.makeLabel() }
  }

  private mutating func add(_ element: InstructionList.Element, _ place: TextPlace) {
    list.elements.append(element)
    places.append(place)
  }

  private mutating func label(_ name: Text, _ place: TextPlace) -> Label? {
    if let label = labels[name] { return label }
    errors.append(
      place.error(
        "no label is called \(name.escaped)" + Suggestion.text(name.escaped, among: labels.keys.map(\.escaped).sorted())))
    return nil
  }

  mutating func append(_ written: CodeSection.WrittenInstruction, _ place: TextPlace) {
    let argument: ListedInstruction.Argument
    switch written.argument {
    case .value(let operand): argument = .value(operand)
    case .label(let name, let labelPlace):
      guard let label = label(name, labelPlace) else { return }
      argument = .label(label)
    case .fields: return
    }
    var instruction = ListedInstruction(
      opcode: UInt8(truncatingIfNeeded: written.instruction.number), argument: argument, position: written.position)
    instruction.beginsRange = written.beginsRange
    instruction.prefixes = written.prefixes
    instruction.cache = written.cache
    add(.instruction(instruction), place)
  }

  mutating func append(_ element: CodeSection.Element, _ place: TextPlace) {
    switch element {
    case .instruction(let written): append(written, place)
    case .mark(let position): add(.mark(position), place)
    case .bytes(let bytes, let position, let beginsRange): add(.bytes(bytes, position, beginsRange: beginsRange), place)
    case .label(let name):
      guard let label = labels[name] else { return }
      guard placed.insert(label).inserted else {
        errors.append(place.error("the label \(name.escaped) is there twice"))
        return
      }
      add(.label(label), place)
    case .tryBegin(let name, let depth, let pushesLasti):
      guard tables.set.exceptions == .table else {
        errors.append(place.error("Python \(tables.set.version) has no exception table; its instructions set up the handlers"))
        return
      }
      guard let handler = label(name, place) else { return }
      closeRange(place)
      openTries.append(Try(handler: handler, depth: depth, pushesLasti: pushesLasti, place: place))
      openRange(place)
    case .tryEnd:
      guard !openTries.isEmpty else {
        errors.append(place.error(".endtry without .try"))
        return
      }
      closeRange(place)
      openTries.removeLast()
      if !openTries.isEmpty { openRange(place) }
    }
  }

  private mutating func openRange(_ place: TextPlace) {
    let label = list.makeLabel()
    rangeStart = label
    add(.label(label), place)
  }

  /// Ends the range of the innermost `.try`, for good or for as long as one inside it lasts.
  private mutating func closeRange(_ place: TextPlace) {
    guard let open = openTries.last, let start = rangeStart else { return }
    rangeStart = nil
    let end = list.makeLabel()
    add(.label(end), place)
    list.handlers.append(
      ExceptionRange(start: start, end: end, handler: open.handler, depth: open.depth, pushesLasti: open.pushesLasti))
  }

  mutating func finish() {
    for open in openTries { errors.append(open.place.error("no .endtry ends this .try")) }
  }
}
