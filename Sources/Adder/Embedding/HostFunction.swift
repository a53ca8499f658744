import Runtime

/// A Swift function that Python can call.
///
/// - Parameters:
///   - arguments: the positional arguments.
///   - keywords: the keyword arguments.
/// - Returns: what the call returns in Python.
/// - Throws: any error: a `PythonError` becomes the exception that it names, others a RuntimeError with their description.
public typealias SwiftFunction = (_ arguments: [PythonValue], _ keywords: [String: PythonValue]) throws -> PythonValue

/// A callable of Python for an entry of the interpreter's table of Swift functions.
struct HostFunctionObject: HeapCell {
  var header: ObjectHeader
  // traced
  /// str
  var name: Value
  // raw
  var index: Int

  static let tracedWords = 1
}

extension Ref where T == HostFunctionObject {
  var name: Value { get { layout.name } nonmutating set { layout.name = newValue } }
  var index: Int { get { layout.index } nonmutating set { layout.index = newValue } }
}

enum HostTypes {
  static let function = TypeSpec(
    "adder.SwiftFunction", doc: "A function of the Swift program that runs this interpreter.",
    functions: [
      .init("__call__(self, /, *args, **kwargs)", "Call self as a function.") { t, a throws(Raised) in
        guard let interpreter = interpreter(t) else { throw t.raise(t.types.runtimeError, "the interpreter has ended") }
        return try interpreter.callSwift(t, object(a).index, a[1].unchecked(), a[2].unchecked())
      },
      .init("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in try t.message("<Swift function %S>", object(a).name) },
    ],
    attributes: [
      .init("__name__", get: { t, a throws(Raised) in object(a).name }), .init("__qualname__", get: { t, a throws(Raised) in object(a).name }),
    ])

  static let stream = TypeSpec(
    "adder.SwiftStream", doc: "A stream whose text goes to the Swift program that runs this interpreter.",
    functions: [
      .init("write(self, text, /)", "Hand text to the program; return its length.") { t, a throws(Raised) in
        guard a[1].isKind(.str) else { throw t.raise(t.types.typeError, "write() argument must be str, not %T", a[1]) }
        try write(t, t.lossyString(a[1]), to: object(a).index)
        return try t.int(a[1].unchecked(as: StrObject.self).count)
      },
      .init("flush(self, /)", "Do nothing.") { t, _ throws(Raised) in .none },
      .init("isatty(self, /)", "Return False.") { t, _ throws(Raised) in .false },
      .init("writable(self, /)", "Return True.") { t, _ throws(Raised) in .true },
    ],
    attributes: [
      .init("name", get: { t, a throws(Raised) in object(a).name }), .init("encoding", get: { t, _ throws(Raised) in try t.str("utf-8") }),
      .init("errors", get: { t, _ throws(Raised) in try t.str("replace") }), .init("closed", get: { t, _ throws(Raised) in .false }),
    ])

  /// Hands on as much as the output limit leaves.
  private static func write(_ t: Thread, _ text: String, to index: Int) throws(Raised) {
    let count = text.utf8.count
    let allowed = try t.mayWrite(count)
    t.countOutput(allowed)
    let shown = allowed == count ? text : String(decoding: text.utf8.prefix(allowed), as: UTF8.self)
    interpreter(t)?.write(shown, to: index)
  }

  private static func object(_ a: Slots) -> Ref<HostFunctionObject> { a[0].unchecked() }

  private static func interpreter(_ t: Thread) -> Interpreter? { (t.box.host as? HostReference)?.interpreter }

  /// An object of one of these types.
  static func make(_ t: Thread, _ spec: TypeSpec, name: Value, index: Int) throws(Raised) -> Value {
    var type = t.typeNamed(spec.name)
    if type.isNone {
      type = try t.makeNativeType(spec, bytes: MemoryLayout<HostFunctionObject>.size, flags: [.noConstructor])
    }
    let made: Ref<HostFunctionObject> = try t.allocate(kind: .record, type: type, tracedWords: HostFunctionObject.tracedWords)
    made.name = name
    made.index = index
    return Value(made)
  }
}

/// What the Python side knows of the interpreter that owns it, without keeping it alive.
final class HostReference {
  weak var interpreter: Interpreter?
  init(_ interpreter: Interpreter) { self.interpreter = interpreter }
}
