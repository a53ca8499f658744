import Glibc
import Runtime

extension RandomModule {
  /// `random.Random`
  static let randomType = TypeSpec(
    "random.Random", doc: "Random number generator base class used by bound module functions.",
    functions: (seeding + integers + sequences + distributions).map { $0.asLibraryFunction },
    attributes: [
      .init(
        "gauss_next", "the number that the next call of gauss uses, or None",
        get: { t, a throws(Raised) in a[0].unchecked(as: RandomObject.self).nextGauss },
        set: { t, a throws(Raised) in
          a[0].unchecked(as: RandomObject.self).nextGauss = a[1].isNull ? .none : a[1]
          return .none
        })
    ]
  ) { t, type throws(Raised) in
    try t.dictSet(type.dict, try t.intern("VERSION"), Value(small: 3))
    try t.dictSet(type.dict, try t.intern("__init_subclass__"), try initSubclass(t))
  }

  private static func initSubclass(_ t: Thread) throws(Raised) -> Value {
    let function = try t.libraryFunction(t.makeNative(initSubclassBody))
    function.qualifiedLibraryName = try t.str("Random.__init_subclass__")
    function.module = try t.intern("random")
    return try t.classMethod(Value(function))
  }

  private static let initSubclassBody = NativeFunctionSpec(
    "__init_subclass__(cls, /, **kwargs)", "Choose what random ints are made by: the class's own `random` or `getrandbits`."
  ) { t, a throws(Raised) in
    if a[1].unchecked(as: DictObject.self).count > 0 {
      throw t.raise(t.types.typeError, "Random.__init_subclass__() takes no keyword arguments")
    }
    return .none
  }

  /// `random.SystemRandom`
  static let systemType = TypeSpec(
    "random.SystemRandom", doc: "Alternate random number generator using sources provided by the operating system.",
    functions: ([
      .init("random(self, /)", "A float from 0 to below 1.") { t, a throws(Raised) in
        var word: UInt64 = 0
        withUnsafeMutableBytes(of: &word) { RandomModule.fillFromSystem($0) }
        return Value(nonNaN: Double(word >> 11) * 0x1p-53)
      },
      .init("getrandbits(self, k, /)", "An int of k random bits.") { t, a throws(Raised) in
        let k = try t.asIndex(a[1])
        if k < 0 { throw t.raise(t.types.valueError, "number of bits must be non-negative") }
        let result = try t.newInt(k / 64 + 1)
        RandomModule.fillFromSystem(UnsafeMutableRawBufferPointer(start: result.limbs, count: (k + 7) / 8))
        if k % 64 != 0 || k == 0 { result.limbs[k / 64] &= 1 << UInt64(k % 64) - 1 }
        return t.finish(result, k / 64 + 1, isNegative: false)
      },
      .init("seed(self, /, *args, **kwds)", "Does nothing: the system's source has no seed.") { t, a throws(Raised) in .none },
      .init("getstate(self, /, *args, **kwds)", "NotImplementedError: the system's source has no state.") { t, a throws(Raised) in
        throw t.raise(t.types.notImplementedError, "System entropy source does not have state.")
      },
      .init("setstate(self, /, *args, **kwds)", "NotImplementedError: the system's source has no state.") { t, a throws(Raised) in
        throw t.raise(t.types.notImplementedError, "System entropy source does not have state.")
      },
      .init("randbytes(self, n)", "n random bytes.") { t, a throws(Raised) in
        let n = try t.asIndex(a[1])
        if n < 0 { throw t.raise(t.types.valueError, "negative argument not allowed") }
        let result = try t.newBytes(count: n)
        RandomModule.fillFromSystem(UnsafeMutableRawBufferPointer(start: result.bytes, count: n))
        return Value(result)
      },
    ] as [NativeFunctionSpec]).map { $0.asLibraryFunction })

