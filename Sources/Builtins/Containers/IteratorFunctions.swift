import Runtime

/// The tables of the types that are used as functions over iterables: enumerate, reversed, zip, map, filter.
enum IteratorFunctions {
  static var specs: [TypeSpec] { [enumerate, reversed, zip, map, filter] }

  // MARK: enumerate

  static let enumerate = TypeSpec(
    "enumerate",
    doc: """
      Return an enumerate object.

        iterable
          an object supporting iteration

      The enumerate object yields pairs containing a count (from start, which
      defaults to zero) and a value yielded by the iterable argument.

      enumerate is useful for obtaining an indexed list:
          (0, seq[0]), (1, seq[1]), (2, seq[2]), ...
      """,
    functions: [
      .init("__new__(cls, iterable, start=0)", "Create and return a new object.  See help(type) for accurate signature.") { t, a throws(Raised) in
        try IteratorFunctions.makeEnumerate(t, a[0].unchecked(), a[1], a[2])
      },
      .init("__iter__(self, /)", "Implement iter(self).") { t, a throws(Raised) in a[0] },
      .init("__next__(self, /)", "Implement next(self).") { t, a throws(Raised) in
        try IteratorFunctions.item(t, try t.nextOfEnumerate(a[0].unchecked()))
      },
      .init("__reduce__(self, /)", "Return state information for pickling.") { t, a throws(Raised) in
        let it = a[0].unchecked(as: EnumerateObject.self)
        return try t.tuple(Value(it.header.type), try t.tuple(it.iterator, it.index))
      },
      .init("__class_getitem__(cls, object, /)", "See PEP 585", binding: .classMethod) { t, a throws(Raised) in
        try t.genericAlias(a[0], a[1])
      },
    ])

  private static func makeEnumerate(_ t: Thread, _ type: Ref<TypeObject>, _ iterable: Value, _ start: Value) throws(Raised) -> Value {
    let start = try t.asIndexObject(start)
    let iterator = try t.iterator(of: iterable)
    let it = try t.allocateInstance(type, EnumerateObject.self, kind: .record, tracedWords: 2)
    it.iterator = iterator
    it.index = start
    return Value(it)
  }

  /// An item, StopIteration for null.
  private static func item(_ t: Thread, _ item: Value) throws(Raised) -> Value {
    if item.isNull { throw t.stopIteration(.none) }
    return item
  }

  // MARK: reversed

  static let reversed = TypeSpec(
    "reversed", doc: "Return a reverse iterator over the values of the given sequence.",
    functions: [
      .init("__new__(cls, sequence, /)", "Create and return a new object.  See help(type) for accurate signature.") { t, a throws(Raised) in
        try IteratorFunctions.makeReversed(t, a[0].unchecked(), a[1])
      },
      .init("__iter__(self, /)", "Implement iter(self).") { t, a throws(Raised) in a[0] },
      .init("__next__(self, /)", "Implement next(self).") { t, a throws(Raised) in
        try IteratorFunctions.item(t, try t.nextOfReversed(a[0].unchecked()))
      },
      .init("__length_hint__(self, /)", "Private method returning an estimate of len(list(it)).") { t, a throws(Raised) in
        let it = a[0].unchecked(as: IndexIteratorObject.self)
        if it.index < 0 { return Value(small: 0) }
        let count = it.index + 1
        return try t.int(try t.length(it.sequence) < count ? 0 : count)
      },
      .init("__reduce__(self, /)", "Return state information for pickling.") { t, a throws(Raised) in
        let it = a[0].unchecked(as: IndexIteratorObject.self)
        if it.index < 0 { return try t.tuple(Value(it.header.type), try t.tuple(t.interpreter.emptyTuple)) }
        return try t.tuple(Value(it.header.type), try t.tuple(it.sequence), try t.int(it.index))
      },
      .init("__setstate__(self, object, /)", "Set state information for unpickling.") { t, a throws(Raised) in
        let it = a[0].unchecked(as: IndexIteratorObject.self)
        let index = try t.asIndex(a[1])
        if it.index >= 0 { it.index = min(max(index, -1), try t.length(it.sequence) - 1) }
        return .none
      },
    ])

  private static func makeReversed(_ t: Thread, _ cls: Ref<TypeObject>, _ sequence: Value) throws(Raised) -> Value {
    let method = t.lookupSpecial(sequence, .__reversed__)
    if method.isNone { throw t.raise(t.types.typeError, "'%T' object is not reversible", sequence) }
    if !method.isNull { return try t.callSpecial(method, sequence) }
    if t.hasGetItem(sequence), sequence.isKind(.instance) { _ = try t.length(sequence) }
    guard t.hasGetItem(sequence), !t.lookupSpecial(sequence, .__len__).isNull else {
      throw t.raise(t.types.typeError, "'%T' object is not reversible", sequence)
    }
    let count = try t.length(sequence)
    let it = try t.allocateInstance(cls, IndexIteratorObject.self, kind: .record, tracedWords: 1)
    it.sequence = sequence
    it.index = count - 1
    return Value(it)
  }

  // MARK: zip

