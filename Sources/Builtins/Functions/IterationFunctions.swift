import Runtime

/// iter, next and their asynchronous forms.
enum IterationFunctions {
  static let functions: [NativeFunctionSpec] = [
    .init("iter(object, sentinel=<unrepresentable>, /)",
      "iter(iterable) -> iterator\niter(callable, sentinel) -> iterator\n\nGet an iterator from an object.\nIn the first form, the argument must supply its own iterator, or be a sequence.\nIn the second form, the callable is called until it returns the sentinel."
    ) { t, a throws(Raised) in
      if a[1].isNull { return try t.iterator(of: a[0]) }
      if !t.isCallable(a[0]) { throw t.raise(.iterOfUncallable) }
      let iterator: Ref<CallableIteratorObject> = try t.allocate(kind: .record, type: t.types.callableIterator, tracedWords: 2)
      iterator.callable = a[0]
      iterator.sentinel = a[1]
      return Value(iterator)
    },
    .init("next(iterator, default=<unrepresentable>, /)",
      "next(iterator[, default])\n\nReturn the next item from the iterator. If default is given and the iterator\nis exhausted, it is returned instead of raising StopIteration."
    ) { t, a throws(Raised) in try IterationFunctions.next(t, a[0], a[1]) },
    .init("aiter(async_iterable, /)", "Return an AsyncIterator for an AsyncIterable object.") { t, a throws(Raised) in
      try t.asyncIterator(of: a[0])
    },
    .init("anext(async_iterator, default=<unrepresentable>, /)", "Return the next item from the async iterator.") { t, a throws(Raised) in
      a[1].isNull ? try t.asyncNext(a[0]) : try t.asyncNext(a[0], fallback: a[1])
    },
  ]

  private static func next(_ t: Thread, _ iterator: Value, _ standard: Value) throws(Raised) -> Value {
    switch iterator.kind {
    case .listIterator, .tupleIterator, .strIterator, .rangeIterator, .dictIterator, .setIterator:
      let item = try t.next(iterator)
      if !item.isNull { return item }
      if !standard.isNull { return standard }
      throw t.stopIteration(.none)
    default: break
    }
    let method = t.lookupSpecial(iterator, .__next__)
    if method.isNull { throw t.raise(t.types.typeError, "'%T' object is not an iterator", iterator) }
    if standard.isNull { return try t.callSpecial(method, iterator) }
    let item = try t.next(iterator)
    return item.isNull ? standard : item
  }
}
