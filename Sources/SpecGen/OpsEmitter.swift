import SpecModel

/// Emits the instructions that a compiler may emit in any version, and their numbers in each.
func emitOps(_ spec: Spec) -> String {
  let models = spec.versions.map { $0.isReadOnly ? nil : InstructionSetModel(spec: spec, version: $0) }
  let emitted = models.map { model in model?.opcodes.filter { emittedKinds.contains($0.kind) } ?? [] }
  let names = Set(emitted.joined().map(\.name)).sorted()
  var file = SourceText.swift("The instructions that the compiler may emit.")
  file.line("/// The instructions that the compiler may emit in some version, by CPython's names. What they are in a version `CompilerTarget` knows.")
  file.block("enum Op: \(names.count > 256 ? "UInt16" : "UInt8"), CaseIterable") { $0.words("case", names, end: "") }
  file.line()
  file.block("extension Op") { file in
    file.line("/// The number of an instruction that a version does not have.")
    file.line("static let absent = UInt16.max")
    file.line()
    file.line("/// The numbers of all instructions in a version, by raw value; empty for versions that are only read.")
    file.line("/// - Parameter ordinal: that of the instruction set.")
    file.block("static func numbers(_ ordinal: Int) -> [UInt16]") { file in
      file.line("switch ordinal {")
      for (ordinal, version) in spec.versions.enumerated() where !version.isReadOnly {
        file.line("case \(ordinal): numbers_\(version.version.identifier)")
      }
      file.line("default: []")
      file.line("}")
    }
    for (version, opcodes) in zip(spec.versions, emitted) where !version.isReadOnly {
      let numbers = Dictionary(opcodes.map { ($0.name, $0.number) }, uniquingKeysWith: { first, _ in first })
      file.line()
      file.line("private static let numbers_\(version.version.identifier): [UInt16] = [")
      file.indented { $0.wrapped(names.map { numbers[$0].map { "\($0)" } ?? "0xFFFF" }) }
      file.line("]")
    }
  }
  return file.text
}

/// Specialized and instrumented instructions only a running interpreter makes.
private let emittedKinds: [VersionSpec.Number.Kind] = [.real, .pseudo, .internal]
