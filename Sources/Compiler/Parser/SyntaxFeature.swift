import Bytecode

/// What not every version's syntax has. The table below is the one place that says which versions do.
public enum SyntaxFeature: UInt8, CaseIterable, Sendable {
  /// The LL(1) parser and its messages and positions.
  case oldParser
  /// Any expression as a decorator, `with` items in parentheses, starred items behind `for ... in`, `:=` in set displays.
  case pegParser
  /// `:=` without parentheses in subscripts.
  case bareWalrus
  case matchStatements
  case exceptStar
  /// `a[*b]` and `*args: *Ts`.
  case starredSubscripts
  case typeParameters
  /// f-strings are tokens: any nesting, comments, backslashes and the same quotes inside.
  case formatStringTokens
  case typeParameterDefaults
  case templateStrings
  /// Columns in expressions of format strings are right behind a line's end, too.
  case trueFormatColumns
  /// The format of a replacement field ends in an empty text if it would end in a field.
  case emptySpecTexts
  /// A null byte in a source is a SyntaxError, before a ValueError.
  case nullBytesAreSyntaxErrors
  /// Messages about lists of parameters, apart from the oldest ones.
  case parameterMessages
  /// No line may end in the format of a replacement field between single quotes.
  case noNewlinesInSpecs
  /// No name may begin right behind a number.
  case numbersEndCleanly
  /// Messages about strings without end say where they begin.
  case unterminatedMessages
  /// `except A, B:`.
  case bareExceptTuples
  /// Escapes that mean nothing, and keywords right behind numbers, give a SyntaxWarning; before, a DeprecationWarning.
  case syntaxWarnings
  /// Warnings have quotes around the escape.
  case quotedEscapes
  /// Octal escapes above 0o377 give a warning.
  case octalWarnings
  /// Warnings say what to write instead of the escape.
  case longEscapeWarnings
  /// Names of characters that are derived from their numbers may be in any case.
  case looseNames
  /// An import of `barry_as_FLUFL` holds for the source that it stands in.
  case lateBarry
  /// Imports from `__future__` are looked at when a tree is made.
  case checkedFuture
  /// The pass that looks for what is wrong gives the warnings once more.
  case repeatedWarnings
  /// Characters that cannot stand in a source are invalid syntax, or invalid in an identifier.
  case plainCharacterMessages
  /// Names that are keywords once they are normalized are refused.
  case refusesDisguisedKeywords

  /// The minor versions of Python 3 that have it, the first and the last.
  private static let versions: [(SyntaxFeature, since: UInt8, until: UInt8)] = [
    (.oldParser, 0, 8),
    (.pegParser, 9, .max),
    (.bareWalrus, 10, .max),
    (.matchStatements, 10, .max),
    (.exceptStar, 11, .max),
    (.starredSubscripts, 11, .max),
    (.typeParameters, 12, .max),
    (.formatStringTokens, 12, .max),
    (.typeParameterDefaults, 13, .max),
    (.templateStrings, 14, .max),
    (.emptySpecTexts, 12, 12),
    (.nullBytesAreSyntaxErrors, 11, .max),
    (.parameterMessages, 11, .max),
    (.noNewlinesInSpecs, 14, .max),
    (.trueFormatColumns, 10, .max),
    (.numbersEndCleanly, 10, .max),
    (.unterminatedMessages, 10, .max),
    (.bareExceptTuples, 14, .max),
    (.syntaxWarnings, 12, .max),
    (.quotedEscapes, 10, .max),
    (.octalWarnings, 11, .max),
    (.longEscapeWarnings, 14, .max),
    (.looseNames, 14, .max),
    (.lateBarry, 14, .max),
    (.checkedFuture, 14, .max),
    (.repeatedWarnings, 9, 10),
    (.plainCharacterMessages, 0, 9),
    (.refusesDisguisedKeywords, 14, .max),
  ]

  /// The features of a version.
  public static func set(of version: PythonVersion) -> SyntaxFeatures {
    var set = SyntaxFeatures(version: version)
    for (feature, since, until) in versions where version.major == 3 && since <= version.minor && version.minor <= until {
      set.insert(feature)
    }
    return set
  }
}

/// A set of features.
public struct SyntaxFeatures: Hashable, Sendable {
  private var bits: UInt64 = 0
  private let version: PythonVersion

  init(version: PythonVersion) { self.version = version }

  mutating func insert(_ feature: SyntaxFeature) {
    precondition(feature.rawValue < UInt64.bitWidth)
    bits |= 1 << UInt64(feature.rawValue)
  }

  /// The version of Unicode that names characters, times 10.
  var unicode: UInt16 { InstructionSet.of(version)?.values.unicode ?? 0 }

  @inline(__always)
  public func has(_ feature: SyntaxFeature) -> Bool { bits >> UInt64(feature.rawValue) & 1 != 0 }
}
