/// Writes a file as assembly text, from which `Assembler` makes the same file again. The format is described in
/// Documentation/AssemblyFormat.md.
public struct AssemblyWriter {
  private let file: PycFile
  private let tables: AssemblerTables
  private let ids: CodeIDs
  private let exceptions: SpellingExceptions
  /// The spelling as it is, where it does not fit the objects as they are visited.
  private let storedSpelling: MarshalSpelling?
  private let marksParameters: Bool
  private var text: AssemblyText
  /// Code objects that are inside a function.
  private var nested: Set<ObjectIdentifier> = []

  /// The text of a file, as UTF-8; nil if the version's code units are not two bytes long.
  public static func text(of file: PycFile) -> [UInt8]? {
    guard let tables = AssemblerTables.of(file.code.version) else { return nil }
    var writer = AssemblyWriter(file, tables)
    writer.appendHead()
    for code in writer.ids.codes { writer.append(code) }
    return writer.text.bytes
  }

  private init(_ file: PycFile, _ tables: AssemblerTables) {
    self.file = file
    self.tables = tables
    ids = CodeIDs(file.code)
    text = AssemblyText(interning: AssemblyWriter.interning(of: ids.codes, hasQualifiedNames: tables.hasQualifiedNames))
    marksParameters = ids.codes.contains {
      $0.localsPlusKinds.contains { !$0.isDisjoint(with: [.positional, .keyword, .variadic]) }
    }
    let found: SpellingExceptions? = try? SpellingExceptions(of: file, tables.set.file)
    exceptions = found ?? SpellingExceptions()
    storedSpelling = found == nil ? file.spelling : nil
    findNested()
  }

  /// The rules that more of the strings follow.
  private static func interning(of codes: [CodeImage], hasQualifiedNames: Bool) -> Interning {
    var constants = InterningSurvey()
    var titles = InterningSurvey()
    for code in codes {
      constants.count(code.constants)
      titles.count(code.name)
      if hasQualifiedNames { titles.count(code.qualifiedName) }
    }
    let usual = Interning()
    return Interning(constants: constants.best(usual.constants), titles: titles.best(usual.titles))
  }

  private mutating func findNested() {
    for code in ids.codes where nested.contains(ObjectIdentifier(code)) || code.flags.contains(.optimized) {
      for inner in CodeIDs.nested(in: code.constants) { nested.insert(ObjectIdentifier(inner)) }
    }
  }

  // MARK: The head

