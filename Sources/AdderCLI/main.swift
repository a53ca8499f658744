// `run` reads CPython's own command-line grammar by hand and must start fast; the other commands are declared with
// swift-argument-parser.
AdderCommand.main()
