#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where the tests find what they use.
enum Build {
  /// The project's folder: this file lies in Tests/CorpusTests.
  static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }

  static let corpus = root + "/Tests/Corpora"

  /// Where files for a while are made.
  static let temporaryFolder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"

  /// What `--gc-stress` gets.
  static let stress = getenv("GC_STRESS").map { String(cString: $0) } ?? "500:1000"

  /// The `adder` to test: ADDER in the environment, or the one built beside these tests.
  static let adder: String = {
    if let path = getenv("ADDER") { return String(cString: path) }
    let tests = CommandLine.arguments[0]
    let beside = tests[..<(tests.lastIndex(of: "/") ?? tests.startIndex)] + "/adder"
    if access(String(beside), X_OK) == 0 { return String(beside) }
    return root + "/.build/release/adder"
  }()
}
