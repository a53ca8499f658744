import Builtins

/// The instructions of compiled regular expressions (CPython: Lib/re/_constants.py, before 3.11 Lib/sre_constants.py), with the numbers
/// that they have from 3.11 on.
enum RegexOp: UInt32 {
  case failure, success, any, anyAll, assert, assertNot, at, branch, category, charset, bigCharset, groupRef, groupRefExists, `in`, info, jump
  case literal, mark, maxUntil, minUntil, notLiteral, negate, range, `repeat`, repeatOne, subpattern, minRepeatOne, atomicGroup
  case possessiveRepeat, possessiveRepeatOne
  case groupRefIgnore, inIgnore, literalIgnore, notLiteralIgnore
  case groupRefLocale, inLocale, literalLocale, notLiteralLocale
  case groupRefUnicode, inUnicode, literalUnicode, notLiteralUnicode, rangeUnicode

  /// Before 3.11 there was one more instruction behind `branch`, which nothing made, and there were no atomic groups.
  init?(old number: UInt32) {
    switch number {
    case ..<8: self.init(rawValue: number)
    case 9...27: self.init(rawValue: number - 1)
    case 28...: self.init(rawValue: number + 2)
    default: return nil
    }
  }
}

/// Places that match without taking a character.
enum RegexPlace: UInt32 {
  case beginning, beginningOfLine, beginningOfString, boundary, nonBoundary, end, endOfLine, endOfString, localBoundary, localNonBoundary
  case unicodeBoundary, unicodeNonBoundary
}

/// Sets of characters that have names; each odd one is what the one in front of it lacks.
enum RegexCategory: UInt32 {
  case digit, notDigit, space, notSpace, word, notWord, lineBreak, notLineBreak, localWord, localNotWord
  case unicodeDigit, unicodeNotDigit, unicodeSpace, unicodeNotSpace, unicodeWord, unicodeNotWord, unicodeLineBreak, unicodeNotLineBreak

  func contains(_ c: UInt32) -> Bool {
    switch self {
    case .digit: RegexCategory.isASCIIDigit(c)
    case .notDigit: !RegexCategory.isASCIIDigit(c)
    case .space: RegexCategory.isASCIISpace(c)
    case .notSpace: !RegexCategory.isASCIISpace(c)
    case .word, .localWord: RegexCategory.isASCIIWord(c)
    case .notWord, .localNotWord: !RegexCategory.isASCIIWord(c)
    case .lineBreak: c == 10
    case .notLineBreak: c != 10
    case .unicodeDigit: RegexCharacters.isDecimal(c)
    case .unicodeNotDigit: !RegexCharacters.isDecimal(c)
    case .unicodeSpace: RegexCharacters.isSpace(c)
    case .unicodeNotSpace: !RegexCharacters.isSpace(c)
    case .unicodeWord: RegexCharacters.isWord(c)
    case .unicodeNotWord: !RegexCharacters.isWord(c)
    case .unicodeLineBreak: RegexCharacters.isLineBreak(c)
    case .unicodeNotLineBreak: !RegexCharacters.isLineBreak(c)
    }
  }

  static func isASCIIDigit(_ c: UInt32) -> Bool { c &- 48 < 10 }
  static func isASCIISpace(_ c: UInt32) -> Bool { c == 32 || c &- 9 < 5 }
  static func isASCIIWord(_ c: UInt32) -> Bool { c &- 48 < 10 || c &- 65 < 26 || c &- 97 < 26 || c == 95 }
}

/// How characters are compared where their case does not matter.
enum RegexCase {
  case ascii, locale, unicode

  /// What both sides are made before they are compared. (Locales are those of Python's text: ASCII alone has cases.)
  @inline(__always)
  func lower(_ c: UInt32) -> UInt32 {
    if c < 128 { return c &- 65 < 26 ? c + 32 : c }
    return self == .unicode ? RegexCharacters.lower(c) : c
  }
}

/// The words of a compiled expression. Behind their end are zeros, so that no code leads out of them.
struct RegexWords {
  let base: UnsafePointer<UInt32>
  let count: Int

  @inline(__always)
  subscript(_ i: Int) -> UInt32 { UInt(bitPattern: i) < UInt(bitPattern: count) ? base[i] : 0 }
}

/// A compiled expression as the machine takes it.
struct RegexProgram {
  let code: RegexWords
  let groups: Int
  /// The instructions have the numbers that they had before 3.11.
  let isOld: Bool
}

/// The text that is searched: characters of one width each.
struct RegexSubject {
  let base: UnsafeRawPointer
  let width: Int
  let count: Int
}
