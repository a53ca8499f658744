// Calls of the most used builtin types without a detour through `__new__` and `__init__`.

extension Thread {
  /// What `type(*arguments)` makes, where `type` is range, list, tuple, str, set or dict itself and the arguments are of the usual number and
  /// kind; null: `__new__` and `__init__` decide.
  func constructBuiltin(_ type: Ref<TypeObject>, _ arguments: Slots) throws(Raised) -> Value {
    if type == self.types.range { return try smallRange(arguments) }
    switch arguments.count {
    case 0:
      if type == self.types.list { return Value(try list()) }
      if type == self.types.dict { return Value(try dict()) }
      if type == self.types.set { return Value(try set()) }
      if type == self.types.tuple { return self.interpreter.emptyTuple }
      return .null
    case 1:
      let v = arguments[0]
      if type == self.types.list { return Value(try list(from: v)) }
      if type == self.types.tuple { return try tuple(from: v) }
      if type == self.types.str { return try str(of: v) }
      if type == self.types.int {
        if v.isSmallInt { return v }
        if v.isKind(.str) && v.object.type == self.types.str { return shortInt(v.unchecked()) }
        return .null
      }
      if type == self.types.float {
        if v.isDouble { return v }
        if v.isKind(.str) && v.object.type == self.types.str { return shortFloat(v.unchecked()) }
        return .null
      }
      if type == self.types.set {
        let set = try set()
        try setUpdate(set, v)
        return Value(set)
      }
      return .null
    default: return .null
    }
  }

  /// The arguments of `enumerate(...)` itself, which words its complaints otherwise than the `__new__` that subclasses call
  /// (CPython: `enumerate_vectorcall` in Objects/enumobject.c).
  func checkEnumerate(_ arguments: Arguments) throws(Raised) {
    let given = arguments.count + arguments.keywordCount
    if given == 1 || given == 2 {
      if arguments.names.isNull { return }
      let names = arguments.names.unchecked(as: TupleObject.self).slots
      let startsWithStart = names.count == 2 && names[0] == self.name(.start)
      for i in 0..<names.count {
        let expected = self.name((arguments.count + i == 0) != startsWithStart ? .iterable : .start)
        if !strEquals(names[i], expected) {
          throw raise(self.types.typeError, "'%S' is an invalid keyword argument for enumerate()", names[i])
        }
      }
      return
    }
    if arguments.count == 0 { throw raise(.enumerateOfNothing) }
    throw raise(self.types.typeError, "enumerate() takes at most 2 arguments (%S given)", try int(given))
  }

  /// A range of unboxed ints; null if the arguments are something else.
  private func smallRange(_ arguments: Slots) throws(Raised) -> Value {
    let count = arguments.count
    if count == 0 || count > 3 { return .null }
    for i in 0..<count where !arguments[i].isSmallInt { return .null }
    let start = count == 1 ? 0 : arguments[0].smallInt
    let stop = arguments[count == 1 ? 0 : 1].smallInt
    let step = count == 3 ? arguments[2].smallInt : 1
    if step == 0 { return .null }
    return Value(try range(start: start, stop: stop, step: step))
  }

  /// A range whose numbers fit unboxed ints; the step is not 0.
  public func range(start: Int, stop: Int, step: Int) throws(Raised) -> Ref<RangeObject> {
    let distance = step > 0 ? stop &- start : start &- stop
    let size = step > 0 ? step : 0 &- step
    let length = distance <= 0 ? 0 : (distance &- 1) / size &+ 1
    let lengthValue = try int(length)
    let range = try allocate(RangeObject.self, kind: .range, type: self.types.range, tracedWords: 4)
    range.start = Value(small: start)
    range.stop = Value(small: stop)
    range.step = Value(small: step)
    range.length = lengthValue
    return range
  }
}
