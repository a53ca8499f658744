extension Thread {
  /// Calls a native function with positional arguments only.
  @inline(__always)
  public func callNative(_ function: Ref<NativeFunctionObject>, _ arguments: Slots) throws(Raised) -> Value {
    if _fastPath(function.exactCount == arguments.count && !function.passesSelf && acceptsReceiver(function, arguments)) {
      return try function.body(self, arguments)
    }
    return try callNative(function, arguments: arguments, keywordNames: .null)
  }

  /// A method descriptor is called with an object of its type first.
  @inline(__always)
  private func acceptsReceiver(_ function: Ref<NativeFunctionObject>, _ arguments: Slots) -> Bool {
    if function.owner.isNone { return true }
    guard arguments.count > 0 else { return false }
    // A builtin function with an owner is a `__new__`: its first argument is the class.
    if function.header.type == self.types.builtinFunction { return arguments[0] == Value(function.owner) }
    if function.header.type == self.types.classMethodDescriptor { return false }
    return typeOf(arguments[0]) == function.owner
  }

  /// Calls a native function; the last arguments are the values of `keywordNames` (a tuple, or null).
  @inline(never)
  public func callNative(_ function: Ref<NativeFunctionObject>, arguments: Slots, keywordNames: Value) throws(Raised) -> Value {
    if function.exactCount == -2 { _ = try SignatureParser.parse(self, function) }
    if _fastPath(keywordNames.isNull && takesDefaults(function, arguments)) { return try callWithDefaults(function, arguments) }
    let base = self.stackTop
    defer { self.stackTop = base }
    var given = arguments
    if function.passesSelf {
      // Bound: the receiver goes before the arguments.
      try reserveStack(arguments.count + 1)
      base[0] = function.boundSelf
      for i in 0..<arguments.count { base[i + 1] = arguments[i] }
      given = Slots(base: base, count: arguments.count + 1)
      self.stackTop = base + given.count
    } else {
      try checkReceiver(function, Slots(base: arguments.base, count: arguments.count - keywordCount(keywordNames)))
    }
    if keywordNames.isNull && function.exactCount == given.count { return try function.body(self, given) }
    let bound = try bindNativeArguments(function, given, keywordNames)
    return try function.body(self, bound)
  }

  /// Whether the arguments are the first of parameters of which the others have defaults, and nothing else is to be checked.
  @inline(__always)
  private func takesDefaults(_ function: Ref<NativeFunctionObject>, _ arguments: Slots) -> Bool {
    if function.passesSelf || function.exactCount != -1 { return false }
    let s = function.signature
    return s.keywordOnlyCount == 0 && s.varArgsSlot < 0 && s.varKeywordsSlot < 0 && arguments.count >= s.requiredCount
      && arguments.count <= s.positionalCount && acceptsReceiver(function, arguments)
  }

  @inline(__always)
  private func callWithDefaults(_ function: Ref<NativeFunctionObject>, _ arguments: Slots) throws(Raised) -> Value {
    let s = function.signature
    let count = s.slotCount
    let base = self.stackTop
    try reserveStack(count)
    var i = 0
    while i < arguments.count {
      base[i] = arguments[i]
      i &+= 1
    }
    let defaults = s.defaults.unchecked(as: TupleObject.self).items
    while i < count {
      base[i] = defaults[i]
      i &+= 1
    }
    self.stackTop = base + count
    defer { self.stackTop = base }
    return try function.body(self, Slots(base: base, count: count))
  }

  /// Parses the signature now in place of at the first call, for owners that adjust what it says.
  /// - Parameter receivers: how many of the first parameters do not count in messages; nil: as the signature says.
  public func parseSignature(_ function: Ref<NativeFunctionObject>, receivers: Int? = nil) throws(Raised) {
    if function.exactCount == -2 { _ = try SignatureParser.parse(self, function) }
    if let receivers { function.signature.receiverCount = receivers }
  }

  /// RecursionError unless `count` more words fit the VM stack.
  @inline(__always)
  public func reserveStack(_ count: Int) throws(Raised) {
    if _slowPath(self.stackTop + count > self.stackEnd) {
      throw raise(self.types.recursionError, "maximum recursion depth exceeded")
    }
  }

  private func keywordCount(_ names: Value) -> Int { names.isNull ? 0 : names.unchecked(as: TupleObject.self).count }

  /// Checks the first of the positional arguments.
  private func checkReceiver(_ function: Ref<NativeFunctionObject>, _ arguments: Slots) throws(Raised) {
    let type = function.header.type
    if type == self.types.builtinFunction && !function.owner.isNone && function.name == self.name(.__new__) {
      return try checkConstructed(function, arguments)
    }
    if type == self.types.libraryFunction { return try checkLibraryReceiver(function, arguments) }
    guard type == self.types.methodDescriptor || type == self.types.wrapperDescriptor || type == self.types.classMethodDescriptor else { return }
    let isWrapper = type == self.types.wrapperDescriptor
    guard arguments.count > 0 else {
      if type != self.types.methodDescriptor {
        throw raise(self.types.typeError, "descriptor '%S' of '%N' object needs an argument", function.name, Value(function.owner))
      }
      throw raise(.methodWithoutArgument, function.owner.name, function.name, Value(function.owner))
    }
    if type == self.types.classMethodDescriptor { return try checkClass(function, arguments[0]) }
    if isInstance(arguments[0], of: function.owner) { return }
    if isWrapper {
      throw raise(
        self.types.typeError, "descriptor '%S' requires a '%N' object but received a '%T'", function.name, Value(function.owner), arguments[0])
    }
    throw raise(
      self.types.typeError, "descriptor '%S' for '%N' objects doesn't apply to a '%T' object", function.name, Value(function.owner),
      arguments[0])
  }

  /// A class method's descriptor, called itself, takes its type or a subtype first.
  private func checkClass(_ function: Ref<NativeFunctionObject>, _ cls: Value) throws(Raised) {
    guard cls.isKind(.type) else {
      throw raise(.classMethodOfOther, function.name, Value(function.owner), cls)
    }
    guard isSubtype(cls.unchecked(), function.owner) else {
      throw raise(
        self.types.typeError, "descriptor '%S' requires a subtype of '%N' but received '%N'", function.name, Value(function.owner), cls)
    }
  }

  /// `__new__` of a native type makes only instances of classes with its layout.
  private func checkConstructed(_ function: Ref<NativeFunctionObject>, _ arguments: Slots) throws(Raised) {
    let owner = function.owner
    guard arguments.count > 0 else { throw raise(self.types.typeError, "%N.__new__(): not enough arguments", Value(owner)) }
    guard arguments[0].isKind(.type) else {
      throw raise(self.types.typeError, "%N.__new__(X): X is not a type object (%T)", Value(owner), arguments[0])
    }
    let type: Ref<TypeObject> = arguments[0].unchecked()
    guard isSubtype(type, owner) else {
      throw raise(self.types.typeError, "%N.__new__(%N): %N is not a subtype of %N", Value(owner), Value(type), Value(type), Value(owner))
    }
    let native = nativeBase(type)
    guard native == owner || isSameFunction(lookup(native, .__new__), Value(function)) else {
      // The first class whose `__new__` is native, its own or inherited.
      var safe = type
      while !lookup(safe, .__new__).isKind(.nativeFunction), !safe.base.isNone { safe = safe.base }
      throw raise(self.types.typeError, "%N.__new__(%N) is not safe, use %N.__new__()", Value(owner), Value(type), Value(safe))
    }
  }

  /// Puts the arguments into the slots of the signature, on the VM stack behind `stackTop` (which moves).
  private func bindNativeArguments(_ function: Ref<NativeFunctionObject>, _ arguments: Slots, _ keywordNames: Value) throws(Raised) -> Slots {
    let s = function.signature
    var keywords = keywordNames.isNull ? 0 : keywordNames.unchecked(as: TupleObject.self).count
    let positional = arguments.count - keywords
    try reserveStack(s.slotCount)
    let slots = Slots(base: self.stackTop, count: s.slotCount)
    for i in 0..<s.slotCount { slots[i] = .null }
    self.stackTop += s.slotCount
    if function.header.type == self.types.libraryFunction {
      try bindLibraryArguments(function, slots, arguments, keywordNames)
      return slots
    }
    let binder = NativeBinder(t: self, function: function, signature: s, slots: slots)
    if keywords > 0, binder.ignoresKeywords(arguments) { keywords = 0 }
    if keywords > 0 {
      try binder.checkTakesKeywords()
      try binder.checkTotal(positional, keywords)
      if has(.keywordsCheckedByCallee) { try binder.checkKeywordTypes(keywordNames.unchecked()) }
    }
    let direct = min(positional, s.positionalCount)
    for i in 0..<direct { slots[i] = arguments[i] }
    if positional > s.positionalCount && s.varArgsSlot < 0 { throw binder.wrongCount(positional, keywords) }
    if s.varArgsSlot >= 0 {
      slots[s.varArgsSlot] = try tuple(copying: Slots(base: arguments.base + direct, count: positional - direct))
    }
    if s.varKeywordsSlot >= 0 { slots[s.varKeywordsSlot] = Value(try dict()) }
    if keywords == 0 {
      try binder.fillDefaults(positional: positional, keywords: 0)
      return slots
    }
    let names: Ref<TupleObject> = keywordNames.unchecked()
    try binder.bindKeywords(names, Slots(base: arguments.base + positional, count: keywords), positional: positional)
    try binder.fillDefaults(positional: positional, keywords: keywords)
    try binder.checkKeywords(names, positional: positional)
    if s.keywordCountSlot >= 0 { slots[s.keywordCountSlot] = Value(small: keywords) }
    return slots
  }
}

