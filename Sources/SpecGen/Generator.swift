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
  case runtime = "Runtime"
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
  case .runtime:
    var files = [GeneratedFile(path: "Engines.swift", text: emitEngines(spec))]
    for version in spec.versions {
      let model = InstructionSetModel(spec: spec, version: version)
      let id = version.version.identifier
      files.append(GeneratedFile(path: "Opcode_\(id).swift", text: emitOpcodeEnum(model)))
      files.append(GeneratedFile(path: "Interpret_\(id).swift", text: emitLoop(model, isObserved: false)))
      files.append(GeneratedFile(path: "Observe_\(id).swift", text: emitLoop(model, isObserved: true)))
    }
    return files
  }
}
