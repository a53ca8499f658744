import Glibc
import Runtime

/// The modules `_random` and `random`. The second is used where no `Lib` is found.
enum RandomModule {
  static let core = ModuleSpec("_random", doc: "Module implements the Mersenne Twister random number generator.") { t, module throws(Raised) in
    try t.addConstant(module, "Random", Value(try RandomModule.coreType(t)))
  }

  static let face = ModuleSpec("random", doc: "Random variable generators.") { t, module throws(Raised) in
    let base = try RandomModule.coreType(t)
    let type = try t.makeNativeType(RandomModule.randomType, base: base, bytes: RandomObject.bytes)
    type.dictWord = type.extraWords
    type.extraWords += 1
    try t.dictSet(type.dict, t.name(.__module__), module.name)
    let system = try t.makeNativeType(RandomModule.systemType, base: type, bytes: RandomObject.bytes)
    try t.dictSet(system.dict, t.name(.__module__), module.name)
    // In CPython these are written in Python.
    for type in [type, system] {
      t.populate(type)
      type.flags.insert(.heap)
    }
    try t.addConstant(module, "Random", Value(type))
    try t.addConstant(module, "SystemRandom", Value(system))
    let instance = try t.call(Value(type))
    try t.addConstant(module, "_inst", instance)
    for name in RandomModule.functionNames {
      let method = try t.getAttributeOrNull(instance, try t.intern(name))
      if !method.isNull { try t.addConstant(module, name, method) }
    }
    for constant in RandomModule.constants { try t.addConstant(module, constant.name, try t.float(constant.value)) }
    try t.addConstant(module, "BPF", Value(small: 53))
    try t.addConstant(module, "__all__", try RandomModule.publicNames(t, module))
  }

  private static let constants: [(name: StaticString, value: Double)] = [
    ("RECIP_BPF", 0x1p-53), ("LOG4", log(4)), ("NV_MAGICCONST", 4 * exp(-0.5) / 2.0.squareRoot()), ("SG_MAGICCONST", 1 + log(4.5)),
    ("TWOPI", 2 * Double.pi),
  ]

  /// The functions of the module are methods of a hidden instance.
  private static let functionNames: [StaticString] = [
    "betavariate", "binomialvariate", "choice", "choices", "expovariate", "gammavariate", "gauss", "getrandbits", "getstate",
    "lognormvariate", "normalvariate", "paretovariate", "randbytes", "randint", "random", "randrange", "sample", "seed", "setstate",
    "shuffle", "triangular", "uniform", "vonmisesvariate", "weibullvariate",
  ]

  private static func publicNames(_ t: Thread, _ module: Ref<ModuleObject>) throws(Raised) -> Value {
    let list = try t.list()
    try t.append(list, try t.str("Random"))
    try t.append(list, try t.str("SystemRandom"))
    for name in functionNames where !(try t.dictGet(module.dict, try t.intern(name)).isNull) { try t.append(list, try t.str(name)) }
    return Value(list)
  }

  /// `_random.Random`, made once for both modules.
  private static func coreType(_ t: Thread) throws(Raised) -> Ref<TypeObject> {
    let known = t.typeNamed("_random.Random")
    if !known.isNone { return known }
    let type = try t.makeNativeType(generatorType, bytes: RandomObject.bytes)
    try t.dictSet(type.dict, t.name(.__module__), try t.str("_random"))
    return type
  }

  // MARK: The generator

  private static let generatorType = TypeSpec(
    "_random.Random", doc: "Random() -> create a random number generator with its own internal state.",
    functions: [
      .init("__new__(cls, /, *args, **kwargs)", "Makes a generator with a seed from its first argument, or from the system.") { t, a throws(Raised) in
        let arguments = a[1].tupleSlots
        if arguments.count > 1, t.has(.randomArgumentsCounted) { throw t.raise(t.types.typeError, "Random() requires 0 or 1 argument") }
        if arguments.count > 0, t.has(.randomSeedHashed) { _ = try t.hash(a[1]) }
        let me: Ref<RandomObject> = try t.allocateInstance(
          a[0].unchecked(), bytes: RandomObject.bytes, kind: .record, tracedWords: RandomObject.tracedWords)
        me.nextGauss = .none
        if t.typeOf(Value(me)) == t.typeNamed("_random.Random") {
          try RandomModule.seedGenerator(t, me, arguments.count > 0 ? arguments[0] : .none)
        }
        return Value(me)
      },
      .init("random(self, /)", "A float from 0 to below 1.") { t, a throws(Raised) in
        Value(nonNaN: a[0].unchecked(as: RandomObject.self).twister.double())
      },
      .init("getrandbits(self, k, /)", "An int of k random bits.") { t, a throws(Raised) in
        if t.has(.randomBitsByUnsignedLong) { try RandomModule.checkUnsigned(t, a[1]) }
        let k = t.has(.randomBitsByLong) ? try t.asIndex(a[1]) : try t.cInt(a[1])
        if k < 0 || k == 0 && !t.has(.zeroRandomBits) { throw t.raise(.negativeRandomBits) }
        return try RandomModule.bits(t, a[0].unchecked(as: RandomObject.self).twister, k)
      },
      .init("seed(self, n=None, /)", "Starts a new sequence, from the hash of n unless it is an int.") { t, a throws(Raised) in
        try RandomModule.seedGenerator(t, a[0].unchecked(), a[1])
        return .none
      },
      .init("getstate(self, /)", "A tuple that setstate takes.") { t, a throws(Raised) in try RandomModule.words(t, a[0].unchecked()) },
      .init("setstate(self, state, /)", "Goes on from where getstate was called.") { t, a throws(Raised) in
        try RandomModule.setWords(t, a[0].unchecked(), a[1])
        return .none
      },
    ])

