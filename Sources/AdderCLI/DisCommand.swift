import Adder
import ArgumentParser
import Bytecode

/// `adder dis`: prints what `dis.dis` of the file's Python version prints.
struct DisCommand: FilesCommand {
  static let configuration = CommandConfiguration(
    commandName: "dis", abstract: "Shows the bytecode of .pyc files, or of sources, as their Pythons' dis modules do.",
    discussion: """
      Addresses of code objects are replaced by their numbers in the file. An option that the dis module of a file's version does not \
      have is refused. The exit status is 0 if all is well, 2 if a file cannot be read or a source is wrong.
      """)

  enum Format: String, ExpressibleByArgument {
    case text, json, asm
  }

  @Flag(name: [.customShort("C"), .long], help: "Show inline caches.")
  var showCaches = false

  @Flag(name: [.customShort("O"), .long], help: "Show the offset of each instruction, as some versions always do.")
  var showOffsets = false

  @Flag(name: [.customShort("P"), .long], help: "Show the positions of each instruction in the source.")
  var showPositions = false

  @Flag(
    name: [.customShort("S"), .long, .customLong("specialized")],
    help: "Show what the interpreter makes of the instructions when it reads them.")
  var adaptive = false

  @Flag(help: "Show the stack before each instruction, bottom first, as the checker infers it.")
  var stack = false

  @Option(help: "text, json (always with offsets, positions and stacks), or asm (what `adder asm` makes the same file of).")
  var format = Format.text

  @Flag(name: .customLong("source"), help: "Show each line of the source in front of its instructions; of a .pyc file, if the file that it names is there.")
  var showsSource = false

  @Option(name: .customShort("c"), help: ArgumentHelp("Source to compile and show, in place of files.", valueName: "code"))
  var code: String?

  @Option(
    help: """
      The Python version that sources are compiled for, and .pyc files must be of. With --best-effort, that of files with an unknown magic number.
      """)
  var version: String?

  @Flag(help: "Show what can be read of a damaged file, and say where and why reading stopped.")
  var bestEffort = false

  @Option(help: "A file with the opcode numbers of an interpreter that has others: lines NAME NUMBER, or JSON.")
  var opcodeMap: String?

  @Argument(help: "Sources and .pyc files; - for a source on standard input.")
  var files: [String] = []

  private var shown: DisStyle.Options {
    var shown: DisStyle.Options = []
    if showCaches { shown.insert(.caches) }
    if showOffsets { shown.insert(.offsets) }
    if showPositions { shown.insert(.positions) }
    if adaptive { shown.insert(.adaptive) }
    return shown
  }

  func validate() throws {
    if files.isEmpty && code == nil { throw ValidationError("Missing expected argument '<files> ...'") }
    if !files.isEmpty && code != nil { throw ValidationError("-c takes the place of files") }
    if let version, PythonVersion(version).flatMap(InstructionSet.of) == nil {
      let known = InstructionSet.versions.map(\.description).joined(separator: ", ")
      throw ValidationError("unknown Python version \(version); known: \(known)")
    }
  }

  func run() throws {
    var failed = false
    var written = 0
    if format == .json && files.count > 1 { writeToStandardOutput(Array("[\n".utf8)) }
    let command = self
    let paths = code == nil ? files : ["<string>"]
    inParallel(paths.count, make: { command.disassembly(of: paths[$0]) }) { file in
      if let text = file.text {
        text.buffer.withUnsafeBytes { writeToStandardOutput(written == 0 ? UnsafeRawBufferPointer(rebasing: $0[separator.utf8.count...]) : $0) }
        written += 1
      }
      guard let problem = file.problem else { return }
      complain(file.path, problem)
      failed = true
    }
    if format == .json && files.count > 1 { writeToStandardOutput(Array("]\n".utf8)) }
    if failed { throw ExitCode(2) }
  }

  /// The text of a file, and what is wrong with it: one of them at least, both for a damaged file that was read as far as possible.
  private struct Disassembly: Sendable {
    let path: String
    var text: Output?
    var problem: FileError?
  }

  /// What is printed for a file, behind the separator that stands between it and the one before.
  private final class Output: Sendable {
    let buffer: TextBuffer

    init(_ buffer: consuming TextBuffer) { self.buffer = buffer }
  }

