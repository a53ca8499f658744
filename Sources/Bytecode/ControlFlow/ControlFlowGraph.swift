/// The basic blocks of a code object and how control goes from one to another.
///
/// A block begins at the entry, where something jumps to, behind a jump, at a handler, and where what handles exceptions
/// changes. Block 0 is the entry. Blocks that control never reaches are in the graph too.
public struct ControlFlowGraph: Sendable {
  /// In the order of the code.
  public let blocks: [Block]
  /// The instructions that `Block.elements` refers to.
  public let list: InstructionList
  public let version: PythonVersion

  public struct Block: Hashable, Sendable {
    /// The block's elements in `list`: instructions, with labels and marks among them.
    public let elements: Range<Int>
    /// Where control goes, without repetitions: on, to a jump's target, to a handler.
    public internal(set) var successors: [FlowEdge] = []
    /// The blocks that lead here.
    public internal(set) var predecessors: [Int] = []
    /// Whether control reaches it from the entry.
    public internal(set) var isReachable = false
  }

  /// A way from one block to another.
  public struct FlowEdge: Hashable, Sendable {
    public let kind: Kind
    /// The index of the block that it leads to.
    public let target: Int

    public enum Kind: Sendable {
      /// To what stands behind the block.
      case fallThrough
      case jump
      /// To the handler of an exception that is raised in the block.
      case exception
    }
  }

  /// The graph of a code object; nil if its instructions cannot be listed (`InstructionList.init`).
  public init?(_ image: CodeImage) {
    guard let list = InstructionList(image) else { return nil }
    self.init(list, version: image.version)
  }

  /// The graph of a list of instructions of a version; nil if there is no such version.
  public init?(_ list: InstructionList, version: PythonVersion) {
    guard let tables = AssemblerTables.of(version) else { return nil }
    self.list = list
    self.version = version
    var builder = GraphBuilder(list, tables)
    builder.divide()
    builder.connect()
    blocks = builder.blocks
  }
}

extension ControlFlowGraph {
  /// The block with an element of the list.
  public func block(of element: Int) -> Int? {
    var low = 0
    var high = blocks.count
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].elements.upperBound <= element { low = middle + 1 } else { high = middle }
    }
    return low < blocks.count && blocks[low].elements.contains(element) ? low : nil
  }

  /// The reachable blocks, each after all others that lead to it but for loops.
  public var reversePostorder: [Int] {
    guard !blocks.isEmpty else { return [] }
    var order: [Int] = []
    var isSeen = [Bool](repeating: false, count: blocks.count)
    var path: [(block: Int, next: Int)] = [(0, 0)]
    isSeen[0] = true
    while let (block, next) = path.last {
      guard next < blocks[block].successors.count else {
        order.append(block)
        path.removeLast()
        continue
      }
      path[path.count - 1].next += 1
      let target = blocks[block].successors[next].target
      guard !isSeen[target] else { continue }
      isSeen[target] = true
      path.append((target, 0))
    }
    return order.reversed()
  }

  /// The immediate dominator of each block: the last block, other than itself, through which all ways from the entry to it
  /// go. Nil for the entry and for what is not reachable.
  ///
  /// Method: Cooper, Harvey, Kennedy, "A Simple, Fast Dominance Algorithm".
  public var immediateDominators: [Int?] {
    let order = reversePostorder
    var number = [Int](repeating: -1, count: blocks.count)
    for (index, block) in order.enumerated() { number[block] = index }
    // By number in the order.
    var dominators = [Int](repeating: -1, count: order.count)
    guard !order.isEmpty else { return [] }
    dominators[0] = 0
    var changed = true
    while changed {
      changed = false
      for index in 1..<max(order.count, 1) {
        var best = -1
        for predecessor in blocks[order[index]].predecessors {
          var other = number[predecessor]
          guard other >= 0, dominators[other] >= 0 else { continue }
          while best >= 0, best != other {
            if best > other { best = dominators[best] } else { other = dominators[other] }
          }
          best = other
        }
        if best >= 0, dominators[index] != best {
          dominators[index] = best
          changed = true
        }
      }
    }
    return number.indices.map { block in number[block] > 0 ? order[dominators[number[block]]] : nil }
  }

  /// The blocks at which loops begin: those that dominate a block which leads back to them.
  public var loopHeads: [Int] {
    let dominators = immediateDominators
    func dominates(_ head: Int, _ block: Int) -> Bool {
      var current: Int? = block
      while let block = current {
        if block == head { return true }
        current = dominators[block]
      }
      return false
    }
    return blocks.indices.filter { head in
      blocks[head].isReachable && blocks[head].predecessors.contains { blocks[$0].isReachable && dominates(head, $0) }
    }
  }
}
