import Runtime

/// The tables of `bool`.
enum BoolType {
  static let spec = TypeSpec(
    "bool",
    doc: """
      bool(object=False, /)

      The truth of an object. True and False are the only bools; the class cannot be subclassed.
      """,
    functions: operators + [
      .init("__new__(cls, object=False, /)", "The truth of an object.") { t, a throws(Raised) in Value(try t.truth(a[1])) },
      .init("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in try t.nativeRepr(a[0]) },
      .init("__invert__(self, /)", "~self") { t, a throws(Raised) in try t.unaryArithmetic(.invert, a[0]) },
    ])
}
