import ArgumentParser
import Bytecode

/// `adder check`: verifies every code object of .pyc files.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Verifies the bytecode of .pyc files.",
    discussion: """
      Prints nothing if all is well, else one line for each finding. The exit status is 0 if there are none, 1 if there \
      are some, 2 if a file cannot be read.
      """)

  @Argument(help: ".pyc files.")
  var files: [String]

  func run() throws {
    var status: Int32 = 0
    for file in files {
      guard let pyc = readPycOrComplain(file) else {
        status = 2
        continue
      }
      var lines = ""
      forEachCodeObject(in: pyc.code) { code in
        for finding in Verifier.findings(in: code) {
          let separator = finding.offset == nil ? ":" : ","
          lines += "\(file): code object \(code.qualifiedName.escaped)\(separator) \(finding)\n"
        }
      }
      guard !lines.isEmpty else { continue }
      status = max(status, 1)
      writeToStandardOutput(Array(lines.utf8))
    }
    if status != 0 { throw ExitCode(status) }
  }
}

/// Calls `body` for a code object and those nested in it, each once, outer ones first.
private func forEachCodeObject(in root: CodeImage, _ body: (CodeImage) -> Void) {
  var seen: Set<ObjectIdentifier> = []
  var pending = [root]
  while let code = pending.popLast() {
    guard seen.insert(ObjectIdentifier(code)).inserted else { continue }
    body(code)
    for case .code(let nested) in code.constants.reversed() { pending.append(nested) }
  }
}
