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
  /// Everything: the sources of the other targets in folders of their names, the reference, the opcode module, the schemas.
  case snapshot = "Snapshot"
}

/// Generates the files of a target. The same spec always gives the same files.
/// - Parameter only: leaves out the files of other versions.
/// - Precondition: `spec` passed its checks.
public func generate(_ target: GeneratedTarget, from spec: Spec, only: Version) -> [GeneratedFile] {
  var others = spec
  others.versions.removeAll { $0.version == only }
  let left = Set(generate(target, from: others).map(\.path))
  return generate(target, from: spec).filter { !left.contains($0.path) }
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
      files.append(GeneratedFile(path: "Registers_\(id).swift", text: emitRegisterForm(model)))
    }
    return files
  case .snapshot:
    var files: [GeneratedFile] = []
    for target in [GeneratedTarget.bytecode, .runtime] {
      files += generate(target, from: spec).map { GeneratedFile(path: "\(target.rawValue)/\($0.path)", text: $0.text) }
    }
    for version in spec.versions {
      let model = InstructionSetModel(spec: spec, version: version)
      files += emitReference(model)
      files.append(GeneratedFile(path: "python/\(version.version)/_opcode_metadata.py", text: emitOpcodeModule(model)))
    }
    return files + emitSchemas(spec)
  }
}
