import Runtime

/// typing.TypeVar, ParamSpec, TypeVarTuple and their kin (PEP 484, 612, 646, 695, 696; CPython: Objects/typevarobject.c).
public enum TypeVariables {
  static let specs: [TypeSpec] = [typeVar, paramSpec, typeVarTuple, paramSpecArgs, paramSpecKwargs, TypeAliasTable.spec, GenericTable.spec]

  static func variable(_ v: Value) -> Ref<TypeVarObject> { v.unchecked(as: TypeVarObject.self) }
  static func list(_ v: Value) -> Ref<ParameterListObject> { v.unchecked(as: ParameterListObject.self) }

  // MARK: Defaults

  /// `typing.NoDefault`: one object per interpreter.
  public static func noDefault(_ t: Thread) throws(Raised) -> Value {
    let known = t.typeNamed("typing.NoDefaultType")
    if !known.isNone { return known.nativeData }
    let type = try t.makeNativeType(noDefaultSpec, bytes: MemoryLayout<ObjectHeader>.size, flags: [.noConstructor])
    try t.dictSet(type.dict, t.name(.__module__), t.name(.typing))
    let object: Ref<ObjectHeader> = try t.allocateInstance(type, kind: .record, tracedWords: 0)
    type.nativeData = Value(object)
    return Value(object)
  }

  private static let noDefaultSpec = TypeSpec(
    "typing.NoDefaultType", doc: "The type of the NoDefault singleton.",
    functions: [NativeFunctionSpec("__repr__(self, /)") { t, _ throws(Raised) in try t.str("typing.NoDefault") }])

  /// The default of a variable of any kind, computed when first asked for; null = none.
  static func defaultOrNull(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    let isVariable = t.typeOf(v) == t.types.typeVar
    let known = isVariable ? variable(v).defaultValue : list(v).defaultValue
    if !known.isNull { return known }
    let evaluate = isVariable ? variable(v).evaluateDefault : list(v).evaluateDefault
    if evaluate.isNull || evaluate.isNone { return .null }
    let value = try t.call(evaluate)
    if isVariable { variable(v).defaultValue = value } else { list(v).defaultValue = value }
    return value
  }

  private static func defaultAttribute() -> NativeAttributeSpec {
    NativeAttributeSpec("__default__", "The default value for this type parameter.") { t, a throws(Raised) in
      let value = try TypeVariables.defaultOrNull(t, a[0])
      return value.isNull ? try TypeVariables.noDefault(t) : value
    }
  }

  // MARK: Evaluators

  private struct EvaluatorObject: HeapCell {
    var header: ObjectHeader
    var value: Value
  }

  /// What evaluates a bound, a default or the like: the function that the compiler made, or something callable that has the value.
  static func evaluator(_ t: Thread, _ function: Value, _ value: Value) throws(Raised) -> Value {
    if !function.isNull, !function.isNone { return function }
    if value.isNull { return .none }
    var type = t.typeNamed("_typing._ConstEvaluator")
    if type.isNone {
      type = try t.makeNativeType(evaluatorSpec, bytes: MemoryLayout<EvaluatorObject>.size, flags: [.noConstructor])
      try t.dictSet(type.dict, t.name(.__module__), try t.intern("_typing"))
    }
    let made: Ref<EvaluatorObject> = try t.allocate(kind: .record, type: type, tracedWords: 1)
    made.layout.value = value
    return Value(made)
  }

  private static let evaluatorSpec = TypeSpec(
    "_typing._ConstEvaluator", doc: "Internal type for implementing evaluation functions.",
    functions: [
      NativeFunctionSpec("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in
        try t.format("<constevaluator %R>", a[0].unchecked(as: EvaluatorObject.self).layout.value, .null, .null, .null)
      },
      NativeFunctionSpec("__call__(self, format, /)", "Call self as a function.") { t, a throws(Raised) in
        let value = a[0].unchecked(as: EvaluatorObject.self).layout.value
        // The format for texts.
        return try t.asIndex(a[1]) == 4 ? try t.repr(value) : value
      },
    ])

