import Bytecode

/// Writes a tree as text, for comparison with CPython's: `ast.dump` with every field, and positions as `@line:column-line:column`.
///
/// Constants are spelled so that all versions agree: text as `ascii()` does, ints in base 16, floats by their bits in base 16.
public struct TreeDump {
  private let tree: SyntaxTree
  private let shapes: [NodeShape]
  private var output: [UInt8] = []

  /// The text, which is ASCII but for names.
  public static func text(of tree: SyntaxTree, version: PythonVersion) -> [UInt8] {
    var dump = TreeDump(tree: tree, shapes: NodeShape.all(of: version))
    dump.write(node: tree.root.raw)
    return dump.output
  }

  private init(tree: SyntaxTree, shapes: [NodeShape]) {
    self.tree = tree
    self.shapes = shapes
    output.reserveCapacity(1 << 16)
  }

  private mutating func put(_ text: StaticString) {
    output.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private mutating func put(_ text: String) { output.append(contentsOf: text.utf8) }

  private mutating func write(node raw: UInt32) {
    let words = tree.words(raw)
    let shape = shapes[Int(tree.kind(words).rawValue)]
    put(shape.name)
    put("(")
    var isFirst = true
    for field in shape.fields {
      put(isFirst ? "" : ", ")
      isFirst = false
      put(field.name)
      put("=")
      write(field, words)
    }
    if shape.hasPosition {
      put(isFirst ? "@" : ", @")
      put("\(words[1]):\(words[2])-\(words[3]):\(words[4])")
    }
    put(")")
  }

  private mutating func write(_ field: NodeShape.Field, _ words: UnsafePointer<UInt32>) {
    let word = words[field.word]
    switch field.quantity {
    case .list, .listOfOptionals:
      put("[")
      for (index, item) in tree[SyntaxList<AnyNode>(raw: word)].enumerated() {
        if index > 0 { put(", ") }
        write(field.type, item.raw)
      }
      put("]")
    case .optional where word == 0 && field.type != .int: put("None")
    case .one, .optional: write(field.type, word)
    }
  }

  private mutating func write(_ type: NodeFieldType, _ word: UInt32) {
    switch type {
    case .identifier:
      put("'")
      output.append(contentsOf: tree.characters(of: Identifier(raw: word)))
      put("'")
    case .constant, .string: write(tree.value(of: ConstantID(raw: word)))
    case .int: put("\(Int32(bitPattern: word))")
    case .exprContext: write(OperatorNames.contexts, word)
    case .boolop: write(OperatorNames.boolean, word)
    case .operator: write(OperatorNames.binary, word)
    case .unaryop: write(OperatorNames.unary, word)
    case .cmpop: write(OperatorNames.compare, word)
    case .slice: writeSlice(word)
    default:
      if word == 0 { put("None") } else { write(node: word) }
    }
  }

  private mutating func write(_ names: [StaticString], _ word: UInt32) {
    put(names[Int(word)])
    put("()")
  }

  /// The subscript of a version that has nodes for it.
  private mutating func writeSlice(_ word: UInt32) {
    switch tree[Expression(raw: word)] {
    case .slice: write(node: word)
    case .tuple(let elements, _) where tree[elements].contains(where: { tree.kind(tree.words($0.raw)) == .slice }):
      put("ExtSlice(dims=[")
      for (index, item) in tree[elements].enumerated() {
        if index > 0 { put(", ") }
        writeSlice(item.raw)
      }
      put("])")
    default:
      put("Index(value=")
      write(node: word)
      put(")")
    }
  }
}

/// Constants.
extension TreeDump {
  private mutating func write(_ value: Constant) {
    switch value {
    case .none: put("None")
    case .ellipsis: put("Ellipsis")
    case .bool(let value): put(value ? "True" : "False")
    case .integer(let value): put("\(value < 0 ? "-" : "")0x\(String(value.magnitude, radix: 16))")
    case .bigInteger(let value):
      put(value.isNegative ? "-0x" : "0x")
      for (index, limb) in value.limbs.reversed().enumerated() { put(padded(limb, index == 0 ? 1 : 16)) }
    case .float(let bits): put("float:\(padded(bits, 16))")
    case .complex(let real, let imaginary): put("complex:\(padded(real, 16)):\(padded(imaginary, 16))")
    case .string(let text): write(text.codePoints.map { $0 }, isText: true)
    case .bytes(let bytes):
      put("b")
      write(bytes.map { UInt32($0) }, isText: false)
    default: put("?")
    }
  }

  private func padded(_ value: UInt64, _ digits: Int) -> String {
    let text = String(value, radix: 16)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }

  private mutating func write(_ points: [UInt32], isText: Bool) {
    let quote: UInt8 = points.contains(39) && !points.contains(34) ? 34 : 39
    output.append(quote)
    for point in points {
      switch point {
      case 9: put("\\t")
      case 10: put("\\n")
      case 13: put("\\r")
      case 92: put("\\\\")
      case UInt32(quote):
        put("\\")
        output.append(quote)
      case 32..<127: output.append(UInt8(point))
      case 0..<256: put("\\x\(padded(UInt64(point), 2))")
      case 256..<0x10000: put("\\u\(padded(UInt64(point), 4))")
      default: put("\\U\(padded(UInt64(point), 8))")
      }
    }
    output.append(quote)
  }
}
