/// What a stack picture says about a slot. The verifier proves `null`, `objectOrNull`, `unsetOrObject`, `bool`, `lasti` and
/// `returnAddress`, and takes every other kind as an object; kernels test the type of the objects they take themselves.
public enum SlotKind: UInt8, Sendable {
  /// Any Python object.
  case object
  /// The NULL marker, not None.
  case null
  /// An object or the NULL marker: the self slot of a call.
  case objectOrNull
  /// The value of a local variable that may be unset: an object or NULL.
  case unsetOrObject
  /// Exactly True or False.
  case bool
  case exception
  case exceptionOrNone
  /// A saved instruction offset, for re-raising.
  case lasti
  /// The address behind a CALL_FINALLY (3.8).
  case returnAddress
  /// What a finally block finds on the stack in 3.8: NULL, a return address, or the slots of an exception.
  case marker
  case cell
  case iterator
  case asyncIterator
  case awaitable
  /// A tuple of names.
  case names
  case code
  /// The namespace of a class body or of `exec`.
  case mapping
}
