import Runtime

/// The tables of code objects, frames, tracebacks, modules and cells.
enum CodeTypes {
  static var specs: [TypeSpec] {
    [
      TypeSpec("code", doc: "Create a code object.", functions: codeMethods, attributes: codeAttributes),
      TypeSpec("frame", functions: [representation] + frameMethods, attributes: frameAttributes),
      TypeSpec("traceback", doc: "Create a new traceback object.", functions: tracebackMethods, attributes: tracebackAttributes),
      TypeSpec("cell", doc: "Create a new cell object.", functions: cellMethods, attributes: cellAttributes, finish: makeUnhashable),
      ModuleType.spec,
    ]
  }

  /// `__hash__ = None`.
  static let makeUnhashable: @convention(thin) (Thread, Ref<TypeObject>) throws(Raised) -> Void = { t, type throws(Raised) in
    try t.dictSet(type.dict, t.name(.__hash__), .none)
  }

  static let representation = NativeFunctionSpec("__repr__(self, /)", "Return repr(self).") { t, a throws(Raised) in try t.nativeRepr(a[0]) }

  // MARK: - code

  private static func code(_ a: Slots) -> Ref<CodeObject> { a[0].unchecked() }

  private static let replacing: StaticString = """
    replace(self, /, *, co_argcount=<unrepresentable>, co_posonlyargcount=<unrepresentable>, co_kwonlyargcount=<unrepresentable>, \
    co_nlocals=<unrepresentable>, co_stacksize=<unrepresentable>, co_flags=<unrepresentable>, co_firstlineno=<unrepresentable>, \
    co_code=<unrepresentable>, co_consts=<unrepresentable>, co_names=<unrepresentable>, co_varnames=<unrepresentable>, \
    co_freevars=<unrepresentable>, co_cellvars=<unrepresentable>, co_filename=<unrepresentable>, co_name=<unrepresentable>, \
    co_qualname=<unrepresentable>, co_linetable=<unrepresentable>, co_exceptiontable=<unrepresentable>)
    """
  private static let replacingForCopy: StaticString = """
    __replace__(self, /, *, co_argcount=<unrepresentable>, co_posonlyargcount=<unrepresentable>, co_kwonlyargcount=<unrepresentable>, \
    co_nlocals=<unrepresentable>, co_stacksize=<unrepresentable>, co_flags=<unrepresentable>, co_firstlineno=<unrepresentable>, \
    co_code=<unrepresentable>, co_consts=<unrepresentable>, co_names=<unrepresentable>, co_varnames=<unrepresentable>, \
    co_freevars=<unrepresentable>, co_cellvars=<unrepresentable>, co_filename=<unrepresentable>, co_name=<unrepresentable>, \
    co_qualname=<unrepresentable>, co_linetable=<unrepresentable>, co_exceptiontable=<unrepresentable>)
    """

  private static let codeMethods: [NativeFunctionSpec] = [
    CodeConstruction.spec, representation,
    .init("co_positions(self, /)") { t, a throws(Raised) in
      let positions = try t.positions(code(a))
      return try t.iterator(of: Value(positions))
    },
    .init("_varname_from_oparg(self, /, oparg)", "(internal-only) Return the local variable name for the given oparg.") { t, a throws(Raised) in
      let names = code(a).localsPlusNames
      let index = try t.sizeArgument(a[1])
      guard names.isKind(.tuple), index >= 0, index < names.unchecked(as: TupleObject.self).count else {
        throw t.raise(t.types.indexError, "tuple index out of range")
      }
      return names.unchecked(as: TupleObject.self).items[index]
    },
    .init(replacing, "Return a copy of the code object with new values for the specified fields.") { t, a throws(Raised) in
      try t.replaceCode(code(a), Slots(base: a.base + 1, count: a.count - 1))
    },
    .init(replacingForCopy, "The same as replace().") { t, a throws(Raised) in
      try t.replaceCode(code(a), Slots(base: a.base + 1, count: a.count - 1))
    },
    .init("co_branches(self, /)") { t, a throws(Raised) in try t.iterator(of: try t.branches(of: code(a))) },
    .init("co_lines(self, /)") { t, a throws(Raised) in try CodeTypes.lines(t, code(a)) },
    .init("__hash__(self, /)", "Return hash(self).") { t, a throws(Raised) in
      try t.int(CodeTypes.hash(t, code(a)))
    },
    .init("__eq__(self, value, /)", "Return self==value.") { t, a throws(Raised) in
      guard a[1].isKind(.code) else { return .notImplemented }
      return Value(try CodeTypes.areEqual(t, code(a), a[1].unchecked()))
    },
  ]

