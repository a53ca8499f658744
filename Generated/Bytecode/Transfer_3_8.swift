// What the instructions of Python 3.8 do to an abstract frame.
// Generated from Spec/ by specgen-tool. Do not edit: change the spec and build.

func transfer_3_8(_ opcode: Int, _ oparg: Int, _ edge: Edge, _ frame: inout AbstractFrame) throws(VerifierError) {
  switch opcode {
  case 1:  // POP_TOP
    try frame.pop(.object)
  case 2:  // ROT_TWO
    let slotTop = try frame.pop(.objectOrNull)
    let slotBelow = try frame.pop(.objectOrNull)
    try frame.push(slotTop)
    try frame.push(slotBelow)
  case 3:  // ROT_THREE
    let slotTop = try frame.pop(.objectOrNull)
    let slotSecond = try frame.pop(.objectOrNull)
    let slotThird = try frame.pop(.objectOrNull)
    try frame.push(slotTop)
    try frame.push(slotThird)
    try frame.push(slotSecond)
  case 4:  // DUP_TOP
    let slotValue = try frame.peek(1, .objectOrNull)
    try frame.push(slotValue)
  case 5:  // DUP_TOP_TWO
    let slotTop = try frame.peek(1, .objectOrNull)
    let slotBelow = try frame.peek(2, .objectOrNull)
    try frame.push(slotBelow)
    try frame.push(slotTop)
  case 6:  // ROT_FOUR
    let slotTop = try frame.pop(.objectOrNull)
    let slotSecond = try frame.pop(.objectOrNull)
    let slotThird = try frame.pop(.objectOrNull)
    let slotFourth = try frame.pop(.objectOrNull)
    try frame.push(slotTop)
    try frame.push(slotFourth)
    try frame.push(slotThird)
    try frame.push(slotSecond)
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
  case 16:  // BINARY_MATRIX_MULTIPLY
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.object)
  case 17:  // INPLACE_MATRIX_MULTIPLY
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.object)
  case 19:  // BINARY_POWER
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.object)
  case 20:  // BINARY_MULTIPLY
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.object)
  case 22:  // BINARY_MODULO
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.object)
  case 23:  // BINARY_ADD
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.object)
  case 24:  // BINARY_SUBTRACT
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.object)
  case 25:  // BINARY_SUBSCR
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.object)
  case 26:  // BINARY_FLOOR_DIVIDE
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.object)
  case 27:  // BINARY_TRUE_DIVIDE
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.object)
  case 28:  // INPLACE_FLOOR_DIVIDE
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.object)
  case 29:  // INPLACE_TRUE_DIVIDE
    try frame.pop(.object)
    try frame.pop(.object)
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
  case 53:  // BEGIN_FINALLY
    try frame.push(.null)
  case 54:  // END_ASYNC_FOR
    try frame.pop(.object)
    try frame.pop(.exception)
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.pop(.exceptionOrNone)
    try frame.pop(.lasti)
    try frame.pop(.object)
    try frame.endHandler()
  case 55:  // INPLACE_ADD
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.object)
  case 56:  // INPLACE_SUBTRACT
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.object)
  case 57:  // INPLACE_MULTIPLY
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.object)
  case 59:  // INPLACE_MODULO
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.object)
  case 60:  // STORE_SUBSCR
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.pop(.object)
  case 61:  // DELETE_SUBSCR
    try frame.pop(.object)
    try frame.pop(.object)
  case 62:  // BINARY_LSHIFT
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.object)
  case 63:  // BINARY_RSHIFT
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.object)
  case 64:  // BINARY_AND
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.object)
  case 65:  // BINARY_XOR
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.object)
  case 66:  // BINARY_OR
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.object)
  case 67:  // INPLACE_POWER
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.object)
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
  case 72:  // YIELD_FROM
    try frame.requireGenerator()
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.object)
  case 73:  // GET_AWAITABLE
    try frame.pop(.object)
    try frame.push(.object)
  case 75:  // INPLACE_LSHIFT
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.object)
  case 76:  // INPLACE_RSHIFT
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.object)
  case 77:  // INPLACE_AND
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.object)
  case 78:  // INPLACE_XOR
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.object)
  case 79:  // INPLACE_OR
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.object)
  case 81:  // WITH_CLEANUP_START
    let slotMarker = try frame.popMarker()
    try frame.pop(.object)
    try frame.push(marker: slotMarker)
    try frame.push(.object)
    try frame.push(.object)
  case 82:  // WITH_CLEANUP_FINISH
    try frame.pop(.object)
    try frame.pop(.object)
    let slotMarker = try frame.popMarker()
    try frame.push(marker: slotMarker)
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
  case 87:  // POP_BLOCK
    try frame.endBlock()
  case 88:  // END_FINALLY
    _ = try frame.popMarker()
  case 89:  // POP_EXCEPT
    try frame.pop(.object)
    try frame.pop(.exceptionOrNone)
    try frame.pop(.lasti)
    try frame.endHandler()
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
  case 113:  // JUMP_ABSOLUTE
    break
  case 114:  // POP_JUMP_IF_FALSE
    try frame.pop(.object)
  case 115:  // POP_JUMP_IF_TRUE
    try frame.pop(.object)
  case 116:  // LOAD_GLOBAL
    try frame.push(.object)
  case 122:  // SETUP_FINALLY
    if edge == .next {
    } else {
      try frame.push(.lasti)
      try frame.push(.exceptionOrNone)
      try frame.push(.object)
      try frame.push(.object)
      try frame.push(.exception)
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
  case 130:  // RAISE_VARARGS
    if oparg == 2 { try frame.pop(.object) }
    if oparg >= 1 { try frame.pop(.object) }
  case 131:  // CALL_FUNCTION
    try frame.pop(count: oparg, .object)
    try frame.pop(.object)
    try frame.push(.object)
  case 132:  // MAKE_FUNCTION
    try frame.pop(.object)
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
  case 135:  // LOAD_CLOSURE
    try frame.requireCell(frame.variableIndex(ofCell: oparg))
    try frame.push(.cell)
  case 136:  // LOAD_DEREF
    try frame.requireCell(frame.variableIndex(ofCell: oparg))
    try frame.push(.object)
  case 137:  // STORE_DEREF
    try frame.requireCell(frame.variableIndex(ofCell: oparg))
    try frame.pop(.object)
  case 138:  // DELETE_DEREF
    try frame.requireCell(frame.variableIndex(ofCell: oparg))
  case 141:  // CALL_FUNCTION_KW
    let slotNames = try frame.pop(.object)
    try frame.requireNames(slotNames, .atMost(oparg))
    try frame.pop(count: oparg, .object)
    try frame.pop(.object)
    try frame.push(.object)
  case 142:  // CALL_FUNCTION_EX
    if (oparg & 1) != 0 { try frame.pop(.object) }
    try frame.pop(.object)
    try frame.pop(.object)
    try frame.push(.object)
  case 143:  // SETUP_WITH
    if edge == .next {
      try frame.pop(.object)
      try frame.push(.object)
      try frame.push(.object)
    } else {
      try frame.pop(.object)
      try frame.push(.object)
      try frame.push(.lasti)
      try frame.push(.exceptionOrNone)
      try frame.push(.object)
      try frame.push(.object)
      try frame.push(.exception)
      try frame.push(.object)
    }
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
    try frame.requireCell(frame.variableIndex(ofCell: oparg))
    try frame.push(.object)
  case 149:  // BUILD_LIST_UNPACK
    try frame.pop(count: oparg, .object)
    try frame.push(.object)
  case 150:  // BUILD_MAP_UNPACK
    try frame.pop(count: oparg, .object)
    try frame.push(.object)
  case 151:  // BUILD_MAP_UNPACK_WITH_CALL
    try frame.pop(count: oparg, .object)
    _ = try frame.peek(1, .object)
    _ = try frame.peek(2, .object)
    try frame.push(.object)
  case 152:  // BUILD_TUPLE_UNPACK
    try frame.pop(count: oparg, .object)
    try frame.push(.object)
  case 153:  // BUILD_SET_UNPACK
    try frame.pop(count: oparg, .object)
    try frame.push(.object)
  case 154:  // SETUP_ASYNC_WITH
    if edge == .next {
      _ = try frame.peek(1, .object)
    } else {
      try frame.pop(.object)
      try frame.push(.lasti)
      try frame.push(.exceptionOrNone)
      try frame.push(.object)
      try frame.push(.object)
      try frame.push(.exception)
      try frame.push(.object)
    }
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
  case 158:  // BUILD_TUPLE_UNPACK_WITH_CALL
    try frame.pop(count: oparg, .object)
    _ = try frame.peek(1, .object)
    try frame.push(.object)
  case 160:  // LOAD_METHOD
    try frame.pop(.object)
    try frame.push(.objectOrNull)
    try frame.push(.object)
  case 161:  // CALL_METHOD
    try frame.pop(count: oparg, .object)
    try frame.pop(.object)
    try frame.pop(.objectOrNull)
    try frame.push(.object)
  case 162:  // CALL_FINALLY
    if edge == .next {
    } else {
      try frame.pushReturnAddress()
    }
  case 163:  // POP_FINALLY
    let slotValue = try oparg != 0 ? frame.pop(.object) : AbstractSlot(.null)
    try frame.endHandler(of: frame.popMarker())
    if oparg != 0 { try frame.push(slotValue) }
  default:
    throw .other("not an instruction")
  }
}
