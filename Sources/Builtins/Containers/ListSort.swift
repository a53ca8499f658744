import Runtime

// list.sort: a stable merge sort that takes advantage of runs (T. Peters, Objects/listsort.txt; merge order: J. I. Munro and S. Wild,
// "Nearly-Optimal Mergesorts", the powersort). The items lie in buffers of the heap all the time, so that comparisons may run any Python code.

extension Thread {
  /// Sorts a list in place. `key` is None or a function; ValueError if a comparison changed the list.
  public func sort(_ list: Ref<ListObject>, key: Value, reverse: Bool) throws(Raised) {
    // While it is sorted the list is empty; a negative capacity shows that nobody touched it.
    let items = list.slots
    let buffer = list.buffer
    let capacity = list.capacity
    list.buffer = .none
    list.count = 0
    list.capacity = -1
    var failed = false
    do throws(Raised) {
      try sortItems(items, key: key, reverse: reverse)
    } catch {
      failed = true
    }
    let touched = list.capacity != -1
    list.buffer = buffer
    list.count = items.count
    list.capacity = capacity
    if failed { throw Raised() }
    if touched { throw raise(self.types.valueError, "list modified during sort") }
  }

  private func sortItems(_ items: Slots, key: Value, reverse: Bool) throws(Raised) {
    let count = items.count
    var keys = items.base
    var keyBuffer = Ref<ValueBuffer>.none
    if !key.isNone {
      keyBuffer = try valueBuffer(count)
      keys = keyBuffer.items
      for i in 0..<count { keys[i] = try call(key, items[i]) }
    }
    if count < 2 { return }
    let values = key.isNone ? nil : items.base
    if reverse {
      Sequences.reverse(keys, count)
      if let values { Sequences.reverse(values, count) }
    }
    defer {
      if reverse { Sequences.reverse(items.base, count) }
    }
    switch sortOrder(of: Slots(base: keys, count: count)) {
    case .ints: try MergeSort<IntOrder>.sort(self, keys, values, count)
    case .floats: try MergeSort<FloatOrder>.sort(self, keys, values, count)
    case .strs: try MergeSort<StrOrder>.sort(self, keys, values, count)
    case .tuples: try MergeSort<TupleOrder>.sort(self, keys, values, count)
    case .any: try MergeSort<AnyOrder>.sort(self, keys, values, count)
    }
    withExtendedLifetime(keyBuffer) {}
  }

  private enum SortOrder { case ints, floats, strs, tuples, any }

  /// What all keys have in common, so that comparing need not ask each time.
  private func sortOrder(of keys: Slots) -> SortOrder {
    let first = keys[0]
    if first.isSmallInt { return all(keys) { $0.isSmallInt } ? .ints : .any }
    if first.isDouble { return all(keys) { $0.isDouble } ? .floats : .any }
    if isExactStr(first) { return all(keys) { self.isExactStr($0) } ? .strs : .any }
    let tuple = self.types.tuple
    if first.isObject && first.object.type == tuple { return all(keys) { $0.isObject && $0.object.type == tuple } ? .tuples : .any }
    return .any
  }

  @inline(__always)
  private func all(_ keys: Slots, _ test: (Value) -> Bool) -> Bool {
    for i in 0..<keys.count where !test(keys[i]) { return false }
    return true
  }
}

/// How keys compare.
private protocol KeyOrder {
  static func isLess(_ t: Thread, _ a: Value, _ b: Value) throws(Raised) -> Bool
}

private enum IntOrder: KeyOrder {
  @inline(__always) static func isLess(_ t: Thread, _ a: Value, _ b: Value) throws(Raised) -> Bool { a.smallInt < b.smallInt }
}

private enum FloatOrder: KeyOrder {
  @inline(__always) static func isLess(_ t: Thread, _ a: Value, _ b: Value) throws(Raised) -> Bool { a.double < b.double }
}

private enum StrOrder: KeyOrder {
  @inline(__always) static func isLess(_ t: Thread, _ a: Value, _ b: Value) throws(Raised) -> Bool {
    t.strCompare(a.unchecked(), b.unchecked()) < 0
  }
}

