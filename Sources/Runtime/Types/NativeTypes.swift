extension Thread {
  /// A type object without metatype, names, namespace, MRO.
  func allocateBareType() throws(Raised) -> Ref<TypeObject> {
    let type: Ref<TypeObject> = try allocate(kind: .type, type: .none, tracedWords: TypeObject.tracedWords)
    initializeBare(type)
    return type
  }

  func initializeBare(_ type: Ref<TypeObject>) {
    type.specIndex = -1
    type.dictWord = TypeObject.noDict
    type.version = newTypeVersion()
  }

  /// Fills a type of `BuiltinTypes`. `qualified` is `name` or `module.name`; its tables are found by that text in the registry.
  func define(
    _ type: Ref<TypeObject>, _ qualified: StaticString, base: Ref<TypeObject>, _ kind: Kind,
    size: Int = MemoryLayout<ObjectHeader>.size, flags: TypeFlags
  ) throws(Raised) {
    type.instanceKind = kind
    type.basicSize = size
    type.flags = flags
    try finishNativeType(type, qualified, base: base)
    if kind == .instance { type.rootShape = try makeShape(type, parent: .none, name: .null, count: 0) }
  }

  func defineException(_ type: Ref<TypeObject>, _ name: StaticString, base: Ref<TypeObject>) throws(Raised) {
    try define(type, name, base: base, .exception, size: MemoryLayout<ExceptionObject>.size, flags: [.base, .exception])
  }

  /// A type of a native module, with the layout that its owner declares: `bytes` for the fixed part of an instance. Instances are allocated by
  /// the type's own `__new__` with `allocateInstance`. With `base`, the layout must extend the base's.
  public func makeNativeType(
    _ qualified: StaticString, base: Ref<TypeObject>? = nil, kind: Kind = .record, bytes: Int, flags: TypeFlags = [.base]
  ) throws(Raised) -> Ref<TypeObject> {
    let base = base ?? self.types.object
    let inherited = base.flags.intersection([.exception, .sequence, .mapping, .matchSelf, .descriptor, .dataDescriptor])
    let type = try allocateBareType()
    type.header.type = self.types.type
    try define(type, qualified, base: base, kind, size: bytes, flags: flags.union(inherited))
    try box.addNativeType(self, qualified, type)
    return type
  }

  /// The same for a type whose table comes with it: modules that are imported late keep their tables out of the registry until then.
  public func makeNativeType(
    _ spec: TypeSpec, base: Ref<TypeObject>? = nil, kind: Kind = .record, bytes: Int, flags: TypeFlags = [.base]
  ) throws(Raised) -> Ref<TypeObject> {
    box.add(spec)
    return try makeNativeType(spec.name, base: base, kind: kind, bytes: bytes, flags: flags)
  }

  /// A native type made earlier (`itertools.count`); none if its module was not imported yet.
  public func typeNamed(_ qualified: StaticString) -> Ref<TypeObject> { box.nativeType(self, qualified) }

  private func finishNativeType(_ type: Ref<TypeObject>, _ qualified: StaticString, base: Ref<TypeObject>) throws(Raised) {
    type.name = try nameOfQualified(qualified)
    type.qualifiedName = type.name
    type.dict = try dict()
    type.base = base
    type.specIndex = box.specIndex(of: qualified)
    try addModule(of: qualified, to: type)
    if base.isNone {
      type.bases = self.interpreter.emptyTuple
    } else {
      type.bases = try tuple(Value(base))
      type.dictWord = type.dictWord == TypeObject.noDict ? base.dictWord : type.dictWord
      type.extraWords = base.extraWords
      try addSubclass(base, type)
    }
    type.mro = try mroOfNativeType(type, base)
  }

  /// `__module__` of a type that is not in builtins: the part before the last dot.
  private func addModule(of qualified: StaticString, to type: Ref<TypeObject>) throws(Raised) {
    let bytes = UnsafeBufferPointer(start: qualified.utf8Start, count: qualified.utf8CodeUnitCount)
    var end = 0
    for i in 0..<bytes.count where bytes[i] == UInt8(ascii: ".") { end = i }
    if end == 0 { return }
    let module = intern(try str(utf8: UnsafeBufferPointer(rebasing: bytes[..<end])))
    type.nativeData = module
    // CPython's own types, which are static, have no entry: their instances have no such attribute.
    if !strEquals(module, "types") && !strEquals(module, "weakref") { try dictSet(type.dict, try intern("__module__"), module) }
  }

  /// The part behind the last dot.
  private func nameOfQualified(_ qualified: StaticString) throws(Raised) -> Value {
    let bytes = UnsafeBufferPointer(start: qualified.utf8Start, count: qualified.utf8CodeUnitCount)
    var start = 0
    for i in 0..<bytes.count where bytes[i] == UInt8(ascii: ".") { start = i + 1 }
    return intern(try str(utf8: UnsafeBufferPointer(rebasing: bytes[start...])))
  }

  private func mroOfNativeType(_ type: Ref<TypeObject>, _ base: Ref<TypeObject>) throws(Raised) -> Value {
    if base.isNone { return try tuple(Value(type)) }
    let rest: Ref<TupleObject> = base.mro.unchecked()
    let mro = try tuple(count: rest.count + 1)
    mro.items[0] = Value(type)
    for i in 0..<rest.count { mro.items[i + 1] = rest.items[i] }
    return Value(mro)
  }

  func addSubclass(_ base: Ref<TypeObject>, _ type: Ref<TypeObject>) throws(Raised) {
    if base.subclasses.isNull { base.subclasses = Value(try list()) }
    try append(base.subclasses.unchecked(), Value(type))
  }

  /// Adds the attributes of a native type to its namespace, once, when somebody first asks for one.
  public func populate(_ type: Ref<TypeObject>) {
    guard type.specIndex >= 0 else { return }
    let index = type.specIndex
    type.specIndex = -1
    do throws(Raised) {
      try addTables(box.typeSpec(index), to: type)
    } catch {
      // Out of memory while the type was made usable: the exception stays set for the next poll; the type has what was added so far.
      self.breaker = Int.min
    }
  }

  private func addTables(_ spec: TypeSpec, to type: Ref<TypeObject>) throws(Raised) {
    for function in spec.functions { try addNative(function, to: type, of: spec.name) }
    let fields = fieldRows(of: spec.name)
    for attribute in spec.attributes {
      let name = intern(try str(attribute.name))
      let descriptor: Ref<GetSetDescriptorObject> = try allocate(kind: .getSetDescriptor, type: self.types.getSetDescriptor, tracedWords: 2)
      descriptor.name = name
      descriptor.owner = type
      descriptor.getter = attribute.getter
      descriptor.setter = attribute.setter
      descriptor.doc = attribute.doc
      if isField(attribute.name, in: fields) { descriptor.header.type = self.types.memberDescriptor }
      try dictSet(type.dict, name, Value(descriptor))
    }
    if dictGet(type.dict, interned: self.name(.__doc__)).isNull {
      try dictSet(type.dict, self.name(.__doc__), spec.doc.utf8CodeUnitCount == 0 ? .none : try str(spec.doc))
    }
    try repeatedNames(of: spec.name) { name throws(Raised) in try addRepeated(intern(try str(name)), to: type) }
    try spec.finish?(self, type)
    try removeMembersOfOtherLevels(type.dict, "", spec.name)
    self.interpreter.attributeCache.clear()
  }

  private func addNative(_ spec: NativeFunctionSpec, to type: Ref<TypeObject>, of owner: StaticString) throws(Raised) {
    let function = try makeFunction(spec)
    function.text = signature(spec.signature, of: owner)
    function.owner = type
    var value = Value(function)
    let name = function.name
    switch spec.binding {
    case .library: function.qualifiedLibraryName = try concatenate(type.name, ".", name)
    case .method, .function:
      if name == self.name(.__new__) {
        function.boundSelf = Value(type)
      } else {
        function.header.type = isSlotName(name) ? self.types.wrapperDescriptor : self.types.methodDescriptor
      }
    case .coexisting: function.header.type = self.types.methodDescriptor
    case .classMethod: function.header.type = self.types.classMethodDescriptor
    case .staticMethod:
      if name != self.name(.__new__) { try parseSignature(function, receivers: 0) }
      value = try makeStaticMethod(value)
    }
    try dictSet(type.dict, name, value)
  }

  /// Gives a type a function of its own that does what the inherited one does; nothing if its table has one.
  private func addRepeated(_ name: Value, to type: Ref<TypeObject>) throws(Raised) {
    guard dictGet(type.dict, interned: name).isNull, !type.base.isNone else { return }
    let inherited = lookup(type.base, name)
    guard inherited.isKind(.nativeFunction) else { return }
    let original: Ref<NativeFunctionObject> = inherited.unchecked()
    let function: Ref<NativeFunctionObject> = try allocate(
      kind: .nativeFunction, type: original.header.type, tracedWords: NativeFunctionObject.tracedWords)
    function.body = original.body
    function.exactCount = -2
    function.text = original.text
    function.doc = original.doc
    function.name = name
    function.owner = type
    if !original.boundSelf.isNull { function.boundSelf = Value(type) }
    try dictSet(type.dict, name, Value(function))
  }

  /// Whether two attributes are the same native function, be it that a type repeats what it inherits.
  public func isSameFunction(_ a: Value, _ b: Value) -> Bool {
    if a == b { return true }
    guard a.isKind(.nativeFunction), b.isKind(.nativeFunction) else { return false }
    let first: Ref<NativeFunctionObject> = a.unchecked()
    let second: Ref<NativeFunctionObject> = b.unchecked()
    return first.name == second.name && unsafeBitCast(first.body, to: UInt.self) == unsafeBitCast(second.body, to: UInt.self)
  }

  /// Whether CPython reaches the special method of this name through a slot of the type, so that the attribute is a slot wrapper.
  public func isSlotName(_ name: Value) -> Bool {
    for slot in Name.slots where self.name(slot) == name { return true }
    return false
  }

  func makeStaticMethod(_ function: Value) throws(Raised) -> Value {
    let wrapper: Ref<MethodWrapperObject> = try allocate(kind: .staticMethod, type: self.types.staticmethod, tracedWords: 2)
    wrapper.function = function
    return Value(wrapper)
  }

  /// A native function that belongs to nothing yet.
  public func makeNative(_ spec: NativeFunctionSpec) throws(Raised) -> Ref<NativeFunctionObject> {
    let function: Ref<NativeFunctionObject> = try allocate(
      kind: .nativeFunction, type: self.types.builtinFunction, tracedWords: NativeFunctionObject.tracedWords)
    function.body = spec.body
    function.exactCount = -2
    function.text = spec.signature
    function.doc = spec.doc
    function.name = try functionName(spec.signature)
    return function
  }

  /// The function of a table: native, or one of the library.
  public func makeFunction(_ spec: NativeFunctionSpec) throws(Raised) -> Ref<NativeFunctionObject> {
    let function = try makeNative(spec)
    return spec.binding == .library ? try libraryFunction(function) : function
  }

  /// The text before the parenthesis.
  private func functionName(_ signature: StaticString) throws(Raised) -> Value {
    let bytes = UnsafeBufferPointer(start: signature.utf8Start, count: signature.utf8CodeUnitCount)
    var end = 0
    while end < bytes.count && bytes[end] != UInt8(ascii: "(") { end += 1 }
    return intern(try str(utf8: UnsafeBufferPointer(rebasing: bytes[..<end])))
  }

  /// Gives a module what its table says, as far as the level of the run has it.
  public func fill(_ module: Ref<ModuleObject>, from spec: ModuleSpec) throws(Raised) {
    try addFunctions(spec.functions, to: module, of: spec.name)
    try spec.initialize?(self, module)
    try removeMembersOfOtherLevels(module.dict, "module ", spec.name)
    try removeAbsentPublicNames(module)
  }

  /// `__all__` names what the module has.
  private func removeAbsentPublicNames(_ module: Ref<ModuleObject>) throws(Raised) {
    let names = dictGet(module.dict, interned: self.name(.__all__))
    guard names.isKind(.list) else { return }
    let list: Ref<ListObject> = names.unchecked()
    let kept = try self.list()
    for i in 0..<list.count where !(try dictGet(module.dict, list.items[i]).isNull) { try append(kept, list.items[i]) }
    if kept.count < list.count { try dictSet(module.dict, self.name(.__all__), Value(kept)) }
  }

  /// Adds native functions to a module's namespace; `owner` is the module's name.
  public func addFunctions(_ functions: [NativeFunctionSpec], to module: Ref<ModuleObject>, of owner: StaticString = "") throws(Raised) {
    for spec in functions {
      let function = try makeFunction(spec)
      function.text = signature(spec.signature, "module ", of: owner)
      function.module = module.name
      if spec.binding != .library { function.boundSelf = Value(module) }
      try dictSet(module.dict, function.name, Value(function))
    }
  }
}

extension TypeObject {
  /// name, qualifiedName, dict, bases, mro, base, subclasses, rootShape, dictionaryShape, cachedInit, cachedNew, nativeData
  static var tracedWords: Int { 12 }
}
