import Bytecode

/// What not every version's compiler does. The table below is the one place that says which versions do.
enum CompilerFeature: UInt8, CaseIterable, Sendable {
  /// Comprehensions other than generators run in the frame around them (PEP 709).
  case inlinedComprehensions
  /// Comprehensions in classes save all names that occur in them.
  case savesAllInClass
  /// In the type parameters of a class only their own names are private to it.
  case typeParametersMangledApart
  /// `__firstlineno__` and `__static_attributes__`.
  case classAttributes
  /// Docstrings lose their indentation.
  case cleanDocstrings
  /// Annotations are evaluated by functions of their own (PEP 649).
  case annotateFunctions
  /// Constant expressions are folded in the control-flow graph.
  case foldsInGraph
  /// BINARY_OP takes subscripts.
  case subscriptOperator
  /// Slices of constants are constants.
  case constantSlices
  /// Context managers are entered by LOAD_SPECIAL.
  case loadSpecial
  /// LOAD_COMMON_CONSTANT instead of LOAD_ASSERTION_ERROR.
  case commonConstants
  /// LOAD_SMALL_INT.
  case smallIntegers
  /// LOAD_FAST_BORROW.
  case borrowedLoads
  /// RETURN_CONST.
  case returnConstant
  /// BUILD_CONST_KEY_MAP.
  case constantKeyMaps
  /// Loops are left by POP_ITER.
  case popIter
  /// Loops test their condition again at their end.
  case invertedLoops
  /// Jumps that need not look for signals.
  case quietJumps
  /// `and` and `or` are pseudo-jumps that keep the value.
  case keepingJumps
  /// CALL_FUNCTION_EX always has a slot for keyword arguments.
  case keywordsSlot
  /// The kinds of variables tell how parameters are passed.
  case parameterKinds
  /// Code has flags for docstrings and methods.
  case codeFlags
  /// Errors in imports are those of the name, not of the statement.
  case aliasErrors
  /// NOT_TAKEN behind jumps.
  case notTaken
  /// The subject of a match is popped where the body of the case begins.
  case nextLocations
  /// END_ASYNC_FOR knows where the loop has waited.
  case endAsyncForTarget
  /// Calls of `all`, `any` and `tuple` with a generator expression loop in place.
  case inlinedCalls
  /// Jumps are what they are written as, until bytes are optimized.
  case writtenJumps
  /// NOPs let lines be traced (PEP 626), and blocks without lines get those of where they are reached from.
  case tracedLines
  /// YIELD_VALUE says how many handlers are around.
  case countedYields
  /// Large displays, dicts and calls are made piece by piece.
  case pieces
  /// `for y in [x]` in a comprehension is an assignment.
  case assignedElements
  /// Names in a module that are imported are no objects with methods.
  case importedModules
  /// `%` with a tuple formats as an f-string does.
  case foldedFormats
  /// Annotations are a tuple of names and values.
  case annotationTuples
  /// Statements that are never run are not compiled.
  case skipsDead
  /// The exception table knows where StopIteration leaves a generator.
  case generatorHandlers
  /// Modules begin on line 1, not with their first statement.
  case modulesFromOne
  /// Blocks that only exceptions lead to are moved to the end.
  case coldBlocks
  /// RESUME says whether it is in one handler.
  case resumeDepth
  /// Loads of variables that may be unset check that they are not.
  case checkedLoads
  /// Jumps have the place of what they test, not of the statement.
  case testLocations
  /// Frames have room for one value at least.
  case neverEmptyStack
  /// Instructions that come from one place share an entry of the location table.
  case mergedLocations
  /// Lines are given to blocks before the code is optimized, too.
  case earlyLines
  /// Jumps on comparisons have the place of these, and what follows in a comprehension, too.
  case compareLocations
  /// What a comprehension does with an element has the place of that.
  case elementLocations
  /// The instruction that drops what a generator is started with has no place.
  case unplacedStart
  /// A return at the end of the code is the last one.
  case lastReturns
  /// POP_BLOCK becomes NOP at the end.
  case lateNops
  /// What follows a `return` is another block.
  case returnsEndBlocks
  /// The return of a lambda has the line of the instruction in front.
  case unplacedLambdas
  /// The line table tells where statements begin, even if the line stays the same.
  case markedStatements
  /// Blocks that leave the code are copied to jumps there only if they have no line, and count as such only if no instruction has one.
  case copiesUnplaced
  /// A variable that gets another value at once is not given the first one.
  case dropsOverwritten
  /// Every label begins a block, whether a jump leads there or not.
  case labelsSplit
  /// The graph is optimized in few passes, some of which go through the blocks from the one on that was made last.
  case blocksByCreation
  /// A statement behind others on the same line may be an import from `__future__` that comes too late; the compiler looks at lines alone.
  case futureByLine
  /// `from .__future__ import` is something else.
  case futureLevels
  /// A folded tuple that the code has already is not added again.
  case sharesFolded
  /// The cleanup of a `with` handler stands in front of what runs when the exception is suppressed.
  case earlyCleanup
  /// Jumps on None.
  case noneJumps
  /// Jumps are threaded within a line only.
  case threadsLines
  /// Decorators are called where they stand.
  case decoratorLocations
  /// Annotations that are kept as texts, or dropped, have places of their own.
  case annotationLocations
  /// Format strings without parts are constants.
  case emptyTexts
  /// Real and complex numbers are computed with as they are.
  case mixedNumbers
  /// Docstrings that are not wanted are no statements either.
  case dropsDocstrings
  /// What a statement does with a part of it has the place of that part: the iterable of `for`, the manager of `with`, a test.
  case partLocations
  /// Warnings of `is` with a literal name its type; those of calls and subscripts the place of what is called.
  case operandWarnings
  /// Tuples that are constants count where assertions are looked at, and so do assertions that are left out.
  case constantAssertions
  /// Subscripts with several slices are tuples.
  case tupleSlices
  /// `return`, `break` and `continue` that leave a `finally` block give a warning.
  case finallyWarnings
  /// marshal writes the items of a set in an order of its own.
  case sortedSets
  /// Constants are shared by all code, so that marshal flags each of them.
  case sharedConstants
  /// What handles an exception in a `finally` block gives no warnings: it is compiled once more.
  case silentHandlers

