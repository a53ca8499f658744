// TypeErrors of calls whose arguments do not fit (CPython: Python/ceval.c, too_many_positional, missing_arguments).

extension Thread {
  /// `f() missing 2 required positional arguments: 'a' and 'b'`: the parameters among `slots` that are unset.
  @inline(never)
  func missingArguments(
    _ frame: Frame, _ function: Ref<FunctionObject>, _ missing: Int, _ slots: Range<Int>, keywordOnly: Bool
  ) -> Raised {
    do throws(Raised) {
      let names = function.code.localsPlusNames.unchecked(as: TupleObject.self).items
      let unset = try list()
      for slot in slots where frame.locals[slot].isNull { try append(unset, names[slot]) }
      return missingArguments(callName(function), unset.slots, keywordOnly: keywordOnly)
    } catch {
      return error
    }
  }

  /// The same for the parameters `names` of a function that is called `name`.
  @inline(never)
  func missingArguments(_ name: Value, _ names: Slots, keywordOnly: Bool) -> Raised {
    do throws(Raised) {
      var text = TextBuilder(self)
      try text.append(name)
      try text.append("() missing ")
      try text.append(decimal: names.count)
      try text.append(keywordOnly ? " required keyword-only argument" : " required positional argument")
      try text.append(names.count == 1 ? ": " : "s: ")
      for i in 0..<names.count {
        if i > 0 { try text.append(i < names.count - 1 ? ", " : names.count == 2 ? " and " : ", and ") }
        try text.append(try repr(names[i]))
      }
      return raise(self.types.typeError, message: try text.finish())
    } catch {
      return error
    }
  }

  /// `f() takes from 1 to 2 positional arguments but 3 were given`
  @inline(never)
  func tooManyPositional(_ frame: Frame, _ function: Ref<FunctionObject>, _ code: Ref<CodeObject>, _ given: Int) -> Raised {
    let parameters = code.argumentCount
    let defaults = function.defaults.isNull ? 0 : function.defaults.unchecked(as: TupleObject.self).count
    var keywordOnly = 0
    for slot in parameters..<parameters + code.keywordOnlyCount where !frame.locals[slot].isNull { keywordOnly += 1 }
    return tooManyPositional(callName(function), least: parameters - defaults, most: parameters, given: given, keywordOnly: keywordOnly)
  }

  /// The same for a function that is called `name` and takes from `least` to `most`.
  /// - Parameter keywordOnly: how many keyword-only arguments were given.
  @inline(never)
  func tooManyPositional(_ name: Value, least: Int, most: Int, given: Int, keywordOnly: Int) -> Raised {
    do throws(Raised) {
      var text = TextBuilder(self)
      try text.append(name)
      try text.append("() takes ")
      if least < most {
        try text.append("from ")
        try text.append(decimal: least)
        try text.append(" to ")
      }
      try text.append(decimal: most)
      try text.append(least < most || most != 1 ? " positional arguments but " : " positional argument but ")
      try text.append(decimal: given)
      if keywordOnly > 0 {
        try text.append(given == 1 ? " positional argument (and " : " positional arguments (and ")
        try text.append(decimal: keywordOnly)
        try text.append(keywordOnly == 1 ? " keyword-only argument)" : " keyword-only arguments)")
      }
      try text.append(given == 1 && keywordOnly == 0 ? " was given" : " were given")
      return raise(self.types.typeError, message: try text.finish())
    } catch {
      return error
    }
  }

  /// A keyword that names no parameter: it may name a positional-only one, or be a misspelling.
  @inline(never)
  func unexpectedKeyword(_ function: Ref<FunctionObject>, _ code: Ref<CodeObject>, _ keywords: Slots, _ name: Value) -> Raised {
    let names = code.localsPlusNames.unchecked(as: TupleObject.self).items
    let first = code.positionalOnlyCount
    return unexpectedKeyword(
      callName(function), positionalOnly: Slots(base: names, count: first),
      others: Slots(base: names + first, count: max(0, code.argumentCount + code.keywordOnlyCount - first)), keywords, name)
  }

  /// The same for a function that is called `function` and has these parameters.
  @inline(never)
  func unexpectedKeyword(_ function: Value, positionalOnly: Slots, others: Slots, _ keywords: Slots, _ name: Value) -> Raised {
    do throws(Raised) {
      let misused = try positionalOnlyKeywords(positionalOnly, keywords)
      if !misused.isNull {
        return raise(
          self.types.typeError, "%S() got some positional-only arguments passed as keyword arguments: '%S'", function, misused)
      }
      let closest = has(.keywordSuggestions) ? closestName(to: name, among: others) : .null
      if closest.isNull {
        return raise(self.types.typeError, "%S() got an unexpected keyword argument '%S'", function, name)
      }
      return raise(
        self.types.typeError, "%S() got an unexpected keyword argument '%S'. Did you mean '%S'?", function, name, closest)
    } catch {
      return error
    }
  }

  /// The names of `parameters` that occur among `keywords`, joined by commas; null if there are none.
  private func positionalOnlyKeywords(_ parameters: Slots, _ keywords: Slots) throws(Raised) -> Value {
    var text = TextBuilder(self)
    for i in 0..<parameters.count {
      for k in 0..<keywords.count where keywords[k].isKind(.str) && strEquals(parameters[i], keywords[k]) {
        if text.count > 0 { try text.append(", ") }
        try text.append(parameters[i])
      }
    }
    return text.count == 0 ? .null : try text.finish()
  }
}
