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
  /// END_ASYNC_FOR knows where the loop's SEND is.
  case endAsyncForTarget
  /// Calls of `all`, `any` and `tuple` with a generator expression loop in place.
  case inlinedCalls

  /// The minor versions of Python 3 that have it, the first and the last.
  private static let versions: [(CompilerFeature, since: UInt8, until: UInt8)] = [
    (.inlinedComprehensions, 12, .max),
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
  private var bits: UInt64 = 0

  mutating func insert(_ feature: CompilerFeature) { bits |= 1 << UInt64(feature.rawValue) }

  @inline(__always)
  func has(_ feature: CompilerFeature) -> Bool { bits >> UInt64(feature.rawValue) & 1 != 0 }
}
