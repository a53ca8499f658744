import Bytecode
import Runtime

/// `code(...)`: a code object from all its fields, verified as one from a file is (CPython: Objects/codeobject.c, code_new_impl).
enum CodeConstruction {
  static let spec = NativeFunctionSpec(
    "__new__(cls, /, *args, **kwargs)", "Create and return a new object.  See help(type) for accurate signature."
  ) { t, a throws(Raised) in
    if a[2].unchecked(as: DictObject.self).count > 0 { throw t.raise(t.types.typeError, "code() takes no keyword arguments") }
    return try make(t, a[1].unchecked(as: TupleObject.self))
  }

  /// Places of the parameters among those of `replaceCode`, with a qualified name and an exception table, and without.
  private static let places = [0, 1, 2, 3, 4, 5, 7, 8, 9, 10, 13, 14, 15, 6, 16, 17, 11, 12]
  private static let shortPlaces = [0, 1, 2, 3, 4, 5, 7, 8, 9, 10, 13, 14, 6, 16, 11, 12]
  private static let bytesPlaces: Set<Int> = [7, 16, 17]
  private static let tuplePlaces: Set<Int> = [8, 9, 10, 11, 12]
  private static let textPlaces: Set<Int> = [13, 14, 15]

  private static func make(_ t: Thread, _ arguments: Ref<TupleObject>) throws(Raised) -> Value {
    let order = t.has(.codeWithExceptionTable) ? places : shortPlaces
    let least = order.count - 2
    if arguments.count < least { throw t.raise(.tooFewCodeArguments, try t.int(least), try t.int(arguments.count)) }
    if arguments.count > order.count { throw t.raise(.tooManyCodeArguments, try t.int(order.count), try t.int(arguments.count)) }
    // The fields in the order of `replaceCode`; a tuple keeps them alive.
    let fields = try t.tuple(count: 18)
    for i in 0..<18 { fields.items[i] = .null }
    for i in 0..<arguments.count {
      fields.items[order[i]] = try checked(t, arguments.items[i], order[i], number: i + 1)
    }
    for place in [11, 12] where fields.items[place].isNull { fields.items[place] = t.interpreter.emptyTuple }
    for place in [9, 10, 11, 12] { try checkNames(t, fields.items[place].unchecked()) }
    try checkCounts(t, fields)
    if fields.items[15].isNull { fields.items[15] = fields.items[14] }
    if fields.items[17].isNull { fields.items[17] = t.interpreter.emptyBytes }
    return try t.replaceCode(t.frame.code, fields.slots)
  }

  private static func checked(_ t: Thread, _ value: Value, _ place: Int, number: Int) throws(Raised) -> Value {
    let expected: StaticString
    if bytesPlaces.contains(place) {
      if value.isKind(.bytes) { return value }
      expected = "bytes"
    } else if tuplePlaces.contains(place) {
      if value.isKind(.tuple) { return value }
      expected = "tuple"
    } else if textPlaces.contains(place) {
      if value.isKind(.str) { return value }
      expected = "str"
    } else {
      return try t.int(try number32(t, value))
    }
    throw t.raise(t.types.typeError, "code() argument %S must be %S, not %B", try t.int(number), try t.str(expected), value)
  }

  private static func number32(_ t: Thread, _ value: Value) throws(Raised) -> Int {
    if value.isFloat { throw t.raise(t.types.typeError, "'float' object cannot be interpreted as an integer") }
    let number = try t.asIndex(value)
    if number > Int(Int32.max) { throw t.raise(t.types.overflowError, "signed integer is greater than maximum") }
    if number < Int(Int32.min) { throw t.raise(t.types.overflowError, "signed integer is less than minimum") }
    return number
  }

  private static func checkNames(_ t: Thread, _ names: Ref<TupleObject>) throws(Raised) {
    for i in 0..<names.count where !names.items[i].isKind(.str) {
      throw t.raise(t.types.typeError, "name tuples must contain only strings, not '%T'", names.items[i])
    }
  }

  private static func checkCounts(_ t: Thread, _ fields: Ref<TupleObject>) throws(Raised) {
    let names: [StaticString] = ["argcount", "posonlyargcount", "kwonlyargcount", "nlocals"]
    for (place, name) in names.enumerated() where fields.items[place].smallInt < 0 {
      throw t.raise(t.types.valueError, "code: %S must not be negative", try t.str(name))
    }
  }

  // MARK: - co_lnotab

  /// The line table in the form that it had before 3.10: pairs of steps of the offset in bytes and of the line (CPython: Objects/lnotab_notes.txt).
  static func lineNumberTable(_ t: Thread, _ code: Ref<CodeObject>) throws(Raised) -> Value {
    if t.has(.lnotabWarning) { try t.warn(t.types.deprecationWarning, "co_lnotab is deprecated, use co_lines instead.") }
    var table: [UInt8] = []
    var line = code.firstLine
    var start = 0
    for unit in 0..<code.unitCount {
      let next = t.lineNumber(code, unit)
      if next <= 0 || next == line { continue }
      LnotabCoding.append(step: unit * 2 - start, delta: next - line, isStored: false, to: &table)
      start = unit * 2
      line = next
    }
    return try table.withUnsafeBufferPointer { buffer throws(Raised) in try t.bytes(buffer) }
  }
}
