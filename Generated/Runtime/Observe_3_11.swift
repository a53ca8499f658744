// The reference engine of Python 3.11, with an observer that is called in front of each instruction.
// Generated from Spec/ by specgen-tool. Do not edit: change the spec and build.

/// Runs from `start` until the frame that was entered from native code returns, yields or raises.
func observe_3_11(_ t: Thread, _ start: Machine) throws(Raised) -> Value {
  var frame = start.frame
  var pc = start.pc
  var sp = start.sp
  while true {
    do throws(Raised) {
      while true {
        let unit = pc.pointee
        var opcode = UInt8(truncatingIfNeeded: unit)
        var oparg = Int(unit &>> 8)
        dispatch: while true {
          try observe(t, frame, pc, sp)
          switch unsafeBitCast(opcode, to: Opcode_3_11.self) {
          case .POP_TOP:
            sp -= 1
            pc += 1
          case .PUSH_NULL:
            sp[0] = Value.null
            sp += 1
            pc += 1
          case .NOP:
            pc += 1
          case .UNARY_POSITIVE:
            let value = sp[-1]
            frame.pc = pc
            let result = try unaryPositive(t, value)
            sp[-1] = result
            pc += 1
          case .UNARY_NEGATIVE:
            let value = sp[-1]
            frame.pc = pc
            let result = try negate(t, value)
            sp[-1] = result
            pc += 1
          case .UNARY_NOT:
            let value = sp[-1]
            frame.pc = pc
            let result = try notTruth(t, value)
            sp[-1] = result
            pc += 1
          case .UNARY_INVERT:
            let value = sp[-1]
            frame.pc = pc
            let result = try invert(t, value)
            sp[-1] = result
            pc += 1
          case .BINARY_SUBSCR:
            let container = sp[-2]
            let key = sp[-1]
            frame.pc = pc
            let result = try loadSubscript(t, container, key)
            sp[-2] = result
            sp -= 1
            pc += 5
          case .GET_LEN:
            let subject = sp[-1]
            frame.pc = pc
            let result = try getLength(t, subject)
            sp[0] = result
            sp += 1
            pc += 1
          case .MATCH_MAPPING:
            let subject = sp[-1]
            let result = isMapping(t, subject)
            sp[0] = result
            sp += 1
            pc += 1
          case .MATCH_SEQUENCE:
            let subject = sp[-1]
            let result = isSequence(t, subject)
            sp[0] = result
            sp += 1
            pc += 1
          case .MATCH_KEYS:
            let subject = sp[-2]
            let keys = sp[-1]
            frame.pc = pc
            let result = try matchKeys(t, subject, keys)
            sp[0] = result
            sp += 1
            pc += 1
          case .PUSH_EXC_INFO:
            let exception = sp[-1]
            let result = enterHandler(t, exception)
            sp[-1] = result
            sp[0] = exception
            sp += 1
            pc += 1
          case .CHECK_EXC_MATCH:
            let exception = sp[-2]
            let type = sp[-1]
            frame.pc = pc
            let result = try matchesException(t, exception, type)
            sp[-1] = result
            pc += 1
          case .CHECK_EG_MATCH:
            let exception = sp[-2]
            let type = sp[-1]
            frame.pc = pc
            let result = try splitMatchedExceptionGroup(t, exception, type)
            sp[-2] = result.first
            sp[-1] = result.second
            pc += 1
          case .WITH_EXCEPT_START:
            let exit = sp[-4]
            let exception = sp[-1]
            frame.pc = pc
            let result = try callExit(t, exit, exception)
            sp[0] = result
            sp += 1
            pc += 1
          case .GET_AITER:
            let iterable = sp[-1]
            frame.pc = pc
            let result = try getAsyncIterator(t, iterable)
            sp[-1] = result
            pc += 1
          case .GET_ANEXT:
            let iterator = sp[-1]
            frame.pc = pc
            let result = try getAsyncNext(t, iterator)
            sp[0] = result
            sp += 1
            pc += 1
          case .BEFORE_ASYNC_WITH:
            let manager = sp[-1]
            frame.pc = pc
            let result = try enterAsyncWith(t, manager)
            sp[-1] = result.first
            sp[0] = result.second
            sp += 1
            pc += 1
          case .BEFORE_WITH:
            let manager = sp[-1]
            frame.pc = pc
            let result = try enterWith(t, manager)
            sp[-1] = result.first
            sp[0] = result.second
            sp += 1
            pc += 1
          case .END_ASYNC_FOR:
            let exception = sp[-1]
            frame.pc = pc
            try endAsyncFor(t, exception)
            sp -= 2
            pc += 1
          case .STORE_SUBSCR:
            let value = sp[-3]
            let container = sp[-2]
            let key = sp[-1]
            frame.pc = pc
            try storeSubscript(t, value, container, key)
            sp -= 3
            pc += 2
          case .DELETE_SUBSCR:
            let container = sp[-2]
            let key = sp[-1]
            frame.pc = pc
            try deleteSubscript(t, container, key)
            sp -= 2
            pc += 1
          case .GET_ITER:
            let iterable = sp[-1]
            frame.pc = pc
            let result = try getIterator(t, iterable)
            sp[-1] = result
            pc += 1
          case .GET_YIELD_FROM_ITER:
            let iterable = sp[-1]
            frame.pc = pc
            let result = try getYieldFromIterator(t, frame, iterable)
            sp[-1] = result
            pc += 1
          case .PRINT_EXPR:
            let value = sp[-1]
            frame.pc = pc
            try showExpression(t, frame, value)
            sp -= 1
            pc += 1
          case .LOAD_BUILD_CLASS:
            frame.pc = pc
            let result = try loadBuildClass(t, frame)
            sp[0] = result
            sp += 1
            pc += 1
          case .LOAD_ASSERTION_ERROR:
            let result = loadAssertionError(t)
            sp[0] = result
            sp += 1
            pc += 1
          case .RETURN_GENERATOR:
            frame.pc = pc
            let machine = try returnGenerator(t, frame, sp, pc + 1)
            frame = machine.frame
            pc = machine.pc
            sp = machine.sp
            if frame.isNone { return t.result }
          case .LIST_TO_TUPLE:
            let list = sp[-1]
            frame.pc = pc
            let result = try listToTuple(t, list)
            sp[-1] = result
            pc += 1
          case .RETURN_VALUE:
            frame.pc = pc
            let machine = try returnValue(t, frame, sp, pc + 1)
            frame = machine.frame
            pc = machine.pc
            sp = machine.sp
            if frame.isNone { return t.result }
          case .IMPORT_STAR:
            let module = sp[-1]
            frame.pc = pc
            try importAllNames(t, frame, module)
            sp -= 1
            pc += 1
          case .SETUP_ANNOTATIONS:
            frame.pc = pc
            try setUpAnnotations(t, frame)
            pc += 1
          case .YIELD_VALUE:
            frame.pc = pc
            let machine = try yieldPlain(t, frame, sp, pc + 1)
            frame = machine.frame
            pc = machine.pc
            sp = machine.sp
            if frame.isNone { return t.result }
          case .ASYNC_GEN_WRAP:
            let value = sp[-1]
            frame.pc = pc
            let result = try wrapYieldedValue(t, frame, value)
            sp[-1] = result
            pc += 1
          case .PREP_RERAISE_STAR:
            let original = sp[-2]
            let exceptions = sp[-1]
            frame.pc = pc
            let result = try groupToReraise(t, original, exceptions)
            sp[-2] = result
            sp -= 1
            pc += 1
          case .POP_EXCEPT:
            let previous = sp[-1]
            leaveHandler(t, previous)
            sp -= 1
            pc += 1
          case .STORE_NAME:
            let value = sp[-1]
            frame.pc = pc
            try storeName(t, frame, frame.names[oparg], value)
            sp -= 1
            pc += 1
          case .DELETE_NAME:
            frame.pc = pc
            try deleteName(t, frame, frame.names[oparg])
            pc += 1
          case .UNPACK_SEQUENCE:
            let sequence = sp[-1]
            frame.pc = pc
            try unpackSequence(t, sequence, Slots(base: sp - 1, count: oparg))
            sp += oparg &- 1
            pc += 2
          case .FOR_ITER:
            if isGenerator(t, sp[-1]) {
              frame.pc = pc
              let machine = try advanceGenerator(t, frame, sp, pc + 1, pc + (1 &+ oparg))
              frame = machine.frame
              pc = machine.pc
              sp = machine.sp
              break
            }
            let iterator = sp[-1]
            frame.pc = pc
            let result = try nextItem(t, iterator)
            if result.isNull {
              sp -= 1
              pc += 1 &+ oparg
            } else {
              sp[0] = result
              sp += 1
              pc += 1
            }
          case .UNPACK_EX:
            let sequence = sp[-1]
            frame.pc = pc
            try unpackExtended(t, oparg & 255, oparg >> 8, sequence, Slots(base: sp - 1, count: (oparg & 255) &+ (oparg >> 8) &+ 1))
            sp += (oparg & 255) &+ (oparg >> 8)
            pc += 1
          case .STORE_ATTR:
            let value = sp[-2]
            let owner = sp[-1]
            frame.pc = pc
            try storeAttribute(t, frame.names[oparg], value, owner)
            sp -= 2
            pc += 5
          case .DELETE_ATTR:
            let owner = sp[-1]
            frame.pc = pc
            try deleteAttribute(t, frame.names[oparg], owner)
            sp -= 1
            pc += 1
          case .STORE_GLOBAL:
            let value = sp[-1]
            frame.pc = pc
            try storeGlobal(t, frame, frame.names[oparg], value)
            sp -= 1
            pc += 1
          case .DELETE_GLOBAL:
            frame.pc = pc
            try deleteGlobal(t, frame, frame.names[oparg])
            pc += 1
          case .SWAP:
            let bottom = sp[0 &- oparg]
            let top = sp[-1]
            sp[0 &- oparg] = top
            sp[-1] = bottom
            pc += 1
          case .LOAD_CONST:
            sp[0] = frame.constants[oparg]
            sp += 1
            pc += 1
          case .LOAD_NAME:
            frame.pc = pc
            let result = try loadName(t, frame, frame.names[oparg])
            sp[0] = result
            sp += 1
            pc += 1
          case .BUILD_TUPLE:
            let items = Slots(base: sp + (0 &- oparg), count: oparg)
            frame.pc = pc
            let result = try buildTuple(t, items)
            sp[0 &- oparg] = result
            sp += 0 &- oparg &+ 1
            pc += 1
          case .BUILD_LIST:
            let items = Slots(base: sp + (0 &- oparg), count: oparg)
            frame.pc = pc
            let result = try buildList(t, items)
            sp[0 &- oparg] = result
            sp += 0 &- oparg &+ 1
            pc += 1
          case .BUILD_SET:
            let items = Slots(base: sp + (0 &- oparg), count: oparg)
            frame.pc = pc
            let result = try buildSet(t, items)
            sp[0 &- oparg] = result
            sp += 0 &- oparg &+ 1
            pc += 1
          case .BUILD_MAP:
            let pairs = Slots(base: sp + (0 &- 2 &* oparg), count: 2 &* oparg)
            frame.pc = pc
            let result = try buildMap(t, pairs)
            sp[0 &- 2 &* oparg] = result
            sp += 0 &- 2 &* oparg &+ 1
            pc += 1
          case .LOAD_ATTR:
            let owner = sp[-1]
            frame.pc = pc
            let result = try loadAttribute(t, frame.names[oparg], owner)
            sp[-1] = result
            pc += 5
          case .COMPARE_OP:
            let left = sp[-2]
            let right = sp[-1]
            frame.pc = pc
            let result: Value
            switch oparg {
            case 0: result = try lessThan(t, left, right)
            case 1: result = try lessOrEqual(t, left, right)
            case 2: result = try equal(t, left, right)
            case 3: result = try notEqual(t, left, right)
            case 4: result = try greaterThan(t, left, right)
            case 5: result = try greaterOrEqual(t, left, right)
            default: throw illegalInstruction(t, frame)
            }
            sp[-2] = result
            sp -= 1
            pc += 3
          case .IMPORT_NAME:
            let level = sp[-2]
            let namesOrNone = sp[-1]
            frame.pc = pc
            let result = try importName(t, frame, frame.names[oparg], level, namesOrNone)
            sp[-2] = result
            sp -= 1
            pc += 1
          case .IMPORT_FROM:
            let module = sp[-1]
            frame.pc = pc
            let result = try importFrom(t, frame.names[oparg], module)
            sp[0] = result
            sp += 1
            pc += 1
          case .JUMP_FORWARD:
            pc += 1 &+ oparg
          case .JUMP_IF_FALSE_OR_POP:
            let value = sp[-1]
            frame.pc = pc
            if try isFalseValue(t, value) {
              pc += 1 &+ oparg
            } else {
              sp -= 1
              pc += 1
            }
          case .JUMP_IF_TRUE_OR_POP:
            let value = sp[-1]
            frame.pc = pc
            if try isTrueValue(t, value) {
              pc += 1 &+ oparg
            } else {
              sp -= 1
              pc += 1
            }
          case .POP_JUMP_FORWARD_IF_FALSE:
            let condition = sp[-1]
            frame.pc = pc
            sp -= 1
            if try isFalseValue(t, condition) {
              pc += 1 &+ oparg
            } else {
              pc += 1
            }
          case .POP_JUMP_FORWARD_IF_TRUE:
            let condition = sp[-1]
            frame.pc = pc
            sp -= 1
            if try isTrueValue(t, condition) {
              pc += 1 &+ oparg
            } else {
              pc += 1
            }
          case .LOAD_GLOBAL:
            frame.pc = pc
            let result = try loadGlobal(t, frame, frame.names[oparg >> 1])
            if (oparg & 1) != 0 { sp[0] = Value.null }
            sp[((oparg & 1) != 0 ? 1 : 0)] = result
            sp += ((oparg & 1) != 0 ? 1 : 0) &+ 1
            pc += 6
          case .IS_OP:
            let left = sp[-2]
            let right = sp[-1]
            let result = isIdentical(t, oparg, left, right)
            sp[-2] = result
            sp -= 1
            pc += 1
          case .CONTAINS_OP:
            let item = sp[-2]
            let container = sp[-1]
            frame.pc = pc
            let result = try contains(t, oparg, item, container)
            sp[-2] = result
            sp -= 1
            pc += 1
          case .RERAISE:
            let lasti = oparg != 0 ? sp[0 &- (oparg != 0 ? 1 : 0) &- (oparg != 0 ? oparg - 1 : 0) &- 1] : Value.null
            let exception = sp[-1]
            frame.pc = pc
            try reraise(t, frame, lasti, exception)
          case .COPY:
            let value = sp[0 &- oparg]
            sp[0] = value
            sp += 1
            pc += 1
          case .BINARY_OP:
            let left = sp[-2]
            let right = sp[-1]
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
            sp[-2] = result
            sp -= 1
            pc += 2
          case .SEND:
            frame.pc = pc
            let machine = try sendAndPop(t, frame, sp, pc + 1, pc + (1 &+ oparg))
            frame = machine.frame
            pc = machine.pc
            sp = machine.sp
          case .LOAD_FAST:
            if frame.locals[oparg].isNull {
              frame.pc = pc
              try raiseUnboundLocal(t, frame, oparg)
            }
            sp[0] = frame.locals[oparg]
            sp += 1
            pc += 1
          case .STORE_FAST:
            let value = sp[-1]
            frame.locals[oparg] = value
            sp -= 1
            pc += 1
          case .DELETE_FAST:
            if frame.locals[oparg].isNull {
              frame.pc = pc
              try raiseUnboundLocal(t, frame, oparg)
            }
            frame.locals[oparg] = Value.null
            pc += 1
          case .POP_JUMP_FORWARD_IF_NOT_NONE:
            let condition = sp[-1]
            sp -= 1
            if isNotNone(t, condition) {
              pc += 1 &+ oparg
            } else {
              pc += 1
            }
          case .POP_JUMP_FORWARD_IF_NONE:
            let condition = sp[-1]
            sp -= 1
            if isNone(t, condition) {
              pc += 1 &+ oparg
            } else {
              pc += 1
            }
          case .RAISE_VARARGS:
            let exception = oparg >= 1 ? sp[0 &- (oparg == 2 ? 1 : 0) &- (oparg >= 1 ? 1 : 0)] : Value.null
            let cause = oparg == 2 ? sp[0 &- (oparg == 2 ? 1 : 0)] : Value.null
            frame.pc = pc
            try raiseException(t, exception, cause)
          case .GET_AWAITABLE:
            let value = sp[-1]
            frame.pc = pc
            let result = try getAwaitable(t, oparg, value)
            sp[-1] = result
            pc += 1
          case .MAKE_FUNCTION:
            let defaultValues = (oparg & 1) != 0 ? sp[0 &- (((oparg >> 1) & 1) != 0 ? 1 : 0) &- (((oparg >> 2) & 1) != 0 ? 1 : 0) &- (((oparg >> 3) & 1) != 0 ? 1 : 0) &- ((oparg & 1) != 0 ? 1 : 0) &- 1] : Value.null
            let keywordValues = ((oparg >> 1) & 1) != 0 ? sp[0 &- (((oparg >> 1) & 1) != 0 ? 1 : 0) &- (((oparg >> 2) & 1) != 0 ? 1 : 0) &- (((oparg >> 3) & 1) != 0 ? 1 : 0) &- 1] : Value.null
            let annotationValues = ((oparg >> 2) & 1) != 0 ? sp[0 &- (((oparg >> 2) & 1) != 0 ? 1 : 0) &- (((oparg >> 3) & 1) != 0 ? 1 : 0) &- 1] : Value.null
            let cells = ((oparg >> 3) & 1) != 0 ? sp[0 &- (((oparg >> 3) & 1) != 0 ? 1 : 0) &- 1] : Value.null
            let code = sp[-1]
            frame.pc = pc
            let result = try makeCompleteFunction(t, frame, defaultValues, keywordValues, annotationValues, cells, code)
            sp[0 &- (((oparg >> 1) & 1) != 0 ? 1 : 0) &- (((oparg >> 2) & 1) != 0 ? 1 : 0) &- (((oparg >> 3) & 1) != 0 ? 1 : 0) &- ((oparg & 1) != 0 ? 1 : 0) &- 1] = result
            sp += 0 &- (((oparg >> 1) & 1) != 0 ? 1 : 0) &- (((oparg >> 2) & 1) != 0 ? 1 : 0) &- (((oparg >> 3) & 1) != 0 ? 1 : 0) &- ((oparg & 1) != 0 ? 1 : 0)
            pc += 1
          case .BUILD_SLICE:
            let start = sp[0 &- (oparg == 3 ? 1 : 0) &- 2]
            let stop = sp[0 &- (oparg == 3 ? 1 : 0) &- 1]
            let step = oparg == 3 ? sp[0 &- (oparg == 3 ? 1 : 0)] : Value.null
            frame.pc = pc
            let result = try buildSlice(t, start, stop, step)
            sp[0 &- (oparg == 3 ? 1 : 0) &- 2] = result
            sp += 0 &- (oparg == 3 ? 1 : 0) &- 1
            pc += 1
          case .JUMP_BACKWARD_NO_INTERRUPT:
            if t.poll(charge: oparg) {
              frame.pc = pc
              try pollLimits(t, frame)
            }
            pc += 1 &- oparg
          case .MAKE_CELL:
            frame.pc = pc
            makeCell(t, frame, oparg)
            pc += 1
          case .LOAD_CLOSURE:
            sp[0] = frame.locals[oparg]
            sp += 1
            pc += 1
          case .LOAD_DEREF:
            frame.pc = pc
            let result = try loadCell(t, frame, oparg)
            sp[0] = result
            sp += 1
            pc += 1
          case .STORE_DEREF:
            let value = sp[-1]
            storeCell(t, frame, oparg, value)
            sp -= 1
            pc += 1
          case .DELETE_DEREF:
            frame.pc = pc
            try deleteCell(t, frame, oparg)
            pc += 1
          case .JUMP_BACKWARD:
            if t.poll(charge: oparg) {
              frame.pc = pc
              try pollSlow(t, frame)
            }
            pc += 1 &- oparg
          case .CALL_FUNCTION_EX:
            frame.pc = pc
            let machine = try callUnpackedBelow(t, frame, sp, pc + 1, (oparg & 1) != 0)
            frame = machine.frame
            pc = machine.pc
            sp = machine.sp
          case .EXTENDED_ARG:
            pc += 1
            let unit = pc.pointee
            opcode = UInt8(truncatingIfNeeded: unit)
            oparg = oparg &<< 8 | Int(unit &>> 8)
            continue dispatch
          case .LIST_APPEND:
            let list = sp[0 &- oparg &- 1]
            let value = sp[-1]
            frame.pc = pc
            try appendToList(t, list, value)
            sp -= 1
            pc += 1
          case .SET_ADD:
            let set = sp[0 &- oparg &- 1]
            let value = sp[-1]
            frame.pc = pc
            try addToSet(t, set, value)
            sp -= 1
            pc += 1
          case .MAP_ADD:
            let dict = sp[0 &- oparg &- 2]
            let key = sp[-2]
            let value = sp[-1]
            frame.pc = pc
            try addToMap(t, dict, key, value)
            sp -= 2
            pc += 1
          case .LOAD_CLASSDEREF:
            frame.pc = pc
            let result = try loadClassCell(t, frame, oparg)
            sp[0] = result
            sp += 1
            pc += 1
          case .COPY_FREE_VARS:
            frame.pc = pc
            try copyFreeVariables(t, frame, oparg)
            pc += 1
          case .RESUME:
            if t.poll(charge: 1) {
              frame.pc = pc
              try pollSlow(t, frame)
            }
            pc += 1
          case .MATCH_CLASS:
            let subject = sp[-3]
            let `class` = sp[-2]
            let names = sp[-1]
            frame.pc = pc
            let result = try matchClass(t, oparg, subject, `class`, names)
            sp[-3] = result
            sp -= 2
            pc += 1
          case .FORMAT_VALUE:
            let value = sp[0 &- (((oparg >> 2) & 1) != 0 ? 1 : 0) &- 1]
            let spec = ((oparg >> 2) & 1) != 0 ? sp[0 &- (((oparg >> 2) & 1) != 0 ? 1 : 0)] : Value.null
            frame.pc = pc
            let result = try formatValue(t, oparg & 3, value, spec)
            sp[0 &- (((oparg >> 2) & 1) != 0 ? 1 : 0) &- 1] = result
            sp += 0 &- (((oparg >> 2) & 1) != 0 ? 1 : 0)
            pc += 1
          case .BUILD_CONST_KEY_MAP:
            let values = Slots(base: sp + (0 &- oparg &- 1), count: oparg)
            let keys = sp[-1]
            frame.pc = pc
            let result = try buildConstKeyMap(t, values, keys)
            sp[0 &- oparg &- 1] = result
            sp += 0 &- oparg
            pc += 1
          case .BUILD_STRING:
            let pieces = Slots(base: sp + (0 &- oparg), count: oparg)
            frame.pc = pc
            let result = try buildString(t, pieces)
            sp[0 &- oparg] = result
            sp += 0 &- oparg &+ 1
            pc += 1
          case .LOAD_METHOD:
            let owner = sp[-1]
            frame.pc = pc
            let result = try loadMethodBelow(t, frame.names[oparg], owner)
            sp[-1] = result.first
            sp[0] = result.second
            sp += 1
            pc += 11
          case .LIST_EXTEND:
            let list = sp[0 &- oparg &- 1]
            let iterable = sp[-1]
            frame.pc = pc
            try extendList(t, list, iterable)
            sp -= 1
            pc += 1
          case .SET_UPDATE:
            let set = sp[0 &- oparg &- 1]
            let iterable = sp[-1]
            frame.pc = pc
            try updateSet(t, set, iterable)
            sp -= 1
            pc += 1
          case .DICT_MERGE:
            let callable = sp[0 &- oparg &- 3]
            let dict = sp[0 &- oparg &- 1]
            let mapping = sp[-1]
            frame.pc = pc
            try mergeKeywords(t, callable, dict, mapping)
            sp -= 1
            pc += 1
          case .DICT_UPDATE:
            let dict = sp[0 &- oparg &- 1]
            let mapping = sp[-1]
            frame.pc = pc
            try updateDict(t, dict, mapping)
            sp -= 1
            pc += 1
          case .PRECALL:
            pc += 2
          case .CALL:
            frame.pc = pc
            let machine = try callBelowWithNames(t, frame, sp, pc + 5, oparg)
            frame = machine.frame
            pc = machine.pc
            sp = machine.sp
          case .KW_NAMES:
            giveKeywordNames(t, frame.constants[oparg])
            pc += 1
          case .POP_JUMP_BACKWARD_IF_NOT_NONE:
            if t.poll(charge: oparg) {
              frame.pc = pc
              try pollSlow(t, frame)
            }
            let condition = sp[-1]
            sp -= 1
            if isNotNone(t, condition) {
              pc += 1 &- oparg
            } else {
              pc += 1
            }
          case .POP_JUMP_BACKWARD_IF_NONE:
            if t.poll(charge: oparg) {
              frame.pc = pc
              try pollSlow(t, frame)
            }
            let condition = sp[-1]
            sp -= 1
            if isNone(t, condition) {
              pc += 1 &- oparg
            } else {
              pc += 1
            }
          case .POP_JUMP_BACKWARD_IF_FALSE:
            if t.poll(charge: oparg) {
              frame.pc = pc
              try pollSlow(t, frame)
            }
            let condition = sp[-1]
            frame.pc = pc
            sp -= 1
            if try isFalseValue(t, condition) {
              pc += 1 &- oparg
            } else {
              pc += 1
            }
          case .POP_JUMP_BACKWARD_IF_TRUE:
            if t.poll(charge: oparg) {
              frame.pc = pc
              try pollSlow(t, frame)
            }
            let condition = sp[-1]
            frame.pc = pc
            sp -= 1
            if try isTrueValue(t, condition) {
              pc += 1 &- oparg
            } else {
              pc += 1
            }
          case .CACHE, .BINARY_OP_ADAPTIVE, .BINARY_OP_ADD_FLOAT, .BINARY_OP_ADD_INT, .BINARY_OP_ADD_UNICODE,
              .BINARY_OP_INPLACE_ADD_UNICODE, .BINARY_OP_MULTIPLY_FLOAT, .BINARY_OP_MULTIPLY_INT,
              .BINARY_OP_SUBTRACT_FLOAT, .BINARY_OP_SUBTRACT_INT, .BINARY_SUBSCR_ADAPTIVE, .BINARY_SUBSCR_DICT,
              .BINARY_SUBSCR_GETITEM, .BINARY_SUBSCR_LIST_INT, .BINARY_SUBSCR_TUPLE_INT, .CALL_ADAPTIVE,
              .CALL_PY_EXACT_ARGS, .CALL_PY_WITH_DEFAULTS, .COMPARE_OP_ADAPTIVE, .COMPARE_OP_FLOAT_JUMP,
              .COMPARE_OP_INT_JUMP, .COMPARE_OP_STR_JUMP, .EXTENDED_ARG_QUICK, .JUMP_BACKWARD_QUICK,
              .LOAD_ATTR_ADAPTIVE, .LOAD_ATTR_INSTANCE_VALUE, .LOAD_ATTR_MODULE, .LOAD_ATTR_SLOT,
              .LOAD_ATTR_WITH_HINT, .LOAD_CONST__LOAD_FAST, .LOAD_FAST__LOAD_CONST, .LOAD_FAST__LOAD_FAST,
              .LOAD_GLOBAL_ADAPTIVE, .LOAD_GLOBAL_BUILTIN, .LOAD_GLOBAL_MODULE, .LOAD_METHOD_ADAPTIVE,
              .LOAD_METHOD_CLASS, .LOAD_METHOD_MODULE, .LOAD_METHOD_NO_DICT, .LOAD_METHOD_WITH_DICT,
              .LOAD_METHOD_WITH_VALUES, .PRECALL_ADAPTIVE, .PRECALL_BOUND_METHOD, .PRECALL_BUILTIN_CLASS,
              .PRECALL_BUILTIN_FAST_WITH_KEYWORDS, .PRECALL_METHOD_DESCRIPTOR_FAST_WITH_KEYWORDS,
              .PRECALL_NO_KW_BUILTIN_FAST, .PRECALL_NO_KW_BUILTIN_O, .PRECALL_NO_KW_ISINSTANCE, .PRECALL_NO_KW_LEN,
              .PRECALL_NO_KW_LIST_APPEND, .PRECALL_NO_KW_METHOD_DESCRIPTOR_FAST,
              .PRECALL_NO_KW_METHOD_DESCRIPTOR_NOARGS, .PRECALL_NO_KW_METHOD_DESCRIPTOR_O, .PRECALL_NO_KW_STR_1,
              .PRECALL_NO_KW_TUPLE_1, .PRECALL_NO_KW_TYPE_1, .PRECALL_PYFUNC, .RESUME_QUICK, .STORE_ATTR_ADAPTIVE,
              .STORE_ATTR_INSTANCE_VALUE, .STORE_ATTR_SLOT, .STORE_ATTR_WITH_HINT, .STORE_FAST__LOAD_FAST,
              .STORE_FAST__STORE_FAST, .STORE_SUBSCR_ADAPTIVE, .STORE_SUBSCR_DICT, .STORE_SUBSCR_LIST_INT,
              .UNPACK_SEQUENCE_ADAPTIVE, .UNPACK_SEQUENCE_LIST, .UNPACK_SEQUENCE_TUPLE, .UNPACK_SEQUENCE_TWO_TUPLE,
              .UNUSED_181, .UNUSED_182, .UNUSED_183, .UNUSED_184, .UNUSED_185, .UNUSED_186, .UNUSED_187, .UNUSED_188,
              .UNUSED_189, .UNUSED_190, .UNUSED_191, .UNUSED_192, .UNUSED_193, .UNUSED_194, .UNUSED_195, .UNUSED_196,
              .UNUSED_197, .UNUSED_198, .UNUSED_199, .UNUSED_200, .UNUSED_201, .UNUSED_202, .UNUSED_203, .UNUSED_204,
              .UNUSED_205, .UNUSED_206, .UNUSED_207, .UNUSED_208, .UNUSED_209, .UNUSED_210, .UNUSED_211, .UNUSED_212,
              .UNUSED_213, .UNUSED_214, .UNUSED_215, .UNUSED_216, .UNUSED_217, .UNUSED_218, .UNUSED_219, .UNUSED_220,
              .UNUSED_221, .UNUSED_222, .UNUSED_223, .UNUSED_224, .UNUSED_225, .UNUSED_226, .UNUSED_227, .UNUSED_228,
              .UNUSED_229, .UNUSED_230, .UNUSED_231, .UNUSED_232, .UNUSED_233, .UNUSED_234, .UNUSED_235, .UNUSED_236,
              .UNUSED_237, .UNUSED_238, .UNUSED_239, .UNUSED_240, .UNUSED_241, .UNUSED_242, .UNUSED_243, .UNUSED_244,
              .UNUSED_245, .UNUSED_246, .UNUSED_247, .UNUSED_248, .UNUSED_249, .UNUSED_250, .UNUSED_251, .UNUSED_252,
              .UNUSED_253, .UNUSED_254, .UNUSED_255:
            frame.pc = pc
            throw illegalInstruction(t, frame)
          }
          break
        }
      }
    } catch {
      let handler = try unwind(t, frame, pc)
      frame = handler.frame
      pc = handler.pc
      sp = handler.sp
    }
  }
}
