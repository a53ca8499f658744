import Foundation
import Testing

/// The JSON Schemas accept the files of the spec and nothing with an unknown key. Where no Python with the packages `jsonschema` and
/// `yaml` is on the PATH, there is nothing to check them with.
@Test func schemasAcceptTheSpec() throws {
  let places = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/python3" }
  let pythons = places.filter { FileManager.default.isExecutableFile(atPath: $0) }.map { URL(filePath: $0) }
  guard let python = pythons.first(where: { (try? Oracle.run($0, "import jsonschema, yaml; print('ready')")) == "ready\n" }) else { return }
  let program = """
    import json, pathlib, jsonschema, yaml
    root = pathlib.Path(\(String(reflecting: RealSpec.root.path(percentEncoded: false))))
    kinds = {
        "instructions/*.yaml": "instructions", "tables/*.yaml": "tables", "versions/*.yaml": "version",
        "families.yaml": "families", "releases.yaml": "releases", "build.yaml": "build", "library/*.yaml": "library",
    }
    for pattern, name in kinds.items():
        schema = json.loads((root / "Generated/schema" / f"{name}.schema.json").read_text())
        jsonschema.Draft202012Validator.check_schema(schema)
        validator = jsonschema.Draft202012Validator(schema)
        files = sorted((root / "Spec").glob(pattern))
        if not files: print(pattern, "has no files")
        for file in files:
            document = yaml.safe_load(file.read_text())
            for error in validator.iter_errors(document): print(file.name, error.json_path, error.message[:200])
            if validator.is_valid(document | {"unknown": 1}): print(file.name, "may have unknown keys")
    """
  #expect(try Oracle.run(python, program) == "")
}
