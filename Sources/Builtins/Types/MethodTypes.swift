import Runtime

/// The tables of bound methods and of the native callables.
enum MethodTypes {
  static var specs: [TypeSpec] {
    [
      method,
      TypeSpec("builtin_function_or_method", functions: nativeMethods + [nativeReduce], attributes: nativeAttributes),
      TypeSpec("method_descriptor", functions: descriptorMethods + [descriptorReduce], attributes: descriptorAttributes),
      TypeSpec("wrapper_descriptor", functions: descriptorMethods + [descriptorReduce], attributes: descriptorAttributes),
      TypeSpec("method-wrapper", functions: nativeMethods + [nativeReduce], attributes: descriptorAttributes + [selfAttribute]),
      TypeSpec("classmethod_descriptor", functions: descriptorMethods + [classGet, descriptorReduce], attributes: descriptorAttributes),
    ]
  }

  // MARK: - method

  private static func bound(_ a: Slots) -> Ref<BoundMethodObject> { a[0].unchecked() }

  private static let method = TypeSpec(
    "method", doc: "Create a bound instance method object.",
    functions: [
      .init("__new__(cls, function, instance, /)", "Create a bound instance method object.") { t, a throws(Raised) in
        if !t.isCallable(a[1]) { throw t.raise(t.types.typeError, "first argument must be callable") }
        if a[2].isNone { throw t.raise(.methodOfNone) }
        return try t.makeBoundMethod(a[1], a[2])
      },
      .init("__call__(self, /, *args, **kwargs)", "Call self as a function.") { t, a throws(Raised) in try t.call(a[0], tuple: a[1], dict: a[2]) },
      .init("__get__(self, instance, owner=None, /)", "Return an attribute of instance, which is of type owner.") { t, a throws(Raised) in
        try DescriptorTypes.checkGet(t, a)
        return a[0]
      },
      .init("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in try t.nativeRepr(a[0]) },
      .init("__eq__(self, value, /)", "Return self==value.") { t, a throws(Raised) in
        guard a[1].isKind(.boundMethod) else { return .notImplemented }
        let other: Ref<BoundMethodObject> = a[1].unchecked()
        if bound(a).boundSelf != other.boundSelf { return .false }
        return Value(try t.equals(bound(a).function, other.function))
      },
      .init("__hash__(self, /)", "Return hash(self).") { t, a throws(Raised) in
        let hash = t.hashOfIdentity(bound(a).boundSelf) ^ (try t.hash(bound(a).function))
        return try t.int(hash == -1 ? -2 : hash)
      },
      .init("__reduce__(self, /)") { t, a throws(Raised) in
        let getattr = t.dictGet(t.interpreter.builtins, interned: try t.intern("getattr"))
        return try t.tuple(getattr, try t.tuple(bound(a).boundSelf, try t.getAttribute(bound(a).function, .__name__)))
      },
    ],
    attributes: [
      .init("__func__", "the function (or other callable) implementing a method", get: { t, a throws(Raised) in bound(a).function }),
      .init("__self__", "the instance to which a method is bound", get: { t, a throws(Raised) in bound(a).boundSelf }),
      .init("__doc__", get: { t, a throws(Raised) in orNone(try t.getAttributeOrNull(bound(a).function, .__doc__)) }),
    ])

  // MARK: - Native callables

  private static func native(_ a: Slots) -> Ref<NativeFunctionObject> { a[0].unchecked() }

  private static let nativeMethods: [NativeFunctionSpec] = [
    .init("__call__(self, /, *args, **kwargs)", "Call self as a function.") { t, a throws(Raised) in try t.call(a[0], tuple: a[1], dict: a[2]) },
    .init("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in try t.nativeRepr(a[0]) },
    .init("__eq__(self, value, /)", "Return self==value.") { t, a throws(Raised) in
      let type = t.typeOf(a[0])
      guard type == t.types.builtinFunction || type == t.types.methodWrapper else { return a[0] == a[1] ? .true : .notImplemented }
      guard t.typeOf(a[1]) == type else { return .notImplemented }
      let other: Ref<NativeFunctionObject> = a[1].unchecked()
      return Value(a[0] == a[1] || native(a).boundSelf == other.boundSelf && native(a).name == other.name && native(a).owner == other.owner
        && !native(a).boundSelf.isNull && !native(a).owner.isNone)
    },
    .init("__hash__(self, /)", "Return hash(self).") { t, a throws(Raised) in
      let receiver = native(a).owner.isNone || native(a).boundSelf.isNull ? a[0] : native(a).boundSelf
      return try t.int(t.hashOfIdentity(receiver) ^ t.hashOfIdentity(native(a).name))
    },
  ]

  /// `getattr(where, name)`: how a function that is an attribute is pickled.
  static func reduced(_ t: Thread, _ owner: Value, _ name: Value) throws(Raised) -> Value {
    let getattr = t.dictGet(t.interpreter.builtins, interned: try t.intern("getattr"))
    return try t.tuple(orNone(getattr), try t.tuple(owner, name))
  }

  private static let nativeReduce = NativeFunctionSpec("__reduce__(self, /)") { t, a throws(Raised) in
    let receiver = native(a).boundSelf
    if receiver.isNull || receiver.isKind(.module) { return native(a).name }
    return try MethodTypes.reduced(t, receiver, native(a).name)
  }

  static let descriptorReduce = NativeFunctionSpec("__reduce__(self, /)") { t, a throws(Raised) in
    try MethodTypes.reduced(t, Value(native(a).owner), native(a).name)
  }

  private static let descriptorMethods: [NativeFunctionSpec] = [
    .init("__call__(self, /, *args, **kwargs)", "Call self as a function.") { t, a throws(Raised) in try t.call(a[0], tuple: a[1], dict: a[2]) },
    .init("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in try t.nativeRepr(a[0]) },
    .init("__get__(self, instance, owner=None, /)", "Return an attribute of instance, which is of type owner.") { t, a throws(Raised) in
      try DescriptorTypes.checkGet(t, a)
      let owner = a[2].isKind(.type) ? a[2].unchecked(as: TypeObject.self) : t.typeOf(a[1])
      return try t.bind(a[0], to: a[1].isNone ? .null : a[1], owner)
    },
  ]

  private static let classGet = NativeFunctionSpec(
    "__get__(self, instance, owner=None, /)", "Return an attribute of instance, which is of type owner."
  ) { t, a throws(Raised) in
    try DescriptorTypes.checkGet(t, a)
    let owner = a[2].isNone ? Value(t.typeOf(a[1])) : a[2]
    let method = native(a)
    guard owner.isKind(.type) else {
      throw t.raise(
        t.types.typeError, "descriptor '%S' for type '%N' needs a type, not a '%T' as arg 2", method.name, Value(method.owner), owner)
    }
    guard t.isSubtype(owner.unchecked(), method.owner) else {
      throw t.raise(
        t.types.typeError, "descriptor '%S' requires a subtype of '%N' but received '%N'", method.name, Value(method.owner), owner)
    }
    return try t.bind(a[0], to: .null, owner.unchecked())
  }

  private static let selfAttribute = NativeAttributeSpec("__self__", get: { t, a throws(Raised) in orNone(native(a).boundSelf) })

  private static let commonAttributes: [NativeAttributeSpec] = [
    .init("__name__", get: { t, a throws(Raised) in native(a).name }),
    .init("__qualname__", get: { t, a throws(Raised) in try MethodTypes.qualifiedName(t, native(a)) }),
    .init("__doc__", get: { t, a throws(Raised) in native(a).doc.utf8CodeUnitCount == 0 ? .none : try t.str(native(a).doc) }),
    .init("__text_signature__", get: { t, a throws(Raised) in try MethodTypes.textSignature(t, native(a)) }),
  ]

  private static let nativeAttributes: [NativeAttributeSpec] = commonAttributes + [
    selfAttribute,
    .init("__module__", get: { t, a throws(Raised) in orNone(native(a).module) },
      set: { t, a throws(Raised) in
        native(a).module = a[1]
        return .none
      }),
  ]

  private static let descriptorAttributes: [NativeAttributeSpec] = commonAttributes + [
    .init("__objclass__", get: { t, a throws(Raised) in native(a).owner.isNone ? .none : Value(native(a).owner) })
  ]

  static func qualifiedName(_ t: Thread, _ f: Ref<NativeFunctionObject>) throws(Raised) -> Value {
    if f.owner.isNone { return f.name }
    return try t.message("%S.%S", f.owner.qualifiedName, f.name)
  }

  /// The text of the signature, with `$` before the receiver.
  private static func textSignature(_ t: Thread, _ f: Ref<NativeFunctionObject>) throws(Raised) -> Value {
    let text = f.text.description
    if t.has(.printWithoutSignature), f.owner.isNone, t.strEquals(f.name, "print") { return .none }
    guard let open = text.firstIndex(of: "(") else { return .none }
    var parameters = String(text[text.index(after: open)...])
    if parameters.hasPrefix("cls,") || parameters.hasPrefix("cls)") { parameters = "type" + parameters.dropFirst(3) }
    if !f.owner.isNone { return try t.str("($" + parameters) }
    if f.module.isNull { return try t.str("(" + parameters) }
    if parameters == ")" { return try t.str("($module, /)") }
    return try t.str((parameters.contains(", /") ? "($module, " : "($module, /, ") + parameters)
  }
}
