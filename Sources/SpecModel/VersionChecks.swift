/// Checks a version against the instructions.
struct VersionChecks {
  let spec: Spec
  let version: VersionSpec

  func run(_ diagnostics: inout Diagnostics) {
    if spec.release(version.version) == nil {
      diagnostics.error(version.place, "releases.yaml has no magic numbers for \(version.version)")
    }
    checkNumbers(&diagnostics)
    checkDefinitions(&diagnostics)
    checkCaches(&diagnostics)
    checkOperands(&diagnostics)
    let names = version.numbers.map(\.name.value)
    let encoding = version.encoding
    let opmapNames = version.opmapStart + version.opmapPlaces.flatMap { [$0.name, $0.after] }
    for name in opmapNames + [encoding.extendedArg] + (encoding.cache.map { [$0] } ?? []) where !names.contains(name.value) {
      diagnostics.unknown("instruction of \(version.version)", name.value, at: name.place, among: names)
    }
  }

  private func checkNumbers(_ diagnostics: inout Diagnostics) {
    var numbers: [Int: String] = [:]
    var names: [String: Place] = [:]
    for number in version.numbers {
      if let other = numbers.updateValue(number.name.value, forKey: number.number) {
        diagnostics.error(number.name.place, "the number \(number.number) belongs to `\(other)` already")
      }
      if let first = names.updateValue(number.name.place, forKey: number.name.value) {
        diagnostics.error(number.name.place, "`\(number.name.value)` has a number already, at \(first)")
      }
    }
    let real = version.numbers.filter { $0.kind == .real }.map(\.name.value)
    for number in version.numbers {
      guard let base = number.base, !real.contains(base.value) else { continue }
      diagnostics.unknown("real instruction of \(version.version)", base.value, at: base.place, among: real)
    }
  }

  /// The version and the definitions must have the same instructions.
  private func checkDefinitions(_ diagnostics: inout Diagnostics) {
    let defined = spec.instructions.map(\.name.value)
    for number in version.numbers where number.kind != .specialized && number.kind != .instrumented {
      let isKnown = spec.instruction(number.name.value)?.form(in: version.version) != nil
      if version.isReadOnly && (!isKnown || version.operands[number.name.value] != nil) {
        checkReadOnly(number, isKnown, &diagnostics)
        continue
      }
      guard let definition = spec.instruction(number.name.value) else {
        diagnostics.unknown("instruction", number.name.value, at: number.name.place, among: defined)
        continue
      }
      guard let form = definition.form(in: version.version) else {
        diagnostics.error(
          number.name.place, "`\(number.name.value)` has no form for \(version.version), only for "
            + definition.forms.map { "\($0.versions)" }.joined(separator: ", "))
        continue
      }
      if !form.becomes.isEmpty && number.kind != .pseudo {
        diagnostics.error(number.name.place, "`\(number.name.value)` becomes other instructions, so it must be among `pseudo`")
      }
    }
    for definition in spec.instructions {
      guard let form = definition.form(in: version.version), version.number(definition.name.value) == nil else { continue }
      diagnostics.error(
        form.place, "`\(definition.name.value)` is for \(form.versions), but \(version.version) gives it no number")
    }
    for definition in spec.instructions {
      guard let form = definition.form(in: version.version) else { continue }
      for name in form.landsPast + form.becomes + form.equals.map(\.instruction) {
        guard spec.instruction(name.value) != nil, version.number(name.value) == nil else { continue }
        diagnostics.error(name.place, "\(version.version) has no `\(name.value)`")
      }
    }
  }

  /// An instruction of a read-only version has a definition, an operand, or no operand at all.
  private func checkReadOnly(_ number: VersionSpec.Number, _ isKnown: Bool, _ diagnostics: inout Diagnostics) {
    let name = number.name.value
    if let operand = version.operands[name] {
      if isKnown {
        diagnostics.error(operand.place, "`\(name)` has a definition for \(version.version), so it needs no operand here")
      } else if number.number < version.haveArgument {
        diagnostics.error(operand.place, "`\(name)` has no operand: its number lies below \(version.haveArgument)")
      }
    } else if number.number >= version.haveArgument {
      diagnostics.error(number.name.place, "`\(name)` has an operand, which must stand among `operands`")
    }
  }

  private func checkOperands(_ diagnostics: inout Diagnostics) {
    let real = version.numbers.filter { $0.kind == .real }.map(\.name.value)
    for (name, operand) in version.operands where !real.contains(name) {
      diagnostics.unknown("instruction of \(version.version)", name, at: operand.place, among: real)
    }
    if let operand = version.operands.values.min(by: { $0.place < $1.place }), !version.isReadOnly {
      diagnostics.error(operand.place, "only a read-only version has operands here; others have definitions")
    }
  }

  private func checkCaches(_ diagnostics: inout Diagnostics) {
    let real = version.numbers.filter { $0.kind == .real }.map(\.name.value)
    if let first = version.caches.first, version.encoding.cache == nil {
      diagnostics.error(first.instruction.place, "\(version.version) has no cache instruction, so no instruction can have a cache")
    }
    for cache in version.caches {
      if !real.contains(cache.instruction.value) {
        diagnostics.unknown(
          "real instruction of \(version.version)", cache.instruction.value, at: cache.instruction.place, among: real)
      }
      var seen: Set<String> = []
      for field in cache.fields where !seen.insert(field.name.value).inserted {
        diagnostics.error(field.name.place, "the cache of `\(cache.instruction.value)` has two fields called `\(field.name.value)`")
      }
      if let limit = version.encoding.longestCache, cache.units > limit {
        diagnostics.error(
          cache.instruction.place,
          "the cache of `\(cache.instruction.value)` has \(cache.units) code units, longer than the \(limit) declared")
      }
    }
  }
}
