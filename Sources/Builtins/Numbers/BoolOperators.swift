import Runtime

// The operators of bool that give bools, one native method each.

extension BoolType {
  static let operators: [NativeFunctionSpec] = [
    .init("__and__(self, value, /)", "Return self&value.") { t, a throws(Raised) in try NumberTables.int(t, .and, a[0], a[1]) },
    .init("__rand__(self, value, /)", "Return value&self.") { t, a throws(Raised) in try NumberTables.int(t, .and, a[1], a[0]) },
    .init("__or__(self, value, /)", "Return self|value.") { t, a throws(Raised) in try NumberTables.int(t, .or, a[0], a[1]) },
    .init("__ror__(self, value, /)", "Return value|self.") { t, a throws(Raised) in try NumberTables.int(t, .or, a[1], a[0]) },
    .init("__xor__(self, value, /)", "Return self^value.") { t, a throws(Raised) in try NumberTables.int(t, .xor, a[0], a[1]) },
    .init("__rxor__(self, value, /)", "Return value^self.") { t, a throws(Raised) in try NumberTables.int(t, .xor, a[1], a[0]) },
  ]
}
