import SpecModel

/// A file of the spec.
public struct SourceFile: Sendable {
  /// The path relative to `Spec/`, which tells what the file holds.
  public let path: String
  /// The path that messages show.
  public let shownPath: String
  public let bytes: [UInt8]

  public init(path: String, shownPath: String, bytes: [UInt8]) {
    self.path = path
    self.shownPath = shownPath
    self.bytes = bytes
  }
}

/// Reads the files of `Spec/` into a model.
///
/// | path | content |
/// |---|---|
/// | families.yaml | the families of instructions |
/// | releases.yaml | magic numbers |
/// | build.yaml | which versions get interpreters |
/// | tables/*.yaml | operand tables |
/// | instructions/*.yaml | instructions, a family per file |
/// | versions/*.yaml | what belongs to one version |
/// | library/*.yaml | what differs between versions in builtins and native modules |
public struct SpecReader {
  var spec = Spec()
  var diagnostics = Diagnostics()
  /// Forms of instructions that are defined elsewhere.
  var furtherForms: [InstructionDefinition] = []

  /// Reads and checks `files`, in any order.
  /// - Returns: the model, and the mistakes found. With mistakes the model is incomplete.
  public static func read(_ files: [SourceFile]) -> (spec: Spec, diagnostics: Diagnostics) {
    var reader = SpecReader()
    let trees = files.sorted { $0.path < $1.path }.compactMap { file -> (SourceFile, Node)? in
      YAMLParser.parse(file: file.shownPath, bytes: file.bytes, &reader.diagnostics).map { (file, $0) }
    }
    // Tables and families come first: instructions speak of them.
    for pass in 0..<2 {
      for (file, tree) in trees { reader.read(tree, file.path, file.shownPath, isFirstPass: pass == 0) }
    }
    reader.joinForms()
    reader.spec.versions.sort { $0.version < $1.version }
    reader.spec.library.levels.sort { $0.version.value < $1.version.value }
    if reader.diagnostics.isEmpty { check(reader.spec, &reader.diagnostics) }
    return (reader.spec, reader.diagnostics)
  }

  private mutating func read(_ tree: Node, _ path: String, _ shownPath: String, isFirstPass: Bool) {
    let parts = path.split(separator: "/")
    switch (parts.first, parts.count) {
    case ("families.yaml", 1): if isFirstPass { readFamilies(tree) }
    case ("releases.yaml", 1): if isFirstPass { readReleases(tree) }
    case ("tables", 2): if isFirstPass { readTables(tree) }
    case ("build.yaml", 1): if !isFirstPass { readBuild(tree) }
    case ("instructions", 2): if !isFirstPass { readInstructions(tree) }
    case ("versions", 2): if !isFirstPass { readVersion(tree) }
    case ("library", 2): if !isFirstPass { readLibrary(tree) }
    default:
      diagnostics.error(
        Place(file: shownPath, line: 1, column: 1),
        "no file of the spec has this path; expected families.yaml, releases.yaml, build.yaml, tables/, instructions/, versions/ or library/")
    }
  }

  private mutating func readFamilies(_ tree: Node) {
    guard var file = MappingReader(tree, "a file of families", &diagnostics) else { return }
    if let node = file.require("families", &diagnostics) {
      for (name, value) in MappingReader.pairs(node, "the families", &diagnostics) {
        guard let doc = value.string("what the family is about", &diagnostics) else { continue }
        spec.families.append(Family(name: name, doc: doc.value))
      }
    }
    file.finish(&diagnostics)
  }

  private mutating func readReleases(_ tree: Node) {
    guard var file = MappingReader(tree, "a file of releases", &diagnostics) else { return }
    for item in file.require("releases", &diagnostics)?.list("the releases", &diagnostics) ?? [] {
      guard var release = MappingReader(item, "a release", &diagnostics) else { continue }
      let version = release.require("version", &diagnostics)?.version(&diagnostics)
      readMagicNumbers(&release, version, item.place)
    }
    file.finish(&diagnostics)
  }

  /// The magic numbers of a version, the rest of a mapping.
  mutating func readMagicNumbers(_ mapping: inout MappingReader, _ version: Version?, _ place: Place) {
    let first = mapping.require("first", &diagnostics)?.integer("a magic number", in: 0...65535, &diagnostics)
    let released = mapping.require("released", &diagnostics)?.integer("a magic number", in: 0...65535, &diagnostics)
    mapping.finish(&diagnostics)
    guard let version, let first, let released else { return }
    spec.releases.append(Release(version: version, first: first, released: released, place: place))
  }

  private mutating func readBuild(_ tree: Node) {
    guard var file = MappingReader(tree, "the build file", &diagnostics) else { return }
    if let node = file.require("interpreters", &diagnostics) {
      if node.text?.value != "all" {
        spec.interpreters = node.list("`all` or the versions that get interpreters", &diagnostics).compactMap { item in
          item.version(&diagnostics).map { Located($0, item.place) }
        }
      }
    }
    spec.registerForms = (file.take("register_forms")?.list("the versions with a register form", &diagnostics) ?? []).compactMap { item in
      item.version(&diagnostics).map { Located($0, item.place) }
    }
    file.finish(&diagnostics)
  }

  private mutating func readTables(_ tree: Node) {
    guard var file = MappingReader(tree, "a file of operand tables", &diagnostics) else { return }
    for item in file.require("tables", &diagnostics)?.list("the tables", &diagnostics) ?? [] {
      guard var table = MappingReader(item, "an operand table", &diagnostics) else { continue }
      let name = table.require("name", &diagnostics)?.string("the name of the table", &diagnostics)
      let doc = table.require("doc", &diagnostics)?.string("what the table is about", &diagnostics)
      var shown = OperandTable.Shown.always
      if let node = table.take("shown") {
        if node.text?.value == "never" {
          shown = .never
        } else if let range = node.versionRange(&diagnostics) {
          shown = .versions(range)
        }
      }
      let entries = (table.require("entries", &diagnostics)?.list("the entries", &diagnostics) ?? []).compactMap {
        readEntry($0)
      }
      table.finish(&diagnostics)
      guard let name, let doc else { continue }
      spec.tables.append(OperandTable(name: name, doc: doc.value.trimmed, shown: shown, entries: entries))
    }
    file.finish(&diagnostics)
  }

  private mutating func readEntry(_ node: Node) -> OperandTable.Entry? {
    guard var entry = MappingReader(node, "a table entry", &diagnostics) else { return nil }
    let value = entry.require("value", &diagnostics)?.integer("the entry's value", in: 0...255, &diagnostics)
    let name = entry.require("name", &diagnostics)?.string("the entry's name", &diagnostics)
    let text = entry.take("text")?.text?.value
    let kernel = entry.take("kernel")?.string("the name of a kernel", &diagnostics)
    let versions = entry.take("versions")?.versionRange(&diagnostics)
    let isValid = entry.take("valid")?.boolean("whether code may have the entry", &diagnostics) ?? true
    let hint = entry.take("hint")?.integer("the entry's hint", in: 0...255, &diagnostics) ?? 0
    entry.finish(&diagnostics)
    guard let value, let name else { return nil }
    return OperandTable.Entry(
      value: value, name: name, text: text ?? name.value, kernel: kernel, versions: versions, isValid: isValid, hint: hint)
  }
}
