/// The body of a native function: gets its parameters bound by the signature, one slot each, in the order of the signature
/// (`self` first; `*args` is one slot with a tuple, `**kwargs` one slot with a dict; a parameter that was left out has its default).
/// Returns the result, never `Value.null`. Thin: a plain code address, no context, no reference count.
public typealias NativeBody = @convention(thin) (Thread, Slots) throws(Raised) -> Value

/// One native function or method, as data. The signature is CPython's text: `split(self, /, sep=None, maxsplit=-1)`. It drives argument
/// parsing, error messages and `__text_signature__`. Defaults may be None, True, False, ints, floats, '' strings, () or `<unrepresentable>`
/// (the slot is then `Value.null` if the argument is missing). Methods named after a slot of CPython's types become slot wrappers.
public struct NativeFunctionSpec: Sendable {
  public enum Binding: UInt8, Sendable {
    case method, classMethod, staticMethod, function
    /// A plain method although there is a slot of its name (METH_COEXIST): faster to call in CPython, and told apart by type and messages.
    case coexisting
    /// A function that CPython writes in Python: it is called `function`, binds to an instance as one, and complains of arguments as one does.
    case library
  }
  public let signature: StaticString
  public let doc: StaticString
  public let binding: Binding
  public let body: NativeBody

  public init(_ signature: StaticString, _ doc: StaticString = "", binding: Binding = .method, _ body: NativeBody) {
    self.signature = signature; self.doc = doc; self.binding = binding; self.body = body
  }

  /// The same as a function that CPython writes in Python; class methods and static methods stay what they are.
  public var asLibraryFunction: NativeFunctionSpec {
    binding == .method || binding == .function ? NativeFunctionSpec(signature, doc, binding: .library, body) : self
  }
}

/// A computed attribute of a native type. The getter's slots: self. The setter's: self, value (null = delete).
public struct NativeAttributeSpec: Sendable {
  public let name: StaticString
  public let doc: StaticString
  public let getter: NativeBody
  public let setter: NativeBody?

  public init(_ name: StaticString, _ doc: StaticString = "", get: NativeBody, set: NativeBody? = nil) {
    self.name = name; self.doc = doc; self.getter = get; self.setter = set
  }
}

/// What a native type has: found by the type's qualified name (`list`, `itertools.count`). For the types of `BuiltinTypes` the layout is in
/// `BuiltinTypes.layout` and only `functions`, `attributes`, `doc`, `constants` are used from here.
public struct TypeSpec: Sendable {
  public let name: StaticString
  public let doc: StaticString
  public let functions: [NativeFunctionSpec]
  public let attributes: [NativeAttributeSpec]
  /// Adds what is neither (`__hash__ = None`, constants); called after the rest with the type's namespace.
  public let finish: (@convention(thin) (Thread, Ref<TypeObject>) throws(Raised) -> Void)?

  public init(
    _ name: StaticString, doc: StaticString = "", functions: [NativeFunctionSpec] = [], attributes: [NativeAttributeSpec] = [],
    finish: (@convention(thin) (Thread, Ref<TypeObject>) throws(Raised) -> Void)? = nil
  ) {
    self.name = name; self.doc = doc; self.functions = functions; self.attributes = attributes; self.finish = finish
  }
}

/// A native module: made when first imported.
public struct ModuleSpec: Sendable {
  public let name: StaticString
  public let doc: StaticString
  /// It has the most used part of a module that CPython writes in Python, for where that is not found.
  public let standsIn: Bool
  public let functions: [NativeFunctionSpec]
  /// Adds constants, types (`Thread.makeNativeType`) and whatever else the module has.
  public let initialize: (@convention(thin) (Thread, Ref<ModuleObject>) throws(Raised) -> Void)?

  public init(
    _ name: StaticString, doc: StaticString = "", functions: [NativeFunctionSpec] = [], standsIn: Bool = false,
    initialize: (@convention(thin) (Thread, Ref<ModuleObject>) throws(Raised) -> Void)? = nil
  ) {
    self.name = name; self.doc = doc; self.functions = functions; self.standsIn = standsIn; self.initialize = initialize
  }
}
