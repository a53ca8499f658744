// The register form of the instructions of Python 3.13.
// Generated from Spec/ by specgen-tool. Do not edit: change the spec and build.

/// Lowers one instruction.
func lower_3_13(_ opcode: Int, _ oparg: Int, _ lowering: inout Lowering) {
  switch opcode {
  case 1:  // BEFORE_ASYNC_WITH
    lowering.prepare(popping: 1, pushing: 2)
    let slotManager = lowering.peek(1)
    lowering.drop()
    lowering.emit([slotManager], pushing: 2)
  case 2:  // BEFORE_WITH
    lowering.prepare(popping: 1, pushing: 2)
    let slotManager = lowering.peek(1)
    lowering.drop()
    lowering.emit([slotManager], pushing: 2)
  case 4:  // BINARY_SLICE
    lowering.prepare(popping: 3, pushing: 1)
    let slotStop = lowering.peek(1)
    let slotStart = lowering.peek(2)
    let slotContainer = lowering.peek(3)
    lowering.drop()
    lowering.drop()
    lowering.drop()
    lowering.emit([slotContainer, slotStart, slotStop], pushing: 1)
  case 5:  // BINARY_SUBSCR
    lowering.prepare(popping: 2, pushing: 1)
    let slotKey = lowering.peek(1)
    let slotContainer = lowering.peek(2)
    lowering.drop()
    lowering.drop()
    lowering.emit([slotContainer, slotKey], pushing: 1)
  case 6:  // CHECK_EG_MATCH
    lowering.prepare(popping: 2, pushing: 2)
    let slotType = lowering.peek(1)
    let slotException = lowering.peek(2)
    lowering.drop()
    lowering.drop()
    lowering.emit([slotException, slotType], pushing: 2)
  case 7:  // CHECK_EXC_MATCH
    lowering.prepare(popping: 1, pushing: 1)
    let slotType = lowering.peek(1)
    let slotException = lowering.peek(2)
    lowering.drop()
    lowering.emit([slotException, slotType], pushing: 1)
  case 8:  // CLEANUP_THROW
    lowering.prepare(popping: 3, pushing: 2)
    let slotException = lowering.peek(1)
    lowering.drop()
    lowering.drop()
    lowering.drop()
    lowering.emit([slotException], pushing: 2)
  case 9:  // DELETE_SUBSCR
    lowering.prepare(popping: 2, pushing: 0)
    let slotKey = lowering.peek(1)
    let slotContainer = lowering.peek(2)
    lowering.drop()
    lowering.drop()
    lowering.emit([slotContainer, slotKey], pushing: 0)
  case 10:  // END_ASYNC_FOR
    lowering.prepare(popping: 2, pushing: 0)
    let slotException = lowering.peek(1)
    lowering.drop()
    lowering.drop()
    lowering.emit([slotException], pushing: 0)
  case 11:  // END_FOR
    lowering.drop()
  case 12:  // END_SEND
    let slotResult = lowering.pop()
    lowering.drop()
    lowering.push(slotResult)
  case 13:  // EXIT_INIT_CHECK
    lowering.prepare(popping: 1, pushing: 0)
    let slotResult = lowering.peek(1)
    lowering.drop()
    lowering.emit([slotResult], pushing: 0)
  case 14:  // FORMAT_SIMPLE
    lowering.prepare(popping: 1, pushing: 1)
    let slotValue = lowering.peek(1)
    lowering.drop()
    lowering.emit([slotValue], pushing: 1)
  case 15:  // FORMAT_WITH_SPEC
    lowering.prepare(popping: 2, pushing: 1)
    let slotSpec = lowering.peek(1)
    let slotValue = lowering.peek(2)
    lowering.drop()
    lowering.drop()
    lowering.emit([slotValue, slotSpec], pushing: 1)
  case 16:  // GET_AITER
    lowering.prepare(popping: 1, pushing: 1)
    let slotIterable = lowering.peek(1)
    lowering.drop()
    lowering.emit([slotIterable], pushing: 1)
  case 18:  // GET_ANEXT
    lowering.prepare(popping: 0, pushing: 1)
    let slotIterator = lowering.peek(1)
    lowering.emit([slotIterator], pushing: 1)
  case 19:  // GET_ITER
    lowering.prepare(popping: 1, pushing: 1)
    let slotIterable = lowering.peek(1)
    lowering.drop()
    lowering.emit([slotIterable], pushing: 1)
  case 20:  // GET_LEN
    lowering.prepare(popping: 0, pushing: 1)
    let slotSubject = lowering.peek(1)
    lowering.emit([slotSubject], pushing: 1)
  case 21:  // GET_YIELD_FROM_ITER
    lowering.prepare(popping: 1, pushing: 1)
    let slotIterable = lowering.peek(1)
    lowering.drop()
    lowering.emit([slotIterable], pushing: 1)
  case 23:  // LOAD_ASSERTION_ERROR
    lowering.prepare(popping: 0, pushing: 1)
    lowering.emit([], pushing: 1)
  case 24:  // LOAD_BUILD_CLASS
    lowering.prepare(popping: 0, pushing: 1)
    lowering.emit([], pushing: 1)
  case 25:  // LOAD_LOCALS
    lowering.prepare(popping: 0, pushing: 1)
    lowering.emit([], pushing: 1)
  case 26:  // MAKE_FUNCTION
    lowering.prepare(popping: 1, pushing: 1)
    let slotCode = lowering.peek(1)
    lowering.drop()
    lowering.emit([slotCode], pushing: 1)
  case 27:  // MATCH_KEYS
    lowering.prepare(popping: 0, pushing: 1)
    let slotKeys = lowering.peek(1)
    let slotSubject = lowering.peek(2)
    lowering.emit([slotSubject, slotKeys], pushing: 1)
  case 28:  // MATCH_MAPPING
    lowering.prepare(popping: 0, pushing: 1)
    let slotSubject = lowering.peek(1)
    lowering.emit([slotSubject], pushing: 1)
  case 29:  // MATCH_SEQUENCE
    lowering.prepare(popping: 0, pushing: 1)
    let slotSubject = lowering.peek(1)
    lowering.emit([slotSubject], pushing: 1)
  case 30:  // NOP
    break
  case 31:  // POP_EXCEPT
    lowering.prepare(popping: 1, pushing: 0)
    let slotPrevious = lowering.peek(1)
    lowering.drop()
    lowering.emit([slotPrevious], pushing: 0)
  case 32:  // POP_TOP
    lowering.drop()
  case 33:  // PUSH_EXC_INFO
    lowering.emit(stack: 1, pushing: 2)
  case 34:  // PUSH_NULL
    lowering.pushNull()
  case 35:  // RETURN_GENERATOR
    lowering.reject()
  case 36:  // RETURN_VALUE
    lowering.emit(stack: 1, pushing: 0)
  case 37:  // SETUP_ANNOTATIONS
    lowering.prepare(popping: 0, pushing: 0)
    lowering.emit([], pushing: 0)
  case 38:  // STORE_SLICE
    lowering.prepare(popping: 4, pushing: 0)
    let slotStop = lowering.peek(1)
    let slotStart = lowering.peek(2)
    let slotContainer = lowering.peek(3)
    let slotValue = lowering.peek(4)
    lowering.drop()
    lowering.drop()
    lowering.drop()
    lowering.drop()
    lowering.emit([slotValue, slotContainer, slotStart, slotStop], pushing: 0)
  case 39:  // STORE_SUBSCR
    lowering.prepare(popping: 3, pushing: 0)
    let slotKey = lowering.peek(1)
    let slotContainer = lowering.peek(2)
    let slotValue = lowering.peek(3)
    lowering.drop()
    lowering.drop()
    lowering.drop()
    lowering.emit([slotValue, slotContainer, slotKey], pushing: 0)
  case 40:  // TO_BOOL
    lowering.prepare(popping: 1, pushing: 1)
    let slotValue = lowering.peek(1)
    lowering.drop()
    lowering.emit([slotValue], pushing: 1)
  case 41:  // UNARY_INVERT
    lowering.prepare(popping: 1, pushing: 1)
    let slotValue = lowering.peek(1)
    lowering.drop()
    lowering.emit([slotValue], pushing: 1)
  case 42:  // UNARY_NEGATIVE
    lowering.prepare(popping: 1, pushing: 1)
    let slotValue = lowering.peek(1)
    lowering.drop()
    lowering.emit([slotValue], pushing: 1)
  case 43:  // UNARY_NOT
    lowering.prepare(popping: 1, pushing: 1)
    let slotValue = lowering.peek(1)
    lowering.drop()
    lowering.emit([slotValue], pushing: 1)
  case 44:  // WITH_EXCEPT_START
    lowering.prepare(popping: 0, pushing: 1)
    let slotException = lowering.peek(1)
    let slotExit = lowering.peek(4)
    lowering.emit([slotExit, slotException], pushing: 1)
  case 45:  // BINARY_OP
    lowering.prepare(popping: 2, pushing: 1)
    let slotRight = lowering.peek(1)
    let slotLeft = lowering.peek(2)
    lowering.drop()
    lowering.drop()
    lowering.emit([slotLeft, slotRight], pushing: 1)
  case 46:  // BUILD_CONST_KEY_MAP
    lowering.emit(stack: oparg + 1, pushing: 1)
  case 47:  // BUILD_LIST
    lowering.emit(stack: oparg, pushing: 1)
  case 48:  // BUILD_MAP
    lowering.emit(stack: 2 * oparg, pushing: 1)
  case 49:  // BUILD_SET
    lowering.emit(stack: oparg, pushing: 1)
  case 50:  // BUILD_SLICE
    lowering.emit(stack: (oparg == 3 ? 1 : 0) + 2, pushing: 1)
  case 51:  // BUILD_STRING
    lowering.emit(stack: oparg, pushing: 1)
  case 52:  // BUILD_TUPLE
    lowering.emit(stack: oparg, pushing: 1)
  case 53:  // CALL
    lowering.emit(stack: oparg + 2, pushing: 1)
  case 54:  // CALL_FUNCTION_EX
    lowering.emit(stack: ((oparg & 1) != 0 ? 1 : 0) + 3, pushing: 1)
  case 55:  // CALL_INTRINSIC_1
    lowering.prepare(popping: 1, pushing: 1)
    let slotValue = lowering.peek(1)
    lowering.drop()
    lowering.emit([slotValue], pushing: 1)
  case 56:  // CALL_INTRINSIC_2
    lowering.prepare(popping: 2, pushing: 1)
    let slotRight = lowering.peek(1)
    let slotLeft = lowering.peek(2)
    lowering.drop()
    lowering.drop()
    lowering.emit([slotLeft, slotRight], pushing: 1)
  case 57:  // CALL_KW
    lowering.emit(stack: oparg + 3, pushing: 1)
  case 58:  // COMPARE_OP
    lowering.prepare(popping: 2, pushing: 1)
    let slotRight = lowering.peek(1)
    let slotLeft = lowering.peek(2)
    lowering.drop()
    lowering.drop()
    lowering.emit([slotLeft, slotRight], pushing: 1)
  case 59:  // CONTAINS_OP
    lowering.prepare(popping: 2, pushing: 1)
    let slotContainer = lowering.peek(1)
    let slotItem = lowering.peek(2)
    lowering.drop()
    lowering.drop()
    lowering.emit([slotItem, slotContainer], pushing: 1)
  case 60:  // CONVERT_VALUE
    lowering.prepare(popping: 1, pushing: 1)
    let slotValue = lowering.peek(1)
    lowering.drop()
    lowering.emit([slotValue], pushing: 1)
  case 61:  // COPY
    let slotValue = lowering.peek(oparg)
    lowering.push(slotValue)
  case 62:  // COPY_FREE_VARS
    lowering.prepare(popping: 0, pushing: 0)
    lowering.emit([], pushing: 0)
  case 63:  // DELETE_ATTR
    lowering.prepare(popping: 1, pushing: 0)
    let slotOwner = lowering.peek(1)
    lowering.drop()
    lowering.emit([slotOwner], pushing: 0)
  case 64:  // DELETE_DEREF
    lowering.prepare(popping: 0, pushing: 0)
    lowering.emit([], pushing: 0)
  case 65:  // DELETE_FAST
    lowering.prepare(forLocal: oparg)
    lowering.emit()
    lowering.unsetLocal(oparg)
  case 66:  // DELETE_GLOBAL
    lowering.prepare(popping: 0, pushing: 0)
    lowering.emit([], pushing: 0)
  case 67:  // DELETE_NAME
    lowering.prepare(popping: 0, pushing: 0)
    lowering.emit([], pushing: 0)
  case 68:  // DICT_MERGE
    lowering.prepare(popping: 1, pushing: 0)
    let slotMapping = lowering.peek(1)
    let slotDict = lowering.peek(oparg + 1)
    let slotCallable = lowering.peek(oparg + 4)
    lowering.drop()
    lowering.emit([slotCallable, slotDict, slotMapping], pushing: 0)
  case 69:  // DICT_UPDATE
    lowering.prepare(popping: 1, pushing: 0)
    let slotMapping = lowering.peek(1)
    let slotDict = lowering.peek(oparg + 1)
    lowering.drop()
    lowering.emit([slotDict, slotMapping], pushing: 0)
  case 72:  // FOR_ITER
    lowering.settle(below: 0)
    lowering.prepare(popping: 0, pushing: 1)
    let slotIterator = lowering.peek(1)
    lowering.emit([slotIterator], pushing: 1, target: lowering.next + oparg + 2)
  case 73:  // GET_AWAITABLE
    lowering.prepare(popping: 1, pushing: 1)
    let slotValue = lowering.peek(1)
    lowering.drop()
    lowering.emit([slotValue], pushing: 1)
  case 74:  // IMPORT_FROM
    lowering.prepare(popping: 0, pushing: 1)
    let slotModule = lowering.peek(1)
    lowering.emit([slotModule], pushing: 1)
  case 75:  // IMPORT_NAME
    lowering.prepare(popping: 2, pushing: 1)
    let slotNamesOrNone = lowering.peek(1)
    let slotLevel = lowering.peek(2)
    lowering.drop()
    lowering.drop()
    lowering.emit([slotLevel, slotNamesOrNone], pushing: 1)
  case 76:  // IS_OP
    lowering.prepare(popping: 2, pushing: 1)
    let slotRight = lowering.peek(1)
    let slotLeft = lowering.peek(2)
    lowering.drop()
    lowering.drop()
    lowering.emit([slotLeft, slotRight], pushing: 1)
  case 77:  // JUMP_BACKWARD
    lowering.settle()
    lowering.emit(target: lowering.next - oparg)
  case 78:  // JUMP_BACKWARD_NO_INTERRUPT
    lowering.settle()
    lowering.emit(target: lowering.next - oparg)
  case 79:  // JUMP_FORWARD
    lowering.settle()
    lowering.emit(target: lowering.next + oparg)
  case 80:  // LIST_APPEND
    lowering.prepare(popping: 1, pushing: 0)
    let slotValue = lowering.peek(1)
    let slotList = lowering.peek(oparg + 1)
    lowering.drop()
    lowering.emit([slotList, slotValue], pushing: 0)
  case 81:  // LIST_EXTEND
    lowering.prepare(popping: 1, pushing: 0)
    let slotIterable = lowering.peek(1)
    let slotList = lowering.peek(oparg + 1)
    lowering.drop()
    lowering.emit([slotList, slotIterable], pushing: 0)
  case 82:  // LOAD_ATTR
    lowering.prepare(popping: 1, pushing: ((oparg & 1) != 0 ? 1 : 0) + 1)
    let slotOwner = lowering.peek(1)
    lowering.drop()
    lowering.emit([slotOwner], pushing: ((oparg & 1) != 0 ? 1 : 0) + 1)
  case 83:  // LOAD_CONST
    lowering.push(constant: oparg)
  case 84:  // LOAD_DEREF
    lowering.prepare(popping: 0, pushing: 1)
    lowering.emit([], pushing: 1)
  case 85:  // LOAD_FAST
    lowering.push(local: oparg)
  case 86:  // LOAD_FAST_AND_CLEAR
    lowering.prepare(forLocal: oparg)
    lowering.push(local: oparg)
    lowering.unsetLocal(oparg)
  case 87:  // LOAD_FAST_CHECK
    lowering.emit()
    lowering.push(local: oparg)
  case 88:  // LOAD_FAST_LOAD_FAST
    do {
      lowering.push(local: oparg >> 4)
    }
    do {
      lowering.push(local: oparg & 15)
    }
  case 89:  // LOAD_FROM_DICT_OR_DEREF
    lowering.prepare(popping: 1, pushing: 1)
    let slotNamespace = lowering.peek(1)
    lowering.drop()
    lowering.emit([slotNamespace], pushing: 1)
  case 90:  // LOAD_FROM_DICT_OR_GLOBALS
    lowering.prepare(popping: 1, pushing: 1)
    let slotNamespace = lowering.peek(1)
    lowering.drop()
    lowering.emit([slotNamespace], pushing: 1)
  case 91:  // LOAD_GLOBAL
    lowering.prepare(popping: 0, pushing: ((oparg & 1) != 0 ? 1 : 0) + 1)
    lowering.emit([], pushing: ((oparg & 1) != 0 ? 1 : 0) + 1)
  case 92:  // LOAD_NAME
    lowering.prepare(popping: 0, pushing: 1)
    lowering.emit([], pushing: 1)
  case 93:  // LOAD_SUPER_ATTR
    lowering.prepare(popping: 3, pushing: ((oparg & 1) != 0 ? 1 : 0) + 1)
    let slotSelf = lowering.peek(1)
    let slotClass = lowering.peek(2)
    let slotSuper = lowering.peek(3)
    lowering.drop()
    lowering.drop()
    lowering.drop()
    lowering.emit([slotSuper, slotClass, slotSelf], pushing: ((oparg & 1) != 0 ? 1 : 0) + 1)
  case 94:  // MAKE_CELL
    lowering.prepare(forLocal: oparg)
    lowering.prepare(popping: 0, pushing: 0)
    lowering.emit([], pushing: 0)
  case 95:  // MAP_ADD
    lowering.prepare(popping: 2, pushing: 0)
    let slotValue = lowering.peek(1)
    let slotKey = lowering.peek(2)
    let slotDict = lowering.peek(oparg + 2)
    lowering.drop()
    lowering.drop()
    lowering.emit([slotDict, slotKey, slotValue], pushing: 0)
  case 96:  // MATCH_CLASS
    lowering.prepare(popping: 3, pushing: 1)
    let slotNames = lowering.peek(1)
    let slotClass = lowering.peek(2)
    let slotSubject = lowering.peek(3)
    lowering.drop()
    lowering.drop()
    lowering.drop()
    lowering.emit([slotSubject, slotClass, slotNames], pushing: 1)
  case 97:  // POP_JUMP_IF_FALSE
    lowering.settle(below: 1)
    lowering.prepare(popping: 1, pushing: 0)
    let slotCondition = lowering.peek(1)
    lowering.drop()
    lowering.emit([slotCondition], pushing: 0, target: lowering.next + oparg)
  case 98:  // POP_JUMP_IF_NONE
    lowering.settle(below: 1)
    lowering.prepare(popping: 1, pushing: 0)
    let slotValue = lowering.peek(1)
    lowering.drop()
    lowering.emit([slotValue], pushing: 0, target: lowering.next + oparg)
  case 99:  // POP_JUMP_IF_NOT_NONE
    lowering.settle(below: 1)
    lowering.prepare(popping: 1, pushing: 0)
    let slotValue = lowering.peek(1)
    lowering.drop()
    lowering.emit([slotValue], pushing: 0, target: lowering.next + oparg)
  case 100:  // POP_JUMP_IF_TRUE
    lowering.settle(below: 1)
    lowering.prepare(popping: 1, pushing: 0)
    let slotCondition = lowering.peek(1)
    lowering.drop()
    lowering.emit([slotCondition], pushing: 0, target: lowering.next + oparg)
  case 101:  // RAISE_VARARGS
    lowering.emit(stack: (oparg == 2 ? 1 : 0) + (oparg >= 1 ? 1 : 0), pushing: 0)
  case 102:  // RERAISE
    lowering.emit(stack: (oparg != 0 ? 1 : 0) + (oparg != 0 ? oparg - 1 : 0) + 1, pushing: (oparg != 0 ? 1 : 0) + (oparg != 0 ? oparg - 1 : 0))
  case 103:  // RETURN_CONST
    lowering.emit(stack: 0, pushing: 0)
  case 104:  // SEND
    lowering.reject()
  case 105:  // SET_ADD
    lowering.prepare(popping: 1, pushing: 0)
    let slotValue = lowering.peek(1)
    let slotSet = lowering.peek(oparg + 1)
    lowering.drop()
    lowering.emit([slotSet, slotValue], pushing: 0)
  case 106:  // SET_FUNCTION_ATTRIBUTE
    lowering.emit(stack: 2, pushing: 1)
  case 107:  // SET_UPDATE
    lowering.prepare(popping: 1, pushing: 0)
    let slotIterable = lowering.peek(1)
    let slotSet = lowering.peek(oparg + 1)
    lowering.drop()
    lowering.emit([slotSet, slotIterable], pushing: 0)
  case 108:  // STORE_ATTR
    lowering.prepare(popping: 2, pushing: 0)
    let slotOwner = lowering.peek(1)
    let slotValue = lowering.peek(2)
    lowering.drop()
    lowering.drop()
    lowering.emit([slotValue, slotOwner], pushing: 0)
  case 109:  // STORE_DEREF
    lowering.prepare(popping: 1, pushing: 0)
    let slotValue = lowering.peek(1)
    lowering.drop()
    lowering.emit([slotValue], pushing: 0)
  case 110:  // STORE_FAST
    lowering.prepare(forLocal: oparg)
    let slotValue = lowering.pop()
    lowering.setLocal(oparg, slotValue)
  case 111:  // STORE_FAST_LOAD_FAST
    do {
      lowering.prepare(forLocal: oparg >> 4)
      let slotValue = lowering.pop()
      lowering.setLocal(oparg >> 4, slotValue)
    }
    do {
      lowering.push(local: oparg & 15)
    }
  case 112:  // STORE_FAST_STORE_FAST
    do {
      lowering.prepare(forLocal: oparg >> 4)
      let slotValue = lowering.pop()
      lowering.setLocal(oparg >> 4, slotValue)
    }
    do {
      lowering.prepare(forLocal: oparg & 15)
      let slotValue = lowering.pop()
      lowering.setLocal(oparg & 15, slotValue)
    }
  case 113:  // STORE_GLOBAL
    lowering.prepare(popping: 1, pushing: 0)
    let slotValue = lowering.peek(1)
    lowering.drop()
    lowering.emit([slotValue], pushing: 0)
  case 114:  // STORE_NAME
    lowering.prepare(popping: 1, pushing: 0)
    let slotValue = lowering.peek(1)
    lowering.drop()
    lowering.emit([slotValue], pushing: 0)
  case 115:  // SWAP
    let slotTop = lowering.peek(1)
    let slotBottom = lowering.peek(oparg)
    lowering.replace(1, with: slotBottom)
    lowering.replace(oparg, with: slotTop)
  case 116:  // UNPACK_EX
    lowering.emit(stack: 1, pushing: (oparg & 255) + (oparg >> 8) + 1)
  case 117:  // UNPACK_SEQUENCE
    lowering.emit(stack: 1, pushing: oparg)
  case 118:  // YIELD_VALUE
    lowering.reject()
  case 149:  // RESUME
    lowering.prepare(popping: 0, pushing: 0)
    lowering.emit([], pushing: 0)
  default: lowering.reject()
  }
}

