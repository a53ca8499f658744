// Texts that differ between language levels.
// Generated from Spec/ by specgen-tool. Do not edit: change the spec and build.

public enum LibraryMessage: Sendable {
  /// ast
  case nodeModule
  /// field '%S' is required for %S
  case nodeFieldRequired
  /// identifier field can't represent '%S' constant
  case nameIsConstant
  /// '%T' object cannot be interpreted as an integer
  case arrayItemNotInt
  /// buffer flags out of range
  case bufferFlagsTooLarge
  /// array item must be a unicode character, not %F
  case arrayItemNotStr
  /// array item must be a unicode character, not a string of length %S
  case arrayItemNotCharacter
  /// array() argument 1 must be a unicode character, not a string of length %S
  case typecodeNotCharacter
  /// bad typecode (must be b, B, u, w, h, H, i, I, l, L, q, Q, f or d)
  case badTypecode
  /// fromunicode() may only be called on unicode type arrays ('u' or 'w')
  case fromunicodeOfNumbers
  /// tounicode() may only be called on unicode type arrays ('u' or 'w')
  case tounicodeOfNumbers
  /// short format requires -32768 <= number <= 32767
  case packedShort
  /// ushort format requires 0 <= number <= 65535
  case packedUnsignedShort
  /// Struct() argument 1 must be a str or bytes object, not %2S
  case structFormatNotText
  /// tobytes() argument 'order' must be str or None, not %T
  case orderNotStr
  /// cast() argument 'format' must be str, not %B
  case castFormatNotStr
  /// cannot use '%F' as a dict key (%S)
  case unhashableKey
  /// cannot use '%F' as a set element (%S)
  case unhashableElement
  /// list.index(x): x not in list
  case notInList
  /// range.index(x): x not in range
  case notInRange
  /// %S() iterable argument is empty
  case maxOfNothing
  /// object is not iterable
  case pairNotIterable
  /// %S expected at least 1 argument, got 0
  case extremeWithoutArgument
  /// must assign iterable to extended slice
  case sliceFromOther
  /// iter(v, w): v must be callable
  case iterOfUncallable
  /// enumerate() missing required argument 'iterable'
  case enumerateOfNothing
  /// range expected at least 1 argument, got 0
  case rangeOfNothing
  /// lost sys.%S
  case inputStreamLost
  /// cannot pickle '%S' instances
  case streamNotReduced
  /// cannot pickle '%S' object
  case fileNotReduced
  /// cannot pickle '%2S' instances
  case streamNotPickled
  /// IncrementalNewlineDecoder.__init__() not called
  case newlineDecoderNotReady
  /// '%T' object cannot be interpreted as an integer
  case streamOffsetOfFloat
  /// attribute '_CHUNK_SIZE' of '_io.TextIOWrapper' objects cannot be deleted
  case chunkSizeNotDeleted
  /// '%F' object does not support the context manager protocol (missed __enter__ method)
  case managerWithoutEnter
  /// '%F' object does not support the context manager protocol (missed __exit__ method)
  case managerWithoutExit
  /// '%F' object does not support the asynchronous context manager protocol (missed __aenter__ method)
  case asyncManagerWithoutEnter
  /// '%F' object does not support the asynchronous context manager protocol (missed __aexit__ method)
  case asyncManagerWithoutExit
  /// '%T' object can't be awaited
  case awaitOfOther
  /// cannot access local variable '%S' where it is not associated with a value
  case unboundLocal
  /// cannot access free variable '%S' where it is not associated with a value in enclosing scope
  case unboundFreeVariable
  /// too many values to unpack (expected %S, got %S)
  case tooManyToUnpack
  /// argument of type '%T' is not a container or iterable
  case notAContainer
  /// type '%N' is not subscriptable
  case typeNotSubscriptable
  /// called match pattern must be a class
  case matchPatternNotAClass
  /// cannot pickle %T objects
  case pickleOfItems
  /// Invalid first argument to `register()`. %R is not a class or union type.
  case dispatchClassInvalid
  /// Invalid annotation for %R. %R not all arguments are classes.
  case dispatchUnionInvalid
  /// expected at most 1 argument, got %S
  case tooManyForOrderedDict
  /// expected a number in range from -1 up to 1, got %R
  case domainOfArcSine
  /// log expected at least 1 argument, got 0
  case logOfNothing
  /// log expected at most 2 arguments, got %S
  case logOfTooMany
  /// expected argument value not less than 1, got %R
  case domainOfAcosh
  /// expected a number between -1 and 1, got %R
  case domainOfAtanh
  /// expected a finite input, got %R
  case domainOfSine
  /// expected a positive input, got %R
  case domainOfLogarithm
  /// expected a positive input
  case domainOfIntLogarithm
  /// expected argument value > -1, got %R
  case domainOfLog1p
  /// expected a nonnegative input, got %R
  case domainOfRoot
  /// expected a noninteger or positive integer, got %R
  case domainOfGamma
  /// deque.index(x): x not in deque
  case notInDequeToFind
  /// deque.remove(x): x not in deque
  case notInDequeToRemove
  /// deque mutated during iteration
  case dequeChangedByRemoval
  /// a class that defines __slots__ without defining __getstate__ cannot be pickled
  case slotsWithoutState
  /// Any cannot be instantiated
  case anyInstantiated
  /// %R does not have annotations
  case hintsOfOther
  /// Too many arguments for %R; actual %S, expected %S
  case tooManyTypeArguments
  /// Too few arguments for %R; actual %S, expected %S
  case tooFewTypeArguments
  /// %S.__new__
  case namedTupleConstructor
  /// Non-default namedtuple field %S cannot follow default field %S
  case fieldBehindDefaultField
  /// Non-default namedtuple field %S cannot follow default fields %S
  case fieldBehindDefaultFields
  /// Got unexpected field names: %R
  case unexpectedFieldNames
  /// reduce() of empty iterable with no initial value
  case reduceOfNothing
  /// the first argument %R must be a callable or a descriptor
  case partialmethodOfOther
  /// %S() argument 1 must be list, not %B
  case heapNotList
  /// %S() argument must be list, not %B
  case onlyHeapNotList
  /// The only supported seed types are: None, int, float, str, bytes, and bytearray.
  case unusableSeed
  /// empty range in randrange(%S, %S)
  case emptyRandomRange
  /// empty range in randrange(%S, %S, %S)
  case emptyRandomSteps
  /// timestamp out of range for C PyTime_t
  case timestampTooLarge
  /// Population must be a sequence.  For dicts or sets, use sorted(d).
  case populationNotSequence
  /// Cannot convert negative int
  case negativeRandomBits
  /// no executor at given byte offset
  case noExecutor
  /// unsupported operand type(s) for ** or pow(): '%T', '%T', '%T'
  case unsupportedPower
  /// unsupported operand type(s) for **=: '%T' and '%T'
  case unsupportedInplacePower
  /// chr() arg not in range(0x110000)
  case chrTooLarge
  /// division by zero
  case intFloorDivisionByZero
  /// division by zero
  case intRemainderByZero
  /// division by zero
  case floatDivisionByZero
  /// division by zero
  case floatFloorDivisionByZero
  /// division by zero
  case floatRemainderByZero
  /// division by zero
  case floatDivmodByZero
  /// division by zero
  case complexDivisionByZero
  /// zero to a negative power
  case zeroToNegativePower
  /// zero to a negative or complex power
  case zeroToComplexPower
  /// int() argument must be a string, a bytes-like object or a real number, not '%T'
  case intOfOther
  /// float() argument must be a string or a real number, not '%T'
  case floatOfOther
  /// Exceeds the limit (%S digits) for integer string conversion: value has %S digits; use sys.set_int_max_str_digits() to increase the limit
  case intTextTooLong
  /// Exceeds the limit (%S digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit
  case intTooLongForText
  /// '%T' object cannot be interpreted as an integer
  case cIntOfFloat
  /// '%T' object cannot be interpreted as an integer
  case cIntOfOther
  /// '%T' object cannot be interpreted as an integer or float
  case secondsOfOther
  /// complex() argument must be a string or a number, not %F
  case complexOfOther
  /// complex() argument 'real' must be a real number, not %F
  case realPartOfOther
  /// complex() argument 'imag' must be a real number, not %F
  case imaginaryOfOther
  /// complex() argument 'real' must be a real number, not %F
  case complexOfStrAndMore
  /// complex() argument 'imag' must be a real number, not %F
  case imaginaryOfStr
  /// timestamp out of range for C PyTime_t
  case lockTimeoutTooLarge
  /// timeout value must be a non-negative number
  case negativeTimeout
  /// invalid action: %R
  case invalidWarningAction
  /// lineno must be an int
  case warningLineType
  /// lineno must be an int >= 0
  case warningLineValue
  /// message must be a string
  case warningMessageType
  /// module must be a string
  case warningModuleType
  /// category must be a Warning subclass
  case warningCategoryType
  /// gc.set_threshold requires 1 to 3 arguments
  case tooFewThresholds
  /// gc.set_threshold requires 1 to 3 arguments
  case tooManyThresholds
  /// weakref() takes no keyword arguments
  case weakReferenceCallKeywords
  /// Weakref proxy referenced a non-iterator '%T' object
  case proxyOfNonIterator
  /// f_lineno can only be set in a trace function
  case frameLineAssignment
  /// f_lineno can only be set in a trace function
  case finishedFrameLineAssignment
  /// attribute 'f_lineno' of 'frame' objects cannot be deleted
  case frameLineDeletion
  /// cannot switch from automatic field numbering to manual field specification
  case mixedFieldNumbers
  /// __format__() argument must be str, not %B
  case complexFormatNotStr
  /// string keys in translatetable must be of length 1
  case translatedKeyLength
  /// keys in translate table mustbe strings or integers
  case translatedKeyType
  /// fromhex() arg must contain an even number of hexadecimal digits
  case oddHexDigits
  /// string indices must be integers, not '%T'
  case strIndexNotInt
  /// %%%S format: a real number is required, not %T
  case percentOfOther
  /// Invalid format specifier '%S' for object of type '%T'
  case invalidFormatSpecifier
  /// %%c requires an int or a unicode character, not a string of length %S
  case percentCOfStr
  /// %%c requires an int or a unicode character, not %F
  case percentCOfOther
  /// %%c requires an integer in range(256) or a single byte, not a %3S object of length %2S
  case percentByteOfBytes
  /// %%c requires an integer in range(256) or a single byte, not %F
  case percentByteOfOther
  /// Space not allowed in string format specifier
  case spaceInStrFormat
  /// expected iterable of integers; got: 'str'
  case bytearrayExtendedByStr
  /// fromhex() argument must be str or bytes-like, not %F
  case fromhexOfOther
  /// %S(): argument 2 must be a byte string of length 1, not a %3S object of length %S
  case fillNotOneByte
  /// %S() argument 1 must be str, not %B
  case searchedNotStr
  /// year must be in 1..9999, not %S
  case yearOutOfRange
  /// day %S must be in range 1..%S for month %S in year %S
  case dayNotInMonth
  /// Parsing dates involving a day of month without a year specified is ambiguous and fails to parse leap day. The default behavior will change in Python 3.15 to either always raise an exception or to use a different default year (TBD). To avoid trouble, add a specific year to the input & format. See https://github.com/python/cpython/issues/70647.
  case yearlessDays
  /// code expected at least %S arguments, got %S
  case tooFewCodeArguments
  /// code expected at most %S arguments, got %S
  case tooManyCodeArguments
  /// super(type, obj): obj (%S %N) is not an instance or subtype of type (%N).
  case superOfUnrelated
  /// __weakref__ slot disallowed: we already got one
  case weakReferenceSlotTaken
  /// property of '%S' object has no getter
  case propertyWithoutGetter
  /// property %R of %R object has no getter
  case namedPropertyWithoutGetter
  /// property of '%S' object has no setter
  case propertyWithoutSetter
  /// property %R of %R object has no setter
  case namedPropertyWithoutSetter
  /// property of '%S' object has no deleter
  case propertyWithoutDeleter
  /// property %R of %R object has no deleter
  case namedPropertyWithoutDeleter
  /// Cannot create a consistent method resolution order (MRO) for bases%S
  case inconsistentOrder
  /// '%T' object has no attribute '%S' and no __dict__ for setting new attributes
  case noAttributeToSet
  /// isinstance() arg 2 must be a type, a tuple of types, or a union
  case isinstanceOfOther
  /// issubclass() arg 2 must be a class, a tuple of classes, or a union
  case issubclassOfOther
  /// Can't instantiate abstract class %S without an implementation for abstract method '%S'
  case abstractClassWithMethod
  /// Can't instantiate abstract class %S without an implementation for abstract methods '%S'
  case abstractClassWithMethods
  /// ', '
  case abstractMethodSeparator
  /// attribute name must be string, not '%T'
  case getattrNameNotStr
  /// attribute name must be string, not '%T'
  case hasattrNameNotStr
  /// add_note() argument must be str, not %B
  case noteNotStr
  /// traceback() argument 'tb_frame' must be frame, not %B
  case tracebackOfOther
  /// '%F' object has no attribute '%S'
  case unsetSlot
  /// '%T' object has no attribute '%S'
  case missingAttributeToDelete
  /// unbound method %S.%S() needs an argument
  case methodWithoutArgument
  /// descriptor '%S' for type '%N' needs a type, not a '%T' as arg 2
  case classMethodOfOther
  /// %S() got an unexpected keyword argument '%S'
  case unexpectedNativeKeyword
  /// type() takes no keyword arguments
  case typeWithKeywords
  /// super() argument 1 must be a type, not %T
  case superOfOther
  /// super() expected at most 2 arguments, got %S
  case superWithTooMany
  /// cannot set %R attribute of immutable type '%N'
  case attributeOfImmutableType
  /// cannot set %R attribute of immutable type '%N'
  case specialAttributeOfImmutableType
  /// cannot delete %R attribute of immutable type '%S'
  case deletedSpecialAttribute
  /// __class__ assignment only supported for mutable types or ModuleType subclasses
  case classAssignment
  /// type object '%N' has no attribute '%S'
  case missingClassAttributeToDelete
  /// instance must not be None
  case methodOfNone
  /// expected an exception type, a tuple of exception types, or a callable (other than a class)
  case splitByOther
  /// weakref expected 0 arguments, got %S
  case weakReferenceCall
  /// attempted relative import beyond top-level package
  case importBeyondTop
  /// module name must be a string
  case importOfOther
  /// %R is not a generic class
  case notAGenericClass
  /// maxdigits must be >= 640 or 0 for unlimited
  case maxStrDigitsTooSmall
}

