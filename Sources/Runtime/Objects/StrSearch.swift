import CSupport
import Glibc

// Searching in runs of code units. Forward searches of more than one unit use memmem (two-way search in glibc: linear in the worst case).

/// A str's text as the units of some width (1, 2 or 4 bytes each). Widened text lies in malloc'ed memory: `free` gives it back.
struct TextUnits {
  var base: UnsafeRawPointer
  /// In units.
  var count: Int
  private var owned: UnsafeMutableRawPointer?

  /// The units of `s` in `width` bytes each (not less than its own width).
  init(_ s: Ref<StrObject>, width: Int) {
    count = s.count
    if Int(s.width) == width || s.count == 0 {
      base = UnsafeRawPointer(s.bytes)
      owned = nil
    } else {
      let memory = UnsafeMutableRawPointer.allocate(byteCount: s.count * width, alignment: 8)
      copyUnits(from: s.bytes, width: Int(s.width), to: memory, width: width, count: s.count)
      base = UnsafeRawPointer(memory)
      owned = memory
    }
  }

  func free() { owned?.deallocate() }
}

/// Position (in units) of the first `needle` in `text`, -1 = none. `width` bytes per unit.
public func findUnits(_ text: UnsafeRawPointer, _ count: Int, _ needle: UnsafeRawPointer, _ needleCount: Int, width: Int) -> Int {
  if needleCount > count { return -1 }
  if needleCount == 0 { return 0 }
  if needleCount == 1 { return findUnit(text, count, loadUnit(needle, 0, width), width: width) }
  var from = 0
  if width == 1 {
    let found = findByFirstBytes(text, count, needle, needleCount, &from)
    if found >= 0 || from > count &- needleCount { return found }
  }
  let bytes = count &* width
  // Hits between two units are no hits. Where there are many, each costs a look at the whole needle.
  for _ in 0..<16 {
    guard let hit = support_find(text + from, bytes &- from, needle, needleCount &* width) else { return -1 }
    let at = text.distance(to: hit)
    if width == 1 || at % width == 0 { return at / width }
    from = at &+ 1
  }
  let start = from / width
  let rest = UnitRun(text: text + start &* width, count: count &- start, needle: needle, needleCount: needleCount, width: width, isReversed: false)
  let at = rest.find()
  return at < 0 ? -1 : at &+ start
}

/// The same for bytes, by looking for the first of them and comparing the rest: quicker than memmem as long as it seldom misses. If it misses too
/// often, returns -1, and `from` is where to go on; if there is none, `from` is behind the last place.
private func findByFirstBytes(
  _ text: UnsafeRawPointer, _ count: Int, _ needle: UnsafeRawPointer, _ needleCount: Int, _ from: inout Int
) -> Int {
  let first = Int32(needle.load(as: UInt8.self))
  let second = needle.load(fromByteOffset: 1, as: UInt8.self)
  let places = count &- needleCount &+ 1
  var misses = 0
  while from < places, misses < 8 || misses &<< 4 < from && misses &* needleCount < count &<< 2 {
    guard let hit = memchr(text + from, first, places &- from) else {
      from = places
      return -1
    }
    let at = UnsafeRawPointer(hit)
    if at.load(fromByteOffset: 1, as: UInt8.self) == second && memcmp(at + 2, needle + 2, needleCount &- 2) == 0 { return text.distance(to: at) }
    from = text.distance(to: at) &+ 1
    misses &+= 1
  }
  return -1
}

/// Position of the last `needle` in `text`, -1 = none.
public func findLastUnits(_ text: UnsafeRawPointer, _ count: Int, _ needle: UnsafeRawPointer, _ needleCount: Int, width: Int) -> Int {
  if needleCount > count { return -1 }
  if needleCount == 0 { return count }
  let last = loadUnit(needle, needleCount &- 1, width)
  let bytes = needleCount &* width
  var at = count &- needleCount
  // Comparisons that may be made before the search takes the way that is linear.
  var left = (count &<< 2) / needleCount &+ 8
  while at >= 0 {
    if loadUnit(text, at &+ needleCount &- 1, width) == last {
      if memcmp(text + at &* width, needle, bytes) == 0 { return at }
      left &-= 1
      if left == 0 { break }
    }
    at &-= 1
  }
  if at <= 0 { return -1 }
  let rest = at &+ needleCount &- 1
  let found = UnitRun(text: text, count: rest, needle: needle, needleCount: needleCount, width: width, isReversed: true).find()
  return found < 0 ? -1 : rest &- found &- needleCount
}

