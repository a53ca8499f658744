import Builtins
import Runtime

/// Iterates over what `_string.formatter_parser` finds in a text.
struct FormatterIteratorObject: NativeLayout {
  var header: ObjectHeader
  /// str
  var text: Value
  var position: Int
  static let tracedWords = 1
}

extension Ref where T == FormatterIteratorObject {
  @inline(__always) var text: Value { get { layout.text } nonmutating set { layout.text = newValue } }
  @inline(__always) var position: Int { get { layout.position } nonmutating set { layout.position = newValue } }
}

/// Module `_string`, and `string.Formatter` (CPython: Lib/string.py).
enum StringFormatter {
  static let core = ModuleSpec(
    "_string", doc: "string helper module",
    functions: [
      NativeFunctionSpec("formatter_parser(object, /)", "parse the argument as a format string") { t, a throws(Raised) in
        try iterate(t, "_string.formatteriterator", a[0], 0)
      },
      NativeFunctionSpec("formatter_field_name_split(object, /)", "split the argument as a field name") { t, a throws(Raised) in
        let text = try checked(t, a[0])
        var scanner = BraceScanner(t, text, 0, text.count)
        let end = scanner.skipFirstName()
        let number = try scanner.index(0, end)
        let first = number == nil ? try t.substring(text, 0, end) : try t.int(number.unsafelyUnwrapped)
        return try t.tuple(first, try iterate(t, "_string.fieldnameiterator", a[0], end))
      },
    ]
  ) { t, m throws(Raised) in
    for spec in [pieces, parts] {
      let type = try t.addType(m, spec, FormatterIteratorObject.self, flags: .noConstructor)
      try t.dictSet(type.dict, t.name(.__module__), t.name(.builtins))
      _ = t.dictDelete(m.dict, interned: type.name)
    }
  }

  private static func checked(_ t: Thread, _ v: Value) throws(Raised) -> Ref<StrObject> {
    guard v.isKind(.str) else { throw t.raise(t.types.typeError, "expected str, got %T", v) }
    return v.unchecked()
  }

  private static func iterate(_ t: Thread, _ type: StaticString, _ text: Value, _ position: Int) throws(Raised) -> Value {
    _ = try checked(t, text)
    let iterator = try t.make(FormatterIteratorObject.self, t.typeNamed(type))
    iterator.text = text
    iterator.position = position
    return Value(iterator)
  }

  /// The text of an iterator that has something left to give.
  private static func unfinished(_ t: Thread, _ iterator: Ref<FormatterIteratorObject>) throws(Raised) -> Ref<StrObject> {
    let text: Ref<StrObject> = iterator.text.unchecked()
    if iterator.position >= text.count { throw t.stopIteration() }
    return text
  }

  /// Tuples of literal text, and name, specification and conversion of the field behind it; None for what is missing.
  private static let pieces = TypeSpec(
    "_string.formatteriterator",
    functions: [
      iterSelf,
      NativeFunctionSpec("__next__(self, /)", "Implement next(self).") { t, a throws(Raised) in
        let me = a.object(0, FormatterIteratorObject.self)
        let text = try unfinished(t, me)
        var scanner = BraceScanner(t, text, me.position, text.count)
        var hasField = false
        let literalEnd = try scanner.skipLiteral(&hasField)
        let literal = try t.substring(text, me.position, literalEnd)
        if hasField { try scanner.scanField() }
        me.position = scanner.at
        if !hasField { return try piece(t, literal, .none, .none, .none) }
        let conversion = scanner.conversion == 0 ? Value.none : try t.str(codePoint: scanner.conversion)
        return try piece(
          t, literal, try t.substring(text, scanner.nameStart, scanner.nameEnd), try t.substring(text, scanner.specStart, scanner.specEnd), conversion)
      },
    ])

  private static func piece(_ t: Thread, _ literal: Value, _ name: Value, _ spec: Value, _ conversion: Value) throws(Raised) -> Value {
    let result = try t.tuple(count: 4)
    result.items[0] = literal
    result.items[1] = name
    result.items[2] = spec
    result.items[3] = conversion
    return Value(result)
  }

  /// Pairs: whether a part of a name is an attribute's, and the name or key.
  private static let parts = TypeSpec(
    "_string.fieldnameiterator",
    functions: [
      iterSelf,
      NativeFunctionSpec("__next__(self, /)", "Implement next(self).") { t, a throws(Raised) in
        let me = a.object(0, FormatterIteratorObject.self)
        let text = try unfinished(t, me)
        var scanner = BraceScanner(t, text, me.position, text.count)
        var isAttribute = false
        let part = try scanner.nextPart(isAttribute: &isAttribute)
        me.position = scanner.at
        return try t.tuple(Value(isAttribute), part)
      },
    ])

  // MARK: Formatter

  private static func call(_ t: Thread, _ me: Value, _ name: StaticString, _ arguments: Value...) throws(Raised) -> Value {
    let method = try t.getAttribute(me, try t.intern(name))
    let given = try t.tuple(count: arguments.count)
    for i in 0..<arguments.count { given.items[i] = arguments[i] }
    return try t.call(method, tuple: Value(given), dict: .null)
  }

