import SpecModel

/// Emits the language levels, the features, and the tables of members, fields and signatures.
func emitLibraryFacts(_ library: Library) -> String {
  var file = SourceText.swift("What differs between language levels: plain facts, features, members.")
  file.block("extension LanguageLevel") { file in
    file.line("/// Every level that a program can run at, oldest first.")
    file.line("public static let all: [LanguageLevel] = [")
    file.indented { file in
      for level in library.levels {
        let version = level.version.value
        file.line("LanguageLevel(\(version.major), \(version.minor), micro: \(level.micro), unicode: \(swiftLiteral(level.unicode))),")
      }
    }
    file.line("]")
  }
  file.line()
  file.block("extension LibraryFeature") { file in
    for feature in library.features {
      for line in feature.doc.split(separator: "\n") { file.line("/// \(line)") }
      let literal = "LibraryFeature(\(ends(feature.versions)))"
      file.line("@inlinable public static var \(swiftName(feature.name.value)): LibraryFeature { \(literal) }")
    }
  }
  file.line()
  file.block("extension MemberRange") { file in
    emitMembers(library.members, "/// The members that not every level has, by owner.", "all", &file)
    emitMembers(library.fields, "/// The attributes that are fields, by owner.", "fields", &file)
    emitMembers(library.repeated, "/// The members that a type has of its own although they are what it would inherit, by owner.", "repeated", &file)
  }
  file.line()
  file.block("extension SignatureVariant") { file in
    file.line("/// The signatures that are not the declared one at some level, by owner.")
    file.line("static let all: [SignatureVariant] = [")
    file.indented { file in
      for item in library.signatures.sorted(by: { ($0.owner.value, $0.text) < ($1.owner.value, $1.text) }) {
        file.line("SignatureVariant(\(swiftLiteral(item.owner.value)), \(swiftLiteral(item.text)), \(ends(item.versions))),")
      }
    }
    file.line("]")
  }
  return file.text
}

private func emitMembers(_ members: [Library.Member], _ comment: String, _ name: String, _ file: inout SourceText) {
  file.line(comment)
  file.line("static let \(name): [MemberRange] = [")
  file.indented { file in
    for member in members.sorted(by: { ($0.owner.value, $0.name.value) < ($1.owner.value, $1.name.value) }) {
      file.line("MemberRange(\(swiftLiteral(member.owner.value)), \(swiftLiteral(member.name.value)), \(ends(member.versions))),")
    }
  }
  file.line("]")
}

/// Emits the messages: an enum, and what each says at a level.
func emitLibraryMessages(_ library: Library) -> String {
  var file = SourceText.swift("Texts that differ between language levels.")
  file.block("public enum LibraryMessage: Sendable") { file in
    for message in library.messages {
      file.line("/// \(message.variants.last?.text.value.split(separator: "\n").joined(separator: " ") ?? "")")
      file.line("case \(swiftName(message.name.value))")
    }
  }
  file.line()
  file.block("extension Thread") { file in
    file.line("/// The type of exception and the text that `message` has at the interpreter's level.")
    file.block("func variant(of message: LibraryMessage) -> LibraryText") { file in
      file.line("let level = self.level.number")
      file.line("switch message {")
      for message in library.messages {
        file.line("case .\(swiftName(message.name.value)):")
        file.indented { emitVariants(message, library, &$0) }
      }
      file.line("}")
    }
  }
  return file.text
}

/// The variants but the last are told by the last version that has them.
private func emitVariants(_ message: Library.Message, _ library: Library, _ file: inout SourceText) {
  for (index, variant) in message.variants.enumerated() {
    let type = variant.exception.map { "self.types.\(typeField($0.value))" } ?? ".none"
    let made = "LibraryText(\(type), \(swiftLiteral(variant.text.value)))"
    if index + 1 == message.variants.count {
      file.line("return \(made)")
    } else {
      file.line("if level <= \(number(variant.versions.last ?? variant.versions.first)) { return \(made) }")
    }
  }
}

private func ends(_ range: VersionRange) -> String {
  "\(number(range.first)), \(range.last.map(number) ?? "UInt16.max")"
}

private func number(_ version: Version) -> String {
  let digits = String(version.major << 8 | version.minor, radix: 16, uppercase: true)
  return "0x" + String(repeating: "0", count: 4 - digits.count) + digits
}

/// `sum_of_floats` becomes `sumOfFloats`.
private func swiftName(_ key: String) -> String {
  let words = key.split(separator: "_")
  return words.enumerated().map { $0 == 0 ? String($1) : $1.prefix(1).uppercased() + $1.dropFirst() }.joined()
}

/// The field of `BuiltinTypes` for a type's Python name: `OSError` becomes `osError`, `TypeError` `typeError`.
private func typeField(_ name: String) -> String {
  let capitals = name.prefix { $0.isUppercase }.count
  let small = capitals > 1 ? capitals - 1 : capitals
  return name.prefix(small).lowercased() + name.dropFirst(small)
}
