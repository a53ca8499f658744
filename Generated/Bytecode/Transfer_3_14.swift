// What the instructions of Python 3.14 do to an abstract frame.
// Generated from Spec/ by specgen-tool. Do not edit: change the spec and build.

func transfer_3_14(_ opcode: Int, _ oparg: Int, _ edge: Edge, _ frame: inout AbstractFrame) throws(VerifierError) {
  switch opcode {
  case 1:  // BINARY_SLICE
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.object)
  case 2:  // BUILD_TEMPLATE
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.object)
  case 4:  // CALL_FUNCTION_EX
    try frame.pop(.objectOrNull)
    try frame.pop(.object)
    try frame.pop(.null)
    try frame.pop(.object)
    try frame.push(.object)
  case 5:  // CHECK_EG_MATCH
    try frame.pop(.object)
    try frame.pop(.exceptionOrNone)
    try frame.push(.exceptionOrNone)
    try frame.push(.exceptionOrNone)
  case 6:  // CHECK_EXC_MATCH
    try frame.pop(.object)
    _ = try frame.peek(1, .exception)
    try frame.push(.bool)
  case 7:  // CLEANUP_THROW
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.object)
    try frame.push(.object)
  case 8:  // DELETE_SUBSCR
    try frame.pop(.object)
    try frame.pop(.object)
  case 9:  // END_FOR
    try frame.pop(.object)
  case 10:  // END_SEND
    let slotResult = try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(slotResult)
  case 11:  // EXIT_INIT_CHECK
    try frame.pop(.object)
  case 12:  // FORMAT_SIMPLE
    try frame.pop(.object)
    try frame.push(.object)
  case 13:  // FORMAT_WITH_SPEC
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.object)
  case 14:  // GET_AITER
    try frame.pop(.object)
    try frame.push(.object)
  case 15:  // GET_ANEXT
    _ = try frame.peek(1, .object)
    try frame.push(.object)
  case 16:  // GET_ITER
    try frame.pop(.object)
    try frame.push(.object)
  case 18:  // GET_LEN
    _ = try frame.peek(1, .object)
    try frame.push(.int)
  case 19:  // GET_YIELD_FROM_ITER
    try frame.pop(.object)
    try frame.push(.object)
  case 21:  // LOAD_BUILD_CLASS
    try frame.push(.object)
  case 22:  // LOAD_LOCALS
    try frame.push(.object)
  case 23:  // MAKE_FUNCTION
    try frame.pop(.code)
    try frame.push(.object)
  case 24:  // MATCH_KEYS
    _ = try frame.peek(1, .object)
    _ = try frame.peek(2, .object)
    try frame.push(.object)
  case 25:  // MATCH_MAPPING
    _ = try frame.peek(1, .object)
    try frame.push(.bool)
  case 26:  // MATCH_SEQUENCE
    _ = try frame.peek(1, .object)
    try frame.push(.bool)
  case 27:  // NOP
    break
  case 28:  // NOT_TAKEN
    break
  case 29:  // POP_EXCEPT
    try frame.pop(.exceptionOrNone)
  case 30:  // POP_ITER
    try frame.pop(.object)
  case 31:  // POP_TOP
    try frame.pop(.objectOrNull)
  case 32:  // PUSH_EXC_INFO
    let slotException = try frame.pop(.exception)
    try frame.push(.exceptionOrNone)
    try frame.push(slotException)
  case 33:  // PUSH_NULL
    try frame.push(.null)
  case 34:  // RETURN_GENERATOR
    try frame.becomeGenerator()
    try frame.push(.object)
  case 35:  // RETURN_VALUE
    try frame.requireLeavable()
    try frame.pop(.object)
  case 36:  // SETUP_ANNOTATIONS
    break
  case 37:  // STORE_SLICE
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.pop(.object)
  case 38:  // STORE_SUBSCR
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.pop(.object)
  case 39:  // TO_BOOL
    try frame.pop(.object)
    try frame.push(.bool)
  case 40:  // UNARY_INVERT
    try frame.pop(.object)
    try frame.push(.object)
  case 41:  // UNARY_NEGATIVE
    try frame.pop(.object)
    try frame.push(.object)
  case 42:  // UNARY_NOT
    try frame.pop(.bool)
    try frame.push(.bool)
  case 43:  // WITH_EXCEPT_START
    _ = try frame.peek(1, .exception)
    _ = try frame.peek(2, .exceptionOrNone)
    _ = try frame.peek(3, .lasti)
    _ = try frame.peek(4, .objectOrNull)
    _ = try frame.peek(5, .object)
    try frame.push(.object)
  case 44:  // BINARY_OP
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.object)
  case 45:  // BUILD_INTERPOLATION
    if (oparg & 1) != 0 { try frame.pop(.object) }
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.object)
  case 46:  // BUILD_LIST
    try frame.pop(count: oparg, .object)
    try frame.push(.object)
  case 47:  // BUILD_MAP
    try frame.pop(count: 2 * oparg, .object)
    try frame.push(.object)
  case 48:  // BUILD_SET
    try frame.pop(count: oparg, .object)
    try frame.push(.object)
  case 49:  // BUILD_SLICE
    if oparg == 3 { try frame.pop(.object) }
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.object)
  case 50:  // BUILD_STRING
    try frame.pop(count: oparg, .object)
    try frame.push(.object)
  case 51:  // BUILD_TUPLE
    try frame.pop(count: oparg, .object)
    try frame.push(.object)
  case 52:  // CALL
    try frame.pop(count: oparg, .object)
    try frame.pop(.objectOrNull)
    try frame.pop(.object)
    try frame.push(.object)
  case 53:  // CALL_INTRINSIC_1
    try frame.pop(.object)
    try frame.push(.object)
  case 54:  // CALL_INTRINSIC_2
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.object)
  case 55:  // CALL_KW
    let slotNames = try frame.pop(.object)
    try frame.requireNames(slotNames, .atMost(oparg))
    try frame.pop(count: oparg, .object)
    try frame.pop(.objectOrNull)
    try frame.pop(.object)
    try frame.push(.object)
  case 56:  // COMPARE_OP
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(((oparg >> 4) & 1) != 0 ? .bool : .comparison)
  case 57:  // CONTAINS_OP
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.bool)
  case 58:  // CONVERT_VALUE
    try frame.pop(.object)
    try frame.push(.object)
  case 59:  // COPY
    let slotValue = try frame.peek(oparg, .objectOrNull)
    try frame.push(slotValue)
  case 60:  // COPY_FREE_VARS
    try frame.copyFreeVariables(oparg)
  case 61:  // DELETE_ATTR
    try frame.pop(.object)
  case 62:  // DELETE_DEREF
    try frame.requireCell(oparg)
  case 63:  // DELETE_FAST
    _ = try frame.checkedLocal(oparg)
    try frame.unsetLocal(oparg)
  case 64:  // DELETE_GLOBAL
    break
  case 65:  // DELETE_NAME
    break
  case 66:  // DICT_MERGE
    try frame.pop(.object)
    _ = try frame.peek(oparg, .object)
    _ = try frame.peek(oparg + 1, .object)
    _ = try frame.peek(oparg + 2, .objectOrNull)
    _ = try frame.peek(oparg + 3, .object)
  case 67:  // DICT_UPDATE
    try frame.pop(.object)
    _ = try frame.peek(oparg, .object)
  case 68:  // END_ASYNC_FOR
    try frame.pop(.object)
    try frame.pop(.object)
  case 69:  // EXTENDED_ARG
    break
  case 70:  // FOR_ITER
    if edge == .next {
      _ = try frame.peek(1, .object)
      try frame.push(.object)
    } else {
      _ = try frame.peek(1, .object)
    }
  case 71:  // GET_AWAITABLE
    try frame.pop(.object)
    try frame.push(.object)
  case 72:  // IMPORT_FROM
    _ = try frame.peek(1, .object)
    try frame.push(.object)
  case 73:  // IMPORT_NAME
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.object)
  case 74:  // IS_OP
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.bool)
  case 75:  // JUMP_BACKWARD
    break
  case 76:  // JUMP_BACKWARD_NO_INTERRUPT
    break
  case 77:  // JUMP_FORWARD
    break
  case 78:  // LIST_APPEND
    try frame.pop(.object)
    _ = try frame.peek(oparg, .object)
  case 79:  // LIST_EXTEND
    try frame.pop(.object)
    _ = try frame.peek(oparg, .object)
  case 80:  // LOAD_ATTR
    try frame.pop(.object)
    try frame.push(.object)
    if (oparg & 1) != 0 { try frame.push(.objectOrNull) }
  case 81:  // LOAD_COMMON_CONSTANT
    try frame.push(.object)
  case 82:  // LOAD_CONST
    try frame.push(constant: oparg)
  case 83:  // LOAD_DEREF
    try frame.requireCell(oparg)
    try frame.push(.object)
  case 84:  // LOAD_FAST
    let slotLocal = try frame.local(oparg)
    try frame.push(slotLocal)
  case 85:  // LOAD_FAST_AND_CLEAR
    let slotLocal = try frame.localOrUnset(oparg)
    try frame.push(slotLocal)
    try frame.unsetLocal(oparg)
  case 86:  // LOAD_FAST_BORROW
    let slotLocal = try frame.local(oparg)
    try frame.push(slotLocal)
  case 87:  // LOAD_FAST_BORROW_LOAD_FAST_BORROW
    do {
      let slotLocal = try frame.local(oparg >> 4)
      try frame.push(slotLocal)
    }
    do {
      let slotLocal = try frame.local(oparg & 15)
      try frame.push(slotLocal)
    }
  case 88:  // LOAD_FAST_CHECK
    let slotLocal = try frame.checkedLocal(oparg)
    try frame.push(slotLocal)
  case 89:  // LOAD_FAST_LOAD_FAST
    do {
      let slotLocal = try frame.local(oparg >> 4)
      try frame.push(slotLocal)
    }
    do {
      let slotLocal = try frame.local(oparg & 15)
      try frame.push(slotLocal)
    }
  case 90:  // LOAD_FROM_DICT_OR_DEREF
    try frame.requireCell(oparg)
    try frame.pop(.object)
    try frame.push(.object)
  case 91:  // LOAD_FROM_DICT_OR_GLOBALS
    try frame.pop(.object)
    try frame.push(.object)
  case 92:  // LOAD_GLOBAL
    try frame.push(.object)
    if (oparg & 1) != 0 { try frame.push(.null) }
  case 93:  // LOAD_NAME
    try frame.push(.object)
  case 94:  // LOAD_SMALL_INT
    try frame.push(.int)
  case 95:  // LOAD_SPECIAL
    try frame.pop(.object)
    try frame.push(.object)
    try frame.push(.objectOrNull)
  case 96:  // LOAD_SUPER_ATTR
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.object)
    if (oparg & 1) != 0 { try frame.push(.objectOrNull) }
  case 97:  // MAKE_CELL
    try frame.makeCell(oparg)
  case 98:  // MAP_ADD
    try frame.pop(.object)
    try frame.pop(.object)
    _ = try frame.peek(oparg, .object)
  case 99:  // MATCH_CLASS
    let slotNames = try frame.pop(.object)
    try frame.requireNames(slotNames, .any)
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.object)
  case 100:  // POP_JUMP_IF_FALSE
    try frame.pop(.object)
  case 101:  // POP_JUMP_IF_NONE
    try frame.pop(.object)
  case 102:  // POP_JUMP_IF_NOT_NONE
    try frame.pop(.object)
  case 103:  // POP_JUMP_IF_TRUE
    try frame.pop(.object)
  case 104:  // RAISE_VARARGS
    if oparg == 2 { try frame.pop(.object) }
    if oparg >= 1 { try frame.pop(.object) }
  case 105:  // RERAISE
    try frame.pop(.object)
    if oparg != 0 { _ = try frame.peek((oparg != 0 ? 1 : 0) + (oparg != 0 ? oparg - 1 : 0), .lasti) }
  case 106:  // SEND
    if edge == .next {
      try frame.pop(.object)
      _ = try frame.peek(1, .object)
      try frame.push(.object)
    } else {
      try frame.pop(.object)
      _ = try frame.peek(1, .object)
      try frame.push(.object)
    }
  case 107:  // SET_ADD
    try frame.pop(.object)
    _ = try frame.peek(oparg, .object)
  case 108:  // SET_FUNCTION_ATTRIBUTE
    let slotFunction = try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(slotFunction)
  case 109:  // SET_UPDATE
    try frame.pop(.object)
    _ = try frame.peek(oparg, .object)
  case 110:  // STORE_ATTR
    try frame.pop(.object)
    try frame.pop(.object)
  case 111:  // STORE_DEREF
    try frame.requireCell(oparg)
    try frame.pop(.object)
  case 112:  // STORE_FAST
    let slotValue = try frame.pop(.objectOrNull)
    try frame.setLocal(oparg, slotValue)
  case 113:  // STORE_FAST_LOAD_FAST
    do {
      let slotValue = try frame.pop(.objectOrNull)
      try frame.setLocal(oparg >> 4, slotValue)
    }
    do {
      let slotLocal = try frame.local(oparg & 15)
      try frame.push(slotLocal)
    }
  case 114:  // STORE_FAST_STORE_FAST
    do {
      let slotValue = try frame.pop(.objectOrNull)
      try frame.setLocal(oparg >> 4, slotValue)
    }
    do {
      let slotValue = try frame.pop(.objectOrNull)
      try frame.setLocal(oparg & 15, slotValue)
    }
  case 115:  // STORE_GLOBAL
    try frame.pop(.object)
  case 116:  // STORE_NAME
    try frame.pop(.object)
  case 117:  // SWAP
    let slotTop = try frame.peek(1, .objectOrNull)
    let slotBottom = try frame.peek(oparg, .objectOrNull)
    try frame.replace(1, with: slotBottom)
    try frame.replace(oparg, with: slotTop)
  case 118:  // UNPACK_EX
    try frame.pop(.object)
    try frame.push(count: (oparg & 255) + (oparg >> 8) + 1, .object)
  case 119:  // UNPACK_SEQUENCE
    try frame.pop(.object)
    try frame.push(count: oparg, .object)
  case 120:  // YIELD_VALUE
    try frame.requireGenerator()
    try frame.pop(.object)
    try frame.push(.object)
  case 128:  // RESUME
    break
  default:
    throw .other("not an instruction")
  }
}
