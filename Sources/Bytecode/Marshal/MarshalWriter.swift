/// Writes constants and code images as marshal data.
struct MarshalWriter: ~Copyable {
  private let format: FileFormat
  private var bytes = ByteSink()

  private init(format: FileFormat) { self.format = format }

  /// The marshal data of `object`. If it is what was read with `spelling`, the result is what it was read from.
  static func write(_ object: Constant, format: FileFormat, spelling: MarshalSpelling?) -> [UInt8] {
    var writer = MarshalWriter(format: format)
    if let spelling {
      var speller = RepeatingSpeller(spelling)
      if (try? writer.write(object, &speller)) != nil, speller.isAtEnd { return writer.bytes.array }
      writer.bytes.removeAll()
    }
    var speller = FreshSpeller(format: format)
    let written: Void? = try? writer.write(object, &speller)
    precondition(written != nil, "only a repeated spelling can fail to fit")
    speller.finish(&writer.bytes)
    return writer.bytes.array
  }

  /// The marshal data of an object alone; with `isShared` something else refers to it.
  fileprivate static func write(alone object: Constant, isShared: Bool) -> [UInt8] {
    var writer = MarshalWriter(format: InstructionSet.newest.file)
    var speller = LoneSpeller(isShared: isShared)
    try? writer.write(object, &speller)
    return writer.bytes.array
  }

  /// `isOwn` tells that the object was made for writing, so that its identity means nothing.
  private mutating func write(_ object: Constant?, isOwn: Bool = false, _ speller: inout some Speller) throws {
    let typeByte: UInt8
    switch try speller.spell(object, isOwn: isOwn, at: bytes.count) {
    case .reference(let typeByte, let index):
      bytes.append(typeByte)
      append(index)
      return
    case .object(let spelled): typeByte = spelled
    }
    bytes.append(typeByte)
    guard let object, let type = TypeCode(rawValue: typeByte & ~TypeCode.referenceFlag) else { return }
    let isReferenced = typeByte & TypeCode.referenceFlag != 0 && type.mayBeReferenced
    let index = isReferenced ? speller.beginReferenced() : nil
    try writeBody(object, type, &speller)
    if let index { speller.endReferenced(index, object) }
  }

  /// As `write(_:_:)`, for a string.
  private mutating func write(_ text: Text, _ speller: inout some Speller) throws {
    guard speller.makesTypes else { return try write(.string(text), &speller) }
    switch try speller.spell(text, at: bytes.count) {
    case .reference(let typeByte, let index):
      bytes.append(typeByte)
      append(index)
    case .object(let typeByte):
      bytes.append(typeByte)
      let isShort = typeByte == TypeCode.shortASCII.rawValue || typeByte == TypeCode.shortASCIIInterned.rawValue
      appendText(text, isShort: isShort)
    }
  }

  /// As `write(_:_:)`, for bytes.
  private mutating func write(_ value: ByteString, _ speller: inout some Speller) throws {
    guard speller.makesTypes else { return try write(.bytes(value), &speller) }
    bytes.append(TypeCode.bytes.rawValue)
    append(UInt32(value.count))
    append(value)
  }

  private mutating func appendText(_ text: Text, isShort: Bool) {
    if isShort { bytes.append(UInt8(text.utf8.count)) } else { append(UInt32(text.utf8.count)) }
    append(text.utf8)
  }

  private mutating func writeBody(_ object: Constant, _ type: TypeCode, _ speller: inout some Speller) throws {
    switch object {
    case .none, .ellipsis, .stopIteration, .bool: break
    case .integer(let value):
      switch type {
      case .int: append(UInt32(truncatingIfNeeded: value))
      case .int64: append(UInt64(bitPattern: value))
      default: appendLong(BigInteger(isNegative: value < 0, limbs: [value.magnitude]))
      }
    case .bigInteger(let value): appendLong(value)
    case .float(let bits):
      if type == .float { append(bits) } else { appendFloatText(bits) }
    case .complex(let real, let imaginary):
      if type == .complex {
        append(real)
        append(imaginary)
      } else {
        appendFloatText(real)
        appendFloatText(imaginary)
      }
    case .string(let text):
      appendText(text, isShort: type == .shortASCII || type == .shortASCIIInterned)
    case .bytes(let value):
      append(UInt32(value.count))
      append(value)
    case .tuple(let tuple):
      if type == .smallTuple { bytes.append(UInt8(tuple.items.count)) } else { append(UInt32(tuple.items.count)) }
      for item in tuple.items { try write(item, &speller) }
    case .list(let list), .set(let list), .frozenset(let list):
      append(UInt32(list.items.count))
      for item in list.items { try write(item, &speller) }
    case .slice(let slice):
      for item in slice.items { try write(item, &speller) }
    case .dictionary(let dictionary):
      for item in dictionary.items { try write(item, &speller) }
      try write(nil, &speller)
    case .code(let code): try write(code, &speller)
    }
  }