  static let formatter = TypeSpec(
    "string.Formatter",
    functions: [
      NativeFunctionSpec("format(self, format_string, /, *args, **kwargs)") { t, a throws(Raised) in try call(t, a[0], "vformat", a[1], a[2], a[3]) },
      NativeFunctionSpec("vformat(self, format_string, args, kwargs)") { t, a throws(Raised) in
        let used = try t.call(Value(t.types.set))
        let result = try call(t, a[0], "_vformat", a[1], a[2], a[3], used, Value(small: 2))
        let text = try t.items(of: result, count: 2)[0]
        _ = try call(t, a[0], "check_unused_args", used, a[2], a[3])
        return text
      },
      NativeFunctionSpec("_vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0)") { t, a throws(Raised) in
        try expand(t, a)
      },
      NativeFunctionSpec("get_value(self, key, args, kwargs)") { t, a throws(Raised) in
        try t.getItem(t.isInstance(a[1], of: t.types.int) ? a[2] : a[3], a[1])
      },
      NativeFunctionSpec("check_unused_args(self, used_args, args, kwargs)") { _, _ throws(Raised) in .none },
      NativeFunctionSpec("format_field(self, value, format_spec)") { t, a throws(Raised) in
        guard a[2].isKind(.str) else { throw t.raise(t.types.typeError, "format() argument 2 must be str, not %B", a[2]) }
        return try t.format(a[1], a[2])
      },
      NativeFunctionSpec("convert_field(self, value, conversion)") { t, a throws(Raised) in
        if a[2].isNone { return a[1] }
        if try t.equals(a[2], try t.str("s")) { return try t.str(of: a[1]) }
        if try t.equals(a[2], try t.str("r")) { return try t.repr(a[1]) }
        if try t.equals(a[2], try t.str("a")) { return try t.ascii(a[1]) }
        throw t.raise(t.types.valueError, "Unknown conversion specifier %S", a[2])
      },
      NativeFunctionSpec("parse(self, format_string)") { t, a throws(Raised) in
        try t.call(try t.getAttribute(try t.importModule(try t.str("_string")), try t.intern("formatter_parser")), a[1])
      },
      NativeFunctionSpec("get_field(self, field_name, args, kwargs)") { t, a throws(Raised) in
        let module = try t.importModule(try t.str("_string"))
        let split = try t.items(of: try t.call(try t.getAttribute(module, try t.intern("formatter_field_name_split")), a[1]), count: 2)
        let (first, rest) = (split[0], split[1])
        var value = try call(t, a[0], "get_value", first, a[2], a[3])
        while true {
          let next = try t.next(rest)
          if next.isNull { return try t.tuple(value, first) }
          let part = try t.items(of: next, count: 2)
          value = part[0] == .true ? try t.getAttribute(value, part[1]) : try t.getItem(value, part[1])
        }
      },
    ])

  /// `_vformat`: the text with its fields replaced, and the number of the next field without a name (False where fields have numbers).
  private static func expand(_ t: Thread, _ a: Slots) throws(Raised) -> Value {
    let (me, used, depth) = (a[0], a[4], a[5])
    var automatic = a[6]
    if try t.truth(try t.compare(.less, depth, Value(small: 0))) { throw t.raise(t.types.valueError, "Max string recursion exceeded") }
    let below = try t.binary(.subtract, depth, Value(small: 1))
    let result = try t.list()
    let pieces = try t.iterator(of: try call(t, me, "parse", a[1]))
    while true {
      try t.pollNative()
      let next = try t.next(pieces)
      if next.isNull { break }
      let piece = try t.items(of: next, count: 4)
      let (literal, name, inner, conversion) = (piece[0], piece[1], piece[2], piece[3])
      if try t.truth(literal) { try t.append(result, literal) }
      if name.isNone { continue }
      let field = try t.items(of: try call(t, me, "get_field", try numbered(t, name, &automatic), a[2], a[3]), count: 2)
      let (found, argument) = (field[0], field[1])
      _ = try call(t, used, "add", argument)
      let value = try call(t, me, "convert_field", found, conversion)
      let spec = try t.items(of: try call(t, me, "_vformat", inner, a[2], a[3], used, below, automatic), count: 2)
      let shown = spec[0]
      automatic = spec[1]
      try t.append(result, try call(t, me, "format_field", value, shown))
    }
    return try t.tuple(try call(t, t.interpreter.emptyStr, "join", Value(result)), automatic)
  }

  /// The name of a field, which begins with a number if it has none.
  private static func numbered(_ t: Thread, _ name: Value, _ automatic: inout Value) throws(Raised) -> Value {
    var isEmpty = try t.equals(name, t.interpreter.emptyStr)
    var isNumber = false
    if t.has(.fieldsByFirstPart) {
      let text = try checked(t, name)
      var scanner = BraceScanner(t, text, 0, text.count)
      let end = scanner.skipFirstName()
      isEmpty = end == 0
      isNumber = try scanner.index(0, end) != nil
    } else if !isEmpty {
      isNumber = try t.truth(try call(t, name, "isdigit"))
    }
    if isEmpty {
      if automatic == .false {
        throw t.raise(t.types.valueError, "cannot switch from manual field specification to automatic field numbering")
      }
      let number = try t.str(of: automatic)
      automatic = try t.binary(.add, automatic, Value(small: 1))
      return try t.binary(.add, number, name)
    }
    if isNumber {
      if try t.truth(automatic) { throw t.raise(.mixedFieldNumbers) }
      automatic = .false
    }
    return name
  }
}
