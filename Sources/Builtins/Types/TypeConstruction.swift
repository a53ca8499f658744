import Runtime

/// `type(name, bases, dict, **kwds)`.
enum TypeConstruction {
  static func new(_ t: Thread, _ metatype: Value, _ args: Value, _ keywords: Value) throws(Raised) -> Value {
    let arguments: Ref<TupleObject> = args.unchecked()
    guard arguments.count == 3 else {
      // In the oldest versions `type.__new__` and not `type.__call__` knows about `type(x)`.
      if metatype == Value(t.types.type), t.has(.typeNewTakesObject) {
        if arguments.count == 1, keywords.unchecked(as: DictObject.self).count == 0 { return Value(t.typeOf(arguments.items[0])) }
        throw t.raise(t.types.typeError, "type() takes 1 or 3 arguments")
      }
      throw t.raise(t.types.typeError, "type.__new__() takes exactly 3 arguments (%S given)", try t.int(arguments.count))
    }
    let (name, bases, namespace) = (arguments.items[0], arguments.items[1], arguments.items[2])
    guard name.isKind(.str) else { throw t.raise(t.types.typeError, "type.__new__() argument 1 must be str, not %B", name) }
    guard bases.isKind(.tuple) else { throw t.raise(t.types.typeError, "type.__new__() argument 2 must be tuple, not %B", bases) }
    guard namespace.isKind(.dict) else { throw t.raise(t.types.typeError, "type.__new__() argument 3 must be dict, not %B", namespace) }
    let winner = try metaclass(t, metatype.unchecked(), bases.unchecked())
    if Value(winner) != metatype {
      // A base has a more derived metaclass: it decides, unless it has type's own __new__.
      let hook = t.lookup(winner, .__new__)
      if !hook.isNull && hook != t.lookup(t.types.type, .__new__) {
        let bound = try t.bind(hook, to: .null, winner)
        let all = try t.tuple(count: 4)
        all.items[0] = Value(winner)
        for i in 0..<3 { all.items[i + 1] = arguments.items[i] }
        return try t.call(bound, tuple: Value(all), dict: keywords)
      }
    }
    return try t.makeClass(winner, name: name, bases: bases, namespace: namespace.unchecked(), keywords: keywords)
  }

  /// The most derived of a metaclass and the metaclasses of the bases.
  static func metaclass(_ t: Thread, _ metatype: Ref<TypeObject>, _ bases: Ref<TupleObject>) throws(Raised) -> Ref<TypeObject> {
    var winner = metatype
    for i in 0..<bases.count {
      let candidate = t.typeOf(bases.items[i])
      if t.isSubtype(winner, candidate) { continue }
      guard t.isSubtype(candidate, winner) else {
        throw t.raise(
          t.types.typeError,
          "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases")
      }
      winner = candidate
    }
    try checkBases(t, bases)
    return winner
  }

  /// A base that is no class but has `__mro_entries__` was meant for the class statement.
  private static func checkBases(_ t: Thread, _ bases: Ref<TupleObject>) throws(Raised) {
    for i in 0..<bases.count where !bases.items[i].isKind(.type) {
      if try !t.getAttributeOrNull(bases.items[i], .__mro_entries__).isNull {
        throw t.raise(t.types.typeError, "type() doesn't support MRO entry resolution; use types.new_class()")
      }
    }
  }

  static func checkInit(_ t: Thread, _ args: Value, _ keywords: Value) throws(Raised) {
    let count = args.unchecked(as: TupleObject.self).count
    if count == 1 && keywords.unchecked(as: DictObject.self).count > 0 {
      throw t.raise(t.types.typeError, "type.__init__() takes no keyword arguments")
    }
    guard count == 1 || count == 3 else { throw t.raise(t.types.typeError, "type.__init__() takes 1 or 3 arguments") }
  }
}
