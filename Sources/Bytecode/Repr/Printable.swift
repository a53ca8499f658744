/// Whether `str.isprintable` holds for a code point: no control, format, surrogate, private-use or unassigned character, no separator but the
/// space.
public func isPrintable(_ codePoint: UInt32) -> Bool {
  if codePoint < 0x7F { return codePoint >= 0x20 }
  var low = 0
  var high = printableBoundaries.count
  // The number of boundaries at or below the code point is odd inside a printable range.
  while low < high {
    let middle = (low + high) / 2
    if printableBoundaries[middle] <= codePoint { low = middle + 1 } else { high = middle }
  }
  return low & 1 == 1
}
