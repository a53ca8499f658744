import Runtime

/// weakref.ProxyType and weakref.CallableProxyType: weak references that do everything as what they refer to (CPython: Objects/weakrefobject.c).
public enum WeakProxies {
  public static let types: [TypeSpec] = [proxy, callableProxy]

  /// The proxy of `target`: one for all who ask without a callback. `callback` may be null.
  public static func make(_ t: Thread, _ target: Value, callback: Value) throws(Raised) -> Value {
    guard WeakReferences.allowsWeakReferences(t, target) else {
      throw t.raise(t.types.typeError, "cannot create weak reference to '%T' object", target)
    }
    for type in [t.types.weakProxy, t.types.weakCallableProxy] { type.flags.formUnion([.customGetAttribute, .customSetAttribute]) }
    let type = t.isCallable(target) ? t.types.weakCallableProxy : t.types.weakProxy
    if callback.isNull {
      let known = t.findWeakReference(to: target) { $0.callback.isNull && $0.header.type == type }
      if !known.isNull { return known }
    }
    return Value(try t.makeWeakReference(target, callback: callback, type: type))
  }

  /// What a proxy stands for; everything else is itself.
  private static func referent(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    guard v.isKind(.weakReference), v.object.type == t.types.weakProxy || v.object.type == t.types.weakCallableProxy else { return v }
    let target = t.target(of: v.unchecked())
    if target.isNull { throw t.raise(t.types.referenceError, "weakly-referenced object no longer exists") }
    return target
  }

  static let proxy = TypeSpec(
    "weakref.ProxyType",
    functions: attributeFunctions + comparisons + operators + unaryOperators + containerFunctions + [
      NativeFunctionSpec("__bytes__(self, /)", "The bytes of the object.", binding: .coexisting) { t, a throws(Raised) in
        try t.callMethod(try referent(t, a[0]), .__bytes__)
      },
      NativeFunctionSpec("__reversed__(self, /)", "The reverse iterator of the object.", binding: .coexisting) { t, a throws(Raised) in
        try t.callMethod(try referent(t, a[0]), .__reversed__)
      },
    ]
  ) { t, type throws(Raised) in try t.dictSet(type.dict, t.name(.__hash__), .none) }

  static let callableProxy = TypeSpec(
    "weakref.CallableProxyType",
    functions: attributeFunctions + comparisons + operators + unaryOperators + containerFunctions + [
      NativeFunctionSpec("__call__(self, /, *args, **kwargs)", "Call self as a function.") { t, a throws(Raised) in
        try t.call(try referent(t, a[0]), tuple: a[1], dict: a[2])
      }
    ]
  ) { t, type throws(Raised) in try t.dictSet(type.dict, t.name(.__hash__), .none) }

  private static func binary(_ t: Thread, _ a: Slots, _ op: BinaryOperator) throws(Raised) -> Value {
    try t.binary(op, try referent(t, a[0]), try referent(t, a[1]))
  }

  private static func reflected(_ t: Thread, _ a: Slots, _ op: BinaryOperator) throws(Raised) -> Value {
    try t.binary(op, try referent(t, a[1]), try referent(t, a[0]))
  }

  private static func inplace(_ t: Thread, _ a: Slots, _ op: BinaryOperator) throws(Raised) -> Value {
    try t.inplace(op, try referent(t, a[0]), try referent(t, a[1]))
  }

  private static func comparison(_ t: Thread, _ a: Slots, _ op: CompareOperator) throws(Raised) -> Value {
    try t.compare(op, try referent(t, a[0]), try referent(t, a[1]))
  }

  /// A power; the modulus may be a proxy too.
  private static func power(_ t: Thread, _ base: Value, _ exponent: Value, _ modulus: Value) throws(Raised) -> Value {
    try t.power(try referent(t, base), try referent(t, exponent), modulus: try referent(t, modulus))
  }

  private static let attributeFunctions: [NativeFunctionSpec] = [
    NativeFunctionSpec("__getattribute__(self, name, /)", "Return getattr(self, name).") { t, a throws(Raised) in
      try t.getAttribute(try referent(t, a[0]), a[1])
    },
    NativeFunctionSpec("__setattr__(self, name, value, /)", "Implement setattr(self, name, value).") { t, a throws(Raised) in
      try t.setAttribute(try referent(t, a[0]), a[1], a[2])
      return .none
    },
    NativeFunctionSpec("__delattr__(self, name, /)", "Implement delattr(self, name).") { t, a throws(Raised) in
      try t.deleteAttribute(try referent(t, a[0]), a[1])
      return .none
    },
    NativeFunctionSpec("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in
      try WeakReferences.text(t, a[0], t.target(of: a[0].unchecked()), isReference: false)
    },
    NativeFunctionSpec("__str__(self, /)", "Return str(self).") { t, a throws(Raised) in try t.str(of: try referent(t, a[0])) },
  ]

