import Runtime

/// `compile`, and how `eval` and `exec` get code of a source (CPython: Python/bltinmodule.c, Python/pythonrun.c).
enum Compilation {
  static let spec = NativeFunctionSpec(
    "compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1)",
    "Make a code object, or a syntax tree, of a source: a str, bytes, or a tree."
  ) { t, a throws(Raised) in
    let fileName = try Compilation.fileName(t, a[1])
    let modeName = try Compilation.modeName(t, a[2])
    let flags = try t.cInt(a[3])
    let inherits = try !t.truth(a[4])
    let optimization = try t.cInt(a[5])
    let featureVersion = try t.cInt(a[6])
    var request = try Compilation.request(t, fileName, modeName, flags, optimization)
    if inherits { request.future |= Compilation.inheritedFlags(t) }
    if featureVersion >= 0, request.options.contains(.onlyTree) { request.featureVersion = featureVersion }
    if let trees = t.box.trees, try trees.isNode(t, a[0]) {
      return try Compilation.compile(t, tree: a[0], request, fileName: fileName, trees)
    }
    return try Compilation.compile(t, a[0], request, fileName: fileName, function: "compile", what: "string, bytes or AST")
  }

  // MARK: Arguments

  /// The path as a str.
  private static func fileName(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    var path = v
    if !v.isKind(.str) && !v.isKind(.bytes) {
      if t.has(.bytesLikePaths), ByteView(t, v) != nil {
        try t.warn(t.types.deprecationWarning, message: try t.message("path should be string, bytes, or os.PathLike, not %T", v))
        path = try t.call(Value(t.types.bytes), v)
      } else {
        let method = t.lookup(t.typeOf(v), try t.intern("__fspath__"))
        if method.isNull { throw t.raise(t.types.typeError, "expected str, bytes or os.PathLike object, not %T", v) }
        path = try t.callSpecial(method, v)
      }
      guard path.isKind(.str) || path.isKind(.bytes) else {
        throw t.raise(t.types.typeError, "expected %T.__fspath__() to return str or bytes, not %T", v, path)
      }
    }
    if path.isKind(.bytes) { path = try t.callMethod(path, .decode, try t.str("utf-8"), try t.str("surrogateescape")) }
    return try withoutNull(t, path)
  }

  private static func withoutNull(_ t: Thread, _ text: Value) throws(Raised) -> Value {
    let s: Ref<StrObject> = text.unchecked()
    for i in 0..<s.count where s.codePoint(i) == 0 { throw t.raise(t.types.valueError, "embedded null character") }
    return text
  }

  private static func modeName(_ t: Thread, _ v: Value) throws(Raised) -> Value {
    if !v.isKind(.str) { throw t.raise(t.types.typeError, "compile() argument 'mode' must be str, not %B", v) }
    return try withoutNull(t, v)
  }

  private static func request(
    _ t: Thread, _ fileName: Value, _ modeName: Value, _ flags: Int, _ optimization: Int
  ) throws(Raised) -> CompileRequest {
    // Nested scopes are what all functions have.
    let known = CompileRequest.futureFlags | CompileRequest.Options.accepted(t).rawValue | 0x10
    let bits = UInt32(truncatingIfNeeded: flags)
    if bits & ~known != 0 { throw t.raise(t.types.valueError, "compile(): unrecognised flags") }
    if !(-1...2).contains(optimization) { throw t.raise(t.types.valueError, "compile(): invalid optimize value") }
    let options = CompileRequest.Options(rawValue: bits & ~CompileRequest.futureFlags & ~0x10)
    var modes: [(StaticString, CompileRequest.Mode)] = [("exec", .exec), ("eval", .eval), ("single", .single)]
    if options.contains(.onlyTree) { modes.append(("func_type", .functionType)) }
    for (name, mode) in modes where t.strEquals(modeName, name) {
      return CompileRequest(
        mode: mode, fileName: t.text(of: fileName), options: options, future: bits & CompileRequest.futureFlags,
        optimization: optimization < 0 ? t.interpreter.optimization : optimization)
    }
    if t.strEquals(modeName, "func_type") {
      throw t.raise(t.types.valueError, "compile() mode 'func_type' requires flag PyCF_ONLY_AST")
    }
    throw t.raise(
      t.types.valueError,
      options.contains(.onlyTree)
        ? "compile() mode must be 'exec', 'eval', 'single' or 'func_type'" : "compile() mode must be 'exec', 'eval' or 'single'")
  }

