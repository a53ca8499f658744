import Runtime

/// Classes that CPython's library writes in Python (`Counter`, `UserDict`, the ABCs): ordinary heap types whose methods are native. They are made
/// by calling their metaclass, so that `__init_subclass__`, `__set_name__`, `__abstractmethods__` and `__dict__` behave as for a class statement.
extension Thread {
  /// Makes the class of `spec` and adds it to the module.
  ///
  /// - Parameters:
  ///   - bases: tuple of types.
  ///   - metaclass: null = type.
  ///   - prepare: adds what the spec cannot say to the namespace before the class is made.
  @discardableResult
  func addClass(
    _ module: Ref<ModuleObject>, _ spec: TypeSpec, bases: Value, metaclass: Value = .null,
    prepare: (_ namespace: Ref<DictObject>) throws(Raised) -> Void = { _ in }
  ) throws(Raised) -> Value {
    let cls = try makeClass(module, spec, bases: bases, metaclass: metaclass, prepare: prepare)
    try addConstant(module, cls.unchecked(as: TypeObject.self).name, cls)
    return cls
  }

  func makeClass(
    _ module: Ref<ModuleObject>, _ spec: TypeSpec, bases: Value, metaclass: Value = .null,
    prepare: (_ namespace: Ref<DictObject>) throws(Raised) -> Void = { _ in }
  ) throws(Raised) -> Value {
    let namespace = try dict()
    let name = try str(lastPart(of: spec.name))
    try dictSet(namespace, self.name(.__module__), module.name)
    try dictSet(namespace, self.name(.__qualname__), name)
    try dictSet(namespace, self.name(.__doc__), spec.doc.utf8CodeUnitCount == 0 ? .none : try str(spec.doc))
    let natives = try addMethods(spec.functions, to: namespace)
    try prepare(namespace)
    try removeMembersOfOtherLevels(namespace, "", spec.name)
    let cls = try call(metaclass.isNull ? Value(self.types.type) : metaclass, name, bases, Value(namespace))
    let type = cls.unchecked(as: TypeObject.self)
    setOwner(type, of: natives)
    for attribute in spec.attributes { try addAttribute(attribute, to: type) }
    try spec.finish?(self, type)
    return cls
  }

  /// Adds methods to the namespace of a class that is to be made. The list of native functions is for `setOwner`.
  func addMethods(_ functions: [NativeFunctionSpec], to namespace: Ref<DictObject>) throws(Raised) -> Ref<ListObject> {
    let natives = try list()
    for function in functions { try addMethod(function, to: namespace, natives) }
    return natives
  }

  /// Methods refuse a `self` that is no instance of their owner.
  func setOwner(_ owner: Ref<TypeObject>, of natives: Ref<ListObject>) {
    for i in 0..<natives.count { natives.items[i].unchecked(as: NativeFunctionObject.self).owner = owner }
  }

  private func addMethod(_ spec: NativeFunctionSpec, to namespace: Ref<DictObject>, _ natives: Ref<ListObject>) throws(Raised) {
    let function = try makeNative(spec)
    var value = Value(function)
    switch spec.binding {
    case .method, .coexisting: function.header.type = self.types.methodDescriptor
    case .classMethod: value = try classMethod(value)
    case .staticMethod: value = try staticMethod(value)
    case .function: break
    }
    if spec.binding == .method { try append(natives, value) }
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
