/// Parses the signature text of a native function (`split(self, /, sep=None, maxsplit=-1)`) into a `SignatureObject`.
/// Parameters in brackets (`find(self, sub[, start[, end]], /)`) may be left out; their slots are then null. One in angle brackets at the end
/// (`zip(*iterables, <strict=False>)`) cannot be given at the level of the run: its slot has the default, and that of `<#=0>` the number of
/// keywords. `//` in place of `/` stands for a function that gets its arguments as a tuple (METH_VARARGS) and lets PyArg_ParseTuple count them, `///` for one that gives it no name, `////`
/// for one that is called with keywords though it has no names for them (METH_METHOD), `/////` for METH_VARARGS with PyArg_UnpackTuple,
/// `//////` for METH_FASTCALL with _PyArg_ParseStack.
/// Set-up code: it runs once per native function, when that is first called.
struct SignatureParser {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  private var slots: [(name: Range<Int>, defaultText: Range<Int>?)] = []
  private var positionalOnly = 0
  private var positional = 0
  private var keywordOnly = 0
  private var varArgs = -1
  private var varKeywords = -1
  private var sawStar = false
  private var hidden = 0
  private var slashes = 0
  private var keywordCount = -1
  /// Inside brackets.
  private var isOptional = false

  init(_ text: StaticString) {
    bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
  }

  static func parse(_ t: Thread, _ function: Ref<NativeFunctionObject>) throws(Raised) -> Ref<SignatureObject> {
    var parser = SignatureParser(function.text)
    parser.scan()
    return try parser.build(t, function)
  }

  private mutating func scan() {
    while position < bytes.count && bytes[position] != UInt8(ascii: "(") { position += 1 }
    position += 1
    while position < bytes.count && bytes[position] != UInt8(ascii: ")") {
      scanParameter()
      let end = position
      skip(", []")
      if bytes[end..<position].contains(UInt8(ascii: "[")) { isOptional = true }
    }
  }

  private mutating func scanParameter() {
    if bytes[position] == UInt8(ascii: "/") {
      while position < bytes.count, bytes[position] == UInt8(ascii: "/") { slashes += 1; position += 1 }
      positionalOnly = positional
      return
    }
    let isHidden = bytes[position] == UInt8(ascii: "<")
    if isHidden { position += 1 }
    var stars = 0
    while bytes[position] == UInt8(ascii: "*") { stars += 1; position += 1 }
    let start = position
    while position < bytes.count, !isDelimiter(bytes[position]) { position += 1 }
    let name = start..<position
    if stars == 1 && name.isEmpty { sawStar = true; return }
    let defaultText = scanDefault(isHidden: isHidden) ?? (isOptional ? position..<position : nil)
    if isHidden {
      if bytes[start] == UInt8(ascii: "#") { keywordCount = slots.count }
      hidden += 1
      position = min(position + 1, bytes.count)
    } else if stars == 1 {
      varArgs = slots.count
      sawStar = true
    } else if stars == 2 {
      varKeywords = slots.count
    } else if sawStar {
      keywordOnly += 1
    } else {
      positional += 1
    }
    slots.append((isHidden ? start..<start : name, defaultText))
  }

  /// The text behind `=`, up to the comma or parenthesis that ends the parameter (not one inside quotes or brackets).
  private mutating func scanDefault(isHidden: Bool) -> Range<Int>? {
    skip(" ")
    guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else { return nil }
    position += 1
    skip(" ")
    let start = position
    var depth = 0
    var quote: UInt8 = 0
    while position < bytes.count {
      let c = bytes[position]
      if quote != 0 {
        if c == quote { quote = 0 }
      } else if c == UInt8(ascii: "'") || c == UInt8(ascii: "\"") {
        quote = c
      } else if c == UInt8(ascii: "(") || c == UInt8(ascii: "[") || c == UInt8(ascii: "{") {
        depth += 1
      } else if c == UInt8(ascii: ")") || c == UInt8(ascii: "]") || c == UInt8(ascii: "}") {
        if depth == 0 { break }
        depth -= 1
      } else if (c == UInt8(ascii: ",") || isHidden && c == UInt8(ascii: ">")) && depth == 0 {
        break
      }
      position += 1
    }
    return start..<position
  }

