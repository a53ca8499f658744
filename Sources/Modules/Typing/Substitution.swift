import Builtins
import Runtime

/// What the variables of typing do when an alias gets arguments (CPython: the functions `_typevar_subst` and so on of Lib/typing.py).
enum TypingSubstitution {
  static let functions: [NativeFunctionSpec] = [
    NativeFunctionSpec("_type_check(arg, msg)") { t, a throws(Raised) in try Typing.checked(t, a[0], message: a[1]) },
    NativeFunctionSpec("_typevar_subst(self, arg)") { t, a throws(Raised) in
      try Typing.checked(t, a[1], "Parameters to generic types must be types.")
    },
    NativeFunctionSpec("_paramspec_subst(self, arg)") { t, a throws(Raised) in try substituteList(t, a[1]) },
    NativeFunctionSpec("_typevartuple_subst(self, arg)") { t, _ throws(Raised) in
      throw t.raise(t.types.typeError, "Substitution of bare TypeVarTuple is not supported")
    },
    NativeFunctionSpec("_paramspec_prepare_subst(self, alias, args)") { t, a throws(Raised) in try prepareList(t, a[0], a[1], a[2]) },
    NativeFunctionSpec("_typevartuple_prepare_subst(self, alias, args)") { t, a throws(Raised) in try prepareTuple(t, a[0], a[1], a[2]) },
    NativeFunctionSpec("_typevar_prepare_subst(self, alias, args)") { t, a throws(Raised) in try prepareVariable(t, a[0], a[1], a[2]) },
  ]

  /// Whether a value can stand for a ParamSpec.
  static func isParameterExpression(_ t: Thread, _ v: Value) -> Bool {
    v == .ellipsis || v.isKind(.tuple) || v.isKind(.list) || t.typeOf(v) == t.types.paramSpec
      || Typing.isAlias(t, v) && t.strEquals(v.unchecked(as: TypingAliasObject.self).form.name, "Concatenate")
  }

  private static func substituteList(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    if v.isKind(.list) || v.isKind(.tuple) {
      let items = try t.list(from: v)
      for i in 0..<items.count { items.items[i] = try Typing.checked(t, items.items[i], "Expected a type.") }
      return try t.tuple(copying: items.slots)
    }
    if isParameterExpression(t, v) { return v }
    throw t.raise(t.types.typeError, "Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got %S", v)
  }

  /// The parameters of an alias, and where `me` is among them.
  private static func position(_ t: Thread, _ me: Value, _ alias: Value) throws(Raised) -> (parameters: Slots, index: Int) {
    let parameters = try t.getAttribute(alias, try t.intern("__parameters__"))
    let index = try t.callMethod(parameters, .index, me)
    return (try t.tuple(from: parameters).tupleSlots, index.smallInt)
  }

  private static func defaultOf(_ t: Thread, _ me: Value) throws(Raised) -> Value {
    let method = try t.getAttributeOrNull(me, try t.intern("has_default"))
    if method.isNull { return .null }
    return try t.truth(try t.call(method)) ? try t.getAttribute(me, try t.intern("__default__")) : .null
  }

  private static func tooFew(_ t: Thread, _ alias: Value) -> Raised { t.raise(t.types.typeError, "Too few arguments for %S", alias) }

  private static func prepareVariable(_ t: Thread, _ me: Value, _ alias: Value, _ arguments: Value) throws(Raised) -> Value {
    let parameters = try t.getAttribute(alias, try t.intern("__parameters__"))
    let slots = try t.tuple(from: parameters).tupleSlots
    guard let index = (0..<slots.count).first(where: { slots[$0] == me }) else {
      throw t.raise(t.types.valueError, "sequence.index(x): x not in sequence")
    }
    let count = try t.length(arguments)
    guard index >= count else { return arguments }
    let value = try defaultOf(t, me)
    if index > count || value.isNull { throw tooFew(t, alias) }
    return try t.binary(.add, arguments, try t.tuple(value))
  }

  private static func prepareList(_ t: Thread, _ me: Value, _ alias: Value, _ arguments: Value) throws(Raised) -> Value {
    let (parameters, index) = try position(t, me, alias)
    let given = try t.list(from: arguments)
    if index == given.count {
      let value = try defaultOf(t, me)
      if !value.isNull { try t.append(given, value) }
    }
    if index >= given.count { throw tooFew(t, alias) }
    if parameters.count == 1, !isParameterExpression(t, given.items[0]) { return try t.tuple(arguments) }
    if !given.items[index].isKind(.list) { return arguments }
    given.items[index] = try t.tuple(from: given.items[index])
    return try t.tuple(copying: given.slots)
  }

  /// The arguments with those for the TypeVarTuple as one tuple.
  private static func prepareTuple(_ t: Thread, _ me: Value, _ alias: Value, _ arguments: Value) throws(Raised) -> Value {
    let (parameters, index) = try position(t, me, alias)
    for i in index + 1..<max(index + 1, parameters.count) where t.typeOf(parameters[i]) == t.types.typeVarTuple {
      throw t.raise(t.types.typeError, "More than one TypeVarTuple parameter in %S", alias)
    }
    let given = try t.list(from: arguments)
    let right = parameters.count - index - 1
    if index + right > given.count {
      throw t.raise(
        t.types.typeError, "Too few arguments for %S; actual %S, expected at least %S", alias, try t.int(given.count),
        try t.int(parameters.count - 1))
    }
    let result = try t.list()
    for i in 0..<index { try t.append(result, given.items[i]) }
    try t.append(result, try t.tuple(copying: Slots(base: given.slots.base + index, count: given.count - right - index)))
    for i in given.count - right..<given.count { try t.append(result, given.items[i]) }
    return try t.tuple(copying: result.slots)
  }
}
