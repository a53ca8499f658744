/// The types that the runtime refers to by itself: one per interpreter, all made at start (their attributes follow when first asked for).
/// `BuiltinTypes.layout` gives each field its name, base and layout.
@frozen
public struct BuiltinTypes: BitwiseCopyable {
  public typealias T = Ref<TypeObject>
  public var object: T, type: T
  public var none: T, notImplemented: T, ellipsis: T
  public var int: T, bool: T, float: T, complex: T
  public var str: T, bytes: T, bytearray: T, memoryview: T
  public var tuple: T, list: T, dict: T, set: T, frozenset: T, slice: T, range: T
  public var dictKeys: T, dictValues: T, dictItems: T, mappingProxy: T
  public var listIterator: T, listReverseIterator: T, tupleIterator: T, strIterator: T, strASCIIIterator: T, bytesIterator: T, bytearrayIterator: T
  public var rangeIterator: T, longRangeIterator: T, setIterator: T, sequenceIterator: T, callableIterator: T
  public var dictKeyIterator: T, dictValueIterator: T, dictItemIterator: T
  public var dictReverseKeyIterator: T, dictReverseValueIterator: T, dictReverseItemIterator: T
  public var enumerate: T, reversed: T, zip: T, map: T, filter: T
  public var function: T, builtinFunction: T, methodDescriptor: T, wrapperDescriptor: T, methodWrapper: T, classMethodDescriptor: T, libraryFunction: T
  public var method: T, property: T, classmethod: T, staticmethod: T, memberDescriptor: T, getSetDescriptor: T, `super`: T
  public var cell: T, code: T, frame: T, traceback: T, module: T
  public var generator: T, coroutine: T, coroutineWrapper: T, asyncGenerator: T, asyncGeneratorASend: T, asyncGeneratorAThrow: T
  public var asyncGeneratorWrappedValue: T, anextAwaitable: T
  public var weakReference: T, weakProxy: T, weakCallableProxy: T
  public var genericAlias: T, unionType: T, typeVar: T, typeVarTuple: T, paramSpec: T, paramSpecArgs: T, paramSpecKwargs: T, typeAliasType: T
  public var generic: T, simpleNamespace: T
  public var template: T, templateIterator: T, interpolation: T
  // Exceptions.
  public var baseException: T, baseExceptionGroup: T, generatorExit: T, keyboardInterrupt: T, systemExit: T, exception: T, exceptionGroup: T
  public var arithmeticError: T, floatingPointError: T, overflowError: T, zeroDivisionError: T, assertionError: T, attributeError: T
  public var bufferError: T, eofError: T, importError: T, moduleNotFoundError: T, lookupError: T, indexError: T, keyError: T
  public var memoryError: T, nameError: T, unboundLocalError: T, osError: T
  public var blockingIOError: T, childProcessError: T, connectionError: T, brokenPipeError: T, connectionAbortedError: T
  public var connectionRefusedError: T, connectionResetError: T, fileExistsError: T, fileNotFoundError: T, interruptedError: T
  public var isADirectoryError: T, notADirectoryError: T, permissionError: T, processLookupError: T, timeoutError: T
  public var referenceError: T, runtimeError: T, notImplementedError: T, recursionError: T, pythonFinalizationError: T
  public var stopAsyncIteration: T, stopIteration: T, syntaxError: T, indentationError: T, tabError: T, incompleteInputError: T, systemError: T, typeError: T
  public var valueError: T, unicodeError: T, unicodeDecodeError: T, unicodeEncodeError: T, unicodeTranslateError: T
  public var warning: T, bytesWarning: T, deprecationWarning: T, encodingWarning: T, futureWarning: T, importWarning: T
  public var pendingDeprecationWarning: T, resourceWarning: T, runtimeWarning: T, syntaxWarning: T, unicodeWarning: T, userWarning: T
}
