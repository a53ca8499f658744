// Method resolution orders (CPython: `mro_internal` and what it calls in Objects/typeobject.c).

extension Thread {
  /// Sets the method resolution order of `type` by its bases; a metaclass may override `mro()`.
  ///
  /// - Returns: false if that `mro()` assigned `__bases__` itself, so that the order was resolved meanwhile.
  /// - Throws: TypeError if there is no order, or `mro()` returned what cannot be one; the order is unchanged then.
  func resolveOrder(_ type: Ref<TypeObject>) throws(Raised) -> Bool {
    let metatype = type.header.type
    let hook = lookup(metatype, .mro)
    if metatype == self.types.type || hook.isNull || hook == lookup(self.types.type, .mro) {
      type.mro = try linearize(type, type.bases.unchecked())
      type.version = newTypeVersion()
      return true
    }
    // The hook may look at attributes of the new class.
    if type.mro.isNull { type.mro = try provisionalOrder(type) }
    let before = type.mro
    let order = try tuple(from: try callSpecial(hook, Value(type)))
    if type.mro != before { return false }
    try checkOrder(type, order.unchecked())
    type.mro = order
    type.version = newTypeVersion()
    return true
  }

  private func provisionalOrder(_ type: Ref<TypeObject>) throws(Raised) -> Value {
    let rest: Ref<TupleObject> = type.base.mro.unchecked()
    let order = try tuple(count: rest.count + 1)
    order.items[0] = Value(type)
    for i in 0..<rest.count { order.items[i + 1] = rest.items[i] }
    return Value(order)
  }

  /// What an overridden `mro()` returned must be classes whose layout instances of `type` have.
  private func checkOrder(_ type: Ref<TypeObject>, _ order: Ref<TupleObject>) throws(Raised) {
    if order.count == 0, !has(.emptyOrders) { throw raise(self.types.typeError, "type MRO must not be empty") }
    let solid = solidBase(type)
    for i in 0..<order.count {
      let item = order.items[i]
      guard item.isKind(.type) else { throw raise(self.types.typeError, "mro() returned a non-class ('%T')", item) }
      guard isSubtype(solid, solidBase(item.unchecked())) else {
        throw raise(self.types.typeError, "mro() returned base with unsuitable layout ('%N')", item)
      }
    }
  }

  /// The method resolution order of a class with these bases: the C3 merge of the bases' orders and of the bases themselves
  /// (https://docs.python.org/3/howto/mro.html). TypeError if there is none.
  public func linearize(_ type: Ref<TypeObject>, _ bases: Ref<TupleObject>) throws(Raised) -> Value {
    try checkDuplicateBases(bases)
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

  private func checkDuplicateBases(_ bases: Ref<TupleObject>) throws(Raised) {
    for i in 0..<bases.count {
      for j in 0..<i where bases.items[i] == bases.items[j] {
        throw raise(self.types.typeError, "duplicate base class %N", bases.items[i])
      }
    }
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
    return raise(.inconsistentOrder, text)
  }
}

extension Slots {
  func contains(_ v: Value) -> Bool {
    for i in 0..<count where base[i] == v { return true }
    return false
  }
}