/// One binding of arguments to the slots of a native signature. Messages are those of CPython's Python/getargs.c and Objects/call.c.
private struct NativeBinder {
  let t: Thread
  let function: Ref<NativeFunctionObject>
  let signature: Ref<SignatureObject>
  let slots: Slots

  var typeError: Ref<TypeObject> { t.types.typeError }
  /// Parameters and arguments in messages do not count the receiver.
  var receiver: Int { signature.receiverCount }
  /// Constructors are named after their class.
  var isConstructor: Bool { !function.owner.isNone && (function.name == t.name(.__new__) || function.name == t.name(.__init__)) }
  var name: Value { isConstructor ? constructorName : isCodeReplacement ? t.name(.replace) : signature.functionName }

  /// `replace` and `__replace__` of code objects are one function.
  private var isCodeReplacement: Bool { function.owner == t.types.code && t.strEquals(function.name, "__replace__") }

  /// Most constructors are called as their class; sets as the class that is made; some by the name of the C function.
  private var constructorName: Value {
    let owner = function.owner
    let types = t.types
    if owner == types.set || owner == types.frozenset {
      if slots.count == 0 || slots[0].isNull { return owner.name }
      return slots[0].isKind(.type) ? slots[0].unchecked(as: TypeObject.self).name : t.typeOf(slots[0]).name
    }
    var given: StaticString?
    if owner == types.traceback, !t.has(.tracebackConstructorByName) { given = "TracebackType" }
    if owner.instanceKind == .tuple, owner != types.tuple, !owner.flags.contains(.heap) { given = "structseq" }
    if owner == types.typeVar { given = "typevar" }
    if owner == types.paramSpec { given = "paramspec" }
    if owner == types.typeVarTuple { given = "typevartuple" }
    if owner == types.typeAliasType { given = "typealias" }
    guard let given else { return owner.name }
    do throws(Raised) { return try t.str(given) } catch {
      _ = t.takeException()
      return owner.name
    }
  }
  var takesNoKeywords: Bool {
    signature.positionalOnlyCount == signature.positionalCount && signature.keywordOnlyCount == 0 && signature.varKeywordsSlot < 0
      && signature.parsing != .keywords
  }

