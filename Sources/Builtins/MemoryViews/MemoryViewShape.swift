import Glibc
import Runtime

/// Views with another shape or format, and the contents of a memoryview as a whole.
enum MemoryViewShape {
  typealias View = Ref<MemoryViewObject>

  static let functions: [NativeFunctionSpec] = [
    .init("tobytes(self, /, order='C')", "Return the data in the buffer as a byte string.") { t, a throws(Raised) in
      let view = try MemoryViewType.view(t, a[0])
      return try MemoryViewShape.bytes(t, view, isFortran: try MemoryViewShape.isFortranOrder(t, view, a[1]))
    },
    .init("count(self, value, /)", "Count the number of occurrences of a value.") { t, a throws(Raised) in
      let iterator = try MemoryViewIterator.make(t, a[0])
      var count = 0
      while true {
        let item = try t.next(iterator)
        if item.isNull { return try t.int(count) }
        if try t.equals(item, a[1]) { count += 1 }
        try t.pollNative()
      }
    },
    .init(
      "index(self, value, start=0, stop=9223372036854775807, /)",
      "Return the index of the first occurrence of a value.\n\nRaises ValueError if the value is not present."
    ) { t, a throws(Raised) in try MemoryViewShape.index(t, a) },
    .init("__class_getitem__(cls, object, /)", "See PEP 585", binding: .classMethod) { t, a throws(Raised) in try t.genericAlias(a[0], a[1]) },
    .init("tolist(self, /)", "Return the data in the buffer as a list of elements.") { t, a throws(Raised) in
      let view = try MemoryViewType.view(t, a[0])
      let format = try MemoryViewItems.format(t, view)
      return try MemoryViewShape.list(t, view, format, 0, MemoryViewType.base(t, view))
    },
    .init("hex(self, /, sep=<unrepresentable>, bytes_per_sep=1)", "Return the data in the buffer as a str of hexadecimal numbers.") {
      t, a throws(Raised) in
      let bytes = try MemoryViewShape.bytes(t, try MemoryViewType.view(t, a[0]))
      return try BytesType.hex(t, BytesSupport.view(bytes), a[1], try t.cInt(a[2]))
    },
    .init("toreadonly(self, /)", "Return a readonly version of the memoryview.") { t, a throws(Raised) in
      let result = try MemoryViewType.duplicate(t, try MemoryViewType.view(t, a[0]))
      result.isReadOnly = true
      return Value(result)
    },
    .init("cast(self, /, format, shape=<unrepresentable>)", "Cast a memoryview to a new format or shape.") { t, a throws(Raised) in
      try MemoryViewShape.cast(t, try MemoryViewType.view(t, a[0]), a[1], a[2])
    },
  ]

  // MARK: Contents

  /// The `order` argument of tobytes.
  private static func isFortranOrder(_ t: Thread, _ view: View, _ order: Value) throws(Raised) -> Bool {
    if order.isNone { return false }
    guard order.isKind(.str) else { throw t.raise(.orderNotStr, order) }
    let text = try StrSupport.checkedCText(t, order.unchecked())
    switch text.count == 1 ? text.codePoint(0) : 0 {
    case 67: return false
    case 70: return true
    case 65: return view.isFortranContiguous
    default: throw t.raise(t.types.valueError, "order must be 'C', 'F' or 'A'")
    }
  }

  /// The bytes that the view shows, as bytes.
  static func bytes(_ t: Thread, _ view: View, isFortran: Bool = false) throws(Raised) -> Value {
    let count = view.itemCount
    let size = view.itemSize
    let result = try BytesSupport.makeEmpty(t, like: t.interpreter.emptyBytes, count: count * size)
    if count == 0 { return result.value }
    let from = MemoryViewType.base(t, view)
    if isFortran ? view.isFortranContiguous : view.isContiguous {
      memcpy(result.base, from, count * size)
      return result.value
    }
    var indices = [Int](repeating: 0, count: view.dimensions)
    for i in 0..<count {
      var at = 0
      for d in 0..<view.dimensions { at += indices[d] * view.stride(d) }
      memcpy(result.base + i * size, from + at, size)
      if i & 0xFFFF == 0xFFFF { try t.pollNative() }
      advance(&indices, view, isFortran: isFortran)
    }
    return result.value
  }

  /// The next item's indices: the last runs fastest, or the first.
  private static func advance(_ indices: inout [Int], _ view: View, isFortran: Bool) {
    for k in 0..<indices.count {
      let d = isFortran ? k : indices.count - 1 - k
      indices[d] += 1
      if indices[d] < view.length(d) { return }
      indices[d] = 0
    }
  }

  private static func list(
    _ t: Thread, _ view: View, _ format: MemoryViewFormat, _ dimension: Int, _ start: UnsafePointer<UInt8>
  ) throws(Raised) -> Value {
    if view.dimensions == 0 { return try MemoryViewItems.load(t, format, start) }
    let result = try t.list()
    for i in 0..<view.length(dimension) {
      let at = start + i * view.stride(dimension)
      let isLast = dimension == view.dimensions - 1
      try t.append(result, isLast ? try MemoryViewItems.load(t, format, at) : try list(t, view, format, dimension + 1, at))
      if i & 0xFFF == 0xFFF { try t.pollNative() }
    }
    return Value(result)
  }