/// Runs `start` and the frames it enters, as far as their code can be lowered; the reference engine runs the others.
func runRegisters_3_13(_ t: Thread, _ start: Machine, _ code: RegisterCode) throws(Raised) -> Value {
  var frame = start.frame
  var code = code
  var slots = frame.locals
  var constants = frame.constants
  var ip = code.address(of: start.pc)
  do throws(Raised) {
    while true {
      let r = ip.pointee
      let oparg = Int(r.oparg)
      let pc = frame.code.units + Int(r.unit)
      switch Int(r.opcode) {
      case RegisterInstruction.move: slots[Int(r.destination)] = read(slots, constants, r.a)
      case RegisterInstruction.null: slots[Int(r.destination)] = Value.null
      case RegisterInstruction.exchange:
        let value = slots[Int(r.a)]
        slots[Int(r.a)] = slots[Int(r.destination)]
        slots[Int(r.destination)] = value
      case 1:  // BEFORE_ASYNC_WITH
        let manager = read(slots, constants, r.a)
        frame.pc = pc
        let result = try enterAsyncWith(t, manager)
        slots[Int(r.destination)] = result.first
        slots[Int(r.destination) &+ 1] = result.second
      case 2:  // BEFORE_WITH
        let manager = read(slots, constants, r.a)
        frame.pc = pc
        let result = try enterWith(t, manager)
        slots[Int(r.destination)] = result.first
        slots[Int(r.destination) &+ 1] = result.second
      case 4:  // BINARY_SLICE
        let container = read(slots, constants, r.a)
        let start = read(slots, constants, r.b)
        let stop = read(slots, constants, r.c)
        frame.pc = pc
        let result = try loadSlice(t, container, start, stop)
        slots[Int(r.destination)] = result
      case 5:  // BINARY_SUBSCR
        let container = read(slots, constants, r.a)
        let key = read(slots, constants, r.b)
        frame.pc = pc
        let result = try loadSubscript(t, container, key)
        slots[Int(r.destination)] = result
      case 6:  // CHECK_EG_MATCH
        let exception = read(slots, constants, r.a)
        let type = read(slots, constants, r.b)
        frame.pc = pc
        let result = try splitExceptionGroup(t, exception, type)
        slots[Int(r.destination)] = result.first
        slots[Int(r.destination) &+ 1] = result.second
      case 7:  // CHECK_EXC_MATCH
        let exception = read(slots, constants, r.a)
        let type = read(slots, constants, r.b)
        frame.pc = pc
        let result = try matchesException(t, exception, type)
        slots[Int(r.destination)] = result
      case 8:  // CLEANUP_THROW
        let exception = read(slots, constants, r.a)
        frame.pc = pc
        let result = try cleanUpThrow(t, exception)
        slots[Int(r.destination)] = result.first
        slots[Int(r.destination) &+ 1] = result.second
      case 9:  // DELETE_SUBSCR
        let container = read(slots, constants, r.a)
        let key = read(slots, constants, r.b)
        frame.pc = pc
        try deleteSubscript(t, container, key)
      case 10:  // END_ASYNC_FOR
        let exception = read(slots, constants, r.a)
        frame.pc = pc
        try endAsyncFor(t, exception)
      case 13:  // EXIT_INIT_CHECK
        let result = read(slots, constants, r.a)
        frame.pc = pc
        try checkInitResult(t, result)
      case 14:  // FORMAT_SIMPLE
        let value = read(slots, constants, r.a)
        frame.pc = pc
        let result = try formatSimple(t, value)
        slots[Int(r.destination)] = result
      case 15:  // FORMAT_WITH_SPEC
        let value = read(slots, constants, r.a)
        let spec = read(slots, constants, r.b)
        frame.pc = pc
        let result = try formatWithSpec(t, value, spec)
        slots[Int(r.destination)] = result
      case 16:  // GET_AITER
        let iterable = read(slots, constants, r.a)
        frame.pc = pc
        let result = try getAsyncIterator(t, iterable)
        slots[Int(r.destination)] = result
      case 18:  // GET_ANEXT
        let iterator = read(slots, constants, r.a)
        frame.pc = pc
        let result = try getAsyncNext(t, iterator)
        slots[Int(r.destination)] = result
      case 19:  // GET_ITER
        let iterable = read(slots, constants, r.a)
        frame.pc = pc
        let result = try getIterator(t, iterable)
        slots[Int(r.destination)] = result
      case 20:  // GET_LEN
        let subject = read(slots, constants, r.a)
        frame.pc = pc
        let result = try getLength(t, subject)
        slots[Int(r.destination)] = result
      case 21:  // GET_YIELD_FROM_ITER
        let iterable = read(slots, constants, r.a)
        frame.pc = pc
        let result = try getYieldFromIterator(t, frame, iterable)
        slots[Int(r.destination)] = result
      case 23:  // LOAD_ASSERTION_ERROR
        let result = loadAssertionError(t)
        slots[Int(r.destination)] = result
      case 24:  // LOAD_BUILD_CLASS
        frame.pc = pc
        let result = try loadBuildClass(t, frame)
        slots[Int(r.destination)] = result
      case 25:  // LOAD_LOCALS
        frame.pc = pc
        let result = try loadLocals(t, frame)
        slots[Int(r.destination)] = result
      case 26:  // MAKE_FUNCTION
        let code = read(slots, constants, r.a)
        frame.pc = pc
        let result = try makeFunction(t, frame, code)
        slots[Int(r.destination)] = result
      case 27:  // MATCH_KEYS
        let subject = read(slots, constants, r.a)
        let keys = read(slots, constants, r.b)
        frame.pc = pc
        let result = try matchKeys(t, subject, keys)
        slots[Int(r.destination)] = result
      case 28:  // MATCH_MAPPING
        let subject = read(slots, constants, r.a)
        let result = isMapping(t, subject)
        slots[Int(r.destination)] = result
      case 29:  // MATCH_SEQUENCE
        let subject = read(slots, constants, r.a)
        let result = isSequence(t, subject)
        slots[Int(r.destination)] = result
      case 31:  // POP_EXCEPT
        let previous = read(slots, constants, r.a)
        leaveHandler(t, previous)
      case 33:  // PUSH_EXC_INFO
        let sp = slots + Int(r.base)
        let exception = sp[-1]
        let result = enterHandler(t, exception)
        sp[-1] = result
        sp[0] = exception
      case 36:  // RETURN_VALUE
        frame.pc = pc
        let machine = try returnValue(t, frame, slots + Int(r.base), pc + 1)
        if machine.frame.isNone { return t.result }
        if machine.frame != frame {
          guard let next = try t.registerCode(entering: machine, from: frame) else { break }
          code = next
          frame = machine.frame
          slots = frame.locals
          constants = frame.constants
          ip = code.address(of: machine.pc)
          continue
        }
      case 37:  // SETUP_ANNOTATIONS
        frame.pc = pc
        try setUpAnnotations(t, frame)
      case 38:  // STORE_SLICE
        let value = read(slots, constants, r.a)
        let container = read(slots, constants, r.b)
        let start = read(slots, constants, r.c)
        let stop = read(slots, constants, r.d)
        frame.pc = pc
        try storeSlice(t, value, container, start, stop)
      case 39:  // STORE_SUBSCR
        let value = read(slots, constants, r.a)
        let container = read(slots, constants, r.b)
        let key = read(slots, constants, r.c)
        frame.pc = pc
        try storeSubscript(t, value, container, key)
      case 40:  // TO_BOOL
        let value = read(slots, constants, r.a)
        frame.pc = pc
        let result = try toBool(t, value)
        slots[Int(r.destination)] = result
      case 41:  // UNARY_INVERT
        let value = read(slots, constants, r.a)
        frame.pc = pc
        let result = try invert(t, value)
        slots[Int(r.destination)] = result
      case 42:  // UNARY_NEGATIVE
        let value = read(slots, constants, r.a)
        frame.pc = pc
        let result = try negate(t, value)
        slots[Int(r.destination)] = result
      case 43:  // UNARY_NOT
        let value = read(slots, constants, r.a)
        let result = logicalNot(t, value)
        slots[Int(r.destination)] = result
      case 44:  // WITH_EXCEPT_START
        let exit = read(slots, constants, r.a)
        let exception = read(slots, constants, r.b)
        frame.pc = pc
        let result = try callExit(t, exit, exception)
        slots[Int(r.destination)] = result
      case 45:  // BINARY_OP
        let left = read(slots, constants, r.a)
        let right = read(slots, constants, r.b)
        frame.pc = pc
        let result: Value
        switch oparg {
        case 0: result = try add(t, left, right)
        case 1: result = try bitwiseAnd(t, left, right)
        case 2: result = try floorDivide(t, left, right)
        case 3: result = try leftShift(t, left, right)
        case 4: result = try matrixMultiply(t, left, right)
        case 5: result = try multiply(t, left, right)
        case 6: result = try remainder(t, left, right)
        case 7: result = try bitwiseOr(t, left, right)
        case 8: result = try power(t, left, right)
        case 9: result = try rightShift(t, left, right)
        case 10: result = try subtract(t, left, right)
        case 11: result = try trueDivide(t, left, right)
        case 12: result = try bitwiseXor(t, left, right)
        case 13: result = try inPlaceAdd(t, left, right)
        case 14: result = try inPlaceAnd(t, left, right)
        case 15: result = try inPlaceFloorDivide(t, left, right)
        case 16: result = try inPlaceLeftShift(t, left, right)
        case 17: result = try inPlaceMatrixMultiply(t, left, right)
        case 18: result = try inPlaceMultiply(t, left, right)
        case 19: result = try inPlaceRemainder(t, left, right)
        case 20: result = try inPlaceOr(t, left, right)
        case 21: result = try inPlacePower(t, left, right)
        case 22: result = try inPlaceRightShift(t, left, right)
        case 23: result = try inPlaceSubtract(t, left, right)
        case 24: result = try inPlaceTrueDivide(t, left, right)
        case 25: result = try inPlaceXor(t, left, right)
        default: throw illegalInstruction(t, frame)
        }
        slots[Int(r.destination)] = result
      case 46:  // BUILD_CONST_KEY_MAP
        let sp = slots + Int(r.base)
        let values = Slots(base: sp + (0 &- oparg &- 1), count: oparg)
        let keys = sp[-1]
        frame.pc = pc
        let result = try buildConstKeyMap(t, values, keys)
        sp[0 &- oparg &- 1] = result
      case 47:  // BUILD_LIST
        let sp = slots + Int(r.base)
        let items = Slots(base: sp + (0 &- oparg), count: oparg)
        frame.pc = pc
        let result = try buildList(t, items)
        sp[0 &- oparg] = result
      case 48:  // BUILD_MAP
        let sp = slots + Int(r.base)
        let pairs = Slots(base: sp + (0 &- 2 &* oparg), count: 2 &* oparg)
        frame.pc = pc
        let result = try buildMap(t, pairs)
        sp[0 &- 2 &* oparg] = result
      case 49:  // BUILD_SET
        let sp = slots + Int(r.base)
        let items = Slots(base: sp + (0 &- oparg), count: oparg)
        frame.pc = pc
        let result = try buildSet(t, items)
        sp[0 &- oparg] = result
      case 50:  // BUILD_SLICE
        let sp = slots + Int(r.base)
        let start = sp[0 &- (oparg == 3 ? 1 : 0) &- 2]
        let stop = sp[0 &- (oparg == 3 ? 1 : 0) &- 1]
        let step = oparg == 3 ? sp[0 &- (oparg == 3 ? 1 : 0)] : Value.null
        frame.pc = pc
        let result = try buildSlice(t, start, stop, step)
        sp[0 &- (oparg == 3 ? 1 : 0) &- 2] = result
      case 51:  // BUILD_STRING
        let sp = slots + Int(r.base)
        let pieces = Slots(base: sp + (0 &- oparg), count: oparg)
        frame.pc = pc
        let result = try buildString(t, pieces)
        sp[0 &- oparg] = result
      case 52:  // BUILD_TUPLE
        let sp = slots + Int(r.base)
        let items = Slots(base: sp + (0 &- oparg), count: oparg)
        frame.pc = pc
        let result = try buildTuple(t, items)
        sp[0 &- oparg] = result
      case 53:  // CALL
        frame.pc = pc
        let machine = try call(t, frame, slots + Int(r.base), pc + 4, oparg)
        if machine.frame != frame {
          guard let next = try t.registerCode(entering: machine, from: frame) else { break }
          code = next
          frame = machine.frame
          slots = frame.locals
          constants = frame.constants
          ip = code.address(of: machine.pc)
          continue
        }
      case 54:  // CALL_FUNCTION_EX
        frame.pc = pc
        let machine = try callUnpacked(t, frame, slots + Int(r.base), pc + 1, (oparg & 1) != 0)
        if machine.frame != frame {
          guard let next = try t.registerCode(entering: machine, from: frame) else { break }
          code = next
          frame = machine.frame
          slots = frame.locals
          constants = frame.constants
          ip = code.address(of: machine.pc)
          continue
        }
      case 55:  // CALL_INTRINSIC_1
        let value = read(slots, constants, r.a)
        frame.pc = pc
        let result: Value
        switch oparg {
        case 1: result = try printExpression(t, frame, value)
        case 2: result = try importStar(t, frame, value)
        case 3: result = try convertStopIteration(t, frame, value)
        case 4: result = try wrapAsyncGeneratorValue(t, frame, value)
        case 5: result = try unaryPositive(t, frame, value)
        case 6: result = try listToTuple(t, frame, value)
        case 7: result = try makeTypeVar(t, frame, value)
        case 8: result = try makeParamSpec(t, frame, value)
        case 9: result = try makeTypeVarTuple(t, frame, value)
        case 10: result = try subscriptGeneric(t, frame, value)
        case 11: result = try makeTypeAlias(t, frame, value)
        default: throw illegalInstruction(t, frame)
        }
        slots[Int(r.destination)] = result
      case 56:  // CALL_INTRINSIC_2
        let left = read(slots, constants, r.a)
        let right = read(slots, constants, r.b)
        frame.pc = pc
        let result: Value
        switch oparg {
        case 1: result = try prepareReraiseStar(t, frame, left, right)
        case 2: result = try makeTypeVarWithBound(t, frame, left, right)
        case 3: result = try makeTypeVarWithConstraints(t, frame, left, right)
        case 4: result = try setFunctionTypeParameters(t, frame, left, right)
        case 5: result = try setTypeParameterDefault(t, frame, left, right)
        default: throw illegalInstruction(t, frame)
        }
        slots[Int(r.destination)] = result
      case 57:  // CALL_KW
        frame.pc = pc
        let machine = try callKeywords(t, frame, slots + Int(r.base), pc + 1, oparg)
        if machine.frame != frame {
          guard let next = try t.registerCode(entering: machine, from: frame) else { break }
          code = next
          frame = machine.frame
          slots = frame.locals
          constants = frame.constants
          ip = code.address(of: machine.pc)
          continue
        }
      case 58:  // COMPARE_OP
        let left = read(slots, constants, r.a)
        let right = read(slots, constants, r.b)
        frame.pc = pc
        var result: Value
        switch oparg >> 5 {
        case 0: result = try lessThan(t, left, right)
        case 1: result = try lessOrEqual(t, left, right)
        case 2: result = try equal(t, left, right)
        case 3: result = try notEqual(t, left, right)
        case 4: result = try greaterThan(t, left, right)
        case 5: result = try greaterOrEqual(t, left, right)
        default: throw illegalInstruction(t, frame)
        }
        if ((oparg >> 4) & 1) != 0 { result = try toBool(t, result) }
        slots[Int(r.destination)] = result
      case 59:  // CONTAINS_OP
        let item = read(slots, constants, r.a)
        let container = read(slots, constants, r.b)
        frame.pc = pc
        let result = try contains(t, oparg, item, container)
        slots[Int(r.destination)] = result
      case 60:  // CONVERT_VALUE
        let value = read(slots, constants, r.a)
        frame.pc = pc
        let result: Value
        switch oparg {
        case 1: result = try convertToStr(t, value)
        case 2: result = try convertToRepr(t, value)
        case 3: result = try convertToASCII(t, value)
        default: throw illegalInstruction(t, frame)
        }
        slots[Int(r.destination)] = result
      case 62:  // COPY_FREE_VARS
        frame.pc = pc
        try copyFreeVariables(t, frame, oparg)
      case 63:  // DELETE_ATTR
        let owner = read(slots, constants, r.a)
        frame.pc = pc
        try deleteAttribute(t, frame.names[oparg], owner)
      case 64:  // DELETE_DEREF
        frame.pc = pc
        try deleteCell(t, frame, oparg)
      case 65:  // DELETE_FAST
        if slots[oparg].isNull {
          frame.pc = pc
          try raiseUnboundLocal(t, frame, oparg)
        }
      case 66:  // DELETE_GLOBAL
        frame.pc = pc
        try deleteGlobal(t, frame, frame.names[oparg])
      case 67:  // DELETE_NAME
        frame.pc = pc
        try deleteName(t, frame, frame.names[oparg])
      case 68:  // DICT_MERGE
        let callable = read(slots, constants, r.a)
        let dict = read(slots, constants, r.b)
        let mapping = read(slots, constants, r.c)
        frame.pc = pc
        try mergeKeywords(t, callable, dict, mapping)
      case 69:  // DICT_UPDATE
        let dict = read(slots, constants, r.a)
        let mapping = read(slots, constants, r.b)
        frame.pc = pc
        try updateDict(t, dict, mapping)
      case 72:  // FOR_ITER
        let iterator = read(slots, constants, r.a)
        frame.pc = pc
        let result = try nextItem(t, iterator)
        if result.isNull {
          ip = code.start + Int(r.target)
          continue
        } else {
          slots[Int(r.destination)] = result
        }
      case 73:  // GET_AWAITABLE
        let value = read(slots, constants, r.a)
        frame.pc = pc
        let result = try getAwaitable(t, oparg, value)
        slots[Int(r.destination)] = result
      case 74:  // IMPORT_FROM
        let module = read(slots, constants, r.a)
        frame.pc = pc
        let result = try importFrom(t, frame.names[oparg], module)
        slots[Int(r.destination)] = result
      case 75:  // IMPORT_NAME
        let level = read(slots, constants, r.a)
        let namesOrNone = read(slots, constants, r.b)
        frame.pc = pc
        let result = try importName(t, frame, frame.names[oparg], level, namesOrNone)
        slots[Int(r.destination)] = result
      case 76:  // IS_OP
        let left = read(slots, constants, r.a)
        let right = read(slots, constants, r.b)
        let result = isIdentical(t, oparg, left, right)
        slots[Int(r.destination)] = result
      case 77:  // JUMP_BACKWARD
        if t.poll(charge: oparg) {
          frame.pc = pc
          try pollSlow(t, frame)
        }
        ip = code.start + Int(r.target)
        continue
      case 78:  // JUMP_BACKWARD_NO_INTERRUPT
        if t.poll(charge: oparg) {
          frame.pc = pc
          try pollLimits(t, frame)
        }
        ip = code.start + Int(r.target)
        continue
      case 79:  // JUMP_FORWARD
        ip = code.start + Int(r.target)
        continue
      case 80:  // LIST_APPEND
        let list = read(slots, constants, r.a)
        let value = read(slots, constants, r.b)
        frame.pc = pc
        try appendToList(t, list, value)
      case 81:  // LIST_EXTEND
        let list = read(slots, constants, r.a)
        let iterable = read(slots, constants, r.b)
        frame.pc = pc
        try extendList(t, list, iterable)
      case 82:  // LOAD_ATTR
        let owner = read(slots, constants, r.a)
        frame.pc = pc
        if (oparg & 1) != 0 {
          let result = try loadMethod(t, frame.names[oparg >> 1], owner)
          slots[Int(r.destination)] = result.first
          slots[Int(r.destination) &+ 1] = result.second
        } else {
          let result = try loadAttribute(t, frame.names[oparg >> 1], owner)
          slots[Int(r.destination)] = result
        }
      case 84:  // LOAD_DEREF
        frame.pc = pc
        let result = try loadCell(t, frame, oparg)
        slots[Int(r.destination)] = result
      case 87:  // LOAD_FAST_CHECK
        if slots[oparg].isNull {
          frame.pc = pc
          try raiseUnboundLocal(t, frame, oparg)
        }
      case 89:  // LOAD_FROM_DICT_OR_DEREF
        let namespace = read(slots, constants, r.a)
        frame.pc = pc
        let result = try loadFromNamespaceOrCell(t, frame, oparg, namespace)
        slots[Int(r.destination)] = result
      case 90:  // LOAD_FROM_DICT_OR_GLOBALS
        let namespace = read(slots, constants, r.a)
        frame.pc = pc
        let result = try loadFromNamespaceOrGlobals(t, frame, frame.names[oparg], namespace)
        slots[Int(r.destination)] = result
      case 91:  // LOAD_GLOBAL
        frame.pc = pc
        let result = try loadGlobal(t, frame, frame.names[oparg >> 1])
        slots[Int(r.destination)] = result
        if (oparg & 1) != 0 { slots[Int(r.destination) &+ 1] = Value.null }
      case 92:  // LOAD_NAME
        frame.pc = pc
        let result = try loadName(t, frame, frame.names[oparg])
        slots[Int(r.destination)] = result
      case 93:  // LOAD_SUPER_ATTR
        let `super` = read(slots, constants, r.a)
        let `class` = read(slots, constants, r.b)
        let `self` = read(slots, constants, r.c)
        frame.pc = pc
        if (oparg & 1) != 0 {
          let result = try loadSuperMethod(t, frame.names[oparg >> 2], ((oparg >> 1) & 1) != 0, `super`, `class`, `self`)
          slots[Int(r.destination)] = result.first
          slots[Int(r.destination) &+ 1] = result.second
        } else {
          let result = try loadSuperAttribute(t, frame.names[oparg >> 2], ((oparg >> 1) & 1) != 0, `super`, `class`, `self`)
          slots[Int(r.destination)] = result
        }
      case 94:  // MAKE_CELL
        frame.pc = pc
        makeCell(t, frame, oparg)
      case 95:  // MAP_ADD
        let dict = read(slots, constants, r.a)
        let key = read(slots, constants, r.b)
        let value = read(slots, constants, r.c)
        frame.pc = pc
        try addToMap(t, dict, key, value)
      case 96:  // MATCH_CLASS
        let subject = read(slots, constants, r.a)
        let `class` = read(slots, constants, r.b)
        let names = read(slots, constants, r.c)
        frame.pc = pc
        let result = try matchClass(t, oparg, subject, `class`, names)
        slots[Int(r.destination)] = result
      case 97:  // POP_JUMP_IF_FALSE
        let condition = read(slots, constants, r.a)
        if isFalse(t, condition) {
          ip = code.start + Int(r.target)
          continue
        } else {
        }
      case 98:  // POP_JUMP_IF_NONE
        let value = read(slots, constants, r.a)
        if isNone(t, value) {
          ip = code.start + Int(r.target)
          continue
        } else {
        }
      case 99:  // POP_JUMP_IF_NOT_NONE
        let value = read(slots, constants, r.a)
        if isNotNone(t, value) {
          ip = code.start + Int(r.target)
          continue
        } else {
        }
      case 100:  // POP_JUMP_IF_TRUE
        let condition = read(slots, constants, r.a)
        if isTrue(t, condition) {
          ip = code.start + Int(r.target)
          continue
        } else {
        }
      case 101:  // RAISE_VARARGS
        let sp = slots + Int(r.base)
        let exception = oparg >= 1 ? sp[0 &- (oparg == 2 ? 1 : 0) &- (oparg >= 1 ? 1 : 0)] : Value.null
        let cause = oparg == 2 ? sp[0 &- (oparg == 2 ? 1 : 0)] : Value.null
        frame.pc = pc
        try raiseException(t, exception, cause)
      case 102:  // RERAISE
        let sp = slots + Int(r.base)
        let lasti = oparg != 0 ? sp[0 &- (oparg != 0 ? 1 : 0) &- (oparg != 0 ? oparg - 1 : 0) &- 1] : Value.null
        let exception = sp[-1]
        frame.pc = pc
        try reraise(t, frame, lasti, exception)
      case 103:  // RETURN_CONST
        frame.pc = pc
        let machine = try returnConstant(t, frame, slots + Int(r.base), pc + 1, frame.constants[oparg])
        if machine.frame.isNone { return t.result }
        if machine.frame != frame {
          guard let next = try t.registerCode(entering: machine, from: frame) else { break }
          code = next
          frame = machine.frame
          slots = frame.locals
          constants = frame.constants
          ip = code.address(of: machine.pc)
          continue
        }
      case 105:  // SET_ADD
        let set = read(slots, constants, r.a)
        let value = read(slots, constants, r.b)
        frame.pc = pc
        try addToSet(t, set, value)
      case 106:  // SET_FUNCTION_ATTRIBUTE
        let sp = slots + Int(r.base)
        let attribute = sp[-2]
        let function = sp[-1]
        frame.pc = pc
        try setFunctionAttribute(t, oparg, attribute, function)
        sp[-2] = function
      case 107:  // SET_UPDATE
        let set = read(slots, constants, r.a)
        let iterable = read(slots, constants, r.b)
        frame.pc = pc
        try updateSet(t, set, iterable)
      case 108:  // STORE_ATTR
        let value = read(slots, constants, r.a)
        let owner = read(slots, constants, r.b)
        frame.pc = pc
        try storeAttribute(t, frame.names[oparg], value, owner)
      case 109:  // STORE_DEREF
        let value = read(slots, constants, r.a)
        storeCell(t, frame, oparg, value)
      case 113:  // STORE_GLOBAL
        let value = read(slots, constants, r.a)
        frame.pc = pc
        try storeGlobal(t, frame, frame.names[oparg], value)
      case 114:  // STORE_NAME
        let value = read(slots, constants, r.a)
        frame.pc = pc
        try storeName(t, frame, frame.names[oparg], value)
      case 116:  // UNPACK_EX
        let sp = slots + Int(r.base)
        let sequence = sp[-1]
        frame.pc = pc
        try unpackExtended(t, oparg & 255, oparg >> 8, sequence, Slots(base: sp - 1, count: (oparg & 255) &+ (oparg >> 8) &+ 1))
      case 117:  // UNPACK_SEQUENCE
        let sp = slots + Int(r.base)
        let sequence = sp[-1]
        frame.pc = pc
        try unpackSequence(t, sequence, Slots(base: sp - 1, count: oparg))
      case 149:  // RESUME
        if t.poll(charge: 1) {
          frame.pc = pc
          try pollSlow(t, frame)
        }
      default: throw illegalInstruction(t, frame)
      }
      ip += 1
    }
  } catch {
    // Lowered code has no handlers, so this leaves all its frames; else the reference engine would go on.
    let handler = try unwind(t, frame, frame.pc)
    return try interpret_3_13(t, handler)
  }
}