  private static let seeding: [NativeFunctionSpec] = [
    .init("__getstate__(self)", "The state, for pickling.") { t, a throws(Raised) in try t.call(try t.getAttribute(a[0], try t.intern("getstate"))) },
    .init("__setstate__(self, state)", "Takes over a state, for unpickling.") { t, a throws(Raised) in
      try t.call(try t.getAttribute(a[0], try t.intern("setstate")), a[1])
    },
    .init("__reduce__(self)", "The class and the state, for pickling.") { t, a throws(Raised) in
      try t.tuple(
        try t.getAttribute(a[0], .__class__), t.interpreter.emptyTuple, try t.call(try t.getAttribute(a[0], try t.intern("getstate"))))
    },
    .init("__init__(self, x=None)", "Seeds the generator.") { t, a throws(Raised) in
      _ = try t.call(try t.getAttribute(a[0], try t.intern("seed")), a[1])
      return .none
    },
    .init("seed(self, a=None, version=2)", "Starts a new sequence. Text is hashed with SHA-512 (version 2).") { t, a throws(Raised) in
      try RandomModule.seed(t, a[0].unchecked(), a[1], version: a[2])
      return .none
    },
    .init("getstate(self)", "A tuple that setstate takes.") { t, a throws(Raised) in
      try t.tuple(Value(small: 3), try RandomModule.words(t, a[0].unchecked()), a[0].unchecked(as: RandomObject.self).nextGauss)
    },
    .init("setstate(self, state)", "Goes on from where getstate was called.") { t, a throws(Raised) in
      let first = try t.getItem(a[1], Value(small: 0))
      var isKnown = try t.equals(first, Value(small: 3))
      if !isKnown { isKnown = try t.equals(first, Value(small: 2)) }
      guard isKnown else {
        throw t.raise(t.types.valueError, "state with version %S passed to Random.setstate() of version 3", first)
      }
      let items = try t.items(of: a[1], count: 3)
      var words = items[1]
      if !(try t.equals(items[0], Value(small: 3))) {
        // Version 2 has words with signs.
        let unsigned = try t.list(from: words)
        for i in 0..<unsigned.count { unsigned.items[i] = try t.binary(.remainder, unsigned.items[i], Value(small: 1 << 32)) }
        words = try t.tuple(copying: unsigned.slots)
      }
      try RandomModule.setWords(t, a[0].unchecked(), words)
      a[0].unchecked(as: RandomObject.self).nextGauss = items[2]
      return .none
    },
  ]

  private static let hashedSeed: StaticString = """
    Seeding based on hashing is deprecated
    since Python 3.9 and will be removed in a subsequent version. The only \n\
    supported seed types are: None, int, float, str, bytes, and bytearray.
    """

  private static func seed(_ t: Thread, _ me: Ref<RandomObject>, _ seed: Value, version: Value) throws(Raised) {
    if seed.isNone || seed.isInt || seed.isFloat { return try seedGenerator(t, me, seed) }
    let isFirst = try t.equals(version, Value(small: 1))
    let isText = seed.isKind(.str) || seed.isKind(.bytes) || seed.isKind(.bytearray)
    if isText, isFirst ? seed.isKind(.bytearray) : !(try t.equals(version, Value(small: 2))) { return try seedGenerator(t, me, seed) }
    var text: [UInt8]
    switch seed.kind {
    case .str:
      if !isFirst { _ = try t.call(try t.getAttribute(seed, try t.intern("encode"))) }
      text = Array(t.characters(of: seed).utf8)
    case .bytes:
      let bytes: Ref<BytesObject> = seed.unchecked()
      text = Array(UnsafeBufferPointer(start: bytes.bytes, count: bytes.count))
    case .bytearray:
      let array: Ref<ByteArrayObject> = seed.unchecked()
      text = array.count == 0 ? [] : Array(UnsafeBufferPointer(start: array.buffer.trailing(UInt8.self), count: array.count))
    default:
      if t.has(.randomSeedTypes) { throw t.raise(.unusableSeed) }
      if t.has(.randomDeprecations) { try t.warn(t.types.deprecationWarning, hashedSeed) }
      return try seedGenerator(t, me, seed)
    }
    if isFirst { return try seedGenerator(t, me, try versionOneSeed(t, text)) }
    let digest = SHA512.digest(text)
    if t.has(.randomSeedGrows), seed.isKind(.bytearray) {
      _ = try t.callMethod(seed, .extend, try digest.withUnsafeBufferPointer { (bytes) throws(Raised) in
        try t.bytes(copying: bytes.baseAddress.unsafelyUnwrapped, count: bytes.count)
      })
    }
    text += digest
    // The bytes as one number, most significant first.
    var key: [UInt32] = []
    var end = text.count
    while end > 0 {
      let start = max(0, end - 4)
      key.append(text[start..<end].reduce(0) { $0 << 8 | UInt32($1) })
      end = start
    }
    while key.count > 1, key.last == 0 { key.removeLast() }
    me.twister.seed(key)
    me.nextGauss = .none
  }

  /// The hash that Python 2 gave text.
  private static func versionOneSeed(_ t: Thread, _ text: [UInt8]) throws(Raised) -> Value {
    var x = text.first.map { UInt64($0) << 7 } ?? 0
    for byte in text { x = (1_000_003 &* x) ^ UInt64(byte) }
    x ^= UInt64(text.count)
    return x == UInt64.max ? Value(small: -2) : try t.int(x)
  }
}
