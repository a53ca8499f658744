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
  /// The classes of module ast have docstrings, and optional fields are None on the class.
  @inlinable public static var describedNodes: LibraryFeature { LibraryFeature(0x0309, UInt16.max) }
  /// The classes of module ast have `__match_args__`.
  @inlinable public static var nodesMatchByPosition: LibraryFeature { LibraryFeature(0x030A, UInt16.max) }
  /// The classes of module ast have `_field_types`, by which fields that are not given get values or a warning.
  @inlinable public static var typedNodes: LibraryFeature { LibraryFeature(0x030D, UInt16.max) }
  /// compile() takes a list that a node lacks for an empty one.
  @inlinable public static var missingListsAreEmpty: LibraryFeature { LibraryFeature(0x030C, UInt16.max) }
  /// compile() refuses nodes that end before they begin.
  @inlinable public static var nodePositionsChecked: LibraryFeature { LibraryFeature(0x030B, UInt16.max) }
  /// compile() refuses a NamedExpr whose target is no Name.
  @inlinable public static var nameTargetsChecked: LibraryFeature { LibraryFeature(0x030B, UInt16.max) }
  /// compile() refuses None, True and False as names in other nodes than Name.
  @inlinable public static var namesOfNodesChecked: LibraryFeature { LibraryFeature(0x030A, UInt16.max) }
  /// compile() refuses None, True and False as names of parameters.
  @inlinable public static var namesOfParametersChecked: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
  /// compile() names the type of the item that a constant tuple may not have; before, that of the tuple.
  @inlinable public static var invalidItemsNamed: LibraryFeature { LibraryFeature(0x0309, UInt16.max) }
  /// compile() refuses a tree that does not belong to the mode, even if it is only to be given back.
  @inlinable public static var treesAreCheckedByMode: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
  /// ast.dump() leaves out optional fields that are None.
  @inlinable public static var dumpLeavesOutNone: LibraryFeature { LibraryFeature(0x0309, UInt16.max) }
  /// ast.dump() leaves out empty lists, unless it is told not to.
  @inlinable public static var dumpLeavesOutEmptyLists: LibraryFeature { LibraryFeature(0x030D, UInt16.max) }
  /// ast.literal_eval() takes "set()".
  @inlinable public static var literalSetsByCall: LibraryFeature { LibraryFeature(0x0309, UInt16.max) }
  /// ast.literal_eval() takes blanks in front of the expression.
  @inlinable public static var literalsBeginAnywhere: LibraryFeature { LibraryFeature(0x030A, UInt16.max) }
  /// ast.literal_eval() names the line of what it refuses.
  @inlinable public static var literalLinesNamed: LibraryFeature { LibraryFeature(0x030A, UInt16.max) }
  /// The functions of struct decode formats that are bytes.
  @inlinable public static var structFormatsDecoded: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
  /// Classes show bytes by `__buffer__` (PEP 688).
  @inlinable public static var bufferMethods: LibraryFeature { LibraryFeature(0x030C, UInt16.max) }
  /// The type of the iterators of arrays belongs to module array; before, to builtins.
  @inlinable public static var arrayIteratorInArray: LibraryFeature { LibraryFeature(0x030A, UInt16.max) }
  /// memoryview knows the format `e`.
  @inlinable public static var halfFloatViews: LibraryFeature { LibraryFeature(0x030C, UInt16.max) }
  /// A memoryview without dimensions has no length; before, 1.
  @inlinable public static var noLengthWithoutDimensions: LibraryFeature { LibraryFeature(0x030C, UInt16.max) }
  /// struct says less about numbers that do not fit their format.
  @inlinable public static var structRangesWithoutBounds: LibraryFeature { LibraryFeature(0x0308, 0x030B) }
  /// struct has the formats `F` and `D`.
  @inlinable public static var complexInStructs: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
  /// Packing a native float that is too large is an error; before, an infinity.
  @inlinable public static var checkedNativeFloats: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
  /// A Struct without a format cannot be used; before, it has no items.
  @inlinable public static var uninitializedStructs: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
  /// Packing and unpacking small floats keeps what is in a NaN.
  @inlinable public static var nanPayloads: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
  /// cmath knows acosh() and tanh() of an imaginary NaN.
  @inlinable public static var complexNans: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
  /// Arrays have the typecode `w`.
  @inlinable public static var wideCharacterArrays: LibraryFeature { LibraryFeature(0x030D, UInt16.max) }
  /// array warns of the typecode `u`.
  @inlinable public static var deprecatedCharacterArrays: LibraryFeature { LibraryFeature(0x030D, UInt16.max) }
  /// Arrays match sequence patterns.
  @inlinable public static var arraysAsSequences: LibraryFeature { LibraryFeature(0x030A, UInt16.max) }
  /// Strict base 64 refuses padding behind whole groups in words of its own.
  @inlinable public static var excessPaddingRefused: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
  /// binascii warns of the functions for BinHex.
  @inlinable public static var deprecatedBinhex: LibraryFeature { LibraryFeature(0x0309, 0x030A) }
  /// marshal writes slices, in version 5 of its format.
  @inlinable public static var marshalledSlices: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
  /// marshal says of any error at a single byte that the data ends.
  @inlinable public static var marshalErrorsReplaced: LibraryFeature { LibraryFeature(0x0308, 0x030A) }
  /// marshal writes the elements of sets in an order of their own.
  @inlinable public static var sortedMarshalledSets: LibraryFeature { LibraryFeature(0x030B, UInt16.max) }
  /// `__buffer__()` refuses flags below the range of a C int; before, it takes their low bits.
  @inlinable public static var bufferFlagsChecked: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
  /// The types of struct belong to module _struct; before, to builtins.
  @inlinable public static var structsInStruct: LibraryFeature { LibraryFeature(0x0309, UInt16.max) }
  /// Uuencoded text of nothing is an error; before, it is read as a line of zeros.
  @inlinable public static var uuencodedLengthRequired: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
  /// struct_time and its like refuse a dict of fields with names that they do not take.
  @inlinable public static var structSequenceFieldsChecked: LibraryFeature { LibraryFeature(0x030D, UInt16.max) }
  /// The bounds of a slice of a list that is assigned to are found before the items are; later, behind.
  @inlinable public static var sliceBoundsBeforeItems: LibraryFeature { LibraryFeature(0x0308, 0x030C) }
  /// `x in y` for a list or tuple asks x whether it is equal to an item; later, the item.
  @inlinable public static var containsAsksElement: LibraryFeature { LibraryFeature(0x0308, 0x0308) }
  /// list() asks for the length of an iterable before it asks for the iterator.
  @inlinable public static var listAsksLengthFirst: LibraryFeature { LibraryFeature(0x0308, 0x0309) }
  /// Sorting takes items that fall or are equal for a descending run; before, items that fall.
  @inlinable public static var sortRunsWithEquals: LibraryFeature { LibraryFeature(0x030D, UInt16.max) }
  /// tuple() asks iterables for their length hint, if only for its errors.
  @inlinable public static var tupleAsksLengthHint: LibraryFeature { LibraryFeature(0x0308, 0x030D) }
  /// An element that is added to a set does not take the place of a removed one, so that the order is another.
  @inlinable public static var setPlacesNotReused: LibraryFeature { LibraryFeature(0x0309, 0x0309) }
  /// `^` of two views of the items of dicts finds what is in both by the keys.
  @inlinable public static var itemsComparedByKey: LibraryFeature { LibraryFeature(0x030A, UInt16.max) }
  /// `&` of a view of a dict makes a set of its left operand first.
  @inlinable public static var viewsIntersectAsSets: LibraryFeature { LibraryFeature(0x0308, 0x0308) }
  /// issubset() makes a set of an iterable first.
  @inlinable public static var subsetsOfSets: LibraryFeature { LibraryFeature(0x0308, 0x030B) }
  /// issuperset() makes a set of an iterable first.
  @inlinable public static var supersetsOfSets: LibraryFeature { LibraryFeature(0x0308, 0x030A) }
  /// The intersection of a set with an iterable ends when everything is found.
  @inlinable public static var shortIntersections: LibraryFeature { LibraryFeature(0x030B, UInt16.max) }
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
  /// An iterator over a range reduces to the whole range and its position in it; later, to what is left.
  @inlinable public static var rangeIteratorsKeepStart: LibraryFeature { LibraryFeature(0x0308, 0x030B) }
  /// `__setstate__` of iterators over long ranges refuses what is no int.
  @inlinable public static var intStateOfRanges: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
  /// The hash of str and bytes is SipHash-1-3; before, SipHash-2-4.
  @inlinable public static var shortStringHash: LibraryFeature { LibraryFeature(0x030B, UInt16.max) }
  /// UTF-16 and UTF-32 text without a byte order mark is a UnicodeDecodeError; before, a UnicodeError.
  @inlinable public static var decodeErrorWithoutMark: LibraryFeature { LibraryFeature(0x030D, UInt16.max) }
  /// `BytesIO.write` looks at its argument before it looks whether the stream is closed.
  @inlinable public static var bytesCheckedFirst: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
  /// `BytesIO.truncate` takes what is an index, with the words of ints.
  @inlinable public static var truncationByIndex: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
  /// `RawIOBase.read` checks the number that readinto() returns.
  @inlinable public static var readintoChecked: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
  /// Buffers of streams have 128 KiB.
  @inlinable public static var largeStreamBuffers: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
  /// FileIO warns of a bool as file descriptor.
  @inlinable public static var boolDescriptorsWarned: LibraryFeature { LibraryFeature(0x030D, UInt16.max) }
  /// The reprs of FileIO and TextIOWrapper have the name of the subclass.
  @inlinable public static var streamsNamedByType: LibraryFeature { LibraryFeature(0x030D, UInt16.max) }
  /// A result of readinto() that is no int is the cause of an OSError of its own.
  @inlinable public static var readintoFailureNamed: LibraryFeature { LibraryFeature(0x030A, UInt16.max) }
  /// `FileIO.readinto` numbers its argument in a message.
  @inlinable public static var numberedReadintoArgument: LibraryFeature { LibraryFeature(0x030C, UInt16.max) }
  /// `BufferedRandom.read1` writes what waits first.
  @inlinable public static var read1Flushes: LibraryFeature { LibraryFeature(0x030D, UInt16.max) }
  /// Buffered writers write as many bytes as the buffer has directly, where there is nothing in the buffer.
  @inlinable public static var wholeBuffersWritten: LibraryFeature { LibraryFeature(0x030D, UInt16.max) }
  /// TextIOWrapper gives an empty text that waits to the stream below.
  @inlinable public static var emptyTextWritten: LibraryFeature { LibraryFeature(0x0308, 0x030D) }
  /// `truncate` of buffered streams checks that the stream is open and can be written.
  @inlinable public static var truncationChecked: LibraryFeature { LibraryFeature(0x0309, UInt16.max) }
  /// The encoding `locale` stands for that of the locale.
  @inlinable public static var localeEncoding: LibraryFeature { LibraryFeature(0x030A, UInt16.max) }
  /// TextIOWrapper writes what waits before it would exceed the chunk size; later, behind text that is as long as a chunk.
  @inlinable public static var textFlushedBeforeOverflow: LibraryFeature { LibraryFeature(0x0308, 0x030C) }
  /// `TextIOWrapper.read` raises BlockingIOError if the stream below has nothing yet.
  @inlinable public static var emptyReadsRaise: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
  /// TextIOWrapper refuses null characters in the name of the error handler.
  @inlinable public static var nullsInErrorNamesRefused: LibraryFeature { LibraryFeature(0x030B, UInt16.max) }
  /// open() takes the mode U.
  @inlinable public static var universalNewlineMode: LibraryFeature { LibraryFeature(0x0308, 0x030A) }
  /// `_io` has `_BytesIOBuffer`.
  @inlinable public static var bytesBufferShown: LibraryFeature { LibraryFeature(0x030C, UInt16.max) }
  /// `io` has Reader and Writer.
  @inlinable public static var readerAndWriterProtocols: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
  /// print() looks at `flush` before it writes; before, afterwards.
  @inlinable public static var printFlushFirst: LibraryFeature { LibraryFeature(0x0309, UInt16.max) }
  /// `sys.stderr` is line buffered.
  @inlinable public static var lineBufferedStderr: LibraryFeature { LibraryFeature(0x0309, UInt16.max) }
  /// What close() raises for a stream that nobody has any more is reported.
  @inlinable public static var finalizerErrorsReported: LibraryFeature { LibraryFeature(0x030D, UInt16.max) }
  /// `TextIOWrapper.reconfigure` names the argument that is no str.
  @inlinable public static var reconfigureArgumentsNamed: LibraryFeature { LibraryFeature(0x030B, UInt16.max) }
  /// The base classes of streams ignore arguments, and abstract methods, when they are made.
  @inlinable public static var streamBasesTakeArguments: LibraryFeature { LibraryFeature(0x0308, 0x030B) }
  /// The module `_io` and its functions name themselves `_io`; before, `io`.
  @inlinable public static var coreStreamsNamed: LibraryFeature { LibraryFeature(0x030C, UInt16.max) }
  /// Messages about the arguments of a call name the function by its qualified name.
  @inlinable public static var qualifiedNamesInCalls: LibraryFeature { LibraryFeature(0x030A, UInt16.max) }
  /// Messages about `*` and `**` in a call name the callable by module and qualified name; before, by its name or type.
  @inlinable public static var modulesInCalls: LibraryFeature { LibraryFeature(0x0309, UInt16.max) }
  /// An unexpected keyword argument is compared with the parameters' names.
  @inlinable public static var keywordSuggestions: LibraryFeature { LibraryFeature(0x030D, UInt16.max) }
  /// `async with` looks `__aexit__` up before `__aenter__`.
  @inlinable public static var asyncExitLookedUpFirst: LibraryFeature { LibraryFeature(0x0308, 0x0308) }
  /// That the keys of `**` are strs is checked by who is called; before anything is called from 3.9 on.
  @inlinable public static var keywordsCheckedByCallee: LibraryFeature { LibraryFeature(0x0308, 0x0308) }
  /// An error of native code becomes an exception object when it is handled, or at once if another is being handled; a KeyError that is none yet counts as a repeated keyword in `**`, from 3.12 on every KeyError does.
  @inlinable public static var lazyExceptions: LibraryFeature { LibraryFeature(0x0308, 0x030B) }
  /// `locals()` of a function is the same dict each time, brought up to date by each call.
  @inlinable public static var localsSnapshot: LibraryFeature { LibraryFeature(0x0308, 0x030C) }
  /// `with` and `async with` tell of objects that are managers for the other of the two.
  @inlinable public static var advisedManagers: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
  /// Regular expressions have atomic groups and possessive repetitions; their instructions have other numbers since.
  @inlinable public static var regexAtomicGroups: LibraryFeature { LibraryFeature(0x030B, UInt16.max) }
  /// Module _sre has templates of replacements.
  @inlinable public static var regexTemplates: LibraryFeature { LibraryFeature(0x030C, UInt16.max) }
  /// The code of regular expressions has the number 20230612.
  @inlinable public static var regexTailsShared: LibraryFeature { LibraryFeature(0x030D, UInt16.max) }
  /// `\B` matches an empty text.
  @inlinable public static var regexInsideEmptyText: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
  /// Messages of module re name the type of what is no text.
  @inlinable public static var regexSubjectsNamed: LibraryFeature { LibraryFeature(0x030B, UInt16.max) }
  /// Copying or pickling an iterator of itertools warns.
  @inlinable public static var itertoolsCopyingDeprecated: LibraryFeature { LibraryFeature(0x030C, 0x030D) }
  /// math.factorial() takes floats with integral values.
  @inlinable public static var factorialOfFloats: LibraryFeature { LibraryFeature(0x0308, 0x0309) }
  /// math.factorial() warns of floats.
  @inlinable public static var factorialOfFloatsWarning: LibraryFeature { LibraryFeature(0x0309, 0x0309) }
  /// math.gcd() takes two ints.
  @inlinable public static var gcdOfTwo: LibraryFeature { LibraryFeature(0x0308, 0x0308) }
  /// math.pow() refuses zero to the power of minus infinity.
  @inlinable public static var zeroPowerRefused: LibraryFeature { LibraryFeature(0x0308, 0x030A) }
  /// The repr of an OrderedDict shows a dict; before, a list of pairs.
  @inlinable public static var orderedDictShownAsDict: LibraryFeature { LibraryFeature(0x030C, UInt16.max) }
  /// pop() and popitem() of subclasses of OrderedDict call their `__delitem__`.
  @inlinable public static var orderedDictPopsByDeletion: LibraryFeature { LibraryFeature(0x0308, 0x030A) }
  /// functools.partial has `__get__`.
  @inlinable public static var partialIsMethod: LibraryFeature { LibraryFeature(0x030D, UInt16.max) }
  /// functools.partial binds to instances as functions do; in 3.13 it warns of that.
  @inlinable public static var partialBinds: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
  /// functools.partial knows placeholders for arguments.
  @inlinable public static var partialPlaceholders: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
  /// A partial of an instance of a subclass of partial takes over its parts.
  @inlinable public static var partialFlattensSubclasses: LibraryFeature { LibraryFeature(0x030A, UInt16.max) }
  /// The repr of an instance of a subclass of partial has the module of the class.
  @inlinable public static var partialShownWithModule: LibraryFeature { LibraryFeature(0x030D, UInt16.max) }
  /// The repr of partialmethod has a comma for arguments and keywords even if there are none.
  @inlinable public static var partialmethodShowsEmptyParts: LibraryFeature { LibraryFeature(0x0308, 0x030C) }
  /// The functions that partialmethod makes know it as `__partialmethod__`, not `_partialmethod`.
  @inlinable public static var partialmethodByPublicName: LibraryFeature { LibraryFeature(0x030D, UInt16.max) }
  /// cached_property has the module of its function.
  @inlinable public static var cachedPropertyModule: LibraryFeature { LibraryFeature(0x030D, UInt16.max) }
  /// Implementations of a generic function can be registered for unions.
  @inlinable public static var dispatchOnUnions: LibraryFeature { LibraryFeature(0x030B, UInt16.max) }
  /// register() of a generic function refuses a function with something that is no class.
  @inlinable public static var dispatchRegisterChecksClass: LibraryFeature { LibraryFeature(0x0309, UInt16.max) }
  /// A method that dispatches on its argument complains if there is none; before, an index error.
  @inlinable public static var dispatchMethodCountsArguments: LibraryFeature { LibraryFeature(0x030D, UInt16.max) }
  /// A deque has room for blocks that it keeps for later.
  @inlinable public static var dequeKeepsFreeBlocks: LibraryFeature { LibraryFeature(0x030B, UInt16.max) }
  /// types.SimpleNamespace takes a mapping or pairs.
  @inlinable public static var namespaceOfMapping: LibraryFeature { LibraryFeature(0x030D, UInt16.max) }
  /// The repr of types.SimpleNamespace has its names in order.
  @inlinable public static var namespaceShownSorted: LibraryFeature { LibraryFeature(0x0308, 0x0308) }
  /// The state of itertools.cycle has 0 or 1, not a bool.
  @inlinable public static var cycleStateOfInts: LibraryFeature { LibraryFeature(0x0308, 0x0308) }
  /// itertools.tee() of an iterator of its own gives copies only; before, that iterator too.
  @inlinable public static var teeCopiesTees: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
  /// Named tuples have `_fields_defaults`, the older name of `_field_defaults`.
  @inlinable public static var namedTupleOldDefaults: LibraryFeature { LibraryFeature(0x0308, 0x0308) }
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
  /// ExitStack gives an exception without context the one that it replaces.
  @inlinable public static var contextSetByStack: LibraryFeature { LibraryFeature(0x0308, 0x0308) }
  /// suppress() takes exceptions out of groups.
  @inlinable public static var groupsSuppressed: LibraryFeature { LibraryFeature(0x030C, UInt16.max) }
  /// ExitStack has its own words about objects that are no context managers.
  @inlinable public static var managersCheckedByStack: LibraryFeature { LibraryFeature(0x030B, UInt16.max) }
  /// A union of a type and None is shown as `Optional`.
  @inlinable public static var shownOptional: LibraryFeature { LibraryFeature(0x0309, UInt16.max) }
  /// `atexit._run_exitfuncs()` raises what the last function that failed raised; what each raised is printed like an uncaught exception.
  @inlinable public static var exitFunctionsRaise: LibraryFeature { LibraryFeature(0x0308, 0x0309) }
  /// The report of an exception in an exit function has the function in its message.
  @inlinable public static var exitFunctionInMessage: LibraryFeature { LibraryFeature(0x030D, UInt16.max) }
  /// Calling a weak reference with keywords is refused before positional arguments are counted.
  @inlinable public static var weakReferenceCallsCountKeywordsFirst: LibraryFeature { LibraryFeature(0x030B, UInt16.max) }
  /// The types of weak references belong to module weakref; before, to builtins, by other names.
  @inlinable public static var weakReferencesInWeakref: LibraryFeature { LibraryFeature(0x030A, UInt16.max) }
  /// The repr of a weak reference has the name of what it refers to if the type has `__name__`; before, if the object has it.
  @inlinable public static var weakReferencesNamedByType: LibraryFeature { LibraryFeature(0x030B, UInt16.max) }
  /// The repr of a weak reference has the module of the type that it refers to, and that of a proxy is written alike.
  @inlinable public static var weakReferencesWithModules: LibraryFeature { LibraryFeature(0x030D, UInt16.max) }
  /// A cached function has cache_parameters.
  @inlinable public static var lruCacheParameters: LibraryFeature { LibraryFeature(0x0309, UInt16.max) }
  /// randrange() takes ints only; before, whatever int() makes one of.
  @inlinable public static var randomIntegersByIndex: LibraryFeature { LibraryFeature(0x030C, UInt16.max) }
  /// seed() takes None, ints, floats and text only; before, the hash of anything else.
  @inlinable public static var randomSeedTypes: LibraryFeature { LibraryFeature(0x030B, UInt16.max) }
  /// bisect's functions take an index or None as the upper bound, with words of their own.
  @inlinable public static var bisectByIndex: LibraryFeature { LibraryFeature(0x0309, UInt16.max) }
  /// bisect's functions refuse what is no sequence even if there is nothing to look at.
  @inlinable public static var bisectChecksSequence: LibraryFeature { LibraryFeature(0x030C, UInt16.max) }
  /// The names of typing's variables are checked; before, only their repr fails.
  @inlinable public static var nativeTypeVariables: LibraryFeature { LibraryFeature(0x030C, UInt16.max) }
  /// typing compares what is to be a type with the forms that are one without arguments.
  @inlinable public static var plainFormsAsTypes: LibraryFeature { LibraryFeature(0x030A, UInt16.max) }
  /// A TypeVar looks at its constraints before it looks at its bound.
  @inlinable public static var boundsCheckedLast: LibraryFeature { LibraryFeature(0x0308, 0x0309) }
  /// A ParamSpec without a bound is bound to the type of None.
  @inlinable public static var parameterSpecificationsBoundToNone: LibraryFeature { LibraryFeature(0x030C, 0x030D) }
  /// typing takes any object but a tuple for a type; before, callable ones.
  @inlinable public static var anyObjectAsType: LibraryFeature { LibraryFeature(0x030B, UInt16.max) }
  /// time's functions take 2.0**63 for a time that can be.
  @inlinable public static var timestampTopTaken: LibraryFeature { LibraryFeature(0x0308, 0x0309) }
  /// copy.deepcopy() gives back a range; before, it makes a new one.
  @inlinable public static var rangesCopiedAsAtoms: LibraryFeature { LibraryFeature(0x030A, UInt16.max) }
  /// copy.deepcopy() gives back what cannot change before it looks at the memo.
  @inlinable public static var atomsCopiedFirst: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
  /// paretovariate() divides by a power; later versions use a negative exponent.
  @inlinable public static var paretoByDivision: LibraryFeature { LibraryFeature(0x0308, 0x0308) }
  /// seed() extends a bytearray by its hash.
  @inlinable public static var randomSeedGrows: LibraryFeature { LibraryFeature(0x0308, 0x0308) }
  /// The first positional argument that a generator is made with must have a hash.
  @inlinable public static var randomSeedHashed: LibraryFeature { LibraryFeature(0x0308, 0x030A) }
  /// A generator is made with one positional argument at most, which C code counts.
  @inlinable public static var randomArgumentsCounted: LibraryFeature { LibraryFeature(0x030A, 0x030A) }
  /// shuffle() makes ints of the products with the results of the function for random numbers; later, their floor.
  @inlinable public static var randomShuffleByInt: LibraryFeature { LibraryFeature(0x0308, 0x0308) }
  /// getrandbits() takes 0.
  @inlinable public static var zeroRandomBits: LibraryFeature { LibraryFeature(0x0309, UInt16.max) }
  /// choices() refuses a total of weights that is not positive, and an int for weights in words of its own.
  @inlinable public static var randomWeightsChecked: LibraryFeature { LibraryFeature(0x0309, UInt16.max) }
  /// choices() refuses a total of weights that is not finite.
  @inlinable public static var randomWeightsFinite: LibraryFeature { LibraryFeature(0x030A, UInt16.max) }
  /// seed() warns of seeds that are hashed, sample() of sets, shuffle() of a function for random numbers.
  @inlinable public static var randomDeprecations: LibraryFeature { LibraryFeature(0x0309, 0x030A) }
  /// randrange() warns of arguments without `__index__`.
  @inlinable public static var randomIntegerWarnings: LibraryFeature { LibraryFeature(0x030A, 0x030B) }
  /// randrange() with a step and no stop raises TypeError.
  @inlinable public static var randomStopRequired: LibraryFeature { LibraryFeature(0x030A, UInt16.max) }
  /// randint() has its own words, not those of randrange().
  @inlinable public static var randomIntByItself: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
  /// getrandbits() takes numbers beyond C ints.
  @inlinable public static var randomBitsByLong: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
  /// sample() takes sets.
  @inlinable public static var randomSampleOfSets: LibraryFeature { LibraryFeature(0x0308, 0x030A) }
  /// choice() of nothing replaces the error of the random number.
  @inlinable public static var randomChoiceByError: LibraryFeature { LibraryFeature(0x0308, 0x0308) }
  /// choice() of nothing raises what the sequence does.
  @inlinable public static var randomChoiceByIndex: LibraryFeature { LibraryFeature(0x0309, 0x030A) }
  /// dis.stack_effect() wants an operand of the opcodes that have one, and of no others.
  @inlinable public static var operandsOfEffectsChecked: LibraryFeature { LibraryFeature(0x0308, 0x030C) }
  /// Module token has numbers for async and await.
  @inlinable public static var asyncTokenNumbers: LibraryFeature { LibraryFeature(0x0308, 0x030C) }
  /// Module token has numbers for template strings.
  @inlinable public static var templateTokens: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
  /// Without extra tokens, those of _tokenize at the end of a source have no line.
  @inlinable public static var blankEndOfTokens: LibraryFeature { LibraryFeature(0x0308, 0x030C) }
  /// A csv reader that gets other things than strings asks whether the file is open in text mode.
  @inlinable public static var csvAdvisesTextMode: LibraryFeature { LibraryFeature(0x0308, 0x0309) }
  /// Module subprocess is told when a program could not be started because of its current directory.
  @inlinable public static var startNamesFolder: LibraryFeature { LibraryFeature(0x030D, UInt16.max) }
  /// Module csv takes NUL for a character of the dialect that is not set, and refuses it in what it reads.
  @inlinable public static var csvUnsetIsNul: LibraryFeature { LibraryFeature(0x0308, 0x030A) }
  /// A csv writer escapes the escape character.
  @inlinable public static var csvEscapeEscaped: LibraryFeature { LibraryFeature(0x030A, UInt16.max) }
  /// Module csv has QUOTE_STRINGS and QUOTE_NOTNULL.
  @inlinable public static var csvNulls: LibraryFeature { LibraryFeature(0x030C, UInt16.max) }
  /// Dialects of csv refuse characters that cannot be told apart, and writers quote all line ends.
  @inlinable public static var csvParametersChecked: LibraryFeature { LibraryFeature(0x030D, UInt16.max) }
  /// Messages about the characters of a csv dialect say what was given.
  @inlinable public static var csvCharacterMessages: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
  /// Messages about the characters of a csv dialect say whether None would do.
  @inlinable public static var csvNoneInMessages: LibraryFeature { LibraryFeature(0x0309, UInt16.max) }
  /// getrandbits() takes a uint64_t.
  @inlinable public static var randomBitsByUnsignedLong: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
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
  /// pow() with a modulus asks the second argument's `__rpow__`.
  @inlinable public static var ternaryReflectedPower: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
  /// The magnitude of a complex power is a product, not a quotient; small whole powers recover infinities.
  @inlinable public static var complexPowerByProduct: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
  /// int() and str() count their positional arguments first.
  @inlinable public static var textAndIntByVectorcall: LibraryFeature { LibraryFeature(0x030D, UInt16.max) }
  /// The message about a text of blanks that is to be a float shows it empty.
  @inlinable public static var blankFloatShownEmpty: LibraryFeature { LibraryFeature(0x0308, 0x0309) }
  /// int() warns of the use of `__trunc__`.
  @inlinable public static var truncWarning: LibraryFeature { LibraryFeature(0x030B, 0x030D) }
  /// complex() looks at its arguments one after the other, and warns of those that are no real numbers if there are two.
  @inlinable public static var complexPartsWarning: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
  /// The message for `print >> x` advises to use the keyword `file`.
  @inlinable public static var printAdvice: LibraryFeature { LibraryFeature(0x0308, 0x030D) }
  /// hypot() and dist() are nearly always correctly rounded.
  @inlinable public static var correctedNorm: LibraryFeature { LibraryFeature(0x030A, UInt16.max) }
  /// frame.clear() refuses the frame of a suspended generator; before, it closes the generator.
  @inlinable public static var suspendedFramesStay: LibraryFeature { LibraryFeature(0x030D, UInt16.max) }
  /// An iterator over a weak container goes through a copy; before, removals wait until it ends.
  @inlinable public static var weakIterationCopies: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
  /// The first threshold of the collector is 700 at the start; later 2000.
  @inlinable public static var smallYoungGeneration: LibraryFeature { LibraryFeature(0x0308, 0x030C) }
  /// The collector tracks every dict; before, those that contain something it tracks.
  @inlinable public static var trackedDicts: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
  /// sys.flags has gil.
  @inlinable public static var lockFlag: LibraryFeature { LibraryFeature(0x030D, UInt16.max) }
  /// sys.flags has thread_inherit_context and context_aware_warnings.
  @inlinable public static var contextFlags: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
  /// sys.audit() takes a str only, with or without hooks.
  @inlinable public static var auditEventChecked: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
  /// sys._current_exceptions() gives tuples of type, exception and traceback; later the exceptions.
  @inlinable public static var exceptionTriplesOfThreads: LibraryFeature { LibraryFeature(0x030A, 0x030B) }
  /// The type of locks can be called to make one.
  @inlinable public static var locksMadeByType: LibraryFeature { LibraryFeature(0x030D, UInt16.max) }
  /// The report of an exception in a thread has the thread's function in its message.
  @inlinable public static var threadInMessage: LibraryFeature { LibraryFeature(0x030D, UInt16.max) }
  /// The place of a warning beyond the outermost frame is "<sys>", line 0; before, "sys", line 1.
  @inlinable public static var warningsOutsideMarked: LibraryFeature { LibraryFeature(0x030D, UInt16.max) }
  /// Module _warnings has _filters_mutated_lock_held in place of _filters_mutated.
  @inlinable public static var contextualWarnings: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
  /// Filters of warnings may have the action "all".
  @inlinable public static var allWarningAction: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
  /// The repr of a WarningMessage shows what it says.
  @inlinable public static var shownWarningMessages: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
  /// The frame of a generator that was not started stands in front of its first instruction.
  @inlinable public static var newFramesBeforeCode: LibraryFeature { LibraryFeature(0x0308, 0x030A) }
  /// string.Formatter numbers fields without a name by the first part of what they say.
  @inlinable public static var fieldsByFirstPart: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
  /// string.capwords() calls the words' own method; later, that of str.
  @inlinable public static var capwordsByMethod: LibraryFeature { LibraryFeature(0x0308, 0x030A) }
  /// For `%c`, an int beyond machine words is no int, and neither is what cannot be made one.
  @inlinable public static var percentCByLong: LibraryFeature { LibraryFeature(0x0308, 0x0309) }
  /// In bytes, `%c` says of what cannot be made an int only that it is none.
  @inlinable public static var percentCByteWithoutReason: LibraryFeature { LibraryFeature(0x0308, 0x030D) }
  /// replace() with a count changes no empty text.
  @inlinable public static var emptyTextNotReplaced: LibraryFeature { LibraryFeature(0x0308, 0x0308) }
  /// print() has no signature for inspection.
  @inlinable public static var printWithoutSignature: LibraryFeature { LibraryFeature(0x0308, 0x030A) }
  /// A bytearray cannot be resized while its join() iterates.
  @inlinable public static var lockedByteJoin: LibraryFeature { LibraryFeature(0x030B, UInt16.max) }
  /// A bytearray cannot be resized while the methods that search it convert their argument.
  @inlinable public static var lockedByteSearch: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
  /// bytearray.__init__() checks the encoding before it empties the array.
  @inlinable public static var bytearrayArgumentsFirst: LibraryFeature { LibraryFeature(0x030A, UInt16.max) }
  /// str.find() and its kin look at the bounds before what is searched.
  @inlinable public static var searchBoundsFirst: LibraryFeature { LibraryFeature(0x0308, 0x030C) }
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
  /// `,,` in a format specification is taken for `,` and `_` together.
  @inlinable public static var repeatedCommaAsMixed: LibraryFeature { LibraryFeature(0x0308, 0x0308) }
  /// Messages name the arguments of str(), bytes() and bytearray(); before, they number them.
  @inlinable public static var namedTextArguments: LibraryFeature { LibraryFeature(0x030A, UInt16.max) }
  /// Where an item of a bytearray is assigned, the byte is converted before the index is compared with the length.
  @inlinable public static var byteBeforeIndex: LibraryFeature { LibraryFeature(0x030A, UInt16.max) }
  /// strptime() passes over flags and widths behind the percent sign.
  @inlinable public static var paddedDirectives: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
  /// strftime() refuses null characters.
  @inlinable public static var timeFormatsWithoutNulls: LibraryFeature { LibraryFeature(0x0308, 0x030D) }
  /// strptime() checks what stands beside an ISO year in another order.
  @inlinable public static var isoYearsChecked: LibraryFeature { LibraryFeature(0x030D, UInt16.max) }
  /// strptime() knows which years have 53 ISO weeks.
  @inlinable public static var isoWeeksChecked: LibraryFeature { LibraryFeature(0x030C, UInt16.max) }
  /// strptime() warns of days without a year.
  @inlinable public static var yearlessDaysWarning: LibraryFeature { LibraryFeature(0x030D, UInt16.max) }
  /// Forward references may unpack.
  @inlinable public static var starredForwardReferences: LibraryFeature { LibraryFeature(0x030B, UInt16.max) }
  /// Most constructors of builtin types have a signature.
  @inlinable public static var constructorSignatures: LibraryFeature { LibraryFeature(0x030D, UInt16.max) }
  /// The repr of a generic alias calls the type of None `None`.
  @inlinable public static var noneInAliases: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
  /// type.__type_params__ is an empty tuple; before, the descriptor.
  @inlinable public static var typeHasNoTypeParameters: LibraryFeature { LibraryFeature(0x030D, UInt16.max) }
  /// A source with null bytes is a SyntaxError; before, a ValueError.
  @inlinable public static var nullBytesAreSyntaxErrors: LibraryFeature { LibraryFeature(0x030B, UInt16.max) }
  /// compile() takes bytes-like objects as file names, with a warning.
  @inlinable public static var bytesLikePaths: LibraryFeature { LibraryFeature(0x0308, 0x030B) }
  /// compile() knows the flag by which incomplete input is told from wrong input.
  @inlinable public static var incompleteInputFlag: LibraryFeature { LibraryFeature(0x030A, UInt16.max) }
  /// compile() knows the flag for optimized trees.
  @inlinable public static var optimizedTreeFlag: LibraryFeature { LibraryFeature(0x030D, UInt16.max) }
  /// exec() takes a closure for a code object with free variables.
  @inlinable public static var execTakesClosures: LibraryFeature { LibraryFeature(0x030B, UInt16.max) }
  /// A classmethod or staticmethod that is not initialized holds None; before, nothing.
  @inlinable public static var emptyMethodsHoldNone: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
  /// isinstance() and issubclass() say that a union contains a parameterized generic, and look for one before anything else.
  @inlinable public static var parameterizedGenericInUnion: LibraryFeature { LibraryFeature(0x0308, 0x030B) }
  /// Messages about the arguments of a traceback's constructor have the type's name; before, that of types.TracebackType.
  @inlinable public static var tracebackConstructorByName: LibraryFeature { LibraryFeature(0x030D, UInt16.max) }
  /// Calls of the type `code` give a qualified name and an exception table.
  @inlinable public static var codeWithExceptionTable: LibraryFeature { LibraryFeature(0x030B, UInt16.max) }
  /// Code objects warn where `co_lnotab` is asked for.
  @inlinable public static var lnotabWarning: LibraryFeature { LibraryFeature(0x030C, UInt16.max) }
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
  /// Instances of subclasses of property have every docstring as an attribute; before, those of getters.
  @inlinable public static var propertyDocsInDict: LibraryFeature { LibraryFeature(0x030C, UInt16.max) }
  /// The details of a SyntaxError may have a seventh item, for keywords that are mistyped.
  @inlinable public static var syntaxErrorMetadata: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
  /// A list among the arguments of a generic alias is shown as a list of types.
  @inlinable public static var listsInAliases: LibraryFeature { LibraryFeature(0x030C, UInt16.max) }
  /// A property without a name of its own has that of its getter.
  @inlinable public static var propertyNamedByGetter: LibraryFeature { LibraryFeature(0x030D, UInt16.max) }
  /// `generator.close()` returns what the generator returns.
  @inlinable public static var closeReturnsValue: LibraryFeature { LibraryFeature(0x030D, UInt16.max) }
  /// NameError and AttributeError take keywords.
  @inlinable public static var nameInNameErrors: LibraryFeature { LibraryFeature(0x030A, UInt16.max) }
  /// Where an attribute cannot be set or deleted because it is not there, the AttributeError has `name` and `obj`.
  @inlinable public static var namedStoreErrors: LibraryFeature { LibraryFeature(0x030D, UInt16.max) }
  /// Where an attribute in a `__dict__` that a class added cannot be deleted because it is not there, the AttributeError has `name` and `obj`.
  @inlinable public static var namedDeletionErrors: LibraryFeature { LibraryFeature(0x030D, 0x030D) }
  /// `AttributeError.__reduce__` keeps the name.
  @inlinable public static var reducedAttributeErrors: LibraryFeature { LibraryFeature(0x030C, UInt16.max) }
  /// What the class in `raise ... from` a class makes must be an exception.
  @inlinable public static var checkedCauses: LibraryFeature { LibraryFeature(0x030D, UInt16.max) }
  /// `__import__()` has its level parsed by PyArg_Parse.
  @inlinable public static var parsedImportLevel: LibraryFeature { LibraryFeature(0x0308, 0x030A) }
  /// `__reduce__` takes the state from `__getstate__`; before, it is `__dict__`.
  @inlinable public static var stateByMethod: LibraryFeature { LibraryFeature(0x030B, UInt16.max) }
  /// SyntaxError takes the first four details by position and no others.
  @inlinable public static var syntaxErrorByPosition: LibraryFeature { LibraryFeature(0x0308, 0x0309) }
  /// A generic alias has the `__class__` of its origin.
  @inlinable public static var aliasClaimsType: LibraryFeature { LibraryFeature(0x0309, 0x030A) }
  /// A generic alias has the `__bases__` of its origin.
  @inlinable public static var aliasSharesBases: LibraryFeature { LibraryFeature(0x0309, 0x030B) }
  /// `int | str` and `typing.Union[int, str]` are the same, an instance of `typing.Union`.
  @inlinable public static var unionIsTypingUnion: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
  /// sys.flags has warn_default_encoding.
  @inlinable public static var warnDefaultEncodingFlag: LibraryFeature { LibraryFeature(0x030A, UInt16.max) }
  /// sys.flags has safe_path.
  @inlinable public static var safePathFlag: LibraryFeature { LibraryFeature(0x030B, UInt16.max) }
  /// Module traceback makes the report of an uncaught exception; before, C code does, which finds out while it writes what was reported already.
  @inlinable public static var reportsByTracebackModule: LibraryFeature { LibraryFeature(0x030D, UInt16.max) }
  /// Frames that C code reports have marks below the line of source.
  @inlinable public static var caretsByCode: LibraryFeature { LibraryFeature(0x030B, 0x030C) }
  /// Tracebacks show lines of the source of `-c`.
  @inlinable public static var registeredSources: LibraryFeature { LibraryFeature(0x030D, UInt16.max) }
  /// Lines of the source of `-c` are shown for its own code objects, not for all code that names the same file.
  @inlinable public static var sourcesByCode: LibraryFeature { LibraryFeature(0x030E, UInt16.max) }
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
  /// Constructors without keyword parameters ignore those given for a subclass; from 3.11 on only if it has the other constructor.
  @inlinable public static var subclassesIgnoreKeywords: LibraryFeature { LibraryFeature(0x0308, 0x030A) }
  /// The class methods of typing.Generic are native; before, they bind as methods.
  @inlinable public static var nativeGeneric: LibraryFeature { LibraryFeature(0x030C, UInt16.max) }
  /// close() of what `asend()` and the like return raises GeneratorExit in the generator; before, it ends the awaitable alone.
  @inlinable public static var awaitablesCloseGenerator: LibraryFeature { LibraryFeature(0x030D, UInt16.max) }
  /// `type.__new__(type, x)` is the type of x.
  @inlinable public static var typeNewTakesObject: LibraryFeature { LibraryFeature(0x0308, 0x0308) }
  /// Where the repr of what a message of native code is to show fails, the exception has no message.
  @inlinable public static var unformattableErrorsEmpty: LibraryFeature { LibraryFeature(0x0308, 0x030A) }
  /// The `__dict__` of instances of subclasses of int, tuple and bytes is part of their layout.
  @inlinable public static var dictsInVariableLayouts: LibraryFeature { LibraryFeature(0x0308, 0x030B) }
  /// `__classdictcell__` in a class namespace is a cell that gets it.
  @inlinable public static var namespaceCells: LibraryFeature { LibraryFeature(0x030C, UInt16.max) }
  /// `mro()` may return nothing.
  @inlinable public static var emptyOrders: LibraryFeature { LibraryFeature(0x0308, 0x0309) }
}