  private static let comparisons: [NativeFunctionSpec] = [
    NativeFunctionSpec("__eq__(self, value, /)", "Return self==value.") { t, a throws(Raised) in try comparison(t, a, .equal) },
    NativeFunctionSpec("__ne__(self, value, /)", "Return self!=value.") { t, a throws(Raised) in try comparison(t, a, .notEqual) },
    NativeFunctionSpec("__lt__(self, value, /)", "Return self<value.") { t, a throws(Raised) in try comparison(t, a, .less) },
    NativeFunctionSpec("__le__(self, value, /)", "Return self<=value.") { t, a throws(Raised) in try comparison(t, a, .lessOrEqual) },
    NativeFunctionSpec("__gt__(self, value, /)", "Return self>value.") { t, a throws(Raised) in try comparison(t, a, .greater) },
    NativeFunctionSpec("__ge__(self, value, /)", "Return self>=value.") { t, a throws(Raised) in try comparison(t, a, .greaterOrEqual) },
  ]

  private static let operators: [NativeFunctionSpec] = [
    NativeFunctionSpec("__add__(self, value, /)", "Return self+value.") { t, a throws(Raised) in try binary(t, a, .add) },
    NativeFunctionSpec("__radd__(self, value, /)", "Return value+self.") { t, a throws(Raised) in try reflected(t, a, .add) },
    NativeFunctionSpec("__iadd__(self, value, /)", "Return self+=value.") { t, a throws(Raised) in try inplace(t, a, .add) },
    NativeFunctionSpec("__sub__(self, value, /)", "Return self-value.") { t, a throws(Raised) in try binary(t, a, .subtract) },
    NativeFunctionSpec("__rsub__(self, value, /)", "Return value-self.") { t, a throws(Raised) in try reflected(t, a, .subtract) },
    NativeFunctionSpec("__isub__(self, value, /)", "Return self-=value.") { t, a throws(Raised) in try inplace(t, a, .subtract) },
    NativeFunctionSpec("__mul__(self, value, /)", "Return self*value.") { t, a throws(Raised) in try binary(t, a, .multiply) },
    NativeFunctionSpec("__rmul__(self, value, /)", "Return value*self.") { t, a throws(Raised) in try reflected(t, a, .multiply) },
    NativeFunctionSpec("__imul__(self, value, /)", "Return self*=value.") { t, a throws(Raised) in try inplace(t, a, .multiply) },
    NativeFunctionSpec("__matmul__(self, value, /)", "Return self@value.") { t, a throws(Raised) in try binary(t, a, .matrixMultiply) },
    NativeFunctionSpec("__rmatmul__(self, value, /)", "Return value@self.") { t, a throws(Raised) in try reflected(t, a, .matrixMultiply) },
    NativeFunctionSpec("__imatmul__(self, value, /)", "Return self@=value.") { t, a throws(Raised) in try inplace(t, a, .matrixMultiply) },
    NativeFunctionSpec("__mod__(self, value, /)", "Return self%value.") { t, a throws(Raised) in try binary(t, a, .remainder) },
    NativeFunctionSpec("__rmod__(self, value, /)", "Return value%self.") { t, a throws(Raised) in try reflected(t, a, .remainder) },
    NativeFunctionSpec("__imod__(self, value, /)", "Return self%=value.") { t, a throws(Raised) in try inplace(t, a, .remainder) },
    NativeFunctionSpec("__lshift__(self, value, /)", "Return self<<value.") { t, a throws(Raised) in try binary(t, a, .leftShift) },
    NativeFunctionSpec("__rlshift__(self, value, /)", "Return value<<self.") { t, a throws(Raised) in try reflected(t, a, .leftShift) },
    NativeFunctionSpec("__ilshift__(self, value, /)", "Return self<<=value.") { t, a throws(Raised) in try inplace(t, a, .leftShift) },
    NativeFunctionSpec("__rshift__(self, value, /)", "Return self>>value.") { t, a throws(Raised) in try binary(t, a, .rightShift) },
    NativeFunctionSpec("__rrshift__(self, value, /)", "Return value>>self.") { t, a throws(Raised) in try reflected(t, a, .rightShift) },
    NativeFunctionSpec("__irshift__(self, value, /)", "Return self>>=value.") { t, a throws(Raised) in try inplace(t, a, .rightShift) },
    NativeFunctionSpec("__and__(self, value, /)", "Return self&value.") { t, a throws(Raised) in try binary(t, a, .and) },
    NativeFunctionSpec("__rand__(self, value, /)", "Return value&self.") { t, a throws(Raised) in try reflected(t, a, .and) },
    NativeFunctionSpec("__iand__(self, value, /)", "Return self&=value.") { t, a throws(Raised) in try inplace(t, a, .and) },
    NativeFunctionSpec("__xor__(self, value, /)", "Return self^value.") { t, a throws(Raised) in try binary(t, a, .xor) },
    NativeFunctionSpec("__rxor__(self, value, /)", "Return value^self.") { t, a throws(Raised) in try reflected(t, a, .xor) },
    NativeFunctionSpec("__ixor__(self, value, /)", "Return self^=value.") { t, a throws(Raised) in try inplace(t, a, .xor) },
    NativeFunctionSpec("__or__(self, value, /)", "Return self|value.") { t, a throws(Raised) in try binary(t, a, .or) },
    NativeFunctionSpec("__ror__(self, value, /)", "Return value|self.") { t, a throws(Raised) in try reflected(t, a, .or) },
    NativeFunctionSpec("__ior__(self, value, /)", "Return self|=value.") { t, a throws(Raised) in try inplace(t, a, .or) },
    NativeFunctionSpec("__floordiv__(self, value, /)", "Return self//value.") { t, a throws(Raised) in try binary(t, a, .floorDivide) },
    NativeFunctionSpec("__rfloordiv__(self, value, /)", "Return value//self.") { t, a throws(Raised) in try reflected(t, a, .floorDivide) },
    NativeFunctionSpec("__ifloordiv__(self, value, /)", "Return self//=value.") { t, a throws(Raised) in try inplace(t, a, .floorDivide) },
    NativeFunctionSpec("__truediv__(self, value, /)", "Return self/value.") { t, a throws(Raised) in try binary(t, a, .trueDivide) },
    NativeFunctionSpec("__rtruediv__(self, value, /)", "Return value/self.") { t, a throws(Raised) in try reflected(t, a, .trueDivide) },
    NativeFunctionSpec("__itruediv__(self, value, /)", "Return self/=value.") { t, a throws(Raised) in try inplace(t, a, .trueDivide) },
    NativeFunctionSpec("__divmod__(self, value, /)", "Return divmod(self, value).") { t, a throws(Raised) in
      try t.divmod(try referent(t, a[0]), try referent(t, a[1]))
    },
    NativeFunctionSpec("__rdivmod__(self, value, /)", "Return divmod(value, self).") { t, a throws(Raised) in
      try t.divmod(try referent(t, a[1]), try referent(t, a[0]))
    },
    NativeFunctionSpec("__pow__(self, value, mod=None, /)", "Return pow(self, value, mod).") { t, a throws(Raised) in
      try power(t, a[0], a[1], a[2])
    },
    NativeFunctionSpec("__rpow__(self, value, mod=None, /)", "Return pow(value, self, mod).") { t, a throws(Raised) in
      try power(t, a[1], a[0], a[2])
    },
    NativeFunctionSpec("__ipow__(self, value, /)", "Return self**=value.") { t, a throws(Raised) in try inplace(t, a, .power) },
  ]

