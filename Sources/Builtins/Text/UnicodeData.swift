/// What Python's str methods ask about a code point: properties and case mappings of one fixed Unicode version (see UnicodeTables).
enum UnicodeData {
  struct Properties: OptionSet {
    var rawValue: UInt32
    static let alpha = Properties(rawValue: 1)
    static let decimal = Properties(rawValue: 2)
    static let digit = Properties(rawValue: 4)
    static let numeric = Properties(rawValue: 8)
    static let lower = Properties(rawValue: 16)
    static let upper = Properties(rawValue: 32)
    static let title = Properties(rawValue: 64)
    static let identifierStart = Properties(rawValue: 128)
    static let identifierContinue = Properties(rawValue: 256)
    static let caseIgnorable = Properties(rawValue: 512)
    static let space = Properties(rawValue: 1024)
    static let cased: Properties = [.lower, .upper, .title]
  }

  /// Index of the run that `codePoint` lies in.
  private static func run(_ codePoint: UInt32) -> Int {
    let table = UnicodeTables.properties
    var low = 0
    var high = table.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if table[middle] >> 11 <= codePoint { low = middle } else { high = middle }
    }
    return low
  }

  static func properties(_ codePoint: UInt32) -> Properties {
    if codePoint < 0x80 { return asciiProperties(codePoint) }
    return Properties(rawValue: UnicodeTables.properties[run(codePoint)] & 0x7FF)
  }

  @inline(__always)
  private static func asciiProperties(_ c: UInt32) -> Properties {
    switch c {
    case 97...122: [.alpha, .lower, .identifierStart, .identifierContinue]
    case 65...90: [.alpha, .upper, .identifierStart, .identifierContinue]
    case 48...57: [.decimal, .digit, .numeric, .identifierContinue]
    case 95: [.identifierStart, .identifierContinue]
    case 39, 46, 58, 94, 96: .caseIgnorable
    case 9...13, 0x1C...0x20: .space
    default: []
    }
  }

  static func isSpace(_ codePoint: UInt32) -> Bool {
    if codePoint < 0x80 { return codePoint == 32 || (codePoint >= 9 && codePoint <= 13) || (codePoint >= 0x1C && codePoint <= 0x1F) }
    return properties(codePoint).contains(.space)
  }

  /// Whether a line ends behind the code point (`str.splitlines`).
  static func isLineBreak(_ codePoint: UInt32) -> Bool {
    switch codePoint {
    case 0x0A...0x0D, 0x1C...0x1E, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  // MARK: Case

  enum Mapping { case lower, upper, title, fold }

  /// What `codePoint` becomes: one code point, or up to three; the unused ones are 0.
  static func map(_ codePoint: UInt32, _ mapping: Mapping) -> (UInt32, UInt32, UInt32) {
    if codePoint < 0x80 { return (mapASCII(codePoint, mapping), 0, 0) }
    if codePoint < nearEnd {
      let mapped = near(of: mapping)[Int(codePoint)]
      if mapped != 0 { return (UInt32(mapped), 0, 0) }
    }
    return mapFar(codePoint, mapping)
  }

  /// What the code points before `nearEnd` become; 0 stands for more than one code point.
  static func near(of mapping: Mapping) -> [UInt16] {
    switch mapping {
    case .lower: nearLower
    case .upper: nearUpper
    case .title: nearTitle
    case .fold: nearFold
    }
  }

  /// Code points before this one are the alphabets of Europe.
  static var nearEnd: UInt32 { 0x590 }
  private static let nearLower = near(.lower)
  private static let nearUpper = near(.upper)
  private static let nearTitle = near(.title)
  private static let nearFold = near(.fold)

  private static func near(_ mapping: Mapping) -> [UInt16] {
    (0..<nearEnd).map { codePoint in
      let mapped = codePoint < 0x80 ? (mapASCII(codePoint, mapping), 0, 0) : mapFar(codePoint, mapping)
      return mapped.1 != 0 || mapped.0 > 0xFFFF ? 0 : UInt16(mapped.0)
    }
  }

  private static func mapFar(_ codePoint: UInt32, _ mapping: Mapping) -> (UInt32, UInt32, UInt32) {
    switch mapping {
    case .lower: return find(codePoint, UnicodeTables.lower, UnicodeTables.lowerSeveral)
    case .upper: return find(codePoint, UnicodeTables.upper, UnicodeTables.upperSeveral)
    case .title: return find(codePoint, UnicodeTables.title, UnicodeTables.titleSeveral)
    case .fold: return find(codePoint, UnicodeTables.fold, UnicodeTables.foldSeveral)
    }
  }

  @inline(__always)
  private static func mapASCII(_ c: UInt32, _ mapping: Mapping) -> UInt32 {
    switch mapping {
    case .lower, .fold: c >= 65 && c <= 90 ? c + 32 : c
    case .upper, .title: c >= 97 && c <= 122 ? c - 32 : c
    }
  }

  private static func find(_ codePoint: UInt32, _ runs: [Int32], _ several: [UInt32]) -> (UInt32, UInt32, UInt32) {
    // Their first members are in order.
    var first = 0
    var end = several.count / 4
    while first < end {
      let middle = (first + end) / 2
      if several[middle * 4] < codePoint { first = middle + 1 } else { end = middle }
    }
    if first * 4 < several.count && several[first * 4] == codePoint {
      return (several[first * 4 + 1], several[first * 4 + 2], several[first * 4 + 3])
    }
    return runs.withUnsafeBufferPointer { runs in
      var low = 0
      var high = runs.count / 3
      while high - low > 1 {
        let middle = (low + high) / 2
        if runs[middle * 3] <= Int32(codePoint) { low = middle } else { high = middle }
      }
      let offset = Int32(codePoint) - runs[low * 3]
      let step = runs[low * 3 + 1] & 1
      let count = runs[low * 3 + 1] >> 1
      if offset < 0 || offset & step != 0 || offset >> step >= count { return (codePoint, 0, 0) }
      return (UInt32(Int32(codePoint) + runs[low * 3 + 2]), 0, 0)
    }
  }
}
