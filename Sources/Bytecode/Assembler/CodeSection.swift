/// The text of one code object, parsed: names are not resolved yet.
final class CodeSection {
  var id = CodeID(name: "")
  let place: TextPlace
  var hasParameterList = false
  var parameters = Parameters()
  var addedFlags: CodeFlags = []
  var removedFlags: CodeFlags = []
  var stackSize: Int?
  var localCount: Int?
  var firstLine: Int?
  var fileName: Text?
  var name: Text?
  var qualifiedName: Text?
  var names = ListedEntries<Text>()
  var constants = ListedEntries<ConstantForm>()
  var locals = ListedEntries<Text>()
  var hidden: [Text] = []
  var cells: [Text] = []
  var free: [Text] = []
  /// All variables with their kinds, in place of the lists above.
  var variables: [(name: Text, kind: LocalKind)] = []
  var lineTable: ByteString?
  var exceptionTable: ByteString?
  var spelling: [(path: ObjectPath, spelling: WrittenSpelling, place: TextPlace)] = []
  var elements: [(element: Element, place: TextPlace)] = []

  init(place: TextPlace) { self.place = place }

  struct Parameters {
    var names: [Text] = []
    var positionalOnly = 0
    var positional = 0
    var keywordOnly = 0
    var flags: CodeFlags = []
  }

  /// How an object is spelled, as the text says it.
  enum WrittenSpelling {
    case shared, unshared
    case type(UInt8)
    case reference(Int)
  }

  enum Element {
    case label(Text)
    case instruction(WrittenInstruction)
    case mark(SourcePosition)
    case bytes([UInt8], SourcePosition, beginsRange: Bool)
    case tryBegin(handler: Text, depth: Int?, pushesLasti: Bool)
    case tryEnd
  }

  struct WrittenInstruction {
    let instruction: Instruction
    var argument = Argument.fields([])
    var position = SourcePosition.none
    var beginsRange = false
    var prefixes = 0
    var cache: [UInt8] = []
  }

  enum Argument {
    /// The whole operand as a number.
    case value(UInt32)
    case label(Text, TextPlace)
    case fields([(field: OperandField, value: FieldValue, place: TextPlace)])
  }

  enum FieldValue {
    case number(UInt32)
    case constant(ConstantForm)
    /// A name or a variable.
    case name(Text)
  }
}

/// Entries of a table that the text lists, each at the place behind the one before unless it says another.
struct ListedEntries<Entry: Hashable> {
  private(set) var entries: [Int: Entry] = [:]
  private var next = 0

  /// - Returns: whether the place was free.
  mutating func add(_ entry: Entry, at index: Int?) -> Bool {
    let index = index ?? next
    next = index + 1
    return entries.updateValue(entry, forKey: index) == nil
  }
}

/// A table that is filled: first with listed entries, then with others as they are used.
struct FilledTable<Entry: Hashable> {
  private(set) var entries: [Int: Entry]
  private var places: [Entry: Int] = [:]
  private var next = 0

  init(_ listed: ListedEntries<Entry>) {
    entries = listed.entries
    for (index, entry) in entries where places[entry].map({ $0 > index }) ?? true { places[entry] = index }
  }

  /// The place of an entry, which is added at the first free one if it is new.
  mutating func place(of entry: Entry) -> Int {
    if let place = places[entry] { return place }
    while entries[next] != nil { next += 1 }
    entries[next] = entry
    places[entry] = next
    return next
  }

  func contains(_ entry: Entry) -> Bool { places[entry] != nil }

  /// The entries in order; nil if a place before the last is free.
  var all: [Entry]? {
    var result: [Entry] = []
    for index in 0..<entries.count {
      guard let entry = entries[index] else { return nil }
      result.append(entry)
    }
    return result
  }
}
