import Runtime

// The operators of int, one native method each.

extension IntType {
  static let operators: [NativeFunctionSpec] = [
    .init("__add__(self, value, /)", "Return self+value.") { t, a throws(Raised) in try NumberTables.int(t, .add, a[0], a[1]) },
    .init("__radd__(self, value, /)", "Return value+self.") { t, a throws(Raised) in try NumberTables.int(t, .add, a[1], a[0]) },
    .init("__sub__(self, value, /)", "Return self-value.") { t, a throws(Raised) in try NumberTables.int(t, .subtract, a[0], a[1]) },
    .init("__rsub__(self, value, /)", "Return value-self.") { t, a throws(Raised) in try NumberTables.int(t, .subtract, a[1], a[0]) },
    .init("__mul__(self, value, /)", "Return self*value.") { t, a throws(Raised) in try NumberTables.int(t, .multiply, a[0], a[1]) },
    .init("__rmul__(self, value, /)", "Return value*self.") { t, a throws(Raised) in try NumberTables.int(t, .multiply, a[1], a[0]) },
    .init("__truediv__(self, value, /)", "Return self/value.") { t, a throws(Raised) in try NumberTables.int(t, .trueDivide, a[0], a[1]) },
    .init("__rtruediv__(self, value, /)", "Return value/self.") { t, a throws(Raised) in try NumberTables.int(t, .trueDivide, a[1], a[0]) },
    .init("__floordiv__(self, value, /)", "Return self//value.") { t, a throws(Raised) in try NumberTables.int(t, .floorDivide, a[0], a[1]) },
    .init("__rfloordiv__(self, value, /)", "Return value//self.") { t, a throws(Raised) in try NumberTables.int(t, .floorDivide, a[1], a[0]) },
    .init("__mod__(self, value, /)", "Return self%value.") { t, a throws(Raised) in try NumberTables.int(t, .remainder, a[0], a[1]) },
    .init("__rmod__(self, value, /)", "Return value%self.") { t, a throws(Raised) in try NumberTables.int(t, .remainder, a[1], a[0]) },
    .init("__and__(self, value, /)", "Return self&value.") { t, a throws(Raised) in try NumberTables.bits(t, .and, a[0], a[1]) },
    .init("__rand__(self, value, /)", "Return value&self.") { t, a throws(Raised) in try NumberTables.bits(t, .and, a[1], a[0]) },
    .init("__or__(self, value, /)", "Return self|value.") { t, a throws(Raised) in try NumberTables.bits(t, .or, a[0], a[1]) },
    .init("__ror__(self, value, /)", "Return value|self.") { t, a throws(Raised) in try NumberTables.bits(t, .or, a[1], a[0]) },
    .init("__xor__(self, value, /)", "Return self^value.") { t, a throws(Raised) in try NumberTables.bits(t, .xor, a[0], a[1]) },
    .init("__rxor__(self, value, /)", "Return value^self.") { t, a throws(Raised) in try NumberTables.bits(t, .xor, a[1], a[0]) },
    .init("__lshift__(self, value, /)", "Return self<<value.") { t, a throws(Raised) in try NumberTables.int(t, .leftShift, a[0], a[1]) },
    .init("__rlshift__(self, value, /)", "Return value<<self.") { t, a throws(Raised) in try NumberTables.int(t, .leftShift, a[1], a[0]) },
    .init("__rshift__(self, value, /)", "Return self>>value.") { t, a throws(Raised) in try NumberTables.int(t, .rightShift, a[0], a[1]) },
    .init("__rrshift__(self, value, /)", "Return value>>self.") { t, a throws(Raised) in try NumberTables.int(t, .rightShift, a[1], a[0]) },
    .init("__divmod__(self, value, /)", "Return divmod(self, value).") { t, a throws(Raised) in try NumberTables.divmodInts(t, a[0], a[1]) },
    .init("__rdivmod__(self, value, /)", "Return divmod(value, self).") { t, a throws(Raised) in try NumberTables.divmodInts(t, a[1], a[0]) },
    .init("__pow__(self, value, mod=None, /)", "Return pow(self, value, mod).") { t, a throws(Raised) in
      try NumberTables.powerOfInts(t, a[0], a[1], a[2])
    },
    .init("__rpow__(self, value, mod=None, /)", "Return pow(value, self, mod).") { t, a throws(Raised) in
      try NumberTables.powerOfInts(t, a[1], a[0], a[2])
    },
    .init("__neg__(self, /)", "-self") { t, a throws(Raised) in try t.unaryArithmetic(.negative, a[0]) },
    .init("__pos__(self, /)", "+self") { t, a throws(Raised) in try t.unaryArithmetic(.positive, a[0]) },
    .init("__abs__(self, /)", "abs(self)") { t, a throws(Raised) in try t.unaryArithmetic(.absolute, a[0]) },
    .init("__invert__(self, /)", "~self") { t, a throws(Raised) in try t.unaryArithmetic(.invert, a[0]) },
    .init("__bool__(self, /)", "True if self else False") { t, a throws(Raised) in Value(try NumberTables.isNonZero(t, a[0])) },
    .init("__eq__(self, value, /)", "Return self==value.") { t, a throws(Raised) in try NumberTables.compareInts(t, .equal, a[0], a[1]) },
    .init("__ne__(self, value, /)", "Return self!=value.") { t, a throws(Raised) in try NumberTables.compareInts(t, .notEqual, a[0], a[1]) },
    .init("__lt__(self, value, /)", "Return self<value.") { t, a throws(Raised) in try NumberTables.compareInts(t, .less, a[0], a[1]) },
    .init("__le__(self, value, /)", "Return self<=value.") { t, a throws(Raised) in try NumberTables.compareInts(t, .lessOrEqual, a[0], a[1]) },
    .init("__gt__(self, value, /)", "Return self>value.") { t, a throws(Raised) in try NumberTables.compareInts(t, .greater, a[0], a[1]) },
    .init("__ge__(self, value, /)", "Return self>=value.") { t, a throws(Raised) in try NumberTables.compareInts(t, .greaterOrEqual, a[0], a[1]) },
    .init("__hash__(self, /)", "Return hash(self).") { t, a throws(Raised) in try t.int(t.hashOfNumber(a[0])) },
    .init("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in
      try t.nativeRepr(a[0].isBool ? Value(small: a[0].isTrue ? 1 : 0) : a[0])
    },
  ]
}