extension Thread {
  /// The type of exception and the text that `message` has at the interpreter's level.
  func variant(of message: LibraryMessage) -> LibraryText {
    let level = self.level.number
    switch message {
    case .nodeModule:
      if level <= 0x0308 { return LibraryText(.none, "_ast") }
      return LibraryText(.none, "ast")
    case .nodeFieldRequired:
      if level <= 0x0308 { return LibraryText(self.types.valueError, "field %S is required for %S") }
      return LibraryText(self.types.valueError, "field '%S' is required for %S")
    case .nameIsConstant:
      if level <= 0x0309 { return LibraryText(self.types.valueError, "Name node can't be used with '%S' constant") }
      return LibraryText(self.types.valueError, "identifier field can't represent '%S' constant")
    case .arrayItemNotInt:
      if level <= 0x0309 { return LibraryText(self.types.typeError, "array item must be integer") }
      return LibraryText(self.types.typeError, "'%T' object cannot be interpreted as an integer")
    case .bufferFlagsTooLarge:
      if level <= 0x030D { return LibraryText(self.types.overflowError, "buffer flags too large") }
      return LibraryText(self.types.overflowError, "buffer flags out of range")
    case .arrayItemNotStr:
      if level <= 0x030D { return LibraryText(self.types.typeError, "array item must be unicode character") }
      return LibraryText(self.types.typeError, "array item must be a unicode character, not %F")
    case .arrayItemNotCharacter:
      if level <= 0x030D { return LibraryText(self.types.typeError, "array item must be unicode character") }
      return LibraryText(self.types.typeError, "array item must be a unicode character, not a string of length %S")
    case .typecodeNotCharacter:
      if level <= 0x030D { return LibraryText(self.types.typeError, "array() argument 1 must be a unicode character, not %2B") }
      return LibraryText(self.types.typeError, "array() argument 1 must be a unicode character, not a string of length %S")
    case .badTypecode:
      if level <= 0x030D { return LibraryText(self.types.valueError, "bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)") }
      return LibraryText(self.types.valueError, "bad typecode (must be b, B, u, w, h, H, i, I, l, L, q, Q, f or d)")
    case .fromunicodeOfNumbers:
      if level <= 0x030C { return LibraryText(self.types.valueError, "fromunicode() may only be called on unicode type arrays") }
      return LibraryText(self.types.valueError, "fromunicode() may only be called on unicode type arrays ('u' or 'w')")
    case .tounicodeOfNumbers:
      if level <= 0x030C { return LibraryText(self.types.valueError, "tounicode() may only be called on unicode type arrays") }
      return LibraryText(self.types.valueError, "tounicode() may only be called on unicode type arrays ('u' or 'w')")
    case .packedShort:
      if level <= 0x030A { return LibraryText(.none, "short format requires (-0x7fff - 1) <= number <= 0x7fff") }
      return LibraryText(.none, "short format requires -32768 <= number <= 32767")
    case .packedUnsignedShort:
      if level <= 0x030A { return LibraryText(.none, "ushort format requires 0 <= number <= (0x7fff * 2 + 1)") }
      return LibraryText(.none, "ushort format requires 0 <= number <= 65535")
    case .structFormatNotText:
      if level <= 0x0309 { return LibraryText(self.types.typeError, "Struct() argument 1 must be a str or bytes object, not %T") }
      return LibraryText(self.types.typeError, "Struct() argument 1 must be a str or bytes object, not %2S")
    case .orderNotStr:
      if level <= 0x0309 { return LibraryText(self.types.typeError, "argument 1 must be str or None, not %T") }
      return LibraryText(self.types.typeError, "tobytes() argument 'order' must be str or None, not %T")
    case .castFormatNotStr:
      if level <= 0x0309 { return LibraryText(self.types.typeError, "memoryview: format argument must be a string") }
      return LibraryText(self.types.typeError, "cast() argument 'format' must be str, not %B")
    case .unhashableKey:
      if level <= 0x030D { return LibraryText(self.types.typeError, "%2S") }
      return LibraryText(self.types.typeError, "cannot use '%F' as a dict key (%S)")
    case .unhashableElement:
      if level <= 0x030D { return LibraryText(self.types.typeError, "%2S") }
      return LibraryText(self.types.typeError, "cannot use '%F' as a set element (%S)")
    case .notInList:
      if level <= 0x030D { return LibraryText(self.types.valueError, "%R is not in list") }
      return LibraryText(self.types.valueError, "list.index(x): x not in list")
    case .notInRange:
      if level <= 0x030D { return LibraryText(self.types.valueError, "%R is not in range") }
      return LibraryText(self.types.valueError, "range.index(x): x not in range")
    case .maxOfNothing:
      if level <= 0x030B { return LibraryText(self.types.valueError, "%S() arg is an empty sequence") }
      return LibraryText(self.types.valueError, "%S() iterable argument is empty")
    case .pairNotIterable:
      if level <= 0x030D { return LibraryText(self.types.typeError, "cannot convert dictionary update sequence element #%S to a sequence") }
      return LibraryText(self.types.typeError, "object is not iterable")
    case .extremeWithoutArgument:
      if level <= 0x0308 { return LibraryText(self.types.typeError, "%S expected 1 argument, got 0") }
      return LibraryText(self.types.typeError, "%S expected at least 1 argument, got 0")
    case .sliceFromOther:
      if level <= 0x030C { return LibraryText(self.types.typeError, "can only assign an iterable") }
      return LibraryText(self.types.typeError, "must assign iterable to extended slice")
    case .iterOfUncallable:
      if level <= 0x030B { return LibraryText(self.types.typeError, "iter(v, w): v must be callable") }
      if level <= 0x030C { return LibraryText(self.types.typeError, "iter(object, sentinel): object must be callable") }
      return LibraryText(self.types.typeError, "iter(v, w): v must be callable")
    case .enumerateOfNothing:
      if level <= 0x030A { return LibraryText(self.types.typeError, "enumerate() missing required argument 'iterable' (pos 1)") }
      return LibraryText(self.types.typeError, "enumerate() missing required argument 'iterable'")
    case .rangeOfNothing:
      if level <= 0x0308 { return LibraryText(self.types.typeError, "range expected 1 argument, got 0") }
      return LibraryText(self.types.typeError, "range expected at least 1 argument, got 0")
    case .inputStreamLost:
      if level <= 0x030D { return LibraryText(self.types.runtimeError, "input(): lost sys.%S") }
      return LibraryText(self.types.runtimeError, "lost sys.%S")
    case .streamNotReduced:
      if level <= 0x030B { return LibraryText(self.types.typeError, "cannot pickle '%S' object") }
      return LibraryText(self.types.typeError, "cannot pickle '%S' instances")
    case .fileNotReduced:
      if level <= 0x030B { return LibraryText(self.types.typeError, "cannot pickle '%S' object") }
      if level <= 0x030D { return LibraryText(self.types.typeError, "cannot pickle '%S' instances") }
      return LibraryText(self.types.typeError, "cannot pickle '%S' object")
    case .streamNotPickled:
      if level <= 0x030B { return LibraryText(self.types.typeError, "cannot pickle '%T' object") }
      return LibraryText(self.types.typeError, "cannot pickle '%2S' instances")
    case .newlineDecoderNotReady:
      if level <= 0x0309 { return LibraryText(self.types.valueError, "IncrementalNewlineDecoder.__init__ not called") }
      return LibraryText(self.types.valueError, "IncrementalNewlineDecoder.__init__() not called")
    case .streamOffsetOfFloat:
      if level <= 0x0309 { return LibraryText(self.types.typeError, "an integer is required") }
      return LibraryText(self.types.typeError, "'%T' object cannot be interpreted as an integer")
    case .chunkSizeNotDeleted:
      if level <= 0x030D { return LibraryText(self.types.attributeError, "cannot delete attribute") }
      return LibraryText(self.types.attributeError, "attribute '_CHUNK_SIZE' of '_io.TextIOWrapper' objects cannot be deleted")
    case .managerWithoutEnter:
      if level <= 0x030A { return LibraryText(self.types.attributeError, "__enter__") }
      if level <= 0x030D { return LibraryText(self.types.typeError, "'%T' object does not support the context manager protocol") }
      return LibraryText(self.types.typeError, "'%F' object does not support the context manager protocol (missed __enter__ method)")
    case .managerWithoutExit:
      if level <= 0x030A { return LibraryText(self.types.attributeError, "__exit__") }
      if level <= 0x030D { return LibraryText(self.types.typeError, "'%T' object does not support the context manager protocol (missed __exit__ method)") }
      return LibraryText(self.types.typeError, "'%F' object does not support the context manager protocol (missed __exit__ method)")
    case .asyncManagerWithoutEnter:
      if level <= 0x030A { return LibraryText(self.types.attributeError, "__aenter__") }
      if level <= 0x030D { return LibraryText(self.types.typeError, "'%T' object does not support the asynchronous context manager protocol") }
      return LibraryText(self.types.typeError, "'%F' object does not support the asynchronous context manager protocol (missed __aenter__ method)")
    case .asyncManagerWithoutExit:
      if level <= 0x030A { return LibraryText(self.types.attributeError, "__aexit__") }
      if level <= 0x030D { return LibraryText(self.types.typeError, "'%T' object does not support the asynchronous context manager protocol (missed __aexit__ method)") }
      return LibraryText(self.types.typeError, "'%F' object does not support the asynchronous context manager protocol (missed __aexit__ method)")
    case .awaitOfOther:
      if level <= 0x030D { return LibraryText(self.types.typeError, "object %T can't be used in 'await' expression") }
      return LibraryText(self.types.typeError, "'%T' object can't be awaited")
    case .unboundLocal:
      if level <= 0x030A { return LibraryText(self.types.unboundLocalError, "local variable '%S' referenced before assignment") }
      return LibraryText(self.types.unboundLocalError, "cannot access local variable '%S' where it is not associated with a value")
    case .unboundFreeVariable:
      if level <= 0x030A { return LibraryText(self.types.nameError, "free variable '%S' referenced before assignment in enclosing scope") }
      return LibraryText(self.types.nameError, "cannot access free variable '%S' where it is not associated with a value in enclosing scope")
    case .tooManyToUnpack:
      if level <= 0x030D { return LibraryText(self.types.valueError, "too many values to unpack (expected %S)") }
      return LibraryText(self.types.valueError, "too many values to unpack (expected %S, got %S)")
    case .notAContainer:
      if level <= 0x030D { return LibraryText(self.types.typeError, "argument of type '%T' is not iterable") }
      return LibraryText(self.types.typeError, "argument of type '%T' is not a container or iterable")
    case .typeNotSubscriptable:
      if level <= 0x030A { return LibraryText(self.types.typeError, "'%T' object is not subscriptable") }
      return LibraryText(self.types.typeError, "type '%N' is not subscriptable")
    case .matchPatternNotAClass:
      if level <= 0x030B { return LibraryText(self.types.typeError, "called match pattern must be a type") }
      return LibraryText(self.types.typeError, "called match pattern must be a class")
    case .pickleOfItems:
      if level <= 0x030A { return LibraryText(self.types.typeError, "cannot pickle '%T' object") }
      return LibraryText(self.types.typeError, "cannot pickle %T objects")
    case .dispatchClassInvalid:
      if level <= 0x030A { return LibraryText(self.types.typeError, "Invalid first argument to `register()`. %R is not a class.") }
      return LibraryText(self.types.typeError, "Invalid first argument to `register()`. %R is not a class or union type.")
    case .dispatchUnionInvalid:
      if level <= 0x030A { return LibraryText(self.types.typeError, "Invalid annotation for %R. %R is not a class.") }
      return LibraryText(self.types.typeError, "Invalid annotation for %R. %R not all arguments are classes.")
    case .tooManyForOrderedDict:
      if level <= 0x030D { return LibraryText(self.types.typeError, "expected at most 1 arguments, got %S") }
      return LibraryText(self.types.typeError, "expected at most 1 argument, got %S")
    case .domainOfArcSine:
      if level <= 0x030D { return LibraryText(self.types.valueError, "math domain error") }
      return LibraryText(self.types.valueError, "expected a number in range from -1 up to 1, got %R")
    case .logOfNothing:
      if level <= 0x030B { return LibraryText(self.types.typeError, "math.log requires 1 to 2 arguments") }
      return LibraryText(self.types.typeError, "log expected at least 1 argument, got 0")
    case .logOfTooMany:
      if level <= 0x030B { return LibraryText(self.types.typeError, "math.log requires 1 to 2 arguments") }
      return LibraryText(self.types.typeError, "log expected at most 2 arguments, got %S")
    case .domainOfAcosh:
      if level <= 0x030D { return LibraryText(self.types.valueError, "math domain error") }
      return LibraryText(self.types.valueError, "expected argument value not less than 1, got %R")
    case .domainOfAtanh:
      if level <= 0x030D { return LibraryText(self.types.valueError, "math domain error") }
      return LibraryText(self.types.valueError, "expected a number between -1 and 1, got %R")
    case .domainOfSine:
      if level <= 0x030D { return LibraryText(self.types.valueError, "math domain error") }
      return LibraryText(self.types.valueError, "expected a finite input, got %R")
    case .domainOfLogarithm:
      if level <= 0x030D { return LibraryText(self.types.valueError, "math domain error") }
      return LibraryText(self.types.valueError, "expected a positive input, got %R")
    case .domainOfIntLogarithm:
      if level <= 0x030D { return LibraryText(self.types.valueError, "math domain error") }
      return LibraryText(self.types.valueError, "expected a positive input")
    case .domainOfLog1p:
      if level <= 0x030D { return LibraryText(self.types.valueError, "math domain error") }
      return LibraryText(self.types.valueError, "expected argument value > -1, got %R")
    case .domainOfRoot:
      if level <= 0x030D { return LibraryText(self.types.valueError, "math domain error") }
      return LibraryText(self.types.valueError, "expected a nonnegative input, got %R")
    case .domainOfGamma:
      if level <= 0x030D { return LibraryText(self.types.valueError, "math domain error") }
      return LibraryText(self.types.valueError, "expected a noninteger or positive integer, got %R")
    case .notInDequeToFind:
      if level <= 0x030D { return LibraryText(self.types.valueError, "%R is not in deque") }
      return LibraryText(self.types.valueError, "deque.index(x): x not in deque")
    case .notInDequeToRemove:
      if level <= 0x0309 { return LibraryText(self.types.valueError, "deque.remove(x): x not in deque") }
      if level <= 0x030D { return LibraryText(self.types.valueError, "%R is not in deque") }
      return LibraryText(self.types.valueError, "deque.remove(x): x not in deque")
    case .dequeChangedByRemoval:
      if level <= 0x0309 { return LibraryText(self.types.indexError, "deque mutated during remove().") }
      return LibraryText(self.types.indexError, "deque mutated during iteration")
    case .slotsWithoutState:
      if level <= 0x030A { return LibraryText(self.types.typeError, "cannot pickle %R object: a class that defines __slots__ without defining __getstate__ cannot be pickled with protocol %S") }
      return LibraryText(self.types.typeError, "a class that defines __slots__ without defining __getstate__ cannot be pickled")
    case .anyInstantiated:
      if level <= 0x030A { return LibraryText(self.types.typeError, "Cannot instantiate typing.Any") }
      return LibraryText(self.types.typeError, "Any cannot be instantiated")
    case .hintsOfOther:
      if level <= 0x030D { return LibraryText(self.types.typeError, "%R is not a module, class, method, or function.") }
      return LibraryText(self.types.typeError, "%R does not have annotations")
    case .tooManyTypeArguments:
      if level <= 0x0309 { return LibraryText(self.types.typeError, "Too many parameters for %R; actual %S, expected %S") }
      return LibraryText(self.types.typeError, "Too many arguments for %R; actual %S, expected %S")
    case .tooFewTypeArguments:
      if level <= 0x0309 { return LibraryText(self.types.typeError, "Too few parameters for %R; actual %S, expected %S") }
      return LibraryText(self.types.typeError, "Too few arguments for %R; actual %S, expected %S")
    case .namedTupleConstructor:
      if level <= 0x0308 { return LibraryText(.none, "__new__") }
      if level <= 0x0309 { return LibraryText(.none, "<lambda>") }
      return LibraryText(.none, "%S.__new__")
    case .fieldBehindDefaultField:
      if level <= 0x0308 { return LibraryText(self.types.typeError, "Non-default namedtuple field %S cannot follow default field(s) %S") }
      return LibraryText(self.types.typeError, "Non-default namedtuple field %S cannot follow default field %S")
    case .fieldBehindDefaultFields:
      if level <= 0x0308 { return LibraryText(self.types.typeError, "Non-default namedtuple field %S cannot follow default field(s) %S") }
      return LibraryText(self.types.typeError, "Non-default namedtuple field %S cannot follow default fields %S")
    case .unexpectedFieldNames:
      if level <= 0x030C { return LibraryText(self.types.valueError, "Got unexpected field names: %R") }
      return LibraryText(self.types.typeError, "Got unexpected field names: %R")
    case .reduceOfNothing:
      if level <= 0x0309 { return LibraryText(self.types.typeError, "reduce() of empty sequence with no initial value") }
      return LibraryText(self.types.typeError, "reduce() of empty iterable with no initial value")
    case .partialmethodOfOther:
      if level <= 0x030D { return LibraryText(self.types.typeError, "%R is not callable or a descriptor") }
      return LibraryText(self.types.typeError, "the first argument %R must be a callable or a descriptor")
    case .heapNotList:
      if level <= 0x0309 { return LibraryText(self.types.typeError, "heap argument must be a list") }
      return LibraryText(self.types.typeError, "%S() argument 1 must be list, not %B")
    case .onlyHeapNotList:
      if level <= 0x0309 { return LibraryText(self.types.typeError, "heap argument must be a list") }
      return LibraryText(self.types.typeError, "%S() argument must be list, not %B")
    case .unusableSeed:
      if level <= 0x030C { return LibraryText(self.types.typeError, "The only supported seed types are: None,\nint, float, str, bytes, and bytearray.") }
      return LibraryText(self.types.typeError, "The only supported seed types are:\nNone, int, float, str, bytes, and bytearray.")
    case .emptyRandomRange:
      if level <= 0x030B { return LibraryText(self.types.valueError, "empty range for randrange() (%S, %S, %S)") }
      return LibraryText(self.types.valueError, "empty range in randrange(%S, %S)")
    case .emptyRandomSteps:
      if level <= 0x030B { return LibraryText(self.types.valueError, "empty range for randrange()") }
      return LibraryText(self.types.valueError, "empty range in randrange(%S, %S, %S)")
    case .timestampTooLarge:
      if level <= 0x030C { return LibraryText(self.types.overflowError, "timestamp too large to convert to C _PyTime_t") }
      if level <= 0x030D { return LibraryText(self.types.overflowError, "timestamp too large to convert to C PyTime_t") }
      return LibraryText(self.types.overflowError, "timestamp out of range for C PyTime_t")
    case .populationNotSequence:
      if level <= 0x0308 { return LibraryText(self.types.typeError, "Population must be a sequence or set.  For dicts, use list(d).") }
      return LibraryText(self.types.typeError, "Population must be a sequence.  For dicts or sets, use sorted(d).")
    case .negativeRandomBits:
      if level <= 0x0308 { return LibraryText(self.types.valueError, "number of bits must be greater than zero") }
      if level <= 0x030D { return LibraryText(self.types.valueError, "number of bits must be non-negative") }
      return LibraryText(self.types.valueError, "Cannot convert negative int")
    case .noExecutor:
      if level <= 0x030D { return LibraryText(self.types.runtimeError, "Executors are not available in this build") }
      return LibraryText(self.types.valueError, "no executor at given byte offset")
    case .unsupportedPower:
      if level <= 0x0309 { return LibraryText(self.types.typeError, "unsupported operand type(s) for pow(): '%T', '%T', '%T'") }
      return LibraryText(self.types.typeError, "unsupported operand type(s) for ** or pow(): '%T', '%T', '%T'")
    case .unsupportedInplacePower:
      if level <= 0x0309 { return LibraryText(.none, "unsupported operand type(s) for ** or pow(): '%T' and '%T'") }
      return LibraryText(.none, "unsupported operand type(s) for **=: '%T' and '%T'")
    case .chrTooLarge:
      if level <= 0x030C { return LibraryText(self.types.overflowError, "Python int too large to convert to C int") }
      return LibraryText(self.types.valueError, "chr() arg not in range(0x110000)")
    case .intFloorDivisionByZero:
      if level <= 0x030D { return LibraryText(self.types.zeroDivisionError, "integer division or modulo by zero") }
      return LibraryText(self.types.zeroDivisionError, "division by zero")
    case .intRemainderByZero:
      if level <= 0x030A { return LibraryText(self.types.zeroDivisionError, "integer division or modulo by zero") }
      if level <= 0x030D { return LibraryText(self.types.zeroDivisionError, "integer modulo by zero") }
      return LibraryText(self.types.zeroDivisionError, "division by zero")
    case .floatDivisionByZero:
      if level <= 0x030D { return LibraryText(self.types.zeroDivisionError, "float division by zero") }
      return LibraryText(self.types.zeroDivisionError, "division by zero")
    case .floatFloorDivisionByZero:
      if level <= 0x0308 { return LibraryText(self.types.zeroDivisionError, "float divmod()") }
      if level <= 0x030D { return LibraryText(self.types.zeroDivisionError, "float floor division by zero") }
      return LibraryText(self.types.zeroDivisionError, "division by zero")
    case .floatRemainderByZero:
      if level <= 0x030C { return LibraryText(self.types.zeroDivisionError, "float modulo") }
      if level <= 0x030D { return LibraryText(self.types.zeroDivisionError, "float modulo by zero") }
      return LibraryText(self.types.zeroDivisionError, "division by zero")
    case .floatDivmodByZero:
      if level <= 0x030D { return LibraryText(self.types.zeroDivisionError, "float divmod()") }
      return LibraryText(self.types.zeroDivisionError, "division by zero")
    case .complexDivisionByZero:
      if level <= 0x030D { return LibraryText(self.types.zeroDivisionError, "complex division by zero") }
      return LibraryText(self.types.zeroDivisionError, "division by zero")
    case .zeroToNegativePower:
      if level <= 0x030D { return LibraryText(self.types.zeroDivisionError, "0.0 cannot be raised to a negative power") }
      return LibraryText(self.types.zeroDivisionError, "zero to a negative power")
    case .zeroToComplexPower:
      if level <= 0x030D { return LibraryText(self.types.zeroDivisionError, "0.0 to a negative or complex power") }
      return LibraryText(self.types.zeroDivisionError, "zero to a negative or complex power")
    case .intOfOther:
      if level <= 0x0309 { return LibraryText(self.types.typeError, "int() argument must be a string, a bytes-like object or a number, not '%T'") }
      return LibraryText(self.types.typeError, "int() argument must be a string, a bytes-like object or a real number, not '%T'")
    case .floatOfOther:
      if level <= 0x0309 { return LibraryText(self.types.typeError, "float() argument must be a string or a number, not '%T'") }
      return LibraryText(self.types.typeError, "float() argument must be a string or a real number, not '%T'")
    case .intTextTooLong:
      if level <= 0x030A { return LibraryText(self.types.valueError, "Exceeds the limit (%S) for integer string conversion: value has %S digits; use sys.set_int_max_str_digits() to increase the limit") }
      return LibraryText(self.types.valueError, "Exceeds the limit (%S digits) for integer string conversion: value has %S digits; use sys.set_int_max_str_digits() to increase the limit")
    case .intTooLongForText:
      if level <= 0x030A { return LibraryText(self.types.valueError, "Exceeds the limit (%S) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit") }
      return LibraryText(self.types.valueError, "Exceeds the limit (%S digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit")
    case .cIntOfFloat:
      if level <= 0x0309 { return LibraryText(self.types.typeError, "integer argument expected, got float") }
      return LibraryText(self.types.typeError, "'%T' object cannot be interpreted as an integer")
    case .cIntOfOther:
      if level <= 0x0309 { return LibraryText(self.types.typeError, "an integer is required (got type %T)") }
      return LibraryText(self.types.typeError, "'%T' object cannot be interpreted as an integer")
    case .secondsOfOther:
      if level <= 0x030D { return LibraryText(self.types.typeError, "'%T' object cannot be interpreted as an integer") }
      return LibraryText(self.types.typeError, "'%T' object cannot be interpreted as an integer or float")
    case .complexOfOther:
      if level <= 0x030D { return LibraryText(self.types.typeError, "complex() first argument must be a string or a number, not '%T'") }
      return LibraryText(self.types.typeError, "complex() argument must be a string or a number, not %F")
    case .realPartOfOther:
      if level <= 0x030D { return LibraryText(self.types.typeError, "complex() first argument must be a string or a number, not '%T'") }
      return LibraryText(self.types.typeError, "complex() argument 'real' must be a real number, not %F")
    case .imaginaryOfOther:
      if level <= 0x030D { return LibraryText(self.types.typeError, "complex() second argument must be a number, not '%T'") }
      return LibraryText(self.types.typeError, "complex() argument 'imag' must be a real number, not %F")
    case .complexOfStrAndMore:
      if level <= 0x030D { return LibraryText(self.types.typeError, "complex() can't take second arg if first is a string") }
      return LibraryText(self.types.typeError, "complex() argument 'real' must be a real number, not %F")
    case .imaginaryOfStr:
      if level <= 0x030D { return LibraryText(self.types.typeError, "complex() second arg can't be a string") }
      return LibraryText(self.types.typeError, "complex() argument 'imag' must be a real number, not %F")
    case .lockTimeoutTooLarge:
      if level <= 0x030A { return LibraryText(self.types.overflowError, "timestamp too large to convert to C _PyTime_t") }
      if level <= 0x030D { return LibraryText(self.types.overflowError, "timestamp out of range for platform time_t") }
      return LibraryText(self.types.overflowError, "timestamp out of range for C PyTime_t")
    case .negativeTimeout:
      if level <= 0x030C { return LibraryText(self.types.valueError, "timeout value must be positive") }
      return LibraryText(self.types.valueError, "timeout value must be a non-negative number")
    case .invalidWarningAction:
      if level <= 0x030C { return LibraryText(self.types.assertionError, "invalid action: %R") }
      return LibraryText(self.types.valueError, "invalid action: %R")
    case .warningLineType:
      if level <= 0x030C { return LibraryText(self.types.assertionError, "lineno must be an int >= 0") }
      return LibraryText(self.types.typeError, "lineno must be an int")
    case .warningLineValue:
      if level <= 0x030C { return LibraryText(self.types.assertionError, "lineno must be an int >= 0") }
      return LibraryText(self.types.valueError, "lineno must be an int >= 0")
    case .warningMessageType:
      if level <= 0x030C { return LibraryText(self.types.assertionError, "message must be a string") }
      return LibraryText(self.types.typeError, "message must be a string")
    case .warningModuleType:
      if level <= 0x030C { return LibraryText(self.types.assertionError, "module must be a string") }
      return LibraryText(self.types.typeError, "module must be a string")
    case .warningCategoryType:
      if level <= 0x030C { return LibraryText(self.types.assertionError, "category must be a class") }
      return LibraryText(self.types.typeError, "category must be a Warning subclass")
    case .tooFewThresholds:
      if level <= 0x030C { return LibraryText(self.types.typeError, "set_threshold() takes at least 1 argument (0 given)") }
      return LibraryText(self.types.typeError, "gc.set_threshold requires 1 to 3 arguments")
    case .tooManyThresholds:
      if level <= 0x030C { return LibraryText(self.types.typeError, "set_threshold() takes at most 3 arguments (%S given)") }
      return LibraryText(self.types.typeError, "gc.set_threshold requires 1 to 3 arguments")
    case .weakReferenceCallKeywords:
      if level <= 0x030A { return LibraryText(self.types.typeError, "__call__() takes at most 0 keyword arguments (%S given)") }
      return LibraryText(self.types.typeError, "weakref() takes no keyword arguments")
    case .proxyOfNonIterator:
      if level <= 0x0308 { return LibraryText(self.types.typeError, "'%T' object is not iterable") }
      return LibraryText(self.types.typeError, "Weakref proxy referenced a non-iterator '%T' object")
    case .frameLineAssignment:
      if level <= 0x030A { return LibraryText(self.types.valueError, "f_lineno can only be set by a trace function") }
      if level <= 0x030B { return LibraryText(self.types.valueError, "can't jump from the 'call' trace event of a new frame") }
      return LibraryText(self.types.valueError, "f_lineno can only be set in a trace function")
    case .finishedFrameLineAssignment:
      if level <= 0x0309 { return LibraryText(self.types.valueError, "f_lineno can only be set by a trace function") }
      if level <= 0x030A { return LibraryText(self.types.valueError, "can only jump from a 'line' trace event") }
      if level <= 0x030B { return LibraryText(self.types.valueError, "can't jump from the 'call' trace event of a new frame") }
      return LibraryText(self.types.valueError, "f_lineno can only be set in a trace function")
    case .frameLineDeletion:
      if level <= 0x030D { return LibraryText(self.types.attributeError, "cannot delete attribute") }
      return LibraryText(self.types.attributeError, "attribute 'f_lineno' of 'frame' objects cannot be deleted")
    case .mixedFieldNumbers:
      if level <= 0x030D { return LibraryText(self.types.valueError, "cannot switch from manual field specification to automatic field numbering") }
      return LibraryText(self.types.valueError, "cannot switch from automatic field numbering to manual field specification")
    case .complexFormatNotStr:
      if level <= 0x0309 { return LibraryText(self.types.typeError, "__format__() argument 1 must be str, not %B") }
      return LibraryText(self.types.typeError, "__format__() argument must be str, not %B")
    case .translatedKeyLength:
      if level <= 0x030D { return LibraryText(self.types.valueError, "string keys in translate table must be of length 1") }
      return LibraryText(self.types.valueError, "string keys in translatetable must be of length 1")
    case .translatedKeyType:
      if level <= 0x030D { return LibraryText(self.types.typeError, "keys in translate table must be strings or integers") }
      return LibraryText(self.types.typeError, "keys in translate table mustbe strings or integers")
    case .oddHexDigits:
      if level <= 0x030D { return LibraryText(self.types.valueError, "non-hexadecimal number found in fromhex() arg at position %S") }
      return LibraryText(self.types.valueError, "fromhex() arg must contain an even number of hexadecimal digits")
    case .strIndexNotInt:
      if level <= 0x030A { return LibraryText(self.types.typeError, "string indices must be integers") }
      return LibraryText(self.types.typeError, "string indices must be integers, not '%T'")
    case .percentOfOther:
      if level <= 0x0309 { return LibraryText(self.types.typeError, "%%%S format: a number is required, not %T") }
      return LibraryText(self.types.typeError, "%%%S format: a real number is required, not %T")
    case .invalidFormatSpecifier:
      if level <= 0x030A { return LibraryText(self.types.valueError, "Invalid format specifier") }
      return LibraryText(self.types.valueError, "Invalid format specifier '%S' for object of type '%T'")
    case .percentCOfStr:
      if level <= 0x030D { return LibraryText(self.types.typeError, "%%c requires int or char") }
      return LibraryText(self.types.typeError, "%%c requires an int or a unicode character, not a string of length %S")
    case .percentCOfOther:
      if level <= 0x030D { return LibraryText(self.types.typeError, "%%c requires int or char") }
      return LibraryText(self.types.typeError, "%%c requires an int or a unicode character, not %F")
    case .percentByteOfBytes:
      if level <= 0x030D { return LibraryText(self.types.typeError, "%%c requires an integer in range(256) or a single byte") }
      return LibraryText(self.types.typeError, "%%c requires an integer in range(256) or a single byte, not a %3S object of length %2S")
    case .percentByteOfOther:
      if level <= 0x030D { return LibraryText(self.types.typeError, "%%c requires an integer in range(256) or a single byte") }
      return LibraryText(self.types.typeError, "%%c requires an integer in range(256) or a single byte, not %F")
    case .spaceInStrFormat:
      if level <= 0x0308 { return LibraryText(self.types.valueError, "Sign not allowed in string format specifier") }
      return LibraryText(self.types.valueError, "Space not allowed in string format specifier")
    case .bytearrayExtendedByStr:
      if level <= 0x030C { return LibraryText(self.types.typeError, "'str' object cannot be interpreted as an integer") }
      return LibraryText(self.types.typeError, "expected iterable of integers; got: 'str'")
    case .fromhexOfOther:
      if level <= 0x030D { return LibraryText(self.types.typeError, "fromhex() argument must be str, not %B") }
      return LibraryText(self.types.typeError, "fromhex() argument must be str or bytes-like, not %F")
    case .fillNotOneByte:
      if level <= 0x030D { return LibraryText(self.types.typeError, "%S() argument 2 must be a byte string of length 1, not %B") }
      return LibraryText(self.types.typeError, "%S(): argument 2 must be a byte string of length 1, not a %3S object of length %S")
    case .searchedNotStr:
      if level <= 0x030C { return LibraryText(self.types.typeError, "must be str, not %2T") }
      return LibraryText(self.types.typeError, "%S() argument 1 must be str, not %B")
    case .yearOutOfRange:
      if level <= 0x030D { return LibraryText(self.types.valueError, "year %S is out of range") }
      return LibraryText(self.types.valueError, "year must be in 1..9999, not %S")
    case .dayNotInMonth:
      if level <= 0x030D { return LibraryText(self.types.valueError, "day is out of range for month") }
      return LibraryText(self.types.valueError, "day %S must be in range 1..%S for month %S in year %S")
    case .yearlessDays:
      if level <= 0x030D { return LibraryText(.none, "Parsing dates involving a day of month without a year specified is ambiguious\nand fails to parse leap day. The default behavior will change in Python 3.15\nto either always raise an exception or to use a different default year (TBD).\nTo avoid trouble, add a specific year to the input & format.\nSee https://github.com/python/cpython/issues/70647.") }
      return LibraryText(.none, "Parsing dates involving a day of month without a year specified is ambiguous\nand fails to parse leap day. The default behavior will change in Python 3.15\nto either always raise an exception or to use a different default year (TBD).\nTo avoid trouble, add a specific year to the input & format.\nSee https://github.com/python/cpython/issues/70647.")
    case .tooFewCodeArguments:
      if level <= 0x0309 { return LibraryText(self.types.typeError, "code() takes at least %S arguments (%S given)") }
      return LibraryText(self.types.typeError, "code expected at least %S arguments, got %S")
    case .tooManyCodeArguments:
      if level <= 0x0309 { return LibraryText(self.types.typeError, "code() takes at most %S arguments (%S given)") }
      return LibraryText(self.types.typeError, "code expected at most %S arguments, got %S")
    case .superOfUnrelated:
      if level <= 0x030C { return LibraryText(self.types.typeError, "super(type, obj): obj must be an instance or subtype of type") }
      return LibraryText(self.types.typeError, "super(type, obj): obj (%S %N) is not an instance or subtype of type (%N).")
    case .weakReferenceSlotTaken:
      if level <= 0x030B { return LibraryText(self.types.typeError, "__weakref__ slot disallowed: either we already got one, or __itemsize__ != 0") }
      return LibraryText(self.types.typeError, "__weakref__ slot disallowed: we already got one")
    case .propertyWithoutGetter:
      if level <= 0x030A { return LibraryText(self.types.attributeError, "unreadable attribute") }
      return LibraryText(self.types.attributeError, "property of '%S' object has no getter")
    case .namedPropertyWithoutGetter:
      if level <= 0x0309 { return LibraryText(self.types.attributeError, "unreadable attribute") }
      if level <= 0x030A { return LibraryText(self.types.attributeError, "unreadable attribute %R") }
      return LibraryText(self.types.attributeError, "property %R of %R object has no getter")
    case .propertyWithoutSetter:
      if level <= 0x030A { return LibraryText(self.types.attributeError, "can't set attribute") }
      return LibraryText(self.types.attributeError, "property of '%S' object has no setter")
    case .namedPropertyWithoutSetter:
      if level <= 0x0309 { return LibraryText(self.types.attributeError, "can't set attribute") }
      if level <= 0x030A { return LibraryText(self.types.attributeError, "can't set attribute %R") }
      return LibraryText(self.types.attributeError, "property %R of %R object has no setter")
    case .propertyWithoutDeleter:
      if level <= 0x030A { return LibraryText(self.types.attributeError, "can't delete attribute") }
      return LibraryText(self.types.attributeError, "property of '%S' object has no deleter")
    case .namedPropertyWithoutDeleter:
      if level <= 0x0309 { return LibraryText(self.types.attributeError, "can't delete attribute") }
      if level <= 0x030A { return LibraryText(self.types.attributeError, "can't delete attribute %R") }
      return LibraryText(self.types.attributeError, "property %R of %R object has no deleter")
    case .inconsistentOrder:
      if level <= 0x030C { return LibraryText(self.types.typeError, "Cannot create a consistent method resolution\norder (MRO) for bases%S") }
      return LibraryText(self.types.typeError, "Cannot create a consistent method resolution order (MRO) for bases%S")
    case .noAttributeToSet:
      if level <= 0x030C { return LibraryText(self.types.attributeError, "'%T' object has no attribute '%S'") }
      return LibraryText(self.types.attributeError, "'%T' object has no attribute '%S' and no __dict__ for setting new attributes")
    case .isinstanceOfOther:
      if level <= 0x0309 { return LibraryText(self.types.typeError, "isinstance() arg 2 must be a type or tuple of types") }
      return LibraryText(self.types.typeError, "isinstance() arg 2 must be a type, a tuple of types, or a union")
    case .issubclassOfOther:
      if level <= 0x0309 { return LibraryText(self.types.typeError, "issubclass() arg 2 must be a class or tuple of classes") }
      return LibraryText(self.types.typeError, "issubclass() arg 2 must be a class, a tuple of classes, or a union")
    case .abstractClassWithMethod:
      if level <= 0x0308 { return LibraryText(self.types.typeError, "Can't instantiate abstract class %S with abstract methods %S") }
      if level <= 0x030B { return LibraryText(self.types.typeError, "Can't instantiate abstract class %S with abstract method %S") }
      return LibraryText(self.types.typeError, "Can't instantiate abstract class %S without an implementation for abstract method '%S'")
    case .abstractClassWithMethods:
      if level <= 0x030B { return LibraryText(self.types.typeError, "Can't instantiate abstract class %S with abstract methods %S") }
      return LibraryText(self.types.typeError, "Can't instantiate abstract class %S without an implementation for abstract methods '%S'")
    case .abstractMethodSeparator:
      if level <= 0x030B { return LibraryText(.none, ", ") }
      return LibraryText(.none, "', '")
    case .getattrNameNotStr:
      if level <= 0x030A { return LibraryText(self.types.typeError, "getattr(): attribute name must be string") }
      return LibraryText(self.types.typeError, "attribute name must be string, not '%T'")
    case .hasattrNameNotStr:
      if level <= 0x030A { return LibraryText(self.types.typeError, "hasattr(): attribute name must be string") }
      return LibraryText(self.types.typeError, "attribute name must be string, not '%T'")
    case .noteNotStr:
      if level <= 0x030D { return LibraryText(self.types.typeError, "note must be a str, not '%T'") }
      return LibraryText(self.types.typeError, "add_note() argument must be str, not %B")
    case .tracebackOfOther:
      if level <= 0x030C { return LibraryText(self.types.typeError, "TracebackType() argument 'tb_frame' must be frame, not %B") }
      return LibraryText(self.types.typeError, "traceback() argument 'tb_frame' must be frame, not %B")
    case .unsetSlot:
      if level <= 0x0309 { return LibraryText(self.types.attributeError, "%2S") }
      if level <= 0x030C { return LibraryText(self.types.attributeError, "'%T' object has no attribute '%S'") }
      return LibraryText(self.types.attributeError, "'%F' object has no attribute '%S'")
    case .missingAttributeToDelete:
      if level <= 0x030A { return LibraryText(self.types.attributeError, "%2S") }
      return LibraryText(self.types.attributeError, "'%T' object has no attribute '%S'")
    case .methodWithoutArgument:
      if level <= 0x0308 { return LibraryText(self.types.typeError, "descriptor '%2S' of '%3N' object needs an argument") }
      return LibraryText(self.types.typeError, "unbound method %S.%S() needs an argument")
    case .classMethodOfOther:
      if level <= 0x0308 { return LibraryText(self.types.typeError, "descriptor '%1S' requires a type but received a '%3T' instance") }
      return LibraryText(self.types.typeError, "descriptor '%S' for type '%N' needs a type, not a '%T' as arg 2")
    case .unexpectedNativeKeyword:
      if level <= 0x030C { return LibraryText(self.types.typeError, "'%2S' is an invalid keyword argument for %1S()") }
      return LibraryText(self.types.typeError, "%S() got an unexpected keyword argument '%S'")
    case .typeWithKeywords:
      if level <= 0x0309 { return LibraryText(self.types.typeError, "type() takes 1 or 3 arguments") }
      return LibraryText(self.types.typeError, "type() takes no keyword arguments")
    case .superOfOther:
      if level <= 0x030A { return LibraryText(self.types.typeError, "super() argument 1 must be type, not %B") }
      return LibraryText(self.types.typeError, "super() argument 1 must be a type, not %T")
    case .superWithTooMany:
      if level <= 0x030A { return LibraryText(self.types.typeError, "super() takes at most 2 arguments (%S given)") }
      return LibraryText(self.types.typeError, "super() expected at most 2 arguments, got %S")
    case .attributeOfImmutableType:
      if level <= 0x0309 { return LibraryText(self.types.typeError, "can't set attributes of built-in/extension type '%2N'") }
      return LibraryText(self.types.typeError, "cannot set %R attribute of immutable type '%N'")
    case .specialAttributeOfImmutableType:
      if level <= 0x0309 { return LibraryText(self.types.typeError, "can't set %2N.%1S") }
      return LibraryText(self.types.typeError, "cannot set %R attribute of immutable type '%N'")
    case .deletedSpecialAttribute:
      if level <= 0x0309 { return LibraryText(self.types.typeError, "can't delete %2S.%1S") }
      return LibraryText(self.types.typeError, "cannot delete %R attribute of immutable type '%S'")
    case .classAssignment:
      if level <= 0x0309 { return LibraryText(self.types.typeError, "__class__ assignment only supported for heap types or ModuleType subclasses") }
      return LibraryText(self.types.typeError, "__class__ assignment only supported for mutable types or ModuleType subclasses")
    case .missingClassAttributeToDelete:
      if level <= 0x030A { return LibraryText(self.types.attributeError, "%2S") }
      return LibraryText(self.types.attributeError, "type object '%N' has no attribute '%S'")
    case .methodOfNone:
      if level <= 0x030A { return LibraryText(self.types.typeError, "self must not be None") }
      return LibraryText(self.types.typeError, "instance must not be None")
    case .splitByOther:
      if level <= 0x030C { return LibraryText(self.types.typeError, "expected a function, exception type or tuple of exception types") }
      return LibraryText(self.types.typeError, "expected an exception type, a tuple of exception types, or a callable (other than a class)")
    case .weakReferenceCall:
      if level <= 0x030A { return LibraryText(self.types.typeError, "__call__() takes at most 0 arguments (%S given)") }
      return LibraryText(self.types.typeError, "weakref expected 0 arguments, got %S")
    case .importBeyondTop:
      if level <= 0x0308 { return LibraryText(self.types.valueError, "attempted relative import beyond top-level package") }
      return LibraryText(self.types.importError, "attempted relative import beyond top-level package")
    case .importOfOther:
      if level <= 0x030A { return LibraryText(self.types.typeError, "__import__() argument 1 must be str, not %B") }
      return LibraryText(self.types.typeError, "module name must be a string")
    case .notAGenericClass:
      if level <= 0x030A { return LibraryText(self.types.typeError, "There are no type variables left in %R") }
      return LibraryText(self.types.typeError, "%R is not a generic class")
    case .maxStrDigitsTooSmall:
      if level <= 0x030D { return LibraryText(self.types.valueError, "maxdigits must be 0 or larger than 640") }
      return LibraryText(self.types.valueError, "maxdigits must be >= 640 or 0 for unlimited")
    }
  }
}