  private static let codeAttributes: [NativeAttributeSpec] = [
    .init("co_name", get: { t, a throws(Raised) in code(a).name }),
    .init("co_qualname", get: { t, a throws(Raised) in code(a).qualifiedName }),
    .init("co_filename", get: { t, a throws(Raised) in code(a).fileName }),
    .init("co_firstlineno", get: { t, a throws(Raised) in try t.int(code(a).firstLine) }),
    .init("co_argcount", get: { t, a throws(Raised) in try t.int(code(a).argumentCount) }),
    .init("co_posonlyargcount", get: { t, a throws(Raised) in try t.int(code(a).positionalOnlyCount) }),
    .init("co_kwonlyargcount", get: { t, a throws(Raised) in try t.int(code(a).keywordOnlyCount) }),
    .init("co_nlocals", get: { t, a throws(Raised) in try t.int(code(a).localCount) }),
    .init("co_stacksize", get: { t, a throws(Raised) in try t.int(code(a).stackSize) }),
    .init("co_flags", get: { t, a throws(Raised) in try t.int(Int(code(a).flags.rawValue)) }),
    .init("co_code", get: { t, a throws(Raised) in code(a).codeBytes }),
    .init("co_consts", get: { t, a throws(Raised) in code(a).constantsTuple }),
    .init("co_names", get: { t, a throws(Raised) in code(a).namesTuple }),
    .init("co_varnames", get: { t, a throws(Raised) in try t.variableNames(code(a), kind: 0x20) }),
    .init("co_cellvars", get: { t, a throws(Raised) in try t.variableNames(code(a), kind: 0x40) }),
    .init("co_freevars", get: { t, a throws(Raised) in try t.variableNames(code(a), kind: 0x80) }),
    .init("co_linetable", get: { t, a throws(Raised) in code(a).lineTable }),
    .init("co_lnotab", get: { t, a throws(Raised) in try CodeConstruction.lineNumberTable(t, code(a)) }),
    .init("co_exceptiontable", get: { t, a throws(Raised) in code(a).exceptionTable }),
  ]

  /// The ranges of byte offsets with one line: an iterator of (start, end, line).
  private static func lines(_ t: Thread, _ code: Ref<CodeObject>) throws(Raised) -> Value {
    let found = try t.list()
    var start = 0
    while start < code.unitCount {
      let line = t.lineNumber(code, start)
      var end = start + 1
      while end < code.unitCount && t.lineNumber(code, end) == line { end += 1 }
      let shownLine = line > 0 ? try t.int(line) : Value.none
      try t.append(found, try t.tuple(try t.int(start * 2), try t.int(end * 2), shownLine))
      start = end
    }
    return try t.iterator(of: Value(found))
  }

  private static func hash(_ t: Thread, _ code: Ref<CodeObject>) -> Int {
    let name: Int = t.hashOfStr(code.name.unchecked(as: StrObject.self))
    let bytes: Int = t.hashOfBytes(code.codeBytes.unchecked(as: BytesObject.self))
    return name ^ bytes ^ code.firstLine
  }

  private static func areEqual(_ t: Thread, _ a: Ref<CodeObject>, _ b: Ref<CodeObject>) throws(Raised) -> Bool {
    if a == b { return true }
    guard a.argumentCount == b.argumentCount, a.positionalOnlyCount == b.positionalOnlyCount, a.keywordOnlyCount == b.keywordOnlyCount,
      a.flags.rawValue == b.flags.rawValue, a.firstLine == b.firstLine
    else { return false }
    let left = comparedFields(a)
    let right = comparedFields(b)
    for i in 0..<left.count {
      if try !t.equals(left[i], right[i]) { return false }
    }
    return true
  }

  private static func comparedFields(_ code: Ref<CodeObject>) -> [Value] {
    [code.name, code.codeBytes, code.constantsTuple, code.namesTuple, code.localsPlusNames, code.lineTable, code.exceptionTable]
  }

  private static func lineOrNone(_ t: Thread, _ line: Int) throws(Raised) -> Value {
    line > 0 ? try t.int(line) : Value.none
  }

  // MARK: - frame

