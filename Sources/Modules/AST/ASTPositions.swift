import Runtime

/// The functions of module `ast` that deal with where nodes stand.
enum ASTPositions {
  private static let names: [StaticString] = ["lineno", "col_offset", "end_lineno", "end_col_offset"]

  static let functions: [NativeFunctionSpec] = [
    NativeFunctionSpec("copy_location(new_node, old_node)", "Give new_node the place of old_node if it can have one, and return it.") {
      t, a throws(Raised) in
      for name in names {
        let key = try t.intern(name)
        guard try hasAttribute(t, a[1], key), try hasAttribute(t, a[0], key) else { continue }
        let value = try t.getAttributeOrNull(a[1], key)
        if value.isNull || value.isNone && !name.description.hasPrefix("end_") { continue }
        try t.setAttribute(a[0], key, value)
      }
      return a[0]
    },
    NativeFunctionSpec(
      "fix_missing_locations(node)", "Give the nodes below that have no place the place of their parent, starting with the first column of line 1."
    ) { t, a throws(Raised) in
      let start = try t.tuple(count: 4)
      for (index, number) in [1, 0, 1, 0].enumerated() { start.items[index] = Value(small: number) }
      try fix(t, a[0], Value(start))
      return a[0]
    },
    NativeFunctionSpec("increment_lineno(node, n=1)", "Add n to the line numbers of node and all nodes below it.") { t, a throws(Raised) in
      try increment(t, a[0], by: a[1])
      return a[0]
    },
    NativeFunctionSpec(
      "get_source_segment(source, node, *, padded=False)",
      "Return the part of the source that made node, or None if its place is not known; with padded, the first line keeps its columns."
    ) { t, a throws(Raised) in try segment(t, a[0], a[1], isPadded: try t.truth(a[2])) },
  ]

  private static func hasAttribute(_ t: Thread, _ node: Value, _ name: Value) throws(Raised) -> Bool {
    let attributes = try t.tuple(from: try t.getAttribute(node, try t.intern("_attributes")))
    for index in 0..<attributes.tupleSlots.count {
      if try t.equals(attributes.tupleSlots[index], name) { return true }
    }
    return false
  }

  /// - Parameter place: a tuple of the four numbers of the parent.
  private static func fix(_ t: Thread, _ node: Value, _ place: Value) throws(Raised) {
    try t.enterRecursive()
    defer { t.leaveRecursive() }
    let own = try t.tuple(count: 4)
    for (index, name) in names.enumerated() {
      let key = try t.intern(name)
      own.items[index] = place.tupleSlots[index]
      guard try hasAttribute(t, node, key) else { continue }
      let value = try t.getAttributeOrNull(node, key)
      if value.isNull || value.isNone && index >= 2 {
        try t.setAttribute(node, key, own.items[index])
      } else {
        own.items[index] = value
      }
    }
    let children = try ASTModule.children(t, node)
    for index in 0..<children.count { try fix(t, children.items[index], Value(own)) }
  }

  private static func increment(_ t: Thread, _ node: Value, by number: Value) throws(Raised) {
    let todo = try t.list()
    try t.append(todo, node)
    var position = 0
    while position < todo.count {
      let node = todo.items[position]
      position += 1
      let isIgnore = try ASTModule.isNode(t, node, "TypeIgnore")
      for name in [names[0], names[2]] {
        let key = try t.intern(name)
        let isField = isIgnore && name.description == "lineno"
        if !isField, try !hasAttribute(t, node, key) { continue }
        var value = try t.getAttributeOrNull(node, key)
        if value.isNull { value = Value(small: 0) }
        if value.isNone { continue }
        try t.setAttribute(node, key, try t.callSpecial(t.lookupSpecial(value, .__add__), value, number))
      }
      try t.extend(todo, Value(try ASTModule.children(t, node)))
    }
  }

  // MARK: Source

  private static func segment(_ t: Thread, _ source: Value, _ node: Value, isPadded: Bool) throws(Raised) -> Value {
    var numbers: [Int] = []
    for name in names {
      let value = try t.getAttributeOrNull(node, try t.intern(name))
      guard value.isSmallInt else { return .none }
      numbers.append(value.smallInt)
    }
    guard source.isKind(.str) else { throw t.raise(t.types.typeError, "expected a str, not %T", source) }
    let lines = lines(Array(t.text(of: source).utf8))
    let (first, last) = (numbers[0] - 1, numbers[2] - 1)
    guard lines.indices.contains(first), lines.indices.contains(last) else { throw t.raise(t.types.indexError, "list index out of range") }
    let (start, end) = (max(numbers[1], 0), max(numbers[3], 0))
    var result: [UInt8] = []
    if isPadded, first != last { result += lines[first].prefix(start).map { $0 == 9 || $0 == 12 ? $0 : 32 } }
    if first == last { return try text(t, result + lines[first].prefix(end).dropFirst(start)) }
    result += lines[first].dropFirst(start)
    for line in lines[(first + 1)..<max(last, first + 1)] { result += line }
    return try text(t, result + lines[last].prefix(end))
  }

  private static func text(_ t: Thread, _ bytes: [UInt8]) throws(Raised) -> Value {
    try bytes.withUnsafeBufferPointer { (buffer) throws(Raised) in try t.str(utf8: buffer) }
  }

  /// Lines with their ends, which are those that the tokenizer knows.
  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == 13, index < bytes.count, bytes[index] == 10 { index += 1 }
      if byte == 10 || byte == 13 {
        lines.append(bytes[start..<index])
        start = index
      }
    }
    if start < bytes.count { lines.append(bytes[start...]) }
    return lines
  }
}
