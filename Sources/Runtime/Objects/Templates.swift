/// string.templatelib.Template (PEP 750): what a t-string makes.
@frozen
public struct TemplateObject: HeapCell {
  public var header: ObjectHeader
  // traced
  /// tuple of str, one more than interpolations.
  public var strings: Value
  /// tuple of interpolations.
  public var interpolations: Value

  public static var tracedWords: Int { 2 }
}

extension Ref where T == TemplateObject {
  @inlinable @inline(__always) public var strings: Value { get { layout.strings } nonmutating set { layout.strings = newValue } }
  @inlinable @inline(__always) public var interpolations: Value {
    get { layout.interpolations } nonmutating set { layout.interpolations = newValue }
  }
}

/// string.templatelib.Interpolation: an expression of a t-string with its value.
@frozen
public struct InterpolationObject: HeapCell {
  public var header: ObjectHeader
  // traced
  public var value: Value
  /// The text of the expression: a str.
  public var expression: Value
  /// The str "s", "r" or "a", or None.
  public var conversion: Value
  /// A str.
  public var formatSpec: Value

  public static var tracedWords: Int { 4 }
}

extension Ref where T == InterpolationObject {
  @inlinable @inline(__always) public var value: Value { get { layout.value } nonmutating set { layout.value = newValue } }
  @inlinable @inline(__always) public var expression: Value { get { layout.expression } nonmutating set { layout.expression = newValue } }
  @inlinable @inline(__always) public var conversion: Value { get { layout.conversion } nonmutating set { layout.conversion = newValue } }
  @inlinable @inline(__always) public var formatSpec: Value { get { layout.formatSpec } nonmutating set { layout.formatSpec = newValue } }
}

extension Thread {
  /// `Template`; the tuples are as its fields say.
  public func makeTemplate(_ strings: Value, _ interpolations: Value) throws(Raised) -> Value {
    let template: Ref<TemplateObject> = try allocate(kind: .record, type: self.types.template, tracedWords: TemplateObject.tracedWords)
    template.strings = strings
    template.interpolations = interpolations
    return Value(template)
  }

  /// `Interpolation`; the values are as its fields say.
  public func makeInterpolation(
    _ value: Value, expression: Value, conversion: Value, formatSpec: Value
  ) throws(Raised) -> Value {
    let object: Ref<InterpolationObject> = try allocate(
      kind: .record, type: self.types.interpolation, tracedWords: InterpolationObject.tracedWords)
    object.value = value
    object.expression = expression
    object.conversion = conversion
    object.formatSpec = formatSpec
    return Value(object)
  }
}

/// BUILD_INTERPOLATION: `conversion` is a value of the spec's table `conversion`, the specification null if there is none.
func buildInterpolation(
  _ t: Thread, _ conversion: Int, _ value: Value, _ expression: Value, _ spec: Value
) throws(Raised) -> Value {
  let conversionText: Value
  switch conversion {
  case 1: conversionText = try t.str("s")
  case 2: conversionText = try t.str("r")
  case 3: conversionText = try t.str("a")
  default: conversionText = .none
  }
  guard expression.isKind(.str), spec.isNull || spec.isKind(.str) else {
    throw t.raise(t.types.systemError, "unsuitable operands of BUILD_INTERPOLATION")
  }
  return try t.makeInterpolation(
    value, expression: expression, conversion: conversionText, formatSpec: spec.isNull ? t.interpreter.emptyStr : spec)
}

/// BUILD_TEMPLATE
func buildTemplate(_ t: Thread, _ strings: Value, _ interpolations: Value) throws(Raised) -> Value {
  guard t.areInstances(strings, of: t.types.str), t.areInstances(interpolations, of: t.types.interpolation),
    strings.unchecked(as: TupleObject.self).count == interpolations.unchecked(as: TupleObject.self).count + 1
  else { throw t.raise(t.types.systemError, "unsuitable operands of BUILD_TEMPLATE") }
  return try t.makeTemplate(strings, interpolations)
}

extension Thread {
  /// Whether a value is a tuple of exact instances of a type.
  fileprivate func areInstances(_ v: Value, of type: Ref<TypeObject>) -> Bool {
    guard v.isKind(.tuple) else { return false }
    let items = v.unchecked(as: TupleObject.self).slots
    for i in 0..<items.count where typeOf(items[i]) != type { return false }
    return true
  }
}
