/// Checks everything that holds between the parts of a spec and that no single part can tell.
public func check(_ spec: Spec, _ diagnostics: inout Diagnostics) {
  checkNames(spec, &diagnostics)
  LibraryChecks(library: spec.library).run(&diagnostics)
  for definition in spec.instructions { FormChecks(spec: spec, definition: definition).run(&diagnostics) }
  for version in spec.versions { VersionChecks(spec: spec, version: version).run(&diagnostics) }
  if diagnostics.isEmpty { checkKernels(spec, &diagnostics) }
}

/// Names that must be there once, and releases and tables that must be in order.
private func checkNames(_ spec: Spec, _ diagnostics: inout Diagnostics) {
  checkUnique(spec.families.map(\.name), "family", &diagnostics)
  checkUnique(spec.tables.map(\.name), "operand table", &diagnostics)
  checkUnique(spec.instructions.map(\.name), "instruction", &diagnostics)
  for (older, newer) in zip(spec.versions, spec.versions.dropFirst()) where older.version == newer.version {
    diagnostics.error(newer.place, "version \(newer.version) is described twice, first in \(older.place)")
  }
  for release in spec.releases where release.first > release.released {
    diagnostics.error(release.place, "the magic number \(release.released) of \(release.version) lies before its first, \(release.first)")
  }
  for (index, release) in spec.releases.enumerated() {
    guard let first = spec.releases[..<index].first(where: { $0.version == release.version }) else { continue }
    diagnostics.error(release.place, "version \(release.version) has magic numbers already, in \(first.place)")
  }
  let sorted = spec.releases.sorted { $0.first < $1.first }
  for (a, b) in zip(sorted, sorted.dropFirst()) where b.first <= a.released {
    diagnostics.error(b.place, "the magic numbers of \(b.version) overlap those of \(a.version)")
  }
  for table in spec.tables { checkTable(table, &diagnostics) }
  for version in (spec.interpreters ?? []) + spec.registerForms where !spec.versions.contains(where: { $0.version == version.value }) {
    diagnostics.unknown("version", "\(version.value)", at: version.place, among: spec.versions.map { "\($0.version)" })
  }
}

func checkUnique(_ names: [Located<String>], _ what: String, _ diagnostics: inout Diagnostics) {
  var seen: [String: Place] = [:]
  for name in names {
    if let first = seen.updateValue(name.place, forKey: name.value) {
      diagnostics.error(name.place, "\(what) `\(name.value)` is defined twice, first at \(first)")
    }
  }
}

/// A value may stand for two entries only in different versions.
private func checkTable(_ table: OperandTable, _ diagnostics: inout Diagnostics) {
  for (index, entry) in table.entries.enumerated() {
    for earlier in table.entries[..<index] where earlier.value == entry.value {
      let overlap = earlier.versions.flatMap { a in entry.versions.map { a.overlaps($0) } } ?? true
      if overlap {
        diagnostics.error(
          entry.name.place, "value \(entry.value) of table `\(table.name.value)` is `\(earlier.name.value)` already")
      }
    }
  }
}

/// Every kernel must have one signature, whatever instruction calls it.
private func checkKernels(_ spec: Spec, _ diagnostics: inout Diagnostics) {
  for version in spec.versions where !version.isReadOnly {
    let model = InstructionSetModel(spec: spec, version: version)
    var known: [String: (signature: KernelSignature, user: String)] = [:]
    for opcode in model.real {
      guard let form = opcode.form else { continue }
      for signature in KernelCall(form).signatures(tables: spec.tables, version: version.version) {
        guard let first = known[signature.name] else {
          known[signature.name] = (signature, opcode.name)
          continue
        }
        if !first.signature.matches(signature) {
          diagnostics.error(
            form.kernel?.place ?? form.place,
            "kernel `\(signature.name)` is `\(first.signature.declaration)` for \(first.user), but "
              + "`\(signature.declaration)` for \(opcode.name)")
        }
      }
    }
  }
}