  /// What the code that asks was compiled with.
  static func inheritedFlags(_ t: Thread) -> UInt32 {
    t.frame.isNone ? 0 : t.frame.code.flags.rawValue & CompileRequest.futureFlags
  }

  // MARK: Trees

  /// What `compile` makes of a node: code; if a tree is wanted, the node itself or, from some version on and to be optimised, a new one.
  private static func compile(
    _ t: Thread, tree: Value, _ request: CompileRequest, fileName: Value, _ trees: any SyntaxTreeObjects
  ) throws(Raised) -> Value {
    let isTree = request.options.contains(.onlyTree)
    let isOptimized = request.options.contains(.optimizesTree)
    if isTree, !isOptimized, !t.has(.treesAreCheckedByMode) { return tree }
    try trees.check(t, tree, request.mode)
    if isOptimized { return try t.makeOptimizedTree(tree, request, fileName: fileName) }
    if isTree { return try trees.object(t, of: try trees.tree(t, of: tree, request.mode)) }
    return Value(try t.makeCode(tree: tree, request, fileName: fileName))
  }

  // MARK: Sources

  /// The code object of a source.
  /// - Parameters:
  ///   - function: who asks, for messages, which go on with `what` it takes.
  ///   - skipsSpace: blanks in front of the source do not count (`eval`).
  static func compile(
    _ t: Thread, _ source: Value, _ request: CompileRequest, fileName: Value, function: StaticString, what: StaticString,
    skipsSpace: Bool = false
  ) throws(Raised) -> Value {
    var request = request
    var content = source
    if source.isKind(.str) {
      request.options.insert(.ignoresCookie)
      content = try Codecs.encode(CodecErrors(t, encoding: try t.str("utf-8"), errors: t.name(.strict)), source.unchecked(), .utf8)
    } else if ByteView(t, source) == nil {
      throw t.raise(t.types.typeError, "%S() arg 1 must be a %S object", try t.str(function), try t.str(what))
    }
    guard var view = ByteView(t, content) else { throw t.raise(t.types.systemError, "a source without bytes") }
    for i in 0..<view.count where view[i] == 0 {
      let type = t.has(.nullBytesAreSyntaxErrors) ? t.types.syntaxError : t.types.valueError
      throw t.raise(type, "source code string cannot contain null bytes")
    }
    if skipsSpace {
      var start = 0
      while start < view.count && (view[start] == 32 || view[start] == 9) { start += 1 }
      view = ByteView(base: view.base + start, count: view.count - start)
    }
    try charge(t, bytes: view.count)
    try t.audit("compile", function.utf8CodeUnitCount == 7 ? source : .none, fileName)
    // (The bytes belong to `content`, which the stack keeps.)
    return try withExtendedLifetime(content) { () throws(Raised) in
      let bytes = UnsafeBufferPointer(start: view.base, count: view.count)
      if request.options.contains(.onlyTree) { return try t.makeTree(source: bytes, request, fileName: fileName) }
      return Value(try t.makeCode(source: bytes, request, fileName: fileName))
    }
  }
}

extension Compilation {
  /// How many bytes of source cost as much of the instruction budget as a call.
  private static let bytesOfCharge = 16

  /// Charges the instruction budget for the compilation of a source.
  private static func charge(_ t: Thread, bytes: Int) throws(Raised) {
    if t.budget == .max { return }
    t.budget -= bytes / bytesOfCharge
    if t.budget < 0 { throw t.stopProgram(.instructions) }
  }
}

extension CompileRequest.Options {
  /// Those that `compile` takes at a level.
  static func accepted(_ t: Thread) -> CompileRequest.Options {
    var options: CompileRequest.Options = [.keepsBlocksOpen, .onlyTree, .typeComments, .topLevelAwait]
    if t.has(.incompleteInputFlag) { options.insert(.allowsIncompleteInput) }
    if t.has(.optimizedTreeFlag) { options.insert(.optimizesTree) }
    return options
  }
}
