// The reference engine of Python 3.9, with an observer that is called in front of each instruction.
// Generated from Spec/ by specgen-tool. Do not edit: change the spec and build.

/// Runs from `start` until the frame that was entered from native code returns, yields or raises.
func observe_3_9(_ t: Thread, _ start: Machine) throws(Raised) -> Value {
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
          switch unsafeBitCast(opcode, to: Opcode_3_9.self) {
          case .POP_TOP:
            sp -= 1
            pc += 1
          case .ROT_TWO:
            let below = sp[-2]
            let top = sp[-1]
            sp[-2] = top
            sp[-1] = below
            pc += 1
          case .ROT_THREE:
            let third = sp[-3]
            let second = sp[-2]
            let top = sp[-1]
            sp[-3] = top
            sp[-2] = third
            sp[-1] = second
            pc += 1
          case .DUP_TOP:
            let value = sp[-1]
            sp[0] = value
            sp += 1
            pc += 1
          case .DUP_TOP_TWO:
            let below = sp[-2]
            let top = sp[-1]
            sp[0] = below
            sp[1] = top
            sp += 2
            pc += 1
          case .ROT_FOUR:
            let fourth = sp[-4]
            let third = sp[-3]
            let second = sp[-2]
            let top = sp[-1]
            sp[-4] = top
            sp[-3] = fourth
            sp[-2] = third
            sp[-1] = second
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
          case .BINARY_MATRIX_MULTIPLY:
            let left = sp[-2]
            let right = sp[-1]
            frame.pc = pc
            let result = try matrixMultiply(t, left, right)
            sp[-2] = result
            sp -= 1
            pc += 1
          case .INPLACE_MATRIX_MULTIPLY:
            let left = sp[-2]
            let right = sp[-1]
            frame.pc = pc
            let result = try inPlaceMatrixMultiply(t, left, right)
            sp[-2] = result
            sp -= 1
            pc += 1
          case .BINARY_POWER:
            let left = sp[-2]
            let right = sp[-1]
            frame.pc = pc
            let result = try power(t, left, right)
            sp[-2] = result
            sp -= 1
            pc += 1
          case .BINARY_MULTIPLY:
            let left = sp[-2]
            let right = sp[-1]
            frame.pc = pc
            let result = try multiply(t, left, right)
            sp[-2] = result
            sp -= 1
            pc += 1
          case .BINARY_MODULO:
            let left = sp[-2]
            let right = sp[-1]
            frame.pc = pc
            let result = try remainder(t, left, right)
            sp[-2] = result
            sp -= 1
            pc += 1
          case .BINARY_ADD:
            let left = sp[-2]
            let right = sp[-1]
            frame.pc = pc
            let result = try add(t, left, right)
            sp[-2] = result
            sp -= 1
            pc += 1
          case .BINARY_SUBTRACT:
            let left = sp[-2]
            let right = sp[-1]
            frame.pc = pc
            let result = try subtract(t, left, right)
            sp[-2] = result
            sp -= 1
            pc += 1
          case .BINARY_SUBSCR:
            let container = sp[-2]
            let key = sp[-1]
            frame.pc = pc
            let result = try loadSubscript(t, container, key)
            sp[-2] = result
            sp -= 1
            pc += 1
          case .BINARY_FLOOR_DIVIDE:
            let left = sp[-2]
            let right = sp[-1]
            frame.pc = pc
            let result = try floorDivide(t, left, right)
            sp[-2] = result
            sp -= 1
            pc += 1
          case .BINARY_TRUE_DIVIDE:
            let left = sp[-2]
            let right = sp[-1]
            frame.pc = pc
            let result = try trueDivide(t, left, right)
            sp[-2] = result
            sp -= 1
            pc += 1
          case .INPLACE_FLOOR_DIVIDE:
            let left = sp[-2]
            let right = sp[-1]
            frame.pc = pc
            let result = try inPlaceFloorDivide(t, left, right)
            sp[-2] = result
            sp -= 1
            pc += 1
          case .INPLACE_TRUE_DIVIDE:
            let left = sp[-2]
            let right = sp[-1]
            frame.pc = pc
            let result = try inPlaceTrueDivide(t, left, right)
            sp[-2] = result
            sp -= 1
            pc += 1
          case .RERAISE:
            let traceback = sp[-3]
            let exception = sp[-2]
            let type = sp[-1]
            frame.pc = pc
            try reraiseTriple(t, frame, traceback, exception, type)
          case .WITH_EXCEPT_START:
            let exit = sp[-7]
            let traceback = sp[-3]
            let exception = sp[-2]
            let type = sp[-1]
            frame.pc = pc
            let result = try callExitWithTriple(t, exit, traceback, exception, type)
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
          case .END_ASYNC_FOR:
            let previous = sp[-5]
            let traceback = sp[-3]
            let exception = sp[-2]
            let type = sp[-1]
            frame.pc = pc
            try endAsyncForTriple(t, frame, previous, traceback, exception, type)
            sp -= 7
            frame.endBlock()
            pc += 1
          case .INPLACE_ADD:
            let left = sp[-2]
            let right = sp[-1]
            frame.pc = pc
            let result = try inPlaceAdd(t, left, right)
            sp[-2] = result
            sp -= 1
            pc += 1
          case .INPLACE_SUBTRACT:
            let left = sp[-2]
            let right = sp[-1]
            frame.pc = pc
            let result = try inPlaceSubtract(t, left, right)
            sp[-2] = result
            sp -= 1
            pc += 1
          case .INPLACE_MULTIPLY:
            let left = sp[-2]
            let right = sp[-1]
            frame.pc = pc
            let result = try inPlaceMultiply(t, left, right)
            sp[-2] = result
            sp -= 1
            pc += 1
          case .INPLACE_MODULO:
            let left = sp[-2]
            let right = sp[-1]
            frame.pc = pc
            let result = try inPlaceRemainder(t, left, right)
            sp[-2] = result
            sp -= 1
            pc += 1
          case .STORE_SUBSCR:
            let value = sp[-3]
            let container = sp[-2]
            let key = sp[-1]
            frame.pc = pc
            try storeSubscript(t, value, container, key)
            sp -= 3
            pc += 1
          case .DELETE_SUBSCR:
            let container = sp[-2]
            let key = sp[-1]
            frame.pc = pc
            try deleteSubscript(t, container, key)
            sp -= 2
            pc += 1
          case .BINARY_LSHIFT:
            let left = sp[-2]
            let right = sp[-1]
            frame.pc = pc
            let result = try leftShift(t, left, right)
            sp[-2] = result
            sp -= 1
            pc += 1
          case .BINARY_RSHIFT:
            let left = sp[-2]
            let right = sp[-1]
            frame.pc = pc
            let result = try rightShift(t, left, right)
            sp[-2] = result
            sp -= 1
            pc += 1
          case .BINARY_AND:
            let left = sp[-2]
            let right = sp[-1]
            frame.pc = pc
            let result = try bitwiseAnd(t, left, right)
            sp[-2] = result
            sp -= 1
            pc += 1
          case .BINARY_XOR:
            let left = sp[-2]
            let right = sp[-1]
            frame.pc = pc
            let result = try bitwiseXor(t, left, right)
            sp[-2] = result
            sp -= 1
            pc += 1
          case .BINARY_OR:
            let left = sp[-2]
            let right = sp[-1]
            frame.pc = pc
            let result = try bitwiseOr(t, left, right)
            sp[-2] = result
            sp -= 1
            pc += 1
          case .INPLACE_POWER:
            let left = sp[-2]
            let right = sp[-1]
            frame.pc = pc
            let result = try inPlacePower(t, left, right)
            sp[-2] = result
            sp -= 1
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
          case .YIELD_FROM:
            frame.pc = pc
            let machine = try yieldFrom(t, frame, sp, pc + 1)
            frame = machine.frame
            pc = machine.pc
            sp = machine.sp
            if frame.isNone { return t.result }
          case .GET_AWAITABLE:
            let value = sp[-1]
            frame.pc = pc
            let result = try getAwaitableInContext(t, frame, value)
            sp[-1] = result
            pc += 1
          case .LOAD_ASSERTION_ERROR:
            let result = loadAssertionError(t)
            sp[0] = result
            sp += 1
            pc += 1
          case .INPLACE_LSHIFT:
            let left = sp[-2]
            let right = sp[-1]
            frame.pc = pc
            let result = try inPlaceLeftShift(t, left, right)
            sp[-2] = result
            sp -= 1
            pc += 1
          case .INPLACE_RSHIFT:
            let left = sp[-2]
            let right = sp[-1]
            frame.pc = pc
            let result = try inPlaceRightShift(t, left, right)
            sp[-2] = result
            sp -= 1
            pc += 1
          case .INPLACE_AND:
            let left = sp[-2]
            let right = sp[-1]
            frame.pc = pc
            let result = try inPlaceAnd(t, left, right)
            sp[-2] = result
            sp -= 1
            pc += 1
          case .INPLACE_XOR:
            let left = sp[-2]
            let right = sp[-1]
            frame.pc = pc
            let result = try inPlaceXor(t, left, right)
            sp[-2] = result
            sp -= 1
            pc += 1
          case .INPLACE_OR:
            let left = sp[-2]
            let right = sp[-1]
            frame.pc = pc
            let result = try inPlaceOr(t, left, right)
            sp[-2] = result
            sp -= 1
            pc += 1
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
            let machine = try yieldWrapped(t, frame, sp, pc + 1)
            frame = machine.frame
            pc = machine.pc
            sp = machine.sp
            if frame.isNone { return t.result }
          case .POP_BLOCK:
            frame.endBlock()
            pc += 1
          case .POP_EXCEPT:
            let previous = sp[-2]
            leaveHandler(t, previous)
            sp -= 3
            frame.endBlock()
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
            pc += 1
          case .FOR_ITER:
            if isGenerator(t, sp[-1]) {
              frame.pc = pc
              let machine = try advanceGenerator(t, frame, sp, pc + 1, pc + (1 &+ oparg &>> 1))
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
              pc += 1 &+ oparg &>> 1
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
            pc += 1
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
            pc += 1
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
            pc += 1
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
            pc += 1 &+ oparg &>> 1
          case .JUMP_IF_FALSE_OR_POP:
            let target = frame.code.units + (oparg &>> 1)
            if target <= pc, t.poll(charge: pc - target) {
              frame.pc = pc
              try pollSlow(t, frame)
            }
            let value = sp[-1]
            frame.pc = pc
            if try isFalseValue(t, value) {
              pc = target
            } else {
              sp -= 1
              pc += 1
            }
          case .JUMP_IF_TRUE_OR_POP:
            let target = frame.code.units + (oparg &>> 1)
            if target <= pc, t.poll(charge: pc - target) {
              frame.pc = pc
              try pollSlow(t, frame)
            }
            let value = sp[-1]
            frame.pc = pc
            if try isTrueValue(t, value) {
              pc = target
            } else {
              sp -= 1
              pc += 1
            }
          case .JUMP_ABSOLUTE:
            let target = frame.code.units + (oparg &>> 1)
            if target <= pc, t.poll(charge: pc - target) {
              frame.pc = pc
              try pollSlow(t, frame)
            }
            pc = target
          case .POP_JUMP_IF_FALSE:
            let target = frame.code.units + (oparg &>> 1)
            if target <= pc, t.poll(charge: pc - target) {
              frame.pc = pc
              try pollSlow(t, frame)
            }
            let condition = sp[-1]
            frame.pc = pc
            sp -= 1
            if try isFalseValue(t, condition) {
              pc = target
            } else {
              pc += 1
            }
          case .POP_JUMP_IF_TRUE:
            let target = frame.code.units + (oparg &>> 1)
            if target <= pc, t.poll(charge: pc - target) {
              frame.pc = pc
              try pollSlow(t, frame)
            }
            let condition = sp[-1]
            frame.pc = pc
            sp -= 1
            if try isTrueValue(t, condition) {
              pc = target
            } else {
              pc += 1
            }
          case .LOAD_GLOBAL:
            frame.pc = pc
            let result = try loadGlobal(t, frame, frame.names[oparg])
            sp[0] = result
            sp += 1
            pc += 1
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
          case .JUMP_IF_NOT_EXC_MATCH:
            let target = frame.code.units + (oparg &>> 1)
            if target <= pc, t.poll(charge: pc - target) {
              frame.pc = pc
              try pollSlow(t, frame)
            }
            let type = sp[-2]
            let expected = sp[-1]
            frame.pc = pc
            sp -= 2
            if try isOtherException(t, type, expected) {
              pc = target
            } else {
              pc += 1
            }
          case .SETUP_FINALLY:
            frame.beginBlock(target: pc + (1 &+ oparg &>> 1), level: sp)
            pc += 1
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
          case .RAISE_VARARGS:
            let exception = oparg >= 1 ? sp[0 &- (oparg == 2 ? 1 : 0) &- (oparg >= 1 ? 1 : 0)] : Value.null
            let cause = oparg == 2 ? sp[0 &- (oparg == 2 ? 1 : 0)] : Value.null
            frame.pc = pc
            try raiseException(t, exception, cause)
          case .CALL_FUNCTION:
            frame.pc = pc
            let machine = try callFunction(t, frame, sp, pc + 1, oparg)
            frame = machine.frame
            pc = machine.pc
            sp = machine.sp
          case .MAKE_FUNCTION:
            let defaultValues = (oparg & 1) != 0 ? sp[0 &- (((oparg >> 1) & 1) != 0 ? 1 : 0) &- (((oparg >> 2) & 1) != 0 ? 1 : 0) &- (((oparg >> 3) & 1) != 0 ? 1 : 0) &- ((oparg & 1) != 0 ? 1 : 0) &- 2] : Value.null
            let keywordValues = ((oparg >> 1) & 1) != 0 ? sp[0 &- (((oparg >> 1) & 1) != 0 ? 1 : 0) &- (((oparg >> 2) & 1) != 0 ? 1 : 0) &- (((oparg >> 3) & 1) != 0 ? 1 : 0) &- 2] : Value.null
            let annotationValues = ((oparg >> 2) & 1) != 0 ? sp[0 &- (((oparg >> 2) & 1) != 0 ? 1 : 0) &- (((oparg >> 3) & 1) != 0 ? 1 : 0) &- 2] : Value.null
            let cells = ((oparg >> 3) & 1) != 0 ? sp[0 &- (((oparg >> 3) & 1) != 0 ? 1 : 0) &- 2] : Value.null
            let code = sp[-2]
            let name = sp[-1]
            frame.pc = pc
            let result = try makeNamedFunction(t, frame, defaultValues, keywordValues, annotationValues, cells, code, name)
            sp[0 &- (((oparg >> 1) & 1) != 0 ? 1 : 0) &- (((oparg >> 2) & 1) != 0 ? 1 : 0) &- (((oparg >> 3) & 1) != 0 ? 1 : 0) &- ((oparg & 1) != 0 ? 1 : 0) &- 2] = result
            sp += 0 &- (((oparg >> 1) & 1) != 0 ? 1 : 0) &- (((oparg >> 2) & 1) != 0 ? 1 : 0) &- (((oparg >> 3) & 1) != 0 ? 1 : 0) &- ((oparg & 1) != 0 ? 1 : 0) &- 1
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
          case .LOAD_CLOSURE:
            sp[0] = frame.locals[frame.variableIndex(ofCell: oparg)]
            sp += 1
            pc += 1
          case .LOAD_DEREF:
            frame.pc = pc
            let result = try loadCell(t, frame, frame.variableIndex(ofCell: oparg))
            sp[0] = result
            sp += 1
            pc += 1
          case .STORE_DEREF:
            let value = sp[-1]
            storeCell(t, frame, frame.variableIndex(ofCell: oparg), value)
            sp -= 1
            pc += 1
          case .DELETE_DEREF:
            frame.pc = pc
            try deleteCell(t, frame, frame.variableIndex(ofCell: oparg))
            pc += 1
          case .CALL_FUNCTION_KW:
            frame.pc = pc
            let machine = try callFunctionKeywords(t, frame, sp, pc + 1, oparg)
            frame = machine.frame
            pc = machine.pc
            sp = machine.sp
          case .CALL_FUNCTION_EX:
            frame.pc = pc
            let machine = try callFunctionUnpacked(t, frame, sp, pc + 1, (oparg & 1) != 0)
            frame = machine.frame
            pc = machine.pc
            sp = machine.sp
          case .SETUP_WITH:
            let manager = sp[-1]
            frame.pc = pc
            let result = try enterWith(t, manager)
            sp[-1] = result.first
            sp[0] = result.second
            sp += 1
            frame.beginBlock(target: pc + (1 &+ oparg &>> 1), level: sp - 1)
            pc += 1
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
            let result = try loadClassCell(t, frame, frame.variableIndex(ofCell: oparg))
            sp[0] = result
            sp += 1
            pc += 1
          case .SETUP_ASYNC_WITH:
            frame.beginBlock(target: pc + (1 &+ oparg &>> 1), level: sp - 1)
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
            pc += 1
          case .CALL_METHOD:
            frame.pc = pc
            let machine = try callBelow(t, frame, sp, pc + 1, oparg)
            frame = machine.frame
            pc = machine.pc
            sp = machine.sp
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
          case .UNUSED_0, .UNUSED_7, .UNUSED_8, .UNUSED_13, .UNUSED_14, .UNUSED_18, .UNUSED_21, .UNUSED_30,
              .UNUSED_31, .UNUSED_32, .UNUSED_33, .UNUSED_34, .UNUSED_35, .UNUSED_36, .UNUSED_37, .UNUSED_38,
              .UNUSED_39, .UNUSED_40, .UNUSED_41, .UNUSED_42, .UNUSED_43, .UNUSED_44, .UNUSED_45, .UNUSED_46,
              .UNUSED_47, .UNUSED_53, .UNUSED_58, .UNUSED_80, .UNUSED_81, .UNUSED_88, .UNUSED_99, .UNUSED_119,
              .UNUSED_120, .UNUSED_123, .UNUSED_127, .UNUSED_128, .UNUSED_129, .UNUSED_134, .UNUSED_139, .UNUSED_140,
              .UNUSED_149, .UNUSED_150, .UNUSED_151, .UNUSED_152, .UNUSED_153, .UNUSED_158, .UNUSED_159, .UNUSED_166,
              .UNUSED_167, .UNUSED_168, .UNUSED_169, .UNUSED_170, .UNUSED_171, .UNUSED_172, .UNUSED_173, .UNUSED_174,
              .UNUSED_175, .UNUSED_176, .UNUSED_177, .UNUSED_178, .UNUSED_179, .UNUSED_180, .UNUSED_181, .UNUSED_182,
              .UNUSED_183, .UNUSED_184, .UNUSED_185, .UNUSED_186, .UNUSED_187, .UNUSED_188, .UNUSED_189, .UNUSED_190,
              .UNUSED_191, .UNUSED_192, .UNUSED_193, .UNUSED_194, .UNUSED_195, .UNUSED_196, .UNUSED_197, .UNUSED_198,
              .UNUSED_199, .UNUSED_200, .UNUSED_201, .UNUSED_202, .UNUSED_203, .UNUSED_204, .UNUSED_205, .UNUSED_206,
              .UNUSED_207, .UNUSED_208, .UNUSED_209, .UNUSED_210, .UNUSED_211, .UNUSED_212, .UNUSED_213, .UNUSED_214,
              .UNUSED_215, .UNUSED_216, .UNUSED_217, .UNUSED_218, .UNUSED_219, .UNUSED_220, .UNUSED_221, .UNUSED_222,
              .UNUSED_223, .UNUSED_224, .UNUSED_225, .UNUSED_226, .UNUSED_227, .UNUSED_228, .UNUSED_229, .UNUSED_230,
              .UNUSED_231, .UNUSED_232, .UNUSED_233, .UNUSED_234, .UNUSED_235, .UNUSED_236, .UNUSED_237, .UNUSED_238,
              .UNUSED_239, .UNUSED_240, .UNUSED_241, .UNUSED_242, .UNUSED_243, .UNUSED_244, .UNUSED_245, .UNUSED_246,
              .UNUSED_247, .UNUSED_248, .UNUSED_249, .UNUSED_250, .UNUSED_251, .UNUSED_252, .UNUSED_253, .UNUSED_254,
              .UNUSED_255:
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
