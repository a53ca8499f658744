import Foundation
import SpecGen
import Testing

@Test func specHasNoMistakes() throws {
  #expect(try RealSpec.read().errors == [])
}

/// `Generated/` shows what a change of the spec does, so it must be what the generator makes now. `make regenerate` writes it.
@Test func snapshotIsCurrent() throws {
  let directory = RealSpec.root.appending(path: "Generated")
  let files = generate(.snapshot, from: try RealSpec.read().spec)
  var expected: Set<String> = []
  for file in files {
    expected.insert(file.path)
    let found = try? Data(contentsOf: directory.appending(path: file.path))
    #expect(found == Data(file.text.utf8), "Generated/\(file.path) is out of date")
  }
  let present = try FileManager.default.subpathsOfDirectory(atPath: directory.path(percentEncoded: false)).filter { path in
    var isDirectory: ObjCBool = false
    let full = directory.appending(path: path).path(percentEncoded: false)
    return FileManager.default.fileExists(atPath: full, isDirectory: &isDirectory) && !isDirectory.boolValue
  }
  #expect(Set(present) == expected)
}

@Test func generationIsDeterministic() throws {
  let texts = try (0..<3).map { _ in generate(.snapshot, from: try RealSpec.read().spec).map { $0.path + "\n" + $0.text } }
  #expect(texts[0] == texts[1] && texts[1] == texts[2])
}

@Test func filesOfOneVersionAreASubset() throws {
  let spec = try RealSpec.read().spec
  let version = try #require(spec.versions.last?.version)
  let all = generate(.snapshot, from: spec).map(\.path)
  let some = generate(.snapshot, from: spec, only: version).map(\.path)
  #expect(Set(some).isSubset(of: all))
  #expect(some.contains("Bytecode/Transfer_\(version.identifier).swift"))
  #expect(!some.contains("Bytecode/InstructionSets.swift"))
}