  private static func index(_ t: Thread, _ a: Slots) throws(Raised) -> Value {
    // Bounds are arguments, which are converted before the view is looked at.
    let (first, last) = (try Sequences.bound(t, a[2]), try Sequences.bound(t, a[3]))
    let view = try MemoryViewType.view(t, a[0])
    if view.dimensions == 0 { throw t.raise(t.types.typeError, "invalid lookup on 0-dim memory") }
    // CPython refuses it too, in these words (3.14: Objects/memoryobject.c, memory_index).
    if view.dimensions > 1 { throw t.raise(t.types.notImplementedError, "multi-dimensional lookup is not implemented") }
    let count = view.count
    var i = Sequences.clamp(first, count)
    let end = min(Sequences.clamp(last, count), count)
    while i < end {
      _ = try MemoryViewType.view(t, a[0])
      if try t.equals(try MemoryViewSubscripts.load(t, a[0], i * view.stride), a[1]) { return try t.int(i) }
      i += 1
      try t.pollNative()
    }
    throw t.raise(t.types.valueError, "memoryview.index(x): x not found")
  }

  // MARK: Casts

  static func copyOfShape(_ t: Thread, _ view: View) throws(Raised) -> Ref<BufferObject> {
    let copy = try t.rawBuffer(bytes: 2 * view.dimensions * MemoryLayout<Int>.stride)
    memcpy(copy.trailing(Int.self), view.shape.trailing(Int.self), 2 * view.dimensions * MemoryLayout<Int>.stride)
    return copy
  }

  private static func cast(_ t: Thread, _ view: View, _ format: Value, _ shape: Value) throws(Raised) -> Value {
    guard format.isKind(.str) else { throw t.raise(.castFormatNotStr, format) }
    if !view.isContiguous { throw t.raise(t.types.typeError, "memoryview: casts are restricted to C-contiguous views") }
    if !shape.isNull || view.dimensions != 1 { try checkNoZeros(t, view) }
    var lengths: [Int]?
    if !shape.isNull { lengths = try checkedShape(t, view, shape) }
    let result = try castToOneDimension(t, view, format)
    guard lengths != nil else { return Value(result) }
    let numbers = try numbers(t, shape)
    var size = result.itemSize
    for n in numbers { size *= n }
    if size != result.count * result.itemSize {
      t.release(result)
      throw t.raise(t.types.typeError, "memoryview: product(shape) * itemsize != buffer size")
    }
    try setShape(t, result, numbers)
    return Value(result)
  }

  private static func checkNoZeros(_ t: Thread, _ view: View) throws(Raised) {
    for d in 0..<view.dimensions where view.length(d) == 0 {
      throw t.raise(t.types.typeError, "memoryview: cannot cast view with zeros in shape or strides")
    }
  }

  /// Checks what `shape` is, not yet what it contains.
  private static func checkedShape(_ t: Thread, _ view: View, _ shape: Value) throws(Raised) -> [Int] {
    guard shape.isKind(.list) || shape.isKind(.tuple) else { throw t.raise(t.types.typeError, "shape must be a list or a tuple") }
    let count = try t.length(shape)
    if count > 64 { throw t.raise(t.types.valueError, "memoryview: number of dimensions must not exceed 64") }
    if view.dimensions != 1 && count != 1 { throw t.raise(t.types.typeError, "memoryview: cast must be 1D -> ND or ND -> 1D") }
    return []
  }

  /// The lengths of the dimensions.
  private static func numbers(_ t: Thread, _ shape: Value) throws(Raised) -> [Int] {
    let items = shape.isKind(.list) ? shape.unchecked(as: ListObject.self).slots : shape.unchecked(as: TupleObject.self).slots
    var result: [Int] = []
    var product = 1
    for i in 0..<items.count {
      guard items[i].isInt else { throw t.raise(t.types.typeError, "memoryview.cast(): elements of shape must be integers") }
      guard let n = IntOperand(items[i]).asInt else { throw t.raise(t.types.overflowError, "Python int too large to convert to C ssize_t") }
      if n <= 0 { throw t.raise(t.types.valueError, "memoryview.cast(): elements of shape must be integers > 0") }
      let (next, overflow) = product.multipliedReportingOverflow(by: n)
      if overflow { throw t.raise(t.types.valueError, "memoryview.cast(): product(shape) > SSIZE_MAX") }
      product = next
      result.append(n)
    }
    return result
  }

  private static func castToOneDimension(_ t: Thread, _ view: View, _ format: Value) throws(Raised) -> View {
    let letters: Ref<StrObject> = format.unchecked()
    if !letters.isASCII { _ = try Codecs.encode(t, letters, try t.str("ascii"), try t.str("strict")) }
    let (source, target) = (MemoryViewFormat(view), MemoryViewFormat(format))
    let size = target.size(t)
    if size == 0 {
      throw t.raise(
        t.types.valueError,
        "memoryview: destination format must be a native single character format prefixed with an optional '@'")
    }
    if !source.isByte && !target.isByte { throw t.raise(t.types.typeError, "memoryview: cannot cast between two non-byte formats") }
    let bytes = view.itemCount * view.itemSize
    if bytes % size != 0 { throw t.raise(t.types.typeError, "memoryview: length is not a multiple of itemsize") }
    let result = try MemoryViewType.duplicate(t, view)
    result.format = format
    result.itemSize = size
    result.dimensions = 1
    result.shape = .none
    result.stride = size
    result.count = bytes / size
    return result
  }

  /// Gives a contiguous view the lengths of its dimensions.
  private static func setShape(_ t: Thread, _ view: View, _ lengths: [Int]) throws(Raised) {
    view.dimensions = lengths.count
    if lengths.count == 1 { return }
    if lengths.isEmpty {
      view.count = 1
      return
    }
    let shape = try t.rawBuffer(bytes: 2 * lengths.count * MemoryLayout<Int>.stride)
    let words = shape.trailing(Int.self)
    var stride = view.itemSize
    for d in (0..<lengths.count).reversed() {
      words[d] = lengths[d]
      words[lengths.count + d] = stride
      stride *= lengths[d]
    }
    view.count = lengths[0]
    view.stride = words[lengths.count]
    view.shape = shape
  }
}
