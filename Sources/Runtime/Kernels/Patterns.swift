// Kernels of the pattern family (PEP 634). Whether a type is a sequence or a mapping is a type flag; subclasses inherit it, registration with the
// ABCs of collections.abc sets it.

/// GET_LEN
func getLength(_ t: Thread, _ subject: Value) throws(Raised) -> Value { try t.int(try t.length(subject)) }

/// MATCH_MAPPING
func isMapping(_ t: Thread, _ subject: Value) -> Value { Value(t.typeOf(subject).flags.contains(.mapping)) }

/// MATCH_SEQUENCE
func isSequence(_ t: Thread, _ subject: Value) -> Value { Value(t.typeOf(subject).flags.contains(.sequence)) }

/// MATCH_KEYS: a tuple of the values of `keys`, or None if a key is missing. Looks up with the subject's `get`, so that no default is made.
func matchKeys(_ t: Thread, _ subject: Value, _ keysValue: Value) throws(Raised) -> Value {
  guard keysValue.isKind(.tuple) else { throw t.raise(t.types.systemError, "keys of a mapping pattern must be a tuple, not '%T'", keysValue) }
  let keys: Ref<TupleObject> = keysValue.unchecked()
  if keys.count == 0 { return t.interpreter.emptyTuple }
  let seen = try t.set()
  let missing = Value(try t.makeInstance(t.types.object))
  let get = try t.getAttribute(subject, .get)
  let values = try t.tuple(count: keys.count)
  for i in 0..<keys.count {
    let key = keys.items[i]
    if try t.setContains(seen, key) { throw t.raise(t.types.valueError, "mapping pattern checks duplicate key (%R)", key) }
    try t.setAdd(seen, key)
    let value = try t.call(get, key, missing)
    if value == missing { return .none }
    values.items[i] = value
  }
  return Value(values)
}

/// MATCH_KEYS of 3.10: also whether all keys are there.
func matchKeysAndTell(_ t: Thread, _ subject: Value, _ keys: Value) throws(Raised) -> Pair {
  let values = try matchKeys(t, subject, keys)
  return Pair(values, Value(!values.isNone))
}

/// MATCH_CLASS of 3.10: the subject stays if it does not match; then whether it does.
func matchClassAndTell(_ t: Thread, _ count: Int, _ subject: Value, _ type: Value, _ names: Value) throws(Raised) -> Pair {
  let attributes = try matchClass(t, count, subject, type, names)
  return attributes.isNone ? Pair(subject, .false) : Pair(attributes, .true)
}

/// COPY_DICT_WITHOUT_KEYS: what `**rest` gets of a mapping pattern.
func copyWithoutKeys(_ t: Thread, _ subject: Value, _ keysValue: Value) throws(Raised) -> Value {
  guard keysValue.isKind(.tuple) else { throw t.raise(t.types.systemError, "keys of a mapping pattern must be a tuple, not '%T'", keysValue) }
  let rest = try t.dict()
  try t.dictUpdate(rest, subject)
  let keys: Ref<TupleObject> = keysValue.unchecked()
  for i in 0..<keys.count where try !t.dictDelete(rest, keys.items[i]) { throw t.keyError(keys.items[i]) }
  return Value(rest)
}

/// MATCH_CLASS: a tuple of the attributes that the sub-patterns need, or None if the subject does not match.
func matchClass(_ t: Thread, _ count: Int, _ subject: Value, _ type: Value, _ namesValue: Value) throws(Raised) -> Value {
  guard type.isKind(.type) else { throw t.raise(.matchPatternNotAClass) }
  guard namesValue.isKind(.tuple) else { throw t.raise(t.types.systemError, "names of a class pattern must be a tuple, not '%T'", namesValue) }
  if try !t.isInstance(subject, ofClassInfo: type) { return .none }
  let names: Ref<TupleObject> = namesValue.unchecked()
  let attributes = try t.list()
  let seen = try t.set()
  if count > 0, try !appendPositional(t, count, subject, type.unchecked(), attributes, seen) { return .none }
  for i in 0..<names.count {
    let value = try patternAttribute(t, subject, type.unchecked(), names.items[i], seen)
    if value.isNull { return .none }
    try t.append(attributes, value)
  }
  return try t.tuple(copying: attributes.slots)
}

/// The attributes of the positional sub-patterns, by `__match_args__`; false if one is missing.
private func appendPositional(
  _ t: Thread, _ count: Int, _ subject: Value, _ type: Ref<TypeObject>, _ attributes: Ref<ListObject>, _ seen: Ref<SetObject>
) throws(Raised) -> Bool {
  var matchArguments = try t.getAttributeOrNull(Value(type), .__match_args__)
  var matchesSelf = false
  if matchArguments.isNull {
    matchArguments = t.interpreter.emptyTuple
    matchesSelf = type.flags.contains(.matchSelf)
  }
  guard matchArguments.isKind(.tuple) else {
    throw t.raise(t.types.typeError, "%N.__match_args__ must be a tuple (got %T)", Value(type), matchArguments)
  }
  let names: Ref<TupleObject> = matchArguments.unchecked()
  let allowed = matchesSelf ? 1 : names.count
  if allowed < count {
    throw t.raise(
      t.types.typeError,
      allowed == 1 ? "%N() accepts %S positional sub-pattern (%S given)" : "%N() accepts %S positional sub-patterns (%S given)", Value(type),
      try t.int(allowed), try t.int(count))
  }
  if matchesSelf {
    try t.append(attributes, subject)
    return true
  }
  for i in 0..<count {
    let name = names.items[i]
    guard name.isKind(.str) else {
      throw t.raise(t.types.typeError, "__match_args__ elements must be strings (got %T)", name)
    }
    let value = try patternAttribute(t, subject, type, name, seen)
    if value.isNull { return false }
    try t.append(attributes, value)
  }
  return true
}

/// One attribute of the subject, null if missing; a name may occur only once in a class pattern.
private func patternAttribute(
  _ t: Thread, _ subject: Value, _ type: Ref<TypeObject>, _ name: Value, _ seen: Ref<SetObject>
) throws(Raised) -> Value {
  if try t.setContains(seen, name) {
    throw t.raise(t.types.typeError, "%N() got multiple sub-patterns for attribute %R", Value(type), name)
  }
  try t.setAdd(seen, name)
  return try t.getAttributeOrNull(subject, name)
}
