import Bytecode

/// A copy of a corpus for a while, whose bytecode is made of the sources, under the names that CPython's bytecode has: what the programs print
/// is to be the same.
public struct SourceMirror {
  /// Makes the content of a .pyc file of a source.
  /// - Throws: what is wrong with the source.
  public typealias Compile = (_ source: [UInt8], _ name: String, _ isInteractive: Bool, _ version: PythonVersion) throws(Failure) -> [UInt8]

  /// Why there is no bytecode of a source, in a line.
  public struct Failure: Error {
    public let reason: String
    public init(_ reason: String) { self.reason = reason }
  }

  /// Where the copy is.
  public let folder: String
  /// What could not be compiled, a line each: programs that need it fail.
  public private(set) var failures: [String] = []

  /// Copies the topics of some programs, and compiles what lies there in the bytecode of any of `versions`.
  /// - Throws: `Unreadable` if there is no place for the copy.
  public init(of corpus: String, _ programs: [CorpusProgram], versions: [PythonVersion], compile: Compile) throws(CorpusProgram.Unreadable) {
    guard let folder = Scratch.folder() else { throw CorpusProgram.Unreadable(description: "no folder for compiled sources") }
    self.folder = folder
    for topic in Set(programs.map(\.topic)).sorted() {
      for file in files(below: "\(corpus)/\(topic)") where !file.hasPrefix("bytecode/") {
        let copy = "\(folder)/\(topic)/\(file)"
        makeFolders(Corpus.folder(of: copy))
        guard write(bytes(of: "\(corpus)/\(topic)/\(file)") ?? [], to: copy) else {
          throw CorpusProgram.Unreadable(description: "\(copy): cannot be written")
        }
      }
      for version in versions { compileTopic(corpus, topic, version, compile) }
    }
  }

  private mutating func compileTopic(_ corpus: String, _ topic: String, _ version: PythonVersion, _ compile: Compile) {
    let bytecode = "bytecode/\(version)"
    for file in files(below: "\(corpus)/\(topic)/\(bytecode)") {
      let target = "\(folder)/\(topic)/\(bytecode)/\(file)"
      makeFolders(Corpus.folder(of: target))
      guard file.hasSuffix(".pyc") else {
        _ = write(bytes(of: "\(corpus)/\(topic)/\(bytecode)/\(file)") ?? [], to: target)
        continue
      }
      let name = String(file.dropLast(".pyc".count))
      guard let content = bytes(of: "\(folder)/\(topic)/\(name).py"), let source = try? ProgramSource(topic: topic, name: name, bytes: content) else {
        failures.append("\(topic)/\(name) (\(version)): has no source")
        continue
      }
      do throws(Failure) {
        let made = try compile(content, "\(name).py", source.mode == "single", version)
        if !write(made, to: target) { failures.append("\(target): cannot be written") }
      } catch {
        failures.append("\(topic)/\(name) (\(version)): \(error.reason)")
      }
    }
  }

  /// A program as it is run from its source.
  public func program(_ program: CorpusProgram) -> CorpusProgram {
    var copy = program
    copy.compiledFolder = "\(folder)/\(program.topic)"
    return copy
  }

  /// Takes the copy away.
  public func remove() { removeFolder(folder) }
}
