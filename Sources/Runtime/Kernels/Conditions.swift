// Kernels of the conditional jumps: whether to jump. The verifier proved that the operand of the first two is True or False.

/// POP_JUMP_IF_TRUE
@inline(__always)
func isTrue(_ t: Thread, _ condition: Value) -> Bool { condition.isTrue }

/// POP_JUMP_IF_FALSE
@inline(__always)
func isFalse(_ t: Thread, _ condition: Value) -> Bool { condition.isFalse }

/// POP_JUMP_IF_NONE
@inline(__always)
func isNone(_ t: Thread, _ value: Value) -> Bool { value.isNone }

/// POP_JUMP_IF_NOT_NONE
@inline(__always)
func isNotNone(_ t: Thread, _ value: Value) -> Bool { !value.isNone }

/// LOAD_ASSERTION_ERROR
@inline(__always)
func loadAssertionError(_ t: Thread) -> Value { Value(t.types.assertionError) }

// MARK: - Conditions of any type (up to 3.12)

/// POP_JUMP_IF_TRUE and its like
@inline(__always)
func isTrueValue(_ t: Thread, _ condition: Value) throws(Raised) -> Bool { try t.truth(condition) }

/// POP_JUMP_IF_FALSE and its like
@inline(__always)
func isFalseValue(_ t: Thread, _ condition: Value) throws(Raised) -> Bool { try !t.truth(condition) }

/// UNARY_NOT
@inline(__always)
func notTruth(_ t: Thread, _ value: Value) throws(Raised) -> Value { Value(try !t.truth(value)) }

// MARK: - Constants of 3.14

/// LOAD_SMALL_INT
@inline(__always)
func loadSmallInt(_ t: Thread, _ number: Int) -> Value { Value(small: number) }

// LOAD_COMMON_CONSTANT
func loadNotImplementedError(_ t: Thread) -> Value { Value(t.types.notImplementedError) }
func loadTupleType(_ t: Thread) -> Value { Value(t.types.tuple) }
func loadAllFunction(_ t: Thread) -> Value { t.builtinFunction(.all) }
func loadAnyFunction(_ t: Thread) -> Value { t.builtinFunction(.any) }

extension Thread {
  /// A builtin function, whatever its name may have been bound to since. (None if the program deleted it before it was ever used.)
  fileprivate func builtinFunction(_ name: Name) -> Value {
    let found = dictGet(self.interpreter.builtins, interned: self.name(name))
    return found.isNull ? .none : found
  }
}
