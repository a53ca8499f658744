/// How objects of a file are spelled where `SpellingModel` foresees something else, by the code object they are in.
struct SpellingExceptions {
  /// What stands in a file in place of what was foreseen.
  enum Spelling: Hashable {
    /// The object, with this type byte.
    case object(typeByte: UInt8)
    /// A reference to the object with this index.
    case reference(Int)
  }

  typealias OfCode = [ObjectPath: Spelling]

  var policies: [SpellingModel.ObjectClass: SpellingModel.Policy] = [:]
  var byCode: [ObjectIdentifier: OfCode] = [:]

  /// The exceptions that a file makes.
  init(of file: PycFile, _ format: FileFormat) throws(SpellingMismatch) {
    guard let spelling = file.spelling else { return }
    let model = SpellingModel(file.code, format)
    var survey = ObjectWalk(format, SpellingSurvey(SpellingReader(spelling), model))
    try survey.walk(file.code)
    policies = survey.visitor.bestPolicies
    var comparison = SpellingComparison(SpellingReader(spelling), model)
    comparison.model.policies = policies
    var walk = ObjectWalk(format, comparison)
    try walk.walk(file.code)
    guard walk.visitor.reader.isAtEnd else { throw SpellingMismatch() }
    byCode = walk.visitor.byCode
  }

  init() {}

  /// Whether an exception holds for the first occurrence of a code object only: with the flag, others are references to it.
  fileprivate static func isFirstOnly(_ typeByte: UInt8, _ path: ObjectPath) -> Bool {
    path.field == nil && path.indices.isEmpty && typeByte & TypeCode.referenceFlag != 0
  }

  /// The spelling that model and exceptions give a code object and all in it.
  func spelling(of root: CodeImage, _ format: FileFormat) throws(SpellingMismatch) -> MarshalSpelling {
    var model = SpellingModel(root, format)
    model.policies = policies
    var walk = ObjectWalk(format, SpellingProducer(model: model, byCode: byCode))
    try walk.walk(root)
    return walk.visitor.spelling
  }
}

/// Reads a spelling object by object.
private struct SpellingReader {
  private let spelling: MarshalSpelling
  private var nextType = 0
  private var nextReference = 0

  init(_ spelling: MarshalSpelling) { self.spelling = spelling }

  var isAtEnd: Bool { nextType == spelling.typeBytes.count }

  mutating func next() throws(SpellingMismatch) -> SpellingExceptions.Spelling {
    guard nextType < spelling.typeBytes.count else { throw SpellingMismatch() }
    let typeByte = spelling.typeBytes[nextType]
    nextType += 1
    guard typeByte & ~TypeCode.referenceFlag == TypeCode.reference.rawValue else { return .object(typeByte: typeByte) }
    guard typeByte == TypeCode.reference.rawValue, nextReference < spelling.references.count else { throw SpellingMismatch() }
    nextReference += 1
    return .reference(Int(spelling.references[nextReference - 1]))
  }
}

/// Counts, for each class of objects, how often each policy would be wrong.
private struct SpellingSurvey: ObjectVisitor {
  private var reader: SpellingReader
  private let model: SpellingModel
  private var written: Set<Constant> = []
  private var misses: [SpellingModel.ObjectClass: [SpellingModel.Policy: Int]] = [:]

  init(_ reader: SpellingReader, _ model: SpellingModel) {
    self.reader = reader
    self.model = model
  }

  mutating func begin(_ object: Constant?, _ path: ObjectPath, in code: CodeImage) throws(SpellingMismatch) -> Bool {
    guard case .object(let typeByte) = try reader.next() else {
      if let object { misses[model.objectClass(of: object, path), default: [:]][.alone, default: 0] += 1 }
      return false
    }
    guard let object, SpellingModel.Key(object) != nil else { return true }
    let kind = model.objectClass(of: object, path)
    let isFlagged = typeByte & TypeCode.referenceFlag != 0
    let recurs = model.recurs(object)
    // What is flagged and written again is an object of its own; one that is referred to is not.
    var wrong: [SpellingModel.Policy] = isFlagged ? [.never] : [.always, .alone]
    if isFlagged != recurs { wrong.append(.again) }
    let isRepeated = recurs && !written.insert(object).inserted
    if isFlagged && isRepeated { wrong += [.always, .again] }
    for policy in wrong { misses[kind, default: [:]][policy, default: 0] += 1 }
    return true
  }

  func end(_ object: Constant) {}

