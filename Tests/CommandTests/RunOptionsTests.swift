import Foundation
import Testing

/// Options of `adder run` that CPython has too, modules and archives as programs, and the bytecode that imports keep.
@Suite struct RunOptionsTests {
  private func print(_ expression: String, _ options: [String] = [], environment: [String: String] = [:]) throws -> String {
    let outcome = try Adder.run(["run"] + options + ["-c", "import sys; print(\(expression))"], environment: environment)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return String(outcome.output.dropLast())
  }

  @Test func flagsSayWhatWasAskedFor() throws {
    let flags = "[(name, getattr(sys.flags, name)) for name in ('optimize', 'isolated', 'safe_path', 'no_site', 'quiet', 'bytes_warning')]"
    let wanted = "[('optimize', 2), ('isolated', 1), ('safe_path', True), ('no_site', 1), ('quiet', 1), ('bytes_warning', 2)]"
    #expect(try print(flags, ["-OOISqbb"]) == wanted)
    #expect(try print("sys.flags.dont_write_bytecode, sys.dont_write_bytecode", ["-B"]) == "1 True")
    #expect(try print("sys.dont_write_bytecode") == "False")
    #expect(try print("sys.flags.ignore_environment, sys.flags.hash_randomization", ["-E"], environment: ["PYTHONHASHSEED": "0"]) == "1 1")
    #expect(try print("sys.flags.hash_randomization", environment: ["PYTHONHASHSEED": "0"]) == "0")
    #expect(try print("sys.flags.inspect, sys.flags.interactive, sys.flags.verbose, sys.flags.debug", ["-vvd"]) == "0 0 2 1")
  }

  @Test func variablesStandForOptions() throws {
    #expect(try print("sys.flags.optimize, __debug__", environment: ["PYTHONOPTIMIZE": "1"]) == "1 False")
    #expect(try print("sys.dont_write_bytecode", environment: ["PYTHONDONTWRITEBYTECODE": "1"]) == "True")
    #expect(try print("sys.pycache_prefix", environment: ["PYTHONPYCACHEPREFIX": "/some/where"]) == "/some/where")
    #expect(try print("sys.pycache_prefix", ["-Xpycache_prefix=/else"], environment: ["PYTHONPYCACHEPREFIX": "/some/where"]) == "/else")
    #expect(try print("sys.stdout.encoding, sys.stdout.errors", environment: ["PYTHONIOENCODING": "latin-1:replace"]) == "latin-1 replace")
    #expect(try print("sys.get_int_max_str_digits()", environment: ["PYTHONINTMAXSTRDIGITS": "1000"]) == "1000")
    #expect(try print("sys.get_int_max_str_digits()", ["-X", "int_max_str_digits=0"]) == "0")
    #expect(try print("sys.flags.safe_path, '' in sys.path", environment: ["PYTHONSAFEPATH": "1"]) == "True False")
    #expect(try print("sys.flags.safe_path", ["-E"], environment: ["PYTHONSAFEPATH": "1"]) == "False")
    #expect(try Adder.run(["run", "-c", ""], environment: ["PYTHONHASHSEED": "many"]).status == 2)
  }

  @Test func optionsOfWarningsAndExtras() throws {
    #expect(try print("sys.warnoptions", ["-Wignore", "-W", "error::UserWarning"]) == "['ignore', 'error::UserWarning']")
    #expect(try print("sys.warnoptions", ["-bW", "once"], environment: ["PYTHONWARNINGS": "a,b"]) == "['a', 'b', 'once', 'default::BytesWarning']")
    #expect(try print("sys._xoptions", ["-X", "a=1", "-Xb"]) == "{'a': '1', 'b': True}")
    let program = "import warnings; warnings.warn('careful'); print('after')"
    #expect(try Adder.run("run", "-W", "error", "-c", program).errors.hasSuffix("UserWarning: careful\n"))
    let ignored = try Adder.run("run", "-W", "ignore::UserWarning", "-c", program)
    #expect(ignored.output == "after\n" && ignored.errors.isEmpty)
    #expect(try Adder.run("run", "-W", "nonsense", "-c", "").errors == "Invalid -W option ignored: invalid action: 'nonsense'\n")
  }

  @Test func valuesMayStandBehindTheirLetters() throws {
    let outcome = try Adder.run("run", "-Bcimport sys; print(sys.argv)", "x")
    #expect(outcome.output == "['-c', 'x']\n")
    #expect(try Adder.run("run", "-c").errors == "adder: run: -c needs a value\n")
    #expect(try Adder.run("run", "-Z", "-c", "").status == 2)
  }

