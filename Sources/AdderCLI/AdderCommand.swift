import ArgumentParser

/// The command `adder`.
struct AdderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "adder",
    abstract: "Runs, checks and shows CPython bytecode.",
    subcommands: [
      DisCommand.self, InfoCommand.self, AsmCommand.self, CfgCommand.self, CheckCommand.self, DiffCommand.self, SpecCommand.self, CorpusCommand.self,
    ])
}
