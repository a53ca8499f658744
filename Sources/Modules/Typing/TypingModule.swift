import Builtins
import Runtime

/// A minimal face of module `typing` (CPython: Lib/typing.py): names for annotations, NamedTuple, Protocol, NewType.
enum Typing {
  static let module = ModuleSpec(
    "typing", doc: "The typing module: Support for gradual typing as defined by PEP 484 and subsequent PEPs.", functions: (functions + TypingSubstitution.functions).map { $0.asLibraryFunction }
  ) { t, m throws(Raised) in try addNames(t, m) }

  static func named(_ t: Thread, _ name: StaticString) throws(Raised) -> Value {
    try t.getAttribute(try t.importModule(t.name(.typing)), try t.intern(name))
  }

  private static let plainForms: [(StaticString, SpecialFormObject.Rule)] = [
    ("Self", .plain), ("Never", .plain), ("NoReturn", .plain), ("LiteralString", .plain), ("TypeAlias", .plain), ("Optional", .optional),
    ("Union", .union), ("Literal", .literal), ("Annotated", .annotated), ("ClassVar", .single), ("Final", .single), ("Required", .single),
    ("NotRequired", .single), ("ReadOnly", .single), ("TypeGuard", .single), ("TypeIs", .single), ("Unpack", .single), ("Concatenate", .many),
  ]

  /// Names for classes of other modules; an empty module name means builtins.
  private static let aliases: [(name: StaticString, module: StaticString, origin: StaticString)] = [
    ("List", "builtins", "list"), ("Dict", "builtins", "dict"), ("Set", "builtins", "set"), ("FrozenSet", "builtins", "frozenset"),
    ("Type", "builtins", "type"), ("Deque", "collections", "deque"), ("DefaultDict", "collections", "defaultdict"),
    ("OrderedDict", "collections", "OrderedDict"), ("Counter", "collections", "Counter"), ("ChainMap", "collections", "ChainMap"),
    ("AbstractSet", "collections.abc", "Set"), ("ByteString", "collections.abc", "ByteString"), ("Container", "collections.abc", "Container"),
    ("Hashable", "collections.abc", "Hashable"), ("ItemsView", "collections.abc", "ItemsView"), ("Iterable", "collections.abc", "Iterable"),
    ("Iterator", "collections.abc", "Iterator"), ("KeysView", "collections.abc", "KeysView"), ("Mapping", "collections.abc", "Mapping"),
    ("MappingView", "collections.abc", "MappingView"), ("MutableMapping", "collections.abc", "MutableMapping"),
    ("MutableSequence", "collections.abc", "MutableSequence"), ("MutableSet", "collections.abc", "MutableSet"),
    ("Sequence", "collections.abc", "Sequence"), ("Sized", "collections.abc", "Sized"), ("ValuesView", "collections.abc", "ValuesView"),
    ("Awaitable", "collections.abc", "Awaitable"), ("AsyncIterator", "collections.abc", "AsyncIterator"),
    ("AsyncIterable", "collections.abc", "AsyncIterable"), ("Coroutine", "collections.abc", "Coroutine"),
    ("Collection", "collections.abc", "Collection"), ("AsyncGenerator", "collections.abc", "AsyncGenerator"),
    ("Reversible", "collections.abc", "Reversible"), ("Generator", "collections.abc", "Generator"),
  ]

  private static func addNames(_ t: Thread, _ m: Ref<ModuleObject>) throws(Raised) {
    let formType = try t.addType(m, specialForm, SpecialFormObject.self, flags: [])
    try t.addType(m, genericAlias, TypingAliasObject.self, flags: [])
    for (name, rule) in plainForms { try addForm(t, m, formType, name, rule, .null) }
    for alias in aliases {
      let home = try t.importModule(try t.str(alias.module))
      try addForm(t, m, formType, alias.name, .alias, try t.getAttribute(home, try t.intern(alias.origin)))
    }
    try addForm(t, m, formType, "Tuple", .tuple, Value(t.types.tuple))
    try addForm(t, m, formType, "Callable", .callable, try CollectionsABC.named(t, "Callable"))
    let types = t.types
    for (name, type) in [
      ("Generic", types.generic), ("TypeVar", types.typeVar), ("TypeVarTuple", types.typeVarTuple), ("ParamSpec", types.paramSpec),
      ("ParamSpecArgs", types.paramSpecArgs), ("ParamSpecKwargs", types.paramSpecKwargs), ("TypeAliasType", types.typeAliasType),
      ("Text", types.str),
    ] as [(StaticString, Ref<TypeObject>)] { try t.addConstant(m, name, Value(type)) }
    if t.has(.unionIsTypingUnion) { try t.addConstant(m, "Union", Value(types.unionType)) }
    try t.addConstant(m, "TYPE_CHECKING", .false)
    try t.addConstant(m, "NoDefault", try TypeVariables.noDefault(t))
    try addClasses(t, m)
  }

