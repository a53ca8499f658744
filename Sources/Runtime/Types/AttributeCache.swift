import Glibc

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
/// Entries hold no references: a collection empties the cache. An empty entry is all zero: no type has version 0, no instance a null shape.
@frozen
public struct AttributeCache: BitwiseCopyable {
  public static let bits = 12
  public var methods: UnsafeMutablePointer<MethodCacheEntry>
  public var shapes: UnsafeMutablePointer<ShapeCacheEntry>

  /// Both tables, in pages that cost memory only when they are used; nil without memory.
  static func make() -> AttributeCache? {
    guard let pages = mmap(nil, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0), pages != MAP_FAILED else { return nil }
    return AttributeCache(
      methods: pages.assumingMemoryBound(to: MethodCacheEntry.self),
      shapes: (pages + methodBytes).assumingMemoryBound(to: ShapeCacheEntry.self))
  }

  func destroy() { munmap(methods, AttributeCache.bytes) }

  /// Empties the cache: fresh pages come in place of the used ones.
  func clear() {
    if madvise(methods, AttributeCache.bytes, MADV_DONTNEED) != 0 { memset(methods, 0, AttributeCache.bytes) }
  }

  private static var methodBytes: Int { MemoryLayout<MethodCacheEntry>.stride << bits }
  private static var bytes: Int { methodBytes + MemoryLayout<ShapeCacheEntry>.stride << bits }

  @inline(__always)
  func methodEntry(_ version: UInt64, _ name: Value) -> UnsafeMutablePointer<MethodCacheEntry> {
    methods + Int((version &* 0x9E37_79B9 ^ (name.bits >> 4)) & UInt64((1 << AttributeCache.bits) - 1))
  }

  @inline(__always)
  func shapeEntry(_ shape: Ref<ShapeObject>, _ name: Value) -> UnsafeMutablePointer<ShapeCacheEntry> {
    shapes + Int(((shape.bits >> 5) ^ (name.bits >> 4)) & UInt64((1 << AttributeCache.bits) - 1))
  }
}
