// The reprs of objects that are parts of programs: types, functions, modules, frames; and of plain instances.

extension Thread {
  /// `<module.Name object at 0x...>`: `object.__repr__`.
  public func appendObjectRepr(_ v: Value, to out: inout TextBuilder) throws(Raised) {
    try out.append(codePoint: 60)
    try append(qualifiedNameOf: typeOf(v), to: &out)
    try out.append(" object at ")
    try out.append(address: v.bits)
    try out.append(codePoint: 62)
  }

  /// `module.qualname`, the bare qualname for builtins.
  public func append(qualifiedNameOf type: Ref<TypeObject>, to out: inout TextBuilder) throws(Raised) {
    let module = moduleName(of: type)
    if !module.isNull, !strEquals(module, name(.builtins)) {
      try out.append(module)
      try out.append(codePoint: 46)
    }
    try out.append(type.qualifiedName)
  }

  /// `__module__` of a class if it is a str, else null. Native types have the part of their name before the last dot; where the namespace holds
  /// the descriptor for instances' `__module__` (type variables), it is in `nativeData`.
  public func moduleName(of type: Ref<TypeObject>) -> Value {
    let module = dictGet(type.dict, interned: name(.__module__))
    if module.isKind(.str) { return module }
    let isNative = !type.flags.contains(.heap)
    return isNative && type.nativeData.isKind(.str) ? type.nativeData : .null
  }

  func appendType(_ type: Ref<TypeObject>, to out: inout TextBuilder) throws(Raised) {
    try out.append("<class '")
    try append(qualifiedNameOf: type, to: &out)
    try out.append("'>")
  }

  /// `<prefix name at 0x...>`
  private func appendNamed(_ prefix: StaticString, _ name: Value, _ v: Value, to out: inout TextBuilder) throws(Raised) {
    try out.append(codePoint: 60)
    try out.append(prefix)
    try out.append(codePoint: 32)
    try out.append(name)
    try out.append(" at ")
    try out.append(address: v.bits)
    try out.append(codePoint: 62)
  }

  func appendObjectOfCode(_ v: Value, to out: inout TextBuilder) throws(Raised) {
    switch v.object.kind {
    case .function: try appendNamed("function", v.unchecked(as: FunctionObject.self).qualifiedName, v, to: &out)
    case .nativeFunction: try appendNativeFunction(v.unchecked(), to: &out)
    case .boundMethod: try appendBoundMethod(v.unchecked(), to: &out)
    case .memberDescriptor:
      let member: Ref<MemberDescriptorObject> = v.unchecked()
      try appendDescriptor("member", member.name, member.owner, to: &out)
    case .getSetDescriptor:
      let attribute: Ref<GetSetDescriptorObject> = v.unchecked()
      try appendDescriptor(attribute.header.type == self.types.memberDescriptor ? "member" : "attribute", attribute.name, attribute.owner, to: &out)
    case .classMethod where !has(.shownMethodWrappers), .staticMethod where !has(.shownMethodWrappers): try appendObjectRepr(v, to: &out)
    case .classMethod, .staticMethod:
      try out.append(v.object.kind == .classMethod ? "<classmethod(" : "<staticmethod(")
      try appendRepr(v.unchecked(as: MethodWrapperObject.self).function, to: &out)
      try out.append(")>")
    case .module: try appendModule(v.unchecked(), to: &out)
    case .code: try appendCode(v.unchecked(), to: &out)
    case .frame: try appendFrame(v.unchecked(), to: &out)
    case .cell: try appendCell(v.unchecked(), to: &out)
    case .superObject: try appendSuper(v.unchecked(), to: &out)
    case .generator: try appendNamed("generator object", v.unchecked(as: GeneratorObject.self).qualifiedName, v, to: &out)
    case .coroutine: try appendNamed("coroutine object", v.unchecked(as: GeneratorObject.self).qualifiedName, v, to: &out)
    case .asyncGenerator: try appendNamed("async_generator object", v.unchecked(as: GeneratorObject.self).qualifiedName, v, to: &out)
    default: try appendObjectRepr(v, to: &out)
    }
  }

