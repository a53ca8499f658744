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
      return raise(try makeBuiltinException(self.types.keyError, args: try tuple(key)))
    } catch {
      return error
    }
  }

  /// Raises a NameError (or UnboundLocalError) with its `name`, from which suggestions are made. The template gets the name.
  public func nameError(_ type: Ref<TypeObject>, _ template: StaticString, _ missing: Value) -> Raised {
    let raised = raise(type, template, missing)
    if type == self.types.nameError { fillFields(of: self.types.nameError, missing, .null) }
    return raised
  }

  /// Raises an AttributeError with its `name` and `obj`.
  public func attributeError(
    _ object: Value, _ attribute: Value, _ template: StaticString, _ a: Value = .null, _ b: Value = .null
  ) -> Raised {
    let raised = raise(self.types.attributeError, template, a, b)
    fillFields(of: self.types.attributeError, attribute, object)
    return raised
  }

  /// Gives the AttributeError on its way a `name` and an `obj` if it has none (an attribute lookup that failed in Python code).
  public func completeAttributeError(_ object: Value, _ attribute: Value) {
    fillFields(of: self.types.attributeError, attribute, object)
  }

  private func fillFields(of type: Ref<TypeObject>, _ first: Value, _ second: Value) {
    guard isException(self.exception) else { return }
    let e: Ref<ExceptionObject> = self.exception.unchecked()
    guard isSubtype(e.header.type, type), e.field0.isNull, e.field1.isNull else { return }
    e.field0 = first
    e.field1 = second
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
