import CSupport

// Finalizers (`__del__`, generators with open `finally` blocks) and weak references. What dies is found during a collection; Python code runs at the
// next poll, when the thread is between two instructions.

/// A weak reference. Its target is not traced: a collection that finds the target dead clears it.
@frozen
public struct WeakReferenceObject: HeapCell {
  public var header: ObjectHeader
  // traced
  /// Called with the reference when the target dies; null = none.
  public var callback: Value
  // raw
  /// The target's bits; 0 when it is dead.
  public var target: UInt64
  /// The target's hash, once asked for; -1 = not asked.
  public var hash: Int
  /// Where the target was, for the order of callbacks.
  var oldTarget: UInt64
}

extension Ref where T == WeakReferenceObject {
  @inlinable @inline(__always) public var callback: Value { get { layout.callback } nonmutating set { layout.callback = newValue } }
  @inlinable @inline(__always) public var target: UInt64 { get { layout.target } nonmutating set { layout.target = newValue } }
  @inlinable @inline(__always) public var hash: Int { get { layout.hash } nonmutating set { layout.hash = newValue } }
  @inline(__always) var oldTarget: UInt64 { get { layout.oldTarget } nonmutating set { layout.oldTarget = newValue } }
}

extension Heap {
  /// Weak references to what is not marked lose it; their callbacks wait for a poll. (Before finalizers can resurrect anything, as in CPython.)
  func clearWeakReferences(_ marker: inout Marker) {
    let list = state.pointee.weakReferences
    let first = state.pointee.pendingCallbacks.count
    var isShared = false
    for i in 0..<list.count {
      let reference = Ref<WeakReferenceObject>(bits: UInt64(list[i]))
      guard reference.target != 0, !marker.isMarked(UInt(reference.target)) else { continue }
      reference.oldTarget = reference.target
      reference.target = 0
      guard marker.isMarked(list[i]) && !reference.callback.isNull else { continue }
      let target = Ref<ObjectHeader>(bits: reference.oldTarget)
      if target.flags.contains(.weaklyReferenced) { target.flags.remove(.weaklyReferenced) } else { isShared = true }
      _ = state.pointee.pendingCallbacks.append(list[i])
    }
    if isShared { state.pointee.pendingCallbacks.orderCallbacks(from: first) }
  }

  /// Forgets the weak references that died or lost their target.
  func dropDeadWeakReferences(_ marker: Marker) {
    let list = state.pointee.weakReferences
    var kept = 0
    for i in 0..<list.count where marker.isMarked(list[i]) {
      if Ref<WeakReferenceObject>(bits: UInt64(list[i])).target == 0 { continue }
      list[kept] = list[i]
      kept += 1
    }
    state.pointee.weakReferences.count = kept
  }

  /// Objects with a finalizer that nothing reaches any more are kept alive, with all they refer to, until it has run.
  func queueFinalizers(_ marker: inout Marker) {
    let list = state.pointee.finalizables
    var kept = 0
    for i in 0..<list.count {
      if marker.isMarked(list[i]) {
        list[kept] = list[i]
        kept += 1
      } else if !state.pointee.pendingFinalizers.append(list[i]) {
        // Without memory for the queue it stays registered, and alive.
        marker.mark(UInt64(list[i]))
        list[kept] = list[i]
        kept += 1
      }
    }
    state.pointee.finalizables.count = kept
    marker.markQueue(state.pointee.pendingFinalizers)
  }
}

extension Thread {
  /// Has the finalizer of a new object called when nothing reaches it any more: `__del__` of instances, `close` of generators.
  public func registerFinalizer(_ object: Ref<ObjectHeader>) throws(Raised) {
    guard self.heap.state.pointee.finalizables.append(UInt(object.bits)) else { throw raiseMemoryError() }
    object.flags.insert(.finalizable)
  }

  /// Makes a weak reference of `type`. The caller has checked that the target's type allows them. `callback` may be null.
  public func makeWeakReference(
    _ target: Value, callback: Value, type: Ref<TypeObject>
  ) throws(Raised) -> Ref<WeakReferenceObject> {
    let reference: Ref<WeakReferenceObject> = try allocateInstance(type, kind: .weakReference, tracedWords: 1)
    reference.callback = callback
    reference.target = target.bits
    reference.hash = -1
    guard self.heap.state.pointee.weakReferences.append(UInt(reference.bits)) else { throw raiseMemoryError() }
    target.object.flags.insert(.weaklyReferenced)
    return reference
  }

  /// What a weak reference refers to; null when that is dead.
  public func target(of reference: Ref<WeakReferenceObject>) -> Value { Value(bits: reference.target) }

