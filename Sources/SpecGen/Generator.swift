import SpecModel

/// A generated file.
public struct GeneratedFile: Sendable {
  /// The path below the output directory.
  public let path: String
  public let text: String
}

/// The targets that the generator makes files for.
public enum GeneratedTarget: String, CaseIterable, Sendable {
  case bytecode = "Bytecode"
}

/// Generates the files of a target. The same spec always gives the same files.
/// - Precondition: `spec` passed its checks.
public func generate(_ target: GeneratedTarget, from spec: Spec) -> [GeneratedFile] {
  switch target {
  case .bytecode:
    var files = [GeneratedFile(path: "InstructionSets.swift", text: emitInstructionSets(spec))]
    for (ordinal, version) in spec.versions.enumerated() {
      let model = InstructionSetModel(spec: spec, version: version)
      let id = version.version.identifier
      files.append(GeneratedFile(path: "Instructions_\(id).swift", text: emitTables(model, ordinal: ordinal)))
      files.append(GeneratedFile(path: "StackEffects_\(id).swift", text: emitStackEffects(model)))
      files.append(GeneratedFile(path: "Transfer_\(id).swift", text: emitTransfer(model)))
    }
    return files
  }
}
