import ArgumentParser
import Bytecode

/// `adder info`: what a .pyc file is and what is in it.
struct InfoCommand: FilesCommand {
  static let configuration = CommandConfiguration(
    commandName: "info", abstract: "Says what .pyc files, or those of sources, are: version, header, code objects, imports, names.",
    discussion: "The exit status is 0 if all is well, 2 if a file cannot be read.")

  enum Format: String, ExpressibleByArgument {
    case text, json
  }

  @Option(help: "text or json.")
  var format = Format.text

  @OptionGroup var source: SourceVersion

  @Argument(help: "Sources and .pyc files.")
  var files: [String]

  func run() throws {
    var texts: [[UInt8]] = []
    let version = try source.wanted()
    for file in files {
      guard let pyc = readProgramOrComplain(file, version) else { continue }
      switch format {
      case .text: texts.append(FileSummary(pyc).text(file))
      case .json: texts.append(FileSummary(pyc).json(file))
      }
    }
    switch format {
    case .text: writeToStandardOutput(Array(texts.joined(separator: [UInt8(ascii: "\n")])))
    case .json:
      let several = files.count > 1
      let body = Array(texts.joined(separator: Array(",\n".utf8)))
      writeToStandardOutput(several ? Array("[\n".utf8) + body + Array("]\n".utf8) : body)
    }
    if texts.count < files.count { throw ExitCode(2) }
  }
}