  private mutating func appendHead() {
    text.append(".python \(file.code.version)\n")
    switch file.header.source {
    case .timeStamp(let time, let size): text.append(".source time \(time) size \(size)\n")
    case .hash(let hash, let isChecked):
      text.append(".source hash 0x\(String(hash, radix: 16))\(isChecked ? " checked" : "")\n")
    }
    if file.header.magic != tables.set.magic.released { text.append(".magic \(file.header.magic)\n") }
    let (fileName, trailing) = (file.code.fileName, file.trailingBytes)
    let usual = Interning()
    if text.interning != usual {
      let constants = text.interning.constants == usual.constants ? "" : " constants=\(text.interning.constants)"
      let titles = text.interning.titles == usual.titles ? "" : " titles=\(text.interning.titles)"
      text.append(".interned\(constants)\(titles)\n")
    }
    directive(".file") { $0.append(name: fileName) }
    if marksParameters { text.append(".parameters marked\n") }
    if !exceptions.policies.isEmpty {
      let words = exceptions.policies.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.key)=\($0.value)" }
      text.append(".marshal \(words.joined(separator: " "))\n")
    }
    if let storedSpelling {
      directive(".typebytes") { $0.append(hex: storedSpelling.typeBytes) }
      text.append(".references \(storedSpelling.references.map(String.init).joined(separator: " "))\n")
    }
    if !trailing.isEmpty { directive(".trailing") { $0.append(hex: trailing) } }
  }

  private mutating func directive(_ name: String, _ value: (inout AssemblyText) -> Void) {
    text.append("\(name) ")
    value(&text)
    text.append("\n")
  }

  // MARK: Code objects

  private mutating func append(_ code: CodeImage) {
    guard let list = InstructionList(code) else { return }
    let plan = CodePlan(code, list, ids, tables, marksParameters: marksParameters)
    appendHeading(plan)
    appendFields(plan)
    appendVariables(plan)
    appendTables(plan)
    appendSpelling(of: code)
    var body = BodyWriter(plan, tables, text)
    body.append()
    text = body.text
  }

  private mutating func appendHeading(_ plan: CodePlan) {
    text.append("\n.code ")
    text.append(id: ids[plan.code])
    if plan.hasParameterList { appendParameters(plan) }
    text.append("\n")
  }

  private mutating func appendParameters(_ plan: CodePlan) {
    let code = plan.code
    var names = plan.layout.parameters[...]
    var isFirst = true
    func next(_ prefix: String, _ name: Text?, _ text: inout AssemblyText) {
      if !isFirst { text.append(", ") }
      isFirst = false
      text.append(prefix)
      if let name { text.append(name: name) }
    }
    text.append("(")
    for index in 0..<code.argumentCount {
      if index == code.positionalOnlyCount, index > 0 { next("/", nil, &text) }
      next("", names.popFirst(), &text)
    }
    if code.positionalOnlyCount == code.argumentCount, code.argumentCount > 0 { next("/", nil, &text) }
    let keywordOnly = names.prefix(code.keywordOnlyCount)
    names = names.dropFirst(code.keywordOnlyCount)
    if code.flags.contains(.variadicPositional) {
      next("*", names.popFirst(), &text)
    } else if !keywordOnly.isEmpty {
      next("*", nil, &text)
    }
    for name in keywordOnly { next("", name, &text) }
    if code.flags.contains(.variadicKeywords) { next("**", names.popFirst(), &text) }
    text.append(")")
  }

  private mutating func appendFields(_ plan: CodePlan) {
    let code = plan.code
    let id = ids[code]
    let usual = CodeNames(id, hasQualifiedNames: tables.hasQualifiedNames, text.interning.titles)
    if !code.name.isIdentical(to: usual.name) { directive("    .name") { $0.append(title: code.name) } }
    if tables.hasQualifiedNames, !code.qualifiedName.isIdentical(to: usual.qualifiedName) {
      directive("    .qualname") { $0.append(title: code.qualifiedName) }
    }
    if !code.fileName.isIdentical(to: file.code.fileName) { directive("    .file") { $0.append(name: code.fileName) } }
    if code.firstLine != (plan.list.firstKnownLine ?? 1) { text.append("    .line \(code.firstLine)\n") }
    if !plan.hasParameterList, code.argumentCount != 0 || code.positionalOnlyCount != 0 || code.keywordOnlyCount != 0 {
      text.append("    .arguments \(code.argumentCount) \(code.positionalOnlyCount) \(code.keywordOnlyCount)\n")
    }
    appendFlags(plan)
    if let count = code.storedLocalCount { text.append("    .nlocals \(count)\n") }
    if plan.needsStackSize { text.append("    .stack \(code.stackSize)\n") }
  }

  private mutating func appendFlags(_ plan: CodePlan) {
    let usual = DefaultFlags(
      isFunction: plan.hasParameterList, isNested: nested.contains(ObjectIdentifier(plan.code)),
      notesNoFree: !tables.hasOneVariableList && plan.layout.cells.isEmpty && plan.layout.free.isEmpty
    ).flags
    var wanted = plan.code.flags
    if plan.hasParameterList { wanted.subtract([.variadicPositional, .variadicKeywords]) }
    let words =
      DefaultFlags.words(wanted.subtracting(usual)).map { "+\($0)" }
      + DefaultFlags.words(usual.subtracting(wanted)).map { "-\($0)" }
    if !words.isEmpty { text.append("    .flags \(words.joined(separator: " "))\n") }
  }

  private mutating func appendVariables(_ plan: CodePlan) {
    guard !plan.listsVariables else {
      for (name, kind) in zip(plan.code.localsPlusNames, plan.code.localsPlusKinds) {
        directive("    .variable") {
          $0.append(name: name)
          $0.append(" 0x\(String(kind.rawValue, radix: 16))")
        }
      }
      return
    }
    appendNames(".locals", plan.layout.locals, plan.listedLocals)
    appendNames(".hidden", plan.layout.hidden)
    appendNames(".cells", plan.layout.cells)
    appendNames(".free", plan.layout.free)
  }

  /// Names in order, all or some of them; one that does not follow the one before has its place in front.
  private mutating func appendNames(_ directive: String, _ names: [Text], _ listed: [Int]? = nil) {
    let listed = listed ?? Array(names.indices)
    guard !listed.isEmpty else { return }
    self.directive("    \(directive)") {
      var next = 0
      for (number, index) in listed.enumerated() {
        if number > 0 { $0.append(", ") }
        if index != next { $0.append("#\(index) ") }
        $0.append(name: names[index])
        next = index + 1
      }
    }
  }

  private mutating func appendTables(_ plan: CodePlan) {
    appendNames(".names", plan.code.names, plan.listedNames)
    var next = 0
    for index in plan.listedConstants {
      directive("    .const") {
        if index != next { $0.append("#\(index) ") }
        $0.append(plan.constants[index])
      }
      next = index + 1
    }
    if let table = plan.list.storedLineTable { directive("    .linetable") { $0.append(hex: table) } }
    if let table = plan.list.storedExceptionTable { directive("    .exceptiontable") { $0.append(hex: table) } }
  }

  private mutating func appendSpelling(of code: CodeImage) {
    guard let ofCode = exceptions.byCode[ObjectIdentifier(code)] else { return }
    var lines: [String: [ObjectPath]] = [:]
    for (path, spelling) in ofCode {
      switch spelling {
      case .reference(let index): lines["reference \(index)", default: []].append(path)
      case .object(let typeByte): lines[AssemblyWriter.word(typeByte, code.object(at: path)), default: []].append(path)
      }
    }
    for (word, paths) in lines.sorted(by: { $0.key < $1.key }) {
      text.append("    .marshal \(word) \(paths.sorted().map(\.description).joined(separator: " "))\n")
    }
  }

  /// How a type byte reads: as the usual one of its object, with or without the flag, or as a number.
  private static func word(_ typeByte: UInt8, _ object: Constant?) -> String {
    if let object {
      let usual = TypeCode(preferredFor: object).rawValue
      if typeByte == usual { return "unshared" }
      if typeByte == usual | TypeCode.referenceFlag { return "shared" }
    }
    return "type 0x\(String(typeByte, radix: 16))"
  }
}

