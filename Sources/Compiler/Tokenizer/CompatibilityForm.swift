/// The normal form NFKC of names.
enum CompatibilityForm {
  private static let forms: [UInt32: [UInt32]] = {
    var forms: [UInt32: [UInt32]] = [:]
    for (key, value) in entries(CompatibilityTable.forms) { forms[key[0]] = value }
    return forms
  }()

  private static let pairs: [UInt64: UInt32] = {
    var pairs: [UInt64: UInt32] = [:]
    for (key, value) in entries(CompatibilityTable.pairs) { pairs[UInt64(key[0]) << 32 | UInt64(key[1])] = value[0] }
    return pairs
  }()

  private static let classes: [UInt32: UInt32] = {
    var classes: [UInt32: UInt32] = [:]
    for (key, value) in entries(CompatibilityTable.classes) {
      for point in key[0]...key[1] { classes[point] = value[0] }
    }
    return classes
  }()

  /// The entries of a table, each as the numbers in front of and behind the colon.
  private static func entries(_ table: StaticString) -> [([UInt32], [UInt32])] {
    func numbers(_ text: Substring) -> [UInt32] { text.split(separator: ",").compactMap { UInt32($0, radix: 16) } }
    return table.description.split(separator: " ").map { entry in
      let sides = entry.split(separator: ":")
      return (numbers(sides[0]), sides.count > 1 ? numbers(sides[1]) : [])
    }
  }

  /// The normal form of a name's characters.
  static func composed(_ points: [UInt32]) -> [UInt32] {
    var parts: [UInt32] = []
    for point in points { decompose(point, &parts) }
    order(&parts)
    return compose(parts)
  }

  private static let hangulBase: UInt32 = 0xAC00

  private static func decompose(_ point: UInt32, _ parts: inout [UInt32]) {
    if point < 128 { return parts.append(point) }
    if (hangulBase..<hangulBase + 11172).contains(point) {
      let index = point - hangulBase
      parts.append(0x1100 + index / 588)
      parts.append(0x1161 + index % 588 / 28)
      if index % 28 != 0 { parts.append(0x11A7 + index % 28) }
      return
    }
    if let form = forms[point] { parts += form } else { parts.append(point) }
  }

  /// Sorts runs of combining characters by their classes, keeping the order of equals.
  private static func order(_ parts: inout [UInt32]) {
    var start = 0
    while start < parts.count {
      guard classes[parts[start]] != nil else {
        start += 1
        continue
      }
      var end = start
      while end < parts.count, classes[parts[end]] != nil { end += 1 }
      let run = parts[start..<end].enumerated().sorted {
        (classes[$0.element] ?? 0, $0.offset) < (classes[$1.element] ?? 0, $1.offset)
      }
      parts.replaceSubrange(start..<end, with: run.map(\.element))
      start = end
    }
  }

  private static func compose(_ parts: [UInt32]) -> [UInt32] {
    var result: [UInt32] = []
    var starter: Int?
    var lastClass: UInt32 = 0
    for part in parts {
      let own = classes[part] ?? 0
      if let place = starter, place == result.count - 1 || lastClass < own && lastClass != 0,
        let whole = pair(result[place], part)
      {
        result[place] = whole
        continue
      }
      if own == 0 { starter = result.count }
      lastClass = own
      result.append(part)
    }
    return result
  }

  private static func pair(_ first: UInt32, _ second: UInt32) -> UInt32? {
    if (0x1100..<0x1113).contains(first), (0x1161..<0x1176).contains(second) {
      return hangulBase + ((first - 0x1100) * 21 + second - 0x1161) * 28
    }
    if (hangulBase..<hangulBase + 11172).contains(first), (first - hangulBase) % 28 == 0, (0x11A8..<0x11C3).contains(second) {
      return first + second - 0x11A7
    }
    return pairs[UInt64(first) << 32 | UInt64(second)]
  }
}