  @Test func theFirstLineIsSkippedOnRequest() throws {
    let folder = try Folder()
    let path = try folder.write(Array("rem this is no Python\nraise ValueError\n".utf8), "x.py")
    let outcome = try Adder.run("run", "-x", path)
    #expect(outcome.status == 1 && outcome.errors.contains("line 2, in <module>"), "\(outcome.errors)")
  }

  @Test func unbufferedOutputGoesOutAtOnce() throws {
    let program = "import sys\nsys.stdout.write('a')\nsys.stderr.write('b')\nsys.stdout.write('c')\nprint(type(sys.stdout.buffer).__name__)"
    #expect(try Adder.run("run", "-u", "-c", program).output == "acFileIO\n")
    #expect(try Adder.run("run", "-c", program).output == "acBufferedWriter\n")
  }

  // MARK: Modules

  private func package() throws -> Folder {
    let folder = try Folder()
    try FileManager.default.createDirectory(atPath: folder.path + "/pack", withIntermediateDirectories: true)
    let text = "import sys\nprint(__name__, __package__, __spec__.name, sys.argv[1:], sys.argv[0] == __file__)\n"
    _ = try folder.write(Array(text.utf8), "single.py")
    _ = try folder.write(Array("print('init')\n".utf8), "pack/__init__.py")
    _ = try folder.write(Array(text.utf8), "pack/__main__.py")
    _ = try folder.write(Array(text.utf8), "pack/part.py")
    return folder
  }

  @Test func modulesAreRunByName() throws {
    let folder = try package()
    func run(_ name: String) throws -> Adder.Outcome { try Adder.run(["run", "-m", name, "a", "-b"], in: folder.path) }
    #expect(try run("single").output == "__main__  single ['a', '-b'] True\n")
    #expect(try run("pack.part").output == "init\n__main__ pack pack.part ['a', '-b'] True\n")
    #expect(try run("pack").output == "init\n__main__ pack pack.__main__ ['a', '-b'] True\n")
  }

  @Test func modulesThatCannotBeRunAreNamed() throws {
    let folder = try package()
    try FileManager.default.removeItem(atPath: folder.path + "/pack/__main__.py")
    func errors(_ name: String) throws -> String {
      let outcome = try Adder.run(["run", "-m", name], in: folder.path)
      #expect(outcome.status == 1)
      return outcome.errors
    }
    #expect(try errors("nosuch").hasSuffix(": No module named nosuch\n"))
    #expect(try errors("pack").hasSuffix(": No module named pack.__main__; 'pack' is a package and cannot be directly executed\n"))
    #expect(try errors("math").hasSuffix(": No code object available for math\n"))
    #expect(try errors(".x").hasSuffix(": Relative module names not supported\n"))
    let missing = "Error while finding module specification for 'nosuch.x' (ModuleNotFoundError: No module named 'nosuch')\n"
    #expect(try errors("nosuch.x").hasSuffix(missing))
    #expect(try errors("single.py").hasSuffix("Try using 'single' instead of 'single.py' as the module name.\n"))
  }

  @Test func archivesAreProgramsAndPlacesOfModules() throws {
    let folder = try Folder()
    let data = try #require(Data(base64Encoded: RunOptionsTests.archive, options: .ignoreUnknownCharacters))
    let path = try folder.write(Array(data), "app.zip")
    let outcome = try Adder.run("run", path, "x")
    #expect(outcome.output == "__main__ stored ['x'] True\ndeflated deflated deflated deflated\n", "\(outcome.errors)")
    let imported = try Adder.run(["run", "-c", "import packed; print(packed.__file__.endswith('app.zip/packed/__init__.py'))"], environment: ["PYTHONPATH": path])
    #expect(imported.output == "True\n", "\(imported.errors)")
    var damaged = Array(data)
    damaged[60] ^= 0xFF
    let broken = try Adder.run("run", try folder.write(damaged, "broken.zip"))
    #expect(broken.status == 1 && !broken.wasSignal && broken.errors.contains("broken.zip"), "\(broken.errors)")
  }

  // MARK: Kept bytecode

