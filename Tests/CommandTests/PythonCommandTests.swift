import Foundation
import Testing

/// The binary under CPython's names.
@Suite struct PythonCommandTests {
  /// A folder with a link to the binary.
  private struct Link {
    let folder: Folder
    let url: URL

    init(_ name: String = "python3") throws {
      folder = try Folder()
      url = URL(fileURLWithPath: folder.path + "/" + name)
      try FileManager.default.createSymbolicLink(at: url, withDestinationURL: try #require(Adder.binary))
    }

    func run(_ arguments: String..., input: String? = nil) throws -> Adder.Outcome { try Adder.run(arguments, as: url, environment: [:], input: input) }
  }

  @Test func itTakesProgramsAsCPythonDoes() throws {
    let link = try Link()
    let program = try link.folder.write(Array("import sys; print(sys.argv[1:], sys.executable.endswith('/python3'))\n".utf8), "program.py")
    #expect(try link.run(program, "-x", "y").output == "['-x', 'y'] True\n")
    #expect(try link.run("-c", "print(6 * 7)").output == "42\n")
    #expect(try link.run("-", input: "print('from input')\n").output == "from input\n")
    #expect(try link.run(input: "print('without a name')\n").output == "without a name\n")
    let missing = try link.run(link.folder.path + "/none.py")
    #expect(missing.status == 2 && missing.errors.contains("can't open file '\(link.folder.path)/none.py'"), "\(missing.errors)")
  }

  @Test func itSaysItsVersion() throws {
    let link = try Link("python3.13")
    for option in ["-V", "--version"] { #expect(try link.run(option).output == "Python 3.13.0\n") }
    #expect(try link.run("-VV").output == "Python 3.13.0 (Adder)\n")
    #expect(try link.run("-c", "import sys; print(sys.version_info[:2])").output == "(3, 13)\n")
  }

  @Test func helpAndBadUsage() throws {
    let link = try Link()
    for option in ["-h", "-?", "--help"] {
      let help = try link.run(option)
      #expect(help.status == 0 && help.output.hasPrefix("usage: ") && help.output.contains("-m MODULE"))
    }
    #expect(try link.run("--help-env").output.contains("PYTHONPATH") && link.run("--help-xoptions").output.contains("utf8"))
    let wrong = try link.run("--nonsense")
    #expect(wrong.status == 2 && wrong.errors.contains("--nonsense") && wrong.errors.contains("usage: "))
    #expect(try link.run("-z").errors.hasPrefix("Unknown option: -z\nusage: "))
    #expect(try link.run("-m").errors.hasPrefix("Argument expected for the -m option\n"))
  }

  @Test func programsNameALinkBesideTheBinary() throws {
    let link = try Link()
    let adder = URL(fileURLWithPath: link.folder.path + "/adder")
    try FileManager.default.createSymbolicLink(at: adder, withDestinationURL: try #require(Adder.binary))
    let outcome = try Adder.run(["run", "-c", "import sys; print(sys.executable, sys.orig_argv[1:])", "x"], as: adder)
    #expect(outcome.output == "\(link.url.path) ['-c', 'import sys; print(sys.executable, sys.orig_argv[1:])', 'x']\n", "\(outcome.output)")
  }
}