  private static func flag(_ t: Thread, _ v: Value) throws(Raised) -> Bool {
    if v.isNull { throw t.raise(t.types.typeError, "can't delete numeric/char attribute") }
    guard v.isBool else { throw t.raise(t.types.typeError, "attribute value type must be bool") }
    return v.isTrue
  }

  private static func frame(_ a: Slots) -> Ref<FrameObject> { a[0].unchecked() }

  private static let frameMethods: [NativeFunctionSpec] = [
    .init("clear(self, /)", "Forgets the variables of a frame that does not run; a suspended generator is closed.") { t, a throws(Raised) in
      let me = frame(a)
      if me.live.isNone {
        let slots = t.variables(of: me)
        for i in 0..<slots.count { slots[i] = .null }
        return .none
      }
      let generator = me.live.generator
      if generator.isNone || generator.state == .running { throw t.raise(t.types.runtimeError, "cannot clear an executing frame") }
      if generator.state == .suspended && t.has(.suspendedFramesStay) { throw t.raise(t.types.runtimeError, "cannot clear a suspended frame") }
      _ = try t.close(generator)
      return .none
    },
    .init("__sizeof__(self, /)", "The size of the frame in memory, in bytes.") { t, a throws(Raised) in
      try t.int(MemoryLayout<FrameHeader>.size + frame(a).code.frameWords * MemoryLayout<Value>.size)
    },
  ]

  /// The line of a frame can only be read; CPython lets a trace function jump to another.
  private static func refuseLine(_ t: Thread, _ frame: Ref<FrameObject>, _ line: Value) -> Raised {
    if line.isNull { return t.raise(.frameLineDeletion) }
    if t.typeOf(line) != t.types.int { return t.raise(t.types.valueError, "lineno must be an integer") }
    return t.raise(frame.live.isNone ? .finishedFrameLineAssignment : .frameLineAssignment)
  }

  private static let frameAttributes: [NativeAttributeSpec] = [
    .init("f_code", get: { t, a throws(Raised) in Value(frame(a).code) }),
    .init("f_back", get: { t, a throws(Raised) in try t.caller(of: frame(a)) }),
    .init("f_lineno", get: { t, a throws(Raised) in
      try CodeTypes.lineOrNone(t, t.lineNumber(frame(a).code, t.unitIndex(of: frame(a))))
    }, set: { t, a throws(Raised) in throw CodeTypes.refuseLine(t, frame(a), a[1]) }),
    .init("f_lasti", get: { t, a throws(Raised) in 
      let unit = t.unitIndex(of: frame(a))
      return Value(small: unit < 0 ? -1 : unit * 2)
    }),
    .init("f_globals", get: { t, a throws(Raised) in Value(frame(a).function.globals) }),
    .init("f_builtins", get: { t, a throws(Raised) in Value(frame(a).function.builtins) }),
    .init("f_locals", get: { t, a throws(Raised) in
      try t.locals(of: frame(a))
    }),
    .init("f_trace", get: { t, a throws(Raised) in orNone(frame(a).traceFunction) },
      set: { t, a throws(Raised) in
        frame(a).traceFunction = a[1].isNone ? .null : a[1]
        return .none
      }),
    .init("f_generator", get: { t, a throws(Raised) in
      let owner = frame(a).owner
      return owner.isNull ? .none : owner
    }),
    .init("f_trace_lines", get: { t, a throws(Raised) in Value(!frame(a).skipsLines) },
      set: { t, a throws(Raised) in
        frame(a).skipsLines = !(try CodeTypes.flag(t, a[1]))
        return .none
      }),
    .init("f_trace_opcodes", get: { t, a throws(Raised) in Value(frame(a).reportsOpcodes) },
      set: { t, a throws(Raised) in
        frame(a).reportsOpcodes = try CodeTypes.flag(t, a[1])
        return .none
      }),
  ]

  // MARK: - traceback

  private static func traceback(_ a: Slots) -> Ref<TracebackObject> { a[0].unchecked() }

