import Foundation
import PackagePlugin

/// Generates the instruction-dependent sources of a target from `Spec/`, at each build that finds the spec changed.
@main
struct GenerateInterpreters: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    let spec = context.package.directoryURL.appending(path: "Spec").resolvingSymlinksInPath()
    let output = context.pluginWorkDirectoryURL.appending(path: target.name)
    let inputs = try yamlFiles(in: spec)
    let versions = inputs.filter { $0.deletingLastPathComponent().lastPathComponent == "versions" }
      .map { $0.deletingPathExtension().lastPathComponent.replacing(".", with: "_") }
    guard let files = Self.files[target.name] else {
      Diagnostics.error("the generator makes nothing for the target \(target.name)")
      return []
    }
    let outputs = files.common + versions.flatMap { version in files.perVersion.map { "\($0)_\(version)" } }
    return [
      .buildCommand(
        displayName: "Generating \(target.name) from Spec",
        executable: try context.tool(named: "specgen-tool").url,
        arguments: [spec.path(percentEncoded: false), target.name, output.path(percentEncoded: false)],
        inputFiles: inputs,
        outputFiles: outputs.map { output.appending(path: $0 + ".swift") })
    ]
  }

  /// The files that `specgen-tool` makes for each target: once, and for each file in `Spec/versions`.
  private static let files: [String: (common: [String], perVersion: [String])] = [
    "Bytecode": (["InstructionSets"], ["Instructions", "StackEffects", "Transfer"]),
    "Compiler": (["SyntaxNodes", "Ops"], []),
    "Runtime": (["Engines", "LibraryFacts", "LibraryMessages"], ["Opcode", "Interpret", "Observe", "Registers"]),
  ]

  /// Every YAML file of the spec: all of them are inputs, in a fixed order.
  private func yamlFiles(in directory: URL) throws -> [URL] {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: directory.path(percentEncoded: false))
    return paths.filter { $0.hasSuffix(".yaml") }.sorted().map { directory.appending(path: $0) }
  }
}
