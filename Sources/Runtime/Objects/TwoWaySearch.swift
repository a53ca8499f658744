/// A search in linear time and constant memory (Crochemore and Perrin, "Two-way string-matching", 1991), forwards or backwards, in units of any
/// width. For texts in which quicker ways would compare again and again.
struct UnitRun {
  let text: UnsafeRawPointer
  /// In units.
  let count: Int
  let needle: UnsafeRawPointer
  let needleCount: Int
  let width: Int
  /// Whether text and needle are read from their ends.
  let isReversed: Bool

  @inline(__always)
  private func part(_ i: Int) -> UInt32 { loadUnit(needle, isReversed ? needleCount &- 1 &- i : i, width) }

  @inline(__always)
  private func unit(_ i: Int) -> UInt32 { loadUnit(text, isReversed ? count &- 1 &- i : i, width) }

  /// Where the largest suffix of the needle begins, in the order of units or in the opposite one, and its period.
  private func largestSuffix(_ isOpposite: Bool) -> (start: Int, period: Int) {
    var start = -1
    var j = 0
    var k = 1
    var period = 1
    while j &+ k < needleCount {
      let a = part(j &+ k)
      let b = part(start &+ k)
      if a == b {
        if k == period {
          j &+= period
          k = 1
        } else {
          k &+= 1
        }
      } else if (a < b) != isOpposite {
        j &+= k
        k = 1
        period = j &- start
      } else {
        start = j
        j = start &+ 1
        k = 1
        period = 1
      }
    }
    return (start &+ 1, period)
  }

  /// Position of the first occurrence, counted in the direction of the search; -1 = none. The needle has at least two units.
  func find() -> Int {
    let first = largestSuffix(false)
    let second = largestSuffix(true)
    let (cut, period) = first.start > second.start ? first : second
    var isPeriodic = true
    var i = 0
    while i < cut, isPeriodic {
      isPeriodic = period &+ i < needleCount && part(i) == part(period &+ i)
      i &+= 1
    }
    return isPeriodic ? findPeriodic(cut, period) : findPlain(cut, max(cut, needleCount &- cut) &+ 1)
  }

  private func findPeriodic(_ cut: Int, _ period: Int) -> Int {
    // How much of the needle's beginning is known to match.
    var known = 0
    var at = 0
    while at <= count &- needleCount {
      var i = max(cut, known)
      while i < needleCount, part(i) == unit(at &+ i) { i &+= 1 }
      if i < needleCount {
        at &+= i &- cut &+ 1
        known = 0
        continue
      }
      i = cut &- 1
      while i >= known, part(i) == unit(at &+ i) { i &-= 1 }
      if i < known { return at }
      at &+= period
      known = needleCount &- period
    }
    return -1
  }

  private func findPlain(_ cut: Int, _ step: Int) -> Int {
    var at = 0
    while at <= count &- needleCount {
      var i = cut
      while i < needleCount, part(i) == unit(at &+ i) { i &+= 1 }
      if i < needleCount {
        at &+= i &- cut &+ 1
        continue
      }
      i = cut &- 1
      while i >= 0, part(i) == unit(at &+ i) { i &-= 1 }
      if i < 0 { return at }
      at &+= step
    }
    return -1
  }
}
