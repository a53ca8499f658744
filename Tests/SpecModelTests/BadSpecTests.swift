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

/// A form that stands elsewhere ends the one before it where it begins.
@Test func furtherFormsJoinTheirInstruction() throws {
  var spec = MiniSpec()
  spec.files["instructions/more.yaml"] = "family: jump\ninstructions:\n  - {name: POP, versions: 3.13 -, stack: \"a, b --\"}\n"
  let (model, errors) = spec.read()
  #expect(errors == [])
  let pop = try #require(model.instruction("POP"))
  #expect(pop.forms.map(\.versions.description) == ["3.8 - 3.12", "3.13 -"])
  #expect(pop.form(in: Version(3, 12))?.next.inputs.count == 1)
  #expect(pop.form(in: Version(3, 13))?.next.inputs.count == 2)
}

@Test func miniSpecIsGood() {
  #expect(MiniSpec().errors == [])
}