  private func disassembly(of path: String) -> Disassembly {
    do throws(FileError) {
      let data = if let code { Array(code.utf8) } else { try readFile(path == "-" ? "/dev/stdin" : path, limit: MarshalLimits().size) }
      // What is damaged may begin with anything.
      let isProgram = code != nil || path.hasSuffix(".py") || !bestEffort && isSource(path, data)
      let (pyc, problem) = isProgram ? (try compiled(data, path == "-" ? "<stdin>" : path), nil) : try read(data)
      // Most texts are less than eight times as long as their files.
      let capacity = 8 * data.count + 4096
      let text = try pyc.map { (pyc) throws(FileError) in try output(of: pyc, path, isProgram ? data : nil, capacity: capacity) }
      return Disassembly(path: path, text: text, problem: problem.map { FileError(reason: $0) })
    } catch {
      return Disassembly(path: path, problem: error)
    }
  }

  private func compiled(_ source: [UInt8], _ name: String) throws(FileError) -> PycFile {
    let wanted = version.flatMap { PythonVersion($0) } ?? SourceVersion.newest
    guard SourceCompilation.versions.contains(wanted) else {
      throw FileError(reason: "sources cannot be compiled for Python \(wanted), only for \(SourceVersion.list)")
    }
    return try compileSource(source, name, wanted)
  }

  /// What stands between the texts of two files.
  private var separator: String { files.count > 1 ? format == .json ? ",\n" : "\n" : "" }

  private func read(_ data: [UInt8]) throws(FileError) -> (PycFile?, String?) {
    let wanted = version.flatMap { PythonVersion($0) }
    let pyc: PycFile?
    let problem: String?
    if bestEffort {
      let salvaged = PycFile.salvaged(from: data, assuming: wanted)
      (pyc, problem) = (salvaged.file, salvaged.problem.map { "stopped at \($0)" })
    } else {
      do throws(PycError) { (pyc, problem) = (try PycFile(reading: data), nil) } catch { throw FileError(reason: error.description) }
    }
    if let pyc, let wanted, pyc.code.version != wanted {
      throw FileError(reason: "bytecode of Python \(pyc.code.version), not \(wanted) as --version says")
    }
    return (pyc, problem)
  }

  private func translated(_ code: CodeImage) throws(FileError) -> CodeImage {
    guard let opcodeMap, let set = InstructionSet.of(code.version) else { return code }
    let text = String(decoding: try readFile(opcodeMap, limit: 1 << 20), as: UTF8.self)
    do throws(OpcodeMap.Problem) { return try OpcodeMap(text, set).translated(code) } catch {
      throw FileError(reason: "\(opcodeMap), \(error)")
    }
  }

  private func output(of pyc: PycFile, _ file: String, _ source: [UInt8]?, capacity: Int) throws(FileError) -> Output {
    var buffer = TextBuffer(capacity: capacity)
    buffer.append(separator)
    if files.count > 1 && format != .json { buffer.append("File \(file):\n") }
    try append(pyc, file, source, to: &buffer)
    return Output(buffer)
  }

  private func append(_ pyc: PycFile, _ file: String, _ source: [UInt8]?, to buffer: inout TextBuffer) throws(FileError) {
    let code = try translated(pyc.code)
    if format == .asm {
      var translated = pyc
      translated.code = code
      guard let text = AssemblyWriter.text(of: translated) else {
        throw FileError(reason: "bytecode of Python \(code.version) has no assembly text")
      }
      return buffer.append(text)
    }
    guard format == .text else { return buffer.append(JSONDisassembler.text(of: code, file: files.count > 1 ? file : nil)) }
    var options = Disassembler.Options()
    options.shown = shown
    options.showsStack = stack
    if showsSource { options.source = (source ?? (try? FileReader.read(code.fileName.string))).map { SourceText($0) } }
    if !shown.isEmpty, let option = names.first(where: { shown.contains($0.option) && InstructionSet.of(code.version)?.dis.options.contains($0.option) != true }) {
      let always = option.option == .offsets ? ", but always shows offsets" : ""
      throw FileError(reason: "the dis module of Python \(code.version) has no option \(option.name)\(always)")
    }
    Disassembler.append(code, options, to: &buffer)
  }

  private var names: [(option: DisStyle.Options, name: String)] {
    [(.caches, "--show-caches"), (.offsets, "--show-offsets"), (.positions, "--show-positions"), (.adaptive, "--adaptive")]
  }
}
