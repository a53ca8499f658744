/// A Python type (class). Everything that instances need at run time is here; attributes are in `dict`.
@frozen
public struct TypeObject: HeapCell {
  public var header: ObjectHeader
  // traced
  /// `__name__` (str).
  public var name: Value
  /// `__qualname__` (str).
  public var qualifiedName: Value
  /// The class namespace.
  public var dict: Ref<DictObject>
  /// tuple of bases.
  public var bases: Value
  /// tuple of types, this one first.
  public var mro: Value
  /// `__base__`: the base whose layout instances have; none only for object.
  public var base: Ref<TypeObject>
  /// list of direct subclasses.
  public var subclasses: Value
  /// The shape of an instance without attributes; none if instances have no shape.
  public var rootShape: Ref<ShapeObject>
  /// The shape of instances that keep their attributes in a dict; none until one is needed.
  public var dictionaryShape: Ref<ShapeObject>
  /// The `__init__` found along the MRO, or null until asked; valid while `version` is the one it was found for.
  public var cachedInit: Value
  public var cachedNew: Value
  /// `__doc__`-independent data of native types: anything the owner wants traced.
  public var nativeData: Value
  // raw
  public var flags: TypeFlags
  /// Layout of instances.
  public var instanceKind: Kind
  /// Changes whenever an attribute of the type or of one of its bases changes; unique over all types of the interpreter.
  public var version: UInt64
  /// Fixed size of an instance in bytes, header included, without the words below.
  public var basicSize: Int
  /// Words behind the fixed part that hold `__slots__` members and, if `dictWord` >= 0, the `__dict__`.
  public var extraWords: Int
  /// Index among the extra words of the word that holds the instance's `__dict__`; -1 none, -2 the instance has a shape instead.
  public var dictWord: Int
  /// How many attributes an instance of kind `.instance` keeps inline (grows with experience; only new instances profit).
  public var inlineSlots: Int
  /// Index of a native type's tables in the interpreter's registry, whose attributes are added to `dict` when first asked for; -1 for Python
  /// classes, or when done.
  public var specIndex: Int
  /// Version for which `cachedInit` and `cachedNew` were found.
  public var cachedVersion: UInt64
}

extension Ref where T == TypeObject {
  @inlinable @inline(__always) public var name: Value { get { layout.name } nonmutating set { layout.name = newValue } }
  @inlinable @inline(__always) public var qualifiedName: Value {
    get { layout.qualifiedName } nonmutating set { layout.qualifiedName = newValue }
  }
  @inlinable @inline(__always) public var dict: Ref<DictObject> { get { layout.dict } nonmutating set { layout.dict = newValue } }
  @inlinable @inline(__always) public var bases: Value { get { layout.bases } nonmutating set { layout.bases = newValue } }
  @inlinable @inline(__always) public var mro: Value { get { layout.mro } nonmutating set { layout.mro = newValue } }
  @inlinable @inline(__always) public var base: Ref<TypeObject> { get { layout.base } nonmutating set { layout.base = newValue } }
  @inlinable @inline(__always) public var subclasses: Value { get { layout.subclasses } nonmutating set { layout.subclasses = newValue } }
  @inlinable @inline(__always) public var rootShape: Ref<ShapeObject> {
    get { layout.rootShape } nonmutating set { layout.rootShape = newValue }
  }
  @inlinable @inline(__always) public var dictionaryShape: Ref<ShapeObject> {
    get { layout.dictionaryShape } nonmutating set { layout.dictionaryShape = newValue }
  }
  @inlinable @inline(__always) public var cachedInit: Value { get { layout.cachedInit } nonmutating set { layout.cachedInit = newValue } }
  @inlinable @inline(__always) public var cachedNew: Value { get { layout.cachedNew } nonmutating set { layout.cachedNew = newValue } }
  @inlinable @inline(__always) public var nativeData: Value { get { layout.nativeData } nonmutating set { layout.nativeData = newValue } }
  @inlinable @inline(__always) public var flags: TypeFlags { get { layout.flags } nonmutating set { layout.flags = newValue } }
  @inlinable @inline(__always) public var instanceKind: Kind {
    get { layout.instanceKind } nonmutating set { layout.instanceKind = newValue }
  }
  @inlinable @inline(__always) public var version: UInt64 { get { layout.version } nonmutating set { layout.version = newValue } }
  @inlinable @inline(__always) public var basicSize: Int { get { layout.basicSize } nonmutating set { layout.basicSize = newValue } }
  @inlinable @inline(__always) public var extraWords: Int { get { layout.extraWords } nonmutating set { layout.extraWords = newValue } }
  @inlinable @inline(__always) public var dictWord: Int { get { layout.dictWord } nonmutating set { layout.dictWord = newValue } }
  @inlinable @inline(__always) public var inlineSlots: Int { get { layout.inlineSlots } nonmutating set { layout.inlineSlots = newValue } }
  @inlinable @inline(__always) public var specIndex: Int { get { layout.specIndex } nonmutating set { layout.specIndex = newValue } }
  @inlinable @inline(__always) public var cachedVersion: UInt64 {
    get { layout.cachedVersion } nonmutating set { layout.cachedVersion = newValue }
  }
}

