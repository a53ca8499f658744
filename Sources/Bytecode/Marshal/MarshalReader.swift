/// Reads marshal data (versions 2 to 5) into constants and code images.
///
/// Sizes are checked against the data that is left before anything is allocated, nesting and the total are limited,
/// references to an object that is still being read are refused, and every error names the byte. Time and memory are
/// linear in the size of the data.
struct MarshalReader {
  let data: [UInt8]
  let format: FileFormat
  let version: PythonVersion
  let limits: MarshalLimits
  var position: Int
  var depth = 0
  var spelling = MarshalSpelling()
  /// Objects that were flagged for reference; `nil` while they are being read.
  var references: [Constant?] = []
  /// The interned strings, to which marshal refers apart up to version 2.
  var internedStrings: [ByteString] = []
  /// What each of them adds to `expandedSize`.
  var referenceSizes: [Int] = []
  /// The bytes read so far, if references were copies.
  var expandedSize = 0
  let expansionLimit: Int
  /// Whether what was read before an error is kept in `salvaged`.
  var salvages = false
  /// What was read of the outermost code object, if an error stopped the reading.
  var salvaged: CodeImage?
  /// The items of the innermost container within which the reading stopped.
  var partialItems: [Constant] = []

  init(
    _ data: [UInt8], at position: Int, version: PythonVersion, format: FileFormat, limits: MarshalLimits
  ) {
    self.data = data
    self.position = position
    self.version = version
    self.format = format
    self.limits = limits
    expansionLimit = limits.expansion + 32 * data.count
  }

  /// Reads the next object.
  mutating func readObject() throws(MarshalError) -> Constant {
    let start = position
    guard let object = try readObjectOrNull() else { throw MarshalError(offset: start, reason: .unexpectedNull) }
    return object
  }

  /// Reads the next object, or `nil` for the NULL that ends a dictionary.
  mutating func readObjectOrNull() throws(MarshalError) -> Constant? {
    let start = position
    let typeByte = try readByte("an object's type")
    guard spelling.typeBytes.count < limits.objects else {
      throw MarshalError(offset: start, reason: .tooManyObjects(limit: limits.objects))
    }
    spelling.typeBytes.append(typeByte)
    guard let type = TypeCode(rawValue: typeByte & ~TypeCode.referenceFlag), type.exists(in: format.marshalVersion),
      typeByte & TypeCode.referenceFlag == 0 || format.marshalVersion >= TypeCode.flaggedVersion
    else { throw MarshalError(offset: start, reason: .unknownType(typeByte)) }
    guard depth < limits.depth else { throw MarshalError(offset: start, reason: .tooDeep(limit: limits.depth)) }
    depth += 1
    defer { depth -= 1 }
    switch type {
    case .null: return nil
    case .reference: return try readReference(at: start)
    case .stringReference: return try readStringReference(at: start)
    case .none: return Constant.none
    case .true: return .bool(true)
    case .false: return .bool(false)
    case .ellipsis: return .ellipsis
    case .stopIteration: return .stopIteration
    default: break
    }
    guard typeByte & TypeCode.referenceFlag != 0, type.mayBeReferenced else { return try readBody(type, at: start) }
    // An object's index precedes those of its members.
    let index = references.count
    references.append(nil)
    referenceSizes.append(0)
    let sizeBefore = expandedSize
    let object = try readBody(type, at: start)
    references[index] = object
    referenceSizes[index] = expandedSize - sizeBefore
    return object
  }

  private mutating func readReference(at start: Int) throws(MarshalError) -> Constant {
    let index = try readInt("a reference")
    guard index >= 0 && index < references.count else {
      throw MarshalError(offset: start, reason: .referenceOutOfRange(index, count: references.count))
    }
    guard let object = references[index] else {
      throw MarshalError(offset: start, reason: .referenceToIncomplete(index))
    }
    spelling.references.append(UInt32(index))
    try expand(by: referenceSizes[index], at: start)
    return object
  }

  private mutating func readStringReference(at start: Int) throws(MarshalError) -> Constant {
    let index = try readInt("a reference")
    guard internedStrings.indices.contains(index) else {
      throw MarshalError(offset: start, reason: .referenceOutOfRange(index, count: internedStrings.count))
    }
    spelling.references.append(UInt32(index))
    try expand(by: 8 + internedStrings[index].count, at: start)
    return .bytes(internedStrings[index])
  }

