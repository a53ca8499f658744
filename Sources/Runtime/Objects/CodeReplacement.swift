import Bytecode

/// `code.replace(**changes)`: a code object with other values in some of its fields. It is verified as one from a file is.
extension Thread {
  /// - Parameter changes: the new values, null where a field stays, in the order of CPython's parameters: co_argcount, co_posonlyargcount,
  ///   co_kwonlyargcount, co_nlocals, co_stacksize, co_flags, co_firstlineno, co_code, co_consts, co_names, co_varnames, co_freevars,
  ///   co_cellvars, co_filename, co_name, co_qualname, co_linetable, co_exceptiontable.
  /// - Throws: TypeError for a value of another type; SystemError for a name that is no str or a negative number; OverflowError; ValueError if the result is malformed.
  public func replaceCode(_ code: Ref<CodeObject>, _ changes: Slots) throws(Raised) -> Value {
    let constants = try changed(changes[8], code.constantsTuple, .tuple, "co_consts", "tuple")
    var fields = CodeImage.Fields(version: code.instructionSet.version)
    fields.argumentCount = try changed(changes[0], code.argumentCount)
    fields.positionalOnlyCount = try changed(changes[1], code.positionalOnlyCount)
    fields.keywordOnlyCount = try changed(changes[2], code.keywordOnlyCount)
    fields.stackSize = try changed(changes[4], code.stackSize)
    fields.flags = CodeFlags(rawValue: UInt32(truncatingIfNeeded: try changed(changes[5], Int(code.flags.rawValue))))
    fields.firstLine = try changed(changes[6], code.firstLine)
    fields.code = byteString(try changed(changes[7], code.codeBytes, .bytes, "co_code", "bytes"))
    let values = constants.unchecked(as: TupleObject.self).slots
    for i in 0..<values.count { fields.constants.append(constant(like: values[i])) }
    fields.names = try texts(try changed(changes[9], code.namesTuple, .tuple, "co_names", "tuple"))
    try replaceVariables(of: code, changes, &fields)
    fields.fileName = text(of: try changed(changes[13], code.fileName, .str, "co_filename", "str"))
    fields.name = text(of: try changed(changes[14], code.name, .str, "co_name", "str"))
    fields.qualifiedName = text(of: try changed(changes[15], code.qualifiedName, .str, "co_qualname", "str"))
    fields.lineTable = byteString(try changed(changes[16], code.lineTable, .bytes, "co_linetable", "bytes"))
    fields.exceptionTable = byteString(try changed(changes[17], code.exceptionTable, .bytes, "co_exceptiontable", "bytes"))
    return Value(try makeCode(CodeImage(fields), constants: constants))
  }

  private func changed(_ value: Value, _ old: Int) throws(Raised) -> Int {
    if value.isNull { return old }
    let number = try cInt(value)
    if number < 0 { throw raise(self.types.systemError, "bad argument to internal function") }
    return number
  }

  private func changed(_ value: Value, _ old: Value, _ kind: Kind, _ name: StaticString, _ type: StaticString) throws(Raised) -> Value {
    if value.isNull { return old }
    guard value.isKind(kind) else {
      throw raise(self.types.typeError, "replace() argument '%S' must be %S, not %B", try str(name), try str(type), value)
    }
    return value
  }

  /// Names and kinds of the slots of the frame.
  private func replaceVariables(of code: Ref<CodeObject>, _ changes: Slots, _ fields: inout CodeImage.Fields) throws(Raised) {
    let locals = try texts(try variables(code, changes[10], .local, "co_varnames"))
    let free = try texts(try variables(code, changes[11], .free, "co_freevars"))
    let cells = try texts(try variables(code, changes[12], .cell, "co_cellvars"))
    if try changed(changes[3], locals.count) != locals.count {
      throw raise(self.types.valueError, "code: co_nlocals != len(co_varnames)")
    }
    for name in locals {
      fields.localsPlusNames.append(name)
      fields.localsPlusKinds.append(cells.contains(name) ? [.local, .cell] : .local)
    }
    for name in cells where !locals.contains(name) {
      fields.localsPlusNames.append(name)
      fields.localsPlusKinds.append(.cell)
    }
    for name in free {
      fields.localsPlusNames.append(name)
      fields.localsPlusKinds.append(.free)
    }
  }

  private func variables(_ code: Ref<CodeObject>, _ value: Value, _ kind: LocalKind, _ name: StaticString) throws(Raised) -> Value {
    try changed(value, try variableNames(code, kind: kind.rawValue), .tuple, name, "tuple")
  }

  /// The variables of one kind (Include/internal/pycore_code.h, CO_FAST_LOCAL and so on): a tuple of strs.
  public func variableNames(_ code: Ref<CodeObject>, kind: UInt8) throws(Raised) -> Value {
    let kinds: Ref<BytesObject> = code.localsPlusKinds.unchecked()
    let all: Ref<TupleObject> = code.localsPlusNames.unchecked()
    let found = try list()
    for k in 0..<min(all.count, kinds.count) where kinds.bytes[k] & kind != 0 { try append(found, all.items[k]) }
    return try tuple(copying: found.slots)
  }

  private func texts(_ names: Value) throws(Raised) -> [Text] {
    var result: [Text] = []
    let slots = names.unchecked(as: TupleObject.self).slots
    for i in 0..<slots.count {
      guard slots[i].isKind(.str) else {
        throw raise(self.types.systemError, "non-string found in code slot")
      }
      result.append(text(of: slots[i]))
    }
    return result
  }

  private func byteString(_ v: Value) -> ByteString {
    let bytes: Ref<BytesObject> = v.unchecked()
    return ByteString(Array(UnsafeBufferPointer(start: bytes.bytes, count: bytes.count)))
  }

  /// A constant of which the verifier learns as much as it asks for: the kind, and the names in a tuple.
  fileprivate func constant(like v: Value) -> Constant {
    if v.isBool { return .bool(v == .true) }
    if v.isNone { return .none }
    if v.isInt { return .integer(0) }
    if v.isKind(.str) { return .string("") }
    if v.isKind(.code) { return .code(CodeImage(CodeImage.Fields(version: InstructionSet.newestVersion))) }
    if v.isKind(.tuple) {
      let items = v.unchecked(as: TupleObject.self).slots
      return .tuple((0..<items.count).map { items[$0].isKind(.str) ? .string("") : .ellipsis })
    }
    return .ellipsis
  }
}

extension Thread {
  /// The code points of a str.
  public func text(of v: Value) -> Text {
    let s: Ref<StrObject> = v.unchecked()
    return Text(codePoints: (0..<s.count).map { s.codePoint($0) }) ?? ""
  }

  /// A code object of fields that do not come from a file of its own, with constants that are objects already. It is verified.
  public func makeCode(_ fields: inout CodeImage.Fields, constants: Value) throws(Raised) -> Ref<CodeObject> {
    let values = constants.unchecked(as: TupleObject.self).slots
    for i in 0..<values.count { fields.constants.append(constant(like: values[i])) }
    return try makeCode(CodeImage(fields), constants: constants)
  }
}