  private static func addForm(
    _ t: Thread, _ m: Ref<ModuleObject>, _ type: Ref<TypeObject>, _ name: StaticString, _ rule: SpecialFormObject.Rule, _ origin: Value
  ) throws(Raised) {
    let form = try t.make(SpecialFormObject.self, type)
    form.name = try t.intern(name)
    form.origin = origin
    form.rule = rule
    try t.addConstant(m, name, Value(form))
  }

  // MARK: Functions

  private static func mark(_ t: Thread, _ v: Value, _ name: StaticString) throws(Raised) -> Value {
    do throws(Raised) { try t.setAttribute(v, try t.intern(name), .true) } catch {
      guard t.matches(t.exception, t.types.attributeError) || t.matches(t.exception, t.types.typeError) else { throw error }
      _ = t.takeException()
    }
    return v
  }

  private static let functions: [NativeFunctionSpec] = [
    NativeFunctionSpec("cast(typ, val)", "Cast a value to a type.  This returns the value unchanged.") { _, a throws(Raised) in a[1] },
    NativeFunctionSpec("assert_type(val, typ, /)", "Ask a static type checker to confirm that the value is of the given type.") {
      _, a throws(Raised) in a[0]
    },
    NativeFunctionSpec("assert_never(arg, /)", "Statically assert that a line of code is unreachable.") { t, a throws(Raised) in
      throw t.raise(t.types.assertionError, "Expected code to be unreachable, but got: %R", a[0])
    },
    NativeFunctionSpec("final(f)", "Decorator to indicate final methods and final classes.") { t, a throws(Raised) in try mark(t, a[0], "__final__") },
    NativeFunctionSpec("override(method, /)", "Indicate that a method is intended to override a method in a base class.") { t, a throws(Raised) in
      try mark(t, a[0], "__override__")
    },
    NativeFunctionSpec("no_type_check(arg)", "Decorator to indicate that annotations are not type hints.") { t, a throws(Raised) in
      try mark(t, a[0], "__no_type_check__")
    },
    NativeFunctionSpec("overload(func)", "Decorator for overloaded functions/methods.") { t, _ throws(Raised) in
      try t.libraryFunction(overloaded, .none, module: t.name(.typing))
    },
    NativeFunctionSpec("dataclass_transform(**kwargs)", "Decorator to mark an object as providing dataclass-like behaviour.") { t, _ throws(Raised) in
      Value(try t.closure(identity, .none))
    },
    NativeFunctionSpec("get_origin(tp)", "Get the unsubscripted version of a type.") { t, a throws(Raised) in
      if isAlias(t, a[0]) {
        let alias = a.object(0, TypingAliasObject.self)
        return alias.form.rule == .annotated ? Value(alias.form) : alias.origin
      }
      if t.isInstance(a[0], of: t.types.unionType) { return Value(t.types.unionType) }
      if a[0] == Value(t.types.generic) { return a[0] }
      if a[0].isKind(.type) { return .none }
      let origin = try t.getAttributeOrNull(a[0], .__origin__)
      return origin.isNull ? .none : origin
    },
    NativeFunctionSpec("get_args(tp)", "Get type arguments with all substitutions performed.") { t, a throws(Raised) in try typeArguments(t, a[0]) },
    NativeFunctionSpec("get_type_hints(obj, globalns=None, localns=None, include_extras=False)", "Return type hints for an object.") {
      t, a throws(Raised) in try typeHints(t, a[0])
    },
    NativeFunctionSpec("runtime_checkable(cls)", "Mark a protocol class as a runtime protocol.") { t, a throws(Raised) in
      let isProtocol = try t.getAttributeOrNull(a[0], try t.intern("_is_protocol"))
      guard isProtocol == .true else {
        throw t.raise(t.types.typeError, "@runtime_checkable can be only applied to protocol classes, got %R", a[0])
      }
      try t.setAttribute(a[0], try t.intern("_is_runtime_protocol"), .true)
      return a[0]
    },
  ]

