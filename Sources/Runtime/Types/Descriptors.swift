extension Thread {
  /// `descriptor.__get__(instance, type)`: what an attribute found on a class becomes when it is read. `instance` is null when it is read
  /// from the class itself.
  public func bind(_ attribute: Value, to instance: Value, _ type: Ref<TypeObject>) throws(Raised) -> Value {
    guard attribute.isObject else { return attribute }
    switch attribute.object.kind {
    case .function: return instance.isNull ? attribute : try makeBoundMethod(attribute, instance)
    case .nativeFunction: return try bindNative(attribute, instance, type)
    case .property:
      if attribute.object.type == self.types.property { return try readProperty(attribute, instance) }
    case .memberDescriptor: return try readMember(attribute.unchecked(), instance)
    case .getSetDescriptor: return try readComputed(attribute.unchecked(), instance)
    case .classMethod:
      if attribute.object.type == self.types.classmethod {
        let wrapped = attribute.unchecked(as: MethodWrapperObject.self).function
        if has(.classmethodChains), typeOf(wrapped).flags.contains(.descriptor) { return try bindInClassMethod(wrapped, type) }
        return try makeBoundMethod(wrapped, Value(type))
      }
    case .staticMethod:
      if attribute.object.type == self.types.staticmethod { return attribute.unchecked(as: MethodWrapperObject.self).function }
    default: break
    }
    let attributeType = attribute.object.type
    guard attributeType.flags.contains(.descriptor) else { return attribute }
    let get = lookup(attributeType, self.name(.__get__))
    if get.isNull { return attribute }
    return try callSpecial(get, attribute, instance.isNull ? .none : instance, Value(type))
  }

  /// `wrapped.__get__(type, type)`, or `wrapped.__get__(type)` at the first level that did so.
  private func bindInClassMethod(_ wrapped: Value, _ type: Ref<TypeObject>) throws(Raised) -> Value {
    if has(.classmethodChainsWithType) || !typeOf(wrapped).flags.contains(.heap) { return try bind(wrapped, to: Value(type), type) }
    let get = lookup(typeOf(wrapped), self.name(.__get__))
    return get.isNull ? wrapped : try callSpecial(get, wrapped, Value(type), .none)
  }

  public func makeBoundMethod(_ function: Value, _ me: Value) throws(Raised) -> Value {
    let method: Ref<BoundMethodObject> = try allocate(kind: .boundMethod, type: self.types.method, tracedWords: 2)
    method.function = function
    method.boundSelf = me
    return Value(method)
  }

  private func bindNative(_ attribute: Value, _ instance: Value, _ type: Ref<TypeObject>) throws(Raised) -> Value {
    let function: Ref<NativeFunctionObject> = attribute.unchecked()
    let kind = function.header.type
    if kind == self.types.builtinFunction || kind == self.types.methodWrapper { return attribute }
    if kind == self.types.classMethodDescriptor { return try boundNative(function, Value(type), self.types.builtinFunction) }
    if instance.isNull { return attribute }
    if kind == self.types.libraryFunction { return try makeBoundMethod(attribute, instance) }
    guard isInstance(instance, of: function.owner) else {
      throw raise(
        self.types.typeError, "descriptor '%S' for '%N' objects doesn't apply to a '%T' object", function.name, Value(function.owner), instance)
    }
    return try boundNative(function, instance, kind == self.types.wrapperDescriptor ? self.types.methodWrapper : self.types.builtinFunction)
  }

  private func boundNative(_ function: Ref<NativeFunctionObject>, _ me: Value, _ type: Ref<TypeObject>) throws(Raised) -> Value {
    // Once, not for each bound copy.
    try parseSignature(function)
    let bound: Ref<NativeFunctionObject> = try allocate(kind: .nativeFunction, type: type, tracedWords: NativeFunctionObject.tracedWords)
    let header = bound.header
    bound.layout = function.layout
    bound.header = header
    bound.boundSelf = me
    bound.passesSelf = true
    return Value(bound)
  }

  private func readProperty(_ attribute: Value, _ instance: Value) throws(Raised) -> Value {
    if instance.isNull { return attribute }
    let property: Ref<PropertyObject> = attribute.unchecked()
    if property.getter.isNull || property.getter.isNone { throw propertyError(property, instance, .getter) }
    return try call(property.getter, instance)
  }

  /// What a property may lack.
  public enum PropertyAccessor { case getter, setter, deleter }

  /// AttributeError for an accessor that a property lacks.
  public func propertyError(_ property: Ref<PropertyObject>, _ instance: Value, _ accessor: PropertyAccessor) -> Raised {
    let typeName = typeOf(instance).qualifiedName
    let name: Value
    do throws(Raised) {
      name = try propertyName(property)
    } catch {
      return error
    }
    if name.isNull || name.isNone {
      switch accessor {
      case .getter: return raise(.propertyWithoutGetter, typeName)
      case .setter: return raise(.propertyWithoutSetter, typeName)
      case .deleter: return raise(.propertyWithoutDeleter, typeName)
      }
    }
    switch accessor {
    case .getter: return raise(.namedPropertyWithoutGetter, name, typeName)
    case .setter: return raise(.namedPropertyWithoutSetter, name, typeName)
    case .deleter: return raise(.namedPropertyWithoutDeleter, name, typeName)
    }
  }

  /// The name that a property was given, at some levels that of its getter if it was given none; null or None if there is none.
  private func propertyName(_ property: Ref<PropertyObject>) throws(Raised) -> Value {
    if !property.name.isNull && !property.name.isNone || !has(.propertyNamedByGetter) { return property.name }
    if property.getter.isNull || property.getter.isNone { return .null }
    return try getAttributeOrNull(property.getter, self.name(.__name__))
  }

  /// The word of a `__slots__` member of `instance`.
  func memberWord(_ member: Ref<MemberDescriptorObject>, _ instance: Value) throws(Raised) -> SlotPointer {
    guard isInstance(instance, of: member.owner) else {
      throw raise(
        self.types.typeError, "descriptor '%S' for '%N' objects doesn't apply to a '%T' object", member.name, Value(member.owner), instance)
    }
    if instance.isKind(.instance) { return instance.unchecked(as: InstanceObject.self).slots + member.word }
    return extraWords(of: instance.object) + member.word
  }

  private func readMember(_ member: Ref<MemberDescriptorObject>, _ instance: Value) throws(Raised) -> Value {
    if instance.isNull { return Value(member) }
    let value = try memberWord(member, instance).pointee
    if value.isNull {
      throw raise(.unsetSlot, instance, member.name)
    }
    return value
  }

  private func readComputed(_ attribute: Ref<GetSetDescriptorObject>, _ instance: Value) throws(Raised) -> Value {
    if instance.isNull { return Value(attribute) }
    try checkOwner(attribute, instance)
    var slot = instance
    return try withUnsafeSlots(&slot, attribute.getter)
  }

  private func checkOwner(_ attribute: Ref<GetSetDescriptorObject>, _ instance: Value) throws(Raised) {
    guard isInstance(instance, of: attribute.owner) else {
      throw raise(
        self.types.typeError, "descriptor '%S' for '%N' objects doesn't apply to a '%T' object", attribute.name, Value(attribute.owner),
        instance)
    }
  }

  private func withUnsafeSlots(_ value: inout Value, _ body: NativeBody) throws(Raised) -> Value {
    try withUnsafeMutablePointer(to: &value) { (pointer) throws(Raised) -> Value in try body(self, Slots(base: SlotPointer(UnsafeMutableRawPointer(pointer)), count: 1)) }
  }

  /// `descriptor.__set__(instance, value)`, or `__delete__` if `value` is null. False if the attribute is no data descriptor.
  public func store(_ attribute: Value, in instance: Value, _ value: Value) throws(Raised) -> Bool {
    let type = typeOf(attribute)
    guard type.flags.contains(.dataDescriptor) else { return false }
    switch attribute.kind {
    case .memberDescriptor:
      let member: Ref<MemberDescriptorObject> = attribute.unchecked()
      let word = try memberWord(member, instance)
      if value.isNull && word.pointee.isNull { throw raise(self.types.attributeError, message: member.name) }
      word.pointee = value
    case .getSetDescriptor: try writeComputed(attribute.unchecked(), instance, value)
    case .property where type == self.types.property: try writeProperty(attribute.unchecked(), instance, value)
    default: try callSetter(attribute, type, instance, value)
    }
    return true
  }

  private func writeComputed(_ attribute: Ref<GetSetDescriptorObject>, _ instance: Value, _ value: Value) throws(Raised) {
    try checkOwner(attribute, instance)
    guard let setter = attribute.setter else {
      if attribute.header.type == self.types.memberDescriptor { throw raise(self.types.attributeError, "readonly attribute") }
      throw raise(self.types.attributeError, "attribute '%S' of '%N' objects is not writable", attribute.name, Value(attribute.owner))
    }
    var arguments = (instance, value)
    _ = try withUnsafeMutablePointer(to: &arguments) { (pointer) throws(Raised) -> Value in
      try setter(self, Slots(base: SlotPointer(UnsafeMutableRawPointer(pointer)), count: 2))
    }
  }

  private func writeProperty(_ property: Ref<PropertyObject>, _ instance: Value, _ value: Value) throws(Raised) {
    let accessor = value.isNull ? property.deleter : property.setter
    if accessor.isNull || accessor.isNone { throw propertyError(property, instance, value.isNull ? .deleter : .setter) }
    _ = value.isNull ? try call(accessor, instance) : try call(accessor, instance, value)
  }

  private func callSetter(_ attribute: Value, _ type: Ref<TypeObject>, _ instance: Value, _ value: Value) throws(Raised) {
    let method = lookup(type, self.name(value.isNull ? .__delete__ : .__set__))
    if method.isNull {
      throw raise(self.types.attributeError, value.isNull ? "__delete__" : "__set__")
    }
    _ = value.isNull ? try callSpecial(method, attribute, instance) : try callSpecial(method, attribute, instance, value)
  }
}

extension NativeFunctionObject {
  static var tracedWords: Int { 5 }
}
