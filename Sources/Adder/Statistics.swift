import Bytecode
import Runtime

/// Instructions, allocations and collections of a run.
public struct Statistics: Sendable {
  /// An instruction, or two in a row, and how often it ran.
  public struct Count: Sendable, Equatable {
    public let name: String
    public let count: Int
  }

  /// By name, most frequent first.
  public let instructions: [Count]
  public let pairs: [Count]
  public let allocations: Int
  public let collections: Int
  /// How many code objects ran in register form, if that was asked for. What they execute is not counted.
  public let loweredCode: Int?

  init(_ observer: Observer, _ heap: Heap) {
    var instructions: [Count] = []
    var pairs: [Count] = []
    for engine in InstructionSet.versions.indices where !observer.pairs[engine].isEmpty {
      guard let set = InstructionSet.numbered(engine) else { continue }
      for (opcode, count) in observer.executions[engine].enumerated() where count > 0 {
        instructions.append(Count(name: set.instructions[opcode].name, count: count))
      }
      for (pair, count) in observer.pairs[engine].enumerated() where count > 0 {
        pairs.append(Count(name: "\(set.instructions[pair >> 8].name) \(set.instructions[pair & 0xFF].name)", count: count))
      }
    }
    self.instructions = instructions.sorted(by: Statistics.isBefore)
    self.pairs = pairs.sorted(by: Statistics.isBefore)
    allocations = heap.allocations
    collections = heap.state.pointee.collections
    loweredCode = observer.registerForm?.loweredCount
  }

  private static func isBefore(_ a: Count, _ b: Count) -> Bool { a.count != b.count ? a.count > b.count : a.name < b.name }

  /// The report in lines: totals, then at most `longest` instructions and pairs.
  public func report(longest: Int = 40) -> String {
    let total = instructions.reduce(0) { $0 + $1.count }
    var text = "instructions \(total)\nallocations \(allocations)\ncollections \(collections)\n"
    if let loweredCode { text += "code in register form \(loweredCode)\n" }
    for (title, counts) in [("instruction", instructions), ("pair", pairs)] {
      for entry in counts.prefix(longest) { text += "\(title) \(entry.count) \(entry.name)\n" }
    }
    return text
  }
}
