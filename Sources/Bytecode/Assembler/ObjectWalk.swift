/// The place of an object in a code object: a field, then indices into its items, such as `consts.3.1`.
struct ObjectPath: Hashable, Comparable, CustomStringConvertible {
  /// Nil is the code object itself.
  var field: CodeField?
  var indices: [Int] = []

  var description: String {
    (field?.rawValue ?? "self") + indices.map { ".\($0)" }.joined()
  }

  /// Parses what `description` gives; nil if it is something else.
  init?(_ text: String) {
    var parts = text.split(separator: ".", omittingEmptySubsequences: false)[...]
    guard let first = parts.popFirst() else { return nil }
    if first != "self" {
      guard let field = CodeField(rawValue: String(first)) else { return nil }
      self.field = field
    }
    for part in parts {
      guard let index = Int(part), index >= 0 else { return nil }
      indices.append(index)
    }
  }

  /// By field, then by the indices in order.
  static func < (left: ObjectPath, right: ObjectPath) -> Bool {
    guard left.field == right.field else { return left.field?.rawValue ?? "" < right.field?.rawValue ?? "" }
    return left.indices.lexicographicallyPrecedes(right.indices)
  }

  init(field: CodeField?, indices: [Int] = []) {
    self.field = field
    self.indices = indices
  }

  fileprivate func item(_ index: Int) -> ObjectPath { ObjectPath(field: field, indices: indices + [index]) }
}

/// Sees the objects of a file in the order in which marshal writes them.
protocol ObjectVisitor {
  /// An object begins; nil is the NULL that ends a dictionary. The result says whether its items follow.
  mutating func begin(_ object: Constant?, _ path: ObjectPath, in code: CodeImage) throws(SpellingMismatch) -> Bool
  /// An object whose items were visited ended.
  mutating func end(_ object: Constant)
}

/// The objects and the spelling of a file do not belong together.
struct SpellingMismatch: Error {}

/// Shows a visitor all objects of a code object in the order of `MarshalWriter`.
struct ObjectWalk<Visitor: ObjectVisitor> {
  private let codeFields: [CodeField]
  private(set) var visitor: Visitor

  init(_ format: FileFormat, _ visitor: Visitor) {
    codeFields = format.codeFields
    self.visitor = visitor
  }

  mutating func walk(_ root: CodeImage) throws(SpellingMismatch) {
    try walk(.code(root), ObjectPath(field: nil), in: root)
  }

  private mutating func walk(_ object: Constant?, _ path: ObjectPath, in code: CodeImage) throws(SpellingMismatch) {
    var (path, code) = (path, code)
    if case .code(let inner) = object { (path, code) = (ObjectPath(field: nil), inner) }
    guard try visitor.begin(object, path, in: code), let object else { return }
    switch object {
    case .tuple(let items), .list(let items), .set(let items), .frozenset(let items), .slice(let items):
      try walk(items.items, path, in: code)
    case .dictionary(let items):
      try walk(items.items, path, in: code)
      try walk(nil, path.item(items.items.count), in: code)
    case .code(let inner): try walk(fieldsOf: inner)
    default: break
    }
    visitor.end(object)
  }

  private mutating func walk(_ items: [Constant], _ path: ObjectPath, in code: CodeImage) throws(SpellingMismatch) {
    for (index, item) in items.enumerated() { try walk(item, path.item(index), in: code) }
  }

  private mutating func walk(fieldsOf code: CodeImage) throws(SpellingMismatch) {
    for field in codeFields {
      if let object = code.object(field) { try walk(object, ObjectPath(field: field), in: code) }
    }
  }
}

extension CodeImage {
  /// The object that marshal stores for a field, nil for fields that are numbers.
  func object(_ field: CodeField) -> Constant? {
    func names(_ names: [Text]) -> Constant { .tuple(names.map(Constant.string)) }
    switch field {
    case .argcount, .posonlyargcount, .kwonlyargcount, .nlocals, .stacksize, .flags, .firstlineno: return nil
    case .code: return .bytes(code)
    case .consts: return .tuple(constants)
    case .names: return names(self.names)
    case .varnames: return names(variableNames(.local))
    case .freevars: return names(variableNames(.free))
    case .cellvars: return names(variableNames(.cell))
    case .localsplusnames: return names(localsPlusNames)
    case .localspluskinds: return .bytes(ByteString(localsPlusKinds.map(\.rawValue)))
    case .filename: return .string(fileName)
    case .name: return .string(name)
    case .qualname: return .string(qualifiedName)
    case .linetable: return .bytes(lineTable)
    case .exceptiontable: return .bytes(exceptionTable)
    }
  }
}
