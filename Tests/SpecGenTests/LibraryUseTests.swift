import Foundation
import SpecModel
import Testing

/// What the library's files name is used: a feature or message that no source asks for says nothing.
@Test func everyFeatureAndMessageIsUsed() throws {
  let library = try RealSpec.read().spec.library
  let sources = try sourceText()
  let names = library.features.map(\.name) + library.messages.map(\.name)
  #expect(names.count > 100)
  for name in names {
    let words = name.value.split(separator: "_")
    let swiftName = words.enumerated().map { $0 == 0 ? String($1) : $1.prefix(1).uppercased() + $1.dropFirst() }.joined()
    if !sources.contains(".\(swiftName)") { Issue.record("\(name.place): nothing uses `\(name.value)`") }
  }
}

/// The text of all sources of the runtime side.
private func sourceText() throws -> String {
  var text = ""
  for target in ["Runtime", "Builtins", "Modules"] {
    let folder = RealSpec.root.appending(path: "Sources").appending(path: target).path(percentEncoded: false)
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder) where path.hasSuffix(".swift") {
      text += try String(contentsOfFile: folder + "/" + path, encoding: .utf8)
    }
  }
  return text
}
