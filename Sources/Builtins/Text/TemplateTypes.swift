import Runtime

/// The types of t-strings (PEP 750; CPython: Objects/templateobject.c, Objects/interpolationobject.c).
enum TemplateTypes {
  static let specs: [TypeSpec] = [template, interpolation, iterator]

  private static func template(_ v: Value) -> Ref<TemplateObject> { v.unchecked(as: TemplateObject.self) }
  private static func interpolation(_ v: Value) -> Ref<InterpolationObject> { v.unchecked(as: InterpolationObject.self) }

  private static let template = TypeSpec(
    "string.templatelib.Template", doc: "Template object",
    functions: [
      NativeFunctionSpec("__new__(cls, /, *args, **kwargs)", binding: .staticMethod) { t, a throws(Raised) in
        try TemplateTypes.make(t, a[1].unchecked(as: TupleObject.self).slots, a[2])
      },
      NativeFunctionSpec("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in
        try TemplateTypes.text(t, ["Template(strings=", ", interpolations=", ")"], [template(a[0]).strings, template(a[0]).interpolations])
      },
      NativeFunctionSpec("__iter__(self, /)", "Implement iter(self).") { t, a throws(Raised) in try TemplateTypes.iterate(t, a[0]) },
      NativeFunctionSpec("__add__(self, value, /)", "Return self+value.") { t, a throws(Raised) in try TemplateTypes.concatenate(t, a[0], a[1]) },
    ],
    attributes: [
      NativeAttributeSpec("strings", "Strings") { _, a throws(Raised) in template(a[0]).strings },
      NativeAttributeSpec("interpolations", "Interpolations") { _, a throws(Raised) in template(a[0]).interpolations },
      NativeAttributeSpec("values", "Values of interpolations") { t, a throws(Raised) in try TemplateTypes.values(t, a[0]) },
    ])

  private static let interpolation = TypeSpec(
    "string.templatelib.Interpolation", doc: "Interpolation object",
    functions: [
      NativeFunctionSpec("__new__(cls, /, value, expression='', conversion=None, format_spec='')", binding: .staticMethod) {
        t, a throws(Raised) in
        try TemplateTypes.makeInterpolation(t, a)
      },
      NativeFunctionSpec("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in
        let i = interpolation(a[0])
        return try TemplateTypes.text(
          t, ["Interpolation(", ", ", ", ", ", ", ")"], [i.value, i.expression, i.conversion, i.formatSpec])
      },
    ],
    attributes: [
      NativeAttributeSpec("value", "Value") { _, a throws(Raised) in interpolation(a[0]).value },
      NativeAttributeSpec("expression", "Expression") { _, a throws(Raised) in interpolation(a[0]).expression },
      NativeAttributeSpec("conversion", "Conversion") { _, a throws(Raised) in interpolation(a[0]).conversion },
      NativeAttributeSpec("format_spec", "Format specifier") { _, a throws(Raised) in interpolation(a[0]).formatSpec },
    ]
  ) { t, type throws(Raised) in
    let names: [StaticString] = ["value", "expression", "conversion", "format_spec"]
    let tuple = try t.tuple(count: names.count)
    for (i, name) in names.enumerated() { tuple.items[i] = try t.intern(name) }
    try t.dictSet(type.dict, t.name(.__match_args__), Value(tuple))
  }

  private static let iterator = TypeSpec(
    "string.templatelib.TemplateIter", doc: "Template iterator object",
    functions: [
      NativeFunctionSpec("__iter__(self, /)", "Implement iter(self).") { _, a throws(Raised) in a[0] },
      NativeFunctionSpec("__next__(self, /)", "Implement next(self).") { t, a throws(Raised) in
        let me = a[0].unchecked(as: TemplateIteratorObject.self)
        let parts: Ref<TupleObject> = me.parts.unchecked()
        guard me.position < parts.count else { throw t.stopIteration(.none) }
        me.position += 1
        return parts.items[me.position - 1]
      },
    ])

  // MARK: Template

  /// Strings that stand side by side are joined, and an empty one stands between interpolations.
  private static func make(_ t: Thread, _ parts: Slots, _ keywords: Value) throws(Raised) -> Value {
    if keywords.isKind(.dict), keywords.unchecked(as: DictObject.self).count > 0 {
      throw t.raise(t.types.typeError, "Template.__new__ only accepts *args arguments")
    }
    let strings = try t.list()
    let interpolations = try t.list()
    try t.append(strings, t.interpreter.emptyStr)
    for i in 0..<parts.count {
      if parts[i].isKind(.str) {
        let last = strings.count - 1
        strings.items[last] = try add(t, strings.items[last], parts[i])
      } else if t.typeOf(parts[i]) == t.types.interpolation {
        try t.append(interpolations, parts[i])
        try t.append(strings, t.interpreter.emptyStr)
      } else {
        throw t.raise(
          t.types.typeError, "Template.__new__ *args need to be of type 'str' or 'Interpolation', got %T", parts[i])
      }
    }
    return try t.makeTemplate(try t.tuple(copying: strings.slots), try t.tuple(copying: interpolations.slots))
  }