  private mutating func write(_ code: CodeImage, _ speller: inout some Speller) throws {
    for field in format.codeFields {
      switch field {
      case .argcount: append(UInt32(truncatingIfNeeded: code.argumentCount))
      case .posonlyargcount: append(UInt32(truncatingIfNeeded: code.positionalOnlyCount))
      case .kwonlyargcount: append(UInt32(truncatingIfNeeded: code.keywordOnlyCount))
      case .nlocals: append(UInt32(truncatingIfNeeded: code.storedLocalCount ?? code.localCount))
      case .stacksize: append(UInt32(truncatingIfNeeded: code.stackSize))
      case .flags: append(code.flags.rawValue)
      case .code: try write(code.code, &speller)
      case .consts: try write(.tuple(code.constants), isOwn: true, &speller)
      case .names: try write(names: code.names, &speller)
      case .varnames: try write(names: code.variableNames(.local), &speller)
      case .freevars: try write(names: code.variableNames(.free), &speller)
      case .cellvars: try write(names: code.variableNames(.cell), &speller)
      case .localsplusnames: try write(names: code.localsPlusNames, &speller)
      case .localspluskinds: try write(ByteString(code.localsPlusKinds.map(\.rawValue)), &speller)
      case .filename: try write(name: code.fileName, &speller)
      case .name: try write(name: code.name, &speller)
      case .qualname: try write(name: code.qualifiedName, &speller)
      case .firstlineno: append(UInt32(truncatingIfNeeded: code.firstLine))
      case .linetable: try write(code.lineTable, &speller)
      case .exceptiontable: try write(code.exceptionTable, &speller)
      }
    }
  }

  private mutating func write(name: Text, _ speller: inout some Speller) throws {
    if format.strings == .text { try write(name, &speller) } else { try write(name.utf8, &speller) }
  }

  private mutating func write(names: [Text], _ speller: inout some Speller) throws {
    if speller.makesTypes {
      // The same bytes without a tuple.
      let isSmall = names.count < 256 && TypeCode.smallTuple.exists(in: format.marshalVersion)
      bytes.append((isSmall ? TypeCode.smallTuple : TypeCode.tuple).rawValue)
      if isSmall { bytes.append(UInt8(names.count)) } else { append(UInt32(names.count)) }
      for name in names { try write(name: name, &speller) }
    } else {
      let isText = format.strings == .text
      try write(.tuple(names.map { isText ? .string($0) : .bytes($0.utf8) }), isOwn: true, &speller)
    }
  }

  // MARK: Bytes

  private mutating func append(_ value: ByteString) {
    value.withUnsafeBytes { bytes.append($0) }
  }

  private mutating func append(_ value: UInt32) { bytes.append(value) }
  private mutating func append(_ value: UInt64) { bytes.append(value) }

  /// The signed number of 15-bit digits, and the digits.
  private mutating func appendLong(_ value: BigInteger) {
    let limbs = value.limbs
    let bitCount = 64 * limbs.count - (limbs.last?.leadingZeroBitCount ?? 0)
    let count = (bitCount + 14) / 15
    append(UInt32(truncatingIfNeeded: value.isNegative ? -count : count))
    for index in 0..<count {
      let bit = index * 15
      var digit = limbs[bit / 64] >> UInt64(bit % 64)
      if bit % 64 > 64 - 15, bit / 64 + 1 < limbs.count { digit |= limbs[bit / 64 + 1] << UInt64(64 - bit % 64) }
      bytes.append(UInt8(truncatingIfNeeded: digit))
      bytes.append(UInt8(truncatingIfNeeded: digit >> 8 & 0x7F))
    }
  }

  /// The shortest text that reads back as the same double, after its length.
  private mutating func appendFloatText(_ bits: UInt64) {
    var text = PythonRepr()
    text.append(float: Double(bitPattern: bits), integralSuffix: true)
    bytes.append(UInt8(text.bytes.count))
    text.bytes.withUnsafeBufferPointer { bytes.append($0) }
  }
}

// MARK: - Spelling

