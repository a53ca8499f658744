import Bytecode

extension Ref<CodeObject> {
  /// The instruction set that the code is written in.
  var instructionSet: InstructionSet { InstructionSet.numbered(engine) ?? InstructionSet.newest }
}

/// Makes runtime code objects from verified images. Set-up code: it runs once per code object.
extension Thread {
  /// The code object of `image` and, as its constants, those of all code inside it. Each is verified first: code that is not proven well-formed
  /// never becomes an object.
  ///
  /// - Parameter constants: a tuple to be used in place of the image's constants, which are like them as far as the verifier asks; or null.
  /// - Throws: ValueError with what the verifier found.
  public func makeCode(_ image: CodeImage, constants: Value = .null) throws(Raised) -> Ref<CodeObject> {
    let stackMap: StackMap
    do throws(VerificationError) {
      stackMap = try Verifier.verify(image)
    } catch {
      throw raise(self.types.valueError, message: try str("code object \(image.qualifiedName.string): \(error)"))
    }
    guard let engine = InstructionSet.versions.firstIndex(of: image.version), InstructionSet.executable.contains(engine) else {
      throw raise(self.types.valueError, message: try str("no interpreter for the bytecode of Python \(image.version)"))
    }
    let code: Ref<CodeObject> = try allocate(kind: .code, type: self.types.code, tracedWords: CodeObject.tracedWords)
    code.engine = engine
    try fillTexts(code, image)
    try fillConstants(code, image, constants)
    try fillTables(code, image)
    fillCounts(code, image, stackMap)
    try fillStackMap(code, stackMap)
    return code
  }

  private func fillTexts(_ code: Ref<CodeObject>, _ image: CodeImage) throws(Raised) {
    code.name = intern(try str(image.name))
    code.qualifiedName = intern(try str(image.qualifiedName))
    code.fileName = intern(try str(image.fileName))
    let names = try tuple(count: image.names.count)
    code.namesTuple = Value(names)
    code.names = names.items
    for i in 0..<image.names.count { names.items[i] = intern(try str(image.names[i])) }
    let variables = try tuple(count: image.localsPlusNames.count)
    code.localsPlusNames = Value(variables)
    for i in 0..<image.localsPlusNames.count { variables.items[i] = intern(try str(image.localsPlusNames[i])) }
  }

  private func fillConstants(_ code: Ref<CodeObject>, _ image: CodeImage, _ given: Value) throws(Raised) {
    let constants: Ref<TupleObject> = given.isNull ? try tuple(count: image.constants.count) : given.unchecked()
    code.constantsTuple = Value(constants)
    code.constants = constants.items
    if !given.isNull { return }
    for i in 0..<image.constants.count { constants.items[i] = try value(of: image.constants[i]) }
  }

  private func fillTables(_ code: Ref<CodeObject>, _ image: CodeImage) throws(Raised) {
    code.codeBytes = try bytes(image.code)
    code.units = UnsafeRawPointer(code.codeBytes.unchecked(as: BytesObject.self).bytes).assumingMemoryBound(to: UInt16.self)
    code.unitCount = image.code.count / 2
    code.lineTable = try bytes(image.lineTable)
    code.exceptionTable = try bytes(image.exceptionTable)
    let kinds = try newBytes(count: image.localsPlusKinds.count)
    for i in 0..<image.localsPlusKinds.count { kinds.bytes[i] = image.localsPlusKinds[i].rawValue }
    code.localsPlusKinds = Value(kinds)
  }

  private func fillCounts(_ code: Ref<CodeObject>, _ image: CodeImage, _ map: StackMap) {
    code.argumentCount = image.argumentCount
    code.positionalOnlyCount = image.positionalOnlyCount
    code.keywordOnlyCount = image.keywordOnlyCount
    code.localCount = image.localCount
    code.localsPlusCount = image.localsPlusNames.count
    code.stackSize = image.stackSize
    code.freeCount = image.freeVariableCount
    code.flags = image.flags
    code.firstLine = image.firstLine
    code.traits = CodeTraits(image, code.instructionSet, map)
    code.frameWords = MemoryLayout<FrameHeader>.size / 8 + code.localsPlusCount + image.stackSize
    if map.blockCount > 0 { code.frameWords += 1 + map.blockCount }
    // Code that is not optimized, called as a function, has its globals as namespace.
    let needsBinding =
      !code.traits.isDisjoint(with: CodeTraits.madeByCall) || image.keywordOnlyCount > 0 || !code.flags.contains(.optimized) || !code.flags.isDisjoint(with: [.variadicPositional, .variadicKeywords])
    code.simpleArgumentCount = needsBinding ? -1 : image.argumentCount
  }