  /// ValueError or OverflowError for an int that is no uint64_t.
  static func checkUnsigned(_ t: Thread, _ v: Value) throws(Raised) {
    let n = IntOperand(try t.asIndexObject(v))
    if n.isNegative { throw t.raise(.negativeRandomBits) }
    if n.count > 1 { throw t.raise(t.types.overflowError, "Python int too large for C uint64_t") }
  }

  /// An int of k random bits: words of 32, the least significant first, the last one shifted.
  static func bits(_ t: Thread, _ twister: MersenneTwister, _ k: Int) throws(Raised) -> Value {
    if k == 0 { return Value(small: 0) }
    if k <= 32 { return Value(small: Int(twister.next() >> UInt32(32 - k))) }
    let count = (k - 1) / 32 + 1
    let result = try t.newInt((count + 1) / 2)
    for i in 0..<count {
      var word = twister.next()
      if i == count - 1 { word >>= UInt32(count * 32 - k) }
      result.limbs[i / 2] |= UInt64(word) << UInt64(i % 2 * 32)
    }
    return t.finish(result, (count + 1) / 2, isNegative: false)
  }

  /// None: bits of the system; an int: its magnitude; anything else: its hash as an unsigned word.
  static func seedGenerator(_ t: Thread, _ me: Ref<RandomObject>, _ seed: Value) throws(Raised) {
    var key: [UInt32] = []
    if seed.isNone {
      key = [UInt32](repeating: 0, count: MersenneTwister.size)
      key.withUnsafeMutableBytes { fillFromSystem($0) }
    } else {
      let operand = seed.isInt ? IntOperand(seed) : IntOperand(try t.int(UInt64(bitPattern: Int64(try t.hash(seed)))))
      for i in 0..<operand.count {
        key.append(UInt32(truncatingIfNeeded: operand[i]))
        key.append(UInt32(truncatingIfNeeded: operand[i] >> 32))
      }
      while key.count > 1, key.last == 0 { key.removeLast() }
      if key.isEmpty { key = [0] }
    }
    me.twister.seed(key)
    me.nextGauss = .none
  }

  /// Fills memory with random bytes of the operating system.
  static func fillFromSystem(_ buffer: UnsafeMutableRawBufferPointer) {
    var source = SystemRandomNumberGenerator()
    for i in buffer.indices { buffer[i] = UInt8.random(in: 0...255, using: &source) }
  }

  static func words(_ t: Thread, _ me: Ref<RandomObject>) throws(Raised) -> Value {
    let state = try t.tuple(count: MersenneTwister.size + 1)
    let twister = me.twister
    for i in 0..<MersenneTwister.size { state.items[i] = Value(small: Int(twister.words[i])) }
    state.items[MersenneTwister.size] = Value(small: twister.index.pointee)
    return Value(state)
  }

  static func setWords(_ t: Thread, _ me: Ref<RandomObject>, _ state: Value) throws(Raised) {
    guard state.isKind(.tuple) else { throw t.raise(t.types.typeError, "state vector must be a tuple") }
    let items = state.tupleSlots
    guard items.count == MersenneTwister.size + 1 else { throw t.raise(t.types.valueError, "state vector is the wrong size") }
    for i in 0..<MersenneTwister.size {
      me.twister.words[i] = UInt32(truncatingIfNeeded: try t.asIndex(items[i]))
    }
    let index = try t.asIndex(items[MersenneTwister.size])
    guard index >= 0 && index <= MersenneTwister.size else { throw t.raise(t.types.valueError, "invalid state") }
    me.twister.index.pointee = index
  }
}
