import Runtime

/// Functions about attributes, classes and namespaces.
enum AttributeFunctions {
  static let functions: [NativeFunctionSpec] = [
    .init("getattr(object, name, default=<unrepresentable>, /)",
      "getattr(object, name[, default]) -> value\n\nGet a named attribute from an object; getattr(x, 'y') is equivalent to x.y.\nWhen a default argument is given, it is returned when the attribute doesn't\nexist; without it, an exception is raised in that case."
    ) { t, a throws(Raised) in
      if !a[1].isKind(.str) { throw t.raise(.getattrNameNotStr, a[1]) }
      if a[2].isNull {
        do throws(Raised) { return try t.getAttribute(a[0], a[1]) } catch {
          t.restoreAttributeName(a[1])
          throw error
        }
      }
      let found = try t.getAttributeOrNull(a[0], a[1])
      return found.isNull ? a[2] : found
    },
    .init("hasattr(obj, name, /)",
      "Return whether the object has an attribute with the given name.\n\nThis is done by calling getattr(obj, name) and catching AttributeError."
    ) { t, a throws(Raised) in
      if !a[1].isKind(.str) { throw t.raise(.hasattrNameNotStr, a[1]) }
      return Value(!(try t.getAttributeOrNull(a[0], a[1]).isNull))
    },
    .init("setattr(obj, name, value, /)",
      "Sets the named attribute on the given object to the specified value.\n\nsetattr(x, 'y', v) is equivalent to ``x.y = v``"
    ) { t, a throws(Raised) in
      do throws(Raised) { try t.setAttribute(a[0], a[1], a[2]) } catch {
        t.restoreAttributeName(a[1])
        throw error
      }
      return .none
    },
    .init("delattr(obj, name, /)",
      "Deletes the named attribute from the given object.\n\ndelattr(x, 'y') is equivalent to ``del x.y``"
    ) { t, a throws(Raised) in
      do throws(Raised) { try t.deleteAttribute(a[0], a[1]) } catch {
        t.restoreAttributeName(a[1])
        try ObjectType.restoreName(t, a[1])
        if !t.typeOf(a[0]).flags.contains(.customSetAttribute) { ObjectType.nameDeleted(t, a[0], a[1]) }
        throw error
      }
      return .none
    },
    .init("isinstance(obj, class_or_tuple, /)", "Return whether an object is an instance of a class or of a subclass thereof.") { t, a throws(Raised) in
      Value(try t.isInstance(a[0], ofClassInfo: a[1]))
    },
    .init("issubclass(cls, class_or_tuple, /)", "Return whether 'cls' is derived from another class or is the same class.") { t, a throws(Raised) in
      Value(try t.isSubclass(a[0], ofClassInfo: a[1]))
    },
    .init("callable(obj, /)",
      "Return whether the object is callable (i.e., some kind of function).\n\nNote that classes are callable, as are instances of classes with a\n__call__() method."
    ) { t, a throws(Raised) in Value(t.isCallable(a[0])) },
    .init("globals()",
      "Return the dictionary containing the current scope's global variables.\n\nNOTE: Updates to this dictionary *will* affect name lookups in the current\nglobal scope and vice-versa."
    ) { t, a throws(Raised) in
      if t.frame.isNone { throw t.raise(t.types.systemError, "frame does not exist") }
      return Value(t.frame.globals)
    },
    .init("locals()", "Return a dictionary containing the current scope's local variables.") { t, a throws(Raised) in
      if t.frame.isNone { throw t.raise(t.types.systemError, "frame does not exist") }
      return try t.locals(of: t.frame)
    },
    .init("vars(object=<unrepresentable>, /)",
      "vars([object]) -> dictionary\n\nWithout arguments, equivalent to locals().\nWith an argument, equivalent to object.__dict__."
    ) { t, a throws(Raised) in
      if a[0].isNull {
        if t.frame.isNone { throw t.raise(t.types.systemError, "frame does not exist") }
        return try t.locals(of: t.frame)
      }
      let found = try t.getAttributeOrNull(a[0], .__dict__)
      if found.isNull { throw t.raise(t.types.typeError, "vars() argument must have __dict__ attribute") }
      return found
    },
    .init("dir(object=<unrepresentable>, /)",
      "dir([object]) -> list of strings\n\nIf called without an argument, return the names in the current scope.\nElse, return an alphabetized list of names comprising (some of) the attributes\nof the given object, and of attributes reachable from it."
    ) { t, a throws(Raised) in try AttributeFunctions.directory(t, a[0]) },
  ]

  /// The sorted names of the scope (null) or of what `__dir__` of an object gives.
  static func directory(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    let names: Ref<ListObject>
    if v.isNull {
      if t.frame.isNone { throw t.raise(t.types.systemError, "frame does not exist") }
      names = try t.list(from: try t.locals(of: t.frame))
    } else {
      let method = t.lookupSpecial(v, .__dir__)
      if method.isNull { throw t.raise(t.types.typeError, "object does not provide __dir__") }
      names = try t.list(from: try t.callSpecial(method, v))
    }
    _ = try t.callMethod(Value(names), .sort)
    return Value(names)
  }
}
