import Builtins
import Runtime

/// An instance of struct.Struct.
struct StructObject: NativeLayout {
  var header: ObjectHeader
  /// The format, a str; null until `__init__` ran.
  var text: Value
  var parsed: StructFormat
  static let tracedWords = 2
}

extension Ref where T == StructObject {
  @inline(__always) var text: Value { get { layout.text } nonmutating set { layout.text = newValue } }
  @inline(__always) var parsed: StructFormat { get { layout.parsed } nonmutating set { layout.parsed = newValue } }
}

/// Iterates over the structs in a buffer.
struct UnpackIteratorObject: NativeLayout {
  var header: ObjectHeader
  /// A memoryview of the buffer; null when exhausted.
  var view: Value
  var parsed: StructFormat
  var index: Int
  static let tracedWords = 2
}

extension Ref where T == UnpackIteratorObject {
  @inline(__always) var view: Value { get { layout.view } nonmutating set { layout.view = newValue } }
  @inline(__always) var parsed: StructFormat { get { layout.parsed } nonmutating set { layout.parsed = newValue } }
  @inline(__always) var index: Int { get { layout.index } nonmutating set { layout.index = newValue } }
}

extension StructModule {
  static let type = TypeSpec(
    "_struct.Struct", doc: "Struct(fmt) --> compiled struct object",
    functions: [OwnAccessors.getting] + OwnAccessors.changing + [
      .init("__new__(cls, /, *args, **kwargs)", "Create and return a new object.  See help(type) for accurate signature.") { t, a throws(Raised) in
        Value(try t.make(StructObject.self, a[0]))
      },
      .init("__init__(self, /, format)", "Initialize self.  See help(type(self)) for accurate signature.") { t, a throws(Raised) in
        try StructModule.initialize(t, a[0].unchecked(), a[1])
        return .none
      },
      .init("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in
        let me = try StructModule.checked(t, a[0])
        return try t.text("%S(%R)", t.typeOf(a[0]).name, me.text)
      },
      .init("pack(self, /, *v)", "Return the values v1, v2, ... packed as bytes.") { t, a throws(Raised) in
        let me = try StructModule.checked(t, a[0])
        return try StructModule.pack(t, me.parsed, a[1].tupleSlots)
      },
      .init("pack_into(self, /, *arguments)", "Pack values v1, v2, ... into the buffer, starting at offset.") { t, a throws(Raised) in
        let me = try StructModule.checked(t, a[0])
        return try StructModule.packInto(t, me.parsed, a[1].tupleSlots)
      },
      .init("unpack(self, buffer, /)", "Return a tuple containing unpacked values.\n\nThe buffer's size in bytes must be Struct.size.") {
        t, a throws(Raised) in
        let me = try StructModule.checked(t, a[0])
        return try StructModule.unpack(t, me.parsed, a[1])
      },
      .init("unpack_from(self, /, buffer, offset=0)", "Return a tuple containing unpacked values, beginning at offset.") { t, a throws(Raised) in
        let me = try StructModule.checked(t, a[0])
        return try StructModule.unpackFrom(t, me.parsed, a[1], a[2])
      },
      .init("iter_unpack(self, buffer, /)", "Return an iterator yielding tuples unpacked from the given bytes.") { t, a throws(Raised) in
        let me = try StructModule.checked(t, a[0])
        return try StructModule.iterate(t, me.parsed, a[1])
      },
      .init("__sizeof__(self, /)", "S.__sizeof__() -> size of S in memory, in bytes") { t, a throws(Raised) in
        let me = try StructModule.checked(t, a[0])
        return Value(small: MemoryLayout<StructObject>.size + (me.parsed.fieldCount + 1) * MemoryLayout<StructField>.stride)
      },
    ],
    attributes: [
      .init("format", "struct format string", get: { t, a throws(Raised) in try StructModule.checked(t, a[0]).text }),
      .init("size", "struct size in bytes", get: { t, a throws(Raised) in try StructModule.size(t, a[0].unchecked()) }),
    ])

  private static func size(_ t: Thread, _ me: Ref<StructObject>) throws(Raised) -> Value {
    me.text.isNull ? Value(small: -1) : try t.int(me.parsed.size)
  }

  /// A Struct that is initialized.
  private static func checked(_ t: Thread, _ v: Value) throws(Raised) -> Ref<StructObject> {
    let me: Ref<StructObject> = v.unchecked()
    if !me.text.isNull { return me }
    if t.has(.uninitializedStructs) { throw t.raise(t.types.runtimeError, "Struct object is not initialized") }
    let empty = try StructFormat.make(t, room: 0)
    empty.size = -1
    empty.itemCount = -1
    me.parsed = empty
    me.text = t.interpreter.emptyStr
    return me
  }

  private static func initialize(_ t: Thread, _ me: Ref<StructObject>, _ format: Value) throws(Raised) {
    let text = try formatBytes(t, format)
    let parsed = try StructParser.parse(t, text)
    me.text = try t.str(latin1: text.base, count: text.count)
    me.parsed = parsed
  }

  // MARK: The iterator

  static let iteratorType = TypeSpec(
    "_struct.unpack_iterator",
    functions: [
      .init("__new__(cls, /, *args, **kwargs)", "Create and return a new object.  See help(type) for accurate signature.") { t, a throws(Raised) in
        throw t.raise(t.types.typeError, "Cannot create '%S objects", try t.getAttribute(a[0], .__name__))
      },
      iterSelf,
      .init("__next__(self, /)", "Implement next(self).") { t, a throws(Raised) in try StructModule.next(t, a[0].unchecked()) },
      .init("__length_hint__(self, /)", "Private method returning an estimate of len(list(it)).") { t, a throws(Raised) in
        let me: Ref<UnpackIteratorObject> = a[0].unchecked()
        guard !me.view.isNull, let bytes = ByteView(t, me.view) else { return Value(small: 0) }
        return Value(small: (bytes.count - me.index) / me.parsed.size)
      },
    ])

  private static func next(_ t: Thread, _ me: Ref<UnpackIteratorObject>) throws(Raised) -> Value {
    guard !me.view.isNull, let bytes = ByteView(t, me.view) else { throw t.stopIteration() }
    if me.index >= bytes.count {
      t.release(me.view.unchecked(as: MemoryViewObject.self))
      me.view = .null
      throw t.stopIteration()
    }
    me.index += me.parsed.size
    return try StructCodec(t: t, format: me.parsed).unpack(bytes.base + me.index - me.parsed.size)
  }

  static func iterate(_ t: Thread, _ format: StructFormat, _ buffer: Value) throws(Raised) -> Value {
    if format.size <= 0 { throw error(t, "cannot iteratively unpack with a struct of length 0") }
    let bytes = try t.bufferBytes(buffer)
    if bytes.count % format.size != 0 {
      throw error(t, try t.text("iterative unpacking requires a buffer of a multiple of %S bytes", try t.int(format.size)))
    }
    let me = try t.make(UnpackIteratorObject.self, try t.typeNamedOrImport("_struct.unpack_iterator", module: "_struct"))
    me.parsed = format
    me.view = Value(try t.memoryView(of: buffer))
    return Value(me)
  }
}
