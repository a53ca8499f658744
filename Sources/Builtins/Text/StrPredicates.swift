import Bytecode
import Runtime

/// `str.isalpha` and its kin.
enum StrPredicates {
  static let functions: [NativeFunctionSpec] = [
    .init(
      "isascii(self, /)",
      """
      Return True if all characters in the string are ASCII, False otherwise.

      ASCII characters have code points in the range U+0000-U+007F.
      Empty string is ASCII too.
      """
    ) { t, a throws(Raised) in Value(a[0].unchecked(as: StrObject.self).isASCII) },
    .init(
      "islower(self, /)",
      """
      Return True if the string is a lowercase string, False otherwise.

      A string is lowercase if all cased characters in the string are lowercase and
      there is at least one cased character in the string.
      """
    ) { t, a throws(Raised) in Value(StrPredicates.isCase(a[0].unchecked(), .lower, not: [.upper, .title])) },
    .init(
      "isupper(self, /)",
      """
      Return True if the string is an uppercase string, False otherwise.

      A string is uppercase if all cased characters in the string are uppercase and
      there is at least one cased character in the string.
      """
    ) { t, a throws(Raised) in Value(StrPredicates.isCase(a[0].unchecked(), .upper, not: [.lower, .title])) },
    .init(
      "istitle(self, /)",
      """
      Return True if the string is a title-cased string, False otherwise.

      In a title-cased string, upper- and title-case characters may only
      follow uncased characters and lowercase characters only cased ones.
      """
    ) { t, a throws(Raised) in Value(StrPredicates.isTitle(a[0].unchecked())) },
    .init(
      "isspace(self, /)",
      """
      Return True if the string is a whitespace string, False otherwise.

      A string is whitespace if all characters in the string are whitespace and there
      is at least one character in the string.
      """
    ) { t, a throws(Raised) in Value(StrPredicates.all(a[0].unchecked(), have: .space)) },
    .init(
      "isdecimal(self, /)",
      """
      Return True if the string is a decimal string, False otherwise.

      A string is a decimal string if all characters in the string are decimal and
      there is at least one character in the string.
      """
    ) { t, a throws(Raised) in Value(StrPredicates.all(a[0].unchecked(), have: .decimal)) },
    .init(
      "isdigit(self, /)",
      """
      Return True if the string is a digit string, False otherwise.

      A string is a digit string if all characters in the string are digits and there
      is at least one character in the string.
      """
    ) { t, a throws(Raised) in Value(StrPredicates.all(a[0].unchecked(), have: .digit)) },
    .init(
      "isnumeric(self, /)",
      """
      Return True if the string is a numeric string, False otherwise.

      A string is numeric if all characters in the string are numeric and there is at
      least one character in the string.
      """
    ) { t, a throws(Raised) in Value(StrPredicates.all(a[0].unchecked(), have: .numeric)) },
    .init(
      "isalpha(self, /)",
      """
      Return True if the string is an alphabetic string, False otherwise.

      A string is alphabetic if all characters in the string are alphabetic and there
      is at least one character in the string.
      """
    ) { t, a throws(Raised) in Value(StrPredicates.all(a[0].unchecked(), have: .alpha)) },
    .init(
      "isalnum(self, /)",
      """
      Return True if the string is an alpha-numeric string, False otherwise.

      A string is alpha-numeric if all characters in the string are alpha-numeric and
      there is at least one character in the string.
      """
    ) { t, a throws(Raised) in Value(StrPredicates.all(a[0].unchecked(), have: [.alpha, .decimal, .digit, .numeric])) },
    .init(
      "isidentifier(self, /)",
      """
      Return True if the string is a valid Python identifier, False otherwise.

      Call keyword.iskeyword(s) to test whether string s is a reserved identifier,
      such as "def" or "class".
      """
    ) { t, a throws(Raised) in Value(StrPredicates.isIdentifier(a[0].unchecked())) },
    .init(
      "isprintable(self, /)",
      """
      Return True if all characters in the string are printable, False otherwise.

      A character is printable if repr() may use it in its output.
      """
    ) { t, a throws(Raised) in
      let s = a[0].unchecked(as: StrObject.self)
      for i in 0..<s.count where !isPrintable(s.codePoint(i)) { return .false }
      return .true
    },
  ]

  /// Whether there are code points and each has one of the properties.
  private static func all(_ s: Ref<StrObject>, have wanted: UnicodeData.Properties) -> Bool {
    for i in 0..<s.count where UnicodeData.properties(s.codePoint(i)).isDisjoint(with: wanted) { return false }
    return s.count > 0
  }

  private static func isCase(_ s: Ref<StrObject>, _ wanted: UnicodeData.Properties, not refused: UnicodeData.Properties) -> Bool {
    var found = false
    for i in 0..<s.count {
      let properties = UnicodeData.properties(s.codePoint(i))
      if !properties.isDisjoint(with: refused) { return false }
      if properties.contains(wanted) { found = true }
    }
    return found
  }

  private static func isTitle(_ s: Ref<StrObject>) -> Bool {
    var found = false
    var followsCased = false
    for i in 0..<s.count {
      let properties = UnicodeData.properties(s.codePoint(i))
      if !properties.isDisjoint(with: [.upper, .title]) {
        if followsCased { return false }
        followsCased = true
        found = true
      } else if properties.contains(.lower) {
        if !followsCased { return false }
        found = true
      } else {
        followsCased = false
      }
    }
    return found
  }

  private static func isIdentifier(_ s: Ref<StrObject>) -> Bool {
    guard s.count > 0, UnicodeData.properties(s.codePoint(0)).contains(.identifierStart) else { return false }
    for i in 1..<max(s.count, 1) where !UnicodeData.properties(s.codePoint(i)).contains(.identifierContinue) { return false }
    return true
  }
}
