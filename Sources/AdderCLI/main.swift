#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// `run` reads CPython's own command-line grammar by hand and must start fast; the other commands are declared with
// swift-argument-parser.
if CommandLine.arguments.dropFirst().first == "run" {
  exit(RunCommand.run(Array(CommandLine.arguments.dropFirst(2))))
}
do {
  var command = try AdderCommand.parse(Array(CommandLine.arguments.dropFirst()))
  try command.run()
} catch {
  // Bad usage has the status that it has in `adder run`.
  if AdderCommand.exitCode(for: error) == .validationFailure {
    writeToStandardError(AdderCommand.fullMessage(for: error) + "\n")
    exit(RunCommand.unusableStatus)
  }
  AdderCommand.exit(withError: error)
}