  private static func evaluateDefaultAttribute() -> NativeAttributeSpec {
    NativeAttributeSpec("evaluate_default", "Function to evaluate the default.") { t, a throws(Raised) in
      let isVariable = t.typeOf(a[0]) == t.types.typeVar
      let known = isVariable ? TypeVariables.variable(a[0]).defaultValue : TypeVariables.list(a[0]).defaultValue
      let function = isVariable ? TypeVariables.variable(a[0]).evaluateDefault : TypeVariables.list(a[0]).evaluateDefault
      return try TypeVariables.evaluator(t, function, known.isNull ? try TypeVariables.noDefault(t) : known)
    }
  }

  private static func hasDefault(_ t: Thread, _ v: Value) -> Value {
    let isVariable = t.typeOf(v) == t.types.typeVar
    let value = isVariable ? variable(v).defaultValue : list(v).defaultValue
    let evaluate = isVariable ? variable(v).evaluateDefault : list(v).evaluateDefault
    return Value(!value.isNull || !(evaluate.isNull || evaluate.isNone))
  }

  private static func shared(_ cannotSubclass: NativeBody) -> [NativeFunctionSpec] {
    [
      NativeFunctionSpec("has_default(self, /)") { t, a throws(Raised) in TypeVariables.hasDefault(t, a[0]) },
      NativeFunctionSpec("__or__(self, value, /)", "Return self|value.") { t, a throws(Raised) in try TypeVariables.union(t, a[0], a[1]) },
      NativeFunctionSpec("__ror__(self, value, /)", "Return value|self.") { t, a throws(Raised) in try TypeVariables.union(t, a[1], a[0]) },
      NativeFunctionSpec("__mro_entries__(self, bases, /)", "", cannotSubclass),
    ]
  }

  /// Calls a function of module typing, where CPython has what these methods do.
  static func callTyping(_ t: Thread, _ function: StaticString, _ a: Slots) throws(Raised) -> Value {
    let function = try t.getAttribute(try t.importModule(t.name(.typing)), try t.intern(function))
    return a.count == 2 ? try t.call(function, a[0], a[1]) : try t.call(function, a[0], a[1], a[2])
  }

  /// `typing.Union[a, b]`
  private static func union(_ t: Thread, _ a: Value, _ b: Value) throws(Raised) -> Value {
    let form = try t.getAttribute(try t.importModule(t.name(.typing)), .Union)
    return try t.getItem(form, try t.tuple(a, b))
  }

  private static func readOnly(_ t: Thread) -> Raised { t.raise(t.types.attributeError, "readonly attribute") }

  private static func name(_ t: Thread, _ v: Value, _ function: StaticString) throws(Raised) {
    if v.isKind(.str) || !t.has(.nativeTypeVariables) { return }
    throw t.raise(t.types.typeError, "%S() argument 'name' must be str, not %B", try t.str(function), v)
  }

  /// The name with the sign of its variance; an inferred one has none.
  private static func text(_ t: Thread, _ name: Value, infers: Bool, covariant: Bool, contravariant: Bool) throws(Raised) -> Value {
    if infers { return name }
    if !name.isKind(.str) { throw t.raise(t.types.typeError, "can only concatenate str (not \"%T\") to str", name) }
    if covariant { return try t.format("+%S", name, .null, .null, .null) }
    return try t.format(contravariant ? "-%S" : "~%S", name, .null, .null, .null)
  }

  // MARK: TypeVar

