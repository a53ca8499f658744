import ArgumentParser

/// A command whose last arguments are files, as many as there are.
protocol FilesCommand: ParsableCommand {
  var files: [String] { get set }
}

extension DisCommand: FilesCommand {}
extension CheckCommand: FilesCommand {}

/// The arguments of a command in two parts: swift-argument-parser takes a time that grows with the square of the number of arguments of an
/// array, so that most files of a whole library go past it.
struct SplitFileArguments {
  /// What is to be parsed.
  let parsed: [String]
  /// More files for the command.
  private let rest: ArraySlice<String>

  /// - Parameter arguments: Those of `adder`.
  init(_ arguments: [String]) {
    let hasFiles = AdderCommand.configuration.subcommands.contains { $0 is any FilesCommand.Type && $0.configuration.commandName == arguments.first }
    // Behind the last option, all but the first argument, which may be the option's value, are files. The command must see one of them.
    let end = (arguments.lastIndex { $0.hasPrefix("-") } ?? 0) + 3
    let count = hasFiles ? min(end, arguments.count) : arguments.count
    parsed = Array(arguments[..<count])
    rest = arguments[count...]
  }

  /// The command that was parsed, with the other files.
  func completed(_ command: any ParsableCommand) -> any ParsableCommand {
    guard !rest.isEmpty, var command = command as? any FilesCommand else { return command }
    command.files += rest
    return command
  }
}