  /// int and str look at the number of positional arguments before they parse them (their `tp_vectorcall`); so does sorted().
  var countsArgumentsFirst: Bool {
    let owner = function.owner
    if owner.isNone { return t.strEquals(function.name, "sorted") }
    return isConstructor && (owner == t.types.int || owner == t.types.str) && t.has(.textAndIntByVectorcall)
      && (slots.count == 0 || slots[0].isNull || slots[0] == Value(owner))
  }

  /// min() and max() look for an argument before they look at keywords.
  private var needsArgument: Bool { function.owner.isNone && (t.strEquals(function.name, "min") || t.strEquals(function.name, "max")) }

  private var refusesKeywords: Bool {
    let s = signature
    return max(s.positionalOnlyCount, receiver) == s.positionalCount && s.keywordOnlyCount == 0 && s.varKeywordsSlot < 0
      && s.parsing != .keywords
  }

  /// Constructors that take no keywords leave those of a subclass to its own constructors (CPython: `_PyArg_NoKeywords` behind a test of the type).
  func ignoresKeywords(_ arguments: Slots) -> Bool {
    guard isConstructor, refusesKeywords, arguments.count > 0 else { return false }
    if function.name == t.name(.__new__) {
      return arguments[0].isKind(.type) && t.ignoresKeywords(arguments[0].unchecked(), of: function.owner, .__init__)
    }
    return function.owner == t.types.list && t.ignoresKeywords(t.typeOf(arguments[0]), of: function.owner, .__new__)
  }