  /// The policies that are better than the default ones by enough to be worth a word.
  var bestPolicies: [SpellingModel.ObjectClass: SpellingModel.Policy] {
    var best: [SpellingModel.ObjectClass: SpellingModel.Policy] = [:]
    for (kind, counts) in misses {
      let usual = counts[model.defaultPolicy(kind)] ?? 0
      for policy in SpellingModel.Policy.allCases {
        let count = counts[policy] ?? 0
        if count + 1 < usual, count < best[kind].map({ counts[$0] ?? 0 }) ?? usual { best[kind] = policy }
      }
    }
    return best
  }
}

/// Collects where a file's spelling is not the foreseen one.
private struct SpellingComparison: ObjectVisitor {
  private(set) var reader: SpellingReader
  var model: SpellingModel
  private(set) var byCode: [ObjectIdentifier: SpellingExceptions.OfCode] = [:]

  init(_ reader: SpellingReader, _ model: SpellingModel) {
    self.reader = reader
    self.model = model
  }

  mutating func begin(_ object: Constant?, _ path: ObjectPath, in code: CodeImage) throws(SpellingMismatch) -> Bool {
    let actual = try reader.next()
    switch (actual, model.predict(object, path)) {
    case (.object(let typeByte), .object(let predicted)) where typeByte == predicted: break
    case (.reference(let index), .reference(let predicted)) where index == predicted: break
    case (.object(let typeByte), .reference) where SpellingExceptions.isFirstOnly(typeByte, path): throw SpellingMismatch()
    default:
      let previous = byCode[ObjectIdentifier(code), default: [:]].updateValue(actual, forKey: path)
      // A code object that is written twice has one text: its spelling must be the same both times.
      guard previous == nil || previous == actual else { throw SpellingMismatch() }
    }
    guard case .object(let typeByte) = actual else { return false }
    model.write(object, typeByte: typeByte, path)
    return true
  }

  func end(_ object: Constant) {}
}

/// Makes the spelling.
private struct SpellingProducer: ObjectVisitor {
  private var model: SpellingModel
  private let byCode: [ObjectIdentifier: SpellingExceptions.OfCode]
  private(set) var spelling = MarshalSpelling()
  /// The objects with the flag; nil while their items are being written.
  private var referenced: [Constant?] = []
  /// The index of each object that has begun, -1 for those without the flag.
  private var open: [Int] = []

  init(model: SpellingModel, byCode: [ObjectIdentifier: SpellingExceptions.OfCode]) {
    self.model = model
    self.byCode = byCode
  }

  mutating func begin(_ object: Constant?, _ path: ObjectPath, in code: CodeImage) throws(SpellingMismatch) -> Bool {
    var spelled: SpellingExceptions.Spelling
    switch model.predict(object, path) {
    case .object(let typeByte): spelled = .object(typeByte: typeByte)
    case .reference(let index): spelled = .reference(index)
    }
    if let exception = byCode[ObjectIdentifier(code)]?[path], !isForAnother(exception, spelled, path) { spelled = exception }
    switch spelled {
    case .object(let typeByte):
      try write(object, typeByte, path)
      return true
    case .reference(let index):
      guard referenced.indices.contains(index), let target = referenced[index], target == object,
        let short = UInt32(exactly: index)
      else { throw SpellingMismatch() }
      spelling.typeBytes.append(TypeCode.reference.rawValue)
      spelling.references.append(short)
      return false
    }
  }

  /// Whether an exception was made for the first occurrence of what is to be a reference.
  private func isForAnother(
    _ exception: SpellingExceptions.Spelling, _ predicted: SpellingExceptions.Spelling, _ path: ObjectPath
  ) -> Bool {
    guard case (.reference, .object(let typeByte)) = (predicted, exception) else { return false }
    return SpellingExceptions.isFirstOnly(typeByte, path)
  }

  private mutating func write(_ object: Constant?, _ typeByte: UInt8, _ path: ObjectPath) throws(SpellingMismatch) {
    guard let type = TypeCode(rawValue: typeByte & ~TypeCode.referenceFlag) else { throw SpellingMismatch() }
    spelling.typeBytes.append(typeByte)
    model.write(object, typeByte: typeByte, path)
    guard let object else {
      guard type == .null else { throw SpellingMismatch() }
      return
    }
    guard type.canSpell(object) else { throw SpellingMismatch() }
    guard typeByte & TypeCode.referenceFlag != 0, type.mayBeReferenced else { return open.append(-1) }
    open.append(referenced.count)
    referenced.append(nil)
  }

  mutating func end(_ object: Constant) {
    guard let index = open.popLast(), index >= 0 else { return }
    referenced[index] = object
  }
}
