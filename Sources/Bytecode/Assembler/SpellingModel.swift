/// Foresees how CPython spells the objects of a file: which carry the reference flag, and where a reference stands in
/// place of an object.
///
/// CPython flags an object if something else refers to it when the file is written. That follows mostly from what the
/// object is: interned strings, small ints and empty tuples are shared by the whole process; constants are shared where
/// the compiler merged equal ones. The model says so by class of objects; what differs is an exception that the assembly
/// text names.
struct SpellingModel {
  /// When the objects of a class are flagged.
  enum Policy: String, CaseIterable {
    case never
    /// If an equal one is still to come.
    case again
    case always
    /// Always, but each is an object of its own, to which nothing refers.
    case alone
  }

  /// A class of objects that are likely to be spelled alike.
  enum ObjectClass: String, CaseIterable {
    case file, code, bytecode, consts, names, variables, kinds, lines, handlers
    case interned, string, character, small, int, float, complex, bytes, tuple, empty, frozenset, other
  }

  var policies: [ObjectClass: Policy] = [:]
  private var recurring: Set<Key> = []
  private var indices: [Key: Int] = [:]
  private var referenceCount = 0
  private let root: ObjectIdentifier
  private let format: FileFormat

  func defaultPolicy(_ kind: ObjectClass) -> Policy {
    switch kind {
    case .file, .interned, .character, .small, .empty: .always
    // Where variables are one list, code objects keep what they once showed as their bytecode. Before, the compiler put
    // bytes among the constants that it merges, but not with the oldest line tables.
    case .bytecode: format.codeFields.contains(.localsplusnames) ? .alone : format.lineTable == .lnotab ? .never : .again
    case .lines: format.lineTable == .lnotab ? .never : .again
    case .kinds: .never
    default: .again
    }
  }

  /// What makes two objects one, as far as can be told.
  enum Key: Hashable {
    case code(ObjectIdentifier)
    case string(Text, isInterned: Bool)
    case value(Constant)

    init?(_ object: Constant?) {
      switch object {
      case nil, .some(.none), .some(.ellipsis), .some(.stopIteration), .some(.bool): return nil
      case .code(let code): self = .code(ObjectIdentifier(code))
      case .string(let text): self = .string(text, isInterned: text.isInterned)
      case .some(let value): self = .value(value)
      }
    }
  }

  enum Prediction: Equatable {
    case object(typeByte: UInt8)
    case reference(Int)
  }

  /// Learns which objects of a file occur more than once.
  init(_ root: CodeImage, _ format: FileFormat) {
    self.root = ObjectIdentifier(root)
    self.format = format
    var walk = ObjectWalk(format, RecurrenceCounter())
    // The counter never throws.
    try? walk.walk(root)
    recurring = walk.visitor.recurring
  }

  /// How the next object is spelled, unless an exception says otherwise.
  func predict(_ object: Constant?, _ path: ObjectPath) -> Prediction {
    let type = TypeCode(preferredFor: object).rawValue
    guard let object, let key = Key(object) else { return .object(typeByte: type) }
    let policy = policy(of: object, path)
    if policy != .alone, let index = indices[key] { return .reference(index) }
    let isFlagged =
      switch policy {
      case .never: false
      case .again: recurring.contains(key)
      case .always, .alone: true
      }
    return .object(typeByte: isFlagged ? type | TypeCode.referenceFlag : type)
  }

  private func policy(of object: Constant, _ path: ObjectPath) -> Policy {
    let kind = objectClass(of: object, path)
    return policies[kind] ?? defaultPolicy(kind)
  }

  func objectClass(of object: Constant, _ path: ObjectPath) -> ObjectClass {
    if case .code(let code) = object, ObjectIdentifier(code) == root { return .file }
    return ObjectClass(object, path)
  }

  /// Whether an equal object comes again.
  func recurs(_ object: Constant) -> Bool { Key(object).map(recurring.contains) ?? false }

  /// An object is written with this type byte. Objects with the flag get the next index.
  mutating func write(_ object: Constant?, typeByte: UInt8, _ path: ObjectPath) {
    guard typeByte & TypeCode.referenceFlag != 0, let type = TypeCode(rawValue: typeByte & ~TypeCode.referenceFlag),
      type.mayBeReferenced
    else { return }
    if let object, let key = Key(object), indices[key] == nil, policy(of: object, path) != .alone {
      indices[key] = referenceCount
    }
    referenceCount += 1
  }
}

extension SpellingModel.ObjectClass {
  init(_ object: Constant, _ path: ObjectPath) {
    if path.indices.isEmpty, let field = path.field, let kind = SpellingModel.ObjectClass(object, field) {
      self = kind
      return
    }
    self.init(object)
  }

  /// The class of an object, whatever it is there for.
  fileprivate init(_ object: Constant) {
    switch object {
    case .integer(let value): self = (-5...256).contains(value) ? .small : .int
    case .bigInteger: self = .int
    case .float: self = .float
    case .complex: self = .complex
    case .string(let text):
      if text.isInterned {
        self = .interned
      } else if text.utf8.isEmpty {
        self = .empty
      } else {
        self = SpellingModel.ObjectClass.isLatinCharacter(text) ? .character : .string
      }
    case .bytes(let bytes): self = bytes.isEmpty ? .empty : bytes.count == 1 ? .character : .bytes
    case .tuple(let tuple): self = tuple.items.isEmpty ? .empty : .tuple
    case .frozenset: self = .frozenset
    case .code: self = .code
    case .none, .ellipsis, .stopIteration, .bool, .list, .set, .dictionary, .slice: self = .other
    }
  }

  /// The class of a field of a code object; nil for those that are strings or empty.
  private init?(_ object: Constant, _ field: CodeField) {
    switch object {
    case .tuple(let items) where items.items.isEmpty: return nil
    case .bytes(let bytes) where bytes.isEmpty: return nil
    default: break
    }
    switch field {
    case .code: self = .bytecode
    case .consts: self = .consts
    case .names: self = .names
    case .varnames, .freevars, .cellvars, .localsplusnames: self = .variables
    case .localspluskinds: self = .kinds
    case .linetable: self = .lines
    case .exceptiontable: self = .handlers
    default: return nil
    }
  }

  /// Strings of one character below 256 are shared by the whole process.
  private static func isLatinCharacter(_ text: Text) -> Bool {
    guard text.utf8.count <= 2 else { return false }
    var points = text.codePoints.makeIterator()
    guard let point = points.next() else { return false }
    return point < 0x100 && points.next() == nil
  }
}

extension Constant {
  /// Whether a process has but one such object.
  var isSingle: Bool {
    switch SpellingModel.ObjectClass(self) {
    case .interned, .character, .small, .empty: true
    default: false
    }
  }
}

/// Finds the objects that occur more than once; what is in an object counts once.
private struct RecurrenceCounter: ObjectVisitor {
  private var seen: Set<SpellingModel.Key> = []
  private(set) var recurring: Set<SpellingModel.Key> = []

  mutating func begin(_ object: Constant?, _ path: ObjectPath, in code: CodeImage) -> Bool {
    guard let key = SpellingModel.Key(object) else { return true }
    guard !seen.insert(key).inserted else { return true }
    recurring.insert(key)
    return false
  }

  func end(_ object: Constant) {}
}
