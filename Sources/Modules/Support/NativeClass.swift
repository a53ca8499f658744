import Runtime

/// Classes that CPython's library writes in Python (`Counter`, `UserDict`, the ABCs): ordinary heap types whose methods are native. They are made
/// by calling their metaclass, so that `__init_subclass__`, `__set_name__`, `__abstractmethods__` and `__dict__` behave as for a class statement.
extension Thread {
  /// Makes the class of `spec` and adds it to the module.
  ///
  /// - Parameters:
  ///   - bases: tuple of types.
  ///   - metaclass: null = type.
  ///   - isNative: CPython writes the class in C: its methods are descriptors, not functions.
  ///   - prepare: adds what the spec cannot say to the namespace before the class is made.
  @discardableResult
  func addClass(
    _ module: Ref<ModuleObject>, _ spec: TypeSpec, bases: Value, metaclass: Value = .null, isNative: Bool = false,
    prepare: (_ namespace: Ref<DictObject>) throws(Raised) -> Void = { _ in }
  ) throws(Raised) -> Value {
    let cls = try makeClass(module, spec, bases: bases, metaclass: metaclass, isNative: isNative, prepare: prepare)
    try addConstant(module, cls.unchecked(as: TypeObject.self).name, cls)
    return cls
  }

  func makeClass(
    _ module: Ref<ModuleObject>, _ spec: TypeSpec, bases: Value, metaclass: Value = .null, isNative: Bool = false,
    prepare: (_ namespace: Ref<DictObject>) throws(Raised) -> Void = { _ in }
  ) throws(Raised) -> Value {
    let namespace = try dict()
    let name = try str(lastPart(of: spec.name))
    try dictSet(namespace, self.name(.__module__), module.name)
    try dictSet(namespace, self.name(.__qualname__), name)
    try dictSet(namespace, self.name(.__doc__), spec.doc.utf8CodeUnitCount == 0 ? .none : try str(spec.doc))
    let natives = try addMethods(spec.functions, to: namespace, of: isNative ? .null : name, module: module.name)
    try prepare(namespace)
    try removeMembersOfOtherLevels(namespace, "", spec.name)
    let cls = try call(metaclass.isNull ? Value(self.types.type) : metaclass, name, bases, Value(namespace))
    let type = cls.unchecked(as: TypeObject.self)
    // What CPython writes in Python takes any `self`; what looks into the layout of a builtin base must not.
    if isNative || type.instanceKind != .instance { setOwner(type, of: natives) }
    for attribute in spec.attributes { try addAttribute(attribute, to: type) }
    try spec.finish?(self, type)
    return cls
  }

  /// Adds methods to the namespace of a class that is to be made. The list of native functions is for `setOwner`.
  /// - Parameter className: the qualified name of the class whose methods CPython writes in Python; null if it writes them in C.
  func addMethods(
    _ functions: [NativeFunctionSpec], to namespace: Ref<DictObject>, of className: Value, module: Value
  ) throws(Raised) -> Ref<ListObject> {
    let natives = try list()
    for function in functions {
      if className.isNull {
        try addNativeMethod(function, to: namespace, natives)
      } else {
        try addLibraryMethod(function, to: namespace, natives, className, module)
      }
    }
    return natives
  }

  /// Methods refuse a `self` that is no instance of their owner.
  func setOwner(_ owner: Ref<TypeObject>, of natives: Ref<ListObject>) {
    for i in 0..<natives.count { natives.items[i].unchecked(as: NativeFunctionObject.self).owner = owner }
  }

  private func addNativeMethod(_ spec: NativeFunctionSpec, to namespace: Ref<DictObject>, _ natives: Ref<ListObject>) throws(Raised) {
    let function = try makeNative(spec)
    switch spec.binding {
    case .method: function.header.type = isSlotName(function.name) ? self.types.wrapperDescriptor : self.types.methodDescriptor
    case .coexisting: function.header.type = self.types.methodDescriptor
    case .classMethod: function.header.type = self.types.classMethodDescriptor
    case .staticMethod, .function, .library: break
    }
    try append(natives, Value(function))
    try dictSet(namespace, function.name, Value(function))
  }

  private func addLibraryMethod(
    _ spec: NativeFunctionSpec, to namespace: Ref<DictObject>, _ natives: Ref<ListObject>, _ className: Value, _ module: Value
  ) throws(Raised) {
    let function = try libraryFunction(makeNative(spec))
    function.qualifiedLibraryName = try text("%S.%S", className, function.name)
    function.module = module
    var value = Value(function)
    switch spec.binding {
    case .classMethod: value = try classMethod(value)
    case .staticMethod: value = try staticMethod(value)
    case .method, .coexisting, .function, .library: try append(natives, value)
    }
    try dictSet(namespace, function.name, value)
  }

  private func addAttribute(_ spec: NativeAttributeSpec, to type: Ref<TypeObject>) throws(Raised) {
    let getter = try makeNative(NativeFunctionSpec("getter(self, /)", spec.doc, spec.getter))
    var setter = Value.none
    if let body = spec.setter { setter = Value(try makeNative(NativeFunctionSpec("setter(self, value, /)", spec.doc, body))) }
    let property = try property(Value(getter), setter: setter, doc: spec.doc.utf8CodeUnitCount == 0 ? .none : try str(spec.doc))
    try setAttribute(Value(type), try intern(spec.name), property)
  }

  /// `classmethod(function)`
  func classMethod(_ function: Value) throws(Raised) -> Value {
    let wrapper: Ref<MethodWrapperObject> = try allocate(kind: .classMethod, type: self.types.classmethod, tracedWords: 2)
    wrapper.function = function
    return Value(wrapper)
  }

  /// `staticmethod(function)`
  func staticMethod(_ function: Value) throws(Raised) -> Value {
    let wrapper: Ref<MethodWrapperObject> = try allocate(kind: .staticMethod, type: self.types.staticmethod, tracedWords: 2)
    wrapper.function = function
    return Value(wrapper)
  }

  /// `property(getter, setter)`; the setter may be None.
  func property(_ getter: Value, setter: Value = .none, doc: Value = .none) throws(Raised) -> Value {
    let property: Ref<PropertyObject> = try allocate(kind: .property, type: self.types.property, tracedWords: 5)
    property.getter = getter
    property.setter = setter
    property.deleter = .none
    property.doc = doc
    return Value(property)
  }

  private func lastPart(of name: StaticString) -> String {
    let text = "\(name)"
    guard let dot = text.lastIndex(of: ".") else { return text }
    return String(text[text.index(after: dot)...])
  }

  /// A native function that carries a value: the first parameter of its signature gets `captured` in every call. In a class it does not bind;
  /// `NativeDecorated` does.
  func closure(_ spec: NativeFunctionSpec, _ captured: Value) throws(Raised) -> Ref<NativeFunctionObject> {
    let function = try makeNative(spec)
    function.boundSelf = captured
    function.passesSelf = true
    return function
  }
}
