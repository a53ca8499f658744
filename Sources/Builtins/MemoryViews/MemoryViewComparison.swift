import Glibc
import Runtime

/// `==` of memoryviews: equal shapes with equal items, whatever their formats.
enum MemoryViewComparison {
  typealias View = Ref<MemoryViewObject>

  static let functions: [NativeFunctionSpec] = [
    .init("__eq__(self, value, /)", "Return self==value.") { t, a throws(Raised) in try MemoryViewComparison.equal(t, a[0], a[1], .true, .false) },
    .init("__ne__(self, value, /)", "Return self!=value.") { t, a throws(Raised) in try MemoryViewComparison.equal(t, a[0], a[1], .false, .true) },
    .init("__lt__(self, value, /)", "Return self<value.") { _, _ throws(Raised) in .notImplemented },
    .init("__le__(self, value, /)", "Return self<=value.") { _, _ throws(Raised) in .notImplemented },
    .init("__gt__(self, value, /)", "Return self>value.") { _, _ throws(Raised) in .notImplemented },
    .init("__ge__(self, value, /)", "Return self>=value.") { _, _ throws(Raised) in .notImplemented },
  ]

  private static func equal(_ t: Thread, _ a: Value, _ b: Value, _ same: Value, _ different: Value) throws(Raised) -> Value {
    let left: View = a.unchecked()
    if left.source.isNull { return a == b ? same : different }
    if b.isKind(.record), b.object.type == t.types.memoryview {
      let right: View = b.unchecked()
      if right.source.isNull { return different }
      return try isEqual(t, left, right) ? same : different
    }
    let other: Value
    do throws(Raised) {
      guard ByteView(t, b) != nil || b.isObject && !t.lookupSpecial(b, .__buffer__).isNull else { return .notImplemented }
      other = try MemoryViewType.make(t, b)
    } catch {
      _ = t.takeException()
      return .notImplemented
    }
    let isSame = try isEqual(t, left, other.unchecked())
    try MemoryViewType.release(t, other)
    return isSame ? same : different
  }

  private static func isEqual(_ t: Thread, _ a: View, _ b: View) throws(Raised) -> Bool {
    guard a.dimensions == b.dimensions else { return false }
    for d in 0..<a.dimensions {
      if a.length(d) != b.length(d) { return false }
      if a.length(d) == 0 { break }
    }
    let (left, right) = (MemoryViewFormat(a), MemoryViewFormat(b))
    // Items that cannot be read are never equal, not even to themselves.
    if left.size(t) == 0 || right.size(t) == 0 { return false }
    let comparison = Comparison(
      t: t, a: a, b: b, left: left, right: right, areBytes: left.code == right.code && left.isByte && a.dimensions == 1)
    return try comparison.isEqual(0, MemoryViewType.base(t, a), MemoryViewType.base(t, b))
  }

  private struct Comparison {
    let t: Thread
    let a: View
    let b: View
    let left: MemoryViewFormat
    let right: MemoryViewFormat
    /// Bytes in one dimension.
    let areBytes: Bool

    func isEqual(_ dimension: Int, _ p: UnsafePointer<UInt8>, _ q: UnsafePointer<UInt8>) throws(Raised) -> Bool {
      if dimension == a.dimensions { return try areItemsEqual(p, q) }
      let count = a.length(dimension)
      let (step, otherStep) = (a.stride(dimension), b.stride(dimension))
      if areBytes && step == 1 && otherStep == 1 { return memcmp(p, q, count) == 0 }
      for i in 0..<count {
        if try !isEqual(dimension + 1, p + i * step, q + i * otherStep) { return false }
        if i & 0xFFF == 0xFFF { try t.pollNative() }
      }
      return true
    }

    private func areItemsEqual(_ p: UnsafePointer<UInt8>, _ q: UnsafePointer<UInt8>) throws(Raised) -> Bool {
      try t.equals(try MemoryViewItems.load(t, left, p), try MemoryViewItems.load(t, right, q))
    }
  }
}