  private static let typeVar = TypeSpec(
    "typing.TypeVar", doc: "Type variable.",
    functions: shared { t, _ throws(Raised) in throw t.raise(t.types.typeError, "Cannot subclass an instance of TypeVar") } + [
      NativeFunctionSpec(
        "__new__(cls, name, *constraints, bound=None, default=<unrepresentable>, covariant=False, contravariant=False, infer_variance=False)",
        binding: .method
      ) { t, a throws(Raised) in try newTypeVar(t, a) },
      NativeFunctionSpec("__typing_subst__(self, arg, /)") { t, a throws(Raised) in try callTyping(t, "_typevar_subst", a) },
      NativeFunctionSpec("__typing_prepare_subst__(self, alias, args, /)") { t, a throws(Raised) in
        try callTyping(t, "_typevar_prepare_subst", a)
      },
      NativeFunctionSpec("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in
        let me = variable(a[0])
        return try text(
          t, me.name, infers: me.infersVariance, covariant: me.isCovariant, contravariant: me.isContravariant)
      },
      NativeFunctionSpec("__reduce__(self, /)") { _, a throws(Raised) in variable(a[0]).name },
    ],
    attributes: [
      NativeAttributeSpec(
        "__name__", get: { _, a throws(Raised) in variable(a[0]).name }, set: { t, _ throws(Raised) in throw readOnly(t) }),
      NativeAttributeSpec("__module__") { _, a throws(Raised) in variable(a[0]).module },
      NativeAttributeSpec("__bound__") { t, a throws(Raised) in try bound(t, a[0]) },
      NativeAttributeSpec("__constraints__") { t, a throws(Raised) in try constraints(t, a[0]) },
      NativeAttributeSpec("__covariant__") { _, a throws(Raised) in Value(variable(a[0]).isCovariant) },
      NativeAttributeSpec("__contravariant__") { _, a throws(Raised) in Value(variable(a[0]).isContravariant) },
      NativeAttributeSpec("__infer_variance__") { _, a throws(Raised) in Value(variable(a[0]).infersVariance) },
      defaultAttribute(), evaluateDefaultAttribute(),
      NativeAttributeSpec("evaluate_bound", "Function to evaluate the bound.") { t, a throws(Raised) in
        let me = variable(a[0])
        return try evaluator(t, me.evaluateBound, me.bound.isNone ? .null : me.bound)
      },
      NativeAttributeSpec("evaluate_constraints", "Function to evaluate the constraints.") { t, a throws(Raised) in
        let me = variable(a[0])
        let isEmpty = !me.constraints.isNull && me.constraints.unchecked(as: TupleObject.self).count == 0
        return try evaluator(t, me.evaluateConstraints, isEmpty ? .null : me.constraints)
      },
    ])

  private static func bound(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    let me = variable(v)
    if !me.bound.isNull { return me.bound }
    if me.evaluateBound.isNull || me.evaluateBound.isNone { return .none }
    let value = try t.call(me.evaluateBound)
    me.bound = value
    return value
  }

  private static func constraints(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    let me = variable(v)
    if !me.constraints.isNull { return me.constraints }
    if me.evaluateConstraints.isNull || me.evaluateConstraints.isNone { return t.interpreter.emptyTuple }
    let value = try t.call(me.evaluateConstraints)
    me.constraints = value
    return value
  }

  private static func newTypeVar(_ t: Thread, _ a: Slots) throws(Raised) -> Value {
    try name(t, a[1], "typevar")
    let (covariant, contravariant, infers) = (try t.truth(a[5]), try t.truth(a[6]), try t.truth(a[7]))
    if covariant && contravariant { throw t.raise(t.types.valueError, "Bivariant types are not supported.") }
    if infers && (covariant || contravariant) { throw t.raise(t.types.valueError, "Variance cannot be specified with infer_variance.") }
    let bound = try boundArgument(t, a[3], isLast: t.has(.boundsCheckedLast))
    try checkConstraints(t, a[2].unchecked(), bound: a[3])
    let constraints = t.has(.nativeTypeVariables) ? a[2] : try checkedConstraints(t, a[2].unchecked())
    let made = try t.makeTypeVariable(a[1], evaluateBound: .null, evaluateConstraints: .null)
    let me = variable(made)
    me.constraints = constraints
    me.bound = try boundArgument(t, bound, isLast: !t.has(.boundsCheckedLast))
    me.defaultValue = a[4]
    me.isCovariant = covariant
    me.isContravariant = contravariant
    me.infersVariance = infers
    return made
  }

  private static func checkConstraints(_ t: Thread, _ constraints: Ref<TupleObject>, bound: Value) throws(Raised) {
    let isCombined = constraints.count > 0 && !bound.isNone
    if isCombined, !t.has(.nativeTypeVariables) { throw t.raise(t.types.typeError, "Constraints cannot be combined with bound=...") }
    if constraints.count == 1 { throw t.raise(t.types.typeError, "A single constraint is not allowed") }
    if isCombined { throw t.raise(t.types.typeError, "Constraints cannot be combined with bound=...") }
  }

  private static func checkedConstraints(_ t: Thread, _ given: Ref<TupleObject>) throws(Raised) -> Value {
    let constraints = try t.tuple(count: given.count)
    let message = try t.str("TypeVar(name, constraint, ...): constraints must be types.")
    for i in 0..<given.count { constraints.items[i] = try checkedType(t, given.items[i], message) }
    return Value(constraints)
  }

