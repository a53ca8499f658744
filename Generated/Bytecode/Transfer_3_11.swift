// What the instructions of Python 3.11 do to an abstract frame.
// Generated from Spec/ by specgen-tool. Do not edit: change the spec and build.

func transfer_3_11(_ opcode: Int, _ oparg: Int, _ edge: Edge, _ frame: inout AbstractFrame) throws(VerifierError) {
  switch opcode {
  case 1:  // POP_TOP
    try frame.pop(.object)
  case 2:  // PUSH_NULL
    try frame.push(.null)
  case 9:  // NOP
    break
  case 10:  // UNARY_POSITIVE
    try frame.pop(.object)
    try frame.push(.object)
  case 11:  // UNARY_NEGATIVE
    try frame.pop(.object)
    try frame.push(.object)
  case 12:  // UNARY_NOT
    try frame.pop(.object)
    try frame.push(.bool)
  case 15:  // UNARY_INVERT
    try frame.pop(.object)
    try frame.push(.object)
  case 25:  // BINARY_SUBSCR
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.object)
  case 30:  // GET_LEN
    _ = try frame.peek(1, .object)
    try frame.push(.int)
  case 31:  // MATCH_MAPPING
    _ = try frame.peek(1, .object)
    try frame.push(.bool)
  case 32:  // MATCH_SEQUENCE
    _ = try frame.peek(1, .object)
    try frame.push(.bool)
  case 33:  // MATCH_KEYS
    _ = try frame.peek(1, .object)
    _ = try frame.peek(2, .object)
    try frame.push(.object)
  case 35:  // PUSH_EXC_INFO
    let slotException = try frame.pop(.exception)
    try frame.push(.exceptionOrNone)
    try frame.push(slotException)
  case 36:  // CHECK_EXC_MATCH
    try frame.pop(.object)
    _ = try frame.peek(1, .exception)
    try frame.push(.bool)
  case 37:  // CHECK_EG_MATCH
    try frame.pop(.object)
    try frame.pop(.exceptionOrNone)
    try frame.push(.exceptionOrNone)
    try frame.push(.exceptionOrNone)
  case 49:  // WITH_EXCEPT_START
    _ = try frame.peek(1, .exception)
    _ = try frame.peek(2, .exceptionOrNone)
    _ = try frame.peek(3, .lasti)
    _ = try frame.peek(4, .object)
    try frame.push(.object)
  case 50:  // GET_AITER
    try frame.pop(.object)
    try frame.push(.object)
  case 51:  // GET_ANEXT
    _ = try frame.peek(1, .object)
    try frame.push(.object)
  case 52:  // BEFORE_ASYNC_WITH
    try frame.pop(.object)
    try frame.push(.object)
    try frame.push(.object)
  case 53:  // BEFORE_WITH
    try frame.pop(.object)
    try frame.push(.object)
    try frame.push(.object)
  case 54:  // END_ASYNC_FOR
    try frame.pop(.object)
    try frame.pop(.object)
  case 60:  // STORE_SUBSCR
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.pop(.object)
  case 61:  // DELETE_SUBSCR
    try frame.pop(.object)
    try frame.pop(.object)
  case 68:  // GET_ITER
    try frame.pop(.object)
    try frame.push(.object)
  case 69:  // GET_YIELD_FROM_ITER
    try frame.pop(.object)
    try frame.push(.object)
  case 70:  // PRINT_EXPR
    try frame.pop(.object)
  case 71:  // LOAD_BUILD_CLASS
    try frame.push(.object)
  case 74:  // LOAD_ASSERTION_ERROR
    try frame.push(.object)
  case 75:  // RETURN_GENERATOR
    try frame.becomeGenerator()
    try frame.push(.object)
  case 82:  // LIST_TO_TUPLE
    try frame.pop(.object)
    try frame.push(.object)
  case 83:  // RETURN_VALUE
    try frame.requireLeavable()
    try frame.pop(.object)
  case 84:  // IMPORT_STAR
    try frame.pop(.object)
  case 85:  // SETUP_ANNOTATIONS
    break
  case 86:  // YIELD_VALUE
    try frame.requireGenerator()
    try frame.pop(.object)
    try frame.push(.object)
  case 87:  // ASYNC_GEN_WRAP
    try frame.pop(.object)
    try frame.push(.object)
  case 88:  // PREP_RERAISE_STAR
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.exceptionOrNone)
  case 89:  // POP_EXCEPT
    try frame.pop(.exceptionOrNone)
  case 90:  // STORE_NAME
    try frame.pop(.object)
  case 91:  // DELETE_NAME
    break
  case 92:  // UNPACK_SEQUENCE
    try frame.pop(.object)
    try frame.push(count: oparg, .object)
  case 93:  // FOR_ITER
    if edge == .next {
      _ = try frame.peek(1, .object)
      try frame.push(.object)
    } else {
      try frame.pop(.object)
    }
  case 94:  // UNPACK_EX
    try frame.pop(.object)
    try frame.push(count: (oparg & 255) + (oparg >> 8) + 1, .object)
  case 95:  // STORE_ATTR
    try frame.pop(.object)
    try frame.pop(.object)
  case 96:  // DELETE_ATTR
    try frame.pop(.object)
  case 97:  // STORE_GLOBAL
    try frame.pop(.object)
  case 98:  // DELETE_GLOBAL
    break
  case 99:  // SWAP
    let slotTop = try frame.peek(1, .objectOrNull)
    let slotBottom = try frame.peek(oparg, .objectOrNull)
    try frame.replace(1, with: slotBottom)
    try frame.replace(oparg, with: slotTop)
  case 100:  // LOAD_CONST
    try frame.push(constant: oparg)
  case 101:  // LOAD_NAME
    try frame.push(.object)
  case 102:  // BUILD_TUPLE
    try frame.pop(count: oparg, .object)
    try frame.push(.object)
  case 103:  // BUILD_LIST
    try frame.pop(count: oparg, .object)
    try frame.push(.object)
  case 104:  // BUILD_SET
    try frame.pop(count: oparg, .object)
    try frame.push(.object)
  case 105:  // BUILD_MAP
    try frame.pop(count: 2 * oparg, .object)
    try frame.push(.object)
  case 106:  // LOAD_ATTR
    try frame.pop(.object)
    try frame.push(.object)
  case 107:  // COMPARE_OP
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.object)
  case 108:  // IMPORT_NAME
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.object)
  case 109:  // IMPORT_FROM
    _ = try frame.peek(1, .object)
    try frame.push(.object)
  case 110:  // JUMP_FORWARD
    break
  case 111:  // JUMP_IF_FALSE_OR_POP
    if edge == .next {
      try frame.pop(.object)
    } else {
      _ = try frame.peek(1, .object)
    }
  case 112:  // JUMP_IF_TRUE_OR_POP
    if edge == .next {
      try frame.pop(.object)
    } else {
      _ = try frame.peek(1, .object)
    }
  case 114:  // POP_JUMP_FORWARD_IF_FALSE
    try frame.pop(.object)
  case 115:  // POP_JUMP_FORWARD_IF_TRUE
    try frame.pop(.object)
  case 116:  // LOAD_GLOBAL
    if (oparg & 1) != 0 { try frame.push(.null) }
    try frame.push(.object)
  case 117:  // IS_OP
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.bool)
  case 118:  // CONTAINS_OP
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.bool)
  case 119:  // RERAISE
    try frame.pop(.object)
    if oparg != 0 { _ = try frame.peek((oparg != 0 ? 1 : 0) + (oparg != 0 ? oparg - 1 : 0), .lasti) }
  case 120:  // COPY
    let slotValue = try frame.peek(oparg, .objectOrNull)
    try frame.push(slotValue)
  case 122:  // BINARY_OP
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.object)
  case 123:  // SEND
    if edge == .next {
      try frame.pop(.object)
      _ = try frame.peek(1, .object)
      try frame.push(.object)
    } else {
      try frame.pop(.object)
      try frame.pop(.object)
      try frame.push(.object)
    }
  case 124:  // LOAD_FAST
    let slotLocal = try frame.checkedLocal(oparg)
    try frame.push(slotLocal)
  case 125:  // STORE_FAST
    let slotValue = try frame.pop(.object)
    try frame.setLocal(oparg, slotValue)
  case 126:  // DELETE_FAST
    _ = try frame.checkedLocal(oparg)
    try frame.unsetLocal(oparg)
  case 128:  // POP_JUMP_FORWARD_IF_NOT_NONE
    try frame.pop(.object)
  case 129:  // POP_JUMP_FORWARD_IF_NONE
    try frame.pop(.object)
  case 130:  // RAISE_VARARGS
    if oparg == 2 { try frame.pop(.object) }
    if oparg >= 1 { try frame.pop(.object) }
  case 131:  // GET_AWAITABLE
    try frame.pop(.object)
    try frame.push(.object)
  case 132:  // MAKE_FUNCTION
    try frame.pop(.code)
    if ((oparg >> 3) & 1) != 0 { try frame.pop(.object) }
    if ((oparg >> 2) & 1) != 0 { try frame.pop(.object) }
    if ((oparg >> 1) & 1) != 0 { try frame.pop(.object) }
    if (oparg & 1) != 0 { try frame.pop(.object) }
    try frame.push(.object)
  case 133:  // BUILD_SLICE
    if oparg == 3 { try frame.pop(.object) }
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.object)
  case 134:  // JUMP_BACKWARD_NO_INTERRUPT
    break
  case 135:  // MAKE_CELL
    try frame.makeCell(oparg)
  case 136:  // LOAD_CLOSURE
    try frame.requireCell(oparg)
    try frame.push(.cell)
  case 137:  // LOAD_DEREF
    try frame.requireCell(oparg)
    try frame.push(.object)
  case 138:  // STORE_DEREF
    try frame.requireCell(oparg)
    try frame.pop(.object)
  case 139:  // DELETE_DEREF
    try frame.requireCell(oparg)
  case 140:  // JUMP_BACKWARD
    break
  case 142:  // CALL_FUNCTION_EX
    if (oparg & 1) != 0 { try frame.pop(.object) }
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.pop(.null)
    try frame.push(.object)
  case 144:  // EXTENDED_ARG
    break
  case 145:  // LIST_APPEND
    try frame.pop(.object)
    _ = try frame.peek(oparg, .object)
  case 146:  // SET_ADD
    try frame.pop(.object)
    _ = try frame.peek(oparg, .object)
  case 147:  // MAP_ADD
    try frame.pop(.object)
    try frame.pop(.object)
    _ = try frame.peek(oparg, .object)
  case 148:  // LOAD_CLASSDEREF
    try frame.requireCell(oparg)
    try frame.push(.object)
  case 149:  // COPY_FREE_VARS
    try frame.copyFreeVariables(oparg)
  case 151:  // RESUME
    break
  case 152:  // MATCH_CLASS
    let slotNames = try frame.pop(.object)
    try frame.requireNames(slotNames, .any)
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.object)
  case 155:  // FORMAT_VALUE
    if ((oparg >> 2) & 1) != 0 { try frame.pop(.object) }
    try frame.pop(.object)
    try frame.push(.object)
  case 156:  // BUILD_CONST_KEY_MAP
    let slotKeys = try frame.pop(.object)
    try frame.requireTuple(slotKeys, .exactly(oparg))
    try frame.pop(count: oparg, .object)
    try frame.push(.object)
  case 157:  // BUILD_STRING
    try frame.pop(count: oparg, .object)
    try frame.push(.object)
  case 160:  // LOAD_METHOD
    try frame.pop(.object)
    try frame.push(.objectOrNull)
    try frame.push(.object)
  case 162:  // LIST_EXTEND
    try frame.pop(.object)
    _ = try frame.peek(oparg, .object)
  case 163:  // SET_UPDATE
    try frame.pop(.object)
    _ = try frame.peek(oparg, .object)
  case 164:  // DICT_MERGE
    try frame.pop(.object)
    _ = try frame.peek(oparg, .object)
    _ = try frame.peek(oparg + 1, .object)
    _ = try frame.peek(oparg + 2, .object)
  case 165:  // DICT_UPDATE
    try frame.pop(.object)
    _ = try frame.peek(oparg, .object)
  case 166:  // PRECALL
    frame.keepKeywordNames()
    _ = try frame.peek(oparg + 1, .object)
    _ = try frame.peek(oparg + 2, .objectOrNull)
  case 171:  // CALL
    try frame.takeKeywordNames(argumentCount: oparg)
    try frame.pop(count: oparg, .object)
    try frame.pop(.object)
    try frame.pop(.objectOrNull)
    try frame.push(.object)
  case 172:  // KW_NAMES
    try frame.giveKeywordNames(constant: oparg)
  case 173:  // POP_JUMP_BACKWARD_IF_NOT_NONE
    try frame.pop(.object)
  case 174:  // POP_JUMP_BACKWARD_IF_NONE
    try frame.pop(.object)
  case 175:  // POP_JUMP_BACKWARD_IF_FALSE
    try frame.pop(.object)
  case 176:  // POP_JUMP_BACKWARD_IF_TRUE
    try frame.pop(.object)
  default:
    throw .other("not an instruction")
  }
}