  private static let identity = NativeFunctionSpec("decorator(unused, /, cls_or_fn)") { _, a throws(Raised) in a[1] }

  private static let overloaded = NativeFunctionSpec("_overload_dummy(unused, /, *args, **kwds)") { t, _ throws(Raised) in
    throw t.raise(
      t.types.notImplementedError,
      "You should not call an overloaded function. A series of @overload-decorated functions outside a stub module should always be followed by an implementation that is not @overload-ed."
    )
  }

  private static func typeArguments(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    if v.isKind(.type) { return t.interpreter.emptyTuple }
    let arguments = try t.getAttributeOrNull(v, .__args__)
    guard arguments.isKind(.tuple) else { return t.interpreter.emptyTuple }
    let items = arguments.tupleSlots
    let callable = try CollectionsABC.named(t, "Callable")
    let origin = try t.getAttributeOrNull(v, .__origin__)
    if origin == callable && items.count > 0 && items[0] != .ellipsis {
      return try t.tuple(try t.list(copying: items.prefix(items.count - 1)), items[items.count - 1])
    }
    if isAlias(t, v), v.unchecked(as: TypingAliasObject.self).form.rule == .annotated {
      return try Functools.concatenate(t, items, v.unchecked(as: TypingAliasObject.self).metadata.tupleSlots)
    }
    return arguments
  }

  private static func typeHints(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    let result = try t.dict()
    let sources = try t.list()
    if v.isKind(.type) {
      let mro = v.unchecked(as: TypeObject.self).mro.tupleSlots
      for i in (0..<mro.count).reversed() {
        var own = t.dictGet(mro[i].unchecked(as: TypeObject.self).dict, interned: t.name(.__annotations__))
        // Annotations that are computed when they are first asked for.
        if t.has(.deferredAnnotations), mro[i].unchecked(as: TypeObject.self).flags.contains(.heap) {
          own = try t.getAttributeOrNull(mro[i], .__annotations__)
        }
        if own.isKind(.dict) { try t.append(sources, own) }
      }
    } else {
      let own = try t.getAttributeOrNull(v, .__annotations__)
      guard own.isKind(.dict) else { throw t.raise(.hintsOfOther, v) }
      try t.append(sources, own)
    }
    for i in 0..<sources.count {
      var position = 0
      while let entry = t.dictNext(sources.items[i].unchecked(), &position) {
        let hint = try resolved(t, entry.value, names: try namespace(t, of: v))
        try t.dictSet(result, entry.key, hint.isNone ? Value(t.types.none) : hint)
      }
    }
    return Value(result)
  }

  /// The namespace in which annotations of `v` are looked up: the globals of a function, or the module of a class.
  private static func namespace(_ t: Thread, of v: Value) throws(Raised) -> Value {
    let globals = try t.getAttributeOrNull(v, try t.intern("__globals__"))
    if !globals.isNull { return globals }
    let name = try t.getAttributeOrNull(v, .__module__)
    let modules = t.dictGet(t.interpreter.sysDict, interned: t.name(.modules))
    guard modules.isKind(.dict), name.isKind(.str) else { return Value(try t.dict()) }
    let module = try t.dictGet(modules.unchecked(), name)
    return module.isKind(.module) ? Value(module.unchecked(as: ModuleObject.self).dict) : Value(try t.dict())
  }

  /// A hint that is a str is the name of a type, perhaps with attributes (there is no compiler for more): what it names, if it names something.
  private static func resolved(_ t: Thread, _ hint: Value, names: Value) throws(Raised) -> Value {
    guard hint.isKind(.str), names.isKind(.dict) else { return hint }
    let parts = try t.list(from: try t.callMethod(hint, .split, try t.str(".")))
    var found = Value.null
    for i in 0..<parts.count {
      guard try Collections.isIdentifier(t, parts.items[i]) else { return hint }
      let name = t.intern(parts.items[i])
      if i > 0 {
        found = try t.getAttribute(found, name)
        continue
      }
      found = try t.dictGet(names.unchecked(), name)
      if found.isNull { found = t.dictGet(t.interpreter.builtins, interned: name) }
      if found.isNull { throw t.raise(t.types.nameError, "name %R is not defined", name) }
    }
    return found
  }
}