  /// A type, None or a forward reference, as module typing checks them.
  private static func checkedType(_ t: Thread, _ v: Value, _ message: Value) throws(Raised) -> Value {
    if v.isKind(.type) { return v }
    return try t.call(try t.getAttribute(try t.importModule(t.name(.typing)), try t.intern("_type_check")), v, message)
  }

  /// What a variable is bound to. Up to 3.11 a bound that is false is none.
  /// - Parameter isLast: this is not the time to check it.
  private static func boundArgument(_ t: Thread, _ bound: Value, isLast: Bool) throws(Raised) -> Value {
    if isLast || bound.isNone { return bound }
    if !t.has(.nativeTypeVariables), !(try t.truth(bound)) { return .none }
    return try checkedType(t, bound, try t.str("Bound must be a type."))
  }

  // MARK: ParamSpec and TypeVarTuple

  private static func listAttributes() -> [NativeAttributeSpec] {
    [
      NativeAttributeSpec("__name__", get: { _, a throws(Raised) in TypeVariables.list(a[0]).name }, set: { t, _ throws(Raised) in throw TypeVariables.readOnly(t) }),
      NativeAttributeSpec("__module__") { _, a throws(Raised) in TypeVariables.list(a[0]).module },
      defaultAttribute(), evaluateDefaultAttribute(),
    ]
  }

  private static let paramSpec = TypeSpec(
    "typing.ParamSpec", doc: "Parameter specification variable.",
    functions: shared { t, _ throws(Raised) in throw t.raise(t.types.typeError, "Cannot subclass an instance of ParamSpec") } + [
      NativeFunctionSpec(
        "__new__(cls, name, *, bound=None, default=<unrepresentable>, covariant=False, contravariant=False, infer_variance=False)",
        binding: .method
      ) { t, a throws(Raised) in
        try name(t, a[1], "paramspec")
        let (covariant, contravariant, infers) = (try t.truth(a[4]), try t.truth(a[5]), try t.truth(a[6]))
        if covariant && contravariant { throw t.raise(t.types.valueError, "Bivariant types are not supported.") }
        if infers && (covariant || contravariant) { throw t.raise(t.types.valueError, "Variance cannot be specified with infer_variance.") }
        let bound = a[2].isNone && t.has(.parameterSpecificationsBoundToNone) ? Value(t.types.none) : try boundArgument(t, a[2], isLast: false)
        let made = try t.makeParameterList(t.types.paramSpec, a[1])
        list(made).bound = bound
        list(made).defaultValue = a[3]
        list(made).isCovariant = covariant
        list(made).isContravariant = contravariant
        list(made).infersVariance = infers
        return made
      },
      NativeFunctionSpec("__typing_subst__(self, arg, /)") { t, a throws(Raised) in try callTyping(t, "_paramspec_subst", a) },
      NativeFunctionSpec("__typing_prepare_subst__(self, alias, args, /)") { t, a throws(Raised) in
        try callTyping(t, "_paramspec_prepare_subst", a)
      },
      NativeFunctionSpec("__reduce__(self, /)") { _, a throws(Raised) in list(a[0]).name },
      NativeFunctionSpec("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in
        let me = list(a[0])
        return try text(
          t, me.name, infers: me.infersVariance, covariant: me.isCovariant, contravariant: me.isContravariant)
      },
    ],
    attributes: listAttributes() + [
      NativeAttributeSpec("__bound__") { _, a throws(Raised) in list(a[0]).bound },
      NativeAttributeSpec("__covariant__") { _, a throws(Raised) in Value(list(a[0]).isCovariant) },
      NativeAttributeSpec("__contravariant__") { _, a throws(Raised) in Value(list(a[0]).isContravariant) },
      NativeAttributeSpec("__infer_variance__") { _, a throws(Raised) in Value(list(a[0]).infersVariance) },
      NativeAttributeSpec("args", "Represents positional arguments.") { t, a throws(Raised) in try part(t, t.types.paramSpecArgs, a[0]) },
      NativeAttributeSpec("kwargs", "Represents keyword arguments.") { t, a throws(Raised) in try part(t, t.types.paramSpecKwargs, a[0]) },
    ])