/// How many of `count` bytes are `byte`.
public func countBytes(_ bytes: UnsafePointer<UInt8>, _ count: Int, _ byte: UInt8) -> Int {
  var total = 0
  var from = 0
  while from < count {
    // What fits the sum of a byte is added up in vectors of bytes.
    let end = min(from &+ 255, count)
    var sum: UInt8 = 0
    while from < end {
      sum &+= bytes[from] == byte ? 1 : 0
      from &+= 1
    }
    total &+= Int(sum)
  }
  return total
}

@inline(__always)
func loadUnit(_ text: UnsafeRawPointer, _ index: Int, _ width: Int) -> UInt32 {
  switch width {
  case 1: UInt32(text.load(fromByteOffset: index, as: UInt8.self))
  case 2: UInt32(text.load(fromByteOffset: index &* 2, as: UInt16.self))
  default: text.load(fromByteOffset: index &* 4, as: UInt32.self)
  }
}

/// Position of the first unit equal to `unit`, -1 = none.
func findUnit(_ text: UnsafeRawPointer, _ count: Int, _ unit: UInt32, width: Int) -> Int {
  if width == 1 {
    guard unit < 0x100, let hit = memchr(text, Int32(unit), count) else { return -1 }
    return text.distance(to: UnsafeRawPointer(hit))
  }
  for i in 0..<count where loadUnit(text, i, width) == unit { return i }
  return -1
}

/// Position of the first `needle` in the code points `start ..< end` of `s` (clamped), -1 = none. An empty needle is found at `start` if
/// that is not behind the end.
public func strFind(_ s: Ref<StrObject>, _ needle: Ref<StrObject>, _ start: Int, _ end: Int) -> Int {
  let end = min(end, s.count)
  if start > end || needle.width > s.width || needle.count > end &- start { return -1 }
  let width = Int(s.width)
  if needle.width == s.width {
    let at = findUnits(UnsafeRawPointer(s.bytes) + start &* width, end &- start, UnsafeRawPointer(needle.bytes), needle.count, width: width)
    return at < 0 ? -1 : at &+ start
  }
  let units = TextUnits(needle, width: width)
  defer { units.free() }
  let at = findUnits(UnsafeRawPointer(s.bytes) + start &* width, end &- start, units.base, units.count, width: width)
  return at < 0 ? -1 : at &+ start
}

/// Position of the last `needle` in the code points `start ..< end` of `s` (clamped), -1 = none.
public func strFindLast(_ s: Ref<StrObject>, _ needle: Ref<StrObject>, _ start: Int, _ end: Int) -> Int {
  let end = min(end, s.count)
  if start > end || needle.width > s.width || needle.count > end &- start { return -1 }
  let width = Int(s.width)
  let units = TextUnits(needle, width: width)
  defer { units.free() }
  let at = findLastUnits(UnsafeRawPointer(s.bytes) + start &* width, end &- start, units.base, units.count, width: width)
  return at < 0 ? -1 : at &+ start
}

/// Whether the code points of `s` at `at` are those of `part`.
public func strMatches(_ s: Ref<StrObject>, _ part: Ref<StrObject>, at: Int) -> Bool {
  if at < 0 || part.count > s.count &- at { return false }
  if part.width == s.width { return memcmp(s.bytes + at &* Int(s.width), part.bytes, part.byteCount) == 0 }
  if part.width > s.width { return false }
  for i in 0..<part.count where s.codePoint(at &+ i) != part.codePoint(i) { return false }
  return true
}
