import Bytecode

/// A source file of a corpus with the settings in the comment lines at its top:
///
///     # args: WORD...            command-line arguments (words as in a shell)
///     # path: FOLDER...          PYTHONPATH, relative to the bytecode folder
///     # mode: single             compile as the interactive interpreter does
///     # module: REASON           not a program: imported by programs beside it (so is all that lies in a folder of the topic)
///     # versions: LIST           the Python versions that it is for, as `VersionSet` writes them; all if there is no such line
///     # module-versions: NAME LIST
///                                the program is run once with the module in the bytecode of each of these versions (`ModuleVersions`)
struct ProgramSource: CustomStringConvertible {
  /// A header that cannot be understood.
  struct Malformed: Error {
    let line: Int
  }

  let topic: String
  /// Path in the topic's folder, without ".py".
  let name: String
  let bytes: [UInt8]
  private(set) var isProgram: Bool
  private(set) var arguments: [String] = []
  private(set) var path: [String] = []
  private(set) var modules: [ModuleVersions] = []
  private(set) var mode = "exec"
  private(set) var versions = VersionSet.all

  var description: String { "\(topic)/\(name)" }

  init(topic: String, name: String, bytes: [UInt8]) throws(Malformed) {
    self.topic = topic
    self.name = name
    self.bytes = bytes
    isProgram = !name.contains("/")
    for (index, line) in lines(of: bytes).enumerated() {
      guard line.first == UInt8(ascii: "#") else { break }
      let parts = text(line.dropFirst()).split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard configure(parts[0].withoutSpaces, parts.count > 1 ? parts[1].withoutSpaces : nil) else { throw Malformed(line: index + 1) }
    }
  }

  private mutating func configure(_ key: String, _ value: String?) -> Bool {
    switch (key, value) {
    case ("args", let value?): arguments = shellWords(value)
    case ("path", let value?): path = shellWords(value)
    case ("mode", let value?): mode = value
    case ("module", _): isProgram = false
    case ("versions", let value?):
      guard let set = VersionSet(value) else { return false }
      versions = set
    case ("module-versions", let value?):
      guard let module = ModuleVersions(value) else { return false }
      modules.append(module)
    default: break
    }
    return true
  }

  /// How the program is run; its output is not known yet.
  var expectation: Expectation {
    var expectation = Expectation()
    (expectation.arguments, expectation.path, expectation.modules) = (arguments, path, modules)
    return expectation
  }
}

/// Splits a text into words as a shell does: at spaces, with single and double quotes around what belongs together.
private func shellWords(_ text: String) -> [String] {
  var words: [String] = []
  var word: String?
  var quote: Character?
  for character in text {
    if character == quote {
      quote = nil
    } else if quote == nil && (character == "'" || character == "\"") {
      quote = character
      word = word ?? ""
    } else if quote == nil && character == " " {
      if let whole = word { words.append(whole) }
      word = nil
    } else {
      word = (word ?? "") + String(character)
    }
  }
  if let word { words.append(word) }
  return words
}
