import Runtime

/// The module `builtins`.
public enum BuiltinsModule {
  public static let spec = ModuleSpec(
    "builtins",
    doc: "Built-in functions, types, exceptions, and other objects.\n\nThis module provides direct access to all 'built-in'\nidentifiers of Python; for example, builtins.len is\nthe full name for the built-in function len().",
    functions: Output.functions + Aggregates.functions + AttributeFunctions.functions + NumberFunctions.functions + IterationFunctions.functions
      + Evaluation.functions + [Compilation.spec, BuildClass.spec, ImportFunction.spec, Breakpoint.spec],
    initialize: { t, module throws(Raised) in try BuiltinsModule.addNames(t, module) })

  /// The constants and the types.
  private static func addNames(_ t: Thread, _ module: Ref<ModuleObject>) throws(Raised) {
    let namespace = module.dict
    try t.dictSet(namespace, t.intern("None"), .none)
    try t.dictSet(namespace, t.intern("True"), .true)
    try t.dictSet(namespace, t.intern("False"), .false)
    try t.dictSet(namespace, t.intern("Ellipsis"), .ellipsis)
    try t.dictSet(namespace, t.intern("NotImplemented"), .notImplemented)
    try t.dictSet(namespace, t.name(.__debug__), .true)
    ImportFunction.remember(t, builtins: namespace)
    try addTypes(t, namespace)
    try addExceptions(t, namespace)
    try SiteBuiltins.add(t, to: namespace)
  }

  private static func addTypes(_ t: Thread, _ namespace: Ref<DictObject>) throws(Raised) {
    let b = t.types
    let types = [
      b.object, b.type, b.int, b.bool, b.float, b.complex, b.str, b.bytes, b.bytearray, b.memoryview, b.tuple, b.list, b.dict, b.set,
      b.frozenset, b.slice, b.range, b.enumerate, b.reversed, b.zip, b.map, b.filter, b.property, b.classmethod, b.staticmethod, b.super,
    ]
    for type in types { try t.dictSet(namespace, type.name, Value(type)) }
  }

  /// BaseException and everything below it that exists at start.
  private static func addExceptions(_ t: Thread, _ namespace: Ref<DictObject>) throws(Raised) {
    try addException(t, namespace, t.types.baseException)
    try t.dictSet(namespace, t.intern("EnvironmentError"), Value(t.types.osError))
    try t.dictSet(namespace, t.intern("IOError"), Value(t.types.osError))
  }

  private static func addException(_ t: Thread, _ namespace: Ref<DictObject>, _ type: Ref<TypeObject>) throws(Raised) {
    try t.dictSet(namespace, type.name, Value(type))
    guard type.subclasses.isObject else { return }
    let subclasses: Ref<ListObject> = type.subclasses.unchecked()
    for k in 0..<subclasses.count { try addException(t, namespace, subclasses.items[k].unchecked()) }
  }
}
