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
    var current: CodeField?
    defer { if let current, salvages { salvage(fields, variables, within: current, at: start) } }
    var hasQualifiedName = false
    for field in format.codeFields {
      current = field
      if field == .qualname { hasQualifiedName = true }
      try read(field, &fields, &variables)
    }
    if !hasQualifiedName { fields.qualifiedName = fields.name }
    try Self.setVariables(variables, in: &fields, at: start)
    current = nil
    return CodeImage(fields)
  }

  private mutating func read(
    _ field: CodeField, _ fields: inout CodeImage.Fields, _ variables: inout RawVariables
  ) throws(MarshalError) {
    switch field {
    case .argcount: fields.argumentCount = try readInt("a code object")
    case .posonlyargcount: fields.positionalOnlyCount = try readInt("a code object")
    case .kwonlyargcount: fields.keywordOnlyCount = try readInt("a code object")
    case .nlocals: fields.storedLocalCount = try readInt("a code object")
    case .stacksize: fields.stackSize = try readInt("a code object")
    case .flags: fields.flags = CodeFlags(rawValue: UInt32(truncatingIfNeeded: try readInt("a code object")))
    case .code: fields.code = try readByteField("code")
    case .consts: fields.constants = try readTupleField("consts")
    case .names: fields.names = try readNamesField("names")
    case .varnames, .localsplusnames: variables.names = try readNamesField(field.rawValue)
    case .localspluskinds: variables.kinds = try readByteField("localspluskinds").withUnsafeBytes { $0.map(LocalKind.init(rawValue:)) }
    case .freevars: variables.free = try readNamesField("freevars")
    case .cellvars: variables.cells = try readNamesField("cellvars")
    case .filename: fields.fileName = try readTextField("filename")
    case .name: fields.name = try readTextField("name")
    case .qualname: fields.qualifiedName = try readTextField("qualname")
    case .firstlineno: fields.firstLine = try readInt("a code object")
    case .linetable: fields.lineTable = try readByteField("linetable")
    case .exceptiontable: fields.exceptionTable = try readByteField("exceptiontable")
    }
  }

  /// Keeps what was read of a code object when reading stopped within it. The constants in front of that place and the code object that
  /// it was within, if any, become its own.
  private mutating func salvage(
    _ fields: CodeImage.Fields, _ variables: RawVariables, within field: CodeField, at start: Int
  ) {
    var fields = fields
    if field == .consts {
      fields.constants = partialItems
      if let salvaged { fields.constants.append(.code(salvaged)) }
    }
    partialItems = []
    if fields.name.isEmpty { fields.name = Self.unknownName }
    if fields.qualifiedName.isEmpty { fields.qualifiedName = fields.name }
    if (try? Self.setVariables(variables, in: &fields, at: start)) == nil {
      fields.localsPlusNames = []
      fields.localsPlusKinds = []
    }
    salvaged = CodeImage(fields)
  }

  private static let unknownName: Text = "<unknown>"

  private static func setVariables(
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
    fields.localsPlusNames = variables.names
    fields.localsPlusKinds = [LocalKind](repeating: .local, count: variables.names.count)
    func append(_ names: [Text], _ kind: LocalKind) {
      guard !names.isEmpty else { return }
      fields.localsPlusNames += names
      fields.localsPlusKinds += repeatElement(kind, count: names.count)
    }
    append(variables.cells, .cell)
    append(variables.free, .free)
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
    let object = try readObject()
    guard let text = Self.text(of: object, format) else {
      throw MarshalError(offset: start, reason: .wrongFieldType(field: field, expected: "a string"))
    }
    return text
  }

  /// The text of a `str`; nil if the object is none. (Not a method: what reads the argument would find the tables shared with a copy
  /// of the reader, and copy them.)
  private static func text(of object: Constant, _ format: FileFormat) -> Text? {
    switch object {
    case .string(let text): text
    case .bytes(let bytes) where format.strings == .bytes:
      Text(utf8: bytes) ?? Text(codePoints: bytes.map(UInt32.init))
    default: nil
    }
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
    let areTexts: Bool
    if let count = try beginOwnTuple() {
      areTexts = try readNames(count, into: &names)
    } else {
      let items = try readTupleField(field)
      names.reserveCapacity(items.count)
      for item in items { if let text = Self.text(of: item, format) { names.append(text) } }
      areTexts = names.count == items.count
    }
    guard areTexts else {
      throw MarshalError(offset: start, reason: .wrongFieldType(field: field, expected: "a tuple of strings"))
    }
    return names
  }

  /// Reads the items of a tuple that has begun.
  /// - Returns: Whether all of them are texts.
  private mutating func readNames(_ count: Int, into names: inout [Text]) throws(MarshalError) -> Bool {
    // The claimed count may be as large as the rest of the file.
    names.reserveCapacity(min(count, 256))
    for _ in 0..<count { if let text = Self.text(of: try readObject(), format) { names.append(text) } }
    endOwnTuple()
    return names.count == count
  }
}