/// Decides the type byte of each object, and where a reference stands in place of one.
private protocol Speller {
  /// How the next object is to be written; `nil` is the NULL that ends a dictionary. An object that `isOwn` was made
  /// for writing and is never another occurrence of one before. It begins `at` so many bytes.
  mutating func spell(_ object: Constant?, isOwn: Bool, at offset: Int) throws -> Spelled
  /// As for other objects, for a string.
  mutating func spell(_ text: Text, at offset: Int) throws -> Spelled
  /// Whether each object has the type byte that is preferred for it.
  var makesTypes: Bool { get }
  /// An object that may be referred to begins; the result is its index.
  mutating func beginReferenced() -> Int
  /// It ended.
  mutating func endReferenced(_ index: Int, _ object: Constant)
}

private enum Spelled {
  case object(UInt8)
  case reference(typeByte: UInt8, index: UInt32)
}

/// Repeats the spelling of a file, and fails if the values do not fit it.
private struct RepeatingSpeller: Speller {
  struct Mismatch: Error {}

  private let spelling: MarshalSpelling
  private var nextType = 0
  private var nextReference = 0
  private var referenced: [Constant?] = []
  private var interned: [Constant] = []

  init(_ spelling: MarshalSpelling) { self.spelling = spelling }

  var isAtEnd: Bool { nextType == spelling.typeBytes.count }
  var makesTypes: Bool { false }

  mutating func spell(_ object: Constant?, isOwn: Bool, at offset: Int) throws -> Spelled {
    guard nextType < spelling.typeBytes.count else { throw Mismatch() }
    let typeByte = spelling.typeBytes[nextType]
    nextType += 1
    guard let type = TypeCode(rawValue: typeByte & ~TypeCode.referenceFlag) else { throw Mismatch() }
    if type == .reference {
      let index = try takeReference()
      guard Int(index) < referenced.count, let target = referenced[Int(index)], target == object else {
        throw Mismatch()
      }
      return .reference(typeByte: typeByte, index: index)
    }
    if type == .stringReference {
      let index = try takeReference()
      guard Int(index) < interned.count, interned[Int(index)] == object else { throw Mismatch() }
      return .reference(typeByte: typeByte, index: index)
    }
    guard let object else {
      guard type == .null else { throw Mismatch() }
      return .object(typeByte)
    }
    guard type.canSpell(object) else { throw Mismatch() }
    if type == .interned, case .bytes = object { interned.append(object) }
    return .object(typeByte)
  }

  mutating func spell(_ text: Text, at offset: Int) throws -> Spelled { try spell(.string(text), isOwn: false, at: offset) }

  private mutating func takeReference() throws -> UInt32 {
    guard nextReference < spelling.references.count else { throw Mismatch() }
    defer { nextReference += 1 }
    return spelling.references[nextReference]
  }

  mutating func beginReferenced() -> Int {
    referenced.append(nil)
    return referenced.count - 1
  }

  mutating func endReferenced(_ index: Int, _ object: Constant) { referenced[index] = object }
}

/// Flags exactly the objects that are referred to later. Which these are is known at the end: then the flags are set, and the numbers of the
/// references filled in.
private struct FreshSpeller: Speller {
  private let format: FileFormat
  private var objects = SharedObjects()
  /// Where the number of a reference stands, and the object that it refers to.
  private var references: [(offset: Int, object: Int)] = []

  init(format: FileFormat) { self.format = format }

  var makesTypes: Bool { true }

  mutating func spell(_ object: Constant?, isOwn: Bool, at offset: Int) -> Spelled {
    let typeByte = TypeCode(preferredFor: object, format).rawValue
    guard format.marshalVersion >= TypeCode.flaggedVersion, !isOwn, let object, let known = objects.find(object, at: offset) else {
      return .object(typeByte)
    }
    references.append((offset + 1, known))
    return .reference(typeByte: TypeCode.reference.rawValue, index: 0)
  }

  mutating func spell(_ text: Text, at offset: Int) -> Spelled {
    guard format.marshalVersion >= TypeCode.flaggedVersion, let known = objects.find(text, at: offset) else {
      return .object(TypeCode(preferredFor: text, version: format.marshalVersion).rawValue)
    }
    references.append((offset + 1, known))
    return .reference(typeByte: TypeCode.reference.rawValue, index: 0)
  }

  mutating func beginReferenced() -> Int { 0 }
  mutating func endReferenced(_ index: Int, _ object: Constant) {}

  /// Sets what could not be known before.
  mutating func finish(_ bytes: inout ByteSink) {
    var numbers = [UInt32](repeating: UInt32.max, count: objects.entries.count)
    for reference in references { numbers[reference.object] = 0 }
    var count: UInt32 = 0
    for (object, entry) in objects.entries.enumerated() where numbers[object] == 0 {
      bytes.set(TypeCode.referenceFlag, at: entry.offset)
      numbers[object] = count
      count += 1
    }
    for reference in references { bytes.put(numbers[reference.object], at: reference.offset) }
  }
}