  /// The weak references to `v`, oldest first: calls `body` for each until it returns true.
  public func findWeakReference(to v: Value, _ body: (Ref<WeakReferenceObject>) -> Bool) -> Value {
    guard v.isObject, v.object.flags.contains(.weaklyReferenced) else { return .null }
    let list = self.heap.state.pointee.weakReferences
    for i in 0..<list.count {
      let reference = Ref<WeakReferenceObject>(bits: UInt64(list[i]))
      if reference.target == v.bits && body(reference) { return Value(reference) }
    }
    return .null
  }

  /// What `__weakref__` gives: the first weak reference to `v`, or None.
  public func firstWeakReference(_ v: Value) -> Value {
    let found = findWeakReference(to: v) { _ in true }
    return found.isNull ? .none : found
  }

  /// What the collector wants done at a poll: a collection that was asked for, weak callbacks, finalizers.
  func pollHeap() throws(Raised) {
    let state = self.heap.state
    if state.pointee.isRequested { collectAsRequested(between: false) }
    // What a callback or finalizer leaves behind waits until that has ended.
    if state.pointee.isFinalizing { return }
    state.pointee.isFinalizing = true
    defer { state.pointee.isFinalizing = false }
    // A program that is stopped runs none of them: each would only fail, and be reported.
    while self.stop == .none, state.pointee.pendingCallbacks.count > 0 {
      let reference = Ref<WeakReferenceObject>(bits: UInt64(state.pointee.pendingCallbacks.removeFirst()))
      let callback = reference.callback
      do throws(Raised) { _ = try call(callback, Value(reference)) } catch { reportUnraisable(callback, while: "calling weakref callback") }
    }
    while self.stop == .none, state.pointee.pendingFinalizers.count > 0 {
      finalize(Value(bits: UInt64(state.pointee.pendingFinalizers.removeFirst())))
    }
  }

  /// A collection that was asked for, between the calls of `gc.callbacks`. Between two instructions of a loop the native stack of the loop is
  /// not scanned.
  func collectAsRequested(between: Bool) {
    self.heap.state.pointee.isRequested = false
    let callbacks = self.interpreter.collectionCallbacks
    if callbacks.isKind(.list) { callCollectionCallbacks(callbacks.unchecked(), "start") }
    // What a frame returned to native code is taken by now.
    self.result = .null
    support_clear_stack()
    collectGarbage(from: between ? self.loopBase : 0)
    if callbacks.isKind(.list) { callCollectionCallbacks(callbacks.unchecked(), "stop") }
  }

  private func callCollectionCallbacks(_ callbacks: Ref<ListObject>, _ phase: StaticString) {
    if callbacks.count == 0 { return }
    var i = 0
    while i < callbacks.count {
      let callback = callbacks.items[i]
      do throws(Raised) {
        let details = try dict()
        try dictSet(details, try intern("generation"), Value(small: self.heap.state.pointee.requestedGeneration))
        try dictSet(details, try intern("collected"), Value(small: 0))
        try dictSet(details, try intern("uncollectable"), Value(small: 0))
        _ = try call(callback, try intern(phase), Value(details))
      } catch {
        reportUnraisable(callback, while: "calling GC callback")
      }
      i += 1
    }
  }

  /// Runs the finalizers of everything that is still alive, oldest first: the end of the program. (Objects that finalizers make are finalized
  /// too, a bounded number of times.)
  public func runAllFinalizers() {
    let state = self.heap.state
    // A poll inside a finalizer leaves the others alone: they run in their order.
    state.pointee.isFinalizing = true
    defer { state.pointee.isFinalizing = false }
    for _ in 0..<4 where self.stop == .none {
      let list = state.pointee.finalizables
      for i in 0..<list.count where !state.pointee.pendingFinalizers.append(list[i]) { return }
      state.pointee.finalizables.count = 0
      while self.stop == .none, state.pointee.pendingFinalizers.count > 0 {
        finalize(Value(bits: UInt64(state.pointee.pendingFinalizers.removeFirst())))
      }
    }
  }

  /// Calls the finalizer of one object, once. Its exceptions are reported, not raised.
  private func finalize(_ v: Value) {
    guard v.object.flags.contains(.finalizable) else { return }
    if v.object.flags.contains(.finalizedLate) {
      v.object.flags.remove(.finalizedLate)
      if self.heap.state.pointee.pendingFinalizers.append(UInt(v.bits)) { return }
    }
    v.object.flags.remove(.finalizable)
    switch v.object.kind {
    case .generator, .coroutine, .asyncGenerator:
      let generator: Ref<GeneratorObject> = v.unchecked()
      if generator.state != .suspended { return }
      do throws(Raised) { _ = try close(generator) } catch { reportUnraisable(v, while: "closing generator") }
    default:
      let method = lookupSpecial(v, .__del__)
      if method.isNull { return }
      do throws(Raised) { _ = try callSpecial(method, v) } catch { reportUnraisable(method, while: "calling deallocator") }
    }
  }
}
