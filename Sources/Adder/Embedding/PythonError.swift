/// Why a call of Python did not end well.
public struct PythonError: Error, CustomStringConvertible {
  public enum Kind: Sendable, Hashable {
    /// A Python exception that nothing caught.
    case exception
    /// A limit ended the call.
    case limit(Limit)
    /// The bytecode cannot be read or is malformed, and did not run.
    case malformed
    /// A value that Swift and Python do not share: nested more than `PythonValue.deepest` levels, or a str with a lone surrogate.
    case conversion
    /// The interpreter is running in another thread.
    case busy
  }

  public let kind: Kind
  /// The name of the exception's type, such as `ValueError`; empty if there was no exception.
  public let type: String
  /// `str()` of the exception, or what happened.
  public let message: String
  /// What Python prints of the exception: traceback, type, message, notes; empty if there was none.
  public let traceback: String
  /// The exception, if there was one.
  public let exception: PythonObject?
  /// What a Swift function threw, if the exception comes from one.
  public let underlying: (any Error)?

  init(
    _ kind: Kind, type: String = "", message: String, traceback: String = "", exception: PythonObject? = nil, underlying: (any Error)? = nil
  ) {
    self.kind = kind
    self.type = type
    self.message = message
    self.traceback = traceback
    self.exception = exception
    self.underlying = underlying
  }

  /// An error that a Swift function throws to raise a Python exception: `type` is the name of an exception in builtins, else RuntimeError is raised.
  public init(raising type: String, _ message: String) {
    self.init(.exception, type: type, message: message)
  }

  public var description: String { type.isEmpty ? message : message.isEmpty ? type : "\(type): \(message)" }
}
