extension Thread {
  /// Attributes an instance may have before it changes to a dictionary.
  static var shapeLimit: Int { 128 }

  func makeShape(_ type: Ref<TypeObject>, parent: Ref<ShapeObject>, name: Value, count: Int, isDictionary: Bool = false) throws(Raised) -> Ref<ShapeObject> {
    let shape: Ref<ShapeObject> = try allocate(kind: .shape, type: .none, tracedWords: 5)
    shape.type = type
    shape.parent = parent
    shape.name = name
    shape.count = count
    shape.isDictionary = isDictionary
    return shape
  }

  /// Slot of `name` along the shape's path; -1 if it has none.
  func slotIndex(_ shape: Ref<ShapeObject>, _ name: Value) -> Int {
    var current = shape
    while !current.name.isNull {
      if current.name == name { return current.count - 1 }
      current = current.parent
    }
    return -1
  }

  /// The shape of an instance of `shape` that gets the attribute `name` too; made when first needed.
  func shapeAdding(_ name: Value, to shape: Ref<ShapeObject>) throws(Raised) -> Ref<ShapeObject> {
    let first = shape.firstChild
    if !first.isNone && first.name == name { return first }
    if !shape.children.isNone {
      let found = dictGet(shape.children, interned: name)
      if !found.isNull { return found.unchecked() }
    }
    let child = try makeShape(shape.type, parent: shape, name: name, count: shape.count + 1)
    if first.isNone {
      shape.firstChild = child
    } else {
      if shape.children.isNone { shape.children = try dict() }
      try dictSet(shape.children, name, Value(child))
    }
    return child
  }

  /// The value word of slot `index` of a shaped instance.
  @inline(__always)
  func slot(_ instance: Ref<InstanceObject>, _ index: Int) -> SlotPointer {
    let inline = Int(instance.header.small)
    if _fastPath(index < inline) { return instance.slots + index }
    return overflowSlot(instance, index &- inline)
  }

  @inline(never)
  func overflowSlot(_ instance: Ref<InstanceObject>, _ index: Int) -> SlotPointer {
    instance.overflow.unchecked(as: ValueBuffer.self).items + index
  }

  /// Gives the instance a new attribute: `next` is its shape with the attribute.
  @inline(__always)
  func addSlot(_ instance: Ref<InstanceObject>, _ next: Ref<ShapeObject>, _ value: Value) throws(Raised) {
    let index = next.count &- 1
    if _fastPath(index < Int(instance.header.small)) {
      instance.slots[index] = value
      instance.shape = next
    } else {
      try addOverflowSlot(instance, next, index &- Int(instance.header.small), value)
    }
  }

  @inline(never)
  func addOverflowSlot(_ instance: Ref<InstanceObject>, _ next: Ref<ShapeObject>, _ index: Int, _ value: Value) throws(Raised) {
    let old = instance.overflow
    let capacity = old.isNull ? 0 : old.unchecked(as: ValueBuffer.self).capacity
    if index >= capacity {
      let buffer = try makeValueBuffer(capacity: max(4, capacity * 2))
      for i in 0..<capacity { buffer.items[i] = old.unchecked(as: ValueBuffer.self).items[i] }
      instance.overflow = Value(buffer)
    }
    instance.overflow.unchecked(as: ValueBuffer.self).items[index] = value
    instance.shape = next
    // The next instances of the class get the room at once.
    let type = next.type
    if next.count > type.inlineSlots && next.count <= 24 { type.inlineSlots = next.count }
  }

  public func makeValueBuffer(capacity: Int) throws(Raised) -> Ref<ValueBuffer> {
    try allocate(bytes: MemoryLayout<ValueBuffer>.size + capacity * 8, kind: .valueBuffer, type: .none, tracedWords: capacity)
  }

  /// The instance's attributes as a dict that stays its `__dict__`: from now on it has a dictionary shape.
  public func instanceDict(_ instance: Ref<InstanceObject>) throws(Raised) -> Ref<DictObject> {
    if instance.shape.isDictionary { return instance.overflow.unchecked() }
    let dict = try shapedAttributes(instance)
    let type = instance.header.type
    instance.shape = try dictionaryShape(type)
    instance.overflow = Value(dict)
    for i in type.memberWords..<max(type.memberWords, Int(instance.header.small)) { instance.slots[i] = .null }
    return dict
  }

  /// A new dict with the attributes of a shaped instance, in the order in which they were added.
  func shapedAttributes(_ instance: Ref<InstanceObject>) throws(Raised) -> Ref<DictObject> {
    let dict = try dict()
    try addAttributes(of: instance.shape, instance, to: dict)
    return dict
  }

  private func addAttributes(of shape: Ref<ShapeObject>, _ instance: Ref<InstanceObject>, to dict: Ref<DictObject>) throws(Raised) {
    if shape.name.isNull { return }
    try addAttributes(of: shape.parent, instance, to: dict)
    try dictSet(dict, shape.name, slot(instance, shape.count - 1).pointee)
  }

  /// The one dictionary shape of a type: child of the root under the name null.
  func dictionaryShape(_ type: Ref<TypeObject>) throws(Raised) -> Ref<ShapeObject> {
    if type.dictionaryShape.isNone {
      type.dictionaryShape = try makeShape(type, parent: .none, name: .null, count: type.memberWords, isDictionary: true)
    }
    return type.dictionaryShape
  }
}

extension Ref where T == TypeObject {
  /// Words of an instance of kind `.instance` that hold `__slots__` members.
  @inlinable public var memberWords: Int { self.instanceKind == .instance ? self.extraWords : 0 }
}
