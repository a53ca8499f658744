extension Thread {
  /// A str from a template with the directives of `raise`.
  public func message(
    _ template: StaticString, _ a: Value = .null, _ b: Value = .null, _ c: Value = .null, _ d: Value = .null
  ) throws(Raised) -> Value {
    try format(template, a, b, c, d)
  }

  /// Fills in a message template of `raise`: the directives are described there. Arguments are taken in order;
  /// `%2S` takes the second and goes on behind it.
  public func format(_ template: StaticString, _ a: Value, _ b: Value, _ c: Value, _ d: Value) throws(Raised) -> Value {
    var out = TextBuilder(self)
    let text = template.utf8Start
    let end = template.utf8CodeUnitCount
    var argument = 0
    var k = 0
    var literalStart = 0
    while k < end {
      guard text[k] == UInt8(ascii: "%"), k + 1 < end else {
        k += 1
        continue
      }
      try out.append(utf8: UnsafeBufferPointer(start: text + literalStart, count: k - literalStart))
      var directive = text[k + 1]
      if directive >= UInt8(ascii: "1"), directive <= UInt8(ascii: "4"), k + 2 < end {
        argument = Int(directive - UInt8(ascii: "1"))
        k += 1
        directive = text[k + 1]
      }
      k += 2
      literalStart = k
      if directive == UInt8(ascii: "%") {
        try out.append(codePoint: 37)
        continue
      }
      let value = argument == 0 ? a : argument == 1 ? b : argument == 2 ? c : d
      argument += 1
      try append(directive: directive, of: value, to: &out)
    }
    try out.append(utf8: UnsafeBufferPointer(start: text + literalStart, count: end - literalStart))
    return try out.finish()
  }

  private func append(directive: UInt8, of value: Value, to out: inout TextBuilder) throws(Raised) {
    switch directive {
    case UInt8(ascii: "T"): try append(nameOf: typeOf(value), to: &out)
    case UInt8(ascii: "B"):
      if value.isNone { return try out.append("None") }
      try append(nameOf: typeOf(value), to: &out)
    case UInt8(ascii: "F"): try out.append(try fullName(of: typeOf(value)))
    case UInt8(ascii: "R"): try out.append(try repr(value))
    case UInt8(ascii: "S"): try out.append(value.isKind(.str) ? value : try str(of: value))
    case UInt8(ascii: "A"): try out.append(try ascii(value))
    default: try append(nameOf: value, to: &out)
    }
  }

  /// The name of a type in messages (`tp_name`): `__name__`, with the module in front for native types of other modules than builtins.
  func append(nameOf type: Ref<TypeObject>, to out: inout TextBuilder) throws(Raised) {
    if !type.flags.contains(.heap) {
      let module = moduleName(of: type)
      if module.isKind(.str), !strEquals(module, name(.builtins)) {
        try out.append(module)
        try out.append(codePoint: 46)
      }
    }
    try out.append(type.name)
  }

  /// The qualified name of a type with its module, which is left out if it is builtins or `__main__`.
  public func fullName(of type: Ref<TypeObject>) throws(Raised) -> Value {
    let module = moduleName(of: type)
    if !module.isKind(.str) || strEquals(module, name(.builtins)) || strEquals(module, "__main__") { return type.qualifiedName }
    return try message("%S.%S", module, type.qualifiedName)
  }

  /// The `__name__` of a type, function or module, for messages; the repr of anything else.
  private func append(nameOf value: Value, to out: inout TextBuilder) throws(Raised) {
    switch value.kind {
    case .type: try append(nameOf: value.unchecked(as: TypeObject.self), to: &out)
    case .function: try out.append(value.unchecked(as: FunctionObject.self).name)
    case .nativeFunction: try out.append(value.unchecked(as: NativeFunctionObject.self).name)
    case .str: try out.append(value)
    default: try out.append(try repr(value))
    }
  }
}
