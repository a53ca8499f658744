// Attribute access as CPython's Objects/object.c (generic), Objects/typeobject.c (types) and Objects/moduleobject.c (modules) define it.

extension Thread {
  /// `v.name`. AttributeError if there is none, with `name` and `obj` set.
  public func getAttribute(_ v: Value, _ name: Value) throws(Raised) -> Value {
    let key = try attributeName(name)
    let type = typeOf(v)
    do throws(Raised) {
      if _slowPath(!type.flags.isDisjoint(with: .attributeHooks)) { return try hookedAttribute(v, type, key) }
      let found = try standardAttribute(v, type, key)
      if _fastPath(!found.isNull) { return found }
      return try missingAttribute(v, type, key)
    } catch {
      completeAttributeError(v, key)
      throw error
    }
  }

  /// Whatever AttributeError comes of `v.name` has `name` and `obj`, if it had neither (CPython: `_PyObject_SetAttributeErrorContext`).
  @inline(never)
  private func completeAttributeError(_ v: Value, _ name: Value) {
    guard has(.nameInNameErrors), self.exception.isKind(.exception), matches(self.exception, self.types.attributeError) else { return }
    let exception: Ref<ExceptionObject> = self.exception.unchecked()
    guard exception.field0.isNull, exception.field1.isNull else { return }
    exception.field0 = name
    exception.field1 = v
  }

  public func getAttribute(_ v: Value, _ name: Name) throws(Raised) -> Value { try getAttribute(v, self.name(name)) }

  /// The same, but null in place of AttributeError.
  public func getAttributeOrNull(_ v: Value, _ name: Value) throws(Raised) -> Value {
    let key = try attributeName(name)
    let type = typeOf(v)
    if type.flags.isDisjoint(with: .attributeHooks) {
      let found: Value
      do throws(Raised) {
        found = try standardAttribute(v, type, key)
      } catch {
        return try nullForAttributeError(error)
      }
      if !found.isNull || v.kind != .module && v.kind != .boundMethod { return found }
    }
    do throws(Raised) {
      return try getAttribute(v, key)
    } catch {
      return try nullForAttributeError(error)
    }
  }

  public func getAttributeOrNull(_ v: Value, _ name: Name) throws(Raised) -> Value { try getAttributeOrNull(v, self.name(name)) }

  private func nullForAttributeError(_ error: Raised) throws(Raised) -> Value {
    guard matches(self.exception, self.types.attributeError) else { throw error }
    _ = takeException()
    return .null
  }

  /// A name usable as a key: an interned str.
  @inline(__always)
  func attributeName(_ name: Value) throws(Raised) -> Value {
    if _fastPath(name.isKind(.str) && name.object.flags.contains(.interned)) { return name }
    return try internedAttributeName(name)
  }

  /// A name given to `__getattribute__` and the like: an interned str, or TypeError.
  public func checkedAttributeName(_ name: Value) throws(Raised) -> Value { try attributeName(name) }

  @inline(never)
  private func internedAttributeName(_ name: Value) throws(Raised) -> Value {
    guard name.isKind(.str) else { throw raise(self.types.typeError, "attribute name must be string, not '%T'", name) }
    if name.object.type == self.types.str { return intern(name) }
    return intern(try plainStr(name))
  }

  /// A new plain str with the text of an instance of a subclass of str.
  func plainStr(_ v: Value) throws(Raised) -> Value {
    let source: Ref<StrObject> = v.unchecked()
    let size = source.count * Int(source.width)
    let copy: Ref<StrObject> = try allocate(
      bytes: MemoryLayout<StrObject>.size + size, kind: .str, type: self.types.str, tracedWords: 0)
    copy.count = source.count
    copy.hash = source.hash
    copy.width = source.width
    copy.isASCII = source.isASCII
    copy.bytes.update(from: source.bytes, count: size)
    return Value(copy)
  }

  /// What `object`, `type`, `module` and `super` do in `__getattribute__`; null if there is no such attribute.
  public func standardAttribute(_ v: Value, _ type: Ref<TypeObject>, _ name: Value) throws(Raised) -> Value {
    switch v.kind {
    case .type: return try typeAttribute(v.unchecked(), type, name)
    case .superObject: return try superAttribute(v.unchecked(), name)
    default: return try genericAttribute(v, type, name)
    }
  }

  /// `object.__getattribute__`: data descriptors of the type, the instance's own attributes, other attributes of the type.
  public func genericAttribute(_ v: Value, _ type: Ref<TypeObject>, _ name: Value) throws(Raised) -> Value {
    let attribute = lookup(type, name)
    if !attribute.isNull {
      if typeOf(attribute).flags.contains(.dataDescriptor) { return try bind(attribute, to: v, type) }
    }
    let own = ownAttribute(v, name)
    if !own.isNull { return own }
    if attribute.isNull { return .null }
    return try bind(attribute, to: v, type)
  }

  /// An attribute of the object itself (shape slot or `__dict__`); null if it has none of that name.
  public func ownAttribute(_ v: Value, _ name: Value) -> Value {
    if v.isKind(.instance) {
      let instance: Ref<InstanceObject> = v.unchecked()
      if instance.shape.isDictionary { return dictGet(instance.overflow.unchecked(), interned: name) }
      let index = slotIndex(instance.shape, name)
      return index < 0 ? .null : slot(instance, index).pointee
    }
    guard let word = dictWord(of: v), !word.pointee.isNull else { return .null }
    return dictGet(word.pointee.unchecked(), interned: name)
  }

