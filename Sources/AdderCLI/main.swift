#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// `run` reads CPython's own command-line grammar by hand and must start fast, as does everything under a name such as `python3`; the other
// commands are declared with swift-argument-parser.
let called = CommandLine.arguments.first ?? ""
let calledName = called.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(called[called.index(after: $0)...]) } ?? called
let given = Array(CommandLine.arguments.dropFirst())
if calledName.hasPrefix("python") {
  exit(RunCommand.run(given, pythonName: calledName))
}
if given.first == "run" {
  exit(RunCommand.run(Array(given.dropFirst())))
}
if given.isEmpty, isatty(STDIN_FILENO) == 1 {
  exit(RunCommand.run([]))
}
do {
  var command = try AdderCommand.parse(given)
  try command.run()
} catch {
  // Bad usage has the status that it has in `adder run`.
  if AdderCommand.exitCode(for: error) == .validationFailure {
    writeToStandardError(AdderCommand.fullMessage(for: error) + "\n")
    exit(RunCommand.unusableStatus)
  }
  AdderCommand.exit(withError: error)
}