private enum TupleOrder: KeyOrder {
  @inline(__always) static func isLess(_ t: Thread, _ a: Value, _ b: Value) throws(Raised) -> Bool {
    let x = a.unchecked(as: TupleObject.self)
    let y = b.unchecked(as: TupleObject.self)
    if x.count > 0 && y.count > 0 && Value.bothSmallInts(x.items[0], y.items[0]) && x.items[0] != y.items[0] {
      return x.items[0].smallInt < y.items[0].smallInt
    }
    let result = try t.compareSequences(.less, a, b)
    return result.isBool ? result.isTrue : try t.truth(result)
  }
}

private enum AnyOrder: KeyOrder {
  @inline(__always) static func isLess(_ t: Thread, _ a: Value, _ b: Value) throws(Raised) -> Bool { try t.isLess(a, b) }
}

/// One sort. Keys are compared; values, if there are any beside the keys, move with them.
private struct MergeSort<Order: KeyOrder> {
  /// A sorted run that waits to be merged, and how deep the boundary behind it is in the merge tree.
  struct Run {
    var start: Int
    var count: Int
    var power: Int
  }

  let t: Thread
  let keys: SlotPointer
  let values: SlotPointer?
  let count: Int
  /// Room for the shorter side of a merge: keys, then values.
  var room = Ref<ValueBuffer>.none
  var pending: [Run] = []
  /// Wins in a row that make a merge gallop; adapts to the data.
  var minGallop = 7

  static func sort(_ t: Thread, _ keys: SlotPointer, _ values: SlotPointer?, _ count: Int) throws(Raised) {
    var sorter = MergeSort(t: t, keys: keys, values: values, count: count)
    try sorter.run()
  }

  private mutating func run() throws(Raised) {
    let minRun = MergeSort.minimumRun(count)
    var start = 0
    while start < count {
      var length = try countRun(start)
      if length < minRun {
        let forced = min(count - start, minRun)
        try insertionSort(start, start + forced, sorted: length)
        length = forced
      }
      try push(Run(start: start, count: length, power: 0))
      start += length
    }
    while pending.count > 1 {
      let n = pending.count - 2
      try mergeRuns(at: n > 0 && pending[n - 1].count < pending[n + 1].count ? n - 1 : n)
    }
  }

  /// The length that short runs are brought to: between 32 and 64, so that count / length is a power of 2 or a little less.
  private static func minimumRun(_ count: Int) -> Int {
    var n = count
    var rest = 0
    while n >= 64 {
      rest |= n & 1
      n >>= 1
    }
    return n + rest
  }

  private mutating func push(_ run: Run) throws(Raised) {
    if let last = pending.last {
      let power = MergeSort.power(last.start, last.count, run.count, count)
      while pending.count > 1 && pending[pending.count - 2].power > power { try mergeRuns(at: pending.count - 2) }
      pending[pending.count - 1].power = power
    }
    pending.append(run)
  }

  /// Depth of the boundary between two neighbouring runs in the ideal merge tree: the first bit in which the middles of the runs, as fractions
  /// of the whole, differ.
  private static func power(_ start: Int, _ left: Int, _ right: Int, _ count: Int) -> Int {
    var a = 2 * start + left
    var b = a + left + right
    var depth = 0
    while true {
      depth += 1
      if a >= count {
        a -= count
        b -= count
      } else if b >= count {
        return depth
      }
      a <<= 1
      b <<= 1
    }
  }

  @inline(__always)
  private func less(_ a: Value, _ b: Value) throws(Raised) -> Bool { try Order.isLess(t, a, b) }

  // MARK: Runs

  /// Length of the run at `start`; a descending one is reversed.
  private func countRun(_ start: Int) throws(Raised) -> Int {
    var end = try ascendingEnd(start + 1)
    if end == count { return end - start }
    if !t.has(.sortRunsWithEquals) {
      if end - start > 1 { return end - start }
      end += 1
      while end < count, try less(keys[end], keys[end - 1]) { end += 1 }
      reverse(start, end)
      return end - start
    }
    // Equal items may begin a descending run.
    if end - start > 1 {
      if try less(keys[start], keys[end - 1]) { return end - start }
      reverse(start, end)
    }
    end = try descendingEnd(end + 1)
    reverse(start, end)
    return try ascendingEnd(end) - start
  }

  /// The end of the ascending run that reaches `end` already.
  private func ascendingEnd(_ end: Int) throws(Raised) -> Int {
    var end = end
    while end < count, try !less(keys[end], keys[end - 1]) { end += 1 }
    return end
  }

