import SpecModel
import SpecYAML
import Testing

/// A mistake in a spec, and what is said about it.
struct BadSpec: Sendable, CustomTestStringConvertible {
  let name: String
  let change: @Sendable (inout MiniSpec) -> Void
  let error: String

  init(_ name: String, _ error: String, _ change: @escaping @Sendable (inout MiniSpec) -> Void) {
    self.name = name
    self.error = error
    self.change = change
  }

  var testDescription: String { name }
}

@Test(arguments: filesAndTypes + namesAndVersions + operandsAndPictures + flowAndKernels + references + library)
func mistakeIsReported(_ bad: BadSpec) {
  var spec = MiniSpec()
  bad.change(&spec)
  #expect(spec.errors == [bad.error])
}

@Test func miniSpecIsGood() {
  #expect(MiniSpec().errors == [])
}