  /// `type.__getattribute__`: data descriptors of the metaclass, the class and its bases, other attributes of the metaclass.
  public func typeAttribute(_ type: Ref<TypeObject>, _ metatype: Ref<TypeObject>, _ name: Value) throws(Raised) -> Value {
    let meta = lookup(metatype, name)
    if !meta.isNull && typeOf(meta).flags.contains(.dataDescriptor) { return try bind(meta, to: Value(type), metatype) }
    let attribute = lookup(type, name)
    if !attribute.isNull { return try bind(attribute, to: .null, type) }
    if meta.isNull { return .null }
    return try bind(meta, to: Value(type), metatype)
  }

  /// `super().name`: what the classes behind `thisClass` in the MRO of the object's type define.
  public func superAttribute(_ me: Ref<SuperObject>, _ name: Value) throws(Raised) -> Value {
    if me.objectType.isNull || name == self.name(.__class__) { return try genericAttribute(Value(me), me.header.type, name) }
    let startType: Ref<TypeObject> = me.objectType.unchecked()
    let attribute = walkMRO(startType, name, after: me.thisClass.unchecked())
    if attribute.isNull { return try genericAttribute(Value(me), me.header.type, name) }
    return try bind(attribute, to: me.object == me.objectType ? .null : me.object, startType)
  }

  /// The attribute of an object whose class has a `__getattribute__` of its own, or a `__getattr__` that is asked after an AttributeError.
  private func hookedAttribute(_ v: Value, _ type: Ref<TypeObject>, _ name: Value) throws(Raised) -> Value {
    do throws(Raised) {
      if type.flags.contains(.customGetAttribute) { return try callSpecial(lookup(type, self.name(.__getattribute__)), v, name) }
      let found = try standardAttribute(v, type, name)
      return found.isNull ? try missingAttribute(v, type, name) : found
    } catch {
      guard type.flags.contains(.hasGetAttr), matches(self.exception, self.types.attributeError) else { throw error }
      _ = takeException()
      return try callSpecial(lookup(type, self.name(.__getattr__)), v, name)
    }
  }

  /// `__getattr__` of the class or of the module, else AttributeError.
  @inline(never)
  private func missingAttribute(_ v: Value, _ type: Ref<TypeObject>, _ name: Value) throws(Raised) -> Value {
    if type.flags.contains(.hasGetAttr) {
      return try callSpecial(lookup(type, self.name(.__getattr__)), v, name)
    }
    // A method has the attributes of its function.
    if v.isKind(.boundMethod) { return try getAttribute(v.unchecked(as: BoundMethodObject.self).function, name) }
    if v.isKind(.module) {
      let module: Ref<ModuleObject> = v.unchecked()
      let hook = dictGet(module.dict, interned: self.name(.__getattr__))
      if !hook.isNull { return try call(hook, name) }
    }
    throw attributeError(v, name)
  }

  /// AttributeError for a missing attribute, with the wording of the kind of object.
  /// - Parameter given: what the exception has as `name`: the name itself unless it was an instance of a subclass of str.
  public func attributeError(_ v: Value, _ name: Value, given: Value = .null) -> Raised {
    let raised = unnamedAttributeError(v, name)
    annotateAttributeError(v, given.isNull ? name : given)
    return raised
  }

  /// The same without `name` and `obj`, as from `__getattribute__` of types and modules.
  public func unnamedAttributeError(_ v: Value, _ name: Value) -> Raised {
    let raised: Raised
    switch v.kind {
    case .type: raised = raise(self.types.attributeError, "type object '%N' has no attribute '%S'", v, name)
    case .module:
      let moduleName = dictGet(v.unchecked(as: ModuleObject.self).dict, interned: self.name(.__name__))
      if moduleName.isKind(.str) {
        raised = raise(self.types.attributeError, "module '%S' has no attribute '%S'", moduleName, name)
      } else {
        raised = raise(self.types.attributeError, "module has no attribute '%S'", name)
      }
    default: raised = raise(self.types.attributeError, "'%T' object has no attribute '%S'", v, name)
    }
    return raised
  }

  /// An AttributeError on its way that names an attribute has the very name that was given, where that is an instance of a subclass of str.
  public func restoreAttributeName(_ name: Value) {
    guard name.isKind(.str), name.object.type != self.types.str else { return }
    guard self.exception.isKind(.exception), self.exception.object.type == self.types.attributeError else { return }
    let exception: Ref<ExceptionObject> = self.exception.unchecked()
    if exception.field0.isKind(.str) { exception.field0 = name }
  }

  /// Fills `name` and `obj` of the AttributeError on its way (for suggestions).
  public func annotateAttributeError(_ v: Value, _ name: Value) {
    guard self.exception.isKind(.exception), self.exception.object.type == self.types.attributeError else { return }
    let exception: Ref<ExceptionObject> = self.exception.unchecked()
    exception.field0 = name
    exception.field1 = v
  }
}
