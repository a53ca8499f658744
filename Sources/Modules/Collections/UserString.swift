import Runtime

/// UserString: a wrapper of str made for inheritance. Most methods hand on to the str in the attribute `data`.
extension Collections {
  static let userString = TypeSpec(
    "collections.UserString",
    functions: [
      NativeFunctionSpec("__init__(self, seq)") { t, a throws(Raised) in
        let text = try t.isInstance(a[1], of: named(t, "UserString")) ? data(t, a[1]) : t.str(of: a[1])
        try t.setAttribute(a[0], try t.intern("data"), text)
        return .none
      },
      NativeFunctionSpec("__str__(self)") { t, a throws(Raised) in try t.str(of: try data(t, a[0])) },
      NativeFunctionSpec("__repr__(self)") { t, a throws(Raised) in try t.repr(try data(t, a[0])) },
      NativeFunctionSpec("__hash__(self)") { t, a throws(Raised) in try t.int(try t.hash(try data(t, a[0]))) },
      NativeFunctionSpec("__int__(self)") { t, a throws(Raised) in try t.call(Value(t.types.int), try data(t, a[0])) },
      NativeFunctionSpec("__float__(self)") { t, a throws(Raised) in try t.call(Value(t.types.float), try data(t, a[0])) },
      NativeFunctionSpec("__complex__(self)") { t, a throws(Raised) in try t.call(Value(t.types.complex), try data(t, a[0])) },
      NativeFunctionSpec("__getnewargs__(self)") { t, a throws(Raised) in try t.tuple(try t.tuple(copying: try t.list(from: try data(t, a[0])).slots)) },
      NativeFunctionSpec("__eq__(self, string)") { t, a throws(Raised) in try compareStrings(t, a, .equal) },
      NativeFunctionSpec("__lt__(self, string)") { t, a throws(Raised) in try compareStrings(t, a, .less) },
      NativeFunctionSpec("__le__(self, string)") { t, a throws(Raised) in try compareStrings(t, a, .lessOrEqual) },
      NativeFunctionSpec("__gt__(self, string)") { t, a throws(Raised) in try compareStrings(t, a, .greater) },
      NativeFunctionSpec("__ge__(self, string)") { t, a throws(Raised) in try compareStrings(t, a, .greaterOrEqual) },
      NativeFunctionSpec("__contains__(self, char)") { t, a throws(Raised) in
        Value(try t.contains(try data(t, a[0]), try plain(t, a[0], a[1])))
      },
      NativeFunctionSpec("__len__(self)") { t, a throws(Raised) in try t.int(try t.length(try data(t, a[0]))) },
      NativeFunctionSpec("__getitem__(self, index)") { t, a throws(Raised) in
        try t.call(Value(t.typeOf(a[0])), try t.getItem(try data(t, a[0]), a[1]))
      },
      NativeFunctionSpec("__add__(self, other)") { t, a throws(Raised) in
        try t.call(Value(t.typeOf(a[0])), try t.binary(.add, try data(t, a[0]), try t.str(of: try plain(t, a[0], a[1]))))
      },
      NativeFunctionSpec("__radd__(self, other)") { t, a throws(Raised) in
        try t.call(Value(t.typeOf(a[0])), try t.binary(.add, try t.str(of: a[1]), try data(t, a[0])))
      },
      NativeFunctionSpec("__mul__(self, n)") { t, a throws(Raised) in
        try t.call(Value(t.typeOf(a[0])), try t.binary(.multiply, try data(t, a[0]), a[1]))
      },
      NativeFunctionSpec("__rmul__(self, n)") { t, a throws(Raised) in
        try t.call(Value(t.typeOf(a[0])), try t.binary(.multiply, try data(t, a[0]), a[1]))
      },
      NativeFunctionSpec("__mod__(self, args)") { t, a throws(Raised) in
        try t.call(Value(t.typeOf(a[0])), try t.binary(.remainder, try data(t, a[0]), a[1]))
      },
      NativeFunctionSpec("__rmod__(self, template)") { t, a throws(Raised) in
        try t.call(Value(t.typeOf(a[0])), try t.binary(.remainder, try t.str(of: a[1]), a[0]))
      },
    ]
  ) { t, type throws(Raised) in
    for name in wrappingMethods { try addForwarder(t, type, name, wraps: true) }
    for name in plainMethods { try addForwarder(t, type, name, wraps: false) }
    try t.setAttribute(Value(type), try t.intern("maketrans"), try t.getAttribute(Value(t.types.str), try t.intern("maketrans")))
  }

  private static func plain(_ t: Thread, _ me: Value, _ v: Value) throws(Raised) -> Value {
    try t.isInstance(v, of: named(t, "UserString")) ? data(t, v) : v
  }

  private static func compareStrings(_ t: Thread, _ a: Slots, _ op: CompareOperator) throws(Raised) -> Value {
    try t.compare(op, try data(t, a[0]), try plain(t, a[0], a[1]))
  }

  /// Methods of str whose result becomes a UserString again.
  private static let wrappingMethods: [StaticString] = [
    "capitalize", "casefold", "center", "expandtabs", "ljust", "lower", "lstrip", "removeprefix", "removesuffix", "replace", "rjust", "rstrip",
    "strip", "swapcase", "title", "translate", "upper", "zfill",
  ]
  /// Methods of str whose result is given out as it is.
  private static let plainMethods: [StaticString] = [
    "count", "encode", "endswith", "find", "format", "format_map", "index", "isalpha", "isalnum", "isascii", "isdecimal", "isdigit",
    "isidentifier", "islower", "isnumeric", "isprintable", "isspace", "istitle", "isupper", "join", "partition", "rfind", "rindex",
    "rpartition", "rsplit", "split", "splitlines", "startswith",
  ]

  private static func addForwarder(_ t: Thread, _ type: Ref<TypeObject>, _ name: StaticString, wraps: Bool) throws(Raised) {
    let name = try t.intern(name)
    let body = try t.closure(wraps ? wrappingForwarder : plainForwarder, name)
    let module = t.dictGet(type.dict, interned: t.name(.__module__))
    try t.setAttribute(Value(type), name, try t.libraryFunction(body, name: name, module: module))
  }

  private static let wrappingForwarder = NativeFunctionSpec("forward(name, /, self, *args, **kwargs)") { t, a throws(Raised) in
    try t.call(Value(t.typeOf(a[1])), try forward(t, a))
  }

  private static let plainForwarder = NativeFunctionSpec("forward(name, /, self, *args, **kwargs)") { t, a throws(Raised) in try forward(t, a) }

  private static func forward(_ t: Thread, _ a: Slots) throws(Raised) -> Value {
    let given = a[2].tupleSlots
    let arguments = try t.tuple(count: given.count)
    for i in 0..<given.count { arguments.items[i] = try plain(t, a[1], given[i]) }
    return try t.call(try t.getAttribute(try data(t, a[1]), a[0]), tuple: Value(arguments), dict: a[3])
  }
}
