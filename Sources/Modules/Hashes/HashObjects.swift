import Builtins
import Glibc
import Runtime

/// A hash object of one of the modules behind `hashlib`.
struct HashObject: NativeLayout {
  var header: ObjectHeader
  var state: Ref<BufferObject>
  var algorithm: UInt8
  var digestSize: Int
  var isLastNode: Bool
  static let tracedWords = 1
}

extension Ref where T == HashObject {
  @inline(__always) var buffer: Ref<BufferObject> { get { layout.state } nonmutating set { layout.state = newValue } }
  @inline(__always) var algorithm: HashAlgorithm {
    get { HashAlgorithm(rawValue: layout.algorithm) ?? .md5 }
    nonmutating set { layout.algorithm = newValue.rawValue }
  }
  @inline(__always) var digestSize: Int { get { layout.digestSize } nonmutating set { layout.digestSize = newValue } }
  @inline(__always) var isLastNode: Bool { get { layout.isLastNode } nonmutating set { layout.isLastNode = newValue } }
  var state: HashState { HashState(buffer) }
}

/// What all hash objects do.
enum HashObjects {
  /// A hash at its beginning.
  static func make(_ t: Thread, _ type: Ref<TypeObject>, _ algorithm: HashAlgorithm) throws(Raised) -> Ref<HashObject> {
    let me = try t.make(HashObject.self, type)
    me.algorithm = algorithm
    me.digestSize = algorithm.digestSize
    me.buffer = try t.rawBuffer(bytes: HashState.size)
    me.state.begin(algorithm)
    return me
  }

  /// - Parameter data: null if there is none.
  static func update(_ t: Thread, _ me: Ref<HashObject>, _ data: Value) throws(Raised) {
    if data.isNull { return }
    if data.isKind(.str) {
      throw t.raise(t.types.typeError, "Strings must be encoded before hashing")
    }
    guard ByteView(t, data) != nil || data.isKind(.record) || data.isObject && !t.lookupSpecial(data, .__buffer__).isNull else {
      throw t.raise(t.types.typeError, "object supporting the buffer API required")
    }
    let bytes = try t.bufferBytes(data)
    // In parts, so that a limit or an interrupt is noticed.
    var next = 0
    while next < bytes.count {
      let part = min(1 << 20, bytes.count - next)
      me.state.update(me.algorithm, bytes.base + next, part)
      next += part
      try t.pollNative()
    }
  }

  private static func digest(_ t: Thread, _ me: Ref<HashObject>, _ size: Int) throws(Raised) -> Ref<BytesObject> {
    let result = try t.newBytes(count: size)
    let copy = try t.rawBuffer(bytes: HashState.size)
    let state = HashState(copy)
    state.copy(from: me.state)
    state.finish(me.algorithm, isLastNode: me.isLastNode, result.bytes, size)
    return result
  }

  private static func hexadecimal(_ t: Thread, _ bytes: Ref<BytesObject>) throws(Raised) -> Value {
    try t.hexadecimal(ByteView(base: bytes.bytes, count: bytes.count), separator: .null, group: 1)
  }

  private static func size(_ t: Thread, _ v: Value) throws(Raised) -> Int {
    let size = try t.sizeArgument(v)
    guard size >= 0 else { throw t.raise(t.types.valueError, "value must be positive") }
    guard size < 1 << 29 else { throw t.raise(t.types.valueError, "length is too large") }
    return size
  }

  static let shared: [NativeFunctionSpec] = [
    .init("update(self, obj, /)", "Update this hash object's state with the provided bytes-like object.") { t, a throws(Raised) in
      try update(t, a.object(), a[1])
      return .none
    },
    .init("copy(self, /)", "Return a copy of the hash object.") { t, a throws(Raised) in
      let me: Ref<HashObject> = a.object()
      let copy = try make(t, t.typeOf(a[0]), me.algorithm)
      copy.digestSize = me.digestSize
      copy.isLastNode = me.isLastNode
      copy.state.copy(from: me.state)
      return Value(copy)
    },
  ]

  static let digests: [NativeFunctionSpec] = [
    .init("digest(self, /)", "Return the digest value as a bytes object.") { t, a throws(Raised) in
      let me: Ref<HashObject> = a.object()
      return Value(try digest(t, me, me.digestSize))
    },
    .init("hexdigest(self, /)", "Return the digest value as a string of hexadecimal digits.") { t, a throws(Raised) in
      let me: Ref<HashObject> = a.object()
      return try hexadecimal(t, try digest(t, me, me.digestSize))
    },
  ]

  static let variableDigests: [NativeFunctionSpec] = [
    .init("digest(self, length, /)", "Return the digest value as a bytes object.") { t, a throws(Raised) in
      Value(try digest(t, a.object(), try size(t, a[1])))
    },
    .init("hexdigest(self, length, /)", "Return the digest value as a string of hexadecimal digits.") { t, a throws(Raised) in
      try hexadecimal(t, try digest(t, a.object(), try size(t, a[1])))
    },
  ]

  static let attributes: [NativeAttributeSpec] = [
    .init("block_size", "", get: { _, a throws(Raised) in Value(small: a.object(0, HashObject.self).algorithm.blockSize) }),
    .init("digest_size", "", get: { _, a throws(Raised) in Value(small: a.object(0, HashObject.self).digestSize) }),
    .init("name", "", get: { t, a throws(Raised) in try t.str(a.object(0, HashObject.self).algorithm.name) }),
  ]
}