  private mutating func readBody(_ type: TypeCode, at start: Int) throws(MarshalError) -> Constant {
    try expand(by: 8, at: start)
    switch type {
    case .int: return .integer(Int64(try readInt("an int")))
    case .int64: return .integer(Int64(bitPattern: try readUInt64("an int")))
    case .long: return try readLong()
    case .float: return .float(bits: try readUInt64("a float"))
    case .complex:
      let real = try readUInt64("a complex number")
      return .complex(realBits: real, imaginaryBits: try readUInt64("a complex number"))
    case .floatText: return .float(try readFloatText())
    case .complexText:
      let real = try readFloatText()
      return .complex(real, try readFloatText())
    case .bytes: return .bytes(try readBytes(size: try readSize("a bytes object"), at: start))
    case .interned where format.strings == .bytes:
      let bytes = try readBytes(size: try readSize("a string"), at: start)
      internedStrings.append(bytes)
      return .bytes(bytes)
    case .unicode, .interned, .ascii, .asciiInterned, .shortASCII, .shortASCIIInterned:
      return .string(try readText(type, at: start))
    case .tuple: return .tuple(ConstantItems(try readItems(count: try readSize("a tuple"))))
    case .smallTuple: return .tuple(ConstantItems(try readItems(count: Int(try readByte("a tuple")))))
    case .list: return .list(ConstantItems(try readItems(count: try readSize("a list"))))
    case .set: return .set(ConstantItems(try readItems(count: try readSize("a set"))))
    case .frozenset: return .frozenset(ConstantItems(try readItems(count: try readSize("a frozenset"))))
    case .dictionary: return .dictionary(ConstantItems(try readPairs()))
    case .slice: return .slice(ConstantItems(try readItems(count: 3)))
    case .code: return .code(try readCode())
    case .null, .none, .false, .true, .ellipsis, .stopIteration, .reference, .stringReference:
      throw MarshalError(offset: start, reason: .unexpectedNull)
    }
  }

  private mutating func expand(by size: Int, at start: Int) throws(MarshalError) {
    expandedSize += size
    guard expandedSize <= expansionLimit else {
      throw MarshalError(offset: start, reason: .expandsTooFar(limit: expansionLimit))
    }
  }

  // MARK: Containers

  private mutating func readItems(count: Int) throws(MarshalError) -> [Constant] {
    var items: [Constant] = []
    // The claimed count may be as large as the rest of the file at each level of nesting.
    items.reserveCapacity(min(count, 256))
    defer { if salvages && items.count < count { partialItems = items } }
    for _ in 0..<count { items.append(try readObject()) }
    return items
  }

  /// Begins to read a tuple, if a short one is next to which nothing can refer: its items can then be read one by one, and need no object
  /// around them.
  /// - Returns: The number of items. `endOwnTuple` is to be called behind the last one.
  mutating func beginOwnTuple() throws(MarshalError) -> Int? {
    // What was read in front of an error is kept by `readItems`.
    guard !salvages, position < data.count, data[position] == TypeCode.smallTuple.rawValue,
      TypeCode.smallTuple.exists(in: format.marshalVersion), spelling.typeBytes.count < limits.objects, depth < limits.depth
    else { return nil }
    let start = position
    spelling.typeBytes.append(data[position])
    position += 1
    depth += 1
    try expand(by: 8, at: start)
    return Int(try readByte("a tuple"))
  }

  mutating func endOwnTuple() { depth -= 1 }

  private mutating func readPairs() throws(MarshalError) -> [Constant] {
    var items: [Constant] = []
    while let key = try readObjectOrNull() {
      items.append(key)
      items.append(try readObject())
    }
    return items
  }

  // MARK: Strings

