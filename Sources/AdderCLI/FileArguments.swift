import ArgumentParser

/// A command that takes any number of files as its last arguments.
protocol FilesCommand: ParsableCommand {
  var files: [String] { get set }
}

extension AdderCommand {
  /// Parses a command line as `parseAsRoot` does, in time that is linear in the number of files; the parser's own grows with its square.
  static func parse(_ arguments: [String]) throws -> any ParsableCommand {
    let count = trailingFileCount(arguments)
    guard count > 0 else { return try parseAsRoot(arguments) }
    let parsed = try parseAsRoot(Array(arguments.dropLast(count)))
    // A command without files does not take these arguments either, and says so itself.
    guard var command = parsed as? any FilesCommand else { return try parseAsRoot(arguments) }
    command.files += arguments.suffix(count)
    return command
  }

  /// How many arguments at the end can be nothing but files: those of a long run of arguments that are no options, without the first
  /// ones, which may name the command and be values of options.
  private static func trailingFileCount(_ arguments: [String]) -> Int {
    let values = 16
    let run = arguments.count - (arguments.lastIndex { $0.hasPrefix("-") }.map { $0 + 1 } ?? 0)
    return max(0, run - values)
  }
}