  /// Keywords for a function without parameters that can be given by name are refused before arguments are counted.
  func checkTakesKeywords() throws(Raised) {
    let s = signature
    guard refusesKeywords else { return }
    if isWrapper && !isConstructor { throw t.raise(typeError, "wrapper %S() takes no keyword arguments", function.name) }
    // Bound functions that get a tuple know their plain name only.
    let isPlain = s.parsing != .direct && s.parsing != .stack && (function.passesSelf || function.owner.isNone)
    throw t.raise(typeError, "%S() takes no keyword arguments", isPlain ? name : try qualifiedName())
  }

  /// Keywords are strs, but for functions that only pass them on.
  func checkKeywordTypes(_ names: Ref<TupleObject>) throws(Raised) {
    if function.name == t.name(.__call__) || function.name == t.name(.__prepare__) || function.owner == t.types.object || function.owner == t.types.type {
      return
    }
    for i in 0..<names.count where !names.items[i].isKind(.str) { throw t.raise(typeError, "keywords must be strings") }
  }

  /// Arguments are counted in all before keywords are looked at.
  func checkTotal(_ positional: Int, _ keywords: Int) throws(Raised) {
    let total = signature.positionalCount - receiver + signature.keywordOnlyCount
    let given = positional - receiver + keywords
    guard given > total, signature.varArgsSlot < 0, signature.varKeywordsSlot < 0 else { return }
    // The word keeps the message true for a function that is given too many keywords only.
    let kind = try t.str(positional == receiver ? "keyword " : "")
    throw t.raise(
      typeError, total == 1 ? "%S takes at most %S %Sargument (%S given)" : "%S takes at most %S %Sarguments (%S given)", try subject(),
      try number(total), kind, try number(given))
  }

  /// Whether it is the method of a slot.
  private var isWrapper: Bool { function.header.type == t.types.wrapperDescriptor || function.header.type == t.types.methodWrapper }

  func bindKeywords(_ names: Ref<TupleObject>, _ values: Slots, positional: Int) throws(Raised) {
    for k in 0..<names.count {
      let keyword = names.items[k]
      let slot = slotOf(keyword)
      if slot >= 0 {
        if slot >= min(positional, signature.positionalCount) { slots[slot] = values[k] }
      } else if signature.varKeywordsSlot >= 0 {
        try t.dictSet(slots[signature.varKeywordsSlot].unchecked(), keyword, values[k])
      }
    }
  }

  /// Keywords that could not be bound are complained of after missing arguments.
  func checkKeywords(_ names: Ref<TupleObject>, positional: Int) throws(Raised) {
    if positional == 0, needsArgument { throw t.raise(.extremeWithoutArgument, name) }
    var unexpected = Value.null
    for k in 0..<names.count {
      let keyword = names.items[k]
      let slot = slotOf(keyword)
      if slot < 0 {
        if signature.varKeywordsSlot < 0 && unexpected.isNull { unexpected = keyword }
      } else if slot < min(positional, signature.positionalCount) {
        throw t.raise(
          typeError, "argument for %S given by name ('%S') and position (%S)", try subject(), keyword, try number(slot - receiver + 1))
      }
    }
    if unexpected.isNull { return }
    if signature.parsing == .namelessTuple {
      throw t.raise(typeError, "'%S' is an invalid keyword argument for this function", unexpected)
    }
    let known: Ref<TupleObject> = signature.names.unchecked()
    let candidates = try t.list()
    for i in max(receiver, signature.positionalOnlyCount)..<known.count where i != signature.varArgsSlot && i != signature.varKeywordsSlot {
      if !known.items[i].isNull { try t.append(candidates, known.items[i]) }
    }
    throw t.unexpectedNativeKeyword(unexpected, of: name, among: candidates.slots)
  }

  private func slotOf(_ keyword: Value) -> Int {
    if signature.positionalOnlyCount == signature.positionalCount && signature.keywordOnlyCount == 0 { return -1 }
    let names: Ref<TupleObject> = signature.names.unchecked()
    let first = max(receiver, signature.positionalOnlyCount)
    if first >= names.count { return -1 }
    for i in first..<names.count where i != signature.varArgsSlot && i != signature.varKeywordsSlot {
      let name = names.items[i]
      if name == keyword || (!name.isNull && t.strEquals(name, keyword)) { return i }
    }
    return -1
  }

