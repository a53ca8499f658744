// The reference engine of Python 3.13, at full speed.
// Generated from Spec/ by specgen-tool. Do not edit: change the spec and build.

/// Runs from `start` until the frame that was entered from native code returns, yields or raises.
func interpret_3_13(_ t: Thread, _ start: Machine) throws(Raised) -> Value {
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
          switch unsafeBitCast(opcode, to: Opcode_3_13.self) {
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
          case .BINARY_SLICE:
            let container = sp[-3]
            let start = sp[-2]
            let stop = sp[-1]
            frame.pc = pc
            let result = try loadSlice(t, container, start, stop)
            sp[-3] = result
            sp -= 2
            pc += 1
          case .BINARY_SUBSCR:
            let container = sp[-2]
            let key = sp[-1]
            frame.pc = pc
            let result = try loadSubscript(t, container, key)
            sp[-2] = result
            sp -= 1
            pc += 2
          case .CHECK_EG_MATCH:
            let exception = sp[-2]
            let type = sp[-1]
            frame.pc = pc
            let result = try splitExceptionGroup(t, exception, type)
            sp[-2] = result.first
            sp[-1] = result.second
            pc += 1
          case .CHECK_EXC_MATCH:
            let exception = sp[-2]
            let type = sp[-1]
            frame.pc = pc
            let result = try matchesException(t, exception, type)
            sp[-1] = result
            pc += 1
          case .CLEANUP_THROW:
            let exception = sp[-1]
            frame.pc = pc
            let result = try cleanUpThrow(t, exception)
            sp[-3] = result.first
            sp[-2] = result.second
            sp -= 1
            pc += 1
          case .DELETE_SUBSCR:
            let container = sp[-2]
            let key = sp[-1]
            frame.pc = pc
            try deleteSubscript(t, container, key)
            sp -= 2
            pc += 1
          case .END_ASYNC_FOR:
            let exception = sp[-1]
            frame.pc = pc
            try endAsyncFor(t, exception)
            sp -= 2
            pc += 1
          case .END_FOR:
            sp -= 1
            pc += 1
          case .END_SEND:
            let result = sp[-1]
            sp[-2] = result
            sp -= 1
            pc += 1
          case .EXIT_INIT_CHECK:
            let result = sp[-1]
            frame.pc = pc
            try checkInitResult(t, result)
            sp -= 1
            pc += 1
          case .FORMAT_SIMPLE:
            let value = sp[-1]
            frame.pc = pc
            let result = try formatSimple(t, value)
            sp[-1] = result
            pc += 1
          case .FORMAT_WITH_SPEC:
            let value = sp[-2]
            let spec = sp[-1]
            frame.pc = pc
            let result = try formatWithSpec(t, value, spec)
            sp[-2] = result
            sp -= 1
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
          case .GET_ITER:
            let iterable = sp[-1]
            frame.pc = pc
            let result = try getIterator(t, iterable)
            sp[-1] = result
            pc += 1
          case .GET_LEN:
            let subject = sp[-1]
            frame.pc = pc
            let result = try getLength(t, subject)
            sp[0] = result
            sp += 1
            pc += 1
          case .GET_YIELD_FROM_ITER:
            let iterable = sp[-1]
            frame.pc = pc
            let result = try getYieldFromIterator(t, frame, iterable)
            sp[-1] = result
            pc += 1
          case .LOAD_ASSERTION_ERROR:
            let result = loadAssertionError(t)
            sp[0] = result
            sp += 1
            pc += 1
          case .LOAD_BUILD_CLASS:
            frame.pc = pc
            let result = try loadBuildClass(t, frame)
            sp[0] = result
            sp += 1
            pc += 1
          case .LOAD_LOCALS:
            frame.pc = pc
            let result = try loadLocals(t, frame)
            sp[0] = result
            sp += 1
            pc += 1
          case .MAKE_FUNCTION:
            let code = sp[-1]
            frame.pc = pc
            let result = try makeFunction(t, frame, code)
            sp[-1] = result
            pc += 1
          case .MATCH_KEYS:
            let subject = sp[-2]
            let keys = sp[-1]
            frame.pc = pc
            let result = try matchKeys(t, subject, keys)
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
          case .NOP:
            pc += 1
          case .POP_EXCEPT:
            let previous = sp[-1]
            leaveHandler(t, previous)
            sp -= 1
            pc += 1
          case .POP_TOP:
            sp -= 1
            pc += 1
          case .PUSH_EXC_INFO:
            let exception = sp[-1]
            let result = enterHandler(t, exception)
            sp[-1] = result
            sp[0] = exception
            sp += 1
            pc += 1
          case .PUSH_NULL:
            sp[0] = Value.null
            sp += 1
            pc += 1
          case .RETURN_GENERATOR:
            frame.pc = pc
            let machine = try returnGenerator(t, frame, sp, pc + 1)
            frame = machine.frame
            pc = machine.pc
            sp = machine.sp
            if frame.isNone { return t.result }
          case .RETURN_VALUE:
            frame.pc = pc
            let machine = try returnValue(t, frame, sp, pc + 1)
            frame = machine.frame
            pc = machine.pc
            sp = machine.sp
            if frame.isNone { return t.result }
          case .SETUP_ANNOTATIONS:
            frame.pc = pc
            try setUpAnnotations(t, frame)
            pc += 1
          case .STORE_SLICE:
            let value = sp[-4]
            let container = sp[-3]
            let start = sp[-2]
            let stop = sp[-1]
            frame.pc = pc
            try storeSlice(t, value, container, start, stop)
            sp -= 4
            pc += 1
          case .STORE_SUBSCR:
            let value = sp[-3]
            let container = sp[-2]
            let key = sp[-1]
            frame.pc = pc
            try storeSubscript(t, value, container, key)
            sp -= 3
            pc += 2
          case .TO_BOOL:
            let value = sp[-1]
            frame.pc = pc
            let result = try toBool(t, value)
            sp[-1] = result
            pc += 4
          case .UNARY_INVERT:
            let value = sp[-1]
            frame.pc = pc
            let result = try invert(t, value)
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
            let result = logicalNot(t, value)
            sp[-1] = result
            pc += 1
          case .WITH_EXCEPT_START:
            let exit = sp[-4]
            let exception = sp[-1]
            frame.pc = pc
            let result = try callExit(t, exit, exception)
            sp[0] = result
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
          case .BUILD_CONST_KEY_MAP:
            let values = Slots(base: sp + (0 &- oparg &- 1), count: oparg)
            let keys = sp[-1]
            frame.pc = pc
            let result = try buildConstKeyMap(t, values, keys)
            sp[0 &- oparg &- 1] = result
            sp += 0 &- oparg
            pc += 1
          case .BUILD_LIST:
            let items = Slots(base: sp + (0 &- oparg), count: oparg)
            frame.pc = pc
            let result = try buildList(t, items)
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
          case .BUILD_SET:
            let items = Slots(base: sp + (0 &- oparg), count: oparg)
            frame.pc = pc
            let result = try buildSet(t, items)
            sp[0 &- oparg] = result
            sp += 0 &- oparg &+ 1
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
          case .BUILD_STRING:
            let pieces = Slots(base: sp + (0 &- oparg), count: oparg)
            frame.pc = pc
            let result = try buildString(t, pieces)
            sp[0 &- oparg] = result
            sp += 0 &- oparg &+ 1
            pc += 1
          case .BUILD_TUPLE:
            let items = Slots(base: sp + (0 &- oparg), count: oparg)
            frame.pc = pc
            let result = try buildTuple(t, items)
            sp[0 &- oparg] = result
            sp += 0 &- oparg &+ 1
            pc += 1
          case .CALL:
            frame.pc = pc
            let machine = try call(t, frame, sp, pc + 4, oparg)
            frame = machine.frame
            pc = machine.pc
            sp = machine.sp
          case .CALL_FUNCTION_EX:
            frame.pc = pc
            let machine = try callUnpacked(t, frame, sp, pc + 1, (oparg & 1) != 0)
            frame = machine.frame
            pc = machine.pc
            sp = machine.sp
          case .CALL_INTRINSIC_1:
            let value = sp[-1]
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
            sp[-1] = result
            pc += 1
          case .CALL_INTRINSIC_2:
            let left = sp[-2]
            let right = sp[-1]
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
            sp[-2] = result
            sp -= 1
            pc += 1
          case .CALL_KW:
            frame.pc = pc
            let machine = try callKeywords(t, frame, sp, pc + 1, oparg)
            frame = machine.frame
            pc = machine.pc
            sp = machine.sp
          case .COMPARE_OP:
            let left = sp[-2]
            let right = sp[-1]
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
            sp[-2] = result
            sp -= 1
            pc += 2
          case .CONTAINS_OP:
            let item = sp[-2]
            let container = sp[-1]
            frame.pc = pc
            let result = try contains(t, oparg, item, container)
            sp[-2] = result
            sp -= 1
            pc += 2
          case .CONVERT_VALUE:
            let value = sp[-1]
            frame.pc = pc
            let result: Value
            switch oparg {
            case 1: result = try convertToStr(t, value)
            case 2: result = try convertToRepr(t, value)
            case 3: result = try convertToASCII(t, value)
            default: throw illegalInstruction(t, frame)
            }
            sp[-1] = result
            pc += 1
          case .COPY:
            let value = sp[0 &- oparg]
            sp[0] = value
            sp += 1
            pc += 1
          case .COPY_FREE_VARS:
            frame.pc = pc
            try copyFreeVariables(t, frame, oparg)
            pc += 1
          case .DELETE_ATTR:
            let owner = sp[-1]
            frame.pc = pc
            try deleteAttribute(t, frame.names[oparg], owner)
            sp -= 1
            pc += 1
          case .DELETE_DEREF:
            frame.pc = pc
            try deleteCell(t, frame, oparg)
            pc += 1
          case .DELETE_FAST:
            if frame.locals[oparg].isNull {
              frame.pc = pc
              try raiseUnboundLocal(t, frame, oparg)
            }
            frame.locals[oparg] = Value.null
            pc += 1
          case .DELETE_GLOBAL:
            frame.pc = pc
            try deleteGlobal(t, frame, frame.names[oparg])
            pc += 1
          case .DELETE_NAME:
            frame.pc = pc
            try deleteName(t, frame, frame.names[oparg])
            pc += 1
          case .DICT_MERGE:
            let callable = sp[0 &- oparg &- 4]
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
          case .EXTENDED_ARG:
            pc += 1
            let unit = pc.pointee
            opcode = UInt8(truncatingIfNeeded: unit)
            oparg = oparg &<< 8 | Int(unit &>> 8)
            continue dispatch
          case .FOR_ITER:
            if isGenerator(t, sp[-1]) {
              frame.pc = pc
              let machine = try advanceGenerator(t, frame, sp, pc + 2, pc + (4 &+ oparg))
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
              pc += 4 &+ oparg
            } else {
              sp[0] = result
              sp += 1
              pc += 2
            }
          case .GET_AWAITABLE:
            let value = sp[-1]
            frame.pc = pc
            let result = try getAwaitable(t, oparg, value)
            sp[-1] = result
            pc += 1
          case .IMPORT_FROM:
            let module = sp[-1]
            frame.pc = pc
            let result = try importFrom(t, frame.names[oparg], module)
            sp[0] = result
            sp += 1
            pc += 1
          case .IMPORT_NAME:
            let level = sp[-2]
            let namesOrNone = sp[-1]
            frame.pc = pc
            let result = try importName(t, frame, frame.names[oparg], level, namesOrNone)
            sp[-2] = result
            sp -= 1
            pc += 1
          case .IS_OP:
            let left = sp[-2]
            let right = sp[-1]
            let result = isIdentical(t, oparg, left, right)
            sp[-2] = result
            sp -= 1
            pc += 1
          case .JUMP_BACKWARD:
            if t.poll(charge: oparg) {
              frame.pc = pc
              try pollSlow(t, frame)
            }
            pc += 2 &- oparg
          case .JUMP_BACKWARD_NO_INTERRUPT:
            if t.poll(charge: oparg) {
              frame.pc = pc
              try pollLimits(t, frame)
            }
            pc += 1 &- oparg
          case .JUMP_FORWARD:
            pc += 1 &+ oparg
          case .LIST_APPEND:
            let list = sp[0 &- oparg &- 1]
            let value = sp[-1]
            frame.pc = pc
            try appendToList(t, list, value)
            sp -= 1
            pc += 1
          case .LIST_EXTEND:
            let list = sp[0 &- oparg &- 1]
            let iterable = sp[-1]
            frame.pc = pc
            try extendList(t, list, iterable)
            sp -= 1
            pc += 1
          case .LOAD_ATTR:
            let owner = sp[-1]
            frame.pc = pc
            if (oparg & 1) != 0 {
              let result = try loadMethod(t, frame.names[oparg >> 1], owner)
              sp[-1] = result.first
              sp[0] = result.second
              sp += 1
            } else {
              let result = try loadAttribute(t, frame.names[oparg >> 1], owner)
              sp[-1] = result
            }
            pc += 10
          case .LOAD_CONST:
            sp[0] = frame.constants[oparg]
            sp += 1
            pc += 1
          case .LOAD_DEREF:
            frame.pc = pc
            let result = try loadCell(t, frame, oparg)
            sp[0] = result
            sp += 1
            pc += 1
          case .LOAD_FAST:
            sp[0] = frame.locals[oparg]
            sp += 1
            pc += 1
          case .LOAD_FAST_AND_CLEAR:
            sp[0] = frame.locals[oparg]
            frame.locals[oparg] = Value.null
            sp += 1
            pc += 1
          case .LOAD_FAST_CHECK:
            if frame.locals[oparg].isNull {
              frame.pc = pc
              try raiseUnboundLocal(t, frame, oparg)
            }
            sp[0] = frame.locals[oparg]
            sp += 1
            pc += 1
          case .LOAD_FAST_LOAD_FAST:
            sp[0] = frame.locals[oparg >> 4]
            sp += 1
            sp[0] = frame.locals[oparg & 15]
            sp += 1
            pc += 1
          case .LOAD_FROM_DICT_OR_DEREF:
            let namespace = sp[-1]
            frame.pc = pc
            let result = try loadFromNamespaceOrCell(t, frame, oparg, namespace)
            sp[-1] = result
            pc += 1
          case .LOAD_FROM_DICT_OR_GLOBALS:
            let namespace = sp[-1]
            frame.pc = pc
            let result = try loadFromNamespaceOrGlobals(t, frame, frame.names[oparg], namespace)
            sp[-1] = result
            pc += 1
          case .LOAD_GLOBAL:
            frame.pc = pc
            let result = try loadGlobal(t, frame, frame.names[oparg >> 1])
            sp[0] = result
            if (oparg & 1) != 0 { sp[1] = Value.null }
            sp += ((oparg & 1) != 0 ? 1 : 0) &+ 1
            pc += 5
          case .LOAD_NAME:
            frame.pc = pc
            let result = try loadName(t, frame, frame.names[oparg])
            sp[0] = result
            sp += 1
            pc += 1
          case .LOAD_SUPER_ATTR:
            let `super` = sp[-3]
            let `class` = sp[-2]
            let `self` = sp[-1]
            frame.pc = pc
            if (oparg & 1) != 0 {
              let result = try loadSuperMethod(t, frame.names[oparg >> 2], ((oparg >> 1) & 1) != 0, `super`, `class`, `self`)
              sp[-3] = result.first
              sp[-2] = result.second
              sp -= 1
            } else {
              let result = try loadSuperAttribute(t, frame.names[oparg >> 2], ((oparg >> 1) & 1) != 0, `super`, `class`, `self`)
              sp[-3] = result
              sp -= 2
            }
            pc += 2
          case .MAKE_CELL:
            frame.pc = pc
            makeCell(t, frame, oparg)
            pc += 1
          case .MAP_ADD:
            let dict = sp[0 &- oparg &- 2]
            let key = sp[-2]
            let value = sp[-1]
            frame.pc = pc
            try addToMap(t, dict, key, value)
            sp -= 2
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
          case .POP_JUMP_IF_FALSE:
            let condition = sp[-1]
            sp -= 1
            if isFalse(t, condition) {
              pc += 2 &+ oparg
            } else {
              pc += 2
            }
          case .POP_JUMP_IF_NONE:
            let value = sp[-1]
            sp -= 1
            if isNone(t, value) {
              pc += 2 &+ oparg
            } else {
              pc += 2
            }
          case .POP_JUMP_IF_NOT_NONE:
            let value = sp[-1]
            sp -= 1
            if isNotNone(t, value) {
              pc += 2 &+ oparg
            } else {
              pc += 2
            }
          case .POP_JUMP_IF_TRUE:
            let condition = sp[-1]
            sp -= 1
            if isTrue(t, condition) {
              pc += 2 &+ oparg
            } else {
              pc += 2
            }
          case .RAISE_VARARGS:
            let exception = oparg >= 1 ? sp[0 &- (oparg == 2 ? 1 : 0) &- (oparg >= 1 ? 1 : 0)] : Value.null
            let cause = oparg == 2 ? sp[0 &- (oparg == 2 ? 1 : 0)] : Value.null
            frame.pc = pc
            try raiseException(t, exception, cause)
          case .RERAISE:
            let lasti = oparg != 0 ? sp[0 &- (oparg != 0 ? 1 : 0) &- (oparg != 0 ? oparg - 1 : 0) &- 1] : Value.null
            let exception = sp[-1]
            frame.pc = pc
            try reraise(t, frame, lasti, exception)
          case .RETURN_CONST:
            frame.pc = pc
            let machine = try returnConstant(t, frame, sp, pc + 1, frame.constants[oparg])
            frame = machine.frame
            pc = machine.pc
            sp = machine.sp
            if frame.isNone { return t.result }
          case .SEND:
            frame.pc = pc
            let machine = try send(t, frame, sp, pc + 2, pc + (2 &+ oparg))
            frame = machine.frame
            pc = machine.pc
            sp = machine.sp
          case .SET_ADD:
            let set = sp[0 &- oparg &- 1]
            let value = sp[-1]
            frame.pc = pc
            try addToSet(t, set, value)
            sp -= 1
            pc += 1
          case .SET_FUNCTION_ATTRIBUTE:
            let attribute = sp[-2]
            let function = sp[-1]
            frame.pc = pc
            try setFunctionAttribute(t, oparg, attribute, function)
            sp[-2] = function
            sp -= 1
            pc += 1
          case .SET_UPDATE:
            let set = sp[0 &- oparg &- 1]
            let iterable = sp[-1]
            frame.pc = pc
            try updateSet(t, set, iterable)
            sp -= 1
            pc += 1
          case .STORE_ATTR:
            let value = sp[-2]
            let owner = sp[-1]
            frame.pc = pc
            try storeAttribute(t, frame.names[oparg], value, owner)
            sp -= 2
            pc += 5
          case .STORE_DEREF:
            let value = sp[-1]
            storeCell(t, frame, oparg, value)
            sp -= 1
            pc += 1
          case .STORE_FAST:
            let value = sp[-1]
            frame.locals[oparg] = value
            sp -= 1
            pc += 1
          case .STORE_FAST_LOAD_FAST:
            do {
              let value = sp[-1]
              frame.locals[oparg >> 4] = value
              sp -= 1
            }
            sp[0] = frame.locals[oparg & 15]
            sp += 1
            pc += 1
          case .STORE_FAST_STORE_FAST:
            do {
              let value = sp[-1]
              frame.locals[oparg >> 4] = value
              sp -= 1
            }
            do {
              let value = sp[-1]
              frame.locals[oparg & 15] = value
              sp -= 1
            }
            pc += 1
          case .STORE_GLOBAL:
            let value = sp[-1]
            frame.pc = pc
            try storeGlobal(t, frame, frame.names[oparg], value)
            sp -= 1
            pc += 1
          case .STORE_NAME:
            let value = sp[-1]
            frame.pc = pc
            try storeName(t, frame, frame.names[oparg], value)
            sp -= 1
            pc += 1
          case .SWAP:
            let bottom = sp[0 &- oparg]
            let top = sp[-1]
            sp[0 &- oparg] = top
            sp[-1] = bottom
            pc += 1
          case .UNPACK_EX:
            let sequence = sp[-1]
            frame.pc = pc
            try unpackExtended(t, oparg & 255, oparg >> 8, sequence, Slots(base: sp - 1, count: (oparg & 255) &+ (oparg >> 8) &+ 1))
            sp += (oparg & 255) &+ (oparg >> 8)
            pc += 1
          case .UNPACK_SEQUENCE:
            let sequence = sp[-1]
            frame.pc = pc
            try unpackSequence(t, sequence, Slots(base: sp - 1, count: oparg))
            sp += oparg &- 1
            pc += 2
          case .YIELD_VALUE:
            frame.pc = pc
            let machine = try yieldValue(t, frame, sp, pc + 1, oparg != 0)
            frame = machine.frame
            pc = machine.pc
            sp = machine.sp
            if frame.isNone { return t.result }
          case .RESUME:
            if t.poll(charge: 1) {
              frame.pc = pc
              try pollSlow(t, frame)
            }
            pc += 1
          case .CACHE, .BINARY_OP_INPLACE_ADD_UNICODE, .RESERVED, .INTERPRETER_EXIT, .ENTER_EXECUTOR, .UNUSED_119,
              .UNUSED_120, .UNUSED_121, .UNUSED_122, .UNUSED_123, .UNUSED_124, .UNUSED_125, .UNUSED_126, .UNUSED_127,
              .UNUSED_128, .UNUSED_129, .UNUSED_130, .UNUSED_131, .UNUSED_132, .UNUSED_133, .UNUSED_134, .UNUSED_135,
              .UNUSED_136, .UNUSED_137, .UNUSED_138, .UNUSED_139, .UNUSED_140, .UNUSED_141, .UNUSED_142, .UNUSED_143,
              .UNUSED_144, .UNUSED_145, .UNUSED_146, .UNUSED_147, .UNUSED_148, .BINARY_OP_ADD_FLOAT,
              .BINARY_OP_ADD_INT, .BINARY_OP_ADD_UNICODE, .BINARY_OP_MULTIPLY_FLOAT, .BINARY_OP_MULTIPLY_INT,
              .BINARY_OP_SUBTRACT_FLOAT, .BINARY_OP_SUBTRACT_INT, .BINARY_SUBSCR_DICT, .BINARY_SUBSCR_GETITEM,
              .BINARY_SUBSCR_LIST_INT, .BINARY_SUBSCR_STR_INT, .BINARY_SUBSCR_TUPLE_INT, .CALL_ALLOC_AND_ENTER_INIT,
              .CALL_BOUND_METHOD_EXACT_ARGS, .CALL_BOUND_METHOD_GENERAL, .CALL_BUILTIN_CLASS, .CALL_BUILTIN_FAST,
              .CALL_BUILTIN_FAST_WITH_KEYWORDS, .CALL_BUILTIN_O, .CALL_ISINSTANCE, .CALL_LEN, .CALL_LIST_APPEND,
              .CALL_METHOD_DESCRIPTOR_FAST, .CALL_METHOD_DESCRIPTOR_FAST_WITH_KEYWORDS,
              .CALL_METHOD_DESCRIPTOR_NOARGS, .CALL_METHOD_DESCRIPTOR_O, .CALL_NON_PY_GENERAL, .CALL_PY_EXACT_ARGS,
              .CALL_PY_GENERAL, .CALL_STR_1, .CALL_TUPLE_1, .CALL_TYPE_1, .COMPARE_OP_FLOAT, .COMPARE_OP_INT,
              .COMPARE_OP_STR, .CONTAINS_OP_DICT, .CONTAINS_OP_SET, .FOR_ITER_GEN, .FOR_ITER_LIST, .FOR_ITER_RANGE,
              .FOR_ITER_TUPLE, .LOAD_ATTR_CLASS, .LOAD_ATTR_GETATTRIBUTE_OVERRIDDEN, .LOAD_ATTR_INSTANCE_VALUE,
              .LOAD_ATTR_METHOD_LAZY_DICT, .LOAD_ATTR_METHOD_NO_DICT, .LOAD_ATTR_METHOD_WITH_VALUES,
              .LOAD_ATTR_MODULE, .LOAD_ATTR_NONDESCRIPTOR_NO_DICT, .LOAD_ATTR_NONDESCRIPTOR_WITH_VALUES,
              .LOAD_ATTR_PROPERTY, .LOAD_ATTR_SLOT, .LOAD_ATTR_WITH_HINT, .LOAD_GLOBAL_BUILTIN, .LOAD_GLOBAL_MODULE,
              .LOAD_SUPER_ATTR_ATTR, .LOAD_SUPER_ATTR_METHOD, .RESUME_CHECK, .SEND_GEN, .STORE_ATTR_INSTANCE_VALUE,
              .STORE_ATTR_SLOT, .STORE_ATTR_WITH_HINT, .STORE_SUBSCR_DICT, .STORE_SUBSCR_LIST_INT,
              .TO_BOOL_ALWAYS_TRUE, .TO_BOOL_BOOL, .TO_BOOL_INT, .TO_BOOL_LIST, .TO_BOOL_NONE, .TO_BOOL_STR,
              .UNPACK_SEQUENCE_LIST, .UNPACK_SEQUENCE_TUPLE, .UNPACK_SEQUENCE_TWO_TUPLE, .UNUSED_223, .UNUSED_224,
              .UNUSED_225, .UNUSED_226, .UNUSED_227, .UNUSED_228, .UNUSED_229, .UNUSED_230, .UNUSED_231, .UNUSED_232,
              .UNUSED_233, .UNUSED_234, .UNUSED_235, .INSTRUMENTED_RESUME, .INSTRUMENTED_END_FOR,
              .INSTRUMENTED_END_SEND, .INSTRUMENTED_RETURN_VALUE, .INSTRUMENTED_RETURN_CONST,
              .INSTRUMENTED_YIELD_VALUE, .INSTRUMENTED_LOAD_SUPER_ATTR, .INSTRUMENTED_FOR_ITER, .INSTRUMENTED_CALL,
              .INSTRUMENTED_CALL_KW, .INSTRUMENTED_CALL_FUNCTION_EX, .INSTRUMENTED_INSTRUCTION,
              .INSTRUMENTED_JUMP_FORWARD, .INSTRUMENTED_JUMP_BACKWARD, .INSTRUMENTED_POP_JUMP_IF_TRUE,
              .INSTRUMENTED_POP_JUMP_IF_FALSE, .INSTRUMENTED_POP_JUMP_IF_NONE, .INSTRUMENTED_POP_JUMP_IF_NOT_NONE,
              .INSTRUMENTED_LINE, .UNUSED_255:
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
