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

  /// The argument of an unraisable hook: a named tuple (`sys.UnraisableHookArgs`) of the type, the exception, its traceback, a message and an object.
  private func unraisableArguments(_ e: Value, _ message: Value, _ object: Value) throws(Raised) -> Value {
    let type = typeNamed("UnraisableHookArgs")
    let traceback = e.isKind(.exception) ? e.unchecked(as: ExceptionObject.self).traceback : .none
    let count = 5
    let arguments: Ref<TupleObject>
    if type.isNone {
      arguments = try tuple(count: count)
    } else {
      arguments = try allocateInstance(
        type, bytes: MemoryLayout<TupleObject>.size + count * MemoryLayout<Value>.stride, kind: .tuple, tracedWords: count)
    }
    arguments.items[0] = Value(typeOf(e))
    arguments.items[1] = e
    arguments.items[2] = traceback.isNull ? .none : traceback
    arguments.items[3] = message
    arguments.items[4] = object.isNull ? .none : object
    return Value(arguments)
  }
}
