import Glibc
import Runtime

/// An instance of `random.Random`.
struct RandomObject: NativeLayout {
  var header: ObjectHeader
  // traced
  /// `gauss_next`: the second of the pair of numbers that `gauss` makes, or None.
  var nextGauss: Value
  // raw
  var index: Int
  // 624 UInt32 follow.
  static let tracedWords = 1
  static var bytes: Int { MemoryLayout<RandomObject>.size + MersenneTwister.size * 4 }
}

extension Ref where T == RandomObject {
  @inline(__always) var nextGauss: Value { get { layout.nextGauss } nonmutating set { layout.nextGauss = newValue } }

  var twister: MersenneTwister {
    MersenneTwister(
      words: trailing(UInt32.self),
      index: (raw + MemoryLayout<RandomObject>.size - MemoryLayout<Int>.size).assumingMemoryBound(to: Int.self))
  }
}

/// Where the numbers of one call come from: the generator itself, or the `random` and `getrandbits` of a subclass.
struct RandomSource {
  let t: Thread
  let me: Value
  private let ownRandom: Bool
  private let ownBits: Bool

  init(_ t: Thread, _ me: Value) {
    self.t = t
    self.me = me
    let type = t.typeOf(me)
    ownRandom = RandomSource.isNative(t, type, "random")
    ownBits = RandomSource.isNative(t, type, "getrandbits")
  }

  private var twister: MersenneTwister { me.unchecked(as: RandomObject.self).twister }

  /// Whether a class has the generator's own method.
  private static func isNative(_ t: Thread, _ type: Ref<TypeObject>, _ name: StaticString) -> Bool {
    let base = t.typeNamed("_random.Random")
    if type == base || type == t.typeNamed("random.Random") { return true }
    do throws(Raised) {
      let name = try t.intern(name)
      return t.lookup(type, name) == t.lookup(base, name)
    } catch {
      _ = t.takeException()
      return true
    }
  }

  /// `self.random()`
  func random() throws(Raised) -> Double {
    if ownRandom { return twister.double() }
    return try t.asDouble(try t.callMethod(me, name: try t.intern("random")))
  }

  /// `self.getrandbits(k)`, k at least 0.
  func bits(_ k: Int) throws(Raised) -> Value {
    if !ownBits { return try t.callMethod(me, name: try t.intern("getrandbits"), Value(small: k)) }
    return try RandomModule.bits(t, twister, k)
  }

  /// A random int from 0 to below n, n positive.
  func below(_ n: Int) throws(Raised) -> Int {
    if ownBits && ownRandom && n <= 1 << 32 - 1 {
      let shift = UInt32(UInt32(truncatingIfNeeded: n).leadingZeroBitCount)
      var r = twister.next() >> shift
      while Int(r) >= n { r = twister.next() >> shift }
      return Int(r)
    }
    return try t.asIndex(try below(try t.int(n)))
  }

  /// The same for an int of any size.
  func below(_ n: Value) throws(Raised) -> Value {
    if ownBits && !ownRandom { return try belowByRandom(n) }
    let k = IntOperand(n).bitLength
    while true {
      let r = try bits(k)
      if IntOperand(r).compare(IntOperand(n)) < 0 { return r }
    }
  }

  /// For a subclass that has only a `random` of its own: 53 bits at most.
  private func belowByRandom(_ n: Value) throws(Raised) -> Value {
    let most = 1 << 53
    guard let n = IntOperand(n).asInt, n < most else { return try t.int(truncating: floor(try random() * IntOperand(n).rounded)) }
    let limit = Double(most - most % n) / Double(most)
    while true {
      let r = try random()
      if r < limit { return try t.int(Int(floor(r * Double(most))) % n) }
    }
  }
}

extension Thread {
  /// `v.name(a)` by a name that the runtime itself does not use.
  fileprivate func callMethod(_ v: Value, name: Value, _ a: Value = .null) throws(Raised) -> Value {
    let method = try getAttribute(v, name)
    return a.isNull ? try call(method) : try call(method, a)
  }
}
