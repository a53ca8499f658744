/// `__slots__` (https://docs.python.org/3/reference/datamodel.html#slots): names that get a word in the instance and a descriptor in the class.
extension Thread {
  /// Reads `__slots__` of a new class and decides what its instances have besides the layout of the base.
  func addSlots(_ type: Ref<TypeObject>) throws(Raised) {
    let base = type.base
    type.extraWords = base.extraWords
    type.dictWord = base.dictWord
    let declared = dictGet(type.dict, interned: self.name(.__slots__))
    let hadWeakReference = isWeaklyReferable(base)
    if declared.isNull {
      let addsDict = type.dictWord == TypeObject.noDict && !hasDictField(type)
      if addsDict { addDict(type) }
      return try addInstanceAttributes(type, dict: addsDict, weakReference: !hadWeakReference && !isVariableSized(base))
    }
    let names = try slotNames(declared)
    if names.count > 0 && isVariableSized(base) {
      throw raise(self.types.typeError, "nonempty __slots__ not supported for subtype of '%N'", Value(base))
    }
    var wantsDict = false
    var wantsWeakReference = false
    let members = try list()
    for i in 0..<names.count {
      let name = names.items[i]
      if name == self.name(.__dict__) {
        guard type.dictWord == TypeObject.noDict, !wantsDict else {
          throw raise(self.types.typeError, "__dict__ slot disallowed: we already got one")
        }
        wantsDict = true
      } else if name == self.name(.__weakref__) {
        if hadWeakReference || wantsWeakReference { throw raise(.weakReferenceSlotTaken) }
        wantsWeakReference = true
      } else {
        try insertMember(try mangled(name, type), of: type, into: members)
      }
    }
    for i in 0..<members.count { try addMember(type, members.items[i]) }
    let addsDict = wantsDict || otherBaseHasDict(type)
    if addsDict { addDict(type) }
    try addInstanceAttributes(type, dict: wantsDict, weakReference: wantsWeakReference)
  }

  /// Layouts with a field of their own for `__dict__`; their types have the attribute in their tables.
  private func hasDictField(_ type: Ref<TypeObject>) -> Bool {
    switch type.instanceKind {
    case .function, .exception, .module, .classMethod, .staticMethod, .type: true
    default: false
    }
  }

  /// Whether instances can be weakly referenced: their class has `__weakref__`, or it is one of the native types that do without.
  public func isWeaklyReferable(_ type: Ref<TypeObject>) -> Bool {
    if !lookup(type, .__weakref__).isNull { return true }
    switch nativeBase(type).instanceKind {
    case .set, .frozenset, .function, .module, .type, .memberDescriptor, .generator, .coroutine: return true
    default: return false
    }
  }

  /// Another base than the one whose layout is used may bring a `__dict__`.
  private func otherBaseHasDict(_ type: Ref<TypeObject>) -> Bool {
    guard type.dictWord == TypeObject.noDict else { return false }
    let bases: Ref<TupleObject> = type.bases.unchecked()
    for i in 0..<bases.count where bases.items[i].unchecked(as: TypeObject.self).dictWord != TypeObject.noDict { return true }
    return false
  }

  /// Instances get a `__dict__`: by shape if they have object's layout, else in a word of their own.
  private func addDict(_ type: Ref<TypeObject>) {
    if type.instanceKind == .instance {
      type.dictWord = TypeObject.shaped
    } else if !hasDictField(type) {
      type.dictWord = type.extraWords
      type.extraWords += 1
    }
  }

  private func isVariableSized(_ base: Ref<TypeObject>) -> Bool {
    switch base.instanceKind {
    case .int, .tuple, .bytes, .type: true
    default: false
    }
  }

  private func slotNames(_ declared: Value) throws(Raised) -> Ref<ListObject> {
    let names = try list()
    if declared.isKind(.str) {
      try append(names, try checkedSlotName(declared))
      return names
    }
    let it = try iterator(of: declared)
    while true {
      let name = try next(it)
      if name.isNull { return names }
      try append(names, try checkedSlotName(name))
    }
  }

  private func checkedSlotName(_ name: Value) throws(Raised) -> Value {
    guard name.isKind(.str) else {
      throw raise(self.types.typeError, "__slots__ items must be strings, not '%T'", name)
    }
    guard isIdentifier(name) else { throw raise(self.types.typeError, "__slots__ must be identifiers") }
    return try attributeName(name)
  }

  /// Keeps the members sorted, so that the order in which they were declared makes no difference to the layout.
  private func insertMember(_ name: Value, of type: Ref<TypeObject>, into members: Ref<ListObject>) throws(Raised) {
    // The class statement leaves these two in the namespace; they go away.
    let isLeftover = name == self.name(.__qualname__) || name == self.name(.__classcell__)
    if !isLeftover && !dictGet(type.dict, interned: name).isNull {
      throw raise(self.types.valueError, "%R in __slots__ conflicts with class variable", name)
    }
    try append(members, name)
    var i = members.count - 1
    while i > 0 && strCompare(name.unchecked(), members.items[i - 1].unchecked()) < 0 {
      members.items[i] = members.items[i - 1]
      i -= 1
    }
    members.items[i] = name
  }

  private func addMember(_ type: Ref<TypeObject>, _ name: Value) throws(Raised) {
    let member: Ref<MemberDescriptorObject> = try allocate(kind: .memberDescriptor, type: self.types.memberDescriptor, tracedWords: 2)
    member.name = name
    member.owner = type
    member.word = type.extraWords
    type.extraWords += 1
    if dictGet(type.dict, interned: name).isNull { try dictSet(type.dict, name, Value(member)) }
  }

  /// `__name` in class `C` is `_C__name` (reference manual, "private name mangling").
  func mangled(_ name: Value, _ type: Ref<TypeObject>) throws(Raised) -> Value {
    let text: Ref<StrObject> = name.unchecked()
    let underscore = UInt32(UInt8(ascii: "_"))
    guard text.count > 2, text.codePoint(0) == underscore, text.codePoint(1) == underscore else { return name }
    let last = text.count - 1
    if text.codePoint(last) == underscore && text.codePoint(last - 1) == underscore { return name }
    let className: Ref<StrObject> = type.name.unchecked()
    var start = 0
    while start < className.count && className.codePoint(start) == underscore { start += 1 }
    if start == className.count { return name }
    var builder = TextBuilder(self)
    try builder.append("_")
    try builder.append(str: type.name, from: start, to: className.count)
    try builder.append(name)
    return intern(try builder.finish())
  }

  /// Whether a str is an identifier as far as ASCII tells; other letters are taken as such.
  private func isIdentifier(_ name: Value) -> Bool {
    let text: Ref<StrObject> = name.unchecked()
    if text.count == 0 { return false }
    for i in 0..<text.count {
      let c = text.codePoint(i)
      let isLetter = c >= 128 || c == 95 || c >= 65 && c <= 90 || c >= 97 && c <= 122
      if !isLetter && (i == 0 || c < 48 || c > 57) { return false }
    }
    return true
  }
}
