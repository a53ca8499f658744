/// Whether `str.isprintable` holds for a code point: no control, format, surrogate, private-use or unassigned character, no separator but the
/// space.
/// - Parameter unicode: The version of Unicode, 151 for 15.1; at least 9.0 is assumed.
public func isPrintable(_ codePoint: UInt32, unicode: UInt16 = 151) -> Bool {
  if codePoint < 0x7F { return codePoint >= 0x20 }
  // The number of boundaries at or below the code point is odd inside a printable range.
  let boundaries = countUp(to: codePoint, of: printableBoundaries.count) { printableBoundaries[$0] }
  guard boundaries & 1 == 1 else { return false }
  let ages = countUp(to: codePoint, of: printableAges.count / 2) { printableAges[2 * $0] }
  return ages == 0 || printableAges[2 * ages - 1] <= UInt32(unicode)
}

/// How many of `count` ascending numbers are at most `limit`.
private func countUp(to limit: UInt32, of count: Int, _ number: (Int) -> UInt32) -> Int {
  var low = 0
  var high = count
  while low < high {
    let middle = (low + high) / 2
    if number(middle) <= limit { low = middle + 1 } else { high = middle }
  }
  return low
}