  private mutating func readText(_ type: TypeCode, at start: Int) throws(MarshalError) -> Text {
    let isShort = type == .shortASCII || type == .shortASCIIInterned
    let size = isShort ? Int(try readByte("a string")) : try readSize("a string")
    let bytes = try readBytes(size: size, at: start)
    let isInterned = type == .interned || type == .asciiInterned || type == .shortASCIIInterned
    let isASCII = bytes.withUnsafeBytes { $0.allSatisfy { $0 < 0x80 } }
    if isASCII { return Text(unchecked: bytes, isASCII: true, isInterned: isInterned) }
    guard type == .unicode || type == .interned else { throw MarshalError(offset: start, reason: .notASCII) }
    guard Text.validate(bytes) != nil else { throw MarshalError(offset: start, reason: .notUTF8) }
    return Text(unchecked: bytes, isASCII: false, isInterned: isInterned)
  }

  private mutating func readBytes(size: Int, at start: Int) throws(MarshalError) -> ByteString {
    guard size <= data.count - position else {
      throw MarshalError(offset: start, reason: .tooLong(what: "a string", size, limit: data.count - position))
    }
    try expand(by: size, at: start)
    defer { position += size }
    return ByteString(storage: data, range: position..<position + size)
  }

  // MARK: Numbers

  /// An int as 15-bit digits, least significant first, packed into limbs of 64 bits.
  private mutating func readLong() throws(MarshalError) -> Constant {
    let start = position
    let signedCount = try readInt("an int")
    let count = abs(signedCount)
    guard 2 * count <= data.count - position else {
      throw MarshalError(offset: start, reason: .tooLong(what: "an int", 2 * count, limit: data.count - position))
    }
    try expand(by: 2 * count, at: start)
    var limbs = [UInt64](repeating: 0, count: (count * 15 + 63) / 64)
    for index in 0..<count {
      let digit = Int(data[position]) | Int(data[position + 1]) << 8
      guard digit < 1 << 15 else { throw MarshalError(offset: position, reason: .digitOutOfRange(digit)) }
      guard digit != 0 || index != count - 1 else { throw MarshalError(offset: position, reason: .leadingZeroDigit) }
      let bit = index * 15
      limbs[bit / 64] |= UInt64(digit) << UInt64(bit % 64)
      if bit % 64 > 64 - 15, bit / 64 + 1 < limbs.count {
        limbs[bit / 64 + 1] |= UInt64(digit) >> UInt64(64 - bit % 64)
      }
      position += 2
    }
    // In Python 2 a long int is no int, however small it is.
    if format.strings == .bytes { return .bigInteger(BigInteger(isNegative: signedCount < 0, limbs: limbs)) }
    return .integer(isNegative: signedCount < 0, limbs: limbs)
  }

  private mutating func readFloatText() throws(MarshalError) -> Double {
    let start = position
    let size = Int(try readByte("a float"))
    let text = String(decoding: try readBytes(size: size, at: start), as: UTF8.self)
    guard let value = Double(text) else { throw MarshalError(offset: start, reason: .malformedNumber(text)) }
    return value
  }

  mutating func readByte(_ what: String) throws(MarshalError) -> UInt8 {
    guard position < data.count else { throw MarshalError(offset: position, reason: .truncated(what: what)) }
    defer { position += 1 }
    return data[position]
  }

  /// A signed 32-bit number.
  mutating func readInt(_ what: String) throws(MarshalError) -> Int {
    guard data.count - position >= 4 else { throw MarshalError(offset: position, reason: .truncated(what: what)) }
    let value = data.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: position, as: Int32.self) }
    position += 4
    return Int(Int32(littleEndian: value))
  }

  private mutating func readUInt64(_ what: String) throws(MarshalError) -> UInt64 {
    guard data.count - position >= 8 else { throw MarshalError(offset: position, reason: .truncated(what: what)) }
    let value = data.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: position, as: UInt64.self) }
    position += 8
    return UInt64(littleEndian: value)
  }

  /// A size in items or bytes, each of which takes at least one byte of the rest of the data.
  private mutating func readSize(_ what: String) throws(MarshalError) -> Int {
    let start = position
    let size = try readInt(what)
    guard size >= 0 else { throw MarshalError(offset: start, reason: .negativeSize(what: what, size)) }
    guard size <= data.count - position else {
      throw MarshalError(offset: start, reason: .tooLong(what: what, size, limit: data.count - position))
    }
    return size
  }
}