extension MemberRange {
  /// The members that not every level has, by owner.
  static let all: [MemberRange] = [
    MemberRange("AST", "__replace__", 0x030E, UInt16.max),
    MemberRange("AST", "__repr__", 0x030E, UInt16.max),
    MemberRange("AttributeError", "__getstate__", 0x030C, UInt16.max),
    MemberRange("AttributeError", "name", 0x030A, UInt16.max),
    MemberRange("AttributeError", "obj", 0x030A, UInt16.max),
    MemberRange("BaseException", "add_note", 0x030B, UInt16.max),
    MemberRange("ImportError", "name_from", 0x030C, UInt16.max),
    MemberRange("NameError", "name", 0x030A, UInt16.max),
    MemberRange("NotImplementedType", "__bool__", 0x0309, UInt16.max),
    MemberRange("SyntaxError", "end_lineno", 0x030A, UInt16.max),
    MemberRange("SyntaxError", "end_offset", 0x030A, UInt16.max),
    MemberRange("_contextvars.ContextVar", "__class_getitem__", 0x0309, UInt16.max),
    MemberRange("_contextvars.Token", "__class_getitem__", 0x0309, UInt16.max),
    MemberRange("_contextvars.Token", "__enter__", 0x030E, UInt16.max),
    MemberRange("_contextvars.Token", "__exit__", 0x030E, UInt16.max),
    MemberRange("_io.FileIO", "_isatty_open_only", 0x030E, UInt16.max),
    MemberRange("_struct.Struct", "__repr__", 0x030D, UInt16.max),
    MemberRange("_struct.unpack_iterator", "__new__", 0x0309, 0x030B),
    MemberRange("_thread.RLock", "_at_fork_reinit", 0x0309, UInt16.max),
    MemberRange("_thread.RLock", "_recursion_count", 0x030B, UInt16.max),
    MemberRange("_thread.RLock", "locked", 0x030E, UInt16.max),
    MemberRange("_thread.lock", "__new__", 0x030D, UInt16.max),
    MemberRange("_thread.lock", "_at_fork_reinit", 0x0309, UInt16.max),
    MemberRange("array.array", "__buffer__", 0x030C, UInt16.max),
    MemberRange("array.array", "__class_getitem__", 0x030C, UInt16.max),
    MemberRange("array.array", "__release_buffer__", 0x030C, UInt16.max),
    MemberRange("array.array", "clear", 0x030D, UInt16.max),
    MemberRange("array.array", "fromstring", 0x0308, 0x0308),
    MemberRange("array.array", "tostring", 0x0308, 0x0308),
    MemberRange("async_generator", "__class_getitem__", 0x0309, UInt16.max),
    MemberRange("async_generator", "ag_suspended", 0x030C, UInt16.max),
    MemberRange("bytearray", "__buffer__", 0x030C, UInt16.max),
    MemberRange("bytearray", "__release_buffer__", 0x030C, UInt16.max),
    MemberRange("bytearray", "removeprefix", 0x0309, UInt16.max),
    MemberRange("bytearray", "removesuffix", 0x0309, UInt16.max),
    MemberRange("bytearray", "resize", 0x030E, UInt16.max),
    MemberRange("bytes", "__buffer__", 0x030C, UInt16.max),
    MemberRange("bytes", "__bytes__", 0x030B, UInt16.max),
    MemberRange("bytes", "removeprefix", 0x0309, UInt16.max),
    MemberRange("bytes", "removesuffix", 0x0309, UInt16.max),
    MemberRange("classmethod", "__annotate__", 0x030E, UInt16.max),
    MemberRange("classmethod", "__annotations__", 0x030E, UInt16.max),
    MemberRange("classmethod", "__class_getitem__", 0x030E, UInt16.max),
    MemberRange("classmethod", "__wrapped__", 0x030A, UInt16.max),
    MemberRange("classmethod_descriptor", "__reduce__", 0x0308, 0x0309),
    MemberRange("code", "__replace__", 0x030D, UInt16.max),
    MemberRange("code", "_varname_from_oparg", 0x030B, UInt16.max),
    MemberRange("code", "co_branches", 0x030E, UInt16.max),
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
    MemberRange("collections.OrderedDict", "__ior__", 0x0309, UInt16.max),
    MemberRange("collections.OrderedDict", "__or__", 0x0309, UInt16.max),
    MemberRange("collections.OrderedDict", "__ror__", 0x0309, UInt16.max),
    MemberRange("collections.UserDict", "__ior__", 0x0309, UInt16.max),
    MemberRange("collections.UserDict", "__or__", 0x0309, UInt16.max),
    MemberRange("collections.UserDict", "__ror__", 0x0309, UInt16.max),
    MemberRange("collections.UserDict", "get", 0x030C, UInt16.max),
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
    MemberRange("collections.deque", "__bool__", 0x0308, 0x030B),
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
    MemberRange("float", "__set_format__", 0x0308, 0x0308),
    MemberRange("float", "__setformat__", 0x0309, 0x030A),
    MemberRange("float", "from_number", 0x030E, UInt16.max),
    MemberRange("frame", "f_generator", 0x030E, UInt16.max),
    MemberRange("frozenset", "__class_getitem__", 0x0309, UInt16.max),
    MemberRange("function", "__annotate__", 0x030E, UInt16.max),
    MemberRange("function", "__builtins__", 0x030A, UInt16.max),
    MemberRange("function", "__type_params__", 0x030C, UInt16.max),
    MemberRange("functools.CacheInfo", "__replace__", 0x030D, UInt16.max),
    MemberRange("functools.cached_property", "__class_getitem__", 0x0309, UInt16.max),
    MemberRange("functools.partial", "__class_getitem__", 0x0309, UInt16.max),
    MemberRange("functools.partial", "__get__", 0x030D, UInt16.max),
    MemberRange("functools.partial", "__vectorcalloffset__", 0x030A, UInt16.max),
    MemberRange("functools.partialmethod", "__class_getitem__", 0x0309, UInt16.max),
    MemberRange("functools.singledispatchmethod", "__repr__", 0x030E, UInt16.max),
    MemberRange("generator", "__class_getitem__", 0x030D, UInt16.max),
    MemberRange("generator", "gi_suspended", 0x030B, UInt16.max),
    MemberRange("int", "bit_count", 0x030A, UInt16.max),
    MemberRange("int", "is_integer", 0x030C, UInt16.max),
    MemberRange("itertools._grouper", "__reduce__", 0x0308, 0x030D),
    MemberRange("itertools._tee", "__reduce__", 0x0308, 0x030D),
    MemberRange("itertools._tee", "__setstate__", 0x0308, 0x030D),
    MemberRange("itertools._tee_dataobject", "__reduce__", 0x0308, 0x030D),
    MemberRange("itertools.accumulate", "__reduce__", 0x0308, 0x030D),
    MemberRange("itertools.accumulate", "__setstate__", 0x0308, 0x030D),
    MemberRange("itertools.chain", "__class_getitem__", 0x0309, UInt16.max),
    MemberRange("itertools.chain", "__reduce__", 0x0308, 0x030D),
    MemberRange("itertools.chain", "__setstate__", 0x0308, 0x030D),
    MemberRange("itertools.combinations", "__reduce__", 0x0308, 0x030D),
    MemberRange("itertools.combinations", "__setstate__", 0x0308, 0x030D),
    MemberRange("itertools.combinations_with_replacement", "__reduce__", 0x0308, 0x030D),
    MemberRange("itertools.combinations_with_replacement", "__setstate__", 0x0308, 0x030D),
    MemberRange("itertools.compress", "__reduce__", 0x0308, 0x030D),
    MemberRange("itertools.count", "__reduce__", 0x0308, 0x030D),
    MemberRange("itertools.cycle", "__reduce__", 0x0308, 0x030D),
    MemberRange("itertools.cycle", "__setstate__", 0x0308, 0x030D),
    MemberRange("itertools.dropwhile", "__reduce__", 0x0308, 0x030D),
    MemberRange("itertools.dropwhile", "__setstate__", 0x0308, 0x030D),
    MemberRange("itertools.filterfalse", "__reduce__", 0x0308, 0x030D),
    MemberRange("itertools.groupby", "__reduce__", 0x0308, 0x030D),
    MemberRange("itertools.groupby", "__setstate__", 0x0308, 0x030D),
    MemberRange("itertools.islice", "__reduce__", 0x0308, 0x030D),
    MemberRange("itertools.islice", "__setstate__", 0x0308, 0x030D),
    MemberRange("itertools.permutations", "__reduce__", 0x0308, 0x030D),
    MemberRange("itertools.permutations", "__setstate__", 0x0308, 0x030D),
    MemberRange("itertools.product", "__reduce__", 0x0308, 0x030D),
    MemberRange("itertools.product", "__setstate__", 0x0308, 0x030D),
    MemberRange("itertools.repeat", "__reduce__", 0x0308, 0x030D),
    MemberRange("itertools.starmap", "__reduce__", 0x0308, 0x030D),
    MemberRange("itertools.takewhile", "__reduce__", 0x0308, 0x030D),
    MemberRange("itertools.takewhile", "__setstate__", 0x0308, 0x030D),
    MemberRange("itertools.zip_longest", "__reduce__", 0x0308, 0x030D),
    MemberRange("itertools.zip_longest", "__setstate__", 0x0308, 0x030D),
    MemberRange("list", "__class_getitem__", 0x0309, UInt16.max),
    MemberRange("mappingproxy", "__class_getitem__", 0x0309, UInt16.max),
    MemberRange("mappingproxy", "__ior__", 0x0309, UInt16.max),
    MemberRange("mappingproxy", "__or__", 0x0309, UInt16.max),
    MemberRange("mappingproxy", "__reversed__", 0x0309, UInt16.max),
    MemberRange("mappingproxy", "__ror__", 0x0309, UInt16.max),
    MemberRange("memoryview", "__buffer__", 0x030C, UInt16.max),
    MemberRange("memoryview", "__class_getitem__", 0x030E, UInt16.max),
    MemberRange("memoryview", "__iter__", 0x030A, UInt16.max),
    MemberRange("memoryview", "__release_buffer__", 0x030C, UInt16.max),
    MemberRange("memoryview", "_from_flags", 0x030C, UInt16.max),
    MemberRange("memoryview", "count", 0x030E, UInt16.max),
    MemberRange("memoryview", "index", 0x030E, UInt16.max),
    MemberRange("module", "__annotate__", 0x030E, UInt16.max),
    MemberRange("module _codecs", "_forget_codec", 0x0308, 0x0309),
    MemberRange("module _codecs", "_unregister_error", 0x030E, UInt16.max),
    MemberRange("module _codecs", "unregister", 0x030A, UInt16.max),
    MemberRange("module _collections_abc", "Buffer", 0x030C, UInt16.max),
    MemberRange("module _csv", "QUOTE_NOTNULL", 0x030C, UInt16.max),
    MemberRange("module _csv", "QUOTE_STRINGS", 0x030C, UInt16.max),
    MemberRange("module _csv", "Reader", 0x030A, UInt16.max),
    MemberRange("module _csv", "Writer", 0x030A, UInt16.max),
    MemberRange("module _io", "text_encoding", 0x030A, UInt16.max),
    MemberRange("module _opcode", "ENABLE_SPECIALIZATION", 0x030D, UInt16.max),
    MemberRange("module _opcode", "ENABLE_SPECIALIZATION_FT", 0x030E, UInt16.max),
    MemberRange("module _opcode", "get_executor", 0x030D, UInt16.max),
    MemberRange("module _opcode", "get_intrinsic1_descs", 0x030D, UInt16.max),
    MemberRange("module _opcode", "get_intrinsic2_descs", 0x030D, UInt16.max),
    MemberRange("module _opcode", "get_nb_ops", 0x030D, UInt16.max),
    MemberRange("module _opcode", "get_special_method_names", 0x030E, UInt16.max),
    MemberRange("module _opcode", "get_specialization_stats", 0x030B, UInt16.max),
    MemberRange("module _opcode", "has_arg", 0x030D, UInt16.max),
    MemberRange("module _opcode", "has_const", 0x030D, UInt16.max),
    MemberRange("module _opcode", "has_exc", 0x030D, UInt16.max),
    MemberRange("module _opcode", "has_free", 0x030D, UInt16.max),
    MemberRange("module _opcode", "has_jump", 0x030D, UInt16.max),
    MemberRange("module _opcode", "has_local", 0x030D, UInt16.max),
    MemberRange("module _opcode", "has_name", 0x030D, UInt16.max),
    MemberRange("module _opcode", "is_valid", 0x030D, UInt16.max),
    MemberRange("module _signal", "SIGSTKFLT", 0x030B, UInt16.max),
    MemberRange("module _signal", "pidfd_send_signal", 0x0309, UInt16.max),
    MemberRange("module _thread", "_ThreadHandle", 0x030D, UInt16.max),
    MemberRange("module _thread", "_get_main_thread_ident", 0x030D, UInt16.max),
    MemberRange("module _thread", "_is_main_interpreter", 0x030C, UInt16.max),
    MemberRange("module _thread", "_make_thread_handle", 0x030D, UInt16.max),
    MemberRange("module _thread", "_set_sentinel", 0x0308, 0x030C),
    MemberRange("module _thread", "_shutdown", 0x030D, UInt16.max),
    MemberRange("module _thread", "daemon_threads_allowed", 0x030C, UInt16.max),
    MemberRange("module _thread", "lock", 0x030D, UInt16.max),
    MemberRange("module _thread", "set_name", 0x030E, UInt16.max),
    MemberRange("module _thread", "start_joinable_thread", 0x030D, UInt16.max),
    MemberRange("module _typing", "Generic", 0x030C, UInt16.max),
    MemberRange("module _typing", "ParamSpec", 0x030C, UInt16.max),
    MemberRange("module _typing", "ParamSpecArgs", 0x030C, UInt16.max),
    MemberRange("module _typing", "ParamSpecKwargs", 0x030C, UInt16.max),
    MemberRange("module _typing", "TypeVar", 0x030C, UInt16.max),
    MemberRange("module _typing", "TypeVarTuple", 0x030C, UInt16.max),
    MemberRange("module _typing", "Union", 0x030E, UInt16.max),
    MemberRange("module _warnings", "_acquire_lock", 0x030E, UInt16.max),
    MemberRange("module _warnings", "_filters_mutated", 0x0308, 0x030D),
    MemberRange("module _warnings", "_filters_mutated_lock_held", 0x030E, UInt16.max),
    MemberRange("module _warnings", "_release_lock", 0x030E, UInt16.max),
    MemberRange("module abc", "update_abstractmethods", 0x030A, UInt16.max),
    MemberRange("module binascii", "a2b_hqx", 0x0308, 0x030A),
    MemberRange("module binascii", "b2a_hqx", 0x0308, 0x030A),
    MemberRange("module binascii", "rlecode_hqx", 0x0308, 0x030A),
    MemberRange("module binascii", "rledecode_hqx", 0x0308, 0x030A),
    MemberRange("module builtins", "BaseExceptionGroup", 0x030B, UInt16.max),
    MemberRange("module builtins", "EncodingWarning", 0x030A, UInt16.max),
    MemberRange("module builtins", "ExceptionGroup", 0x030B, UInt16.max),
    MemberRange("module builtins", "PythonFinalizationError", 0x030D, UInt16.max),
    MemberRange("module builtins", "aiter", 0x030A, UInt16.max),
    MemberRange("module builtins", "anext", 0x030A, UInt16.max),
    MemberRange("module collections", "__getattr__", 0x0308, 0x0309),
    MemberRange("module collections.abc", "Buffer", 0x030C, UInt16.max),
    MemberRange("module copy", "replace", 0x030D, UInt16.max),
    MemberRange("module copyreg", "pickle_union", 0x030A, UInt16.max),
    MemberRange("module functools", "GenericAlias", 0x0309, UInt16.max),
    MemberRange("module functools", "MappingProxyType", 0x030E, UInt16.max),
    MemberRange("module functools", "MethodType", 0x030E, UInt16.max),
    MemberRange("module functools", "UnionType", 0x030E, UInt16.max),
    MemberRange("module functools", "cache", 0x0309, UInt16.max),
    MemberRange("module functools", "itemgetter", 0x030E, UInt16.max),
    MemberRange("module gc", "is_finalized", 0x0309, UInt16.max),
    MemberRange("module heapq", "heapify_max", 0x030E, UInt16.max),
    MemberRange("module heapq", "heappop_max", 0x030E, UInt16.max),
    MemberRange("module heapq", "heappush_max", 0x030E, UInt16.max),
    MemberRange("module heapq", "heappushpop_max", 0x030E, UInt16.max),
    MemberRange("module heapq", "heapreplace_max", 0x030E, UInt16.max),
    MemberRange("module io", "OpenWrapper", 0x0308, 0x030B),
    MemberRange("module io", "text_encoding", 0x030A, UInt16.max),
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
    MemberRange("module posix", "_create_environ", 0x030E, UInt16.max),
    MemberRange("module posix", "readinto", 0x030E, UInt16.max),
    MemberRange("module posix", "waitstatus_to_exitcode", 0x0309, UInt16.max),
    MemberRange("module random", "binomialvariate", 0x030C, UInt16.max),
    MemberRange("module random", "randbytes", 0x0309, UInt16.max),
    MemberRange("module sys", "_clear_internal_caches", 0x030D, UInt16.max),
    MemberRange("module sys", "_current_exceptions", 0x030A, UInt16.max),
    MemberRange("module sys", "_get_cpu_count_config", 0x030D, UInt16.max),
    MemberRange("module sys", "_getframemodulename", 0x030C, UInt16.max),
    MemberRange("module sys", "_is_gil_enabled", 0x030D, UInt16.max),
    MemberRange("module sys", "_is_immortal", 0x030E, UInt16.max),
    MemberRange("module sys", "_is_interned", 0x030D, UInt16.max),
    MemberRange("module sys", "_setprofileallthreads", 0x030C, UInt16.max),
    MemberRange("module sys", "_settraceallthreads", 0x030C, UInt16.max),
    MemberRange("module sys", "_stdlib_dir", 0x030B, UInt16.max),
    MemberRange("module sys", "activate_stack_trampoline", 0x030C, UInt16.max),
    MemberRange("module sys", "callstats", 0x0308, 0x0308),
    MemberRange("module sys", "deactivate_stack_trampoline", 0x030C, UInt16.max),
    MemberRange("module sys", "exception", 0x030B, UInt16.max),
    MemberRange("module sys", "getcheckinterval", 0x0308, 0x0308),
    MemberRange("module sys", "getunicodeinternedsize", 0x030C, UInt16.max),
    MemberRange("module sys", "is_remote_debug_enabled", 0x030E, UInt16.max),
    MemberRange("module sys", "is_stack_trampoline_active", 0x030C, UInt16.max),
    MemberRange("module sys", "orig_argv", 0x030A, UInt16.max),
    MemberRange("module sys", "platlibdir", 0x0309, UInt16.max),
    MemberRange("module sys", "remote_exec", 0x030E, UInt16.max),
    MemberRange("module sys", "setcheckinterval", 0x0308, 0x0308),
    MemberRange("module sys", "stdlib_module_names", 0x030A, UInt16.max),
    MemberRange("module time", "CLOCK_TAI", 0x0309, UInt16.max),
    MemberRange("module types", "CapsuleType", 0x030E, UInt16.max),
    MemberRange("module types", "EllipsisType", 0x030A, UInt16.max),
    MemberRange("module types", "GenericAlias", 0x0309, UInt16.max),
    MemberRange("module types", "NoneType", 0x030A, UInt16.max),
    MemberRange("module types", "NotImplementedType", 0x030A, UInt16.max),
    MemberRange("module types", "UnionType", 0x030A, UInt16.max),
    MemberRange("module types", "__getattr__", 0x030D, 0x030D),
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
    MemberRange("module warnings", "_deprecated", 0x030B, UInt16.max),
    MemberRange("object", "__getstate__", 0x030B, UInt16.max),
    MemberRange("operator.attrgetter", "__text_signature__", 0x030D, UInt16.max),
    MemberRange("operator.attrgetter", "__vectorcalloffset__", 0x030B, UInt16.max),
    MemberRange("operator.itemgetter", "__text_signature__", 0x030D, UInt16.max),
    MemberRange("operator.itemgetter", "__vectorcalloffset__", 0x030B, UInt16.max),
    MemberRange("operator.methodcaller", "__text_signature__", 0x030D, UInt16.max),
    MemberRange("operator.methodcaller", "__vectorcalloffset__", 0x030D, UInt16.max),
    MemberRange("posix.DirEntry", "__class_getitem__", 0x0309, UInt16.max),
    MemberRange("posix.DirEntry", "is_junction", 0x030C, UInt16.max),
    MemberRange("property", "__name__", 0x030D, UInt16.max),
    MemberRange("property", "__set_name__", 0x030A, UInt16.max),
    MemberRange("random.Random", "binomialvariate", 0x030C, UInt16.max),
    MemberRange("random.Random", "randbytes", 0x0309, UInt16.max),
    MemberRange("random.SystemRandom", "randbytes", 0x0309, UInt16.max),
    MemberRange("set", "__class_getitem__", 0x0309, UInt16.max),
    MemberRange("staticmethod", "__annotate__", 0x030E, UInt16.max),
    MemberRange("staticmethod", "__annotations__", 0x030E, UInt16.max),
    MemberRange("staticmethod", "__call__", 0x030A, UInt16.max),
    MemberRange("staticmethod", "__class_getitem__", 0x030E, UInt16.max),
    MemberRange("staticmethod", "__wrapped__", 0x030A, UInt16.max),
    MemberRange("str", "removeprefix", 0x0309, UInt16.max),
    MemberRange("str", "removesuffix", 0x0309, UInt16.max),
    MemberRange("string.Template", "get_identifiers", 0x030B, UInt16.max),
    MemberRange("string.Template", "is_valid", 0x030B, UInt16.max),
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
    MemberRange("types.UnionType", "__instancecheck__", 0x030A, 0x030B),
    MemberRange("types.UnionType", "__mro_entries__", 0x030E, UInt16.max),
    MemberRange("types.UnionType", "__name__", 0x030E, UInt16.max),
    MemberRange("types.UnionType", "__origin__", 0x030E, UInt16.max),
    MemberRange("types.UnionType", "__qualname__", 0x030E, UInt16.max),
    MemberRange("types.UnionType", "__subclasscheck__", 0x030A, 0x030B),
    MemberRange("typing.ParamSpec", "__default__", 0x030D, UInt16.max),
    MemberRange("typing.ParamSpec", "__infer_variance__", 0x030C, UInt16.max),
    MemberRange("typing.ParamSpec", "__mro_entries__", 0x030C, UInt16.max),
    MemberRange("typing.ParamSpec", "__typing_prepare_subst__", 0x030B, UInt16.max),
    MemberRange("typing.ParamSpec", "__typing_subst__", 0x030B, UInt16.max),
    MemberRange("typing.ParamSpec", "evaluate_default", 0x030E, UInt16.max),
    MemberRange("typing.ParamSpec", "has_default", 0x030D, UInt16.max),
    MemberRange("typing.ParamSpecArgs", "__origin__", 0x030C, UInt16.max),
    MemberRange("typing.ParamSpecKwargs", "__origin__", 0x030C, UInt16.max),
    MemberRange("typing.TypeAliasType", "__iter__", 0x030E, UInt16.max),
    MemberRange("typing.TypeAliasType", "evaluate_value", 0x030E, UInt16.max),
    MemberRange("typing.TypeVar", "__default__", 0x030D, UInt16.max),
    MemberRange("typing.TypeVar", "__infer_variance__", 0x030C, UInt16.max),
    MemberRange("typing.TypeVar", "__mro_entries__", 0x030C, UInt16.max),
    MemberRange("typing.TypeVar", "__or__", 0x030A, UInt16.max),
    MemberRange("typing.TypeVar", "__ror__", 0x030A, UInt16.max),
    MemberRange("typing.TypeVar", "__typing_prepare_subst__", 0x030D, UInt16.max),
    MemberRange("typing.TypeVar", "__typing_subst__", 0x030B, UInt16.max),
    MemberRange("typing.TypeVar", "evaluate_bound", 0x030E, UInt16.max),
    MemberRange("typing.TypeVar", "evaluate_constraints", 0x030E, UInt16.max),
    MemberRange("typing.TypeVar", "evaluate_default", 0x030E, UInt16.max),
    MemberRange("typing.TypeVar", "has_default", 0x030D, UInt16.max),
    MemberRange("typing.TypeVarTuple", "__default__", 0x030D, UInt16.max),
    MemberRange("typing.TypeVarTuple", "__mro_entries__", 0x030C, UInt16.max),
    MemberRange("typing.TypeVarTuple", "evaluate_default", 0x030E, UInt16.max),
    MemberRange("typing.TypeVarTuple", "has_default", 0x030D, UInt16.max),
    MemberRange("typing._GenericAlias", "__or__", 0x030A, UInt16.max),
    MemberRange("typing._GenericAlias", "__ror__", 0x030A, UInt16.max),
    MemberRange("typing._SpecialForm", "__mro_entries__", 0x0309, UInt16.max),
    MemberRange("typing._SpecialForm", "__or__", 0x030A, UInt16.max),
    MemberRange("typing._SpecialForm", "__ror__", 0x030A, UInt16.max),
    MemberRange("weakref.ProxyType", "__reversed__", 0x0309, UInt16.max),
    MemberRange("weakref.ReferenceType", "__class_getitem__", 0x0309, UInt16.max),
    MemberRange("weakref.WeakKeyDictionary", "__ior__", 0x0309, UInt16.max),
    MemberRange("weakref.WeakKeyDictionary", "__or__", 0x0309, UInt16.max),
    MemberRange("weakref.WeakKeyDictionary", "__ror__", 0x0309, UInt16.max),
    MemberRange("weakref.WeakSet", "__class_getitem__", 0x0309, UInt16.max),
    MemberRange("weakref.WeakValueDictionary", "__ior__", 0x0309, UInt16.max),
    MemberRange("weakref.WeakValueDictionary", "__or__", 0x0309, UInt16.max),
    MemberRange("weakref.WeakValueDictionary", "__ror__", 0x0309, UInt16.max),
    MemberRange("zip", "__setstate__", 0x030A, UInt16.max),
  ]
  /// The attributes that are fields, by owner.
  static let fields: [MemberRange] = [
    MemberRange("AttributeError", "name", 0x0308, UInt16.max),
    MemberRange("AttributeError", "obj", 0x0308, UInt16.max),
    MemberRange("BaseException", "__suppress_context__", 0x0308, UInt16.max),
    MemberRange("BaseExceptionGroup", "exceptions", 0x0308, UInt16.max),
    MemberRange("BaseExceptionGroup", "message", 0x0308, UInt16.max),
    MemberRange("ImportError", "msg", 0x0308, UInt16.max),
    MemberRange("ImportError", "name", 0x0308, UInt16.max),
    MemberRange("ImportError", "name_from", 0x0308, UInt16.max),
    MemberRange("ImportError", "path", 0x0308, UInt16.max),
    MemberRange("NameError", "name", 0x0308, UInt16.max),
    MemberRange("OSError", "errno", 0x0308, UInt16.max),
    MemberRange("OSError", "filename", 0x0308, UInt16.max),
    MemberRange("OSError", "filename2", 0x0308, UInt16.max),
    MemberRange("OSError", "strerror", 0x0308, UInt16.max),
    MemberRange("StopIteration", "value", 0x0308, UInt16.max),
    MemberRange("SyntaxError", "end_lineno", 0x0308, UInt16.max),
    MemberRange("SyntaxError", "end_offset", 0x0308, UInt16.max),
    MemberRange("SyntaxError", "filename", 0x0308, UInt16.max),
    MemberRange("SyntaxError", "lineno", 0x0308, UInt16.max),
    MemberRange("SyntaxError", "msg", 0x0308, UInt16.max),
    MemberRange("SyntaxError", "offset", 0x0308, UInt16.max),
    MemberRange("SyntaxError", "print_file_and_line", 0x0308, UInt16.max),
    MemberRange("SyntaxError", "text", 0x0308, UInt16.max),
    MemberRange("SystemExit", "code", 0x0308, UInt16.max),
    MemberRange("UnicodeDecodeError", "encoding", 0x0308, UInt16.max),
    MemberRange("UnicodeDecodeError", "end", 0x0308, UInt16.max),
    MemberRange("UnicodeDecodeError", "object", 0x0308, UInt16.max),
    MemberRange("UnicodeDecodeError", "reason", 0x0308, UInt16.max),
    MemberRange("UnicodeDecodeError", "start", 0x0308, UInt16.max),
    MemberRange("UnicodeEncodeError", "encoding", 0x0308, UInt16.max),
    MemberRange("UnicodeEncodeError", "end", 0x0308, UInt16.max),
    MemberRange("UnicodeEncodeError", "object", 0x0308, UInt16.max),
    MemberRange("UnicodeEncodeError", "reason", 0x0308, UInt16.max),
    MemberRange("UnicodeEncodeError", "start", 0x0308, UInt16.max),
    MemberRange("UnicodeTranslateError", "encoding", 0x0308, UInt16.max),
    MemberRange("UnicodeTranslateError", "end", 0x0308, UInt16.max),
    MemberRange("UnicodeTranslateError", "object", 0x0308, UInt16.max),
    MemberRange("UnicodeTranslateError", "reason", 0x0308, UInt16.max),
    MemberRange("UnicodeTranslateError", "start", 0x0308, UInt16.max),
    MemberRange("_io.BufferedRandom", "_finalizing", 0x0308, UInt16.max),
    MemberRange("_io.BufferedRandom", "raw", 0x0308, UInt16.max),
    MemberRange("_io.BufferedReader", "_finalizing", 0x0308, UInt16.max),
    MemberRange("_io.BufferedReader", "raw", 0x0308, UInt16.max),
    MemberRange("_io.BufferedWriter", "_finalizing", 0x0308, UInt16.max),
    MemberRange("_io.BufferedWriter", "raw", 0x0308, UInt16.max),
    MemberRange("_io.FileIO", "_blksize", 0x0308, 0x030D),
    MemberRange("_io.FileIO", "_finalizing", 0x0308, UInt16.max),
    MemberRange("_io.TextIOWrapper", "_finalizing", 0x0308, UInt16.max),
    MemberRange("_io.TextIOWrapper", "buffer", 0x0308, UInt16.max),
    MemberRange("_io.TextIOWrapper", "encoding", 0x0308, UInt16.max),
    MemberRange("_io.TextIOWrapper", "line_buffering", 0x0308, UInt16.max),
    MemberRange("_io.TextIOWrapper", "write_through", 0x0308, UInt16.max),
    MemberRange("async_generator", "ag_code", 0x0308, 0x030B),
    MemberRange("async_generator", "ag_frame", 0x0308, 0x030A),
    MemberRange("async_generator", "ag_running", 0x0308, UInt16.max),
    MemberRange("builtin_function_or_method", "__module__", 0x0308, UInt16.max),
    MemberRange("classmethod", "__func__", 0x0308, UInt16.max),
    MemberRange("classmethod", "__wrapped__", 0x0308, UInt16.max),
    MemberRange("classmethod_descriptor", "__name__", 0x0308, UInt16.max),
    MemberRange("classmethod_descriptor", "__objclass__", 0x0308, UInt16.max),
    MemberRange("code", "co_argcount", 0x0308, UInt16.max),
    MemberRange("code", "co_cellvars", 0x0308, 0x030A),
    MemberRange("code", "co_code", 0x0308, 0x030A),
    MemberRange("code", "co_consts", 0x0308, UInt16.max),
    MemberRange("code", "co_exceptiontable", 0x0308, UInt16.max),
    MemberRange("code", "co_filename", 0x0308, UInt16.max),
    MemberRange("code", "co_firstlineno", 0x0308, UInt16.max),
    MemberRange("code", "co_flags", 0x0308, UInt16.max),
    MemberRange("code", "co_freevars", 0x0308, 0x030A),
    MemberRange("code", "co_kwonlyargcount", 0x0308, UInt16.max),
    MemberRange("code", "co_linetable", 0x0308, UInt16.max),
    MemberRange("code", "co_lnotab", 0x0308, 0x0309),
    MemberRange("code", "co_name", 0x0308, UInt16.max),
    MemberRange("code", "co_names", 0x0308, UInt16.max),
    MemberRange("code", "co_nlocals", 0x0308, UInt16.max),
    MemberRange("code", "co_posonlyargcount", 0x0308, UInt16.max),
    MemberRange("code", "co_qualname", 0x0308, UInt16.max),
    MemberRange("code", "co_stacksize", 0x0308, UInt16.max),
    MemberRange("code", "co_varnames", 0x0308, 0x030A),
    MemberRange("collections.defaultdict", "default_factory", 0x0308, UInt16.max),
    MemberRange("complex", "imag", 0x0308, UInt16.max),
    MemberRange("complex", "real", 0x0308, UInt16.max),
    MemberRange("coroutine", "cr_code", 0x0308, 0x030B),
    MemberRange("coroutine", "cr_frame", 0x0308, 0x030A),
    MemberRange("coroutine", "cr_origin", 0x0308, UInt16.max),
    MemberRange("coroutine", "cr_running", 0x0308, 0x0309),
    MemberRange("frame", "f_back", 0x0308, 0x030A),
    MemberRange("frame", "f_builtins", 0x0308, 0x030A),
    MemberRange("frame", "f_code", 0x0308, 0x030A),
    MemberRange("frame", "f_globals", 0x0308, 0x030A),
    MemberRange("frame", "f_lasti", 0x0308, 0x0309),
    MemberRange("function", "__builtins__", 0x0308, UInt16.max),
    MemberRange("function", "__closure__", 0x0308, UInt16.max),
    MemberRange("function", "__doc__", 0x0308, 0x030D),
    MemberRange("function", "__globals__", 0x0308, UInt16.max),
    MemberRange("function", "__module__", 0x0308, 0x030D),
    MemberRange("functools.partial", "__vectorcalloffset__", 0x0308, UInt16.max),
    MemberRange("functools.partial", "args", 0x0308, UInt16.max),
    MemberRange("functools.partial", "func", 0x0308, UInt16.max),
    MemberRange("functools.partial", "keywords", 0x0308, UInt16.max),
    MemberRange("generator", "gi_code", 0x0308, 0x030B),
    MemberRange("generator", "gi_frame", 0x0308, 0x030A),
    MemberRange("generator", "gi_running", 0x0308, 0x0309),
    MemberRange("getset_descriptor", "__name__", 0x0308, UInt16.max),
    MemberRange("getset_descriptor", "__objclass__", 0x0308, UInt16.max),
    MemberRange("member_descriptor", "__name__", 0x0308, UInt16.max),
    MemberRange("member_descriptor", "__objclass__", 0x0308, UInt16.max),
    MemberRange("method", "__func__", 0x0308, UInt16.max),
    MemberRange("method", "__self__", 0x0308, UInt16.max),
    MemberRange("method-wrapper", "__self__", 0x0308, UInt16.max),
    MemberRange("method_descriptor", "__name__", 0x0308, UInt16.max),
    MemberRange("method_descriptor", "__objclass__", 0x0308, UInt16.max),
    MemberRange("module", "__dict__", 0x0308, UInt16.max),
    MemberRange("operator.attrgetter", "__vectorcalloffset__", 0x0308, UInt16.max),
    MemberRange("operator.itemgetter", "__vectorcalloffset__", 0x0308, UInt16.max),
    MemberRange("operator.methodcaller", "__vectorcalloffset__", 0x0308, UInt16.max),
    MemberRange("property", "__doc__", 0x0308, UInt16.max),
    MemberRange("property", "fdel", 0x0308, UInt16.max),
    MemberRange("property", "fget", 0x0308, UInt16.max),
    MemberRange("property", "fset", 0x0308, UInt16.max),
    MemberRange("range", "start", 0x0308, UInt16.max),
    MemberRange("range", "step", 0x0308, UInt16.max),
    MemberRange("range", "stop", 0x0308, UInt16.max),
    MemberRange("slice", "start", 0x0308, UInt16.max),
    MemberRange("slice", "step", 0x0308, UInt16.max),
    MemberRange("slice", "stop", 0x0308, UInt16.max),
    MemberRange("staticmethod", "__func__", 0x0308, UInt16.max),
    MemberRange("staticmethod", "__wrapped__", 0x0308, UInt16.max),
    MemberRange("super", "__self__", 0x0308, UInt16.max),
    MemberRange("super", "__self_class__", 0x0308, UInt16.max),
    MemberRange("super", "__thisclass__", 0x0308, UInt16.max),
    MemberRange("traceback", "tb_frame", 0x0308, UInt16.max),
    MemberRange("traceback", "tb_lasti", 0x0308, UInt16.max),
    MemberRange("traceback", "tb_lineno", 0x0308, 0x030A),
    MemberRange("type", "__base__", 0x0308, UInt16.max),
    MemberRange("type", "__basicsize__", 0x0308, UInt16.max),
    MemberRange("type", "__dictoffset__", 0x0308, UInt16.max),
    MemberRange("type", "__flags__", 0x0308, UInt16.max),
    MemberRange("type", "__itemsize__", 0x0308, UInt16.max),
    MemberRange("type", "__mro__", 0x0308, 0x030B),
    MemberRange("type", "__weakrefoffset__", 0x0308, UInt16.max),
    MemberRange("types.GenericAlias", "__args__", 0x0308, UInt16.max),
    MemberRange("types.GenericAlias", "__origin__", 0x0308, UInt16.max),
    MemberRange("types.GenericAlias", "__unpacked__", 0x0308, UInt16.max),
    MemberRange("types.SimpleNamespace", "__dict__", 0x0308, UInt16.max),
    MemberRange("types.UnionType", "__args__", 0x0308, UInt16.max),
    MemberRange("typing.ParamSpec", "__bound__", 0x0308, UInt16.max),
    MemberRange("typing.ParamSpec", "__contravariant__", 0x0308, UInt16.max),
    MemberRange("typing.ParamSpec", "__covariant__", 0x0308, UInt16.max),
    MemberRange("typing.ParamSpec", "__infer_variance__", 0x0308, UInt16.max),
    MemberRange("typing.ParamSpec", "__name__", 0x0308, UInt16.max),
    MemberRange("typing.TypeAliasType", "__name__", 0x0308, UInt16.max),
    MemberRange("typing.TypeVar", "__bound__", 0x0308, 0x030B),
    MemberRange("typing.TypeVar", "__constraints__", 0x0308, 0x030B),
    MemberRange("typing.TypeVar", "__contravariant__", 0x0308, UInt16.max),
    MemberRange("typing.TypeVar", "__covariant__", 0x0308, UInt16.max),
    MemberRange("typing.TypeVar", "__infer_variance__", 0x0308, UInt16.max),
    MemberRange("typing.TypeVar", "__name__", 0x0308, UInt16.max),
    MemberRange("typing.TypeVarTuple", "__name__", 0x0308, UInt16.max),
    MemberRange("weakref.ReferenceType", "__callback__", 0x0308, UInt16.max),
    MemberRange("wrapper_descriptor", "__name__", 0x0308, UInt16.max),
    MemberRange("wrapper_descriptor", "__objclass__", 0x0308, UInt16.max),
  ]
  /// The members that a type has of its own although they are what it would inherit, by owner.
  static let repeated: [MemberRange] = [
    MemberRange("ArithmeticError", "__init__", 0x0308, 0x030D),
    MemberRange("ArithmeticError", "__new__", 0x0308, UInt16.max),
    MemberRange("AssertionError", "__init__", 0x0308, 0x030D),
    MemberRange("AssertionError", "__new__", 0x0308, UInt16.max),
    MemberRange("AttributeError", "__init__", 0x0308, UInt16.max),
    MemberRange("AttributeError", "__new__", 0x0308, 0x0309),
    MemberRange("AttributeError", "__reduce__", 0x030C, UInt16.max),
    MemberRange("AttributeError", "__str__", 0x030A, 0x030D),
    MemberRange("BaseException", "__delattr__", 0x0308, 0x030C),
    MemberRange("BaseException", "__getattribute__", 0x0308, 0x030D),
    MemberRange("BaseException", "__setattr__", 0x0308, 0x030C),
    MemberRange("BaseExceptionGroup", "__init__", 0x030B, UInt16.max),
    MemberRange("BaseExceptionGroup", "__new__", 0x030B, UInt16.max),
    MemberRange("BaseExceptionGroup", "__repr__", 0x030E, UInt16.max),
    MemberRange("BaseExceptionGroup", "__str__", 0x030B, UInt16.max),
    MemberRange("BlockingIOError", "__init__", 0x0308, 0x030D),
    MemberRange("BrokenPipeError", "__init__", 0x0308, 0x030D),
    MemberRange("BufferError", "__init__", 0x0308, 0x030D),
    MemberRange("BufferError", "__new__", 0x0308, UInt16.max),
    MemberRange("BytesWarning", "__init__", 0x0308, 0x030D),
    MemberRange("BytesWarning", "__new__", 0x0308, UInt16.max),
    MemberRange("ChildProcessError", "__init__", 0x0308, 0x030D),
    MemberRange("ConnectionAbortedError", "__init__", 0x0308, 0x030D),
    MemberRange("ConnectionError", "__init__", 0x0308, 0x030D),
    MemberRange("ConnectionRefusedError", "__init__", 0x0308, 0x030D),
    MemberRange("ConnectionResetError", "__init__", 0x0308, 0x030D),
    MemberRange("DeprecationWarning", "__init__", 0x0308, 0x030D),
    MemberRange("DeprecationWarning", "__new__", 0x0308, UInt16.max),
    MemberRange("EOFError", "__init__", 0x0308, 0x030D),
    MemberRange("EOFError", "__new__", 0x0308, UInt16.max),
    MemberRange("EncodingWarning", "__init__", 0x030A, 0x030D),
    MemberRange("EncodingWarning", "__new__", 0x030A, UInt16.max),
    MemberRange("Exception", "__init__", 0x0308, 0x030D),
    MemberRange("Exception", "__new__", 0x0308, UInt16.max),
    MemberRange("FileExistsError", "__init__", 0x0308, 0x030D),
    MemberRange("FileNotFoundError", "__init__", 0x0308, 0x030D),
    MemberRange("FloatingPointError", "__init__", 0x0308, 0x030D),
    MemberRange("FloatingPointError", "__new__", 0x0308, UInt16.max),
    MemberRange("FutureWarning", "__init__", 0x0308, 0x030D),
    MemberRange("FutureWarning", "__new__", 0x0308, UInt16.max),
    MemberRange("GeneratorExit", "__init__", 0x0308, 0x030D),
    MemberRange("GeneratorExit", "__new__", 0x0308, UInt16.max),
    MemberRange("ImportError", "__init__", 0x0308, UInt16.max),
    MemberRange("ImportError", "__reduce__", 0x0308, UInt16.max),
    MemberRange("ImportError", "__str__", 0x0308, UInt16.max),
    MemberRange("ImportWarning", "__init__", 0x0308, 0x030D),
    MemberRange("ImportWarning", "__new__", 0x0308, UInt16.max),
    MemberRange("IndentationError", "__init__", 0x0308, 0x030D),
    MemberRange("IndexError", "__init__", 0x0308, 0x030D),
    MemberRange("IndexError", "__new__", 0x0308, UInt16.max),
    MemberRange("InterruptedError", "__init__", 0x0308, 0x030D),
    MemberRange("IsADirectoryError", "__init__", 0x0308, 0x030D),
    MemberRange("KeyError", "__init__", 0x0308, 0x030D),
    MemberRange("KeyError", "__str__", 0x0308, UInt16.max),
    MemberRange("KeyboardInterrupt", "__init__", 0x0308, 0x030D),
    MemberRange("KeyboardInterrupt", "__new__", 0x0308, UInt16.max),
    MemberRange("LookupError", "__init__", 0x0308, 0x030D),
    MemberRange("LookupError", "__new__", 0x0308, UInt16.max),
    MemberRange("MemoryError", "__init__", 0x0308, 0x030D),
    MemberRange("MemoryError", "__new__", 0x0308, UInt16.max),
    MemberRange("ModuleNotFoundError", "__init__", 0x0308, 0x030D),
    MemberRange("NameError", "__init__", 0x0308, UInt16.max),
    MemberRange("NameError", "__new__", 0x0308, 0x0309),
    MemberRange("NameError", "__str__", 0x030A, 0x030D),
    MemberRange("NoneType", "__eq__", 0x030C, UInt16.max),
    MemberRange("NoneType", "__ge__", 0x030C, UInt16.max),
    MemberRange("NoneType", "__gt__", 0x030C, UInt16.max),
    MemberRange("NoneType", "__le__", 0x030C, UInt16.max),
    MemberRange("NoneType", "__lt__", 0x030C, UInt16.max),
    MemberRange("NoneType", "__ne__", 0x030C, UInt16.max),
    MemberRange("NotADirectoryError", "__init__", 0x0308, 0x030D),
    MemberRange("NotImplementedError", "__init__", 0x0308, 0x030D),
    MemberRange("NotImplementedError", "__new__", 0x0308, UInt16.max),
    MemberRange("OSError", "__init__", 0x0308, UInt16.max),
    MemberRange("OSError", "__new__", 0x0308, UInt16.max),
    MemberRange("OSError", "__reduce__", 0x0308, UInt16.max),
    MemberRange("OSError", "__str__", 0x0308, UInt16.max),
    MemberRange("OverflowError", "__init__", 0x0308, 0x030D),
    MemberRange("OverflowError", "__new__", 0x0308, UInt16.max),
    MemberRange("PendingDeprecationWarning", "__init__", 0x0308, 0x030D),
    MemberRange("PendingDeprecationWarning", "__new__", 0x0308, UInt16.max),
    MemberRange("PermissionError", "__init__", 0x0308, 0x030D),
    MemberRange("ProcessLookupError", "__init__", 0x0308, 0x030D),
    MemberRange("PythonFinalizationError", "__init__", 0x030D, 0x030D),
    MemberRange("PythonFinalizationError", "__new__", 0x030D, UInt16.max),
    MemberRange("RecursionError", "__init__", 0x0308, 0x030D),
    MemberRange("RecursionError", "__new__", 0x0308, UInt16.max),
    MemberRange("ReferenceError", "__init__", 0x0308, 0x030D),
    MemberRange("ReferenceError", "__new__", 0x0308, UInt16.max),
    MemberRange("ResourceWarning", "__init__", 0x0308, 0x030D),
    MemberRange("ResourceWarning", "__new__", 0x0308, UInt16.max),
    MemberRange("RuntimeError", "__init__", 0x0308, 0x030D),
    MemberRange("RuntimeError", "__new__", 0x0308, UInt16.max),
    MemberRange("RuntimeWarning", "__init__", 0x0308, 0x030D),
    MemberRange("RuntimeWarning", "__new__", 0x0308, UInt16.max),
    MemberRange("StopAsyncIteration", "__init__", 0x0308, 0x030D),
    MemberRange("StopAsyncIteration", "__new__", 0x0308, UInt16.max),
    MemberRange("StopIteration", "__init__", 0x0308, UInt16.max),
    MemberRange("SyntaxError", "__init__", 0x0308, UInt16.max),
    MemberRange("SyntaxError", "__str__", 0x0308, UInt16.max),
    MemberRange("SyntaxWarning", "__init__", 0x0308, 0x030D),
    MemberRange("SyntaxWarning", "__new__", 0x0308, UInt16.max),
    MemberRange("SystemError", "__init__", 0x0308, 0x030D),
    MemberRange("SystemError", "__new__", 0x0308, UInt16.max),
    MemberRange("SystemExit", "__init__", 0x0308, UInt16.max),
    MemberRange("TabError", "__init__", 0x0308, 0x030D),
    MemberRange("TimeoutError", "__init__", 0x0308, 0x030D),
    MemberRange("TypeError", "__init__", 0x0308, 0x030D),
    MemberRange("TypeError", "__new__", 0x0308, UInt16.max),
    MemberRange("UnboundLocalError", "__init__", 0x0308, 0x030D),
    MemberRange("UnboundLocalError", "__new__", 0x0308, 0x0309),
    MemberRange("UnicodeDecodeError", "__init__", 0x0308, UInt16.max),
    MemberRange("UnicodeDecodeError", "__new__", 0x0308, UInt16.max),
    MemberRange("UnicodeDecodeError", "__str__", 0x0308, UInt16.max),
    MemberRange("UnicodeEncodeError", "__init__", 0x0308, UInt16.max),
    MemberRange("UnicodeEncodeError", "__new__", 0x0308, UInt16.max),
    MemberRange("UnicodeEncodeError", "__str__", 0x0308, UInt16.max),
    MemberRange("UnicodeError", "__init__", 0x0308, 0x030D),
    MemberRange("UnicodeError", "__new__", 0x0308, UInt16.max),
    MemberRange("UnicodeTranslateError", "__init__", 0x0308, UInt16.max),
    MemberRange("UnicodeTranslateError", "__new__", 0x0308, UInt16.max),
    MemberRange("UnicodeTranslateError", "__str__", 0x0308, UInt16.max),
    MemberRange("UnicodeWarning", "__init__", 0x0308, 0x030D),
    MemberRange("UnicodeWarning", "__new__", 0x0308, UInt16.max),
    MemberRange("UserWarning", "__init__", 0x0308, 0x030D),
    MemberRange("UserWarning", "__new__", 0x0308, UInt16.max),
    MemberRange("ValueError", "__init__", 0x0308, 0x030D),
    MemberRange("ValueError", "__new__", 0x0308, UInt16.max),
    MemberRange("Warning", "__init__", 0x0308, 0x030D),
    MemberRange("Warning", "__new__", 0x0308, UInt16.max),
    MemberRange("ZeroDivisionError", "__init__", 0x0308, 0x030D),
    MemberRange("ZeroDivisionError", "__new__", 0x0308, UInt16.max),
    MemberRange("async_generator", "__getattribute__", 0x0308, 0x030C),
    MemberRange("async_generator", "__sizeof__", 0x030B, UInt16.max),
    MemberRange("async_generator_asend", "__getattribute__", 0x0308, 0x030C),
    MemberRange("async_generator_athrow", "__getattribute__", 0x0308, 0x030C),
    MemberRange("builtin_function_or_method", "__ge__", 0x0308, UInt16.max),
    MemberRange("builtin_function_or_method", "__getattribute__", 0x0308, 0x030C),
    MemberRange("builtin_function_or_method", "__gt__", 0x0308, UInt16.max),
    MemberRange("builtin_function_or_method", "__le__", 0x0308, UInt16.max),
    MemberRange("builtin_function_or_method", "__lt__", 0x0308, UInt16.max),
    MemberRange("builtin_function_or_method", "__ne__", 0x0308, UInt16.max),
    MemberRange("bytearray", "__getattribute__", 0x0308, 0x030D),
    MemberRange("bytearray_iterator", "__getattribute__", 0x0308, 0x030C),
    MemberRange("bytes", "__getattribute__", 0x0308, 0x030D),
    MemberRange("bytes_iterator", "__getattribute__", 0x0308, 0x030C),
    MemberRange("callable_iterator", "__getattribute__", 0x0308, 0x030C),
    MemberRange("cell", "__getattribute__", 0x0308, 0x030C),
    MemberRange("classmethod_descriptor", "__getattribute__", 0x0308, 0x030C),
    MemberRange("code", "__ge__", 0x0308, UInt16.max),
    MemberRange("code", "__getattribute__", 0x0308, 0x030C),
    MemberRange("code", "__gt__", 0x0308, UInt16.max),
    MemberRange("code", "__le__", 0x0308, UInt16.max),
    MemberRange("code", "__lt__", 0x0308, UInt16.max),
    MemberRange("code", "__ne__", 0x0308, UInt16.max),
    MemberRange("code", "__sizeof__", 0x0308, UInt16.max),
    MemberRange("collections.OrderedDict", "__ge__", 0x0308, UInt16.max),
    MemberRange("collections.OrderedDict", "__gt__", 0x0308, UInt16.max),
    MemberRange("collections.OrderedDict", "__le__", 0x0308, UInt16.max),
    MemberRange("collections.OrderedDict", "__lt__", 0x0308, UInt16.max),
    MemberRange("collections.defaultdict", "__getattribute__", 0x0308, UInt16.max),
    MemberRange("collections.deque", "__getattribute__", 0x0308, UInt16.max),
    MemberRange("complex", "__getattribute__", 0x0308, 0x030D),
    MemberRange("coroutine", "__getattribute__", 0x0308, 0x030C),
    MemberRange("coroutine", "__sizeof__", 0x030B, UInt16.max),
    MemberRange("coroutine_wrapper", "__getattribute__", 0x0308, 0x030C),
    MemberRange("dict", "__getattribute__", 0x0308, 0x030D),
    MemberRange("dict_itemiterator", "__getattribute__", 0x0308, 0x030C),
    MemberRange("dict_items", "__getattribute__", 0x0308, 0x030C),
    MemberRange("dict_keyiterator", "__getattribute__", 0x0308, 0x030C),
    MemberRange("dict_keys", "__getattribute__", 0x0308, 0x030C),
    MemberRange("dict_valueiterator", "__getattribute__", 0x0308, 0x030C),
    MemberRange("dict_values", "__getattribute__", 0x0308, 0x030C),
    MemberRange("ellipsis", "__getattribute__", 0x0308, 0x030C),
    MemberRange("enumerate", "__getattribute__", 0x0308, 0x030D),
    MemberRange("filter", "__getattribute__", 0x0308, 0x030D),
    MemberRange("float", "__getattribute__", 0x0308, 0x030C),
    MemberRange("frame", "__delattr__", 0x0308, 0x030C),
    MemberRange("frame", "__getattribute__", 0x0308, 0x030C),
    MemberRange("frame", "__setattr__", 0x0308, 0x030C),
    MemberRange("frame", "__sizeof__", 0x0308, UInt16.max),
    MemberRange("frozenset", "__getattribute__", 0x0308, 0x030C),
    MemberRange("functools.partial", "__delattr__", 0x0308, UInt16.max),
    MemberRange("functools.partial", "__getattribute__", 0x0308, UInt16.max),
    MemberRange("functools.partial", "__setattr__", 0x0308, UInt16.max),
    MemberRange("generator", "__getattribute__", 0x0308, 0x030C),
    MemberRange("generator", "__sizeof__", 0x030B, UInt16.max),
    MemberRange("getset_descriptor", "__getattribute__", 0x0308, 0x030C),
    MemberRange("int", "__getattribute__", 0x0308, 0x030D),
    MemberRange("iterator", "__getattribute__", 0x0308, 0x030C),
    MemberRange("itertools.accumulate", "__getattribute__", 0x0308, UInt16.max),
    MemberRange("itertools.batched", "__getattribute__", 0x030C, UInt16.max),
    MemberRange("itertools.chain", "__getattribute__", 0x0308, UInt16.max),
    MemberRange("itertools.combinations", "__getattribute__", 0x0308, UInt16.max),
    MemberRange("itertools.combinations", "__sizeof__", 0x0308, UInt16.max),
    MemberRange("itertools.combinations_with_replacement", "__getattribute__", 0x0308, UInt16.max),
    MemberRange("itertools.combinations_with_replacement", "__sizeof__", 0x0308, UInt16.max),
    MemberRange("itertools.compress", "__getattribute__", 0x0308, UInt16.max),
    MemberRange("itertools.count", "__getattribute__", 0x0308, UInt16.max),
    MemberRange("itertools.cycle", "__getattribute__", 0x0308, UInt16.max),
    MemberRange("itertools.dropwhile", "__getattribute__", 0x0308, UInt16.max),
    MemberRange("itertools.filterfalse", "__getattribute__", 0x0308, UInt16.max),
    MemberRange("itertools.groupby", "__getattribute__", 0x0308, UInt16.max),
    MemberRange("itertools.islice", "__getattribute__", 0x0308, UInt16.max),
    MemberRange("itertools.pairwise", "__getattribute__", 0x030A, UInt16.max),
    MemberRange("itertools.permutations", "__getattribute__", 0x0308, UInt16.max),
    MemberRange("itertools.permutations", "__sizeof__", 0x0308, UInt16.max),
    MemberRange("itertools.product", "__getattribute__", 0x0308, UInt16.max),
    MemberRange("itertools.product", "__sizeof__", 0x0308, UInt16.max),
    MemberRange("itertools.repeat", "__getattribute__", 0x0308, UInt16.max),
    MemberRange("itertools.starmap", "__getattribute__", 0x0308, UInt16.max),
    MemberRange("itertools.takewhile", "__getattribute__", 0x0308, UInt16.max),
    MemberRange("itertools.zip_longest", "__getattribute__", 0x0308, UInt16.max),
    MemberRange("list", "__getattribute__", 0x0308, 0x030D),
    MemberRange("list_iterator", "__getattribute__", 0x0308, 0x030C),
    MemberRange("list_reverseiterator", "__getattribute__", 0x0308, 0x030C),
    MemberRange("longrange_iterator", "__getattribute__", 0x0308, 0x030C),
    MemberRange("map", "__getattribute__", 0x0308, 0x030D),
    MemberRange("mappingproxy", "__getattribute__", 0x0308, 0x030C),
    MemberRange("member_descriptor", "__getattribute__", 0x0308, 0x030C),
    MemberRange("memory_iterator", "__getattribute__", 0x0308, 0x030C),
    MemberRange("memoryview", "__getattribute__", 0x0308, 0x030D),
    MemberRange("method", "__delattr__", 0x0308, 0x030C),
    MemberRange("method", "__ge__", 0x0308, UInt16.max),
    MemberRange("method", "__getattribute__", 0x0308, UInt16.max),
    MemberRange("method", "__gt__", 0x0308, UInt16.max),
    MemberRange("method", "__le__", 0x0308, UInt16.max),
    MemberRange("method", "__lt__", 0x0308, UInt16.max),
    MemberRange("method", "__ne__", 0x0308, UInt16.max),
    MemberRange("method", "__setattr__", 0x0308, 0x030C),
    MemberRange("method-wrapper", "__ge__", 0x0308, UInt16.max),
    MemberRange("method-wrapper", "__getattribute__", 0x0308, 0x030C),
    MemberRange("method-wrapper", "__gt__", 0x0308, UInt16.max),
    MemberRange("method-wrapper", "__le__", 0x0308, UInt16.max),
    MemberRange("method-wrapper", "__lt__", 0x0308, UInt16.max),
    MemberRange("method-wrapper", "__ne__", 0x0308, UInt16.max),
    MemberRange("method_descriptor", "__getattribute__", 0x0308, 0x030C),
    MemberRange("module", "__delattr__", 0x0308, 0x030C),
    MemberRange("module", "__setattr__", 0x0308, 0x030C),
    MemberRange("operator.attrgetter", "__getattribute__", 0x0308, UInt16.max),
    MemberRange("operator.itemgetter", "__getattribute__", 0x0308, UInt16.max),
    MemberRange("operator.methodcaller", "__getattribute__", 0x0308, UInt16.max),
    MemberRange("property", "__getattribute__", 0x0308, 0x030D),
    MemberRange("range", "__getattribute__", 0x0308, 0x030D),
    MemberRange("range_iterator", "__getattribute__", 0x0308, 0x030C),
    MemberRange("reversed", "__getattribute__", 0x0308, 0x030D),
    MemberRange("set", "__getattribute__", 0x0308, 0x030D),
    MemberRange("set_iterator", "__getattribute__", 0x0308, 0x030C),
    MemberRange("slice", "__getattribute__", 0x0308, 0x030D),
    MemberRange("str", "__getattribute__", 0x0308, 0x030C),
    MemberRange("str_ascii_iterator", "__getattribute__", 0x030B, 0x030C),
    MemberRange("str_iterator", "__getattribute__", 0x0308, 0x030C),
    MemberRange("traceback", "__dir__", 0x0308, UInt16.max),
    MemberRange("traceback", "__getattribute__", 0x0308, 0x030C),
    MemberRange("tuple", "__getattribute__", 0x0308, 0x030D),
    MemberRange("tuple_iterator", "__getattribute__", 0x0308, 0x030C),
    MemberRange("types.GenericAlias", "__ge__", 0x0309, UInt16.max),
    MemberRange("types.GenericAlias", "__gt__", 0x0309, UInt16.max),
    MemberRange("types.GenericAlias", "__le__", 0x0309, UInt16.max),
    MemberRange("types.GenericAlias", "__lt__", 0x0309, UInt16.max),
    MemberRange("types.GenericAlias", "__ne__", 0x0309, UInt16.max),
    MemberRange("types.SimpleNamespace", "__delattr__", 0x0308, 0x030C),
    MemberRange("types.SimpleNamespace", "__getattribute__", 0x0308, 0x030C),
    MemberRange("types.SimpleNamespace", "__setattr__", 0x0308, 0x030C),
    MemberRange("types.UnionType", "__ge__", 0x030A, UInt16.max),
    MemberRange("types.UnionType", "__getattribute__", 0x030A, UInt16.max),
    MemberRange("types.UnionType", "__gt__", 0x030A, UInt16.max),
    MemberRange("types.UnionType", "__le__", 0x030A, UInt16.max),
    MemberRange("types.UnionType", "__lt__", 0x030A, UInt16.max),
    MemberRange("types.UnionType", "__ne__", 0x030A, UInt16.max),
    MemberRange("weakref.ReferenceType", "__ge__", 0x0308, UInt16.max),
    MemberRange("weakref.ReferenceType", "__gt__", 0x0308, UInt16.max),
    MemberRange("weakref.ReferenceType", "__le__", 0x0308, UInt16.max),
    MemberRange("weakref.ReferenceType", "__lt__", 0x0308, UInt16.max),
    MemberRange("wrapper_descriptor", "__getattribute__", 0x0308, 0x030C),
    MemberRange("zip", "__getattribute__", 0x0308, 0x030D),
  ]
}

