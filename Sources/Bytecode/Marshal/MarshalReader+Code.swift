extension MarshalReader {
  /// The fields of a code object as the file has them, before the variables are brought into one list.
  private struct RawVariables {
    var names: [Text] = []
    var kinds: [LocalKind]?
    var cells: [Text] = []
    var free: [Text] = []
  }

  /// Reads the fields of a code object in the version's order.
  mutating func readCode() throws(MarshalError) -> CodeImage {
    let start = position
    var fields = CodeImage.Fields(version: version)
    var variables = RawVariables()
    var hasQualifiedName = false
    for field in codeFields {
      switch field {
      case .argcount: fields.argumentCount = try readInt("a code object")
      case .posonlyargcount: fields.positionalOnlyCount = try readInt("a code object")
      case .kwonlyargcount: fields.keywordOnlyCount = try readInt("a code object")
      case .nlocals: _ = try readInt("a code object")
      case .stacksize: fields.stackSize = try readInt("a code object")
      case .flags: fields.flags = CodeFlags(rawValue: UInt32(truncatingIfNeeded: try readInt("a code object")))
      case .code: fields.code = try readByteField("code")
      case .consts: fields.constants = try readTupleField("consts")
      case .names: fields.names = try readNamesField("names")
      case .varnames, .localsplusnames: variables.names = try readNamesField(field.rawValue)
      case .localspluskinds: variables.kinds = try readByteField("localspluskinds").map(LocalKind.init(rawValue:))
      case .freevars: variables.free = try readNamesField("freevars")
      case .cellvars: variables.cells = try readNamesField("cellvars")
      case .filename: fields.fileName = try readTextField("filename")
      case .name: fields.name = try readTextField("name")
      case .qualname:
        fields.qualifiedName = try readTextField("qualname")
        hasQualifiedName = true
      case .firstlineno: fields.firstLine = try readInt("a code object")
      case .linetable: fields.lineTable = try readByteField("linetable")
      case .exceptiontable: fields.exceptionTable = try readByteField("exceptiontable")
      }
    }
    if !hasQualifiedName { fields.qualifiedName = fields.name }
    try setVariables(variables, in: &fields, at: start)
    return CodeImage(fields)
  }

  private func setVariables(
    _ variables: RawVariables, in fields: inout CodeImage.Fields, at start: Int
  ) throws(MarshalError) {
    if let kinds = variables.kinds {
      guard kinds.count == variables.names.count else {
        throw MarshalError(
          offset: start, reason: .lengthsDiffer(names: variables.names.count, kinds: kinds.count))
      }
      fields.localsPlusNames = variables.names
      fields.localsPlusKinds = kinds
      return
    }
    fields.localsPlusNames = variables.names + variables.cells + variables.free
    fields.localsPlusKinds =
      [LocalKind](repeating: .local, count: variables.names.count)
      + [LocalKind](repeating: .cell, count: variables.cells.count)
      + [LocalKind](repeating: .free, count: variables.free.count)
  }

  private mutating func readByteField(_ field: String) throws(MarshalError) -> ByteString {
    let start = position
    guard case .bytes(let bytes) = try readObject() else {
      throw MarshalError(offset: start, reason: .wrongFieldType(field: field, expected: "a bytes object"))
    }
    return bytes
  }

  private mutating func readTextField(_ field: String) throws(MarshalError) -> Text {
    let start = position
    guard case .string(let text) = try readObject() else {
      throw MarshalError(offset: start, reason: .wrongFieldType(field: field, expected: "a string"))
    }
    return text
  }

  private mutating func readTupleField(_ field: String) throws(MarshalError) -> [Constant] {
    let start = position
    guard case .tuple(let tuple) = try readObject() else {
      throw MarshalError(offset: start, reason: .wrongFieldType(field: field, expected: "a tuple"))
    }
    return tuple.items
  }

  private mutating func readNamesField(_ field: String) throws(MarshalError) -> [Text] {
    let start = position
    var names: [Text] = []
    for item in try readTupleField(field) {
      guard case .string(let text) = item else {
        throw MarshalError(offset: start, reason: .wrongFieldType(field: field, expected: "a tuple of strings"))
      }
      names.append(text)
    }
    return names
  }
}