  private func files(_ folder: Folder) throws -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path + "/__pycache__")) ?? []
  }

  private func program(_ folder: Folder, _ options: [String] = []) throws -> Adder.Outcome {
    let path = try folder.write(Array("import helper; print(helper.value, helper.__cached__.split('/')[-1])\n".utf8), "program.py")
    return try Adder.run(["run"] + options + [path], environment: [:])
  }

  @Test func importedSourcesAreKept() throws {
    let folder = try Folder()
    _ = try folder.write(Array("value = 1\n".utf8), "helper.py")
    let first = try program(folder)
    #expect(first.output.hasPrefix("1 helper.adder-3") && first.errors.isEmpty, "\(first.errors)")
    let kept = try files(folder)
    #expect(kept.count == 1 && kept[0].hasPrefix("helper.adder-3"))
    // What is kept is used: a file of the same time and size is taken for the source.
    let source = folder.path + "/helper.py"
    let time = try #require(try FileManager.default.attributesOfItem(atPath: source)[.modificationDate] as? Date)
    _ = try folder.write(Array("value = 2\n".utf8), "helper.py")
    try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: source)
    #expect(try program(folder).output.hasPrefix("1 "))
    // One of another size is not.
    _ = try folder.write(Array("value = 100\n".utf8), "helper.py")
    #expect(try program(folder).output.hasPrefix("100 "))
  }

  @Test func damagedFilesAreMadeAnew() throws {
    let folder = try Folder()
    _ = try folder.write(Array("value = 1\n".utf8), "helper.py")
    _ = try program(folder)
    let path = "\(folder.path)/__pycache__/\(try #require(try files(folder).first))"
    let good = try Data(contentsOf: URL(fileURLWithPath: path))
    try (good.prefix(40)).write(to: URL(fileURLWithPath: path))
    #expect(try program(folder).output.hasPrefix("1 "))
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == good)
  }

  @Test func nothingIsKeptWhereThatIsNotWanted() throws {
    for options in [["-B"], ["--no-files"]] {
      let folder = try Folder()
      _ = try folder.write(Array("value = 1\n".utf8), "helper.py")
      #expect(try program(folder, options).output.hasPrefix("1 "))
      #expect(try files(folder).isEmpty, "\(options)")
    }
  }

  @Test func aPrefixHasAllKeptFiles() throws {
    let (folder, other) = (try Folder(), try Folder())
    _ = try folder.write(Array("value = 1\n".utf8), "helper.py")
    #expect(try program(folder, ["-X", "pycache_prefix=\(other.path)"]).output.hasPrefix("1 "))
    #expect(try files(folder).isEmpty)
    #expect(try FileManager.default.subpathsOfDirectory(atPath: other.path).contains { $0.hasSuffix(".pyc") })
  }

  @Test func thePromptFollowsAProgramOnRequest() throws {
    let outcome = try Adder.run(["run", "-i", "-c", "x = 41"], input: "x + 1\nif x:\n  print('deep')\n\n1/0\nraise SystemExit(3)\n")
    #expect(outcome.status == 3 && outcome.output == "42\ndeep\n", "\(outcome.errors)")
    #expect(outcome.errors.contains("ZeroDivisionError: ") && outcome.errors.hasPrefix(">>> "))
  }

  private static let archive = """
    UEsDBBQAAAAAAAAAIVgQ7byjhgAAAIYAAAALAAAAX19tYWluX18ucHlpbXBvcnQgc3lzCmZyb20gcGFja2VkIGltcG9ydCBwYXJ0CnByaW50KF9fbmFtZV9f
    LCAnc3RvcmVkJywgc3lzLmFyZ3ZbMTpdLCBfX2ZpbGVfXy5lbmRzd2l0aCgnYXBwLnppcC9fX21haW5fXy5weScpKQpwcmludChwYXJ0LnRleHQpClBLAwQU
    AAAAAAAAACFYAAAAAAAAAAAAAAAAEgAAAHBhY2tlZC9fX2luaXRfXy5weVBLAwQUAAAACAAAACFYyViuTBcAAAAtAAAADgAAAHBhY2tlZC9wYXJ0LnB5K0mt
    KFGwVVBKSU3LSSxJTVHAzVDiAgBQSwECFAMUAAAAAAAAACFYEO28o4YAAACGAAAACwAAAAAAAAAAAAAApAEAAAAAX19tYWluX18ucHlQSwECFAMUAAAAAAAA
    ACFYAAAAAAAAAAAAAAAAEgAAAAAAAAAAAAAApAGvAAAAcGFja2VkL19faW5pdF9fLnB5UEsBAhQDFAAAAAgAAAAhWMlYrkwXAAAALQAAAA4AAAAAAAAAAAAA
    AKQB3wAAAHBhY2tlZC9wYXJ0LnB5UEsFBgAAAAADAAMAtQAAACIBAAAAAA==
    """
}
