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
    guard let activity, has(.unraisableActivities) else { return reportUnraisable(e, message: .none, object: place) }
    do throws(Raised) {
      let what = try message("Exception ignored while %S", try str(activity))
      reportUnraisable(e, message: try unraisableMessage(what, place), object: .none)
    } catch {
      _ = takeException()
    }
  }

  /// What a report says of an object: `text` and its repr.
  public func unraisableMessage(_ text: Value, _ object: Value) throws(Raised) -> Value {
    do throws(Raised) {
      return try message("%S %R", text, object)
    } catch {
      _ = takeException()
      return try message("%S <object repr() failed>", text)
    }
  }

  /// Gives `e` to `sys.unraisablehook`, with a message, or None, and an object, or null.
  public func reportUnraisable(_ e: Value, message: Value, object: Value) {
    if e.isNull { return }
    let hook = dictGet(self.interpreter.sysDict, interned: name(.unraisablehook))
    if hook.isNull || hook.isNone { return }
    do throws(Raised) {
      _ = try call(hook, try unraisableArguments(e, message, object))
    } catch {
      let second = takeException()
      let original = dictGet(self.interpreter.sysDict, interned: name(.__unraisablehook__))
      if original.isNull || original == hook { return }
      reportFailure(of: hook, second, to: original)
    }
  }

  private func reportFailure(of hook: Value, _ e: Value, to original: Value) {
    do throws(Raised) {
      _ = try call(original, try unraisableArguments(e, try str("Exception ignored in sys.unraisablehook"), hook))
    } catch {
      _ = takeException()
    }
  }

  /// The argument of an unraisable hook.
  private func unraisableArguments(_ e: Value, _ message: Value, _ object: Value) throws(Raised) -> Value {
    var type = typeNamed("sys.UnraisableHookArgs")
    if type.isNone {
      type = try makeNativeType("sys.UnraisableHookArgs", bytes: MemoryLayout<UnraisableArgumentsObject>.size, flags: [.noConstructor])
    }
    let arguments: Ref<UnraisableArgumentsObject> = try allocate(kind: .record, type: type, tracedWords: 5)
    arguments.type = Value(typeOf(e))
    arguments.exception = e
    let traceback = e.isKind(.exception) ? e.unchecked(as: ExceptionObject.self).traceback : .none
    arguments.traceback = traceback.isNull ? .none : traceback
    arguments.message = message
    arguments.object = object.isNull ? .none : object
    return Value(arguments)
  }
}
