import Foundation
import PackagePlugin

/// `swift package regenerate [--version X.Y]`: writes `Generated/`, the snapshot of everything that the generator makes.
@main
struct Regenerate: CommandPlugin {
  func performCommand(context: PluginContext, arguments: [String]) throws {
    var extractor = ArgumentExtractor(arguments)
    let versions = extractor.extractOption(named: "version")
    guard extractor.remainingArguments.isEmpty, versions.count <= 1 else {
      throw RegenerateError("usage: swift package regenerate [--version X.Y]")
    }
    let output = context.package.directoryURL.appending(path: "Generated")
    if versions.isEmpty { try removeContents(of: output) }
    let process = Process()
    process.executableURL = try context.tool(named: "specgen-tool").url
    process.arguments =
      [context.package.directoryURL.appending(path: "Spec"), output].map { $0.path(percentEncoded: false) }
    process.arguments?.insert("Snapshot", at: 1)
    process.arguments? += versions
    try process.run()
    process.waitUntilExit()
    guard process.terminationReason == .exit && process.terminationStatus == 0 else {
      throw RegenerateError("the generator failed")
    }
  }

  /// What the spec does not make any more must go.
  private func removeContents(of directory: URL) throws {
    let files = FileManager.default
    guard files.fileExists(atPath: directory.path(percentEncoded: false)) else { return }
    for item in try files.contentsOfDirectory(at: directory, includingPropertiesForKeys: nil) {
      try files.removeItem(at: item)
    }
  }
}

struct RegenerateError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