  /// The minor versions of Python 3 that have it, the first and the last.
  private static let versions: [(CompilerFeature, since: UInt8, until: UInt8)] = [
    (.inlinedComprehensions, 12, .max),
    (.sortedSets, 11, .max),
    (.sharedConstants, 13, .max),
    (.savesAllInClass, 12, 13),
    (.typeParametersMangledApart, 13, .max),
    (.classAttributes, 13, .max),
    (.cleanDocstrings, 13, .max),
    (.annotateFunctions, 14, .max),
    (.foldsInGraph, 14, .max),
    (.subscriptOperator, 14, .max),
    (.constantSlices, 14, .max),
    (.loadSpecial, 14, .max),
    (.commonConstants, 14, .max),
    (.smallIntegers, 14, .max),
    (.borrowedLoads, 14, .max),
    (.returnConstant, 12, 13),
    (.constantKeyMaps, 8, 13),
    (.popIter, 14, .max),
    (.quietJumps, 13, .max),
    (.invertedLoops, 10, 13),
    (.keepingJumps, 14, .max),
    (.keywordsSlot, 14, .max),
    (.parameterKinds, 14, .max),
    (.codeFlags, 14, .max),
    (.aliasErrors, 14, .max),
    (.notTaken, 14, .max),
    (.nextLocations, 14, .max),
    (.endAsyncForTarget, 14, .max),
    (.inlinedCalls, 14, .max),
    (.writtenJumps, 8, 9),
    (.tracedLines, 10, .max),
    (.countedYields, 12, 12),
    (.pieces, 10, .max),
    (.assignedElements, 9, .max),
    (.importedModules, 11, .max),
    (.foldedFormats, 11, .max),
    (.annotationTuples, 10, .max),
    (.skipsDead, 8, 9),
    (.generatorHandlers, 12, .max),
    (.modulesFromOne, 10, .max),
    (.coldBlocks, 12, .max),
    (.resumeDepth, 13, .max),
    (.checkedLoads, 12, .max),
    (.partLocations, 13, .max),
    (.dropsDocstrings, 13, .max),
    (.mixedNumbers, 14, .max),
    (.emptyTexts, 13, .max),
    (.annotationLocations, 12, .max),
    (.decoratorLocations, 11, .max),
    (.noneJumps, 11, .max),
    (.sharesFolded, 10, .max),
    (.earlyCleanup, 11, 11),
    (.blocksByCreation, 10, 11),
    (.futureByLine, 8, 11),
    (.futureLevels, 13, .max),
    (.dropsOverwritten, 13, .max),
    (.labelsSplit, 10, 12),
    (.markedStatements, 8, 8),
    (.copiesUnplaced, 11, 11),
    (.compareLocations, 10, 11),
    (.elementLocations, 12, .max),
    (.unplacedStart, 12, 12),
    (.lastReturns, 8, 11),
    (.lateNops, 11, 12),
    (.returnsEndBlocks, 10, 10),
    (.unplacedLambdas, 8, 10),
    (.neverEmptyStack, 13, .max),
    (.mergedLocations, 12, .max),
    (.earlyLines, 13, .max),
    (.threadsLines, 8, 12),
    (.testLocations, 12, .max),
    (.operandWarnings, 12, .max),
    (.constantAssertions, 10, .max),
    (.tupleSlices, 9, .max),
    (.finallyWarnings, 14, .max),
    (.silentHandlers, 14, .max),
  ]

  /// The features of a version.
  static func set(of version: PythonVersion) -> CompilerFeatures {
    var set = CompilerFeatures()
    for (feature, since, until) in versions where version.major == 3 && since <= version.minor && version.minor <= until {
      set.insert(feature)
    }
    return set
  }
}

/// A set of features.
struct CompilerFeatures: Hashable, Sendable {
  /// As wide as there are features: a shift beyond the width would lose a feature without a word.
  private var bits: UInt128 = 0

  mutating func insert(_ feature: CompilerFeature) {
    precondition(feature.rawValue < UInt128.bitWidth)
    bits |= 1 << UInt128(feature.rawValue)
  }

  @inline(__always)
  func has(_ feature: CompilerFeature) -> Bool { bits >> UInt128(feature.rawValue) & 1 != 0 }
}
