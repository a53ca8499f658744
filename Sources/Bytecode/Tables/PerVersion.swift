import Synchronization

/// A value for each Python version, made from its instruction set when it is first asked for, and kept.
final class PerVersion<Value: AnyObject & Sendable>: Sendable {
  /// One per version; neither they nor their memory ever go.
  private nonisolated(unsafe) let values: UnsafeMutablePointer<AtomicLazyReference<Value>>

  init() {
    values = .allocate(capacity: InstructionSet.versions.count)
    for ordinal in InstructionSet.versions.indices { (values + ordinal).initialize(to: AtomicLazyReference()) }
  }

  /// The value of a version; nil where there is no instruction set. When threads make it at the same time, the first one counts.
  func value(_ version: PythonVersion, _ make: (InstructionSet) -> Value) -> Value? {
    guard let ordinal = InstructionSet.versions.firstIndex(of: version) else { return nil }
    if let value = values[ordinal].load() { return value }
    return InstructionSet.numbered(ordinal).map { values[ordinal].storeIfNil(make($0)) }
  }
}
