import Foundation
import SpecGen
import SpecModel
import SpecYAML

/// The spec in `Spec/`, and the directories around it.
enum RealSpec {
  static let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  static let directory = root.appending(path: "Spec").path(percentEncoded: false)

  static func read() throws -> (spec: Spec, errors: [String]) {
    let (spec, diagnostics) = SpecReader.read(try SpecDirectory.read(directory))
    return (spec, diagnostics.errors.map(\.description))
  }

  static func model(_ version: Version) throws -> InstructionSetModel {
    let spec = try read().spec
    guard let version = spec.versions.first(where: { $0.version == version }) else { throw MissingVersion(version: version) }
    return InstructionSetModel(spec: spec, version: version)
  }

  struct MissingVersion: Error {
    let version: Version
  }
}
