// Truth, hash, and the conversions to index and double.

extension Thread {
  /// `bool(v)`.
  @inlinable @inline(__always)
  public func truth(_ v: Value) throws(Raised) -> Bool {
    if v.isBool { return v.isTrue }
    if v.isSmallInt { return v.bits << 15 != 0 }
    if v.isNone { return false }
    return try truthSlow(v)
  }

  @inline(never)
  @usableFromInline func truthSlow(_ v: Value) throws(Raised) -> Bool {
    if v.isDouble { return v.double != 0 }
    guard v.isObject else { return v == .notImplemented ? try truthOfNotImplemented() : true }
    let object = v.object
    let type = object.type
    if !type.flags.contains(.heap) {
      switch object.kind {
      case .int: return true
      case .float: return v.anyDouble != 0
      case .complex:
        let z: Ref<ComplexObject> = object.cast()
        return z.real != 0 || z.imaginary != 0
      case .str: return object.cast(to: StrObject.self).count != 0
      case .bytes: return object.cast(to: BytesObject.self).count != 0
      case .bytearray: return object.cast(to: ByteArrayObject.self).count != 0
      case .tuple: return object.cast(to: TupleObject.self).count != 0
      case .list: return object.cast(to: ListObject.self).count != 0
      case .dict: return object.cast(to: DictObject.self).count != 0
      case .set, .frozenset: return object.cast(to: SetObject.self).count != 0
      default: break
      }
    }
    return try truthByMethod(v, type)
  }

  @inline(never)
  private func truthOfNotImplemented() throws(Raised) -> Bool {
    if has(.notImplementedHasNoTruth) { throw raise(self.types.typeError, "NotImplemented should not be used in a boolean context") }
    if has(.notImplementedTruthWarning) { try warn(self.types.deprecationWarning, "NotImplemented should not be used in a boolean context") }
    return true
  }

  private func truthByMethod(_ v: Value, _ type: Ref<TypeObject>) throws(Raised) -> Bool {
    let method = lookup(type, self.name(.__bool__))
    if !method.isNull {
      let result = try callSpecial(method, v)
      if result.isBool { return result.isTrue }
      throw raise(self.types.typeError, "__bool__ should return bool, returned %T", result)
    }
    let size = lookup(type, self.name(.__len__))
    if size.isNull { return true }
    let length = try asIndex(try callSpecial(size, v))
    if length < 0 { throw raise(self.types.valueError, "__len__() should return >= 0") }
    return length != 0
  }

  // MARK: Hash

  /// `hash(v)`; TypeError ("unhashable type: 'T'").
  public func hash(_ v: Value) throws(Raised) -> Int {
    if v.isSmallInt {
      // The modulus is above every small int.
      let n = v.smallInt
      return n == -1 ? -2 : n
    }
    if v.isObject {
      if v.object.kind == .str && v.object.type == self.types.str { return hashOfStr(v.unchecked()) }
      return try hashOfObject(v)
    }
    if v.isDouble { return hashOfDouble(v.double) }
    if v.isBool { return v.isTrue ? 1 : 0 }
    return v.isNone ? 0xFCA8_6420 : hashOfIdentity(v)
  }

  @inline(never)
  private func hashOfObject(_ v: Value) throws(Raised) -> Int {
    let type = v.object.type
    if isExactNumber(v) { return hashOfNumber(v) }
    let method = lookup(type, self.name(.__hash__))
    if method.isNull || method.isNone { throw raise(self.types.typeError, "unhashable type: '%T'", v) }
    if isMethodOfObject(method) { return hashOfIdentity(v) }
    let result = try callSpecial(method, v)
    if result.isSmallInt {
      let n = result.smallInt
      return n == -1 ? -2 : n
    }
    guard result.isInt else { throw raise(self.types.typeError, "__hash__ method should return an integer") }
    // An int that fits a machine word is taken as it is, a larger one by its own hash.
    let operand = IntOperand(result)
    if let n = operand.asInt { return n == -1 ? -2 : n }
    return hashOfInt(operand)
  }

  /// The hash of a number that is, or has a part that is, not a number.
  private func hashOfNaN(_ v: Value) -> Int { has(.nanHashByIdentity) ? hashOfIdentity(v) : 0 }

  /// The hash of a number of any kind, by value: equal numbers have equal hashes (Doc/library/stdtypes.rst, "Hashing of numeric types").
  public func hashOfNumber(_ v: Value) -> Int {
    if v.isInt { return hashOfInt(IntOperand(v)) }
    if v.isFloat { return v.anyDouble.isNaN ? hashOfNaN(v) : hashOfDouble(v.anyDouble) }
    let z = v.unchecked(as: ComplexObject.self)
    let (x, y) = (z.real, z.imaginary)
    let real = x.isNaN ? hashOfNaN(v) : hashOfDouble(x)
    let imaginary = y.isNaN ? hashOfNaN(v) : hashOfDouble(y)
    let h = real &+ 1000003 &* imaginary
    return h == -1 ? -2 : h
  }

