/// A constant as it stands in assembly text: code objects are named, not contained.
indirect enum ConstantForm: Hashable, Sendable {
  /// A constant that is no container and no code object.
  case value(Constant)
  case items(Container, [ConstantForm])
  case code(CodeID)

  enum Container: Hashable, Sendable {
    case tuple, list, set, frozenset, dictionary, slice
  }

  init(_ constant: Constant, _ ids: CodeIDs) {
    func items(_ kind: Container, _ items: ConstantItems) -> ConstantForm {
      .items(kind, items.items.map { ConstantForm($0, ids) })
    }
    switch constant {
    case .tuple(let tuple): self = items(.tuple, tuple)
    case .list(let list): self = items(.list, list)
    case .set(let set): self = items(.set, set)
    case .frozenset(let set): self = items(.frozenset, set)
    case .dictionary(let dictionary): self = items(.dictionary, dictionary)
    case .slice(let slice): self = items(.slice, slice)
    case .code(let code): self = .code(ids[code])
    default: self = .value(constant)
    }
  }

  /// The constant, given the code objects by name; nil if one is missing.
  func constant(_ codes: [CodeID: CodeImage]) -> Constant? {
    switch self {
    case .value(let value): return value
    case .code(let id): return codes[id].map(Constant.code)
    case .items(let kind, let forms):
      var items: [Constant] = []
      for form in forms {
        guard let item = form.constant(codes) else { return nil }
        items.append(item)
      }
      let shared = ConstantItems(items)
      switch kind {
      case .tuple: return .tuple(shared)
      case .list: return .list(shared)
      case .set: return .set(shared)
      case .frozenset: return .frozenset(shared)
      case .dictionary: return .dictionary(shared)
      case .slice: return .slice(shared)
      }
    }
  }

  /// The code objects named in it, in order.
  var codes: [CodeID] {
    switch self {
    case .value: []
    case .code(let id): [id]
    case .items(_, let forms): forms.flatMap(\.codes)
    }
  }
}

/// What a code object is called in assembly text: its qualified name, and a number where that is not enough.
struct CodeID: Hashable, Sendable {
  var name: Text
  /// 1 for the first of that name, which has no number in the text.
  var number = 1
}

/// The code objects of a file, outer ones first, with a name for each.
struct CodeIDs {
  private(set) var codes: [CodeImage] = []
  private var ids: [ObjectIdentifier: CodeID] = [:]
  private var counts: [Text: Int] = [:]

  /// Longer names are replaced by a number: they would be repeated wherever the code object is named.
  static let longestName = 120

  init(_ root: CodeImage) {
    var pending = [root]
    while let code = pending.popLast() {
      guard ids[ObjectIdentifier(code)] == nil else { continue }
      let name = code.qualifiedName.utf8.count <= CodeIDs.longestName ? code.qualifiedName : Text("")
      counts[name, default: name.isEmpty ? 1 : 0] += 1
      ids[ObjectIdentifier(code)] = CodeID(name: name, number: counts[name] ?? 1)
      codes.append(code)
      pending += CodeIDs.nested(in: code.constants).reversed()
    }
  }

  /// The code objects in constants, in order; not those inside them.
  static func nested(in constants: [Constant]) -> [CodeImage] {
    var found: [CodeImage] = []
    for constant in constants {
      switch constant {
      case .code(let code): found.append(code)
      case .tuple(let items), .list(let items), .set(let items), .frozenset(let items), .dictionary(let items),
        .slice(let items):
        found += nested(in: items.items)
      default: break
      }
    }
    return found
  }

  subscript(code: CodeImage) -> CodeID { ids[ObjectIdentifier(code)] ?? CodeID(name: "", number: 0) }
}