  func fillDefaults(positional: Int, keywords: Int) throws(Raised) {
    let defaults: Ref<TupleObject> = signature.defaults.unchecked()
    for i in 0..<slots.count where slots[i].isNull {
      if i < signature.requiredCount { throw missing(i, positional, keywords) }
      if defaults.items[i] == .notImplemented {
        throw t.raise(typeError, "%S() missing required keyword-only argument '%S'", name, parameterName(i))
      }
      slots[i] = defaults.items[i]
    }
  }

  private func parameterName(_ i: Int) -> Value { signature.names.unchecked(as: TupleObject.self).items[i] }

  private func missing(_ i: Int, _ positional: Int, _ keywords: Int) -> Raised {
    if i < signature.positionalOnlyCount || i < receiver { return wrongCount(positional, keywords) }
    do throws(Raised) {
      return t.raise(
        typeError, "%S missing required argument '%S' (pos %S)", try subject(), parameterName(i), try number(i - receiver + 1))
    } catch {
      return error
    }
  }

  /// Too many or too few positional arguments: the wording depends on how CPython would declare such a function.
  func wrongCount(_ positional: Int, _ keywords: Int) -> Raised {
    do throws(Raised) {
      let given = try number(positional - receiver)
      let least = max(0, signature.requiredCount - receiver)
      let most = signature.positionalCount - receiver
      if takesNoKeywords || (keywords == 0 && countsArgumentsFirst) {
        return try wrongPositionalOnlyCount(given, positional - receiver, least, most)
      }
      if positional - receiver > most {
        let total = most + signature.keywordOnlyCount
        if most == 0, positional - receiver <= total || signature.varKeywordsSlot >= 0 {
          return t.raise(typeError, "%S() takes no positional arguments", name)
        }
        if signature.keywordOnlyCount > 0 && positional - receiver <= total {
          return t.raise(
            typeError, most == 1 ? "%S() takes %S %S positional argument (%S given)" : "%S() takes %S %S positional arguments (%S given)",
            name, try t.str(least < most ? "at most" : "exactly"), try number(most), given)
        }
        return t.raise(
          typeError, total == 1 ? "%S takes at most %S argument (%S given)" : "%S takes at most %S arguments (%S given)", try subject(),
          try number(total), try number(positional - receiver + keywords))
      }
      let minimum = signature.positionalOnlyCount - receiver
      let needed = min(least, minimum)
      return t.raise(
        typeError,
        needed == 1 ? "%S() takes %S %S positional argument (%S given)" : "%S() takes %S %S positional arguments (%S given)", name,
        try t.str(needed < most ? "at least" : "exactly"), try number(needed), given)
    } catch {
      return error
    }
  }

  private func wrongPositionalOnlyCount(_ given: Value, _ count: Int, _ least: Int, _ most: Int) throws(Raised) -> Raised {
    let unlimited = signature.varArgsSlot >= 0
    if [.tuple, .namelessTuple, .stack].contains(signature.parsing) { return try wrongTupleCount(given, count, least, most) }
    if isWrapper, !isConstructor, !unlimited { return try wrongSlotCount(given, count, least, most) }
    if least == most && !unlimited && !isConstructor {
      if most == 0 { return t.raise(typeError, "%S() takes no arguments (%S given)", try qualifiedName(), given) }
      if most == 1 { return t.raise(typeError, "%S() takes exactly one argument (%S given)", try qualifiedName(), given) }
    }
    let limit = count < least ? least : most
    let form: StaticString
    switch (least == most && !unlimited, count < least, limit == 1) {
    case (true, _, true): form = "%S expected %S argument, got %S"
    case (true, _, false): form = "%S expected %S arguments, got %S"
    case (false, true, true): form = "%S expected at least %S argument, got %S"
    case (false, true, false): form = "%S expected at least %S arguments, got %S"
    case (false, false, true): form = "%S expected at most %S argument, got %S"
    case (false, false, false): form = "%S expected at most %S arguments, got %S"
    }
    return t.raise(typeError, form, name, try number(limit), given)
  }

