import Glibc

/// The interned strs of an interpreter: an open-addressing table of words, kept alive by the interpreter (roots of the collector).
@frozen
public struct InternTable: BitwiseCopyable {
  public var state: UnsafeMutablePointer<State>

  @frozen
  public struct State: BitwiseCopyable {
    public var entries: SlotPointer
    public var mask: Int
    public var count: Int
  }

  static func make() -> InternTable {
    let capacity = 1024
    let entries = SlotPointer.allocate(capacity: capacity)
    entries.initialize(repeating: .null, count: capacity)
    let state = UnsafeMutablePointer<State>.allocate(capacity: 1)
    state.initialize(to: State(entries: entries, mask: capacity - 1, count: 0))
    return InternTable(state: state)
  }

  func destroy() {
    state.pointee.entries.deallocate()
    state.deallocate()
  }

  /// The roots: `count` of them are not null.
  var entries: Slots { Slots(base: state.pointee.entries, count: state.pointee.mask + 1) }
}

extension Thread {
  /// The one str with the text of `v` (a plain str) that names are compared by identity with.
  public func intern(_ v: Value) -> Value {
    let str = v.unchecked(as: StrObject.self)
    if str.header.flags.contains(.interned) { return v }
    let table = self.interpreter.internTable.state
    let hash = hashOfStr(str)
    var i = hash & table.pointee.mask
    while true {
      let candidate = table.pointee.entries[i]
      if candidate.isNull { break }
      if strEquals(candidate, v) { return candidate }
      i = (i + 1) & table.pointee.mask
    }
    str.header.flags.insert(.interned)
    table.pointee.entries[i] = v
    table.pointee.count += 1
    if table.pointee.count * 2 > table.pointee.mask { growInternTable(table) }
    return v
  }

  private func growInternTable(_ table: UnsafeMutablePointer<InternTable.State>) {
    let oldMask = table.pointee.mask
    let old = table.pointee.entries
    let mask = oldMask * 2 + 1
    let entries = SlotPointer.allocate(capacity: mask + 1)
    entries.initialize(repeating: .null, count: mask + 1)
    for k in 0...oldMask where !old[k].isNull {
      var i = hashOfStr(old[k].unchecked()) & mask
      while !entries[i].isNull { i = (i + 1) & mask }
      entries[i] = old[k]
    }
    old.deallocate()
    table.pointee.entries = entries
    table.pointee.mask = mask
  }

  public func intern(_ text: StaticString) throws(Raised) -> Value { intern(try str(text)) }
}
