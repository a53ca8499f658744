/// Functions of the part of the library that CPython writes in Python. They are native functions of a type of their own, which is called
/// `function` too: they bind to instances as Python functions do, complain of their arguments in the same words, and have a `__dict__`.
///
/// Behind the layout of a native function lie three words:
///   0 `__dict__` or null   1 `__qualname__`   2 `__doc__` once it was set, else null
extension Ref where T == NativeFunctionObject {
  private var libraryWords: SlotPointer { Runtime.extraWords(of: self.cast()) }
  public var libraryDictionary: Value { get { libraryWords[0] } nonmutating set { libraryWords[0] = newValue } }
  public var qualifiedLibraryName: Value { get { libraryWords[1] } nonmutating set { libraryWords[1] = newValue } }
  public var libraryDoc: Value { get { libraryWords[2] } nonmutating set { libraryWords[2] = newValue } }
}

extension Thread {
  func initializeLibraryFunctions(_ type: Ref<TypeObject>) {
    type.specIndex = box.specIndex(of: "_library.function")
    type.dictWord = 0
    type.extraWords = 3
  }

  /// A function of the library with name, text and body of a native one.
  public func libraryFunction(_ native: Ref<NativeFunctionObject>) throws(Raised) -> Ref<NativeFunctionObject> {
    let function: Ref<NativeFunctionObject> = try allocateInstance(
      self.types.libraryFunction, kind: .nativeFunction, tracedWords: NativeFunctionObject.tracedWords)
    let header = function.header
    function.layout = native.layout
    function.header = header
    function.qualifiedLibraryName = native.name
    return function
  }

  /// TypeError if a method of a library class is called with something else than an instance of it.
  func checkLibraryReceiver(_ function: Ref<NativeFunctionObject>, _ arguments: Slots) throws(Raised) {
    if function.owner.isNone || arguments.count == 0 || isInstance(arguments[0], of: function.owner) { return }
    throw raise(
      self.types.typeError, "descriptor '%S' for '%N' objects doesn't apply to a '%T' object", function.name, Value(function.owner), arguments[0])
  }

  /// Puts the arguments of a call into the slots of the signature, by the rules for Python functions (`bindFrame`).
  func bindLibraryArguments(
    _ function: Ref<NativeFunctionObject>, _ slots: Slots, _ arguments: Slots, _ keywordNames: Value
  ) throws(Raised) {
    let s = function.signature
    let keywords = keywordNames.isNull ? 0 : keywordNames.unchecked(as: TupleObject.self).count
    let positional = arguments.count - keywords
    let direct = min(positional, s.positionalCount)
    for i in 0..<direct { slots[i] = arguments[i] }
    if s.varArgsSlot >= 0 {
      slots[s.varArgsSlot] = try tuple(copying: Slots(base: arguments.base + direct, count: positional - direct))
    }
    if s.varKeywordsSlot >= 0 { slots[s.varKeywordsSlot] = Value(try dict()) }
    if keywords > 0 {
      let values = Slots(base: arguments.base + positional, count: keywords)
      try bindLibraryKeywords(function, slots, keywordNames.unchecked(as: TupleObject.self).slots, values)
    }
    if positional > s.positionalCount && s.varArgsSlot < 0 { throw tooManyForLibrary(function, slots, positional) }
    try fillLibraryDefaults(function, slots)
  }

  private func bindLibraryKeywords(
    _ function: Ref<NativeFunctionObject>, _ slots: Slots, _ names: Slots, _ values: Slots
  ) throws(Raised) {
    let s = function.signature
    let parameters = s.names.unchecked(as: TupleObject.self).slots
    for k in 0..<names.count {
      guard names[k].isKind(.str) else { throw raise(self.types.typeError, "%S() keywords must be strings", callName(function)) }
      var slot = -1
      for i in s.positionalOnlyCount..<parameters.count where slot < 0 && i != s.varArgsSlot && i != s.varKeywordsSlot {
        if !parameters[i].isNull && (parameters[i] == names[k] || strEquals(parameters[i], names[k])) { slot = i }
      }
      if slot < 0 {
        guard s.varKeywordsSlot >= 0 else {
          let hidden = function.passesSelf ? 1 : 0
          throw unexpectedKeyword(
            callName(function), positionalOnly: Slots(base: parameters.base + hidden, count: max(0, s.positionalOnlyCount - hidden)),
            others: Slots(base: parameters.base + s.positionalOnlyCount, count: parameters.count - s.positionalOnlyCount), names, names[k])
        }
        try dictSet(slots[s.varKeywordsSlot].unchecked(), names[k], values[k])
        continue
      }
      if !slots[slot].isNull {
        throw raise(self.types.typeError, "%S() got multiple values for argument '%S'", callName(function), names[k])
      }
      slots[slot] = values[k]
    }
  }

  private func fillLibraryDefaults(_ function: Ref<NativeFunctionObject>, _ slots: Slots) throws(Raised) {
    let s = function.signature
    let defaults = s.defaults.unchecked(as: TupleObject.self).slots
    let names = s.names.unchecked(as: TupleObject.self).slots
    let missing = try list()
    for i in 0..<min(s.requiredCount, slots.count) where slots[i].isNull { try append(missing, names[i]) }
    if missing.count > 0 { throw missingArguments(callName(function), missing.slots, keywordOnly: false) }
    for i in 0..<slots.count where slots[i].isNull {
      if defaults[i] == .notImplemented { try append(missing, names[i]) } else { slots[i] = defaults[i] }
    }
    if missing.count > 0 { throw missingArguments(callName(function), missing.slots, keywordOnly: true) }
  }

  private func tooManyForLibrary(_ function: Ref<NativeFunctionObject>, _ slots: Slots, _ positional: Int) -> Raised {
    let s = function.signature
    let hidden = function.passesSelf ? 1 : 0
    var keywordOnly = 0
    if s.keywordOnlyCount > 0 {
      for i in s.positionalCount..<slots.count where i != s.varKeywordsSlot && !slots[i].isNull { keywordOnly += 1 }
    }
    return tooManyPositional(
      callName(function), least: s.requiredCount - hidden, most: s.positionalCount - hidden, given: positional - hidden, keywordOnly: keywordOnly)
  }

  /// How messages about the arguments of a call name a function of the library.
  private func callName(_ function: Ref<NativeFunctionObject>) -> Value {
    has(.qualifiedNamesInCalls) ? function.qualifiedLibraryName : function.name
  }
}
