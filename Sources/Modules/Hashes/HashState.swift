import Glibc
import Runtime

/// A hash under way: its words and the bytes of a block that is not full yet, in a buffer of the heap.
struct HashState {
  private let start: UnsafeMutableRawPointer

  /// Bytes of the buffer: 25 words, how many bytes of a block there are, how many went before, and the block.
  static let size = 27 * 8 + 200

  init(_ buffer: Ref<BufferObject>) { start = buffer.raw + MemoryLayout<BufferObject>.size }

  var words: UnsafeMutablePointer<UInt64> { start.assumingMemoryBound(to: UInt64.self) }
  private var block: UnsafeMutablePointer<UInt8> { (start + 27 * 8).assumingMemoryBound(to: UInt8.self) }
  private var filled: Int { get { Int(words[25]) } nonmutating set { words[25] = UInt64(newValue) } }
  private var total: UInt64 { get { words[26] } nonmutating set { words[26] = newValue } }

  func begin(_ algorithm: HashAlgorithm) {
    memset(start, 0, HashState.size)
    for (i, word) in algorithm.initialWords.enumerated() { words[i] = word }
  }

  func copy(from other: HashState) { memcpy(start, other.start, HashState.size) }

  /// Takes bytes in. A last full block of BLAKE2 waits for more.
  func update(_ algorithm: HashAlgorithm, _ bytes: UnsafePointer<UInt8>, _ count: Int) {
    let size = algorithm.blockSize
    var next = 0
    while next < count {
      if filled == size {
        mix(algorithm, block)
        filled = 0
      }
      if filled == 0, count - next > size {
        mix(algorithm, bytes + next)
        next += size
        continue
      }
      let part = min(size - filled, count - next)
      memcpy(block + filled, bytes + next, part)
      filled += part
      next += part
    }
    if filled == size, !algorithm.isBlake {
      mix(algorithm, block)
      filled = 0
    }
  }

  private func mix(_ algorithm: HashAlgorithm, _ block: UnsafePointer<UInt8>) {
    total &+= UInt64(algorithm.blockSize)
    switch algorithm {
    case .md5: BlockFunctions.md5(words, block)
    case .sha1: BlockFunctions.sha1(words, block)
    case .sha224, .sha256: BlockFunctions.sha256(words, block)
    case .sha384, .sha512: BlockFunctions.sha512(words, block)
    case .blake2b: BlockFunctions.blake2b(words, block, total: total, isLast: false, isLastNode: false)
    case .blake2s: BlockFunctions.blake2s(words, block, total: total, isLast: false, isLastNode: false)
    default:
      for i in 0..<algorithm.blockSize / 8 { words[i] ^= BlockFunctions.little64(block, i) }
      BlockFunctions.keccak(words)
    }
  }

  /// Ends the hash, and writes its digest. The state is of no use afterwards.
  func finish(_ algorithm: HashAlgorithm, isLastNode: Bool, _ out: UnsafeMutablePointer<UInt8>, _ count: Int) {
    if algorithm.isBlake {
      finishBlake(algorithm, isLastNode: isLastNode)
    } else if algorithm.isSponge {
      let isShake = algorithm == .shake128 || algorithm == .shake256
      memset(block + filled, 0, algorithm.blockSize - filled)
      block[filled] = isShake ? 0x1F : 0x06
      block[algorithm.blockSize - 1] |= 0x80
      mix(algorithm, block)
      squeeze(algorithm, out, count)
      return
    } else {
      pad(algorithm)
    }
    write(algorithm, out, count)
  }

  private func finishBlake(_ algorithm: HashAlgorithm, isLastNode: Bool) {
    total &+= UInt64(filled)
    memset(block + filled, 0, algorithm.blockSize - filled)
    if algorithm == .blake2b {
      BlockFunctions.blake2b(words, block, total: total, isLast: true, isLastNode: isLastNode)
    } else {
      BlockFunctions.blake2s(words, block, total: total, isLast: true, isLastNode: isLastNode)
    }
  }

  /// A bit, zeros, and the number of bits.
  private func pad(_ algorithm: HashAlgorithm) {
    let bits = (total &+ UInt64(filled)) &* 8
    let size = algorithm.blockSize
    let lengthSize = size / 8
    block[filled] = 0x80
    filled += 1
    if filled > size - lengthSize {
      memset(block + filled, 0, size - filled)
      mix(algorithm, block)
      filled = 0
    }
    memset(block + filled, 0, size - filled)
    for i in 0..<8 {
      let byte = UInt8(truncatingIfNeeded: bits >> UInt64(8 * i))
      if algorithm == .md5 { block[size - 8 + i] = byte } else { block[size - 1 - i] = byte }
    }
    mix(algorithm, block)
  }

  private func write(_ algorithm: HashAlgorithm, _ out: UnsafeMutablePointer<UInt8>, _ count: Int) {
    let isLittle = algorithm == .md5 || algorithm.isBlake
    let wordSize = algorithm.blockSize == 128 ? 8 : 4
    for i in 0..<count {
      let place = i % wordSize
      let shift = 8 * (isLittle ? place : wordSize - 1 - place)
      out[i] = UInt8(truncatingIfNeeded: words[i / wordSize] >> UInt64(shift))
    }
  }

  private func squeeze(_ algorithm: HashAlgorithm, _ out: UnsafeMutablePointer<UInt8>, _ count: Int) {
    let size = algorithm.blockSize
    for i in 0..<count {
      let place = i % size
      if i > 0, place == 0 { BlockFunctions.keccak(words) }
      out[i] = UInt8(truncatingIfNeeded: words[place / 8] >> UInt64(8 * (place % 8)))
    }
  }
}