  static let zip = TypeSpec(
    "zip",
    doc: """
      The zip object yields n-length tuples, where n is the number of iterables
      passed as positional arguments to zip().  The i-th element in every tuple
      comes from the i-th iterable argument to zip().  This continues until the
      shortest argument is exhausted.

      If strict is true and one of the arguments is exhausted before the others,
      raise a ValueError.

         >>> list(zip('abcdefg', range(3), range(4)))
         [('a', 0, 0), ('b', 1, 1), ('c', 2, 2)]
      """,
    functions: [
      .init("__new__(cls, /, *iterables, strict=False)", "Create and return a new object.  See help(type) for accurate signature.") {
        t, a throws(Raised) in
        let strict = try t.truth(a[2])
        let iterators = try IteratorFunctions.iterators(t, a[1].unchecked(as: TupleObject.self).slots)
        let it = try t.allocateInstance(a[0].unchecked(), ZipObject.self, kind: .record, tracedWords: 1)
        it.iterators = iterators
        it.strict = strict
        return Value(it)
      },
      .init("__iter__(self, /)", "Implement iter(self).") { t, a throws(Raised) in a[0] },
      .init("__next__(self, /)", "Implement next(self).") { t, a throws(Raised) in
        try IteratorFunctions.item(t, try t.nextOfZip(a[0].unchecked()))
      },
      .init("__reduce__(self, /)", "Return state information for pickling.") { t, a throws(Raised) in
        let it = a[0].unchecked(as: ZipObject.self)
        if it.strict { return try t.tuple(Value(it.header.type), Value(it.iterators), .true) }
        return try t.tuple(Value(it.header.type), Value(it.iterators))
      },
      .init("__setstate__(self, object, /)", "Set state information for unpickling.") { t, a throws(Raised) in
        a[0].unchecked(as: ZipObject.self).strict = try t.truth(a[1])
        return .none
      },
    ])

  /// A tuple of iterators over the arguments.
  private static func iterators(_ t: Thread, _ iterables: Slots) throws(Raised) -> Ref<TupleObject> {
    let result = try t.list()
    for i in 0..<iterables.count { try t.append(result, try t.iterator(of: iterables[i])) }
    return try t.tuple(copying: result.slots).unchecked()
  }

  // MARK: map

  static let map = TypeSpec(
    "map",
    doc: """
      Make an iterator that computes the function using arguments from
      each of the iterables.  Stops when the shortest iterable is exhausted.
      """,
    functions: [
      .init("__new__(cls, /, *args, **kwargs)", "Create and return a new object.  See help(type) for accurate signature.") { t, a throws(Raised) in
        try IteratorFunctions.makeMap(t, a)
      },
      .init("__iter__(self, /)", "Implement iter(self).") { t, a throws(Raised) in a[0] },
      .init("__next__(self, /)", "Implement next(self).") { t, a throws(Raised) in
        try IteratorFunctions.item(t, try t.nextOfMap(a[0].unchecked()))
      },
      .init("__reduce__(self, /)", "Return state information for pickling.") { t, a throws(Raised) in
        let it = a[0].unchecked(as: MapObject.self)
        let iterators = it.iterators.unchecked(as: TupleObject.self)
        let arguments = try t.tuple(count: iterators.count + 1)
        arguments.items[0] = it.function
        (arguments.items + 1).update(from: iterators.items, count: iterators.count)
        return try t.tuple(Value(it.header.type), Value(arguments))
      },
    ])

  private static func makeMap(_ t: Thread, _ a: Slots) throws(Raised) -> Value {
    let keywords: Ref<DictObject> = a[2].unchecked()
    let strict = t.has(.strictMap) ? try t.dictGet(keywords, t.name(.strict)) : .null
    let isIgnoring = !t.has(.strictMap) && t.ignoresKeywords(a[0].unchecked(), of: t.types.map, .__init__)
    if !isIgnoring, keywords.count > (strict.isNull ? 0 : 1) { throw try mapKeywordError(t, keywords) }
    let arguments = a[1].unchecked(as: TupleObject.self).slots
    if arguments.count < 2 { throw t.raise(t.types.typeError, "map() must have at least two arguments.") }
    let iterators = try iterators(t, arguments.dropFirst())
    let it = try t.allocateInstance(a[0].unchecked(), MapObject.self, kind: .record, tracedWords: 2)
    it.function = arguments[0]
    it.iterators = Value(iterators)
    it.strict = strict.isNull ? false : try t.truth(strict)
    return Value(it)
  }

  private static func mapKeywordError(_ t: Thread, _ keywords: Ref<DictObject>) throws(Raised) -> Raised {
    if !t.has(.strictMap) { return t.raise(t.types.typeError, "map() takes no keyword arguments") }
    if keywords.count > 1 { return t.raise(t.types.typeError, "map() takes at most 1 keyword argument (%S given)", Value(small: keywords.count)) }
    var position = 0
    return t.raise(t.types.typeError, "map() got an unexpected keyword argument '%S'", t.dictNext(keywords, &position)?.key ?? .none)
  }

  // MARK: filter

  static let filter = TypeSpec(
    "filter",
    doc: "Return an iterator yielding those items of iterable for which function(item)\nis true. If function is None, return the items that are true.",
    functions: [
      .init("__new__(cls, function, iterable, /)", "Create and return a new object.  See help(type) for accurate signature.") { t, a throws(Raised) in
        let iterator = try t.iterator(of: a[2])
        let it = try t.allocateInstance(a[0].unchecked(), MapObject.self, kind: .record, tracedWords: 2)
        it.function = a[1]
        it.iterators = iterator
        return Value(it)
      },
      .init("__iter__(self, /)", "Implement iter(self).") { t, a throws(Raised) in a[0] },
      .init("__next__(self, /)", "Implement next(self).") { t, a throws(Raised) in
        try IteratorFunctions.item(t, try t.nextOfFilter(a[0].unchecked()))
      },
      .init("__reduce__(self, /)", "Return state information for pickling.") { t, a throws(Raised) in
        let it = a[0].unchecked(as: MapObject.self)
        return try t.tuple(Value(it.header.type), try t.tuple(it.function, it.iterators))
      },
    ])
}
