#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension [Double] {
  /// The middle value; of an even number the mean of the two in the middle.
  var median: Double {
    let ordered = sorted()
    guard !ordered.isEmpty else { return .nan }
    let middle = ordered.count / 2
    return ordered.count % 2 == 1 ? ordered[middle] : (ordered[middle - 1] + ordered[middle]) / 2
  }

  var geometricMean: Double { isEmpty ? .nan : exp(map { log($0) }.reduce(0, +) / Double(count)) }
}

/// `value` with `places` digits behind the point.
func fixed(_ value: Double, _ places: Int) -> String {
  var scale = 1.0
  for _ in 0..<places { scale *= 10 }
  let digits = String(Int((abs(value) * scale).rounded()))
  let filled = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
  return (value < 0 ? "-" : "") + filled.dropLast(places) + "." + filled.suffix(places)
}

func padded(_ text: String, _ width: Int) -> String {
  text.count >= width ? text : String(repeating: " ", count: width - text.count) + text
}
