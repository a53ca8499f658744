/// Decompresses what `deflate` made (RFC 1951).
struct Inflate {
  /// Why data cannot be decompressed.
  enum Failure: Error {
    case damaged
    case tooLong
  }

  private let input: ArraySlice<UInt8>
  private var position: Int
  /// Bits that were read and not used, the next one lowest.
  private var bits: UInt32 = 0
  private var bitCount = 0
  private var output: [UInt8] = []
  private let limit: Int

  /// - Parameter size: how long the result is; more is a failure.
  static func inflate(_ input: ArraySlice<UInt8>, size: Int) throws(Failure) -> [UInt8] {
    var decoder = Inflate(input, limit: size)
    try decoder.run()
    return decoder.output
  }

  private init(_ input: ArraySlice<UInt8>, limit: Int) {
    self.input = input
    position = input.startIndex
    self.limit = limit
    output.reserveCapacity(min(limit, input.count << 5))
  }

  private mutating func run() throws(Failure) {
    var isLast = false
    while !isLast {
      isLast = try take(1) == 1
      switch try take(2) {
      case 0: try copyStored()
      case 1: try decode(Code.fixedLengths, Code.fixedDistances)
      case 2:
        let (lengths, distances) = try readCodes()
        try decode(lengths, distances)
      default: throw .damaged
      }
    }
  }

  // MARK: Bits

  private mutating func take(_ count: Int) throws(Failure) -> Int {
    while bitCount < count {
      guard position < input.endIndex else { throw .damaged }
      bits |= UInt32(input[position]) << UInt32(bitCount)
      position += 1
      bitCount += 8
    }
    let value = bits & ((1 << UInt32(count)) - 1)
    bits >>= UInt32(count)
    bitCount -= count
    return Int(value)
  }

  private mutating func symbol(_ code: Code) throws(Failure) -> Int {
    var (value, first, index) = (0, 0, 0)
    for length in 1...Code.longest {
      value |= try take(1)
      let count = code.counts[length]
      if value - first < count { return code.symbols[index + value - first] }
      index += count
      first = (first + count) << 1
      value <<= 1
    }
    throw .damaged
  }

  // MARK: Blocks

  private mutating func copyStored() throws(Failure) {
    bits = 0
    bitCount = 0
    let (count, complement) = (try take(16), try take(16))
    guard count == ~complement & 0xFFFF, count <= input.endIndex - position else { throw .damaged }
    guard output.count + count <= limit else { throw .tooLong }
    output += input[position..<position + count]
    position += count
  }

  private mutating func decode(_ lengths: Code, _ distances: Code) throws(Failure) {
    while true {
      let symbol = try symbol(lengths)
      if symbol == 256 { return }
      if symbol < 256 {
        guard output.count < limit else { throw .tooLong }
        output.append(UInt8(symbol))
        continue
      }
      guard symbol - 257 < Code.lengthBases.count else { throw .damaged }
      let length = Code.lengthBases[symbol - 257] + (try take(Code.lengthBits[symbol - 257]))
      let place = try self.symbol(distances)
      guard place < Code.distanceBases.count else { throw .damaged }
      let distance = Code.distanceBases[place] + (try take(Code.distanceBits[place]))
      guard distance <= output.count else { throw .damaged }
      guard output.count + length <= limit else { throw .tooLong }
      for _ in 0..<length { output.append(output[output.count - distance]) }
    }
  }

  /// The codes of a block that has its own.
  private mutating func readCodes() throws(Failure) -> (Code, Code) {
    let (lengthCount, distanceCount, codeCount) = (try take(5) + 257, try take(5) + 1, try take(4) + 4)
    var widths = [Int](repeating: 0, count: 19)
    for i in 0..<codeCount { widths[Code.order[i]] = try take(3) }
    let code = try Code(widths)
    var all: [Int] = []
    while all.count < lengthCount + distanceCount {
      let symbol = try symbol(code)
      switch symbol {
      case 0..<16: all.append(symbol)
      case 16:
        guard let last = all.last else { throw .damaged }
        all += [Int](repeating: last, count: try take(2) + 3)
      case 17: all += [Int](repeating: 0, count: try take(3) + 3)
      default: all += [Int](repeating: 0, count: try take(7) + 11)
      }
    }
    guard all.count == lengthCount + distanceCount else { throw .damaged }
    return (try Code(Array(all[..<lengthCount])), try Code(Array(all[lengthCount...])))
  }
}

/// A Huffman code: how many symbols have codes of each length, and the symbols in the order of their codes.
private struct Code {
  let counts: [Int]
  let symbols: [Int]

  static let longest = 15
  static let lengthBases = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258]
  static let lengthBits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0]
  static let distanceBases = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577,
  ]
  static let distanceBits = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13]
  /// In which order the lengths of the codes of lengths stand.
  static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

  static let fixedLengths = Code(
    unchecked: [Int](repeating: 8, count: 144) + [Int](repeating: 9, count: 112) + [Int](repeating: 7, count: 24) + [Int](repeating: 8, count: 8))
  static let fixedDistances = Code(unchecked: [Int](repeating: 5, count: 30))

  /// - Parameter lengths: the length of each symbol's code, 0 for those without.
  init(_ lengths: [Int]) throws(Inflate.Failure) {
    self.init(unchecked: lengths)
    var left = 1
    for length in 1...Code.longest {
      left = left << 1 - counts[length]
      if left < 0 { throw .damaged }
    }
  }

  private init(unchecked lengths: [Int]) {
    var counts = [Int](repeating: 0, count: Code.longest + 1)
    for length in lengths { counts[length] += 1 }
    counts[0] = 0
    self.counts = counts
    symbols = (1...Code.longest).flatMap { length in lengths.indices.filter { lengths[$0] == length } }
  }
}
