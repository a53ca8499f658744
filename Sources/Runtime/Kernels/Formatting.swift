// Kernels of the formatting family (f-strings).

@inline(__always)
func convertToStr(_ t: Thread, _ value: Value) throws(Raised) -> Value { try t.str(of: value) }

@inline(__always)
func convertToRepr(_ t: Thread, _ value: Value) throws(Raised) -> Value { try t.repr(value) }

@inline(__always)
func convertToASCII(_ t: Thread, _ value: Value) throws(Raised) -> Value { try t.ascii(value) }

/// `format(value, "")`: a plain str is its own result.
@inline(__always)
func formatSimple(_ t: Thread, _ value: Value) throws(Raised) -> Value {
  if value.isKind(.str) && value.object.type == t.types.str { return value }
  return try t.format(value, .null)
}

@inline(__always)
func formatWithSpec(_ t: Thread, _ value: Value, _ spec: Value) throws(Raised) -> Value { try t.format(value, spec) }

/// FORMAT_VALUE: `conversion` is a value of the spec's table `conversion`, the specification null if there is none.
@inline(never)
func formatValue(_ t: Thread, _ conversion: Int, _ value: Value, _ spec: Value) throws(Raised) -> Value {
  let converted: Value
  switch conversion {
  case 1: converted = try convertToStr(t, value)
  case 2: converted = try convertToRepr(t, value)
  case 3: converted = try convertToASCII(t, value)
  default: converted = value
  }
  return spec.isNull ? try formatSimple(t, converted) : try formatWithSpec(t, converted, spec)
}

extension Thread {
  /// `format(v, spec)`: a str. A null spec is the empty one.
  public func format(_ v: Value, _ spec: Value) throws(Raised) -> Value {
    if !spec.isNull && !spec.isKind(.str) { throw raise(self.types.systemError, "Format specifier must be a string, not %T", spec) }
    let isEmpty = spec.isNull || spec.unchecked(as: StrObject.self).count == 0
    if v.isSmallInt { return isEmpty ? try repr(v) : try formatInt(v, spec) }
    if v.isDouble { return isEmpty ? try repr(v) : try formatFloat(v, spec) }
    if v.isKind(.str) && v.object.type == self.types.str { return isEmpty ? v : try formatStr(v, spec) }
    let method = lookupSpecial(v, .__format__)
    if method.isNull { throw raise(self.types.typeError, "Type %T doesn't define __format__", v) }
    let text = try callSpecial(method, v, isEmpty ? self.interpreter.emptyStr : spec)
    if !text.isKind(.str) { throw raise(self.types.typeError, "__format__ must return a str, not %T", text) }
    return text
  }
}
