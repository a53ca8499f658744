/// Making classes: `type.__new__` (CPython's type_new in Objects/typeobject.c).
extension Thread {
  /// A new class of metaclass `metatype`. `namespace` is copied. Calls `__set_name__` and `__init_subclass__`.
  public func makeClass(
    _ metatype: Ref<TypeObject>, name: Value, bases: Value, namespace: Ref<DictObject>, keywords: Value
  ) throws(Raised) -> Value {
    try checkTypeName(name)
    var bases = bases
    if bases.unchecked(as: TupleObject.self).count == 0 { bases = try tuple(Value(self.types.object)) }
    let base = try bestBase(bases.unchecked())
    let type: Ref<TypeObject> = try allocateInstance(metatype, kind: .type, tracedWords: TypeObject.tracedWords)
    initializeBare(type)
    type.name = name
    type.qualifiedName = name
    type.bases = bases
    type.base = base
    type.flags = [.base, .heap]
    type.instanceKind = base.instanceKind
    type.basicSize = base.basicSize
    type.dict = try copyNamespace(namespace)
    inheritFlags(type)
    _ = try resolveOrder(type)
    try takeQualifiedName(type)
    try addSlots(type)
    try finishNamespace(type)
    try addToBases(type)
    updateFlags(type)
    try makeRootShape(type)
    try setNames(type)
    try initSubclass(type, keywords)
    return Value(type)
  }

  /// ValueError for a null character, UnicodeEncodeError for a surrogate.
  public func checkTypeName(_ name: Value) throws(Raised) {
    let text: Ref<StrObject> = name.unchecked()
    for i in 0..<text.count {
      let codePoint = text.codePoint(i)
      if codePoint == 0 { throw raise(self.types.valueError, "type name must not contain null characters") }
      if codePoint & 0xFFFF_F800 == 0xD800 { _ = try call(lookup(self.types.str, try intern("encode")), name) }
    }
  }

  private func copyNamespace(_ namespace: Ref<DictObject>) throws(Raised) -> Ref<DictObject> {
    let copy = try dict()
    var position = 0
    while let entry = dictNext(namespace, &position) {
      let key = entry.key.isKind(.str) && entry.key.object.type == self.types.str ? intern(entry.key) : entry.key
      try dictSet(copy, key, entry.value)
    }
    return copy
  }

  private func inheritFlags(_ type: Ref<TypeObject>) {
    let bases: Ref<TupleObject> = type.bases.unchecked()
    for i in 0..<bases.count {
      let base: Ref<TypeObject> = bases.items[i].unchecked()
      type.flags.formUnion(base.flags.intersection([.sequence, .mapping, .metaclass, .exception]))
    }
    type.flags.formUnion(type.base.flags.intersection([.matchSelf, .bare]))
    type.nativeData = type.base.nativeData
  }

  func addToBases(_ type: Ref<TypeObject>) throws(Raised) {
    let bases: Ref<TupleObject> = type.bases.unchecked()
    for i in 0..<bases.count { try addSubclass(bases.items[i].unchecked(), type) }
  }

  /// The shape of an instance without attributes; instances start with room for what other instances had.
  private func makeRootShape(_ type: Ref<TypeObject>) throws(Raised) {
    guard type.instanceKind == .instance else { return }
    type.rootShape = try makeShape(type, parent: .none, name: .null, count: type.extraWords)
    let inherited = type.base.instanceKind == .instance && type.base.flags.contains(.heap) ? type.base.inlineSlots - type.base.extraWords : 0
    type.inlineSlots = type.extraWords + (type.dictWord == TypeObject.shaped ? max(4, inherited) : 0)
  }

  private func takeQualifiedName(_ type: Ref<TypeObject>) throws(Raised) {
    let qualifiedName = dictGet(type.dict, interned: self.name(.__qualname__))
    if qualifiedName.isNull { return }
    guard qualifiedName.isKind(.str) else {
      throw raise(self.types.typeError, "type __qualname__ must be a str, not %T", qualifiedName)
    }
    type.qualifiedName = qualifiedName
    _ = try dictDelete(type.dict, self.name(.__qualname__))
  }

