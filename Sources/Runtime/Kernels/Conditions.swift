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
