/// Which attributes an exception has beside those of BaseException: decided by the builtin type that its class derives from.
@frozen
public enum ExceptionLayout: UInt8, BitwiseCopyable {
  case plain, stopIteration, systemExit, nameError, attributeError, importError, osError, syntaxError
  case unicodeEncodeError, unicodeDecodeError, unicodeTranslateError, group
}

/// The words of an exception object that hold attributes of its layout (Include/cpython/pyerrors.h has the same structs).
public enum ExceptionField {
  public static let stopIterationValue = 0
  public static let systemExitCode = 0
  /// NameError, AttributeError.
  public static let name = 0
  public static let attributeObject = 1
  public static let importName = 0, importPath = 1, importMessage = 2, importNameFrom = 3
  /// `osCharactersWritten`: BlockingIOError only, null = not set.
  public static let osErrno = 0, osStrerror = 1, osFilename = 2, osFilename2 = 3, osCharactersWritten = 4
  public static let syntaxMessage = 0, syntaxFilename = 1, syntaxLine = 2, syntaxOffset = 3, syntaxText = 4
  public static let syntaxEndLine = 5, syntaxEndOffset = 6, syntaxPrintFileAndLine = 7
  public static let unicodeEncoding = 0, unicodeObject = 1, unicodeStart = 2, unicodeEnd = 3, unicodeReason = 4
  public static let groupMessage = 0, groupExceptions = 1
}

extension Ref where T == ExceptionObject {
  /// `field0` ... `field7` by index.
  public var fields: SlotPointer {
    SlotPointer(raw + MemoryLayout<ExceptionObject>.offset(of: \.field0).unsafelyUnwrapped)
  }
  /// The value of a field, None if it was not set.
  public func field(_ index: Int) -> Value { fields[index].isNull ? .none : fields[index] }
}

extension Thread {
  /// The layout of the instances of an exception type.
  public func exceptionLayout(of type: Ref<TypeObject>) -> ExceptionLayout {
    let types = self.types
    var t = type
    while !t.isNone {
      if t == types.exception || t == types.baseException { return .plain }
      if t == types.stopIteration { return .stopIteration }
      if t == types.attributeError { return .attributeError }
      if t == types.nameError { return .nameError }
      if t == types.osError { return .osError }
      if t == types.importError { return .importError }
      if t == types.systemExit { return .systemExit }
      if t == types.syntaxError { return .syntaxError }
      if t == types.baseExceptionGroup { return .group }
      if t == types.unicodeEncodeError { return .unicodeEncodeError }
      if t == types.unicodeDecodeError { return .unicodeDecodeError }
      if t == types.unicodeTranslateError { return .unicodeTranslateError }
      t = t.base
    }
    return .plain
  }

  public func isException(_ v: Value) -> Bool { v.isKind(.exception) }
  /// Whether `v` is a class that derives from BaseException.
  public func isExceptionClass(_ v: Value) -> Bool { v.isKind(.type) && v.unchecked(as: TypeObject.self).flags.contains(.exception) }
}
