// What the instructions of Python 3.13 do to an abstract frame.
// Generated from Spec/ by specgen-tool. Do not edit: change the spec and build.

func transfer_3_13(_ opcode: Int, _ oparg: Int, _ edge: Edge, _ frame: inout AbstractFrame) throws(VerifierError) {
  switch opcode {
  case 1:  // BEFORE_ASYNC_WITH
    try frame.pop(.object)
    try frame.push(.object)
    try frame.push(.object)
  case 2:  // BEFORE_WITH
    try frame.pop(.object)
    try frame.push(.object)
    try frame.push(.object)
  case 4:  // BINARY_SLICE
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.object)
  case 5:  // BINARY_SUBSCR
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.object)
  case 6:  // CHECK_EG_MATCH
    try frame.pop(.object)
    try frame.pop(.exceptionOrNone)
    try frame.push(.exceptionOrNone)
    try frame.push(.exceptionOrNone)
  case 7:  // CHECK_EXC_MATCH
    try frame.pop(.object)
    _ = try frame.peek(1, .exception)
    try frame.push(.bool)
  case 8:  // CLEANUP_THROW
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.object)
    try frame.push(.object)
  case 9:  // DELETE_SUBSCR
    try frame.pop(.object)
    try frame.pop(.object)
  case 10:  // END_ASYNC_FOR
    try frame.pop(.object)
    try frame.pop(.object)
  case 11:  // END_FOR
    try frame.pop(.object)
  case 12:  // END_SEND
    let slotResult = try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(slotResult)
  case 13:  // EXIT_INIT_CHECK
    try frame.pop(.object)
  case 14:  // FORMAT_SIMPLE
    try frame.pop(.object)
    try frame.push(.object)
  case 15:  // FORMAT_WITH_SPEC
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.object)
  case 16:  // GET_AITER
    try frame.pop(.object)
    try frame.push(.object)
  case 18:  // GET_ANEXT
    _ = try frame.peek(1, .object)
    try frame.push(.object)
  case 19:  // GET_ITER
    try frame.pop(.object)
    try frame.push(.object)
  case 20:  // GET_LEN
    _ = try frame.peek(1, .object)
    try frame.push(.int)
  case 21:  // GET_YIELD_FROM_ITER
    try frame.pop(.object)
    try frame.push(.object)
  case 23:  // LOAD_ASSERTION_ERROR
    try frame.push(.object)
  case 24:  // LOAD_BUILD_CLASS
    try frame.push(.object)
  case 25:  // LOAD_LOCALS
    try frame.push(.object)
  case 26:  // MAKE_FUNCTION
    try frame.pop(.code)
    try frame.push(.object)
  case 27:  // MATCH_KEYS
    _ = try frame.peek(1, .object)
    _ = try frame.peek(2, .object)
    try frame.push(.object)
  case 28:  // MATCH_MAPPING
    _ = try frame.peek(1, .object)
    try frame.push(.bool)
  case 29:  // MATCH_SEQUENCE
    _ = try frame.peek(1, .object)
    try frame.push(.bool)
  case 30:  // NOP
    break
  case 31:  // POP_EXCEPT
    try frame.pop(.exceptionOrNone)
  case 32:  // POP_TOP
    try frame.pop(.object)
  case 33:  // PUSH_EXC_INFO
    let slotException = try frame.pop(.exception)
    try frame.push(.exceptionOrNone)
    try frame.push(slotException)
  case 34:  // PUSH_NULL
    try frame.push(.null)
  case 35:  // RETURN_GENERATOR
    try frame.becomeGenerator()
    try frame.push(.object)
  case 36:  // RETURN_VALUE
    try frame.requireLeavable()
    try frame.pop(.object)
  case 37:  // SETUP_ANNOTATIONS
    break
  case 38:  // STORE_SLICE
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.pop(.object)
  case 39:  // STORE_SUBSCR
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.pop(.object)
  case 40:  // TO_BOOL
    try frame.pop(.object)
    try frame.push(.bool)
  case 41:  // UNARY_INVERT
    try frame.pop(.object)
    try frame.push(.object)
  case 42:  // UNARY_NEGATIVE
    try frame.pop(.object)
    try frame.push(.object)
  case 43:  // UNARY_NOT
    try frame.pop(.bool)
    try frame.push(.bool)
  case 44:  // WITH_EXCEPT_START
    _ = try frame.peek(1, .exception)
    _ = try frame.peek(2, .exceptionOrNone)
    _ = try frame.peek(3, .lasti)
    _ = try frame.peek(4, .object)
    try frame.push(.object)
  case 45:  // BINARY_OP
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.object)
  case 46:  // BUILD_CONST_KEY_MAP
    let slotKeys = try frame.pop(.object)
    try frame.requireTuple(slotKeys, .exactly(oparg))
    try frame.pop(count: oparg, .object)
    try frame.push(.object)
  case 47:  // BUILD_LIST
    try frame.pop(count: oparg, .object)
    try frame.push(.object)
  case 48:  // BUILD_MAP
    try frame.pop(count: 2 * oparg, .object)
    try frame.push(.object)
  case 49:  // BUILD_SET
    try frame.pop(count: oparg, .object)
    try frame.push(.object)
  case 50:  // BUILD_SLICE
    if oparg == 3 { try frame.pop(.object) }
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.object)
  case 51:  // BUILD_STRING
    try frame.pop(count: oparg, .object)
    try frame.push(.object)
  case 52:  // BUILD_TUPLE
    try frame.pop(count: oparg, .object)
    try frame.push(.object)
  case 53:  // CALL
    try frame.pop(count: oparg, .object)
    try frame.pop(.objectOrNull)
    try frame.pop(.object)
    try frame.push(.object)
  case 54:  // CALL_FUNCTION_EX
    if (oparg & 1) != 0 { try frame.pop(.object) }
    try frame.pop(.object)
    try frame.pop(.null)
    try frame.pop(.object)
    try frame.push(.object)
  case 55:  // CALL_INTRINSIC_1
    try frame.pop(.object)
    try frame.push(.object)
  case 56:  // CALL_INTRINSIC_2
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.object)
  case 57:  // CALL_KW
    let slotNames = try frame.pop(.object)
    try frame.requireNames(slotNames, .atMost(oparg))
    try frame.pop(count: oparg, .object)
    try frame.pop(.objectOrNull)
    try frame.pop(.object)
    try frame.push(.object)
  case 58:  // COMPARE_OP
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(((oparg >> 4) & 1) != 0 ? .bool : .comparison)
  case 59:  // CONTAINS_OP
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.bool)
  case 60:  // CONVERT_VALUE
    try frame.pop(.object)
    try frame.push(.object)
  case 61:  // COPY
    let slotValue = try frame.peek(oparg, .objectOrNull)
    try frame.push(slotValue)
  case 62:  // COPY_FREE_VARS
    try frame.copyFreeVariables(oparg)
  case 63:  // DELETE_ATTR
    try frame.pop(.object)
  case 64:  // DELETE_DEREF
    try frame.requireCell(oparg)
  case 65:  // DELETE_FAST
    _ = try frame.checkedLocal(oparg)
    try frame.unsetLocal(oparg)
  case 66:  // DELETE_GLOBAL
    break
  case 67:  // DELETE_NAME
    break
  case 68:  // DICT_MERGE
    try frame.pop(.object)
    _ = try frame.peek(oparg, .object)
    _ = try frame.peek(oparg + 1, .object)
    _ = try frame.peek(oparg + 2, .objectOrNull)
    _ = try frame.peek(oparg + 3, .object)
  case 69:  // DICT_UPDATE
    try frame.pop(.object)
    _ = try frame.peek(oparg, .object)
  case 71:  // EXTENDED_ARG
    break
  case 72:  // FOR_ITER
    if edge == .next {
      _ = try frame.peek(1, .object)
      try frame.push(.object)
    } else {
      try frame.pop(.object)
    }
  case 73:  // GET_AWAITABLE
    try frame.pop(.object)
    try frame.push(.object)
  case 74:  // IMPORT_FROM
    _ = try frame.peek(1, .object)
    try frame.push(.object)
  case 75:  // IMPORT_NAME
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.object)
  case 76:  // IS_OP
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.bool)
  case 77:  // JUMP_BACKWARD
    break
  case 78:  // JUMP_BACKWARD_NO_INTERRUPT
    break
  case 79:  // JUMP_FORWARD
    break
  case 80:  // LIST_APPEND
    try frame.pop(.object)
    _ = try frame.peek(oparg, .object)
  case 81:  // LIST_EXTEND
    try frame.pop(.object)
    _ = try frame.peek(oparg, .object)
  case 82:  // LOAD_ATTR
    try frame.pop(.object)
    try frame.push(.object)
    if (oparg & 1) != 0 { try frame.push(.objectOrNull) }
  case 83:  // LOAD_CONST
    try frame.push(constant: oparg)
  case 84:  // LOAD_DEREF
    try frame.requireCell(oparg)
    try frame.push(.object)
  case 85:  // LOAD_FAST
    let slotLocal = try frame.local(oparg)
    try frame.push(slotLocal)
  case 86:  // LOAD_FAST_AND_CLEAR
    let slotLocal = try frame.localOrUnset(oparg)
    try frame.push(slotLocal)
    try frame.unsetLocal(oparg)
  case 87:  // LOAD_FAST_CHECK
    let slotLocal = try frame.checkedLocal(oparg)
    try frame.push(slotLocal)
  case 88:  // LOAD_FAST_LOAD_FAST
    do {
      let slotLocal = try frame.local(oparg >> 4)
      try frame.push(slotLocal)
    }
    do {
      let slotLocal = try frame.local(oparg & 15)
      try frame.push(slotLocal)
    }
  case 89:  // LOAD_FROM_DICT_OR_DEREF
    try frame.requireCell(oparg)
    try frame.pop(.object)
    try frame.push(.object)
  case 90:  // LOAD_FROM_DICT_OR_GLOBALS
    try frame.pop(.object)
    try frame.push(.object)
  case 91:  // LOAD_GLOBAL
    try frame.push(.object)
    if (oparg & 1) != 0 { try frame.push(.null) }
  case 92:  // LOAD_NAME
    try frame.push(.object)
  case 93:  // LOAD_SUPER_ATTR
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.object)
    if (oparg & 1) != 0 { try frame.push(.objectOrNull) }
  case 94:  // MAKE_CELL
    try frame.makeCell(oparg)
  case 95:  // MAP_ADD
    try frame.pop(.object)
    try frame.pop(.object)
    _ = try frame.peek(oparg, .object)
  case 96:  // MATCH_CLASS
    let slotNames = try frame.pop(.object)
    try frame.requireNames(slotNames, .any)
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.object)
  case 97:  // POP_JUMP_IF_FALSE
    try frame.pop(.bool)
  case 98:  // POP_JUMP_IF_NONE
    try frame.pop(.object)
  case 99:  // POP_JUMP_IF_NOT_NONE
    try frame.pop(.object)
  case 100:  // POP_JUMP_IF_TRUE
    try frame.pop(.bool)
  case 101:  // RAISE_VARARGS
    if oparg == 2 { try frame.pop(.object) }
    if oparg >= 1 { try frame.pop(.object) }
  case 102:  // RERAISE
    try frame.pop(.object)
    if oparg != 0 { _ = try frame.peek((oparg != 0 ? 1 : 0) + (oparg != 0 ? oparg - 1 : 0), .lasti) }
  case 103:  // RETURN_CONST
    try frame.requireLeavable()
  case 104:  // SEND
    if edge == .next {
      try frame.pop(.object)
      _ = try frame.peek(1, .object)
      try frame.push(.object)
    } else {
      try frame.pop(.object)
      _ = try frame.peek(1, .object)
      try frame.push(.object)
    }
  case 105:  // SET_ADD
    try frame.pop(.object)
    _ = try frame.peek(oparg, .object)
  case 106:  // SET_FUNCTION_ATTRIBUTE
    let slotFunction = try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(slotFunction)
  case 107:  // SET_UPDATE
    try frame.pop(.object)
    _ = try frame.peek(oparg, .object)
  case 108:  // STORE_ATTR
    try frame.pop(.object)
    try frame.pop(.object)
  case 109:  // STORE_DEREF
    try frame.requireCell(oparg)
    try frame.pop(.object)
  case 110:  // STORE_FAST
    let slotValue = try frame.pop(.objectOrNull)
    try frame.setLocal(oparg, slotValue)
  case 111:  // STORE_FAST_LOAD_FAST
    do {
      let slotValue = try frame.pop(.objectOrNull)
      try frame.setLocal(oparg >> 4, slotValue)
    }
    do {
      let slotLocal = try frame.local(oparg & 15)
      try frame.push(slotLocal)
    }
  case 112:  // STORE_FAST_STORE_FAST
    do {
      let slotValue = try frame.pop(.objectOrNull)
      try frame.setLocal(oparg >> 4, slotValue)
    }
    do {
      let slotValue = try frame.pop(.objectOrNull)
      try frame.setLocal(oparg & 15, slotValue)
    }
  case 113:  // STORE_GLOBAL
    try frame.pop(.object)
  case 114:  // STORE_NAME
    try frame.pop(.object)
  case 115:  // SWAP
    let slotTop = try frame.peek(1, .objectOrNull)
    let slotBottom = try frame.peek(oparg, .objectOrNull)
    try frame.replace(1, with: slotBottom)
    try frame.replace(oparg, with: slotTop)
  case 116:  // UNPACK_EX
    try frame.pop(.object)
    try frame.push(count: (oparg & 255) + (oparg >> 8) + 1, .object)
  case 117:  // UNPACK_SEQUENCE
    try frame.pop(.object)
    try frame.push(count: oparg, .object)
  case 118:  // YIELD_VALUE
    try frame.requireGenerator()
    try frame.pop(.object)
    try frame.push(.object)
  case 149:  // RESUME
    break
  default:
    throw .other("not an instruction")
  }
}
