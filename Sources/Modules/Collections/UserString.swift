import Runtime

/// UserString: a wrapper of str made for inheritance. Most methods hand on to the str in the attribute `data`.
extension Collections {
  static let userString = TypeSpec(
    "collections.UserString",
    functions: [
      NativeFunctionSpec("__init__(self, seq)") { t, a throws(Raised) in
        let isOther = try t.isInstance(a[1], of: named(t, "UserString"))
        let text = try isOther ? data(t, a[1]) : a[1].isKind(.str) ? a[1] : t.str(of: a[1])
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
    for spec in forwarders { try addForwarder(t, type, spec) }
    try t.setAttribute(Value(type), try t.intern("maketrans"), try t.getAttribute(Value(t.types.str), try t.intern("maketrans")))
  }

  private static func plain(_ t: Thread, _ me: Value, _ v: Value) throws(Raised) -> Value {
    try t.isInstance(v, of: named(t, "UserString")) ? data(t, v) : v
  }

  private static func compareStrings(_ t: Thread, _ a: Slots, _ op: CompareOperator) throws(Raised) -> Value {
    try t.compare(op, try data(t, a[0]), try plain(t, a[0], a[1]))
  }

  /// Methods that hand on to str; the result is given out as it is, or becomes a UserString again.
  private static let forwarders: [NativeFunctionSpec] = [
    NativeFunctionSpec("capitalize(name, /, self)") { t, a throws(Raised) in try t.call(Value(t.typeOf(a[1])), try forward(t, a)) },
    NativeFunctionSpec("casefold(name, /, self)") { t, a throws(Raised) in try t.call(Value(t.typeOf(a[1])), try forward(t, a)) },
    NativeFunctionSpec("center(name, /, self, width, *args)") { t, a throws(Raised) in try t.call(Value(t.typeOf(a[1])), try forwardVariadic(t, a)) },
    NativeFunctionSpec("count(name, /, self, sub, start=<unrepresentable>, end=<unrepresentable>)") { t, a throws(Raised) in try forward(t, a) },
    NativeFunctionSpec("removeprefix(name, /, self, prefix)") { t, a throws(Raised) in try t.call(Value(t.typeOf(a[1])), try forward(t, a)) },
    NativeFunctionSpec("removesuffix(name, /, self, suffix)") { t, a throws(Raised) in try t.call(Value(t.typeOf(a[1])), try forward(t, a)) },
    NativeFunctionSpec("encode(name, /, self, encoding='utf-8', errors='strict')") { t, a throws(Raised) in try forward(t, a) },
    NativeFunctionSpec("endswith(name, /, self, suffix, start=<unrepresentable>, end=<unrepresentable>)") { t, a throws(Raised) in try forward(t, a) },
    NativeFunctionSpec("expandtabs(name, /, self, tabsize=8)") { t, a throws(Raised) in try t.call(Value(t.typeOf(a[1])), try forward(t, a)) },
    NativeFunctionSpec("find(name, /, self, sub, start=<unrepresentable>, end=<unrepresentable>)") { t, a throws(Raised) in try forward(t, a) },
    NativeFunctionSpec("format_map(name, /, self, mapping)") { t, a throws(Raised) in try forward(t, a) },
    NativeFunctionSpec("index(name, /, self, sub, start=<unrepresentable>, end=<unrepresentable>)") { t, a throws(Raised) in try forward(t, a) },
    NativeFunctionSpec("isalpha(name, /, self)") { t, a throws(Raised) in try forward(t, a) },
    NativeFunctionSpec("isalnum(name, /, self)") { t, a throws(Raised) in try forward(t, a) },
    NativeFunctionSpec("isascii(name, /, self)") { t, a throws(Raised) in try forward(t, a) },
    NativeFunctionSpec("isdecimal(name, /, self)") { t, a throws(Raised) in try forward(t, a) },
    NativeFunctionSpec("isdigit(name, /, self)") { t, a throws(Raised) in try forward(t, a) },
    NativeFunctionSpec("isidentifier(name, /, self)") { t, a throws(Raised) in try forward(t, a) },
    NativeFunctionSpec("islower(name, /, self)") { t, a throws(Raised) in try forward(t, a) },
    NativeFunctionSpec("isnumeric(name, /, self)") { t, a throws(Raised) in try forward(t, a) },
    NativeFunctionSpec("isprintable(name, /, self)") { t, a throws(Raised) in try forward(t, a) },
    NativeFunctionSpec("isspace(name, /, self)") { t, a throws(Raised) in try forward(t, a) },
    NativeFunctionSpec("istitle(name, /, self)") { t, a throws(Raised) in try forward(t, a) },
    NativeFunctionSpec("isupper(name, /, self)") { t, a throws(Raised) in try forward(t, a) },
    NativeFunctionSpec("join(name, /, self, seq)") { t, a throws(Raised) in try forward(t, a) },
    NativeFunctionSpec("ljust(name, /, self, width, *args)") { t, a throws(Raised) in try t.call(Value(t.typeOf(a[1])), try forwardVariadic(t, a)) },
    NativeFunctionSpec("lower(name, /, self)") { t, a throws(Raised) in try t.call(Value(t.typeOf(a[1])), try forward(t, a)) },
    NativeFunctionSpec("lstrip(name, /, self, chars=None)") { t, a throws(Raised) in try t.call(Value(t.typeOf(a[1])), try forward(t, a)) },
    NativeFunctionSpec("partition(name, /, self, sep)") { t, a throws(Raised) in try forward(t, a) },
    NativeFunctionSpec("replace(name, /, self, old, new, maxsplit=-1)") { t, a throws(Raised) in try t.call(Value(t.typeOf(a[1])), try forward(t, a)) },
    NativeFunctionSpec("rfind(name, /, self, sub, start=<unrepresentable>, end=<unrepresentable>)") { t, a throws(Raised) in try forward(t, a) },
    NativeFunctionSpec("rindex(name, /, self, sub, start=<unrepresentable>, end=<unrepresentable>)") { t, a throws(Raised) in try forward(t, a) },
    NativeFunctionSpec("rjust(name, /, self, width, *args)") { t, a throws(Raised) in try t.call(Value(t.typeOf(a[1])), try forwardVariadic(t, a)) },
    NativeFunctionSpec("rpartition(name, /, self, sep)") { t, a throws(Raised) in try forward(t, a) },
    NativeFunctionSpec("rstrip(name, /, self, chars=None)") { t, a throws(Raised) in try t.call(Value(t.typeOf(a[1])), try forward(t, a)) },
    NativeFunctionSpec("split(name, /, self, sep=None, maxsplit=-1)") { t, a throws(Raised) in try forward(t, a) },
    NativeFunctionSpec("rsplit(name, /, self, sep=None, maxsplit=-1)") { t, a throws(Raised) in try forward(t, a) },
    NativeFunctionSpec("splitlines(name, /, self, keepends=False)") { t, a throws(Raised) in try forward(t, a) },
    NativeFunctionSpec("startswith(name, /, self, prefix, start=<unrepresentable>, end=<unrepresentable>)") { t, a throws(Raised) in try forward(t, a) },
    NativeFunctionSpec("strip(name, /, self, chars=None)") { t, a throws(Raised) in try t.call(Value(t.typeOf(a[1])), try forward(t, a)) },
    NativeFunctionSpec("swapcase(name, /, self)") { t, a throws(Raised) in try t.call(Value(t.typeOf(a[1])), try forward(t, a)) },
    NativeFunctionSpec("title(name, /, self)") { t, a throws(Raised) in try t.call(Value(t.typeOf(a[1])), try forward(t, a)) },
    NativeFunctionSpec("translate(name, /, self, *args)") { t, a throws(Raised) in try t.call(Value(t.typeOf(a[1])), try forwardVariadic(t, a)) },
    NativeFunctionSpec("upper(name, /, self)") { t, a throws(Raised) in try t.call(Value(t.typeOf(a[1])), try forward(t, a)) },
    NativeFunctionSpec("zfill(name, /, self, width)") { t, a throws(Raised) in try t.call(Value(t.typeOf(a[1])), try forward(t, a)) },
    NativeFunctionSpec("format(name, /, self, *args, **kwds)") { t, a throws(Raised) in
      try t.call(try t.getAttribute(try data(t, a[1]), a[0]), tuple: a[2], dict: a[3])
    },
  ]

  private static func addForwarder(_ t: Thread, _ type: Ref<TypeObject>, _ spec: NativeFunctionSpec) throws(Raised) {
    let body = try t.closure(spec, t.name(.__name__))
    body.boundSelf = body.name
    let module = t.dictGet(type.dict, interned: t.name(.__module__))
    let qualifiedName = try t.text("UserString.%S", body.name)
    try t.setAttribute(Value(type), body.name, try t.libraryFunction(body, name: body.name, qualifiedName: qualifiedName, module: module))
  }

  /// Hands on the arguments that were given, UserStrings as what they hold.
  private static func forward(_ t: Thread, _ a: Slots) throws(Raised) -> Value {
    var count = a.count
    while count > 2 && a[count - 1].isNull { count -= 1 }
    let arguments = try t.tuple(count: count - 2)
    // What is left out in the middle is what str takes it for.
    for i in 2..<max(2, count) { arguments.items[i - 2] = a[i].isNull ? .none : try plain(t, a[1], a[i]) }
    return try t.call(try t.getAttribute(try data(t, a[1]), a[0]), tuple: Value(arguments), dict: .null)
  }

  /// The same with `*args` last.
  private static func forwardVariadic(_ t: Thread, _ a: Slots) throws(Raised) -> Value {
    let all = try t.list()
    for i in 2..<max(2, a.count - 1) { try t.append(all, try plain(t, a[1], a[i])) }
    let rest = a[a.count - 1].tupleSlots
    for i in 0..<rest.count { try t.append(all, try plain(t, a[1], rest[i])) }
    return try t.call(try t.getAttribute(try data(t, a[1]), a[0]), tuple: try t.tuple(copying: all.slots), dict: .null)
  }
}