  /// The end of the descending run that reaches `end` already. Stretches of equal items in it are reversed, so that they
  /// keep their order when the run is.
  private func descendingEnd(_ end: Int) throws(Raised) -> Int {
    var end = end
    var equals = 0
    while end < count {
      if try less(keys[end], keys[end - 1]) {
        if equals > 0 { reverse(end - 1 - equals, end) }
        equals = 0
      } else if try less(keys[end - 1], keys[end]) {
        break
      } else {
        equals += 1
      }
      end += 1
    }
    if equals > 0 { reverse(end - 1 - equals, end) }
    return end
  }

  private func reverse(_ start: Int, _ end: Int) {
    Sequences.reverse(keys + start, end - start)
    if let values { Sequences.reverse(values + start, end - start) }
  }

  /// Sorts `start ..< end`, whose first `sorted` items are sorted, by binary insertion.
  private func insertionSort(_ start: Int, _ end: Int, sorted: Int) throws(Raised) {
    for i in (start + sorted)..<end {
      let pivot = keys[i]
      var low = start
      var high = i
      while low < high {
        let middle = low + (high - low) / 2
        if try less(pivot, keys[middle]) { high = middle } else { low = middle + 1 }
      }
      (keys + (low + 1)).update(from: keys + low, count: i - low)
      keys[low] = pivot
      if let values {
        let value = values[i]
        (values + (low + 1)).update(from: values + low, count: i - low)
        values[low] = value
      }
    }
  }

  // MARK: Searching a run