  private static let tracebackMethods: [NativeFunctionSpec] = [
    .init("__dir__(self, /)", "Return the names of the fields.") { t, a throws(Raised) in
      let names = try t.list()
      for name in ["tb_frame", "tb_next", "tb_lasti", "tb_lineno"] as [StaticString] { try t.append(names, try t.intern(name)) }
      return Value(names)
    },
    .init("__new__(cls, tb_next, tb_frame, tb_lasti, tb_lineno)", "Create a new traceback object.") { t, a throws(Raised) in
      if !a[2].isKind(.frame) { throw t.raise(.tracebackOfOther, a[2]) }
      if !a[1].isNone && !a[1].isKind(.traceback) { throw t.raise(t.types.typeError, "expected traceback object or None, got '%T'", a[1]) }
      let made: Ref<TracebackObject> = try t.allocate(kind: .traceback, type: t.types.traceback, tracedWords: 3)
      made.next = a[1]
      made.frame = a[2]
      made.code = a[2].unchecked(as: FrameObject.self).code
      made.lastInstruction = try t.cInt(a[3])
      made.line = try t.cInt(a[4])
      return Value(made)
    }
  ]

  private static let tracebackAttributes: [NativeAttributeSpec] = [
    .init("tb_frame", get: { t, a throws(Raised) in orNone(traceback(a).frame) }),
    .init("tb_lineno", get: { t, a throws(Raised) in try CodeTypes.lineOrNone(t, traceback(a).line) }),
    .init("tb_lasti", get: { t, a throws(Raised) in try t.int(traceback(a).lastInstruction) }),
    .init("tb_next", get: { t, a throws(Raised) in orNone(traceback(a).next) },
      set: { t, a throws(Raised) in try CodeTypes.setNext(t, traceback(a), a[1]) }),
  ]

  private static func setNext(_ t: Thread, _ me: Ref<TracebackObject>, _ next: Value) throws(Raised) -> Value {
    if next.isNull { throw t.raise(t.types.typeError, "can't delete tb_next attribute") }
    if !next.isNone && !next.isKind(.traceback) { throw t.raise(t.types.typeError, "expected traceback object, got '%T'", next) }
    var entry = next
    while entry.isKind(.traceback) {
      if entry == Value(me) { throw t.raise(t.types.valueError, "traceback loop detected") }
      entry = entry.unchecked(as: TracebackObject.self).next
    }
    me.next = next
    return .none
  }

  // MARK: - cell

  private static func cell(_ a: Slots) -> Ref<CellObject> { a[0].unchecked() }

  private static let cellMethods: [NativeFunctionSpec] = [
    .init("__new__(cls, contents=<unrepresentable>, /)", "Create and return a new object.  See help(type) for accurate signature.") { t, a throws(Raised) in
      let made: Ref<CellObject> = try t.allocate(kind: .cell, type: t.types.cell, tracedWords: 1)
      made.content = a[1]
      return Value(made)
    },
    representation,
    comparison("__lt__(self, value, /)", "Return self<value.") { t, a throws(Raised) in try CodeTypes.compare(t, .less, a) },
    comparison("__le__(self, value, /)", "Return self<=value.") { t, a throws(Raised) in try CodeTypes.compare(t, .lessOrEqual, a) },
    comparison("__eq__(self, value, /)", "Return self==value.") { t, a throws(Raised) in try CodeTypes.compare(t, .equal, a) },
    comparison("__ne__(self, value, /)", "Return self!=value.") { t, a throws(Raised) in try CodeTypes.compare(t, .notEqual, a) },
    comparison("__gt__(self, value, /)", "Return self>value.") { t, a throws(Raised) in try CodeTypes.compare(t, .greater, a) },
    comparison("__ge__(self, value, /)", "Return self>=value.") { t, a throws(Raised) in try CodeTypes.compare(t, .greaterOrEqual, a) },
  ]

  private static func comparison(_ signature: StaticString, _ doc: StaticString, _ body: NativeBody) -> NativeFunctionSpec {
    .init(signature, doc, body)
  }

  /// Cells compare as what is in them; an empty one is less than all others.
  private static func compare(_ t: Thread, _ op: CompareOperator, _ a: Slots) throws(Raised) -> Value {
    guard a[0].isKind(.cell), a[1].isKind(.cell) else { return .notImplemented }
    let left = cell(a).content
    let right = a[1].unchecked(as: CellObject.self).content
    if !left.isNull, !right.isNull { return try t.compare(op, left, right) }
    return try t.compare(op, Value(small: left.isNull ? 0 : 1), Value(small: right.isNull ? 0 : 1))
  }

  private static let cellAttributes: [NativeAttributeSpec] = [
    .init("cell_contents", get: { t, a throws(Raised) in
      if cell(a).content.isNull { throw t.raise(t.types.valueError, "Cell is empty") }
      return cell(a).content
    }, set: { t, a throws(Raised) in
        cell(a).content = a[1]
        return .none
      })
  ]
}
