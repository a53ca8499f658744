extension Thread {
  /// An argument that CPython takes as a C int, as an int object: by `__index__`, at some levels by `__int__` too.
  public func cIntObject(_ v: Value) throws(Raised) -> Value {
    if v.isInt || !lookupSpecial(v, .__index__).isNull { return try asIndexObject(v) }
    if v.isFloat { throw raise(.cIntOfFloat, v) }
    if has(.intArgumentsByInt) {
      let method = lookupSpecial(v, .__int__)
      if !method.isNull { return try asIndexObject(try callSpecial(method, v)) }
    }
    throw raise(.cIntOfOther, v)
  }

  /// The same as a Swift Int; OverflowError if it is no C int.
  public func cInt(_ v: Value) throws(Raised) -> Int {
    let n = try cIntObject(v)
    guard n.isSmallInt, let narrow = Int32(exactly: n.smallInt) else {
      throw raise(self.types.overflowError, "Python int too large to convert to C int")
    }
    return Int(narrow)
  }

  /// An argument that CPython takes as a C int by PyArg_Parse, which has its own words for numbers that are none.
  public func parsedInt(_ v: Value) throws(Raised) -> Int {
    guard let n = IntOperand(try cIntObject(v)).asInt else {
      throw raise(self.types.overflowError, "Python int too large to convert to C long")
    }
    guard let narrow = Int32(exactly: n) else {
      throw raise(self.types.overflowError, n > 0 ? "signed integer is greater than maximum" : "signed integer is less than minimum")
    }
    return Int(narrow)
  }

  /// An argument that CPython takes as a size: by `__index__`.
  public func sizeArgument(_ v: Value) throws(Raised) -> Int {
    if v.isSmallInt { return v.smallInt }
    if v.isFloat { throw raise(.cIntOfFloat, v) }
    if let n = IntOperand(try asIndexObject(v)).asInt { return n }
    throw raise(self.types.overflowError, "Python int too large to convert to C ssize_t")
  }

  /// `operator.index(v)`: up to 3.9 an int of any class itself, later always a plain one.
  public func index(_ v: Value) throws(Raised) -> Value {
    if has(.exactIndex) || v.isSmallInt { return try asIndexObject(v) }
    if isInt(v) { return v }
    let method = lookupSpecial(v, .__index__)
    if method.isNull { return try asIndexObject(v) }
    let result = try callSpecial(method, v)
    if isInt(result) { return result }
    throw raise(self.types.typeError, "__index__ returned non-int (type %T)", result)
  }

  /// An argument that CPython takes as a whole number of seconds.
  public func secondsArgument(_ v: Value) throws(Raised) -> Value {
    if v.isInt || !lookupSpecial(v, .__index__).isNull { return try asIndexObject(v) }
    if has(.intArgumentsByInt) { return try cIntObject(v) }
    throw raise(.secondsOfOther, v)
  }

  /// An argument that is a flag: its truth, at some levels that of an int only.
  public func flagArgument(_ v: Value) throws(Raised) -> Bool {
    if has(.truthForFlags) { return try truth(v) }
    return try cInt(v) != 0
  }
}