  /// What a class namespace has after the class statement: module, docstring, implicit static and class methods.
  private func finishNamespace(_ type: Ref<TypeObject>) throws(Raised) {
    let namespace = type.dict
    if dictGet(namespace, interned: self.name(.__module__)).isNull, !self.frame.isNone {
      let module = dictGet(self.frame.globals, interned: self.name(.__name__))
      if !module.isNull { try dictSet(namespace, self.name(.__module__), module) }
    }
    if dictGet(namespace, interned: self.name(.__doc__)).isNull { try dictSet(namespace, self.name(.__doc__), .none) }
    try wrap(type, .__new__, asClassMethod: false)
    try wrap(type, .__init_subclass__, asClassMethod: true)
    try wrap(type, .__class_getitem__, asClassMethod: true)
    let cell = dictGet(namespace, interned: self.name(.__classcell__))
    if !cell.isNull {
      guard cell.isKind(.cell) else { throw raise(self.types.typeError, "__classcell__ must be a nonlocal cell, not %R", Value(typeOf(cell))) }
      cell.unchecked(as: CellObject.self).content = Value(type)
      _ = try dictDelete(namespace, self.name(.__classcell__))
    }
    // Scopes inside the class that run later look names up in the namespace as it is then.
    let namespaceCell = dictGet(namespace, interned: self.name(.__classdictcell__))
    if !namespaceCell.isNull, namespaceCell.isKind(.cell) || has(.namespaceCells) {
      guard namespaceCell.isKind(.cell) else {
        throw raise(self.types.typeError, "__classdictcell__ must be a nonlocal cell, not %R", Value(typeOf(namespaceCell)))
      }
      namespaceCell.unchecked(as: CellObject.self).content = Value(namespace)
      _ = try dictDelete(namespace, self.name(.__classdictcell__))
    }
    if !dictGet(namespace, interned: self.name(.__eq__)).isNull && dictGet(namespace, interned: self.name(.__hash__)).isNull {
      try dictSet(namespace, self.name(.__hash__), .none)
    }
  }

  private func wrap(_ type: Ref<TypeObject>, _ name: Name, asClassMethod: Bool) throws(Raised) {
    let found = dictGet(type.dict, interned: self.name(name))
    guard found.isKind(.function) else { return }
    let wrapped = asClassMethod ? try makeClassMethod(found) : try makeStaticMethod(found)
    try dictSet(type.dict, self.name(name), wrapped)
  }

  func makeClassMethod(_ function: Value) throws(Raised) -> Value {
    let wrapper: Ref<MethodWrapperObject> = try allocate(kind: .classMethod, type: self.types.classmethod, tracedWords: 2)
    wrapper.function = function
    return Value(wrapper)
  }

  /// `__set_name__` of every attribute that has it, in the order of the namespace.
  private func setNames(_ type: Ref<TypeObject>) throws(Raised) {
    let copy = try copyNamespace(type.dict)
    var position = 0
    while let entry = dictNext(copy, &position) {
      guard entry.value.isObject, entry.value.kind != .function else { continue }
      let hook = lookupSpecial(entry.value, .__set_name__)
      if hook.isNull { continue }
      do throws(Raised) {
        _ = try callSpecial(hook, entry.value, Value(type), entry.key)
      } catch {
        if has(.setNameErrorInNote) {
          try addSetNameNote(entry, type)
          throw error
        }
        let cause = takeException()
        let raised = raise(self.types.runtimeError, message: try setNameText(entry, type))
        if isException(self.exception) {
          let error: Ref<ExceptionObject> = self.exception.unchecked()
          error.cause = cause
          error.context = cause
          error.suppressContext = true
        }
        throw raised
      }
    }
  }

  private func addSetNameNote(_ entry: DictEntry, _ type: Ref<TypeObject>) throws(Raised) {
    let exception = takeException()
    _ = try call(try getAttribute(exception, try intern("add_note")), try setNameText(entry, type))
    self.exception = exception
  }

  private func setNameText(_ entry: DictEntry, _ type: Ref<TypeObject>) throws(Raised) -> Value {
    try message("Error calling __set_name__ on '%T' instance %R in '%S'", entry.value, entry.key, type.name)
  }

  /// `super(type, type).__init_subclass__(**keywords)`
  private func initSubclass(_ type: Ref<TypeObject>, _ keywords: Value) throws(Raised) {
    guard type.mro.unchecked(as: TupleObject.self).slots.contains(Value(type)) else {
      throw raise(.superOfUnrelated, try str("type"), type.name, type.name)
    }
    let hook = walkMRO(type, self.name(.__init_subclass__), after: type)
    if hook.isNull { return }
    let bound = try bind(hook, to: .null, type)
    _ = try call(bound, tuple: self.interpreter.emptyTuple, dict: keywords)
  }
}
