/// Constants as text, for people and for comparison.
enum ConstantText {
  /// The `repr()` in a version; a code object by its name alone.
  static func shown(_ constant: Constant, _ set: InstructionSet) -> String {
    if case .code(let code) = constant { return "<code object \(code.name.escaped)>" }
    var repr = PythonRepr(set)
    repr.append(constant)
    return String(decoding: repr.bytes, as: UTF8.self)
  }

  /// A text that two constants share exactly if they are equal. Sets are equal in any order; code objects are compared elsewhere and
  /// count by their names.
  static func key(_ constant: Constant, _ set: InstructionSet) -> String {
    var key = ""
    append(constant, set, to: &key)
    return key
  }

  private static func append(_ constant: Constant, _ set: InstructionSet, to key: inout String) {
    switch constant {
    case .tuple(let items): append(items, "(", ")", set, to: &key)
    case .list(let items): append(items, "[", "]", set, to: &key)
    case .dictionary(let items): append(items, "{", "}", set, to: &key)
    case .slice(let items): append(items, "slice(", ")", set, to: &key)
    case .set(let items): append(sorted: items, "set(", set, to: &key)
    case .frozenset(let items): append(sorted: items, "frozenset(", set, to: &key)
    case .float(let bits) where Double(bitPattern: bits).isNaN: key += "nan \(bits)"
    case .complex(let real, let imaginary) where Double(bitPattern: real).isNaN || Double(bitPattern: imaginary).isNaN:
      key += "nan \(real) \(imaginary)"
    default: key += shown(constant, set)
    }
  }

  private static func append(_ items: ConstantItems, _ open: String, _ close: String, _ set: InstructionSet, to key: inout String) {
    key += open
    for item in items.items {
      append(item, set, to: &key)
      key += ","
    }
    key += close
  }

  private static func append(sorted items: ConstantItems, _ open: String, _ set: InstructionSet, to key: inout String) {
    key += open + items.items.map { self.key($0, set) }.sorted().joined(separator: ",") + ")"
  }
}
