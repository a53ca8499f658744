import Builtins
import Runtime

/// The types of module `_io`. They are made when first asked for; `_IOBase` keeps those that there are, by number, in a tuple that is the
/// `nativeData` of them all (and of the classes that derive from them).
enum IOType: Int, CaseIterable {
  case base, rawBase, bufferedBase, textBase, fileIO, bytesIO, bytesBuffer, stringIO, reader, writer, random, pair, text, newlineDecoder

  fileprivate var spec: TypeSpec {
    switch self {
    case .base: IOBase.spec
    case .rawBase: RawBase.spec
    case .bufferedBase: BufferedBase.spec
    case .textBase: TextBase.spec
    case .fileIO: FileIO.spec
    case .bytesIO: BytesIO.spec
    case .bytesBuffer: BytesIO.bufferSpec
    case .stringIO: StringIO.spec
    case .reader: BufferedTables.reader
    case .writer: BufferedTables.writer
    case .random: BufferedTables.random
    case .pair: BufferedPair.spec
    case .text: TextWrapper.spec
    case .newlineDecoder: NewlineDecoder.spec
    }
  }

  fileprivate var parent: IOType? {
    switch self {
    case .base, .bytesBuffer, .newlineDecoder: nil
    case .rawBase, .bufferedBase, .textBase: .base
    case .fileIO: .rawBase
    case .bytesIO, .reader, .writer, .random, .pair: .bufferedBase
    case .stringIO, .text: .textBase
    }
  }

  /// Bytes of an instance.
  fileprivate var size: Int {
    switch self {
    case .base, .rawBase, .bufferedBase, .textBase, .bytesBuffer: MemoryLayout<ObjectHeader>.size
    case .fileIO: MemoryLayout<FileObject>.size
    case .bytesIO: MemoryLayout<BytesIOObject>.size
    case .stringIO: MemoryLayout<StringIOObject>.size
    case .reader, .writer, .random: MemoryLayout<BufferedObject>.size
    case .pair: MemoryLayout<BufferedPairObject>.size
    case .text: MemoryLayout<TextStreamObject>.size
    case .newlineDecoder: MemoryLayout<NewlineDecoderObject>.size
    }
  }

  fileprivate var flags: TypeFlags {
    switch self {
    case .base, .rawBase, .bufferedBase, .textBase: [.base, .bare, .finalizer]
    case .fileIO, .reader, .writer, .random, .text: [.base, .finalizer]
    case .bytesIO, .stringIO, .pair, .newlineDecoder: .base
    case .bytesBuffer: .noConstructor
    }
  }
}

extension Thread {
  /// The numbers of `io.UnsupportedOperation` and of `open` in the tuple of types.
  private static var unsupportedIndex: Int { IOType.allCases.count }
  private static var openIndex: Int { IOType.allCases.count + 1 }

  private func ioTypes() throws(Raised) -> Ref<TupleObject> {
    let known = typeNamed("_io._IOBase")
    if !known.isNone { return known.nativeData.unchecked() }
    let table = try tuple(count: IOType.allCases.count + 2)
    _ = try makeIOType(.base, table)
    return table
  }

  /// A type of module `_io`.
  func ioType(_ which: IOType) throws(Raised) -> Ref<TypeObject> { try ioType(which, in: try ioTypes()) }

  /// The same where an instance of one of these types is at hand.
  func ioType(_ which: IOType, like me: Value) throws(Raised) -> Ref<TypeObject> {
    try ioType(which, in: me.object.type.nativeData.unchecked())
  }

  private func ioType(_ which: IOType, in table: Ref<TupleObject>) throws(Raised) -> Ref<TypeObject> {
    let known = table.items[which.rawValue]
    return known.isNull ? try makeIOType(which, table) : known.unchecked()
  }

  private func makeIOType(_ which: IOType, _ table: Ref<TupleObject>) throws(Raised) -> Ref<TypeObject> {
    let base = which.parent == nil ? nil : try ioType(which.parent ?? .base, in: table)
    let type = try makeNativeType(which.spec, base: base, kind: which == .text ? .textStream : .record, bytes: which.size, flags: which.flags)
    if which == .base { giveInstancesDict(type) }
    type.nativeData = Value(table)
    table.items[which.rawValue] = Value(type)
    return type
  }

  /// Whether `v` is an instance of just this type, not of a subclass. `me` is an instance of any of these types.
  @inline(__always)
  func isExactly(_ which: IOType, _ v: Value, like me: Value) -> Bool {
    v.isObject && Value(v.object.type) == me.object.type.nativeData.tupleSlots[which.rawValue]
  }

  /// `io.UnsupportedOperation`
  func unsupportedOperation() throws(Raised) -> Ref<TypeObject> {
    let table = try ioTypes()
    let index = Thread.unsupportedIndex
    if table.items[index].isNull {
      let namespace = try dict()
      try dictSet(namespace, name(.__module__), try intern("io"))
      let bases = try tuple(Value(self.types.osError), Value(self.types.valueError))
      table.items[index] = try call(Value(self.types.type), try str("UnsupportedOperation"), bases, Value(namespace))
    }
    return table.items[index].unchecked()
  }

  /// The function `open`, which is the same object in builtins, `_io` and `io`.
  func openFunction() throws(Raised) -> Value {
    let table = try ioTypes()
    let index = Thread.openIndex
    if table.items[index].isNull {
      let function = try makeNative(OpenFunction.spec)
      function.module = try intern(has(.coreStreamsNamed) ? "_io" : "io")
      table.items[index] = Value(function)
    }
    return table.items[index]
  }

  /// Raises `io.UnsupportedOperation(text)`.
  func unsupported(_ text: StaticString) -> Raised {
    do throws(Raised) {
      return raise(try unsupportedOperation(), message: try str(text))
    } catch {
      return error
    }
  }
}
