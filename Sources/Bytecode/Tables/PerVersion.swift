import Synchronization

/// A value for each Python version, made from its instruction set when it is first asked for.
final class PerVersion<Value: AnyObject & Sendable>: Sendable {
  private let values = Mutex<[Value?]>([])

  /// The value of a version; nil where there is no instruction set.
  func value(_ version: PythonVersion, _ make: (InstructionSet) -> Value) -> Value? {
    guard let ordinal = InstructionSet.versions.firstIndex(of: version) else { return nil }
    return values.withLock { values in
      if values.isEmpty { values = Array(repeating: nil, count: InstructionSet.versions.count) }
      if values[ordinal] == nil { values[ordinal] = InstructionSet.numbered(ordinal).map(make) }
      return values[ordinal]
    }
  }
}
