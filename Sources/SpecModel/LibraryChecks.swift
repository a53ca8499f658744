/// Checks the parts of the library against each other.
struct LibraryChecks {
  let library: Library

  /// The letters behind `%` in messages, as `Thread.raise` describes them.
  static let directives: Set<Character> = ["T", "B", "F", "R", "S", "A", "N", "%"]

  func run(_ diagnostics: inout Diagnostics) {
    checkLevels(&diagnostics)
    checkUnique(library.features.map(\.name), "feature", &diagnostics)
    checkUnique(library.messages.map(\.name), "message", &diagnostics)
    for feature in library.features { checkMatters(feature.versions, "feature `\(feature.name.value)`", feature.name.place, &diagnostics) }
    for message in library.messages { checkMessage(message, &diagnostics) }
    for member in library.members {
      checkMatters(member.versions, "`\(member.name.value)` of `\(member.owner.value)`", member.name.place, &diagnostics)
    }
    let members = library.members.map { ("\($0.owner.value).\($0.name.value)", $0.name.place) }
    checkUnique(members.map { Located($0.0, $0.1) }, "member", &diagnostics)
    checkUnique(library.fields.map { Located("\($0.owner.value).\($0.name.value)", $0.name.place) }, "field", &diagnostics)
    checkUnique(library.repeated.map { Located("\($0.owner.value).\($0.name.value)", $0.name.place) }, "repeated member", &diagnostics)
    checkSignatures(&diagnostics)
    checkNodes(&diagnostics)
  }

  /// Fields hold what there is, and a class has one field of a name in a version.
  private func checkNodes(_ diagnostics: inout Diagnostics) {
    let types = Set(library.nodes.map(\.name.value) + SyntaxField.plainTypes)
    checkUnique(library.nodes.map(\.name), "kind of nodes", &diagnostics)
    for node in library.nodes {
      for fields in [node.attributes, node.fields] + node.constructors.map(\.fields) {
        for (index, field) in fields.enumerated() {
          if !types.contains(field.type.value) { diagnostics.error(field.type.place, "there is no kind of nodes `\(field.type.value)`") }
          for earlier in fields[..<index] where earlier.name == field.name {
            guard let one = earlier.versions, let two = field.versions, !one.overlaps(two) else {
              diagnostics.error(field.type.place, "the field `\(field.name)` is there twice in a version")
              continue
            }
          }
        }
      }
    }
  }

  private func checkLevels(_ diagnostics: inout Diagnostics) {
    for (older, newer) in zip(library.levels, library.levels.dropFirst()) where older.version.value == newer.version.value {
      diagnostics.error(newer.version.place, "level \(newer.version.value) is described twice, first at \(older.version.place)")
    }
  }

  /// A range must tell levels apart: at some it holds, at some it does not.
  private func checkMatters(_ range: VersionRange, _ what: String, _ place: Place, _ diagnostics: inout Diagnostics) {
    let holding = library.levels.count { range.contains($0.version.value) }
    if holding == 0 { diagnostics.error(place, "\(what) is at no level: \(range)") }
    if holding == library.levels.count { diagnostics.error(place, "\(what) is the same at all levels: \(range)") }
  }

  /// The variants are in order, leave no gap and reach the newest level; levels before the first have its text.
  private func checkMessage(_ message: Library.Message, _ diagnostics: inout Diagnostics) {
    var next: Version?
    for variant in message.variants {
      checkText(variant.text, &diagnostics)
      let covered = library.levels.map(\.version.value).filter { variant.versions.contains($0) }
      if covered.isEmpty { diagnostics.error(variant.place, "the text for \(variant.versions) is at no level") }
      if let next, let first = covered.first, first != next {
        diagnostics.error(variant.place, "message `\(message.name.value)` goes on with \(first), but \(next) follows")
      }
      next = covered.last.flatMap { last in library.levels.map(\.version.value).first { $0 > last } }
    }
    if let next { diagnostics.error(message.name.place, "message `\(message.name.value)` has no text for \(next)") }
    if Set(message.variants.map { ($0.exception?.value ?? "") + ": " + $0.text.value }).count == 1 {
      diagnostics.error(message.name.place, "message `\(message.name.value)` is the same at all levels")
    }
    if Set(message.variants.map { $0.exception == nil }).count == 2 {
      diagnostics.error(message.name.place, "message `\(message.name.value)` is raised at some levels only")
    }
  }

  private func checkText(_ text: Located<String>, _ diagnostics: inout Diagnostics) {
    let characters = Array(text.value)
    var arguments = 0
    var k = 0
    while k < characters.count {
      guard characters[k] == "%" else {
        k += 1
        continue
      }
      let start = k
      k += 1
      if k < characters.count, let digit = characters[k].wholeNumberValue {
        if !(1...4).contains(digit) { diagnostics.error(text.place.advanced(by: start), "a message has arguments 1 to 4, not \(digit)") }
        k += 1
      } else if k < characters.count, characters[k] != "%" {
        arguments += 1
      }
      guard k < characters.count, LibraryChecks.directives.contains(characters[k]) else {
        diagnostics.error(
          text.place.advanced(by: start), "expected one of %T %B %F %R %S %A %N %%, perhaps with the argument's number as in %2S")
        return
      }
      k += 1
    }
    if arguments > 4 { diagnostics.error(text.place, "a message has at most 4 arguments, but this has \(arguments)") }
  }

  private func checkSignatures(_ diagnostics: inout Diagnostics) {
    for (index, signature) in library.signatures.enumerated() {
      let named = signature.text.prefix { $0 != "(" }
      if named != signature.name.value && !named.hasSuffix("." + signature.name.value) || !signature.text.hasSuffix(")") {
        diagnostics.error(signature.place, "expected a signature `\(signature.name.value)(...)`, but found `\(signature.text)`")
      }
      checkMatters(signature.versions, "the signature of `\(signature.name.value)`", signature.place, &diagnostics)
      for earlier in library.signatures[..<index]
      where earlier.owner.value == signature.owner.value && earlier.name.value == signature.name.value && earlier.versions.overlaps(signature.versions) {
        diagnostics.error(signature.place, "the versions \(signature.versions) overlap \(earlier.versions) at \(earlier.place)")
      }
    }
  }
}
