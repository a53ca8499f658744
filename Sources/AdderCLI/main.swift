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
AdderCommand.main()
