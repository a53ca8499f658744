extension Thread {
  /// The method resolution order of a class with these bases: the C3 merge of the bases' orders and of the bases themselves
  /// (https://docs.python.org/3/howto/mro.html). TypeError if there is none.
  public func linearize(_ type: Ref<TypeObject>, _ bases: Ref<TupleObject>) throws(Raised) -> Value {
    let sequences = bases.count + 1
    let positions = try list()
    for _ in 0..<sequences { try append(positions, Value(small: 0)) }
    let result = try list()
    try append(result, Value(type))
    while true {
      var exhausted = true
      var candidate = Value.null
      for s in 0..<sequences {
        let sequence = mergeSequence(bases, s)
        let position = positions.items[s].smallInt
        if position >= sequence.count { continue }
        exhausted = false
        if !isInTail(sequence.items[position], bases, positions, sequences) {
          candidate = sequence.items[position]
          break
        }
      }
      if exhausted { break }
      if candidate.isNull { throw try inconsistentOrder(bases, positions, sequences) }
      try append(result, candidate)
      for s in 0..<sequences {
        let sequence = mergeSequence(bases, s)
        let position = positions.items[s].smallInt
        if position < sequence.count && sequence.items[position] == candidate { positions.items[s] = Value(small: position + 1) }
      }
    }
    return try tuple(copying: result.slots)
  }

  private func mergeSequence(_ bases: Ref<TupleObject>, _ index: Int) -> Ref<TupleObject> {
    if index == bases.count { return bases }
    return bases.items[index].unchecked(as: TypeObject.self).mro.unchecked()
  }

  private func isInTail(_ type: Value, _ bases: Ref<TupleObject>, _ positions: Ref<ListObject>, _ sequences: Int) -> Bool {
    for s in 0..<sequences {
      let sequence = mergeSequence(bases, s)
      var i = positions.items[s].smallInt + 1
      while i < sequence.count {
        if sequence.items[i] == type { return true }
        i += 1
      }
    }
    return false
  }

  private func inconsistentOrder(_ bases: Ref<TupleObject>, _ positions: Ref<ListObject>, _ sequences: Int) throws(Raised) -> Raised {
    let heads = try list()
    for s in 0..<sequences {
      let sequence = mergeSequence(bases, s)
      let position = positions.items[s].smallInt
      if position < sequence.count, !heads.slots.contains(sequence.items[position]) { try append(heads, sequence.items[position]) }
    }
    var names = TextBuilder(self)
    for i in 0..<heads.count {
      try names.append(i == 0 ? " " : ", ")
      try names.append(heads.items[i].unchecked(as: TypeObject.self).name)
    }
    let text = try names.finish()
    return raise(self.types.typeError, "Cannot create a consistent method resolution order (MRO) for bases%S", text)
  }
}

extension Slots {
  func contains(_ v: Value) -> Bool {
    for i in 0..<count where base[i] == v { return true }
    return false
  }
}
