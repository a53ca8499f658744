/// What `sys.unraisablehook` gets (`sys.UnraisableHookArgs`).
@frozen
public struct UnraisableArgumentsObject: HeapCell {
  public var header: ObjectHeader
  public var type: Value
  public var exception: Value
  public var traceback: Value
  public var message: Value
  public var object: Value
}

extension Ref where T == UnraisableArgumentsObject {
  @inlinable @inline(__always) public var type: Value { get { layout.type } nonmutating set { layout.type = newValue } }
  @inlinable @inline(__always) public var exception: Value { get { layout.exception } nonmutating set { layout.exception = newValue } }
  @inlinable @inline(__always) public var traceback: Value { get { layout.traceback } nonmutating set { layout.traceback = newValue } }
  @inlinable @inline(__always) public var message: Value { get { layout.message } nonmutating set { layout.message = newValue } }
  @inlinable @inline(__always) public var object: Value { get { layout.object } nonmutating set { layout.object = newValue } }
}

extension Thread {
  /// Gives the exception on its way to `sys.unraisablehook` and clears it.
  /// - Parameter place: what could not raise it, or null.
  /// - Parameter activity: what was being done with it, such as "closing generator", where the report says so.
  public func reportUnraisable(_ place: Value, while activity: StaticString? = nil) {
    let e = takeException()
    if e.isNull { return }
    let hook = dictGet(self.interpreter.sysDict, interned: name(.unraisablehook))
    if hook.isNull || hook.isNone { return }
    do throws(Raised) {
      var type = typeNamed("sys.UnraisableHookArgs")
      if type.isNone {
        type = try makeNativeType("sys.UnraisableHookArgs", bytes: MemoryLayout<UnraisableArgumentsObject>.size, flags: [.noConstructor])
      }
      let arguments: Ref<UnraisableArgumentsObject> = try allocate(kind: .record, type: type, tracedWords: 5)
      arguments.type = Value(typeOf(e))
      arguments.exception = e
      arguments.traceback = e.isKind(.exception) ? e.unchecked(as: ExceptionObject.self).traceback : .none
      arguments.message = .none
      arguments.object = place.isNull ? .none : place
      if let activity, has(.unraisableActivities) {
        arguments.message = try unraisableMessage(activity, place)
        arguments.object = .none
      }
      _ = try call(hook, Value(arguments))
    } catch {
      _ = takeException()
    }
  }

  private func unraisableMessage(_ activity: StaticString, _ place: Value) throws(Raised) -> Value {
    do throws(Raised) {
      return try message("Exception ignored while %S %R", try str(activity), place)
    } catch {
      _ = takeException()
      return try message("Exception ignored while %S <object repr() failed>", try str(activity))
    }
  }
}
