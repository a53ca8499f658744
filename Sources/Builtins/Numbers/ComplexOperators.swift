import Runtime

// The operators of complex, one native method each.

extension ComplexType {
  /// An operator that complex has only in order to refuse it.
  private static func refuse(_ t: Thread, _ message: StaticString) throws(Raised) -> Value {
    throw t.raise(t.types.typeError, message)
  }

  static let operators: [NativeFunctionSpec] = [
    .init("__add__(self, value, /)", "Return self+value.") { t, a throws(Raised) in try NumberTables.complex(t, .add, a[0], a[1]) },
    .init("__radd__(self, value, /)", "Return value+self.") { t, a throws(Raised) in try NumberTables.complex(t, .add, a[1], a[0]) },
    .init("__sub__(self, value, /)", "Return self-value.") { t, a throws(Raised) in try NumberTables.complex(t, .subtract, a[0], a[1]) },
    .init("__rsub__(self, value, /)", "Return value-self.") { t, a throws(Raised) in try NumberTables.complex(t, .subtract, a[1], a[0]) },
    .init("__mul__(self, value, /)", "Return self*value.") { t, a throws(Raised) in try NumberTables.complex(t, .multiply, a[0], a[1]) },
    .init("__rmul__(self, value, /)", "Return value*self.") { t, a throws(Raised) in try NumberTables.complex(t, .multiply, a[1], a[0]) },
    .init("__truediv__(self, value, /)", "Return self/value.") { t, a throws(Raised) in try NumberTables.complex(t, .trueDivide, a[0], a[1]) },
    .init("__rtruediv__(self, value, /)", "Return value/self.") { t, a throws(Raised) in try NumberTables.complex(t, .trueDivide, a[1], a[0]) },
    .init("__pow__(self, value, mod=None, /)", "Return pow(self, value, mod).") { t, a throws(Raised) in
      try NumberTables.powerOfComplex(t, a[0], a[1], a[2])
    },
    .init("__rpow__(self, value, mod=None, /)", "Return pow(value, self, mod).") { t, a throws(Raised) in
      try NumberTables.powerOfComplex(t, a[1], a[0], a[2])
    },
    .init("__floordiv__(self, value, /)", "Return self//value.") { t, a throws(Raised) in try ComplexType.refuse(t, "can't take floor of complex number.") },
    .init("__rfloordiv__(self, value, /)", "Return value//self.") { t, a throws(Raised) in try ComplexType.refuse(t, "can't take floor of complex number.") },
    .init("__mod__(self, value, /)", "Return self%value.") { t, a throws(Raised) in try ComplexType.refuse(t, "can't mod complex numbers.") },
    .init("__rmod__(self, value, /)", "Return value%self.") { t, a throws(Raised) in try ComplexType.refuse(t, "can't mod complex numbers.") },
    .init("__divmod__(self, value, /)", "Return divmod(self, value).") { t, a throws(Raised) in
      try ComplexType.refuse(t, "can't take floor or mod of complex number.")
    },
    .init("__rdivmod__(self, value, /)", "Return divmod(value, self).") { t, a throws(Raised) in
      try ComplexType.refuse(t, "can't take floor or mod of complex number.")
    },
    .init("__int__(self, /)", "int(self)") { t, a throws(Raised) in throw t.raise(t.types.typeError, "can't convert complex to int") },
    .init("__float__(self, /)", "float(self)") { t, a throws(Raised) in throw t.raise(t.types.typeError, "can't convert complex to float") },
    .init("__neg__(self, /)", "-self") { t, a throws(Raised) in try t.unaryArithmetic(.negative, a[0]) },
    .init("__pos__(self, /)", "+self") { t, a throws(Raised) in try t.unaryArithmetic(.positive, a[0]) },
    .init("__abs__(self, /)", "abs(self)") { t, a throws(Raised) in try t.unaryArithmetic(.absolute, a[0]) },
    .init("__bool__(self, /)", "True if self else False") { t, a throws(Raised) in Value(try NumberTables.isNonZero(t, a[0])) },
    .init("__eq__(self, value, /)", "Return self==value.") { t, a throws(Raised) in try NumberTables.compareComplex(t, .equal, a[0], a[1]) },
    .init("__ne__(self, value, /)", "Return self!=value.") { t, a throws(Raised) in try NumberTables.compareComplex(t, .notEqual, a[0], a[1]) },
    .init("__lt__(self, value, /)", "Return self<value.") { t, a throws(Raised) in try NumberTables.compareComplex(t, .less, a[0], a[1]) },
    .init("__le__(self, value, /)", "Return self<=value.") { t, a throws(Raised) in try NumberTables.compareComplex(t, .lessOrEqual, a[0], a[1]) },
    .init("__gt__(self, value, /)", "Return self>value.") { t, a throws(Raised) in try NumberTables.compareComplex(t, .greater, a[0], a[1]) },
    .init("__ge__(self, value, /)", "Return self>=value.") { t, a throws(Raised) in try NumberTables.compareComplex(t, .greaterOrEqual, a[0], a[1]) },
    .init("__hash__(self, /)", "Return hash(self).") { t, a throws(Raised) in try t.int(t.hashOfNumber(a[0])) },
    .init("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in try t.nativeRepr(a[0]) },
  ]
}
