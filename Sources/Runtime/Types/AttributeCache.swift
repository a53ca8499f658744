/// What the cache says about (type, name): what a walk along the MRO found.
@frozen
public struct MethodCacheEntry: BitwiseCopyable {
  public var version: UInt64
  public var name: Value
  /// null: no class of the MRO has the name.
  public var value: Value
}

/// Where a shape keeps a name.
@frozen
public struct ShapeCacheEntry: BitwiseCopyable {
  public var shape: Ref<ShapeObject>
  public var name: Value
  /// Slot index, -1 = the shape has no such name.
  public var index: Int
  /// For a name that the shape lacks: the shape with it; none if not known.
  public var next: Ref<ShapeObject>
  /// Whether STORE_ATTR may write the slot (or add it) without asking the class.
  public var isStorable: Bool
}

/// Two direct-mapped caches shared by all code of an interpreter: (type version, name) -> class attribute, (shape, name) -> slot.
/// Entries hold no references: a collection empties the cache.
@frozen
public struct AttributeCache: BitwiseCopyable {
  public static let bits = 12
  public var methods: UnsafeMutablePointer<MethodCacheEntry>
  public var shapes: UnsafeMutablePointer<ShapeCacheEntry>

  static func make() -> AttributeCache {
    let count = 1 << bits
    let methods = UnsafeMutablePointer<MethodCacheEntry>.allocate(capacity: count)
    let shapes = UnsafeMutablePointer<ShapeCacheEntry>.allocate(capacity: count)
    let cache = AttributeCache(methods: methods, shapes: shapes)
    cache.clear()
    return cache
  }

  func clear() {
    let count = 1 << AttributeCache.bits
    methods.initialize(repeating: MethodCacheEntry(version: 0, name: .null, value: .null), count: count)
    shapes.initialize(repeating: ShapeCacheEntry(shape: .none, name: .null, index: -1, next: .none, isStorable: false), count: count)
  }

  @inline(__always)
  func methodEntry(_ version: UInt64, _ name: Value) -> UnsafeMutablePointer<MethodCacheEntry> {
    methods + Int((version &* 0x9E37_79B9 ^ (name.bits >> 4)) & UInt64((1 << AttributeCache.bits) - 1))
  }

  @inline(__always)
  func shapeEntry(_ shape: Ref<ShapeObject>, _ name: Value) -> UnsafeMutablePointer<ShapeCacheEntry> {
    shapes + Int(((shape.bits >> 5) ^ (name.bits >> 4)) & UInt64((1 << AttributeCache.bits) - 1))
  }
}