  /// The value modulo 2^61 - 1, with its sign.
  public func hashOfInt(_ a: IntOperand) -> Int {
    let modulus: UInt64 = 1 << 61 - 1
    var h: UInt64 = 0
    var i = a.count - 1
    while i >= 0 {
      // h * 2^64 = h * 2^3 modulo 2^61 - 1.
      let limb = a[i]
      h = ((h << 3) & modulus) | (h >> 58)
      h += (limb & modulus) + (limb >> 61)
      h = (h & modulus) + (h >> 61)
      if h >= modulus { h -= modulus }
      i -= 1
    }
    let n = a.isNegative ? -Int(h) : Int(h)
    return n == -1 ? -2 : n
  }

  /// Hash by address, as objects that define no equality have.
  public func hashOfIdentity(_ v: Value) -> Int {
    let h = Int(bitPattern: UInt(v.bits >> 4 | v.bits << 60))
    return h == -1 ? -2 : h
  }
}

/// The hash of a double that is not a NaN (Python/pyhash.c, `_Py_HashDouble`): the rational number modulo 2^61 - 1.
public func hashOfDouble(_ d: Double) -> Int {
  if d.isInfinite { return d > 0 ? 314159 : -314159 }
  if d.magnitude < 1e15, d == d.rounded(.towardZero) {
    let n = Int(d)
    return n == -1 ? -2 : n
  }
  // significand * 2^exponent; 2^61 = 1, so that multiplying by a power of 2 rotates 61 bits.
  let modulus: UInt64 = 1 << 61 - 1
  let significand = d.isNormal ? d.significandBitPattern | 1 << 52 : d.significandBitPattern
  let exponent = (d.isNormal ? Int(d.exponentBitPattern) : 1) - 1075
  let turn = UInt64(((exponent % 61) + 61) % 61)
  let h = ((significand << turn) & modulus) | (turn == 0 ? 0 : significand >> (61 - turn))
  let n = d < 0 ? -Int(h) : Int(h)
  return n == -1 ? -2 : n
}

// MARK: - Index and double

extension Thread {
  /// `operator.index(v)`: a plain int.
  public func asIndexObject(_ v: Value) throws(Raised) -> Value {
    if v.isInt { return v.plainInt }
    let method = lookupSpecial(v, .__index__)
    if method.isNull { throw raise(self.types.typeError, "'%T' object cannot be interpreted as an integer", v) }
    let result = try callSpecial(method, v)
    guard result.isInt else { throw raise(self.types.typeError, "__index__ returned non-int (type %T)", result) }
    if !isExactNumber(result) || result.isBool {
      try warn(
        self.types.deprecationWarning,
        message: try format(
          """
          __index__ returned non-int (type %T).  The ability to return an instance of a strict subclass of int is deprecated, and may be \
          removed in a future version of Python.
          """, result, .null, .null, .null))
    }
    return result.plainInt
  }

  /// `operator.index(v)` as a Swift Int; OverflowError ("cannot fit 'T' into an index-sized integer") beyond 64 bits.
  @inlinable @inline(__always)
  public func asIndex(_ v: Value) throws(Raised) -> Int {
    v.isSmallInt ? v.smallInt : try asIndexSlow(v, overflow: self.types.overflowError)
  }

  /// The same with the error that is raised beyond 64 bits (IndexError for subscripts).
  public func asIndex(_ v: Value, overflow: Ref<TypeObject>) throws(Raised) -> Int {
    v.isSmallInt ? v.smallInt : try asIndexSlow(v, overflow: overflow)
  }

  @inline(never)
  @usableFromInline func asIndexSlow(_ v: Value, overflow: Ref<TypeObject>) throws(Raised) -> Int {
    if let n = IntOperand(try asIndexObject(v)).asInt { return n }
    throw raise(overflow, "cannot fit '%T' into an index-sized integer", v)
  }

  /// `operator.index(v)` clamped to the range of Int (slices).
  public func asClampedIndex(_ v: Value) throws(Raised) -> Int {
    if v.isSmallInt { return v.smallInt }
    let operand = IntOperand(try asIndexObject(v))
    return operand.asInt ?? (operand.isNegative ? Int.min : Int.max)
  }

  /// A real number as a double: a float, an int, what `__float__` or `__index__` gives; TypeError ("must be real number, not T").
  public func asDouble(_ v: Value) throws(Raised) -> Double {
    if v.isDouble { return v.double }
    if v.isSmallInt { return Double(v.smallInt) }
    if v.isKind(.float) { return v.anyDouble }
    let method = isExactNumber(v) ? .null : lookupSpecial(v, .__float__)
    if !method.isNull {
      let result = try callSpecial(method, v)
      if result.isFloat { return result.anyDouble }
      throw raise(self.types.typeError, "%T.__float__ returned non-float (type %T)", v, result)
    }
    if v.isInt { return try double(ofInt: v) }
    if v.isKind(.complex), !has(.complexWithoutOrder) { throw raise(self.types.typeError, "can't convert complex to float") }
    if v.isKind(.complex) || lookupSpecial(v, .__index__).isNull { throw raise(self.types.typeError, "must be real number, not %T", v) }
    return try double(ofInt: try asIndexObject(v))
  }
}
