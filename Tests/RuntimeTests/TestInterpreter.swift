import Builtins
import Runtime

/// An interpreter of its own for one test, with the builtin types and no modules. It belongs to the native thread that made it.
func makeThread() throws -> Thread {
  try Interpreter.make(box: InterpreterBox(types: Registry.types, modules: []), hashKeys: (0, 0), level: .newest).mainThread
}

extension Thread {
  /// The text of `str(v)`.
  func text(_ v: Value) throws -> String {
    let str: Ref<StrObject> = try self.str(of: v).unchecked()
    var scalars = String.UnicodeScalarView()
    for i in 0..<str.count { scalars.append(Unicode.Scalar(str.codePoint(i)) ?? "\u{FFFD}") }
    return String(scalars)
  }

  /// The name of the type of the exception on its way, which is taken.
  func takeExceptionName() throws -> String { try text(typeOf(takeException()).name) }

  /// Runs `body`, which must raise; the name of the exception's type.
  func exceptionName(_ body: () throws(Raised) -> Void) throws -> String? {
    do {
      try body()
      return nil
    } catch {
      return try takeExceptionName()
    }
  }
}
