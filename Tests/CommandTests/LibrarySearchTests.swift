import Foundation
import Testing

/// Versions whose library is neither below /usr nor below /usr/local: these places come before most others.
private let versions = ["3.13", "3.12", "3.9", "3.8", "3.10", "3.14"].filter { version in
  !["/usr", "/usr/local"].contains { FileManager.default.fileExists(atPath: "\($0)/lib/python\(version)/os.py") }
}

/// Where the library of CPython is looked for: folders that look like installed ones, each with one module of its own.
@Suite(.enabled(if: versions.count > 1)) struct LibrarySearchTests {
  private let folder: Folder
  private var version: String { versions[0] }
  private var other: String { versions[1] }
  /// No variable that leads to an installed CPython.
  private var environment: [String: String] { ["HOME": folder.path, "PATH": "/nonexistent", "VIRTUAL_ENV": "", "PYENV_ROOT": "", "CONDA_PREFIX": ""] }
  private let question = "import where; print(where.here)"

  init() throws { folder = try Folder() }

  /// Makes `PREFIX/lib/pythonX.Y`.
  private func install(_ prefix: String, _ version: String? = nil) throws {
    let library = "\(folder.path)/\(prefix)/lib/python\(version ?? self.version)"
    try FileManager.default.createDirectory(atPath: library + "/site-packages", withIntermediateDirectories: true)
    try Data().write(to: URL(fileURLWithPath: library + "/os.py"))
    try Data("here = '\(prefix)'\n".utf8).write(to: URL(fileURLWithPath: library + "/where.py"))
  }

  private func write(_ text: String, _ name: String) throws {
    let url = URL(fileURLWithPath: "\(folder.path)/\(name)")
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  private func ask(_ more: [String: String] = [:], _ options: String..., program: String? = nil, version: String? = nil) throws -> Adder.Outcome {
    try Adder.run(
      ["run", "-B", "--version", version ?? self.version] + options + ["-c", program ?? question], environment: environment.merging(more) { $1 }, in: folder.path)
  }

  @Test func pyenvAndUV() throws {
    try install(".local/share/uv/python/cpython-\(version).7-linux-x86_64-gnu")
    #expect(try ask().output == ".local/share/uv/python/cpython-\(version).7-linux-x86_64-gnu\n")
    try install("uv/cpython-\(version).1-linux-x86_64-gnu")
    #expect(try ask(["UV_PYTHON_INSTALL_DIR": folder.path + "/uv"]).output == "uv/cpython-\(version).1-linux-x86_64-gnu\n")
    for release in ["\(version).2", "\(version).10", "\(version)-dev"] { try install(".pyenv/versions/\(release)") }
    #expect(try ask().output == ".pyenv/versions/\(version).10\n")
    try install("other/versions/\(version).1")
    #expect(try ask(["PYENV_ROOT": folder.path + "/other"]).output == "other/versions/\(version).1\n")
    try install("conda")
    #expect(try ask(["CONDA_PREFIX": folder.path + "/conda"]).output == "conda\n")
  }

  @Test func aNamedLibrary() throws {
    try install("one")
    try install("two", other)
    try install(".pyenv/versions/\(version).1")
    for name in ["one", "one/", "one/lib/python\(version)", folder.path + "/one"] { #expect(try ask([:], "--library", name).output == "one\n") }
    let older = try ask(["ADDER_LIBRARY": "two/lib/python\(other)"])
    #expect(older.output == "two\n" && older.errors.isEmpty, "\(older.errors)")
    #expect(try ask(["ADDER_LIBRARY": "two"], "--library=one").output == "one\n")
    let wrong = try ask([:], "--library", "two")
    #expect(wrong.status == 2 && wrong.errors.contains("--library: 'two' is no library of CPython"), "\(wrong.errors)")
  }

  @Test func notThatOfAnotherVersion() throws {
    for version in [version, other] { try install(".pyenv/versions/\(version).1", version) }
    let program = "import sys; print([path for path in sys.path if '.pyenv' in path][0].split('/')[-1]); import where, os; print(where.here)"
    let found = try ask(program: program)
    #expect(found.output == "python\(version)\n.pyenv/versions/\(version).1\n" && found.errors.isEmpty)
    try FileManager.default.removeItem(atPath: folder.path + "/.pyenv/versions/\(version).1")
    #expect(try ask().errors.hasSuffix("ModuleNotFoundError: No module named 'where'\n"))
  }

  @Test func aVirtualEnvironment() throws {
    try install("base")
    try install("wrong")
    try write("home = \(folder.path)/base/bin\nversion = \(version).2\ninclude-system-site-packages = false\n", "env/pyvenv.cfg")
    try write("print('package of the environment')", "env/lib/python\(version)/site-packages/package.py")
    try write("print('named by a file')", "elsewhere/extra.py")
    try write("# nothing\n\(folder.path)/elsewhere\n/nonexistent\nimport sys; sys.exit(1)\n", "env/lib/python\(version)/site-packages/more.pth")
    let program = "import sys, where, package, extra; print(where.here, sys.prefix[-3:], sys.base_prefix[-4:])"
    let wanted = "package of the environment\nnamed by a file\nbase env base\n"
    #expect(try ask(["VIRTUAL_ENV": folder.path + "/env"], program: program).output == wanted)
    let python = URL(fileURLWithPath: folder.path + "/env/bin/python")
    try write("", "env/bin/none")
    try FileManager.default.createSymbolicLink(at: python, withDestinationURL: try #require(Adder.binary))
    let outcome = try Adder.run(["-B", "-c", program + "; print(sys.version_info[:2])"], as: python, environment: environment)
    #expect(outcome.output == wanted + "(\(version.replacing(".", with: ", ")))\n", "\(outcome.errors)")
  }

  @Test func aUsersOwnPackages() throws {
    try install("base")
    try write("print('own')", ".local/lib/python\(version)/site-packages/own.py")
    #expect(try ask([:], "--library", "base", program: "import own").output == "own\n")
    for option in ["-s", "-S", "-I"] { #expect(try ask([:], option, "--library", "base", program: "import own").status == 1) }
  }
}