  private func appendNativeFunction(_ f: Ref<NativeFunctionObject>, to out: inout TextBuilder) throws(Raised) {
    let type = f.header.type
    if type == self.types.wrapperDescriptor { return try appendDescriptor("slot wrapper", f.name, f.owner, to: &out) }
    if type == self.types.methodDescriptor || type == self.types.classMethodDescriptor { return try appendDescriptor("method", f.name, f.owner, to: &out) }
    if type == self.types.libraryFunction { return try appendNamed("function", f.qualifiedLibraryName, Value(f), to: &out) }
    let isWrapper = type == self.types.methodWrapper
    if !isWrapper && (f.boundSelf.isNull || f.boundSelf.isKind(.module)) {
      try out.append("<built-in function ")
      try out.append(f.name)
      return try out.append(codePoint: 62)
    }
    try out.append(isWrapper ? "<method-wrapper '" : "<built-in method ")
    try out.append(f.name)
    try out.append(isWrapper ? "' of " : " of ")
    try append(nameOf: typeOf(f.boundSelf), to: &out)
    try out.append(" object at ")
    try out.append(address: f.boundSelf.bits)
    try out.append(codePoint: 62)
  }

  private func appendDescriptor(_ what: StaticString, _ name: Value, _ owner: Ref<TypeObject>, to out: inout TextBuilder) throws(Raised) {
    try out.append(codePoint: 60)
    try out.append(what)
    try out.append(" '")
    try out.append(name)
    try out.append("' of '")
    try append(nameOf: owner, to: &out)
    try out.append("' objects>")
  }

  private func appendBoundMethod(_ method: Ref<BoundMethodObject>, to out: inout TextBuilder) throws(Raised) {
    var name = try getAttributeOrNull(method.function, self.name(.__qualname__))
    if !name.isKind(.str) { name = try getAttributeOrNull(method.function, self.name(.__name__)) }
    try out.append("<bound method ")
    if name.isKind(.str) { try out.append(name) } else { try out.append(codePoint: 63) }
    try out.append(" of ")
    try appendRepr(method.boundSelf, to: &out)
    try out.append(codePoint: 62)
  }

  /// A module with a file, a native one, or one that a program made.
  private func appendModule(_ module: Ref<ModuleObject>, to out: inout TextBuilder) throws(Raised) {
    let name = dictGet(module.dict, interned: self.name(.__name__))
    let file = dictGet(module.dict, interned: self.name(.__file__))
    let loader = dictGet(module.dict, interned: self.name(.__loader__))
    try out.append("<module ")
    if name.isKind(.str) { try appendRepr(name, to: &out) } else { try out.append("'?'") }
    if file.isKind(.str) {
      try out.append(" from ")
      try appendRepr(file, to: &out)
    } else if module.header.flags.contains(.special) {
      try out.append(" (built-in)")
    } else if !loader.isNull && !loader.isNone {
      try out.append(" (")
      try appendRepr(loader, to: &out)
      try out.append(codePoint: 41)
    }
    try out.append(codePoint: 62)
  }

  private func appendCode(_ code: Ref<CodeObject>, to out: inout TextBuilder) throws(Raised) {
    try out.append("<code object ")
    try out.append(code.name)
    try out.append(" at ")
    try out.append(address: code.bits)
    try out.append(", file \"")
    try out.append(code.fileName)
    try out.append("\", line ")
    try out.append(decimal: code.firstLine == 0 ? -1 : code.firstLine)
    try out.append(codePoint: 62)
  }

  private func appendFrame(_ frame: Ref<FrameObject>, to out: inout TextBuilder) throws(Raised) {
    try out.append("<frame at ")
    try out.append(address: frame.bits)
    try out.append(", file ")
    try appendRepr(frame.code.fileName, to: &out)
    try out.append(", line ")
    try appendRepr(try getAttribute(Value(frame), try intern("f_lineno")), to: &out)
    try out.append(", code ")
    try out.append(frame.code.name)
    try out.append(codePoint: 62)
  }

  private func appendCell(_ cell: Ref<CellObject>, to out: inout TextBuilder) throws(Raised) {
    try out.append("<cell at ")
    try out.append(address: cell.bits)
    if cell.content.isNull { return try out.append(": empty>") }
    try out.append(": ")
    try append(nameOf: typeOf(cell.content), to: &out)
    try out.append(" object at ")
    try out.append(address: cell.content.bits)
    try out.append(codePoint: 62)
  }

  private func appendSuper(_ object: Ref<SuperObject>, to out: inout TextBuilder) throws(Raised) {
    try out.append("<super: <class '")
    if object.thisClass.isKind(.type) { try append(nameOf: object.thisClass.unchecked(), to: &out) } else { try out.append("NULL") }
    if object.objectType.isKind(.type) {
      try out.append("'>, <")
      try append(nameOf: object.objectType.unchecked(), to: &out)
      try out.append(" object>>")
    } else {
      try out.append("'>, NULL>")
    }
  }
}