  private static let unaryOperators: [NativeFunctionSpec] = [
    NativeFunctionSpec("__neg__(self, /)", "-self") { t, a throws(Raised) in try t.unary(.negative, try referent(t, a[0])) },
    NativeFunctionSpec("__pos__(self, /)", "+self") { t, a throws(Raised) in try t.unary(.positive, try referent(t, a[0])) },
    NativeFunctionSpec("__abs__(self, /)", "abs(self)") { t, a throws(Raised) in try t.unary(.absolute, try referent(t, a[0])) },
    NativeFunctionSpec("__invert__(self, /)", "~self") { t, a throws(Raised) in try t.unary(.invert, try referent(t, a[0])) },
    NativeFunctionSpec("__int__(self, /)", "int(self)") { t, a throws(Raised) in
      try t.call(Value(t.types.int), try referent(t, a[0]))
    },
    NativeFunctionSpec("__float__(self, /)", "float(self)") { t, a throws(Raised) in
      try t.call(Value(t.types.float), try referent(t, a[0]))
    },
    NativeFunctionSpec("__index__(self, /)", "Return self converted to an integer, if self is suitable for use as an index into a list.") {
      t, a throws(Raised) in try t.asIndexObject(try referent(t, a[0]))
    },
    NativeFunctionSpec("__bool__(self, /)", "True if self else False") { t, a throws(Raised) in Value(try t.truth(try referent(t, a[0]))) },
  ]

  private static let containerFunctions: [NativeFunctionSpec] = [
    NativeFunctionSpec("__len__(self, /)", "Return len(self).") { t, a throws(Raised) in try t.int(try t.length(try referent(t, a[0]))) },
    NativeFunctionSpec("__iter__(self, /)", "Implement iter(self).") { t, a throws(Raised) in try t.iterator(of: try referent(t, a[0])) },
    NativeFunctionSpec("__next__(self, /)", "Implement next(self).") { t, a throws(Raised) in
      let target = try referent(t, a[0])
      if t.lookupSpecial(target, .__next__).isNull { throw t.raise(.proxyOfNonIterator, target) }
      return try t.callMethod(target, .__next__)
    },
    NativeFunctionSpec("__contains__(self, key, /)", "Return bool(key in self).") { t, a throws(Raised) in
      Value(try t.contains(try referent(t, a[0]), a[1]))
    },
    NativeFunctionSpec("__getitem__(self, key, /)", "Return self[key].") { t, a throws(Raised) in try t.getItem(try referent(t, a[0]), a[1]) },
    NativeFunctionSpec("__setitem__(self, key, value, /)", "Set self[key] to value.") { t, a throws(Raised) in
      try t.setItem(try referent(t, a[0]), a[1], a[2])
      return .none
    },
    NativeFunctionSpec("__delitem__(self, key, /)", "Delete self[key].") { t, a throws(Raised) in
      try t.deleteItem(try referent(t, a[0]), a[1])
      return .none
    },
  ]
}
