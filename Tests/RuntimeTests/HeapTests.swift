import Runtime
import Testing

@Suite struct HeapTests {
  /// A chain of `length` pairs (number, rest), so that each cell is reached only through the one before.
  @inline(never)
  private func chain(_ t: Thread, _ length: Int) throws -> Value {
    var rest = Value.none
    for i in 0..<length { rest = try t.tuple(Value(small: i), rest) }
    return rest
  }

  private func isIntact(_ chain: Value, _ length: Int) -> Bool {
    var current = chain
    for i in stride(from: length - 1, through: 0, by: -1) {
      guard current.isKind(.tuple) else { return false }
      let pair: Ref<TupleObject> = current.unchecked()
      guard pair.count == 2, pair.items[0] == Value(small: i) else { return false }
      current = pair.items[1]
    }
    return current.isNone
  }

  @Test func unreachableCellsAreUsedAgain() throws {
    let t = try makeThread()
    for _ in 0..<200 { _ = try chain(t, 10_000) }
    // 2 million pairs of 32 bytes went by.
    #expect(t.heap.allocations > 2_000_000)
    #expect(t.heap.state.pointee.peakBytes < 40 << 20)
    #expect(t.heap.state.pointee.collections > 0)
  }

  @Test(arguments: [1, 2, 7, 100]) func reachableCellsSurviveCollections(interval: Int) throws {
    let t = try makeThread()
    t.heap.setPoisoning(true)
    t.heap.setStress(interval: interval)
    let long = try chain(t, 300)
    for length in 0..<20 { _ = try chain(t, length) }
    #expect(isIntact(long, 300))
    #expect(t.heap.state.pointee.collections >= 300 / interval)
  }

  /// The explicit mark stack: a chain far deeper than any native stack.
  @Test func deepStructuresAreMarked() throws {
    let t = try makeThread()
    let long = try chain(t, 1_000_000)
    t.collect()
    #expect(isIntact(long, 1_000_000))
  }

  @Test func containersSurviveStress() throws {
    let t = try makeThread()
    t.heap.setPoisoning(true)
    t.heap.setStress(interval: 1)
    let dict = try t.dict()
    let list = try t.list()
    let set = try t.set()
    for i in 0..<120 {
      try t.dictSet(dict, try t.str("key \(i)"), try t.str("value \(i)"))
      try t.append(list, try t.str("item \(i)"))
      try t.setAdd(set, try t.str("element \(i)"))
    }
    for i in 0..<120 {
      #expect(try t.text(try t.dictGet(dict, try t.str("key \(i)"))) == "value \(i)")
      #expect(try t.text(list.items[i]) == "item \(i)")
      #expect(try t.setContains(set, try t.str("element \(i)")))
    }
  }

  /// Cells of every size from one unit to several blocks: zeroed, apart from each other, and kept as they are.
  @Test func cellsOfAllSizes() throws {
    let t = try makeThread()
    t.heap.setPoisoning(true)
    let cells = try t.list()
    var sizes = Array(stride(from: 0, to: 700, by: 7))
    sizes += [1000, 2000, 3000, 4096, 5000, 8191, 10_000, 16_300, 16_400, 32_768, 40_000, 100_000, 1_000_000]
    for round in 0..<3 {
      for (i, size) in sizes.enumerated() {
        let bytes = try t.newBytes(count: size)
        #expect((0..<size).allSatisfy { bytes.bytes[$0] == 0 })
        for k in 0..<size { bytes.bytes[k] = UInt8(truncatingIfNeeded: i &+ k) }
        try t.append(cells, Value(bytes))
        // Garbage between the cells that stay.
        _ = try t.newBytes(count: size)
      }
      t.collect()
      for (i, size) in sizes.enumerated() {
        let bytes: Ref<BytesObject> = cells.items[round * sizes.count + i].unchecked()
        #expect(bytes.count == size && (0..<size).allSatisfy { bytes.bytes[$0] == UInt8(truncatingIfNeeded: i &+ $0) })
      }
    }
  }

  @Test func memoryLimitIsMemoryError() throws {
    let t = try makeThread()
    t.heap.setLimit(t.heap.state.pointee.usedBytes + 4 << 20)
    let name = try t.exceptionName { () throws(Raised) in
      let list = try t.list()
      while true { try t.append(list, Value(try t.newBytes(count: 1000))) }
    }
    #expect(name == "MemoryError")
    #expect(try t.exceptionName { () throws(Raised) in _ = try t.newBytes(count: 1 << 40) } == "MemoryError")
    #expect(try t.exceptionName { () throws(Raised) in _ = try t.binary(.leftShift, Value(small: 1), Value(small: 1 << 40)) } == "MemoryError")
    // The heap is usable as before.
    t.heap.setLimit(.max)
    #expect(try t.newBytes(count: 1 << 20).count == 1 << 20)
  }

  @inline(never)
  private func makeTargets(_ t: Thread, _ references: Ref<ListObject>, _ kept: Ref<ListObject>) throws {
    for i in 0..<200 {
      let target = try t.list()
      if i % 2 == 0 { try t.append(kept, Value(target)) }
      try t.append(references, Value(try t.makeWeakReference(Value(target), callback: .null, type: t.types.weakReference)))
    }
  }

  @Test func weakReferencesLoseDeadTargets() throws {
    let t = try makeThread()
    let references = try t.list()
    let kept = try t.list()
    try makeTargets(t, references, kept)
    _ = try chain(t, 1000)
    t.collect()
    var alive = 0
    for i in 0..<200 {
      let target = t.target(of: references.items[i].unchecked())
      if i % 2 == 0 { #expect(target == kept.items[i / 2]) } else if !target.isNull { alive += 1 }
    }
    // The native stack is scanned conservatively: an address may linger on it.
    #expect(alive <= 3)
  }

  @Test func countersCount() throws {
    let t = try makeThread()
    let before = (t.heap.allocations, t.heap.allocatedBytes)
    _ = try chain(t, 1000)
    #expect(t.heap.allocations - before.0 == 1000)
    #expect(t.heap.allocatedBytes - before.1 == 32_000)
  }
}
