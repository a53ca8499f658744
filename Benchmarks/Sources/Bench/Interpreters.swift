#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A program that runs Python code, and how it is called.
struct Interpreter {
  /// Short name for table heads: "adder", "cpython 3.13.5", "pypy 3.11".
  var name: String
  var path: String
  /// The version whose bytecode it runs, as "3.13"; nil if it is only given source.
  var bytecodeVersion: String?
  var isAdder: Bool

  /// The command that runs one benchmark program: from bytecode where the interpreter reads it, else from source.
  func command(for program: Program) -> [String] {
    if let version = bytecodeVersion, let bytecode = program.bytecode[version] {
      return isAdder ? [path, "run", bytecode] : [path, "-I", "-S", bytecode]
    }
    return [path, "-I", "-S", program.source]
  }

  /// The command that runs an empty program.
  func startCommand(empty: Program) -> [String] {
    isAdder ? command(for: empty) : [path, "-I", "-S", "-c", "pass"]
  }
}

/// The variables that a child sees: nothing of the user's Python settings.
let childEnvironment: [String: String] = [
  "PATH": variable("PATH") ?? "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0",
]

/// Asks the interpreter at `path` what it is; nil if it does not start.
func probe(_ path: String) -> Interpreter? {
  let question = "import sys; v = sys.version_info; print(sys.implementation.name, '%d.%d' % v[:2], '%d.%d.%d' % v[:3])"
  guard let outcome = try? run([path, "-I", "-S", "-c", question], environment: childEnvironment, timeLimit: 20), outcome.succeeded else { return nil }
  let words = outcome.output.split(whereSeparator: \.isWhitespace).map(String.init)
  guard words.count == 3 else { return nil }
  return Interpreter(name: "\(words[0]) \(words[2])", path: path, bytecodeVersion: words[0] == "cpython" ? words[1] : nil, isAdder: false)
}

/// The interpreters named by flags and by ADDER_BENCH_PYTHONS (separated by colons), then those on PATH; each binary once.
func findInterpreters(named: [String], discover: Bool) -> [Interpreter] {
  let fromEnvironment = variable("ADDER_BENCH_PYTHONS")?.split(separator: ":").map(String.init) ?? []
  let wanted = named + fromEnvironment
  var candidates = wanted
  if discover {
    let folders = (childEnvironment["PATH"] ?? "").split(separator: ":")
    for name in ["python3.13", "python3.14", "pypy3"] {
      candidates += folders.map { "\($0)/\(name)" }.filter { access($0, X_OK) == 0 }.prefix(1)
    }
  }
  var seen = Set<String>()
  return candidates.compactMap { path in
    guard seen.insert(resolved(path)).inserted else { return nil }
    if let interpreter = probe(path) { return interpreter }
    if wanted.contains(path) { warn("\(path) does not start; left out") }
    return nil
  }
}