  /// The words of PyArg_ParseTuple.
  private func wrongTupleCount(_ given: Value, _ count: Int, _ least: Int, _ most: Int) throws(Raised) -> Raised {
    let limit = count < least ? least : most
    let bound = try t.str(least == most ? "exactly" : count < least ? "at least" : "at most")
    return t.raise(
      typeError, limit == 1 ? "%S takes %S %S argument (%S given)" : "%S takes %S %S arguments (%S given)", try subject(), bound, try number(limit), given)
  }

  /// Most slots' wrappers count arguments themselves; those of some let PyArg_UnpackTuple do it, for a function with an empty name.
  private func wrongSlotCount(_ given: Value, _ count: Int, _ least: Int, _ most: Int) throws(Raised) -> Raised {
    if unpacksArguments, t.has(.namedSlotArguments) { return try wrongNamedSlotCount(given, count, least, most) }
    let limit = count < least ? least : most
    let form: StaticString
    switch (unpacksArguments, least == most, count < least, limit == 1) {
    case (false, _, _, true): form = "expected %S argument, got %S"
    case (false, _, _, false): form = "expected %S arguments, got %S"
    case (true, true, _, true): form = " expected %S argument, got %S"
    case (true, true, _, false): form = " expected %S arguments, got %S"
    case (true, false, true, true): form = " expected at least %S argument, got %S"
    case (true, false, true, false): form = " expected at least %S arguments, got %S"
    case (true, false, false, true): form = " expected at most %S argument, got %S"
    case (true, false, false, false): form = " expected at most %S arguments, got %S"
    }
    return t.raise(typeError, form, try number(limit), given)
  }

  /// The same where all slots' wrappers count arguments themselves, or let PyArg_UnpackTuple do it for a function with a name.
  private func wrongNamedSlotCount(_ given: Value, _ count: Int, _ least: Int, _ most: Int) throws(Raised) -> Raised {
    if function.name == t.name(.__pow__) || function.name == t.name(.__rpow__) {
      return t.raise(typeError, "expected 1 or 2 arguments, got %S", given)
    }
    let isBuffer = function.name == t.name(.__buffer__) || function.name == t.name(.__release_buffer__)
    if isBuffer { return t.raise(typeError, "%S expected 1 argument, got %S", function.name, given) }
    if least == most && most == 1 { return t.raise(typeError, "expected 1 argument, got %S", given) }
    let form: StaticString =
      least == most ? "%S expected %S arguments, got %S"
      : count > least ? "%S expected at most %S arguments, got %S" : "%S expected at least %S argument, got %S"
    return t.raise(typeError, form, function.name, try number(count < least ? least : most), given)
  }

  /// Slots whose wrapper uses PyArg_UnpackTuple; `*` does only for sequences, whose slot is another than that of numbers.
  private var unpacksArguments: Bool {
    let name = function.name
    for slot in [Name.__setattr__, .__setitem__, .__get__, .__set__, .__pow__, .__rpow__, .__ipow__, .__buffer__, .__release_buffer__] where name == t.name(slot) { return true }
    guard name == t.name(.__mul__) || name == t.name(.__rmul__) || name == t.name(.__imul__) else { return false }
    switch function.owner.instanceKind {
    case .int, .float, .complex: return false
    default: return true
    }
  }

  /// `list.append`, `len`, `math.sin`: what messages call a function that takes no keywords.
  private func qualifiedName() throws(Raised) -> Value {
    if isConstructor || !t.has(.qualifiedNativeNames) { return name }
    let isBound = function.passesSelf && function.header.type == t.types.builtinFunction
    // What a module has inherited looks like its functions.
    if isBound, function.boundSelf.isKind(.module) { return name }
    if function.boundSelf.isKind(.type) && !function.owner.isNone && (isBound || !t.isSubtype(function.owner, t.types.type)) {
      return try t.concatenate(function.boundSelf.unchecked(as: TypeObject.self).qualifiedName, ".", function.name)
    }
    if isBound {
      return try t.concatenate(t.typeOf(function.boundSelf).qualifiedName, ".", function.name)
    }
    if !function.owner.isNone { return try t.concatenate(function.owner.name, ".", function.name) }
    if !function.module.isKind(.str) || t.strEquals(function.module, t.name(.builtins)) { return name }
    return try t.concatenate(function.module, ".", function.name)
  }

  /// `split()`, or `function` where PyArg_ParseTuple is not told the name.
  private func subject() throws(Raised) -> Value {
    signature.parsing == .namelessTuple ? try t.str("function") : try t.message("%S()", name)
  }

  private func number(_ n: Int) throws(Raised) -> Value { try t.int(n) }
}
