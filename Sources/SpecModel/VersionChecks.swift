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
    let names = version.numbers.map(\.name.value)
    let encoding = version.encoding
    for name in version.opmapStart + [encoding.extendedArg] + (encoding.cache.map { [$0] } ?? []) where !names.contains(name.value) {
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
