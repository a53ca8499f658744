// What module gc shows of the heap: the objects that exist and what they refer to.

extension Thread {
  /// Calls `body` for each object of the heap that Python code can see, in the order of addresses, until it returns false. Nothing is allocated
  /// meanwhile.
  public func forEachObject(_ body: (Ref<ObjectHeader>) -> Bool) {
    let state = self.heap.state
    var index = 0
    while index < state.pointee.frontier {
      let block = state.pointee.directory[index]
      switch block.use {
      case .cells:
        for cell in 0..<Int(block.cellCount) where !visit(index, cell * Int(block.cellUnits), body) { return }
        index += 1
      case .large:
        if !visit(index, 0, body) { return }
        index += Int(block.span)
      default: index += 1
      }
    }
  }

  private func visit(_ block: Int, _ unit: Int, _ body: (Ref<ObjectHeader>) -> Bool) -> Bool {
    let bits = self.heap.state.pointee.live + block * Heap.bitmapWords
    guard bits[unit >> 6] >> UInt64(unit & 63) & 1 == 1 else { return true }
    let object = Ref<ObjectHeader>(bits: UInt64(self.heap.address(ofBlock: block) + UInt(unit * Heap.unit)))
    guard object.kind.rawValue >= Kind.instance.rawValue, !object.type.isNone else { return true }
    return body(object)
  }

  /// Calls `body` for each object that `object` refers to: its type if that is a Python class, then what it contains.
  public func forEachReferent(_ object: Ref<ObjectHeader>, _ body: (Value) -> Void) {
    if object.type.flags.contains(.heap) { body(Value(object.type)) }
    visitContents(object, body)
    if object.flags.contains(.hasExtra) && object.kind != .tuple {
      let words = extraWords(of: object)
      for i in 0..<Int(object.small) { visitWord(words[i].bits, body) }
    }
  }

  private func visitContents(_ object: Ref<ObjectHeader>, _ body: (Value) -> Void) {
    switch object.kind {
    case .str, .free, .rawBuffer: return
    case .dictEntries:
      let entries: UnsafeMutablePointer<DictEntry> = object.cast(to: BufferObject.self).trailing()
      for i in 0..<object.cast(to: BufferObject.self).capacity where !entries[i].value.isNull {
        visitWord(entries[i].key.bits, body)
        visitWord(entries[i].value.bits, body)
      }
    case .setEntries:
      let entries: UnsafeMutablePointer<SetEntry> = object.cast(to: BufferObject.self).trailing()
      for i in 0..<object.cast(to: BufferObject.self).capacity { visitWord(entries[i].key.bits, body) }
    default:
      let words: UnsafeMutablePointer<UInt64> = object.trailing()
      for i in 0..<Int(object.tracedWords) { visitWord(words[i], body) }
      if object.kind == .generator || object.kind == .coroutine || object.kind == .asyncGenerator {
        visitFrame(object.cast(to: GeneratorObject.self), body)
      }
    }
  }

  private func visitFrame(_ generator: Ref<GeneratorObject>, _ body: (Value) -> Void) {
    let frame = generator.frame
    body(Value(frame.function))
    if generator.state == .finished || generator.state == .running { return }
    let slots = frame.localSlots
    for i in 0..<slots.count { visitWord(slots[i].bits, body) }
  }

  /// A traced word: an object, or a buffer whose contents belong to its owner.
  private func visitWord(_ word: UInt64, _ body: (Value) -> Void) {
    let address = UInt(word)
    let state = self.heap.state
    guard address &- state.pointee.base < UInt(state.pointee.frontier) << Heap.blockShift else { return }
    let cell = Ref<ObjectHeader>(bits: word)
    switch cell.kind {
    case .valueBuffer, .dictEntries, .setEntries: visitContents(cell, body)
    case .free, .none, .rawBuffer, .shape, .signature: return
    default: if !cell.type.isNone { body(Value(cell)) }
    }
  }
}