@frozen
public struct TypeFlags: OptionSet, BitwiseCopyable, Sendable {
  public var rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }
  /// May be subclassed.
  @inlinable public static var base: TypeFlags { TypeFlags(rawValue: 1) }
  /// Made by a class statement or type(): attributes may be set.
  @inlinable public static var heap: TypeFlags { TypeFlags(rawValue: 2) }
  /// Some class of the MRO but object defines `__getattribute__`.
  @inlinable public static var customGetAttribute: TypeFlags { TypeFlags(rawValue: 4) }
  /// Some class of the MRO defines `__getattr__`.
  @inlinable public static var hasGetAttr: TypeFlags { TypeFlags(rawValue: 8) }
  /// Either of the two. (A literal of two flags may become an array that is made when it is used.)
  @inlinable public static var attributeHooks: TypeFlags { TypeFlags(rawValue: 4 | 8) }
  /// Some class of the MRO but object defines `__setattr__` or `__delattr__`.
  @inlinable public static var customSetAttribute: TypeFlags { TypeFlags(rawValue: 16) }
  /// Has `__get__`: instances in a class are descriptors.
  @inlinable public static var descriptor: TypeFlags { TypeFlags(rawValue: 32) }
  /// Has `__set__` or `__delete__`: instances are data descriptors.
  @inlinable public static var dataDescriptor: TypeFlags { TypeFlags(rawValue: 64) }
  /// Has `__del__`.
  @inlinable public static var finalizer: TypeFlags { TypeFlags(rawValue: 128) }
  /// Pattern matching: instances match a sequence pattern, a mapping pattern.
  @inlinable public static var sequence: TypeFlags { TypeFlags(rawValue: 256) }
  @inlinable public static var mapping: TypeFlags { TypeFlags(rawValue: 512) }
  /// A class pattern with one positional sub-pattern matches the subject itself.
  @inlinable public static var matchSelf: TypeFlags { TypeFlags(rawValue: 1024) }
  /// Is a metaclass (a subclass of type).
  @inlinable public static var metaclass: TypeFlags { TypeFlags(rawValue: 2048) }
  /// Subclass of BaseException.
  @inlinable public static var exception: TypeFlags { TypeFlags(rawValue: 4096) }
  /// Abstract: instantiation is refused while `__abstractmethods__` is not empty.
  @inlinable public static var abstract: TypeFlags { TypeFlags(rawValue: 8192) }
  /// A function of Python or native: in a class, a method call passes self without making a bound method.
  @inlinable public static var methodLike: TypeFlags { TypeFlags(rawValue: 16384) }
  /// Cannot be instantiated by calling it.
  @inlinable public static var noConstructor: TypeFlags { TypeFlags(rawValue: 32768) }
  /// A native type whose instances have nothing but a `__dict__`, or a class with that layout: `object.__new__` makes its instances.
  @inlinable public static var bare: TypeFlags { TypeFlags(rawValue: 65536) }
}

/// The attributes that instances of one class have in common: a path in a tree of additions, as hidden classes in Self and V8.
/// An instance whose attributes went another way (deleted, too many, `__dict__` taken) has the type's dictionary shape: `isDictionary`.
@frozen
public struct ShapeObject: HeapCell {
  public var header: ObjectHeader
  // traced
  public var type: Ref<TypeObject>
  public var parent: Ref<ShapeObject>
  /// The name that this shape adds to its parent (str); null for a root.
  public var name: Value
  /// The shapes that add one name to this one: none, or one shape, or a dict name -> shape (as values).
  public var firstChild: Ref<ShapeObject>
  public var children: Ref<DictObject>
  // raw
  /// Number of attributes: the name of this shape has index count - 1.
  public var count: Int
  public var isDictionary: Bool
}

extension Ref where T == ShapeObject {
  @inlinable @inline(__always) public var type: Ref<TypeObject> { get { layout.type } nonmutating set { layout.type = newValue } }
  @inlinable @inline(__always) public var parent: Ref<ShapeObject> { get { layout.parent } nonmutating set { layout.parent = newValue } }
  @inlinable @inline(__always) public var name: Value { get { layout.name } nonmutating set { layout.name = newValue } }
  @inlinable @inline(__always) public var firstChild: Ref<ShapeObject> {
    get { layout.firstChild } nonmutating set { layout.firstChild = newValue }
  }
  @inlinable @inline(__always) public var children: Ref<DictObject> {
    get { layout.children } nonmutating set { layout.children = newValue }
  }
  @inlinable @inline(__always) public var count: Int { get { layout.count } nonmutating set { layout.count = newValue } }
  @inlinable @inline(__always) public var isDictionary: Bool {
    get { layout.isDictionary } nonmutating set { layout.isDictionary = newValue }
  }
}

/// An instance of a Python class with object's layout: `header.small` inline slots; more in `overflow`.
/// With `__slots__` members, these come first among the inline slots (`type.extraWords` of them).
@frozen
public struct InstanceObject: HeapCell {
  public var header: ObjectHeader
  public var shape: Ref<ShapeObject>
  /// A `.valueBuffer` for the attributes that do not fit inline; or the `DictObject` if the shape is a dictionary shape; or none.
  public var overflow: Value
  // slots inline
}

extension Ref where T == InstanceObject {
  @inlinable @inline(__always) public var shape: Ref<ShapeObject> { get { layout.shape } nonmutating set { layout.shape = newValue } }
  @inlinable @inline(__always) public var overflow: Value { get { layout.overflow } nonmutating set { layout.overflow = newValue } }

  @inlinable @inline(__always) public var slots: SlotPointer { trailingSlots }
}
