import Adder
import ArgumentParser
import Bytecode

/// Which version sources are compiled for: an option of the commands that take sources beside .pyc files.
struct SourceVersion: ParsableArguments {
  @Option(help: "The Python version that sources are compiled for; the newest if none is given.")
  var version: String?

  func validate() throws { _ = try wanted() }

  func wanted() throws -> PythonVersion {
    guard let version else { return SourceVersion.newest }
    guard let known = PythonVersion(version), SourceCompilation.versions.contains(known) else {
      throw ValidationError("sources cannot be compiled for Python \(version), only for \(SourceVersion.list)")
    }
    return known
  }

  static var newest: PythonVersion { SourceCompilation.versions.last ?? InstructionSet.newestVersion }
  static var list: String { SourceCompilation.versions.map(\.description).joined(separator: ", ") }
}

/// Whether a file is a source and no compiled one: what it contains and what it is called are one as good as the other for that.
func isSource(_ path: String, _ data: [UInt8]) -> Bool { !path.hasSuffix(".pyc") && !PycFile.beginsLikeOne(data) }

/// Reads a .pyc file, or compiles a source.
/// - Parameter version: what sources are compiled for.
func readProgram(_ path: String, _ version: PythonVersion) throws(FileError) -> PycFile {
  let data = try readFile(path == "-" ? "/dev/stdin" : path, limit: MarshalLimits().size)
  if isSource(path, data) { return try compileSource(data, path == "-" ? "<stdin>" : path, version) }
  do throws(PycError) { return try PycFile(reading: data) } catch { throw FileError(reason: error.description) }
}

/// The compiled file of a source; its header says when the source was changed, if it is in a file.
/// - Parameter optimization: 0, 1 (without assertions) or 2 (without docstrings too).
func compileSource(
  _ source: [UInt8], _ name: String, _ version: PythonVersion, optimization: Int = 0
) throws(FileError) -> PycFile {
  let state = FileReader.stateOfRegularFile(name)
  do throws(SourceCompilation.Remark) {
    let code = try SourceCompilation.compile(source, name: name, version: version, optimization: optimization).code
    let header = PycHeader(magic: InstructionSet.of(version)?.magic.released ?? 0, source: state?.stamp ?? .timeStamp(0, size: 0))
    return PycFile(header: header, code: code)
  } catch {
    throw FileError(source: error.text(in: name))
  }
}

/// The same; what is wrong is said in one line on standard error.
func readProgramOrComplain(_ path: String, _ version: PythonVersion) -> PycFile? {
  do throws(FileError) { return try readProgram(path, version) } catch {
    complain(path, error)
    return nil
  }
}

/// Says in one line what is wrong with a file: in a source, at its place.
func complain(_ path: String, _ error: FileError) {
  if error.isMistake { writeToStandardError(error.reason + "\n") } else { complain("\(path): \(error.reason)") }
}
