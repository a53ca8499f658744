import Bytecode

/// Makes damaged .pyc files from good ones. A mutant depends on the corpus, the seed and its index alone.
struct Mutator {
  private let files: [[UInt8]]
  private let code: CodeMutator

  /// - Parameter files: Good .pyc files, in a fixed order; at least one.
  init(files: [[UInt8]]) {
    self.files = files
    code = CodeMutator(files: files.compactMap { try? PycFile(reading: $0) })
  }

  func mutant(seed: UInt64, index: Int) -> [UInt8] {
    var random = SeededGenerator(seed: seed &* 0x2545_F491_4F6C_DD1D &+ UInt64(index))
    let base = files[random.below(files.count)]
    switch random.below(10) {
    case 0, 1: return flipBits(base, &random)
    case 2: return replaceBytes(base, &random)
    case 3: return swapBytes(base, &random)
    case 4: return Array(base[..<random.below(base.count)])
    case 5: return splice(base, files[random.below(files.count)], &random)
    default: return code.mutant(&random)
    }
  }

  private func flipBits(_ base: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = base
    for _ in 0...random.below(8) { bytes[random.below(bytes.count)] ^= 1 << UInt8(random.below(8)) }
    return bytes
  }

  private func replaceBytes(_ base: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = base
    let telling: [UInt8] = [0, 1, 0x7F, 0x80, 0xFF]
    for _ in 0...random.below(4) {
      let byte = random.below(2) == 0 ? telling[random.below(telling.count)] : UInt8(random.below(256))
      bytes[random.below(bytes.count)] = byte
    }
    return bytes
  }

  private func swapBytes(_ base: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = base
    for _ in 0...random.below(3) { bytes.swapAt(random.below(bytes.count), random.below(bytes.count)) }
    return bytes
  }

  /// Puts a stretch of one file over or into another.
  private func splice(_ base: [UInt8], _ other: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    let start = random.below(other.count)
    let piece = other[start..<min(other.count, start + 1 + random.below(200))]
    let place = random.below(base.count)
    let end = random.below(2) == 0 ? place : min(base.count, place + piece.count)
    return Array(base[..<place]) + piece + Array(base[end...])
  }
}
