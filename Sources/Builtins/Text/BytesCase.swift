import Runtime

/// Methods of bytes and bytearray about ASCII letters and digits.
enum BytesCase {
  static let functions: [NativeFunctionSpec] = [
    .init("lower(self, /)", "Return a copy of B with all ASCII characters converted to lowercase.") { t, a throws(Raised) in
      try BytesCase.map(t, a[0]) { BytesSupport.isUpper($0) ? $0 + 32 : $0 }
    },
    .init("upper(self, /)", "Return a copy of B with all ASCII characters converted to uppercase.") { t, a throws(Raised) in
      try BytesCase.map(t, a[0]) { BytesSupport.isLower($0) ? $0 - 32 : $0 }
    },
    .init("swapcase(self, /)", "Return a copy of B with uppercase ASCII characters converted to lowercase ASCII and vice versa.") { t, a throws(Raised) in
      try BytesCase.map(t, a[0]) { BytesSupport.isLetter($0) ? $0 ^ 32 : $0 }
    },
    .init("capitalize(self, /)", "Return a copy of B with only its first character capitalized (ASCII) and the rest lower-cased.") { t, a throws(Raised) in
      var isFirst = true
      return try BytesCase.map(t, a[0]) { c in
        defer { isFirst = false }
        if isFirst { return BytesSupport.isLower(c) ? c - 32 : c }
        return BytesSupport.isUpper(c) ? c + 32 : c
      }
    },
    .init("title(self, /)", "Return a titlecased version of B, i.e. ASCII words start with uppercase characters, all remaining cased characters have lowercase.") {
      t, a throws(Raised) in
      var isInWord = false
      return try BytesCase.map(t, a[0]) { c in
        defer { isInWord = BytesSupport.isLetter(c) }
        if isInWord { return BytesSupport.isUpper(c) ? c + 32 : c }
        return BytesSupport.isLower(c) ? c - 32 : c
      }
    },
    .init("isalnum(self, /)", "Return True if all characters in B are alphanumeric and there is at least one character in B, False otherwise.") {
      t, a throws(Raised) in BytesCase.all(a[0]) { BytesSupport.isLetter($0) || BytesSupport.isDigit($0) }
    },
    .init("isalpha(self, /)", "Return True if all characters in B are alphabetic and there is at least one character in B, False otherwise.") {
      t, a throws(Raised) in BytesCase.all(a[0]) { BytesSupport.isLetter($0) }
    },
    .init("isascii(self, /)", "Return True if B is empty or all characters in B are ASCII, False otherwise.") { t, a throws(Raised) in
      let view = BytesSupport.view(a[0])
      return Value(isASCIIOnly(view.base, view.count))
    },
    .init("isdigit(self, /)", "Return True if all characters in B are digits and there is at least one character in B, False otherwise.") {
      t, a throws(Raised) in BytesCase.all(a[0]) { BytesSupport.isDigit($0) }
    },
    .init("isspace(self, /)", "Return True if all characters in B are whitespace and there is at least one character in B, False otherwise.") {
      t, a throws(Raised) in BytesCase.all(a[0]) { BytesSupport.isSpace($0) }
    },
    .init("islower(self, /)", "Return True if all cased characters in B are lowercase and there is at least one cased character in B, False otherwise.") {
      t, a throws(Raised) in BytesCase.isCase(a[0], upper: false)
    },
    .init("isupper(self, /)", "Return True if all cased characters in B are uppercase and there is at least one cased character in B, False otherwise.") {
      t, a throws(Raised) in BytesCase.isCase(a[0], upper: true)
    },
    .init("istitle(self, /)", "Return True if B is a titlecased string and there is at least one character in B.") { t, a throws(Raised) in
      BytesCase.isTitle(a[0])
    },
  ]

  private static func map(_ t: Thread, _ v: Value, _ convert: (UInt8) -> UInt8) throws(Raised) -> Value {
    let view = BytesSupport.view(v)
    let result = try BytesSupport.makeEmpty(t, like: v, count: view.count)
    for i in 0..<view.count { result.base[i] = convert(view[i]) }
    return result.value
  }

  private static func all(_ v: Value, _ test: (UInt8) -> Bool) -> Value {
    let view = BytesSupport.view(v)
    for i in 0..<view.count where !test(view[i]) { return .false }
    return Value(view.count > 0)
  }

  private static func isCase(_ v: Value, upper: Bool) -> Value {
    let view = BytesSupport.view(v)
    var found = false
    for i in 0..<view.count where BytesSupport.isLetter(view[i]) {
      if BytesSupport.isUpper(view[i]) != upper { return .false }
      found = true
    }
    return Value(found)
  }

  private static func isTitle(_ v: Value) -> Value {
    let view = BytesSupport.view(v)
    var found = false
    var followsCased = false
    for i in 0..<view.count {
      let c = view[i]
      if BytesSupport.isLetter(c) {
        if BytesSupport.isUpper(c) == followsCased { return .false }
        followsCased = true
        found = true
      } else {
        followsCased = false
      }
    }
    return Value(found)
  }
}
