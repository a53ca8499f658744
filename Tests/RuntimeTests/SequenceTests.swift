import Builtins
import Runtime
import Testing

@Suite struct SequenceTests {
  /// Inputs with the shapes that a merge sort treats differently: runs up and down, equal items, saw teeth, noise.
  static func inputs() -> [[Int]] {
    var seed: UInt32 = 7
    func random() -> Int {
      seed = seed &* 1_664_525 &+ 1_013_904_223
      return Int(seed >> 12) % 1000
    }
    var inputs: [[Int]] = []
    for count in [0, 1, 2, 3, 5, 8, 31, 32, 33, 63, 64, 65, 70, 127, 129, 500, 1500] {
      inputs.append(Array(0..<count))
      inputs.append(Array((0..<count).reversed()))
      inputs.append(Array(repeating: 5, count: count))
      inputs.append((0..<count).map { $0 % 17 })
      inputs.append((0..<count).map { _ in random() })
      inputs.append((0..<count).map { $0 < count / 2 ? $0 : count - $0 })
    }
    return inputs
  }

  @Test func sortingInts() throws {
    let host = try Host()
    for input in Self.inputs() {
      let list = try host.list(input)
      try host.t.sort(list, key: .none, reverse: false)
      #expect(host.ints(list) == input.sorted())
      try host.t.sort(list, key: .none, reverse: true)
      #expect(host.ints(list) == input.sorted(by: >))
    }
  }

  @Test func sortingMixedNumbersAndStrs() throws {
    let host = try Host()
    for input in Self.inputs() {
      let mixed = try host.t.list()
      for n in input { try host.t.append(mixed, n % 2 == 0 ? Value(small: n) : try host.t.float(Double(n))) }
      try host.t.sort(mixed, key: .none, reverse: false)
      #expect((0..<mixed.count).map { mixed.items[$0].isSmallInt ? mixed.items[$0].smallInt : Int(mixed.items[$0].double) } == input.sorted())
      let texts = try host.list(input.map { "n\($0)" })
      try host.t.sort(texts, key: .none, reverse: false)
      #expect((0..<texts.count).map { host.text(texts.items[$0]) } == input.map { "n\($0)" }.sorted())
    }
  }

  @Test func slicesMeanWhatTheLanguageReferenceSays() throws {
    let host = try Host()
    let bounds = [Int.min, -8, -5, -4, -1, 0, 1, 3, 5, 9, Int.max]
    for count in 0...5 {
      for step in [-3, -2, -1, 1, 2, 3] {
        for start in bounds {
          for stop in bounds {
            let run = host.t.clamp(SliceRun(start: start, stop: stop, step: step, count: 0), count)
            let picked = (0..<run.count).map { run.start + $0 * step }
            #expect(picked == expectedIndices(count, start, stop, step), "[\(start):\(stop):\(step)] of \(count)")
          }
        }
      }
    }
  }

  /// The indices by the rules of the reference: negative bounds count from the end, bounds beyond it are the end, and the items follow by steps.
  private func expectedIndices(_ count: Int, _ start: Int, _ stop: Int, _ step: Int) -> [Int] {
    func place(_ bound: Int) -> Int {
      let fromStart = bound < 0 ? (bound < -count ? -1 : bound + count) : bound
      return step > 0 ? min(max(fromStart, 0), count) : min(max(fromStart, -1), count - 1)
    }
    // `Int.min` as a stop stands for a missing one of a slice that goes backwards.
    let end = place(stop)
    var result: [Int] = []
    var i = place(start)
    while step > 0 ? i < end : i > end {
      result.append(i)
      i += step
    }
    return result
  }

  @Test func replacingPartsOfAList() throws {
    let host = try Host()
    for start in 0...6 {
      for end in start...6 {
        for length in 0...9 {
          let list = try host.list(Array(0..<6))
          let items = try host.list(Array(100..<(100 + length)))
          var model = Array(0..<6)
          model.replaceSubrange(start..<end, with: Array(100..<(100 + length)))
          try host.t.replace(list, start, end, with: items.slots)
          #expect(host.ints(list) == model)
        }
      }
    }
  }
}