  private static func values(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    let interpolations: Ref<TupleObject> = template(v).interpolations.unchecked()
    let values = try t.tuple(count: interpolations.count)
    for i in 0..<values.count { values.items[i] = interpolation(interpolations.items[i]).value }
    return Value(values)
  }

  /// Strings that are not empty, and interpolations, in the order of the source.
  private static func iterate(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    let strings: Ref<TupleObject> = template(v).strings.unchecked()
    let interpolations: Ref<TupleObject> = template(v).interpolations.unchecked()
    let parts = try t.list()
    for i in 0..<strings.count {
      if strings.items[i].unchecked(as: StrObject.self).count > 0 { try t.append(parts, strings.items[i]) }
      if i < interpolations.count { try t.append(parts, interpolations.items[i]) }
    }
    let me: Ref<TemplateIteratorObject> = try t.allocate(
      kind: .record, type: t.types.templateIterator, tracedWords: TemplateIteratorObject.tracedWords)
    me.position = 0
    me.parts = try t.tuple(copying: parts.slots)
    return Value(me)
  }

  private static func concatenate(_ t: Thread, _ a: Value, _ b: Value) throws(Raised) -> Value {
    guard t.typeOf(a) == t.types.template, t.typeOf(b) == t.types.template else {
      throw t.raise(
        t.types.typeError, "can only concatenate string.templatelib.Template (not \"%T\") to string.templatelib.Template", b)
    }
    let left: Ref<TupleObject> = template(a).strings.unchecked()
    let right: Ref<TupleObject> = template(b).strings.unchecked()
    let strings = try t.tuple(count: left.count + right.count - 1)
    for i in 0..<left.count { strings.items[i] = left.items[i] }
    strings.items[left.count - 1] = try add(t, left.items[left.count - 1], right.items[0])
    for i in 1..<max(right.count, 1) { strings.items[left.count + i - 1] = right.items[i] }
    let interpolations = try add(t, template(a).interpolations, template(b).interpolations)
    return try t.makeTemplate(Value(strings), interpolations)
  }

  // MARK: Interpolation

  private static func makeInterpolation(_ t: Thread, _ a: Slots) throws(Raised) -> Value {
    guard a[2].isKind(.str) else {
      throw t.raise(t.types.typeError, "Interpolation() argument 'expression' must be str, not %B", a[2])
    }
    guard a[4].isKind(.str) else {
      throw t.raise(t.types.typeError, "Interpolation() argument 'format_spec' must be str, not %B", a[4])
    }
    if !a[3].isNone {
      guard a[3].isKind(.str) else {
        throw t.raise(t.types.typeError, "Interpolation() argument 'conversion' must be str, not %B", a[3])
      }
      let text: Ref<StrObject> = a[3].unchecked()
      guard text.count == 1, [UInt32(ascii: "s"), UInt32(ascii: "r"), UInt32(ascii: "a")].contains(UInt32(text.codePoint(0))) else {
        throw t.raise(t.types.valueError, "Interpolation() argument 'conversion' must be one of 's', 'a' or 'r'")
      }
    }
    return try t.makeInterpolation(a[1], expression: a[2], conversion: a[3], formatSpec: a[4])
  }

  /// The pieces with the reprs of the values between them.
  private static func text(_ t: Thread, _ pieces: [StaticString], _ values: [Value]) throws(Raised) -> Value {
    var text = TextBuilder(t)
    for (i, piece) in pieces.enumerated() {
      try text.append(piece)
      if i < values.count { try text.append(try t.repr(values[i])) }
    }
    return try text.finish()
  }
}

/// The iterator of a template.
private struct TemplateIteratorObject: HeapCell {
  var header: ObjectHeader
  // traced
  /// tuple
  var parts: Value
  // raw
  var position: Int

  static var tracedWords: Int { 1 }
}

extension Ref where T == TemplateIteratorObject {
  fileprivate var parts: Value { get { layout.parts } nonmutating set { layout.parts = newValue } }
  fileprivate var position: Int { get { layout.position } nonmutating set { layout.position = newValue } }
}

extension UInt32 {
  fileprivate init(ascii scalar: Unicode.Scalar) { self = scalar.value }
}