  private func isDelimiter(_ c: UInt8) -> Bool {
    c == UInt8(ascii: ",") || c == UInt8(ascii: ")") || c == UInt8(ascii: "=") || c == UInt8(ascii: " ") || c == UInt8(ascii: "[")
      || c == UInt8(ascii: "]")
  }

  private mutating func skip(_ set: StaticString) {
    while position < bytes.count {
      let c = bytes[position]
      let hit = (0..<set.utf8CodeUnitCount).contains { set.utf8Start[$0] == c }
      if !hit { return }
      position += 1
    }
  }

  private func build(_ t: Thread, _ function: Ref<NativeFunctionObject>) throws(Raised) -> Ref<SignatureObject> {
    let signature: Ref<SignatureObject> = try t.allocate(kind: .signature, type: .none, tracedWords: 3)
    function.signature = signature
    signature.functionName = try name(t, function)
    let names = try t.tuple(count: slots.count)
    signature.names = Value(names)
    let defaults = try t.tuple(count: slots.count)
    signature.defaults = Value(defaults)
    var required = 0
    for i in 0..<slots.count {
      // A parameter that cannot be given has no name that a keyword could equal.
      names.items[i] = slots[i].name.isEmpty ? .null : t.intern(try t.str(utf8: UnsafeBufferPointer(rebasing: bytes[slots[i].name])))
      if let text = slots[i].defaultText {
        defaults.items[i] = try value(t, text)
      } else if i < positional {
        required = i + 1
      } else if i != varArgs && i != varKeywords {
        defaults.items[i] = .notImplemented
      }
    }
    signature.slotCount = slots.count
    signature.parsing = [.direct, .direct, .tuple, .namelessTuple, .keywords, .unpackedTuple, .stack][min(slashes, 6)]
    signature.positionalOnlyCount = positionalOnly
    signature.keywordCountSlot = keywordCount
    signature.positionalCount = positional
    signature.requiredCount = required
    signature.varArgsSlot = varArgs
    signature.varKeywordsSlot = varKeywords
    signature.keywordOnlyCount = keywordOnly
    signature.receiverCount = function.owner.isNone || positional == 0 ? 0 : 1
    function.exactCount = varArgs < 0 && varKeywords < 0 && keywordOnly == 0 && hidden == 0 && required == positional ? positional : -1
    return signature
  }

  /// What the text calls the function: `deque.rotate` is the name in messages about the arguments of `rotate`.
  private func name(_ t: Thread, _ function: Ref<NativeFunctionObject>) throws(Raised) -> Value {
    let end = bytes.firstIndex(of: UInt8(ascii: "(")) ?? 0
    guard bytes[..<end].contains(UInt8(ascii: ".")) else { return function.name }
    return try t.str(utf8: UnsafeBufferPointer(rebasing: bytes[..<end]))
  }

  /// A default: None, True, False, an int, a float, a quoted text, `()`; everything else (`<unrepresentable>`, names of constants) is null.
  private func value(_ t: Thread, _ range: Range<Int>) throws(Raised) -> Value {
    let text = String(decoding: bytes[range], as: UTF8.self)
    switch text {
    case "None": return .none
    case "True": return .true
    case "False": return .false
    case "()": return t.interpreter.emptyTuple
    default: break
    }
    if let number = Int(text) { return try t.int(number) }
    if let number = Double(text) { return try t.float(number) }
    if text.utf8.count >= 2, let first = text.utf8.first, first == UInt8(ascii: "'") || first == UInt8(ascii: "\"") {
      // A line end is the one escape that signatures use.
      return text.dropFirst().dropLast() == "\\n" ? t.interpreter.latin1[10] : try t.str(String(text.dropFirst().dropLast()))
    }
    return .null
  }
}
