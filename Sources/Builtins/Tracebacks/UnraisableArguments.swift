import Runtime

/// The table of `sys.UnraisableHookArgs`.
enum UnraisableArguments {
  static let spec = TypeSpec("sys.UnraisableHookArgs", doc: "Type used to pass arguments to sys.unraisablehook.", attributes: [
    .init("exc_type", get: { t, a throws(Raised) in a[0].unchecked(as: UnraisableArgumentsObject.self).type }),
    .init("exc_value", get: { t, a throws(Raised) in a[0].unchecked(as: UnraisableArgumentsObject.self).exception }),
    .init("exc_traceback", get: { t, a throws(Raised) in a[0].unchecked(as: UnraisableArgumentsObject.self).traceback }),
    .init("err_msg", get: { t, a throws(Raised) in a[0].unchecked(as: UnraisableArgumentsObject.self).message }),
    .init("object", get: { t, a throws(Raised) in a[0].unchecked(as: UnraisableArgumentsObject.self).object }),
  ])
}
