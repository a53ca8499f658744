/// typing.TypeVar (PEP 484, 695, 696). Bound, constraints and default are functions that are called when first asked for.
@frozen
public struct TypeVarObject: HeapCell {
  public var header: ObjectHeader
  // traced
  public var name: Value
  /// The bound once known; null = not evaluated yet, or none.
  public var bound: Value
  public var evaluateBound: Value
  /// tuple once known.
  public var constraints: Value
  public var evaluateConstraints: Value
  /// null = not evaluated yet, or none (`typing.NoDefault`).
  public var defaultValue: Value
  public var evaluateDefault: Value
  public var module: Value
  /// `__dict__` or null.
  public var dict: Value
  // raw
  public var isCovariant: Bool
  public var isContravariant: Bool
  public var infersVariance: Bool

  public static var tracedWords: Int { 9 }
}

extension Ref where T == TypeVarObject {
  @inlinable @inline(__always) public var name: Value { get { layout.name } nonmutating set { layout.name = newValue } }
  @inlinable @inline(__always) public var bound: Value { get { layout.bound } nonmutating set { layout.bound = newValue } }
  @inlinable @inline(__always) public var evaluateBound: Value {
    get { layout.evaluateBound } nonmutating set { layout.evaluateBound = newValue }
  }
  @inlinable @inline(__always) public var constraints: Value {
    get { layout.constraints } nonmutating set { layout.constraints = newValue }
  }
  @inlinable @inline(__always) public var evaluateConstraints: Value {
    get { layout.evaluateConstraints } nonmutating set { layout.evaluateConstraints = newValue }
  }
  @inlinable @inline(__always) public var defaultValue: Value {
    get { layout.defaultValue } nonmutating set { layout.defaultValue = newValue }
  }
  @inlinable @inline(__always) public var evaluateDefault: Value {
    get { layout.evaluateDefault } nonmutating set { layout.evaluateDefault = newValue }
  }
  @inlinable @inline(__always) public var module: Value { get { layout.module } nonmutating set { layout.module = newValue } }
  @inlinable @inline(__always) public var dict: Value { get { layout.dict } nonmutating set { layout.dict = newValue } }
  @inlinable @inline(__always) public var isCovariant: Bool { get { layout.isCovariant } nonmutating set { layout.isCovariant = newValue } }
  @inlinable @inline(__always) public var isContravariant: Bool {
    get { layout.isContravariant } nonmutating set { layout.isContravariant = newValue }
  }
  @inlinable @inline(__always) public var infersVariance: Bool {
    get { layout.infersVariance } nonmutating set { layout.infersVariance = newValue }
  }
}

/// typing.ParamSpec and typing.TypeVarTuple.
@frozen
public struct ParameterListObject: HeapCell {
  public var header: ObjectHeader
  // traced
  public var name: Value
  public var bound: Value
  public var defaultValue: Value
  public var evaluateDefault: Value
  public var module: Value
  public var dict: Value
  // raw
  public var isCovariant: Bool
  public var isContravariant: Bool
  public var infersVariance: Bool

  public static var tracedWords: Int { 6 }
}

extension Ref where T == ParameterListObject {
  @inlinable @inline(__always) public var name: Value { get { layout.name } nonmutating set { layout.name = newValue } }
  @inlinable @inline(__always) public var bound: Value { get { layout.bound } nonmutating set { layout.bound = newValue } }
  @inlinable @inline(__always) public var defaultValue: Value {
    get { layout.defaultValue } nonmutating set { layout.defaultValue = newValue }
  }
  @inlinable @inline(__always) public var evaluateDefault: Value {
    get { layout.evaluateDefault } nonmutating set { layout.evaluateDefault = newValue }
  }
  @inlinable @inline(__always) public var module: Value { get { layout.module } nonmutating set { layout.module = newValue } }
  @inlinable @inline(__always) public var dict: Value { get { layout.dict } nonmutating set { layout.dict = newValue } }
  @inlinable @inline(__always) public var isCovariant: Bool { get { layout.isCovariant } nonmutating set { layout.isCovariant = newValue } }
  @inlinable @inline(__always) public var isContravariant: Bool {
    get { layout.isContravariant } nonmutating set { layout.isContravariant = newValue }
  }
  @inlinable @inline(__always) public var infersVariance: Bool {
    get { layout.infersVariance } nonmutating set { layout.infersVariance = newValue }
  }
}

/// typing.TypeAliasType: what `type X = ...` makes.
@frozen
public struct TypeAliasObject: HeapCell {
  public var header: ObjectHeader
  // traced
  public var name: Value
  /// tuple, or null for an alias without type parameters.
  public var typeParameters: Value
  /// null = not evaluated yet.
  public var value: Value
  public var computeValue: Value
  public var module: Value

  public static var tracedWords: Int { 5 }
}

extension Ref where T == TypeAliasObject {
  @inlinable @inline(__always) public var name: Value { get { layout.name } nonmutating set { layout.name = newValue } }
  @inlinable @inline(__always) public var typeParameters: Value {
    get { layout.typeParameters } nonmutating set { layout.typeParameters = newValue }
  }
  @inlinable @inline(__always) public var value: Value { get { layout.value } nonmutating set { layout.value = newValue } }
  @inlinable @inline(__always) public var computeValue: Value {
    get { layout.computeValue } nonmutating set { layout.computeValue = newValue }
  }
  @inlinable @inline(__always) public var module: Value { get { layout.module } nonmutating set { layout.module = newValue } }
}

extension Thread {
  /// `__name__` of the running module, None if there is none.
  public func callerModule() -> Value {
    if self.frame.isNone { return .none }
    let found = dictGet(self.frame.globals, interned: self.name(.__name__))
    return found.isNull ? .none : found
  }

  /// A type variable as the syntax `[T]` makes it: its variance is inferred.
  public func makeTypeVariable(_ name: Value, evaluateBound: Value, evaluateConstraints: Value) throws(Raised) -> Value {
    let variable: Ref<TypeVarObject> = try allocate(kind: .record, type: self.types.typeVar, tracedWords: TypeVarObject.tracedWords)
    variable.name = name
    variable.evaluateBound = evaluateBound
    variable.evaluateConstraints = evaluateConstraints
    variable.module = callerModule()
    variable.infersVariance = true
    return Value(variable)
  }

  /// A ParamSpec or TypeVarTuple as the syntax `[**P]`, `[*Ts]` makes it.
  public func makeParameterList(_ type: Ref<TypeObject>, _ name: Value) throws(Raised) -> Value {
    let list: Ref<ParameterListObject> = try allocate(kind: .record, type: type, tracedWords: ParameterListObject.tracedWords)
    list.name = name
    list.bound = .none
    list.module = callerModule()
    list.infersVariance = true
    return Value(list)
  }

  public func makeTypeAlias(_ name: Value, typeParameters: Value, computeValue: Value, value: Value) throws(Raised) -> Value {
    let alias: Ref<TypeAliasObject> = try allocate(kind: .record, type: self.types.typeAliasType, tracedWords: TypeAliasObject.tracedWords)
    alias.name = name
    alias.typeParameters = typeParameters
    alias.computeValue = computeValue
    alias.value = value
    alias.module = callerModule()
    return Value(alias)
  }
}
