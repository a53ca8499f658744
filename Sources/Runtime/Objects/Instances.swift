/// The words that a subclass adds to the layout of its builtin base: `__dict__` and `__slots__` members. Only for objects with `.hasExtra`.
@inlinable
public func extraWords(of object: Ref<ObjectHeader>) -> SlotPointer {
  let raw = object.raw
  let end: Int
  switch object.kind {
  case .tuple:
    let tuple: Ref<TupleObject> = object.cast()
    return tuple.items + tuple.count
  case .str:
    let str: Ref<StrObject> = object.cast()
    end = MemoryLayout<StrObject>.size + str.count * Int(str.width)
  case .bytes:
    end = MemoryLayout<BytesObject>.size + object.cast(to: BytesObject.self).count
  default:
    end = object.type.basicSize
  }
  return SlotPointer(raw + (end + 7) & ~7)
}

extension Thread {
  /// Allocates an instance of `type` (a builtin type or a subclass) whose own layout takes `bytes`, with room for what the subclass adds.
  /// `tracedWords` counts the traced words of the layout itself.
  @inline(__always)
  public func allocateInstance<T: BitwiseCopyable>(
    _ type: Ref<TypeObject>, _ layout: T.Type = T.self, bytes: Int = MemoryLayout<T>.size, kind: Kind, tracedWords: Int
  ) throws(Raised) -> Ref<T> {
    let extra = type.extraWords
    if _fastPath(extra == 0 && !type.flags.contains(.finalizer)) {
      return try allocate(layout, bytes: bytes, kind: kind, type: type, tracedWords: tracedWords)
    }
    return try allocateExtended(type, bytes: bytes, kind: kind, tracedWords: tracedWords).cast()
  }

  @inline(never)
  @usableFromInline
  func allocateExtended(_ type: Ref<TypeObject>, bytes: Int, kind: Kind, tracedWords: Int) throws(Raised) -> Ref<ObjectHeader> {
    let extra = type.extraWords
    // The words of a subclass lie behind the layout of its base: all instances of one type agree on where.
    if type.basicSize < bytes { type.basicSize = bytes }
    let traced = kind == .tuple ? tracedWords + extra : tracedWords
    let object: Ref<ObjectHeader> = try allocate(
      bytes: (bytes + 7) & ~7 + extra * 8, kind: kind, type: type, tracedWords: traced, small: extra)
    if extra > 0 { object.flags.insert(.hasExtra) }
    if type.flags.contains(.finalizer) { try registerFinalizer(object) }
    return object
  }

  /// A new instance of a Python class with object's layout: no attributes yet.
  @inline(__always)
  public func makeInstance(_ type: Ref<TypeObject>) throws(Raised) -> Ref<InstanceObject> {
    let inline = type.inlineSlots
    let instance: Ref<InstanceObject> = try allocate(
      bytes: MemoryLayout<InstanceObject>.size + inline * 8, kind: .instance, type: type, tracedWords: 2 + inline, small: inline)
    instance.shape = type.rootShape
    if _slowPath(type.flags.contains(.finalizer)) { try registerFinalizer(instance.cast()) }
    return instance
  }

  /// Where an object that is no shaped instance keeps its `__dict__`: a word that is null or holds a dict; nil if it can have none.
  public func dictWord(of v: Value) -> SlotPointer? {
    guard v.isObject else { return nil }
    let object = v.object
    switch object.kind {
    case .function: return dictField(object.cast(to: FunctionObject.self), \.dict)
    case .exception: return dictField(object.cast(to: ExceptionObject.self), \.dict)
    case .module: return SlotPointer(object.raw + MemoryLayout<ModuleObject>.offset(of: \.dict).unsafelyUnwrapped)
    case .classMethod, .staticMethod: return dictField(object.cast(to: MethodWrapperObject.self), \.dict)
    default:
      let word = object.type.dictWord
      guard word >= 0, object.flags.contains(.hasExtra) else { return nil }
      return extraWords(of: object) + word
    }
  }

  @inline(__always)
  private func dictField<T: BitwiseCopyable>(_ object: Ref<T>, _ field: WritableKeyPath<T, Value>) -> SlotPointer {
    SlotPointer(object.raw + MemoryLayout<T>.offset(of: field).unsafelyUnwrapped)
  }
}