  /// Where `key` goes in the sorted `base[0 ..< length]`: before equal items (`left`) or behind them. The search starts near `hint`.
  private func gallop(_ key: Value, _ base: SlotPointer, _ length: Int, hint: Int, left: Bool) throws(Raised) -> Int {
    // Whether the place of the key is behind item i.
    @inline(__always) func isBehind(_ i: Int) throws(Raised) -> Bool {
      left ? try less(base[i], key) : try !less(key, base[i])
    }
    var low: Int
    var high: Int
    var step = 1
    if try isBehind(hint) {
      low = hint
      high = hint + 1
      while high < length {
        if try !isBehind(high) { break }
        low = high
        step = step << 1 + 1
        high = min(hint + step, length)
      }
      low += 1
    } else {
      high = hint
      low = hint - 1
      while low >= 0 {
        if try isBehind(low) { break }
        high = low
        step = step << 1 + 1
        low = max(hint - step, -1)
      }
      low += 1
    }
    while low < high {
      let middle = low + (high - low) / 2
      if try isBehind(middle) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  // MARK: Merging

  /// Merges the pending runs `i` and `i + 1`.
  private mutating func mergeRuns(at i: Int) throws(Raised) {
    var a = pending[i]
    var b = pending[i + 1]
    pending[i].count = a.count + b.count
    pending[i].power = b.power
    pending.remove(at: i + 1)
    // What of the first run is below the second, and what of the second is above the first, is in place.
    let skipped = try gallop(keys[b.start], keys + a.start, a.count, hint: 0, left: false)
    a.start += skipped
    a.count -= skipped
    if a.count == 0 { return }
    b.count = try gallop(keys[a.start + a.count - 1], keys + b.start, b.count, hint: b.count - 1, left: true)
    if b.count == 0 { return }
    try reserve(min(a.count, b.count))
    if a.count <= b.count { try mergeForward(a, b) } else { try mergeBackward(a, b) }
  }

  private mutating func reserve(_ needed: Int) throws(Raised) {
    let words = values == nil ? needed : 2 * needed
    if room.isNone || room.capacity < words { room = try t.valueBuffer(words) }
  }

  /// Never inlined: a throwing function that ends with a copy of memory may leave a wrong error register (Swift before 6.4,
  /// https://github.com/swiftlang/swift/issues/90477; Tools/check-error-register.sh finds the places).
  @inline(never)
  private static func putBack(_ to: SlotPointer, _ from: SlotPointer, _ count: Int) { to.update(from: from, count: count) }

  /// The first run is the shorter one: it moves out of the way, and the merge goes upwards.
  private mutating func mergeForward(_ a: Run, _ b: Run) throws(Raised) {
    let side = room.items
    let sideValues = values == nil ? nil : side + a.count
    side.update(from: keys + a.start, count: a.count)
    if let values, let sideValues { sideValues.update(from: values + a.start, count: a.count) }
    var left = 0
    var right = b.start
    let end = b.start + b.count
    var to = a.start
    // Whatever happens, what is left of the side goes back: no item is lost.
    defer {
      let rest = a.count - left
      MergeSort.putBack(keys + to, side + left, rest)
      if let values, let sideValues { MergeSort.putBack(values + to, sideValues + left, rest) }
    }
    /// Moves items of the second run down.
    @inline(__always) func takeRight(_ n: Int) {
      (keys + to).update(from: keys + right, count: n)
      if let values { (values + to).update(from: values + right, count: n) }
      right += n
      to += n
    }
    @inline(__always) func takeLeft(_ n: Int) {
      (keys + to).update(from: side + left, count: n)
      if let values, let sideValues { (values + to).update(from: sideValues + left, count: n) }
      left += n
      to += n
    }
    takeRight(1)
    while right < end && left < a.count {
      var leftWins = 0
      var rightWins = 0
      // One by one, until one side wins again and again.
      while right < end && left < a.count {
        if try less(keys[right], side[left]) {
          takeRight(1)
          rightWins += 1
          leftWins = 0
          if rightWins >= minGallop { break }
        } else {
          takeLeft(1)
          leftWins += 1
          rightWins = 0
          if leftWins >= minGallop { break }
        }
      }
      minGallop += 1
      while right < end && left < a.count {
        minGallop = max(1, minGallop - 1)
        leftWins = try gallop(keys[right], side + left, a.count - left, hint: 0, left: false)
        takeLeft(leftWins)
        if left == a.count { break }
        takeRight(1)
        if right == end { break }
        rightWins = try gallop(side[left], keys + right, end - right, hint: 0, left: true)
        takeRight(rightWins)
        if right == end { break }
        takeLeft(1)
        if leftWins < 7 && rightWins < 7 { break }
      }
      minGallop += 1
    }
  }

  /// The second run is the shorter one: it moves out of the way, and the merge goes downwards.
  private mutating func mergeBackward(_ a: Run, _ b: Run) throws(Raised) {
    let side = room.items
    let sideValues = values == nil ? nil : side + b.count
    side.update(from: keys + b.start, count: b.count)
    if let values, let sideValues { sideValues.update(from: values + b.start, count: b.count) }
    // Items left of each run, and the end of the free room.
    var left = a.count
    var right = b.count
    var to = b.start + b.count
    defer {
      MergeSort.putBack(keys + (to - right), side, right)
      if let values, let sideValues { MergeSort.putBack(values + (to - right), sideValues, right) }
    }
    /// Moves the last items of the first run up.
    @inline(__always) func takeLeft(_ n: Int) {
      left -= n
      to -= n
      (keys + to).update(from: keys + (a.start + left), count: n)
      if let values { (values + to).update(from: values + (a.start + left), count: n) }
    }
    @inline(__always) func takeRight(_ n: Int) {
      right -= n
      to -= n
      (keys + to).update(from: side + right, count: n)
      if let values, let sideValues { (values + to).update(from: sideValues + right, count: n) }
    }
    takeLeft(1)
    while left > 0 && right > 0 {
      var leftWins = 0
      var rightWins = 0
      while left > 0 && right > 0 {
        if try less(side[right - 1], keys[a.start + left - 1]) {
          takeLeft(1)
          leftWins += 1
          rightWins = 0
          if leftWins >= minGallop { break }
        } else {
          takeRight(1)
          rightWins += 1
          leftWins = 0
          if rightWins >= minGallop { break }
        }
      }
      minGallop += 1
      while left > 0 && right > 0 {
        minGallop = max(1, minGallop - 1)
        leftWins = left - (try gallop(side[right - 1], keys + a.start, left, hint: left - 1, left: false))
        takeLeft(leftWins)
        if left == 0 { break }
        takeRight(1)
        if right == 0 { break }
        rightWins = right - (try gallop(keys[a.start + left - 1], side, right, hint: right - 1, left: true))
        takeRight(rightWins)
        if right == 0 { break }
        takeLeft(1)
        if leftWins < 7 && rightWins < 7 { break }
      }
      minGallop += 1
    }
  }
}
