import Glibc

/// The hashes of `hashlib`.
enum HashAlgorithm: UInt8 {
  case md5, sha1, sha224, sha256, sha384, sha512, sha3224, sha3256, sha3384, sha3512, shake128, shake256, blake2b, blake2s

  var name: StaticString {
    switch self {
    case .md5: "md5"
    case .sha1: "sha1"
    case .sha224: "sha224"
    case .sha256: "sha256"
    case .sha384: "sha384"
    case .sha512: "sha512"
    case .sha3224: "sha3_224"
    case .sha3256: "sha3_256"
    case .sha3384: "sha3_384"
    case .sha3512: "sha3_512"
    case .shake128: "shake_128"
    case .shake256: "shake_256"
    case .blake2b: "blake2b"
    case .blake2s: "blake2s"
    }
  }

  /// Bytes of a digest; 0 if they are asked for.
  var digestSize: Int {
    switch self {
    case .md5: 16
    case .sha1: 20
    case .sha224, .sha3224: 28
    case .sha256, .sha3256, .blake2s: 32
    case .sha384, .sha3384: 48
    case .sha512, .sha3512, .blake2b: 64
    case .shake128, .shake256: 0
    }
  }

  /// Bytes that are taken at once.
  var blockSize: Int {
    switch self {
    case .md5, .sha1, .sha224, .sha256, .blake2s: 64
    case .sha384, .sha512, .blake2b: 128
    case .sha3224: 144
    case .sha3256, .shake256: 136
    case .sha3384: 104
    case .sha3512: 72
    case .shake128: 168
    }
  }

  var isSponge: Bool { rawValue >= HashAlgorithm.sha3224.rawValue && rawValue <= HashAlgorithm.shake256.rawValue }
  var isBlake: Bool { self == .blake2b || self == .blake2s }

  /// The words that hashing begins with.
  var initialWords: [UInt64] {
    switch self {
    case .md5: [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476]
    case .sha1: [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0]
    case .sha224: HashAlgorithm.sha384Words.map { $0 & 0xFFFF_FFFF }
    case .sha256, .blake2s: HashAlgorithm.sha512Words.map { $0 >> 32 }
    case .sha384: HashAlgorithm.sha384Words
    case .sha512, .blake2b: HashAlgorithm.sha512Words
    default: [UInt64](repeating: 0, count: 25)
    }
  }

  /// The first 64 bits of the fractions of the square roots of the first eight primes (FIPS 180-4). Their halves serve SHA-256 and BLAKE2s.
  static let sha512Words: [UInt64] = [
    0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1, 0x510e527fade682d1, 0x9b05688c2b3e6c1f,
    0x1f83d9abfb41bd6b, 0x5be0cd19137e2179,
  ]
  /// The same of the next eight primes.
  private static let sha384Words: [UInt64] = [
    0xcbbb9d5dc1059ed8, 0x629a292a367cd507, 0x9159015a3070dd17, 0x152fecd8f70e5939, 0x67332667ffc00b31, 0x8eb44a8768581511,
    0xdb0c2e0d64f98fa7, 0x47b5481dbefa4fa4,
  ]
}
