// Kernels of the cell family: variables that inner functions share with outer ones. Slots are localsplus indices; the verifier proved that they
// hold cells, or NULL where the cell of an inlined comprehension could not be made for lack of memory.

extension Ref where T == FrameHeader {
  func localName(_ index: Int) -> Value { self.code.localsPlusNames.unchecked(as: TupleObject.self).items[index] }

  /// Whether the slot is a free variable (else a cell of this function).
  func isFree(_ index: Int) -> Bool { index >= self.code.localsPlusCount - self.code.freeCount }
}

extension Thread {
  public func makeCell(_ content: Value) throws(Raised) -> Value {
    let cell: Ref<CellObject> = try allocate(kind: .cell, type: self.types.cell, tracedWords: 1)
    cell.content = content
    return Value(cell)
  }
}

/// MAKE_CELL: wraps what the slot holds (maybe nothing) in a new cell.
func makeCell(_ t: Thread, _ frame: Frame, _ index: Int) throws(Raised) {
  let cell = try t.makeCell(frame.locals[index])
  frame.locals[index] = cell
}

/// COPY_FREE_VARS: the function's closure becomes the last `count` localsplus slots. The verifier knows that `count` is the number of
/// free variables, and SET_FUNCTION_ATTRIBUTE checks the length of a closure, but a function may lack one.
@inline(__always)
func copyFreeVariables(_ t: Thread, _ frame: Frame, _ count: Int) throws(Raised) {
  guard _fastPath(!frame.function.closure.isNull) else { throw t.raise(t.types.systemError, "function without its closure") }
  let closure: Ref<TupleObject> = frame.function.closure.unchecked()
  let target = frame.locals + (frame.code.localsPlusCount - count)
  var i = 0
  while i < count {
    target[i] = closure.items[i]
    i &+= 1
  }
}

/// LOAD_DEREF
@inline(__always)
func loadCell(_ t: Thread, _ frame: Frame, _ index: Int) throws(Raised) -> Value {
  let slot = frame.locals[index]
  if _fastPath(!slot.isNull) {
    let value = slot.unchecked(as: CellObject.self).content
    if _fastPath(!value.isNull) { return value }
  }
  throw unboundCell(t, frame, index)
}

/// STORE_DEREF
@inline(__always)
func storeCell(_ t: Thread, _ frame: Frame, _ index: Int, _ value: Value) throws(Raised) {
  let slot = frame.locals[index]
  if _slowPath(slot.isNull) {
    let cell = try t.makeCell(value)
    frame.locals[index] = cell
  } else {
    slot.unchecked(as: CellObject.self).content = value
  }
}

/// DELETE_DEREF
func deleteCell(_ t: Thread, _ frame: Frame, _ index: Int) throws(Raised) {
  let slot = frame.locals[index]
  if slot.isNull || slot.unchecked(as: CellObject.self).content.isNull { throw unboundCell(t, frame, index) }
  slot.unchecked(as: CellObject.self).content = .null
}

/// LOAD_FROM_DICT_OR_DEREF: a class body's namespace, then the cell.
func loadFromNamespaceOrCell(_ t: Thread, _ frame: Frame, _ index: Int, _ namespace: Value) throws(Raised) -> Value {
  let found = try namespaceGet(t, namespace, frame.localName(index))
  return found.isNull ? try loadCell(t, frame, index) : found
}

/// LOAD_CLASSDEREF: the local namespace of a class body, then the cell.
func loadClassCell(_ t: Thread, _ frame: Frame, _ index: Int) throws(Raised) -> Value {
  guard !frame.namespace.isNull else { return try loadCell(t, frame, index) }
  return try loadFromNamespaceOrCell(t, frame, index, frame.namespace)
}

@inline(never)
private func unboundCell(_ t: Thread, _ frame: Frame, _ index: Int) -> Raised {
  let name = frame.localName(index)
  if frame.isFree(index) {
    return t.nameError(t.types.nameError, t.template(.unboundFreeVariable), name)
  }
  return unboundLocal(t, name)
}

private func unboundLocal(_ t: Thread, _ name: Value) -> Raised {
  t.nameError(t.types.unboundLocalError, t.template(.unboundLocal), name)
}

/// LOAD_FAST_CHECK and DELETE_FAST of an unset local.
@inline(never)
func raiseUnboundLocal(_ t: Thread, _ frame: Frame, _ index: Int) throws(Raised) -> Never {
  throw unboundLocal(t, frame.localName(index))
}
