// Kernels of the cell family: variables that inner functions share with outer ones. Slots are localsplus indices; the verifier proved that they
// hold cells.

extension Ref where T == FrameHeader {
  /// The cell in localsplus slot `index`.
  @inline(__always)
  func cell(_ index: Int) -> Ref<CellObject> { locals[index].unchecked() }

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

extension Thread {
  /// A cell beyond the memory limit. If there is no memory at all, the program is ended at the next poll; until then the cells share one.
  @inline(never)
  fileprivate func makeCellWithoutRoom(_ content: Value) -> Value {
    self.exception = .null
    let limit = self.heap.state.pointee.limit
    self.heap.state.pointee.limit = limit &+ Heap.blockBytes < limit ? limit : limit &+ Heap.blockBytes
    defer { self.heap.state.pointee.limit = limit }
    do throws(Raised) {
      return try makeCell(content)
    } catch {
      _ = stopProgram(.memory)
      self.exception = .null
      let spare = self.interpreter.spareCell
      spare.unchecked(as: CellObject.self).content = content
      return spare
    }
  }
}

/// MAKE_CELL: wraps what the slot holds (maybe nothing) in a new cell. It raises nothing: the compiler lets handlers rely on the cells of inlined
/// comprehensions, whatever went wrong in front of them.
func makeCell(_ t: Thread, _ frame: Frame, _ index: Int) {
  let content = frame.locals[index]
  do throws(Raised) {
    let cell = try t.makeCell(content)
    frame.locals[index] = cell
  } catch {
    let cell = t.makeCellWithoutRoom(content)
    frame.locals[index] = cell
  }
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
  let value = frame.cell(index).content
  if _fastPath(!value.isNull) { return value }
  throw unboundCell(t, frame, index)
}

/// STORE_DEREF
@inline(__always)
func storeCell(_ t: Thread, _ frame: Frame, _ index: Int, _ value: Value) {
  frame.cell(index).content = value
}

/// DELETE_DEREF
func deleteCell(_ t: Thread, _ frame: Frame, _ index: Int) throws(Raised) {
  if frame.cell(index).content.isNull { throw unboundCell(t, frame, index) }
  frame.cell(index).content = .null
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
