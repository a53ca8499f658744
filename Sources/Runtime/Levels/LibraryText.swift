/// What a message is at a level.
struct LibraryText: BitwiseCopyable {
  /// The type of exception that has it; none for texts that are not raised.
  let type: Ref<TypeObject>
  let text: StaticString

  init(_ type: Ref<TypeObject>, _ text: StaticString) {
    self.type = type
    self.text = text
  }
}

extension Thread {
  /// Makes and sets the exception that the level of the run has for `message`, as the other `raise` does with a template of its own.
  @inline(never)
  public func raise(
    _ message: LibraryMessage, _ a: Value = .null, _ b: Value = .null, _ c: Value = .null, _ d: Value = .null
  ) -> Raised {
    let variant = variant(of: message)
    return raise(variant.type, variant.text, a, b, c, d)
  }

  /// The text of a message at the level of the run.
  public func template(_ message: LibraryMessage) -> StaticString { variant(of: message).text }
}
