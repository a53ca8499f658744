import Builtins
import Runtime

/// The modules that `hashlib` takes its hashes from where there is no OpenSSL (CPython: Modules/md5module.c and its like).
enum HashModules {
  static let all: [ModuleSpec] = [
    ModuleSpec("_md5", functions: [md5]) { t, m throws(Raised) in try add(t, m, "MD5Type", types[0]) },
    ModuleSpec("_sha1", functions: [sha1]) { t, m throws(Raised) in try add(t, m, "SHA1Type", types[1]) },
    ModuleSpec("_sha256", functions: [sha224, sha256]) { t, m throws(Raised) in
      try add(t, m, "SHA224Type", types[2])
      try add(t, m, "SHA256Type", types[3])
    },
    ModuleSpec("_sha512", functions: [sha384, sha512]) { t, m throws(Raised) in
      try add(t, m, "SHA384Type", types[4])
      try add(t, m, "SHA512Type", types[5])
    },
    ModuleSpec("_sha2", functions: [sha224, sha256, sha384, sha512]) { t, m throws(Raised) in
      for (name, core) in [("SHA224Type", "_sha256"), ("SHA256Type", "_sha256"), ("SHA384Type", "_sha512"), ("SHA512Type", "_sha512")] as [(StaticString, StaticString)] {
        try t.addConstant(m, name, try t.getAttribute(try t.importModule(try t.str(core)), try t.intern(name)))
      }
    },
    ModuleSpec("_sha3") { t, m throws(Raised) in
      for spec in spongeTypes { try t.addType(m, spec, HashObject.self, flags: []) }
      try t.addConstant(m, "implementation", try t.str("Adder"))
    },
    BlakeTypes.module,
  ]

  private static func add(_ t: Thread, _ m: Ref<ModuleObject>, _ name: StaticString, _ spec: TypeSpec) throws(Raised) {
    let type = try t.makeNativeType(spec, bytes: MemoryLayout<HashObject>.size, flags: .noConstructor)
    try t.dictSet(type.dict, t.name(.__module__), m.name)
    try t.addConstant(m, name, Value(type))
  }

  private static let types: [TypeSpec] = [
    type("_md5.md5"), type("_sha1.sha1"), type("_sha256.sha224"), type("_sha256.sha256"), type("_sha512.sha384"), type("_sha512.sha512"),
  ]

  private static func type(_ name: StaticString) -> TypeSpec {
    TypeSpec(name, functions: HashObjects.shared + HashObjects.digests, attributes: HashObjects.attributes)
  }

  private static func begin(
    _ t: Thread, _ algorithm: HashAlgorithm, _ type: StaticString, _ module: StaticString, _ data: Value
  ) throws(Raised) -> Value {
    let me = try HashObjects.make(t, try t.typeNamedOrImport(type, module: module), algorithm)
    try HashObjects.update(t, me, data)
    return Value(me)
  }

  private static let md5 = NativeFunctionSpec("md5(string=<unrepresentable>, *, usedforsecurity=True)", "Return a new MD5 hash object.") { t, a throws(Raised) in
    try begin(t, .md5, "_md5.md5", "_md5", a[0])
  }
  private static let sha1 = NativeFunctionSpec("sha1(string=<unrepresentable>, *, usedforsecurity=True)", "Return a new SHA1 hash object.") { t, a throws(Raised) in
    try begin(t, .sha1, "_sha1.sha1", "_sha1", a[0])
  }
  private static let sha224 = NativeFunctionSpec("sha224(string=<unrepresentable>, *, usedforsecurity=True)", "Return a new SHA-224 hash object.") { t, a throws(Raised) in
    try begin(t, .sha224, "_sha256.sha224", "_sha256", a[0])
  }
  private static let sha256 = NativeFunctionSpec("sha256(string=<unrepresentable>, *, usedforsecurity=True)", "Return a new SHA-256 hash object.") { t, a throws(Raised) in
    try begin(t, .sha256, "_sha256.sha256", "_sha256", a[0])
  }
  private static let sha384 = NativeFunctionSpec("sha384(string=<unrepresentable>, *, usedforsecurity=True)", "Return a new SHA-384 hash object.") { t, a throws(Raised) in
    try begin(t, .sha384, "_sha512.sha384", "_sha512", a[0])
  }
  private static let sha512 = NativeFunctionSpec("sha512(string=<unrepresentable>, *, usedforsecurity=True)", "Return a new SHA-512 hash object.") { t, a throws(Raised) in
    try begin(t, .sha512, "_sha512.sha512", "_sha512", a[0])
  }

  // MARK: SHA-3

  private static let spongeTypes: [TypeSpec] = [
    sponge("_sha3.sha3_224", HashObjects.digests) { t, a throws(Raised) in try beginSponge(t, .sha3224, a) },
    sponge("_sha3.sha3_256", HashObjects.digests) { t, a throws(Raised) in try beginSponge(t, .sha3256, a) },
    sponge("_sha3.sha3_384", HashObjects.digests) { t, a throws(Raised) in try beginSponge(t, .sha3384, a) },
    sponge("_sha3.sha3_512", HashObjects.digests) { t, a throws(Raised) in try beginSponge(t, .sha3512, a) },
    sponge("_sha3.shake_128", HashObjects.variableDigests) { t, a throws(Raised) in try beginSponge(t, .shake128, a) },
    sponge("_sha3.shake_256", HashObjects.variableDigests) { t, a throws(Raised) in try beginSponge(t, .shake256, a) },
  ]

  private static func sponge(_ name: StaticString, _ digests: [NativeFunctionSpec], _ body: NativeBody) -> TypeSpec {
    let new = NativeFunctionSpec("__new__(cls, data=<unrepresentable>, /, *, usedforsecurity=True)", "Create and return a new hash object.", body)
    return TypeSpec(name, functions: [new] + HashObjects.shared + digests, attributes: HashObjects.attributes + spongeAttributes)
  }

  private static func beginSponge(_ t: Thread, _ algorithm: HashAlgorithm, _ a: Slots) throws(Raised) -> Value {
    let me = try HashObjects.make(t, a[0].unchecked(), algorithm)
    try HashObjects.update(t, me, a[1])
    return Value(me)
  }

  private static let spongeAttributes: [NativeAttributeSpec] = [
    .init("_capacity_bits", "", get: { _, a throws(Raised) in Value(small: 1600 - 8 * a.object(0, HashObject.self).algorithm.blockSize) }),
    .init("_rate_bits", "", get: { _, a throws(Raised) in Value(small: 8 * a.object(0, HashObject.self).algorithm.blockSize) }),
    .init("_suffix", "", get: { t, a throws(Raised) in
      try t.bytes(copying: [a.object(0, HashObject.self).digestSize == 0 ? 0x1F : 0x06], count: 1)
    }),
  ]
}
