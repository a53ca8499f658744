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
  case compiler = "Compiler"
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
///
/// The build needs to know the names of the files from those of the spec alone: a version that is only read, or gets no interpreter,
/// has the same files as others, but empty.
/// - Precondition: `spec` passed its checks.
public func generate(_ target: GeneratedTarget, from spec: Spec) -> [GeneratedFile] {
  switch target {
  case .bytecode:
    return [GeneratedFile(path: "InstructionSets.swift", text: emitInstructionSets(spec))]
      + spec.versions.enumerated().flatMap { bytecodeFiles(spec, $1, ordinal: $0) }
  case .compiler:
    return [
      GeneratedFile(path: "SyntaxNodes.swift", text: emitSyntaxNodes(spec.library)), GeneratedFile(path: "Ops.swift", text: emitOps(spec)),
    ]
  case .runtime:
    let common = [
      GeneratedFile(path: "Engines.swift", text: emitEngines(spec)),
      GeneratedFile(path: "LibraryFacts.swift", text: emitLibraryFacts(spec.library)),
      GeneratedFile(path: "LibraryMessages.swift", text: emitLibraryMessages(spec.library)),
    ]
    return common + spec.versions.flatMap { runtimeFiles(spec, $0) }
  case .snapshot:
    var files: [GeneratedFile] = []
    for target in [GeneratedTarget.bytecode, .compiler, .runtime] {
      files += generate(target, from: spec).filter { !$0.isEmpty }.map {
        GeneratedFile(path: "\(target.rawValue)/\($0.path)", text: $0.text)
      }
    }
    for version in spec.versions where !version.isReadOnly {
      let model = InstructionSetModel(spec: spec, version: version)
      files += emitReference(model)
      if version.hasMetadataModule {
        files.append(GeneratedFile(path: "python/\(version.version)/_opcode_metadata.py", text: emitOpcodeModule(model)))
      }
    }
    return files + emitSchemas(spec)
  }
}

private func bytecodeFiles(_ spec: Spec, _ version: VersionSpec, ordinal: Int) -> [GeneratedFile] {
  let model = InstructionSetModel(spec: spec, version: version)
  return [
    GeneratedFile("Instructions", version, emitTables(model, ordinal: ordinal)),
    GeneratedFile("StackEffects", version, version.isReadOnly ? nil : emitStackEffects(model)),
    GeneratedFile("Transfer", version, version.isReadOnly ? nil : emitTransfer(model)),
  ]
}

private func runtimeFiles(_ spec: Spec, _ version: VersionSpec) -> [GeneratedFile] {
  let model = InstructionSetModel(spec: spec, version: version)
  let isBuilt = spec.hasInterpreter(version)
  return [
    GeneratedFile("Opcode", version, isBuilt ? emitOpcodeEnum(model) : nil),
    GeneratedFile("Interpret", version, isBuilt ? emitLoop(model, isObserved: false) : nil),
    GeneratedFile("Observe", version, isBuilt ? emitLoop(model, isObserved: true) : nil),
    GeneratedFile("Registers", version, spec.hasRegisterForm(version) ? emitRegisterForm(model) : nil),
  ]
}

extension GeneratedFile {
  /// A file of a version; nil makes it empty.
  fileprivate init(_ name: String, _ version: VersionSpec, _ text: String?) {
    self.init(path: "\(name)_\(version.version.identifier).swift", text: text ?? Self.empty)
  }

  private static let empty = "// Nothing is generated here for this version.\n"

  fileprivate var isEmpty: Bool { text == Self.empty }
}
