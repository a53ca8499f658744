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

  /// An argument that CPython takes as a size: by `__index__`.
  public func sizeArgument(_ v: Value) throws(Raised) -> Int {
    if v.isFloat { throw raise(.cIntOfFloat, v) }
    return try asIndex(v)
  }

  /// An argument that is a flag: its truth, at some levels that of an int only.
  public func flagArgument(_ v: Value) throws(Raised) -> Bool {
    if has(.truthForFlags) || v.isInt { return try truth(v) }
    return try truth(try cIntObject(v))
  }
}
