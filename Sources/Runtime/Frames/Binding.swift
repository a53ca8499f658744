// Arguments of a call to the parameters of a Python function (language reference 6.3.4; CPython: Python/ceval.c, initialize_locals).
// Slots of the frame: positional parameters, keyword-only parameters, *args, **kwargs, other variables.

extension Thread {
  /// Pushes the frame of a call with its parameters bound. TypeError if the arguments do not fit the parameters; then no frame stays.
  @inline(never)
  func bindFrame(_ function: Ref<FunctionObject>, _ arguments: Arguments) throws(Raised) -> Frame {
    let code = function.code
    let count = arguments.count
    if _fastPath(code.simpleArgumentCount == count && arguments.names.isNull) {
      let frame = try pushFrame(function, code, initialized: count)
      fillPositional(frame, arguments, count)
      return frame
    }
    let frame = try pushFrame(function, code)
    if !code.flags.contains(.optimized) { frame.namespace = Value(function.globals) }
    do throws(Raised) {
      try bind(frame, function, code, arguments)
      if _slowPath(code.traits.contains(.preparedByCall)) { try prepare(frame, code) }
    } catch {
      if frame.flags.contains(.hasObject) { frame.frameObject.unchecked(as: FrameObject.self).live = .none }
      dropFrame(frame)
      throw error
    }
    return frame
  }

  @inline(__always)
  private func fillPositional(_ frame: Frame, _ arguments: Arguments, _ count: Int) {
    var locals = frame.locals
    var rest = count
    if !arguments.me.isNull && rest > 0 {
      locals[0] = arguments.me
      locals += 1
      rest &-= 1
    }
    var i = 0
    while i < rest {
      locals[i] = arguments.positional[i]
      i &+= 1
    }
  }

  private func bind(
    _ frame: Frame, _ function: Ref<FunctionObject>, _ code: Ref<CodeObject>, _ arguments: Arguments
  ) throws(Raised) {
    let given = arguments.count
    let parameters = code.argumentCount
    let total = parameters + code.keywordOnlyCount
    let hasVarArgs = code.flags.contains(.variadicPositional)
    fillPositional(frame, arguments, min(given, parameters))
    if hasVarArgs {
      let rest = try tuple(count: max(0, given - parameters))
      for i in 0..<rest.count { rest.items[i] = arguments[parameters + i] }
      frame.locals[total] = rest.count == 0 ? self.interpreter.emptyTuple : Value(rest)
    }
    var extra = Ref<DictObject>.none
    if code.flags.contains(.variadicKeywords) {
      extra = try dict()
      frame.locals[total + (hasVarArgs ? 1 : 0)] = Value(extra)
    }
    if !arguments.names.isNull { try bindKeywords(frame, function, code, arguments, extra) }
    if given > parameters && !hasVarArgs { throw tooManyPositional(frame, function, code, given) }
    if given < parameters { try fillDefaults(frame, function, code, given) }
    if code.keywordOnlyCount > 0 { try fillKeywordDefaults(frame, function, code) }
  }

  private func bindKeywords(
    _ frame: Frame, _ function: Ref<FunctionObject>, _ code: Ref<CodeObject>, _ arguments: Arguments, _ extra: Ref<DictObject>
  ) throws(Raised) {
    let names = arguments.names.unchecked(as: TupleObject.self).slots
    for i in 0..<names.count {
      let name = names[i]
      guard name.isKind(.str) else {
        throw raise(self.types.typeError, "%S() keywords must be strings", callName(function))
      }
      let slot = keywordSlot(code, name)
      if slot < 0 {
        if extra.isNone { throw unexpectedKeyword(function, code, names, name) }
        try dictSet(extra, name, arguments.values[i])
        continue
      }
      if !frame.locals[slot].isNull {
        throw raise(self.types.typeError, "%S() got multiple values for argument '%S'", callName(function), name)
      }
      frame.locals[slot] = arguments.values[i]
    }
  }

  /// The slot of the parameter that a keyword names, -1 if none: by identity first, since names are interned.
  private func keywordSlot(_ code: Ref<CodeObject>, _ name: Value) -> Int {
    let names = code.localsPlusNames.unchecked(as: TupleObject.self).items
    let total = code.argumentCount + code.keywordOnlyCount
    for slot in code.positionalOnlyCount..<max(total, code.positionalOnlyCount) where names[slot] == name { return slot }
    for slot in code.positionalOnlyCount..<max(total, code.positionalOnlyCount) where strEquals(names[slot], name) { return slot }
    return -1
  }

  private func fillDefaults(_ frame: Frame, _ function: Ref<FunctionObject>, _ code: Ref<CodeObject>, _ given: Int) throws(Raised) {
    let parameters = code.argumentCount
    let defaults = function.defaults.isNull ? 0 : function.defaults.unchecked(as: TupleObject.self).count
    let required = max(0, parameters - defaults)
    var missing = 0
    for slot in min(given, required)..<required where frame.locals[slot].isNull { missing += 1 }
    if missing > 0 { throw missingArguments(frame, function, missing, given..<required, keywordOnly: false) }
    for slot in max(given, required)..<parameters where frame.locals[slot].isNull {
      frame.locals[slot] = function.defaults.unchecked(as: TupleObject.self).items[slot - parameters + defaults]
    }
  }

  private func fillKeywordDefaults(_ frame: Frame, _ function: Ref<FunctionObject>, _ code: Ref<CodeObject>) throws(Raised) {
    let names = code.localsPlusNames.unchecked(as: TupleObject.self).items
    let slots = code.argumentCount..<code.argumentCount + code.keywordOnlyCount
    var missing = 0
    for slot in slots where frame.locals[slot].isNull {
      if !function.keywordDefaults.isNull {
        frame.locals[slot] = try dictGet(function.keywordDefaults.unchecked(), names[slot])
      }
      if frame.locals[slot].isNull { missing += 1 }
    }
    if missing > 0 { throw missingArguments(frame, function, missing, slots, keywordOnly: true) }
  }
}