  private static let typeVarTuple = TypeSpec(
    "typing.TypeVarTuple", doc: "Type variable tuple.",
    functions: shared { t, _ throws(Raised) in throw t.raise(t.types.typeError, "Cannot subclass an instance of TypeVarTuple") } + [
      NativeFunctionSpec("__new__(cls, name, *, default=<unrepresentable>)", "Create and return a new object.  See help(type) for accurate signature.") { t, a throws(Raised) in
        try name(t, a[1], "typevartuple")
        let made = try t.makeParameterList(t.types.typeVarTuple, a[1])
        list(made).defaultValue = a[2]
        return made
      },
      NativeFunctionSpec("__typing_subst__(self, arg, /)") { t, a throws(Raised) in try callTyping(t, "_typevartuple_subst", a) },
      NativeFunctionSpec("__typing_prepare_subst__(self, alias, args, /)") { t, a throws(Raised) in
        try callTyping(t, "_typevartuple_prepare_subst", a)
      },
      NativeFunctionSpec("__repr__(self, /)", "Return repr(self).") { _, a throws(Raised) in list(a[0]).name },
      NativeFunctionSpec("__reduce__(self, /)") { _, a throws(Raised) in list(a[0]).name },
      NativeFunctionSpec("__iter__(self, /)", "Implement iter(self).") { t, a throws(Raised) in
        let form = try t.getAttribute(try t.importModule(t.name(.typing)), .Unpack)
        return try t.iterator(of: try t.tuple(try t.getItem(form, a[0])))
      },
    ], attributes: listAttributes())

  // MARK: P.args and P.kwargs

  private struct PartObject: HeapCell {
    var header: ObjectHeader
    /// The ParamSpec.
    var origin: Value
  }

  private static func part(_ t: Thread, _ type: Ref<TypeObject>, _ origin: Value) throws(Raised) -> Value {
    let made: Ref<PartObject> = try t.allocate(kind: .record, type: type, tracedWords: 1)
    made.layout.origin = origin
    return Value(made)
  }

  private static func origin(_ v: Value) -> Value { v.unchecked(as: PartObject.self).layout.origin }

  private static func partEquals(_ t: Thread, _ a: Slots) throws(Raised) -> Value {
    guard t.typeOf(a[1]) == t.typeOf(a[0]) else { return .notImplemented }
    return Value(try t.equals(origin(a[0]), origin(a[1])))
  }

  private static let paramSpecArgs = TypeSpec(
    "typing.ParamSpecArgs", doc: "The args for a ParamSpec object.",
    functions: [
      NativeFunctionSpec("__new__(cls, origin)", "Create and return a new object.  See help(type) for accurate signature.") { t, a throws(Raised) in try part(t, a[0].unchecked(), a[1]) },
      NativeFunctionSpec("__repr__(self, /)") { t, a throws(Raised) in try partText(t, a[0], ".args") },
      NativeFunctionSpec("__eq__(self, value, /)") { t, a throws(Raised) in try partEquals(t, a) },
    ], attributes: [NativeAttributeSpec("__origin__") { _, a throws(Raised) in origin(a[0]) }])

  private static let paramSpecKwargs = TypeSpec(
    "typing.ParamSpecKwargs", doc: "The kwargs for a ParamSpec object.",
    functions: [
      NativeFunctionSpec("__new__(cls, origin)", "Create and return a new object.  See help(type) for accurate signature.") { t, a throws(Raised) in try part(t, a[0].unchecked(), a[1]) },
      NativeFunctionSpec("__repr__(self, /)") { t, a throws(Raised) in try partText(t, a[0], ".kwargs") },
      NativeFunctionSpec("__eq__(self, value, /)") { t, a throws(Raised) in try partEquals(t, a) },
    ], attributes: [NativeAttributeSpec("__origin__") { _, a throws(Raised) in origin(a[0]) }])

  private static func partText(_ t: Thread, _ v: Value, _ suffix: StaticString) throws(Raised) -> Value {
    var out = TextBuilder(t)
    let name = try t.getAttributeOrNull(origin(v), .__name__)
    try out.append(try t.str(of: name.isNull ? origin(v) : name))
    try out.append(suffix)
    return try out.finish()
  }
}