/// The name and the qualified name that follow from a code object's heading.
struct CodeNames {
  let name: Text
  let qualifiedName: Text

  init(_ id: CodeID, hasQualifiedNames: Bool, _ rule: InterningRule) {
    qualifiedName = id.name.interned(by: rule)
    guard hasQualifiedNames, let dot = id.name.utf8.lastIndex(of: UInt8(ascii: ".")), dot + 1 < id.name.utf8.count,
      let last = Text(utf8: ByteString(Array(id.name.utf8[(dot + 1)...])))
    else {
      name = qualifiedName
      return
    }
    name = last.interned(by: rule)
  }
}

extension Text {
  /// The same text, interned as a rule says.
  func interned(by rule: InterningRule) -> Text { Text(unchecked: utf8, isASCII: isASCII, isInterned: rule.interns(self)) }

  /// Whether two texts are equal and both interned or both not.
  func isIdentical(to other: Text) -> Bool { self == other && isInterned == other.isInterned }
}

/// Counts, for each rule of interning, the strings that do not follow it.
private struct InterningSurvey {
  private var misses: [InterningRule: Int] = [:]

  mutating func count(_ text: Text) {
    for rule in InterningRule.allCases where rule.interns(text) != text.isInterned { misses[rule, default: 0] += 1 }
  }

  mutating func count(_ constants: [Constant]) {
    for constant in constants {
      switch constant {
      case .string(let text): count(text)
      case .tuple(let items), .frozenset(let items): count(items.items)
      default: break
      }
    }
  }

  /// The rule that fits best; the usual one unless another is better.
  func best(_ usual: InterningRule) -> InterningRule {
    InterningRule.allCases.first { misses[$0, default: 0] < misses[usual, default: 0] } ?? usual
  }
}

extension InstructionList {
  /// The first line that an instruction has.
  var firstKnownLine: Int? {
    guard storedLineTable == nil else { return nil }
    for case .instruction(let instruction) in elements {
      if let line = instruction.position.line { return line }
    }
    return nil
  }
}

extension CodeImage {
  /// The object at a path, nil if there is none.
  func object(at path: ObjectPath) -> Constant? {
    guard let field = path.field else { return path.indices.isEmpty ? .code(self) : nil }
    var found = object(field)
    for index in path.indices {
      guard let items = found?.items, items.indices.contains(index) else { return nil }
      found = items[index]
    }
    return found
  }
}

extension Constant {
  /// The items of a container.
  var items: [Constant]? {
    switch self {
    case .tuple(let items), .list(let items), .set(let items), .frozenset(let items), .dictionary(let items), .slice(let items):
      items.items
    default: nil
    }
  }
}
