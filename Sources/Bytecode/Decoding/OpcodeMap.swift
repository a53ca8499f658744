/// The opcode numbers of an interpreter whose numbers were changed, as some vendors do to hide their programs.
///
/// The text has a line `NAME NUMBER` for each instruction, blank lines and comments from `#` on aside; or it is JSON, an object with
/// the names as keys, such as `json.dumps(opcode.opmap)` gives. Instructions that it does not name keep their numbers.
public struct OpcodeMap: Sendable {
  private let set: InstructionSet
  /// The version's own number for each number of the map.
  private let numbers: [UInt8]

  public struct Problem: Error, Hashable, Sendable, CustomStringConvertible {
    /// Counts from 1.
    public let line: Int
    public let reason: String
    public var description: String { "line \(line): \(reason)" }
  }

  /// Reads a map for the instructions of a version.
  public init(_ text: String, _ set: InstructionSet) throws(Problem) {
    self.set = set
    var numbers = (0...255).map { UInt8($0) }
    var given: [UInt8: String] = [:]
    for (line, name, number) in try Self.entries(text) {
      guard let instruction = set.named(name), let own = UInt8(exactly: instruction.number) else {
        // An opmap lists pseudo-instructions too.
        if set.named(name) != nil { continue }
        throw Problem(line: line, reason: "Python \(set.version) has no instruction \(name)")
      }
      guard let number = UInt8(exactly: number) else { throw Problem(line: line, reason: "\(number) is no opcode (0 to 255)") }
      if let other = given.updateValue(name, forKey: number) {
        throw Problem(line: line, reason: "the number \(number) belongs to \(other) already")
      }
      numbers[Int(number)] = own
    }
    self.numbers = numbers
  }

  /// The names with their numbers and lines.
  private static func entries(_ text: String) throws(Problem) -> [(line: Int, name: String, number: Int)] {
    // The marks of JSON separate words as blanks do.
    let isJSON = text.first { !$0.isWhitespace } == "{"
    let marks: Set<Character> = isJSON ? ["{", "}", "\"", ":", ","] : []
    var entries: [(line: Int, name: String, number: Int)] = []
    var pending: (line: Int, name: String)?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let content = isJSON ? line : line.prefix { $0 != "#" }
      for word in content.split(whereSeparator: { $0.isWhitespace || marks.contains($0) }) {
        if let name = pending {
          guard let number = Int(word) else { throw Problem(line: index + 1, reason: "expected the number of \(name.name), found \(word)") }
          entries.append((name.line, name.name, number))
          pending = nil
        } else {
          guard Int(word) == nil else { throw Problem(line: index + 1, reason: "expected a name, found \(word)") }
          pending = (index + 1, String(word))
        }
      }
      if !isJSON, let name = pending { throw Problem(line: index + 1, reason: "no number behind \(name.name)") }
    }
    if let name = pending { throw Problem(line: name.line, reason: "no number behind \(name.name)") }
    return entries
  }

  /// The code object, and those nested in it, with the version's own numbers.
  public func translated(_ image: CodeImage) -> CodeImage {
    var done: [ObjectIdentifier: CodeImage] = [:]
    return translated(image, &done)
  }

  private func translated(_ image: CodeImage, _ done: inout [ObjectIdentifier: CodeImage]) -> CodeImage {
    if let known = done[ObjectIdentifier(image)] { return known }
    var fields = image.fields
    fields.code = ByteString(code(image.code.array))
    fields.constants = image.constants.map { constant in
      guard case .code(let nested) = constant else { return constant }
      return .code(translated(nested, &done))
    }
    let result = CodeImage(fields)
    done[ObjectIdentifier(image)] = result
    return result
  }

  private func code(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    let table = DecodeTable(set)
    var unit = 0
    while unit * table.codeUnit < bytes.count {
      let opcode = numbers[Int(bytes[unit * table.codeUnit])]
      bytes[unit * table.codeUnit] = opcode
      let shape = table.shapes[Int(opcode)]
      unit += Int(shape.units) + Int(shape.cacheUnits)
    }
    return bytes
  }
}