  private func fillStackMap(_ code: Ref<CodeObject>, _ map: StackMap) throws(Raised) {
    let depths = try rawBuffer(bytes: max(1, map.depths.count) * 2)
    code.depthsBuffer = depths
    let depthBase = depths.trailing(Int16.self)
    for i in 0..<map.depths.count { depthBase[i] = map.depths[i] }
    code.depths = UnsafePointer(depthBase)
    code.handlerCount = map.handlers.count
    code.hasInnerHandlers = map.blockCount > 0 || map.handlers.contains { $0.target != map.handlers[0].target }
    if map.handlers.isEmpty { return }
    let handlers = try rawBuffer(bytes: map.handlers.count * MemoryLayout<ExceptionHandler>.stride)
    code.handlersBuffer = handlers
    let base = handlers.trailing(ExceptionHandler.self)
    for (i, entry) in map.handlers.enumerated() {
      base[i] = ExceptionHandler(
        start: Int32(entry.start), end: Int32(entry.end), target: Int32(entry.target), depth: Int32(entry.depth),
        pushesOffset: entry.pushesLasti)
    }
    code.handlers = UnsafePointer(base)
  }
}

// MARK: - Constants

extension Thread {
  /// A str with the code points of `text`.
  public func str(_ text: Text) throws(Raised) -> Value {
    try withBytes(text.utf8) { (buffer) throws(Raised) in try str(utf8: buffer) }
  }

  public func bytes(_ content: ByteString) throws(Raised) -> Value {
    try withBytes(content) { (buffer) throws(Raised) in try bytes(buffer) }
  }

  private func withBytes(
    _ content: ByteString, _ body: (UnsafeBufferPointer<UInt8>) throws(Raised) -> Value
  ) throws(Raised) -> Value {
    try content.withUnsafeBytes { (buffer) throws(Raised) in try body(buffer) }
  }

  /// The object of a constant; code in it is made (and verified) too.
  public func value(of constant: Constant) throws(Raised) -> Value {
    switch constant {
    case .none: return .none
    case .ellipsis: return .ellipsis
    case .stopIteration: return Value(self.types.stopIteration)
    case .bool(let b): return Value(b)
    case .integer(let n): return try int(Int(n))
    case .bigInteger(let big): return try int(big)
    case .float(let bits): return try float(Double(bitPattern: bits))
    case .complex(let re, let im): return try complex(Double(bitPattern: re), Double(bitPattern: im))
    case .string(let text):
      let v = try str(text)
      return text.isInterned ? intern(v) : v
    case .bytes(let content): return try bytes(content)
    case .code(let image): return Value(try makeCode(image))
    case .tuple, .list, .set, .frozenset, .dictionary, .slice: return try container(of: constant)
    }
  }

  private func int(_ big: BigInteger) throws(Raised) -> Value {
    if big.limbs.count <= 1 { return try int(magnitude: big.limbs.first ?? 0, isNegative: big.isNegative) }
    let object: Ref<IntObject> = try allocate(
      bytes: MemoryLayout<IntObject>.size + big.limbs.count * 8, kind: .int, type: self.types.int, tracedWords: 0)
    object.signedCount = big.isNegative ? -big.limbs.count : big.limbs.count
    for i in 0..<big.limbs.count { object.trailing(UInt64.self)[i] = big.limbs[i] }
    return Value(object)
  }

  private func container(of constant: Constant) throws(Raised) -> Value {
    switch constant {
    case .tuple(let content):
      if content.items.isEmpty { return self.interpreter.emptyTuple }
      let result = try tuple(count: content.items.count)
      for i in 0..<content.items.count { result.items[i] = try value(of: content.items[i]) }
      return Value(result)
    case .list(let content):
      let result = try list()
      for item in content.items { try append(result, try value(of: item)) }
      return Value(result)
    case .set(let content), .frozenset(let content):
      var result = try set()
      if case .frozenset = constant { result = try frozenset() }
      for item in content.items { try setAdd(result, try value(of: item)) }
      return Value(result)
    case .dictionary(let content):
      let result = try dict()
      for i in stride(from: 0, to: content.items.count - 1, by: 2) {
        try dictSet(result, try value(of: content.items[i]), try value(of: content.items[i + 1]))
      }
      return Value(result)
    case .slice(let content) where content.items.count == 3:
      let slice: Ref<SliceObject> = try allocate(kind: .slice, type: self.types.slice, tracedWords: 3)
      slice.start = try value(of: content.items[0])
      slice.stop = try value(of: content.items[1])
      slice.step = try value(of: content.items[2])
      return Value(slice)
    default: throw raise(self.types.valueError, "bad constant in a code object")
    }
  }
}

extension CodeObject {
  /// constantsTuple, namesTuple, localsPlusNames, name, qualifiedName, fileName, codeBytes, localsPlusKinds, lineTable, exceptionTable,
  /// depthsBuffer, handlersBuffer, lines
  static var tracedWords: Int { 13 }
}