/// Spells an object of which nothing more is known: flagged are those of which there is only one in a process, and the outermost if it is shared.
private struct LoneSpeller: Speller {
  let isShared: Bool
  private var flagged: [Constant] = []

  init(isShared: Bool) { self.isShared = isShared }

  var makesTypes: Bool { false }

  mutating func spell(_ object: Constant?, isOwn: Bool, at offset: Int) -> Spelled {
    let type = TypeCode(preferredFor: object)
    guard let object, type.mayBeReferenced, isShared && offset == 0 || object.isSingle else { return .object(type.rawValue) }
    if let index = flagged.firstIndex(of: object) { return .reference(typeByte: TypeCode.reference.rawValue, index: UInt32(index)) }
    flagged.append(object)
    return .object(type.rawValue | TypeCode.referenceFlag)
  }

  mutating func spell(_ text: Text, at offset: Int) -> Spelled { spell(.string(text), isOwn: false, at: offset) }
  mutating func beginReferenced() -> Int { 0 }
  mutating func endReferenced(_ index: Int, _ object: Constant) {}
}

extension Constant {
  /// By what marshal orders the items of sets: the data of each as if it were written alone.
  /// - Parameter isShared: something besides the set refers to the item, which flags it.
  package func marshalOrderKey(isShared: Bool) -> [UInt8] { MarshalWriter.write(alone: self, isShared: isShared) }
}

extension TypeCode {
  /// Whether an object may be written with this type.
  func canSpell(_ object: Constant) -> Bool {
    switch object {
    case .none: self == .none
    case .ellipsis: self == .ellipsis
    case .stopIteration: self == .stopIteration
    case .bool(let value): self == (value ? .true : .false)
    case .integer(let value): self == .long || self == .int64 || self == .int && Int64(Int32(truncatingIfNeeded: value)) == value
    case .bigInteger: self == .long
    case .float: self == .float || self == .floatText
    case .complex: self == .complex || self == .complexText
    // Python 2 interns some of its strings of bytes.
    case .bytes: self == .bytes || self == .interned
    case .string(let text):
      switch self {
      case .unicode, .interned: (self == .interned) == text.isInterned
      case .ascii, .asciiInterned: text.isASCII && (self == .asciiInterned) == text.isInterned
      case .shortASCII, .shortASCIIInterned:
        text.isASCII && text.utf8.count < 256 && (self == .shortASCIIInterned) == text.isInterned
      default: false
      }
    case .tuple(let tuple): self == .tuple || self == .smallTuple && tuple.items.count < 256
    case .list: self == .list
    case .set: self == .set
    case .frozenset: self == .frozenset
    case .dictionary: self == .dictionary
    case .slice: self == .slice
    case .code: self == .code
    }
  }

  /// The type with which CPython writes an object; `nil` is the NULL that ends a dictionary.
  init(preferredFor object: Constant?, _ format: FileFormat? = nil) {
    let version = format?.marshalVersion ?? TypeCode.flaggedVersion
    guard let object else {
      self = .null
      return
    }
    self =
      switch object {
      case .none: .none
      case .ellipsis: .ellipsis
      case .stopIteration: .stopIteration
      case .bool(let value): value ? .true : .false
      case .integer(let value):
        Int64(Int32(truncatingIfNeeded: value)) == value ? .int : format?.strings == .bytes ? .int64 : .long
      case .bigInteger: .long
      case .float: .float
      case .complex: .complex
      case .bytes: .bytes
      case .string(let text): TypeCode(preferredFor: text, version: version)
      case .tuple(let tuple):
        tuple.items.count < 256 && TypeCode.smallTuple.exists(in: version) ? .smallTuple : .tuple
      case .list: .list
      case .set: .set
      case .frozenset: .frozenset
      case .dictionary: .dictionary
      case .slice: .slice
      case .code: .code
      }
  }

  /// The type with which a version of marshal writes a string.
  init(preferredFor text: Text, version: Int) {
    if version < TypeCode.flaggedVersion {
      self = .unicode
    } else if !text.isASCII {
      self = text.isInterned ? .interned : .unicode
    } else if text.utf8.count < 256 {
      self = text.isInterned ? .shortASCIIInterned : .shortASCII
    } else {
      self = text.isInterned ? .asciiInterned : .ascii
    }
  }
}
