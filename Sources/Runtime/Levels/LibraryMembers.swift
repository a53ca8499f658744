/// A member that is there, or a field that is one, from level `first` to level `last`. `owner` is a type's qualified name, or `module` and a module's.
struct MemberRange: Sendable {
  let owner: StaticString
  let name: StaticString
  let first: UInt16
  let last: UInt16

  init(_ owner: StaticString, _ name: StaticString, _ first: UInt16, _ last: UInt16) {
    self.owner = owner
    self.name = name
    self.first = first
    self.last = last
  }
}

/// The signature that a function has from level `first` to level `last`; the function's name stands at its beginning.
struct SignatureVariant: Sendable {
  let owner: StaticString
  let text: StaticString
  let first: UInt16
  let last: UInt16

  init(_ owner: StaticString, _ text: StaticString, _ first: UInt16, _ last: UInt16) {
    self.owner = owner
    self.text = text
    self.first = first
    self.last = last
  }
}

extension Thread {
  /// Takes from the namespace of a type or module what its level does not have.
  /// - Parameter prefix: empty for types, `module ` for modules.
  public func removeMembersOfOtherLevels(_ namespace: Ref<DictObject>, _ prefix: StaticString, _ owner: StaticString) throws(Raised) {
    let members = MemberRange.all
    let level = self.level.number
    for i in rows(of: members, prefix, owner) where level < members[i].first || level > members[i].last {
      _ = try dictDelete(namespace, try intern(members[i].name))
    }
  }

  /// The rows of `MemberRange.fields` for a type.
  func fieldRows(of owner: StaticString) -> Range<Int> { rows(of: MemberRange.fields, "", owner) }

  /// The names of what a type has of its own, at the level of the run, although it is what it would inherit.
  func repeatedNames(of owner: StaticString, _ body: (StaticString) throws(Raised) -> Void) throws(Raised) {
    let repeated = MemberRange.repeated
    let level = self.level.number
    for i in rows(of: repeated, "", owner) where repeated[i].first <= level && level <= repeated[i].last { try body(repeated[i].name) }
  }

  /// Whether one of the rows says that `name` is a field at the level of the run.
  func isField(_ name: StaticString, in rows: Range<Int>) -> Bool {
    let fields = MemberRange.fields
    let level = self.level.number
    for i in rows where order(fields[i].name, "", name) == 0 { return fields[i].first <= level && level <= fields[i].last }
    return false
  }

  /// The rows of a table, sorted by owner, that have this owner.
  private func rows(of members: [MemberRange], _ prefix: StaticString, _ owner: StaticString) -> Range<Int> {
    let first = firstRow(members.count, prefix, owner) { members[$0].owner }
    var end = first
    while end < members.count, order(members[end].owner, prefix, owner) == 0 { end += 1 }
    return first..<end
  }

  /// The signature of a native function at the level of the run; `declared` if it is the same at all.
  func signature(_ declared: StaticString, _ prefix: StaticString = "", of owner: StaticString) -> StaticString {
    let variants = SignatureVariant.all
    let level = self.level.number
    var i = firstRow(variants.count, prefix, owner) { variants[$0].owner }
    while i < variants.count, order(variants[i].owner, prefix, owner) == 0 {
      let variant = variants[i]
      if variant.first <= level, level <= variant.last, namesSameFunction(variant.text, declared) { return variant.text }
      i += 1
    }
    return declared
  }

  /// The first of `count` rows, sorted by owner, whose owner is not before `prefix` and `owner`.
  private func firstRow(_ count: Int, _ prefix: StaticString, _ owner: StaticString, _ ownerOf: (Int) -> StaticString) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if order(ownerOf(middle), prefix, owner) < 0 { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Below, at or above 0 as `text` is before, the same as or behind `prefix` and `rest` together.
  private func order(_ text: StaticString, _ prefix: StaticString, _ rest: StaticString) -> Int {
    let total = prefix.utf8CodeUnitCount + rest.utf8CodeUnitCount
    for i in 0..<min(text.utf8CodeUnitCount, total) {
      let other = i < prefix.utf8CodeUnitCount ? prefix.utf8Start[i] : rest.utf8Start[i - prefix.utf8CodeUnitCount]
      if text.utf8Start[i] != other { return Int(text.utf8Start[i]) - Int(other) }
    }
    return text.utf8CodeUnitCount - total
  }

  /// Whether two signatures have the same name before the parenthesis.
  private func namesSameFunction(_ a: StaticString, _ b: StaticString) -> Bool {
    // What messages call the function may have the type in front.
    var start = 0
    var end = 0
    while end < a.utf8CodeUnitCount, a.utf8Start[end] != UInt8(ascii: "(") {
      end += 1
      if a.utf8Start[end - 1] == UInt8(ascii: ".") { start = end }
    }
    for i in 0..<min(a.utf8CodeUnitCount - start, b.utf8CodeUnitCount) {
      if a.utf8Start[start + i] != b.utf8Start[i] { return false }
      if b.utf8Start[i] == UInt8(ascii: "(") { return true }
    }
    return false
  }
}
