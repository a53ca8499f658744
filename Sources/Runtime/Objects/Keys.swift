// What dicts and sets share: hashing and comparing keys, quickly for strs and ints.

extension Thread {
  /// `hash(v)` of a key of a dict. TypeError ("unhashable type: 'list'") if there is none.
  @inline(__always)
  public func keyHash(_ v: Value) throws(Raised) -> Int {
    if v.isSmallInt {
      let n = v.smallInt
      return n == -1 ? -2 : n
    }
    if v.isObject, v.object.type == self.types.str { return hashOfStr(v.unchecked()) }
    return try keyHash(v, orRaise: .unhashableKey)
  }

  /// `hash(v)` of an element of a set. TypeError if there is none.
  @inline(__always)
  public func elementHash(_ v: Value) throws(Raised) -> Int {
    if v.isSmallInt {
      let n = v.smallInt
      return n == -1 ? -2 : n
    }
    if v.isObject, v.object.type == self.types.str { return hashOfStr(v.unchecked()) }
    return try keyHash(v, orRaise: .unhashableElement)
  }

  /// At some levels a TypeError is told with what the hash is for.
  @inline(never)
  @usableFromInline func keyHash(_ v: Value, orRaise message: LibraryMessage) throws(Raised) -> Int {
    do throws(Raised) {
      return try itemHash(v)
    } catch {
      if !has(.namedUnhashable) || !matches(self.exception, self.types.typeError) { throw error }
      let reason = takeException()
      throw raise(message, v, reason)
    }
  }

  /// `hash(v)` of an item of a tuple or the like.
  @inline(__always)
  public func itemHash(_ v: Value) throws(Raised) -> Int {
    if v.isSmallInt {
      let n = v.smallInt
      return n == -1 ? -2 : n
    }
    if v.isObject {
      let type = v.object.type
      if type == self.types.str { return hashOfStr(v.unchecked()) }
      if type == self.types.tuple { return try hashOfTuple(v.unchecked()) }
    }
    return try hash(v)
  }

  /// Whether a stored key equals the one looked for; both have the same hash and are not the same word. May run Python code.
  @inline(__always)
  func keysEqual(_ stored: Value, _ key: Value) throws(Raised) -> Bool {
    if isExactStr(stored) && isExactStr(key) { return strEquals(stored, key) }
    if Value.bothSmallInts(stored, key) { return false }
    return try equals(stored, key)
  }
}
