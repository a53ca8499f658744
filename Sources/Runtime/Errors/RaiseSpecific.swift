// Exceptions that carry more than a message.

extension Thread {
  /// Raises StopIteration(value): what a generator's return becomes.
  public func stopIteration(_ value: Value) -> Raised {
    do throws(Raised) {
      return raise(try makeBuiltinException(self.types.stopIteration, args: value.isNone ? self.interpreter.emptyTuple : try tuple(value)))
    } catch {
      return error
    }
  }

  /// Raises KeyError(key): a key that is a tuple stays one argument.
  public func keyError(_ key: Value) -> Raised {
    do throws(Raised) {
      let made = try makeBuiltinException(self.types.keyError, args: try tuple(key))
      made.unchecked(as: ExceptionObject.self).isUnseen = topmostHandled.isNull
      return raise(made)
    } catch {
      return error
    }
  }

  /// Raises a NameError (or UnboundLocalError) with its `name`, from which suggestions are made. The template gets the name.
  public func nameError(_ type: Ref<TypeObject>, _ template: StaticString, _ missing: Value) -> Raised {
    let raised = raise(type, template, missing)
    if type == self.types.nameError, isException(self.exception), isSubtype(self.exception.object.type, type) {
      self.exception.unchecked(as: ExceptionObject.self).fields[ExceptionField.name] = missing
    }
    return raised
  }

  /// Raises an ImportError or ModuleNotFoundError with `name`, `path` and `name_from` (null = not set).
  public func importError(
    _ type: Ref<TypeObject>, message: Value, name missing: Value, path: Value = .null, nameFrom: Value = .null
  ) -> Raised {
    let raised = raise(type, message: message)
    if isException(self.exception), isSubtype(self.exception.object.type, self.types.importError) {
      let e: Ref<ExceptionObject> = self.exception.unchecked()
      e.fields[ExceptionField.importName] = missing
      e.fields[ExceptionField.importPath] = path
      e.fields[ExceptionField.importNameFrom] = nameFrom
    }
    return raised
  }
}
