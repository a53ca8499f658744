import ArgumentParser

/// The command `adder`.
struct AdderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "adder",
    abstract: "Runs Python programs; compiles them, checks and shows their bytecode.",
    subcommands: [
      CompileCommand.self, DisCommand.self, ExplainCommand.self, InfoCommand.self, AsmCommand.self, CfgCommand.self, CheckCommand.self, DiffCommand.self,
      SpecCommand.self, CorpusCommand.self,
    ])
}
