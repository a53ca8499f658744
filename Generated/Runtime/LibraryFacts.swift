// What differs between language levels: plain facts, features, members.
// Generated from Spec/ by specgen-tool. Do not edit: change the spec and build.

extension LanguageLevel {
  /// Every level that a program can run at, oldest first.
  public static let all: [LanguageLevel] = [
    LanguageLevel(3, 8, micro: 18, unicode: "12.1.0"),
    LanguageLevel(3, 9, micro: 18, unicode: "13.0.0"),
    LanguageLevel(3, 10, micro: 13, unicode: "13.0.0"),
    LanguageLevel(3, 11, micro: 7, unicode: "14.0.0"),
    LanguageLevel(3, 12, micro: 1, unicode: "15.0.0"),
    LanguageLevel(3, 13, micro: 0, unicode: "15.1.0"),
    LanguageLevel(3, 14, micro: 8, unicode: "16.0.0"),
  ]
}

extension LibraryFeature {
  /// A slice has a hash.
  @inlinable public static var hashableSlice: LibraryFeature { LibraryFeature(0x030C, UInt16.max) }
  /// map() takes `strict`.
  @inlinable public static var strictMap: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
  /// A dict key or set element that cannot be hashed is named in the TypeError.
  @inlinable public static var namedUnhashable: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
  /// `type[int]` is a generic alias.
  @inlinable public static var typeSubscripts: LibraryFeature { LibraryFeature(0x0309, UInt16.max) }
  /// The iterator of an ASCII str has a type of its own.
  @inlinable public static var asciiIterator: LibraryFeature { LibraryFeature(0x030B, UInt16.max) }
  /// enumerate() has its own words about its arguments.
  @inlinable public static var enumerateByVectorcall: LibraryFeature { LibraryFeature(0x030B, UInt16.max) }
  /// The hash of str and bytes is SipHash-1-3; before, SipHash-2-4.
  @inlinable public static var shortStringHash: LibraryFeature { LibraryFeature(0x030B, UInt16.max) }
  /// Messages about the arguments of a call name the function by its qualified name.
  @inlinable public static var qualifiedNamesInCalls: LibraryFeature { LibraryFeature(0x030A, UInt16.max) }
  /// Messages about `*` and `**` in a call name the callable by module and qualified name; before, by its name or type.
  @inlinable public static var modulesInCalls: LibraryFeature { LibraryFeature(0x0309, UInt16.max) }
  /// An unexpected keyword argument is compared with the parameters' names.
  @inlinable public static var keywordSuggestions: LibraryFeature { LibraryFeature(0x030D, UInt16.max) }
  /// `async with` looks `__aexit__` up before `__aenter__`.
  @inlinable public static var asyncExitLookedUpFirst: LibraryFeature { LibraryFeature(0x0308, 0x0308) }
  /// `with` and `async with` tell of objects that are managers for the other of the two.
  @inlinable public static var advisedManagers: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
  /// math.factorial() takes floats with integral values.
  @inlinable public static var factorialOfFloats: LibraryFeature { LibraryFeature(0x0308, 0x0309) }
  /// The repr of an OrderedDict shows a dict; before, a list of pairs.
  @inlinable public static var orderedDictShownAsDict: LibraryFeature { LibraryFeature(0x030C, UInt16.max) }
  /// Named tuples have `__replace__`.
  @inlinable public static var replaceableNamedTuples: LibraryFeature { LibraryFeature(0x030D, UInt16.max) }
  /// Named tuples have `__match_args__`.
  @inlinable public static var matchedNamedTuples: LibraryFeature { LibraryFeature(0x030A, UInt16.max) }
  /// case, match and _ are soft keywords.
  @inlinable public static var softKeywordsOfMatch: LibraryFeature { LibraryFeature(0x030A, UInt16.max) }
  /// type is a soft keyword.
  @inlinable public static var softKeywordType: LibraryFeature { LibraryFeature(0x030C, UInt16.max) }
  /// functools.wraps takes over `__type_params__`.
  @inlinable public static var wrappedTypeParameters: LibraryFeature { LibraryFeature(0x030C, UInt16.max) }
  /// ExitStack has its own words about objects that are no context managers.
  @inlinable public static var managersCheckedByStack: LibraryFeature { LibraryFeature(0x030B, UInt16.max) }
  /// A union of a type and None is shown as `Optional`.
  @inlinable public static var shownOptional: LibraryFeature { LibraryFeature(0x0309, UInt16.max) }
  /// A cached function has cache_parameters.
  @inlinable public static var lruCacheParameters: LibraryFeature { LibraryFeature(0x0309, UInt16.max) }
  /// randrange() takes ints only; before, whatever int() makes one of.
  @inlinable public static var randomIntegersByIndex: LibraryFeature { LibraryFeature(0x030C, UInt16.max) }
  /// seed() takes None, ints, floats and text only; before, the hash of anything else.
  @inlinable public static var randomSeedTypes: LibraryFeature { LibraryFeature(0x030B, UInt16.max) }
  /// sample() takes sets.
  @inlinable public static var randomSampleOfSets: LibraryFeature { LibraryFeature(0x0308, 0x030A) }
  /// choice() of nothing raises what the sequence does.
  @inlinable public static var randomChoiceByIndex: LibraryFeature { LibraryFeature(0x0309, 0x030A) }
  /// complex has no `//`, `%`, `divmod()`, `__int__` and `__float__` at all; before, they are there and refuse.
  @inlinable public static var complexWithoutOrder: LibraryFeature { LibraryFeature(0x030A, UInt16.max) }
  /// sum() makes up for the rounding errors of floats.
  @inlinable public static var compensatedSum: LibraryFeature { LibraryFeature(0x030C, UInt16.max) }
  /// sum() makes up for the rounding errors of complex numbers, and of ints among floats.
  @inlinable public static var compensatedComplexSum: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
  /// A real operand of complex arithmetic has no imaginary part, not one of zero, so that `1 - 0j` is `(1-0j)`.
  @inlinable public static var mixedComplexArithmetic: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
  /// The hash of a NaN is that of its identity; before, it is 0.
  @inlinable public static var nanHashByIdentity: LibraryFeature { LibraryFeature(0x030A, UInt16.max) }
  /// int() uses `__trunc__`.
  @inlinable public static var truncMakesInt: LibraryFeature { LibraryFeature(0x0308, 0x030D) }
  /// `~` of a bool warns.
  @inlinable public static var boolInvertWarning: LibraryFeature { LibraryFeature(0x030C, UInt16.max) }
  /// Arguments that are C ints are converted by `__int__` if they have no `__index__`.
  @inlinable public static var intArgumentsByInt: LibraryFeature { LibraryFeature(0x0308, 0x0309) }
  /// `int.__round__(None)` is that of no argument.
  @inlinable public static var roundOfNone: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
  /// The magnitude of a complex power is a product, not a quotient.
  @inlinable public static var complexPowerByProduct: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
  /// int() counts its positional arguments first.
  @inlinable public static var intByVectorcall: LibraryFeature { LibraryFeature(0x030D, UInt16.max) }
  /// int() warns of the use of `__trunc__`.
  @inlinable public static var truncWarning: LibraryFeature { LibraryFeature(0x030B, 0x030D) }
  /// Format specifications have the option `z`.
  @inlinable public static var negativeZeroOption: LibraryFeature { LibraryFeature(0x030B, UInt16.max) }
  /// Format specifications have separators for the digits behind the point.
  @inlinable public static var fractionSeparators: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
  /// A `0` before the width aligns only numbers behind the sign.
  @inlinable public static var zeroPadsNumbersOnly: LibraryFeature { LibraryFeature(0x030A, UInt16.max) }
  /// keepends and reverse take any object for its truth; before, an int.
  @inlinable public static var truthForFlags: LibraryFeature { LibraryFeature(0x030C, UInt16.max) }
  /// fromhex() takes bytes-like objects.
  @inlinable public static var fromhexOfBytes: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
  /// Annotations are computed by `__annotate__` when they are first asked for.
  @inlinable public static var deferredAnnotations: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
  /// Every module has `__annotations__`; before, those whose code makes them.
  @inlinable public static var moduleAnnotations: LibraryFeature { LibraryFeature(0x030A, UInt16.max) }
  /// Every class has `__annotations__` of its own; before, it inherits them.
  @inlinable public static var classAnnotations: LibraryFeature { LibraryFeature(0x030A, UInt16.max) }
  /// bool(NotImplemented) warns.
  @inlinable public static var notImplementedTruthWarning: LibraryFeature { LibraryFeature(0x0309, 0x030D) }
  /// bool(NotImplemented) raises TypeError.
  @inlinable public static var notImplementedHasNoTruth: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
  /// An error in `__set_name__` gets a note; before, a RuntimeError replaces it.
  @inlinable public static var setNameErrorInNote: LibraryFeature { LibraryFeature(0x030C, UInt16.max) }
  /// A classmethod calls the `__get__` of what it wraps.
  @inlinable public static var classmethodChains: LibraryFeature { LibraryFeature(0x0309, 0x030C) }
  /// Where a classmethod calls `__get__`, it passes the class twice; before, once.
  @inlinable public static var classmethodChainsWithType: LibraryFeature { LibraryFeature(0x030A, UInt16.max) }
  /// The repr of classmethod and staticmethod shows what they wrap, and they have its name, doc and `__wrapped__`.
  @inlinable public static var shownMethodWrappers: LibraryFeature { LibraryFeature(0x030A, UInt16.max) }
  /// A mappingproxy has the hash of its mapping.
  @inlinable public static var mappingproxyHash: LibraryFeature { LibraryFeature(0x030C, UInt16.max) }
  /// Messages about the arguments of a native method name its type or module.
  @inlinable public static var qualifiedNativeNames: LibraryFeature { LibraryFeature(0x0309, UInt16.max) }
  /// operator.index() makes a plain int of an int.
  @inlinable public static var exactIndex: LibraryFeature { LibraryFeature(0x030A, UInt16.max) }
  /// Messages about the arguments of special methods have no empty name.
  @inlinable public static var namedSlotArguments: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
  /// `generator.close()` returns what the generator returns.
  @inlinable public static var closeReturnsValue: LibraryFeature { LibraryFeature(0x030D, UInt16.max) }
  /// NameError and AttributeError take keywords.
  @inlinable public static var nameInNameErrors: LibraryFeature { LibraryFeature(0x030A, UInt16.max) }
  /// Where an attribute cannot be set or deleted because it is not there, the AttributeError has `name` and `obj`.
  @inlinable public static var namedStoreErrors: LibraryFeature { LibraryFeature(0x030D, UInt16.max) }
  /// `AttributeError.__reduce__` keeps the name.
  @inlinable public static var reducedAttributeErrors: LibraryFeature { LibraryFeature(0x030C, UInt16.max) }
  /// What the class in `raise ... from` a class makes must be an exception.
  @inlinable public static var checkedCauses: LibraryFeature { LibraryFeature(0x030D, UInt16.max) }
  /// `__reduce__` takes the state from `__getstate__`; before, it is `__dict__`.
  @inlinable public static var stateByMethod: LibraryFeature { LibraryFeature(0x030B, UInt16.max) }
  /// SyntaxError takes the first four details by position and no others.
  @inlinable public static var syntaxErrorByPosition: LibraryFeature { LibraryFeature(0x0308, 0x0309) }
  /// A generic alias has the `__class__` of its origin.
  @inlinable public static var aliasClaimsType: LibraryFeature { LibraryFeature(0x0309, 0x030A) }
  /// `int | str` and `typing.Union[int, str]` are the same, an instance of `typing.Union`.
  @inlinable public static var unionIsTypingUnion: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
  /// sys.flags has warn_default_encoding.
  @inlinable public static var warnDefaultEncodingFlag: LibraryFeature { LibraryFeature(0x030A, UInt16.max) }
  /// sys.flags has safe_path.
  @inlinable public static var safePathFlag: LibraryFeature { LibraryFeature(0x030B, UInt16.max) }
  /// Module traceback makes the report of an uncaught exception; before, C code does, which finds out while it writes what was reported already.
  @inlinable public static var reportsByTracebackModule: LibraryFeature { LibraryFeature(0x030D, UInt16.max) }
  /// Reports of exceptions do not name the module `__main__`.
  @inlinable public static var mainNotInReports: LibraryFeature { LibraryFeature(0x030B, UInt16.max) }
  /// Reports of exceptions have the qualified name of the class.
  @inlinable public static var qualifiedNamesInReports: LibraryFeature { LibraryFeature(0x0309, UInt16.max) }
  /// Reports of exceptions end with the notes.
  @inlinable public static var reportedNotes: LibraryFeature { LibraryFeature(0x030B, UInt16.max) }
  /// In reports, notes that are no sequence end their line.
  @inlinable public static var notesEndLine: LibraryFeature { LibraryFeature(0x030C, UInt16.max) }
  /// Reports suggest names that are near to the one which was not found.
  @inlinable public static var suggestions: LibraryFeature { LibraryFeature(0x030A, UInt16.max) }
  /// Reports suggest names to import, modules of the standard library to import, and attributes of self.
  @inlinable public static var importSuggestions: LibraryFeature { LibraryFeature(0x030C, UInt16.max) }
  /// Reports of a SyntaxError mark the range that it names.
  @inlinable public static var syntaxErrorRanges: LibraryFeature { LibraryFeature(0x030A, UInt16.max) }
  /// Reports of a SyntaxError show the line of the caret, which may be behind the text.
  @inlinable public static var caretBelowItsLine: LibraryFeature { LibraryFeature(0x0308, 0x0308) }
  /// The report of an exception that cannot be raised says what was being done.
  @inlinable public static var unraisableActivities: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
  /// An uncaught exception is in `sys.last_exc`.
  @inlinable public static var lastException: LibraryFeature { LibraryFeature(0x030C, UInt16.max) }
  /// The three-argument form of throw() warns.
  @inlinable public static var throwSignatureWarning: LibraryFeature { LibraryFeature(0x030C, UInt16.max) }
}

