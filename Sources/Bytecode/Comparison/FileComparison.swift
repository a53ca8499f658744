/// Two code objects, usually those of two modules, compared with all that are nested in them.
public struct FileComparison: Sendable {
  /// In the order of the new file, with what only the old one has in between.
  public let functions: [Function]

  /// A code object of one name, in one file or in both.
  public struct Function: Sendable {
    /// The qualified name, with what cannot be printed escaped.
    public let name: String
    public let comparison: CodeComparison

    public var old: CodeImage? { comparison.old?.code }
    public var new: CodeImage? { comparison.new?.code }

    public var change: CodeComparison.Change {
      old == nil ? .added : new == nil ? .removed : comparison.isEqual ? .equal : .changed
    }
  }

  /// Why two files are not compared.
  public enum Problem: Error, Hashable, Sendable, CustomStringConvertible {
    case unsupportedVersion(PythonVersion)
    case tooLong(bytes: Int, limit: Int)
    case noFunction(String, known: [String])

    public var description: String {
      switch self {
      case .unsupportedVersion(let version): "there are no instructions of Python \(version)"
      case .tooLong(let bytes, let limit): "there are \(bytes) bytes of instructions; at most \(limit) are compared"
      case .noFunction(let name, _): "no code object has the qualified name \(name)"
      }
    }
  }

  /// The largest sum of the lengths of all code, which bounds memory and time.
  static let limit = 16 << 20

  /// Compares two code objects.
  /// - Parameter function: The qualified name of the only code objects to compare; nil for all.
  public init(_ old: CodeImage, _ new: CodeImage, function: String? = nil) throws(Problem) {
    guard let oldSet = InstructionSet.of(old.version) else { throw .unsupportedVersion(old.version) }
    guard let newSet = InstructionSet.of(new.version) else { throw .unsupportedVersion(new.version) }
    guard let before = ComparisonTables(old.version, comparedWith: newSet), let after = ComparisonTables(new.version, comparedWith: oldSet)
    else { throw .unsupportedVersion(new.version) }
    var pairs = CodePairing(old, new).pairs
    if let function {
      let known = pairs.map(\.name)
      pairs = pairs.filter { $0.name == function }
      if pairs.isEmpty { throw .noFunction(function, known: known) }
    }
    let bytes = pairs.reduce(0) { $0 + ($1.old?.code.count ?? 0) + ($1.new?.code.count ?? 0) }
    guard bytes <= FileComparison.limit else { throw .tooLong(bytes: bytes, limit: FileComparison.limit) }
    functions = pairs.map { pair in
      // Keys are of one pair of codes.
      let keys = KeyTable()
      let comparison = CodeComparison(pair.old.map { ComparedCode($0, before, keys) }, pair.new.map { ComparedCode($0, after, keys) })
      return Function(name: pair.name, comparison: comparison)
    }
  }

  public var isEqual: Bool { functions.allSatisfy { $0.change == .equal } }

  /// How many functions have a change.
  public func functionCount(_ change: CodeComparison.Change) -> Int { functions.count { $0.change == change } }

  /// How many rows of all functions have a change.
  public func rowCount(_ change: CodeComparison.Change) -> Int { functions.reduce(0) { $0 + $1.comparison.count(change) } }
}

/// Pairs the code objects of two files by their qualified names.
struct CodePairing {
  struct Pair {
    let name: String
    let old: CodeImage?
    let new: CodeImage?
  }

  private(set) var pairs: [Pair] = []

  init(_ old: CodeImage, _ new: CodeImage) {
    let (before, after) = (QualifiedCode.all(in: old), QualifiedCode.all(in: new))
    let partners = CodePairing.partners(before, after)
    var oldPartners = [Int?](repeating: nil, count: before.count)
    for (index, partner) in partners.enumerated() { if let partner { oldPartners[partner] = index } }
    for (index, named) in after.enumerated() {
      let partner = partners[index]
      pairs.append(Pair(name: named.name, old: partner.map { before[$0].code }, new: named.code))
      // What only the old file has stands behind what it follows there. The first of both are the modules, which are partners.
      guard var next = partner.map({ $0 + 1 }) else { continue }
      while next < before.count && oldPartners[next] == nil {
        pairs.append(Pair(name: before[next].name, old: before[next].code, new: nil))
        next += 1
      }
    }
  }

  /// The index in `before` of the partner of each of `after`: the modules, then those of the same name, in order.
  private static func partners(_ before: [QualifiedCode], _ after: [QualifiedCode]) -> [Int?] {
    var places: [String: (old: [Int], new: [Int])] = [:]
    for index in before.indices.dropFirst() { places[before[index].name, default: ([], [])].old.append(index) }
    for index in after.indices.dropFirst() { places[after[index].name, default: ([], [])].new.append(index) }
    var partners = [Int?](repeating: nil, count: after.count)
    partners[0] = 0
    for (_, place) in places {
      if place.old.count == place.new.count {
        for (old, new) in zip(place.old, place.new) { partners[new] = old }
      } else {
        // Some are on one side only: those that look least alike.
        let keys = KeyTable()
        let items = place.old.map { item(before[$0].code, keys) }
        let others = place.new.map { item(after[$0].code, keys) }
        for (index, partner) in SequenceAligner.align(items, others).enumerated() {
          if let partner { partners[place.new[partner]] = place.old[index] }
        }
      }
    }
    return partners
  }

  /// What a code object looks like: its parameters, names and constants, and its first line.
  private static func item(_ code: CodeImage, _ keys: KeyTable) -> AlignmentItem {
    let signature = FieldChange.signature(code)
    let names = code.names.map(\.escaped).joined(separator: " ")
    let name = keys.number(code.name.escaped)
    return AlignmentItem(
      exact: keys.number("\(signature) \(names) \(code.constants.count)"), rough: keys.number("\(signature) \(names)"), name: name, word: name,
      kind: name, place: Int32(clamping: code.firstLine))
  }
}