extension SignatureVariant {
  /// The signatures that are not the declared one at some level, by owner.
  static let all: [SignatureVariant] = [
    SignatureVariant("array.array", "extend(self, bb, /)", 0x0308, 0x0309),
    SignatureVariant("array.array", "fromfile(self, f, n, /)", 0x0308, 0x030A),
    SignatureVariant("array.array", "index(self, v, /, <start=0>, <stop=9223372036854775807>)", 0x0308, 0x0309),
    SignatureVariant("array.array", "tofile(self, f, /)", 0x0308, 0x030A),
    SignatureVariant("bytearray", "count(self, sub[, start[, end]], //)", 0x0308, 0x030C),
    SignatureVariant("bytearray", "endswith(self, suffix[, start[, end]], //)", 0x0308, 0x030C),
    SignatureVariant("bytearray", "find(self, sub[, start[, end]], //)", 0x0308, 0x030C),
    SignatureVariant("bytearray", "index(self, sub[, start[, end]], //)", 0x0308, 0x030C),
    SignatureVariant("bytearray", "rfind(self, sub[, start[, end]], //)", 0x0308, 0x030C),
    SignatureVariant("bytearray", "rindex(self, sub[, start[, end]], //)", 0x0308, 0x030C),
    SignatureVariant("bytearray", "startswith(self, prefix[, start[, end]], //)", 0x0308, 0x030C),
    SignatureVariant("bytes", "count(self, sub[, start[, end]], //)", 0x0308, 0x030C),
    SignatureVariant("bytes", "endswith(self, suffix[, start[, end]], //)", 0x0308, 0x030C),
    SignatureVariant("bytes", "find(self, sub[, start[, end]], //)", 0x0308, 0x030C),
    SignatureVariant("bytes", "index(self, sub[, start[, end]], //)", 0x0308, 0x030C),
    SignatureVariant("bytes", "rfind(self, sub[, start[, end]], //)", 0x0308, 0x030C),
    SignatureVariant("bytes", "rindex(self, sub[, start[, end]], //)", 0x0308, 0x030C),
    SignatureVariant("bytes", "startswith(self, prefix[, start[, end]], //)", 0x0308, 0x030C),
    SignatureVariant("collections.deque", "deque.rotate(self, n=1, /)", 0x030A, 0x030C),
    SignatureVariant("collections.deque", "index(self, value[, start[, stop]], //////)", 0x0308, 0x030C),
    SignatureVariant("collections.deque", "insert(self, index, value, //////)", 0x0308, 0x030C),
    SignatureVariant("collections.deque", "rotate(self, n=1, //)", 0x0308, 0x0309),
    SignatureVariant("complex", "__format__(self, format_spec, //)", 0x0308, 0x0309),
    SignatureVariant("frozenset", "difference(self, //, *others)", 0x0308, 0x030C),
    SignatureVariant("frozenset", "intersection(self, //, *others)", 0x0308, 0x030C),
    SignatureVariant("frozenset", "union(self, //, *others)", 0x0308, 0x030C),
    SignatureVariant("function", "__new__(cls, /, code, globals, name=None, argdefs=None, closure=None, <kwdefaults=None>)", 0x0308, 0x030C),
    SignatureVariant("int", "__round__(self, ndigits=<unrepresentable>, ///)", 0x0308, 0x0309),
    SignatureVariant("int", "from_bytes(cls, /, bytes, byteorder, *, signed=False)", 0x0308, 0x030A),
    SignatureVariant("int", "to_bytes(self, /, length, byteorder, *, signed=False)", 0x0308, 0x030A),
    SignatureVariant("itertools.batched", "__new__(cls, iterable, n, <strict=False>)", 0x030C, 0x030C),
    SignatureVariant("memoryview", "cast(self, ///, format, shape=<unrepresentable>)", 0x0308, 0x0309),
    SignatureVariant("memoryview", "tobytes(self, ///, order='C')", 0x0308, 0x0309),
    SignatureVariant("module ast", "dump(node, annotate_fields=True, include_attributes=False, *, <indent=None>, <show_empty=False>)", 0x0308, 0x0308),
    SignatureVariant("module ast", "dump(node, annotate_fields=True, include_attributes=False, *, indent=None, <show_empty=False>)", 0x0309, 0x030C),
    SignatureVariant("module ast", "parse(source, filename='<unknown>', mode='exec', *, type_comments=False, feature_version=None, <optimize=-1>)", 0x0308, 0x030C),
    SignatureVariant("module binascii", "a2b_base64(data, /, <strict_mode=False>)", 0x0308, 0x030A),
    SignatureVariant("module bisect", "bisect_left(a, x, lo=0, hi=-1, <key=None>)", 0x0308, 0x0308),
    SignatureVariant("module bisect", "bisect_left(a, x, lo=0, hi=None, <key=None>)", 0x0309, 0x0309),
    SignatureVariant("module bisect", "bisect_right(a, x, lo=0, hi=-1, <key=None>)", 0x0308, 0x0308),
    SignatureVariant("module bisect", "bisect_right(a, x, lo=0, hi=None, <key=None>)", 0x0309, 0x0309),
    SignatureVariant("module bisect", "insort_left(a, x, lo=0, hi=-1, <key=None>)", 0x0308, 0x0308),
    SignatureVariant("module bisect", "insort_left(a, x, lo=0, hi=None, <key=None>)", 0x0309, 0x0309),
    SignatureVariant("module bisect", "insort_right(a, x, lo=0, hi=-1, <key=None>)", 0x0308, 0x0308),
    SignatureVariant("module bisect", "insort_right(a, x, lo=0, hi=None, <key=None>)", 0x0309, 0x0309),
    SignatureVariant("module builtins", "eval(source, globals=None, locals=None, /)", 0x0308, 0x030C),
    SignatureVariant("module builtins", "exec(source, globals=None, locals=None, /, *, closure=None)", 0x030B, 0x030C),
    SignatureVariant("module builtins", "exec(source, globals=None, locals=None, /, <closure=None>)", 0x0308, 0x030A),
    SignatureVariant("module functools", "reduce(function, iterable, initial=<unrepresentable>, /////)", 0x0308, 0x030D),
    SignatureVariant("module marshal", "dump(value, file, version=4, /, <allow_code=True>)", 0x0308, 0x030C),
    SignatureVariant("module marshal", "dumps(value, version=4, /, <allow_code=True>)", 0x0308, 0x030C),
    SignatureVariant("module marshal", "load(file, /, <allow_code=True>)", 0x0308, 0x030C),
    SignatureVariant("module marshal", "loads(bytes, /, <allow_code=True>)", 0x0308, 0x030C),
    SignatureVariant("module math", "log(//, *args)", 0x0308, 0x030B),
    SignatureVariant("module math", "nextafter(x, y, /, <steps=None>)", 0x0309, 0x030B),
    SignatureVariant("random.Random", "expovariate(self, lambd)", 0x0308, 0x030B),
    SignatureVariant("random.Random", "gauss(self, mu, sigma)", 0x0308, 0x030A),
    SignatureVariant("random.Random", "normalvariate(self, mu, sigma)", 0x0308, 0x030A),
    SignatureVariant("random.Random", "randrange(self, start, stop=None, step=1, _int=int)", 0x0308, 0x0309),
    SignatureVariant("random.Random", "shuffle(self, x, random=None)", 0x0308, 0x030A),
    SignatureVariant("range", "__reduce__(self, //, *args)", 0x0308, 0x030C),
    SignatureVariant("set", "difference(self, //, *others)", 0x0308, 0x030C),
    SignatureVariant("set", "difference_update(self, //, *others)", 0x0308, 0x030C),
    SignatureVariant("set", "intersection(self, //, *others)", 0x0308, 0x030C),
    SignatureVariant("set", "intersection_update(self, //, *others)", 0x0308, 0x030C),
    SignatureVariant("set", "union(self, //, *others)", 0x0308, 0x030C),
    SignatureVariant("set", "update(self, //, *others)", 0x0308, 0x030C),
    SignatureVariant("str", "count(self, sub[, start[, end]], //)", 0x0308, 0x030C),
    SignatureVariant("str", "endswith(self, suffix[, start[, end]], //)", 0x0308, 0x030C),
    SignatureVariant("str", "find(self, sub[, start[, end]], //)", 0x0308, 0x030C),
    SignatureVariant("str", "index(self, sub[, start[, end]], //)", 0x0308, 0x030C),
    SignatureVariant("str", "replace(self, old, new, count=-1, /)", 0x0308, 0x030C),
    SignatureVariant("str", "rfind(self, sub[, start[, end]], //)", 0x0308, 0x030C),
    SignatureVariant("str", "rindex(self, sub[, start[, end]], //)", 0x0308, 0x030C),
    SignatureVariant("str", "startswith(self, prefix[, start[, end]], //)", 0x0308, 0x030C),
    SignatureVariant("zip", "__new__(cls, /, *iterables, <strict=False>)", 0x0308, 0x0309),
  ]
}
