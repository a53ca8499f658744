import SpecModel

extension SpecReader {
  /// A file of `library/`: any of levels, features, messages, members, fields, repeated, signatures and nodes.
  mutating func readLibrary(_ tree: Node) {
    guard var file = MappingReader(tree, "a file of the library", &diagnostics) else { return }
    for item in file.take("levels")?.list("the levels", &diagnostics) ?? [] { readLevel(item) }
    for item in file.take("features")?.list("the features", &diagnostics) ?? [] { readFeature(item) }
    for item in file.take("messages")?.list("the messages", &diagnostics) ?? [] { readMessage(item) }
    if let node = file.take("members") { spec.library.members += readMembers(node, "members") }
    if let node = file.take("fields") { spec.library.fields += readMembers(node, "fields") }
    if let node = file.take("repeated") { spec.library.repeated += readMembers(node, "repeated members") }
    if let node = file.take("signatures") { readSignatures(node) }
    if let node = file.take("nodes") { readNodes(node) }
    file.finish(&diagnostics)
  }

  private mutating func readLevel(_ node: Node) {
    guard var level = MappingReader(node, "a level", &diagnostics) else { return }
    let place = node.place
    let version = level.require("version", &diagnostics)?.version(&diagnostics)
    let micro = level.require("micro", &diagnostics)?.integer("a patch release", in: 0...255, &diagnostics)
    let unicode = level.require("unicode", &diagnostics)?.string("a version of Unicode", &diagnostics)
    level.finish(&diagnostics)
    guard let version, let micro, let unicode else { return }
    spec.library.levels.append(Library.LanguageLevelSpec(version: Located(version, place), micro: micro, unicode: unicode.value))
  }

  private mutating func readFeature(_ node: Node) {
    guard var feature = MappingReader(node, "a feature", &diagnostics) else { return }
    let name = feature.require("name", &diagnostics).flatMap { readKey($0, "the name of the feature") }
    let versions = feature.require("versions", &diagnostics)?.versionRange(&diagnostics)
    let doc = feature.require("doc", &diagnostics)?.string("what holds in these versions", &diagnostics)
    feature.finish(&diagnostics)
    guard let name, let versions, let doc else { return }
    spec.library.features.append(Library.Feature(name: name, versions: versions, doc: doc.value.trimmed))
  }

  /// A name that becomes a Swift name: small letters, digits and underscores.
  private mutating func readKey(_ node: Node, _ what: String) -> Located<String>? {
    guard let name = node.string(what, &diagnostics) else { return nil }
    let isKey = name.value.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 95 }
    guard isKey, let first = name.value.utf8.first, (97...122).contains(first) else {
      diagnostics.error(name.place, "expected \(what) in small letters, such as `sum_of_floats`, but found `\(name.value)`")
      return nil
    }
    return name
  }

  private mutating func readMessage(_ node: Node) {
    guard var message = MappingReader(node, "a message", &diagnostics) else { return }
    let name = message.require("name", &diagnostics).flatMap { readKey($0, "the name of the message") }
    let exception = message.take("raises")?.string("the type of the exception", &diagnostics)
    var variants: [Library.Message.Variant] = []
    if let texts = message.require("texts", &diagnostics) {
      for (key, value) in MappingReader.pairs(texts, "the texts by version", &diagnostics) {
        readVariant(key, value, exception).map { variants.append($0) }
      }
    }
    message.finish(&diagnostics)
    guard let name, !variants.isEmpty else { return }
    spec.library.messages.append(Library.Message(name: name, variants: variants.sorted { $0.versions.first < $1.versions.first }))
  }

  /// A text, or a mapping of a text and the type of exception that it has in these versions.
  private mutating func readVariant(_ key: Located<String>, _ value: Node, _ exception: Located<String>?) -> Library.Message.Variant? {
    guard let versions = readRange(key) else { return nil }
    if case .mapping = value.content {
      guard var variant = MappingReader(value, "a text", &diagnostics) else { return nil }
      let own = variant.require("raises", &diagnostics)?.string("the type of the exception", &diagnostics)
      let text = variant.require("text", &diagnostics)?.string("the text of the message", &diagnostics)
      variant.finish(&diagnostics)
      guard let own, let text else { return nil }
      return Library.Message.Variant(versions: versions, place: key.place, exception: own, text: text)
    }
    guard let text = value.string("the text of the message", &diagnostics) else { return nil }
    return Library.Message.Variant(versions: versions, place: key.place, exception: exception, text: text)
  }

  private mutating func readRange(_ key: Located<String>) -> VersionRange? {
    Node(place: key.place, content: .scalar(key.value, isQuoted: false)).versionRange(&diagnostics)
  }

  private mutating func readMembers(_ node: Node, _ what: String) -> [Library.Member] {
    var members: [Library.Member] = []
    for (owner, names) in MappingReader.pairs(node, "types and modules with their \(what)", &diagnostics) {
      for (name, range) in MappingReader.pairs(names, "the \(what) of \(owner.value)", &diagnostics) {
        guard let versions = range.versionRange(&diagnostics) else { continue }
        members.append(Library.Member(owner: owner, name: name, versions: versions))
      }
    }
    return members
  }

  private mutating func readSignatures(_ node: Node) {
    for (owner, names) in MappingReader.pairs(node, "types and modules with their functions", &diagnostics) {
      for (name, texts) in MappingReader.pairs(names, "the functions of \(owner.value)", &diagnostics) {
        for (key, value) in MappingReader.pairs(texts, "the signatures of \(name.value)", &diagnostics) {
          guard let versions = readRange(key), let text = value.string("a signature", &diagnostics) else { continue }
          spec.library.signatures.append(
            Library.Signature(owner: owner, name: name, versions: versions, place: text.place, text: text.value))
        }
      }
    }
  }
}