extension MemberRange {
  /// The members that not every level has, by owner.
  static let all: [MemberRange] = [
    MemberRange("AttributeError", "name", 0x030A, UInt16.max),
    MemberRange("AttributeError", "obj", 0x030A, UInt16.max),
    MemberRange("BaseException", "add_note", 0x030B, UInt16.max),
    MemberRange("ImportError", "name_from", 0x030C, UInt16.max),
    MemberRange("NameError", "name", 0x030A, UInt16.max),
    MemberRange("NotImplementedType", "__bool__", 0x0309, UInt16.max),
    MemberRange("SyntaxError", "end_lineno", 0x030A, UInt16.max),
    MemberRange("SyntaxError", "end_offset", 0x030A, UInt16.max),
    MemberRange("async_generator", "__class_getitem__", 0x0309, UInt16.max),
    MemberRange("async_generator", "ag_suspended", 0x030C, UInt16.max),
    MemberRange("bytearray", "removeprefix", 0x0309, UInt16.max),
    MemberRange("bytearray", "removesuffix", 0x0309, UInt16.max),
    MemberRange("bytearray", "resize", 0x030E, UInt16.max),
    MemberRange("bytes", "__bytes__", 0x030B, UInt16.max),
    MemberRange("bytes", "removeprefix", 0x0309, UInt16.max),
    MemberRange("bytes", "removesuffix", 0x0309, UInt16.max),
    MemberRange("classmethod", "__wrapped__", 0x030A, UInt16.max),
    MemberRange("code", "__replace__", 0x030D, UInt16.max),
    MemberRange("code", "co_exceptiontable", 0x030B, UInt16.max),
    MemberRange("code", "co_lines", 0x030A, UInt16.max),
    MemberRange("code", "co_linetable", 0x030A, UInt16.max),
    MemberRange("code", "co_positions", 0x030B, UInt16.max),
    MemberRange("code", "co_qualname", 0x030B, UInt16.max),
    MemberRange("collections.ChainMap", "__ior__", 0x0309, UInt16.max),
    MemberRange("collections.ChainMap", "__or__", 0x0309, UInt16.max),
    MemberRange("collections.ChainMap", "__ror__", 0x0309, UInt16.max),
    MemberRange("collections.Counter", "__eq__", 0x030A, UInt16.max),
    MemberRange("collections.Counter", "__ge__", 0x030A, UInt16.max),
    MemberRange("collections.Counter", "__gt__", 0x030A, UInt16.max),
    MemberRange("collections.Counter", "__le__", 0x030A, UInt16.max),
    MemberRange("collections.Counter", "__lt__", 0x030A, UInt16.max),
    MemberRange("collections.Counter", "__ne__", 0x030A, UInt16.max),
    MemberRange("collections.Counter", "total", 0x030A, UInt16.max),
    MemberRange("collections.OrderedDict", "__or__", 0x0309, UInt16.max),
    MemberRange("collections.OrderedDict", "__ror__", 0x0309, UInt16.max),
    MemberRange("collections.UserDict", "__ior__", 0x0309, UInt16.max),
    MemberRange("collections.UserDict", "__or__", 0x0309, UInt16.max),
    MemberRange("collections.UserDict", "__ror__", 0x0309, UInt16.max),
    MemberRange("collections.UserString", "removeprefix", 0x0309, UInt16.max),
    MemberRange("collections.UserString", "removesuffix", 0x0309, UInt16.max),
    MemberRange("collections.abc.AsyncIterable", "__class_getitem__", 0x0309, UInt16.max),
    MemberRange("collections.abc.Awaitable", "__class_getitem__", 0x0309, UInt16.max),
    MemberRange("collections.abc.Callable", "__class_getitem__", 0x0309, UInt16.max),
    MemberRange("collections.abc.Container", "__class_getitem__", 0x0309, UInt16.max),
    MemberRange("collections.abc.Iterable", "__class_getitem__", 0x0309, UInt16.max),
    MemberRange("collections.abc.MappingView", "__class_getitem__", 0x0309, UInt16.max),
    MemberRange("collections.defaultdict", "__class_getitem__", 0x0309, UInt16.max),
    MemberRange("collections.defaultdict", "__or__", 0x0309, UInt16.max),
    MemberRange("collections.defaultdict", "__ror__", 0x0309, UInt16.max),
    MemberRange("collections.deque", "__class_getitem__", 0x0309, UInt16.max),
    MemberRange("complex", "__complex__", 0x030B, UInt16.max),
    MemberRange("complex", "__divmod__", 0x0308, 0x0309),
    MemberRange("complex", "__float__", 0x0308, 0x0309),
    MemberRange("complex", "__floordiv__", 0x0308, 0x0309),
    MemberRange("complex", "__int__", 0x0308, 0x0309),
    MemberRange("complex", "__mod__", 0x0308, 0x0309),
    MemberRange("complex", "__rdivmod__", 0x0308, 0x0309),
    MemberRange("complex", "__rfloordiv__", 0x0308, 0x0309),
    MemberRange("complex", "__rmod__", 0x0308, 0x0309),
    MemberRange("complex", "from_number", 0x030E, UInt16.max),
    MemberRange("contextlib.AbstractContextManager", "__class_getitem__", 0x0309, UInt16.max),
    MemberRange("coroutine", "__class_getitem__", 0x030D, UInt16.max),
    MemberRange("coroutine", "cr_suspended", 0x030B, UInt16.max),
    MemberRange("dict", "__class_getitem__", 0x0309, UInt16.max),
    MemberRange("dict", "__ior__", 0x0309, UInt16.max),
    MemberRange("dict", "__or__", 0x0309, UInt16.max),
    MemberRange("dict", "__ror__", 0x0309, UInt16.max),
    MemberRange("dict_items", "mapping", 0x030A, UInt16.max),
    MemberRange("dict_keys", "mapping", 0x030A, UInt16.max),
    MemberRange("dict_values", "mapping", 0x030A, UInt16.max),
    MemberRange("enumerate", "__class_getitem__", 0x0309, UInt16.max),
    MemberRange("float", "__ceil__", 0x0309, UInt16.max),
    MemberRange("float", "__floor__", 0x0309, UInt16.max),
    MemberRange("float", "from_number", 0x030E, UInt16.max),
    MemberRange("frozenset", "__class_getitem__", 0x0309, UInt16.max),
    MemberRange("function", "__annotate__", 0x030E, UInt16.max),
    MemberRange("function", "__builtins__", 0x030A, UInt16.max),
    MemberRange("function", "__type_params__", 0x030C, UInt16.max),
    MemberRange("functools.CacheInfo", "__replace__", 0x030D, UInt16.max),
    MemberRange("functools.cached_property", "__class_getitem__", 0x0309, UInt16.max),
    MemberRange("functools.partial", "__class_getitem__", 0x0309, UInt16.max),
    MemberRange("functools.partial", "__get__", 0x030D, UInt16.max),
    MemberRange("functools.partialmethod", "__class_getitem__", 0x0309, UInt16.max),
    MemberRange("generator", "__class_getitem__", 0x030D, UInt16.max),
    MemberRange("generator", "gi_suspended", 0x030B, UInt16.max),
    MemberRange("int", "bit_count", 0x030A, UInt16.max),
    MemberRange("int", "is_integer", 0x030C, UInt16.max),
    MemberRange("itertools.chain", "__class_getitem__", 0x0309, UInt16.max),
    MemberRange("list", "__class_getitem__", 0x0309, UInt16.max),
    MemberRange("mappingproxy", "__class_getitem__", 0x0309, UInt16.max),
    MemberRange("mappingproxy", "__ior__", 0x0309, UInt16.max),
    MemberRange("mappingproxy", "__or__", 0x0309, UInt16.max),
    MemberRange("mappingproxy", "__reversed__", 0x0309, UInt16.max),
    MemberRange("mappingproxy", "__ror__", 0x0309, UInt16.max),
    MemberRange("memoryview", "__class_getitem__", 0x030E, UInt16.max),
    MemberRange("memoryview", "__iter__", 0x030A, UInt16.max),
    MemberRange("memoryview", "count", 0x030E, UInt16.max),
    MemberRange("memoryview", "index", 0x030E, UInt16.max),
    MemberRange("module", "__annotate__", 0x030E, UInt16.max),
    MemberRange("module _collections_abc", "Buffer", 0x030C, UInt16.max),
    MemberRange("module abc", "update_abstractmethods", 0x030A, UInt16.max),
    MemberRange("module builtins", "BaseExceptionGroup", 0x030B, UInt16.max),
    MemberRange("module builtins", "EncodingWarning", 0x030A, UInt16.max),
    MemberRange("module builtins", "ExceptionGroup", 0x030B, UInt16.max),
    MemberRange("module builtins", "PythonFinalizationError", 0x030D, UInt16.max),
    MemberRange("module builtins", "aiter", 0x030A, UInt16.max),
    MemberRange("module builtins", "anext", 0x030A, UInt16.max),
    MemberRange("module collections.abc", "Buffer", 0x030C, UInt16.max),
    MemberRange("module copy", "replace", 0x030D, UInt16.max),
    MemberRange("module functools", "cache", 0x0309, UInt16.max),
    MemberRange("module heapq", "heapify_max", 0x030E, UInt16.max),
    MemberRange("module heapq", "heappop_max", 0x030E, UInt16.max),
    MemberRange("module heapq", "heappush_max", 0x030E, UInt16.max),
    MemberRange("module heapq", "heappushpop_max", 0x030E, UInt16.max),
    MemberRange("module heapq", "heapreplace_max", 0x030E, UInt16.max),
    MemberRange("module itertools", "batched", 0x030C, UInt16.max),
    MemberRange("module itertools", "pairwise", 0x030A, UInt16.max),
    MemberRange("module keyword", "issoftkeyword", 0x0309, UInt16.max),
    MemberRange("module keyword", "softkwlist", 0x0309, UInt16.max),
    MemberRange("module math", "cbrt", 0x030B, UInt16.max),
    MemberRange("module math", "exp2", 0x030B, UInt16.max),
    MemberRange("module math", "fma", 0x030D, UInt16.max),
    MemberRange("module math", "lcm", 0x0309, UInt16.max),
    MemberRange("module math", "nextafter", 0x0309, UInt16.max),
    MemberRange("module math", "sumprod", 0x030C, UInt16.max),
    MemberRange("module math", "ulp", 0x0309, UInt16.max),
    MemberRange("module operator", "call", 0x030B, UInt16.max),
    MemberRange("module operator", "is_none", 0x030E, UInt16.max),
    MemberRange("module operator", "is_not_none", 0x030E, UInt16.max),
    MemberRange("module random", "binomialvariate", 0x030C, UInt16.max),
    MemberRange("module random", "randbytes", 0x0309, UInt16.max),
    MemberRange("module sys", "exception", 0x030B, UInt16.max),
    MemberRange("module sys", "orig_argv", 0x030A, UInt16.max),
    MemberRange("module sys", "platlibdir", 0x0309, UInt16.max),
    MemberRange("module sys", "stdlib_module_names", 0x030A, UInt16.max),
    MemberRange("module time", "CLOCK_TAI", 0x0309, UInt16.max),
    MemberRange("module types", "EllipsisType", 0x030A, UInt16.max),
    MemberRange("module types", "GenericAlias", 0x0309, UInt16.max),
    MemberRange("module types", "NoneType", 0x030A, UInt16.max),
    MemberRange("module types", "NotImplementedType", 0x030A, UInt16.max),
    MemberRange("module types", "UnionType", 0x030A, UInt16.max),
    MemberRange("module types", "get_original_bases", 0x030C, UInt16.max),
    MemberRange("module typing", "Annotated", 0x0309, UInt16.max),
    MemberRange("module typing", "Concatenate", 0x030A, UInt16.max),
    MemberRange("module typing", "LiteralString", 0x030B, UInt16.max),
    MemberRange("module typing", "Never", 0x030B, UInt16.max),
    MemberRange("module typing", "NoDefault", 0x030D, UInt16.max),
    MemberRange("module typing", "NotRequired", 0x030B, UInt16.max),
    MemberRange("module typing", "ParamSpec", 0x030A, UInt16.max),
    MemberRange("module typing", "ParamSpecArgs", 0x030A, UInt16.max),
    MemberRange("module typing", "ParamSpecKwargs", 0x030A, UInt16.max),
    MemberRange("module typing", "ReadOnly", 0x030D, UInt16.max),
    MemberRange("module typing", "Required", 0x030B, UInt16.max),
    MemberRange("module typing", "Self", 0x030B, UInt16.max),
    MemberRange("module typing", "TypeAlias", 0x030A, UInt16.max),
    MemberRange("module typing", "TypeAliasType", 0x030C, UInt16.max),
    MemberRange("module typing", "TypeGuard", 0x030A, UInt16.max),
    MemberRange("module typing", "TypeIs", 0x030D, UInt16.max),
    MemberRange("module typing", "TypeVarTuple", 0x030B, UInt16.max),
    MemberRange("module typing", "Unpack", 0x030B, UInt16.max),
    MemberRange("module typing", "assert_never", 0x030B, UInt16.max),
    MemberRange("module typing", "assert_type", 0x030B, UInt16.max),
    MemberRange("module typing", "dataclass_transform", 0x030B, UInt16.max),
    MemberRange("module typing", "override", 0x030C, UInt16.max),
    MemberRange("object", "__getstate__", 0x030B, UInt16.max),
    MemberRange("property", "__set_name__", 0x030A, UInt16.max),
    MemberRange("random.Random", "binomialvariate", 0x030C, UInt16.max),
    MemberRange("random.Random", "randbytes", 0x0309, UInt16.max),
    MemberRange("random.SystemRandom", "randbytes", 0x0309, UInt16.max),
    MemberRange("set", "__class_getitem__", 0x0309, UInt16.max),
    MemberRange("staticmethod", "__call__", 0x030A, UInt16.max),
    MemberRange("staticmethod", "__wrapped__", 0x030A, UInt16.max),
    MemberRange("str", "removeprefix", 0x0309, UInt16.max),
    MemberRange("str", "removesuffix", 0x0309, UInt16.max),
    MemberRange("tuple", "__class_getitem__", 0x0309, UInt16.max),
    MemberRange("type", "__annotate__", 0x030E, UInt16.max),
    MemberRange("type", "__or__", 0x030A, UInt16.max),
    MemberRange("type", "__ror__", 0x030A, UInt16.max),
    MemberRange("type", "__type_params__", 0x030C, UInt16.max),
    MemberRange("types.GenericAlias", "__iter__", 0x030B, UInt16.max),
    MemberRange("types.GenericAlias", "__or__", 0x030A, UInt16.max),
    MemberRange("types.GenericAlias", "__ror__", 0x030A, UInt16.max),
    MemberRange("types.GenericAlias", "__typing_unpacked_tuple_args__", 0x030B, UInt16.max),
    MemberRange("types.GenericAlias", "__unpacked__", 0x030B, UInt16.max),
    MemberRange("types.SimpleNamespace", "__replace__", 0x030D, UInt16.max),
    MemberRange("types.UnionType", "__class_getitem__", 0x030E, UInt16.max),
    MemberRange("types.UnionType", "__origin__", 0x030E, UInt16.max),
    MemberRange("typing.ParamSpec", "__default__", 0x030D, UInt16.max),
    MemberRange("typing.ParamSpec", "__infer_variance__", 0x030C, UInt16.max),
    MemberRange("typing.ParamSpec", "__mro_entries__", 0x030C, UInt16.max),
    MemberRange("typing.ParamSpec", "__typing_subst__", 0x030B, UInt16.max),
    MemberRange("typing.ParamSpec", "has_default", 0x030D, UInt16.max),
    MemberRange("typing.ParamSpecArgs", "__origin__", 0x030C, UInt16.max),
    MemberRange("typing.ParamSpecKwargs", "__origin__", 0x030C, UInt16.max),
    MemberRange("typing.TypeVar", "__default__", 0x030D, UInt16.max),
    MemberRange("typing.TypeVar", "__infer_variance__", 0x030C, UInt16.max),
    MemberRange("typing.TypeVar", "__mro_entries__", 0x030C, UInt16.max),
    MemberRange("typing.TypeVar", "__or__", 0x030A, UInt16.max),
    MemberRange("typing.TypeVar", "__ror__", 0x030A, UInt16.max),
    MemberRange("typing.TypeVar", "__typing_subst__", 0x030B, UInt16.max),
    MemberRange("typing.TypeVar", "has_default", 0x030D, UInt16.max),
    MemberRange("typing.TypeVarTuple", "__default__", 0x030D, UInt16.max),
    MemberRange("typing.TypeVarTuple", "__mro_entries__", 0x030C, UInt16.max),
    MemberRange("typing.TypeVarTuple", "has_default", 0x030D, UInt16.max),
    MemberRange("typing._GenericAlias", "__or__", 0x030A, UInt16.max),
    MemberRange("typing._GenericAlias", "__ror__", 0x030A, UInt16.max),
    MemberRange("typing._SpecialForm", "__mro_entries__", 0x0309, UInt16.max),
    MemberRange("typing._SpecialForm", "__or__", 0x030A, UInt16.max),
    MemberRange("typing._SpecialForm", "__ror__", 0x030A, UInt16.max),
    MemberRange("zip", "__setstate__", 0x030A, UInt16.max),
  ]
}

extension SignatureVariant {
  /// The signatures that are not the declared one at some level, by owner.
  static let all: [SignatureVariant] = [
    SignatureVariant("int", "from_bytes(cls, /, bytes, byteorder, *, signed=False)", 0x0308, 0x030A),
    SignatureVariant("int", "to_bytes(self, /, length, byteorder, *, signed=False)", 0x0308, 0x030A),
    SignatureVariant("itertools.batched", "__new__(cls, iterable, n, <strict=False>)", 0x030C, 0x030C),
    SignatureVariant("random.Random", "expovariate(self, lambd)", 0x0308, 0x030B),
    SignatureVariant("random.Random", "gauss(self, mu, sigma)", 0x0308, 0x030A),
    SignatureVariant("random.Random", "normalvariate(self, mu, sigma)", 0x0308, 0x030A),
    SignatureVariant("str", "replace(self, old, new, count=-1, /)", 0x0308, 0x030C),
    SignatureVariant("zip", "__new__(cls, /, *iterables, <strict=False>)", 0x0308, 0x0309),
  ]
}
