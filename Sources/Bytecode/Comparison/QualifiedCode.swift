/// A code object with its qualified name, which is made as the compilers of later versions do where its version has none (up to 3.10).
package struct QualifiedCode {
  /// What cannot be printed is escaped.
  package let name: String
  package let code: CodeImage

  /// A code object and those nested in it, each once, outer ones first.
  package static func all(in root: CodeImage) -> [QualifiedCode] {
    let hasNames = InstructionSet.of(root.version)?.file.codeFields.contains(.qualname) ?? false
    var found: [QualifiedCode] = []
    var seen: Set<ObjectIdentifier> = []
    var pending = [QualifiedCode(name: root.name.escaped, code: root)]
    while let next = pending.popLast() {
      guard seen.insert(ObjectIdentifier(next.code)).inserted else { continue }
      found.append(next)
      let isFunction = next.code.flags.contains(.optimized)
      let inner = found.count == 1 ? "" : next.name + (isFunction ? ".<locals>." : ".")
      for case .code(let nested) in next.code.constants.reversed() {
        pending.append(QualifiedCode(name: hasNames ? nested.qualifiedName.escaped : inner + nested.name.escaped, code: nested))
      }
    }
    return found
  }
}
